"""The map: outlines decoded and cut, bubbles by area, labels that do not cover each other."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from intake.rendering import map as maps
from intake.rendering.map import EAST_ASIA, OLD_WORLD, REGION, WORLD, Box, Bubble, fitting, outline_map
from intake.rendering.markup import wide
from intake.rendering.topology import clipped, countries, thinned

SVG = "{http://www.w3.org/2000/svg}"
HUNCHUN = Bubble(place_id="CN-JL.hunchun", label="훈춘", lat=42.867, lon=130.357, count=64, href="?place=CN-JL.hunchun")
DANDONG = Bubble(place_id="CN-LN.dandong", label="단둥", lat=40.129, lon=124.395, count=16)
MOSCOW = Bubble(place_id="RU-MOW", label="모스크바", lat=55.75, lon=37.62, count=1)
NEW_YORK = Bubble(place_id="US-NY", label="뉴욕", lat=40.7, lon=-74, count=1)
SHANGHAI = Bubble(place_id="CN-SH", label="상하이", lat=31.2, lon=121.5, count=2)

# Two squares that share the border x = 10, and a strip over the 180th meridian. Scale one, no shift.
TOPOLOGY: dict[str, Any] = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        [[10, 0], [0, 10]],
        [[10, 10], [-10, 0], [0, -10], [10, 0]],
        [[10, 0], [10, 0], [0, 10], [-10, 0]],
        [[170, 0], [10, 0], [-350, 0], [0, 10], [350, 0], [-10, 0], [0, -10]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "id": "001", "arcs": [[0, 1]]},
                {"type": "Polygon", "id": "002", "arcs": [[2, -1]]},
                {"type": "MultiPolygon", "id": "003", "arcs": [[[3]]]},
                {"type": "Polygon", "id": "010", "arcs": [[0, 1]]},
                {"type": "Polygon", "arcs": [[0, 1]]},
            ]
        }
    },
}

needs_maps = pytest.mark.skipif(not (maps.FOLDER / "countries-50m.json").is_file(), reason="outlines not installed")


@pytest.fixture
def world(tmp_path: Path) -> Path:
    for name in ("countries-50m.json", "countries-110m.json"):
        (tmp_path / name).write_text(json.dumps(TOPOLOGY), encoding="ascii")
    return tmp_path


def drawn(*points: Bubble, box: Box | None = None) -> etree._Element:
    figure = outline_map(points, "ko", box=box)
    assert figure is not None
    return etree.fromstring(str(figure))


def classed(root: etree._Element, kind: str) -> list[etree._Element]:
    return [each for each in root.iter() if kind in str(each.get("class", "")).split()]


def test_shared_arcs_are_put_together_in_both_directions(world: Path) -> None:
    first, second, _ = countries(world / "countries-50m.json")
    assert first.rings == ([(10, 0), (10, 10), (0, 10), (0, 0), (10, 0)],)
    assert second.rings == ([(10, 0), (20, 0), (20, 10), (10, 10), (10, 0)],)


def test_a_country_over_the_date_line_is_drawn_whole_on_either_side(world: Path) -> None:
    strip = countries(world / "countries-50m.json")[2]
    assert [(min(x for x, _ in ring), max(x for x, _ in ring)) for ring in strip.rings] == [(170, 190), (-190, -170)]


def test_clipping_cuts_at_the_edge() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert set(clipped(square, 5, -5, 15, 5)) == {(5, 0), (10, 0), (10, 5), (5, 5)}
    assert clipped(square, 20, 20, 30, 30) == []
    assert set(clipped(square, -1, -1, 11, 11)) == set(square)


def test_thinning_keeps_corners_and_drops_points_on_the_way() -> None:
    ring = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (5.0, 10.1), (0.0, 10.0), (0.0, 0.0)]
    assert thinned(ring, 0.5) == [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    assert thinned(ring, 0.01) == ring


@pytest.mark.parametrize(
    ("points", "box"),
    [([], REGION), ([HUNCHUN, DANDONG], REGION), ([HUNCHUN, SHANGHAI], EAST_ASIA), ([MOSCOW], OLD_WORLD),
     ([NEW_YORK, HUNCHUN], WORLD)],
)  # fmt: skip
def test_the_window_is_the_smallest_that_holds_all(points: list[Bubble], box: Box) -> None:
    assert fitting(points) == box


def test_without_outlines_there_is_no_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "FOLDER", tmp_path)
    assert outline_map([HUNCHUN], "ko") is None


def test_areas_are_in_proportion_to_counts(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "FOLDER", world)
    large, small = (float(circle.get("r", "")) for circle in classed(drawn(DANDONG, HUNCHUN), "place"))
    assert (large / small) ** 2 == pytest.approx(HUNCHUN.count / DANDONG.count, rel=0.01)  # type: ignore[operator]


def test_a_count_that_may_not_be_shown_gives_nothing_away(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "FOLDER", world)
    hidden = Bubble(place_id="x", label="하바롭스크", lat=48.5, lon=135.1, count=None, hidden="5 미만")
    root = drawn(HUNCHUN, hidden)
    (ring,) = classed(root, "place-hidden")
    assert ring.findtext(f"{SVG}title") == "하바롭스크: 5 미만"
    assert [text.text for text in classed(root, "place-label")] == ["훈춘 64", "하바롭스크"]


def test_bubbles_are_links_that_say_where_they_lead(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "FOLDER", world)
    root = drawn(HUNCHUN, DANDONG)
    (link,) = root.iter(f"{SVG}a")
    assert (link.get("href"), link.get("aria-label")) == ("?place=CN-JL.hunchun", "훈춘: 64")
    assert root.get("role") == "group"
    assert not root.xpath("//*[@style]")


def test_labels_cover_neither_each_other_nor_a_bubble(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "FOLDER", world)
    crowd = [
        Bubble(
            place_id=f"p{n:03}", label=f"도시{n}", lat=38 + n * 0.7 % 10, lon=118 + n * 1.3 % 20, count=1 + n * 7 % 50
        )
        for n in range(60)
    ]
    root = drawn(*crowd)
    rooms = []
    for label in classed(root, "place-label"):
        x, y = float(label.get("x", "")), float(label.get("y", ""))
        rooms.append((x, y - 12, x + wide(str(label.text)) * 13, y + 3))
    for place, one in enumerate(rooms):
        assert one[0] >= 0
        assert one[2] <= 720
        for other in rooms[place + 1 :]:
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])
        for circle in classed(root, "place"):
            x, y, r = (float(circle.get(key, "")) for key in ("cx", "cy", "r"))
            nearest = (min(max(x, one[0]), one[2]), min(max(y, one[1]), one[3]))
            assert math.dist((x, y), nearest) >= r - 0.1
    assert len(rooms) > 10
    assert len(classed(root, "place")) == 60


def test_a_point_outside_the_window_is_not_drawn(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "FOLDER", world)
    assert [text.text for text in classed(drawn(MOSCOW, HUNCHUN, box=REGION), "place-label")] == ["훈춘 64"]


@needs_maps
def test_the_installed_outlines_put_hunchun_in_china_beside_the_dprk() -> None:
    shapes = {country.id: country for country in countries(maps.FOLDER / "countries-50m.json")}

    def holds(code: str, lat: float, lon: float) -> bool:
        """Even-odd rule: how many edges does a ray to the east cross?"""
        crossed = 0
        for ring in shapes[code].rings:
            for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
                if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
                    crossed += 1
        return crossed % 2 == 1

    assert holds("156", 42.867, 130.357)
    assert holds("408", 39.034, 125.754)
    assert holds("643", 48.48, 135.08)
    assert holds("643", 66.0, 185.0)
    assert not holds("408", 42.867, 130.357)


@needs_maps
@pytest.mark.parametrize("box", [REGION, EAST_ASIA, OLD_WORLD, WORLD])
def test_installed_outlines_stay_small_and_inside(box: Box) -> None:
    figure = outline_map([HUNCHUN], "ko", box=box)
    assert figure is not None
    text = str(figure)
    assert len(text) < 120_000
    root = etree.fromstring(text)
    assert len(classed(root, "here")) == 1
    numbers = [
        float(part)
        for path in classed(root, "land")
        for part in str(path.get("d")).replace("M", " ").replace("L", " ").replace("Z", " ").split()
    ]
    assert min(numbers) >= -8.1
    assert max(numbers[::2]) <= 728.1
