"""The shapes of a person's name: Korean in two orthographies and three scripts, Chinese, Russian, and others.

A name in the record is taken apart (`parse`, `parse_latin`, `han`) and spelled again in every way; `variants_people` makes of
that the shapes to look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from intake.language import romanise, surnames
from intake.language.normalise import nfc

HANGUL_WORD = re.compile(r"[가-힣]+")
_HAN_WORD = re.compile(r"[\u3400-\u9fff]{2,4}")
_LATIN_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_MOST = 96

_IEUNG_FROM_RIEUL = frozenset((2, 6, 7, 12, 17, 20))
_NIEUN_FROM_RIEUL = frozenset((0, 1, 8, 11, 13, 18))


@dataclass(frozen=True, slots=True)
class Korean:
    """A Korean name taken apart. `surname` is empty when only a given name is known."""

    surname: str
    given: str


def southern(syllable: str) -> str:
    """A syllable at the start of a word under the southern initial-sound rule (리 -> 이, 녀 -> 여, 로 -> 노)."""
    onset, vowel, coda = romanise.parts(syllable)
    if (onset == 5 and vowel in _IEUNG_FROM_RIEUL) or (onset == 2 and vowel in (6, 12, 17, 20)):
        onset = 11
    elif onset == 5 and vowel in _NIEUN_FROM_RIEUL:
        onset = 2
    return chr(0xAC00 + onset * 588 + vowel * 28 + coda)


@lru_cache(maxsize=2048)
def northern(syllable: str) -> tuple[str, ...]:
    """Syllables that the initial-sound rule turns into this one (이 -> 리, 여 -> 려 녀, 노 -> 로)."""
    onset, vowel, coda = romanise.parts(syllable)
    sources = (5, 2) if onset == 11 else (5,) if onset == 2 else ()
    candidates = (chr(0xAC00 + source * 588 + vowel * 28 + coda) for source in sources)
    return tuple(c for c in candidates if c != syllable and southern(c) == syllable)


def surname_forms(surname: str) -> tuple[str, ...]:
    """Both orthographies of a surname: 림 and 임, 리 and 이."""
    south = surnames.SOUTHERN.get(surname, surname)
    return tuple(dict.fromkeys((surname, south, surnames.NORTHERN.get(south, south))))


def given_forms(given: str) -> tuple[str, ...]:
    """A given name with each of its syllables in either orthography (련화 and 연화, 금녀 and 금여)."""
    choices = [tuple(dict.fromkeys((s, southern(s), *northern(s)))) for s in given if "가" <= s <= "힣"]
    return tuple("".join(each) for each in islice(product(*choices), 24))


def parse(name: str) -> Korean | None:
    """Take a name in Hangul apart, or None when it is not one. Spaces inside are allowed (`림 설경`)."""
    text = nfc(name).strip()
    letters = "".join(HANGUL_WORD.findall(text))
    if not 2 <= len(letters) <= 5 or re.search(r"[^가-힣\s·-]", text):
        return None
    if letters[:2] in surnames.TWO_SYLLABLES and len(letters) >= 3 and len(letters) != 3:
        return Korean(letters[:2], letters[2:])
    if (letters[0] in surnames.HANGUL and len(letters) >= 3) or (len(letters) == 2 and letters[0] in _STRONG):
        return Korean(letters[0], letters[1:])
    return Korean("", letters)


# A two-syllable word is surname and one-syllable name only when its first syllable is hardly ever a given one.
_STRONG = frozenset("김 박 최 곽 황 허 권 엄 변 탁 염 렴".split())


def parse_latin(name: str) -> tuple[tuple[str, ...], str] | None:
    """A romanised Korean name as (surnames it may stand for, given name in lower case without separators)."""
    tokens = _LATIN_TOKEN.findall(plain(name))
    if not 2 <= len(tokens) <= 3:
        return None
    for head, rest in ((tokens[0], tokens[1:]), (tokens[-1], tokens[:-1])):
        owners = latin_surnames(head)
        given = "".join(rest).casefold()
        if owners and len(given) >= 2 and syllables(given):
            return owners, given
    return None


def plain(text: str) -> str:
    """Latin text without the breve, the apostrophe of McCune-Reischauer and other marks."""
    stripped = re.sub(r"[\u0300-\u036f'’ʼ`]", "", _decompose(text))
    return nfc(stripped)


def _decompose(text: str) -> str:
    return "".join(_LATIN_MARKED.get(c, c) for c in text)


_LATIN_MARKED = dict(zip("ŏŭŎŬōūŌŪăĂěĚ", "ouOUouOUaAeE", strict=True))


@lru_cache(maxsize=1)
def _owners() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for surname, spellings in surnames.LATIN.items():
        for spelling in spellings:
            key = plain(spelling).casefold()
            found[key] = (*found.get(key, ()), surname)
    return found


def latin_surnames(word: str) -> tuple[str, ...]:
    """The Korean surnames a Latin word may be, southern spelling."""
    return _owners().get(plain(word).casefold(), ())


@lru_cache(maxsize=1)
def _sounds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    # Telling syllables first: of two that sound alike they are the likelier.
    for syllable in sorted(surnames.GIVEN_FIRST | surnames.GIVEN_SECOND, key=lambda s: (s not in surnames.TELLING, s)):
        for spelling in romanise.latin(syllable):
            found[spelling] = (*found.get(spelling, ()), syllable)
    return found


def is_syllable(word: str) -> bool:
    """Whether a Latin word spells one syllable of Korean given names."""
    return plain(word).casefold() in _sounds()


@lru_cache(maxsize=4096)
def syllables(given: str) -> tuple[tuple[str, ...], ...]:
    """Ways to cut a romanised given name into one or two Korean syllables, each as Latin spellings."""
    sounds = _sounds()
    ways: list[tuple[str, ...]] = [(given,)] if given in sounds else []
    ways += [(given[:i], given[i:]) for i in range(1, len(given)) if given[:i] in sounds and given[i:] in sounds]
    return tuple(ways)


def latin_givens(given: str) -> tuple[str, ...]:
    """Every romanisation of a given name in Hangul, lower case, without separators, the likeliest first."""
    spelt = [romanise.latin(s)[:6] for s in given]
    forms = ["".join(each) for each in islice(product(*spelt), _MOST)]
    return tuple(dict.fromkeys(forms))


def respell(given: str) -> tuple[str, ...]:
    """Other romanisations of a romanised given name, by way of the Hangul it may stand for."""
    found = [given]
    for way in syllables(given):
        spelt = [_spellings(piece) for piece in way]
        found += ["".join(each) for each in islice(product(*spelt), _MOST)]
    return tuple(dict.fromkeys(found))[:_MOST]


@lru_cache(maxsize=2048)
def _spellings(piece: str) -> tuple[str, ...]:
    owners = _sounds().get(piece, ())
    # The spelling's own syllables, two at most: further ones drift to other names.
    return tuple(dict.fromkeys((piece, *(s for owner in owners[:2] for s in romanise.latin(owner)[:4]))))


@lru_cache(maxsize=1)
def _cyrillic_sounds() -> frozenset[str]:
    known = surnames.GIVEN_FIRST | surnames.GIVEN_SECOND
    return frozenset(spelling for syllable in known for spelling in romanise.cyrillic(syllable))


def parse_cyrillic(name: str) -> tuple[str, str] | None:
    """A Korean name in Cyrillic letters as (surname, given name), or None when it is not one (Пак Гван Су)."""
    words = [word.casefold().replace("ё", "е") for word in _LATIN_TOKEN.findall(nfc(name))]
    if len(words) != 3:
        return None
    owners = {spelling.casefold() for each in surnames.CYRILLIC.values() for spelling in each}
    sounds = {sound.replace("ё", "е") for sound in _cyrillic_sounds()}
    if words[0] not in owners or not all(word in sounds for word in words[1:]):
        return None
    return words[0], "".join(words[1:])


def cyrillic_givens(given: str) -> tuple[str, ...]:
    """A given name in Hangul in Cyrillic letters, lower case, without separators."""
    spelt = [romanise.cyrillic(s)[:6] for s in given]
    return tuple(dict.fromkeys("".join(each) for each in islice(product(*spelt), 48)))


def latin_surname_forms(owners: Sequence[str]) -> tuple[str, ...]:
    """Latin spellings of surnames given in Hangul, lower case."""
    return tuple(dict.fromkeys(plain(s).casefold() for owner in owners for s in surnames.LATIN.get(owner, ())))


def han(name: str) -> str | None:
    """The name when it is written in Chinese characters (two to four), else None."""
    text = nfc(name).strip()
    return text if _HAN_WORD.fullmatch(text) else None


def tokens(name: str) -> Iterator[str]:
    """The words of a name in an alphabet, as written."""
    yield from _LATIN_TOKEN.findall(nfc(name))
