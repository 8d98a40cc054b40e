"""Cross-tables equal the naive count, cell by cell and margin by margin."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readmodel import asking
from readmodel.naive import Naive
from readmodel.test_algebra import made
from readmodel.world import open_model, the_gazetteer

from intake.errors import Invalid
from intake.readmodel.grammar import parse
from intake.readmodel.model import ReadModel
from intake.readmodel.query import Filter, Group, Query
from intake.readmodel.suppress import protect
from intake.readmodel.tabulate import TOTAL, Axis

UNITS = ("testimonies", "witnesses", "cases", "workplaces")


class World:
    def __init__(self, model: ReadModel, naive: Naive) -> None:
        self.model = model
        self.naive = naive


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    chance = random.Random(11)
    filed = [made(chance, number) for number in range(1, 90)]
    model = open_model(tmp_path_factory.mktemp("table") / "x.db")
    model.apply(filed=filed, mark=1)
    yield World(model, Naive(filed, [], []))
    model.close()


def clause(axis: Axis, value: str) -> Query:
    parts = tuple(Filter(axis.key, one) for one in axis.values if one != "none")
    if value == TOTAL:
        return Query()
    if value == "none":
        return Query(Group("all", (Group("not", (Group("any", parts),)),)) if parts else Group("all", ()))
    return Query(Group("all", (Filter(axis.key, value),)))


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    query=asking.queries(),
    specs=st.sampled_from(
        [
            ("mechanism", "place@country", None),
            ("mechanism@0", "entry", None),
            ("place@city", "state", None),
            ("concept", "language", "period"),
            ("sector", "place", "year"),
        ]
    ),
    unit=st.sampled_from(UNITS),
)
def test_a_table_is_the_naive_count(world: World, query: Query, specs: tuple[str, str, str | None], unit: str) -> None:
    model, naive = world.model, world.naive
    table = model.tabulate(query, *specs, unit=unit, people=True)  # type: ignore[arg-type]
    answer = naive.answer(query)
    sets = [
        {value: answer & naive.answer(clause(axis, value)) for value in (*axis.values, TOTAL)} for axis in table.axes
    ]
    for place in table.places():
        inside = set.intersection(*(side[value] for side, value in zip(sets, place, strict=True)))
        units = naive.units(inside)
        assert table.value(*place) == units[UNITS.index(unit)], place
        assert table.witnesses is not None
        assert table.witnesses.get(place, 0) == units[1]
    for axis, side in zip(table.axes, sets, strict=True):
        assert all(side[value] for value in axis.values)
        assert set.union(set(), *(side[value] for value in axis.values)) == answer
    protect(table)
    bare = model.tabulate(query, *specs, unit=unit)  # type: ignore[arg-type]
    assert bare.cells == table.cells
    with pytest.raises(ValueError, match="people"):
        protect(bare)


def test_levels_are_what_they_say(world: World) -> None:
    model = world.model
    for level in ("country", "province", "city"):
        rows = model.tabulate(Query(), f"place@{level}", "state").axes[0].values
        assert {the_gazetteer().place(one).level for one in rows if one != "none"} == {level}
    broad = model.tabulate(Query(), "mechanism@0", "state").axes[0].values
    assert "visa-circumvention" in broad
    assert "short-term-visitor-visa" not in broad
    narrow = model.tabulate(Query(), "mechanism", "state").axes[0].values
    assert "short-term-visitor-visa" in narrow
    assert "visa-circumvention" not in narrow


@pytest.mark.parametrize(
    ("rows", "columns", "unit"),
    [
        ("colour", "place", "testimonies"),
        ("place@planet", "state", "testimonies"),
        ("state@2", "place", "testimonies"),
        ("mechanism@x", "place", "testimonies"),
        ("witness", "place", "testimonies"),
        ("place", "state", "people"),
    ],
)
def test_what_cannot_be_tabulated_is_said(world: World, rows: str, columns: str, unit: str) -> None:
    with pytest.raises(Invalid):
        world.model.tabulate(Query(), rows, columns, unit=unit)  # type: ignore[arg-type]


def test_an_empty_answer_is_an_empty_table(world: World) -> None:
    table = world.model.tabulate(parse("nosuchwordatall"), "place", "state")
    assert list(product(*(axis.values for axis in table.axes))) == []
    assert table.value(TOTAL, TOTAL) == 0
