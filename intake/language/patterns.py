"""Words and simple patterns that reviewers add to the scanner: no programming in them, and linear time whatever they are.

A pattern is words with two signs: `#` stands for one digit, `*` for what is left of a word (up to twelve letters). Case,
NFD and the number of spaces do not matter; a Korean word may go on with its particle.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from intake.errors import N_
from intake.language.identifiers import Suggestion
from intake.language.normalise import nfc
from intake.language.skeletons import letters_of

LONGEST = 120
_SIGNS = {"#": r"\d", "*": r"[^\W_]{0,12}"}


@dataclass(frozen=True)
class Pattern:
    """What to look for: `name` is what its suggestions are called after."""

    name: str
    kind: str
    words: tuple[str, ...]


def problem(words: str) -> str | None:
    """Why these words cannot be looked for, or None: too long, or nothing in them that is not found everywhere."""
    plain = [part for part in re.split(r"[#*\s]+", nfc(words)) if part]
    letters = "".join(char for part in plain for char in part if char.isalnum())
    digits = words.count("#")
    if len(words) > LONGEST or "\n" in words:
        return N_("One line of at most 120 characters.")
    if len(letters) < 2 and not (letters and digits >= 2) and digits < 4:
        return N_("This would be found everywhere. Write at least two letters, or four digits.")
    return None


def find(text: str, patterns: Iterable[Pattern]) -> list[Suggestion]:
    """Where the patterns stand in an NFC text, in its order; of two at one place the longer. Rules are `rule.<name>`."""
    folded = text.casefold()
    found = [each for pattern in patterns for each in _places(text, folded, pattern)]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Suggestion] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def joined(suggested: Sequence[Suggestion], more: Iterable[Suggestion]) -> list[Suggestion]:
    """Suggestions with those of patterns added where nothing was suggested yet, and cut where something was."""
    covered = bytearray(max((each.end for each in suggested), default=0))
    for each in suggested:
        if each.kind != "OTHER_IDENTIFIER":
            covered[each.start : each.end] = b"\x01" * (each.end - each.start)
    left = [rest for each in more if (rest := _outside(each, covered)) is not None]
    return sorted([*suggested, *left], key=lambda each: (each.start, each.end))


def _outside(each: Suggestion, covered: bytearray) -> Suggestion | None:
    start, end = each.start, each.end
    while start < end and covered[start : start + 1] == b"\x01":
        start += 1
    while end > start and covered[end - 1 : end] == b"\x01":
        end -= 1
    quote = each.quote[start - each.start : end - each.start]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    return replace(each, start=start, end=start + len(quote), quote=quote) if len(quote) > 1 else None


def _places(text: str, folded: str, pattern: Pattern) -> Iterator[Suggestion]:
    for words in pattern.words:
        chunk = max(re.split(r"[#*\s]+", nfc(words).casefold()), key=len)
        if chunk and chunk not in folded:
            continue
        for match in _compiled(nfc(words)).finditer(text):
            same = hashlib.sha256(letters_of(match[0]).encode()).hexdigest()[:8]
            rule = f"rule.{pattern.name}"
            yield Suggestion(pattern.kind, match.start(), match.end(), match[0], rule, f"R{pattern.name}-{same}")


@lru_cache(maxsize=2_000)
def _compiled(words: str) -> re.Pattern[str]:
    body = r"\s+".join("".join(_SIGNS.get(char) or re.escape(char) for char in part) for part in words.split() if part)
    first, last = words.strip()[:1], words.strip()[-1:]
    before = r"(?<![\w])" if first.isalnum() or first == "#" else ""
    # A Korean word goes on with its particle, a Russian one with its ending.
    after = r"(?!\d)" if last in "#0123456789" else r"(?![A-Za-z0-9])" if last.isascii() and last != "*" else ""
    return re.compile(before + body + after, re.IGNORECASE)
