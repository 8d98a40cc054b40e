"""Trying the rules on sentences: which ones are met, where, and by which cues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from intake.language.mentions_cues import BIT, Cue, union
from intake.language.mentions_denial import governs
from intake.language.mentions_rules import Frame, Rule
from intake.language.mentions_sentences import Sentence

Polarity = Literal["practice", "denied"]
_REACH = {"ko": 90, "zh": 70, "en": 220, "ru": 220}
# A scene told at once, or spread over more sentences and then told more fully.
_SCENES = ((4, 0), (8, 1))
_WIDEST = max(reach for reach, _ in _SCENES)
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule met by sentences `first` to `last`."""

    rule: Rule
    first: int
    last: int
    cues: tuple[Cue, ...]
    polarity: Polarity = "practice"


def matches(text: str, sentences: list[Sentence], rules: tuple[Rule, ...]) -> Iterator[Hit]:
    """Every rule met in one sentence, or in two that follow each other where the rule allows it.

    Rules are tried in the order given; what one sentence says of a concept once, it need not say again.
    """
    concepts = _by_concept(rules)
    for index, sentence in enumerate(sentences):
        kinds = sentence.kinds
        if not kinds or sentence.question:
            continue
        after = _next(sentences, index)
        both = kinds | after.kinds if after is not None else kinds
        for seldom, those in concepts:
            if both & seldom:
                yield from _met(text, those, index, sentence, after, both)


def _met(
    text: str, rules: tuple[Rule, ...], index: int, sentence: Sentence, after: Sentence | None, both: int
) -> Iterator[Hit]:
    """The rules of one concept that a sentence, alone or with the next, meets."""
    for rule in rules:
        for group in rule.need:
            if not both & group:
                break
        else:
            hit = _single(text, rule, index, sentence)
            if hit is not None:
                yield hit
                return
            hit = _double(text, rule, index, sentence, after)
            if hit is not None:
                yield hit


@cache
def _by_concept(rules: tuple[Rule, ...]) -> tuple[tuple[int, tuple[Rule, ...]], ...]:
    """The rules of each concept, with the kinds of which each of them needs one."""
    concepts = dict.fromkeys(rule.concept for rule in rules)
    grouped = (tuple(rule for rule in rules if rule.concept == concept) for concept in concepts)
    return tuple((union(rule.need[0] for rule in those), those) for those in grouped)


def scenes(sentences: list[Sentence], frames: tuple[Frame, ...]) -> Iterator[Hit]:
    """Every frame met by a few sentences that follow each other."""
    told = [0 if sentence.question else sentence.kinds for sentence in sentences]
    for index, kinds in enumerate(told):
        if not kinds:
            continue
        widest = union(told[index : index + _WIDEST])
        windows: list[tuple[int, int, int]] = []
        for frame in frames:
            # What the widest window lacks, no narrower one has.
            if kinds & frame.wanted and all(widest & group for group in frame.rule.need):
                windows = windows or [(reach, more, union(told[index : index + reach])) for reach, more in _SCENES]
                for reach, more, within in windows:
                    hit = _scene(sentences, told, index, frame, reach, frame.least + more, within)
                    if hit is not None:
                        yield hit
                        break


def _scene(
    sentences: list[Sentence], told: list[int], index: int, frame: Frame, reach: int, least: int, kinds: int
) -> Hit | None:
    for group in frame.rule.need:
        if not kinds & group:
            return None
    if kinds & frame.rule.veto or sum(1 for element in frame.elements if kinds & element) < least:
        return None
    window = [other for other in range(index, min(index + reach, len(told))) if told[other] & frame.wanted]
    cues = (cue for other in window for cue in sentences[other].cues if cue.kinds & frame.wanted)
    return Hit(frame.rule, index, window[-1], tuple(islice(cues, _SHOWN)))


def closest(rule: Rule, cues: list[Cue]) -> tuple[Cue, ...]:
    """The cues that meet each group nearest to each other, or nothing if they lie too far apart."""
    if rule.places and sum(1 for cue in cues if cue.kinds & rule.need[-1]) < rule.places:
        return ()
    groups = [group for need in rule.need if (group := [cue for cue in cues if cue.kinds & need])]
    best: tuple[Cue, ...] = ()
    least = 1 << 30
    for anchor in min(groups, key=len):
        chosen = {anchor, *(min(group, key=lambda cue: abs(cue.start - anchor.start)) for group in groups)}
        width = max(cue.end for cue in chosen) - min(cue.start for cue in chosen)
        if width < least:
            least, best = width, tuple(sorted(chosen, key=lambda cue: cue.start))
    # One word may be two things at once (a bolted door), but not all that a rule asks for.
    return best if len(best) >= len(groups) - 1 and least <= _REACH[best[0].script] else ()


def indexes(hits: list[Hit]) -> set[int]:
    """The sentences that hits stand on."""
    return {index for hit in hits for index in range(hit.first, hit.last + 1)}


def _next(sentences: list[Sentence], index: int) -> Sentence | None:
    if index + 1 == len(sentences):
        return None
    after = sentences[index + 1]
    return after if after.paragraph == sentences[index].paragraph and not after.question else None


def _single(text: str, rule: Rule, index: int, sentence: Sentence) -> Hit | None:
    kinds = sentence.kinds
    for group in rule.need:
        if not kinds & group:
            return None
    if kinds & rule.veto & ~(BIT["REAL"] if kinds & BIT["SHAM"] else 0):
        return None
    if rule.unmade and not governs(text, sentence, rule.unmade):
        return None
    cues = closest(rule, sentence.cues)
    return Hit(rule, index, index, cues) if cues else None


def _double(text: str, rule: Rule, index: int, sentence: Sentence, after: Sentence | None) -> Hit | None:
    if after is None or not (rule.pair or rule.unmade) or (sentence.kinds | after.kinds) & rule.veto:
        return None
    for whole in (sentence.kinds, after.kinds):
        if all(whole & group for group in rule.need):
            return None
    if rule.unmade and not governs(text, after, rule.unmade):
        return None
    cues = closest(rule, [*sentence.cues, *after.cues])
    return Hit(rule, index, index + 1, cues) if cues else None
