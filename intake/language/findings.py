"""What a rule of `identifiers` finds, before it is grouped and freed of overlaps."""

from __future__ import annotations

from dataclasses import dataclass

# Which rule wins a place two rules claim: the record knows, a form of number is plain, a pattern guesses.
RECORD, PLAIN, STRONG, PATTERN, GUESS = 5, 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Finding:
    """A span of the text (code points), its kind, the rule, a key that ties it to the same thing, and its weight."""

    kind: str
    start: int
    end: int
    rule: str
    key: str
    weight: int
