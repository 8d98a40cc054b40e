"""Where in an opened narrative the words and phrases of a query stand, so that a result can show them in context.

Works on the text a member has opened, not on the file: the file knows that a word is there, never where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from intake.language import tokens
from intake.language.normalise import fold_with_map
from intake.readmodel.evaluate import asked_texts
from intake.readmodel.query import Query, Word

_RUN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SYLLABLE = re.compile("[가-힣\u3400-\u9fff]")


def passages(query: Query, narrative: str, *, most: int = 20) -> list[tuple[int, int]]:
    """What the query's words and phrases match in a narrative: see `Placed.passages`."""
    return Placed(narrative).passages(query, most=most)


class Placed:
    """A narrative cut into tokens once, each with its place, to be asked for many words."""

    def __init__(self, narrative: str) -> None:
        folded, offsets = fold_with_map(narrative)
        self._ends = [*offsets, len(narrative)]
        self._tokens: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._at: dict[str, list[int]] = {}
        for run in _RUN.finditer(folded):
            begin = run.start()
            for token, start, end in _cut(run[0]):
                self._at.setdefault(token, []).append(len(self._tokens))
                self._tokens.append(token)
                self._spans.append((begin + start, begin + end))

    def passages(self, query: Query, *, most: int = 20) -> list[tuple[int, int]]:
        """Start and end (code points of the narrative) of what the query's words and phrases match, in order, at most
        `most`. Parts that overlap are told once, the longest. Nothing is given for what the query excludes."""
        found: set[tuple[int, int]] = set()
        for clause in asked_texts(query):
            wanted = tokens.phrase(clause.text) if isinstance(clause, Word) else tokens.terms(clause.text)
            if wanted:
                found.update(self._matches(wanted))
        return [(self._ends[start], _end(self._ends, end)) for start, end in _apart(found)][:most]

    def _matches(self, wanted: list[str]) -> Iterator[tuple[int, int]]:
        """Spans in the folded text. A last syllable alone also stands for the beginning of a token."""
        *firsts, last = wanted
        begins = bool(_SYLLABLE.fullmatch(last))
        size = len(wanted)
        starts = (
            self._at.get(firsts[0], []) if firsts else range(len(self._tokens)) if begins else self._at.get(last, [])
        )
        for at in starts:
            if at + size > len(self._tokens) or self._tokens[at : at + size - 1] != firsts:
                continue
            here, (start, end) = self._tokens[at + size - 1], self._spans[at + size - 1]
            if here == last:
                yield self._spans[at][0], end
            elif begins and here.startswith(last):
                yield self._spans[at][0], start + len(last)


@lru_cache(maxsize=100_000)
def _cut(run: str) -> tuple[tuple[str, int, int], ...]:
    """The tokens of one folded word with their places in it."""
    found = tokens.terms(run)
    if len(found) == len(run) - 1 and all(len(token) == 2 for token in found):
        return tuple((token, at, at + 2) for at, token in enumerate(found))
    return tuple((token, 0, len(run)) for token in found)


def _apart(found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= reached:
            yield start, end
            reached = end


def _end(ends: list[int], end: int) -> int:
    """The end in the text as given: just behind the last character, with what folding left out in between."""
    return ends[end - 1] + 1 if end < len(ends) and ends[end] > ends[end - 1] + 1 else ends[end]
