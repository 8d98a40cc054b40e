"""A map of where, as SVG: outlines of countries and a bubble per place, as precise as the places that are given.

Nothing is fetched: outlines come with the application. Without them there is no map, and the page shows its table.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from intake.rendering.markup import Element, element, figure, link, wide
from intake.rendering.topology import clipped, countries, thinned
from intake.resources import inside

FOLDER = inside("assets", "maps")


@dataclass(frozen=True)
class Box:
    """A window on the world, in degrees. `fine`: near enough to deserve the finer outlines."""

    west: float
    south: float
    east: float
    north: float
    fine: bool = False

    def holds(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


REGION = Box(112, 34, 147, 52.5, fine=True)
"""The DPRK, north-east China and the south of the Russian Far East."""
EAST_ASIA = Box(92, 17, 152, 57, fine=True)
OLD_WORLD = Box(-20, -36, 150, 72)
WORLD = Box(-180, -58, 180, 80)


@dataclass(frozen=True, kw_only=True)
class Bubble:
    """A place and how many. `count` None: fewer than may be shown; drawn as an empty ring, the same for each.

    `hidden` is what is said in its stead (`5 미만`). `lat`, `lon` in WGS 84 degrees.
    """

    place_id: str
    label: str
    lat: float
    lon: float
    count: int | None
    href: str | None = None
    hidden: str = ""


Room = tuple[float, float, float, float]
_WIDTH, _EM, _LARGEST, _LEAST = 720.0, 13.0, 26.0, 5.0
_MARGIN = 8.0
_WORDS = {
    "ko": ("지도", "원의 넓이는 건수에 비례합니다. 같은 숫자가 아래 표에 있습니다."),
    "en": ("Map", "The area of a circle is in proportion to its count. The same numbers stand in the table below."),
}
# Names for finding one's way, where there is room for them.
_ORIENTATION = (
    (44.0, 117.2, {"ko": "중국", "en": "China"}),
    (51.2, 128.5, {"ko": "러시아", "en": "Russia"}),
    (40.4, 127.0, {"ko": "북한", "en": "DPRK"}),
    (36.4, 128.0, {"ko": "한국", "en": "ROK"}),
    (36.4, 138.3, {"ko": "일본", "en": "Japan"}),
    (46.5, 103.5, {"ko": "몽골", "en": "Mongolia"}),
)
# Numeric ISO 3166-1.
_DPRK = "408"


def outline_map(
    points: Sequence[Bubble],
    lang: str,
    *,
    box: Box | None = None,
    name: str = "map",
    title: str | None = None,
    description: str | None = None,
) -> Element | None:
    """The map, or None when the outlines are not installed. Without a `box` the smallest one that holds all points."""
    window = box or fitting(points)
    projection = _Projection.of(window)
    try:
        land = _land(FOLDER, window)
    except OSError:
        return None
    words = _WORDS["ko" if lang.startswith("ko") else "en"]
    shown = sorted((point for point in points if window.holds(point.lat, point.lon)), key=_order)
    most = max((point.count or 0 for point in shown), default=0)
    largest = _LARGEST if window.fine else _LARGEST * 0.6
    circles = [_Circle(*projection.at(point.lat, point.lon), _radius(point, most, largest)) for point in shown]
    taken = [circle.around() for circle in circles]
    labels = _labels(shown, circles, taken, projection.height)
    return figure(
        name,
        title or words[0],
        description or words[1],
        _WIDTH,
        projection.height,
        *land,
        *(_names(projection, lang, taken) if window.fine else ()),
        *(_bubble(*each) for each in zip(shown, circles, labels, strict=True)),
    )


def fitting(points: Sequence[Bubble]) -> Box:
    """The smallest of the four windows in which every point lies."""
    return next(
        (box for box in (REGION, EAST_ASIA, OLD_WORLD) if all(box.holds(point.lat, point.lon) for point in points)),
        WORLD,
    )


@dataclass(frozen=True)
class _Projection:
    """Equirectangular, true to scale on the window's middle parallel: distances are right where one looks."""

    box: Box
    scale: float
    squeeze: float

    @classmethod
    def of(cls, box: Box) -> _Projection:
        squeeze = math.cos(math.radians((box.south + box.north) / 2)) if box.fine else 0.82
        return cls(box, _WIDTH / (box.east - box.west) / squeeze, squeeze)

    @property
    def height(self) -> float:
        return round((self.box.north - self.box.south) * self.scale)

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        return (lon - self.box.west) * self.scale * self.squeeze, (self.box.north - lat) * self.scale


@dataclass(frozen=True)
class _Circle:
    x: float
    y: float
    r: float

    def around(self) -> Room:
        return (self.x - self.r, self.y - self.r, self.x + self.r, self.y + self.r)


@lru_cache(maxsize=8)
def _land(folder: Path, box: Box) -> tuple[Element, ...]:
    projection = _Projection.of(box)
    drawn = []
    for country in countries(folder / ("countries-50m.json" if box.fine else "countries-110m.json")):
        path = "".join(_path(projection, ring) for ring in country.rings)
        if path:
            kind = "land here" if country.id == _DPRK else "land"
            drawn.append(element("path", d=path, class_=kind, fill_rule="evenodd"))
    return tuple(drawn)


def _path(projection: _Projection, ring: list[tuple[float, float]]) -> str:
    flat = [projection.at(lat, lon) for lon, lat in ring]
    # Cut a little outside of what is seen, so that the cut itself is not drawn as a border.
    inside_box = clipped(flat, -_MARGIN, -_MARGIN, _WIDTH + _MARGIN, projection.height + _MARGIN)
    points = thinned(inside_box, 0.5)
    if len(points) < 4:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _order(point: Bubble) -> tuple[int, str]:
    """Large ones first, so that small ones lie on top of them."""
    return (-(point.count or 0), point.place_id)


def _radius(point: Bubble, most: int, largest: float) -> float:
    if not point.count:
        return _LEAST
    return max(_LEAST, largest * math.sqrt(point.count / most))


def _bubble(point: Bubble, circle: _Circle, label: Element | None) -> Element:
    count = point.hidden if point.count is None else f"{point.count:,}"
    told = f"{point.label}: {count}" if count else point.label
    kind = "place-hidden" if point.count is None else "place"
    dot = element("circle", element("title", told), cx=circle.x, cy=circle.y, r=circle.r, class_=kind)
    return link(point.href, dot, label, label=told)


def _labels(
    shown: Sequence[Bubble], circles: Sequence[_Circle], taken: list[Room], height: float
) -> list[Element | None]:
    """A name and number beside each bubble where there is room; none where it would cover another or a bubble."""
    drawn: list[Element | None] = []
    for point, circle in zip(shown, circles, strict=True):
        text = point.label if point.count is None else f"{point.label} {point.count:,}"
        drawn.append(_placed(text, circle, taken, height))
    return drawn


def _placed(text: str, circle: _Circle, taken: list[Room], height: float) -> Element | None:
    width, gap = wide(text) * _EM, circle.r + 4
    own = circle.around()
    for x, y in (
        (circle.x + gap, circle.y + 4),
        (circle.x - gap - width, circle.y + 4),
        (circle.x - width / 2, circle.y - gap - 2),
        (circle.x - width / 2, circle.y + gap + _EM - 2),
        (circle.x + gap * 0.7, circle.y - gap * 0.7),
        (circle.x + gap * 0.7, circle.y + gap * 0.7 + _EM - 4),
        (circle.x - gap * 0.7 - width, circle.y - gap * 0.7),
        (circle.x - gap * 0.7 - width, circle.y + gap * 0.7 + _EM - 4),
    ):
        room = (x - 2, y - _EM, x + width + 2, y + 4)
        if room[0] < 0 or room[2] > _WIDTH or room[1] < 0 or room[3] > height:
            continue
        if not any(_meet(room, other) for other in taken if other != own):
            taken.append(room)
            return element("text", text, x=x, y=y, class_="place-label")
    return None


def _meet(one: Room, other: Room) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _names(projection: _Projection, lang: str, taken: Sequence[Room]) -> list[Element]:
    words = "ko" if lang.startswith("ko") else "en"
    drawn = []
    for lat, lon, names in _ORIENTATION:
        x, y = projection.at(lat, lon)
        half = wide(names[words]) * _EM / 2
        room = (x - half - 4, y - _EM, x + half + 4, y + 4)
        if projection.box.holds(lat, lon) and not any(_meet(room, other) for other in taken):
            drawn.append(element("text", names[words], x=x, y=y, text_anchor="middle", class_="tick"))
    return drawn
