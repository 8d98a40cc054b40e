"""Exports as pages and files: looked at first, neutral in a spreadsheet, entered in the register."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import docx
import pypdf
import pytest
from people import House
from sayings import SAID, transcribe_one

from intake.models.testimony import Consent, Leg, Permission

CONSENT = Consent(permissions=tuple(Permission(purpose=p, audience=a, identity="N1") for p, a in (
    ("internal-analysis", "A1"), ("public-report", "A8"))))  # fmt: skip
SAID_INSIDE = replace(
    SAID, consent=CONSENT, legs=(Leg(country="CN", place="CN-JL.hunchun", workplace='=cmd|"x"', entry="2018"),)
)
WANTED = {
    "q": "", "what": "rows-csv", "rows": "concept@1", "columns": "place@country", "level": "province",
    "unit": "testimonies", "audience": "A1", "purpose": "internal-analysis", "recipient": "정책팀", "note": "",
}  # fmt: skip


@pytest.fixture
def dain(house: House, browser: Callable):  # type: ignore[no-untyped-def]
    for number in range(6):
        transcribe_one(house.gate("hana"), str(number), SAID_INSIDE)
    return browser("dain")


def test_it_is_looked_at_before_it_is_taken(dain) -> None:  # type: ignore[no-untyped-def]
    assert "/export/check" in dain.get("/search").get_data(as_text=True)
    assert dain.get("/export/check?q=place:CN").status_code == 200
    shown = unescape(dain.post("/export/check", WANTED).get_data(as_text=True))
    assert "증언 6건" in shown or "6 testimonies" in shown
    assert 'name="recipient" value="정책팀"' in shown
    assert dain.get("/export/").get_data(as_text=True).count("<tr data-row>") == 0  # looking is not taking


def test_rows_as_csv_are_harmless_in_a_spreadsheet(dain) -> None:  # type: ignore[no-untyped-def]
    answer = dain.post("/export/take", WANTED)
    assert answer.headers["Content-Disposition"] == "attachment; filename=intake-rows.csv"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert len([row for row in rows[1:] if row[0].startswith("T-")]) == 6
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    shown = unescape(dain.get("/export/").get_data(as_text=True))
    assert "정책팀" in shown


@pytest.mark.parametrize(
    "what",
    [
        "rows-xlsx",
        "table-csv",
        "table-xlsx",
        "facts-csv",
        "facts-xlsx",
        "map-geojson",
        "map-csv",
        "workplaces-ftm",
        "workplaces-csv",
    ],
)
def test_every_form_can_be_made(dain, what: str) -> None:  # type: ignore[no-untyped-def]
    answer = dain.post("/export/take", {**WANTED, "what": what})
    assert answer.status_code == 200
    assert answer.data
    if what.endswith("xlsx"):
        assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None
    if what == "map-geojson":
        (feature,) = [f for f in json.loads(answer.data)["features"] if f["id"] == "CN-JL"]
        assert feature["properties"]["testimonies"] == 6
    if what == "workplaces-ftm":
        (entity,) = [json.loads(line) for line in answer.data.splitlines()]
        assert (entity["schema"], entity["properties"]["country"]) == ("Company", ["cn"])


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_brief_cites_a_paragraph_for_each_sentence(house: House, browser: Callable, ending: str) -> None:
    codes = ("W-AAAAAA", "W-AAAAAA", "W-BBBBBB")
    tag = replace(SAID.mechanisms[0], start=SAID.narrative.index("한 달이"), end=SAID.narrative.index("도장을"))
    said = [replace(SAID_INSIDE, witness_code=code, mechanisms=(tag,)) for code in codes]
    references = [transcribe_one(house.gate("hana"), str(n), one).reference for n, one in enumerate(said)]
    wanted = {**WANTED, "what": f"brief-{ending}", "q": "concept:one-month-visa-free-rotation", "title": "요약 보고",
              "sentences": f"공장은 밤에 잠겨 있었다. [{references[0]} ¶3; {references[1]} ¶3]"}  # fmt: skip
    dain = browser("dain")
    looked = unescape(dain.post("/export/check", wanted).get_data(as_text=True))
    assert f'{references[0]} ¶3</span>; <span class="nowrap">{references[1]} ¶3' in looked
    answer = dain.post("/export/take", wanted)
    assert answer.headers["Content-Disposition"] == f"attachment; filename=intake-brief.{ending}"
    text = paper(answer.data, ending)
    assert "요약 보고" in text
    assert f"공장은 밤에 잠겨 있었다. [{references[0]} ¶3; {references[1]} ¶3]" in text
    assert re.search(r"증언 3건, 구술자 2명", text)
    assert all(f"{reference} ¶2" in text for reference in references)
    assert "조국에 나갔다가" not in text  # where to read it, not what it says
    assert "W-AAAAAA" not in text


def paper(data: bytes, ending: str) -> str:
    if ending == "docx":
        lines = [one.text for one in docx.Document(io.BytesIO(data)).element.body.iter() if one.tag.endswith("}t")]
        return " ".join("".join(line or "" for line in lines).split())
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


@pytest.mark.parametrize(
    "sentences", ["공장은 잠겨 있었다.", "공장 [T-0000-0000 ¶1]", "공장 [{} ¶99]", "공장 [{} ¶0]", "공장 []"]
)
def test_a_sentence_that_cites_nothing_real_is_refused(dain, sentences: str) -> None:  # type: ignore[no-untyped-def]
    reference = re.search(r"T-[0-9A-Z]{4}-[0-9A-Z]{4}", dain.get("/search").get_data(as_text=True))
    assert reference is not None
    wanted = {**WANTED, "what": "brief-docx", "sentences": sentences.format(reference[0])}
    answer = dain.post("/export/check", wanted)
    assert answer.status_code == 422
    assert sentences.format(reference[0]) in unescape(answer.get_data(as_text=True))


def test_a_brief_stays_in_the_house(dain) -> None:  # type: ignore[no-untyped-def]
    told = {**WANTED, "what": "brief-pdf", "audience": "A8", "purpose": "public-report"}
    assert dain.post("/export/check", told).status_code == 422


def test_a_table_of_three_sides_leaves_layer_by_layer(dain) -> None:  # type: ignore[no-untyped-def]
    told = {**WANTED, "what": "table-csv", "rows": "sector@1", "columns": "place@country", "layers": "year"}
    rows = list(csv.reader(io.StringIO(dain.post("/export/take", told).data.decode("utf-8-sig"))))
    assert rows[0][:2] == ["", ""]
    assert {row[0] for row in rows[1:5]} >= {"2018"}
    assert {len(row) for row in rows} == {len(rows[0])}
    shown = unescape(dain.get("/search/table?rows=year&columns=place@country&layers=language").get_data(as_text=True))
    assert "한국어" in shown
    assert 'class="layer-head"' in shown
    assert dain.post("/export/check", {**told, "layers": "place@city"}).status_code == 422


def test_a_file_says_its_rule(dain) -> None:  # type: ignore[no-untyped-def]
    told = {**WANTED, "what": "table-csv", "audience": "A8", "purpose": "public-report"}
    text = dain.post("/export/take", told).data.decode("utf-8-sig")
    assert "5" in text.splitlines()[-1]


def test_mistakes_come_back_with_everything_typed(dain) -> None:  # type: ignore[no-untyped-def]
    answer = dain.post("/export/check", {**WANTED, "recipient": "", "note": "긴 메모", "audience": "A8"})
    shown = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert 'id="recipient-error"' in shown
    assert 'id="audience-error"' in shown
    assert "긴 메모" in shown
    assert '<option value="A8" selected>' in shown


def test_a_question_that_makes_no_sense(dain) -> None:  # type: ignore[no-untyped-def]
    assert dain.post("/export/check", {**WANTED, "q": "(((("}).status_code == 422
