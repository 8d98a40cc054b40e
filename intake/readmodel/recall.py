"""How complete an answer is: what tags and forms alone would have found, what reading the accounts added, what is open.

Counted over the testimonies that fit everything else the question asks for, whatever they say of its concepts. Each
testimony counts once, however many candidates in it were judged; confirmed by anybody is confirmed.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyroaring import BitMap

from intake.language.vocabulary import Vocabulary
from intake.readmodel.answers import Answers
from intake.readmodel.evaluate import asked_concepts
from intake.readmodel.file import ReadModelFile
from intake.readmodel.query import Clause, Query, all_of


@dataclass(frozen=True, slots=True)
class Recall:
    """`known`: tagged, from a form, or confirmed; `alone`: those of them that a tag or a form finds without anybody
    reading the account. `confirmed` and `refused`: candidates that were judged; `open`: those that wait."""

    known: int
    alone: int
    confirmed: int
    refused: int
    open: int

    @property
    def judged(self) -> int:
        return self.confirmed + self.refused

    @property
    def expected(self) -> int | None:
        """How many of the open ones there would be if they were like the judged ones; None before any was."""
        return round(self.open * self.confirmed / self.judged) if self.judged else None


def recall(file: ReadModelFile, answers: Answers, vocabulary: Vocabulary, query: Query) -> Recall:
    """The recall of a resolved query that asks for a concept. Inside a reading transaction."""
    concepts = list(asked_concepts(query))
    tabs = answers.tabs(query)
    known = tabs["confirmed"] | tabs["field"]
    names = [f"{basis}:{one.value}" for basis in ("tagged", "field") for one in concepts]
    without_reading = known & answers.postings.union(names)
    said = _verdicts(file, _meant(vocabulary, [one.value for one in concepts]))
    rest = answers.of(all_of(part for part in query.root.parts if not _asks_for_a_concept(part)))
    confirmed = said[True] & rest
    return Recall(
        known=len(known),
        alone=len(without_reading),
        confirmed=len(confirmed),
        refused=len((said[False] & rest) - confirmed - tabs["mentioned"]),
        open=len(tabs["mentioned"]),
    )


def _asks_for_a_concept(part: Clause) -> bool:
    return any(True for _ in asked_concepts(all_of((part,))))


def _meant(vocabulary: Vocabulary, values: list[str]) -> set[str]:
    """Every term that answers one of these."""
    return {
        term
        for value in values
        for term in ({value[1:]} if value.startswith("=") else {value, *vocabulary.narrower(value)})
    }


def _verdicts(file: ReadModelFile, concepts: set[str]) -> dict[bool, BitMap]:
    """The numbers of the testimonies in which one of these was confirmed, and in which one was refused."""
    rows = file.execute(
        "SELECT d.number, j.concept, j.confirmed FROM judgement j JOIN document d ON d.id = j.testimony"
    ).fetchall()
    found = {True: BitMap(), False: BitMap()}
    for number, concept, confirmed in rows:
        if concept in concepts:
            found[bool(confirmed)].add(number)
    return found
