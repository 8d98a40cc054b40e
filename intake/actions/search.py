"""Asking: every case that mentions a thing, with reasons. The answer comes from the read model, caught up first."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from uuid import UUID

from sqlalchemy import func, select

from intake.actions.refining import refine as refined
from intake.actions.vocabulary import current
from intake.errors import N_, Invalid, Unauthenticated
from intake.language import tokens
from intake.language.locating import passages
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.base import SealedRecord
from intake.models.case import Case, CaseContent
from intake.models.compartment import CASEWORK
from intake.models.journal import AuditEntry
from intake.models.judgement import Judgement, JudgementContent, Verdict
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState
from intake.readmodel.evaluate import asked_texts
from intake.readmodel.facts import DENIED
from intake.readmodel.filters import resolve
from intake.readmodel.grammar import parse
from intake.readmodel.model import Counts, FacetCount, ReadModel, Reason
from intake.readmodel.project import Filed, Grouping
from intake.readmodel.project import Judgement as Judged
from intake.readmodel.query import Clause, Filter, Query, Word, all_of, to_text
from intake.readmodel.sentence import sentence
from intake.sealing.keys import Secret
from intake.sealing.labels import Label
from intake.work import Work, action

FACETS = ("concept", "place", "sector", "year", "period", "document", "focus", "indicator", "language", "state")
CONTEXT = 48
MOST_PASSAGES = 4
_BATCH = 200


@dataclass(frozen=True)
class Why:
    """One reason of a row: the words themselves, with a little before and after. `kind`: tag, field, mention, text."""

    kind: str
    concept: str
    quote: str
    before: str = ""
    after: str = ""
    field: str = ""
    strength: float = 1.0
    start: int | None = None
    end: int | None = None
    paragraph: int | None = None
    """Counted from one, over the lines of the narrative that say something."""


@dataclass(frozen=True)
class Row:
    """A testimony that answers, and why."""

    id: UUID
    external_id: str
    reference: str
    state: TestimonyState
    interviewed: str
    language: str
    basis: tuple[str, ...]
    why: tuple[Why, ...]
    content: TestimonyContent


@dataclass(frozen=True)
class Answer:
    """A page of an answer. `complete` is False when not everything filed has been read yet: `behind` says how many
    changes are still to be looked at."""

    query: Query
    counts: Counts
    rows: tuple[Row, ...]
    tabs: Mapping[str, int]
    facets: Mapping[str, Sequence[FacetCount]]
    next: str | None
    complete: bool
    behind: int
    empty_because: tuple[Clause, ...] = ()
    vocabulary: Vocabulary | None = None
    gazetteer: Gazetteer | None = None
    missing: tuple[str, ...] = field(default=())


@action(reading=True)
def run(
    work: Work,
    text: str,
    *,
    tab: str = "all",
    after: str | None = None,
    limit: int = 25,
    facets: Sequence[str] = FACETS,
    patience: float = 20.0,
) -> Answer:
    """Answer a query written in the search grammar. Spends at most `patience` seconds on catching up.

    `Invalid` names what cannot be understood: an unknown key or value, an unbalanced quote.
    """
    number, vocabulary, gazetteer = current(work)
    query = parse(text, vocabulary=vocabulary, gazetteer=gazetteer)
    model = open_model(work, number, vocabulary, gazetteer)
    behind = catch_up(work, model, patience)
    found = model.search(query, limit=limit, after=after, tab=tab)
    reasons = model.why(query, found.ids, denials=tab == DENIED)
    rows = _rows(work, query, found.ids, found.basis, reasons)
    return Answer(
        query,
        found.counts,
        rows,
        found.tabs,
        model.facets(query, facets) if facets else {},
        found.next,
        behind == 0,
        behind,
        found.empty_because,
        vocabulary,
        gazetteer,
    )


@action(reading=True)
def refine(work: Work, text: str, shown: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> str:
    """The text of a query after boxes of its facets were ticked or taken off; `shown`: what was ticked, by key."""
    _, vocabulary, gazetteer = current(work)
    query = parse(text, vocabulary=vocabulary, gazetteer=gazetteer)
    for key, values in now.items():
        parse_all(key, values, vocabulary, gazetteer)
    return to_text(refined(query, shown, now, vocabulary, gazetteer))


def parse_all(key: str, values: Sequence[str], vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
    """`Invalid` unless every value is one of the key's."""
    resolve(all_of(Filter(key, value) for value in values), vocabulary, gazetteer)


def say(answer: Answer, lang: str, translate: Callable[[str], str]) -> str:
    """The query as a sentence, in the language of `translate`."""
    if answer.vocabulary is None or answer.gazetteer is None:
        raise Invalid
    return sentence(
        answer.query, vocabulary=answer.vocabulary, gazetteer=answer.gazetteer, lang=lang, translate=translate
    )


def ready_model(work: Work, patience: float) -> tuple[ReadModel, int]:
    """The read model, caught up for at most `patience` seconds, and how many changes are left."""
    number, vocabulary, gazetteer = current(work)
    model = open_model(work, number, vocabulary, gazetteer)
    return model, catch_up(work, model, patience)


def open_model(work: Work, number: int, vocabulary: Vocabulary, gazetteer: Gazetteer) -> ReadModel:
    """The read model of `casework`, kept open by the process for whoever shows its key."""
    compartment = work.compartment(CASEWORK)
    epoch, seed = work.actor.keyring.latest(compartment.id)
    if epoch != compartment.epoch:
        raise Unauthenticated(N_("The keys were changed. Please sign in again."))
    key = seed.derive(Label.READ_MODEL, compartment.id, epoch)
    at = ("readmodel", compartment.id, epoch, number)
    held: tuple[Secret, ReadModel] | None = work.instance.remembered.get(str(at))
    if held is not None and hmac.compare_digest(held[0].reveal(), key.reveal()):
        if held[1].mark <= _head(work):
            return held[1]
        held[1].close()
    model = ReadModel.open(
        work.instance.read_model(compartment.id.hex),
        key.reveal(),
        compartment=compartment.id,
        epoch=epoch,
        head=_head(work),
        vocabulary=vocabulary,
        gazetteer=gazetteer,
        vocabulary_version=number,
    )
    work.instance.remembered[str(at)] = (key, model)
    return model


def _head(work: Work) -> int:
    return work.db.scalar(select(func.max(AuditEntry.seq))) or 0


# -- catching up


def catch_up(work: Work, model: ReadModel, patience: float) -> int:
    """Project what changed since the model's mark, in order. Returns how many changes are left when time is up."""
    mark, head = model.mark, _head(work)
    waiting = sorted(
        (changed, kind.__tablename__, record_id)
        for kind in (Testimony, Case, Judgement)
        for changed, record_id in _changed(work, kind, mark)
    )
    began = time.monotonic()
    batches = list(_batches(waiting))
    for at, batch in enumerate(batches):
        _apply(work, model, batch)
        if time.monotonic() - began > patience and at + 1 < len(batches):
            return sum(len(rest) for rest in batches[at + 1 :])
    if head > model.mark:
        model.apply(mark=head)
    return 0


def _changed(work: Work, kind: type[SealedRecord], mark: int) -> Iterable[tuple[int, UUID]]:
    ring = work.actor.keyring.compartments
    query = select(kind.changed, kind.id).where(kind.changed > mark, kind.compartment_id.in_(ring))
    return [(row.changed, row.id) for row in work.db.execute(query)]


def _batches(waiting: Sequence[tuple[int, str, UUID]]) -> Iterable[list[tuple[int, str, UUID]]]:
    """Parts of about `_BATCH`; what changed under one entry stays together, since the mark counts entries."""
    batch: list[tuple[int, str, UUID]] = []
    for _, together in groupby(waiting, key=lambda change: change[0]):
        batch.extend(together)
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _apply(work: Work, model: ReadModel, batch: Sequence[tuple[int, str, UUID]]) -> None:
    filed, gone = _testimonies(work, [i for _, kind, i in batch if kind == Testimony.__tablename__])
    cases = [work.get(Case, i) for _, kind, i in batch if kind == Case.__tablename__]
    judgements = [work.get(Judgement, i) for _, kind, i in batch if kind == Judgement.__tablename__]
    contents = [(c, work.open(CaseContent, c)) for c in cases]
    model.apply(
        filed=filed,
        gone=gone,
        groupings=[Grouping(c.id, frozenset(o.testimonies), frozenset(o.excluded)) for c, o in contents],
        judgements=[_judged(j, work.open(JudgementContent, j)) for j in judgements],
        mark=batch[-1][0],
    )
    work.about = None


def _judged(record: Judgement, content: JudgementContent) -> Judged:
    return Judged(
        record.testimony_id,
        content.concept,
        "confirmed" if content.verdict is Verdict.CONFIRMED else "refused",
        record.author_id,
        content.start,
        content.end,
    )


def _testimonies(work: Work, ids: Sequence[UUID]) -> tuple[list[Filed], list[UUID]]:
    filed: list[Filed] = []
    gone: list[UUID] = []
    for record, content in opened(work, ids):
        if content is None:
            gone.append(record.id)
        else:
            filed.append(
                Filed(
                    record.id,
                    record.reference,
                    record.state.value,
                    record.created_on,
                    record.changed,
                    record.author_id,
                    content,
                )
            )
    return filed, gone


def opened(work: Work, ids: Sequence[UUID]) -> list[tuple[Testimony, TestimonyContent | None]]:
    """Those of these testimonies that the actor's keys fit; withdrawn ones without content."""
    if not ids:
        return []
    records = work.all(Testimony, Testimony.id.in_(ids))
    keys = work.instance.keystore.find_many(list(ids))
    return [
        (r, None if r.state is TestimonyState.WITHDRAWN else work.open(TestimonyContent, r, shred_key=keys.get(r.id)))
        for r in records
    ]


# -- rows


def _rows(
    work: Work,
    query: Query,
    ids: Sequence[UUID],
    basis: Mapping[UUID, tuple[str, ...]],
    reasons: Mapping[UUID, tuple[Reason, ...]],
) -> tuple[Row, ...]:
    held = {record.id: (record, content) for record, content in opened(work, ids) if content is not None}
    words = [tokens.phrase(one.text) if isinstance(one, Word) else tokens.terms(one.text) for one in asked_texts(query)]
    rows = []
    for testimony_id in ids:
        if testimony_id not in held:
            continue
        record, content = held[testimony_id]
        why = tuple(one for reason in reasons.get(testimony_id, ()) for one in _why(reason, content, words))
        rows.append(
            Row(
                record.id,
                content.external_id,
                record.reference,
                record.state,
                content.setting.date,
                content.language,
                basis.get(testimony_id, ()),
                why,
                content,
            )
        )
    return tuple(rows)


def _why(reason: Reason, content: TestimonyContent, words: Sequence[Sequence[str]]) -> Iterable[Why]:
    if reason.kind == "text":
        for start, end in passages(content.narrative, words, most=MOST_PASSAGES):
            yield _passage(reason, content.narrative, start, end)
    elif reason.start is None or reason.end is None:
        quote = _without_place(reason, content)
        yield Why(reason.kind, reason.concept, quote, field=reason.field, strength=reason.strength)
    else:
        yield _passage(reason, content.narrative, reason.start, reason.end)


def _passage(reason: Reason, text: str, start: int, end: int) -> Why:
    """The words with what stands around them, within their own paragraph."""
    opening = text.rfind("\n", 0, start) + 1
    closing = text.find("\n", end)
    return Why(
        reason.kind,
        reason.concept,
        text[start:end],
        _edge(text[max(opening, start - CONTEXT) : start], cut=start - CONTEXT > opening, left=True),
        _edge(
            text[end : min(len(text) if closing < 0 else closing, end + CONTEXT)],
            cut=end + CONTEXT < (len(text) if closing < 0 else closing),
            left=False,
        ),
        reason.field,
        reason.strength,
        start,
        end,
        sum(1 for line in text[:opening].split("\n") if line.strip()) + 1,
    )


def _edge(text: str, *, cut: bool, left: bool) -> str:
    """Words around a quote, begun or broken off between words where there is a space to do it at."""
    if not cut:
        return text
    if left:
        _, space, rest = text.partition(" ")
        return "…" + (rest if space and len(rest) > CONTEXT // 2 else text)
    rest, space, _ = text.rpartition(" ")
    return (rest if space and len(rest) > CONTEXT // 2 else text) + "…"


def _without_place(reason: Reason, content: TestimonyContent) -> str:
    """What to show for a reason that rests on no passage: the tag's own quote, or the field's words."""
    if reason.kind == "tag":
        return next((t.quote for t in content.mechanisms if t.concept == reason.concept and t.quote), "")
    path = reason.field.split(".")
    if len(path) == 3 and path[0] == "legs" and path[1].isdigit() and int(path[1]) < len(content.legs):
        leg = content.legs[int(path[1])]
        return leg.document_as_said.value or leg.document
    return ""


@action
def judge(
    work: Work, testimony_id: UUID, concept: str, verdict: Verdict, *, start: int | None = None, end: int | None = None
) -> None:
    """Say whether a testimony really speaks of a concept: candidates become answers, or stop being asked about."""
    _, vocabulary, _ = current(work)
    term = vocabulary.find(concept)
    if term is None or term.scheme != "mechanism":
        raise Invalid(fields={"concept": [N_("This term does not exist.")]})
    testimony = work.get(Testimony, testimony_id)
    said = work.open(TestimonyContent, testimony)
    if start is not None and not (end is not None and start < end <= len(said.narrative)):
        raise Invalid(N_("This request makes no sense."))
    content = JudgementContent(concept=concept, verdict=verdict, start=start, end=end)
    work.seal_new(Judgement, content, to=testimony.compartment_id, testimony_id=testimony_id)
