"""Where a text speaks of a mechanism, in whatever words: deterministic, explainable, linear in the text.

A text is folded, cut into sentences, and its cues are read in one pass (`mentions_cues`). A rule (`mentions_rules`)
says which cues together mean a mechanism; the passage must be about people at work abroad, and not about prisoners,
soldiers, the witness's own children at college or tourists on their way into the country. A sentence that denies is a
denial and never a practice; a question counts only through its answer. Every mention quotes the text as it was given
and names the words that caused it: it is a suggestion for a person to judge, never a tag.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from intake.errors import N_
from intake.language.mentions_cues import BIT, Cue, scan
from intake.language.mentions_denial import governs, negated
from intake.language.mentions_rules import (
    AFTER,
    ANCHORS,
    CONFINEMENT,
    DISPATCH,
    ECHOES,
    ELSEWHERE,
    GOING_OUT,
    PROPS,
    ROTATION,
    TOPICS,
    TRAINEE,
    VISITOR,
    WORK,
    Rule,
)
from intake.language.mentions_sentences import Sentence, read, union
from intake.language.normalise import fold_with_map

Polarity = Literal["practice", "denied"]
_REACH = {"ko": 90, "zh": 70, "en": 220, "ru": 220}


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


@dataclass(frozen=True, slots=True)
class _Hit:
    rule: Rule
    first: int
    last: int
    cues: tuple[Cue, ...]
    polarity: Polarity = "practice"


def find(text: str) -> list[Mention]:
    """Return the mentions of practices, in order. Denials and other senses are left out."""
    return [mention for mention in find_all(text) if mention.polarity == "practice"]


def find_all(text: str) -> list[Mention]:
    """Return mentions of practices and denials, in order; at most one of a concept for each sentence."""
    folded, offsets = fold_with_map(text)
    offsets.append(len(text))
    reading = _Reading(folded)
    best: dict[tuple[str, int], _Hit] = {}
    for hit in reading.hits():
        key = (hit.rule.concept, hit.first)
        if key not in best or best[key].rule.strength < hit.rule.strength:
            best[key] = hit
    mentions = [reading.mention(hit, text, offsets) for hit in best.values()]
    return sorted(mentions, key=lambda mention: (mention.start, mention.concept))


class _Reading:
    """One text being read."""

    def __init__(self, folded: str) -> None:
        self.text = folded
        self.sentences = read(folded, scan(folded))
        told = [sentence for sentence in self.sentences if not sentence.question]
        self.dispatch = sum(1 for bit in DISPATCH if union(sentence.kinds for sentence in told) & bit)
        self.elsewhere = sum(1 for sentence in told if sentence.kinds & ELSEWHERE)
        self.at_work = sum(1 for sentence in told if sentence.kinds & WORK)
        self.never_sent = any(s.question and s.answers & BIT["SENT"] for s in self.sentences)
        self.paragraphs: dict[int, int] = {}
        for sentence in told:
            self.paragraphs[sentence.paragraph] = self.paragraphs.get(sentence.paragraph, 0) | sentence.kinds

    def mention(self, hit: _Hit, text: str, offsets: list[int]) -> Mention:
        start, end = offsets[self.sentences[hit.first].start], offsets[self.sentences[hit.last].end]
        while end > start and text[end - 1].isspace():
            end -= 1
        words = dict.fromkeys(text[offsets[cue.start] : offsets[cue.end]] for cue in hit.cues)
        rule = hit.rule
        return Mention(
            rule.concept, start, end, text[start:end], rule.strength, rule.reason, hit.polarity, tuple(words)
        )

    def hits(self) -> Iterator[_Hit]:
        denied: dict[str, list[_Hit]] = {}
        practice: dict[str, list[_Hit]] = {}
        for hit in self._matches(ANCHORS):
            side = denied if self._denies(hit) else practice if self._fits(hit) else {}
            side.setdefault(hit.rule.concept, []).append(hit)
        for hit in self._refusals():
            denied.setdefault(hit.rule.concept, []).append(hit)
        refused = {concept: _indexes(hits) for concept, hits in denied.items()}
        for concept, hits in practice.items():
            kept = [hit for hit in hits if not _indexes([hit]) & refused.get(concept, set())]
            if not kept:
                continue
            kept.extend(self._echoes(concept))
            kept.extend(self._after(concept, kept))
            yield from (hit for hit in kept if not _indexes([hit]) & refused.get(concept, set()))
        for concept, hits in denied.items():
            for hit in hits:
                if concept not in practice or hit.rule.strength >= 0.6:
                    yield _Hit(hit.rule, hit.first, hit.last, hit.cues, "denied")

    # --- what the rules find ---------------------------------------------------------------------------------------

    def _matches(self, rules: tuple[Rule, ...]) -> Iterator[_Hit]:
        for index, sentence in enumerate(self.sentences):
            if not sentence.kinds or sentence.question:
                continue
            after = self.sentences[index + 1] if index + 1 < len(self.sentences) else None
            for rule in rules:
                if self._meets(rule, sentence):
                    cues = _closest(rule, sentence.cues)
                    if cues:
                        yield _Hit(rule, index, index, cues)
                elif rule.pair or rule.unmade:
                    if after and not after.question and after.paragraph == sentence.paragraph:
                        cues = self._both(rule, sentence, after)
                        if cues:
                            yield _Hit(rule, index, index + 1, cues)

    def _meets(self, rule: Rule, sentence: Sentence) -> bool:
        kinds = sentence.kinds
        for group in rule.need:
            if not kinds & group:
                return False
        if kinds & rule.veto & ~(BIT["REAL"] if kinds & BIT["SHAM"] else 0):
            return False
        return not rule.unmade or governs(self.text, sentence, rule.unmade)

    def _both(self, rule: Rule, sentence: Sentence, after: Sentence) -> tuple[Cue, ...]:
        both = sentence.kinds | after.kinds
        if both & rule.veto or not all(both & group for group in rule.need):
            return ()
        if all(after.kinds & group for group in rule.need):
            return ()
        if rule.unmade and not governs(self.text, after, rule.unmade):
            return ()
        return _closest(rule, [*sentence.cues, *after.cues])

    def _echoes(self, concept: str) -> Iterator[_Hit]:
        for hit in self._matches(tuple(rule for rule in ECHOES if rule.concept == concept)):
            contrast = self.sentences[hit.first].kinds & BIT["BUT"] and self.sentences[hit.first].kinds & BIT["ACT"]
            if (contrast or not self._denies(hit)) and self._fits(hit):
                yield hit

    def _after(self, concept: str, hits: list[_Hit]) -> Iterator[_Hit]:
        wanted, taken = AFTER.get(concept, 0), _indexes(hits)
        for index in sorted(taken):
            for following in {index + 1, index + 2} - taken:
                if following >= len(self.sentences):
                    continue
                sentence = self.sentences[following]
                cues = tuple(sentence.among(wanted))
                if cues and not sentence.question and sentence.paragraph == self.sentences[index].paragraph:
                    yield _Hit(
                        Rule(concept, N_("names or counts what was just told"), 0.4, ()), following, following, cues
                    )

    # --- whose story it is -----------------------------------------------------------------------------------------

    def _fits(self, hit: _Hit) -> bool:
        """Is the passage about people at work abroad?"""
        if self.never_sent or self.elsewhere > max(2, self.at_work):
            return False
        sentence = self.sentences[hit.first]
        here = union(self.sentences[index].kinds for index in range(hit.first, hit.last + 1))
        around = union(self.paragraphs.get(sentence.paragraph + step, 0) for step in (-1, 0, 1))
        if hit.rule.concept == CONFINEMENT and not here & WORK:
            if self.paragraphs[sentence.paragraph] & ELSEWHERE or self.elsewhere > self.at_work:
                return False
            if here & (BIT["SCHOOLDOM"] | BIT["FAMILY"]):
                return False
        if self.dispatch >= 4 or around & WORK:
            return True
        return hit.rule.concept in (CONFINEMENT, ROTATION) and bool(around & BIT["DPRK"])

    # --- denial ----------------------------------------------------------------------------------------------------

    def _denies(self, hit: _Hit) -> bool:
        concept, sentence = hit.rule.concept, self.sentences[hit.last]
        topic = TOPICS.get(concept, 0)
        if sentence.answers & topic and not sentence.kinds & BIT["ONPAPER"]:
            return True
        if concept in (VISITOR, TRAINEE) and any(cue.kinds & PROPS for cue in hit.cues):
            return False
        subject = union(hit.rule.need) if concept == ROTATION else topic
        cues = [cue for cue in hit.cues if cue.kinds & subject]
        return bool(cues) and negated(self.text, sentence, cues[0], cues[-1], topic)

    def _refusals(self) -> Iterator[_Hit]:
        """What is denied without being shaped like a mention: answers to questions, and plain denials."""
        for index, sentence in enumerate(self.sentences):
            for concept, topic in TOPICS.items():
                cues = sentence.among(topic)
                if not cues:
                    continue
                if sentence.question and sentence.answers & topic:
                    rule = Rule(concept, N_("asked about it, the witness denied it"), 0.7, ())
                    yield _Hit(rule, index, self._reply(index), tuple(cues))
                elif not sentence.question and negated(self.text, sentence, cues[0], cues[-1], topic):
                    yield _Hit(Rule(concept, N_("the witness denies it"), 0.5, ()), index, index, tuple(cues))
            yield from self._free(index, sentence)

    def _free(self, index: int, sentence: Sentence) -> Iterator[_Hit]:
        cues = tuple(sentence.among(GOING_OUT))
        if not cues:
            return
        rule = Rule(CONFINEMENT, N_("free to go out"), 0.5, ())
        if sentence.question and sentence.assents & GOING_OUT:
            yield _Hit(rule, index, self._reply(index), cues)
        elif not sentence.question and sentence.kinds & BIT["FREE"] and not sentence.kinds & BIT["NOEXIT"]:
            yield _Hit(rule, index, index, cues)

    def _reply(self, index: int) -> int:
        following = index + 1 < len(self.sentences) and not self.sentences[index + 1].question
        return index + 1 if following else index


def _closest(rule: Rule, cues: list[Cue]) -> tuple[Cue, ...]:
    """The cues that meet each group nearest to each other, or nothing if they lie too far apart."""
    if rule.places and sum(1 for cue in cues if cue.kinds & rule.need[-1]) < rule.places:
        return ()
    groups = [[cue for cue in cues if cue.kinds & group] for group in rule.need]
    rarest = min(groups, key=len)
    best: tuple[Cue, ...] = ()
    least = 1 << 30
    for anchor in rarest:
        chosen = {anchor, *(min(group, key=lambda cue: abs(cue.start - anchor.start)) for group in groups)}
        width = max(cue.end for cue in chosen) - min(cue.start for cue in chosen)
        if width < least:
            least, best = width, tuple(sorted(chosen, key=lambda cue: cue.start))
    return best if best and least <= _REACH[best[0].script] else ()


def _indexes(hits: list[_Hit]) -> set[int]:
    return {index for hit in hits for index in range(hit.first, hit.last + 1)}
