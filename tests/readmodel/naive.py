"""The same questions answered the slow way: every clause asked of every opened testimony, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from readmodel.world import spot, the_gazetteer, the_vocabulary

from intake.language import tokens
from intake.language.normalise import fold
from intake.readmodel import spans
from intake.readmodel.facts import ENTRY_DOCUMENTS
from intake.readmodel.project import Filed, Grouping, Judgement
from intake.readmodel.query import Clause, Filter, Group, Phrase, Query, Word


@dataclass(frozen=True, repr=False)
class Naive:
    filed: Sequence[Filed]
    judgements: Sequence[Judgement]
    groupings: Sequence[Grouping]

    def answer(self, query: Query) -> set[UUID]:
        return {one.id for one in self.filed if self.holds(query.root, one)}

    def holds(self, clause: Clause, one: Filed) -> bool:
        match clause:
            case Group(kind="all", parts=parts):
                return all(self.holds(part, one) for part in parts)
            case Group(kind="any", parts=parts):
                return any(self.holds(part, one) for part in parts)
            case Group(parts=parts):
                return not self.holds(parts[0], one)
            case Word(text=text):
                return _speaks(one, tokens.phrase(text))
            case Phrase(text=text):
                return _speaks(one, tokens.terms(text))
            case Filter(key=key, value=value):
                return self._filter(one, key, value)

    def _filter(self, one: Filed, key: str, value: str) -> bool:
        if key in _BASES:
            carried = {concept for basis in _BASES[key] for concept in self.concepts(one)[basis]}
            return not carried if value == "none" else bool(carried & _wanted(value))
        if key == "basis":
            return bool(self.concepts(one)[value])
        values = self.values(one, key)
        if value == "none":
            return not values
        if key == "place":
            return any(_place_is(place, value) for place in values)
        if key == "sector":
            return any(value in _under(sector) for sector in values)
        if key in ("year", "entry"):
            early, dots, late = value.partition("..")
            return any(int(early or 0) <= int(v) <= int((late if dots else early) or 9999) for v in values)
        return fold(value) in set(map(fold, values))

    def values(  # noqa: C901, PLR0912 - one case per filter, each a line
        self, one: Filed, key: str
    ) -> set[str]:
        content, legs = one.content, one.content.legs
        match key:
            case "place":
                named = {link.place for link in content.places} | {content.origin}
                found = named | {place for leg in legs for place in (leg.country, leg.place)}
                found = {place for place in found if place in the_gazetteer().places}
            case "focus":
                found = set(content.focus_areas)
            case "indicator":
                found = set(content.indicators)
            case "audience":
                found = {cell.audience for cell in content.consent.permissions}
            case "document":
                found = {leg.document for leg in legs}
            case "sector":
                found = {leg.sector for leg in legs}
            case "entry":
                found = {str(year) for leg in legs for year in spans.years(leg.entry)}
            case "year":
                found = {str(year) for leg in legs for year in spans.stay_years(leg.entry, leg.exit)}
            case "period":
                found = {spans.period(leg.entry) for leg in legs} or {"unknown"}
            case "language":
                found = {content.language.split("-")[0]}
            case "state":
                found = {one.state}
            case "case":
                found = {str(case) for case in self.cases(one)}
            case "witness":
                found = {content.witness_code}
            case _:
                assert key == "workplace"
                found = {leg.workplace for leg in legs}
        return found - {""}

    def cases(self, one: Filed) -> set[UUID]:
        own = {one.content.case_id} if one.content.case_id else set()
        now = {grouping.case_id: grouping for grouping in self.groupings}.values()
        own |= {grouping.case_id for grouping in now if one.id in grouping.testimonies}
        return own - {
            grouping.case_id for grouping in now if one.id in grouping.excluded and one.id not in grouping.testimonies
        }

    def concepts(self, one: Filed) -> Mapping[str, set[str]]:
        last = {(j.testimony_id, j.concept, j.by): j for j in self.judgements}.values()
        mine = [judgement for judgement in last if judgement.testimony_id == one.id]
        refused = [judgement.concept for judgement in mine if judgement.verdict == "refused"]
        found = list(spot(one.content.narrative))
        return {
            "tagged": {tag.concept for tag in one.content.mechanisms},
            "field": {ENTRY_DOCUMENTS[leg.document] for leg in one.content.legs if leg.document in ENTRY_DOCUMENTS},
            "mentioned": {
                mention.concept
                for mention in found
                if mention.polarity != "denied"
                and not any(mention.concept in the_vocabulary().narrower(no) for no in refused)
            },
            "judged": {judgement.concept for judgement in mine if judgement.verdict == "confirmed"},
            "denied": set(one.content.mechanisms_denied)
            | {mention.concept for mention in found if mention.polarity == "denied"},
        }

    def units(self, ids: set[UUID]) -> tuple[int, int, int, int]:
        chosen = [one for one in self.filed if one.id in ids]
        witnesses = {one.content.witness_code for one in chosen if one.content.witness_code}
        cases = {case for one in chosen for case in self.cases(one)}
        workplaces = {fold(leg.workplace) for one in chosen for leg in one.content.legs if leg.workplace}
        return len(chosen), len(witnesses), len(cases), len(workplaces)


_BASES = {
    "concept": ("tagged", "field", "mentioned", "judged"),
    "mechanism": ("tagged",),
    "field": ("field",),
    "mentioned": ("mentioned",),
    "judged": ("judged",),
    "denied": ("denied",),
}


def _under(sector: str) -> frozenset[str]:
    known = the_vocabulary().find(sector) is not None
    return the_vocabulary().broader(sector) if known else frozenset((sector,))


def _wanted(value: str) -> frozenset[str]:
    return frozenset((value[1:],)) if value.startswith("=") else the_vocabulary().narrower(value)


def _place_is(place: str, value: str) -> bool:
    return place == value[1:] if value.startswith("=") else place in the_gazetteer().within(value)


@cache
def _tokens(text: str) -> list[str]:
    return tokens.terms(text)


def _speaks(one: Filed, wanted: list[str]) -> bool:
    """Whether the tokens stand there in this order; a lone syllable at the end may begin a longer token."""
    said = _tokens(one.content.narrative)
    last = wanted[-1]
    begins = len(last) == 1 and ("가" <= last <= "힣" or "㐀" <= last <= "鿿")
    for at in range(len(said) - len(wanted) + 1):
        here = said[at : at + len(wanted)]
        if here[:-1] == wanted[:-1] and (here[-1].startswith(wanted[-1]) if begins else here[-1] == wanted[-1]):
            return True
    return False
