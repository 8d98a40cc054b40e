"""A release as PDF/UA-1: tagged, its fonts embedded, the same bytes for the same document.

The text goes to the type-setter as JSON data, never as source, so that markup in a testimony stays what was said. Only
the fonts that were installed with the application are used; what the machine happens to have would change the bytes.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

from intake.errors import N_, IntakeError
from intake.rendering import fonts
from intake.rendering.document import Document, about, base_language, clean, words
from intake.resources import inside

_TEMPLATE = inside("rendering", "release.typ")
_SETTER = inside("rendering", "typeset.py")
# The font of the text's own language comes first: Han characters look different in Korean and in Chinese.
_FAMILIES = {
    "ko": ("Noto Sans KR", "Noto Sans SC", "Noto Sans"),
    "zh": ("Noto Sans SC", "Noto Sans KR", "Noto Sans"),
    "en": ("Noto Sans", "Noto Sans KR", "Noto Sans SC"),
    "ru": ("Noto Sans", "Noto Sans KR", "Noto Sans SC"),
}
_HANGUL = re.compile("[가-힣ᄀ-ᇿ]")
_HEADINGS = ("about", "facts", "narrative", "notice-heading")
# Longer than any word people write; a run without spaces must still break at the end of the line.
_LONGEST = 24
_PATIENCE_SECONDS = 300


def as_pdf(document: Document) -> bytes:
    """The document as PDF/UA-1. A character that no font draws is shown by its number, `[U+1F600]`.

    Raises Misconfigured when the fonts are not installed, Invalid for half characters.
    """
    fonts.check(fonts.FOLDER)
    wanted = {
        "template": str(_TEMPLATE),
        "root": str(_TEMPLATE.parent),
        "fonts": str(fonts.FOLDER),
        "document": json.dumps(_data(clean(document)), ensure_ascii=False),
    }
    made = _typeset(json.dumps(wanted).encode())
    if not made.startswith(b"%PDF-"):
        raise IntakeError(N_("The PDF could not be made."))
    return made


def _typeset(wanted: bytes) -> bytes:
    """What the type-setter makes, or nothing: what it says when it fails may quote the document."""
    # Its own process: a long text takes more memory than a worker may keep, and none of ours is there to be read.
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter and a script of ours; the document goes through a pipe
            [sys.executable, "-s", "-P", str(_SETTER)],
            input=wanted,
            capture_output=True,
            check=False,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"},
            timeout=_PATIENCE_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout if done.returncode == 0 else b""


def _data(document: Document) -> dict[str, Any]:
    base = base_language(document.language)
    region = re.fullmatch(r"[A-Za-z]{2,3}-([A-Za-z]{2})", document.language)
    return {
        "title": _drawable(document.title),
        "number": _drawable(document.number),
        "lang": base,
        "region": region[1].upper() if region else None,
        "fonts": _FAMILIES[base],
        "words": {key: words(key, document.language) for key in _HEADINGS},
        "about": [{"label": _words(label), "values": [_words(value)]} for _, label, value in about(document)],
        "facts": [
            {"label": _words(fact.label), "values": [_words(value) for value in fact.values]}
            for fact in document.facts
            if fact.values
        ],
        "paragraphs": [_words(text) for text in document.paragraphs],
        "notice": [_words(text) for text in document.notice],
    }


def _words(text: str) -> list[dict[str, Any]]:
    """The text in pieces between spaces: `whole` ones must not be broken. Words without Hangul stay together in one."""
    pieces: list[dict[str, Any]] = []
    for word in _drawable(text).split(" "):
        whole = bool(_HANGUL.search(word)) and len(word) <= _LONGEST
        if pieces and not whole and not pieces[-1]["whole"]:
            pieces[-1]["text"] += " " + word
        else:
            pieces.append({"text": word, "whole": whole})
    return pieces


def _drawable(text: str) -> str:
    known = fonts.drawn(fonts.FOLDER)
    return "".join(char if ord(char) in known else f"[U+{ord(char):04X}]" for char in text)
