"""Rows on paper: CSV, XLSX, GeoJSON and FollowTheMoney lines. Nothing in them runs when a spreadsheet opens them."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import xlsxwriter

from intake.errors import N_, Invalid
from intake.language.normalise import nfc, problem
from intake.rendering.document import canonical, visible_only

Cell = str | int | float | bool | None

# Excel's own limits; beyond them XlsxWriter would leave the cell or row out without a word.
_LONGEST_CELL, _MOST_ROWS, _MOST_COLUMNS, _LONGEST_TITLE = 32_767, 1_048_576, 16_384, 31
_STARTS = frozenset("=+-@|%")
_LEADING = re.compile(r"""['"`‘’“”\s]*""")
_TITLE = re.compile(r"[\[\]:*?/\\]")
_BOM = "\ufeff"


def neutral(text: str) -> str:
    """The text with an apostrophe before every line that a spreadsheet could take for a formula; `original` undoes it.

    Full-width and small forms count (NFKC), and so does a formula behind spaces or quotation marks.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").split("\n")
    return "\n".join(f"'{line}" if _dangerous(line) else line for line in lines)


def original(cell: str) -> str:
    """What `neutral` was given, apart from line ends and NUL."""
    return "\n".join(line[1:] if line[:1] == "'" and _dangerous(line[1:]) else line for line in cell.split("\n"))


def _dangerous(line: str) -> bool:
    lead = _LEADING.match(line)
    end = lead.end() if lead else 0
    if "\t" in line[:end]:
        return True
    return end < len(line) and unicodedata.normalize("NFKC", line[end])[0] in _STARTS


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as CSV in UTF-8 with a byte order mark, every cell quoted, formulas neutralised in header and body."""
    written = io.StringIO(newline="")
    written.write(_BOM)
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (header, *_checked(header, rows)):
        writer.writerow([neutral(_text(cell)) if isinstance(cell, str) else _text(cell) for cell in row])
    return written.getvalue().encode()


def as_xlsx(title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], note: str = "") -> bytes:
    """A table as XLSX: texts as texts whatever they begin with, numbers as numbers, the note on a sheet of its own.

    Raises Invalid for a cell or a table larger than the format can hold.
    """
    body = _checked(header, rows)
    if len(body) >= _MOST_ROWS or len(header) > _MOST_COLUMNS:
        raise Invalid(N_("The table is larger than XLSX can hold. Choose CSV."))
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    # A fixed moment: when a file was made is nobody's business, and the same table must be the same bytes.
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
    plain = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "quote_prefix": True})
    sheet = book.add_worksheet(_sheet_title(title))
    sheet.freeze_panes(1, 0)
    for line, row in enumerate((header, *body)):
        for column, cell in enumerate(row):
            _write(sheet, line, column, cell, plain if line else bold)
    if note:
        page = book.add_worksheet("Note" if _sheet_title(title).casefold() != "note" else "Note 2")
        for line, text in enumerate(note.split("\n")):
            _write(page, line, 0, text, plain)
        page.set_column(0, 0, 100)
    book.close()
    return written.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, line: int, column: int, cell: Cell, form: object) -> None:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        sheet.write_number(line, column, cell)
        return
    text = _text(cell)
    if len(text.encode("utf-16-le")) // 2 > _LONGEST_CELL:
        raise Invalid(N_("A text is longer than an XLSX cell can hold. Choose CSV."))
    sheet.write_string(line, column, text, form)


def _sheet_title(title: str) -> str:
    """A sheet name Excel accepts (no []:*?/\\, no apostrophe at the edges, at most 31 UTF-16 units)."""
    name = _TITLE.sub(" ", _text(title).replace("\n", " ")).strip("' ")
    while len(name.encode("utf-16-le")) // 2 > _LONGEST_TITLE:
        name = name[:-1]
    return name.strip("' ") or "Table"


def _checked(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> list[Sequence[Cell]]:
    body = list(rows)
    if any(len(row) != len(header) for row in body):
        raise Invalid(N_("A row of the table has not as many cells as the header."))
    return body


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    wrong = problem(cell.replace("\0", ""))
    if wrong:
        raise Invalid(wrong)
    lines = nfc(cell).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(visible_only(line) for line in lines)


@dataclass(frozen=True, kw_only=True)
class Feature:
    """A point on a map with numbers, never a single person's: `id` of the place, WGS 84 degrees."""

    id: str
    lat: float
    lon: float
    properties: Mapping[str, str | int | float | None]


def as_geojson(features: Iterable[Feature]) -> bytes:
    """Points as a GeoJSON FeatureCollection (RFC 7946: longitude first), rounded to three decimals (about 100 m)."""
    collection = [
        {
            "type": "Feature",
            "id": feature.id,
            "geometry": {"type": "Point", "coordinates": [_degrees(feature.lon, 180), _degrees(feature.lat, 90)]},
            "properties": {key: _said(value) for key, value in feature.properties.items()},
        }
        for feature in sorted(features, key=lambda feature: feature.id)
    ]
    return canonical({"type": "FeatureCollection", "features": collection})


def _degrees(value: float, limit: int) -> float:
    if not -limit <= value <= limit:
        raise Invalid(N_("A place lies outside the world."))
    return round(value, 3)


def _said(value: str | int | float | None) -> str | int | float | None:
    return _text(value) if isinstance(value, str) else value


@dataclass(frozen=True, kw_only=True)
class Entity:
    """A FollowTheMoney entity: `schema` is one of its schemata (Company, Event, Address …), values are texts."""

    id: str
    schema: str
    properties: Mapping[str, Sequence[str]]


# Things, never people: a witness is not an entity that leaves. Names: followthemoney.tech, model 3.
SCHEMATA = frozenset(
    ("Address", "Company", "Document", "Documentation", "Employment", "Event", "LegalEntity", "Organization",
     "Ownership", "Pages", "PublicBody", "Representation", "Sanction", "Trip", "UnknownLink")
)  # fmt: skip


def as_ftm(entities: Iterable[Entity]) -> bytes:
    """Entities as FollowTheMoney JSON lines, in the order of their ids. Raises Invalid for another schema."""
    lines = []
    for entity in sorted(entities, key=lambda entity: entity.id):
        if entity.schema not in SCHEMATA:
            raise Invalid(N_("Entities of this kind are not exported."))
        properties = {key: [_text(value) for value in values if value] for key, values in entity.properties.items()}
        lines.append(
            canonical(
                {
                    "id": entity.id,
                    "schema": entity.schema,
                    "properties": {key: values for key, values in properties.items() if values},
                }
            )
        )
    return b"".join(lines)
