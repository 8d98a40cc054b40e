"""The query desk as pages: one address per question, boxes that change it, messages at the box."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from people import House
from sayings import SAID, file_one, transcribe_one

from intake.models.testimony import Leg, Setting

SILENT = replace(SAID, mechanisms=())


def page(answer) -> str:  # type: ignore[no-untyped-def]
    assert answer.status_code == 200, answer.get_data(as_text=True)[:500]
    return unescape(answer.get_data(as_text=True))


def test_the_desk_says_the_question_the_counts_and_why(house: House, browser: Callable) -> None:
    filed = file_one(house.gate("hana"))
    shown = page(
        browser("dain").get("/search?q=concept:visa-circumvention+place:훈춘&locale=en", follow_redirects=True)
    )
    assert filed.reference in shown
    assert "speak of visa circumvention (with narrower terms) and have to do with Hunchun" in shown
    assert "1 testimony" in shown
    assert "<mark>한 달이 차기 전에 다 같이 조국에 나갔다가</mark>" in shown
    assert f'/testimony/{filed.testimony_id}#text-p2"' in shown


def test_a_ticked_box_becomes_part_of_the_text(house: House, browser: Callable) -> None:
    file_one(house.gate("hana"))
    dain = browser("dain")
    answer = dain.get("/search/refine?q=기숙사&tab=all&place=CN&place=RU")
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.location).query) == {"q": ["기숙사 (place:CN OR place:RU)"]}
    answer = dain.get("/search/refine?q=기숙사+(place:CN+OR+place:RU)&shown.place=CN&shown.place=RU&place=RU")
    assert parse_qs(urlsplit(answer.location).query) == {"q": ["기숙사 place:RU"]}


def test_only_places_that_occur_are_offered_as_a_tree(house: House, browser: Callable) -> None:
    file_one(house.gate("hana"))
    shown = page(browser("dain").get("/search"))
    facet = shown[shown.index('name="place"') - 200 : shown.index("</details>", shown.index('name="place"'))]
    offered = re.findall(r'class="depth-(\d)(?: zero)?".*?value="([^"]+)"', facet, re.DOTALL)
    assert ("0", "CN") in offered
    assert offered.index(("0", "CN")) < [value for _, value in offered].index("CN-JL.hunchun")
    assert "KW" not in [value for _, value in offered]


@pytest.mark.parametrize("text", ["((((", '"열린', "nokey:x", "place:nowhere", "\x00"])
def test_a_question_that_makes_no_sense_is_answered_at_the_box(browser: Callable, text: str) -> None:
    answer = browser("dain").get("/search", query_string={"q": text})
    shown = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert 'id="q-error"' in shown
    if text.isprintable():
        assert f'value="{text}"' in shown.replace("&#34;", '"')


def test_a_huge_question_is_refused_in_words(browser: Callable) -> None:
    answer = browser("dain").get("/search", query_string={"q": "a " * 15_000})
    assert answer.status_code == 422


@pytest.mark.parametrize("path", ["/search?tab=nonsense", "/search?after=x", "/search?first=-3", "/search?first=９"])
def test_wrong_addresses_are_no_accidents(browser: Callable, path: str) -> None:
    assert browser("dain").get(path).status_code in (200, 422)


def test_an_empty_answer_names_the_part_to_drop(house: House, browser: Callable) -> None:
    file_one(house.gate("hana"))
    shown = page(browser("dain").get("/search?q=place:CN+없는말이다"))
    dropped = re.search(r'<b>“없는말이다”</b> <a href="([^"]+)"', shown)
    assert dropped is not None
    assert parse_qs(urlsplit(dropped[1]).query)["q"] == ["place:CN"]


def test_parts_are_taken_off_one_by_one(house: House, browser: Callable) -> None:
    file_one(house.gate("hana"))
    shown = page(browser("dain").get("/search?q=(place:CN+OR+place:RU)+공장"))
    without = [
        parse_qs(urlsplit(url).query)["q"][0] for url in re.findall(r'class="tag removable" href="([^"]+)"', shown)
    ]
    assert without == ["place:RU 공장", "place:CN 공장", "(place:CN OR place:RU)"]


def test_pages_follow_by_cursor_and_say_where_one_is(house: House, browser: Callable) -> None:
    for number in range(30):
        said = replace(SAID, setting=Setting(date=f"2020-01-{number + 1:02}", language="ko"))
        transcribe_one(house.gate("hana"), str(number), said)
    dain = browser("dain")
    first = page(dain.get("/search?locale=en", follow_redirects=True))
    assert "1 to 25 of 30" in first
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following is not None
    second = page(dain.get(following[1]))
    assert "26 to 30 of 30" in second
    seen = [re.findall(r"r-(T-[\w-]+)", text) for text in (first, second)]
    assert len({*seen[0], *seen[1]}) == 30


def test_a_word_on_a_candidate_counts_from_the_next_search_on(house: House, browser: Callable) -> None:
    file_one(house.gate("hana"), SILENT)
    dain = browser("dain")
    shown = page(dain.get("/search?q=concept:visa-circumvention&tab=mentioned"))
    form = re.search(r'name="testimony" value="([^"]+)"><input type="hidden" name="concept" value="([^"]+)"', shown)
    assert form is not None
    said = {"testimony": form[1], "concept": form[2], "back": "/search?q=concept:visa-circumvention"}
    answer = dain.post("/search/judge", {**said, "verdict": "confirmed"})
    assert (answer.status_code, answer.location) == (303, "/search?q=concept:visa-circumvention")
    assert "by-judged" in page(dain.get("/search?q=concept:visa-circumvention&tab=confirmed"))


@pytest.mark.parametrize(
    "changed",
    [{"verdict": "maybe"}, {"testimony": "x"}, {"start": "-1"}, {"start": "5", "end": ""}, {"concept": "none"}],
)
def test_a_forged_word_is_refused(house: House, browser: Callable, changed: dict[str, str]) -> None:
    filed = file_one(house.gate("hana"), SILENT)
    said = {"testimony": str(filed.testimony_id), "concept": "visa-circumvention", "verdict": "confirmed"}
    assert browser("dain").post("/search/judge", {**said, **changed}).status_code == 422


def test_going_back_never_leaves_the_desk(house: House, browser: Callable) -> None:
    filed = file_one(house.gate("hana"), SILENT)
    said = {"testimony": str(filed.testimony_id), "concept": "visa-circumvention", "verdict": "refused"}
    for back in ("//evil.example/", "https://evil.example", "/account/"):
        assert browser("dain").post("/search/judge", {**said, "back": back}).location == "/search"


def test_what_somebody_said_cannot_become_markup(house: House, browser: Callable) -> None:
    said = replace(
        SAID, narrative='<img src=x onerror=alert(1)> "훈춘" 이야기', legs=(Leg(workplace="<b>x</b>"),), mechanisms=()
    )
    file_one(house.gate("hana"), said)
    shown = browser("dain").get("/search?q=훈춘").get_data(as_text=True)
    assert "<img" not in shown.replace('<img src="/static', "")
    assert "&lt;img" in shown


def test_what_the_box_would_cut_off_is_refused_not_asked(browser: Callable) -> None:
    dain = browser("dain")
    assert 'maxlength="7001"' in dain.get("/search").get_data(as_text=True)
    for path in ("/search", "/search/map", "/search/facts"):
        answer = dain.get(path, query_string={"q": "가 " * 3500 + "가"})
        assert answer.status_code == 422
        assert 'id="q-error"' in answer.get_data(as_text=True)
    assert dain.get("/search", query_string={"q": "가" * 6999}).status_code == 200


def test_a_question_is_built_group_by_group(browser: Callable) -> None:
    dain = browser("dain")
    shown = unescape(dain.get("/search/arrange?q=place:CN -a").get_data(as_text=True))
    assert 'name="part.0" value="place:CN"' in shown
    assert 'name="kind.1"' in shown
    tree = {"kind.": "all", "part.0": "place:CN", "kind.1": "any", "part.1-0": "공장", "part.1-1": ""}
    more = unescape(dain.get("/search/arrange", query_string={**tree, "nest": "1"}).get_data(as_text=True))
    assert 'name="kind.1-2"' in more
    assert 'id="part-1-2-0"' in more
    less = unescape(dain.get("/search/arrange", query_string={**tree, "drop": "1-0"}).get_data(as_text=True))
    assert "공장" not in less
    answer = dain.get("/search/arrange", query_string={**tree, "part.1-1": "기숙사", "ask": "1"})
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.location).query)["q"] == ["place:CN (공장 OR 기숙사)"]
    wrong = dain.get("/search/arrange", query_string={**tree, "part.1-1": "place:nowhere", "ask": "1"})
    assert wrong.status_code == 200
    assert 'role="alert"' in wrong.get_data(as_text=True)
    assert 'value="place:nowhere"' in wrong.get_data(as_text=True)


@pytest.mark.parametrize(
    "said", [{"kind.": "some"}, {"kind.": "all", "part.x": "1"}, {"kind.": "all", "drop": "-9-"}, {"part.0": "a"},
             {"kind.": "all", **{f"part.{n}": "a" for n in range(201)}}, {"kind.": "all", "add": "99999"}],
)  # fmt: skip
def test_no_tree_breaks_the_builder(browser: Callable, said: dict[str, str]) -> None:
    assert browser("dain").get("/search/arrange", query_string=said).status_code in (200, 422)


def test_a_page_beyond_the_last_one_says_so(house: House, browser: Callable) -> None:
    file_one(house.gate("hana"))
    answer = browser("dain").get("/search?after=1&first=26&locale=en", follow_redirects=True)
    shown = unescape(answer.get_data(as_text=True))
    assert "There is nothing on this page." in shown
    assert "No testimony has been filed yet." not in shown
    assert 'href="/search"' in shown
