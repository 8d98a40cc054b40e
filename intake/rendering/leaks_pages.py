"""Reading the text of a PDF page quickly, where its fonts say for themselves what each glyph means.

That is so for everything made here, and for most of what word processors make. A page that draws with other fonts, or
draws another object, is not read here (None) and goes the long way. The order of the words is the order of drawing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pypdf.generic import DictionaryObject, NameObject, StreamObject

from intake.rendering.leaks_pdfsyntax import LITERAL, cmap, decode, unescape, unhex

_TOKEN = re.compile(
    rb"(?P<open><<)|(?P<close>>>)|(?P<text>" + LITERAL.pattern + rb"|<[0-9A-Fa-f\s]*>)|"
    rb"/(?P<font>[^\s()<>\[\]{}/%]+)\s+[-+\d.]+\s+Tf\b|"
    rb"(?P<x>[-+]?[\d.]+)\s+(?P<y>[-+]?[\d.]+)\s*(?P<move>Tm|cm|Td|TD)\b|"
    rb"(?P<kern>-\d{3,}(?:\.\d+)?)(?=\s*[(<])|"
    rb"(?P<op>T\*|Do\b|BI\b|ET\b|(?<![A-Za-z])['\"](?![A-Za-z]))",
    re.DOTALL,
)

Tables = dict[int, dict[int, str] | None]


def page_text(page: DictionaryObject, known: Tables) -> tuple[str, str, list[str]] | None:
    """The words drawn on a page, twice, and the strings beside them (replacement texts); None for the long way.

    First with a space wherever the pen was moved, then without: a word may be drawn in several pieces. `known` holds
    the fonts' tables of this file, by object number.
    """
    fonts = _fonts(page, known)
    if fonts is None or "/Contents" not in page:
        return None
    data = _contents(page)
    return None if data is None else _read(data, fonts)


def _contents(page: DictionaryObject) -> bytes | None:
    contents = page["/Contents"]
    parts = contents if isinstance(contents, list) else [contents]
    streams = [part.get_object() for part in parts]
    if not all(isinstance(stream, StreamObject) for stream in streams):
        return None
    return b"\n".join(bytes(stream.get_data()) for stream in streams if isinstance(stream, StreamObject))


def _fonts(page: DictionaryObject, known: Tables) -> dict[bytes, dict[int, str]] | None:
    """The tables of a page's fonts by their names; None when one of them leaves open what its glyphs mean."""
    resources = _at(page, "/Resources")
    found = _at(resources, "/Font") if isinstance(resources, DictionaryObject) else None
    if not isinstance(found, DictionaryObject):
        return None
    tables: dict[bytes, dict[int, str]] = {}
    for name in found:
        reference = found.raw_get(name)
        number = getattr(reference, "idnum", -1)
        if number < 0 or number not in known:
            known[number] = _table(reference.get_object())
        table = known[number]
        if table is None:
            return None
        tables[str(name)[1:].encode("latin-1", "replace")] = table
    return tables


def _at(holder: DictionaryObject, key: str) -> object:
    """What stands under a key, itself and not a reference to it; None when nothing does."""
    return holder[key].get_object() if key in holder else None


def _table(font: object) -> dict[int, str] | None:
    if not isinstance(font, DictionaryObject) or font.get("/Subtype") != "/Type0":
        return None
    encoding, meanings = _at(font, "/Encoding"), _at(font, "/ToUnicode")
    if not isinstance(encoding, NameObject) or encoding != "/Identity-H" or not isinstance(meanings, StreamObject):
        return None
    return cmap(bytes(meanings.get_data()))


def _read(data: bytes, fonts: Mapping[bytes, dict[int, str]]) -> tuple[str, str, list[str]] | None:
    pen = _Pen(fonts)
    for token in _TOKEN.finditer(data):
        if not pen.follow(token):
            return None
    return "".join(pen.spaced), "".join(pen.joined), pen.beside


class _Pen:
    """What was drawn so far: with a space at every move, without, and the strings that are not drawn."""

    def __init__(self, fonts: Mapping[bytes, dict[int, str]]) -> None:
        self._fonts = fonts
        self._table: dict[int, str] | None = None
        self._height = 0.0
        self._depth = 0
        self._moved = False
        self.spaced: list[str] = []
        self.joined: list[str] = []
        self.beside: list[str] = []

    def follow(self, token: re.Match[bytes]) -> bool:
        """One step of the drawing; False when it cannot be followed."""
        kind = token.lastgroup
        if kind == "text":
            return self._text(token["text"])
        if kind == "font":
            self._table = self._fonts.get(token["font"])
        elif kind in ("open", "close"):
            self._depth = max(0, self._depth + (1 if kind == "open" else -1))
        elif kind == "move":
            self._move(token["move"], float(token["x"]), float(token["y"]))
        elif token["op"] in (b"Do", b"BI"):
            return False
        else:
            self._moved = True
        return True

    def _text(self, raw: bytes) -> bool:
        plain = unescape(raw[1:-1]) if raw[:1] == b"(" else unhex(raw[1:-1])
        if self._depth:
            self.beside.append(decode(plain))
            return True
        text = _glyphs(plain, self._table)
        if self._moved and text and not text[0].isspace():
            _break(self.spaced, " ")
        self._moved = False
        self.spaced.append(text or "")
        self.joined.append(text or "")
        return text is not None

    def _move(self, operator: bytes, x: float, y: float) -> None:
        """A new line where the height changes, perhaps a new word where it does not."""
        if operator in (b"Td", b"TD"):
            lower = y != 0
        elif x or y:
            lower, self._height = y != self._height, y
        else:
            return
        self._moved = True
        if lower:
            _break(self.spaced, "\n")
            _break(self.joined, "\n")


def _break(pieces: list[str], sign: str) -> None:
    if pieces and not pieces[-1].endswith("\n") and (sign == "\n" or not pieces[-1].endswith(" ")):
        pieces.append(sign)


def _glyphs(codes: bytes, table: dict[int, str] | None) -> str | None:
    """What two-byte glyph numbers mean; None when the font does not say it for one of them."""
    if table is None or len(codes) % 2:
        return None
    said = [table.get(codes[at] << 8 | codes[at + 1]) for at in range(0, len(codes), 2)]
    return None if None in said else "".join(each for each in said if each is not None)
