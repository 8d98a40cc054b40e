"""Which scripts a text is written in, so that rules for the others need not look at it."""

from __future__ import annotations

import re

_SIGNS = {"ko": "[가-힣]{2}", "en": "[A-Za-z]{2}", "zh": "[\u3400-\u9fff]{2}", "ru": "[А-Яа-яЁё]{2}"}
_FOUND = {code: re.compile(signs) for code, signs in _SIGNS.items()}


def present(text: str) -> frozenset[str]:
    """The languages (ko, en, zh, ru) of whose letters two stand together somewhere, and "any"."""
    return frozenset(code for code, signs in _FOUND.items() if signs.search(text)) | {"any"}
