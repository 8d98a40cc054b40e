"""A workplace of the registry: what it is called, where it is, and what is known of it from which source.

Sealed to `registry`, which interviewers can open too: nothing here says which testimony speaks of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from intake.models.base import SealedRecord
from intake.models.content import Content


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One thing that is known: `kind` is headcount, goods, distribution, document or other. `date` as EDTF.

    For where goods go: `party` is who buys or carries them, `country` the gazetteer id of where to."""

    kind: str
    value: str
    source: str
    date: str = ""
    party: str = ""
    country: str = ""


@dataclass(frozen=True, kw_only=True)
class Merged:
    """Another entry that turned out to be the same: what it brought along, so that it can be parted again."""

    id: UUID
    names: tuple[str, ...]
    observations: tuple[Observation, ...]
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WorkplaceContent(Content):
    """`names` in any script, the usual one first; `identifiers`: registration numbers. `merged_into`: the entry this
    one was merged into; then it is only kept to be parted again."""

    VERSION: ClassVar[int] = 2

    names: tuple[str, ...]
    place: str = ""
    place_as_said: str = ""
    sector: str = ""
    employer: str = ""
    agency: str = ""
    identifiers: tuple[str, ...] = ()
    observations: tuple[Observation, ...] = ()
    note: str = ""
    merged: tuple[Merged, ...] = ()
    merged_into: UUID | None = None

    @staticmethod
    def upgrade_v1(document: dict[str, Any]) -> dict[str, Any]:
        """Routes had no buyer and no country of their own; merged entries brought no numbers along."""
        return document


class Workplace(SealedRecord):
    __tablename__ = "workplace"
    Content = WorkplaceContent
