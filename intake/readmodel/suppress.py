"""Tables that may leave the desk: small cells are held back, and enough others that no margin gives them away.

Primary: a cell with fewer than k of anything, or with fewer than k people behind it, is held back. Secondary: for each
such cell there must be *another table* that everybody outside would find just as possible: with the same shown numbers,
the same margins, the same marks, and in that place any number from 1 to k - 1. Such a table is made by moving t along
the corners of a box (hypercube method): a rectangle in two dimensions, eight corners in three, with a plus and a minus
at the two ends of an edge, so that every line keeps its sum. An edge may end in the margin; then both ends move alike.
All corners of the box are held back; among all boxes the one that costs least is taken.

Marks say more than nothing: `few` tells that a number is from 1 to k - 1, `held` that it is k or more, a zero is shown.
The other table must respect that. Where no box can, the two marks become one (`held`: one or more), and the margins
are held back as a last resort.
Lines may overlap (a testimony with two mechanisms): then a margin is only known to lie between its largest cell and
their sum, and the other table must respect that too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

from intake.readmodel.tabulate import TOTAL, Axis, Place, Table, Unit

K = 5
_MOST_BOXES = 3000
_MARGIN_COSTS = 8
_NO_LIMIT = 1 << 60

State = Literal["shown", "zero", "few", "held"]


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is None where it is held back. `few`: from 1 to k - 1. `held`: kept back to protect another (or, if the
    table does not tell the two apart, either)."""

    state: State
    value: int | None


@dataclass(frozen=True, slots=True)
class Protected:
    """What may leave. `told_apart`: whether `few` is marked as such. Goes with a note that says `k` and both rules."""

    axes: tuple[Axis, ...]
    unit: Unit
    k: int
    cells: Mapping[Place, Cell]
    told_apart: bool

    def cell(self, *place: str) -> Cell:
        """One cell; what is missing is zero."""
        return self.cells.get(place, Cell("zero", 0))


def protect(table: Table, k: int = K, *, totals_known: bool = False) -> Protected:
    """The table with small cells, and those that would give them away, held back.

    `totals_known`: margins cannot be held back to protect a cell, because they stand in other files as well: a list of
    places or of answers, whose total every other table of the same question tells. The table must have been made with
    its people counted (`ValueError`): nine testimonies may be one witness's.
    """
    if table.witnesses is None:
        raise ValueError("count the people of this table first")
    guard = _Guard(table, k, told_apart=True, totals_known=totals_known)
    if not guard.run():
        guard = _Guard(table, k, told_apart=False, totals_known=totals_known)
        guard.run()
    cells = {place: guard.cell(place) for place in table.places()}
    return Protected(table.axes, table.unit, k, cells, guard.told_apart)


class _Guard:
    def __init__(self, table: Table, k: int, *, told_apart: bool, totals_known: bool = False) -> None:
        self.table = table
        self.k = k
        self.told_apart = told_apart
        self.totals_known = totals_known
        self.value = {place: table.value(*place) for place in table.places()}
        people = table.witnesses or {}
        self.primary = {
            place for place, value in self.value.items() if value and min(value, people.get(place, value)) < k
        }
        self.hidden = set(self.primary)
        self.additive = all(self._adds_up(place) for place in self.value if TOTAL in place)

    def run(self) -> bool:
        """Find a box for every primary cell; False if one has none and marks are told apart."""
        for place in sorted(self.primary, key=lambda one: (-one.count(TOTAL), self.value[one], one)):
            shifts = list(self._shifts(place))
            if shifts and all(self._protect(place, shift) for shift in shifts):
                continue
            if self.told_apart:
                return False
            self._hide_margins(place)
        return True

    def cell(self, place: Place) -> Cell:
        value = self.value[place]
        if place not in self.hidden:
            return Cell("shown" if value else "zero", value)
        return Cell("few" if self.told_apart and value < self.k else "held", None)

    def _shifts(self, place: Place) -> Iterator[int]:
        """How far a number must be able to move, down and up."""
        low, high = self._bounds(place)
        low = max(low, self._at_least(place))
        value = self.value[place]
        if value > low:
            yield -min(self.k - 1, value - low)
        up = min(self.k - 1, high - value) if self.told_apart else max(self.k - 1 - value, 1)
        if up > 0:
            yield up

    def _bounds(self, place: Place) -> tuple[int, int]:
        """What the mark of a held-back cell tells: from, to."""
        if not self.told_apart:
            return 1, _NO_LIMIT
        return (1, self.k - 1) if self.value[place] < self.k else (self.k, _NO_LIMIT)

    def _at_least(self, place: Place) -> int:
        """A margin is no less than the number of its cells that are not zero: zeros are shown, so that is known."""
        if TOTAL not in place or not self.additive:
            return 1
        block = product(
            *(axis.values if here == TOTAL else (here,) for here, axis in zip(place, self.table.axes, strict=True))
        )
        return sum(1 for cell in block if self.value[cell])

    def _protect(self, place: Place, shift: int) -> bool:
        if self.totals_known and not self.additive and self._possible({place: 1}, shift):
            return True  # Where lines overlap it may move alone.
        best: tuple[int, list[Place]] | None = None
        for opposite in self._opposites(place):
            corners = self._corners(place, opposite)
            if any(not self.value[corner] for corner in corners):
                continue
            fresh = [corner for corner in corners if corner not in self.hidden]
            cost = sum(self._cost(corner) for corner in fresh)
            if (best is None or cost < best[0]) and self._possible(corners, shift):
                best = (cost, fresh)
                if not cost:
                    break
        if best is None:
            return False
        self.hidden.update(best[1])
        return True

    def _hide_margins(self, place: Place) -> None:
        """Where lines overlap no box may do; with every margin it counts in hidden, a cell is free by itself."""
        if self.totals_known:
            self.hidden.update(one for one, value in self.value.items() if value and TOTAL not in one)
            return
        for turned in product((False, True), repeat=len(place)):
            corner = tuple(TOTAL if turn else here for here, turn in zip(place, turned, strict=True))
            if self.value[corner]:
                self.hidden.add(corner)

    def _cost(self, place: Place) -> int:
        margins = place.count(TOTAL)
        return (self.value[place] + 1) * int(_MARGIN_COSTS**margins)

    def _opposites(self, place: Place) -> Iterable[Place]:
        """The opposite corners to try: all of them, or of very large tables the most promising along each axis."""
        along: list[list[str]] = []
        for at, axis in enumerate(self.table.axes):
            others = [value for value in (*axis.values, TOTAL) if value != place[at]]
            if self.totals_known and TOTAL in others:
                others.remove(TOTAL)
            priced = [(self._edge_cost(place, at, value), value) for value in others]
            along.append([value for cost, value in sorted(priced) if cost < _NO_LIMIT])
        most = int(_MOST_BOXES ** (1 / len(along)))
        return product(*(values[:most] if len(values) > most else values for values in along))

    def _edge_cost(self, place: Place, at: int, value: str) -> int:
        corner = (*place[:at], value, *place[at + 1 :])
        if not self.value[corner]:
            return _NO_LIMIT
        return 0 if corner in self.hidden else self._cost(corner)

    def _corners(self, place: Place, opposite: Place) -> dict[Place, int]:
        """The corners of the box with their signs, the place itself being plus."""
        corners: dict[Place, int] = {}
        for turned in product((False, True), repeat=len(place)):
            corner = tuple(there if turn else here for here, there, turn in zip(place, opposite, turned, strict=True))
            sign = 1
            for here, there, turn in zip(place, opposite, turned, strict=True):
                if turn and TOTAL not in (here, there):
                    sign = -sign
            corners[corner] = sign
        return corners

    def _possible(self, corners: Mapping[Place, int], shift: int) -> bool:
        """Whether the table moved along the corners is one that could be behind what is shown."""
        moved = {corner: self.value[corner] + sign * shift for corner, sign in corners.items()}
        for corner, value in moved.items():
            low, high = self._bounds(corner)
            if not low <= value <= high:
                return False
        return self.additive or all(self._line_holds(margin, moved) for margin in self._margins_touched(corners))

    def _margins_touched(self, corners: Iterable[Place]) -> set[tuple[Place, int]]:
        return {
            ((*corner[:at], TOTAL, *corner[at + 1 :]), at) for corner in corners for at in range(len(self.table.axes))
        }

    def _line_holds(self, margin: tuple[Place, int], moved: Mapping[Place, int]) -> bool:
        place, at = margin
        line = [moved.get(cell, self.value[cell]) for cell in self._line(place, at)]
        total = moved.get(place, self.value[place])
        return max(line, default=0) <= total <= sum(line)

    def _line(self, place: Place, at: int) -> Iterator[Place]:
        return ((*place[:at], value, *place[at + 1 :]) for value in self.table.axes[at].values)

    def _adds_up(self, place: Place) -> bool:
        return all(
            self.value[place] == sum(self.value[cell] for cell in self._line(place, at))
            for at in range(len(place))
            if place[at] == TOTAL
        )
