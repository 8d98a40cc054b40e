"""A testimony being written: raw answers as typed, valid or not, sealed to their author alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Mapped

from intake.models.base import SealedRecord
from intake.models.content import Content
from intake.models.testimony import Attachment


@dataclass(frozen=True, kw_only=True)
class DraftContent(Content):
    """`answers` maps a form field's name to everything typed into it, in order; nothing is parsed before filing."""

    answers: dict[str, tuple[str, ...]]
    attachments: tuple[Attachment, ...] = ()
    hints_rejected: tuple[str, ...] = ()


class Draft(SealedRecord):
    __tablename__ = "draft"
    Content = DraftContent

    saved_at: Mapped[datetime]
