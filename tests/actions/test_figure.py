"""Where, when and crossed: the same answer, counted in one unit at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people import House
from sayings import SAID, transcribe_one

from intake.actions import figure
from intake.errors import Invalid, Refused
from intake.models.testimony import Answer, Leg
from intake.readmodel.tabulate import TOTAL


def stay(country: str, place: str = "", entry: str = "2018", **more: str) -> Leg:
    return Leg(country=country, place=place, entry=entry, **more)  # type: ignore[arg-type]


@pytest.fixture
def filed(house: House) -> House:
    """Four testimonies of three witnesses: Hunchun twice by one of them, Dandong, and one somewhere in China."""
    gate = house.gate("hana")
    told = (
        ("1", "W-AAAAAA", stay("CN", "CN-JL.hunchun", "2018-03")),
        ("2", "W-AAAAAA", stay("CN", "CN-JL.hunchun", "2020-05")),
        ("3", "W-BBBBBB", stay("CN", "CN-LN.dandong", "2019")),
        ("4", "W-CCCCCC", stay("CN", "", "")),
    )
    for number, code, leg in told:
        transcribe_one(gate, number, replace(SAID, witness_code=code, legs=(leg,)))
    return house


def test_the_map_counts_by_level_and_unit(filed: House) -> None:
    gate = filed.gate("dain")
    found = figure.map_(gate, "", level="city")
    assert found.places == (("CN-JL.hunchun", 2), ("CN-LN.dandong", 1))
    assert found.elsewhere == 1
    assert figure.map_(gate, "", level="city", unit="witnesses").places == (("CN-JL.hunchun", 1), ("CN-LN.dandong", 1))
    assert figure.map_(gate, "", level="country").places == (("CN", 4),)
    assert figure.map_(gate, "place:CN-LN", level="city").places == (("CN-LN.dandong", 1),)


def test_the_timeline_keeps_unknown_days_apart(filed: House) -> None:
    found = figure.timeline(filed.gate("dain"), "")
    assert dict(found.years) == {"2018": 1, "2019": 1, "2020": 1}
    assert found.unknown == 1
    assert dict(found.periods) == {"before": 1, "after": 1, "unknown": 2}
    assert [one.leg.entry for one in found.stays if one.leg.place == "CN-LN.dandong"] == ["2019"]
    assert len(found.stays) == found.shown == 4


def test_a_table_counts_and_its_protected_twin_holds_small_cells_back(filed: House) -> None:
    found = figure.tabulate(filed.gate("dain"), "", "place@city", "period")
    assert found.table.value("CN-JL.hunchun", "before") == 1
    assert found.table.value("CN-JL.hunchun", TOTAL) == 2
    assert found.table.value(TOTAL, TOTAL) == 4
    for place in found.table.places():
        value = found.table.value(*place)
        assert (found.protected.cell(*place).value is None) == (value > 0)  # four is fewer than five


def test_nonsense_is_refused(filed: House) -> None:
    gate = filed.gate("dain")
    with pytest.raises(Invalid):
        figure.map_(gate, "", level="site")
    with pytest.raises(Invalid):
        figure.map_(gate, "", unit="people")
    with pytest.raises(Invalid):
        figure.tabulate(gate, "", "witness", "year")
    with pytest.raises(Invalid):
        figure.tabulate(gate, "", "place@city", "place@country")
    with pytest.raises(Invalid):
        figure.timeline(gate, "((((")


@pytest.mark.parametrize("name", ["hana", "mina", "anna"])
def test_others_see_no_figures(filed: House, name: str) -> None:
    for verb in (figure.map_, figure.timeline):
        with pytest.raises(Refused):
            verb(filed.gate(name), "")


def test_facts_are_compared_over_what_answers_the_question(filed: House) -> None:
    gate = filed.gate("hana")
    leg = stay("LA", hours_per_day=Answer(value="14"), movement=Answer(gap="would-not-say"))
    transcribe_one(gate, "5", replace(SAID, witness_code="W-CCCCCC", legs=(leg,)))
    found = figure.compare(filed.gate("dain"), "")
    facts = {one.fact.name: one for one in found.facts}
    assert found.compared == found.asked.counts.testimonies == 5
    (said,) = facts["hours_per_day"].values
    assert [voice.witness for voice in said.voices] == ["W-CCCCCC"]
    assert len(facts["hours_per_day"].gaps["open"]) == 4
    assert len(facts["movement"].gaps["would-not-say"]) == 1
    assert figure.compare(filed.gate("dain"), "place:CN").compared == 4
    with pytest.raises(Refused):
        figure.compare(filed.gate("hana"), "")


def test_a_third_side_cuts_the_table_into_layers(filed: House) -> None:
    gate = filed.gate("dain")
    found = figure.tabulate(gate, "", "place@city", "period", layers="year")
    assert found.table.value("CN-JL.hunchun", "before", "2018") == 1
    assert found.table.value("CN-JL.hunchun", TOTAL, TOTAL) == 2
    flat = figure.tabulate(gate, "", "place@city", "period").table
    for place in flat.places():
        assert found.table.value(*place, TOTAL) == flat.value(*place)
    assert all(cell.value in (None, 0) for cell in found.protected.cells.values())  # four is fewer than five
    for layers in ("place@country", "period", "witness"):
        with pytest.raises(Invalid):
            figure.tabulate(gate, "", "place@city", "period", layers=layers)
