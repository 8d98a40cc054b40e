"""Outlines of countries out of TopoJSON, cut to a rectangle and thinned to what a screen can show.

Data: world-atlas (Natural Earth, public domain). Format: the TopoJSON specification 1.0; its arcs are shared borders,
quantised and written as differences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]

_ANTARCTICA = "010"


@dataclass(frozen=True)
class Country:
    """`id` is the numeric code of ISO 3166-1 as text (`408`), `rings` are closed, as (longitude, latitude)."""

    id: str
    rings: tuple[Ring, ...]


def countries(path: Path) -> tuple[Country, ...]:
    """All countries of a world-atlas file, but Antarctica, which no flat map closes. OSError when it is not there.

    A ring over the 180th meridian comes whole, once for each side of the map.
    """
    topology = json.loads(path.read_bytes())
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    return tuple(
        Country(shape["id"], tuple(side for ring in _polygons(shape) for side in _sides(_ring(ring, arcs))))
        for shape in topology["objects"]["countries"]["geometries"]
        if shape.get("id", _ANTARCTICA) != _ANTARCTICA
    )


def _arc(arc: Sequence[Sequence[int]], transform: Mapping[str, Any]) -> Ring:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def _polygons(shape: Mapping[str, Any]) -> Iterator[Sequence[int]]:
    """The rings of a shape as indices of arcs; holes are rings like others (drawn with the even-odd rule)."""
    if shape["type"] == "Polygon":
        yield from shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        for polygon in shape["arcs"]:
            yield from polygon


def _ring(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _sides(ring: Ring) -> Iterator[Ring]:
    """The ring without jumps between -180 and 180, and shifted by a turn where it reaches beyond."""
    whole, turn, before = [], 0.0, ring[0][0]
    for x, y in ring:
        turn += 360.0 if x - before < -180 else -360.0 if x - before > 180 else 0.0
        whole.append((x + turn, y))
        before = x
    yield whole
    if any(x > 180 for x, _ in whole):
        yield [(x - 360, y) for x, y in whole]
    if any(x < -180 for x, _ in whole):
        yield [(x + 360, y) for x, y in whole]


def clipped(ring: Ring, left: float, top: float, right: float, bottom: float) -> Ring:
    """The part of a ring inside a rectangle (Sutherland and Hodgman 1974), possibly running along its edges."""
    for axis, limit, keep_greater in ((0, left, True), (0, right, False), (1, top, True), (1, bottom, False)):
        kept: Ring = []
        for place, point in enumerate(ring):
            before = ring[place - 1]
            inside = (point[axis] >= limit) == keep_greater or point[axis] == limit
            was_inside = (before[axis] >= limit) == keep_greater or before[axis] == limit
            if inside != was_inside:
                kept.append(_crossing(before, point, axis, limit))
            if inside:
                kept.append(point)
        ring = kept
    return ring


def _crossing(before: Point, point: Point, axis: int, limit: float) -> Point:
    share = (limit - before[axis]) / (point[axis] - before[axis])
    other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def thinned(ring: Ring, tolerance: float) -> Ring:
    """The ring without points that lie closer than `tolerance` to the line without them (Douglas and Peucker 1973)."""
    if len(ring) < 4:
        return ring
    far = max(range(len(ring)), key=lambda place: _square(ring[0], ring[place]))
    kept = {0, far, len(ring) - 1}
    waiting = [(0, far), (far, len(ring) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        worst = max(range(first + 1, last), key=lambda place: _off(ring[place], ring[first], ring[last]))
        if _off(ring[worst], ring[first], ring[last]) > tolerance * tolerance:
            kept.add(worst)
            waiting += [(first, worst), (worst, last)]
    return [ring[place] for place in sorted(kept)]


def _square(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _off(point: Point, start: Point, end: Point) -> float:
    """The squared distance of a point from a line between two others."""
    length = _square(start, end)
    if length == 0:
        return _square(point, start)
    share = ((point[0] - start[0]) * (end[0] - start[0]) + (point[1] - start[1]) * (end[1] - start[1])) / length
    share = min(1.0, max(0.0, share))
    return _square(point, (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
