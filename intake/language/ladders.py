"""Ladders of generalisation: what a place, a date, an age or an employer may become, from fine to coarse.

Nothing is ever invented: a rung is offered only where the gazetteer, the date itself or the record says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from intake.language import days
from intake.language.ladder_steps import age_steps, count_steps, date_steps, pay_steps, place_steps
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary

__all__ = ["age_steps", "base", "count_steps", "date_steps", "ladder", "pay_steps", "place_steps"]

_LANGUAGES = ("ko", "en", "zh", "ru")
_SEASONS: dict[str, tuple[str, str, str, str]] = {
    "ko": ("겨울", "봄", "여름", "가을"),
    "en": ("winter", "spring", "summer", "autumn"),
    "zh": ("冬", "春", "夏", "秋"),
    "ru": ("зима", "весна", "лето", "осень"),
}
_EN = "January February March April May June July August September October November December".split()
_RU = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
_HIDDEN = {"ko": "어느 날", "en": "one day", "zh": "某一天", "ru": "однажды"}
_FIRM = {"ko": "{} 업체", "en": "a firm in {}", "zh": "{}企业", "ru": "предприятие ({})"}
_SOMEWHERE = {"ko": "어느 업체", "en": "a firm", "zh": "某企业", "ru": "одно предприятие"}
_WITHHELD = {"zh": "国名不公开", "ru": "страна не называется"}
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_AGE = re.compile(r"(?<!\d)(\d{1,2})\s?(?:살|세|岁|歲|лет|года?|years?)")


def base(language: str) -> str:
    """The language a rung is written in: one of four, English for any other."""
    primary = language.casefold()[:2]
    return primary if primary in _LANGUAGES else "en"


def ladder(
    kind: str,
    quote: str,
    language: str,
    *,
    gazetteer: Gazetteer,
    vocabulary: Vocabulary,
    sectors: Iterable[str] = (),
    places: Iterable[str] = (),
) -> tuple[str, ...]:
    """What may stand instead of `quote`, finest first; empty when nothing is known about it.

    `sectors`, `places`: ids that the record gives for its employers and their places.
    """
    lang = base(language)
    if kind in ("EXACT_DATE", "BIRTH_DATE"):
        rungs = _of_date(quote, lang, birth=kind == "BIRTH_DATE")
    elif kind in ("WORKPLACE", "UNIT"):
        rungs = _of_firm(lang, sectors, places, vocabulary, gazetteer)
    elif kind in ("SMALL_PLACE", "ADDRESS"):
        rungs = _of_place(quote, lang, gazetteer)
    else:
        rungs = _of_age(quote, lang) or _of_place(quote, lang, gazetteer)
    return tuple(dict.fromkeys(rung for rung in rungs if rung and rung != quote))


def _of_place(quote: str, lang: str, gazetteer: Gazetteer) -> list[str]:
    found = gazetteer.find(quote)
    if not found:
        return []
    above = [gazetteer.label(step, lang) for step in gazetteer.ancestors(found[-1].id)[1:]]
    return [*above, _WITHHELD[lang]] if lang in _WITHHELD else place_steps(above, lang)


def _of_firm(
    lang: str, sectors: Iterable[str], places: Iterable[str], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> list[str]:
    named = [vocabulary.label(sector, lang) for sector in sectors if sector and vocabulary.find(sector)]
    rungs = [_FIRM[lang].format(name) for name in named]
    for place in places:
        if place in gazetteer.places:
            province = gazetteer.label(gazetteer.at_most(place, "province").id, lang)
            rungs.append(_FIRM[lang].format(province))
    return [*rungs, _SOMEWHERE[lang]]


def _of_date(quote: str, lang: str, *, birth: bool) -> list[str]:
    day = next(days.find(quote), None)
    said = _YEAR.search(quote)
    year = (day.year if day else None) or (int(said[1]) if said else None)
    month = day.month if day else None
    if birth:
        return [_decade(year, lang)] if year else []
    if lang in ("ko", "en") and year:
        return [*date_steps(quote, lang), _HIDDEN[lang]]
    rungs = []
    if month:
        rungs += [_month(year, month, lang), _season(year, month, lang)]
    if year:
        rungs += [_year(year, lang), _decade(year, lang)]
    return [*rungs, _HIDDEN[lang]]


def _month(year: int | None, month: int, lang: str) -> str:
    if lang == "ko":
        return f"{year}년 {month}월" if year else f"{month}월"
    if lang == "zh":
        return f"{year}年{month}月" if year else f"{month}月"
    name = (_EN if lang == "en" else _RU)[month - 1]
    return f"{name} {year}" if year else name


def _season(year: int | None, month: int, lang: str) -> str:
    season = _SEASONS[lang][month % 12 // 3]
    if not year:
        return season
    return {"ko": f"{year}년 {season}", "en": f"{season} {year}", "zh": f"{year}年{season}", "ru": f"{season} {year}"}[
        lang
    ]


def _year(year: int, lang: str) -> str:
    return {"ko": f"{year}년", "en": str(year), "zh": f"{year}年", "ru": f"{year} год"}[lang]


def _decade(year: int, lang: str) -> str:
    start = year // 10 * 10
    return {"ko": f"{start}년대", "en": f"the {start}s", "zh": f"{start}年代", "ru": f"{start}-е годы"}[lang]


def _of_age(quote: str, lang: str) -> list[str]:
    if lang in ("ko", "en"):
        return age_steps(quote, lang)
    found = _AGE.search(quote)
    if not found:
        return []
    start = int(found[1]) // 10 * 10
    return [{"zh": f"{start}多岁", "ru": f"{start}–{start + 9} лет"}[lang]]
