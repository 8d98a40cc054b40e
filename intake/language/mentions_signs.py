"""Signs of a practice that mean nothing alone and much together.

“The farthest I went was the coal heap”; “bread came in a basket on a rope”; “the snow before our door stayed clean”:
none of them says that people were kept in, but a witness who tells two of them close together does. Where a practice
is told of anyway, each sign near by is a mention of it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from intake.errors import N_
from intake.language.mentions_cues import Cue, mask
from intake.language.mentions_matching import Hit
from intake.language.mentions_rules import CONFINEMENT, ROTATION, TRAINEE, VISITOR, Rule
from intake.language.mentions_sentences import Sentence

OF: dict[str, int] = {
    CONFINEMENT: mask("INSIGN"),
    TRAINEE: mask("PUPILSIGN"),
    VISITOR: mask("GUESTSIGN"),
    ROTATION: mask("ROUNDSIGN"),
}
_NEG = mask("NEG", "NEVER")
_STRENGTH = 0.55
_NEAR = 5  # sentences
_SAME = 8  # characters
_ENOUGH = 2
_SHORT = 4  # sentences: a passage shown by itself
_LONG, _ENOUGH_IN_LONG = 15, 3  # in a whole life two signs may meet by chance
TOGETHER = {concept: Rule(concept, N_("several signs of it together"), _STRENGTH, ()) for concept in OF}
_BESIDE = {concept: Rule(concept, N_("a sign of what is told beside it"), 0.4, ()) for concept in OF}


def together(sentences: list[Sentence]) -> Iterator[Hit]:
    """Sentences with signs of one concept, where enough of them stand close together."""
    enough = _ENOUGH_IN_LONG if len(sentences) > _LONG else _ENOUGH if len(sentences) > _SHORT else 1
    for concept, kinds in OF.items():
        signs = [
            (index, _apart(_told(s, kinds))) for index, s in enumerate(sentences) if s.kinds & kinds and not s.asked
        ]
        for index, _ in signs:
            cues = tuple(_told(sentences[index], kinds))
            if cues and sum(count for other, count in signs if abs(other - index) <= _NEAR) >= enough:
                yield Hit(TOGETHER[concept], index, index, cues)


def _told(sentence: Sentence, kinds: int) -> list[Cue]:
    """The signs of a sentence, unless it is the interviewer's or a no stands right before them (“nobody counted us”)."""
    if sentence.asked:
        return []
    ends = {no.end + 1 for no in sentence.among(_NEG)}
    return [cue for cue in sentence.among(kinds) if cue.start not in ends]


def _apart(cues: list[Cue]) -> int:
    """How many signs there are, one that runs into the next being the same."""
    return bool(cues) + sum(1 for before, cue in pairwise(cues) if cue.start - before.end > _SAME)


def beside(sentences: list[Sentence], concept: str, taken: set[int]) -> Iterator[Hit]:
    """Sentences with a sign of a concept that is told of elsewhere in the text."""
    kinds = OF.get(concept, 0)
    for index, sentence in enumerate(sentences):
        cues = tuple(_told(sentence, kinds)) if sentence.kinds & kinds and index not in taken else ()
        if cues:
            yield Hit(_BESIDE[concept], index, index, cues)


_FIELDS: dict[str, int] = {
    CONFINEMENT: mask(
        *("DOOR", "LOCK", "BARS", "GUARD", "OUTSIDE", "TOWNLIFE", "ERRAND", "COUNT", "KEYHELD", "GATEONLY", "HIDE"),
        *("NEVER", "KNOWONLY", "PERMIT", "GOOUT", "THREAT", "INSIGN"),
    ),
    TRAINEE: mask("PROPT", "STUD", "TRAIN", "PAPER", "CONCEAL", "SHAM", "TOOL", "DUNNO", "CALLED", "PUPILSIGN"),
    VISITOR: mask(
        *("PROPV", "AS_V", "TOUR", "VISIT", "INVITE", "PAPER", "CONCEAL", "SHAM", "QUARTER", "FORTNIGHT", "TOOL"),
        *("LISTENTRY", "ARRIVAL", "LOOK", "GUESTSIGN"),
    ),
    ROTATION: mask(
        *("MONTH", "RECUR", "CROSS", "BACK", "STAMP", "OVERNIGHT", "TIMES", "BUNDLE", "PASSFULL", "EXPIRY", "GROUP"),
        *("PASS", "PAIRS", "GONE", "NAMING", "ROUNDSIGN"),
    ),
}
_AROUND = 2
_SPOKEN, _SPOKEN_BESIDE = 2, 1


def around(sentences: list[Sentence], concept: str, told: set[int], taken: set[int]) -> Iterator[Hit]:
    """Sentences right beside one that tells of a concept, and speaking of the same things."""
    kinds = _FIELDS.get(concept, 0)
    for index in sorted({near for at in told for near in range(at - _AROUND, at + _AROUND + 1)} - taken):
        if not 0 <= index < len(sentences) or sentences[index].question:
            continue
        paragraphs = {sentences[at].paragraph for at in range(index - _AROUND, index + _AROUND + 1) if at in told}
        cues = sentences[index].among(kinds)
        spoken = _SPOKEN_BESIDE if index - 1 in told or index + 1 in told else _SPOKEN
        if sentences[index].paragraph in paragraphs and len(cues) >= spoken:
            yield Hit(_BESIDE[concept], index, index, tuple(cues))
