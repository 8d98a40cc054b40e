"""One entry per workplace, found under all its names, merged and parted without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from people import House
from sayings import SAID, transcribe_one

from intake.actions import workplace
from intake.actions.entries import observed
from intake.errors import Conflict, Invalid, NotFound, Refused
from intake.models.content import decode
from intake.models.testimony import Answer, Leg
from intake.models.workplace import WorkplaceContent

MAGPIE = WorkplaceContent(
    names=("까치수산", "Magpie Seafood", "까치 수산", "喜鹊水产"),
    place="CN-JL.hunchun",
    sector="seafood-processing",
    observations=(observed("headcount", "약 300명", "등기 자료", "2018"),),
)


def filed(house: House, number: str, *legs: Leg, code: str = "") -> UUID:
    return transcribe_one(house.gate("hana"), number, replace(SAID, legs=legs, witness_code=code)).testimony_id


def test_testimonies_are_found_under_every_name(house: House) -> None:
    one = filed(house, "1", Leg(workplace="까치수산", hours_per_day=Answer(value="12")), code="W-AAAAAA")
    two = filed(house, "2", Leg(workplace="MAGPIE  seafood"), code="W-AAAAAA")
    filed(house, "3", Leg(workplace="참새수산"))
    dain = house.gate("dain")
    made = workplace.add(dain, MAGPIE)
    (listed,) = workplace.list_(dain).entries
    assert listed.content.names == ("까치수산", "Magpie Seafood", "喜鹊水产")  # the same name twice is one
    assert (listed.counts.testimonies, listed.counts.witnesses) == (2, 1)
    opened = workplace.read(dain, made)
    assert {account.testimony_id for account in opened.accounts} == {one, two}
    assert {leg.hours_per_day.value for account in opened.accounts for leg in account.legs} == {"12", ""}


def test_the_registry_tells_interviewers_names_and_nothing_else(house: House) -> None:
    filed(house, "1", Leg(workplace="까치수산"))
    workplace.add(house.gate("dain"), MAGPIE)
    (told,) = workplace.names(house.gate("hana"))
    assert told.names[0] == "까치수산"
    for verb in (workplace.list_, workplace.propose):
        with pytest.raises(Refused):
            verb(house.gate("hana"))


def test_merging_brings_everything_along_and_parting_takes_it_back(house: House) -> None:
    dain = house.gate("dain")
    one = workplace.add(dain, MAGPIE)
    theirs = WorkplaceContent(
        names=("까치 식품", "까치수산"),
        observations=(observed("goods", "오징어", "세관", "2019"),),
        identifiers=("91350100M000100Y43",),
    )
    other = workplace.add(dain, theirs)
    before = workplace.read(dain, one).content
    assert [line.id for line in workplace.read(dain, one).alike] == [other]
    workplace.merge(dain, one, other)
    merged = workplace.read(dain, one).content
    assert merged.names == (*before.names, "까치 식품")
    assert [seen.value for seen in merged.observations] == ["약 300명", "오징어"]
    assert merged.identifiers == theirs.identifiers
    assert [line.id for line in workplace.list_(dain).entries] == [one]
    assert workplace.read(dain, other).content.merged_into == one
    with pytest.raises(Conflict):
        workplace.merge(dain, one, other)
    workplace.part(dain, one, other)
    assert workplace.read(dain, one).content == before
    assert workplace.read(dain, other).content.names == theirs.names
    with pytest.raises(Conflict):
        workplace.part(dain, one, other)
    with pytest.raises(Conflict):
        workplace.merge(dain, one, one)


def test_two_who_edit_do_not_overwrite_each_other(house: House) -> None:
    dain = house.gate("dain")
    made = workplace.add(dain, MAGPIE)
    workplace.edit(dain, made, replace(MAGPIE, employer="모회사"), version=1)
    with pytest.raises(Conflict):
        workplace.edit(dain, made, MAGPIE, version=1)
    assert workplace.read(dain, made).content.employer == "모회사"


def test_the_same_name_at_the_same_place_is_one_entry(house: House) -> None:
    dain = house.gate("dain")
    workplace.add(dain, MAGPIE)
    with pytest.raises(Conflict):
        workplace.add(dain, replace(MAGPIE, names=("까치  수산",)))
    workplace.add(dain, replace(MAGPIE, place="CN-LN.dandong"))  # another town may have one too


def test_names_without_an_entry_are_proposed(house: House) -> None:
    filed(house, "1", Leg(workplace="참새수산", place="CN-JL.hunchun"), Leg(workplace="참새 수산"))
    filed(house, "2", Leg(workplace="참새수산"))
    filed(house, "3", Leg(workplace="까치수산"))
    dain = house.gate("dain")
    workplace.add(dain, MAGPIE)
    found, _, _ = workplace.propose(dain)
    assert [(one.name, one.place, one.testimonies) for one in found] == [("참새수산", "CN-JL.hunchun", 2)]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (WorkplaceContent(names=(" ", "")), "names"),
        (WorkplaceContent(names=tuple(f"이름 {n}" for n in range(31))), "names"),
        (replace(MAGPIE, place="nowhere"), "place"),
        (replace(MAGPIE, sector="visa-circumvention"), "sector"),
        (replace(MAGPIE, observations=(observed("goods", "오징어", ""),)), "observations"),
        (replace(MAGPIE, observations=(observed("rumour", "x", "y"),)), "observations"),
        (replace(MAGPIE, note="가" * 4001), "note"),
        (replace(MAGPIE, identifiers=("91350100M000100Y44",)), "identifiers"),
        (replace(MAGPIE, place="RU-PRI.vladivostok", identifiers=("7707083894",)), "identifiers"),
        (replace(MAGPIE, observations=(observed("distribution", "명태", "세관", "", "", "XX"),)), "observations"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(house: House, wrong: WorkplaceContent, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        workplace.add(house.gate("dain"), wrong)
    assert field in refused.value.fields


def test_a_table_is_tried_first_and_taken_in_whole_or_not_at_all(house: House) -> None:
    dain = house.gate("dain")
    rows = [
        MAGPIE,
        replace(MAGPIE, names=("참새수산",)),
        replace(MAGPIE, names=("까치수산", "또")),
        WorkplaceContent(names=()),
    ]
    tried = workplace.try_import(dain, rows)
    assert [bool(row.problems) for row in tried] == [False, False, True, True]
    assert workplace.list_(dain).entries == ()
    with pytest.raises(Invalid):
        workplace.import_(dain, rows)
    assert workplace.list_(dain).entries == ()
    assert workplace.import_(dain, rows[:2]) == 2
    assert len(workplace.list_(dain).entries) == 2
    assert all(row.problems for row in workplace.try_import(dain, rows[:2]))


def test_what_is_not_there(house: House) -> None:
    with pytest.raises(NotFound):
        workplace.read(house.gate("dain"), uuid4())


def test_places_and_sectors_may_be_named(house: House) -> None:
    dain = house.gate("dain")
    route = observed("distribution", "명태", "세관", "2019", "모래내상사", "한국")
    made = workplace.add(dain, replace(MAGPIE, place="훈춘", sector="수산물 가공", observations=(route,)))
    content = workplace.read(dain, made).content
    assert (content.place, content.sector, content.observations[0].country) == ("CN-JL.hunchun", MAGPIE.sector, "KR")


def test_an_entry_of_the_first_version_still_opens() -> None:
    older = json.dumps({"v": 1, "c": {"names": ["까치"], "observations": [
        {"kind": "distribution", "value": "명태", "source": "세관", "date": "2019"}],
        "merged": [{"id": uuid4().hex, "names": ["참새"], "observations": []}]}}).encode()  # fmt: skip
    content = decode(WorkplaceContent, older)
    assert (content.observations[0].party, content.observations[0].country) == ("", "")
    assert content.merged[0].identifiers == ()
