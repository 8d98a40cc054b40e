"""What a reviewer's pages have in common: numbered paragraphs, marks in them, the consent ceiling in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from intake.actions.consent import LEVELS, Ceiling
from intake.forms.words import Words
from intake.language import graphic

_REACH = {"A7": "public", "A8": "public", "A0": "internal", "A1": "internal"}
_ORDER = ("none", "internal", "partner", "public")


@dataclass(frozen=True)
class Mark:
    """A stretch of a text that is shown apart: code points, how, under which id, with which words on top."""

    start: int
    end: int
    look: str
    id: str
    title: str = ""


@dataclass(frozen=True)
class Piece:
    text: str
    mark: Mark | None = None


@dataclass(frozen=True)
class Paragraph:
    """A line of a text with its number and place (code points). `notes`: what to be warned of before reading."""

    number: int
    start: int
    end: int
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]


def paragraphs(text: str, marks: Iterable[Mark] = ()) -> list[Paragraph]:
    """The lines of a text that say something, numbered from one, cut at the marks. Of two marks that overlap the one
    that comes first in `marks` is shown."""
    shown = _apart(marks)
    found: list[Paragraph] = []
    at, first = 0, 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            while first < len(shown) and shown[first].end <= at:
                first += 1
            pieces = tuple(_pieces(text, at, end, shown, first))
            found.append(Paragraph(len(found) + 1, at, end, pieces, graphic.notes(line)))
        at = end + 1
    return found


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    taken: set[int] = set()
    for mark in marks:
        if taken.isdisjoint(range(mark.start, mark.end)):
            taken.update(range(mark.start, mark.end))
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark], first: int) -> Iterator[Piece]:
    at = start
    for mark in marks[first:]:
        if mark.start >= end:
            break
        low, high = max(at, mark.start), min(end, mark.end)
        if high <= low:
            continue
        if low > at:
            yield Piece(text[at:low])
        yield Piece(text[low:high], mark)
        at = high
    if at < end:
        yield Piece(text[at:end])


@dataclass(frozen=True)
class Badge:
    """The widest that a consent allows, as one badge, and the rest of it for whoever wants to know."""

    level: str
    audience: str
    identity: str
    cells: tuple[tuple[str, str], ...]
    embargo_until: str
    restrictions: str


def badge(ceiling: Ceiling, said: Words) -> Badge:
    """A consent ceiling in the reader's words."""
    cells = tuple((said.term(audience), said.term(level)) for audience, level in ceiling.by_audience)
    reach = [
        (_ORDER.index(_REACH.get(audience, "partner")), LEVELS.index(level), audience, level)
        for audience, level in ceiling.by_audience
    ]
    if not reach:
        return Badge("none", "", "", (), ceiling.embargo_until, ceiling.restrictions)
    order, _, audience, level = max(reach)
    return Badge(
        _ORDER[order], said.term(audience), said.term(level), cells, ceiling.embargo_until, ceiling.restrictions
    )
