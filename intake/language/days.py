"""Day-precise dates as people write and say them, in Korean, English, Chinese and Russian.

Only a day counts here: a month or a year alone is not found. A date is read into (year, month, day); the year is None when
it is not said. 주체 years count from 1912 (주체 1). Spoken Korean days (초사흗날, 스무사흗날) may come without a month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.language import scripts


@dataclass(frozen=True, slots=True)
class Day:
    """A date found in a text: its span in code points and what it says. `month` is None for a bare spoken day."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int


_KO_TENS = {"열": 10, "스무": 20, "스물": 20}
_KO_NATIVE = {
    "하루": 1, "하룻": 1, "이틀": 2, "이튿": 2, "사흘": 3, "사흗": 3, "나흘": 4, "나흗": 4, "닷새": 5, "닷샛": 5, "엿새": 6, "엿샛": 6,
    "이레": 7, "이렛": 7, "여드레": 8, "여드렛": 8, "아흐레": 9, "아흐렛": 9, "열흘": 10, "열": 10, "보름": 15, "스무": 20, "그믐": 30,
}  # fmt: skip
_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9}
_HAN_DIGITS = {
    c: n for n, cs in enumerate(("〇零○Ｏ", "一壹", "二两", "三", "四", "五", "六", "七", "八", "九")) for c in cs
}
_EN_MONTHS = "january february march april may june july august september october november december".split()
_RU_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
_EN_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
_EN_DAYS = {word: i for i, word in enumerate(_EN_UNITS, 1)} | {
    f"{tens}{joint}{word}": base + i
    for tens, base in (("twenty", 20), ("thirty", 30))
    for joint in ("-", " ")
    for i, word in enumerate(_EN_UNITS[:9], 1)
}
_EN_DAYS["thirtieth"] = 30
_RU_UNITS = {
    "перв": 1, "втор": 2, "треть": 3, "четв[её]рт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9, "десят": 10,
    "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17,
    "восемнадцат": 18, "девятнадцат": 19,
}  # fmt: skip
_RU_TAIL = r"(?:ого|его|ому|ему|ое|ье|ьего|ьему|ым|ом)"

_YEAR = (
    r"(?P<y>(?<!\d)(?:19|20)\d\d|(?<!\d)\d\d(?=\s?년)|주체\s?\(?\d{1,3}\)?(?:\s?\(\s?(?:19|20)?\d\d\s?\))?|['’]\d\d)"
)
_KO_SINO = r"[일이삼사오육륙칠팔구십]{1,4}"
_KO_DAYWORD = r"(?:초)?(?:열|스무)?(?:하룻|이튿|사흗|나흗|닷샛|엿샛|이렛|여드렛|아흐렛|하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레)|초?열흘|열|보름|스무|그믐"
_PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 2019년 3월 14일, 주체108(2019)년 3월 14일, 3월 14일, 1987년 03-12
        (
            rf"(?:{_YEAR}\s?년도?\s{{0,2}},?\s?|(?:그?\s?이듬해|다음\s?해|그해|같은\s?해|작년|지난해|재작년|올해)\s)?(?<!\d)(?P<m>\d{{1,2}})"
            rf"\s?월\s{{0,2}}(?P<d>\d{{1,2}})\s?일"
        ),
        r"(?P<y>(?:19|20)\d\d)\s?년\s?(?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)",
        rf"(?:{_YEAR}\s?년\s?)?(?<!\d)(?P<m>\d{{1,2}})\s?월\s?(?P<kw>{_KO_DAYWORD})날?(?![가-힣]?살)",
        (
            rf"(?:(?P<ky>[이천공일구팔칠육륙오사삼십백]{{3,9}})\s?년\s?)?(?<![가-힣])(?P<km>{_KO_SINO}|유|시)\s?월\s?"
            rf"(?:(?P<kd>{_KO_SINO})\s?일(?![가-힣]{{0,1}}간)|(?P<kw>{_KO_DAYWORD})날?)"
        ),
        rf"(?:(?:이듬해|다음\s?해|그\s?해|그해)\s)?(?P<lm>정월|동[짓지]달|섣달)\s?(?:(?P<kw>{_KO_DAYWORD})날?|(?P<d>\d{{1,2}})\s?일)",
        r"(?<![가-힣])(?P<kw>(?:초|열|스무)(?:하룻|이튿|사흗|나흗|닷샛|엿샛|이렛|여드렛|아흐렛)날|(?:초열흘|보름|그믐)날)",
        # 2019-03-14, 2019.3.14., 2019/3/14, 20190314 is a number and not read
        r"(?<![\d.\-/])(?P<y>(?:19|20)\d\d)\s?[-./．]\s?(?P<m>\d{1,2})\s?[-./．]\s?(?P<d>\d{1,2})(?!\d)(?:(?<=\.\s\d)\.|(?<=\.\s\d\d)\.)?",
        r"(?<![\d.\-/])(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>(?:19|20)\d\d)(?!\d)",
        r"(?<![\d.\-/])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d\d)(?!\d|\.\d)",
        # 14 March 2019, the 14th of March, March 14(th), 2019, twenty-second of December
        (
            rf"(?<![\w])(?:the\s)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s(?P<em>{'|'.join(_EN_MONTHS)}|"
            rf"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
            r"(?:,?\s(?P<y>(?:19|20)\d\d))?(?!\w)"
        ),
        (
            rf"(?<![\w])(?P<em>{'|'.join(_EN_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
            rf"\s(?:the\s)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
            r"(?:,?\s(?P<y>(?:19|20)\d\d))?(?!\w)"
        ),
        (
            rf"(?<![\w])(?:the\s)?(?P<ed>{'|'.join(sorted(_EN_DAYS, key=len, reverse=True))})(?:\sof)"
            rf"?\s(?P<em>{'|'.join(_EN_MONTHS)})(?:,?\s(?P<y>(?:19|20)\d\d))?(?!\w)"
        ),
        (
            rf"(?<![\w])(?P<em>{'|'.join(_EN_MONTHS)})\s(?:the\s)"
            rf"?(?P<ed>{'|'.join(sorted(_EN_DAYS, key=len, reverse=True))})(?:,?\s(?P<y>(?:19|20)\d\d))"
            rf"?(?!\w)"
        ),
        # 2019年3月14日, 3月14号, 二〇一九年三月十四日, 三月十四号
        r"(?:(?P<y>(?:19|20)\d\d)\s?年\s?)?(?<!\d)(?P<m>\d{1,2})\s?月的?\s?(?P<d>\d{1,2})\s?(?:日|号|號)",
        (
            r"(?:(?P<hy>[〇零○一二三四五六七八九]{4}|[〇零○一二三四五六七八九]{2})\s?年\s?)?(?P<hm>[一二三四五六七八九十]{1,2}|元|正)月的?(?:(?P<hd>[一二三四五六七八九十廿卅]{1,3})"
            r"(?:日|号|號)|初(?P<hc>[一二三四五六七八九十]))"
        ),
        # 14 марта 2019 года, 9 февраля двадцатого года, Семнадцатого декабря
        (
            rf"(?<![\w])(?P<d>\d{{1,2}})(?:-го|-е)?\s(?P<rm>{'|'.join(_RU_MONTHS)})(?:,?\s(?P<y>(?:19|20)\d\d)"
            rf"(?:-го(?:\sгода)?|\s?(?:года|год|г\.))?|\s(?P<ry>(?:две\sтысячи\s)?[а-яё]+(?:\s[а-яё]+)?)\sгода)?(?!\w)"
        ),
        (
            rf"(?<![\w])(?P<rd>(?:(?:двадцать|тридцать)\s)?(?:{'|'.join(_RU_UNITS)}){_RU_TAIL}|"
            rf"двадцат{_RU_TAIL}|тридцат{_RU_TAIL})\s(?P<rm>{'|'.join(_RU_MONTHS)})"
            r"(?:,?\s(?P<y>(?:19|20)\d\d)(?:-го(?:\sгода)?|\s?(?:года|год|г\.))?|\s(?P<ry>(?:две\sтысячи\s)"
            r"?[а-яё]+(?:\s[а-яё]+)?)\sгода)?(?!\w)"
        ),
    )
)


def _script(pattern: str) -> str:
    """The script a pattern cannot match without: that of the words for month and day in it."""
    for script, signs in (("ko", "월년날"), ("zh", "月"), ("ru", "января"), ("en", "january")):
        if any(sign in pattern for sign in (signs if script == "ko" else (signs,))):
            return script
    return "any"


_WRITTEN = tuple((_script(pattern.pattern), pattern) for pattern in _PATTERNS)


def find(text: str) -> Iterator[Day]:
    """Every day-precise date in the text, longest first where two begin together; spans never overlap."""
    written = scripts.present(text)
    found = [
        day
        for script, pattern in _WRITTEN
        if script in written
        for match in pattern.finditer(text)
        if (day := _read(match))
    ]
    found.sort(key=lambda each: (each.start, -each.end))
    reached = 0
    for each in found:
        if each.start >= reached:
            reached = each.end
            yield each


def _read(match: re.Match[str]) -> Day | None:
    said = {name: value for name, value in match.groupdict().items() if value}
    month, day = _month(said), _day(said)
    if day is None or not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None and "kw" not in said:
        return None
    return Day(match.start(), match.end(), _year(said), month, day)


def _month(said: dict[str, str]) -> int | None:
    if "m" in said:
        return int(said["m"])
    if "km" in said:
        return {"유": 6, "시": 10}.get(said["km"]) or sino(said["km"])
    if "lm" in said:
        return {"정월": 1, "동짓달": 11, "동지달": 11, "섣달": 12}[said["lm"]]
    if "hm" in said:
        return 1 if said["hm"] in "元正" else chinese(said["hm"])
    if "em" in said:
        return next((i for i, m in enumerate(_EN_MONTHS, 1) if m.startswith(said["em"].lower()[:3])), None)
    if "rm" in said:
        return _RU_MONTHS.index(said["rm"].lower()) + 1
    return None


def _day(said: dict[str, str]) -> int | None:
    if "d" in said:
        return int(said["d"])
    if "kd" in said:
        return sino(said["kd"])
    if "kw" in said:
        return _spoken(said["kw"])
    if "ed" in said:
        return _EN_DAYS.get(said["ed"].lower())
    if "hd" in said or "hc" in said:
        return chinese(said.get("hd") or said["hc"])
    if "rd" in said:
        return _russian(said["rd"].lower())
    return None


def _year(said: dict[str, str]) -> int | None:
    if "y" in said:
        digits = re.findall(r"\d+", said["y"])
        if said["y"].startswith("주체"):
            return int(digits[0]) + 1911
        number = int(digits[0])
        return number if number > 99 else number + (1900 if number > 40 else 2000)
    if "hy" in said:
        number = int("".join(str(_HAN_DIGITS[c]) for c in said["hy"]))
        return number if number > 99 else number + (1900 if number > 40 else 2000)
    if "ky" in said:
        return _korean_year(said["ky"])
    if "ry" in said:
        # двадцатого года is 2020: within a testimony a bare ordinal means this century
        number = _russian(said["ry"].lower().replace("две тысячи ", "")) or 0
        return 2000 + number if number else None
    return None


def sino(word: str) -> int | None:
    """A number up to 99 in Sino-Korean words (십사, 이십삼)."""
    if "십" not in word:
        return _SINO.get(word) if len(word) == 1 else None
    tens, _, units = word.partition("십")
    if (tens and tens not in _SINO) or (units and units not in _SINO):
        return None
    return _SINO.get(tens, 1) * 10 + _SINO.get(units, 0)


def _korean_year(word: str) -> int | None:
    match = re.fullmatch(r"(이)?천(?:(구)백)?(.*)", word)
    if not match:
        return None
    rest = sino(match[3]) if match[3] else 0
    return None if rest is None else (2000 if match[1] else 1000) + (900 if match[2] else 0) + rest


def chinese(word: str) -> int | None:
    """A number up to 99 in Chinese characters (十四, 廿三)."""
    word = word.replace("廿", "二十").replace("卅", "三十")
    if "十" not in word:
        return _HAN_DIGITS.get(word) if len(word) == 1 else None
    tens, _, units = word.partition("十")
    if (tens and tens not in _HAN_DIGITS) or (units and units not in _HAN_DIGITS):
        return None
    return _HAN_DIGITS.get(tens, 1) * 10 + _HAN_DIGITS.get(units, 0)


def _spoken(word: str) -> int | None:
    word = word.removesuffix("날").removeprefix("초")
    if word in _KO_NATIVE:
        return _KO_NATIVE[word]
    for tens, base in _KO_TENS.items():
        if word.startswith(tens) and word[len(tens) :] in _KO_NATIVE:
            return base + _KO_NATIVE[word[len(tens) :]]
    return None


def _russian(words: str) -> int | None:
    total = 0
    for word in words.split():
        if word in ("двадцать", "тридцать") or re.match(r"(?:двад|трид)цат(?!ь$)", word):
            total += 20 if word.startswith("два") else 30
        else:
            unit = next((n for stem, n in _RU_UNITS.items() if re.fullmatch(stem + _RU_TAIL, word)), None)
            if unit is None:
                return None
            total += unit
    return total or None
