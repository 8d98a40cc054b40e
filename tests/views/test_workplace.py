"""The registry as pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

from people import House
from sayings import SAID, transcribe_one

from intake.actions import workplace
from intake.models.testimony import Answer, Leg
from intake.models.workplace import WorkplaceContent

TYPED = {
    "names": "까치수산\nMagpie", "place": "CN-JL.hunchun", "sector": "seafood-processing", "note": "",
    "known-kind": ["headcount", "goods"], "known-value": ["300", ""], "known-source": ["등기", ""],
    "known-date": ["2018", ""],
}  # fmt: skip


def page(answer) -> str:  # type: ignore[no-untyped-def]
    assert answer.status_code == 200, answer.get_data(as_text=True)[:300]
    return unescape(answer.get_data(as_text=True))


def test_an_entry_compares_what_witnesses_say(house: House, browser: Callable) -> None:
    told = (("1", "W-AAAAAA", "12"), ("2", "W-AAAAAA", "13"), ("3", "W-BBBBBB", "14"))
    for number, code, hours in told:
        leg = Leg(
            workplace="까치수산", hours_per_day=Answer(value=hours), deductions=Answer(gap="not-asked"), entry="2018"
        )
        transcribe_one(house.gate("hana"), number, replace(SAID, legs=(leg,), witness_code=code))
    dain = browser("dain")
    assert "까치수산" in page(dain.get("/workplace/propose"))
    answer = dain.post("/workplace/add", TYPED)
    assert answer.status_code == 303
    shown = page(dain.get(answer.location + "&locale=en", follow_redirects=True))
    row = shown[shown.index("Hours a day") :]
    assert row[: row.index("</tr>")].count("<td") == 4
    assert '<td class="num">2</td>' in row[: row.index("</tr>")]  # three testimonies, two people
    assert "2018–2018" in shown
    assert "300" in shown
    assert "Deductions" not in shown  # nobody was asked
    assert "까치수산" in page(dain.get("/workplace/"))


def test_mistakes_keep_everything_typed(browser: Callable) -> None:
    answer = browser("dain").post(
        "/workplace/add", {**TYPED, "names": " ", "known-source": ["", ""], "note": "긴 메모"}
    )
    shown = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert "긴 메모" in shown
    assert 'value="300"' in shown
    assert '<option value="seafood-processing" selected>' in shown


def test_editing_merging_and_parting(house: House, browser: Callable) -> None:
    gate = house.gate("dain")
    one = workplace.add(gate, WorkplaceContent(names=("까치수산",)))
    other = workplace.add(gate, WorkplaceContent(names=("Magpie",)))
    dain = browser("dain")
    assert dain.post(f"/workplace/{one}/edit", {**TYPED, "names": "까치", "version": "1"}).status_code == 303
    assert dain.post(f"/workplace/{one}/edit", {**TYPED, "version": "1"}).status_code == 409
    assert dain.post(f"/workplace/{one}/merge", {"other": str(other)}).status_code == 303
    assert "Magpie" in page(dain.get(f"/workplace/{one}"))
    assert f"/workplace/{one}" in page(dain.get(f"/workplace/{other}"))
    assert dain.post(f"/workplace/{one}/part", {"other": str(other)}).status_code == 303
    assert dain.post(f"/workplace/{one}/merge", {"other": "x"}).status_code == 422


def test_a_table_is_tried_and_then_taken_in(browser: Callable) -> None:
    dain = browser("dain")
    text = "names;place;headcount;source\n까치수산|Magpie;CN-JL.hunchun;300;등기\n"
    assert page(dain.post("/workplace/import", {"table": text})).count("까치수산") >= 1
    assert dain.post("/workplace/import", {"table": "names,colour\nx,red"}).status_code == 422
    assert dain.post("/workplace/import", {"table": ""}).status_code == 422
    wrong = page(dain.post("/workplace/import", {"table": "names,place\nx,nowhere"}))
    assert 'class="marked"' in wrong
    assert dain.post("/workplace/import/all", {"table": "names,place\nx,nowhere"}).status_code == 422
    assert dain.post("/workplace/import/all", {"table": text}).status_code == 303
    assert "까치수산" in page(dain.get("/workplace/"))


def test_names_are_there_for_interviewers(house: House, browser: Callable) -> None:
    workplace.add(house.gate("dain"), WorkplaceContent(names=("까치수산", "Magpie")))
    assert browser("hana").get("/workplace/names.json").get_json()[0]["names"] == ["까치수산", "Magpie"]
    assert browser("hana").get("/workplace/").status_code == 403


def test_its_testimonies_are_one_question(house: House, browser: Callable) -> None:
    made = workplace.add(house.gate("dain"), WorkplaceContent(names=('까치"수산', "Magpie OR")))
    shown = page(browser("dain").get(f"/workplace/{made}"))
    link = next(part for part in shown.split('href="') if part.startswith("/search?q=workplace"))
    query = parse_qs(urlsplit(link.split('"')[0]).query)["q"][0]
    assert browser("dain").get("/search", query_string={"q": query}).status_code == 200
