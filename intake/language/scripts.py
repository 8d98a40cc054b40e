"""Which scripts a text is written in, and where, so that rules for the others need not look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGNS = {"ko": "[가-힣]", "en": "[A-Za-z]{2}", "zh": "[\u3400-\u9fff]", "ru": "[А-Яа-яЁё]{2}"}
_HAS = {code: re.compile(signs.removesuffix("{2}")) for code, signs in _SIGNS.items()}
_FOUND = {code: re.compile(signs) for code, signs in _SIGNS.items()}


def present(text: str) -> frozenset[str]:
    """The languages (ko, en, zh, ru) whose letters stand somewhere (of an alphabet two together: 2019년 is Korean, 5-B is not English), and "any"."""
    return frozenset(code for code, signs in _FOUND.items() if signs.search(text)) | {"any"}


_ENGLISH = re.compile(r"\b[a-z]+ [a-z]+ [a-z]+\b")


def prose(text: str) -> frozenset[str]:
    """Like `present`, but English only where three small words follow each other: a handle or a firm's name is not English."""
    found = present(text)
    return found if "en" not in found or _ENGLISH.search(text) else found - {"en"}


def passages(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The lines that have a letter of this language, neighbours joined: (offset, passage)."""
    has = _HAS[language]
    start: int | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        inside = has.search(line) is not None
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            yield start, text[start:at]
            start = None
        at += len(line)
    if start is not None:
        yield start, text[start:]
