"""Whoever holds a protected table and can solve equations still does not know any small number."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.readmodel.suppress import Protected, protect
from intake.readmodel.tabulate import TOTAL, Axis, Place, Table

EXAMPLES = int(os.environ.get("INTAKE_QUERY_EXAMPLES", "2000")) // 5
quick = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=EXAMPLES)


def table(interior: Mapping[Place, int], sizes: Sequence[int], witnesses: Mapping[Place, int] | None = None) -> Table:
    """A table whose lines add up."""
    axes = tuple(Axis(f"a{at}", "", tuple(f"v{n}" for n in range(size))) for at, size in enumerate(sizes))
    cells: dict[Place, int] = {}
    for place, value in interior.items():
        for turned in product((False, True), repeat=len(sizes)):
            where = tuple(TOTAL if turn else here for here, turn in zip(place, turned, strict=True))
            cells[where] = cells.get(where, 0) + value
    return Table(axes, "testimonies", cells, witnesses or cells)


@st.composite
def tables(draw: st.DrawFn, dimensions: tuple[int, ...] = (2, 3), most: int = 30) -> Table:
    sizes = draw(st.sampled_from([(1, 1), (1, 3), (2, 2), (3, 4), (5, 3), (2, 2, 2), (3, 2, 4)]))
    if len(sizes) not in dimensions:
        sizes = sizes[: dimensions[0]]
    chance = random.Random(draw(st.integers(0, 1 << 30)))
    spread = draw(st.sampled_from([(0, 3), (0, most), (1, most), (0, 7)]))
    interior = {
        place: chance.randint(*spread) if chance.random() < 0.8 else 0
        for place in product(*((f"v{n}" for n in range(size)) for size in sizes))
    }
    return table(interior, sizes)


def lines(given: Protected) -> Iterator[tuple[Place, list[Place]]]:
    """Every equation: the margin, and the cells it is the sum of."""
    sides = [(*axis.values, TOTAL) for axis in given.axes]
    for at, axis in enumerate(given.axes):
        for rest in product(*(side for other, side in enumerate(sides) if other != at)):
            put = [(*rest[:at], value, *rest[at:]) for value in (*axis.values, TOTAL)]
            yield put[-1], put[:-1]


def known_exactly(given: Protected) -> set[Place]:
    """The hidden cells the equations alone give away: exact elimination over the rationals."""
    hidden = [place for place in every_place(given) if given.cell(*place).value is None]
    index = {place: at for at, place in enumerate(hidden)}
    rows: list[list[Fraction]] = []
    for margin, cells in lines(given):
        row = [Fraction(0)] * len(hidden)
        for place, sign in [(margin, -1), *((cell, 1) for cell in cells)]:
            if place in index:
                row[index[place]] += sign
        if any(row):
            rows.append(row)
    return {hidden[at] for at in solved_alone(rows, len(hidden))}


def solved_alone(rows: list[list[Fraction]], width: int) -> set[int]:
    """The unknowns that reduced row echelon form fixes: rows with a single entry."""
    reduced: list[list[Fraction]] = []
    for column in range(width):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows = [row for row in rows if row is not pivot]
        pivot = [entry / pivot[column] for entry in pivot]
        clear = lambda row: [a - row[column] * b for a, b in zip(row, pivot, strict=True)] if row[column] else row  # noqa: B023, E731
        rows = [row for row in map(clear, rows) if any(row)]
        reduced = [*map(clear, reduced), pivot]
    return {next(at for at, entry in enumerate(row) if entry) for row in reduced if sum(map(bool, row)) == 1}


def every_place(given: Protected) -> Iterator[Place]:
    return product(*((*axis.values, TOTAL) for axis in given.axes))


def limits(given: Protected, place: Place) -> tuple[int, int]:
    """What the mark alone says."""
    cell = given.cell(*place)
    if cell.value is not None:
        return cell.value, cell.value
    if not given.told_apart:
        return 1, 10_000
    return (1, given.k - 1) if cell.state == "few" else (given.k, 10_000)


def possible(given: Protected, place: Place, value: int) -> bool:
    """Whether some table with `value` there shows exactly what is shown: search with propagation of bounds."""
    low = {one: limits(given, one)[0] for one in every_place(given)}
    high = {one: limits(given, one)[1] for one in every_place(given)}
    low[place] = high[place] = value
    return _search(list(lines(given)), low, high, [2000])


def _tighten(equations: list[tuple[Place, list[Place]]], low: dict[Place, int], high: dict[Place, int]) -> bool:
    changed = True
    while changed:
        changed = False
        for margin, cells in equations:
            lows, highs = sum(low[one] for one in cells), sum(high[one] for one in cells)
            bounds = [(margin, lows, highs)]
            bounds += [(one, low[margin] - (highs - high[one]), high[margin] - (lows - low[one])) for one in cells]
            for one, least, most in bounds:
                if least > low[one]:
                    low[one], changed = least, True
                if most < high[one]:
                    high[one], changed = most, True
                if low[one] > high[one]:
                    return False
    return True


def _search(
    equations: list[tuple[Place, list[Place]]], low: dict[Place, int], high: dict[Place, int], budget: list[int]
) -> bool:
    if not _tighten(equations, low, high):
        return False
    budget[0] -= 1
    assert budget[0], "the search for another table gave up: make the test's tables smaller"
    open_ = [one for one in low if low[one] < high[one]]
    if not open_:
        return True
    chosen = min(open_, key=lambda one: high[one] - low[one])
    middle = low[chosen]
    return _search(equations, low.copy(), {**high, chosen: middle}, budget) or _search(
        equations, {**low, chosen: middle + 1}, high.copy(), budget
    )


@settings(quick)
@given(source=tables())
def test_equations_give_no_hidden_small_cell_away(source: Table) -> None:
    given = protect(source)
    small = {place for place in source.places() if 0 < source.value(*place) < given.k}
    assert all(given.cell(*place).value is None for place in small)
    assert not known_exactly(given) & small


@settings(quick, max_examples=max(EXAMPLES // 8, 40))
@given(source=tables(dimensions=(2,), most=14))
def test_every_small_number_stays_possible(source: Table) -> None:
    """The strongest attack: integers, marks and zeros known. Each of 1 … k - 1 must still be possible (for a margin:
    from the number of its cells that are shown not to be zero)."""
    given = protect(source)
    for place in source.places():
        value = source.value(*place)
        if 0 < value < given.k:
            sides = [axis.values if here == TOTAL else (here,) for here, axis in zip(place, source.axes, strict=True)]
            least = sum(source.value(*cell) > 0 for cell in product(*sides))
            thinkable = [number for number in range(least, given.k) if possible(given, place, number)]
            assert thinkable == list(range(least, given.k)), place
            assert len(thinkable) > 1 or possible(given, place, given.k)


@settings(quick)
@given(source=tables())
def test_what_is_shown_is_true_and_the_marks_mean_what_they_say(source: Table) -> None:
    given = protect(source)
    for place in source.places():
        cell, value = given.cell(*place), source.value(*place)
        if cell.state == "shown":
            assert cell.value == value >= given.k
        elif cell.state == "zero":
            assert cell.value == value == 0
        elif cell.state == "few":
            assert 0 < value < given.k
            assert given.told_apart
        else:
            assert value >= (given.k if given.told_apart else 1)


def test_without_secondary_suppression_the_margin_gives_it_back() -> None:
    """The attack works where nobody defends: so the tests above can fail."""
    source = table({("v0", "v0"): 3, ("v0", "v1"): 20, ("v1", "v0"): 30, ("v1", "v1"): 40}, (2, 2))
    given = protect(source)
    naked = {
        place: type(cell)("shown", source.value(*place)) if cell.state == "held" else cell
        for place, cell in given.cells.items()
    }
    undone = Protected(given.axes, given.unit, given.k, naked, given.told_apart)
    assert known_exactly(undone) == {("v0", "v0")}
    assert not known_exactly(given)
    assert sum(cell.state == "held" for cell in given.cells.values()) == 3


def test_a_number_of_one_witness_is_small_however_large() -> None:
    source = table({("v0", "v0"): 9, ("v0", "v1"): 20, ("v1", "v0"): 30, ("v1", "v1"): 40}, (2, 2))
    people = {**source.cells, ("v0", "v0"): 1}
    given = protect(Table(source.axes, source.unit, source.cells, people))
    assert given.cell("v0", "v0").value is None
    assert ("v0", "v0") not in known_exactly(given)
    assert all(possible(given, ("v0", "v0"), value) for value in range(5, 14))


def test_a_table_with_nothing_small_is_left_alone() -> None:
    source = table({("v0", "v0"): 5, ("v0", "v1"): 0, ("v1", "v0"): 30, ("v1", "v1"): 40}, (2, 2))
    assert all(cell.value is not None for cell in protect(source).cells.values())


def test_the_limit_can_be_chosen() -> None:
    source = table({("v0", "v0"): 3, ("v0", "v1"): 9, ("v1", "v0"): 9, ("v1", "v1"): 9}, (2, 2))
    assert protect(source, 3).cell("v0", "v0").value == 3
    assert protect(source, 10).cell("v1", "v1").value is None


def overlapping(chance: random.Random, sizes: tuple[int, int], people: int) -> Table:
    """A table in which somebody may stand in several rows and columns, so that margins are unions."""
    axes = tuple(Axis(f"a{at}", "", tuple(f"v{n}" for n in range(size))) for at, size in enumerate(sizes))
    rows, columns = ([chance.sample(axis.values, chance.randint(1, 2)) for _ in range(people)] for axis in axes)
    cells: dict[Place, int] = {}
    for row, column in zip(rows, columns, strict=True):
        for place in product((*row, TOTAL), (*column, TOTAL)):
            cells[place] = cells.get(place, 0) + 1
    return Table(axes, "testimonies", cells, cells)


@settings(quick)
@given(seed=st.integers(0, 1 << 30), people=st.integers(1, 60))
def test_overlapping_lines_give_no_small_cell_away(seed: int, people: int) -> None:
    source = overlapping(random.Random(seed), (3, 3), people)
    given = protect(source)
    for place in source.places():
        if 0 < source.value(*place) < given.k:
            assert given.cell(*place).value is None
            low, high = squeezed(given, place)
            assert low < high, place
            assert low <= source.value(*place) <= high


def squeezed(given: Protected, place: Place) -> tuple[int, int]:
    """What remains possible when a margin only lies between its largest cell and their sum."""
    low = {one: limits(given, one)[0] for one in every_place(given)}
    high = {one: limits(given, one)[1] for one in every_place(given)}
    for _ in range(50):
        for margin, cells in lines(given):
            low[margin] = max([low[margin], *(low[one] for one in cells)])
            high[margin] = min(high[margin], sum(high[one] for one in cells))
            for one in cells:
                high[one] = min(high[one], high[margin])
                low[one] = max(low[one], low[margin] - sum(high[other] for other in cells if other != one))
    return low[place], high[place]


@settings(quick)
@given(numbers=st.lists(st.integers(0, 14), min_size=1, max_size=7))
def test_of_a_list_whose_total_is_known_every_small_number_stays_possible(numbers: list[int]) -> None:
    """Total and marks known. A list with nothing to hide behind is hidden whole; then its total is all one knows."""
    source = table({(f"v{at}",): number for at, number in enumerate(numbers)}, (len(numbers),))
    given = protect(source, totals_known=True)
    total = source.value(TOTAL)
    if total < given.k:
        assert all(given.cell(*place).value in (None, 0) for place in source.places())
        return
    assert given.cell(TOTAL).value == total
    for place in source.places():
        if 0 < source.value(*place) < given.k:
            thinkable = [number for number in range(1, given.k) if possible(given, place, number)]
            assert len(thinkable) > 1 or possible(given, place, given.k), (numbers, place)


@settings(quick)
@given(seed=st.integers(0, 1 << 30), size=st.integers(5, 40))
def test_of_an_overlapping_list_whose_total_is_known_no_small_number_is_fixed(seed: int, size: int) -> None:
    chance = random.Random(seed)
    held = [chance.sample(("v0", "v1", "v2", "v3"), chance.choice((1, 1, 1, 2))) for _ in range(size)]
    cells: dict[Place, int] = {(TOTAL,): size}
    for value in (value for one in held for value in one):
        cells[(value,)] = cells.get((value,), 0) + 1
    source = Table((Axis("a", "", ("v0", "v1", "v2", "v3")),), "testimonies", cells, cells)
    given = protect(source, totals_known=True)
    assert given.cell(TOTAL).value == size
    for place in source.places():
        if 0 < source.value(*place) < given.k:
            assert given.cell(*place).value is None
            low, high = squeezed(given, place)
            assert low < high


@pytest.mark.slow
def test_a_large_table_is_protected_in_time() -> None:
    chance = random.Random(7)
    sizes = (10, 30, 8)
    interior = {
        place: max(0, round(chance.gauss(6, 9)))
        for place in product(*((f"v{n}" for n in range(size)) for size in sizes))
    }
    given = protect(table(interior, sizes))
    hidden = sum(cell.value is None for cell in given.cells.values())
    small = sum(0 < value < 5 for value in interior.values())
    assert small < hidden < 3 * small
