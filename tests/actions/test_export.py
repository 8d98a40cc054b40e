"""Nothing leaves the desk without a reason, beyond consent, or with a number that points at somebody."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pyrage
import pytest
from people import House
from sayings import SAID, transcribe_one

from intake.actions import export
from intake.actions.export import Prepared, Wish
from intake.errors import Invalid, Refused
from intake.models.testimony import Answer, Consent, Leg, Permission, TestimonyContent
from intake.readmodel.tabulate import TOTAL

WISH = Wish(
    text="",
    kind="rows",
    format="csv",
    audience="A1",
    purpose="internal-analysis",
    recipient="정책팀",
    sides=("concept@1", "place@country"),
)


def agreeing(identity: str, purpose: str = "internal-analysis", audience: str = "A1", **more: str) -> TestimonyContent:
    consent = Consent(permissions=(Permission(purpose=purpose, audience=audience, identity=identity),), **more)
    return replace(SAID, consent=consent)


def made(_: Prepared) -> bytes:
    return b"the file"


def test_rows_keep_to_what_each_witness_agreed_to(house: House) -> None:
    hana = house.gate("hana")
    detailed = transcribe_one(hana, "1", agreeing("N1"))
    coarse = transcribe_one(hana, "2", agreeing("N2"))
    transcribe_one(hana, "3", agreeing("N3"))  # totals only
    transcribe_one(hana, "4", agreeing("N1", purpose="press"))  # something else
    transcribe_one(hana, "5", agreeing("N1", audience="A8"))  # somebody else
    transcribe_one(hana, "6", agreeing("N1", embargo_until="2099-01-01"))  # later
    transcribe_one(hana, "7", replace(SAID, consent=Consent()))  # nothing
    prepared = export.check(house.gate("dain"), WISH)
    rows = {one.id: one.values for one in prepared.rows}
    assert set(rows) == {detailed.testimony_id, coarse.testimony_id}
    assert (prepared.testimonies, prepared.left_out) == (2, 5)
    assert rows[detailed.testimony_id]["place"] == ("CN-JL.hunchun",)
    assert rows[detailed.testimony_id]["workplace"] == ("까치수산",)
    assert rows[detailed.testimony_id]["entry"] == ("2018-09",)
    less = rows[coarse.testimony_id]
    assert (less["place"], less["workplace"], less["witness"]) == (("CN-JL",), (), ())
    assert (less["entry"], less["interviewed"]) == (("2018",), ("2020",))


def test_nothing_that_was_said_is_in_a_row(house: House) -> None:
    transcribe_one(house.gate("hana"), "1", agreeing("N0"))
    (row,) = export.check(house.gate("dain"), WISH).rows
    told = " ".join(value for values in row.values.values() for value in values)
    for words in ("표범섭", "표설화", "한 달이 차기 전에"):
        assert words not in told


@pytest.mark.parametrize("kind", ["rows", "workplaces", "brief"])
@pytest.mark.parametrize("audience", ["A2", "A3", "A4", "A5", "A6", "A7", "A8"])
def test_single_testimonies_stay_in_the_house(house: House, kind: str, audience: str) -> None:
    with pytest.raises(Invalid) as refused:
        export.check(house.gate("dain"), replace(WISH, kind=kind, audience=audience))
    assert "audience" in refused.value.fields


def test_totals_count_only_those_who_agreed_to_the_audience_and_hold_small_numbers_back(house: House) -> None:
    hana = house.gate("hana")
    for number in range(16):
        transcribe_one(hana, f"a{number}", agreeing("N2", audience="A8", purpose="public-report"))
    for number in range(7):
        near = agreeing("N2", audience="A8", purpose="public-report")
        transcribe_one(hana, f"d{number}", replace(near, legs=(Leg(country="LA"),)))
    for number in range(3):
        far = agreeing("N2", audience="A8", purpose="public-report")
        transcribe_one(hana, f"b{number}", replace(far, legs=(Leg(country="RU", place="RU-PRI.vladivostok"),)))
    transcribe_one(hana, "c", agreeing("N1", audience="A1"))
    wish = replace(WISH, kind="map", format="geojson", audience="A8", purpose="public-report", level="country")
    prepared = export.check(house.gate("dain"), wish)
    assert (prepared.testimonies, prepared.left_out) == (26, 1)
    assert prepared.table is not None
    assert prepared.table.cell("CN").value == 16
    assert prepared.table.cell("RU").value is None
    assert prepared.table.cell("LA").value is None  # or Russia's would be what is missing of 26


def test_the_total_of_a_map_is_known_and_gives_nothing_away(house: House) -> None:
    hana = house.gate("hana")
    for country, many in (("CN", 5), ("LA", 5), ("RU", 1)):
        for number in range(many):
            told = agreeing("N2", audience="A8", purpose="public-report")
            transcribe_one(hana, f"{country}{number}", replace(told, legs=(Leg(country=country),)))
    wish = replace(WISH, kind="map", format="csv", audience="A8", purpose="public-report", level="country")
    table = export.check(house.gate("dain"), wish).table
    assert table is not None
    assert table.cell(TOTAL).value == 11
    assert [table.cell(country).value for country in ("CN", "LA", "RU")].count(None) == 2
    assert table.cell("RU").value is None


def test_outside_the_house_a_map_is_no_finer_than_a_province(house: House) -> None:
    wish = replace(WISH, kind="map", format="csv", audience="A8", purpose="public-report", level="city")
    with pytest.raises(Invalid) as refused:
        export.check(house.gate("dain"), wish)
    assert "level" in refused.value.fields
    assert export.check(house.gate("dain"), replace(wish, audience="A1")).table is not None


def test_the_register_keeps_what_left_and_its_digest(house: House) -> None:
    transcribe_one(house.gate("hana"), "1", agreeing("N1"))
    dain = house.gate("dain")
    prepared, data = export.take(dain, replace(WISH, note="분기 점검"), made)
    (line,) = export.list_(dain)
    assert data == b"the file"
    assert prepared.testimonies == line.content.testimonies == 1
    assert line.content.sha256 == hashlib.sha256(b"the file").digest()
    assert (line.by, line.content.recipient, line.content.note) == ("dain", "정책팀", "분기 점검")
    assert [one.id for one in export.list_(house.gate("mina"))] == [line.id]


def test_a_locked_file_opens_for_its_recipient_alone(house: House) -> None:
    transcribe_one(house.gate("hana"), "1", agreeing("N1"))
    dain, recipient = house.gate("dain"), pyrage.x25519.Identity.generate()
    wish = replace(WISH, encrypted_to=str(recipient.to_public()))
    _, data = export.take(dain, wish, made)
    assert b"the file" not in data
    assert pyrage.decrypt(data, [recipient]) == b"the file"
    (line,) = export.list_(dain)
    assert line.content.encrypted
    assert line.content.sha256 == hashlib.sha256(data).digest()
    with pytest.raises(Invalid) as refused:
        export.check(dain, replace(WISH, encrypted_to="age1nonsense"))
    assert "encrypted_to" in refused.value.fields


def test_a_file_that_cannot_be_made_is_not_in_the_register(house: House) -> None:
    def broken(_: Prepared) -> bytes:
        raise Invalid

    dain = house.gate("dain")
    with pytest.raises(Invalid):
        export.take(dain, WISH, broken)
    assert export.list_(dain) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"format": "exe"}, "what"),
        ({"kind": "everything"}, "what"),
        ({"audience": "A99"}, "audience"),
        ({"audience": "visa-circumvention"}, "audience"),
        ({"purpose": ""}, "purpose"),
        ({"recipient": "  "}, "recipient"),
        ({"recipient": "가" * 501}, "recipient"),
        ({"kind": "table", "sides": ("place@city", "place@country")}, "columns"),
        ({"kind": "table", "sides": ("witness", "year")}, "columns"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(house: House, changed: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        export.check(house.gate("dain"), replace(WISH, **changed))  # type: ignore[arg-type]
    assert field in refused.value.fields


@pytest.mark.parametrize("name", ["hana", "mina", "anna"])
def test_nobody_else_takes_anything(house: House, name: str) -> None:
    gate = house.gate(name)
    with pytest.raises(Refused):
        export.take(gate, WISH, made)
    with pytest.raises(Refused):
        export.check(gate, WISH)


def test_facts_leave_in_bands_with_small_numbers_held_back(house: House) -> None:
    hana = house.gate("hana")
    told = agreeing("N3", audience="A8", purpose="public-report")

    def tell(number: str, **leg: Answer) -> None:
        transcribe_one(hana, number, replace(told, legs=(Leg(country="CN", **leg),)))  # type: ignore[arg-type]

    rest = ["0"] * 5 + ["3"] * 5 + ["9"] * 5
    for number in range(9):
        more = {"movement": Answer(value="밤이면 문을 잠갔다"), "rest_days_per_month": Answer(value=rest[number])}
        tell(f"a{number}", hours_per_day=Answer(value="15"), **more)
    for number in range(6):
        more = {"movement": Answer(gap="not-asked"), "rest_days_per_month": Answer(value=rest[9 + number])}
        tell(f"b{number}", hours_per_day=Answer(value="11"), **more)
    tell("c", hours_per_day=Answer(value="20"), rest_days_per_month=Answer(value="1"))
    transcribe_one(hana, "d", agreeing("N1", audience="A1"))
    wish = replace(WISH, kind="facts", format="csv", audience="A8", purpose="public-report")
    prepared = export.check(house.gate("dain"), wish)
    facts = dict(prepared.facts)
    assert (prepared.testimonies, prepared.left_out) == (16, 1)
    hours = facts["hours_per_day"]
    assert {value: hours.cell(value).value for value in hours.axes[0].values} == {
        "10..12": 6,
        "14..16": None,  # or what is missing of sixteen would be the one that says twenty; six could not stand for four
        "16..": None,
    }
    assert hours.cell(TOTAL).value == 16
    days = facts["rest_days_per_month"]
    assert days.cell(TOTAL).value == 16  # every other fact tells it, so it cannot be what hides the one
    held = [value for value in days.axes[0].values if days.cell(value).value is None]
    assert "1..2" in held
    assert len(held) == 2
    assert facts["movement"].axes[0].values == ("said", "not-asked", "open")
    assert "paper_and_work" not in facts
    with pytest.raises(Invalid):
        export.check(house.gate("dain"), replace(wish, unit="cases"))
    with pytest.raises(Invalid):
        export.check(house.gate("dain"), replace(wish, text="place:RU"))  # nobody, so fewer than five


def test_a_brief_tells_what_is_certain_from_what_is_only_mentioned(house: House) -> None:
    hana = house.gate("hana")
    told = agreeing("N1")
    start = told.narrative.index("한 달이")
    tagged = replace(told, mechanisms=(replace(told.mechanisms[0], start=start, end=start + 5),))
    one = transcribe_one(hana, "1", tagged)
    two = transcribe_one(hana, "2", replace(told, mechanisms=()))
    transcribe_one(hana, "3", replace(tagged, consent=Consent()))
    wish = replace(WISH, kind="brief", format="docx", text="concept:one-month-visa-free-rotation")
    prepared = export.check(house.gate("dain"), wish)
    assert (prepared.testimonies, prepared.left_out) == (2, 1)
    rotation = [found for found in prepared.findings if found.concept == "one-month-visa-free-rotation"]
    assert [(found.certain, [at.reference for at in found.places]) for found in rotation] == [
        (True, [one.reference]),
        (False, [two.reference]),
    ]
    assert {at.paragraph for found in rotation for at in found.places} == {2}
    everything = export.check(house.gate("dain"), replace(wish, text=""))
    assert [found.certain for found in everything.findings] == [True]  # only what is tagged
