"""The shape of an answer: where, when, and crossed with itself. Counts of one unit at a time, never of a mixture.

What stands on the desk is exact; `suppress.protect` says what of it could leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args
from uuid import UUID

from intake.actions.catchup import opened
from intake.actions.search import Question, ask
from intake.actions.tallying import Stays, Tally, Voice, tally
from intake.errors import N_, Invalid
from intake.language.places import Level
from intake.models.testimony import Leg
from intake.readmodel.filters import KEYS, NONE
from intake.readmodel.model import ReadModel
from intake.readmodel.suppress import Protected, protect
from intake.readmodel.tabulate import TOTAL, Table, Unit
from intake.work import Work, action

UNITS: tuple[Unit, ...] = get_args(Unit)
MAP_LEVELS: tuple[Level, ...] = ("country", "province", "city")
AXES = (
    "concept@0", "concept@1", "concept@2", "place@country", "place@province", "place@city", "sector@0", "sector@1",
    "year", "entry", "period", "document", "focus", "indicator", "language", "state",
)  # fmt: skip
"""What a table can be crossed by, broad to fine."""
MOST_STAYS = 150
MOST_COMPARED = 1_000
PATIENCE = 3.0


@dataclass(frozen=True, kw_only=True)
class Mapped:
    """How many there are at each place of one level. `elsewhere`: those that name no place of this level."""

    asked: Question
    level: Level
    unit: Unit
    places: tuple[tuple[str, int], ...]
    elsewhere: int


@dataclass(frozen=True, kw_only=True)
class Stayed:
    """A stay abroad, as its testimony tells it."""

    testimony_id: UUID
    reference: str
    leg: Leg


@dataclass(frozen=True, kw_only=True)
class Timed:
    """How many there are in each year, before and after the deadline, and the stays of the newest testimonies."""

    asked: Question
    unit: Unit
    years: tuple[tuple[str, int], ...]
    unknown: int
    periods: tuple[tuple[str, int], ...]
    stays: tuple[Stayed, ...]
    shown: int


@dataclass(frozen=True, kw_only=True)
class Crossed:
    """A table over two axes, or three, as it is and as it could leave. `layers`: the third, or empty."""

    asked: Question
    rows: str
    columns: str
    layers: str
    table: Table
    protected: Protected


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What the testimonies say of the facts of a stay. `compared`: how many were read, the newest interviews first."""

    asked: Question
    facts: tuple[Tally, ...]
    compared: int


def unit_of(text: str) -> Unit:
    """The unit to count in. `Invalid` when there is none of this name."""
    if text not in UNITS:
        raise Invalid(N_("There is no such unit. There are: %(known)s."), known=", ".join(UNITS))
    return text


@action(reading=True)
def map_(work: Work, text: str, level: str = "city", unit: str = "testimonies") -> Mapped:
    """Where the answer lies."""
    if level not in MAP_LEVELS:
        raise Invalid(N_("There is no such level. There are: %(known)s."), known=", ".join(MAP_LEVELS))
    counted = unit_of(unit)
    asked, model = ask(work, text, PATIENCE)
    found = _along(model, asked, f"place@{level}", counted)
    places = tuple((value, count) for value, count in found if value != NONE)
    ordered = tuple(sorted(places, key=lambda one: (-one[1], one[0])))
    rest = dict(found).get(NONE, 0)
    return Mapped(asked=asked, level=level, unit=counted, places=ordered, elsewhere=rest)


@action(reading=True)
def timeline(work: Work, text: str, unit: str = "testimonies") -> Timed:
    """When it was."""
    counted = unit_of(unit)
    asked, model = ask(work, text, PATIENCE)
    years = _along(model, asked, "year", counted)
    ids = model.ids(asked.query, most=MOST_STAYS)
    said = {record.id: (record, content) for record, content in opened(work, ids) if content is not None}
    stays = tuple(
        Stayed(testimony_id=record.id, reference=record.reference, leg=leg)
        for record, content in (said[one] for one in ids if one in said)
        for leg in content.legs
    )
    return Timed(
        asked=asked,
        unit=counted,
        years=tuple(sorted((value, count) for value, count in years if value != NONE)),
        unknown=dict(years).get(NONE, 0),
        periods=tuple(_along(model, asked, "period", counted)),
        stays=stays,
        shown=len(ids),
    )


@action(reading=True)
def tabulate(work: Work, text: str, rows: str, columns: str, unit: str = "testimonies", layers: str = "") -> Crossed:
    """The answer crossed by two of its sides, or three."""
    sides = (rows, columns, *((layers,) if layers else ()))
    if any(axis not in AXES for axis in sides):
        raise Invalid(N_("A table cannot be crossed by this."))
    if not crossable(sides):
        raise Invalid(N_("Choose two different sides for the table."))
    asked, model = ask(work, text, PATIENCE)
    table = model.tabulate(asked.query, rows, columns, layers or None, unit=unit_of(unit), people=True)
    return Crossed(
        asked=asked,
        rows=rows,
        columns=columns,
        layers=layers,
        table=table,
        protected=protect(table, work.instance.settings.small_cell),
    )


def crossable(sides: Sequence[str]) -> bool:
    """Whether a table can have these sides: two or three, no two of one kind."""
    known = all(side in AXES for side in sides)
    return known and len(sides) in (2, 3) and len({side.partition("@")[0] for side in sides}) == len(sides)


@action(reading=True)
def compare(work: Work, text: str) -> Compared:
    """What is said of pay, hours, papers and freedom, value by value, with who says it and who was not asked."""
    asked, model = ask(work, text, PATIENCE)
    ids = model.ids(asked.query, most=MOST_COMPARED)
    stays = tuple(stays_of(work, ids))
    return Compared(asked=asked, facts=tally(stays), compared=len(stays))


def stays_of(work: Work, ids: Sequence[UUID]) -> Stays:
    """Who says what: each testimony that can be opened, in the order of `ids`, with its stays."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        held = {record.id: (record, said) for record, said in opened(work, some) if said is not None}
        for record, said in (held[one] for one in some if one in held):
            yield Voice(record.id, record.reference, said.witness_code), said.legs


_AT_ONCE = 500


def _along(model: ReadModel, asked: Question, axis: str, unit: Unit) -> Sequence[tuple[str, int]]:
    """The counts of one axis: the margin of a table whose other side does not matter."""
    other = "state" if not axis.startswith("state") else "language"
    table = model.tabulate(asked.query, axis, other, unit=unit)
    return [(value, table.value(value, TOTAL)) for value in table.axes[0].values]


assert all(axis.partition("@")[0] in KEYS for axis in AXES)  # noqa: S101 - an axis is a filter
