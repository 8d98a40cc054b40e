"""The figures as pages: drawn on the server, with the same numbers as a table and links that narrow the question."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from people import House
from sayings import SAID, file_one, transcribe_one

from intake.models.testimony import Answer, Leg


@pytest.mark.parametrize(
    ("path", "sees"),
    [
        ("/search/map?q=공장", "훈춘"),
        ("/search/map?q=공장&level=country&unit=witnesses&window=world", "중국"),
        ("/search/timeline?q=공장", "2018"),
        ("/search/table?q=공장&rows=year&columns=place@country", "2018"),
        ("/search/table?q=공장&rows=year&columns=place@country&leaving=yes", "2018"),
    ],
)
def test_each_figure_says_the_question_and_shows_its_numbers(
    house: House, browser: Callable, path: str, sees: str
) -> None:
    file_one(house.gate("hana"))
    answer = browser("dain").get(path)
    shown = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 200
    assert 'id="query-sentence"' in shown
    assert sees in shown
    assert re.search(r'<td class="num[^"]*">\s*(<a [^>]*>)?\d|5 미만|under 5', shown)
    assert "<style" not in shown
    assert " style=" not in shown


def test_a_place_of_the_map_opens_its_rows(house: House, browser: Callable) -> None:
    filed = file_one(house.gate("hana"))
    dain = browser("dain")
    shown = unescape(dain.get("/search/map?q=공장").get_data(as_text=True))
    link = re.search(r'<td><a href="([^"]+)">훈춘', shown)
    assert link is not None
    assert filed.reference in dain.get(link[1]).get_data(as_text=True)


def test_a_table_that_may_leave_shows_no_small_number(house: House, browser: Callable) -> None:
    file_one(house.gate("hana"))
    shown = browser("dain").get("/search/table?leaving=yes").get_data(as_text=True)
    body = shown[shown.index("<tbody>") : shown.index("</tbody>")]
    assert not re.search(r'class="num[^"]*">\s*(<a [^>]*>)?[1-4]<', body)


@pytest.mark.parametrize(
    "path",
    [
        "/search/map?level=x",
        "/search/map?unit=x",
        "/search/table?rows=x",
        "/search/timeline?q=((",
        "/search/map?q=%00",
        "/search/facts?q=((",
    ],
)
def test_nonsense_is_answered_at_the_box(browser: Callable, path: str) -> None:
    answer = browser("dain").get(path)
    assert answer.status_code == 422
    assert 'id="q-error"' in answer.get_data(as_text=True)


@pytest.mark.parametrize("path", ["/search/map", "/search/timeline", "/search/table", "/search/facts"])
def test_nothing_filed_is_no_accident(browser: Callable, path: str) -> None:
    assert browser("dain").get(path).status_code == 200


def test_facts_are_compared_with_units_rules_and_links(house: House, browser: Callable) -> None:
    gate = house.gate("hana")
    day = {"pay_received": Answer(value="50"), "currency": "CNY", "pay_period": "day"}
    leg = Leg(country="CN", hours_per_day=Answer(value="14"), passport_held_by=Answer(gap="does-not-know"), **day)
    references = [transcribe_one(gate, str(n), replace(SAID, legs=(leg,))).reference for n in range(2)]
    dain = browser("dain")
    shown = unescape(dain.get("/search/facts?q=공장&locale=en", follow_redirects=True).get_data(as_text=True))
    assert 'id="query-sentence"' in shown
    assert "50 CNY a day" in shown
    assert "= 1,500 CNY a month: × 30 days; days of rest are not told" in shown
    assert "14 hours a day" in shown
    row = shown[shown.index("14 hours a day", shown.index('id="fact-hours_per_day"')) :]
    assert all(reference in row[: row.index("</tr>")] for reference in references)
    assert "Who held the passport" in shown
    assert "Nobody says anything of" in shown
    assert 'href="/export/check?q=%EA%B3%B5%EC%9E%A5&what=facts-xlsx"' in shown
