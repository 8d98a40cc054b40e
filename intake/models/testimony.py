"""A testimony: what was said, where, by whom it was taken, and what may be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from intake.models.base import Base, SealedRecord, choice
from intake.models.content import Content


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was answered, or which of the different non-answers it was (`answer-gap` ids: `not-asked`,
    `does-not-know`, `would-not-say`, `none`). Exactly one of the two is non-empty, or both are empty: left open."""

    value: str = ""
    gap: str = ""


OPEN = Answer()


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How the interview was held. `date` is an ISO 8601 or EDTF date as `language.dates` writes it."""

    date: str = ""
    mode: str = ""
    language: str = ""
    place_type: str = ""
    place: str = ""
    duration_minutes: int | None = None
    interviewer: str = ""
    interpreter: str = ""
    recorded: str = ""


@dataclass(frozen=True, kw_only=True)
class Permission:
    """One cell of the consent matrix: this purpose, for this audience, at most this identifiable."""

    purpose: str
    audience: str
    identity: str


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What the witness agreed to. What is not in `permissions` is a no. Dates are ISO days."""

    form: str = ""
    explained_in: str = ""
    permissions: tuple[Permission, ...] = ()
    restrictions: str = ""
    embargo_until: str = ""
    recontact: str = ""
    safe_channel: str = ""
    withdrawal_until: str = ""
    risk: str = ""


@dataclass(frozen=True, kw_only=True)
class Leg:
    """One stay abroad for work. `country` and `place` are gazetteer ids; free text stands beside them as said.
    Numbers are kept as said, in the unit the field names (`pay_period`: hour, day, month, year)."""

    country: str = ""
    place: str = ""
    place_as_said: str = ""
    workplace: str = ""
    employer: str = ""
    dispatching_unit: str = ""
    agency: str = ""
    sector: str = ""
    document: str = ""
    document_as_said: Answer = OPEN
    stated_purpose: Answer = OPEN
    actual_work: Answer = OPEN
    entry: str = ""
    exit: str = ""
    crossing: str = ""
    round_trips: Answer = OPEN
    headcount: Answer = OPEN
    pay_received: Answer = OPEN
    pay_by_host: Answer = OPEN
    currency: str = ""
    pay_period: str = ""
    deductions: Answer = OPEN
    hours_per_day: Answer = OPEN
    rest_days_per_month: Answer = OPEN
    passport_held_by: Answer = OPEN
    lodging: Answer = OPEN
    movement: Answer = OPEN
    surveillance: Answer = OPEN
    injuries: Answer = OPEN


@dataclass(frozen=True, kw_only=True)
class Tagging:
    """A mechanism and the passage it rests on; offsets are code points of the NFC narrative, None when unanchored."""

    concept: str
    quote: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceLink:
    """A place of the story. `place` is a gazetteer id or empty when it is not listed; `name` is how it was said."""

    place: str = ""
    name: str = ""
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class NamedPerson:
    name: str
    role: str = ""
    spellings: tuple[str, ...] = ()
    at_risk: bool = False


@dataclass(frozen=True, kw_only=True)
class Event:
    act: str
    when: str = ""
    place: str = ""
    victim: str = ""
    perpetrator: str = ""
    known_how: str = ""


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A sealed file: its key is here, its ciphertext in the object store under `id`. `size` in bytes of plaintext."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: bytes
    key: bytes
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class TestimonyContent(Content):
    """Sealed to `casework`: all that was said, except who said it."""

    VERSION: ClassVar[int] = 1

    language: str
    narrative: str
    witness_code: str
    setting: Setting = Setting()
    consent: Consent = Consent()
    sex: str = ""
    birth_band: str = ""
    origin: str = ""
    occupation: str = ""
    legs: tuple[Leg, ...] = ()
    mechanisms: tuple[Tagging, ...] = ()
    mechanisms_denied: tuple[str, ...] = ()
    places: tuple[PlaceLink, ...] = ()
    focus_areas: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    people: tuple[NamedPerson, ...] = ()
    events: tuple[Event, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    reliability: str = ""
    private_note: str = ""
    case_id: UUID | None = None
    external_id: str = ""
    vocabulary: int = 0


@dataclass(frozen=True, kw_only=True)
class FamilyMember:
    relation: str
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class WitnessContent(Content):
    """Sealed to `identities`: who said it."""

    code: str
    name: str = ""
    name_latin: str = ""
    aliases: tuple[str, ...] = ()
    birth_date: str = ""
    sex: str = ""
    hometown: str = ""
    phone: str = ""
    messenger: str = ""
    family: tuple[FamilyMember, ...] = ()
    note: str = ""


class TestimonyState(StrEnum):
    FILED = "filed"
    IN_REVIEW = "in-review"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


class Testimony(SealedRecord):
    """In clear: that it exists, who filed it on which day, and how far it has come."""

    __tablename__ = "testimony"
    Content = TestimonyContent
    shredded_by_key = True

    reference: Mapped[str] = mapped_column(unique=True)
    state: Mapped[TestimonyState] = mapped_column(choice(TestimonyState))
    external: Mapped[bytes | None] = mapped_column(unique=True)
    attachment_count: Mapped[int] = mapped_column(default=0)


class Witness(SealedRecord):
    """The identity behind one testimony."""

    __tablename__ = "witness"
    Content = WitnessContent
    shredded_by_key = True

    testimony_id: Mapped[UUID] = mapped_column(ForeignKey("testimony.id"), unique=True)


@dataclass(frozen=True, kw_only=True)
class AmendmentContent(Content):
    """An interviewer's later word on a testimony they can no longer read."""

    text: str
    question_id: UUID | None = None


class Amendment(SealedRecord):
    __tablename__ = "amendment"
    Content = AmendmentContent

    testimony_id: Mapped[UUID] = mapped_column(ForeignKey("testimony.id"), index=True)


class QuestionState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"


@dataclass(frozen=True, kw_only=True)
class QuestionContent(Content):
    """What a reviewer asks the interviewer; sealed to the interviewer alone."""

    text: str


class Question(SealedRecord):
    __tablename__ = "question"
    Content = QuestionContent

    testimony_id: Mapped[UUID] = mapped_column(ForeignKey("testimony.id"), index=True)
    to_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    state: Mapped[QuestionState] = mapped_column(choice(QuestionState))


class StoredObject(Base):
    """Which sealed files in the object store a draft or testimony still needs; the rest may be collected."""

    __tablename__ = "stored_object"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    record_id: Mapped[UUID] = mapped_column(index=True)
