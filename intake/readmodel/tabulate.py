"""Cross-tables over two or three facets: every cell is an intersection of bitmaps, every margin a union, not a sum.

A testimony may have two mechanisms or three years, so it may stand in several cells; a margin counts it once. An axis
is a filter's key, with a level where there is a hierarchy: `place@country`, `place@province` (if none is given), …,
`mechanism@0` for the broadest terms, `@1` (the default) for those below them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal, get_args

from pyroaring import BitMap

from intake.errors import N_, Invalid
from intake.language.places import LEVELS, Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.readmodel import filters
from intake.readmodel.filters import NONE

TOTAL = "*"
MOST_CELLS = 200_000
Unit = Literal["testimonies", "witnesses", "cases", "workplaces"]
UNITS: tuple[Unit, ...] = get_args(Unit)
SINGULAR: Mapping[Unit, str] = {"witnesses": "witness", "cases": "case", "workplaces": "workplace"}
Place = tuple[str, ...]
SetOf = Callable[[str, str], BitMap]
Distinct = Callable[[BitMap, Unit], int]


@dataclass(frozen=True, slots=True)
class Axis:
    """One side of a table: a filter's key, the level of a hierarchy or "", and the values in order."""

    key: str
    level: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`cells`: by one value (or `TOTAL`) per axis; what is missing is zero.

    `witnesses`: how many people stand behind a cell, whatever the unit, because it is people a small number betrays;
    None when they were not counted, and then the table must not leave.
    """

    axes: tuple[Axis, ...]
    unit: Unit
    cells: Mapping[Place, int]
    witnesses: Mapping[Place, int] | None

    def value(self, *place: str) -> int:
        """One cell."""
        return self.cells.get(place, 0)

    def places(self, *, margins: bool = True) -> Iterator[Place]:
        """Every place of the table, row by row."""
        return product(*((*axis.values, TOTAL) if margins else axis.values for axis in self.axes))


def read_axis(
    spec: str, vocabulary: Vocabulary, gazetteer: Gazetteer, there: Callable[[filters.Key], list[str]]
) -> Axis:
    """The axis a text like `place@province` means; `there` lists a key's values. Raises `Invalid`."""
    name, _, level = spec.partition("@")
    row = filters.KEYS[filters.key(name)]
    values = there(row)
    if row.domain == "place":
        level = level or "province"
        if level not in LEVELS:
            raise Invalid(N_("There is no such level. There are: %(known)s."), known=", ".join(LEVELS))
        values = [one for one in values if one == NONE or gazetteer.place(one).level == level]
    elif row.scheme and any(vocabulary.concept(one).parents for one in values if one != NONE):
        level = level or "1"
        if not level.isdigit():
            raise Invalid(N_("There is no such level. There are: %(known)s."), known="0, 1, 2")
        values = [one for one in values if one == NONE or _at(vocabulary, one, int(level))]
    elif level:
        raise Invalid(N_("The filter “%(key)s” has no levels."), key=row.key)
    return Axis(row.key, level, tuple(values))


def tabulate(
    answer: BitMap, axes: tuple[Axis, ...], unit: Unit, set_of: SetOf, distinct: Distinct, *, people: bool
) -> Table:
    """Count an answer over two or three axes; values nobody has are left out.

    `set_of(key, value)`: the set of a value, where `none` is for those that have none of the axis's values.
    """
    if unit not in UNITS:
        raise Invalid(N_("There is no such unit. There are: %(known)s."), known=", ".join(UNITS))
    sides = [_side(answer, axis, set_of) for axis in axes]
    size = 1
    for side in sides:
        size *= len(side)
    if size > MOST_CELLS:
        raise Invalid(N_("This table is too large: at most %(most)d cells."), most=MOST_CELLS)
    cells: dict[Place, int] = {}
    _count(answer, sides, (), cells, None if unit == "testimonies" else lambda found: distinct(found, unit))
    witnesses: dict[Place, int] | None = None
    if people:
        witnesses = {}
        _count(answer, sides, (), witnesses, lambda found: distinct(found, "witnesses"))
    shown = tuple(
        Axis(axis.key, axis.level, tuple(value for value, _ in side if value != TOTAL))
        for axis, side in zip(axes, sides, strict=True)
    )
    return Table(shown, unit, cells, witnesses)


_Side = list[tuple[str, BitMap]]


def _side(answer: BitMap, axis: Axis, set_of: SetOf) -> _Side:
    """The values somebody in the answer has, each with those who have it; the rest under `none`; all under `TOTAL`."""
    found = [(value, answer & set_of(axis.key, value)) for value in axis.values if value != NONE]
    found = [(value, ids) for value, ids in found if ids]
    missing = answer - BitMap.union(BitMap(), *(ids for _, ids in found))
    return [*found, *([(NONE, missing)] if missing else []), (TOTAL, answer)]


def _count(
    within: BitMap, sides: list[_Side], place: Place, cells: dict[Place, int], count: Callable[[BitMap], int] | None
) -> None:
    """Fill `cells`; without `count`, with numbers of testimonies, for which no set has to be made."""
    if len(sides) > 1:
        for value, ids in sides[0]:
            inside = within if value == TOTAL else within & ids
            if inside:
                _count(inside, sides[1:], (*place, value), cells, count)
        return
    for value, ids in sides[0]:
        number = within.intersection_cardinality(ids)
        if number:
            cells[(*place, value)] = number if count is None else count(within & ids)


def _at(vocabulary: Vocabulary, concept: str, depth: int) -> bool:
    """Whether a term stands so deep, or ends above: a broadest term with nothing below it belongs to every level."""
    mine = _depth(vocabulary, concept)
    return mine == depth or (mine < depth and not vocabulary.children(concept))


def _depth(vocabulary: Vocabulary, concept: str) -> int:
    parents = vocabulary.concept(concept).parents
    return 1 + min(_depth(vocabulary, parent) for parent in parents) if parents else 0
