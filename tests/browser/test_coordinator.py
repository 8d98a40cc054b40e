"""A coordinator's morning in a real browser: ask, narrow down, judge by keyboard, group, in Korean and in English."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from people import House
from playwright.sync_api import Page, expect
from sayings import SAID, transcribe_one
from served import Site, press

from intake.models.testimony import Answer, Consent, Leg, Permission, Setting

pytestmark = pytest.mark.browser
SILENT = replace(SAID, mechanisms=())
FAR = replace(
    SILENT,
    narrative="쿠웨이트 건설장에서 일했습니다. 정식 로동사증이 있었습니다.",
    legs=(Leg(country="KW", workplace="사막건설", sector="construction", entry="2015"),),
    setting=Setting(date="2018-03-04", language="ko"),
)


@pytest.fixture
def filed(house: House) -> list[str]:
    """One that is tagged, two that only speak of it, one about something else; their references."""
    gate = house.gate("hana")
    said = (SAID, SILENT, replace(SILENT, setting=Setting(date="2020-05-07", language="ko")), FAR)
    return [transcribe_one(gate, str(number), one).reference for number, one in enumerate(said)]


def count(page: Page) -> str:
    return page.locator("#query-count b").inner_text()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_asking_narrowing_and_going_back(site: Site, filed: list[str], language: str) -> None:
    page = site.sign_in("dain", language=language)
    page.goto("/search")
    expect(page.locator("article.result")).to_have_count(4)
    page.evaluate("window.same = true")
    page.fill("#q", "concept:visa-circumvention")
    expect(page.locator("article.result")).to_have_count(3)  # without Enter
    assert page.url.endswith("q=concept:visa-circumvention")
    page.check(".facets input[name=place][value=CN]")
    page.wait_for_url("**place:CN*")
    expect(page.locator(".tag.removable")).to_have_count(2)
    expect(page.locator("#q")).to_have_value("concept:visa-circumvention place:CN")
    page.go_back()
    expect(page.locator("#q")).to_have_value("concept:visa-circumvention")
    page.fill("#q", "concept:visa-circumvention (")
    expect(page.locator("#q-error")).to_be_visible()
    expect(page.locator("article.result")).to_have_count(3)  # half a question takes nothing away
    page.fill("#q", "사막건설 로동비자")
    expect(page.locator(".drop a").first).to_be_visible()
    page.click(".drop li:has-text('사막건설') a")
    expect(page.locator("article.result")).not_to_have_count(0)
    assert page.evaluate("window.same")  # all of it on one page


@pytest.mark.parametrize("script", [True, False])
def test_the_desk_works_with_and_without_script(site: Site, filed: list[str], script: bool) -> None:
    page = site.sign_in("dain", script=script)
    page.goto("/search?q=concept:visa-circumvention&tab=mentioned")
    expect(page.locator("article.result")).to_have_count(2)
    page.click("article.result >> nth=0 >> button[value=confirmed]")
    if script:
        expect(page.locator("form[data-judge]").first).to_have_attribute("data-done", "confirmed")
    page.goto("/search?q=concept:visa-circumvention&tab=confirmed")
    expect(page.locator("article.result")).to_have_count(2)
    page.check(".facets input[name=place][value=CN]")
    if not script:
        page.click(".facets-send button")
    page.wait_for_url("**place:CN*")
    for box in page.locator(".result-pick").all():
        box.check()
    page.click("#pick button")
    page.fill("#title", "훈춘 공장")
    page.click("form[action$='/case/start'] button")
    page.wait_for_url(re.compile(r"/case/[0-9a-f-]{36}"))
    expect(page.locator("h1")).to_have_text("훈춘 공장")
    expect(page.locator("tr[data-row]")).to_have_count(2)


def test_candidates_are_judged_by_keyboard_under_a_korean_input_method(site: Site, filed: list[str]) -> None:
    page = site.sign_in("dain")
    page.goto("/search?q=concept:visa-circumvention&tab=mentioned")
    first, second = page.locator("article.result").all()

    def pressed(code: str, key: str) -> None:
        page.wait_for_selector("html[data-ready]", state="attached")
        page.evaluate(
            "([code, key]) => document.body.dispatchEvent("
            "new KeyboardEvent('keydown', {code, key, bubbles: true, cancelable: true}))",
            [code, key],
        )

    pressed("KeyY", "ㅛ")
    expect(first.locator("form[data-judge]").first).to_have_attribute("data-done", "confirmed")
    while left := first.locator("form[data-judge]:not([data-done])").count():
        pressed("KeyY", "ㅛ")
        expect(first.locator("form[data-judge]:not([data-done])")).to_have_count(left - 1)
    expect(second).to_have_attribute("data-current", "")
    while left := second.locator("form[data-judge]:not([data-done])").count():
        pressed("KeyD", "ㅇ")
        expect(second.locator("form[data-judge]:not([data-done])")).to_have_count(left - 1)
    page.reload()
    expect(page.locator("article.result")).to_have_count(0)
    page.goto("/search?q=concept:visa-circumvention&tab=confirmed")
    expect(page.locator("article.result")).to_have_count(2)
    page.focus("#q")
    press(page, "End")
    page.keyboard.type("yd")  # in the box they are letters
    expect(page.locator("#q")).to_have_value("concept:visa-circumventionyd")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_answer_is_looked_at_from_all_sides_kept_and_taken_along(
    site: Site, filed: list[str], language: str
) -> None:
    page = site.sign_in("dain", language=language)
    page.goto("/search?q=place:CN")
    page.click(".views a[href*='/search/map']")
    page.wait_for_url("**/search/map*")
    expect(page.locator(".figure svg")).to_be_visible()
    page.select_option("#choose-level", "country")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.click(".views a[href*='/search/timeline']")
    page.wait_for_url("**/search/timeline*")
    expect(page.locator(".figure svg").first).to_be_visible()
    page.click(".views a[href*='/search/table']")
    page.wait_for_url("**/search/table*")
    page.select_option("#choose-leaving", "yes")
    expect(page.locator("td.cell-few, td.cell-held").first).to_be_visible()
    page.click(".views-more a[href*='/query/save']")
    page.fill("#name", "중국")
    page.click("main form button.primary")
    page.wait_for_url(re.compile(r"/query/[0-9a-f-]{36}"))
    page.goto("/export/check?q=place:CN")
    page.select_option("#audience", "A8")
    page.select_option("#purpose", "public-report")
    page.fill("#recipient", "독자")
    page.click("main form button.primary")
    with page.expect_download() as coming:
        page.click("main form button.primary")
    assert coming.value.suggested_filename == "intake-table.xlsx"
    page.goto("/export/")
    expect(page.locator("tr[data-row]")).to_have_count(1)


PAY = {"currency": "CNY", "hours_per_day": Answer(value="14"), "passport_held_by": Answer(gap="does-not-know")}
CONSENT = Consent(permissions=tuple(Permission(purpose=p, audience=a, identity="N1") for p, a in (
    ("internal-analysis", "A1"), ("public-report", "A8"))))  # fmt: skip


@pytest.fixture
def a_week(house: House) -> None:
    """Thirty testimonies: most tagged, three that only speak of it, one elsewhere; pay by the month and by the day."""
    gate = house.gate("hana")
    tag = replace(SAID.mechanisms[0], start=SAID.narrative.index("한 달이"), end=SAID.narrative.index("도장을"))
    for number in range(30):
        by_day = number % 3 == 0
        pay = Answer(value="50" if by_day else str(300 + number))
        leg = replace(SAID.legs[0], pay_received=pay, pay_period="day" if by_day else "month", **PAY)
        said = replace(SAID, consent=CONSENT, legs=(leg,), mechanisms=() if number in (3, 5, 8) else (tag,))
        transcribe_one(gate, str(number), said if number else FAR)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_coordinators_morning(site: Site, a_week: None, language: str, tmp_path: Path) -> None:
    page = site.sign_in("dain", language=language)

    def look(name: str) -> None:
        page.screenshot(path=tmp_path / f"{language}-{name}.png", full_page=True)

    page.goto("/search")
    assert page.locator("html").get_attribute("lang") == language
    page.fill("#q", "concept:one-month-visa-free-rotation place:CN")
    expect(page.locator("#query-count b")).to_contain_text("29")
    expect(page.locator("#recall")).to_contain_text("26")
    look("found")
    _judge(page)
    look("judged")
    page.goto("/search?q=concept:one-month-visa-free-rotation+place:CN")
    expect(page.locator("#query-count b")).to_contain_text("28")  # one was not it
    page.click(".views a[href*='/search/map']")
    page.wait_for_url("**/search/map*")
    expect(page.locator(".figure svg")).to_be_visible()
    look("map")
    page.click(".views a[href*='/search/timeline']")
    page.wait_for_url("**/search/timeline*")
    expect(page.locator(".figure svg").first).to_be_visible()
    page.click(".views a[href*='/search/table']")
    page.wait_for_url("**/search/table*")
    page.select_option("#choose-rows", "year")
    page.wait_for_url("**rows=year*")
    page.select_option("#choose-layers", "language")
    expect(page.locator(".layer-head")).to_have_count(2)
    expect(page.locator("tbody").last.locator("tr[data-row]").last).to_contain_text("28")
    look("table")
    page.click(".views a[href*='/search/facts']")
    page.wait_for_url("**/search/facts*")
    expect(page.locator("#fact-pay_received")).to_contain_text("1,500 CNY")
    page.click("a[href='#fact-hours_per_day']")
    expect(page.locator("#fact-hours_per_day tr").nth(1)).to_contain_text("28")
    look("facts")
    page.click(".views-more a[href*='/query/save']")
    page.fill("#name", "훈춘, 한 달")
    page.click("main form button.primary")
    page.wait_for_url(re.compile(r"/query/[0-9a-f-]{36}"))
    look("kept")
    _put_all_into_a_case(page)
    look("case")
    for what, name in FILES.items():
        assert _taken(page, what) == name
    page.goto("/export/")
    expect(page.locator("tr[data-row]")).to_have_count(len(FILES))
    look("register")


def _judge(page: Page) -> None:
    """Two right and one not, by the keyboard alone."""
    page.goto("/search?q=concept:one-month-visa-free-rotation+place:CN&tab=mentioned")
    expect(page.locator("article.result")).to_have_count(3)
    press(page, "j")
    press(page, "j")
    press(page, "k")
    for key in ("y", "n", "y"):
        reference = page.locator("article.result[data-current] h2 a").inner_text()
        row = page.locator("article.result", has=page.get_by_role("link", name=reference, exact=True))
        for place in range(row.locator("form[data-judge]").count()):
            press(page, key)
            expect(row.locator("form[data-judge][data-done]")).to_have_count(place + 1)
    page.reload()
    expect(page.locator("article.result")).to_have_count(0)
    page.goto("/search?q=concept:one-month-visa-free-rotation+place:CN")
    expect(page.locator("#recall")).to_contain_text("3")


def _put_all_into_a_case(page: Page) -> None:
    page.goto("/search?q=concept:one-month-visa-free-rotation+place:CN")
    expect(page.locator("article.result")).to_have_count(25)
    page.click("[data-pick-whole]")
    page.fill("#title", "훈춘 공장")
    page.click("form[action$='/case/start'] button")
    page.wait_for_url(re.compile(r"/case/[0-9a-f-]{36}"))
    expect(page.locator("table").first.locator("tr[data-row]")).to_have_count(28)


FILES = {
    "rows-xlsx": "intake-rows.xlsx",
    "facts-csv": "intake-facts.csv",
    "map-geojson": "intake-map.geojson",
    "workplaces-ftm": "intake-workplaces.ftm.json",
    "brief-docx": "intake-brief.docx",
    "brief-pdf": "intake-brief.pdf",
}


def _taken(page: Page, what: str) -> str:
    page.goto(f"/export/check?q=concept:one-month-visa-free-rotation+place:CN&what={what}")
    page.fill("#recipient", "정책팀")
    page.click("main form button.primary")
    with page.expect_download() as coming:
        page.click("main form button.primary")
    assert coming.value.path().stat().st_size > 100
    return coming.value.suggested_filename


def test_filters_are_offered_while_one_types(site: Site, filed: list[str]) -> None:
    page = site.sign_in("dain")
    page.goto("/search")
    page.click("#q")
    page.keyboard.type("장소:훈춘")
    offer = page.locator("#q-offers [role=option]").first
    expect(offer).to_contain_text("훈춘")
    press(page, "ArrowDown")
    expect(offer).to_have_attribute("aria-selected", "true")
    press(page, "Enter")
    expect(page.locator("#q")).to_have_value("장소:CN-JL.hunchun ")
    expect(page.locator("article.result")).to_have_count(3)
    page.keyboard.type("con")
    press(page, "ArrowDown")
    press(page, "Tab")
    page.keyboard.type("tour")
    expect(page.locator("#q-offers [role=option]").first).to_contain_text("단체관광")
    press(page, "Escape")
    expect(page.locator("#q-offers")).to_be_hidden()
    expect(page.locator("#q")).to_have_value("장소:CN-JL.hunchun concept:tour")


def test_what_is_offered_makes_way_for_the_answer(site: Site, filed: list[str]) -> None:
    """A value that others begin with, asked as it stands: the list must not lie over the answer."""
    page = site.sign_in("dain")
    page.goto("/search")
    page.locator("#q").press_sequentially("place:CN-JL")
    expect(page.locator("#q-offers [role=option]").first).to_be_visible()
    press(page, "Enter")
    expect(page.locator("#q-offers")).to_be_hidden()
    expect(page.locator("[data-row]").first).to_be_visible()
    expect(page.locator("#q-offers")).to_be_hidden()


def test_a_question_is_put_together_from_groups(site: Site, filed: list[str]) -> None:
    page = site.sign_in("dain")
    page.goto("/search")
    page.click(".syntax summary >> nth=0")
    page.fill("#build-every", "place:CN")
    page.fill("#build-some", "공장 건설장")
    page.fill("#build-none", "state:released")
    page.click(".builder button")
    expect(page.locator("#q")).to_have_value("place:CN (공장 OR 건설장) -state:released")
    expect(page.locator("article.result")).to_have_count(3)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "path",
    ["/search", "/search?q=concept:visa-circumvention&tab=mentioned", "/search?q=((((", "/search?q=zzz", "/search/map",
     "/search/timeline", "/search/table", "/search/facts",
     "/search/arrange?q=place:CN -a", "/case/", "/case/start", "/query/", "/export/", "/export/check",
     "/workplace/", "/workplace/add", "/workplace/propose", "/workplace/import", "/vocabulary/"],
)  # fmt: skip
def test_no_page_is_wider_than_its_window(site: Site, filed: list[str], path: str, width: int) -> None:
    page = site.sign_in("dain", width=width)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
