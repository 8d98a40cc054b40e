"""Where a text speaks of a mechanism, in whatever words: deterministic, explainable, linear in the text.

A text is folded, cut into sentences, and its cues are read in one pass (`mentions_cues`). A rule (`mentions_rules`)
says which cues together mean a mechanism; the passage must be about people at work abroad, and not about prisoners,
soldiers, refugees in hiding, the witness's own children at college or tourists on their way into the country. A
sentence that denies is a denial and never a practice; a question counts only through its answer. Every mention quotes
the text as it was given and names the words that caused it: it is a suggestion for a person to judge, never a tag.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.errors import N_
from intake.language.mentions_context import Context
from intake.language.mentions_cues import BIT, mask, scan, union
from intake.language.mentions_denial import negated, tells_first
from intake.language.mentions_matching import Hit, Polarity, indexes, matches, scenes
from intake.language.mentions_rules import (
    AFTER,
    ASKED,
    CONFINEMENT,
    GOING_OUT,
    PROPS,
    ROTATION,
    TOPICS,
    TRAINEE,
    VISITOR,
    Rule,
)
from intake.language.mentions_rules_scenes import ANCHORS, ECHOES, FRAMES, NEAR, SCENE
from intake.language.mentions_sentences import Sentence, read
from intake.language.mentions_signs import around, beside, together
from intake.language.mentions_weighing import escaped, hearsay, something_else, standing, untrue
from intake.language.normalise import fold_with_map


@dataclass(frozen=True)
class Mention:
    """`start` and `end` are code points of the text as given; `text[start:end] == quote`.

    `strength` is between 0 and 1; `reason` is a message id, `words` the words of the text that it rests on.
    """

    concept: str
    start: int
    end: int
    quote: str
    strength: float
    reason: str
    polarity: Polarity = "practice"
    words: tuple[str, ...] = ()


def find(text: str) -> list[Mention]:
    """Return the mentions of practices, in order. Denials and other senses are left out."""
    return [mention for mention in find_all(text) if mention.polarity == "practice"]


def find_all(text: str) -> list[Mention]:
    """Return mentions of practices and denials, in order; at most one of a concept for each sentence."""
    folded, offsets = fold_with_map(text)
    offsets.append(len(text))
    reading = _Reading(folded)
    best: dict[tuple[str, int], Hit] = {}
    for hit in reading.hits():
        key = (hit.rule.concept, hit.first)
        if key not in best or best[key].rule.strength < hit.rule.strength:
            best[key] = hit
    mentions = [reading.mention(hit, text, offsets) for hit in best.values()]
    return sorted(mentions, key=lambda mention: (mention.start, mention.concept))


_MANY_WORDS = 0.65  # below: only many words of the field close together
_PLAINLY = 0.7
_BEYOND_DOUBT = 0.75
_BESIDE = 2  # how many sentences away a word of the same field still belongs to what is told
_QUOTED = 4
_JOURNEY = mask("CROSS", "BACK", "OUTIN")


class _Reading:
    """One text being read."""

    def __init__(self, folded: str) -> None:
        self.text = folded
        self.sentences = read(folded, scan(folded))
        self._context = Context(folded, self.sentences)

    def mention(self, hit: Hit, text: str, offsets: list[int]) -> Mention:
        start, end = offsets[self.sentences[hit.first].start], offsets[self.sentences[hit.last].end]
        while end > start and text[end - 1].isspace():
            end -= 1
        words = dict.fromkeys(text[offsets[cue.start] : offsets[cue.end]] for cue in hit.cues)
        rule = hit.rule
        return Mention(
            rule.concept, start, end, text[start:end], rule.strength, rule.reason, hit.polarity, tuple(words)
        )

    def hits(self) -> Iterator[Hit]:
        practice, denied = self._told()
        free = list(self._free())
        refused = {concept: indexes(hits) for concept, hits in denied.items()}
        for concept, hits in practice.items():
            kept = [hit for hit in hits if not indexes([hit]) & refused.get(concept, set())]
            kept = standing(self.sentences, kept, denied.get(concept, []))
            if kept and not self._outweighed(concept, kept, denied.get(concept, []), free):
                told = indexes(kept)
                kept.extend(self._echoes(concept))
                kept.extend(self._after(concept, kept))
                kept.extend(hit for hit in beside(self.sentences, concept, indexes(kept)) if self._lived(hit))
                near = around(self.sentences, concept, told, indexes(kept))
                kept.extend(hit for hit in near if not self._denies(hit) and self._lived(hit))
                kept.extend(self._near(concept, kept))
                yield from (hit for hit in kept if not indexes([hit]) & refused.get(concept, set()))
        denied.setdefault(CONFINEMENT, []).extend(free)
        for concept, hits in denied.items():
            for hit in hits:
                if concept not in practice or hit.rule.strength >= 0.6:
                    yield replace(hit, polarity="denied")

    @staticmethod
    def _outweighed(concept: str, hits: list[Hit], denied: list[Hit], free: list[Hit]) -> bool:
        """Is the little that tells of it less than what denies it, or tells of going out?"""
        surest = max(hit.rule.strength for hit in hits)
        if concept == CONFINEMENT and free:
            few = len(indexes(hits)) <= len(indexes(free))
            if surest < _MANY_WORDS or (few and surest < _BEYOND_DOUBT):
                return True
        return bool(denied) and surest < _PLAINLY and len(indexes(hits)) <= len(indexes(denied))

    def _told(self) -> tuple[dict[str, list[Hit]], dict[str, list[Hit]]]:
        """What the rules find, as practices and as denials, by concept."""
        practice: dict[str, list[Hit]] = {}
        denied: dict[str, list[Hit]] = {}
        for hit in matches(self.text, self.sentences, ANCHORS):
            if self._denies(hit):
                denied.setdefault(hit.rule.concept, []).append(hit)
            elif self._lived(hit):
                practice.setdefault(hit.rule.concept, []).append(hit)
        for hit in self._refusals():
            denied.setdefault(hit.rule.concept, []).append(hit)
        taken = {c: indexes(practice.get(c, []) + denied.get(c, [])) for c in {**practice, **denied}}
        for hit in (*scenes(self.sentences, FRAMES), *self._kept_in(), *together(self.sentences)):
            concept = hit.rule.concept
            if not indexes([hit]) & taken.get(concept, set()) and self._lived(hit):
                practice.setdefault(concept, []).append(hit)
        return practice, denied

    def _lived(self, hit: Hit) -> bool:
        """Is it told of the workers' own life abroad?"""
        if any(elsewhere(self.sentences, hit) for elsewhere in (hearsay, escaped, something_else)):
            return False
        return self._context.fits(hit)

    def _echoes(self, concept: str) -> Iterator[Hit]:
        contrast = BIT["BUT"] | BIT["ACT"]
        for hit in matches(self.text, self.sentences, ECHOES[concept]):
            kinds = self.sentences[hit.first].kinds
            stands = kinds & contrast == contrast or all(cue.kinds & SCENE for cue in hit.cues) or not self._denies(hit)
            if stands and self._lived(hit):
                yield hit

    def _after(self, concept: str, hits: list[Hit]) -> Iterator[Hit]:
        wanted, taken = AFTER.get(concept, 0), indexes(hits)
        rule = Rule(concept, N_("names or counts what was just told"), 0.4, ())
        for index in sorted(taken):
            for following in {index + 1, index + 2} - taken:
                if following >= len(self.sentences):
                    continue
                sentence = self.sentences[following]
                cues = tuple(sentence.among(wanted))
                if cues and not sentence.question and sentence.paragraph == self.sentences[index].paragraph:
                    yield Hit(rule, following, following, cues)

    def _near(self, concept: str, hits: list[Hit]) -> Iterator[Hit]:
        """Sentences of the same field right beside those that tell: the window next to the locked door."""
        wanted, taken = NEAR.get(concept, 0), indexes(hits)
        rule = Rule(concept, N_("speaks of the same thing beside it"), 0.35, ())
        beside = {index + step for index in taken for step in range(-_BESIDE, _BESIDE + 1)} - taken
        for index in sorted(beside):
            if not 0 <= index < len(self.sentences):
                continue
            sentence = self.sentences[index]
            close = (self.sentences[i] for i in range(index - _BESIDE, index + _BESIDE + 1) if i in taken)
            if sentence.question or all(other.paragraph != sentence.paragraph for other in close):
                continue
            cues = tuple(sentence.among(wanted))
            if cues:
                hit = Hit(rule, index, index, cues[:_QUOTED])
                if not self._denies(hit) and self._context.fits(hit):
                    yield hit

    # --- denial ----------------------------------------------------------------------------------------------------

    def _denies(self, hit: Hit) -> bool:
        concept, sentence = hit.rule.concept, self.sentences[hit.last]
        topic = TOPICS.get(concept, 0)
        if sentence.kinds & BIT["NOTUS"] or untrue(sentence, hit):
            return True
        if concept == CONFINEMENT and sentence.answers & _JOURNEY:
            return True  # “Did you leave every month?” – “I did not leave once.”
        if sentence.answers & topic and not sentence.kinds & BIT["SHAM"]:
            return True
        if concept in (VISITOR, TRAINEE) and any(cue.kinds & (PROPS | BIT["CONCEAL"]) for cue in hit.cues):
            return False
        subject = union(hit.rule.need) if concept == ROTATION else topic
        cues = [cue for cue in hit.cues if cue.kinds & subject]
        tight = concept == CONFINEMENT
        return bool(cues) and negated(self.text, sentence, cues[0], cues[-1], topic, tight=tight)

    def _refusals(self) -> Iterator[Hit]:
        """What is denied without being shaped like a mention: answers to questions, and plain denials."""
        for index, sentence in enumerate(self.sentences):
            for concept, stated in TOPICS.items():
                topic = stated | ASKED.get(concept, 0) if sentence.question else stated
                if not sentence.kinds & topic:
                    continue
                cues = sentence.among(topic)
                tight = concept == CONFINEMENT
                if tells_first(self.text, cues[0], cues[-1]):
                    cues = cues[:1]
                if sentence.question and sentence.answers & topic:
                    rule = Rule(concept, N_("asked about it, the witness denied it"), 0.7, ())
                    yield Hit(rule, index, self._reply(index), tuple(cues))
                elif not sentence.question and (
                    sentence.kinds & BIT["NOTUS"] or negated(self.text, sentence, cues[0], cues[-1], topic, tight=tight)
                ):
                    yield Hit(Rule(concept, N_("the witness denies it"), 0.5, ()), index, index, tuple(cues))

    def _free(self) -> Iterator[Hit]:
        """Where the witness tells of going out: only worth saying if nothing tells of being kept in."""
        rule = Rule(CONFINEMENT, N_("free to go out"), 0.5, ())
        for index, sentence in enumerate(self.sentences):
            if not sentence.kinds & GOING_OUT:
                continue
            cues = tuple(sentence.among(GOING_OUT))
            if sentence.question and _may_go(sentence) is True:
                yield Hit(rule, index, self._reply(index), cues)
            elif not sentence.question and sentence.kinds & BIT["FREE"] and not sentence.kinds & BIT["NOEXIT"]:
                yield Hit(rule, index, index, cues)

    def _kept_in(self) -> Iterator[Hit]:
        """“Could you go out?” — “No.”"""
        rule = Rule(CONFINEMENT, N_("asked about going out, the witness said no"), 0.75, ())
        for index, sentence in enumerate(self.sentences):
            if sentence.question and _may_go(sentence) is False:
                yield Hit(rule, index, self._reply(index), tuple(sentence.among(GOING_OUT)))

    def _reply(self, index: int) -> int:
        following = index + 1 < len(self.sentences) and not self.sentences[index + 1].question
        return index + 1 if following else index


def _may_go(question: Sentence) -> bool | None:
    """What the answer to a question about going out says; None if it was not one, or not answered by yes or no."""
    if question.kinds & BIT["NOEXIT"]:
        return None if not (question.answers | question.assents) & BIT["NOEXIT"] else bool(question.answers)
    asked = question.kinds & GOING_OUT
    if asked & question.answers:
        return False
    return True if asked & question.assents else None
