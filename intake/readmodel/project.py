"""From opened records to the file: what changed since the file's own mark is put in, replaced or taken out.

Everything one call brings is one durable transaction, with the mark in it, so that a process killed in the middle
leaves the file as it was. Projecting the same thing again changes nothing; what is older than what the file already
knows is left out.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple
from uuid import UUID

from pyroaring import BitMap

from intake.models.testimony import TestimonyContent
from intake.readmodel.facts import CASE, UNITS, Facts, Ground, Lore, Verdict, member_key
from intake.readmodel.file import ReadModelFile
from intake.readmodel.members import Circle, Members, pack, unpack
from intake.readmodel.numbering import day_of, number_for
from intake.readmodel.postings import EVERYTHING, Postings
from intake.readmodel.words import Words

_DERIVED = ("tagged:", "field:", "mentioned:", "judged:", "denied:", "basis:")


@dataclass(frozen=True)
class Filed:
    """One opened testimony. `changed` is the change sequence it was read at; `state` a `TestimonyState` value."""

    id: UUID
    reference: str
    state: str
    filed_on: date
    changed: int
    author: UUID
    content: TestimonyContent


@dataclass(frozen=True)
class Grouping:
    """One case as it now stands. `excluded`: taken out although their interviewer named the case."""

    case_id: UUID
    testimonies: frozenset[UUID]
    excluded: frozenset[UUID]


@dataclass(frozen=True)
class Judgement:
    """A coordinator's word on one concept in one testimony; their later word replaces the earlier one."""

    testimony_id: UUID
    concept: str
    verdict: Literal["confirmed", "refused"]
    by: UUID
    start: int | None = None
    end: int | None = None


class _Known(NamedTuple):
    number: int
    changed: int
    own_case: bytes | None
    circles: set[Circle]
    terms: frozenset[int]


class Projection:
    """One transaction's worth of changes, gathered per set and written once. Made and used inside `writing()`."""

    def __init__(self, file: ReadModelFile, postings: Postings, words: Words, lore: Lore, salt: bytes) -> None:
        self._file = file
        self._postings = postings
        self._words = words
        self._lore = lore
        self._salt = salt
        self._added: defaultdict[int, set[int]] = defaultdict(set)
        self._removed: defaultdict[int, set[int]] = defaultdict(set)
        self._taken = BitMap(postings.get(EVERYTHING))
        self._members = Members(file)
        self.texts: dict[int, str] = {}
        self.withdrawn = False

    def file_testimony(self, filed: Filed) -> None:
        """Put a testimony in, in place of what was known of it, unless a later reading of it is already there."""
        known = self._find(filed.id)
        if known is not None and known.changed > filed.changed:
            return
        facts = self._lore.facts(filed.content, filed.filed_on)
        if known is not None and day_of(known.number) != facts.day:
            self.remove(filed.id)
            known = None
        elif known is not None:
            self._clear(known.number)
        number = number_for(facts.day, self._taken) if known is None else known.number
        self._taken.add(number)
        names = facts.names | {f"state:{filed.state}", EVERYTHING}
        names |= self._lore.concept_names(facts.grounds, self._verdicts(filed.id))
        terms = frozenset(map(self._term, names))
        circles = {(unit, member_key(self._salt, unit, said)) for unit, said in facts.members}
        circles |= self._cases(filed.id, filed.content.case_id)
        self._change(number, _NOTHING if known is None else known.terms, terms)
        self._members.change(number, set() if known is None else known.circles, circles)
        own_case = None if filed.content.case_id is None else filed.content.case_id.bytes
        self._file.execute(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?)",
            (number, filed.id.bytes, filed.changed, own_case, pack(circles), _pack(terms)),
        )
        self._insert_text(number, facts)

    def remove(self, testimony: UUID) -> bool:
        """Take a testimony out: its words, its sets, its reasons, its place among witnesses, cases and workplaces."""
        known = self._find(testimony)
        if known is None:
            return False
        self._change(known.number, known.terms, _NOTHING)
        self._members.change(known.number, known.circles, set())
        self._clear(known.number)
        self._file.execute("DELETE FROM document WHERE number = ?", (known.number,))
        self._taken.discard(known.number)
        return True

    def withdraw(self, testimony: UUID) -> None:
        """Take a testimony out for good, with what coordinators said of it."""
        self._file.execute("DELETE FROM judgement WHERE testimony = ?", (testimony.bytes,))
        self._file.execute("DELETE FROM grouped WHERE testimony = ?", (testimony.bytes,))
        self.withdrawn |= self.remove(testimony)

    @property
    def shared(self) -> set[str]:
        """The units (`witness` …) of which a circle with several members changed."""
        return {unit for unit, number in UNITS.items() if number in self._members.shared}

    def set_state(self, testimony: UUID, state: str) -> None:
        """A testimony went one step further; nothing that was said changed."""
        known = self._find(testimony)
        if known is not None:
            kept = {term for term in known.terms if not self._postings.name(term).startswith("state:")}
            self._rewrite(known, kept | {self._term(f"state:{state}")})

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement, and let it tell at once if the testimony is already there."""
        testimony = judgement.testimony_id
        self._file.execute(
            "INSERT OR REPLACE INTO judgement VALUES (?, ?, ?, ?, ?, ?)",
            (
                testimony.bytes,
                judgement.concept,
                judgement.by.bytes,
                judgement.verdict == "confirmed",
                judgement.start,
                judgement.end,
            ),
        )
        known = self._find(testimony)
        if known is not None:
            kept = {term for term in known.terms if not self._postings.name(term).startswith(_DERIVED)}
            names = self._lore.concept_names(self._grounds(known.number), self._verdicts(testimony))
            self._rewrite(known, kept | set(map(self._term, names)))

    def group(self, grouping: Grouping) -> None:
        """Keep a case as it now stands, and move its testimonies that are already there in or out of it."""
        case = grouping.case_id.bytes
        rows = self._file.execute("SELECT testimony FROM grouped WHERE case_id = ?", (case,)).fetchall()
        self._file.execute("DELETE FROM grouped WHERE case_id = ?", (case,))
        inside = {
            testimony: testimony in grouping.testimonies for testimony in grouping.testimonies | grouping.excluded
        }
        self._file.connection.executemany(
            "INSERT INTO grouped VALUES (?, ?, ?)", ((one.bytes, case, now) for one, now in inside.items())
        )
        for testimony in {UUID(bytes=row[0]) for row in rows} | inside.keys():
            known = self._find(testimony)
            if known is not None:
                own = None if known.own_case is None else UUID(bytes=known.own_case)
                circles = {circle for circle in known.circles if circle[0] != CASE} | self._cases(testimony, own)
                self._members.change(known.number, known.circles, circles)
                self._file.execute("UPDATE document SET circles = ? WHERE number = ?", (pack(circles), known.number))

    def finish(self) -> None:
        """Write what was gathered."""
        # In ascending order: FTS5 writes out what it holds whenever a number is lower than the one before.
        self._file.connection.executemany("INSERT INTO text (rowid, body) VALUES (?, ?)", sorted(self.texts.items()))
        for term, numbers in self._words.put_in(self.texts).items():
            self._added[term] |= numbers
        self._members.finish()
        for name, inside, outside in self._members.layers(self._postings.names("one:")):
            self._added[self._term(name)] |= inside
            self._removed[self._term(name)] |= outside
        self._postings.change(self._added, self._removed)

    def _find(self, testimony: UUID) -> _Known | None:
        row = self._file.execute(
            "SELECT number, changed, own_case, circles, terms FROM document WHERE id = ?", (testimony.bytes,)
        ).fetchone()
        if row is None:
            return None
        number, changed, own_case, circles, terms = row
        return _Known(number, changed, own_case, unpack(circles), frozenset(array("I", terms)))

    def _term(self, name: str) -> int:
        number = self._postings.number(name, make=True)
        assert number is not None  # noqa: S101 - it was just made
        return number

    def _change(self, number: int, before: frozenset[int], after: frozenset[int]) -> None:
        for term in before - after:
            self._added[term].discard(number)
            self._removed[term].add(number)
        for term in after - before:
            self._removed[term].discard(number)
            self._added[term].add(number)

    def _rewrite(self, known: _Known, terms: set[int]) -> None:
        after = frozenset(terms)
        self._change(known.number, known.terms, after)
        self._file.execute("UPDATE document SET terms = ? WHERE number = ?", (_pack(after), known.number))

    def _clear(self, number: int) -> None:
        if self.texts.pop(number, None) is None:
            self._file.execute("DELETE FROM text WHERE rowid = ?", (number,))
            for term in self._words.take_out(number):
                self._removed[term].add(number)
        self._file.execute("DELETE FROM reason WHERE document = ?", (number,))

    def _insert_text(self, number: int, facts: Facts) -> None:
        self.texts[number] = facts.tokens
        self._file.connection.executemany(
            "INSERT INTO reason VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    number,
                    serial,
                    one.kind,
                    self._term(f"concept:{one.concept}"),
                    one.start,
                    one.end,
                    one.field,
                    one.strength,
                )
                for serial, one in enumerate(facts.grounds)
            ),
        )

    def _grounds(self, number: int) -> list[Ground]:
        rows = self._file.execute(
            "SELECT kind, concept, start, stop, field, strength FROM reason WHERE document = ? ORDER BY serial",
            (number,),
        ).fetchall()
        return [
            Ground(kind, self._postings.name(concept).removeprefix("concept:"), *rest) for kind, concept, *rest in rows
        ]

    def _verdicts(self, testimony: UUID) -> list[Verdict]:
        rows = self._file.execute("SELECT concept, confirmed FROM judgement WHERE testimony = ?", (testimony.bytes,))
        return [Verdict(concept, bool(confirmed)) for concept, confirmed in rows]

    def _cases(self, testimony: UUID, own: UUID | None) -> set[Circle]:
        rows = self._file.execute(
            "SELECT case_id, inside FROM grouped WHERE testimony = ?", (testimony.bytes,)
        ).fetchall()
        cases = set() if own is None else {own}
        cases |= {UUID(bytes=case) for case, inside in rows if inside}
        cases -= {UUID(bytes=case) for case, inside in rows if not inside}
        return {(CASE, member_key(self._salt, CASE, str(case))) for case in cases}


_NOTHING: frozenset[int] = frozenset()


def _pack(terms: frozenset[int]) -> bytes:
    return array("I", sorted(terms)).tobytes()
