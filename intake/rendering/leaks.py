"""The last look at what is about to leave: does anything that was taken out still stand in it, in any shape?

`check_text` looks at text, `check_json` at keys and values, `check_file` at the bytes of a produced file in all its hidden
parts. A finding says where and by which rule, and which group it belongs to; it never carries the string itself, nor do
errors. The check fails closed: what cannot be read is a finding that blocks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake.language import contexts, days
from intake.language.matching import Index
from intake.language.skeletons import bones, letters_of
from intake.language.variants import PEOPLE, Variant, variants

BLOCK, LOOK = "block", "look"


@dataclass(frozen=True, slots=True)
class Watched:
    """A string that must not leave: a redacted span, a name or number of the case. `group`: same person or thing."""

    text: str = field(repr=False)
    kind: str
    group: str
    person: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Leak:
    """A finding. `where` names the part of the file; `start`, `end` are code points of that part, when it is text."""

    rule: str
    severity: str
    where: str
    start: int | None
    end: int | None
    group: str
    kind: str


class Watch:
    """Watched strings made ready for many texts: build once, check every part of a release with it."""

    def __init__(self, watched: Iterable[Watched]) -> None:
        self._index: Index[tuple[Watched, Variant]] = Index()
        self._days: dict[tuple[int, int], list[tuple[int | None, Watched]]] = {}
        self.watched = tuple(dict.fromkeys(watched))
        for each in self.watched:
            for variant in variants(each.text, each.kind):
                if not _too_short(variant):
                    self._index.add(variant.text, (each, variant))
            if each.kind in ("EXACT_DATE", "BIRTH_DATE"):
                for day in days.find(each.text):
                    if day.month:
                        self._days.setdefault((day.month, day.day), []).append((day.year, each))

    def check(self, text: str, where: str = "text") -> list[Leak]:
        """Every watched string in a text, strongest finding per place and group, in the order of the text."""
        composed, offsets = _compose(text)
        found = [*self._strings(composed, where), *self._dates(composed, where)]
        kept = _strongest(found)
        if offsets is None:
            return kept
        return [_moved(leak, offsets, len(text)) for leak in kept]

    def _strings(self, text: str, where: str) -> Iterator[Leak]:
        skeleton = bones(text)
        for first, last, meanings in self._index.find(skeleton):
            for watched, variant in meanings:
                verdict, start, end = contexts.judge(skeleton, first, last, variant)
                if verdict == contexts.NO:
                    continue
                severity = BLOCK if verdict == contexts.SURE and variant.part not in _HINTS else LOOK
                yield Leak(variant.rule, severity, where, start, end, watched.group, watched.kind)

    def _dates(self, text: str, where: str) -> Iterator[Leak]:
        if not self._days:
            return
        for day in days.find(text):
            for year, watched in self._days.get((day.month or 0, day.day), ()):
                if year and day.year and year != day.year:
                    continue
                severity = BLOCK if year == day.year else LOOK
                yield Leak("date", severity, where, day.start, day.end, watched.group, watched.kind)


_HINTS = frozenset(("titled", "surname", "masked", "initials"))


def _too_short(variant: Variant) -> bool:
    letters = letters_of(variant.text)
    return len(letters) < 2 or (len(letters) < 3 and variant.part != "full")


def _compose(text: str) -> tuple[str, Sequence[int] | None]:
    """The text in NFC and, when that moved anything, the offset each of its characters had before."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for position in range(1, len(text) + 1):
        if position < len(text) and _joins(text[position]):
            continue
        piece = unicodedata.normalize("NFC", text[start:position])
        pieces.append(piece)
        offsets.extend([start] * len(piece))
        start = position
    return "".join(pieces), offsets


def _joins(char: str) -> bool:
    return bool(unicodedata.combining(char)) or "\u1160" <= char <= "\u11ff"


def _moved(leak: Leak, offsets: Sequence[int], length: int) -> Leak:
    start = None if leak.start is None else offsets[leak.start]
    end = None if leak.end is None else (offsets[leak.end] if leak.end < len(offsets) else length)
    return Leak(leak.rule, leak.severity, leak.where, start, end, leak.group, leak.kind)


def _strongest(found: Iterable[Leak]) -> list[Leak]:
    """One finding per place and group: blocking before looking, longer before shorter; contained ones are dropped."""
    order = sorted(found, key=lambda leak: (leak.start or 0, -(leak.end or 0), leak.severity, leak.rule))
    kept: list[Leak] = []
    latest: dict[str, Leak] = {}
    for leak in order:
        other = latest.get(leak.group)
        if (
            other
            and (leak.end or 0) <= (other.end or 0)
            and (leak.severity == other.severity or other.severity == BLOCK)
        ):
            continue
        latest[leak.group] = leak
        kept.append(leak)
    return kept


def check_text(text: str, watched: Iterable[Watched], *, where: str = "text") -> list[Leak]:
    """Findings in one text, in its order; offsets are code points of `text` as given."""
    return Watch(watched).check(text, where)


def check_json(thing: object, watched: Iterable[Watched] | Watch, *, where: str = "json") -> list[Leak]:
    """Findings in every key and every value of a JSON-like thing; `where` gets the path (`json /places/0/name`)."""
    watch = watched if isinstance(watched, Watch) else Watch(watched)
    leaks: list[Leak] = []
    for path, text in _strings_of(thing, ""):
        leaks += watch.check(text, f"{where} {path or '/'}")
    return leaks


def _strings_of(thing: object, path: str) -> Iterator[tuple[str, str]]:
    """Texts with where they are. A key's own text is never part of a path: it may be what leaked."""
    stack: list[tuple[object, str]] = [(thing, path)]
    while stack:
        current, at = stack.pop()
        if isinstance(current, str):
            yield at, current
        elif isinstance(current, Mapping):
            for number, (key, value) in enumerate(current.items()):
                yield f"{at}/key {number}", str(key)
                stack.append((value, f"{at}/{number}"))
        elif isinstance(current, (list, tuple, set, frozenset)):
            stack.extend((value, f"{at}/{number}") for number, value in enumerate(current))
        elif current is not None and not isinstance(current, bool):
            yield at, str(current)


def people(watched: Iterable[Watched]) -> list[Watched]:
    """Those of the watched strings that name somebody."""
    return [each for each in watched if each.kind in PEOPLE]
