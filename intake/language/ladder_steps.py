"""Ladders of generalisation: what a date, an age, a place, a count or a wage becomes, one step coarser at a time.

Each function gives the steps from fine to coarse, without what was said itself. The words are those of a released text, Korean or
English (`lang` "ko" or "en"); a quote that cannot be read gives no steps, so that nothing is proposed that hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.language import days

_SEASONS = {
    "ko": ("겨울", "봄", "여름", "가을"),
    "en": ("winter", "spring", "summer", "autumn"),
}
_MONTHS = "January February March April May June July August September October November December".split()
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_JUCHE = re.compile(r"주체\s?\(?(\d{1,3})\)?")
_BARE_YEAR = re.compile(r"(?:in\s)?(?:주체\s?)?\(?\d{2,4}\)?\s?(?:년|年|года?)?")
_MONTH_FORMS = (
    re.compile(r"(?<!\d)(\d{1,2})\s?[월月]"),
    re.compile(r"(?:19|20)\d\d\s?[-./]\s?(\d{1,2})(?!\d)"),
    re.compile(rf"\b({'|'.join(_MONTHS)})\b", re.IGNORECASE),
)
# Bands of head counts, the upper bound not included (release rules: under 20, 20-99, 100-499, 500 and more).
_COUNTS = (0, 20, 100, 500)


def date_steps(quote: str, lang: str = "ko") -> list[str]:
    """2019-03-14 → 2019년 3월 → 2019년 봄 → 2019년 → 2018–2020년. Steps finer than the quote are left out.

    A date without its year goes to its month and season only, and then to nothing more.
    """
    year, month, day = _said(quote)
    steps: list[str] = []
    if month:
        season = _SEASONS[_lang(lang)][month % 12 // 3]
        if day:
            steps.append(_month_words(year, month, lang))
        if year is None:
            steps.append("한 해의 " + season if _lang(lang) == "ko" else f"one {season}")
        else:
            # December belongs to the winter that ends in the next year.
            steps.append(_season_words(year, month, season, lang))
    if year is not None:
        if month or not _BARE_YEAR.fullmatch(quote.strip()):
            steps.append(f"{year}년" if _lang(lang) == "ko" else str(year))
        # Three years with fixed bounds: were they drawn around the year, their middle would say it.
        first = year - (year - 2018) % 3
        around = f"{first}–{first + 2}"
        steps.append(around + "년" if _lang(lang) == "ko" else around)
    return steps


def _lang(lang: str) -> str:
    return "en" if lang.startswith("en") else "ko"


def _said(quote: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a date in any notation, as far as they are said."""
    found = next(iter(days.find(quote)), None)
    if found is not None and found.month:
        return found.year, found.month, found.day
    year = _YEAR.search(quote)
    juche = _JUCHE.search(quote)
    number = int(year[1]) if year else int(juche[1]) + 1911 if juche else None
    return number, _month(quote), None


def _month(quote: str) -> int | None:
    for form in _MONTH_FORMS:
        match = form.search(quote)
        if match:
            month = (
                int(match[1]) if match[1].isdigit() else [m.casefold() for m in _MONTHS].index(match[1].casefold()) + 1
            )
            return month if 1 <= month <= 12 else None
    return None


def _month_words(year: int | None, month: int, lang: str) -> str:
    if _lang(lang) == "ko":
        return f"{year}년 {month}월" if year else f"{month}월"
    return f"{_MONTHS[month - 1]} {year}" if year else _MONTHS[month - 1]


def _season_words(year: int, month: int, season: str, lang: str) -> str:
    ends = year + (month == 12)
    if season in ("겨울", "winter"):
        span = f"{ends - 1}–{ends}"
        return f"{span}년 겨울" if _lang(lang) == "ko" else f"winter {span}"
    return f"{year}년 {season}" if _lang(lang) == "ko" else f"{season} {year}"


def age_steps(quote: str, lang: str = "ko") -> list[str]:
    """37세 → 30대 → 성인; a minor → 10대 → 미성년. Ages are read from digits and Korean number words (서른일곱)."""
    age = _age(quote)
    if age is None or not 0 <= age <= 120:
        return []
    grown = age >= 19
    if _lang(lang) == "ko":
        decade = f"{age // 10 * 10}대" if age >= 10 else "10세 미만"
        return [decade, "성인" if grown else "미성년"]
    decade = ("teens" if age < 20 else f"{age // 10 * 10}s") if age >= 10 else "under 10"
    return [decade, "adult" if grown else "minor"]


_TENS = dict(zip("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔".split(), range(10, 100, 10), strict=True))
_ONES = dict(zip("하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉".split(), range(1, 10), strict=True))
_ONES |= {"한": 1, "두": 2, "세": 3, "네": 4}
_NATIVE = re.compile(rf"({'|'.join(_TENS)}|스무)\s?({'|'.join(_ONES)})?")
_EN_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_EN_ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
_EN_AGE = re.compile(rf"({'|'.join(_EN_TENS)})(?:[- ]({'|'.join(_EN_ONES)}))?", re.IGNORECASE)


def _age(quote: str) -> int | None:
    digits = re.search(r"(?<!\d)(\d{1,3})(?!\d)", quote)
    if digits:
        return int(digits[1])
    native = _NATIVE.search(quote)
    if native:
        return (20 if native[1] == "스무" else _TENS[native[1]]) + _ONES.get(native[2] or "", 0)
    english = _EN_AGE.search(quote)
    if english:
        return _EN_TENS[english[1].casefold()] + _EN_ONES.get((english[2] or "").casefold(), 0)
    return None


def place_steps(ancestor_labels: Sequence[str], lang: str = "ko") -> list[str]:
    """The wider places, from near to far, and last of all the country withheld (훈춘시 → 지린성 → 중국 → 나라 비공개).

    `ancestor_labels`: names of the places that hold the one said, nearest first, in the language of the release.
    """
    steps = list(dict.fromkeys(label.strip() for label in ancestor_labels if label.strip()))
    return [*steps, "나라 비공개" if _lang(lang) == "ko" else "country withheld"]


def count_steps(count: int, lang: str = "ko") -> list[str]:
    """A head count as its band (20명 미만, 20–99명, 100–499명, 500명 이상), then as 여러 명."""
    if count < 0:
        return []
    lower = max(bound for bound in _COUNTS if bound <= count)
    upper = next((bound for bound in _COUNTS if bound > count), None)
    if _lang(lang) == "ko":
        band = f"{upper}명 미만" if lower == 0 else f"{lower}–{upper - 1}명" if upper else f"{lower}명 이상"
        return [band, "여러 명"]
    band = f"under {upper}" if lower == 0 else f"{lower}–{upper - 1}" if upper else f"{lower} or more"
    return [band, "several people"]


def pay_steps(amount: float, currency: str, lang: str = "ko") -> list[str]:
    """A wage as a band a quarter wide around it, its order of magnitude, and then withheld. Currency as written by the caller.

    The bounds are round numbers fixed for all wages, so that the amount cannot be taken back from the middle of its band.
    """
    if amount < 1:
        return []
    low = high = 1.0
    while high <= amount:
        low, high = high, _next(high)
    top = 10 ** len(str(int(amount)))
    if _lang(lang) == "ko":
        return [f"{_round(low)}–{_round(high)} {currency}", f"{_round(top)} {currency} 미만", "액수 비공개"]
    return [f"{currency} {_round(low)}–{_round(high)}", f"under {currency} {_round(top)}", "amount withheld"]


# Bounds a quarter or so apart in every decade.
_BOUNDS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def _next(bound: float) -> float:
    scale = 1.0
    while scale * 10 <= bound:
        scale *= 10
    return next(step * scale for step in _BOUNDS if step * scale > bound * 1.0001)


def _round(number: float) -> str:
    return f"{number:,.0f}" if number >= 10 or number == int(number) else f"{number:g}"
