"""People who use the instance: their role, their public keys, and what only their password opens."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from intake.models.base import Base, choice


class Role(StrEnum):
    INTERVIEWER = "interviewer"
    REVIEWER = "reviewer"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class AccountState(StrEnum):
    ACTIVATED = "activated"  # has keys, but no member has vouched for them yet
    ADMITTED = "admitted"
    LEFT = "left"


class Account(Base):
    """One person. `seed_box` opens with the password, pepper and (later) device secret; everything else of theirs
    derives from the seed in it. The certificate is a member's signature over the three public keys."""

    __tablename__ = "account"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[Role] = mapped_column(choice(Role))
    state: Mapped[AccountState] = mapped_column(choice(AccountState))
    language: Mapped[str]
    created_on: Mapped[date]
    seed_box: Mapped[bytes]
    totp_box: Mapped[bytes]
    totp_step: Mapped[int] = mapped_column(default=0)
    kem_public: Mapped[bytes]
    sign_public: Mapped[bytes]
    personal_public: Mapped[bytes]
    personal_id: Mapped[UUID] = mapped_column(unique=True)
    signer_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    certificate: Mapped[bytes | None]


class Invitation(Base):
    """A one-time link. Only a blind index of its token is kept; the founding one carries the organisation's keys in a
    box that only the token opens."""

    __tablename__ = "invitation"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    token: Mapped[bytes] = mapped_column(unique=True)
    role: Mapped[Role] = mapped_column(choice(Role))
    invited_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    founding_box: Mapped[bytes | None]


class AccountSession(Base):
    """A signed-in browser or terminal. The row is useless without the secret in the cookie."""

    __tablename__ = "account_session"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    token: Mapped[bytes] = mapped_column(unique=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    box: Mapped[bytes]
    step_up_box: Mapped[bytes | None]
    step_up_until: Mapped[datetime | None]
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ends_at: Mapped[datetime]


class Throttle(Base):
    """How often something was tried in the running window, under a blind index of who or where."""

    __tablename__ = "throttle"

    key: Mapped[bytes] = mapped_column(primary_key=True)
    count: Mapped[int]
    until: Mapped[datetime] = mapped_column(index=True)
