"""Restricted compartments as pages: made and kept by forms, chosen by an interviewer, marked where they show."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from people import House
from restricting import LABEL, NAME, file_secretly, fingerprint, more_people, restrict
from writing import Writer

from intake.actions import restricted


def page(answer: Any) -> str:
    assert answer.status_code == 200, answer.get_data(as_text=True)[:500]
    return unescape(answer.get_data(as_text=True))


@pytest.fixture
def made(house: House) -> UUID:
    return restrict(house)


def test_one_is_made_by_ticking_people_and_found_after_signing_in_again(house: House, browser: Callable) -> None:
    more_people(house)
    plain = browser("dain")
    answer = plain.get("/restricted/")
    assert (answer.status_code, answer.location) == (303, "/account/confirm?next=/restricted/")
    dain = browser("dain", stepped_up=True)
    shown = page(dain.get("/restricted/?locale=en", follow_redirects=True))
    people = dict(re.findall(r'name="fingerprint-([0-9a-f-]+)" value="([0-9 ]+)"', shown))
    assert {str(house[name].id) for name in ("bora", "jiho", "mina", "sora")} == people.keys()
    bora, jiho = str(house["bora"].id), str(house["jiho"].id)
    digits = {f"fingerprint-{one}": value for one, value in people.items()}
    wrong = dain.post("/restricted/", {**digits, "name": NAME, "member": [str(house["sora"].id)]})
    assert wrong.status_code == 422
    assert f'value="{house["sora"].id}" checked' in wrong.get_data(as_text=True)
    assert dain.post("/restricted/", {"name": NAME, "member": [bora]}).status_code == 422  # nothing was compared
    assert dain.post("/restricted/", {**digits, "name": NAME, "member": ["x"]}).status_code == 422
    answer = dain.post("/restricted/", {**digits, "name": NAME, "note": "메모", "member": [bora, jiho]})
    assert (answer.status_code, answer.location) == (303, "/account/sign-in?done=restricted")
    assert dain.get("/compartment/").status_code == 303
    dain = browser("dain")
    listed = page(dain.get("/compartment/"))
    assert NAME in listed
    path = re.search(r'href="(/restricted/[0-9a-f-]+)"', listed)
    assert path is not None
    assert "메모" in page(dain.get(path[1]))


def test_its_page_lets_in_takes_out_and_gives_labels(house: House, made: UUID, browser: Callable) -> None:
    bora = browser("bora", stepped_up=True)
    at = f"/restricted/{made}"
    sora, iseul = str(house["sora"].id), str(house["iseul"].id)
    digits = fingerprint(house, "sora")
    bora = browser("bora", stepped_up=True)
    assert bora.post(f"{at}/admit", {"account": sora, "fingerprint": digits}).location == f"{at}?done=admitted"
    assert NAME in page(browser("sora").get(at))
    assert bora.post(f"{at}/assign", {"account": iseul, "label": ""}).status_code == 422
    assert bora.post(f"{at}/assign", {"account": "x", "label": "여름"}).status_code == 422
    assert bora.post(f"{at}/assign", {"account": iseul, "label": "여름"}).location == f"{at}?done=labelled"
    assert "여름" in page(browser("iseul").get("/draft/"))
    assert bora.post(f"{at}/relieve", {"account": iseul}).location == f"{at}?done=removed"
    assert "여름" not in page(browser("iseul").get("/draft/"))
    answer = bora.post(f"{at}/dismiss", {"account": sora})
    assert answer.location == "/account/sign-in?done=dismissed"
    assert browser("sora").get(at).status_code == 404
    assert page(browser("bora").get(at)).count(house["sora"].name) > 0  # among those who could be let in


def test_a_step_up_for_a_deed_leads_back_to_its_page(house: House, made: UUID, browser: Callable) -> None:
    answer = browser("bora").post(f"/restricted/{made}/dismiss", {"account": str(house["jiho"].id)})
    assert (answer.status_code, answer.location) == (303, f"/account/confirm?next=/restricted/{made}")
    answer = browser("bora").post(f"/compartment/remove/{house['jiho'].id}")
    assert (answer.status_code, answer.location) == (303, "/account/confirm?next=/compartment")


def test_an_interviewer_chooses_who_reads_it(house: House, made: UUID, browser: Callable) -> None:
    hana = Writer(browser("hana"), house).begin().enough()
    shown = hana.page("setting")
    assert f'<option value="{made}">{LABEL}</option>' in shown
    hana.fill("setting", **{"setting-date": "2026-03-01", "setting-language": "ko", "setting-readers": str(made)})
    check = page(hana.get(f"/testimony/{hana.draft_id}/file"))
    assert check.count(LABEL) == 2
    assert hana.file().status_code == 422  # the page that says who will read it has to be what is sent
    filed = hana.file(**{"setting-readers": str(made)})
    assert "진술: 제출한 제한 구획의 구성원만" in page(filed)
    assert 'class="tag">제한<' in page(hana.get("/draft/"))
    read = browser("bora").get(f"/testimony/{hana.draft_id}")
    assert NAME in page(read)
    assert browser("mina").get(f"/testimony/{hana.draft_id}").status_code == 404


def test_who_has_no_label_is_not_asked(house: House, made: UUID, browser: Callable) -> None:
    iseul = Writer(browser("iseul"), house).begin().enough()
    assert "setting-readers" not in iseul.page("setting")
    iseul.fill("setting", **{"setting-date": "2026-03-01", "setting-language": "ko", "setting-readers": str(made)})
    assert iseul.file(**{"setting-readers": str(made)}).status_code == 422
    assert iseul.stored()["setting-readers"] == (str(made),)


def test_a_label_that_was_taken_back_stops_the_filing_and_says_so(house: House, made: UUID, browser: Callable) -> None:
    hana = Writer(browser("hana"), house).begin().enough()
    hana.fill("setting", **{"setting-date": "2026-03-01", "setting-language": "ko", "setting-readers": str(made)})
    restricted.relieve(house.gate("dain"), made, house["hana"].id)
    shown = page(hana.browser.get(f"/testimony/{hana.draft_id}/file?locale=en", follow_redirects=True))
    assert "You can no longer file for these readers" in shown
    assert hana.file(**{"setting-readers": str(made)}).status_code == 422
    hana.fill("setting", **{"setting-date": "2026-03-01", "setting-language": "ko", "setting-readers": ""})
    assert hana.file().status_code == 200


def test_it_is_marked_where_its_members_meet_it(house: House, made: UUID, browser: Callable) -> None:
    filed = file_secretly(house, made).testimony_id
    for name, path in (
        ("bora", "/testimony/?tab=all"),
        ("bora", f"/testimony/{filed}"),
        ("dain", "/search"),
        ("dain", f"/testimony/{filed}"),
    ):
        assert f": {NAME}</span>" in page(browser(name).get(path)), path
    dain = browser("dain")
    case = dain.post("/case/start", {"title": "우리 사건", "testimony": [str(filed)]}).location.partition("?")[0]
    for path in (case, "/case/", f"/case/choose?testimony={filed}"):
        assert f": {NAME}</span>" in page(dain.get(path)), path
