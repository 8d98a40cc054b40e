"""Where in an opened narrative the words and phrases of a query stand, so that a result can show them in context.

Works on the text a member has opened, not on the file: the file knows that a word is there, never where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import tokens
from intake.language.normalise import fold_with_map
from intake.readmodel.evaluate import asked_texts
from intake.readmodel.query import Query, Word

_RUN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SYLLABLE = re.compile("[가-힣\u3400-\u9fff]")


def passages(query: Query, narrative: str, *, most: int = 20) -> list[tuple[int, int]]:
    """Start and end (code points of `narrative`) of what the query's words and phrases match, in order, at most `most`.

    Parts that overlap are told once, the longest. Nothing is given for what the query excludes.
    """
    folded, offsets = fold_with_map(narrative)
    said = list(_placed(folded))
    found: set[tuple[int, int]] = set()
    for clause in asked_texts(query):
        wanted = tokens.phrase(clause.text) if isinstance(clause, Word) else tokens.terms(clause.text)
        if wanted:
            found.update(_matches(said, wanted))
    ends = [*offsets, len(narrative)]
    return [(ends[start], _end(ends, end)) for start, end in _apart(found)][:most]


def _placed(folded: str) -> Iterator[tuple[str, int, int]]:
    """Every token with its start and end in the folded text."""
    for run in _RUN.finditer(folded):
        text, start, end = run[0], run.start(), run.end()
        found = tokens.terms(text)
        if len(found) == len(text) - 1 and all(len(token) == 2 for token in found):
            yield from ((token, start + at, start + at + 2) for at, token in enumerate(found))
        else:
            yield from ((token, start, end) for token in found)


def _matches(said: list[tuple[str, int, int]], wanted: list[str]) -> Iterator[tuple[int, int]]:
    begins = bool(_SYLLABLE.fullmatch(wanted[-1]))
    for at in range(len(said) - len(wanted) + 1):
        here = [token for token, _, _ in said[at : at + len(wanted)]]
        if here[:-1] == wanted[:-1] and (here[-1] == wanted[-1] or (begins and here[-1].startswith(wanted[-1]))):
            last = said[at + len(wanted) - 1]
            yield said[at][1], last[2] if here[-1] == wanted[-1] else last[1] + len(wanted[-1])


def _apart(found: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= reached:
            yield start, end
            reached = end


def _end(ends: list[int], end: int) -> int:
    """The end in the text as given: just behind the last character, with what folding left out in between."""
    return ends[end - 1] + 1 if end < len(ends) and ends[end] > ends[end - 1] + 1 else ends[end]
