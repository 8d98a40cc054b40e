"""Leaks in DOCX, XLSX and other zip files: every member, its name, comments, properties, hidden sheets, tracked
changes."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from xml.etree import ElementTree as ET

import xlsxwriter

from intake.rendering.leaks_bytes import check_noise, made_by_a_program
from intake.rendering.leaks_text import BLOCK, LOOK, Leak, Watch

_LIMIT = 256 * 1024 * 1024
_PARTS = (
    (r"docProps/(?:core|app)\.xml$", "properties"),
    (r"docProps/custom\.xml$", "custom properties"),
    (r"customXml/", "custom xml"),
    (r"comments|threadedComment|person", "comments"),
    (r"(?:header|footer)\d*\.xml$", "header or footer"),
    (r"(?:foot|end)notes\.xml$", "notes"),
    (r"word/document\.xml$", "text"),
    (r"sharedStrings\.xml$", "cells"),
    (r"worksheets/", "sheet"),
    (r"xl/workbook\.xml$", "workbook"),
    (r"\.rels$", "links"),
)
_BLOCKS = frozenset(("p", "si", "is", "comment", "h", "tr"))
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp|svg)$", re.IGNORECASE)
_FONT = re.compile(r"\.(?:odttf|ttf|otf|fntdata)$", re.IGNORECASE)
# Attributes in which programs number paragraphs, revisions and properties.
_IDENTIFIER = re.compile(r"rsid\w*|paraId|textId|durableId|fmtid|uid|guid|id|val")
_DEFAULT_AUTHORS = frozenset(("python-docx", "openpyxl", "microsoft office user", "user", "admin", "administrator"))

Inside = Callable[[bytes, str], list[Leak]]


def check_office(data: bytes, watch: Watch, inside: Inside) -> list[Leak]:
    """Findings in a zip file. Raises what zipfile and ElementTree raise; the caller turns that into a block."""
    leaks: list[Leak] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        office = _office(archive.namelist())
        leaks += _envelope(data, archive, watch, office)
        if sum(member.file_size for member in members) > _LIMIT:
            return [*leaks, _fact("unreadable", BLOCK, office)]
        shared: list[str] = []
        # The cells' strings come first: rows point into them.
        for member in sorted(members, key=lambda each: not each.filename.endswith("sharedStrings.xml")):
            leaks += watch.check(_words(member.filename), f"{office} member name")
            leaks += watch.check(_decode(member.comment), f"{office} member comment")
            if not member.is_dir():
                leaks += _member(archive.read(member), member.filename, office, watch, inside, shared)
    return leaks


def _office(names: list[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return "docx"
    return "xlsx" if any(name.startswith("xl/") for name in names) else "zip"


def _envelope(data: bytes, archive: zipfile.ZipFile, watch: Watch, office: str) -> list[Leak]:
    """What surrounds the members: the comment of the archive, and entries its list does not name."""
    leaks = watch.check(_decode(archive.comment), f"{office} archive comment")
    listed = {member.header_offset for member in archive.infolist()}
    found = {match.start() for match in re.finditer(rb"PK\x03\x04[\x0a-\x3f]\x00", data)}
    inner = {offset for offset in found - listed if any(_within(offset, member) for member in archive.infolist())}
    if found - listed - inner:
        leaks.append(_fact("unlisted member", BLOCK, office))
    return leaks


def _within(offset: int, member: zipfile.ZipInfo) -> bool:
    return (
        member.header_offset
        < offset
        < member.header_offset + 30 + len(member.filename.encode()) + len(member.extra) + member.compress_size
    )


def _member(data: bytes, name: str, office: str, watch: Watch, inside: Inside, shared: list[str]) -> list[Leak]:
    if hashlib.sha256(data).digest() in _says_nothing():
        return []
    if name.endswith((".xml", ".rels", ".vml")) or data[:5] == b"<?xml":
        return list(_xml(data, name, office, watch, shared))
    if _FONT.search(name):
        return []
    if _PICTURE.search(name) or data[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1"):
        return [_fact("picture", LOOK, f"{office} picture"), *check_noise(data, f"{office} picture", watch)]
    if name.casefold().endswith(".bin") or "vbaProject" in name:
        return [_fact("embedded object", BLOCK, office)]
    return [
        Leak(leak.rule, leak.severity, f"{office} embedded {leak.where}", leak.start, leak.end, leak.group, leak.kind)
        for leak in inside(data, name.rpartition("/")[2])
    ]


@cache
def _says_nothing() -> frozenset[bytes]:
    """Digests of the themes of an empty workbook: lists of fonts for every script of the world (Mongolian, Thaa)."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as empty:
        empty.add_worksheet()
    with zipfile.ZipFile(made) as archive:
        themes = [name for name in archive.namelist() if name.startswith("xl/theme/")]
        return frozenset(hashlib.sha256(archive.read(name)).digest() for name in themes)


def _xml(data: bytes, name: str, office: str, watch: Watch, shared: list[str]) -> Iterator[Leak]:
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data, re.IGNORECASE):
        yield _fact("unreadable", BLOCK, office)
        return
    root = ET.fromstring(data)  # noqa: S314 - no DOCTYPE, so no entities to expand
    part = next((words for pattern, words in _PARTS if re.search(pattern, name)), "part")
    where = f"{office} {part}"
    if part == "cells":
        shared += ["".join(item.itertext()) for item in root]
    for place, text in _texts(root, where):
        yield from watch.check(text, place)
    yield from _attributes(root, office, where, watch)
    yield from _facts(root, part, office)
    if part == "sheet":
        yield from _rows(root, office, watch, shared)
    for match in re.finditer(rb"<!--(.*?)-->", data, re.DOTALL):
        yield from watch.check(match[1].decode("utf-8", "replace"), f"{office} xml comment")


def _texts(root: ET.Element, where: str) -> Iterator[tuple[str, str]]:
    """Paragraphs with their runs joined (a name may be split over runs), tracked changes apart, then loose text."""
    inner: set[int] = set()
    for element in root.iter():
        tag = _local(element.tag)
        if tag in _BLOCKS and id(element) not in inner:
            inner.update(
                id(child) for child in element.iter() if child is not element and _local(child.tag) not in _BLOCKS
            )
            yield where, "".join(_spaced(element))
        elif tag in _CHANGES:
            yield f"{where.split(maxsplit=1)[0]} tracked change", "".join(element.itertext())
        elif id(element) not in inner and element.text and element.text.strip():
            yield where, element.text


def _spaced(element: ET.Element) -> Iterator[str]:
    for each in element.iter():
        tag = _local(each.tag)
        if tag in ("br", "tab", "cr"):
            yield " "
        elif each.text and tag not in ("instrText",):
            yield each.text


def _attributes(root: ET.Element, office: str, where: str, watch: Watch) -> Iterator[Leak]:
    for element in root.iter():
        for key, value in element.attrib.items():
            local = _local(key)
            if len(value) < 2 or (_IDENTIFIER.fullmatch(local) and made_by_a_program(value)):
                continue
            place = (
                f"{office} alt text"
                if local in ("descr", "title", "alt")
                else f"{office} author"
                if local in ("author", "initials")
                else where
            )
            yield from watch.check(value, place)


def _facts(root: ET.Element, part: str, office: str) -> Iterator[Leak]:
    """Things a release must not have at all, whoever they name."""
    tags = {_local(element.tag) for element in root.iter()}
    if tags & {"ins", "del", "moveFrom", "moveTo"} and part not in ("properties", "workbook"):
        yield _fact("tracked changes", BLOCK, f"{office} tracked change")
    if part == "comments" and tags & {"comment", "threadedComment"}:
        yield _fact("comments", BLOCK, f"{office} comments")
    for element in root.iter():
        tag = _local(element.tag)
        if tag == "sheet" and element.get("state") in ("hidden", "veryHidden"):
            yield _fact("hidden sheet", BLOCK, f"{office} workbook")
        elif tag in ("row", "col") and element.get("hidden") in ("1", "true"):
            yield _fact("hidden row or column", LOOK, f"{office} sheet")
        elif tag == "vanish":
            yield _fact("hidden text", BLOCK, f"{office} text")
        elif tag in ("creator", "lastModifiedBy") and (element.text or "").casefold() in _DEFAULT_AUTHORS:
            yield _fact("default author", LOOK, f"{office} properties")


def _rows(root: ET.Element, office: str, watch: Watch, shared: list[str]) -> Iterator[Leak]:
    """Rows as wholes: surname and given name often stand in two cells. A finding is told by the row alone."""
    for element in root.iter():
        if _local(element.tag) != "row":
            continue
        cells = [_cell(cell, shared) for cell in element if _local(cell.tag) == "c"]
        yield from watch.check(" ".join(filter(None, cells)), f"{office} row {int(element.get('r') or 0)}")


def _cell(cell: ET.Element, shared: list[str]) -> str:
    text = "".join(each.text or "" for each in cell.iter() if _local(each.tag) in ("v", "t"))
    if cell.get("t") == "s" and text.isdigit() and int(text) < len(shared):
        return shared[int(text)]
    return text


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _words(name: str) -> str:
    return re.sub(r"[_/+%]|\.(?=\w{2,5}$)", " ", name)


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp949", "replace")


def _fact(rule: str, severity: str, where: str) -> Leak:
    return Leak(rule, severity, where, None, None, "file", "FILE")
