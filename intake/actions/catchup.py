"""Bringing the read model up to date: what changed since its own mark is opened and put in, in order.

Pulled by whoever asks, never pushed by whoever files: interviewers need neither the file nor its key.
"""

from __future__ import annotations

import hmac
import time
from collections.abc import Iterable, Sequence
from itertools import groupby
from uuid import UUID

from sqlalchemy import func, select

from intake.actions.vocabulary import current
from intake.errors import N_, Unauthenticated
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.base import SealedRecord
from intake.models.case import Case, CaseContent
from intake.models.compartment import CASEWORK
from intake.models.journal import AuditEntry
from intake.models.judgement import Judgement, JudgementContent, Verdict
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState
from intake.readmodel.model import ReadModel
from intake.readmodel.project import Filed, Grouping
from intake.readmodel.project import Judgement as Judged
from intake.sealing.keys import Secret
from intake.sealing.labels import Label
from intake.work import Work

BATCH = 200


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
    """Parts of about `BATCH`; what changed under one entry stays together, since the mark counts entries."""
    batch: list[tuple[int, str, UUID]] = []
    for _, together in groupby(waiting, key=lambda change: change[0]):
        batch.extend(together)
        if len(batch) >= BATCH:
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
