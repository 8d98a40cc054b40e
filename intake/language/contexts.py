"""Whether what looks like a name or number is one, judged by what stands before and after it.

`judge` looks at one occurrence of one variant and answers NO, MAYBE (a person should look) or SURE, with the span it really
covers: a declined Russian name grows to the end of its word, a given name takes in the surname beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.language import commonwords, titles
from intake.language.shapes import Variant
from intake.language.skeletons import Bones

NO, MAYBE, SURE = 0, 1, 2


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


PARTICLE = (
    "(?:이라고|이라구|이라는|이라던|이라며|이란|이라|라고|라구|라는|라던|라며|란|이더러|더러|이보고|보고|마저|조차|이까지|이던|이든|이두|두|이요|요|"
    "이오|이지|이구요|이구|고요|구요|이올시다|올시다|임다|같은|하구|한테다|이야말로|야말로|이라니까|라니까|이라니|라니|이라면|라면|이라서|라서|인|쯤|마다|답게|만큼|이기|치고|으로서|로서|대로|같이|보담|래|레|께는|을랑|일랑|"
    "이하고|하고|한테서|한테|에게서|에게|께서|께|이랑|랑|이네|네|"
    "입니다|이였|이었|였|인데|인지|인가|이고|이며|이나|이도|이와|이의|이만|이가|이는|이를|가|이|는|은|를|을|도|와|과|의|만|나|야|아|여|로|으로|"
    "에서는|에서도|에서|에는|에도|에|까지|부터|보다|처럼|밖에|뿐|들)"
)
TITLE_AFTER = re.compile(
    rf"\s?(?:{_any(titles.KOREAN_TITLES + titles.KOREAN_KIN)})(?:님|들)?(?:{PARTICLE}){{0,2}}(?![가-힣])"
)
AFTER = re.compile(
    rf"(?:{PARTICLE}){{0,3}}(?![가-힣])|이?(?:었|였|입니|겠|거든|니까|에요|예요|신데|시고|셨|지요|죠|다(?![가-힣])|란다|래요|라\s|더[라니군])"
)
STRONG_AFTER = re.compile(
    r"(?:[아야](?=[,!?.…\s\"'”’」]|$)|이(?:가|는|를|도|네|의|한테|하고|와|에게|랑|만|더러)(?![가-힣]{2})|이?라(?:고|는|던)|이?란(?![가-힣])|"
    r"이[,\s\"”!](?=|)|[\"”'’」])"
)
KIN_BEFORE = re.compile(rf"(?<![가-힣])(?:[가-힣]{{0,3}}\s?)?(?:{_any(titles.KOREAN_KIN)})(?:인|의)?[\s,:(]*$")
TITLE_BEFORE = re.compile(rf"(?:{_any(titles.KOREAN_TITLES)})(?:인|의)?[\s,:(]{{1,3}}$")
QUOTED_BEFORE = re.compile(r"[\"“'‘「『(]$")
_GLUED = re.compile(rf"(?:{_any(titles.KOREAN_TITLES + titles.KOREAN_KIN)}|[우저내네]리?)$")
_RU_ENDING = re.compile(
    r"(?:ого|ому|ыми|ами|ям|ях|ах|ам|ов|ев|ым|ой|ою|ею|ей|ем|ём|ом|ых|их|а|у|е|ы|и|ю|я|ь|й)?(?![А-Яа-яЁё])"
)
_GAP = re.compile(r"[.!?。！？;:\"“”()\[\]]|,\s|\n\s*\n")
_NUMBER_BEFORE = re.compile(
    r"(?:번호|수번|호수|number|no\.?|nr\.?|№|#|номер\w*|编号|編號|工号|工號|号码|學號|学号)[\s:은는이가]*[\"'«“]?$",
    re.IGNORECASE,
)
_LATIN_TITLE = re.compile(rf"(?:{_any(titles.ENGLISH_TITLES)})\.?\s$|(?:{_any(titles.ENGLISH_NICKS)})\s$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]\s*[\"'“”’)]*\s*|\n\s*|^\s*[\"'“]|[\"“]\s*)$")


# A syllable that is a digit itself: the number goes on there.
_SPOKEN = frozenset("공영일이삼사오육륙칠팔구〇零幺一二三四五六七八九")


def is_hangul(char: str) -> bool:
    """A whole Hangul syllable."""
    return "가" <= char <= "힣"


def judge(bones: Bones, first: int, last: int, variant: Variant) -> tuple[int, int, int]:
    """(verdict, start, end) for the skeleton letters first to last; the span in code points of `bones.text`."""
    start, end = bones.span(first, last)
    text = bones.text
    if last < len(bones.offsets) and bones.offsets[last] == bones.offsets[last - 1]:
        return NO, start, end
    beside = _beside(bones, first, last, variant.beside)
    if beside:
        start, end = beside
    head = text[start]
    if variant.rule == "number.spoken":
        more = text[start - 1 : start] in _SPOKEN or text[end : end + 1] in _SPOKEN
        return (NO if more else SURE), start, end
    if variant.part == "date" and not variant.sure:
        return (NO if text[start - 1 : start].isdigit() or text[end : end + 1].isdigit() else MAYBE), start, end
    if is_hangul(head) or 0x3130 <= ord(head) <= 0x318F:
        verdict = _hangul(text, start, end, variant, bool(beside))
    elif "\u3400" <= head <= "\u9fff":
        verdict = _han(text, start, end, variant)
    elif head.isdigit() or (head in "+(" and variant.part == "number"):
        verdict = _digits(text, start, end, variant)
    elif "\u0400" <= head <= "\u052f":
        verdict, end = _cyrillic(text, start, end, variant)
    else:
        verdict = _latin(text, start, end, variant, bool(beside))
    if start and (
        (text[start - 1] == "@" and variant.rule in ("handle", "same")) or (text[start - 1] in "+(" and head.isdigit())
    ):
        start -= 1
    return verdict, start, end


def _beside(bones: Bones, first: int, last: int, spellings: tuple[str, ...]) -> tuple[int, int] | None:
    """The span with a surname that stands directly before or (in an alphabet) after, when there is one."""
    letters = bones.letters
    for spelling in spellings:
        size = len(spelling)
        at = first - size
        if at >= 0 and letters.startswith(spelling, at) and (at == 0 or bones.offsets[at - 1] != bones.offsets[at]):
            start, end = bones.span(at, last)
            gap = bones.text[bones.offsets[first - 1] + 1 : bones.offsets[first]]
            if len(gap) < 4 and not _inside_word(bones.text, start) and "\n" not in gap:
                return start, end
        if (
            spelling.isalpha()
            and not is_hangul(bones.text[bones.offsets[first]])
            and letters.startswith(spelling, last)
        ):
            start, end = bones.span(first, last + size)
            if not _continues(bones.text, end) and end - bones.offsets[last] <= size + 2:
                return start, end
    return None


def _inside_word(text: str, start: int) -> bool:
    return (
        start > 0
        and text[start].isalpha()
        and text[start - 1].isalpha()
        and _script(text[start]) == _script(text[start - 1])
    )


def _continues(text: str, end: int) -> bool:
    return end < len(text) and text[end].isalpha() and _script(text[end]) == _script(text[end - 1])


def _script(char: str) -> int:
    code = ord(char)
    return 0 if code < 0x370 else 1 if code < 0x400 else 2 if code < 0x530 else 3 if 0xAC00 <= code <= 0xD7A3 else 4


# 별이가, 철이한테: the name-forming 이 before a particle; after 이도, 이만, 이라고 a word of one syllable needs more.
_SINGLE_SURE = re.compile(
    r"이(?:가|는|를|한테|에게|하고|더러|보고|와)(?![가-힣]{2})|아[,!?.…~]|이[,!]|이\s(?:언니|오빠|누나|형|엄마|아빠)"
)
_SINGLE_MAYBE = re.compile(
    rf"이?(?:{PARTICLE}){{1,2}}(?![가-힣])|이?(?:었|였|입니|에요|예요|지요|죠|다(?![가-힣]))|[,.!?)”’'\"]"
)


# Given names of one syllable that are much oftener a word of their own (힘든 일이라고).
_EVERYDAY = frozenset(
    "일 말 수 길 산 강 물 돈 병 방 집 밤 낮 눈 비 달 손 발 배 문 성 정 곳 것 때 점 법 뿐 적 줄 중 복 금 은".split()
)


def _single(text: str, start: int, end: int) -> int:
    """A given name of one syllable, which is mostly a word or an ending too."""
    if is_hangul(text[start - 1 : start] or " ") or not (_SINGLE_MAYBE.match(text, end) or text[end : end + 1] == " "):
        return NO
    window = max(0, start - 16)
    if _SINGLE_SURE.match(text, end):
        return SURE
    near = KIN_BEFORE.search(text, window, start) or QUOTED_BEFORE.search(text, window, start)
    titled = text[start:end] not in _EVERYDAY and (
        TITLE_AFTER.match(text, end) or re.match(r"이?라[고구는]|이?란", text[end : end + 3])
    )
    return SURE if (near and _SINGLE_MAYBE.match(text, end)) or titled else NO


def _hangul(text: str, start: int, end: int, variant: Variant, named: bool) -> int:
    if variant.part == "single" and not named:
        return _single(text, start, end)
    syllables = sum(map(is_hangul, text[start:end])) or 9
    spaced = end - start > syllables
    if spaced and (
        (variant.part != "full" and _GAP.search(text[start:end])) or (syllables < 3 and _inside_word(text, start))
    ):
        return NO
    after = bool(AFTER.match(text, end) or TITLE_AFTER.match(text, end))
    inside = _inside_word(text, start) and not _GLUED.search(text, max(0, start - 6), start)
    if inside:
        return MAYBE if syllables >= 4 or (syllables == 3 and variant.part == "full" and after) else NO
    if variant.part in ("titled", "surname"):
        return _titled(text, start, end)
    if variant.part in ("initials", "masked"):
        return MAYBE
    if named or (variant.part == "full" and syllables >= 3):
        return SURE if after or syllables >= 4 else MAYBE
    if not after or (spaced and variant.part != "full" and not strong_context(text, start, end)):
        return NO
    everyday = text[start:end] in commonwords.KOREAN and not strong_context(text, start, end)
    return MAYBE if everyday else SURE


_GA_AFTER = re.compile(r"(?:가|는|를|놈|새끼|네|한테|하고|도|의)(?![가-힣])|\s이\s|,")


def _titled(text: str, start: int, end: int) -> int:
    if not AFTER.match(text, end):
        return NO
    word = text[start:end]
    if word.endswith("가") and len(word) == 2:
        # 조가, 방가: a surname by 가 only where a further particle or a name-like place says so
        follows = _GA_AFTER.match(text, end)
        return SURE if follows or QUOTED_BEFORE.search(text, max(0, start - 2), start) else MAYBE
    return SURE


def strong_context(text: str, start: int, end: int) -> bool:
    """Whether the words around say that this is a person: an address, a title, a relative, an introduction, quotes."""
    window = max(0, start - 16)
    return bool(
        STRONG_AFTER.match(text, end)
        or TITLE_AFTER.match(text, end)
        or KIN_BEFORE.search(text, window, start)
        or TITLE_BEFORE.search(text, window, start)
        or QUOTED_BEFORE.search(text, window, start)
    )


def _han(text: str, start: int, end: int, variant: Variant) -> int:
    if _GAP.search(text[start:end]):
        return NO
    if variant.part in ("masked", "initials"):
        return MAYBE
    return MAYBE if text[start:end] in commonwords.CHINESE_NOT_NAMES else SURE


def _digits(text: str, start: int, end: int, variant: Variant) -> int:
    if text[start - 1 : start].isdigit() or text[end : end + 1].isdigit():
        return NO
    if variant.part == "number" and not variant.sure:
        return SURE if _NUMBER_BEFORE.search(text, max(0, start - 16), start) else MAYBE if end - start >= 4 else NO
    return SURE


def _cyrillic(text: str, start: int, end: int, variant: Variant) -> tuple[int, int]:
    if _inside_word(text, start) or _GAP.search(text[start:end]):
        return NO, end
    match = _RU_ENDING.match(text, end)
    if not match:
        return NO, end
    if not text[start].isupper():
        # A surname of three letters is an everyday word in every second sentence: нам, дню, ли.
        words = len(text[start:end].split())
        return (NO if variant.part != "full" or end - start < 4 else SURE if words > 1 else MAYBE), match.end()
    return (MAYBE if variant.part == "initials" else SURE), match.end()


def _latin(text: str, start: int, end: int, variant: Variant, named: bool) -> int:
    if _inside_word(text, start) or _continues(text, end):
        return NO
    found = text[start:end]
    words = [w for w in re.split(r"[^\w]+", found) if w]
    if variant.part in ("number", "date"):
        return SURE if variant.sure else MAYBE
    if variant.rule == "handle" or (variant.part == "full" and len(words) > 1) or named:
        return SURE
    capital = all(w[0].isupper() for w in words)
    if variant.part == "initials":
        return MAYBE if capital else NO
    if _GAP.search(found) or (len(words) > 1 and not capital and "-" not in found):
        return NO
    if not (words and (words[0][0].isupper() or words[0][0].isdigit())):
        return MAYBE if variant.part == "full" and len(found) >= 5 else NO
    return SURE if variant.part == "full" else _latin_part(text, start, found, variant.part == "surname")


def _latin_part(text: str, start: int, found: str, surname: bool) -> int:
    if _LATIN_TITLE.search(text, max(0, start - 20), start):
        return SURE
    if found.casefold() in commonwords.ENGLISH_NOT_NAMES:
        return NO if _SENTENCE_START.search(text, max(0, start - 6), start) else SURE if surname else MAYBE
    return SURE if len(found) >= 4 or not _SENTENCE_START.search(text, max(0, start - 6), start) else MAYBE
