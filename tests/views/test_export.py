"""Exports as pages and files: looked at first, neutral in a spreadsheet, entered in the register."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html import unescape

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
