"""What a testimony is found by: the names of the sets it belongs to, and the reasons why it answers a concept.

Pure functions of content. Hierarchies are flattened here: a testimony about Hunchun is also in Yanbian, Jilin, the
north-east and China; a group-tour visa is also a short-term visitor visa and visa circumvention. `=term` is the set of
those that carry the term itself, so that narrower terms can be left out of a query.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, Protocol

from intake.language import tokens
from intake.language.normalise import fold
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.testimony import Leg, TestimonyContent
from intake.readmodel import spans

BASES = ("tagged", "field", "mentioned", "judged")
DENIED = "denied"
TAG, FIELD, MENTION, DENIAL = range(4)
WITNESS, CASE, WORKPLACE = range(3)
UNITS = {"witness": WITNESS, "case": CASE, "workplace": WORKPLACE}

ENTRY_DOCUMENTS = {
    "tourist-visa": "short-term-visitor-visa",
    "visit-visa": "short-term-visitor-visa",
    "electronic-visa": "short-term-visitor-visa.tourist-individual-or-evisa",
    "student-visa": "trainee-or-student-visa.student",
    "trainee-visa": "trainee-or-student-visa.trainee",
    "border-pass": "one-month-visa-free-rotation.border-pass",
    "official-passport": "one-month-visa-free-rotation.official-passport",
    "ordinary-passport-no-visa": "one-month-visa-free-rotation",
    "forged-document": "visa-circumvention.forged-stamp-or-document",
}
"""What working on such a document says by itself. A work visa or permit says nothing."""


class Mentioned(Protocol):
    """What the detector finds: offsets in code points of the narrative, strength from 0 to 1."""

    @property
    def concept(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def strength(self) -> float: ...
    @property
    def polarity(self) -> str: ...


Detector = Callable[[str], Iterable[Mentioned]]


class Ground(NamedTuple):
    """One reason as it is kept: `strength` in thousandths, `field` the path of a field or empty."""

    kind: int
    concept: str
    start: int | None
    end: int | None
    field: str
    strength: int


class Verdict(NamedTuple):
    """A coordinator's word on one concept in one testimony."""

    concept: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """All that content alone says. `members`: (unit, key as said) of the witness and workplaces."""

    day: date
    tokens: str
    names: frozenset[str]
    grounds: tuple[Ground, ...]
    members: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Lore:
    """What is needed to read content: the thesaurus, the gazetteer and the detector of mentions."""

    vocabulary: Vocabulary
    gazetteer: Gazetteer
    detect: Detector
    _flat: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _inside: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def checksum(self) -> str:
        """Stands for all that facts depend on besides content: terms, places (one may have moved), and the rules by
        which words are cut and mentions found. A file made with another one is another file."""
        places = json.dumps(self.gazetteer.to_document(), sort_keys=True, ensure_ascii=False).encode()
        parts = (self.vocabulary.version.encode(), places, _rules())
        return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()

    def facts(self, content: TestimonyContent, filed_on: date) -> Facts:
        """Everything the content says by itself."""
        interview = spans.span(content.setting.date)
        return Facts(
            day=filed_on if interview is None else interview[0],
            tokens=" ".join(tokens.terms(content.narrative)),
            names=frozenset(self._names(content)),
            grounds=tuple(self._grounds(content)),
            members=tuple(dict.fromkeys(_members(content))),
        )

    def flatten(self, concept: str) -> tuple[str, ...]:
        """The term itself as `=term`, and everything it falls under, itself included."""
        flat = self._flat.get(concept)
        if flat is None:
            known = self.vocabulary.find(concept) is not None
            flat = (f"={concept}", *(self.vocabulary.broader(concept) if known else (concept,)))
            self._flat[concept] = flat
        return flat

    def concept_names(self, grounds: Iterable[Ground], verdicts: Sequence[Verdict]) -> set[str]:
        """The sets of tagged, field, mentioned, judged and denied concepts.

        A refusal takes away the mentions of that concept and of everything narrower; a confirmation stands beside it.
        """
        refused = {verdict.concept for verdict in verdicts if not verdict.confirmed}
        bases = {TAG: "tagged", FIELD: "field", MENTION: "mentioned", DENIAL: DENIED}
        pairs = {(bases[ground.kind], ground.concept) for ground in grounds}
        pairs |= {("judged", verdict.concept) for verdict in verdicts if verdict.confirmed}
        names: set[str] = set()
        for basis, concept in pairs:
            flat = self.flatten(concept)
            if basis == "mentioned" and not refused.isdisjoint(flat):
                continue
            names.update(f"{basis}:{term}" for term in flat)
            names.add(f"basis:{basis}")
        return names

    def _names(self, content: TestimonyContent) -> Iterator[str]:
        yield from _with_any("language", (content.language.split("-")[0].casefold(),))
        yield from _with_any("focus", content.focus_areas)
        yield from _with_any("indicator", content.indicators)
        yield from _with_any("audience", (cell.audience for cell in content.consent.permissions))
        yield from _with_any("document", (leg.document for leg in content.legs))
        yield from _with_any("sector", self._flat_sectors(content.legs))
        yield from _with_any("place", self._places(content))
        yield from _with_any("entry", (str(year) for leg in content.legs for year in spans.years(leg.entry)))
        stays = (spans.stay_years(leg.entry, leg.exit) for leg in content.legs)
        yield from _with_any("year", (str(year) for years in stays for year in years))
        for leg in content.legs or (Leg(),):
            yield f"period:{spans.period(leg.entry)}"

    def _flat_sectors(self, legs: Iterable[Leg]) -> Iterator[str]:
        return (term for leg in legs if leg.sector for term in self.flatten(leg.sector) if term[0] != "=")

    def _places(self, content: TestimonyContent) -> Iterator[str]:
        said = {link.place for link in content.places} | {content.origin}
        said |= {place for leg in content.legs for place in (leg.country, leg.place)}
        for place in said:
            inside = self._inside.get(place)
            if inside is None:
                known = place in self.gazetteer.places
                inside = self._inside[place] = (f"={place}", *self.gazetteer.ancestors(place)) if known else ()
            yield from inside

    def _grounds(self, content: TestimonyContent) -> Iterator[Ground]:
        for tag in content.mechanisms:
            yield Ground(TAG, tag.concept, tag.start, tag.end, "", 1000)
        for place, leg in enumerate(content.legs):
            if leg.document in ENTRY_DOCUMENTS:
                yield Ground(FIELD, ENTRY_DOCUMENTS[leg.document], None, None, f"legs.{place}.document", 900)
        for concept in content.mechanisms_denied:
            yield Ground(DENIAL, concept, None, None, "mechanisms_denied", 1000)
        for found in self.detect(content.narrative):
            kind = DENIAL if found.polarity == "denied" else MENTION
            yield Ground(kind, found.concept, found.start, found.end, "", round(found.strength * 1000))


@cache
def _rules() -> bytes:
    return b"\0".join(source.read_bytes() for source in sorted(Path(tokens.__file__).parent.glob("*.py")))


def member_key(salt: bytes, unit: int, said: str) -> bytes:
    """Ten bytes that stand for a witness code, a case or a workplace's folded name."""
    folded = " ".join(fold(said).split())
    return blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=10, key=salt, salt=bytes([unit])).digest()


def _members(content: TestimonyContent) -> Iterator[tuple[int, str]]:
    if content.witness_code.strip():
        yield WITNESS, content.witness_code
    for leg in content.legs:
        if leg.workplace.strip():
            yield WORKPLACE, leg.workplace


def _with_any(key: str, values: Iterable[str]) -> Iterator[str]:
    found = False
    for value in values:
        if value:
            found = True
            yield f"{key}:{value}"
    if found:
        yield f"any:{key}"
