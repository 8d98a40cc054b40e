"""Where the words of a search stand in a text: the passages to show beside a result that was found by its words.

Runs through the same folding and tokens as the index, so that what was found there is found here, in any spelling. A
single Korean or Chinese syllable finds the words that begin with it, as the index does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from intake.language import tokens
from intake.language.normalise import fold_with_map

# Runs of one script, as the index cuts them; whatever else is a letter stands alone or with its like.
_RUN = re.compile(
    "[a-z\u00c0-\u024f]+(?:'[a-z\u00c0-\u024f]+)*|[\u0400-\u052f]+|[0-9]+"
    "|[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]+|[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
    "|[^\\W_]"
)
_HANGUL_OR_HAN = re.compile("[가-힣\u3400-\u9fff]")


class Token(NamedTuple):
    """A search token and where it stands in the folded text."""

    text: str
    start: int
    end: int


def passages(text: str, wanted: Iterable[Sequence[str]], *, most: int = 5) -> list[tuple[int, int]]:
    """Start and end (code points of `text`) of at most `most` places where one of the words or phrases stands.

    `wanted`: what to look for, each as its search tokens (`tokens.phrase` or `tokens.terms`). The places come in the
    order of the text, without overlaps; everything wanted finds a place of its own before anything finds a second one.
    """
    folded, offsets = fold_with_map(text)
    found = [_occurrences(_tokens(folded), one, most) for one in dict.fromkeys(map(tuple, wanted))]
    taken: list[tuple[int, int]] = []
    for turn in range(most):
        for places in found:
            if turn < len(places) and len(taken) < most and not any(_meet(places[turn], other) for other in taken):
                taken.append(places[turn])
    return [(offsets[start], _after(offsets, end, len(text))) for start, end in sorted(taken)]


def _after(offsets: Sequence[int], end: int, length: int) -> int:
    """The offset behind the character before `end`: an accent or an invisible sign after it belongs to it."""
    return offsets[end] if end < len(offsets) else length


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _tokens(folded: str) -> Iterator[Token]:
    for run in _RUN.finditer(folded):
        cut = tokens.terms(run[0])
        start, end = run.span()
        if len(cut) > 1 and len(cut) == len(run[0]) - 1:
            yield from (Token(one, start + place, start + place + 2) for place, one in enumerate(cut))
        else:
            yield from (Token(one, start, end) for one in cut)


def _occurrences(stream: Iterator[Token], wanted: Sequence[str], most: int) -> list[tuple[int, int]]:
    """Where the tokens stand one after the other. The window slides over the text once."""
    if not wanted:
        return []
    prefix = bool(_HANGUL_OR_HAN.fullmatch(wanted[-1]))
    window: list[Token] = []
    found: list[tuple[int, int]] = []
    for token in stream:
        window.append(token)
        if len(window) > len(wanted):
            window.pop(0)
        if len(window) == len(wanted) and _fits(window, wanted, prefix=prefix):
            if not found or window[0].start >= found[-1][1]:
                found.append((window[0].start, window[-1].end))
            if len(found) == most:
                break
    return found


def _fits(window: Sequence[Token], wanted: Sequence[str], *, prefix: bool) -> bool:
    if any(token.text != one for token, one in zip(window[:-1], wanted[:-1], strict=True)):
        return False
    last = window[-1].text
    return last.startswith(wanted[-1]) if prefix else last == wanted[-1]
