"""The register of what left the desk: what it was, for whom, for what, and the digest of the very file."""

from __future__ import annotations

from dataclasses import dataclass

from intake.models.base import SealedRecord
from intake.models.content import Content


@dataclass(frozen=True, kw_only=True)
class ExportContent(Content):
    """`kind`: rows, table, map or workplaces; `sides`: of a table. Counts are those of the file. `left_out`: what the
    consent of its witness kept back."""

    kind: str
    format: str
    text: str
    sides: tuple[str, ...]
    unit: str
    audience: str
    purpose: str
    recipient: str
    note: str
    testimonies: int
    left_out: int
    size: int
    sha256: bytes
    encrypted: bool = False


class Export(SealedRecord):
    __tablename__ = "export"
    Content = ExportContent
