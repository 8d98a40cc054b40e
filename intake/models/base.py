"""What every table shares: the declarative base, and the bookkeeping of a sealed record."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, DateTime, ForeignKey, LargeBinary, MetaData
from sqlalchemy import Enum as EnumColumn
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from intake.models.content import Content

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; a naive one is a mistake of ours and raises."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: object) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("naive datetime")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: object) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def choice(kind: type[StrEnum]) -> EnumColumn:
    """A column for an enum, stored by value as plain text: a new member needs no migration of a database type."""
    return EnumColumn(kind, native_enum=False, length=32, values_callable=lambda k: [m.value for m in k])


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[type, object]] = {
        bytes: LargeBinary,
        datetime: UtcDateTime,
        int: BigInteger,
    }


class SealedRecord(Base):
    """A record whose content only the members of one compartment can open.

    The columns here are all that stands in clear of *what was said*: who filed it, on which day, how large its padded
    ciphertext is. `changed` is the sequence number of the audit entry under which it was last written, so it also says
    in which order records changed.
    """

    __abstract__ = True
    Content: ClassVar[type[Content]]
    shredded_by_key: ClassVar[bool] = False

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    compartment_id: Mapped[UUID] = mapped_column(ForeignKey("compartment.id"), index=True)
    epoch: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    schema: Mapped[int]
    previous: Mapped[bytes]
    wrap: Mapped[bytes]
    box: Mapped[bytes]
    author_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    created_on: Mapped[date]
    changed: Mapped[int] = mapped_column(default=0, index=True)

    @property
    def digest(self) -> bytes:
        """SHA-256 of the ciphertext: what the audit chain and the next version remember of this one."""
        return hashlib.sha256(self.box).digest()

    @property
    def kind(self) -> str:
        return str(self.__tablename__)
