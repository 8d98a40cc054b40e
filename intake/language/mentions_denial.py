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
_CLAUSE = re.compile(r"(?<![라다자냐])고[ ,]|(?:는데|은데|인데|지만|더니|으나|면서|어서|해서)(?:요)?[ ,]")
_SUCH = mask("SUCH")
_NAMED = mask("TVISA", "VVISA", "NVISA", "SVISA")
# “Not one person on our site who had come on a visit visa”: none of them, to the end of what is said of them.
_NONE_OF = mask("NONEOF")
_WHOLE_CLAUSE = 90
_OTHER_CLAUSE = re.compile(r"[;:—–]| but | although | а | но |,\s*(?:but|可|但|却)")
# “Locked up, or the doors locked, or anything of the kind — there was none.”
_LISTED = re.compile(r"거나|든지|든가")
_WHOLE_LIST = 45
_STRONG = ("никогда", "никто")  # студентами мы никогда не были
# Стажерами нас не оформляли: who was not made what is said after it.
_UNDONE = re.compile(
    r"[^,;:.—–]{0,30}? не (?:был|бывал|оформл|числ|значи|приезжа|приехал|въезжа|ввози|вози|считал|называ|пиcа|"
    r"записыва|записа|регистр|проход|прошл|представл|явля|езди|ехал|пользова|получа|имел|дела|приходил|нужн|надо|требова)"
)
# There were no interns among us; I never had a student visa; nobody came as an apprentice.
_NONE_AT_ALL = re.compile(
    r"\b(?:there (?:was|were) (?:no|never an?y?)|(?:we|i|they) (?:had|have) no|never (?:had|held|got|came|was|were)(?: an?| any)?|"
    r"(?:nobody|no one) (?:ever )?(?:came|was|went|entered|had|travelled)(?: an?| as an?)?) (?:[a-z-]+ ){0,2}$"
)
_NONE_WITHIN = 60
_AFTER = {"ko": 32, "zh": 14, "ru": 16}
_OF_VERBS, _VERB = "않못", 8  # 나가지 않았다: belongs to the verb right before it
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
    """Is what stands from `first` to `last` denied in its sentence? What is `again` said after it is not."""
    if first.script == "ru" and not tight and _UNDONE.match(text, first.end, sentence.end):
        return not _between(sentence, first.end, sentence.end, rivals)
    ahead_of_it = text[max(sentence.start, first.start - _NONE_WITHIN) : first.start]
    stated = any(cue.end <= first.start for cue in sentence.among(again))  # a training contract, but no training
    if first.script == "en" and not tight and not stated and _NONE_AT_ALL.search(ahead_of_it):
        return True
    for negation in sentence.among(_NEG):
        if negation.start >= last.end and negation.script in _AFTER and not negation.kinds & _NONE_OF:
            taken_back = any(cue.start >= negation.end for cue in sentence.among(again))
            if not taken_back and _after(text, sentence, last, negation, rivals, tight=tight):
                return True
        ahead = negation.end <= first.start and negation.script in _BEFORE
        if ahead and _before(text, sentence, first, negation, rivals, tight=tight):
            return True
    return False


def _after(text: str, sentence: Sentence, last: Cue, negation: Cue, rivals: int, *, tight: bool) -> bool:
    """실습생은 없었다; 研修生…没有这个. “그런 건 없었다” reaches back over the whole sentence, another clause does not."""
    if negation.script == "ru" and (tight or text[negation.start : negation.end] not in _STRONG):
        return False
    if negation.script == "ru" and _BREAK.search(text, last.end, negation.start):
        return False
    if negation.script == "zh" and (tight or negation.end - negation.start < 2):
        return False  # 没亮, 不大: a bare 没 or 不 belongs to the word after it
    such = [cue for cue in sentence.among(_SUCH) if cue.start >= last.start and cue.end <= negation.start]
    of_verb = negation.script == "ko" and text[negation.start] in _OF_VERBS
    if such and not (of_verb and negation.start - such[-1].end > _VERB):
        return not _between(sentence, such[-1].end, negation.start, rivals)
    if negation.script == "ko" and _LISTED.search(text, last.end, negation.start):
        return negation.start - last.end <= _WHOLE_LIST
    if negation.script == "ko" and _CLAUSE.search(text, last.end, negation.start):
        return False
    reach = (TIGHT if tight else _AFTER).get(negation.script, 0)
    if of_verb:
        reach = min(reach, _VERB)
    near = negation.start - last.end <= reach
    return near and not _between(sentence, last.end, negation.start, rivals)


def _before(text: str, sentence: Sentence, first: Cue, negation: Cue, rivals: int, *, tight: bool) -> bool:
    """No trainees; никаких стажёров; 没有研修生."""
    gap = text[negation.end : first.start]
    if negation.kinds & _NONE_OF and not tight:
        far = len(gap) <= _WHOLE_CLAUSE and not _OTHER_CLAUSE.search(gap)
        return far and not _between(sentence, negation.end, first.start, rivals)
    near = len(gap) <= (TIGHT if tight else _BEFORE).get(negation.script, 0) and not _BREAK.search(gap)
    return near and not _between(sentence, negation.end, first.start, rivals)


def tells_first(text: str, first: Cue, last: Cue) -> bool:
    """“They came on trainee visas, but training there was none”: the papers are told of before the no begins."""
    return bool(first.kinds & _NAMED and _CLAUSE.search(text, first.end, last.start))


def governs(text: str, sentence: Sentence, kinds: int) -> bool:
    """Does a negation in the sentence belong to a cue of these kinds (“never saw a classroom”, 수업은 … 안 들었다)?"""
    return any(negated(text, sentence, cue, cue, 0, rivals=0) for cue in sentence.among(kinds))


def _between(sentence: Sentence, start: int, end: int, kinds: int) -> bool:
    return any(cue.start >= start and cue.end <= end for cue in sentence.among(kinds))
