"""Numbers said digit by digit (공일공에 공구삼이에 칠칠일사, 幺四零, oh-seven-seven): found and turned into digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KOREAN = {
    "공": "0", "영": "0", "령": "0", "일": "1", "이": "2", "삼": "3", "사": "4", "오": "5", "육": "6", "륙": "6", "칠": "7", "팔": "8",
    "구": "9", "하나": "1", "둘": "2", "셋": "3", "넷": "4", "다섯": "5", "여섯": "6", "일곱": "7", "여덟": "8", "아홉": "9",
}  # fmt: skip
_CHINESE = {"零": "0", "〇": "0", "洞": "0", "幺": "1", "一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6",
            "七": "7", "拐": "7", "八": "8", "九": "9"}  # fmt: skip
_ENGLISH = {"zero": "0", "oh": "0", "o": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
            "seven": "7", "eight": "8", "nine": "9"}  # fmt: skip
_RUSSIAN_ONES = dict(
    zip("ноль нуль один два три четыре пять шесть семь восемь девять".split(), "00123456789", strict=True)
)
_RUSSIAN_TEENS = {
    word: str(10 + i)
    for i, word in enumerate(
        "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать "
        "восемнадцать девятнадцать".split()
    )
}
_RUSSIAN_TENS = dict(
    zip("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(), "23456789", strict=True)
)
_RUSSIAN_HUNDREDS = dict(
    zip("сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split(), "123456789", strict=True)
)
RUSSIAN_NUMBERS = {**_RUSSIAN_ONES, **_RUSSIAN_TEENS, **_RUSSIAN_TENS, **_RUSSIAN_HUNDREDS}

_K = "다섯|여섯|일곱|여덟|아홉|하나|[공영령일이삼사오육륙칠팔구]|둘|셋|넷"
_E = "|".join(_ENGLISH)
_R = "|".join(sorted(RUSSIAN_NUMBERS, key=len, reverse=True))
_RUNS = (
    (
        re.compile(
            rf"(?<![가-힣])(?:{_K})(?:(?:에서|에|의|국에|다시)?[\s,.-]{{0,2}}(?:{_K})){{6,}}(?![가-힣]*[십백천만년월])"
        ),
        "ko",
    ),
    (
        re.compile(r"[零〇洞幺一二两三四五六七拐八九](?:[\s,，、-]{0,2}[零〇洞幺一二两三四五六七拐八九]){6,}(?![年])"),
        "zh",
    ),
    (
        re.compile(
            rf"(?<!\w)(?:(?:double|triple)\s)?(?:{_E})(?:[\s,-]{{1,3}}(?:(?:double|triple)\s)?(?:{_E})){{5,}}(?!\w)",
            re.IGNORECASE,
        ),
        "en",
    ),
    (re.compile(rf"(?<!\w)(?:{_R})(?:[\s,-]{{1,3}}(?:{_R})){{4,}}(?!\w)", re.IGNORECASE), "ru"),
)


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of at least seven digits said one by one (start, end, digits); Russian also by tens and hundreds."""
    for pattern, language in _RUNS:
        for match in pattern.finditer(text):
            digits = _digits(match[0].casefold(), language)
            if 7 <= len(digits) <= 20 and ("0" in digits or len(digits) > 8):
                yield match.start(), match.end(), digits


def _digits(run: str, language: str) -> str:
    if language == "ko":
        return "".join(_KOREAN[word] for word in re.findall(_K, run))
    if language == "zh":
        return "".join(_CHINESE.get(char, "") for char in run)
    if language == "en":
        return _english(re.findall(r"\w+", run))
    return _russian(re.findall(r"\w+", run))


def _english(words: list[str]) -> str:
    digits, times = "", 1
    for word in words:
        if word in ("double", "triple"):
            times = 2 if word == "double" else 3
        else:
            digits += _ENGLISH[word] * times
            times = 1
    return digits


def _russian(words: list[str]) -> str:
    """восемь девятьсот четырнадцать -> 8 914: a hundred takes in the ten and the unit that follow it."""
    digits = ""
    open_places = 0
    for word in words:
        if word in _RUSSIAN_HUNDREDS:
            digits += _RUSSIAN_HUNDREDS[word] + "00"
            open_places = 2
        elif word in _RUSSIAN_TENS:
            digits = digits[:-2] + _RUSSIAN_TENS[word] + "0" if open_places == 2 else digits + _RUSSIAN_TENS[word] + "0"
            open_places = 1
        elif word in _RUSSIAN_TEENS:
            digits = digits[:-2] + _RUSSIAN_TEENS[word] if open_places == 2 else digits + _RUSSIAN_TEENS[word]
            open_places = 0
        else:
            one = _RUSSIAN_ONES[word]
            digits = digits[:-1] + one if open_places and one != "0" else digits + one
            open_places = 0
    return digits
