"""A redaction: every decision about what may be said of one testimony to one audience, as events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intake.models.base import SealedRecord, choice
from intake.models.content import Content


class Method(StrEnum):
    PSEUDONYM = "pseudonym"
    GENERALISE = "generalise"
    MASK = "mask"
    DELETE = "delete"
    KEEP = "keep"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What happens to one span of the NFC narrative (code points, end exclusive). `before`/`after` are up to 32
    characters either side, to find the place again in a later version."""

    id: str
    start: int
    end: int
    quote: str
    kind: str
    method: Method
    replacement: str
    reason: str
    note: str = ""
    group: str = ""
    rule: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class DecisionEvent:
    """One step of the work: decisions put in, decisions taken out, by whom, when (ISO 8601 UTC)."""

    by: UUID
    at: str
    added: tuple[Decision, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A word between reviewers: a comment, the cold read's guess, the reason of a return, a finding set aside."""

    by: UUID
    at: str
    kind: str
    text: str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class ReleasedFile:
    """One produced file, exactly the bytes that leave. `sha256` is what both reviewers sign."""

    media_type: str
    extension: str
    data: bytes
    sha256: bytes


@dataclass(frozen=True, kw_only=True)
class RedactionContent(Content):
    """Decisions by event, never edited; `undone` counts events taken back from the end. `proposal` holds the files
    as the redactor sent them on, with the redactor's signature over their manifest."""

    purpose: str
    identity: str
    fields: tuple[str, ...]
    source_digest: bytes
    events: tuple[DecisionEvent, ...] = ()
    undone: int = 0
    rejected: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    proposal: tuple[ReleasedFile, ...] = ()
    redactor_signature: bytes = b""
    pseudonym_seed: bytes = b""

    def decisions(self) -> tuple[Decision, ...]:
        """What stands now, in text order."""
        standing: dict[str, Decision] = {}
        for event in self.events[: len(self.events) - self.undone]:
            for gone in event.removed:
                standing.pop(gone, None)
            standing.update((decision.id, decision) for decision in event.added)
        return tuple(sorted(standing.values(), key=lambda d: (d.start, -d.end)))


class RedactionState(StrEnum):
    WORKING = "working"
    SENT = "sent"
    RETURNED = "returned"
    APPROVED = "approved"


class Redaction(SealedRecord):
    __tablename__ = "redaction"
    __table_args__ = (UniqueConstraint("testimony_id", "audience"),)
    Content = RedactionContent

    testimony_id: Mapped[UUID] = mapped_column(ForeignKey("testimony.id"), index=True)
    audience: Mapped[str]
    state: Mapped[RedactionState] = mapped_column(choice(RedactionState))
    redactor_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    approver_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))


class ReleaseState(StrEnum):
    RELEASED = "released"
    RECALLED = "recalled"


@dataclass(frozen=True, kw_only=True)
class ReleaseContent(Content):
    """The files and the two signatures over their manifest."""

    purpose: str
    identity: str
    files: tuple[ReleasedFile, ...]
    manifest: bytes
    redactor_signature: bytes
    approver_signature: bytes
    recall_reason: str = ""


class Release(SealedRecord):
    __tablename__ = "release"
    __table_args__ = (UniqueConstraint("testimony_id", "audience", "number"),)
    Content = ReleaseContent

    testimony_id: Mapped[UUID] = mapped_column(ForeignKey("testimony.id"), index=True)
    redaction_id: Mapped[UUID] = mapped_column(ForeignKey("redaction.id"))
    audience: Mapped[str]
    number: Mapped[int]
    digest_sha256: Mapped[bytes]
    state: Mapped[ReleaseState] = mapped_column(choice(ReleaseState))
    redactor_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    approver_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
