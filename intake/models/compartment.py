"""Key pairs whose members are people: what a record is sealed to."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID, uuid4, uuid5

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intake.models.base import Base, choice


class CompartmentKind(StrEnum):
    BUILT_IN = "built-in"
    PERSONAL = "personal"  # one member: the person whose drafts and messages it holds
    RESTRICTED = "restricted"  # named members only; what it is called is sealed to it
    RESTRICTED_IDENTITIES = "restricted-identities"  # the witnesses of one of those, for the reviewers in it


REGISTRY, CASEWORK, IDENTITIES = "registry", "casework", "identities"
BUILT_IN = (REGISTRY, CASEWORK, IDENTITIES)


def identities_of(compartment_id: UUID) -> UUID:
    """The compartment of the witnesses whose testimonies lie in a restricted one.

    Worked out and not looked up: whoever can write to the database cannot put another in its place.
    """
    return uuid5(compartment_id, IDENTITIES)


class Compartment(Base):
    __tablename__ = "compartment"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    name: Mapped[str | None] = mapped_column(unique=True)
    kind: Mapped[CompartmentKind] = mapped_column(choice(CompartmentKind))
    epoch: Mapped[int] = mapped_column(default=1)
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"), unique=True)


class CompartmentEpoch(Base):
    """One generation of a compartment's key pair. The public key is signed by a member, so that a database writer
    cannot have new testimony sealed to a key of their own. `previous_box` opens the epoch before with this one's."""

    __tablename__ = "compartment_epoch"

    compartment_id: Mapped[UUID] = mapped_column(ForeignKey("compartment.id"), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    public: Mapped[bytes]
    previous_box: Mapped[bytes | None]
    signer_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    signature: Mapped[bytes]


class Grant(Base):
    """A compartment's seed, sealed to one member and signed by the member who gave it."""

    __tablename__ = "compartment_grant"
    __table_args__ = (UniqueConstraint("compartment_id", "epoch", "account_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    compartment_id: Mapped[UUID] = mapped_column(ForeignKey("compartment.id"))
    epoch: Mapped[int]
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    sealed: Mapped[bytes]
    granter_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    signature: Mapped[bytes]
