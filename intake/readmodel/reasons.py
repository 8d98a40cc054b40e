"""Why a testimony answers: tags, fields, mentions, denials and judgements, as offsets; the words stay in the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from intake.readmodel.evaluate import Evaluator, asked_concepts, asked_texts
from intake.readmodel.facts import DENIAL, DENIED, FIELD, MENTION, TAG, Lore
from intake.readmodel.file import ReadModelFile
from intake.readmodel.filters import CONCEPT_KEYS
from intake.readmodel.postings import Postings
from intake.readmodel.query import Query

Kind = Literal["tag", "field", "mention", "text"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a testimony answers: offsets are code points of its narrative, None where there is no passage.

    A coordinator's confirmation is a tag whose `field` is `judgement` and `by` who gave it; a denial has `field`
    `denied`.
    """

    kind: Kind
    concept: str
    start: int | None
    end: int | None
    field: str
    strength: float
    by: UUID | None = None


_JUDGED = -1
_KINDS = {
    "concept": {TAG, FIELD, MENTION, _JUDGED},
    "mechanism": {TAG},
    "field": {FIELD},
    "mentioned": {MENTION},
    "judged": {_JUDGED},
}
_NAMES: Mapping[int, Kind] = {TAG: "tag", FIELD: "field", MENTION: "mention"}
_FIELDS = {TAG: "mechanisms", FIELD: "", MENTION: "narrative"}
_ORDER = ("tag", "field", "mention", "text")
assert set(_KINDS) == CONCEPT_KEYS  # noqa: S101 - a new way to ask for a concept must say what it shows


@dataclass(frozen=True, slots=True)
class Reasons:
    """Reads the reasons of single testimonies out of one snapshot."""

    file: ReadModelFile
    postings: Postings
    evaluator: Evaluator
    lore: Lore

    def of(self, query: Query, testimony: UUID, *, denials: bool) -> tuple[Reason, ...]:
        """The reasons of one testimony for a resolved query, tags first, then in the order of the narrative."""
        row = self.file.execute("SELECT number FROM document WHERE id = ?", (testimony.bytes,)).fetchone()
        if row is None:
            return ()
        number = int(row[0])
        kinds: dict[str, set[int]] = {}
        for clause in asked_concepts(query):
            for concept in self._narrower(clause.value):
                kinds.setdefault(concept, set()).update(_KINDS[clause.key])
        found = [*self._judged(testimony, kinds), *self._grounded(number, testimony, kinds, denials)]
        if any(number in self.evaluator.clause(text, {}) for text in asked_texts(query)):
            found.append(Reason("text", "", None, None, "narrative", 1.0))
        return tuple(sorted(found, key=lambda one: (_ORDER.index(one.kind), one.start or 0, one.concept)))

    def _narrower(self, value: str) -> frozenset[str]:
        if value.startswith("="):
            return frozenset((value[1:],))
        return self.lore.vocabulary.narrower(value) if self.lore.vocabulary.find(value) else frozenset((value,))

    def _grounded(self, number: int, testimony: UUID, kinds: Mapping[str, set[int]], denials: bool) -> Iterable[Reason]:
        if not kinds:
            return
        refused = {concept for concept, confirmed, *_ in self._verdicts(testimony) if not confirmed}
        rows = self.file.execute(
            "SELECT kind, concept, start, stop, field, strength FROM reason WHERE document = ? ORDER BY serial",
            (number,),
        ).fetchall()
        for kind, term, start, stop, where, strength in rows:
            concept = self.postings.name(term).removeprefix("concept:")
            if kind == MENTION and not refused.isdisjoint(self.lore.flatten(concept)):
                continue
            if kind in kinds.get(concept, ()):
                yield Reason(_NAMES[kind], concept, start, stop, where or _FIELDS[kind], strength / 1000)
            elif kind == DENIAL and denials and concept in kinds:
                said: Kind = "field" if where else "mention"
                yield Reason(said, concept, start, stop, where or DENIED, strength / 1000)

    def _judged(self, testimony: UUID, kinds: Mapping[str, set[int]]) -> Iterable[Reason]:
        for concept, confirmed, start, stop, author in self._verdicts(testimony):
            if confirmed and _JUDGED in kinds.get(concept, ()):
                yield Reason("tag", concept, start, stop, "judgement", 1.0, UUID(bytes=author))

    def _verdicts(self, testimony: UUID) -> list[tuple[str, bool, int | None, int | None, bytes]]:
        return list(
            self.file.execute(
                "SELECT concept, confirmed, start, stop, author FROM judgement WHERE testimony = ?"
                " ORDER BY concept, author",
                (testimony.bytes,),
            ).fetchall()
        )
