"""The read model of one compartment, as actions use it: bring it up to date, ask it, ask it why.

Nothing here is a record: a page of results names testimonies, and whoever shows them opens them. All counts are counts
over this file, so over what a member of the compartment may open; what several compartments answer is added up outside.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from uuid import UUID

from pyroaring import BitMap

from intake.errors import N_, Busy, Invalid
from intake.language import mentions
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.readmodel import filters
from intake.readmodel.counting import Counter, Counts
from intake.readmodel.evaluate import Evaluator, asked_concepts
from intake.readmodel.facets import FacetCount, Facets, is_choice
from intake.readmodel.facts import BASES, DENIED, UNITS, Detector, Lore
from intake.readmodel.file import Identity, ReadModelFile, open_file
from intake.readmodel.filters import CONCEPT_KEYS
from intake.readmodel.postings import Postings
from intake.readmodel.project import Filed, Grouping, Judgement, Projection
from intake.readmodel.query import Clause, Filter, Query, all_of
from intake.readmodel.reasons import Reason, Reasons
from intake.readmodel.tabulate import SINGULAR, Table, Unit, read_axis, tabulate
from intake.readmodel.words import Words

__all__ = ["Counts", "FacetCount", "Found", "ReadModel", "Reason"]

SCHEMA = 4
TABS = ("all", "confirmed", "field", "mentioned", DENIED)
MOST_PER_PAGE = 1000
_MOST_KEPT = 32
_WORDS_AT_ONCE = 100


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


@dataclass(slots=True, repr=False)
class ReadModel:
    """One open file with its caches. May be used by several threads, one at a time.

    A file that turns out damaged, or was replaced at its path, is opened again by the next look at `mark`.
    """

    file: ReadModelFile
    lore: Lore
    _salt: bytes
    _postings: Postings
    _words: Words
    _evaluator: Evaluator
    _counter: Counter
    _facets: Facets
    _again: Callable[[], ReadModel]
    _generation: int = -1
    _answers: dict[Query, BitMap] = field(default_factory=dict)
    _resolutions: dict[Query, Query] = field(default_factory=dict)
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
        learned = f"{vocabulary_version}:{vocabulary.version}:{_checksum(gazetteer)}:{_language_checksum()}"
        identity = Identity(compartment.bytes, epoch, SCHEMA, learned)
        file = open_file(path, key, identity=identity, head=head)
        salt = bytes(file.execute("SELECT value FROM identity WHERE name = 'salt'").fetchone()[0])
        postings, lore = Postings(file), Lore(vocabulary, gazetteer, detect)
        words = Words(file, postings)
        evaluator = Evaluator(file, postings, words, salt)
        counter, facets = Counter(file, postings), Facets(postings, evaluator, lore)

        def again() -> ReadModel:
            # Whoever asks for `mark` compares it with today's head, which may be past the one given here.
            return cls.open(
                path,
                key,
                compartment=compartment,
                epoch=epoch,
                head=sys.maxsize,
                vocabulary=vocabulary,
                gazetteer=gazetteer,
                vocabulary_version=vocabulary_version,
                detect=detect,
            )

        model = cls(file, lore, salt, postings, words, evaluator, counter, facets, again)
        model._purge()
        return model

    @property
    def mark(self) -> int:
        """The last change sequence that is in the file; 0 when it is empty."""
        with self._lock:
            if self.file.damaged or not self.file.in_place():
                self._start_again()
            return self.file.number("mark")

    def _start_again(self) -> None:
        self.file.close()
        fresh = self._again()
        for name in self.__slots__:
            if name != "_lock":
                setattr(self, name, getattr(fresh, name))

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
                    projection = self._project(filed, gone, groupings, judgements, states or {})
                    withdrawn = projection.withdrawn
                    self.file.set_number("mark", mark)
                    self.file.set_number("generation", self._generation + 1)
                    if withdrawn:
                        self.file.set_number("purge", 1)
            except BaseException:
                self._generation = -1
                self._postings.forget(names=True)
                self._words.forget()
                raise
            self._generation += 1
            self._forget_answers(projection.shared)
            with contextlib.suppress(Busy):
                self._learn_words(projection.texts)
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
                counts=self._counter.counts(shown),
                basis=self._basis(asked, dict(zip(ids, page, strict=True))),
                next=str(page[-1]) if more and page else None,
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
            found = {}
            for row in rows:
                rest = all_of(part for part in asked.root.parts if not is_choice(part, row.key))
                found[row.key] = self._facets.counts(asked, self._answer(rest), row)
            return found

    def why(self, query: Query, ids: Sequence[UUID], *, denials: bool = False) -> Mapping[UUID, tuple[Reason, ...]]:
        """The reasons why these testimonies answer the query, in the order of the narrative; tags first.

        A testimony that is not there (any more) has none. `denials`: what is denied of the concepts asked for, too.
        """
        asked = self._resolved(query)
        with self._lock, self.file.reading():
            self._look()
            reasons = Reasons(self.file, self._postings, self._evaluator, self.lore)
            return {one: reasons.of(asked, one, denials=denials) for one in ids}

    def tabulate(
        self,
        query: Query,
        rows: str,
        columns: str,
        layers: str | None = None,
        unit: Unit = "testimonies",
        *,
        people: bool = False,
    ) -> Table:
        """Count the answer over two or three axes (`mechanism`, `place@country`, `entry` …; see `tabulate`).

        With `people` the witnesses behind each cell are counted, which `suppress.protect` needs: no table leaves the
        desk without it. Raises `Invalid` for an unknown key, level or unit, or a table too large.
        """
        asked = self._resolved(query)
        with self._lock, self.file.reading():
            self._look()
            specs = (rows, columns) if layers is None else (rows, columns, layers)
            axes = tuple(
                read_axis(one, self.lore.vocabulary, self.lore.gazetteer, self._facets.values) for one in specs
            )
            return tabulate(
                self._answer(asked),
                axes,
                unit,
                lambda key, value: self._evaluator.filter(Filter(key, value)),
                self._distinct,
                people=people,
            )

    def ids(self, query: Query, *, tab: str = "all", most: int | None = None) -> tuple[UUID, ...]:
        """Every testimony of the answer, newest first: for a bulk deed, a snapshot, an export."""
        asked = self._resolved(query)
        with self._lock, self.file.reading():
            self._look()
            found = list(self._tabs(asked).get(tab, BitMap()))[::-1]
            return self._ids(found if most is None else found[:most])

    def _resolved(self, query: Query) -> Query:
        known = self._resolutions.get(query)
        if known is None:
            if len(self._resolutions) >= _MOST_KEPT:
                self._resolutions.clear()
            known = filters.resolve(query, self.lore.vocabulary, self.lore.gazetteer)
            self._resolutions[query] = self._resolutions[known] = known
        return known

    def _look(self) -> None:
        """Drop the caches if anybody changed the file since they were filled. Inside a transaction."""
        generation = self.file.number("generation")
        if generation != self._generation:
            self._postings.forget()
            self._words.forget()
            self._forget_answers(set(UNITS))
            self._generation = generation

    def _forget_answers(self, units: Iterable[str]) -> None:
        """What was put together from sets, and the circles of those units, are no longer true."""
        self._evaluator.forget()
        self._answers.clear()
        self._facets.forget()
        self._counter.forget(units)

    def _project(
        self,
        filed: Sequence[Filed],
        gone: Sequence[UUID],
        groupings: Sequence[Grouping],
        judgements: Sequence[Judgement],
        states: Mapping[UUID, str],
    ) -> Projection:
        projection = Projection(self.file, self._postings, self._words, self.lore, self._salt)
        for judgement in judgements:
            projection.judge(judgement)
        for grouping in groupings:
            projection.group(grouping)
        for one in filed:
            projection.file_testimony(one)
        for testimony, state in states.items():
            projection.set_state(testimony, state)
        for testimony in gone:
            projection.withdraw(testimony)
        projection.finish()
        return projection

    def _learn_words(self, texts: Mapping[int, str]) -> None:
        """Choose common words anew whenever the file has grown tenfold, and make their sets, some at a time."""
        with self.file.reading():
            documents = len(self._evaluator.everything())
            if not self._words.due(documents, self.file.number("words")):
                return
            chosen = self._words.choose(texts.values())
        for start in range(0, len(chosen), _WORDS_AT_ONCE):
            with self.file.writing():
                self._look()
                self._words.add(chosen[start : start + _WORDS_AT_ONCE])
                self._generation += 1
                self.file.set_number("generation", self._generation)
                self.file.set_number("words", documents)
        self._forget_answers(())

    def _purge(self) -> None:
        """Overwrite what withdrawn testimonies left behind in the index of words, and in the write-ahead log."""
        if self.file.number("purge"):
            with self.file.writing():
                self._look()
                self._words.drop_unused()
            self.file.wipe()
            with self.file.writing():
                self.file.set_number("purge", 0)

    def _distinct(self, found: BitMap, unit: Unit) -> int:
        return len(found) if unit == "testimonies" else self._counter.distinct(found, SINGULAR[unit])

    def _answer(self, query: Query) -> BitMap:
        kept = self._answers.get(query)
        if kept is None:
            if len(self._answers) >= _MOST_KEPT:
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

    def _ids(self, numbers: Sequence[int]) -> tuple[UUID, ...]:
        marks = json.dumps(list(numbers))
        rows = self.file.execute(
            "SELECT number, id FROM document WHERE number IN (SELECT value FROM json_each(?))", (marks,)
        )
        found = {number: UUID(bytes=ident) for number, ident in rows.fetchall()}
        return tuple(found[number] for number in numbers)

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


def _checksum(gazetteer: Gazetteer) -> str:
    """A place that moved or was renamed makes other sets."""
    document = json.dumps(gazetteer.to_document(), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(document.encode()).hexdigest()[:16]


@cache
def _language_checksum() -> str:
    """Tokens and mentions are kept, so a file made with other rules of finding them is another file."""
    sources = sorted(Path(mentions.__file__).parent.glob("*.py"))
    return hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()[:16]


def _page(shown: BitMap, limit: int, after: str | None, offset: int) -> tuple[list[int], bool]:
    """Numbers from the newest down, and whether there are more."""
    end = len(shown) - max(offset, 0)
    if after is not None:
        if not after.isascii() or not after.isdigit() or int(after) > 0xFFFFFFFF:
            raise Invalid(N_("There is no such page."))
        end = shown.rank(int(after)) - (int(after) in shown)
    start = max(end - limit, 0)
    return [shown[place] for place in range(end - 1, start - 1, -1)], start > 0 and end > 0
