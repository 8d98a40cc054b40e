"""A coordinator's word on whether a testimony really speaks of a concept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from intake.models.base import SealedRecord
from intake.models.content import Content


class Verdict(StrEnum):
    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class JudgementContent(Content):
    """Offsets are code points of the narrative; None where the whole testimony is meant."""

    concept: str
    verdict: Verdict
    start: int | None = None
    end: int | None = None


class Judgement(SealedRecord):
    __tablename__ = "judgement"
    Content = JudgementContent

    testimony_id: Mapped[UUID] = mapped_column(ForeignKey("testimony.id"), index=True)
