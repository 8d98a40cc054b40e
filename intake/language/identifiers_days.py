"""Birth dates, and days of events: every day-precise date except those the public knows and those that only recur."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from intake.language import days, identifiers_births, identifiers_occasions
from intake.language.findings import PATTERN, PLAIN, RECORD, Finding
from intake.language.identifiers_record import dates

# Days everybody knows: the deadlines and votes of the sanctions, holidays, border closures (UN Security Council
# resolutions 2375, 2397; public calendars). With the year; the deadline of December 2019 also without it.
_PUBLIC = frozenset(
    ((2019, 12, 21), (2019, 12, 22), (2019, 12, 23), (2017, 12, 22), (2017, 9, 11), (2017, 8, 5), (2016, 3, 2), (2016, 11, 30), (2006, 10, 9),
     (2017, 9, 3), (2011, 12, 17), (1994, 7, 8), (2018, 6, 12), (2018, 4, 27), (2019, 2, 27), (2019, 2, 28))
)  # fmt: skip
_PUBLIC_ANY_YEAR = frozenset(((12, 22),))
_RECURS = re.compile(
    r"(?:매달|매월|매년|해마다|달마다|달에|every|each|(?:every|each|once a) (?:year|month|week),?(?: on)?|每月|每年|每个月|кажд\w+|кажд\w+\s(?:месяц\w*|год|недел\w+|раз))[\s,]{0,2}(?:the\s)?$",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\s?(?:까지|전에|기한|시한|deadline)", re.IGNORECASE)
_RESTS = re.compile(
    r"(?:에만|과|와|,|에는|은|는|이나)?\s?[^.!?。\n]{0,14}(?:에만\s)?(?!명절\s?(?:이튿날|다음|전날))(?:쉬었|쉬고|쉽니다|휴식|명절|휴일)"
)
_BORN_BEFORE = re.compile(
    r"(?:생일|생년월일|생신|태여난|태어난|출생|born|birthday|birth|turned \w+|came into (?:the|this) world|had me|bore me|出生|生日|生于|род[иы]л\w*|появил\w+ на свет|рожден\w*|рожд\.)[^.!?。\n]{0,24}$",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(
    r"\s?(?:생(?![가-힣])|생이|생입|생으로|출생|에?\s?태[어여][났나]|에 났|出生|那天生|生辰|生的|生(?!活|产|病|日子)|，[^，。！？]{0,4}生的|года рождения|г\.\s?р)",
    re.IGNORECASE,
)
_ZODIAC_KO = "쥐|소|범|호랑이|토끼|룡|용|뱀|말|양|원숭이|잔나비|잔내비|납|닭|개|돼지"
_ZODIAC_EN = (
    "rat|mouse|ox|cow|tiger|rabbit|hare|dragon|snake|horse|sheep|goat|ram|monkey|rooster|cock|chicken|dog|pig|boar"
)
_BIRTHS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?:19|20)?\d\d\s?년\s?생",
        rf"(?<![가-힣])(?:{_ZODIAC_KO})\s?띠(?:해)?",
        rf"(?:the\s)?year of the (?:{_ZODIAC_EN})",
        r"属[鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬]|屬[鼠牛虎兔龍蛇馬羊猴雞狗豬]",
        r"(?<!\d)(?:19)?\d\d年(?:出生|生(?:人|的))",
        r"(?:19|20)\d\d(?:-го|\sгода?)?\sрожд\w+",
        r"(?<=родился в )(?:19|20)\d\d(?:\sгоду)?|(?<=родилась в )(?:19|20)\d\d(?:\sгоду)?",
        (
            r"(?:в\s)?год(?:у)?\s(?:крысы|быка|тигра|кролика|кота|дракона|змеи|лошади|овцы|козы|обезьяны|"
            r"петуха|собаки|свиньи)"
        ),
        r"[일이삼사오육륙칠팔구]십[일이삼사오육륙칠팔구]?\s?년\s?생",
    )
)


def find(text: str, record: Mapping[str, Any]) -> Iterator[Finding]:
    """Dates of the narrative worth taking out."""
    known = dates(record)
    for pattern in _BIRTHS:
        for match in pattern.finditer(text):
            yield Finding("BIRTH_DATE", match.start(), match.end(), "birth", f"birth.{match[0]}", PLAIN)
    yield from identifiers_births.find(text)
    for each in days.find(text):
        start, end = identifiers_occasions.widened(text, each.start, each.end)
        day = replace(each, start=start, end=end)
        key = f"day.{day.year or ''}-{day.month or ''}-{day.day}"
        if _born(text, day):
            end = day.end + (text[day.end : day.end + 1] == "생")
            yield Finding("BIRTH_DATE", day.start, end, "birth", key, PLAIN)
            continue
        own = _known(known, day)
        if own:
            yield Finding(own[0], day.start, day.end, own[1], key, RECORD)
        elif not _public(text, day):
            yield Finding("EXACT_DATE", day.start, day.end, "date", key, PATTERN if day.month is None else PLAIN)
    for span in identifiers_occasions.find(text):
        yield from _occasion(text, *identifiers_occasions.widened(text, *span))
    year = (
        str((record.get("witness") or {}).get("birth_date") or "")[:4]
        if isinstance(record.get("witness"), Mapping)
        else ""
    )
    if year.isdigit():
        yield from _year(text, year)


def _occasion(text: str, start: int, end: int) -> Iterator[Finding]:
    born = _BORN_BEFORE.search(text, max(0, start - 30), start) or _BORN_AFTER.match(text, end)
    if not _RECURS.search(text, max(0, start - 24), start):
        kind, rule = ("BIRTH_DATE", "birth") if born else ("EXACT_DATE", "date.occasion")
        yield Finding(kind, start, end, rule, f"day.{text[start:end]}", PLAIN)


def _year(text: str, year: str) -> Iterator[Finding]:
    for match in re.finditer(rf"(?<!\d){year}(?:\s?년\s?생(?!활)|年生人?|년|年)?(?!\d|\s?[-./]\s?\d)", text):
        if (
            _BORN_BEFORE.search(text, max(0, match.start() - 30), match.start())
            or _BORN_AFTER.match(text, match.end())
            or "생" in match[0]
            or "生" in match[0]
        ):
            yield Finding("BIRTH_DATE", match.start(), match.end(), "record.birth", f"birth.{year}", PLAIN)


def _born(text: str, day: days.Day) -> bool:
    return bool(_BORN_BEFORE.search(text, max(0, day.start - 30), day.start) or _BORN_AFTER.match(text, day.end))


def _known(known: Mapping[tuple[int, int], list[tuple[int, str, str]]], day: days.Day) -> tuple[str, str] | None:
    for year, kind, rule in known.get((day.month or 0, day.day), ()):
        if day.year in (None, year):
            return kind, rule
    return None


def _public(text: str, day: days.Day) -> bool:
    if day.month is None:
        return False
    if day.year is None:
        if _RECURS.search(text, max(0, day.start - 24), day.start) or _RESTS.match(text, day.end):
            return True
        if "월" not in text[day.start : day.end] and re.search(r"정월|섣달|동짓달", text[day.start : day.end]):
            return False
        deadline = (day.month, day.day) in ((12, 21), (12, 20)) and _DEADLINE.match(text, day.end)
        return bool(deadline) or (day.month, day.day) in _PUBLIC_ANY_YEAR
    return (day.year, day.month, day.day) in _PUBLIC
