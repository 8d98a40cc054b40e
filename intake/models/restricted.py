"""Restricted compartments: what their members call one, and the label by which an interviewer files into it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intake.models.base import SealedRecord
from intake.models.content import Content


@dataclass(frozen=True, kw_only=True)
class RestrictedContent(Content):
    """`note`: what it is for, for those who come later."""

    name: str
    note: str = ""


class Restricted(SealedRecord):
    """Sealed to the compartment it names and known by that one's id: whoever cannot open it learns of no name."""

    __tablename__ = "restricted"
    Content = RestrictedContent


@dataclass(frozen=True, kw_only=True)
class FilingLabelContent(Content):
    """What an interviewer may know of a restricted compartment. `epoch`: of its key when the label was given; what is
    filed later is never sealed to an older one."""

    label: str
    compartment_id: UUID
    epoch: int


class FilingLabel(SealedRecord):
    """Sealed to the interviewer it is for."""

    __tablename__ = "filing_label"
    __table_args__ = (UniqueConstraint("into_id", "to_id"),)
    Content = FilingLabelContent

    into_id: Mapped[UUID] = mapped_column(ForeignKey("compartment.id"), index=True)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
