"""Cases: testimonies that belong together, and the label under which an interviewer works on one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intake.models.base import SealedRecord
from intake.models.content import Content


@dataclass(frozen=True, kw_only=True)
class CaseContent(Content):
    """`testimonies` were put in by a coordinator; `excluded` taken out although their interviewer named the case."""

    title: str
    note: str = ""
    testimonies: tuple[UUID, ...] = ()
    excluded: tuple[UUID, ...] = ()


class Case(SealedRecord):
    __tablename__ = "case_file"
    Content = CaseContent

    reference: Mapped[str] = mapped_column(unique=True)


@dataclass(frozen=True, kw_only=True)
class CasePartContent(Content):
    """Which testimonies of one restricted compartment belong to a case that more people can open, and which do not."""

    case_id: UUID
    testimonies: tuple[UUID, ...] = ()
    excluded: tuple[UUID, ...] = ()


class CasePart(SealedRecord):
    """Sealed like the testimonies it names: the case itself, which others read, says nothing of them."""

    __tablename__ = "case_part"
    Content = CasePartContent


@dataclass(frozen=True, kw_only=True)
class AssignmentContent(Content):
    """What the interviewer may know of the case: a label, and what is asked of them."""

    label: str
    instruction: str = ""


class Assignment(SealedRecord):
    """Sealed to the interviewer it is for."""

    __tablename__ = "assignment"
    __table_args__ = (UniqueConstraint("case_id", "to_id"),)
    Content = AssignmentContent

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
