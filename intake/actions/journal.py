"""The audit chain as an administrator reads it: who, what, when; never content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from intake import audit
from intake.models.journal import AuditEntry, Outcome
from intake.work import Work, action

PAGE = 100
_LAST = 1 << 62


@dataclass(frozen=True)
class EntryListed:
    """One line of the journal."""

    seq: int
    day: str
    verb: str
    outcome: Outcome
    record_id: UUID | None
    actor: str


@action(reading=True)
def list_(
    work: Work, *, before: int | None = None, verb: str = "", actor_id: UUID | None = None, outcome: str = ""
) -> Sequence[EntryListed]:
    """A page of entries, newest first, older than `before`."""
    query = select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(PAGE)
    if before is not None and before < _LAST:
        query = query.where(AuditEntry.seq < before)
    if verb:
        query = query.where(AuditEntry.verb == verb)
    if actor_id is not None:
        query = query.where(AuditEntry.actor_id == actor_id)
    if outcome in {o.value for o in Outcome}:
        query = query.where(AuditEntry.outcome == Outcome(outcome))
    entries = work.db.scalars(query).all()
    names = work.names(e.actor_id for e in entries)
    return [
        EntryListed(
            e.seq,
            e.day.isoformat(),
            e.verb,
            e.outcome,
            e.record_id,
            names.get(e.actor_id, "") if e.actor_id else "",
        )
        for e in entries
    ]


@action(reading=True)
def verify(work: Work, checkpoint: audit.Checkpoint | None = None) -> audit.Report:
    """Read the whole chain and hold every sealed record against it."""
    return audit.verify(work.db, checkpoint)
