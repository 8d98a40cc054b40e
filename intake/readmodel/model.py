"""The read model of one compartment, as actions use it: bring it up to date, ask it, ask it why.

Nothing here is a record: a page of results names testimonies, and whoever shows them opens them. All counts are counts
over this file, so over what a member of the compartment may open; what several compartments answer is added up outside.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from pyroaring import BitMap

from intake.errors import N_, Busy, Invalid
from intake.language import mentions
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.readmodel import filters
from intake.readmodel.answers import TABS, Answers, page
from intake.readmodel.counting import Counter, Counts
from intake.readmodel.evaluate import Evaluator
from intake.readmodel.facets import FacetCount, Facets, is_choice
from intake.readmodel.facts import UNITS, Detector, Lore
from intake.readmodel.file import Identity, ReadModelFile, open_file
from intake.readmodel.postings import Postings
from intake.readmodel.project import Filed, Grouping, Judgement, Projection
from intake.readmodel.query import Clause, Filter, Query, all_of
from intake.readmodel.reasons import Reason, Reasons
from intake.readmodel.recall import Recall, recall
from intake.readmodel.tabulate import SINGULAR, Table, Unit, read_axis, tabulate
from intake.readmodel.words import Words

__all__ = ["Counts", "FacetCount", "Found", "Page", "ReadModel", "Reason", "Recall"]

SCHEMA = 4
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


@dataclass(frozen=True, slots=True)
class Page:
    """Only the rows and how many testimonies there are: for looking on, when the other counts are on the screen."""

    ids: tuple[UUID, ...]
    testimonies: int
    basis: Mapping[UUID, tuple[str, ...]]
    next: str | None


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
    _answers: Answers
    _facets: Facets
    _again: Callable[[], ReadModel]
    _generation: int = -1
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
        lore = Lore(vocabulary, gazetteer, detect)
        identity = Identity(compartment.bytes, epoch, SCHEMA, f"{vocabulary_version}:{lore.checksum()}")
        file = open_file(path, key, identity=identity, head=head)
        salt = bytes(file.execute("SELECT value FROM identity WHERE name = 'salt'").fetchone()[0])
        postings = Postings(file)
        words = Words(file, postings)
        evaluator = Evaluator(file, postings, words, salt)
        answers, facets = Answers(postings, evaluator), Facets(postings, evaluator, lore)

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

        model = cls(file, lore, salt, postings, words, evaluator, Counter(file, postings), answers, facets, again)
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
            tabs = self._answers.tabs(asked)
            shown = tabs.get(tab, BitMap())
            numbers, more = page(shown, min(max(limit, 0), MOST_PER_PAGE), after, offset)
            ids = self._ids(numbers)
            return Found(
                ids=ids,
                counts=self._counter.counts(shown),
                basis=self._answers.basis(asked, dict(zip(ids, numbers, strict=True))),
                next=str(numbers[-1]) if more and numbers else None,
                tabs={name: len(found) for name, found in tabs.items()},
                empty_because=() if shown or tab != "all" else self._answers.emptied_by(asked),
                numbers=tuple(numbers),
            )

    def page(self, query: Query, *, limit: int = 25, after: str | None = None, offset: int = 0) -> Page:
        """The rows of one page of the whole answer, as `search` gives them, and nothing but their number counted."""
        asked = self._resolved(query)
        with self._lock, self.file.reading():
            self._look()
            shown = self._answers.of(asked)
            numbers, more = page(shown, min(max(limit, 0), MOST_PER_PAGE), after, offset)
            ids = self._ids(numbers)
            basis = self._answers.basis(asked, dict(zip(ids, numbers, strict=True)))
            return Page(ids, len(shown), basis, str(numbers[-1]) if more and numbers else None)

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
                found[row.key] = self._facets.counts(asked, self._answers.of(rest), row)
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
                self._answers.of(asked),
                axes,
                unit,
                lambda key, value: self._evaluator.filter(Filter(key, value)),
                self._distinct,
                people=people,
            )

    def recall(self, query: Query) -> Recall | None:
        """How complete the answer is; None for a query that asks for no concept."""
        asked = self._resolved(query)
        with self._lock, self.file.reading():
            self._look()
            if len(self._answers.tabs(asked)) == 1:
                return None
            return recall(self.file, self._answers, self.lore.vocabulary, asked)

    def ids(self, query: Query, *, tab: str = "all", most: int | None = None) -> tuple[UUID, ...]:
        """Every testimony of the answer, newest first: for a bulk deed, a snapshot, an export."""
        asked = self._resolved(query)
        with self._lock, self.file.reading():
            self._look()
            found = list(self._answers.tabs(asked).get(tab, BitMap()))[::-1]
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
            self._postings.forget(names=True)
            self._words.forget()
            self._forget_answers(set(UNITS))
            self._generation = generation

    def _forget_answers(self, units: Iterable[str]) -> None:
        """What was put together from sets, and the circles of those units, are no longer true."""
        self._evaluator.forget()
        self._answers.forget()
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
        """Choose more common words whenever the file has doubled, and make their sets, some at a time."""
        with self.file.reading():
            documents = len(self._evaluator.everything())
            if not self._words.due(documents, self.file.number("words")):
                return
            chosen = self._words.choose(texts.values(), documents)
        if chosen is None:
            return
        for start in range(0, len(chosen), _WORDS_AT_ONCE):
            with self.file.writing():
                self._look()
                self._words.add(chosen[start : start + _WORDS_AT_ONCE])
                self._generation += 1
                self.file.set_number("generation", self._generation)
        with self.file.writing():
            self.file.set_number("words", documents)
        self._forget_answers(())

    def _purge(self) -> None:
        """Overwrite what withdrawn testimonies left behind in the index of words, and in the write-ahead log."""
        if self.file.number("purge"):
            with self.file.writing():
                self._look()
                self._words.drop_unused()
                self._generation += 1
                self.file.set_number("generation", self._generation)
            self.file.wipe()
            with self.file.writing():
                self.file.set_number("purge", 0)

    def _distinct(self, found: BitMap, unit: Unit) -> int:
        return len(found) if unit == "testimonies" else self._counter.distinct(found, SINGULAR[unit])

    def _ids(self, numbers: Sequence[int]) -> tuple[UUID, ...]:
        marks = json.dumps(list(numbers))
        rows = self.file.execute(
            "SELECT number, id FROM document WHERE number IN (SELECT value FROM json_each(?))", (marks,)
        )
        found = {number: UUID(bytes=ident) for number, ident in rows.fetchall()}
        return tuple(found[number] for number in numbers)
