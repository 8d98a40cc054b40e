"""Who says no to what: whether a negation governs a cue, by the word order of each language.

Korean denies after the noun (실습생은 없었다), English and Russian before it (no trainees, никаких стажёров), Chinese
on both sides (没有研修生; 研修生…没有这个).
"""

from __future__ import annotations

import re

from intake.language.mentions_cues import Cue, mask
from intake.language.mentions_sentences import Sentence

_NEG = mask("NEG")
_BREAK = re.compile(r"[,;:—–]| but | and | а | но ")
_AFTER = {"ko": 32, "zh": 14}
_BEFORE = {"en": 45, "ru": 45, "zh": 10}

# Locks and fences are only denied by a no right beside them: “no fence”, 没人锁, 잠그지 않았다.
TIGHT = {"ko": 12, "zh": 3, "en": 25, "ru": 25}

# A cue in between that the negation belongs to instead.
RIVALS = mask("WVISA", "PROPV", "PROPT", "PAY", "BUT", "SHAM", "NOVISA")


def negated(
    text: str,
    sentence: Sentence,
    first: Cue,
    last: Cue,
    again: int,
    *,
    rivals: int = RIVALS,
    tight: bool = False,
) -> bool:
    """Is what stands from `first` to `last` denied in its sentence? `again`: kinds that, said after it, take it
    back."""
    for negation in sentence.among(_NEG):
        if negation.start >= last.end and first.script in _AFTER:
            near = negation.start - last.end <= (TIGHT if tight else _AFTER)[first.script]
            if tight and first.script == "zh":
                continue
            if near and not _between(sentence, last.end, negation.start, rivals):
                if not any(cue.start >= negation.end for cue in sentence.among(again)):
                    return True
        elif negation.end <= first.start and first.script in _BEFORE:
            gap = text[negation.end : first.start]
            if len(gap) <= (TIGHT if tight else _BEFORE)[first.script] and not _BREAK.search(gap):
                if not _between(sentence, negation.end, first.start, rivals):
                    return True
    return False


def governs(text: str, sentence: Sentence, kinds: int) -> bool:
    """Does a negation in the sentence belong to a cue of these kinds (“never saw a classroom”, 수업은 … 안 들었다)?"""
    return any(negated(text, sentence, cue, cue, 0, rivals=0) for cue in sentence.among(kinds))


def _between(sentence: Sentence, start: int, end: int, kinds: int) -> bool:
    return any(cue.start >= start and cue.end <= end for cue in sentence.among(kinds))
