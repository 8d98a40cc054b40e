"""A redaction: every decision about what may be said of one testimony to one audience, as events."""

from __future__ import annotations

from collections.abc import Iterable
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
    characters either side, to find the place again in a later version. An empty replacement of a pseudonym means the
    token that this release gives to `group`: the same person, the same token."""

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
class TurnedDown:
    """A suggestion that a person looked at and refused, with the reason. `always`: wherever the same words stand."""

    kind: str
    quote: str
    start: int
    end: int
    reason: str
    always: bool = False


@dataclass(frozen=True, kw_only=True)
class DecisionEvent:
    """One step of the work, by whom, when (ISO 8601 UTC): decisions put in and taken out, suggestions turned down, and
    the fields that may go along, when they were chosen anew."""

    by: UUID
    at: str
    added: tuple[Decision, ...] = ()
    removed: tuple[str, ...] = ()
    turned_down: tuple[TurnedDown, ...] = ()
    fields: tuple[str, ...] | None = None


class RemarkKind(StrEnum):
    COMMENT = "comment"
    GUESS = "guess"
    OBJECTION = "objection"
    RETURNED = "returned"
    NO_LEAK = "no-leak"
    AGREED = "agreed"


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A word between reviewers. `about` is a decision's id, a finding's key, a place (`120-124`) or, of what somebody
    agreed to, the name of a group of decisions; `settled` remarks are history."""

    id: str
    by: UUID
    at: str
    kind: RemarkKind
    text: str
    about: str = ""
    settled: bool = False


@dataclass(frozen=True, kw_only=True)
class ReleasedFile:
    """One produced file, exactly the bytes that leave. `sha256` is what both reviewers sign."""

    media_type: str
    extension: str
    data: bytes
    sha256: bytes


@dataclass(frozen=True, kw_only=True)
class RedactionContent(Content):
    """Decisions by event, never edited; `undone` counts events taken back from the end, `settled` those that can no
    longer be (the source has moved on since). `proposal` holds the files as the redactor sent them on, with the
    redactor's signature over their manifest. `adrift` are decisions that found no place in the newer version.
    """

    purpose: str
    identity: str
    fields: tuple[str, ...]
    source_digest: bytes
    held_at: str
    events: tuple[DecisionEvent, ...] = ()
    undone: int = 0
    settled: int = 0
    remarks: tuple[Remark, ...] = ()
    adrift: tuple[Decision, ...] = ()
    proposal: tuple[ReleasedFile, ...] = ()
    redactor_signature: bytes = b""
    pseudonym_seed: bytes = b""

    @property
    def standing(self) -> tuple[DecisionEvent, ...]:
        """The events that count now."""
        return self.events[: len(self.events) - self.undone]

    def decisions(self) -> tuple[Decision, ...]:
        """What stands now, in text order."""
        standing: dict[str, Decision] = {}
        for event in self.standing:
            for gone in event.removed:
                standing.pop(gone, None)
            standing.update((decision.id, decision) for decision in event.added)
        return tuple(sorted(standing.values(), key=lambda d: (d.start, -d.end)))

    def turned_down(self) -> tuple[TurnedDown, ...]:
        """Suggestions refused."""
        return tuple(each for event in self.standing for each in event.turned_down)

    def allowed(self) -> tuple[str, ...]:
        """The fields that may go along with the text."""
        chosen = [event.fields for event in self.standing if event.fields is not None]
        return chosen[-1] if chosen else self.fields

    def hands(self) -> frozenset[UUID]:
        """Everybody who had a part in the decisions, undone ones included: none of them may approve."""
        return frozenset(event.by for event in self.events)

    def open_remarks(self, kinds: Iterable[RemarkKind] = tuple(RemarkKind)) -> tuple[Remark, ...]:
        """Remarks of these kinds that are not settled."""
        wanted = frozenset(kinds)
        return tuple(remark for remark in self.remarks if remark.kind in wanted and not remark.settled)


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


@dataclass(frozen=True, kw_only=True)
class HandOutContent(Content):
    """To whom a release was given, for what, and in which form. `consent` says the cell of the witness's consent that
    allowed it; `encrypted_to` the recipient's key when the file left encrypted."""

    recipient: str
    purpose: str
    consent: str
    extension: str
    encrypted_to: str = ""
    note: str = ""
    told_of_recall_on: str = ""


class HandOut(SealedRecord):
    """A line of the register. It outlives its release: after a withdrawal the recipients still have to be told."""

    __tablename__ = "hand_out"
    Content = HandOutContent

    release_id: Mapped[UUID] = mapped_column(ForeignKey("release.id"), index=True)
