"""What attackers of passwords try first: well-known words, runs on a keyboard or in an alphabet, repetition.

The lists are short on purpose. With fifteen characters as the floor, no list of leaked passwords says much;
what remains guessable is a few such words strung together, in English, in Korean, and in Korean typed with
the keyboard left in Latin.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

_WORDS: Final = """
password passphrase passcode passwd secret letmein welcome hello admin administrator root user guest login
logon signin master changeme change default test testing trustno monkey dragon shadow sunshine princess
football baseball superman batman starwars iloveyou loveyou love whatever freedom computer internet
security system network server database office winter spring summer autumn january february march april
june july august september october november december monday tuesday wednesday thursday friday saturday
sunday qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx 1q2w3e4r 1qaz2wsx abc123 123456 12345678
123456789 1234567890 0123456789 987654321 111111 000000 112233 123123 654321 696969 777777 intake
testimony interview interviewer reviewer coordinator witness human rights humanrights refugee defector
korea northkorea southkorea dprk pyongyang seoul hamgyong hamhung chongjin hoeryong hyesan sinuiju
kimilsung kimjongil kimjongun juche corea hangul 비밀번호 암호 패스워드 관리자 사용자 로그인 안녕하세요
안녕 사랑해 사랑해요 사랑합니다 감사합니다 대한민국 한국 북한 남한 조선 평양 서울 탈북 탈북자 탈북민
북한이탈주민 인권 증언 증언자 면담 김일성 김정일 김정은 통일 아리랑 함경북도 함경남도 양강도 평안북도
평안남도 청진 회령 혜산 신의주 함흥 가나다라 가나다 일이삼사 하나둘셋 qlalfqjsgh dkssudgktpdy dkssud
tkfkdgo tkfkdgody tkfkdgkqslek eogksalsrnr gksrnr qnrgks vuddid tjdnf rhksflwk password비밀번호
bimilbeonho saranghae saranghaeyo annyeong annyeonghaseyo daehanminguk
""".split()  # noqa: SIM905 (a list of quoted words would be unreadable)

_ROWS: Final = (
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "1q2w3e4r5t6y7u8i9o0p",
    "~!@#$%^&*()_+",
    "가나다라마바사아자차카타파하",
    "아야어여오요우유으이",
    "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ",
    "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ",
    "ㅋㅌㅊㅍㅠㅜㅡ",
    "일이삼사오육칠팔구십",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
)
_LEET: Final = str.maketrans("013457@$!|", "oieastasil")
_FEWEST_DISTINCT: Final = 5
_LEAST_OWN: Final = 8.0


def _fold(text: str) -> str:
    """Letters and digits only, without case and in one form."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _steps(row: str) -> set[tuple[str, str]]:
    row = unicodedata.normalize("NFKC", row)
    return {*pairwise(row), *pairwise(reversed(row))}


_NEIGHBOURS: Final = frozenset().union(*(_steps(row) for row in _ROWS))
_KNOWN: Final = frozenset(_fold(word) for word in _WORDS)


def repeats(password: str) -> bool:
    """Whether it is made of very few characters, or of one piece said again and again."""
    if len(set(password)) < _FEWEST_DISTINCT:
        return True
    half = len(password) // 2
    return any(all(a == b for a, b in zip(password, password[n:], strict=False)) for n in range(1, half + 1))


def runs(password: str) -> bool:
    """Whether most of it goes from key to neighbouring key, or letter to next letter."""
    pairs = list(pairwise(password.casefold()))
    along = sum(pair in _NEIGHBOURS for pair in pairs)
    return along * 2 > len(pairs)


def hardly_own(password: str, context: Iterable[str]) -> bool:
    """Whether little is left without well-known words and the words of `context` (names, organisation)."""
    words = _KNOWN | {_fold(word) for text in context for word in (text, *_split(text))}
    # Longest first, so that "saranghae" does not leave the "yo" of "saranghaeyo"; a single letter is no word.
    ordered = sorted((word for word in words if _weight(word) > 2), key=len, reverse=True)
    spellings = {_fold(password), _fold(password.translate(_LEET))}
    return any(_left_is_little(text, ordered) for text in spellings)


def _split(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()


def _left_is_little(text: str, words: list[str]) -> bool:
    left = text
    for word in words:
        left = left.replace(word, "")
    return left != text and _weight(left) < _LEAST_OWN


def _weight(text: str) -> float:
    """Roughly how much there is to guess: a syllable counts as two letters, a digit as half of one."""
    return sum(2.0 if "가" <= c <= "힣" or "一" <= c <= "鿿" else 0.5 if c.isdigit() else 1.0 for c in text)
