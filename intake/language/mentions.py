"""Where a text speaks of a mechanism, in whatever words: deterministic, explainable, linear in the text.

A text is folded, cut into sentences, and its cues are read in one pass (`mentions_cues`). A rule
(`mentions_rules`) says which cues together mean a mechanism; the passage must be about people at work
abroad, and not about prisoners, soldiers, the witness's own children at college or tourists on their way
into the country. A sentence that denies is a denial and never a practice; a question counts only through its
answer. Every mention quotes the text as it was given and names the words that caused it: it is a suggestion
for a person to judge, never a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Literal

from intake.errors import N_
from intake.language.mentions_cues import BIT, Cue, scan
from intake.language.mentions_rules import (
    AFTER,
    ANCHORS,
    CONFINEMENT,
    DISPATCH,
    ECHOES,
    ELSEWHERE,
    PROPS,
    ROTATION,
    STATUS,
    TOPICS,
    TRAINEE,
    VISITOR,
    WORK,
    Rule,
)
from intake.language.normalise import fold_with_map

Polarity = Literal["practice", "denied"]

_BOUNDARY = re.compile(r'[.!?…]+["\')\]]*(?=\s|$)|[。！？!?]+["\')\]]*|\n+')
_LABEL = re.compile(r"\s*(?:(문|질문|면담자|q|question|问|вопрос|в)|(답|답변|a|answer|答|ответ|о))\s*:\s*")
_ASKED = re.compile(r"\?[\"')\]]*\s*$|(?:습니까|나요|는가요|었나|인가요)[.\"')\]]*\s*$|^\s*\((?:면담자|문|interviewer)")
_NO = re.compile(
    r"[\s\"']*(?:아니|아닙|없|전혀|그런 (?:일|적)|no\b|not\b|never|nobody|none|нет|никак|ни |не |没|不|沒|从来没|哪有)"
)
_YES = re.compile(
    r"[\s\"']*(?:네|예[,. ]|예$|그렇|있(?:었|습|지)|됐|yes|yeah|of course|sure|да\b|конечно|能|可以|是的|对|有)"
)
_BREAK = re.compile(r"[,;:—–]| but | and | а | но ")
_ABBREVIATION = re.compile(r"(?:\b(?:no|mr|mrs|ms|dr|st|co|ltd|im|ул|д|г|им))$")
_LONGEST = 320
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


@dataclass(slots=True)
class _Sentence:
    start: int
    end: int
    paragraph: int
    question: bool
    cues: list[Cue] = field(default_factory=list)
    kinds: int = 0
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class _Hit:
    rule: Rule
    first: int
    last: int
    cues: tuple[Cue, ...]


def find(text: str) -> list[Mention]:
    """Return the mentions of practices, in order. Denials and other senses are left out."""
    return [mention for mention in find_all(text) if mention.polarity == "practice"]


def find_all(text: str) -> list[Mention]:
    """Return mentions of practices and denials, in order."""
    folded, offsets = fold_with_map(text)
    reading = _Reading(folded)
    found: dict[tuple[str, int], Mention] = {}
    for concept, start, end, strength, reason, polarity, cues in reading.mentions():
        first, last = offsets[start], (offsets[end - 1] + 1 if end < len(offsets) else len(text))
        last = offsets[end] if end < len(offsets) else last
        while last > first and text[last - 1].isspace():
            last -= 1
        words = tuple(dict.fromkeys(text[offsets[cue.start] : offsets[cue.end - 1] + 1] for cue in cues))
        mention = Mention(concept, first, last, text[first:last], round(strength, 2), reason, polarity, words)
        known = found.get((concept, first))
        if known is None or known.strength < mention.strength:
            found[(concept, first)] = mention
    return sorted(found.values(), key=lambda mention: (mention.start, mention.concept))


class _Reading:
    """One text being read."""

    def __init__(self, folded: str) -> None:
        self.text = folded
        self.sentences = list(_sentences(folded))
        _distribute(scan(folded), self.sentences)
        told = [sentence for sentence in self.sentences if not sentence.question]
        self.kinds = _union(sentence.kinds for sentence in told)
        self.dispatch = sum(1 for bit in DISPATCH if self.kinds & bit)
        self.elsewhere = sum(1 for s in told if s.kinds & ELSEWHERE)
        self.at_work = sum(1 for s in told if s.kinds & WORK)
        self.paragraphs: dict[int, int] = {}
        for sentence in told:
            self.paragraphs[sentence.paragraph] = self.paragraphs.get(sentence.paragraph, 0) | sentence.kinds

    def mentions(self) -> Iterator[tuple[str, int, int, float, str, Polarity, tuple[Cue, ...]]]:
        practice: dict[str, list[_Hit]] = {}
        denied: dict[str, list[_Hit]] = {}
        for hit in self._hits(ANCHORS):
            if self._denies(hit):
                denied.setdefault(hit.rule.concept, []).append(hit)
            elif self._fits(hit):
                practice.setdefault(hit.rule.concept, []).append(hit)
        for hit in self._answers():
            denied.setdefault(hit.rule.concept, []).append(hit)
        for hit in self._hits(tuple(rule for rule in ECHOES if rule.concept in practice)):
            if not self._denies(hit) and self._fits(hit):
                practice[hit.rule.concept].append(hit)
        for hit in list(self._denials()):
            if hit.rule.concept not in practice:
                denied.setdefault(hit.rule.concept, []).append(hit)
        for concept, hits in practice.items():
            refused = {index for hit in denied.get(concept, ()) for index in range(hit.first, hit.last + 1)}
            for hit in (*hits, *self._after(concept, hits)):
                if not refused & set(range(hit.first, hit.last + 1)):
                    yield self._give(hit, "practice")
        for hits in denied.values():
            for hit in hits:
                yield self._give(hit, "denied")

    def _give(self, hit: _Hit, polarity: Polarity) -> tuple[str, int, int, float, str, Polarity, tuple[Cue, ...]]:
        start, end = self.sentences[hit.first].start, self.sentences[hit.last].end
        return hit.rule.concept, start, end, hit.rule.strength, hit.rule.reason, polarity, hit.cues

    # --- rules
    # ---------------------------------------------------------------------------------------------------

    def _hits(self, rules: tuple[Rule, ...]) -> Iterator[_Hit]:
        for index, sentence in enumerate(self.sentences):
            if not sentence.kinds or sentence.question:
                continue
            after = self.sentences[index + 1] if index + 1 < len(self.sentences) else None
            if after is not None and (after.question or after.paragraph != sentence.paragraph):
                after = None
            for rule in rules:
                if all(sentence.kinds & group for group in rule.need):
                    cues = _closest(rule, sentence.cues)
                    if cues and not sentence.kinds & rule.veto:
                        yield _Hit(rule, index, index, cues)
                elif rule.pair and after is not None:
                    both = sentence.kinds | after.kinds
                    if all(both & group for group in rule.need) and not both & rule.veto:
                        if not all(after.kinds & group for group in rule.need):
                            cues = _closest(rule, [*sentence.cues, *after.cues])
                            if cues:
                                yield _Hit(rule, index, index + 1, cues)

    def _fits(self, hit: _Hit) -> bool:
        """Is the passage about people at work abroad?"""
        sentence = self.sentences[hit.first]
        around = _union(
            self.paragraphs.get(number, 0) for number in range(sentence.paragraph - 1, sentence.paragraph + 2)
        )
        here = _union(self.sentences[index].kinds for index in range(hit.first, hit.last + 1))
        if hit.rule.concept == CONFINEMENT:
            if (self.paragraphs[sentence.paragraph] | here) & ELSEWHERE and not here & WORK:
                return False
            if self.elsewhere > self.at_work:
                return False
            if here & (BIT["SCHOOLDOM"] | BIT["FAMILY"]) and not here & WORK:
                return False
        if self.elsewhere > 2 and self.elsewhere > self.at_work:
            return False
        if self.dispatch >= 4:
            return True
        if hit.rule.concept in (CONFINEMENT, ROTATION) and around & BIT["DPRK"]:
            return True
        return bool(around & WORK)

    # --- denial
    # --------------------------------------------------------------------------------------------------

    def _denies(self, hit: _Hit) -> bool:
        sentence = self.sentences[hit.last]
        if (
            sentence.answers is not None
            and hit.first == hit.last
            and sentence.answers & TOPICS.get(hit.rule.concept, 0)
        ):
            return True
        concept = hit.rule.concept
        if concept in (VISITOR, TRAINEE):
            subject = TOPICS[concept]
            if any(cue.kinds & PROPS for cue in hit.cues):
                return False
        elif concept == ROTATION:
            subject = _union(hit.rule.need)
        elif concept == CONFINEMENT:
            subject = TOPICS[CONFINEMENT]
        else:
            return False
        status = [cue for cue in hit.cues if cue.kinds & subject]
        return bool(status) and self._negated(sentence, status[0], status[-1], concept)

    def _negated(self, sentence: _Sentence, first: Cue, last: Cue, concept: str) -> bool:
        negations = [cue for cue in sentence.cues if cue.kinds & BIT["NEG"]]
        rivals = BIT["WVISA"] | PROPS | BIT["PAY"] | BIT["BUT"] | BIT["SHAM"] | BIT["NOVISA"]
        for negation in negations:
            if first.script in ("ko", "zh") and negation.start >= last.end:
                between = self.text[last.end : negation.start]
                limit = 32 if first.script == "ko" else 14
                if len(between) <= limit and not _between(sentence, last.end, negation.start, rivals):
                    rest = [cue for cue in sentence.cues if cue.start >= negation.end and cue.kinds & TOPICS[concept]]
                    if not rest:
                        return True
            if first.script in ("en", "ru", "zh") and negation.end <= first.start:
                between = self.text[negation.end : first.start]
                limit = 10 if first.script == "zh" else 45
                if len(between) <= limit and not _BREAK.search(between):
                    if not _between(sentence, negation.end, first.start, rivals):
                        return True
        return False

    def _answers(self) -> Iterator[_Hit]:
        """Questions about a mechanism that were answered with no (or, about going out, with yes)."""
        for index, sentence in enumerate(self.sentences[:-1]):
            if not sentence.question:
                continue
            reply = self.sentences[index + 1]
            if reply.question:
                continue
            said = self.text[reply.start : reply.end]
            if _NO.match(said):
                for concept, topic in TOPICS.items():
                    if sentence.kinds & topic:
                        reply.answers = (reply.answers or 0) | topic
                        yield self._answer(concept, index)
            elif _YES.match(said) and sentence.kinds & (BIT["FREE"] | BIT["NOEXIT"]):
                yield self._answer(CONFINEMENT, index)

    def _answer(self, concept: str, index: int) -> _Hit:
        cues = tuple(
            cue for cue in self.sentences[index].cues if cue.kinds & (TOPICS[concept] | BIT["FREE"] | BIT["NOEXIT"])
        )
        return _Hit(Rule(concept, N_("asked about it, the witness denied it"), 0.7, ()), index, index + 1, cues)

    def _denials(self) -> Iterator[_Hit]:
        """Sentences that deny without being shaped like a mention."""
        for index, sentence in enumerate(self.sentences):
            if sentence.question or not sentence.kinds & (
                STATUS | BIT["FREE"] | TOPICS[CONFINEMENT] | TOPICS[ROTATION]
            ):
                continue
            for concept, topic in TOPICS.items():
                cues = [cue for cue in sentence.cues if cue.kinds & topic]
                if cues and self._negated(sentence, cues[0], cues[-1], concept):
                    yield _Hit(Rule(concept, N_("the witness denies it"), 0.6, ()), index, index, tuple(cues))
            if sentence.kinds & BIT["FREE"] and not sentence.kinds & BIT["NOEXIT"]:
                cues = [cue for cue in sentence.cues if cue.kinds & BIT["FREE"]]
                yield _Hit(Rule(CONFINEMENT, N_("free to go out"), 0.5, ()), index, index, tuple(cues))

    def _after(self, concept: str, hits: list[_Hit]) -> Iterator[_Hit]:
        wanted = AFTER.get(concept, 0)
        taken = {index for hit in hits for index in range(hit.first, hit.last + 1)}
        for index in sorted(taken):
            for following in (index + 1, index + 2):
                if following in taken or following >= len(self.sentences):
                    continue
                sentence = self.sentences[following]
                cues = tuple(cue for cue in sentence.cues if cue.kinds & wanted)
                if cues and not sentence.question and sentence.paragraph == self.sentences[index].paragraph:
                    yield _Hit(
                        Rule(concept, N_("names or counts what was just told"), 0.4, ()), following, following, cues
                    )


def _sentences(text: str) -> Iterator[_Sentence]:
    paragraph, start, asking = 0, 0, False
    fresh = True
    for end, breaks in _ends(text):
        label = _LABEL.match(text, start, end) if fresh else None
        if fresh:
            asking = bool(label and label[1])
        begin = label.end() if label else start
        while begin < end and text[begin].isspace():
            begin += 1
        if begin < end:
            asked = asking or bool(_ASKED.search(text, begin, end))
            yield _Sentence(begin, end, paragraph, asked)
        start = end
        fresh = breaks
        paragraph += breaks


def _ends(text: str) -> Iterator[tuple[int, bool]]:
    """Ends of sentences, and whether a paragraph ends there; a run without any is cut, so that work stays
    linear."""
    start = 0
    for found in _BOUNDARY.finditer(text):
        if found[0][0] == "." and _ABBREVIATION.search(text, max(start, found.start() - 6), found.start()):
            continue
        yield from ((cut, False) for cut in _cuts(text, start, found.end()))
        yield found.end(), "\n" in found[0]
        start = found.end()
    yield from ((cut, False) for cut in _cuts(text, start, len(text)))
    if start < len(text):
        yield len(text), True


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in (" ", ",", "，", "、"))
        start = cut + 1 if cut > 0 else start + _LONGEST
        yield start


def _distribute(cues: list[Cue], sentences: list[_Sentence]) -> None:
    position = 0
    for sentence in sentences:
        while position < len(cues) and cues[position].start < sentence.end:
            cue = cues[position]
            position += 1
            if cue.start >= sentence.start:
                sentence.cues.append(cue)
                sentence.kinds |= cue.kinds


def _closest(rule: Rule, cues: list[Cue]) -> tuple[Cue, ...]:
    """The cues that meet each group nearest to each other, or nothing if they lie too far apart."""
    if rule.places:
        places = [cue for cue in cues if cue.kinds & rule.need[-1]]
        if len(places) < rule.places:
            return ()
    anchor_group = min(rule.need, key=lambda group: sum(1 for cue in cues if cue.kinds & group))
    best: tuple[Cue, ...] = ()
    least = 1 << 30
    for anchor in cues:
        if not anchor.kinds & anchor_group:
            continue
        chosen = [anchor]
        for group in rule.need:
            if group is not anchor_group:
                chosen.append(
                    min((cue for cue in cues if cue.kinds & group), key=lambda cue: abs(cue.start - anchor.start))
                )
        width = max(cue.end for cue in chosen) - min(cue.start for cue in chosen)
        if width < least:
            least, best = width, tuple(sorted(set(chosen), key=lambda cue: cue.start))
    return best if least <= _REACH[best[0].script] else ()


def _between(sentence: _Sentence, start: int, end: int, kinds: int) -> bool:
    return any(cue.start >= start and cue.end <= end and cue.kinds & kinds for cue in sentence.cues)


def _union(kinds: Iterable[int]) -> int:
    return reduce(or_, kinds, 0)
