"""A rule of the reviewers' own: words or patterns that the scanner should always ask about, in every text."""

from __future__ import annotations

from dataclasses import dataclass

from intake.models.base import SealedRecord
from intake.models.content import Content


@dataclass(frozen=True, kw_only=True)
class RuleContent(Content):
    """What to look for, as what kind of thing, and why. Sealed: a list of names is what it protects. `on`: in use."""

    kind: str
    words: tuple[str, ...]
    note: str = ""
    on: bool = True


class Rule(SealedRecord):
    __tablename__ = "rule"
    Content = RuleContent
