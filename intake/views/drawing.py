"""Answers as figures: bars, bubbles and stays, each with its numbers beside it and links that narrow the question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext

from intake.actions.figure import AXES, MAP_LEVELS, MOST_STAYS, UNITS, Crossed, Mapped, Stayed, Timed
from intake.actions.refining import put
from intake.actions.search import Question
from intake.errors import N_
from intake.forms.search import Asked
from intake.models.testimony import Leg
from intake.readmodel.filters import KEYS, NONE
from intake.readmodel.query import to_text
from intake.readmodel.spans import span
from intake.readmodel.suppress import Cell
from intake.readmodel.tabulate import TOTAL
from intake.rendering.chart import Series, bars
from intake.rendering.map import EAST_ASIA, OLD_WORLD, REGION, WORLD, Box, Bubble, outline_map
from intake.rendering.markup import Element
from intake.rendering.timeline import REPATRIATION, Lane, Marker, Moment, Stay
from intake.rendering.timeline import timeline as drawn_timeline
from intake.views.desk import TITLES, Frame, Names, frame, page_of
from intake.web import locale

RESOLUTIONS = (
    (date(2017, 12, 22), N_("Resolution 2397 adopted")),
    (REPATRIATION, N_("Repatriation deadline")),
)
"""Security Council resolution 2397 (2017): the day it was adopted and the day of its paragraph 8."""

UNIT_NAMES = {
    "testimonies": N_("Testimonies"),
    "witnesses": N_("Witnesses"),
    "cases": N_("Cases"),
    "workplaces": N_("Workplaces"),
}
LEVEL_NAMES = {
    "country": N_("Country"),
    "province": N_("Province"),
    "city": N_("City"),
    "0": N_("broadest terms"),
    "1": N_("second level"),
    "2": N_("third level"),
}
WINDOWS: dict[str, tuple[str, Box]] = {
    "region": (N_("Korea, north-east China, Primorye"), REGION),
    "east-asia": (N_("East Asia"), EAST_ASIA),
    "old-world": (N_("Asia, Africa, Europe"), OLD_WORLD),
    "world": (N_("The world"), WORLD),
}
_MOSTLY = 0.75
Choices = tuple[tuple[str, str], ...]
_MOST_BARS = 30


@dataclass(frozen=True)
class Counted:
    """A value, how many, and the question narrowed to it."""

    label: str
    count: int
    url: str


@dataclass(frozen=True)
class MapPage:
    frame: Frame
    level: str
    unit: str
    window: str
    levels: Choices
    units: Choices
    windows: Choices
    drawing: Element | None
    outside: int
    rows: tuple[Counted, ...]
    elsewhere: int


@dataclass(frozen=True)
class TimePage:
    frame: Frame
    unit: str
    units: Choices
    years: Element | None
    rows: tuple[Counted, ...]
    unknown: int
    periods: tuple[Counted, ...]
    stays: Element | None
    table: tuple[tuple[str, str, str, str, str], ...]
    shown: int
    most: int


@dataclass(frozen=True)
class Side:
    """A row or column of a table: its words and the question narrowed to it."""

    value: str
    label: str
    url: str


@dataclass(frozen=True)
class TableCell:
    """What stands in a cell, and the question that gives it; `kind`: shown, zero, few or held."""

    text: str
    kind: str
    url: str


@dataclass(frozen=True)
class TablePage:
    """`groups`: the lines of the table; with a third side, those of each of its values and of all of them together."""

    frame: Frame
    rows: str
    columns: str
    unit: str
    axes: Choices
    units: Choices
    layers: str
    across: tuple[Side, ...]
    groups: tuple[tuple[Side | None, tuple[tuple[Side, tuple[TableCell, ...]], ...]], ...]
    leaving: bool
    k: int
    told_apart: bool


def _names(asked: Question) -> Names:
    return Names(asked.vocabulary, asked.gazetteer, locale())


def _narrowed(asked: Question, *filters: tuple[str, str]) -> str:
    """The rows of the question with these values instead of whatever it says of their keys."""
    query = asked.query
    for key, value in filters:
        query = put(query, key, [value])
    return url_for("search.run", q=to_text(query))


def _chosen(known: Iterable[str], words: dict[str, str]) -> Choices:
    return tuple((one, gettext(words[one])) for one in known)


# -- the map


def mapped(question: Asked, found: Mapped, window: str = "") -> MapPage:
    """The map of an answer, and its table. Without a `window` the closest one that holds most of what is on it."""
    names = _names(found.asked)
    rows = tuple(Counted(names.place(id_), n, _narrowed(found.asked, ("place", id_))) for id_, n in found.places)
    points = [point for (id_, _), row in zip(found.places, rows, strict=True) if (point := _bubble(id_, row, names))]
    window = window if window in WINDOWS else _window(points)
    box = WINDOWS[window][1]
    kept = {"level": found.level, "unit": found.unit, "window": window}
    return MapPage(
        frame(question, found.asked, "figure.map", **kept),
        found.level,
        found.unit,
        window,
        _chosen(MAP_LEVELS, LEVEL_NAMES),
        _chosen(UNITS, UNIT_NAMES),
        tuple((name, gettext(words)) for name, (words, _) in WINDOWS.items()),
        outline_map(points, names.lang, box=box, name="answer-map") if points else None,
        len(rows) - sum(1 for point in points if box.holds(point.lat, point.lon)),
        rows,
        found.elsewhere,
    )


def _bubble(ident: str, row: Counted, names: Names) -> Bubble | None:
    point = names.gazetteer.place(ident).point
    if point is None:
        return None
    return Bubble(place_id=ident, label=row.label, lat=point[0], lon=point[1], count=row.count, href=row.url)


def _window(points: Sequence[Bubble]) -> str:
    whole = sum(point.count or 0 for point in points)
    for name, (_, box) in WINDOWS.items():
        if sum(point.count or 0 for point in points if box.holds(point.lat, point.lon)) >= whole * _MOSTLY:
            return name
    return "world"


# -- the timeline


def timed(question: Asked, found: Timed) -> TimePage:
    """Years and stays of an answer."""
    names = _names(found.asked)
    rows = tuple(Counted(year, count, _narrowed(found.asked, ("year", year))) for year, count in found.years)
    periods = tuple(
        Counted(names.value("period", value), count, _narrowed(found.asked, ("period", value)))
        for value, count in found.periods
    )
    series = [Series(label=gettext(UNIT_NAMES[found.unit]), values=tuple(float(row.count) for row in rows))]
    years = bars(
        "answer-years",
        gettext("By year of the stay"),
        gettext("A stay counts in each of its years. The same numbers stand in the table below."),
        [row.label for row in rows],
        series,
        [row.url for row in rows],
    )
    return TimePage(
        frame(question, found.asked, "figure.timeline", unit=found.unit),
        found.unit,
        _chosen(UNITS, UNIT_NAMES),
        years if 0 < len(rows) <= _MOST_BARS else None,
        rows,
        found.unknown,
        periods,
        drawn_stays(found.stays, names),
        stay_rows(found.stays, names),
        found.shown,
        MOST_STAYS,
    )


def stay_rows(stays: Sequence[Stayed], names: Names) -> tuple[tuple[str, str, str, str, str], ...]:
    """The stays as a table: reference, page, where, entry, exit."""
    return tuple(
        (one.reference, page_of(one.testimony_id), _where(one.leg, names), one.leg.entry, one.leg.exit) for one in stays
    )


def _where(leg: Leg, names: Names) -> str:
    return ", ".join(filter(None, (leg.workplace, names.place(leg.place or leg.country))))


def _moment(text: str) -> Moment | None:
    """A date as well as it is known."""
    found = span(text)
    return Moment(earliest=found[0], latest=found[1]) if found else None


def _lanes(stays: Sequence[Stayed], names: Names) -> list[Lane]:
    """One lane per country, the stays by their beginning."""
    lanes: dict[str, list[Stayed]] = {}
    for one in stays:
        lanes.setdefault(names.place(one.leg.country) if one.leg.country else gettext("not stated"), []).append(one)
    return [
        Lane(label=label, stays=tuple(_stay(one, names) for one in sorted(held, key=lambda one: one.leg.entry or "9")))
        for label, held in sorted(lanes.items(), key=lambda lane: -len(lane[1]))
    ]


def _stay(one: Stayed, names: Names) -> Stay:
    place = names.place(one.leg.place) if one.leg.place else ""
    return Stay(
        label=" ".join(filter(None, (one.reference, place))),
        start=_moment(one.leg.entry),
        end=_moment(one.leg.exit),
        told=f"{one.leg.entry or '?'} – {one.leg.exit or '?'}",
        href=page_of(one.testimony_id),
    )


def drawn_stays(stays: Sequence[Stayed], names: Names) -> Element | None:
    """The stays as bars, a lane per country; None when none of them says when."""
    return drawn_timeline(
        "answer-stays",
        gettext("Stays over time"),
        gettext("Pale parts are uncertain. The same dates stand in the table below."),
        _lanes(stays, names),
        [Marker(day=day, label=gettext(words)) for day, words in RESOLUTIONS],
    )


# -- the table


def axis_label(axis: str) -> str:
    """An axis in words: what it is, and at which level."""
    key, _, level = axis.partition("@")
    title = str(gettext(TITLES[key]))
    return f"{title} ({gettext(LEVEL_NAMES[level])})" if level else title


def crossed(question: Asked, found: Crossed, *, leaving: bool) -> TablePage:
    """A table as it is, or as it could leave."""
    names = _names(found.asked)
    keys = [axis.key for axis in found.table.axes]
    across = tuple(_side(found, keys[1], value, names) for value in (*found.table.axes[1].values, TOTAL))

    def lines(beyond: tuple[tuple[str, str], ...]) -> tuple[tuple[Side, tuple[TableCell, ...]], ...]:
        return tuple(
            (
                _side(found, keys[0], value, names),
                tuple(
                    _cell(found, ((keys[0], value), (keys[1], side.value), *beyond), leaving=leaving) for side in across
                ),
            )
            for value in (*found.table.axes[0].values, TOTAL)
        )

    groups: list[tuple[Side | None, tuple[tuple[Side, tuple[TableCell, ...]], ...]]] = []
    for layer in (*found.table.axes[2].values, TOTAL) if found.layers else ():
        groups.append((_side(found, keys[2], layer, names), lines(((keys[2], layer),))))
    kept = {"rows": found.rows, "columns": found.columns, "unit": found.table.unit, "layers": found.layers}
    kept = {name: value for name, value in kept.items() if value}
    return TablePage(
        frame(question, found.asked, "figure.tabulate", **kept, **({"leaving": "yes"} if leaving else {})),
        found.rows,
        found.columns,
        found.table.unit,
        tuple((axis, axis_label(axis)) for axis in AXES),
        _chosen(UNITS, UNIT_NAMES),
        found.layers,
        across,
        tuple(groups) if found.layers else ((None, lines(())),),
        leaving,
        found.protected.k,
        found.protected.told_apart,
    )


def _side(found: Crossed, key: str, value: str, names: Names) -> Side:
    plain = value == TOTAL or (value == NONE and KEYS[key].narrower)
    return Side(value, side_words(key, value, names), "" if plain else _narrowed(found.asked, (key, value)))


def side_words(key: str, value: str, names: Names) -> str:
    """A row or column of a table in words. At one level of a hierarchy, `none` is what has no value at that level."""
    if value == TOTAL:
        return str(gettext("Together"))
    return str(gettext("none of these")) if value == NONE and KEYS[key].narrower else names.value(key, value)


def _cell(found: Crossed, sides: tuple[tuple[str, str], ...], *, leaving: bool) -> TableCell:
    place = tuple(value for _, value in sides)
    narrowed = [one for one in sides if one[1] != TOTAL]
    if leaving:
        cell = found.protected.cell(*place)
        return TableCell(cell_words(cell, found.protected.k), cell.state, "")
    value = found.table.value(*place)
    url = _narrowed(found.asked, *narrowed) if value and narrowed and NONE not in place else ""
    return TableCell(f"{value:,}" if value else "–", "shown" if value else "zero", url)


def cell_words(cell: Cell, k: int) -> str:
    """A cell of a table that may leave, in words."""
    if cell.value is not None:
        return f"{cell.value:,}" if cell.value else "–"
    return str(gettext("under %(k)s", k=k) if cell.state == "few" else gettext("protected"))
