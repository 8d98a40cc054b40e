"""Bars and lines: the numbers that were given and no others, without inline styles."""

import pytest
from lxml import etree

from intake.rendering.chart import Series, bars, lines
from intake.rendering.markup import Element

SVG = "{http://www.w3.org/2000/svg}"


def drawn(figure: Element) -> etree._Element:
    return etree.fromstring(str(figure))


def classed(root: etree._Element, kind: str) -> list[etree._Element]:
    return [each for each in root.iter() if kind in str(each.get("class", "")).split()]


def test_bars_are_as_long_as_their_numbers() -> None:
    root = drawn(bars("b", "제목", "설명", ["가", "나", "다"], [Series(label="증언", values=(10, 20, 0))]))
    widths = [float(bar.get("width", "")) for bar in classed(root, "bar")]
    assert widths[1] == pytest.approx(2 * widths[0], abs=0.1)
    assert widths[2] == 0
    assert [text.text for text in classed(root, "bar-label")] == ["가", "10", "나", "20", "다", "0"]


def test_a_hidden_number_has_no_bar_and_says_why() -> None:
    root = drawn(bars("b", "제목", "설명", ["가", "나"], [Series(label="증언", values=(None, 20), hidden="5 미만")]))
    assert len(classed(root, "bar")) == 1
    assert [text.text for text in classed(root, "note")] == ["5 미만"]


def test_two_series_have_a_legend_and_classes_of_their_own() -> None:
    two = [Series(label="이전", values=(3,)), Series(label="이후", values=(4,))]
    root = drawn(bars("b", "제목", "설명", ["가"], two))
    assert len(classed(root, "second")) == 2
    assert {"이전", "이후"} <= {text.text for text in classed(root, "tick")}


def test_bars_can_lead_somewhere() -> None:
    root = drawn(bars("b", "t", "d", ["가", "나"], [Series(label="s", values=(1, 2))], ["?m=a", None]))
    links = list(root.iter(f"{SVG}a"))
    assert [link.get("href") for link in links] == ["?m=a"]
    assert links[0].get("aria-label") == "가: 1"
    assert root.get("role") == "group"


def test_a_line_has_a_gap_where_a_number_is_hidden() -> None:
    labels = ["2017", "2018", "2019", "2020", "2021"]
    root = drawn(lines("l", "t", "d", labels, [Series(label="증언", values=(1, 2, None, 4, 5))]))
    assert [len(str(line.get("points")).split()) for line in classed(root, "line")] == [2, 2]
    assert len(classed(root, "dot")) == 4
    assert [dot.findtext(f"{SVG}title") for dot in classed(root, "dot")][-1] == "증언 2021: 5"


def test_lines_go_up_with_their_numbers_and_differ_by_pattern() -> None:
    two = [Series(label="a", values=(0, 10)), Series(label="b", values=(5, 5))]
    root = drawn(lines("l", "t", "d", ["x", "y"], two))
    heights = [float(dot.get("cy", "")) for dot in classed(root, "dot")]
    assert heights[0] > heights[2] == heights[3] > heights[1]
    assert len({line.get("stroke-dasharray") for line in classed(root, "line")}) == 2


@pytest.mark.parametrize("values", [(-1,), (float("nan"),), (float("inf"),), (1, 2), ()])
def test_impossible_numbers_are_refused(values: tuple[float, ...]) -> None:
    for draw in (bars, lines):
        with pytest.raises(ValueError, match=r"label|negative"):
            draw("b", "t", "d", ["가"], [Series(label="s", values=values)])


def test_large_numbers_are_written_out() -> None:
    root = drawn(bars("b", "t", "d", ["가"], [Series(label="s", values=(1_234_567,))]))
    assert "1,234,567" in [text.text for text in classed(root, "bar-label")]


@pytest.mark.parametrize("draw", [bars, lines])
def test_nothing_to_draw_is_drawn_as_nothing(draw: object) -> None:
    assert callable(draw)
    root = drawn(draw("b", "t", "d", [], []))
    assert root.get("role") == "img"


def test_no_style_is_written_into_the_drawing() -> None:
    text = str(bars("b", "<t>", "&d", ["<script>"], [Series(label="</svg>", values=(1,))]))
    assert "style" not in text
    assert "<script" not in text
    assert "fill=" not in text
