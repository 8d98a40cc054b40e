"""The read model of one compartment, as actions use it: bring it up to date, ask it, ask it why.

Nothing here is a record: a page of results names testimonies, and whoever shows them opens them. All counts are counts
over this file, so over what a member of the compartment may open; what several compartments answer is added up outside.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from uuid import UUID

from pyroaring import BitMap

from intake.errors import N_, Invalid
from intake.language import mentions
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.readmodel import filters, members
from intake.readmodel.evaluate import Evaluator, asked_concepts, asked_texts
from intake.readmodel.facts import BASES, DENIAL, DENIED, FIELD, MENTION, TAG, UNITS, Detector, Lore
from intake.readmodel.file import Identity, ReadModelFile, open_file
from intake.readmodel.filters import CONCEPT_KEYS
from intake.readmodel.postings import Postings
from intake.readmodel.project import Filed, Grouping, Judgement, Projection
from intake.readmodel.query import Clause, Filter, Group, Query, all_of
from intake.readmodel.tabulate import SINGULAR, Table, Unit, read_axis, tabulate

SCHEMA = 1
TABS = ("all", "confirmed", "field", "mentioned", DENIED)
MOST_PER_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Counts:
    """How many distinct ones; units are never mixed."""

    testimonies: int
    witnesses: int
    cases: int
    workplaces: int


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer, newest interview first. `numbers` sorts pages of several compartments together;
    `empty_because`: the parts of the query that leave nothing over, when there is nothing."""

    ids: tuple[UUID, ...]
    counts: Counts
    basis: Mapping[UUID, tuple[str, ...]]
    next: str | None
    tabs: Mapping[str, int]
    empty_because: tuple[Clause, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the answer would be left (or be added, for a value beside a chosen one) with this value."""

    value: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a testimony answers: offsets are code points of its narrative, None where there is no passage.

    A coordinator's confirmation is a tag whose `field` is `judgement`; a denial has `field` `denied`.
    """

    kind: Literal["tag", "field", "mention", "text"]
    concept: str
    start: int | None
    end: int | None
    field: str
    strength: float


@dataclass(slots=True, repr=False)
class ReadModel:
    """One open file with its caches. May be used by several threads, one at a time."""

    file: ReadModelFile
    lore: Lore
    _salt: bytes
    _postings: Postings
    _evaluator: Evaluator
    _generation: int = -1
    _answers: dict[Query, BitMap] = field(default_factory=dict)
    _circles: dict[str, list[BitMap]] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        *,
        compartment: UUID,
        epoch: int,
        head: int,
        vocabulary: Vocabulary,
        gazetteer: Gazetteer,
        vocabulary_version: int,
        detect: Detector = mentions.find_all,
    ) -> ReadModel:
        """Open the compartment's file, or start an empty one when what is there does not fit.

        `key`: 32 bytes. `head`: the store's last change sequence. Raises `Misconfigured` when nothing can be encrypted,
        `Busy` when another process holds the file for long.
        """
        checksum = f"{vocabulary_version}:{vocabulary.version}:{gazetteer.edition}:{len(gazetteer.places)}"
        identity = Identity(compartment.bytes, epoch, SCHEMA, checksum)
        file = open_file(path, key, identity=identity, head=head)
        salt = bytes(file.execute("SELECT value FROM identity WHERE name = 'salt'").fetchone()[0])
        postings = Postings(file)
        model = cls(file, Lore(vocabulary, gazetteer, detect), salt, postings, Evaluator(file, postings, salt))
        model._purge()
        return model

    @property
    def mark(self) -> int:
        """The last change sequence that is in the file; 0 when it is empty."""
        with self._lock:
            return self.file.number("mark")

    def close(self) -> None:
        """Close the file; the object is of no further use."""
        with self._lock:
            self.file.close()

    def apply(
        self,
        *,
        filed: Sequence[Filed] = (),
        gone: Sequence[UUID] = (),
        groupings: Sequence[Grouping] = (),
        judgements: Sequence[Judgement] = (),
        states: Mapping[UUID, str] | None = None,
        mark: int,
    ) -> None:
        """Put in what changed up to `mark`, in one durable transaction.

        Applying the same again changes nothing; what is older than the file's mark is left alone, because another
        process was faster. Raises `Busy` when another process writes for long.
        """
        with self._lock:
            try:
                with self.file.writing():
                    current = self.file.number("mark")
                    if mark < current:
                        return
                    self._look()
                    withdrawn = self._project(filed, gone, groupings, judgements, states or {})
                    self.file.set_number("mark", mark)
                    self.file.set_number("generation", self._generation + 1)
                    if withdrawn:
                        self.file.set_number("purge", 1)
            except BaseException:
                self._generation = -1
                self._postings.forget()
                raise
            if withdrawn:
                self._purge()

    def search(
        self, query: Query, *, limit: int = 25, after: str | None = None, tab: str = "all", offset: int = 0
    ) -> Found:
        """One page of the answer. `after`: the `next` of the page before; or `offset`: how many to leave out.

        Raises `Invalid` for an unknown value, tab or cursor.
        """
        asked = self._resolved(query)
        if tab not in TABS:
            raise Invalid(N_("There is no such tab. There are: %(known)s."), known=", ".join(TABS))
        with self._lock, self.file.reading():
            self._look()
            tabs = self._tabs(asked)
            shown = tabs.get(tab, BitMap())
            page, more = _page(shown, min(max(limit, 0), MOST_PER_PAGE), after, offset)
            ids = self._ids(page)
            return Found(
                ids=ids,
                counts=self._counts(shown),
                basis=self._basis(asked, dict(zip(ids, page, strict=True))),
                next=str(page[-1]) if more else None,
                tabs={name: len(found) for name, found in tabs.items()},
                empty_because=() if shown or tab != "all" else self._emptied_by(asked),
                numbers=tuple(page),
            )

    def facets(self, query: Query, keys: Iterable[str]) -> Mapping[str, list[FacetCount]]:
        """For each value of each key, how many testimonies the answer would have if it were added.

        Values of one key are alternatives (a chosen one does not lower the others' counts), keys restrict each other.
        Zero counts and `none` (no value) are there too. Raises `Invalid` for an unknown key or one without values.
        """
        asked = self._resolved(query)
        rows = [filters.KEYS[filters.key(name)] for name in keys]
        with self._lock, self.file.reading():
            self._look()
            return {row.key: self._facet(asked, row) for row in rows}

    def why(self, query: Query, ids: Sequence[UUID], *, denials: bool = False) -> Mapping[UUID, tuple[Reason, ...]]:
        """The reasons why these testimonies answer the query, in the order of the narrative; tags first.

        A testimony that is not there (any more) has none. `denials`: what is denied of the concepts asked for, too.
        """
        asked = self._resolved(query)
        with self._lock, self.file.reading():
            self._look()
            return {one: self._reasons(asked, one, denials) for one in ids}

    def tabulate(
        self, query: Query, rows: str, columns: str, layers: str | None = None, unit: Unit = "testimonies"
    ) -> Table:
        """Count the answer over two or three axes (`mechanism`, `place@country`, `entry` …; see `tabulate`).

        Raises `Invalid` for an unknown key, level or unit, or a table too large. Not for leaving the desk as it is:
        see `suppress.protect`.
        """
        asked = self._resolved(query)
        with self._lock, self.file.reading():
            self._look()
            specs = (rows, columns) if layers is None else (rows, columns, layers)
            axes = tuple(read_axis(one, self.lore.vocabulary, self.lore.gazetteer, self._values) for one in specs)
            return tabulate(
                self._answer(asked),
                axes,
                unit,
                lambda key, value: self._evaluator.filter(Filter(key, value)),
                lambda found, counted: (
                    len(found) if counted == "testimonies" else self._distinct(found, SINGULAR[counted])
                ),
            )

    def ids(self, query: Query, *, tab: str = "all", most: int | None = None) -> tuple[UUID, ...]:
        """Every testimony of the answer, newest first: for a bulk deed, a snapshot, an export."""
        asked = self._resolved(query)
        with self._lock, self.file.reading():
            self._look()
            found = list(self._tabs(asked).get(tab, BitMap()))[::-1]
            return self._ids(found if most is None else found[:most])

    def _resolved(self, query: Query) -> Query:
        return filters.resolve(query, self.lore.vocabulary, self.lore.gazetteer)

    def _look(self) -> None:
        """Drop the caches if anybody changed the file since they were filled. Inside a transaction."""
        generation = self.file.number("generation")
        if generation != self._generation:
            self._postings.forget()
            self._evaluator.forget()
            self._answers.clear()
            self._circles.clear()
            self._generation = generation

    def _project(
        self,
        filed: Sequence[Filed],
        gone: Sequence[UUID],
        groupings: Sequence[Grouping],
        judgements: Sequence[Judgement],
        states: Mapping[UUID, str],
    ) -> bool:
        """Whether anything was taken out for good."""
        projection = Projection(self.file, self._postings, self.lore, self._salt)
        for judgement in judgements:
            projection.judge(judgement)
        for grouping in groupings:
            projection.group(grouping)
        for one in filed:
            projection.file_testimony(one)
        for testimony, state in states.items():
            projection.set_state(testimony, state)
        removed = [projection.withdraw(testimony) for testimony in gone]
        projection.finish()
        return any(removed)

    def _purge(self) -> None:
        """Overwrite what withdrawn testimonies left behind in the index of words, and in the write-ahead log."""
        if not self.file.number("purge"):
            return
        with self.file.writing():
            self.file.execute("INSERT INTO text (text) VALUES ('optimize')")
            self.file.set_number("purge", 0)
        self.file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _answer(self, query: Query) -> BitMap:
        kept = self._answers.get(query)
        if kept is None:
            if len(self._answers) > 32:
                self._answers.pop(next(iter(self._answers)))
            kept = self._answers[query] = self._evaluator.query(query)
        return kept

    def _tabs(self, query: Query) -> dict[str, BitMap]:
        found = self._answer(query)
        concepts = list(asked_concepts(query))
        if not concepts:
            return {"all": found}
        sets = {basis: self._of_basis(basis, concepts) for basis in BASES}
        confirmed = found & (sets["tagged"] | sets["judged"])
        by_field = (found & sets["field"]) - confirmed
        mentioned = ((found & sets["mentioned"]) - confirmed) - by_field
        denied = self._evaluator.query(query, dict.fromkeys(CONCEPT_KEYS, (DENIED,))) - found
        return {"all": found, "confirmed": confirmed, "field": by_field, "mentioned": mentioned, DENIED: denied}

    def _of_basis(self, basis: str, concepts: Iterable[Filter]) -> BitMap:
        return self._postings.union(f"{basis}:{clause.value}" for clause in concepts)

    def _counts(self, found: BitMap) -> Counts:
        return Counts(
            len(found),
            self._distinct(found, "witness"),
            self._distinct(found, "case"),
            self._distinct(found, "workplace"),
        )

    def _distinct(self, found: BitMap, unit: str) -> int:
        alone = sum(
            found.intersection_cardinality(self._postings.get(name)) for name in self._postings.names(f"one:{unit}:")
        )
        circles = self._circles.get(unit)
        if circles is None:
            circles = self._circles[unit] = members.shared(self.file, unit)
        return alone + sum(map(found.intersect, circles))

    def _ids(self, numbers: Sequence[int]) -> tuple[UUID, ...]:
        ids: list[UUID] = []
        for number in numbers:
            row = self.file.execute("SELECT id FROM document WHERE number = ?", (number,)).fetchone()
            ids.append(UUID(bytes=row[0]))
        return tuple(ids)

    def _basis(self, query: Query, page: Mapping[UUID, int]) -> dict[UUID, tuple[str, ...]]:
        concepts = list(asked_concepts(query))
        sets = {basis: self._of_basis(basis, concepts) for basis in BASES}
        return {one: tuple(basis for basis in BASES if number in sets[basis]) for one, number in page.items()}

    def _emptied_by(self, query: Query) -> tuple[Clause, ...]:
        """The top parts that match nothing by themselves, or else those without which something would be found."""
        parts = query.root.parts
        alone = tuple(part for part in parts if not self._evaluator.query(all_of((part,))))
        if alone:
            return alone
        others = ((part, all_of(other for other in parts if other is not part)) for part in parts)
        return tuple(part for part, rest in others if self._evaluator.query(rest))

    def _facet(self, query: Query, row: filters.Key) -> list[FacetCount]:
        chosen = {clause.value for part in query.root.parts if _is_choice(part, row.key) for clause in _choices(part)}
        rest = all_of(part for part in query.root.parts if not _is_choice(part, row.key))
        base = self._answer(rest)
        values = self._values(row)
        counted = ((value, self._evaluator.filter(Filter(row.key, value))) for value in values)
        return [FacetCount(value, base.intersection_cardinality(ids), value in chosen) for value, ids in counted]

    def _values(self, row: filters.Key) -> list[str]:
        if row.domain == "member":
            raise Invalid(N_("The filter “%(key)s” has no list of values."), key=row.key)
        there = {
            name.partition(":")[2]
            for prefix in row.prefixes
            for name in self._postings.names(f"{prefix}:")
            if "=" not in name
        }
        if row.scheme:
            scheme = self.lore.vocabulary.scheme(row.scheme)
            values = [concept.id for concept in scheme if concept.id in there or not concept.retired]
        elif row.choices is not None:
            values = [*row.choices, *sorted(there.difference(row.choices))]
        elif row.domain == "place":
            values = [one for one in self.lore.gazetteer.places if one in there]
        else:
            values = sorted(there)
        return [*values, filters.NONE] if row.missing else values

    def _reasons(self, query: Query, testimony: UUID, denials: bool) -> tuple[Reason, ...]:
        row = self.file.execute("SELECT number FROM document WHERE id = ?", (testimony.bytes,)).fetchone()
        if row is None:
            return ()
        number = int(row[0])
        kinds: dict[str, set[int]] = {}
        for clause in asked_concepts(query):
            for concept in self._narrower(clause.value):
                kinds.setdefault(concept, set()).update(_KINDS[clause.key])
        found = [*self._judged(testimony, kinds), *self._grounded(number, testimony, kinds, denials)]
        if any(number in self._evaluator.clause(text, {}) for text in asked_texts(query)):
            found.append(Reason("text", "", None, None, "narrative", 1.0))
        order = ("tag", "field", "mention", "text")
        return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.start or 0, one.concept)))

    def _narrower(self, value: str) -> frozenset[str]:
        if value.startswith("="):
            return frozenset((value[1:],))
        return self.lore.vocabulary.narrower(value) if self.lore.vocabulary.find(value) else frozenset((value,))

    def _grounded(self, number: int, testimony: UUID, kinds: Mapping[str, set[int]], denials: bool) -> Iterable[Reason]:
        refused = {concept for concept, confirmed, *_ in self._verdicts(testimony) if not confirmed}
        rows = self.file.execute(
            "SELECT kind, concept, start, stop, field, strength FROM reason WHERE document = ? ORDER BY serial",
            (number,),
        ).fetchall()
        for kind, term, start, stop, where, strength in rows:
            concept = self._postings.name(term).removeprefix("concept:")
            if kind == MENTION and not refused.isdisjoint(self.lore.flatten(concept)):
                continue
            if kind in kinds.get(concept, ()):
                yield Reason(_NAMES[kind], concept, start, stop, where or _FIELDS[kind], strength / 1000)
            elif kind == DENIAL and denials and concept in kinds:
                yield Reason(
                    "mention" if where == "" else "field", concept, start, stop, where or DENIED, strength / 1000
                )

    def _judged(self, testimony: UUID, kinds: Mapping[str, set[int]]) -> Iterable[Reason]:
        for concept, confirmed, start, stop in self._verdicts(testimony):
            if confirmed and _JUDGED in kinds.get(concept, ()):
                yield Reason("tag", concept, start, stop, "judgement", 1.0)

    def _verdicts(self, testimony: UUID) -> list[tuple[str, bool, int | None, int | None]]:
        return list(
            self.file.execute(
                "SELECT concept, confirmed, start, stop FROM judgement WHERE testimony = ? ORDER BY concept, author",
                (testimony.bytes,),
            ).fetchall()
        )


_JUDGED = -1
_KINDS = {
    "concept": {TAG, FIELD, MENTION, _JUDGED},
    "mechanism": {TAG},
    "field": {FIELD},
    "mentioned": {MENTION},
    "judged": {_JUDGED},
}
_NAMES: dict[int, Literal["tag", "field", "mention"]] = {TAG: "tag", FIELD: "field", MENTION: "mention"}
_FIELDS = {TAG: "mechanisms", FIELD: "", MENTION: "narrative"}
assert set(_KINDS) == CONCEPT_KEYS  # noqa: S101 - a new way to ask for a concept must say what it shows
assert set(UNITS) == {"witness", "case", "workplace"}  # noqa: S101 - the fields of `Counts`


def _page(shown: BitMap, limit: int, after: str | None, offset: int) -> tuple[list[int], bool]:
    """Numbers from the newest down, and whether there are more."""
    end = len(shown) - max(offset, 0)
    if after is not None:
        if not after.isascii() or not after.isdigit() or int(after) > 0xFFFFFFFF:
            raise Invalid(N_("There is no such page."))
        end = shown.rank(int(after)) - (int(after) in shown)
    start = max(end - limit, 0)
    return [shown[place] for place in range(end - 1, start - 1, -1)], start > 0 and end > 0


def _is_choice(part: Clause, key: str) -> bool:
    if isinstance(part, Group):
        return part.kind == "any" and all(isinstance(one, Filter) and one.key == key for one in part.parts)
    return isinstance(part, Filter) and part.key == key


def _choices(part: Clause) -> Iterable[Filter]:
    parts = part.parts if isinstance(part, Group) else (part,)
    return (one for one in parts if isinstance(one, Filter))
