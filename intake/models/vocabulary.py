"""Loaded versions of the vocabulary and the gazetteer. Public knowledge, so it stands in clear."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from intake.models.base import Base


class VocabularyVersion(Base):
    """One loading. Terms that a later file no longer names are carried on as retired."""

    __tablename__ = "vocabulary_version"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    loaded_on: Mapped[date]
    checksum: Mapped[bytes]
    vocabulary: Mapped[dict[str, object]] = mapped_column(JSON)
    places: Mapped[dict[str, object]] = mapped_column(JSON)
