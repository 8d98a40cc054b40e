"""Hangul syllables in Latin and Cyrillic letters, in the ways people really write names.

Revised Romanization (National Institute of Korean Language, 2000), McCune-Reischauer without its diacritics, the northern
manner, popular spellings, and Kontsevich's Cyrillic with its usual departures. Each function gives every spelling of one
syllable; whole names are put together in `names`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

_ONSETS = (
    "g k", "kk gg", "n", "d t", "tt dd", "r l n", "m", "b p", "pp bb", "s sh", "ss", "", "j ch", "jj tch", "ch", "k kh",
    "t th", "p ph", "h",
)  # fmt: skip
_VOWELS = (
    "a ah", "ae ai", "ya", "yae", "eo o u", "e", "yeo yo you yu", "ye", "o oh", "wa", "wae", "oe", "yo", "u oo", "wo",
    "we", "wi", "yu yoo", "eu u", "ui eui hi", "i ee",
)  # fmt: skip
_CODAS = (
    "", "k g", "k", "k", "n", "n", "n", "t d", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p b", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip
# Spellings no system gives but people use.
_POPULAR = {
     "우": "woo u wu", "의": "ui eui", "이": "i yi ee", "유": "yu yoo", "위": "wi wee", "옥": "ok ock oak",
    "영": "yong young yeong yung", "숙": "suk sook", "순": "sun soon", "준": "jun joon chun", "훈": "hun hoon", "주": "ju joo chu",
    "수": "su soo", "국": "kuk kook guk gook", "석": "sok seok suk", "철": "chol cheol chul", "성": "song seong sung",
    "정": "jong jeong jung chong chung", "경": "kyong gyeong kyung kyoung", "현": "hyon hyeon hyun", "혁": "hyok hyeok hyuk",
    "명": "myong myeong myung", "은": "un eun", "금": "kum geum keum", "승": "sung seung", "태": "tae thae", "덕": "tok deok dok duk",
    "희": "hui hee", "헌": "hon heon hun", "범": "pom beom bum", "별": "pyol byol byeol", "복": "pok bok", "봉": "pong bong",
}  # fmt: skip

_CYR_ONSETS = (
    "к г", "кк", "н", "т д", "тт", "р л н", "м", "п б", "пп", "с", "сс", "", "ч дж", "чч", "чх ч", "кх к", "тх т", "пх п",
    "х",
)  # fmt: skip
_CYR_VOWELS = (
    "а", "э е", "я", "йя", "о", "е э", "ё ё", "е", "о", "ва", "вэ", "ве", "ё", "у", "во", "ве", "ви", "ю", "ы", "ый и ы",
    "и",
)  # fmt: skip
_CYR_CODAS = (
    "", "к", "к", "к", "н", "н", "н", "т", "ль", "к", "м", "ль", "ль", "ль", "п", "ль", "м", "п", "п", "т", "т", "н", "т",
    "т", "к", "т", "п", "т",
)  # fmt: skip


def parts(syllable: str) -> tuple[int, int, int]:
    """Onset, vowel and coda numbers of one Hangul syllable."""
    code = ord(syllable) - 0xAC00
    return code // 588, code % 588 // 28, code % 28


@lru_cache(maxsize=4096)
def latin(syllable: str) -> tuple[str, ...]:
    """Every Latin spelling of one syllable, lower case, the likeliest first."""
    onset, vowel, coda = parts(syllable)
    built = _spell(_ONSETS[onset], _VOWELS[vowel], _CODAS[coda])
    if onset == 9:
        # sh is written before i and y-less wi only (shin, shim).
        built = tuple(s for s in built if not s.startswith("sh") or vowel in (16, 20))
    return tuple(dict.fromkeys((*_POPULAR.get(syllable, "").split(), *built)))


@lru_cache(maxsize=4096)
def cyrillic(syllable: str) -> tuple[str, ...]:
    """Every Cyrillic spelling of one syllable, lower case; ё is also met as е."""
    onset, vowel, coda = parts(syllable)
    built = _spell(_CYR_ONSETS[onset], _CYR_VOWELS[vowel], _CYR_CODAS[coda])
    return tuple(dict.fromkeys(form for s in built for form in (s, s.replace("ё", "е"))))


def _spell(onsets: str, vowels: str, codas: str) -> tuple[str, ...]:
    choices = (onsets.split() or [""], vowels.split(), codas.split() or [""])
    return tuple("".join(letters) for letters in product(*choices))
