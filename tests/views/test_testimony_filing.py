"""From a draft to a receipt: checked first, filed once, and then out of its author's hands."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from people import House
from writing import Writer, filled

from intake.actions import case, draft, testimony


@pytest.fixture
def hana(browser: Callable[..., object], house: House) -> Writer:
    return Writer(browser("hana"), house).begin()


def text(answer) -> str:
    return str(answer.get_data(as_text=True))


# -- before filing


def test_an_empty_draft_is_told_what_is_missing_and_where(hana):
    page = text(hana.get(f"/testimony/{hana.draft_id}/file"))
    assert f'href="{hana.at}/narrative?done=checked#narrative-text"' in page
    assert f'href="{hana.at}/consent?done=checked#consent-form"' in page
    assert 'role="alert"' in page
    assert re.search(r"<button[^>]*disabled", page)


def test_links_go_to_the_field_with_its_message(hana):
    hana.fill("dispatch", **{"dispatch-0-entry": "2019-02-30"})
    page = text(hana.get(f"/testimony/{hana.draft_id}/file"))
    link = re.search(r'href="([^"]*dispatch[^"]*)#(dispatch-0-entry)"', page)
    assert link is not None
    target = text(hana.get(link[1]))
    assert f'id="{link[2]}"' in target
    assert f'id="{link[2]}-error"' in target


def test_everything_written_is_said_back_with_a_way_to_change_it(hana):
    hana.enough().fill(
        "dispatch",
        **{
            "dispatch-0-place": "CN-JL.hunchun",
            "dispatch-0-headcount-value": "280",
            "dispatch-0-movement-absence": "not-asked",
        },
    )
    page = text(hana.get(f"/testimony/{hana.draft_id}/file"))
    for said in ("훈춘", "280", "묻지 않음", "사증은 없었습니다", "2026-03-01"):
        assert said in page
    assert f'href="{hana.at}/dispatch#dispatch-0-headcount-value"' in page
    assert "disabled" not in re.search(r'<form[^>]*class="file-form".*?</form>', page, re.S)[0]


def test_what_is_not_finished_is_a_warning_and_no_obstacle(hana):
    page = text(hana.enough().get(f"/testimony/{hana.draft_id}/file"))
    assert 'class="notice warn"' in page
    assert "error-summary" not in page


def test_the_check_shows_nothing_of_somebody_elses_draft(hana, browser, house):
    iseul = Writer(browser("iseul"), house)
    assert iseul.get(f"/testimony/{hana.draft_id}/file").status_code == 404
    assert iseul.post(f"/testimony/{hana.draft_id}/file", {"rev": "1"}).status_code == 404


# -- filing


def test_filing_gives_a_receipt_and_takes_the_draft_away(hana, house):
    answer = hana.enough().file()
    assert answer.status_code == 200
    page = text(answer)
    reference = re.search(r"T-[0-9A-Z]{4}-[0-9A-Z]{4}", page)
    assert reference is not None
    assert re.search(r"[0-9a-f]{64}", page)
    assert hana.get(hana.at).status_code == 404
    assert reference[0] in text(hana.get("/draft/"))
    assert "사증은 없었습니다" not in text(hana.get("/draft/"))
    opened = testimony.read(house.gate("mina"), hana.draft_id)
    assert opened.content.narrative.startswith("사증은 없었습니다.")
    assert {(p.purpose, p.audience, p.identity) for p in opened.content.consent.permissions} == {
        ("record-keeping", "A1", "N1"),
        ("public-report", "A8", "N2"),
    }


def test_filing_twice_gives_the_same_receipt(hana):
    hana.enough()
    rev = str(hana.rev)
    first = hana.post(f"/testimony/{hana.draft_id}/file", {"rev": rev})
    second = hana.post(f"/testimony/{hana.draft_id}/file", {"rev": rev})
    assert (first.status_code, second.status_code) == (200, 200)
    digests = [
        re.search(r"[0-9a-f]{64}", re.sub(r'data-csrf="[^"]*"|value="[0-9a-f]{64}"', "", text(a)))[0]
        for a in (first, second)
    ]
    assert digests[0] == digests[1]
    assert len(draft.list_(hana.gate).filed) == 1


def test_a_draft_that_was_saved_after_the_check_is_checked_again(hana):
    hana.enough()
    rev = str(hana.rev)
    hana.fill("narrative", **{"narrative-text": "새 글"})
    answer = hana.post(f"/testimony/{hana.draft_id}/file", {"rev": rev})
    assert answer.status_code == 409
    assert "새 글" in text(answer)
    assert draft.list_(hana.gate).filed == ()


@pytest.mark.parametrize("rev", ["", "x", "٣", "-1", "9" * 40])
def test_a_forged_revision_files_nothing(rev, hana):
    answer = hana.enough().post(f"/testimony/{hana.draft_id}/file", {"rev": rev})
    assert answer.status_code == 409
    assert draft.list_(hana.gate).filed == ()


def test_what_cannot_be_filed_stays_a_draft_with_everything_in_it(hana):
    hana.enough().fill("dispatch", **{"dispatch-0-entry": "2019-02-30"})
    answer = hana.file()
    assert answer.status_code == 422
    assert "#dispatch-0-entry" in text(answer)
    assert hana.stored()["dispatch-0-entry"] == ("2019-02-30",)


def test_a_consent_that_contradicts_itself_is_not_filed(hana):
    hana.enough().fill("consent", **{"consent-press": "no"})
    answer = hana.file()
    assert answer.status_code == 422
    assert "#consent-report" in text(answer)


def test_attachments_go_along(hana, house):
    hana.enough().post(f"{hana.at}/attach", {"file": (io.BytesIO(b"%PDF"), "동의서.pdf"), "description": "서명"})
    assert hana.file().status_code == 200
    held = testimony.read(house.gate("mina"), hana.draft_id).content.attachments
    assert [(a.name, a.description, a.size) for a in held] == [("동의서.pdf", "서명", 4)]


def test_another_can_begin_with_the_same_setting(hana):
    hana.enough().fill("setting", **{"setting-place": "서울", "setting-interviewer": "정하윤"})
    check = filled(text(hana.get(f"/testimony/{hana.draft_id}/file")), "file-form")
    receipt = text(hana.post(f"/testimony/{hana.draft_id}/file", check))
    again = re.search(r'<form[^>]*action="/draft/start"[^>]*>.*?</form>', receipt, re.S)[0]
    fields = dict(re.findall(r'name="(setting-[a-z_]+)" value="([^"]*)"', again))
    hana.begin(**fields)
    assert hana.stored()["setting-place"] == ("서울",)
    assert hana.stored()["setting-interviewer"] == ("정하윤",)


def test_a_case_can_be_filed_to_only_by_those_who_work_on_it(hana, house):
    coordinator = house.gate("dain")
    case_id = case.start(coordinator, "훈춘 공장")
    hana.enough().fill("setting", **{"setting-case": str(case_id)})
    assert hana.file(**{"setting-case": str(case_id)}).status_code == 422
    case.assign(coordinator, case_id, house["hana"].id, label="훈춘 2019", instruction="")
    assert hana.file().status_code == 422
    assert hana.file(**{"setting-case": str(case_id)}).status_code == 200
    assert testimony.read(house.gate("mina"), hana.draft_id).content.case_id == case_id


def test_a_very_long_account_is_filed(hana, house):
    hana.enough().fill("narrative", **{"narrative-text": "가" * 170_000})
    assert hana.file().status_code == 200
    assert len(testimony.read(house.gate("mina"), hana.draft_id).content.narrative) == 170_000


def test_without_the_stamp_nothing_is_filed(hana):
    hana.enough()
    answer = hana.browser.client.post(f"/testimony/{hana.draft_id}/file", data={"rev": str(hana.rev)})
    assert answer.status_code == 400
    assert draft.list_(hana.gate).filed == ()


# -- afterwards


def test_the_receipt_can_be_seen_again_and_only_by_its_author(hana, browser, house):
    hana.enough().file()
    assert re.search(r"T-[0-9A-Z]{4}-[0-9A-Z]{4}", text(hana.get(f"/testimony/{hana.draft_id}/receipt")))
    iseul = Writer(browser("iseul"), house)
    assert iseul.get(f"/testimony/{hana.draft_id}/receipt").status_code == 404
    assert hana.get(f"/testimony/{uuid4()}/receipt").status_code == 404


def test_a_question_is_answered_from_the_desk(hana, house):
    hana.enough().file()
    question = testimony.ask(house.gate("mina"), hana.draft_id, "기숙사 문은 누가 잠갔습니까?")
    desk = text(hana.get("/draft/"))
    assert "기숙사 문은 누가 잠갔습니까?" in desk
    link = re.search(r'href="(/testimony/[^"]*/amend\?question=[^"]*)"', desk)[1]
    assert "기숙사 문은 누가 잠갔습니까?" in text(hana.get(link))
    answer = hana.post(
        link.split("?")[0], {"text": " 지배인이 잠갔습니다.\r\n열쇠는 하나였습니다.", "question": str(question)}
    )
    assert answer.status_code == 303
    assert "기숙사 문은 누가 잠갔습니까?" not in text(hana.get("/draft/"))
    amendment = testimony.read(house.gate("mina"), hana.draft_id).amendments[0]
    assert amendment.text == " 지배인이 잠갔습니다.\n열쇠는 하나였습니다."
    assert amendment.question_id == question


@pytest.mark.parametrize(
    ("typed", "question", "status"),
    [
        (" \n ", "", 422),
        ("글\x00", "", 422),
        ("글", "not an id", 404),
        ("글", "00000000-0000-4000-8000-000000000000", 404),
    ],
)
def test_a_word_that_says_nothing_or_answers_nothing_is_refused(typed, question, status, hana, house):
    hana.enough().file()
    answer = hana.post(f"/testimony/{hana.draft_id}/amend", {"text": typed, "question": question})
    assert answer.status_code == status
    if status == 422:
        assert 'id="text-error"' in text(answer)
    assert testimony.read(house.gate("mina"), hana.draft_id).amendments == ()


def test_nobody_adds_to_somebody_elses_testimony(hana, browser, house):
    hana.enough().file()
    iseul = Writer(browser("iseul"), house)
    assert iseul.get(f"/testimony/{hana.draft_id}/amend").status_code == 404
    assert iseul.post(f"/testimony/{hana.draft_id}/amend", {"text": "남의 말"}).status_code == 404


@pytest.mark.parametrize("name", ["dain", "anna"])
def test_only_interviewers_file(name, hana, browser, house):
    hana.enough()
    other = Writer(browser(name), house)
    for path in ("file", "amend"):
        assert other.get(f"/testimony/{hana.draft_id}/{path}").status_code == 403
        assert other.post(f"/testimony/{hana.draft_id}/{path}").status_code == 403
    assert other.get(f"/testimony/{UUID(int=0)}/receipt").status_code == 403
