"""What is said against a practice: hearsay, a tale taken back, and plain denials that outweigh mere signs.

“People at home said they would shut us in. It was not so.” “I saw a film about workers who are taken over the bridge.”
Neither is what the witness lived. And who says outright “nobody locked us in” is believed before a fence, a watchman or
a shoe in a cupboard; but not before being told that the gate was locked, and not if it was so only at first.
"""

from __future__ import annotations

from intake.language.mentions_cues import BIT, SIGNS, mask, union
from intake.language.mentions_matching import Hit
from intake.language.mentions_rules import CONFINEMENT, ROTATION, TRAINEE, VISITOR, WORK
from intake.language.mentions_sentences import Sentence
from intake.language.mentions_signs import OF, TOGETHER

_PLAIN = 0.8
_LOCKED = mask("LOCK", "DOOR", "GUARD", "CONFINE", "BARS")
_NEXT = 2
_ON_THE_WAY = 12
_LEARNING = mask("STUD", "PROPT", "TRAIN")
_AT_WORK = mask("SITE", "LODGE", "GUARD", "DOOR")
_BARRACKS = mask("ARMY", "PRISON")
_LIKENED = mask("CONFINE", "SIMILE")
_JOURNEYS_OF_THEIR_OWN = mask("HOMELEAVE", "REMIT")
_BUT = mask("BUT", "NOEXIT")
_OUT = mask("CROSS", "BACK")
_FOR_THE_STAMP = mask("STAMP", "NOVISA", "OUTIN", "PASS")
_TOURISTS = mask("TOUR", "FTOUR", "INTO")
_LEARNED_OR_VISITED = mask("PUPILSIGN", "GUESTSIGN")
_OVER_THE_BORDER = 0.7
_ANSWERED = 0.7
_NOT_USUAL = mask("EARLIER", "NEG", "PERMIT", "HYPO", "CROSS", "HEARSAY", "OTHERWK")
_TOLD_OUT = 0.75
_LIFE = 25  # sentences: a whole testimony
_LONELY = 0.7
_AT_LENGTH = 3  # sentences
_WITHHELD = 40  # characters: рабочих виз тогда уже не давали


def hearsay(sentences: list[Sentence], hit: Hit) -> bool:
    """Is the hit only what others said, wrote or showed, or taken back right after?"""
    told = sentences[hit.first : hit.last + 1]
    kinds = union(sentence.kinds for sentence in told)
    if kinds & BIT["HEARSAY"]:
        return True
    if hit.rule.concept not in (CONFINEMENT, ROTATION):
        return False
    if kinds & BIT["RETRACT"] and kinds & BIT["EARLIER"]:
        return True
    after = sentences[hit.last + 1 : hit.last + 1 + _NEXT]
    return any(s.kinds & BIT["RETRACT"] and s.paragraph == sentences[hit.last].paragraph for s in after)


def untrue(sentence: Sentence, hit: Hit) -> bool:
    """“I cannot say that we were shut in”; “nobody forbade us to go out”, unless the sentence goes on with a but."""
    at = hit.cues[-1].start
    if any(cue.start < at for cue in sentence.among(BIT["UNTRUE"])):
        return True
    goes_on = sentence.kinds & _BUT == _BUT
    return hit.rule.concept == CONFINEMENT and bool(sentence.kinds & BIT["NOTSHUT"]) and not goes_on


def escaped(sentences: list[Sentence], hit: Hit) -> bool:
    """Does it come after the witness's own flight, in hiding or on the way?"""
    if hit.rule.concept != CONFINEMENT:
        return False
    paragraph, at = sentences[hit.last].paragraph, hit.cues[-1].start
    before = (s for s in sentences[max(0, hit.first - _ON_THE_WAY) : hit.last + 1] if s.paragraph == paragraph)
    if any(cue.start < at for s in before for cue in s.among(BIT["FLIGHT"])):
        return True
    earlier = sentences[max(0, hit.first - _ON_THE_WAY) : hit.first]
    asked = [s for s in earlier if s.paragraph == paragraph - 1 and s.question and s.kinds & BIT["FLIGHT"]]
    told = union(s.kinds for s in sentences[hit.first : hit.last + 1])
    return bool(asked) and not told & _AT_WORK


def something_else(sentences: list[Sentence], hit: Hit) -> bool:
    """Doors that open again, leave and errands at home, tourists who are looked at, a real visit to a real aunt."""
    told = sentences[hit.first : hit.last + 1]
    kinds = union(sentence.kinds for sentence in told)
    concept = hit.rule.concept
    near = (*sentences[max(0, hit.first - 1) : hit.first], *sentences[hit.last + 1 : hit.last + 2])
    around = kinds | union(s.kinds for s in near if s.paragraph == sentences[hit.last].paragraph)
    if concept in (CONFINEMENT, TRAINEE) and _studied(sentences, hit, kinds):
        return True
    if concept == CONFINEMENT:
        if _shut_up_before(sentences, hit):
            return True
        if kinds & _LOCKED and around & BIT["COMEAGAIN"] and not kinds & BIT["NOEXIT"]:
            return True
        crossing = kinds & BIT["ROUNDSIGN"] and not kinds & BIT["LOCK"]
        return bool(crossing and (hit.rule.strength <= _OVER_THE_BORDER or around & BIT["CROSS"]))
    if concept == ROTATION:
        if hit.cues[0].script not in SIGNS:
            return False
        needed = _OUT if hit.last - hit.first < _NEXT else BIT["RECUR"]
        journeys = (s.kinds for s in told if s.kinds & _JOURNEYS_OF_THEIR_OWN)
        own = (kinds for kinds in journeys if kinds & needed or kinds & _OUT == _OUT)
        return any(not kinds & _FOR_THE_STAMP for kinds in own)
    only_signs = all(cue.kinds & _LEARNED_OR_VISITED for cue in hit.cues)
    others = _TOURISTS if concept == VISITOR else _TOURISTS | BIT["FAMILY"]
    return bool((only_signs and kinds & others) or (concept == VISITOR and around & BIT["REALLY"]))


def _studied(sentences: list[Sentence], hit: Hit, kinds: int) -> bool:
    """“I was a real student, four years”: what follows is a student's life."""
    paragraph = sentences[hit.first].paragraph
    before = union(s.kinds for s in sentences[max(0, hit.first - _NEXT) : hit.first] if s.paragraph == paragraph)
    own = before & BIT["REAL"] and before & _LEARNING
    return bool(own) and (hit.rule.concept == TRAINEE or not kinds & WORK)


def _shut_up_before(sentences: list[Sentence], hit: Hit) -> bool:
    """Are these the fences of barracks or of a prison?"""
    index = next(i for i in range(hit.first, hit.last + 1) if sentences[i].end > hit.cues[0].start)
    at = sentences[index].kinds
    same = index and sentences[index - 1].paragraph == sentences[index].paragraph
    before = sentences[index - 1].kinds if same else 0
    return bool((at | before) & _BARRACKS and not at & WORK and not (at | before) & _LIKENED)


def standing(sentences: list[Sentence], hits: list[Hit], denials: list[Hit]) -> list[Hit]:
    """The hits of one concept that stand against what else the text says."""
    floor = _PLAIN if any(_outright(sentences, denial) for denial in denials) else 0.0
    concept = hits[0].rule.concept if hits else ""
    about = (s for s in sentences if s.kinds & BIT["ABOUT"] and not s.asked)
    if concept == CONFINEMENT and any(s.kinds & BIT["NOTSHUT"] and not s.kinds & BIT["EARLIER"] for s in sentences):
        floor = _PLAIN
    if concept == CONFINEMENT and any(map(_usual, about)):
        floor = max(floor, _TOLD_OUT)
    if concept in (VISITOR, TRAINEE) and any(_papers_for_work(s) for s in sentences):
        floor = max(floor, _TOLD_OUT)
    signs = [hit for hit in hits if hit.rule is TOGETHER.get(concept)]
    # “We were no tourists” is also said of papers that called them so.
    told_at_length = concept in (VISITOR, TRAINEE) and len(signs) >= _AT_LENGTH
    kept = [hit for hit in hits if hit.rule.strength >= floor or (told_at_length and hit in signs)]
    return [] if _alone(sentences, concept, kept) else kept


def _alone(sentences: list[Sentence], concept: str, kept: list[Hit]) -> bool:
    """Is it one weak trace in a whole life, with no sign of the same anywhere?"""
    if not kept or kept[0].cues[0].script not in SIGNS or len(sentences) <= _LIFE:
        return False
    weak = all(hit.first == hit.last and hit.rule.strength <= _LONELY for hit in kept)
    if not weak or len({hit.rule for hit in kept}) > 1 or kept[0].rule is TOGETHER.get(concept):
        return False
    own = {hit.first for hit in kept}
    return not any(s.kinds & OF.get(concept, 0) for index, s in enumerate(sentences) if index not in own)


def _papers_for_work(sentence: Sentence) -> bool:
    """Does the witness say that their papers were for work?"""
    if not sentence.kinds & BIT["WVISA"] or sentence.question or sentence.kinds & (_NOT_USUAL & ~BIT["NEG"]):
        return False
    named = sentence.among(BIT["WVISA"])[0]
    after = named.end + _WITHHELD if named.script == "ru" else named.start
    return not any(no.start < after for no in sentence.among(BIT["NEG"]))


def _outright(sentences: list[Sentence], denial: Hit) -> bool:
    """Is it denied of all times? That something was not monthly, or that there was no fence, denies little."""
    if sentences[denial.first].kinds & BIT["EARLIER"]:
        return False
    if denial.rule.concept == ROTATION:
        return denial.rule.strength >= _ANSWERED
    if denial.rule.concept == CONFINEMENT:
        return bool(sentences[denial.first].kinds & BIT["NOTSHUT"])
    return True


def _usual(sentence: Sentence) -> bool:
    """Did they go out as a matter of course?"""
    inside = [
        we
        for about in sentence.among(BIT["ABOUT"])
        for we in sentence.among(BIT["WE"])
        if about.start <= we.start and we.end <= about.end
    ]
    barred = _NOT_USUAL & ~BIT["OTHERWK"] if inside else _NOT_USUAL  # “as the Indians did, and on Fridays we went …”
    return bool(sentence.kinds & BIT["WE"]) and not sentence.kinds & barred
