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

from intake.actions.scope import Scope, scope_of
from intake.actions.vocabulary import current
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.base import SealedRecord
from intake.models.case import Case, CaseContent, CasePart, CasePartContent
from intake.models.journal import AuditEntry
from intake.models.judgement import Judgement, JudgementContent, Verdict
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState
from intake.readmodel.model import ReadModel
from intake.readmodel.project import Filed, Grouping
from intake.readmodel.project import Judgement as Judged
from intake.sealing.keys import Secret
from intake.work import Work

BATCH = 200
MOST_OPEN = 6
"""Read models that a process keeps open: each costs a connection with its pages in memory."""


def ready_model(work: Work, patience: float, *, shared: bool = False) -> tuple[ReadModel, int]:
    """The read model of everything the actor may search, caught up for at most `patience` seconds, and how many changes
    are left. `shared`: of what everybody may search, for what is kept or leaves for all."""
    number, vocabulary, gazetteer = current(work)
    scope = scope_of(work, shared=shared)
    model = open_model(work, scope, number, vocabulary, gazetteer)
    return model, catch_up(work, model, scope, patience)


def open_model(work: Work, scope: Scope, number: int, vocabulary: Vocabulary, gazetteer: Gazetteer) -> ReadModel:
    """The read model of a set of compartments, kept open by the process for whoever shows the key of them all."""
    key = scope.key(work)
    at = (scope.name, number)
    kept: dict[tuple[UUID, int], tuple[Secret, ReadModel]] = work.instance.remembered.setdefault("readmodels", {})
    held = kept.get(at)
    if held is not None and hmac.compare_digest(held[0].reveal(), key.reveal()):
        if held[1].mark <= _head(work):
            kept[at] = kept.pop(at, held)
            return held[1]
        held[1].close()
    model = ReadModel.open(
        work.instance.read_model(scope.name.hex),
        key.reveal(),
        compartment=scope.name,
        epoch=scope.epoch,
        head=_head(work),
        vocabulary=vocabulary,
        gazetteer=gazetteer,
        vocabulary_version=number,
    )
    kept[at] = (key, model)
    # The one asked least lately is let go; whoever still has it in hand keeps it open until they are done.
    for old in list(kept)[:-MOST_OPEN]:
        kept.pop(old, None)
    return model


def _head(work: Work) -> int:
    return work.db.scalar(select(func.max(AuditEntry.seq))) or 0


def catch_up(work: Work, model: ReadModel, scope: Scope, patience: float) -> int:
    """Project what changed in these compartments since the model's mark, in order. Returns how many changes are left
    when time is up."""
    mark, head = model.mark, _head(work)
    waiting = sorted(
        (changed, kind.__tablename__, record_id)
        for kind in (Testimony, Case, CasePart, Judgement)
        for changed, record_id in _changed(work, kind, scope, mark)
    )
    began = time.monotonic()
    batches = list(_batches(waiting))
    for at, batch in enumerate(batches):
        _apply(work, model, scope, batch)
        if time.monotonic() - began > patience and at + 1 < len(batches):
            return sum(len(rest) for rest in batches[at + 1 :])
    if head > model.mark:
        model.apply(mark=head)
    return 0


def _changed(work: Work, kind: type[SealedRecord], scope: Scope, mark: int) -> Iterable[tuple[int, UUID]]:
    """What lies in the set and changed. Never the actor's whole ring: somebody with more keys may be catching up."""
    query = select(kind.changed, kind.id).where(kind.changed > mark, kind.compartment_id.in_(scope.ids))
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


def _apply(work: Work, model: ReadModel, scope: Scope, batch: Sequence[tuple[int, str, UUID]]) -> None:
    filed, gone = _testimonies(work, [i for _, kind, i in batch if kind == Testimony.__tablename__])
    judgements = [work.get(Judgement, i) for _, kind, i in batch if kind == Judgement.__tablename__]
    model.apply(
        filed=filed,
        gone=gone,
        groupings=_groupings(work, scope, batch),
        judgements=[_judged(j, work.open(JudgementContent, j)) for j in judgements],
        mark=batch[-1][0],
    )
    work.about = None


def _groupings(work: Work, scope: Scope, batch: Sequence[tuple[int, str, UUID]]) -> list[Grouping]:
    """The cases that changed, as they now stand in the set: a case and its parts in restricted compartments."""
    changed = {i for _, kind, i in batch if kind == Case.__tablename__}
    parts = {i for _, kind, i in batch if kind == CasePart.__tablename__}
    if not changed and not parts:
        return []
    opened_parts = [
        (one.id, work.open(CasePartContent, one)) for one in work.all(CasePart, CasePart.compartment_id.in_(scope.ids))
    ]
    changed |= {part.case_id for part_id, part in opened_parts if part_id in parts}
    groupings = []
    for case in work.all(Case, Case.id.in_(changed), Case.compartment_id.in_(scope.ids), newest_first=False):
        content = work.open(CaseContent, case)
        mine: list[CaseContent | CasePartContent] = [
            content,
            *(part for _, part in opened_parts if part.case_id == case.id),
        ]
        inside = frozenset(one for part in mine for one in part.testimonies)
        groupings.append(Grouping(case.id, inside, frozenset(one for part in mine for one in part.excluded)))
    return groupings


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
