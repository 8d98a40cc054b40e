"""The audit chain as stored: who did which verb to which record, and nothing of what was said."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from intake.models.base import Base, choice


class Outcome(StrEnum):
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class AuditEntry(Base):
    """Entry `seq` seals entry `seq - 1` by its hash. `actor_id` is None for somebody who is not signed in."""

    __tablename__ = "audit_entry"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date]
    verb: Mapped[str]
    outcome: Mapped[Outcome] = mapped_column(choice(Outcome))
    record_id: Mapped[UUID | None] = mapped_column(index=True)
    actor_id: Mapped[UUID | None] = mapped_column(index=True)
    previous: Mapped[bytes]
    hash: Mapped[bytes]


class AuditedWrite(Base):
    """The ciphertext digest of a record written under an entry (32 zero bytes: deleted). Part of the entry's hash, so
    an older version put back in its place is noticed."""

    __tablename__ = "audited_write"
    __table_args__ = (Index("ix_audited_write_record_id", "record_id"),)

    seq: Mapped[int] = mapped_column(ForeignKey("audit_entry.seq"), primary_key=True)
    record_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[bytes]
