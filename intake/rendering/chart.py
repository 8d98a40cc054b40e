"""Bars and lines as SVG, from numbers that stand in a table on the same page.

Colours and type come from the style sheet, by class.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from intake.rendering.markup import Element, element, figure, link, shortened, wide

_WIDTH, _ROW, _GAP, _TOP = 720.0, 22.0, 10.0, 26.0
_EM = 13.0
# Series differ by class, which the style sheet gives a colour and a pattern of its own.
CLASSES = ("", " second", " third", " fourth")
# Lines differ by pattern as well, which no style sheet has to add and which print keeps.
_DASHES = (None, "8 4", "2 4", "10 3 2 3")


@dataclass(frozen=True, kw_only=True)
class Series:
    """One row of numbers under a name. None stands for a number that is not shown; `hidden` says why, in words."""

    label: str
    values: tuple[float | None, ...]
    hidden: str = "–"


def bars(
    name: str,
    title: str,
    description: str,
    labels: Sequence[str],
    series: Sequence[Series],
    links: Sequence[str | None] = (),
) -> Element:
    """Horizontal bars, a group of them per label, zero at the left. ValueError for negative or uneven numbers."""
    _check(labels, series)
    left = min(240.0, max((wide(label) for label in labels), default=0) * _EM + 12)
    room = _WIDTH - left - 90
    ticks = _ticks(_largest(series))
    height = _TOP + sum(_ROW * len(series) + _GAP for _ in labels) + (24 if len(series) > 1 else 4)
    drawn: list[Element] = [_grid(tick, left + room * tick / ticks[-1], height) for tick in ticks]
    top = _TOP
    for place, label in enumerate(labels):
        middle = top + _ROW * len(series) / 2 + 4
        rows = [
            _bar(row, place, left, top + _ROW * number, room / ticks[-1], CLASSES[number % 4])
            for number, row in enumerate(series)
        ]
        shown = shortened(label, (left - 12) / _EM)
        text = element("text", shown, x=left - 8, y=middle, text_anchor="end", class_="bar-label")
        # The space keeps a label and its number apart for whoever reads the text without seeing it.
        href, said = links[place] if place < len(links) else None, _said(label, series, place)
        drawn.append(link(href, text, " ", *rows, label=said))
        top += _ROW * len(series) + _GAP
    return figure(name, title, description, _WIDTH, height, *drawn, _legend(series, left, height, "bar"))


def lines(name: str, title: str, description: str, labels: Sequence[str], series: Sequence[Series]) -> Element:
    """Lines over labels in a row (years, months); a number that is not shown is a gap, never a zero."""
    _check(labels, series)
    ticks = _ticks(_largest(series))
    left, top, bottom = wide(_count(ticks[-1])) * _EM + 16, 16.0, 300.0
    step = (_WIDTH - left - 60) / max(1, len(labels) - 1)
    across = [left + 20 + step * place for place in range(len(labels))]
    up = (bottom - top) / ticks[-1]
    height = bottom + (58 if len(series) > 1 else 32)
    drawn: list[Element] = []
    for tick in ticks:
        y = bottom - tick * up
        drawn.append(element("line", x1=left, x2=_WIDTH - 20, y1=y, y2=y, class_="axis" if tick == 0 else "grid-line"))
        drawn.append(element("text", _count(tick), x=left - 6, y=y + 4, text_anchor="end", class_="tick"))
    every = max(1, math.ceil(max((wide(label) for label in labels), default=1) * _EM * 1.2 / step)) if labels else 1
    drawn += [
        element("text", label, x=x, y=bottom + 20, text_anchor="middle", class_="tick")
        for place, (label, x) in enumerate(zip(labels, across, strict=True))
        if place % every == 0
    ]
    for number, row in enumerate(series):
        drawn += _line(row, labels, across, bottom, up, number % 4)
    return figure(name, title, description, _WIDTH, height, *drawn, _legend(series, left, height, "line"))


def _check(labels: Sequence[str], series: Sequence[Series]) -> None:
    for row in series:
        if len(row.values) != len(labels):
            raise ValueError("a value for every label")
        if any(value is not None and not 0 <= value < math.inf for value in row.values):
            raise ValueError("counts are not negative")


def _count(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def _largest(series: Sequence[Series]) -> float:
    return max((value for row in series for value in row.values if value is not None), default=0)


def _ticks(largest: float) -> list[float]:
    """Round numbers from zero to at least the largest value: steps of 1, 2 or 5 times a power of ten, whole ones."""
    if largest <= 0:
        return [0, 1]
    rough = largest / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = max(1.0, next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough))
    return [step * place for place in range(math.ceil(largest / step) + 1)]


def _grid(tick: float, x: float, height: float) -> Element:
    return element(
        "g",
        element("line", x1=x, x2=x, y1=_TOP - 6, y2=height - 4, class_="axis" if tick == 0 else "grid-line"),
        element("text", _count(tick), x=x, y=_TOP - 10, text_anchor="middle", class_="bar-axis"),
    )


def _bar(row: Series, place: int, left: float, top: float, scale: float, kind: str) -> Element:
    value = row.values[place]
    if value is None:
        return element("text", row.hidden, x=left + 6, y=top + 15, class_="note")
    return element(
        "g",
        element("rect", x=left, y=top + 2, width=value * scale, height=_ROW - 4, class_=f"bar{kind}"),
        element("text", _count(value), x=left + value * scale + 6, y=top + 15, class_="bar-label"),
    )


def _said(label: str, series: Sequence[Series], place: int) -> str:
    told = (_value(row, place) if len(series) == 1 else f"{row.label} {_value(row, place)}" for row in series)
    return f"{label}: {', '.join(told)}"


def _value(row: Series, place: int) -> str:
    value = row.values[place]
    return row.hidden if value is None else _count(value)


def _line(
    row: Series, labels: Sequence[str], across: Sequence[float], bottom: float, up: float, number: int
) -> list[Element]:
    kind = CLASSES[number]
    drawn: list[Element] = []
    run: list[str] = []
    for x, value in [*zip(across, row.values, strict=True), (0.0, None)]:
        if value is not None:
            run.append(f"{x:.1f},{bottom - value * up:.1f}")
            continue
        if len(run) > 1:
            drawn.append(
                element("polyline", points=" ".join(run), class_=f"line{kind}", stroke_dasharray=_DASHES[number])
            )
        run = []
    for place, (x, value) in enumerate(zip(across, row.values, strict=True)):
        if value is not None:
            told = element("title", f"{row.label} {labels[place]}: {_count(value)}")
            drawn.append(element("circle", told, cx=x, cy=bottom - value * up, r=3.5, class_=f"dot{kind}"))
    return drawn


def _legend(series: Sequence[Series], left: float, height: float, kind: str) -> Element | None:
    if len(series) < 2:
        return None
    drawn, x, y = [], left, height - 11
    for number, row in enumerate(series):
        shown = CLASSES[number % 4]
        if kind == "bar":
            drawn.append(element("rect", x=x, y=y - 5, width=14, height=10, class_=f"bar{shown}"))
        else:
            dash = _DASHES[number % 4]
            drawn.append(element("line", x1=x, x2=x + 24, y1=y, y2=y, class_=f"line{shown}", stroke_dasharray=dash))
        drawn.append(element("text", row.label, x=x + 30, y=y + 5, class_="tick"))
        x += 54 + wide(row.label) * _EM
    return element("g", *drawn)
