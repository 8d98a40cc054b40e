"""The workbench in a real browser: by keyboard alone, under Hangul input, by mouse, without a script, and narrow."""

from __future__ import annotations

import re
from dataclasses import replace
from uuid import UUID

import pytest
from people import House
from playwright.sync_api import Page, expect
from redacting import FOR_ALL, begin
from sayings import SAID, WHO, file_one
from served import Site, press

from intake.actions import redaction

pytestmark = pytest.mark.browser

NARRATIVE = (
    "😀 저는 훈춘의 까치수산에서 일했습니다. 사증은 없었습니다.\n"
    "표범섭 지도원이 려권을 걷어갔고, 표범섭은 한 달마다 우리를 데리고 나갔습니다.\n"
    "그는 처형당했다고 들었습니다.\n"
    "숙소는 개발구 17호 창고 이층이었습니다."
)
HANGUL = {"n": "ㅜ", "p": "ㅔ", "y": "ㅛ", "d": "ㅇ", "u": "ㅕ", "s": "ㄴ", "a": "ㅁ", "v": "ㅍ", "l": "ㅣ", "c": "ㅊ"}


def _begun(house: House) -> UUID:
    return begin(house, replace(SAID, narrative=NARRATIVE))[1]


def _bench(site: Site, redaction_id: UUID, name: str = "mina", **how: object) -> Page:
    """Somebody's window on the bench, with identities open."""
    page = site.sign_in(name, **how)
    page.goto("/account/confirm")
    site.confirm(page, name)
    page.goto(f"/redaction/{redaction_id}")
    return page


def _press(page: Page, key: str) -> None:
    """A key as the browser reports it while the Korean input method is on."""
    page.wait_for_selector("html[data-ready]", state="attached")
    page.evaluate(
        """([code, key]) => (document.activeElement ?? document.body).dispatchEvent(
            new KeyboardEvent("keydown", {code, key, bubbles: true, cancelable: true}))""",
        [f"Key{key.upper()}" if key.isalpha() else f"Digit{key}", HANGUL.get(key, key)],
    )


def _settled(page: Page) -> None:
    page.wait_for_load_state("networkidle")


def _accept_all(page: Page) -> int:
    """`y` until nothing is left to accept."""
    count = 0
    while page.locator("[data-accept]").count():
        if not page.locator("[data-suggestion][data-current]").count():
            _press(page, "n")
        before = page.locator("[data-suggestion]").count()
        _press(page, "y")
        expect(page.locator("[data-suggestion]")).not_to_have_count(before)
        _settled(page)
        count += 1
    return count


def test_a_whole_testimony_by_keyboard_under_hangul_input(site: Site) -> None:
    """Accepted, one passage marked with arrows, sent, returned, corrected, sent again and approved; no mouse."""
    redaction_id = _begun(site.house)
    page = _bench(site, redaction_id)
    assert _accept_all(page) >= 2
    _press(page, "s")
    expect(page.locator("#text")).to_be_focused()
    for key in ["Control+Home"] + ["Control+ArrowDown"] * 3 + ["ArrowRight"] * 4:
        press(page, key)
    for _ in range(len("개발구 17호 창고 이층")):
        press(page, "Shift+ArrowRight")
    chosen = page.locator("#marking [data-show=quote]").inner_text()
    assert "17호 창고" in chosen
    _press(page, "3")
    expect(page.locator("[data-apply]")).to_be_focused()
    press(page, "Enter")
    expect(page.locator("#preview")).not_to_contain_text("17호 창고")
    _settled(page)
    press(page, "Control+Enter")
    page.wait_for_url(re.compile(r"/testimony/"))

    second = _bench(site, redaction_id, "bora")
    second.goto(f"/review/{redaction_id}")
    second.locator("textarea[name=text]").focus()
    second.keyboard.type("훈춘이라는 곳")
    press(second, "Tab")
    press(second, "Enter")
    second.wait_for_load_state()
    second.locator("form[action$='/return'] textarea").focus()
    second.keyboard.type("훈춘을 성으로")
    press(second, "Tab")
    press(second, "Enter")
    second.wait_for_url(re.compile(r"tab=second"))

    page = _bench(site, redaction_id)
    expect(page.locator(".notice.warn")).to_contain_text("훈춘을 성으로")
    _press(page, "s")
    for key in ["Control+Home"] + ["ArrowRight"] * 5 + ["Shift+ArrowRight"] * 2:
        press(page, key)
    expect(page.locator("#marking [data-show=quote]")).to_have_text("훈춘")
    page.locator("#kind").focus()
    page.select_option("#kind", "SMALL_PLACE")
    expect(page.locator("#mark-replacement")).not_to_have_value("")
    page.locator("#mark-replacement").fill("지린성")
    page.locator("[data-apply]").focus()
    press(page, "Enter")
    expect(page.locator("#preview .released")).to_contain_text("지린성")
    _settled(page)
    press(page, "Control+Enter")
    page.wait_for_url(re.compile(r"/testimony/"))

    second = _bench(site, redaction_id, "bora")
    second.goto(f"/review/{redaction_id}")
    told = second.locator(".told").inner_text()
    assert not [word for word in ("표범섭", "까치수산", "훈춘", "17호", WHO.name) if word in told]
    second.locator("textarea[name=text]").fill("지린성의 공장")
    press(second, "Tab")
    press(second, "Enter")
    second.wait_for_load_state()
    second.locator("form[action$='/approve'] button").focus()
    press(second, "Enter")
    second.wait_for_url(re.compile(r"/release/[0-9a-f-]{36}"))


def test_words_drawn_over_with_the_mouse_are_the_servers_words(site: Site) -> None:
    """Emoji before the words: the browser counts UTF-16 units, the server code points."""
    redaction_id = _begun(site.house)
    page = _bench(site, redaction_id)
    box = page.locator("#text mark", has_text="까치수산").bounding_box()
    assert box
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2, steps=6)
    page.mouse.up()
    expect(page.locator("#marking [data-show=quote]")).to_have_text("까치수산")
    assert page.input_value("#start") == str(NARRATIVE.index("까치수산"))
    expect(page.locator("#marking [data-count]")).to_have_text("(1)")
    page.click("label.method.mask")
    page.click("[data-apply]")
    expect(page.locator("#preview .released")).not_to_contain_text("까치수산")
    expect(page.locator("#text mark.mask")).to_have_text("까치수산")


def test_undo_and_redo_by_key_and_the_place_is_kept(site: Site) -> None:
    redaction_id = _begun(site.house)
    page = _bench(site, redaction_id)
    groups = page.locator("[data-suggestion]").count()
    _press(page, "n")
    _press(page, "y")
    expect(page.locator("[data-suggestion]")).to_have_count(groups - 1)
    expect(page.locator("[data-suggestion][data-current]")).to_have_count(1)
    press(page, "Control+z")
    expect(page.locator("[data-suggestion]")).to_have_count(groups)
    press(page, "Control+Shift+z")
    expect(page.locator("[data-suggestion]")).to_have_count(groups - 1)
    _press(page, "u")
    expect(page.locator("[data-suggestion]")).to_have_count(groups)


def test_the_edges_of_the_chosen_words_are_nudged(site: Site) -> None:
    """By keys and by buttons; the emoji before the words is one character, as it is for the server."""
    page = _bench(site, _begun(site.house))
    page.locator("#text mark", has_text="까치수산").dblclick()
    quote = page.locator("#marking [data-show=quote]")
    expect(quote).to_have_text(re.compile("까치수산"))
    while quote.inner_text() != "까치수산":
        press(page, "Shift+Alt+ArrowLeft")
    press(page, "Shift+Alt+ArrowRight")
    assert quote.inner_text() == NARRATIVE[NARRATIVE.index("까치수산") :][:5]
    press(page, "Shift+Alt+ArrowLeft")
    press(page, "Control+Shift+Alt+ArrowRight")
    expect(quote).to_have_text("치수산")
    page.click("[data-nudge=start][data-by='-1']")
    expect(quote).to_have_text("까치수산")
    start = NARRATIVE.index("까치수산")
    assert (page.input_value("#start"), page.input_value("#end")) == (str(start), str(start + 4))
    for _ in range(40):
        press(page, "Control+Shift+Alt+ArrowLeft")
    assert page.input_value("#start") == "0"
    expect(quote).to_have_text(NARRATIVE[: start + 4])


def test_back_to_an_earlier_point_and_forward_again(site: Site) -> None:
    page = _bench(site, _begun(site.house))
    groups = page.locator("[data-suggestion]").count()
    for left in (groups - 1, groups - 2):
        if not page.locator("[data-suggestion][data-current]").count():
            _press(page, "n")
        _press(page, "y")
        expect(page.locator("[data-suggestion]")).to_have_count(left)
        _settled(page)
    page.locator("details.otherwise > summary", has_text="처리 내역").last.click()
    page.locator("ol.history form button").nth(1).click()
    expect(page.locator("[data-suggestion]")).to_have_count(groups)
    press(page, "Control+Shift+z")
    expect(page.locator("[data-suggestion]")).to_have_count(groups - 1)


def test_keys_stay_out_of_fields_and_can_be_process_keys(site: Site) -> None:
    page = _bench(site, _begun(site.house))
    page.locator("#remark-new").focus()
    _press(page, "n")
    expect(page.locator("[data-suggestion][data-current]")).to_have_count(0)
    page.locator("#remark-new").evaluate("box => box.blur()")
    page.evaluate(
        """document.body.dispatchEvent(new KeyboardEvent("keydown",
           {code: "KeyN", key: "Process", keyCode: 229, isComposing: true, bubbles: true}))"""
    )
    expect(page.locator("[data-suggestion][data-current]")).to_have_count(0)
    page.evaluate(
        'document.body.dispatchEvent(new KeyboardEvent("keydown", {code: "KeyN", key: "Process", bubbles: true}))'
    )
    expect(page.locator("[data-suggestion][data-current]")).to_have_count(1)


def test_another_method_brings_its_own_replacement(site: Site) -> None:
    page = _bench(site, _begun(site.house))
    item = page.locator("[data-suggestion]", has_text="까치수산")
    item.locator("summary").click()
    item.locator("label.method.mask").click()
    expect(item.locator("input[name=replacement]")).to_have_value("[일터]")
    item.locator("label.method.pseudonym").click()
    expect(item.locator("input[name=replacement]")).to_have_value("")
    item.locator("input[name=replacement]").fill("어느 공장")
    item.locator("label.method.generalise").click()
    expect(item.locator("input[name=replacement]")).to_have_value("어느 공장")


def test_graphic_passages_are_folded_and_open_for_a_jump(site: Site) -> None:
    page = _bench(site, _begun(site.house))
    fold = page.locator("details.graphic")
    expect(fold).to_have_count(1)
    expect(page.locator("#text-p3")).not_to_be_visible()
    fold.locator("summary").click()
    expect(page.locator("#text-p3")).to_be_visible()


def test_the_same_work_without_a_script(site: Site) -> None:
    redaction_id = _begun(site.house)
    page = _bench(site, redaction_id, script=False)
    while page.locator("[data-accept]").count():
        page.locator("[data-accept]").first.click()
        page.wait_for_load_state()
    page.click("#marking > summary")
    page.fill("#quote", "17호 창고 이층")
    page.select_option("#kind", "ADDRESS")
    page.click("#marking label.method.mask")
    page.click("[data-apply]")
    page.wait_for_load_state()
    assert "[주소]" in page.locator("#preview .released").inner_text()
    page.click("form[action$='/send'] button")
    page.wait_for_load_state()
    assert "/testimony/" in page.url
    assert redaction.read(site.house["bora"].stepped_up(), redaction_id).state == "sent"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_is_wider_than_a_telephone(site: Site, language: str) -> None:
    receipt = file_one(site.house.gate("hana"), replace(SAID, narrative=NARRATIVE))
    redaction_id = redaction.start(site.house["mina"].stepped_up(), receipt.testimony_id, **FOR_ALL)
    page = _bench(site, redaction_id, language=language, width=360)
    for path in (f"/redaction/{redaction_id}", f"/testimony/{receipt.testimony_id}", "/testimony/", "/release/",
                 f"/redaction/{redaction_id}/check", f"/redaction/start/{receipt.testimony_id}"):  # fmt: skip
        page.goto(f"{path}?locale={language}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page.goto(f"/redaction/{redaction_id}")
    page.click("a[data-pane=preview]")
    expect(page.locator("#preview")).to_be_visible()
    expect(page.locator("#work")).not_to_be_visible()
