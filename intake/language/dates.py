"""When something happened, as exactly as it was said and never more so.

A witness says “in the spring of 2019”, “주체108년”, “с марта 2018 по май 2019”. `parse_when` turns that into
the earliest and latest day it can mean and keeps the words. What was not said is not made up: there is no
day in “March”, and a date that does not exist is refused. `When.iso()` gives a canonical form in EDTF
(Extended Date/Time Format, ISO 8601-2: `2019`, `2019-03`, `2019-21` for spring, `2019~` for about,
`2018/2020`) that parses to the same time again.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from intake.errors import N_, Invalid

Precision = Literal["day", "month", "season", "year", "about", "between", "unknown"]

FIRST, LAST = 1900, 2100
JUCHE = 1911  # Juche 1 is 1912, the year Kim Il Sung was born
UNREADABLE = N_("This is not a date we can read. Write 2019, 2019-03, 2019-03-14, 2018/2020, 2019~ or 2019년 3월.")
NO_SUCH_DAY = N_("This day does not exist in the calendar.")
OUT_OF_RANGE = N_("The year must lie between 1900 and 2100.")
BACKWARDS = N_("The end lies before the beginning.")
JUCHE_DISAGREES = N_("The Juche year and the year in brackets do not agree.")


@dataclass(frozen=True)
class When:
    """A time known between `earliest` and `latest`, both days included. `as_said` are the words it came
    in."""

    earliest: date
    latest: date
    precision: Precision
    as_said: str
    canonical: str

    def iso(self) -> str:
        """Return the canonical EDTF form; `parse_when` of it gives the same days and precision."""
        return self.canonical


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan январь января январе 一月 正月",
            "february feb февраль февраля феврале 二月",
            "march mar март марта марте 三月",
            "april apr апрель апреля апреле 四月",
            "may май мая мае 五月",
            "june jun июнь июня июне 六月",
            "july jul июль июля июле 七月",
            "august aug август августа августе 八月",
            "september sep sept сентябрь сентября сентябре 九月",
            "october oct октябрь октября октябре 十月",
            "november nov ноябрь ноября ноябре 十一月",
            "december dec декабрь декабря декабре 十二月",
        ),
        1,
    )
    for name in names.split()
}
_SEASONS = {
    name: number
    for number, names in (
        (21, "spring 봄 봄철 春 春天 春季 весна весной весны весну"),
        (22, "summer 여름 여름철 夏 夏天 夏季 лето летом лета"),
        (23, "autumn fall 가을 가을철 秋 秋天 秋季 осень осенью осени"),
        (24, "winter 겨울 겨울철 冬 冬天 冬季 зима зимой зимы зиму"),
    )
    for name in names.split()
}
_PARTS = {
    name: part
    for part, names in (
        ("first", "early beginning 초 초반 상순 初 年初 月初 上旬 начало начале"),
        ("middle", "mid middle 중순 중반 年中 中旬 середина середине"),
        ("last", "late end 말 말경 하순 末 底 年底 年末 月底 下旬 конец конце"),
        ("half1", "상반기 上半年"),
        ("half2", "하반기 下半年"),
    )
    for name in names.split()
}
_UNKNOWN = frozenset(["xxxx", "unknown", "모름", "미상", "알수없음", "不详", "不明", "不知道", "неизвестно"])


def _words(names: object) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))  # type: ignore[call-overload]


_ABOUT_BEFORE = re.compile(
    r"^(?:about|around|approximately|roughly|circa|ca?\.|약|대략|아마|大约|大概|约|около|примерно|где-то в)\s*"
)
_ABOUT_AFTER = re.compile(r"\s*(?:~|경에?|쯤에?|무렵에?|께|정도|左右|前后|前後)$")
_NOISE_BEFORE = re.compile(r"^(?:in|on|since|the|during|в|во|на|от)\s+(?:the\s+)?")
_NOISE_AFTER = re.compile(r"(?:(?<=[년월일봄름을울철초말순반기])에|\s*(?:года|году|год|г\.?)|的?时候|那年)$")
_RANGES = (
    re.compile(r"^(.+?)\s*(?:부터|에서)\s*(.+?)(?:\s*까지|\s*사이(?:에)?)?$"),
    re.compile(r"^(?:between|между)\s+(.+?)\s+(?:and|и)\s+(.+)$"),
    re.compile(r"^(?:from\s+)?(.+?)\s+(?:to|until|till|through)\s+(.+)$"),
    re.compile(r"^(?:с|со|от)\s+(.+?)\s+(?:по|до)\s+(.+)$"),
    re.compile(r"^(?:从|自)?(.+?)\s*(?:至|到)\s*(.+?)(?:之间|为止|止)?$"),
    re.compile(r"^(.+?)(?:\s*[~〜–—]\s*|\s+-\s+)(.+)$"),
    re.compile(r"^(\d{4})-(\d{4})$"),
)
_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_UNSPECIFIED = re.compile(r"^(\d{2})(\d|x)x$|^(\d{4})-xx(?:-xx)?$|^(\d{4}-\d{2})-xx$")
_DOTTED = re.compile(r"^(\d{4})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{1,2}))?\.?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$|^(\d{1,2})\.(\d{4})$")
_YEAR = r"(?:주체\s*(?P<juche>\d{1,3})\s*(?:\(\s*(?P<bracket>\d{4})\s*\))?|(?P<year>\d{4}))\s*[년年]"
_EASTERN = re.compile(
    rf"^(?:{_YEAR}\s*)?(?:(?P<month>\d{{1,2}})\s*[월月]|(?P<named>{_words(n for n in _MONTHS if n[-1] == '月')}))?\s*"
    rf"(?:(?P<day>\d{{1,2}})\s*[일日号])?\s*(?P<tail>{_words([*_SEASONS, *_PARTS])})?$"
)
_WESTERN = re.compile(
    rf"^(?:(?P<part>{_words(_PARTS)})[\s-]+(?:of\s+)?)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?)?"
    rf"(?:(?P<name>{_words([*_MONTHS, *_SEASONS])})\.?\s*)?"
    rf"(?:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,\s*|,\s*|of\s+)?(?P<year>\d{{4}})?$"
)
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_HAN_YEAR = re.compile(r"[〇零○一二三四五六七八九]{4}(?=年)")


def parse_when(text: str) -> When:
    """Read a date or span as a person writes it, in Korean, English, Chinese, Russian, ISO 8601 or EDTF.

    Raises Invalid, whose message is one of the constants of this module.
    """
    said = text.strip()
    plain = _HAN_YEAR.sub(lambda found: found[0].translate(_HAN_DIGITS), unicodedata.normalize("NFKC", said).casefold())
    plain = " ".join(plain.replace("ё", "е").split())
    if plain.replace(" ", "") in _UNKNOWN:
        return When(date(FIRST, 1, 1), date(LAST, 12, 31), "unknown", said, "XXXX")
    return replace(_span(plain), as_said=said)


def _span(text: str) -> When:
    slash = text.split("/")
    if len(slash) == 2 and not re.fullmatch(r"\d{4}/\d{1,2}", text):
        return _between(slash[0].strip(), slash[1].strip())
    point = _point(text, None)
    if point is not None:
        return point
    for pattern in _RANGES:
        found = pattern.match(text)
        if found:
            return _between(found[1], found[2])
    raise Invalid(UNREADABLE)


def _between(first: str, second: str) -> When:
    if first in ("", "..") and second in ("", ".."):
        raise Invalid(UNREADABLE)
    start = None if first in ("", "..") else _point(first, None)
    end = None if second in ("", "..") else _point(second, None if start is None else start.earliest.year)
    if start is None and first not in ("", ".."):
        start = _point(first, None if end is None else end.earliest.year)
    if (start is None and first not in ("", "..")) or (end is None and second not in ("", "..")):
        raise Invalid(UNREADABLE)
    earliest = date(FIRST, 1, 1) if start is None else start.earliest
    latest = date(LAST, 12, 31) if end is None else end.latest
    if earliest > latest:
        raise Invalid(BACKWARDS)
    canonical = f"{'..' if start is None else start.canonical}/{'..' if end is None else end.canonical}"
    return When(earliest, latest, "between", "", canonical)


def _point(text: str, year: int | None) -> When | None:
    """Read one point in time; `year` is understood when none is said. None if it is not one."""
    bare = _NOISE_AFTER.sub("", _NOISE_BEFORE.sub("", text)).strip()
    about = _ABOUT_BEFORE.sub("", bare)
    about = _ABOUT_AFTER.sub("", about).strip()
    exact = _exact(_NOISE_AFTER.sub("", about).strip(), year)
    if exact is None or about == bare:
        return exact
    return _about(exact)


def _exact(text: str, year: int | None) -> When | None:
    for reader in (_iso, _numbers, _eastern, _western):
        found = reader(text, year)
        if found is not None:
            return found
    return None


def _iso(text: str, _: int | None) -> When | None:
    unspecified = _UNSPECIFIED.match(text)
    if unspecified:
        century, decade, whole, month = unspecified.groups()
        if whole or month:
            return _iso(whole or month, None)
        first = int(century + ("0" if decade == "x" else decade) + "0")
        return _between(str(first), str(first + (99 if decade == "x" else 9)))
    found = _ISO.match(text)
    if not found:
        return None
    if found[2] and 21 <= int(found[2]) <= 24 and not found[3]:
        return _season(int(found[1]), int(found[2]))
    return _date(int(found[1]), _number(found[2]), _number(found[3]))


def _numbers(text: str, _: int | None) -> When | None:
    found = _DOTTED.match(text)
    if found:
        return _date(int(found[1]), int(found[2]), _number(found[3]))
    found = _DAY_FIRST.match(text)
    if found and found[3]:
        return _date(int(found[3]), int(found[2]), int(found[1]))
    return _date(int(found[5]), int(found[4]), None) if found else None


def _eastern(text: str, year: int | None) -> When | None:
    found = _EASTERN.match(text)
    if not found or not any(found.groups()):
        return None
    if found["juche"]:
        year = JUCHE + int(found["juche"])
        if found["bracket"] and int(found["bracket"]) != year:
            raise Invalid(JUCHE_DISAGREES)
    elif found["year"]:
        year = int(found["year"])
    if year is None:
        return None
    month = _number(found["month"]) or _MONTHS.get(found["named"] or "")
    return _with_tail(year, month, _number(found["day"]), found["tail"])


def _western(text: str, year: int | None) -> When | None:
    found = _WESTERN.match(text)
    if not found or not any(found.groups()):
        return None
    year = _number(found["year"]) or year
    day = _number(found["day"]) or _number(found["day2"])
    name = found["name"]
    if year is None or (day and name not in _MONTHS):
        return None
    return _with_tail(year, _MONTHS.get(name or ""), day, name if name in _SEASONS else found["part"])


def _with_tail(year: int, month: int | None, day: int | None, tail: str | None) -> When | None:
    if tail is None:
        return None if day and not month else _date(year, month, day)
    if day:
        return None
    if tail in _SEASONS:
        return None if month else _season(year, _SEASONS[tail])
    return _part(year, month, _PARTS[tail])


def _date(year: int, month: int | None, day: int | None) -> When:
    if not FIRST <= year <= LAST:
        raise Invalid(OUT_OF_RANGE)
    if month is None:
        return When(date(year, 1, 1), date(year, 12, 31), "year", "", f"{year:04}")
    if not 1 <= month <= 12:
        raise Invalid(NO_SUCH_DAY)
    last = monthrange(year, month)[1]
    if day is None:
        return When(date(year, month, 1), date(year, month, last), "month", "", f"{year:04}-{month:02}")
    if not 1 <= day <= last:
        raise Invalid(NO_SUCH_DAY)
    exact = date(year, month, day)
    return When(exact, exact, "day", "", exact.isoformat())


def _season(year: int, season: int) -> When:
    """Spring is March to May, and so on; winter is December to the February after, as Koreans and Russians
    count."""
    first = _date(year, 3 * (season - 20), None)
    following = year + (season == 24)
    if following > LAST:
        raise Invalid(OUT_OF_RANGE)
    last = _date(following, (3 * (season - 20) + 1) % 12 + 1, None)
    return When(first.earliest, last.latest, "season", "", f"{year:04}-{season}")


def _part(year: int, month: int | None, part: str) -> When:
    whole = _date(year, month, None)
    if month is not None:
        if part not in ("first", "middle", "last"):
            raise Invalid(UNREADABLE)
        first, last = {"first": (1, 10), "middle": (11, 20), "last": (21, whole.latest.day)}[part]
        return _between(f"{year:04}-{month:02}-{first:02}", f"{year:04}-{month:02}-{last:02}")
    months = {"first": (1, 3), "middle": (4, 9), "last": (10, 12), "half1": (1, 6), "half2": (7, 12)}
    first, last = months[part]
    return _between(f"{year:04}-{first:02}", f"{year:04}-{last:02}")


def _about(exact: When) -> When:
    """About a year may be the one before or after; about a month, a month; about a day, a week."""
    margin = {"day": 7, "month": 31, "season": 31, "year": 365}.get(exact.precision)
    if margin is None:
        return exact
    earliest = max(exact.earliest - timedelta(margin), date(FIRST, 1, 1))
    latest = min(exact.latest + timedelta(margin), date(LAST, 12, 31))
    return When(earliest, latest, "about", "", exact.canonical + "~")


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
