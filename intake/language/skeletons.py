"""The bones of a text: what is left when everything is gone that can hide a string from a search.

Hangul becomes its letters one by one (so NFC, NFD, half-width and compatibility jamo meet), width, case and diacritics go,
look-alike letters of other alphabets become Latin, separators and invisible characters disappear, mask signs become `*`.
Each letter keeps the code-point offset it had, so what is found can be shown.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from intake.language.normalise import fold

_ONSETS: str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_CODAS: tuple[str, ...] = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_MASKS = frozenset("*＊●○◯◎■□▢▣◆◇△▲×✕✖※█▇▓▒░⬛⬜◾◽•∗⁎★☆")
# Signs that separate, and letters and symbols that show as nothing (Hangul fillers, the empty braille cell).
_NOTHING = frozenset("+~^`´¨<>|=$\u115f\u1160\u3164\uffa0\u2800")
_LOOKALIKES: dict[str, str] = {
    **dict(zip("аеорсухкмтнвіјѕһԁԛԝьѵӏ", "aeopcyxkmthbijshdqwbvl", strict=True)),
    **dict(zip("αορτυικχεηνγβμζ", "aoptuikxenvybmz", strict=True)),
    **dict(zip("ıłøđɑɡɩʟɴʀꞌ", "ilodagilnr'", strict=True)),
    "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
}  # fmt: skip
# Traditional and variant characters met in names -> simplified, beyond what `normalise.fold` joins.
_HAN: dict[str, str] = dict(
    zip(
        "鄭趙張韓吳權黃劉錢楊孫許盧魯車羅陳嚴閔龍陸馬葉蔣蘇魏賈鄧馮蕭謝鄒鍾鐘範萬龔湯賀賴顧錢潘傅譚薑蓮麗鳳蘭貞順實勳喜愛"
        "鎮鐵鉉鎬鐘錫錦銀濟澤淸靑眞瓊瑤瑩璟環國樑棟榮權賢賓讚輝曉慶慧應懷勝勇勵勛華萬葉強張彌齡齊齋龜興舉與豐豊覺觀視"
        "親計訓記許詠詩誠諒識譽變讓貴買賀贊趙躍軒載輔輪辯運達遠適遷選遼鄉醫鋒錄鋼錦鏡鐸鑫長門閏開閔關陽際隱雙雲電靈韻頌",
        "郑赵张韩吴权黄刘钱杨孙许卢鲁车罗陈严闵龙陆马叶蒋苏魏贾邓冯萧谢邹钟钟范万龚汤贺赖顾钱潘傅谭姜莲丽凤兰贞顺实勋喜爱"
        "镇铁铉镐钟锡锦银济泽清青真琼瑶莹璟环国梁栋荣权贤宾赞辉晓庆慧应怀胜勇励勋华万叶强张弥龄齐斋龟兴举与丰丰觉观视"
        "亲计训记许咏诗诚谅识誉变让贵买贺赞赵跃轩载辅轮辩运达远适迁选辽乡医锋录钢锦镜铎鑫长门闰开闵关阳际隐双云电灵韵颂",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Bones:
    """A text, its skeleton, and for each letter of the skeleton the code-point offset in the text."""

    text: str
    letters: str
    offsets: tuple[int, ...] | list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text under letters `start` to `end` (end not included), as code points."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        # What belongs to the last letter (a combining mark, the rest of a decomposed syllable) is part of the span.
        while last < len(self.text) and unicodedata.combining(self.text[last]):
            last += 1
        return first, last


_memo: dict[str, str] = {}


def _letters(char: str) -> str:
    found = _memo.get(char)
    if found is None:
        if len(_memo) > 60_000:
            _memo.clear()
        found = _memo[char] = _reduce(char)
    return found


def _reduce(char: str) -> str:
    code = ord(char)
    if 0xAC00 <= code <= 0xD7A3:
        return _jamo(code - 0xAC00)
    if 0x1100 <= code <= 0x1112:
        return _ONSETS[code - 0x1100]
    if 0x1161 <= code <= 0x1175:
        return _VOWELS[code - 0x1161]
    if 0x11A8 <= code <= 0x11C2:
        return _CODAS[code - 0x11A7]
    if char in _MASKS:
        return "*"
    if 0x3400 <= code <= 0x9FFF:
        return _HAN.get(char) or fold(char)
    return "".join(_letter(c) for c in unicodedata.normalize("NFKD", char))


def _letter(char: str) -> str:
    code = ord(char)
    if 0x1100 <= code <= 0x1112 or 0x1161 <= code <= 0x1175 or 0x11A8 <= code <= 0x11C2 or 0xAC00 <= code <= 0xD7A3:
        return _reduce(char)
    if unicodedata.category(char)[0] in "ZCPM" or char in _NOTHING:
        return ""
    if char.isdigit():
        return str(unicodedata.digit(char, 0))
    return "".join(_LOOKALIKES.get(c, c) for c in char.casefold())


def _jamo(index: int) -> str:
    return _ONSETS[index // 588] + _VOWELS[index % 588 // 28] + _CODAS[index % 28]


def bones(text: str) -> Bones:
    """The skeleton of a text with its offsets; linear in its length."""
    pieces: list[str] = []
    offsets: list[int] = []
    memo = _memo
    for position, char in enumerate(text):
        letters = memo.get(char)
        if letters is None:
            letters = _letters(char)
        if letters:
            pieces.append(letters)
            size = len(letters)
            if size == 1:
                offsets.append(position)
            else:
                offsets.extend((position,) * size)
    return Bones(text, "".join(pieces), offsets)


def letters_of(text: str) -> str:
    """The skeleton alone."""
    memo = _memo
    try:
        return "".join([memo[char] for char in text])
    except KeyError:
        return "".join([_letters(char) for char in text])


def skeleton(text: str) -> tuple[str, list[int]]:
    """The skeleton of a text, and for each of its letters the code-point offset in `text`."""
    found = bones(text)
    return found.letters, list(found.offsets)
