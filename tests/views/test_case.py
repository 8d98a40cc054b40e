"""Cases as pages: from chosen rows to a case and back, with what was typed never lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from uuid import uuid4

from people import House
from sayings import file_one, transcribe_one

from intake.actions import case


def page(answer) -> str:  # type: ignore[no-untyped-def]
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


def test_chosen_rows_become_a_case(house: House, browser: Callable) -> None:
    one, two = (transcribe_one(house.gate("hana"), n) for n in "12")
    dain = browser("dain")
    shown = page(
        dain.get(
            f"/case/choose?testimony={one.testimony_id}&testimony={two.testimony_id}&locale=en", follow_redirects=True
        )
    )
    assert "Put 2 testimonies into a case" in shown
    assert one.reference in shown
    chosen = [str(one.testimony_id), str(two.testimony_id)]
    answer = dain.post("/case/start", {"title": "훈춘 공장", "note": "", "testimony": chosen})
    assert answer.status_code == 303
    shown = page(dain.get(answer.location))
    assert "<h1>훈춘 공장</h1>" in shown
    assert one.reference in shown
    assert two.reference in shown
    assert "훈춘 공장" in page(dain.get("/case/"))


def test_a_case_without_a_title_keeps_what_was_typed_and_chosen(house: House, browser: Callable) -> None:
    one = file_one(house.gate("hana"))
    answer = browser("dain").post(
        "/case/start", {"title": " ", "note": "긴 메모", "testimony": [str(one.testimony_id)]}
    )
    shown = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert "긴 메모" in shown
    assert str(one.testimony_id) in shown
    assert 'id="title-error"' in shown


def test_putting_into_a_case_there_is_and_taking_out(house: House, browser: Callable) -> None:
    one = file_one(house.gate("hana"))
    case_id = case.start(house.gate("dain"), "사건")
    dain = browser("dain")
    answer = dain.post("/case/group", {"case": str(case_id), "testimony": [str(one.testimony_id)]})
    assert one.reference in page(dain.get(answer.location))
    answer = dain.post(f"/case/{case_id}/ungroup/{one.testimony_id}")
    assert one.reference not in page(dain.get(answer.location))


def test_what_is_not_chosen_or_not_there(browser: Callable) -> None:
    dain = browser("dain")
    assert dain.get("/case/choose").status_code == 422
    assert dain.get("/case/choose?testimony=x").status_code == 422
    assert dain.get(f"/case/choose?testimony={uuid4()}").status_code == 404
    assert dain.post("/case/group", {"case": "", "testimony": str(uuid4())}).status_code == 422
    assert dain.get(f"/case/{uuid4()}").status_code == 404


def test_a_conflict_shows_both_and_loses_neither(house: House, browser: Callable) -> None:
    gate = house.gate("dain")
    case_id = case.start(gate, "처음")
    dain = browser("dain")
    form = page(dain.get(f"/case/{case_id}/edit"))
    seen = re.search(r'name="version" value="(\d+)"', form)
    assert seen is not None
    case.edit(gate, case_id, "남이 고친 제목", "")
    answer = dain.post(f"/case/{case_id}/edit", {"title": "내 제목", "note": "내 메모", "version": seen[1]})
    shown = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 409
    assert "남이 고친 제목" in shown
    assert "내 메모" in shown
    again = re.search(r'name="version" value="(\d+)"', shown)
    assert again is not None
    answer = dain.post(f"/case/{case_id}/edit", {"title": "내 제목", "note": "", "version": again[1]})
    assert "<h1>내 제목</h1>" in page(dain.get(answer.location))


def test_an_interviewer_is_assigned_and_mistakes_are_said_at_the_field(house: House, browser: Callable) -> None:
    case_id = case.start(house.gate("dain"), "사건")
    dain = browser("dain")
    hana = str(house["hana"].id)
    wrong = dain.post(f"/case/{case_id}/assign", {"account": hana, "label": "", "instruction": "부탁"})
    assert wrong.status_code == 422
    assert "부탁" in wrong.get_data(as_text=True)
    answer = dain.post(f"/case/{case_id}/assign", {"account": hana, "label": "봄", "instruction": ""})
    assert f"/case/{case_id}/relieve/{hana}" in page(dain.get(answer.location))
    assert dain.post(f"/case/{case_id}/assign", {"account": hana, "label": "봄"}).status_code == 409
    assert dain.post(f"/case/{case_id}/assign", {"account": str(house["mina"].id), "label": "봄"}).status_code == 404
    assert dain.post(f"/case/{case_id}/relieve/{hana}").status_code == 303
    assert dain.post(f"/case/{case_id}/relieve/{hana}").status_code == 404


def test_all_of_an_answer_go_into_a_case(house: House, browser: Callable) -> None:
    references = [transcribe_one(house.gate("hana"), str(number)).reference for number in range(26)]
    dain = browser("dain")
    shown = page(dain.get("/search?q=place:CN"))
    assert shown.count('class="result-pick"') == 25
    assert 'name="all"' in shown
    chosen = page(dain.get("/case/choose?q=place:CN&tab=all&all=1"))
    assert all(reference in chosen for reference in references)
    assert chosen.count('name="testimony"') == 26
    assert dain.get("/case/choose?q=((&all=1").status_code == 422
