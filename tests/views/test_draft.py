"""The desk and the pages of a draft: nothing typed is ever lost, and nothing is overwritten unseen."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from uuid import uuid4

import pytest
from people import House
from writing import Writer, filled

from intake.actions import case, draft
from intake.forms.sections import KEYS

LONG = "가나다라마바사아자차" * 17_000


@pytest.fixture
def hana(browser: Callable[..., object], house: House) -> Writer:
    """Hana with a new draft open."""
    return Writer(browser("hana"), house).begin()


@pytest.fixture
def iseul(browser: Callable[..., object], house: House) -> Writer:
    return Writer(browser("iseul"), house).begin()


# -- the desk


def test_an_empty_desk_says_what_would_be_there(browser, house):
    body = Writer(browser("iseul"), house).get("/draft/").get_data(as_text=True)
    assert 'action="/draft/start"' in body
    assert 'class="empty"' in body


def test_a_new_draft_comes_with_what_is_mostly_so_and_none_of_it_forced(hana):
    stored = hana.stored()
    assert stored["setting-date"] == ("2026-03-02",)
    assert stored["setting-language"] == ("ko",)
    assert stored["themes-focus"] == ("overseas-north-koreans",)
    assert hana.fill("themes", **{"themes-focus": []}).status_code == 303
    assert "themes-focus" not in hana.stored()


def test_a_new_draft_can_begin_with_another_ones_setting(hana):
    other = Writer(hana.browser, hana.house).begin(
        **{"setting-place": "서울", "setting-finished": "yes", "narrative-text": "남의 말"}
    )
    assert other.stored()["setting-place"] == ("서울",)
    assert not {"setting-finished", "narrative-text"} & set(other.stored())


def test_the_desk_shows_how_far_each_draft_is(hana):
    hana.fill("setting", **{"setting-finished": "yes"})
    hana.fill("narrative", **{"narrative-text": "훈춘에서 일했습니다"})
    body = hana.get("/draft/").get_data(as_text=True)
    assert "훈춘에서 일했습니다" in body
    assert re.search(r"11.*1|1.*11", body)


def test_a_draft_can_be_discarded(hana):
    assert hana.post(f"{hana.at}/discard").status_code == 303
    assert hana.get(hana.at).status_code == 404


def test_a_case_is_known_by_its_label_and_can_be_chosen(hana, house):
    coordinator = house.gate("dain")
    case_id = case.start(coordinator, "비밀 제목")
    case.assign(coordinator, case_id, house["hana"].id, label="훈춘 2019", instruction="공장을 물어볼 것")
    assert "공장을 물어볼 것" in hana.get("/draft/").get_data(as_text=True)
    page = hana.page("setting")
    assert f'<option value="{case_id}">훈춘 2019</option>' in page
    assert "비밀 제목" not in page
    hana.fill("setting", **{"setting-case": str(case_id)})
    assert f'<option value="{case_id}" selected>' in hana.page("setting")


# -- pages and their state


@pytest.mark.parametrize("key", KEYS)
def test_every_section_has_its_page_and_every_name_on_it_belongs_to_it(key, hana):
    names = set(filled(hana.page(key))) - {"rev", "shown", "stay"}
    assert all(re.match(rf"{key}-", name) for name in names), names


@pytest.mark.parametrize("path", ["nothing", "setting/more"])
def test_there_are_no_other_sections(path, hana):
    assert hana.get(f"{hana.at}/{path}").status_code == 404


def state(hana: Writer, key: str) -> str:
    body = hana.get(hana.at).get_data(as_text=True)
    found = re.search(rf'/{key}">.*?class="state (\w+)"', body, re.S)
    assert found is not None
    return found[1]


def test_a_section_goes_through_four_states(hana):
    assert state(hana, "people") == "todo"
    hana.fill("people", **{"people-0-role": "지배인"})
    assert state(hana, "people") == "fix"
    hana.fill("people", **{"people-0-name": "최 선생"})
    assert state(hana, "people") == "doing"
    hana.fill("people", **{"people-finished": "yes"})
    assert state(hana, "people") == "done"


def test_what_a_draft_comes_with_is_no_work_yet(hana):
    assert [state(hana, key) for key in ("setting", "themes")] == ["todo", "todo"]


def test_finished_without_what_is_needed_is_not_done(hana):
    hana.fill("consent", **{"consent-finished": "yes"})
    assert state(hana, "consent") == "fix"


# -- saving without script


def test_what_is_wrong_is_kept_and_said_at_its_field(hana):
    answer = hana.fill("dispatch", **{"dispatch-0-entry": "2019-02-30", "dispatch-0-headcount-value": "٣"})
    assert answer.status_code == 303
    page = hana.page("dispatch") if "?" not in answer.location else hana.get(answer.location).get_data(as_text=True)
    shown = filled(page)
    assert (shown["dispatch-0-entry"], shown["dispatch-0-headcount-value"]) == (["2019-02-30"], ["٣"])
    assert 'id="dispatch-0-entry-error"' in page
    assert 'href="#dispatch-0-entry"' in page
    assert 'aria-invalid="true"' in page


def test_what_was_understood_is_said_back(hana):
    hana.fill("dispatch", **{"dispatch-0-entry": "2019년 봄"})
    assert "2019년 3월 1일 – 2019년 5월 31일" in hana.page("dispatch")


def test_save_and_go_on_goes_to_the_next_section_and_at_last_to_the_check(hana):
    assert hana.fill("setting", "next").location == f"{hana.at}/consent"
    assert hana.fill("reliability", "next").location == f"/testimony/{hana.draft_id}/file"


def test_rows_are_added_and_removed_by_buttons(hana):
    hana.fill("people", "add", "people", **{"people-0-name": "하나"})
    assert "people-1-name" in filled(hana.page("people"))
    hana.fill("people", "add", "people", **{"people-1-name": "둘", "people-1-at_risk": "yes"})
    hana.fill("people", **{"people-2-name": "셋"})
    hana.fill("people", "remove", "people-1")
    stored = hana.stored()
    assert (stored["people-0-name"], stored["people-2-name"]) == (("하나",), ("셋",))
    assert not any(name.startswith("people-1-") for name in stored)
    hana.fill("people", "add", "people")
    assert "people-3-name" in filled(hana.page("people"))


def test_a_box_is_unticked_and_a_list_emptied(hana):
    hana.fill("people", **{"people-0-name": "하나", "people-0-at_risk": "yes"})
    fields = filled(hana.page("people"))
    assert fields.pop("people-0-at_risk") == ["yes"]
    hana.press("people", fields)
    assert "people-0-at_risk" not in hana.stored()


def test_enter_in_a_box_presses_no_button_that_removes_anything(hana):
    form = re.search(r'<form[^>]*class="section-form".*?</form>', hana.page("dispatch"), re.S)
    first = re.search(r"<button[^>]*>", form[0])
    assert 'name="stay"' in first[0]


def test_a_very_long_account_is_saved_and_shown_again(hana):
    assert hana.fill("narrative", **{"narrative-text": LONG}).status_code == 303
    assert filled(hana.page("narrative"))["narrative-text"] == [LONG]


@pytest.mark.parametrize(
    "text", ["\n첫 줄이 비었음", "끝에 빈 줄\n\n", "<b>&amp;</b>", "\u202e뒤집힘", "탭\t과 \u200b보이지 않는 것"]
)
def test_text_comes_back_as_it_was_typed(text, hana):
    hana.fill("narrative", **{"narrative-text": text.replace("\n", "\r\n")})
    assert hana.stored()["narrative-text"] == (text,)
    assert filled(hana.page("narrative"))["narrative-text"] == [text]


def test_decomposed_hangul_is_composed_at_the_door(hana):
    hana.fill("witness", **{"witness-name": unicodedata.normalize("NFD", "림설경")})
    assert hana.stored()["witness-name"] == ("림설경",)


def test_characters_that_cannot_be_stored_are_refused_and_the_rest_is_still_there(hana):
    answer = hana.fill("witness", **{"witness-name": "림\x00설경", "witness-phone": "010-0417-2283"})
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    shown = filled(page)
    assert shown["witness-phone"] == ["010-0417-2283"]
    assert shown["witness-name"] == ["림\N{REPLACEMENT CHARACTER}설경"]
    assert 'id="witness-name-error"' in page
    assert "data-unsaved" in page
    assert "witness-phone" not in hana.stored()


def test_names_that_are_no_questions_are_not_stored(hana):
    forged = {"people-²-name": "x", "people-99999-name": "x", "zzz": "x", "setting-date": "x", "people-0-zzz": "x"}
    before = hana.stored()
    hana.fill("people", **forged, **{"people-0-name": "하나"})
    changed = set(hana.stored().items()) - set(before.items())
    assert ("people-0-name", ("하나",)) in changed
    assert all(re.fullmatch(r"people-0-(name|role|spellings)", name) for name, _ in changed)


# -- two windows


def test_two_windows_on_one_section_meet_and_both_texts_are_shown(hana):
    mine = filled(hana.page("narrative"))
    hana.fill("narrative", **{"narrative-text": "다른 창의 글"})
    answer = hana.press("narrative", mine, **{"narrative-text": "이 창의 글"})
    assert answer.status_code == 409
    page = answer.get_data(as_text=True)
    assert "다른 창의 글" in page
    assert "이 창의 글" in page
    assert hana.stored()["narrative-text"] == ("다른 창의 글",)
    for choice, result in (("both", "이 창의 글\n\n다른 창의 글"), ("mine", "이 창의 글"), ("theirs", "다른 창의 글")):
        other = Writer(hana.browser, hana.house).begin()
        early = filled(other.page("narrative"))
        other.fill("narrative", **{"narrative-text": "다른 창의 글"})
        fields = filled(
            other.press("narrative", early, **{"narrative-text": "이 창의 글"}).get_data(as_text=True), "conflict"
        )
        assert other.press("narrative", fields, **{"choose:narrative-text": choice}).status_code == 303
        assert other.stored()["narrative-text"] == (result,)


def test_a_conflict_without_a_choice_stays_one(hana):
    mine = filled(hana.page("narrative"))
    hana.fill("narrative", **{"narrative-text": "다른 창의 글"})
    fields = filled(hana.press("narrative", mine, **{"narrative-text": "내 글"}).get_data(as_text=True), "conflict")
    again = hana.press("narrative", fields)
    assert again.status_code == 409
    assert "내 글" in again.get_data(as_text=True)
    assert hana.stored()["narrative-text"] == ("다른 창의 글",)


def test_choices_in_a_conflict_are_told_by_their_words(hana):
    mine = filled(hana.page("consent"))
    hana.fill("consent", **{"consent-report": "N2"})
    page = hana.press("consent", mine, **{"consent-report": "no"}).get_data(as_text=True)
    assert (
        '<div class="conflict-text" tabindex="0">anonymised</div>' in page
        or '<div class="conflict-text" tabindex="0">익명화</div>' in page
    )
    fields = filled(page, "conflict")
    assert hana.press("consent", fields, **{"choose:consent-report": "theirs"}).status_code == 303
    assert hana.stored()["consent-report"] == ("N2",)


def test_two_windows_on_different_sections_do_not_meet(hana):
    mine = filled(hana.page("witness"))
    hana.fill("narrative", **{"narrative-text": "다른 창의 글"})
    assert hana.press("witness", mine, **{"witness-name": "림설경"}).status_code == 303
    assert hana.stored()["witness-name"] == ("림설경",)
    assert hana.stored()["narrative-text"] == ("다른 창의 글",)


def test_two_windows_on_different_answers_of_one_section_do_not_meet(hana):
    hana.fill("witness", **{"witness-hometown": "청진"})
    mine = filled(hana.page("witness"))
    hana.fill("witness", **{"witness-name": "림설경", "witness-hometown": ""})
    assert hana.press("witness", mine, **{"witness-phone": "010-0417-2283"}).status_code == 303
    stored = hana.stored()
    assert (stored["witness-name"], stored["witness-phone"]) == (("림설경",), ("010-0417-2283",))
    assert stored["witness-hometown"] == ("",)


def test_only_what_both_changed_is_asked_about_and_the_rest_is_not_lost(hana):
    hana.fill("people", **{"people-0-name": "하나", "people-0-at_risk": "yes"})
    mine = filled(hana.page("people"))
    mine.pop("people-0-at_risk")
    hana.fill("people", **{"people-0-name": "둘"})
    page = hana.press("people", mine, **{"people-0-name": "셋", "people-0-role": "지배인"}).get_data(as_text=True)
    fields = filled(page, "conflict")
    assert fields["differs"] == ["people-0-name"]
    assert hana.press("people", fields, **{"choose:people-0-name": "theirs"}).status_code == 303
    stored = hana.stored()
    assert (stored["people-0-name"], stored["people-0-role"]) == (("둘",), ("지배인",))
    assert "people-0-at_risk" not in stored


def test_a_row_taken_out_in_one_window_and_changed_in_the_other_is_asked_about(hana):
    hana.fill("people", **{"people-0-name": "하나"})
    mine = filled(hana.page("people"))
    hana.fill("people", "remove", "people-0")
    assert hana.press("people", mine, **{"people-0-role": "지배인"}).status_code == 409
    assert "people-0-name" not in hana.stored()


@pytest.mark.parametrize("rev", ["", "x", "-1", "٣", "9" * 30, "1e3"])
def test_a_forged_revision_is_a_conflict(rev, hana):
    hana.fill("narrative", **{"narrative-text": "처음"})
    fields = filled(hana.page("narrative")) | {"rev": [rev]}
    assert hana.press("narrative", fields, **{"narrative-text": "다음"}).status_code == 409


# -- saving by script


def test_the_script_gets_a_receipt(hana):
    answer = hana.save("narrative", {"narrative-text": ["글"]})
    assert answer.status_code == 200
    assert answer.json["rev"] == hana.rev == 2
    assert re.fullmatch(r"[0-9a-f]{8}", answer.json["checksum"])
    assert answer.json["saved_at"].startswith("2026-03-02T")
    assert hana.stored()["narrative-text"] == ("글",)


def test_the_script_clears_what_is_gone(hana):
    hana.save("people", {"people-0-name": ["하나"], "people-0-at_risk": ["yes"]})
    body = {"fields": {"people-0-name": ["하나"]}, "changed": ["people-0-at_risk"]}
    hana.send(f"{hana.at}/people", body, **{"If-Match": str(hana.rev)})
    assert "people-0-at_risk" not in hana.stored()
    assert "people-0-name" in hana.stored()


def test_the_script_is_told_what_the_other_window_wrote(hana):
    hana.save("narrative", {"narrative-text": ["다른 창의 글"]})
    answer = hana.save("narrative", {"narrative-text": ["이 창의 글"]}, rev=1)
    assert answer.status_code == 409
    assert answer.json["theirs"] == {"narrative-text": ["다른 창의 글"]}
    assert answer.json["rev"] == 2


def test_the_script_is_not_bothered_with_other_sections(hana):
    hana.save("narrative", {"narrative-text": ["글"]})
    answer = hana.save("witness", {"witness-name": ["림설경"]}, rev=1)
    assert (answer.status_code, answer.json["theirs"]) == (409, {"witness-name": []})


def test_a_rejected_hint_is_remembered(hana):
    hana.save("narrative", {"narrative-rejected": ["dormitory-confinement\t문을 잠갔다"]})
    assert "narrative-rejected" not in hana.stored()
    assert filled(hana.page("narrative"))["narrative-rejected"] == ["dormitory-confinement\t문을 잠갔다"]
    hana.fill("narrative", **{"narrative-text": "글"})
    assert draft.read(hana.gate, hana.draft_id).hints_rejected == ("dormitory-confinement\t문을 잠갔다",)


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        "text",
        {"fields": [], "changed": []},
        {"fields": {}, "changed": "narrative-text"},
        {"fields": {}, "changed": [1]},
        {"fields": {"narrative-text": 3}, "changed": ["narrative-text"]},
        {"fields": {"narrative-text": [["deep"]]}, "changed": ["narrative-text"]},
        {"fields": {"narrative-text": ["ㄱ\x00"]}, "changed": ["narrative-text"]},
        {"fields": {"narrative-text": ["\ud800"]}, "changed": ["narrative-text"]},
    ],
)
def test_senseless_requests_of_a_script_are_refused_cleanly(body, hana):
    answer = hana.send(f"{hana.at}/narrative", body, **{"If-Match": "1"})
    assert answer.status_code == 422
    assert "error" in answer.json
    assert "narrative-text" not in hana.stored()


def test_bottomless_json_is_refused_cleanly(hana):
    headers = {"X-CSRF-Token": hana.browser.stamp, "Content-Type": "application/json"}
    body = b'{"fields":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    answer = hana.browser.client.post(f"{hana.at}/narrative", data=body, headers=headers)
    assert answer.status_code == 422


def test_a_flood_of_text_is_refused_cleanly(hana):
    answer = hana.post(f"{hana.at}/narrative", {"narrative-text": "x" * (20 << 20), "rev": "1"})
    assert answer.status_code == 413


def test_without_the_stamp_nothing_is_saved(hana):
    answer = hana.browser.client.post(f"{hana.at}/narrative", data={"narrative-text": "글", "rev": "1"})
    assert answer.status_code == 400
    assert "narrative-text" not in hana.stored()


def test_what_the_text_mentions_is_offered_with_the_words_that_caused_it(hana):
    text = "이름은 홍길동. 한 달이 차기 전에 다 같이 조국에 나갔다가 다시 들어오는 겁니다. 숙소 문은 밖에서 잠갔습니다."
    answer = hana.send("/draft/hint", {"text": text})
    assert {"one-month-visa-free-rotation", "dormitory-confinement"} <= {hint["concept"] for hint in answer.json}
    for hint in answer.json:
        assert text[hint["start"] : hint["end"]] == hint["quote"]
        assert hint["strength"] in ("strong", "weak")
        assert hint["label"]
    assert "narrative-text" not in hana.stored()


# -- attachments


def attach(writer: Writer, data: bytes, name: str = "동의서.pdf", **more: str):
    return writer.post(f"{writer.at}/attach", {"file": (io.BytesIO(data), name), **more})


def test_a_file_is_attached_listed_and_taken_off(hana):
    name = unicodedata.normalize("NFD", "동의서.pdf")
    assert attach(hana, b"%PDF-1.7" * 1000, name, description="서명한 동의서").status_code == 303
    page = hana.page("attachments")
    assert "동의서.pdf" in page
    assert "서명한 동의서" in page
    held = draft.read(hana.gate, hana.draft_id).attachments[0]
    assert (held.name, held.size) == ("동의서.pdf", 8000)
    assert state(hana, "attachments") == "doing"
    assert hana.post(f"{hana.at}/attachment/{held.id}/detach").status_code == 303
    assert draft.read(hana.gate, hana.draft_id).attachments == ()


def test_a_file_name_cannot_pretend_or_climb(hana):
    attach(hana, b"x", "../../\u202efdp.exe")
    page = hana.page("attachments")
    assert "\u202e" not in page
    assert "⟨U+202E⟩fdp.exe" in page
    assert draft.read(hana.gate, hana.draft_id).attachments[0].name == "\u202efdp.exe"


def test_a_file_larger_than_a_form_may_be_is_taken(hana):
    assert attach(hana, b"x" * (12 << 20)).status_code == 303
    assert draft.read(hana.gate, hana.draft_id).attachments[0].size == 12 << 20


@pytest.mark.parametrize(("data", "name", "status"), [(b"", "leer.txt", 422), (b"x", "", 422)])
def test_a_file_that_is_none_is_refused_at_its_field(data, name, status, hana):
    answer = attach(hana, data, name)
    assert answer.status_code == status
    assert 'id="file-error"' in answer.get_data(as_text=True)
    assert draft.read(hana.gate, hana.draft_id).attachments == ()


def test_a_file_over_the_limit_is_refused_with_the_limit(hana, house):
    object.__setattr__(house.instance.settings, "attachment_mib", 1)
    over = attach(hana, b"x" * ((1 << 20) + 1))
    assert over.status_code == 422
    assert "1 MiB" in over.get_data(as_text=True)
    far_over = attach(hana, b"x" * (3 << 20))
    assert far_over.status_code == 413
    assert "1 MiB" in far_over.get_data(as_text=True)
    assert draft.read(hana.gate, hana.draft_id).attachments == ()


def test_only_somebody_who_may_attach_can_send_so_much(hana, browser, house):
    reviewer, stranger = Writer(browser("mina"), house), Writer(browser(), house)
    for other in (reviewer, stranger):
        other.at = hana.at
        assert attach(other, b"x" * (9 << 20)).status_code == 413
    assert draft.read(hana.gate, hana.draft_id).attachments == ()


# -- of others


@pytest.mark.parametrize("path", ["", "/setting", "/attachments"])
def test_somebody_elses_draft_is_like_one_that_does_not_exist(path, hana, iseul):
    theirs = iseul.get(f"{hana.at}{path}")
    nobodys = iseul.get(f"/draft/{uuid4()}{path}")
    assert theirs.status_code == nobodys.status_code == 404

    def plain(answer):
        body = answer.get_data(as_text=True)
        return re.sub(r"<code>[0-9a-f]{12}</code>|locale=\w+|href=\"\?[^\"]*\"", "", body)

    assert plain(theirs) == plain(nobodys)


def test_somebody_elses_draft_cannot_be_written_to(hana, iseul):
    before = hana.stored()
    fields = {"rev": "1", "shown": "", "narrative-text": "남의 글"}
    for path in ("/narrative", "/discard", "/attach", f"/attachment/{uuid4()}/detach"):
        assert iseul.post(f"{hana.at}{path}", dict(fields)).status_code in (404, 422)
    assert iseul.save("narrative", {"narrative-text": ["x"]}).status_code == 200
    assert hana.stored() == before


@pytest.mark.parametrize("name", ["mina", "dain", "anna"])
def test_only_interviewers_write(name, browser, house):
    other = Writer(browser(name), house)
    assert other.get("/draft/").status_code == 403
    assert other.post("/draft/start").status_code == 403
    assert other.send("/draft/hint", {"text": "글"}).status_code == 403


def test_places_and_terms_are_found_by_any_name(hana):
    places = {place["value"]: place["names"] for place in hana.get("/vocabulary/places.json").json}
    assert {"훈춘", "Hunchun", "珲春", "Хуньчунь"} <= set(places["CN-JL.hunchun"])
    terms = {term["value"]: term["names"] for term in hana.get("/vocabulary/terms/sector.json").json}
    assert "명태가공" in terms["seafood-processing"]
    assert hana.get("/vocabulary/terms/nothing.json").status_code == 404
