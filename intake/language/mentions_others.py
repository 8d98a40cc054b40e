"""Whose papers and whose doors: does a sentence tell of the workers sent out, or of somebody else?

Uzbeks on the next site, the Chinese owner, a cousin at college and tourists all have visas too. Whoever is named before
the papers, with no word of the workers in between, is the one who had them; so is whoever the sentence before told of,
if this one only says “they”. What a law says, and what might have been, is nobody's.
"""

from __future__ import annotations

import re

from intake.language.mentions_cues import BIT, mask
from intake.language.mentions_rules import TRAINEE, VISITOR
from intake.language.mentions_sentences import Sentence

_WORKERS = BIT["OTHERWK"]
_PEOPLE = mask("OTHERWK", "OTHERBOSS", "OTHERFOLK", "FAMILY")
_NOT_KEPT_IN = mask("OTHERWK", "FTOUR", "GUESTS")
_OWN = mask("US", "GIVE", "SENT")
_TOLD = mask("ENTRY", "SENT", "CONCEAL", "SHAM")
# Told of in the sentence before: tourists, relatives, and students who do study.
_JUST_NAMED = {VISITOR: mask("FTOUR", "INTO", "FAMILY"), TRAINEE: mask("FAMILY", "REAL")}
_BACK = 2
_NAMED_LAST = {"ko": 16, "zh": 12}
_SOMEBODY = re.compile(
    r"[\s\"'(]*(?:(?:(?:half|most|some|many|two|one|several|all) of them|there (?:was|were)|they|he|she|his|her|their|those|it was theirs)\b|她|他|人家|那些人|"
    r"(?:он|она|они|их|его|ее|те)\b|그(?:들|네들|는|가|녀|사람|쪽|애)|(?:그|저) (?:사람|애|친구))"
)


def tells_of_others(text: str, sentences: list[Sentence], first: int, concept: str, starts: int, kinds: int) -> bool:
    """Is the mention that begins with the cue at `starts`, in sentence `first`, about somebody else?"""
    sentence = sentences[first]
    before = sentences[first - 1] if first and sentences[first - 1].paragraph == sentence.paragraph else None
    if concept in (VISITOR, TRAINEE) and _law(kinds, before):
        return True
    if not kinds & _OWN and before is not None and before.kinds & _JUST_NAMED.get(concept, 0):
        return True
    papers = concept in (VISITOR, TRAINEE)
    others = _PEOPLE if papers else _NOT_KEPT_IN
    named = bool(sentence.kinds & others) and _before(sentence, others, starts)
    named = named or _after(sentence, starts, _WORKERS | BIT["OTHERFOLK"] if papers else _WORKERS)
    if named or (not kinds & _OWN and _asked_of_others(sentences, first)):
        return True
    for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
        told, following = sentences[index], sentences[index + 1]
        if told.paragraph != sentence.paragraph or not _SOMEBODY.match(text, following.start, following.end):
            return False
        if told.kinds & others:
            return _before(told, others, told.end)
    return False


def _asked_of_others(sentences: list[Sentence], first: int) -> bool:
    """“And the Uzbeks, did they have permits?”: the answer is about them, where it does not say “we”."""
    start = first
    while start and sentences[start - 1].paragraph == sentences[first].paragraph:
        start -= 1
    asked = sentences[start - 1] if start else None
    return asked is not None and asked.question and asked.kinds & _WORKERS != 0 and not asked.kinds & BIT["DPRK"]


def _after(sentence: Sentence, starts: int, others: int) -> bool:
    """관광비자로 들어온 이집트 사람들, 拿旅游签证进来的埃及人: people named after their papers."""
    named = [cue for cue in sentence.among(others | BIT["US"]) if cue.script in _NAMED_LAST and cue.start > starts]
    near = bool(named) and named[0].start - starts <= _NAMED_LAST[named[0].script]
    return near and bool(named[0].kinds & others) and not sentence.kinds & BIT["US"]


def _law(kinds: int, before: Sentence | None) -> bool:
    """Is it what a law says, or how it is to be read?"""
    if kinds & BIT["DEBATE"]:
        return bool((kinds | (before.kinds if before is not None else 0)) & BIT["LEGAL"])
    return bool(kinds & BIT["LEGAL"]) and not kinds & _TOLD


def _before(sentence: Sentence, others: int, starts: int) -> bool:
    """Is the last person named before `starts` one of the others?"""
    named = [cue for cue in sentence.among(others | _OWN) if cue.end <= starts]
    if not named or not named[-1].kinds & others or any(cue.kinds & BIT["GIVE"] for cue in named):
        return False
    # Korean says last who does what: the owner who *got* them the visas comes first.
    return not (named[-1].kinds & BIT["OTHERBOSS"] and sentence.kinds & BIT["GIVE"])
