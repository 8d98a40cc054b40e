"""The ES modules in a real Chromium, under the content policy of the application."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import gallery
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]

FIRST_NAME = "이름"


def until(condition: Callable[[], Any], seconds: float = 30) -> Any:
    """Wait until `condition()` is true and answer it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError("it never came to be")


def waiting(page: Page, condition: Callable[[], Any], seconds: float = 30) -> Any:
    """As `until`, while the page goes on living."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        page.evaluate("null")
        time.sleep(0.05)
    raise AssertionError("it never came to be")


# --- autosave -----------------------------------------------------------------------------------------------


def test_autosave_sends_what_changed_and_shows_the_receipt(visit: Visit, served: Any) -> None:
    page = visit("/form")
    page.fill("#name", "한지우")
    expect(page.locator("#save-state")).to_have_attribute("data-state", "unsaved")
    waiting(page, lambda: served.state["saves"])
    (sent,) = served.state["saves"]
    assert sent["match"] == "18"
    assert sent["changed"] == ["name"]
    assert sent["fields"]["name"] == ["한지우"]
    assert sent["fields"]["mode"] == ["face"]
    assert sent["fields"]["recording"] == []
    assert "csrf_token" not in sent["fields"]
    assert "password" not in sent["fields"]
    expect(page.locator("#save-state")).to_have_attribute("data-state", "saved")
    expect(page.locator("#save-state")).to_contain_text("rev 19")


def test_autosave_sends_decomposed_hangul_composed(visit: Visit, served: Any) -> None:
    page = visit("/form")
    page.fill("#name", "\u1112\u1161\u11ab")
    waiting(page, lambda: served.state["saves"])
    assert served.state["saves"][0]["fields"]["name"] == ["한"]


def test_autosave_is_silent_when_nothing_changed(visit: Visit, served: Any) -> None:
    page = visit("/form")
    page.fill("#name", "가")
    page.fill("#name", "")
    page.locator("#note").focus()
    page.wait_for_timeout(2_600)
    assert served.state["saves"] == []


def test_autosave_sends_at_most_every_thirty_seconds_while_typing(visit: Visit, served: Any) -> None:
    page = visit("/")
    page.clock.install(time=datetime(2020, 1, 1, tzinfo=UTC))
    page.goto(served.url + "/form")
    page.wait_for_selector("html[data-ready]")
    page.clock.pause_at(datetime(2020, 1, 2, tzinfo=UTC))
    page.locator("#name").focus()
    for _ in range(29):
        page.keyboard.type("가")
        page.clock.run_for(1_000)
    assert served.state["saves"] == []
    page.keyboard.type("나")
    page.clock.run_for(1_000)
    waiting(page, lambda: served.state["saves"])
    page.clock.resume()


def test_autosave_offline_keeps_the_text_and_sends_it_later(visit: Visit, served: Any) -> None:
    page = visit("/form")
    page.context.set_offline(True)
    page.fill("#name", "끊긴 사이")
    page.locator("#note").focus()
    expect(page.locator("#save-state")).to_have_attribute("data-state", "offline")
    assert served.state["saves"] == []
    page.context.set_offline(False)
    waiting(page, lambda: served.state["saves"])
    assert served.state["saves"][-1]["fields"]["name"] == ["끊긴 사이"]


def test_autosave_tries_again_when_the_server_cannot(visit: Visit, served: Any) -> None:
    served.state["mode"] = "broken"
    page = visit("/form")
    page.fill("#name", "가")
    page.locator("#note").focus()
    expect(page.locator("#save-state")).to_have_attribute("data-state", "failed")
    served.state["mode"] = "ok"
    waiting(page, lambda: len(served.state["saves"]) > 1)
    expect(page.locator("#save-state")).to_have_attribute("data-state", "saved")


def test_autosave_says_what_the_server_refuses(visit: Visit, served: Any) -> None:
    served.state["mode"] = "refused"
    page = visit("/form")
    page.fill("#name", "가")
    expect(page.locator("#save-state")).to_contain_text("이름이 너무 깁니다")
    page.wait_for_timeout(2_500)
    assert len(served.state["saves"]) == 1


def test_autosave_after_the_session_ended_keeps_the_text_and_goes_on_after_signing_in(
    visit: Visit, served: Any
) -> None:
    served.state["mode"] = "ended"
    page = visit("/form")
    page.fill("#name", "남아 있어야 하는 글")
    expect(page.locator(".banner a")).to_have_attribute("target", "_blank")
    assert page.input_value("#name") == "남아 있어야 하는 글"
    page.wait_for_timeout(2_500)
    assert len(served.state["saves"]) == 1
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(500)
    expect(page.locator(".banner")).to_have_count(1)
    served.state.update(mode="ok", token="another")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#save-state")).to_have_attribute("data-state", "saved")
    expect(page.locator(".banner")).to_have_count(0)


def test_autosave_conflict_asks_field_by_field(visit: Visit, served: Any) -> None:
    page = visit("/form")
    served.state["rev"] = 21
    served.state["theirs"] = {
        "name": ["저쪽"],
        "note": ["저쪽 메모"],
        "hours": ["12"],
        "legs-3-employer": ["저쪽 회사"],
    }
    page.fill("#name", "이쪽")
    page.fill("#note", "이쪽 메모")
    panel = page.locator(".conflict")
    expect(panel).to_be_visible()
    expect(panel.locator("[data-name=name]")).to_contain_text("이쪽")
    expect(panel.locator("[data-name=name]")).to_contain_text("저쪽")
    assert page.input_value("#hours") == "12", "not touched here: taken over"
    expect(panel).to_contain_text("하루 일한 시간")
    assert page.input_value("[name='legs-3-employer']") == "저쪽 회사"
    assert len(served.state["saves"]) == 1
    panel.locator("[data-name=name] button").nth(0).click()
    panel.locator("[data-name=note] button").nth(2).click()
    waiting(page, lambda: len(served.state["saves"]) == 2)
    sent = served.state["saves"][-1]
    assert sent["match"] == "21"
    assert sent["fields"]["name"] == ["이쪽"]
    assert sent["fields"]["note"] == ["이쪽 메모\n\n저쪽 메모"]
    expect(page.locator(".conflict")).to_have_count(0)


def test_autosave_warns_before_leaving_with_unsaved_text(visit: Visit, served: Any) -> None:
    served.state["mode"] = "broken"
    page = visit("/form")
    page.locator("#name").press_sequentially("가")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(served.url + "/parts")
    assert asked == ["beforeunload"]


def test_ctrl_s_saves_now(visit: Visit, served: Any) -> None:
    page = visit("/")
    page.clock.install(time=datetime(2020, 1, 1, tzinfo=UTC))
    page.goto(served.url + "/form")
    page.wait_for_selector("html[data-ready]")
    page.clock.pause_at(datetime(2020, 1, 2, tzinfo=UTC))  # the pause after which it saves by itself never ends
    page.locator("#name").press_sequentially("가")
    page.keyboard.press("Control+s")
    waiting(page, lambda: served.state["saves"])


# --- repeated rows ------------------------------------------------------------------------------------------


def test_rows_are_added_removed_and_brought_back(visit: Visit, served: Any) -> None:
    page = visit("/form")
    page.click("[data-repeat=legs] > [data-repeat-add]")
    expect(page.locator("[data-repeat=legs] [data-repeat-row]")).to_have_count(3)
    assert page.evaluate("document.activeElement.name") == "legs-2-employer"
    page.fill("[name='legs-2-employer']", "셋째")
    page.click("[data-repeat=legs] > [data-repeat-add]")
    expect(page.locator("[name='legs-3-employer']")).to_have_count(1)
    page.click("#legs-0 [data-repeat-remove]")
    assert page.locator("[data-repeat-number]").all_inner_texts() == ["1", "2", "3"]
    waiting(page, lambda: served.state["saves"])
    assert "legs-0-employer" not in served.state["saves"][-1]["fields"]
    page.click(".repeat-gone button")
    expect(page.locator("[name='legs-0-employer']")).to_have_count(1)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_labels_of_an_added_row_name_its_own_fields(visit: Visit) -> None:
    page = visit("/form")
    page.click("[data-repeat=legs] > [data-repeat-add]")
    page.locator("#legs-2").get_by_label("들어간 날").fill("2019년 봄")
    assert page.input_value("[name='legs-2-entry']") == "2019년 봄"
    assert page.get_attribute("[name='legs-2-employer']", "aria-describedby") == "legs-2-employer-hint"


# --- combobox -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["훈춘", "훈ㅊ", "hunch", "珲春", "琿春", "Хунь", "HUN CHUN"])
def test_combobox_finds_a_place_in_four_scripts(visit: Visit, typed: str) -> None:
    page = visit("/form")
    page.get_by_role("combobox", name="일터가 있는 곳").fill(typed)
    expect(page.locator(".combobox-list [role=option]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("select#place") == "CN-JL-HC"


def test_combobox_gives_up_what_does_not_fit_and_can_be_emptied(visit: Visit) -> None:
    page = visit("/form")
    box = page.get_by_role("combobox", name="일터가 있는 곳")
    box.fill("평양")
    page.locator(".combobox-list [data-value='KP-01']").click()
    box.fill("없는 곳")
    expect(page.locator(".combobox-none")).to_be_visible()
    page.keyboard.press("Escape")
    assert box.input_value() == "평양"
    box.fill("")
    page.locator("#note").focus()
    assert page.input_value("select#place") == ""


def test_folding(visit: Visit) -> None:
    page = visit("/")
    folded = page.evaluate(
        """async () => {
          const { fold } = await import("/static/js/folding.mjs");
          return ["로동자", "노동자", "려행", "여행", "류학생", "유학생", "료녕", "요녕", "평안 녀자", "평안 여자",
                  "신라", "신나"].map(fold);
        }"""
    )
    for north, south in zip(folded[:10:2], folded[1:10:2], strict=True):
        assert north == south
    assert folded[10] != folded[11], "only at the head of a word"


# --- hints --------------------------------------------------------------------------------------------------


def test_hints_are_listed_with_their_words_and_never_insert_themselves(visit: Visit, served: Any) -> None:
    page = visit("/narrative")
    page.locator("#narrative").press_sequentially("단체관광 비자로 갔고 밖에서 문을 채웠다")
    expect(page.locator("[data-hints-list] li")).to_have_count(2)
    expect(page.locator("[data-hints-list] li").first).to_contain_text("단체관광 비자")
    expect(page.locator("[data-repeat=taggings] [data-repeat-row]")).to_have_count(0)
    assert served.state["hints"] == 1, "asked once after the pause"


def test_hints_accept_and_reject_by_keys(visit: Visit) -> None:
    page = visit("/narrative?text=😀 단체관광 비자로 갔고 밖에서 문을 채웠다")
    expect(page.locator("[data-hints-list] li")).to_have_count(2)
    page.locator("#narrative").focus()
    page.keyboard.press("Alt+1")
    assert page.input_value("[name='taggings-0-concept']") == "short-term-visitor-visa"
    assert page.input_value("[name='taggings-0-quote']") == "단체관광 비자"
    assert page.input_value("[name='taggings-0-start']") == "2", "code points: the emoji is one"
    expect(page.locator("[data-hints-list] li.accepted")).to_have_count(1)
    page.keyboard.press("Alt+Shift+1")
    expect(page.locator("[data-hints-list] li")).to_have_count(1)
    assert page.input_value("#hints_rejected") == "dormitory-confinement\t밖에서 문을 채웠"
    page.locator("#narrative").press_sequentially(" 그리고 더 썼다")
    page.wait_for_timeout(1_800)
    expect(page.locator("[data-hints-list] li")).to_have_count(1)


def test_a_hint_shows_its_place_in_the_text(visit: Visit) -> None:
    page = visit("/narrative?text=😀 단체관광 비자로 갔다")
    page.click(".hint-words")
    chosen = page.evaluate(
        "() => { const box = document.getElementById('narrative');"
        " return box.value.slice(box.selectionStart, box.selectionEnd); }"
    )
    assert chosen == "단체관광 비자"


# --- marking ------------------------------------------------------------------------------------------------

SELECT = """([from, to]) => {
  const texts = [];
  const walker = document.createTreeWalker(document.getElementById("source"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  const find = (word) => {
    const text = texts.find((one) => one.data.includes(word));
    return [text, text.data.indexOf(word)];
  };
  const [first, start] = find(from);
  const [last, end] = find(to);
  document.getSelection().setBaseAndExtent(first, start, last, end + to.length);
  document.dispatchEvent(new PointerEvent("pointerup"));
}"""


@pytest.mark.parametrize(
    ("first", "last"),
    [("훈춘", "훈춘"), ("리명수", "리명수"), ("려권", "걷었습니다"), ("문을", "리명수"), ("왔습니다", "공장과")],
)
def test_a_selection_is_counted_in_code_points(visit: Visit, first: str, last: str) -> None:
    page = visit("/workbench")
    page.evaluate(SELECT, [first, last])
    page.wait_for_timeout(100)
    start, end = int(page.input_value("#start")), int(page.input_value("#end"))
    assert gallery.NARRATIVE[start:end] == page.input_value("#quote")
    assert start == gallery.NARRATIVE.index(first)
    assert end == gallery.NARRATIVE.index(last) + len(last)


def test_white_space_is_trimmed_off_a_selection(visit: Visit) -> None:
    page = visit("/workbench")
    page.evaluate(SELECT, [" 다리를 ", " 다리를 "])
    page.wait_for_timeout(100)
    assert page.input_value("#quote") == "다리를"
    assert int(page.input_value("#start")) == gallery.NARRATIVE.index("다리를")


def test_words_are_chosen_by_keys(visit: Visit) -> None:
    page = visit("/workbench")
    page.locator("#source").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".caret")).to_be_visible()
    page.keyboard.down("Shift")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.up("Shift")
    assert page.input_value("#quote") == gallery.NARRATIVE[4:6]
    assert page.input_value("#start") == "4"
    expect(page.locator("[data-show=quote]")).to_have_text(gallery.NARRATIVE[4:6])


def test_a_selection_outside_the_source_fills_nothing(visit: Visit) -> None:
    page = visit("/workbench")
    page.evaluate(
        "() => { document.getSelection().selectAllChildren(document.querySelector('#preview p'));"
        " document.dispatchEvent(new PointerEvent('pointerup')); }"
    )
    page.wait_for_timeout(100)
    assert page.input_value("#quote") == ""


# --- shortcuts ----------------------------------------------------------------------------------------------

PRESS = """(init) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }))"""


@pytest.mark.parametrize("event", [{"code": "KeyJ", "key": "j"}, {"code": "KeyJ", "key": "ㅓ"}, {"key": "j"}])
def test_j_moves_to_the_next_row_under_any_input_method(visit: Visit, event: dict[str, str]) -> None:
    page = visit("/parts")
    page.evaluate(PRESS, event)
    page.evaluate(PRESS, event)
    assert page.evaluate("document.activeElement.textContent") == "T-2019-0042"


@pytest.mark.parametrize(
    "event",
    [
        {"code": "KeyJ", "key": "Process", "keyCode": 229},
        {"code": "KeyJ", "key": "ㅓ", "isComposing": True},
        {"code": "KeyJ", "key": "j", "ctrlKey": True},
    ],
)
def test_no_shortcut_while_composing(visit: Visit, event: dict[str, Any]) -> None:
    page = visit("/parts")
    page.evaluate(PRESS, event)
    assert page.locator("[data-current]").count() == 0


def test_no_shortcut_in_a_field(visit: Visit) -> None:
    page = visit("/form")
    page.locator("#name").press_sequentially("gh?/")
    assert page.input_value("#name") == "gh?/"
    assert page.url.endswith("/form")


def test_question_mark_lists_the_keys_and_g_h_goes_home(visit: Visit, served: Any) -> None:
    page = visit("/parts")
    page.keyboard.press("Shift+Slash")
    expect(page.locator("#keys-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys-dialog")).to_be_hidden()
    page.clock.set_fixed_time(datetime(2020, 1, 1, tzinfo=UTC))
    page.keyboard.press("g")
    page.keyboard.press("h")
    expect(page).to_have_url(served.url + "/")


def test_g_that_was_pressed_long_ago_leads_nowhere(visit: Visit) -> None:
    page = visit("/parts")
    page.clock.set_fixed_time(datetime(2020, 1, 1, tzinfo=UTC))
    page.keyboard.press("g")
    page.clock.set_fixed_time(datetime(2020, 1, 1, 0, 0, 2, tzinfo=UTC))
    page.keyboard.press("h")
    page.wait_for_timeout(300)
    assert page.url.endswith("/parts")


def test_shortcuts_can_be_switched_off(visit: Visit) -> None:
    page = visit("/parts?keys=off")
    page.keyboard.press("j")
    assert page.locator("[data-current]").count() == 0


def test_slash_goes_to_the_search_box(visit: Visit) -> None:
    page = visit("/desk")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    assert "/" not in page.input_value("#q")


# --- the end of a session -----------------------------------------------------------------------------------


def test_two_minutes_before_the_end_one_may_stay(visit: Visit, served: Any) -> None:
    page = visit("/")
    page.clock.install()
    page.goto(served.url + "/form?ends=600")
    page.wait_for_selector("html[data-ready]")
    page.clock.run_for(470_000)
    expect(page.locator("dialog[role=alertdialog]")).to_have_count(0)
    page.clock.run_for(20_000)
    expect(page.locator("dialog[role=alertdialog]")).to_be_visible()
    page.locator("dialog[role=alertdialog] button").click()
    expect(page.locator("dialog[role=alertdialog]")).to_be_hidden()
    page.clock.run_for(400_000)
    expect(page.locator("dialog[role=alertdialog]")).to_be_hidden()


def test_quick_hide_blanks_saves_and_signs_out(visit: Visit, served: Any) -> None:
    page = visit("/form")
    page.locator("#name").press_sequentially("급히")
    page.clock.set_fixed_time(datetime(2020, 1, 1, tzinfo=UTC))
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("about:blank")
    until(lambda: served.state["signed_out"] == 1)
    until(lambda: served.state["saves"])
    assert served.state["saves"][-1]["fields"]["name"] == ["급히"]


def test_shift_while_typing_does_not_hide(visit: Visit, served: Any) -> None:
    page = visit("/form")
    page.locator("#name").focus()
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    page.wait_for_timeout(300)
    assert page.input_value("#name") == "ABCD"
    assert served.state["signed_out"] == 0


# --- small things -------------------------------------------------------------------------------------------


def test_the_error_summary_takes_the_focus_and_links_to_its_fields(visit: Visit) -> None:
    page = visit("/form")
    page.evaluate("document.querySelector('main form').requestSubmit()")
    expect(page.locator(".error-summary")).to_be_focused()
    page.locator(".error-summary a").first.click()
    assert page.evaluate("location.hash") == "#name"
    assert page.get_attribute("#name", "aria-invalid") == "true"
    assert page.get_attribute("#name", "aria-describedby") == "name-error"


def test_no_answer_gives_way_to_an_answer(visit: Visit) -> None:
    page = visit("/form")
    page.select_option("#pay-absence", "withheld")
    expect(page.locator("[data-answer]")).to_have_class("field answer absent")
    page.fill("#pay-value", "1500")
    assert page.input_value("#pay-absence") == ""


def test_a_long_facet_can_be_narrowed(visit: Visit) -> None:
    page = visit("/desk")
    page.locator(".facet-filter").fill("몽")
    expect(page.locator(".facet >> nth=1").locator("li:visible")).to_have_count(1)


def test_panes_are_tabs_on_a_narrow_screen(visit: Visit) -> None:
    page = visit("/workbench", width=900)
    expect(page.locator("#decisions")).to_be_visible()
    expect(page.locator("#text")).to_be_hidden()
    page.click("a[data-pane=text]")
    expect(page.locator("#text")).to_be_visible()
    page.click("a[data-pane=decisions]")
    page.click(".decisions a >> nth=0")
    expect(page.locator("#text")).to_be_visible()
