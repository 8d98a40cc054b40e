"""Whose story it is: is a passage about people sent to work abroad, or about somebody else's life?

The same words are said of prisoners, soldiers, refugees in hiding, sold brides, students in their own right, traders
and tour guides. A whole testimony about a dispatch is recognised by its many work words; a short passage by those
around it.
"""

from __future__ import annotations

from intake.language.mentions_cues import BIT, mask, union
from intake.language.mentions_matching import Hit
from intake.language.mentions_others import tells_of_others
from intake.language.mentions_rules import (
    CONFINEMENT,
    DISPATCH,
    ELSEWHERE,
    PRISON,
    REFUGE,
    RESETTLED,
    ROTATION,
    STATUS,
    TOURING,
    TRAINEE,
    VISITOR,
    WORK,
    WORKISH,
    Rule,
)
from intake.language.mentions_sentences import Sentence

_WHOLE_TESTIMONY = 3
_BEFORE = 3
_BY_ITSELF = 0.75  # a fence or a guard says little where people tell of going out
_BEYOND_DOUBT = 5
_GOING_OUT = BIT["FREE"]
_PLAIN = 0.7  # said plainly enough to need no word of work beside it
_BARE = mask("NOVISA")  # a trader's journeys are his trade
_WRITTEN = 0.85  # what papers said of people who were sent
_ABOUT = {
    CONFINEMENT: mask("LODGE", "GROUP"),
    ROTATION: mask("NOVISA", "STAMP", "PASS", "PAIRS"),
    VISITOR: mask("WEAK", "SHAM"),
    TRAINEE: mask("WEAK", "SHAM"),
}
_KEPT = mask("WE", "KEYHELD", "NOEXIT", "KNOWONLY", "COUNT", "DOORLOCK", "CONFINE", "GUARD", "BARS")
_OTHER_DOORS = ELSEWHERE | REFUGE | RESETTLED | mask("STUD", "FAMILY", "SCHOOLDOM", "DOMESTIC", "SOUTH")
_PAID = 0.65
_ON_THE_WAY = mask("ABROAD", "PASS", "GROUP")
_LET_IN = mask("GROUP", "ENTRY")
_PAPERS = STATUS | BIT["PAPER"]
_TELLING = mask("WE", "WEAK", "GROUP", "PAIRS")
_SENT_OUT = mask("SENT", "DPRK", "WE", "DURATION")
_OTHER_LIVES = REFUGE | RESETTLED | mask("FAMILY", "REAL", "SOUTH", "INTO", "FTOUR")
_SICK = mask("QUAR", "FORTNIGHT")
_AWAY = mask("ABROAD", "SENT")
_SOLD = BIT["SOLD"]
_HEARSAY = BIT["HEARSAY"]
_DETAIL = 0.5  # told beside a mechanism already told of: an “older sister” there is a workmate
# In flight and in hiding a word of the work itself must be near; the first steps outside are taken in flight.
_AT_WORK = {CONFINEMENT: mask("SITE", "CREW", "FIRSTOUT")}
_SHUT = BIT["NOEXIT"] | BIT["CONFINE"] | BIT["LOCK"]


class Context:
    """What the whole text and each paragraph speak of."""

    def __init__(self, text: str, sentences: list[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        told = [sentence for sentence in sentences if not sentence.question]
        kinds = union(sentence.kinds for sentence in told)
        self._dispatch = sum(1 for bit in DISPATCH if kinds & bit)
        self._elsewhere = sum(1 for sentence in told if sentence.kinds & ELSEWHERE)
        self._at_work = sum(1 for sentence in told if sentence.kinds & WORK)
        self._never_sent = bool(kinds & BIT["NEVERSENT"]) or any(
            s.question and s.answers & BIT["SENT"] for s in sentences
        )
        self._paragraphs: dict[int, int] = {}
        self._earlier: list[int] = []
        for sentence in sentences:
            self._earlier.append(self._paragraphs.get(sentence.paragraph, 0))
            self._paragraphs[sentence.paragraph] = self._paragraphs.get(sentence.paragraph, 0) | sentence.kinds

    def fits(self, hit: Hit) -> bool:
        """Is the passage about people at work abroad?"""
        if self._never_sent or self._elsewhere > max(2, self._at_work):
            return False
        concept, number = hit.rule.concept, self._sentences[hit.first].paragraph
        here = union(self._sentences[index].kinds for index in range(hit.first, hit.last + 1))
        around = union(self._paragraphs.get(number + step, 0) for step in (-1, 0, 1))
        if self._just_told(hit, number, here) or self._other_lives(hit.rule, here, self._paragraphs[number], around):
            return False
        if any(
            tells_of_others(self._text, self._sentences, self._where(hit, starts), concept, starts, here)
            for starts in self._named(hit)
        ):
            return False
        alone = concept == CONFINEMENT and hit.rule.strength < _BY_ITSELF
        if alone and self._paragraphs[number] & (_GOING_OUT | _SHUT) == _GOING_OUT:
            return False
        return self._at_work_there(hit.rule, around)

    @staticmethod
    def _named(hit: Hit) -> tuple[int, ...]:
        """Where the papers of a hit are named, or what is most to the point in it."""
        if hit.rule.concept == CONFINEMENT:
            return (hit.cues[-1].start,)
        return tuple(cue.start for cue in hit.cues if cue.kinds & _PAPERS and not cue.kinds & BIT["GIVE"]) or (
            hit.cues[0].start,
        )

    def _where(self, hit: Hit, starts: int) -> int:
        """The sentence in which the cue that begins at `starts` stands."""
        return next((i for i in range(hit.first, hit.last + 1) if starts < self._sentences[i].end), hit.first)

    def _at_work_there(self, rule: Rule, around: int) -> bool:
        """Is there a word of the work, or is what is said plain enough without?"""
        if (self._dispatch >= _WHOLE_TESTIMONY and self._at_work) or around & WORK:
            return True
        if sum(1 for kind in WORKISH if around & kind) > 1:
            return True
        if rule.concept in (CONFINEMENT, ROTATION) and around & (BIT["DPRK"] | BIT["BOSS"]):
            return True
        if rule.concept in (VISITOR, TRAINEE) and not around & _OTHER_LIVES:
            plain = rule.strength >= _WRITTEN and (around & _SENT_OUT or around & _LET_IN == _LET_IN)
            if plain or (rule.strength >= _PLAIN and around & BIT["DPRK"]):
                return True
        if rule.concept == TRAINEE and rule.strength >= _PAID and around & BIT["PAY"]:
            return not around & _OTHER_LIVES
        if rule.concept == ROTATION and rule.strength >= _WRITTEN and around & _ON_THE_WAY:
            return not around & _OTHER_LIVES
        if rule.concept == CONFINEMENT and around & _KEPT and not around & _OTHER_DOORS:
            return True
        told = around & _TELLING
        return bool(rule.strength >= _PLAIN and told and around & _ABOUT.get(rule.concept, 0))

    def _just_told(self, hit: Hit, number: int, here: int) -> bool:
        """Did the sentences before it speak of prison, of hiding, or of life after resettlement?"""
        before = union(
            s.kinds for s in self._sentences[max(0, hit.first - _BEFORE) : hit.last + 1] if s.paragraph == number
        )
        far = self._earlier[hit.first] | here
        if hit.rule.concept == CONFINEMENT and (before & PRISON or before & _SICK == _SICK or far & _SOLD):
            return True
        if here & _HEARSAY:
            return True
        if hit.rule.concept in (CONFINEMENT, TRAINEE) and far & BIT["DOMESTIC"] and not far & _AWAY:
            return True
        return bool(far & RESETTLED or (before & REFUGE and not here & _AT_WORK.get(hit.rule.concept, WORK)))

    def _other_lives(self, rule: Rule, here: int, paragraph: int, around: int) -> bool:
        concept = rule.concept
        if here & BIT["SOUTH"]:
            return True
        if paragraph & REFUGE and not here & _AT_WORK.get(concept, WORK) and self._dispatch < _BEYOND_DOUBT:
            return True
        if concept == TRAINEE:
            return bool(paragraph & BIT["SCHOOLDOM"])
        if paragraph & BIT["INTO"] and paragraph & TOURING and not paragraph & BIT["CREW"]:
            return True
        if concept == CONFINEMENT:
            return self._shut_in_elsewhere(here, paragraph, detail=rule.strength < _DETAIL)
        if concept == ROTATION and paragraph & BIT["TRADE"] and not paragraph & _BARE:
            return True
        return concept == ROTATION and bool(paragraph & BIT["STUD"]) and not around & WORK

    def _shut_in_elsewhere(self, here: int, paragraph: int, *, detail: bool) -> bool:
        if paragraph & BIT["STUD"] and not paragraph & WORK:
            return True
        if here & (WORK | BIT["FIRSTOUT"]):
            return False
        if paragraph & (ELSEWHERE | REFUGE) or self._elsewhere > self._at_work:
            return True
        return bool(here & BIT["SCHOOLDOM"]) or (bool(here & BIT["FAMILY"]) and not detail)
