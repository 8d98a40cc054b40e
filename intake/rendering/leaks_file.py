"""Leaks in produced files: the real type is read from the bytes, then every part that can carry text is looked at.

Nothing is skipped because it looks harmless: a part that cannot be read is a finding that blocks
(`unreadable`), and so is a type this room does not know. Findings name parts in plain words (`pdf bookmark`,
`docx comments`), never their content.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from pathlib import PurePath

from intake.rendering.leaks_office import check_office
from intake.rendering.leaks_pdf import check_pdf
from intake.rendering.leaks_text import BLOCK, LOOK, Leak, Watch, Watched, check_json

_SUFFIXES = {
    "pdf": {".pdf"},
    "zip": {".docx", ".xlsx", ".zip", ".pptx", ".odt"},
    "json": {".json"},
    "html": {".html", ".htm"},
    "text": {".csv", ".txt", ".md", ".tsv", ".svg", ".xml", ".log", ".typ"},
}
_DEPTH = 3


def check_file(data: bytes, name: str, watched: Iterable[Watched] | Watch, *, depth: int = 0) -> list[Leak]:
    """Findings in a file and in its name. Never raises for what is in the file: what cannot be read blocks."""
    watch = watched if isinstance(watched, Watch) else Watch(watched)
    leaks = watch.check(_spoken_name(name), "file name")
    kind = real_type(data)
    if depth > _DEPTH or kind == "unknown":
        return [*leaks, unreadable("file")]
    suffix = PurePath(name).suffix.casefold()
    if suffix and suffix not in _SUFFIXES[kind]:
        leaks.append(Leak("type", LOOK, "file name", None, None, "file", "FILE"))

    def inside(inner: bytes, inner_name: str) -> list[Leak]:
        return check_file(inner, inner_name, watch, depth=depth + 1)

    readers: dict[str, Callable[[], list[Leak]]] = {
        "pdf": lambda: check_pdf(data, watch, inside),
        "zip": lambda: check_office(data, watch, inside),
        "json": lambda: check_json(json.loads(_text(data)), watch),
        "html": lambda: _html(_text(data), watch),
        "text": lambda: _csv(_text(data), watch) if suffix in (".csv", ".tsv") else watch.check(_text(data), "text"),
    }
    try:
        return [*leaks, *readers[kind]()]
    except Exception:  # noqa: BLE001 - whatever a parser trips over, the file must not leave
        return [*leaks, unreadable(kind)]


def unreadable(where: str) -> Leak:
    """The finding for a part that could not be looked at: it blocks."""
    return Leak("unreadable", BLOCK, where, None, None, "file", "FILE")


def real_type(data: bytes) -> str:
    """pdf, zip, json, html, text or unknown, by the bytes and not by the name."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "zip"
    if not data:
        return "text"
    try:
        text = _text(data)
    except UnicodeError:
        return "unknown"
    if "\x00" in text:
        return "unknown"
    start = text.lstrip("\ufeff \t\r\n")[:200].casefold()
    if start[:1] in ("{", "["):
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return "text"
        return "json"
    return "html" if re.match(r"<!doctype html|<html|<head|<body|<!--", start) else "text"


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


def _spoken_name(name: str) -> str:
    """A file name as words: separators of file names become spaces, so that names of people end where words end."""
    return re.sub(r"[_+%]|\.(?=\w{2,5}$)", " ", name)


def _csv(text: str, watch: Watch) -> list[Leak]:
    """Cells one by one, and each row as a whole: surname and given name often stand in two cells."""
    leaks: list[Leak] = []
    dialect = "excel-tab" if text.partition("\n")[0].count("\t") > 1 else "excel"
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), dialect), 1):
        cells = [
            leak
            for column, cell in enumerate(row, 1)
            for leak in watch.check(cell, f"csv row {number} column {column}")
        ]
        seen = {(leak.group, leak.rule) for leak in cells}
        joined = watch.check(" ".join(row), f"csv row {number}")
        leaks += [*cells, *(leak for leak in joined if (leak.group, leak.rule) not in seen)]
    return leaks


_HTML_BLOCKS = frozenset(
    (
        "p",
        "div",
        "li",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "section",
        "article",
        "header",
        "footer",
        "table",
        "option",
        "title",
        "caption",
    )
)


class _Page(HTMLParser):
    """Text as a reader sees it and does not see it: hidden elements, scripts, comments and attributes too."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.asides: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HTML_BLOCKS:
            self.pieces.append("\n")
        self.asides += [(f"html attribute {_safe(key)}", value) for key, value in attrs if value]

    def handle_endtag(self, tag: str) -> None:
        if tag in _HTML_BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.asides.append(("html comment", data))

    def handle_decl(self, decl: str) -> None:
        self.asides.append(("html declaration", decl))

    def handle_pi(self, data: str) -> None:
        self.asides.append(("html instruction", data))

    def unknown_decl(self, data: str) -> None:
        self.asides.append(("html declaration", data))


def _safe(key: str) -> str:
    return key if re.fullmatch(r"[a-z-]{1,20}", key) else "other"


def _html(text: str, watch: Watch) -> list[Leak]:
    page = _Page()
    page.feed(text)
    page.close()
    leaks = watch.check("".join(page.pieces), "html text")
    for where, value in page.asides:
        leaks += watch.check(value, where)
    return leaks
