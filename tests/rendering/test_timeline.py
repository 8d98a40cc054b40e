"""Stays on an axis: what is certain solid, what is not pale, and policy dates where they belong."""

from datetime import date

import pytest
from lxml import etree

from intake.rendering.timeline import REPATRIATION, Lane, Marker, Moment, Stay, timeline

SVG = "{http://www.w3.org/2000/svg}"


def on(text: str) -> Moment:
    return Moment(earliest=date.fromisoformat(text), latest=date.fromisoformat(text))


def between(first: str, last: str) -> Moment:
    return Moment(earliest=date.fromisoformat(first), latest=date.fromisoformat(last))


def drawn(*stays: Stay, markers: tuple[Marker, ...] = ()) -> etree._Element:
    figure = timeline("t", "체류", "설명", [Lane(label="중국", stays=stays)], markers)
    assert figure is not None
    return etree.fromstring(str(figure))


def pieces(root: etree._Element) -> list[tuple[str, float, float]]:
    return [
        (str(each.get("class")), float(each.get("x", "")), float(each.get("x", "")) + float(each.get("width", "")))
        for each in root.iter(f"{SVG}rect")
    ]


def stay(start: Moment | None, end: Moment | None, **other: str) -> Stay:
    return Stay(label=other.pop("label", "T1"), start=start, end=end, **other)


def test_days_that_are_known_make_one_solid_bar() -> None:
    assert [kind for kind, *_ in pieces(drawn(stay(on("2017-03-01"), on("2019-06-30"))))] == ["stay"]


def test_uncertain_ends_are_pale_and_touch_the_solid_middle() -> None:
    made = pieces(drawn(stay(between("2017-03-01", "2017-05-31"), between("2019-01-01", "2019-12-31"))))
    assert [kind for kind, *_ in made] == ["stay-fuzzy", "stay", "stay-fuzzy"]
    assert made[0][2] == pytest.approx(made[1][1], abs=0.02)
    assert made[1][2] == pytest.approx(made[2][1], abs=0.02)


def test_a_stay_of_which_no_day_is_certain_is_all_pale() -> None:
    made = pieces(drawn(stay(between("2015-01-01", "2019-01-01"), between("2016-01-01", "2020-01-01"))))
    assert [kind for kind, *_ in made] == ["stay-fuzzy"]


def test_an_end_nobody_told_stays_open_and_pale() -> None:
    made = pieces(drawn(stay(on("2017-01-01"), None), stay(None, on("2018-06-01"))))
    assert [kind for kind, *_ in made] == ["stay-fuzzy", "stay-fuzzy"]
    assert made[0][2] == pytest.approx(704, abs=0.1)
    assert made[1][1] == pytest.approx(200, abs=0.1)


def test_one_day_can_still_be_seen() -> None:
    (_, start, end), *_ = pieces(
        drawn(stay(on("2017-03-01"), on("2017-03-01")), stay(on("2000-01-01"), on("2020-01-01")))
    )
    assert end - start == 2


def test_without_dates_the_row_says_so_and_draws_nothing() -> None:
    root = drawn(stay(on("2017-01-01"), on("2018-01-01")), stay(None, None, label="T2", told="날짜를 모름"))
    assert len(pieces(root)) == 1
    assert "날짜를 모름" in [text.text for text in root.iter(f"{SVG}text")]
    assert timeline("t", "x", "y", [Lane(label="a", stays=(stay(None, None),))]) is None
    assert timeline("t", "x", "y", []) is None


def test_the_deadline_stands_between_the_stays_before_and_after() -> None:
    marker = Marker(day=REPATRIATION, label="송환 시한")
    root = drawn(stay(on("2018-01-01"), on("2019-12-21")), stay(on("2019-12-23"), on("2020-12-01")), markers=(marker,))
    line = next(each for each in root.iter(f"{SVG}line") if each.get("class") == "policy-date")
    before, after = pieces(root)
    assert before[2] <= float(line.get("x1", "")) <= after[1]
    assert "송환 시한" in [text.text for text in root.iter(f"{SVG}text")]


def test_a_marker_outside_does_not_stretch_the_axis() -> None:
    root = drawn(stay(on("2018-01-01"), on("2018-06-01")), markers=(Marker(day=date(1990, 1, 1), label="먼 옛날"),))
    assert "먼 옛날" not in [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("first", "last"), [("0001-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31"), ("0001-01-01", "0001-01-01")]
)
def test_the_edges_of_the_calendar(first: str, last: str) -> None:
    root = drawn(stay(on(first), on(last)))
    assert len(pieces(root)) == 1
    assert len([text for text in root.iter(f"{SVG}text") if text.get("class") == "tick"]) <= 14


def test_bars_can_lead_somewhere_and_carry_no_style() -> None:
    root = drawn(stay(on("2018-01-01"), on("2018-06-01"), href="/testimony/1", told="2018년 1월 – 6월", label="<b>"))
    (link,) = root.iter(f"{SVG}a")
    assert link.get("aria-label") == "<b>: 2018년 1월 – 6월"
    assert not root.xpath("//*[@style]")
