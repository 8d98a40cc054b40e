"""Tables that leave: nothing in them is a formula, nothing is hidden, and a reader gets back what was put in."""

import csv
import io
import json
import re
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from intake.errors import Invalid
from intake.rendering.rows import Entity, Feature, as_csv, as_ftm, as_geojson, as_xlsx, neutral, original

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = [
    "=1+1", "+82 10", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1+1", "＋1", "－1", "＠A1", "﹦1", "﹢1",
    " =1", "　=1", '"=1', '"";=1', "'=1", "“=1", "a\n=1", "a\r\n@x", "a\r-b", "\u200b=1", "\ufeff=1",
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "%0A=1", "|x",
]  # fmt: skip


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def dangerous(cell: str) -> bool:
    """What a spreadsheet might run: a line that opens with an operator once spaces and quotes are taken off."""
    return any(re.match(r"""["“ \u3000\u200b]*[=+\-@\t＝＋－＠﹦﹢]""", line) for line in re.split(r"[\r\n]", cell))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(formula: str) -> None:
    header, row = read(as_csv([formula, "b"], [[formula, "ok"]]))
    for cell in (header[0], row[0]):
        assert not dangerous(cell)
        assert "\0" not in cell
    assert row[1] == "ok"


def test_a_csv_is_utf8_with_a_byte_order_mark_and_all_cells_quoted() -> None:
    data = as_csv(["이름", "수"], [["훈춘, “공장”\n둘째 줄", 63], [None, -5]])
    assert data.startswith(b'\xef\xbb\xbf"')
    assert read(data) == [["이름", "수"], ["훈춘, “공장”\n둘째 줄", "63"], ["", "-5"]]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=30))
def test_neutralising_can_be_undone(text: str) -> None:
    assert original(neutral(text)) == text


@given(st.text(alphabet="=+-@'\"\t\n ab＝", max_size=12))
def test_neutralising_leaves_nothing_dangerous(text: str) -> None:
    assert not dangerous(neutral(text))


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(Invalid):
        as_csv(["a", "b"], [["1"]])
    with pytest.raises(Invalid):
        as_xlsx("t", ["a", "b"], [["1", "2", "3"]])


def sheets(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def texts(data: bytes) -> list[str]:
    return ["".join(item.itertext()) for item in sheets(data)["xl/sharedStrings.xml"]]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_an_xlsx_is_a_formula(formula: str) -> None:
    made = sheets(as_xlsx("표", [formula, "b"], [[formula, 1]], formula))
    for name, part in made.items():
        if name.startswith("xl/worksheets/"):
            assert not list(part.iter(f"{SHEET}f"))
            assert not list(part.iter(f"{SHEET}hyperlink"))
            for cell in part.iter(f"{SHEET}c"):
                assert cell.get("t") in ("s", None)


def test_an_xlsx_keeps_texts_and_numbers_as_they_are() -> None:
    data = as_xlsx("표", ["이름", "수"], [["=1+1", 63], ["010-1234", 2.5], [None, None], ["007", True]])
    assert {"이름", "수", "=1+1", "010-1234", "007", "True"} <= set(texts(data))
    numbers = [cell.findtext(f"{SHEET}v") for cell in sheets(data)["xl/worksheets/sheet1.xml"].iter(f"{SHEET}c")
               if cell.get("t") is None]  # fmt: skip
    assert numbers == ["63", "2.5"]


def test_an_xlsx_hides_nothing_and_says_nothing_of_who_made_it() -> None:
    data = as_xlsx("표", ["a"], [["b"]], "5 미만은 감춥니다.")
    made = sheets(data)
    book = made["xl/workbook.xml"]
    assert [sheet.get("name") for sheet in book.iter(f"{SHEET}sheet")] == ["표", "Note"]
    assert all(sheet.get("state") is None for sheet in book.iter(f"{SHEET}sheet"))
    assert not list(book.iter(f"{SHEET}definedName"))
    assert not any("comment" in name or "vba" in name or "drawing" in name for name in made)
    for part in made.values():
        assert not part.xpath("//*[@hidden='1']")
    core = {etree.QName(child).localname: child.text for child in made["docProps/core.xml"]}
    assert not core.get("creator")
    assert not core.get("lastModifiedBy")
    assert {core.get("created"), core.get("modified")} == {"2000-01-01T00:00:00Z"}
    assert "5 미만은 감춥니다." in texts(data)


def test_the_same_table_is_the_same_bytes() -> None:
    assert as_xlsx("t", ["a"], [["b"]], "n") == as_xlsx("t", ["a"], [["b"]], "n")
    assert as_csv(["a"], [["b"]]) == as_csv(["a"], [["b"]])


@pytest.mark.parametrize(
    ("title", "name"),
    [("a/b: [c]*?\\d", "a b   c    d"), ("", "Table"), ("''", "Table"), ("가" * 40, "가" * 31), ("😀" * 40, "😀" * 15)],
)
def test_any_title_becomes_a_sheet_name(title: str, name: str) -> None:
    book = sheets(as_xlsx(title, ["a"], []))["xl/workbook.xml"]
    assert next(book.iter(f"{SHEET}sheet")).get("name") == name


def test_a_sheet_called_note_gets_its_note_all_the_same() -> None:
    book = sheets(as_xlsx("note", ["a"], [], "x"))["xl/workbook.xml"]
    assert [sheet.get("name") for sheet in book.iter(f"{SHEET}sheet")] == ["note", "Note 2"]


def test_what_does_not_fit_is_refused_rather_than_left_out() -> None:
    as_xlsx("t", ["a"], [["가" * 32_767]])
    with pytest.raises(Invalid):
        as_xlsx("t", ["a"], [["가" * 32_768]])
    with pytest.raises(Invalid):
        as_xlsx("t", ["a"], [["😀" * 16_384]])
    with pytest.raises(Invalid):
        as_xlsx("t", ["a"] * 16_385, [])


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Invalid):
        as_csv(["a"], [["\udc00"]])


def test_geojson_has_longitude_first_and_no_needless_decimals() -> None:
    hunchun = Feature(id="CN-JL.hunchun", lat=42.86712, lon=130.35691, properties={"label": "훈춘", "count": 63})
    told = json.loads(as_geojson([hunchun, Feature(id="A", lat=1, lon=2, properties={})]))
    assert [feature["id"] for feature in told["features"]] == ["A", "CN-JL.hunchun"]
    assert told["features"][1]["geometry"] == {"type": "Point", "coordinates": [130.357, 42.867]}
    assert told["features"][1]["properties"] == {"label": "훈춘", "count": 63}
    with pytest.raises(Invalid):
        as_geojson([Feature(id="x", lat=91, lon=0, properties={})])
    with pytest.raises(Invalid):
        as_geojson([Feature(id="x", lat=float("nan"), lon=0, properties={})])


def test_ftm_is_one_entity_per_line_and_never_a_person() -> None:
    firm = Entity(id="w2", schema="Company", properties={"name": ["훈춘 수산물"], "country": ["cn"], "notes": [""]})
    data = as_ftm([firm, Entity(id="w1", schema="Event", properties={"name": ["a\u200bb"]})])
    lines = [json.loads(line) for line in data.decode().splitlines()]
    assert [line["id"] for line in lines] == ["w1", "w2"]
    assert lines[0]["properties"] == {"name": ["ab"]}
    assert lines[1]["properties"] == {"name": ["훈춘 수산물"], "country": ["cn"]}
    with pytest.raises(Invalid):
        as_ftm([Entity(id="p", schema="Person", properties={"name": ["x"]})])
