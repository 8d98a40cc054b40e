"""Dates as they are known: from when to when a thing may have been, never a day that nobody said.

Reads ISO 8601 and the parts of EDTF (ISO 8601-2) that testimonies use: a year, a month, a day, a season
(`2019-21` to `-24`), unspecified digits (`201X`, `2019-XX`), qualifiers (`~`, `?`, `%`) and intervals (`a/b`, `../b`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

DEADLINE = date(2019, 12, 22)
"""The day by which Security Council resolution 2397, paragraph 8, wanted all workers repatriated."""

_DATE = re.compile(r"(\d{2}[\dX]{2})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?", re.IGNORECASE)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_MOST_YEARS = 40


@lru_cache(maxsize=8192)
def span(text: str) -> tuple[date, date] | None:
    """The first and the last day it may have been, or None when nothing is known or it is no date."""
    text = re.sub(r"[~?%\s]", "", text)
    if "/" not in text:
        return _single(text)
    early, _, late = text.partition("/")
    first, last = _single(early), _single(late)
    if first is None or last is None or first[0] > last[1]:
        return first or last
    return first[0], last[1]


def years(text: str) -> tuple[int, ...]:
    """Every year it may have been; empty when unknown."""
    found = span(text)
    return () if found is None else _range(found[0].year, found[1].year)


def stay_years(entry: str, leaving: str) -> tuple[int, ...]:
    """Every year between going in and coming out; only the year of the end that is known, if one is not."""
    first, last = span(entry), span(leaving)
    if first is None or last is None or first[0] > last[1]:
        known = first or last
        return () if known is None else _range(known[0].year, known[1].year)
    return _range(first[0].year, last[1].year)


def period(text: str) -> str:
    """`before`, `after` (that day or later) or `unknown`, seen from the repatriation deadline."""
    found = span(text)
    if found is None:
        return "unknown"
    if found[1] < DEADLINE:
        return "before"
    return "after" if found[0] >= DEADLINE else "unknown"


def _range(first: int, last: int) -> tuple[int, ...]:
    return tuple(range(first, last + 1)) if last - first <= _MOST_YEARS else ()


def _single(text: str) -> tuple[date, date] | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (part or "" for part in found.groups())
    early, late = int(year.upper().replace("X", "0")), int(year.upper().replace("X", "9"))
    if not early:
        return None
    if early != late or not month.isdigit():
        return date(early, 1, 1), date(late, 12, 31)
    months = _SEASONS.get(int(month), (int(month), int(month)))
    if not 1 <= months[0] <= 12:
        return None
    last_day = monthrange(early, months[1])[1]
    if not day.isdigit():
        return date(early, months[0], 1), date(early, months[1], last_day)
    return (date(early, int(month), int(day)),) * 2 if 1 <= int(day) <= last_day and months[0] == int(month) else None
