"""A question worth keeping: its words, and what answered it when it was kept."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from intake.models.base import SealedRecord
from intake.models.content import Content


@dataclass(frozen=True, kw_only=True)
class SavedQueryContent(Content):
    """`text` as typed; the counts and `found` as they were on the day; `digest`: SHA-256 over what was found, so that a
    report can say what it rests on and anybody can tell whether it still does."""

    name: str
    text: str
    note: str = ""
    testimonies: int = 0
    witnesses: int = 0
    cases: int = 0
    workplaces: int = 0
    found: tuple[UUID, ...] = ()
    digest: bytes = b""


class SavedQuery(SealedRecord):
    """Sealed to `casework` when it is shared, else to the person who keeps it."""

    __tablename__ = "saved_query"
    Content = SavedQueryContent
