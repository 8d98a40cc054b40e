"""The registry as pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

from people import House
from sayings import SAID, transcribe_one

from intake.actions import workplace
from intake.models.testimony import Answer, Leg, Setting
from intake.models.workplace import WorkplaceContent
from intake.views import comparing

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
    assert '<td class="num">3</td><td class="num">2</td>' in row[: row.index("</tr>")]  # testimonies, people
    fact = shown[shown.index('id="fact-hours_per_day"') :]
    assert fact.count('<td class="num">1</td><td class="num">1</td>', 0, fact.index("</tbody>")) == 3
    assert "2018–2018" in shown
    assert "300" in shown
    assert 'id="fact-deductions"' not in shown  # nobody was asked, which only the table by testimony says
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
    asked = dain.post(
        "/workplace/import", {"table": "이름,colour\nx,red"}
    )  # one heading is not known: it is asked about
    assert asked.status_code == 422
    assert unescape(asked.get_data(as_text=True)).count('<select id="column-') == 2
    told = {"table": "이름,colour\nx,red", "column": ["names", "-"]}
    assert 'class="marked"' not in page(dain.post("/workplace/import", told))
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


def test_numbers_are_checked_and_routes_told(browser: Callable) -> None:
    dain = browser("dain")
    route = {
        "names": "까치수산", "place": "CN-JL.hunchun", "identifiers": "91350100M000100Y43\n?91350100M000100Y44",
        "known-kind": ["distribution"], "known-value": ["냉동 명태"], "known-party": ["모래내상사"],
        "known-country": ["KR"], "known-source": ["세관 자료"], "known-date": ["2019-05"],
    }  # fmt: skip
    made = dain.post("/workplace/add", route)
    shown = page(dain.get(made.location + "&locale=en", follow_redirects=True))
    assert shown.count("check digit right") == 1
    assert shown.count("check digit wrong") == 1
    assert "모래내상사" in shown
    assert "Republic of Korea" in shown
    edited = page(dain.get(made.location.partition("?")[0] + "/edit"))
    assert 'value="모래내상사"' in edited
    assert '<option value="KR" selected>' in edited
    assert '<option value="CN-JL.hunchun" selected>' in edited
    wrong = dain.post("/workplace/add", {**route, "names": "참새수산", "identifiers": "91350100M000100Y44"})
    assert wrong.status_code == 422
    assert 'id="identifiers-error"' in wrong.get_data(as_text=True)


def test_who_was_heard_together_is_said(house: House, browser: Callable) -> None:
    heard = Setting(date="2020-05-06", place="서울", interviewer="하나")
    for number, (code, setting) in enumerate((("W-A", heard), ("W-B", heard), ("W-C", replace(heard, place="부산")))):
        said = replace(SAID, legs=(Leg(workplace="까치수산"),), witness_code=code, setting=setting)
        transcribe_one(house.gate("hana"), str(number), said)
    made = workplace.add(house.gate("dain"), WorkplaceContent(names=("까치수산",)))
    references = {one.witness: one.reference for one in workplace.read(house.gate("dain"), made).accounts}
    assert len(references) == 3
    opened = workplace.read(house.gate("dain"), made)
    (together,) = comparing.told_together(opened.accounts)
    assert set(together) == {references["W-A"], references["W-B"]}
