"""Search tokens: what a text is found by.

Korean and Chinese write no reliable word boundaries, so runs of Hangul and of Han characters become
overlapping pairs of syllables (기숙사 → 기숙, 숙사); Latin and Cyrillic words become Snowball stems; digits
stay. Everything is folded first, so both Korean orthographies, both Chinese scripts and every width and case
meet. Documents and queries go through the same functions: `terms` for a document, `phrase` for what somebody
typed.
"""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer

from intake.language.normalise import fold

_HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = "a-z\u00c0-\u024f\u1e00-\u1eff"
_CYRILLIC = "\u0400-\u052f"
_RUN = re.compile(
    f"[{_HANGUL}]+|[{_HAN}]+|[{_LATIN}]+(?:'[{_LATIN}]+)*|[{_CYRILLIC}]+|[0-9]+"
    f"|[^\\W\\d_{_HANGUL}{_HAN}{_LATIN}{_CYRILLIC}]+|[^\\W0-9_a-z{_HANGUL}{_HAN}{_LATIN}{_CYRILLIC}]"
)
_PAIRED = re.compile(f"[{_HANGUL}{_HAN}]")
_STEMMED_LATIN = re.compile(f"[{_LATIN}]")
_STEMMED_CYRILLIC = re.compile(f"[{_CYRILLIC}]")

# 사증 is the northern and the older word for 비자. Not inside 검사증, 수사증거: only where a word for the
# kind of visa, or nothing, stands before it.
_KINDS = "노동|방문|관광|입국|출국|취업|단기|복수|학생|여행|체류|통과|유학|연수"
_SYNONYM = re.compile(f"(?:^|(?<=무)|(?<={_KINDS}))사증(?!거|명)")

# Particles and copulas a person may type after a noun; dropping the last one widens the search, never
# narrows it.
_PARTICLE = re.compile(
    "(?<=[가-힣]{2})(?:으로부터|에게서|이라고|이라는|에서는|으로는|까지는"
    "|에게|에서|으로|까지|부터|처럼|보다|마다|이나|이라|라고|라는"
    "|을|를|은|는|이|가|에|의|와|과|도|만|로)$"
)

_english = Stemmer.Stemmer("english")
_russian = Stemmer.Stemmer("russian")
_MOST_REMEMBERED = 200_000


def terms(text: str) -> list[str]:
    """Return the search tokens of a document, in order, with repetitions (positions matter to phrase
    queries)."""
    found: list[str] = []
    for run in _RUN.findall(fold(text)):
        found.extend(_cut(run))
    return found


def phrase(text: str) -> list[str]:
    """Return the tokens of a word or phrase as typed into a search box, in order.

    The same as `terms`, except that a particle at the very end (기숙사에서) is dropped: the searcher means
    the noun.
    """
    folded = fold(text).rstrip()
    return terms(_PARTICLE.sub("", folded))


@lru_cache(maxsize=_MOST_REMEMBERED)
def _cut(run: str) -> tuple[str, ...]:
    if _PAIRED.match(run):
        run = _SYNONYM.sub("비자", run)
        return (run,) if len(run) == 1 else tuple(run[i : i + 2] for i in range(len(run) - 1))
    if _STEMMED_LATIN.match(run):
        return (_english.stemWord(run),)
    if _STEMMED_CYRILLIC.match(run):
        return (_russian.stemWord(run),)
    return (run,)
