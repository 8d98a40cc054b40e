"""Watched strings in text: what is watched for, what a finding is, and the search itself.

All watched strings with all their variants go into one index, built once for a release and used on every part
of it, so that a long text costs no more for two hundred people than for one. Every identity of a case is
watched, not only the witness's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from intake.language import contexts, days, spoken
from intake.language.matching import Index
from intake.language.skeletons import bones, letters_of
from intake.language.variants import Variant, digits_of, phone_forms, variants

BLOCK, LOOK = "block", "look"
_LAYERS = 2
# Characters of text whose findings a watch remembers: a long release in all its forms, and no more.
_REMEMBERED = 2_000_000


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
        self._numbers: dict[str, list[Watched]] = {}
        self._days: dict[tuple[int, int], list[tuple[int | None, Watched]]] = {}
        self._read: dict[str, tuple[Leak, ...]] = {}
        self._room = _REMEMBERED
        self.watched = tuple(dict.fromkeys(watched))
        for each in self.watched:
            for variant in variants(each.text, each.kind):
                if not _too_short(variant):
                    self._index.add(variant.text, (each, variant))
            if each.kind in ("PHONE", "ID_NUMBER", "MESSENGER"):
                for digits in dict.fromkeys((digits_of(each.text), *phone_forms(each.text))):
                    if len(digits) >= 7:
                        self._numbers.setdefault(digits, []).append(each)
            if each.kind in ("EXACT_DATE", "BIRTH_DATE"):
                for day in days.find(each.text):
                    if day.month:
                        self._days.setdefault((day.month, day.day), []).append((day.year, each))

    def check(self, text: str, where: str = "text", *, layers: int = _LAYERS) -> list[Leak]:
        """Every watched string in a text, strongest finding per place and group, in the order of the text.

        `layers`: how many times text may be written inside text (percent signs, tag characters) and still be read. The
        forms of a release say the same paragraphs: what was read once is not read again.
        """
        read = self._read.get(text) if layers == _LAYERS else None
        if read is None:
            read = tuple(self._look(text, layers))
            if layers == _LAYERS and len(text) <= self._room:
                self._room -= len(text) + 64
                self._read[text] = read
        return [replace(leak, where=where) for leak in read]

    def _look(self, text: str, layers: int) -> list[Leak]:
        where = ""
        composed, offsets = _compose(text)
        found = [*self._strings(composed, where), *self._dates(composed, where), *self._spoken(composed, where)]
        kept = _strongest(found)
        if offsets is not None:
            kept = [_moved(leak, offsets, len(text)) for leak in kept]
        return [*kept, *self._encoded(text, where, layers)]

    def _encoded(self, text: str, where: str, layers: int) -> Iterator[Leak]:
        """Text written in tag characters or in percent signs: found without a place: a reader sees none."""
        hidden = "".join(chr(ord(char) - 0xE0000) for char in text if 0xE0020 <= ord(char) <= 0xE007E)
        quoted = unquote(text) if _QUOTED.search(text) else ""
        for rule, plain in (("tag characters", hidden), ("percent-encoded", quoted if quoted != text else "")):
            for leak in self.check(plain, where, layers=layers - 1) if plain and layers else ():
                yield replace(leak, rule=f"{leak.rule} in {rule}", start=None, end=None)

    def _spoken(self, text: str, where: str) -> Iterator[Leak]:
        for start, end, digits in spoken.find(text) if self._numbers else ():
            for watched in self._numbers.get(digits, ()):
                yield Leak("number.spoken", BLOCK, where, start, end, watched.group, watched.kind)

    def _strings(self, text: str, where: str) -> Iterator[Leak]:
        skeleton = bones(text)
        hinted: set[tuple[int, int]] = set()
        for first, last, meanings in self._index.find(skeleton):
            for watched, variant in meanings:
                verdict, start, end = contexts.judge(skeleton, first, last, variant)
                hint = variant.part in _HINTS
                # 박 지배인 may be any of forty Paks of the case: the place is told once.
                if verdict == contexts.NO or (hint and (start, end) in hinted):
                    continue
                if hint:
                    hinted.add((start, end))
                severity = BLOCK if verdict == contexts.SURE and not hint else LOOK
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


_QUOTED = re.compile(r"%[0-9A-Fa-f]{2}")
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
    return replace(leak, start=start, end=end)


def _strongest(found: Iterable[Leak]) -> list[Leak]:
    """One finding per place and group: blocking before looking, longer before shorter; contained ones are dropped."""
    order = sorted(found, key=lambda leak: (leak.start or 0, -(leak.end or 0), leak.severity, leak.rule))
    kept: list[Leak] = []
    latest: dict[str, Leak] = {}
    for leak in order:
        other = latest.get(leak.group)
        if other and (leak.end or 0) <= (other.end or 0) and (other.severity in (leak.severity, BLOCK)):
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
