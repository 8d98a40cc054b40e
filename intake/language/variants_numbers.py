"""Shapes of numbers, handles and dates: formats at home and abroad, digits read out, other notations."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from intake.language import days
from intake.language.shapes import Variant
from intake.language.skeletons import letters_of

REGIONS = ("KR", "CN", "RU", "KP")


def digits_of(text: str) -> str:
    """The digits of a number, of any width or script."""
    return "".join(c for c in letters_of(text) if c.isdecimal())


def number(text: str, kind: str) -> Iterator[Variant]:
    """The digits alone; of a phone every way to dial it; of seven digits and more also read out."""
    digits = digits_of(text)
    if not digits:
        return
    yield Variant(digits, "number.digits", "number", len(digits) >= 6)
    if kind == "PHONE":
        for form in phone_forms(text):
            yield Variant(form, "phone.format", "number", True)
    if len(digits) >= 7:
        for form in dict.fromkeys((digits, *phone_forms(text)) if kind == "PHONE" else (digits,)):
            yield from (Variant(spoken, "number.spoken", "number", True) for spoken in spoken_digits(form))


def phone_forms(text: str) -> tuple[str, ...]:
    """The digits of a phone number as dialled at home and from abroad."""
    digits = digits_of(text)
    forms: list[str] = []
    explicit = text.strip().startswith(("+", "00"))
    for region in (None,) if explicit else REGIONS:
        try:
            number = phonenumbers.parse(text if explicit else digits, region)
        except phonenumbers.NumberParseException:
            continue
        if not explicit and not _plausible(digits, region):
            continue
        national = phonenumbers.national_significant_number(number)
        code = str(number.country_code)
        trunk = {"82": "0", "7": "8", "850": "0", "86": ""}.get(code, "0")
        forms += [trunk + national, code + national, f"00{code}{national}", f"{code}0{national}"]
        if len(national) >= 8:
            forms.append(national)
    return tuple(dict.fromkeys(forms))


def _plausible(digits: str, region: str | None) -> bool:
    starts = {"KR": ("0",), "CN": ("1", "0"), "RU": ("8", "7", "9"), "KP": ("0", "2", "19")}
    return digits.startswith(starts[region or "KR"])


_READINGS = (
    "공일이삼사오육칠팔구",
    "영일이삼사오륙칠팔구",
    "공하나둘셋넷",
    "〇一二三四五六七八九",
    "零幺二三四五六七八九",
)


def spoken_digits(digits: str) -> Iterator[str]:
    """Digits read out one by one, in Korean and Chinese; as one run of syllables."""
    for reading in _READINGS:
        if len(reading) == 10:
            yield "".join(reading[int(d)] for d in digits)


def handle(text: str) -> Iterator[Variant]:
    """The handles in a messenger entry, without the name of the service; a number there is also a phone."""
    for word in re.findall(r"@?[A-Za-z0-9][A-Za-z0-9._-]{3,}(?:@[\w.-]+)?|\+?\d[\d\s-]{6,}\d", text):
        if word.lower() not in SERVICES:
            yield Variant(word, "handle", "full", True)
            if re.fullmatch(r"\+?[\d\s-]+", word):
                yield from number(word, "PHONE")


SERVICES = frozenset(
    "kakaotalk kakao wechat weixin telegram telegramm whatsapp viber line signal skype facebook "
    "instagram messenger email mail".split()
)


def date(text: str) -> Iterator[Variant]:
    """A day in other notations; without its year it is for a look only."""
    day = next(iter(days.find(text)), None)
    if day is None or day.month is None:
        return
    month, number = day.month, day.day
    for short in _short_dates(month, number):
        yield Variant(short, "date.noyear", "date", False)
    if day.year:
        for long in _long_dates(day.year, month, number):
            yield Variant(long, "date.notation", "date", True)


_EN = "January February March April May June July August September October November December".split()
_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


def _short_dates(month: int, day: int) -> Iterator[str]:
    yield f"{month}월 {day}일"
    yield f"{month}月{day}日"
    yield f"{month}月{day}号"
    yield f"{day} {_EN[month - 1]}"
    yield f"{_EN[month - 1]} {day}"
    yield f"{day} {_RU[month - 1]}"


def _long_dates(year: int, month: int, day: int) -> Iterator[str]:
    yield f"{year}년 {month}월 {day}일"
    yield f"주체{year - 1911}({year})년 {month}월 {day}일"
    yield f"주체{year - 1911}년 {month}월 {day}일"
    yield f"{year}-{month:02d}-{day:02d}"
    yield f"{year}.{month}.{day}"
    yield f"{day:02d}.{month:02d}.{year}"
    yield f"{month:02d}/{day:02d}/{year}"
    yield f"{year % 100:02d}{month:02d}{day:02d}"
    yield f"{year}年{month}月{day}日"
    yield f"{year}年{month}月{day}号"
    yield f"{day} {_EN[month - 1]} {year}"
    yield f"{_EN[month - 1]} {day}, {year}"
    yield f"{day} {_RU[month - 1]} {year}"


# What a firm is, said after (or in English and Russian also before) its own name.
