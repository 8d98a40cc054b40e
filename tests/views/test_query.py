"""Kept questions as pages."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from uuid import uuid4

from people import House
from sayings import file_one, transcribe_one

from intake.actions import query


def page(answer) -> str:  # type: ignore[no-untyped-def]
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


def test_keeping_a_question_from_the_desk(house: House, browser: Callable) -> None:
    file_one(house.gate("hana"))
    dain = browser("dain")
    assert "/query/save?q=place:CN" in page(dain.get("/search?q=place:CN"))
    assert 'value="place:CN"' in page(dain.get("/query/save?q=place:CN"))
    answer = dain.post("/query/save", {"q": "place:CN", "name": "중국에서", "note": "분기 보고서"})
    assert answer.status_code == 303
    shown = page(dain.get(answer.location))
    assert "<h1>중국에서</h1>" in shown
    assert "분기 보고서" in shown
    assert "중국에서" in page(dain.get("/query/"))


def test_what_is_new_is_linked(house: House, browser: Callable) -> None:
    kept = query.save(house.gate("dain"), "", "모두")
    one = transcribe_one(house.gate("hana"), "1")
    dain = browser("dain")
    two = page(dain.get(f"/query/{kept}"))
    assert one.reference not in two  # nothing answered then, so nothing is kept one by one
    dain.post(f"/query/{kept}/renew", {"version": "1"})
    new = transcribe_one(house.gate("iseul"), "2")
    shown = page(dain.get(f"/query/{kept}"))
    assert f'href="/testimony/{new.testimony_id}">{new.reference}' in shown
    assert dain.post(f"/query/{kept}/renew", {"version": "1"}).status_code == 409


def test_a_question_without_a_name_keeps_what_was_typed(browser: Callable) -> None:
    answer = browser("dain").post("/query/save", {"q": "place:CN", "name": "", "note": "긴 메모"})
    shown = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert "긴 메모" in shown
    assert 'value="place:CN"' in shown


def test_throwing_away(house: House, browser: Callable) -> None:
    kept = query.save(house.gate("dain"), "", "모두")
    dain = browser("dain")
    assert dain.post(f"/query/{kept}/discard").status_code == 303
    assert dain.get(f"/query/{kept}").status_code == 404
    assert dain.get(f"/query/{uuid4()}").status_code == 404
