"""What a narrative says once its redactions are carried out: a new text, never an edited copy of the old one.

A replacement takes the place of a span; the Korean particle behind it is made to fit the new word or doubled, since
이/가 and 을/를 tell how the hidden word ended. A deletion takes its orphaned particle, empty brackets and superfluous
spaces with it, so that no gap shows where something was. Any doubt about the spans is an error: nothing is passed on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.errors import N_, Invalid
from intake.language.normalise import nfc, problem
from intake.language.particles import correct


@dataclass(frozen=True)
class Replacement:
    """`text` instead of the code points `start`..`end` (end exclusive) of the NFC narrative; empty `text` deletes.

    `opaque`: the text is a token without a sound of its own (인물 K7), so particles behind it are doubled.
    """

    start: int
    end: int
    text: str
    opaque: bool = False


@dataclass(frozen=True)
class Piece:
    """A stretch of the result and the stretch of the source it stands for. The pieces tile the source without a gap.

    `index` is the place of the replacement in the sequence that was given, None for words left as they were. The
    corrected particle behind a replacement is a piece of its own with the same index.
    """

    text: str
    source_start: int
    source_end: int
    replaced: bool = False
    index: int | None = None


# The particle agrees with the word before a closing quote, or before an explanation in brackets.
_BETWEEN = re.compile(r"[)\]}”’\"'」』》〉】]{1,3}|[(\[（][^()\[\]（）\n]{1,40}[)\]）]")
# Particles of a single form, which a deletion would leave standing alone.
_SINGLE = re.compile(
    r"(?:에서(?:는|도|의)?|에게(?:서|는|도)?|한테(?:서|는|도)?|께서(?:는|도)?|에(?:는|도)?|의|도|만|하고|처럼|보다|까지|부터|조차|마저)"
    r"(?![가-힣])"
)
_MARKS = re.compile(r"[\u1160-\u11ff\ud7b0-\ud7ff\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
_SPACES = " \t\u00a0\u3000"
_STOPS = ",.;:!?)]}」』”’、。，！？\n"
_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "「": "」", "『": "』", "“": "”", "‘": "’", "《": "》", "«": "»"}
_COMMAS = ",、，"
# Longer than any particle with what has to be seen behind it to know that the word is over.
_REACH = 16


def redact(narrative: str, replacements: Sequence[Replacement]) -> str:
    """The narrative with every replacement carried out, in NFC.

    Raises Invalid for a span outside the text, an empty one, two that overlap without one holding the other, two
    different texts for one span, and a replacement that cannot be stored.
    """
    return nfc("".join(piece.text for piece in spans(narrative, replacements)))


def spans(narrative: str, replacements: Sequence[Replacement]) -> list[Piece]:
    """The same as pieces in text order, for showing source and result side by side. Errors as for `redact`."""
    source = nfc(narrative)
    builder = _Builder(source)
    order = _visible(source, replacements)
    for place, (index, replacement) in enumerate(order):
        limit = order[place + 1][1].start if place + 1 < len(order) else len(source)
        text = nfc(replacement.text)
        if text.strip():
            builder.put(index, replacement, text, limit)
        else:
            builder.drop(index, replacement, limit)
    builder.keep(len(source))
    return builder.pieces


def _visible(source: str, replacements: Sequence[Replacement]) -> list[tuple[int, Replacement]]:
    """The replacements that show, in text order with their index: of two nested ones only the longer."""
    for each in replacements:
        if not 0 <= each.start < each.end <= len(source):
            raise Invalid(N_("A redaction lies outside the text."))
        if problem(each.text):
            raise Invalid(problem(each.text))
    shown: list[tuple[int, Replacement]] = []
    for index, each in sorted(enumerate(replacements), key=lambda pair: (pair[1].start, -pair[1].end, pair[0])):
        last = shown[-1][1] if shown else None
        if last is None or each.start >= last.end:
            shown.append((index, each))
        elif each.end > last.end:
            raise Invalid(N_("Two redactions overlap. Change the edge of one of them."))
        elif (each.start, each.end) == (last.start, last.end) and (each.text, each.opaque) != (last.text, last.opaque):
            raise Invalid(N_("One passage has two different redactions. Keep one of them."))
    return shown


@dataclass
class _Builder:
    """Writes the pieces from left to right; `at` is how far the source has been used up."""

    source: str
    pieces: list[Piece] = field(default_factory=list)
    at: int = 0
    last: str = ""

    def keep(self, until: int) -> None:
        if until > self.at:
            self._add(self.source[self.at : until], until, None)

    def put(self, index: int, replacement: Replacement, text: str, limit: int) -> None:
        """A word in place of the span, with the particle behind it made to fit."""
        self.keep(replacement.start)
        end = _whole(self.source, replacement.end, limit)
        self._add(text, end, index)
        quote = self.source[replacement.start : replacement.end]
        # An empty word is what `correct` doubles particles for, whatever it makes of this token's looks.
        self._fit(index, quote, "" if replacement.opaque else text, limit)

    def drop(self, index: int, replacement: Replacement, limit: int) -> None:
        """Nothing in place of the span; what only made sense with it goes as well."""
        floor = self.at
        start, end = replacement.start, _whole(self.source, replacement.end, limit)
        before = self.source[start - 1] if start > floor else self.last
        if before.isalnum():
            self.keep(start)
            self._add("", end, index)
            word = re.split(r"\s", self.source[max(0, start - _REACH) : start])[-1]
            self._fit(index, self.source[start:end], word or before, limit)
            return
        end = self._orphan(start, end, limit)
        start, end = self._close_up(floor, start, end, limit)
        if start == floor and (end == len(self.source) or self.source[end] in _STOPS):
            self._trim()
        self.keep(start)
        self._add("", end, index)

    def _orphan(self, start: int, end: int, limit: int) -> int:
        """Past the particle that belonged to the deleted word."""
        after = self.source[end : min(limit, end + _REACH)]
        if not after[:1].isalpha():
            return end
        single = _SINGLE.match(after)
        if single:
            return end + single.end()
        old, _ = _particle(self.source[start:end], "", after)
        return end + len(old)

    def _close_up(self, floor: int, start: int, end: int, limit: int) -> tuple[int, int]:
        """Take empty brackets, a doubled comma and superfluous spaces into the deleted span."""
        source = self.source
        while floor < start and end < limit and _PAIRS.get(source[start - 1]) == source[end]:
            start, end = start - 1, end + 1
        left = start
        while left > floor and source[left - 1] in _SPACES:
            left -= 1
        before = source[left - 1] if left > floor else self.last.rstrip(_SPACES)
        if before and before in _COMMAS and end < limit and source[end] in _COMMAS:
            end += 1
        opens = (source[start - 1] if start > floor else self.last) in ("", "\n", *_SPACES, *_PAIRS)
        while opens and end < limit and source[end] in _SPACES:
            end += 1
        if end == len(source) or source[end] in _STOPS:
            start = left
        if before in ("", "\n"):
            while end < limit and source[end] == "\n":
                end += 1
        return start, end

    def _trim(self) -> None:
        """Give the spaces that stand before an earlier deletion to that deletion: nothing follows them any more."""
        if len(self.pieces) < 2 or self.pieces[-1].text or self.pieces[-2].replaced:
            return
        kept, dropped = self.pieces[-2:]
        text = kept.text.rstrip(_SPACES)
        middle = kept.source_start + len(text)
        self.pieces[-2:] = [
            *([Piece(text, kept.source_start, middle)] if text else []),
            Piece("", middle, dropped.source_end, replaced=True, index=dropped.index),
        ]
        self.last = text[-1:]

    def _fit(self, index: int, quote: str, word: str, limit: int) -> None:
        start = self.at
        after = self.source[start : min(limit, start + _REACH * 4)]
        between = _BETWEEN.match(after)
        skipped = between.end() if between else 0
        old, new = _particle(quote, word, after[skipped : skipped + _REACH], guess=bool(skipped))
        if old != new:
            self.keep(start + skipped)
            self._add(new, start + skipped + len(old), index)

    def _add(self, text: str, until: int, index: int | None) -> None:
        self.pieces.append(Piece(text, self.at, until, replaced=index is not None, index=index))
        self.at = until
        self.last = text[-1:] or self.last


def _whole(source: str, end: int, limit: int) -> int:
    """Past marks that would otherwise hang on to the new word: accents, Old Hangul vowels, emoji modifiers."""
    while end < limit and (unicodedata.category(source[end])[0] == "M" or _MARKS.match(source[end])):
        end += 2 if source[end] == "\u200d" and end + 1 < limit else 1
    return min(end, limit)


def _particle(quote: str, word: str, after: str, *, guess: bool = False) -> tuple[str, str]:
    """The particle `after` opens with, and what it becomes behind `word`; two equal strings when there is none.

    Where the sound of the quote's end is uncertain (Latin, Chinese, a word in brackets), each ending is tried.
    """
    hangul = bool(quote) and "가" <= quote[-1] <= "힣"
    for before in (quote, "가", "각", "갈") if guess or not hangul else (quote,):
        changed = correct(before, word, after)
        if changed != after:
            same = 0
            while same < min(len(changed), len(after)) and changed[-1 - same] == after[-1 - same]:
                same += 1
            return after[: len(after) - same], changed[: len(changed) - same]
    return "", ""
