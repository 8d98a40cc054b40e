"""The sentences of a brief and the paragraphs they rest on: found by the question's reasons, or written and checked.

A brief never repeats what somebody said. It says how many speak of a thing, and where to read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from intake.actions.catchup import opened
from intake.actions.tallying import Voice, people
from intake.errors import N_, Invalid
from intake.models.testimony import TestimonyContent
from intake.readmodel.evaluate import asked_concepts
from intake.readmodel.model import ReadModel
from intake.readmodel.query import Query
from intake.work import Work

MOST_BRIEFED = 300
MOST_SENTENCES, LONGEST_SENTENCE = 100, 1_000
_CITED = re.compile(r"^(?P<text>.*\S)\s*\[(?P<places>[^\[\]]+)\]\s*$")
_PLACE = re.compile(r"^(?P<reference>\S+)\s*¶\s*(?P<paragraph>\d{1,4})$")


@dataclass(frozen=True)
class Place:
    """A paragraph of a testimony, counted from one."""

    reference: str
    paragraph: int


@dataclass(frozen=True)
class Finding:
    """That testimonies speak of a concept. `certain`: tagged or confirmed; otherwise the accounts only mention it."""

    concept: str
    certain: bool
    testimonies: int
    witnesses: int
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Sentence:
    """What somebody wrote, and the paragraphs they rest it on."""

    text: str
    places: tuple[Place, ...]


Read = Mapping[UUID, tuple[Voice, TestimonyContent]]


def read(work: Work, ids: Sequence[UUID]) -> Read:
    """The testimonies of a brief. `Invalid` when there are too many to be cited one by one."""
    if len(ids) > MOST_BRIEFED:
        raise Invalid(N_("A brief cites at most %(most)d testimonies. Narrow the question down."), most=MOST_BRIEFED)
    return {
        record.id: (Voice(record.id, record.reference, said.witness_code), said)
        for record, said in opened(work, ids)
        if said is not None
    }


def findings(model: ReadModel, query: Query, held: Read) -> tuple[Finding, ...]:
    """What the testimonies are about: the concepts the question asks for, or, if it asks for none, all that are tagged.

    Only what rests on a passage is here: what a form alone says has no paragraph to cite.
    """
    certain: dict[str, dict[Place, Voice]] = {}
    mentioned: dict[str, dict[Place, Voice]] = {}
    reasons = model.why(query, list(held)) if any(True for _ in asked_concepts(query)) else None
    for testimony_id, (voice, said) in held.items():
        if reasons is None:
            grounds = [(True, tag.concept, tag.start) for tag in said.mechanisms]
        else:
            grounds = [
                (one.kind == "tag", one.concept, one.start)
                for one in reasons.get(testimony_id, ())
                if one.kind in ("tag", "mention")
            ]
        tagged = {concept for sure, concept, start in grounds if sure and start is not None}
        for sure, concept, start in grounds:
            if start is None or (not sure and concept in tagged):
                continue
            place = Place(voice.reference, paragraph_at(said.narrative, start))
            (certain if sure else mentioned).setdefault(concept, {})[place] = voice
    return (*_found(certain, certain=True), *_found(mentioned, certain=False))


def _found(places: Mapping[str, Mapping[Place, Voice]], *, certain: bool) -> Iterable[Finding]:
    for concept, held in sorted(places.items(), key=lambda one: (-len(set(one[1].values())), one[0])):
        voices = set(held.values())
        yield Finding(concept, certain, len(voices), people(voices), tuple(held))


def paragraph_at(narrative: str, start: int) -> int:
    """The number of the paragraph at a place: of the lines that say something, counted from one."""
    return sum(1 for line in narrative[: narrative.rfind("\n", 0, start) + 1].split("\n") if line.strip()) + 1


def written(text: str, held: Read) -> tuple[Sentence, ...]:
    """Sentences that somebody wrote, one a line, each with its paragraphs at the end: `… [T-2B4C-9DEF ¶3; T-… ¶1]`.

    `Invalid`, naming the line, when one cites nothing, a testimony that is not in the brief, or a paragraph that does
    not exist.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST_SENTENCES or any(len(line) > LONGEST_SENTENCE for _, line in lines):
        raise Invalid(fields={"sentences": [N_("This is too long.")]})
    lengths = {
        voice.reference: sum(1 for line in said.narrative.split("\n") if line.strip()) for voice, said in held.values()
    }
    return tuple(_sentence(number, line, lengths) for number, line in lines)


def _sentence(number: int, line: str, lengths: Mapping[str, int]) -> Sentence:
    found = _CITED.match(line)
    if found is None:
        raise Invalid(N_("Line %(number)d of your sentences cites no paragraph."), number=number)
    places = []
    for said in re.split(r"[;,]", found["places"]):
        one = _PLACE.match(said.strip())
        if one is None or not 1 <= int(one["paragraph"]) <= lengths.get(one["reference"].upper(), 0):
            raise Invalid(
                N_("Line %(number)d of your sentences cites a paragraph that is not among these testimonies."),
                number=number,
            )
        places.append(Place(one["reference"].upper(), int(one["paragraph"])))
    return Sentence(found["text"], tuple(dict.fromkeys(places)))
