"""Stays on a time axis. What is uncertain is drawn as uncertain: "in spring 2019" is a pale stretch, not a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from intake.rendering.markup import Element, element, figure, link, shortened, wide

_WIDTH, _LEFT, _RIGHT, _ROW = 720.0, 200.0, 16.0, 24.0
_EM = 13.0
REPATRIATION = date(2019, 12, 22)
"""The deadline of Security Council resolution 2397 (2017), paragraph 8."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A date as well as it is known: not before `earliest`, not after `latest` (both inclusive)."""

    earliest: date
    latest: date


@dataclass(frozen=True, kw_only=True)
class Stay:
    """One bar. None for a start or an end that nobody told; `told` says the dates in words."""

    label: str
    start: Moment | None
    end: Moment | None
    told: str = ""
    href: str | None = None


@dataclass(frozen=True, kw_only=True)
class Lane:
    """Stays that belong together, under one heading: a country, a workplace."""

    label: str
    stays: tuple[Stay, ...]


@dataclass(frozen=True, kw_only=True)
class Marker:
    """A day that mattered to all of them: a resolution, a deadline."""

    day: date
    label: str


def timeline(
    name: str, title: str, description: str, lanes: Sequence[Lane], markers: Sequence[Marker] = ()
) -> Element | None:
    """The stays of all lanes on one axis of years; None where no stay has any date to draw.

    A marker outside the years of the stays is left out rather than stretching the axis.
    """
    scale = _Scale.over(lanes)
    if scale is None:
        return None
    shown = [marker for marker in sorted(markers, key=lambda m: m.day) if scale.first <= marker.day < scale.last]
    top = 30.0 + 18 * len(shown)
    rows = sum(1 + len(lane.stays) for lane in lanes)
    height = top + _ROW * rows + 8
    drawn = [*_years(scale, top, height)]
    y = top
    for lane in lanes:
        drawn.append(element("text", shortened(lane.label, 40), x=4, y=y + 16, class_="lane"))
        y += _ROW
        for stay in lane.stays:
            drawn.append(_stay(stay, scale, y))
            y += _ROW
    drawn += [_marker(marker, scale, place, top, height) for place, marker in enumerate(shown)]
    return figure(name, title, description, _WIDTH, height, *drawn)


@dataclass(frozen=True)
class _Scale:
    """Days to pixels, from 1 January of the first year to 1 January after the last."""

    first: date
    last: date

    @classmethod
    def over(cls, lanes: Sequence[Lane]) -> _Scale | None:
        moments = [
            moment for lane in lanes for stay in lane.stays for moment in (stay.start, stay.end) if moment is not None
        ]
        if not moments:
            return None
        first = min(moment.earliest for moment in moments).year
        last = min(max(moment.latest for moment in moments).year + 1, date.max.year)
        return cls(date(first, 1, 1), date(max(last, min(first + 1, date.max.year)), 1, 1))

    def x(self, day: date) -> float:
        days = max(1, (self.last - self.first).days)
        share = (day - self.first).days / days
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * min(1.0, max(0.0, share))


def _years(scale: _Scale, top: float, height: float) -> Iterator[Element]:
    count = scale.last.year - scale.first.year
    every = next((step for step in (1, 2, 5, 10, 20, 50, 100) if count / step <= 12), 1000)
    for year in range(scale.first.year, scale.last.year + 1):
        if (year - scale.first.year) % every:
            continue
        x = scale.x(date(year, 1, 1))
        yield element("line", x1=x, x2=x, y1=top - 6, y2=height - 4, class_="grid-line")
        if year < scale.last.year:
            yield element("text", str(year), x=x + 3, y=14, class_="tick")


def _stay(stay: Stay, scale: _Scale, y: float) -> Element:
    shown = shortened(stay.label, (_LEFT - 24) / _EM)
    label = element("text", shown, x=_LEFT - 8, y=y + 16, text_anchor="end", class_="bar-label")
    tooltip = element("title", f"{stay.label}: {stay.told}" if stay.told else stay.label)
    pieces = [
        element("rect", x=start, y=y + 4, width=max(2.0, end - start), height=_ROW - 8, class_=kind)
        for start, end, kind in _pieces(stay, scale)
    ]
    if not pieces and stay.told:
        pieces = [element("text", stay.told, x=_LEFT + 6, y=y + 16, class_="note")]
    said = f"{stay.label}: {stay.told}" if stay.told else stay.label
    # Whoever speaks to their machine says what they see, so a name that was cut stands in what the link is called.
    return link(stay.href, tooltip, label, *pieces, label=said if shown == stay.label else f"{shown} {said}")


def _pieces(stay: Stay, scale: _Scale) -> Iterator[tuple[float, float, str]]:
    """Pale, solid, pale: what may have been, what was, what may have been. All pale when nothing in it is certain."""
    if stay.start is None and stay.end is None:
        return
    start = stay.start or Moment(earliest=scale.first, latest=stay.end.earliest if stay.end else scale.last)
    end = stay.end or Moment(earliest=start.latest, latest=scale.last)
    begin, sure = scale.x(start.earliest), scale.x(start.latest)
    until, finish = scale.x(end.earliest), scale.x(end.latest)
    if until < sure:
        yield begin, max(finish, sure), "stay-fuzzy"
        return
    if sure > begin:
        yield begin, sure, "stay-fuzzy"
    if until > sure or (stay.start and stay.end and sure == begin and finish == until):
        yield sure, until, "stay"
    if finish > until:
        yield until, finish, "stay-fuzzy"


def _marker(marker: Marker, scale: _Scale, place: int, top: float, height: float) -> Element:
    x = scale.x(marker.day)
    before = x + wide(marker.label) * _EM + 8 > _WIDTH
    y = 32.0 + 18 * place
    return element(
        "g",
        element("line", x1=x, x2=x, y1=y - 10, y2=max(height - 4, top), class_="policy-date"),
        element(
            "text",
            marker.label,
            x=x - 6 if before else x + 6,
            y=y,
            text_anchor="end" if before else "start",
            class_="tick policy-label",
        ),
    )
