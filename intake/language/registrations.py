"""Registration numbers of firms: which register a number is of, by its form, and whether its check digit is right.

Chinese unified social credit code: 18 signs without I, O, S, V, Z; the last one is 31 less the weighted sum modulo 31
(GB 32100-2015). Russian taxpayer number, ИНН: 10 digits of a firm or 12 of a person, and main registration number,
ОГРН: 13 digits (orders of the Federal Tax Service). A number of digits alone is taken for a Russian one only where its
name stands before it or the place is Russian: a Korean business number has ten digits as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Register = Literal["uscc", "inn", "ogrn", ""]
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_NAMED = re.compile(r"(?i)^\s*(INN|ИНН|OGRN|ОГРН|USCC|统一社会信用代码)\s*[:：№#]?\s*(.+)$")
_REGISTERS: dict[str, Register] = {
    "inn": "inn", "инн": "inn", "ogrn": "ogrn", "огрн": "ogrn", "uscc": "uscc", "统一社会信用代码": "uscc",
}  # fmt: skip
_AS_WRITTEN = "?"


@dataclass(frozen=True)
class Registration:
    """A number as it stands in the registry. `right`: whether its check digit is; None where there is none to check.
    `doubted`: written with a question mark before it, because the source has it so."""

    text: str
    register: Register
    right: bool | None
    doubted: bool = False


def read(text: str, *, russian: bool = False) -> Registration:
    """What kind of number this is. `russian`: the firm is in Russia."""
    said = text.strip()
    doubted = said.startswith(_AS_WRITTEN)
    named = _NAMED.match(said.removeprefix(_AS_WRITTEN))
    register: Register = _REGISTERS[named[1].casefold()] if named else ""
    number = re.sub(r"[\s.\-]", "", named[2] if named else said.removeprefix(_AS_WRITTEN)).upper()
    register = register or _guess(number, russian=russian)
    return Registration(said, register, _RIGHT[register](number) if register else None, doubted)


def _guess(number: str, *, russian: bool) -> Register:
    if len(number) == 18 and set(number) <= set(_SIGNS) and not set(number[2:8]) - set("0123456789"):
        return "uscc"
    if russian and number.isascii() and number.isdigit():
        return "inn" if len(number) in (10, 12) else "ogrn" if len(number) == 13 else ""
    return ""


def _uscc(number: str) -> bool:
    if len(number) != 18 or not set(number) <= set(_SIGNS):
        return False
    weighed = sum(_SIGNS.index(sign) * pow(3, at, 31) for at, sign in enumerate(number[:17]))
    return _SIGNS[-weighed % 31] == number[17]


def _inn(number: str) -> bool:
    if not (number.isascii() and number.isdigit()) or len(number) not in (10, 12):
        return False
    digits = [int(sign) for sign in number]
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    ends = (9,) if len(digits) == 10 else (10, 11)
    return all(
        sum(w * d for w, d in zip(weights[11 - end :], digits, strict=False)) % 11 % 10 == digits[end] for end in ends
    )


def _ogrn(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) == 13 and int(number[:12]) % 11 % 10 == int(number[12])


_RIGHT = {"uscc": _uscc, "inn": _inn, "ogrn": _ogrn}
