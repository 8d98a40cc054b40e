"""A document about to leave: what it holds, and the two plain forms of it, JSON and HTML.

It is built only from text that is redacted already and from fields that are allowed; nothing here knows the source.
The fixed words follow the language of the document, not that of whoever happens to produce it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any

from markupsafe import escape

from intake.errors import Invalid
from intake.language.normalise import nfc, problem
from intake.rendering.wording import base_language, words

__all__ = [
    "Document",
    "Fact",
    "about",
    "as_html",
    "as_json",
    "base_language",
    "canonical",
    "clean",
    "paragraphs",
    "visible_only",
    "words",
]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One allowed field: its key (`province`), the label and the values to show, in the document's language."""

    key: str
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Document:
    """Everything a release says. All texts are plain text; `issued` is a date, `2026-03` or `2026-03-14`."""

    number: str
    title: str
    language: str
    audience: str
    purpose: str
    identity: str
    facts: tuple[Fact, ...]
    paragraphs: tuple[str, ...]
    notice: tuple[str, ...]
    organisation: str
    issued: str


_BREAK = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
# What no reader sees could carry a name past every check: control and format characters, noncharacters, variation
# selectors. Nothing of it leaves.
_VARIATION = frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x180F)))
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180e]")
_BLANK = dict.fromkeys((0x3164, 0xFFA0, 0x2800, 0x09), " ")


def paragraphs(text: str) -> tuple[str, ...]:
    """A text's paragraphs: every line that is not empty, NFC, without invisible characters and superfluous spaces."""
    lines = (" ".join(visible_only(line).split()) for line in _BREAK.split(nfc(text)))
    return tuple(line for line in lines if line)


def visible_only(text: str) -> str:
    """A line in NFC without the characters that no reader sees; blank letters and tabs become spaces."""
    if text.isprintable() and not _SELECTORS.search(text):
        return nfc(text.translate(_BLANK))
    kept = "".join(char for char in text.translate(_BLANK) if not _invisible(char))
    return nfc(kept)


def _invisible(char: str) -> bool:
    code = ord(char)
    nowhere = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return nowhere or code in _VARIATION or unicodedata.category(char) in ("Cc", "Cf")


def about(document: Document) -> tuple[tuple[str, str, str], ...]:
    """The lines that head every form of the document: key, label, value; empty values are left out."""
    keys = ("number", "audience", "purpose", "identity", "organisation", "issued")
    said: dict[str, Any] = asdict(document)
    return tuple((key, words(key, document.language), said[key]) for key in keys if said[key])


def clean(document: Document) -> Document:
    """The document with every text in NFC and free of invisible characters. Raises Invalid for half characters."""
    return Document(
        number=_line(document.number),
        title=_line(document.title),
        language=_language(document.language),
        audience=_line(document.audience),
        purpose=_line(document.purpose),
        identity=_line(document.identity),
        facts=tuple(
            Fact(key=_line(fact.key), label=_line(fact.label), values=tuple(map(_line, fact.values)))
            for fact in document.facts
        ),
        paragraphs=tuple(map(_line, document.paragraphs)),
        notice=tuple(map(_line, document.notice)),
        organisation=_line(document.organisation),
        issued=_line(document.issued),
    )


def _line(text: str) -> str:
    wrong = problem(text)
    if wrong:
        raise Invalid(wrong)
    return " ".join(paragraphs(text))


def _language(language: str) -> str:
    return language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) else "und"


def canonical(value: Any) -> bytes:
    """JSON that is the same bytes for the same value: sorted keys, no spaces, UTF-8, a line feed at the end."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode() + b"\n"


def as_json(document: Document) -> bytes:
    """The document as canonical JSON, its field names as keys."""
    return canonical({"schema": "intake-release/1", **asdict(clean(document))})


_STYLE = """
body{font-family:"Noto Sans KR","Noto Sans",sans-serif;line-height:1.7;max-width:42rem;margin:2rem auto;padding:0 1rem;
word-break:keep-all;overflow-wrap:anywhere}
dt{font-weight:700;margin-top:.5rem}dd{margin:0}
ol{padding-left:3rem}li{margin:.75rem 0}
aside{border-top:1px solid;margin-top:2rem}
"""


def as_html(document: Document) -> bytes:
    """The document as one HTML page that refers to nothing outside itself and runs nothing."""
    said = clean(document)
    language, title = escape(said.language), escape(said.title)
    head = (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    )
    parts = [head, _terms(words("about", said.language), [(label, (value,)) for _, label, value in about(said)])]
    if said.facts:
        parts.append(_terms(words("facts", said.language), [(fact.label, fact.values) for fact in said.facts]))
    parts.append(f"<h2>{escape(words('narrative', said.language))}</h2>\n<ol>\n")
    parts += [f'<li id="p{place}">{escape(text)}</li>\n' for place, text in enumerate(said.paragraphs, 1)]
    parts.append("</ol>\n")
    if said.notice:
        parts.append(f"<aside>\n<h2>{escape(words('notice-heading', said.language))}</h2>\n")
        parts += [f"<p>{escape(line)}</p>\n" for line in said.notice]
        parts.append("</aside>\n")
    parts.append("</main>\n</body>\n</html>\n")
    return "".join(parts).encode()


def _terms(heading: str, terms: list[tuple[str, tuple[str, ...]]]) -> str:
    rows = "".join(
        f"<dt>{escape(label)}</dt>" + "".join(f"<dd>{escape(value)}</dd>" for value in values) + "\n"
        for label, values in terms
        if values
    )
    return f"<h2>{escape(heading)}</h2>\n<dl>\n{rows}</dl>\n"
