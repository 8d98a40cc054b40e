"""A testimony in the exchange format becomes content here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from intake.forms import passages
from intake.forms.documents import recognise
from intake.forms.exchange_check import MARK, checked
from intake.forms.permissions import spelled_out
from intake.forms.whereabouts import Whereabouts
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.testimony import (
    Answer,
    Consent,
    FamilyMember,
    Leg,
    PlaceLink,
    Setting,
    Tagging,
    TestimonyContent,
    WitnessContent,
)


def parse_exchange(
    document: object, vocabulary: Vocabulary, gazetteer: Gazetteer
) -> tuple[TestimonyContent, WitnessContent]:
    """Read one testimony in the exchange format. `Invalid` names every field that is wrong."""
    clean = checked(document, vocabulary)
    return _content(clean, Whereabouts(gazetteer), vocabulary), _witness(clean)


def _content(document: Mapping[str, Any], where: Whereabouts, vocabulary: Vocabulary) -> TestimonyContent:
    witness, interview = document.get("witness") or {}, document.get("interview") or {}
    dispatch = document.get("dispatch") or {}
    leg = _leg(dispatch, where, vocabulary) if any(value is not None for value in dispatch.values()) else None
    return TestimonyContent(
        language=document["language"],
        narrative=document["narrative"],
        witness_code="",
        setting=Setting(
            date=interview.get("date") or "",
            language=document["language"],
            place=interview.get("place") or "",
            interviewer=interview.get("interviewer") or "",
            interpreter=interview.get("interpreter") or "",
        ),
        consent=Consent(
            form=document["consent"]["form"],
            permissions=spelled_out(document["consent"]["audience"]),
            restrictions=document["consent"].get("restrictions") or "",
        ),
        sex=witness.get("sex") or "",
        birth_band=birth_band(witness.get("birth_date") or ""),
        origin=where.province(witness.get("hometown") or ""),
        legs=(leg,) if leg else (),
        mechanisms=tuple(_taggings(document)),
        mechanisms_denied=tuple(document.get("mechanisms_denied") or ()),
        places=tuple(_places(document.get("places") or (), where)),
        focus_areas=tuple(document.get("focus_areas") or ()),
        indicators=tuple(document.get("indicators") or ()),
        private_note="synthetic" if document.get("synthetic") else "",
        external_id=document["id"],
    )


def birth_band(birth_date: str) -> str:
    """The ten years a birth falls into (`1990-1999`), which say less than the year."""
    decade = birth_date[:3]
    return f"{decade}0-{decade}9" if len(decade) == 3 else ""


def _taggings(document: Mapping[str, Any]) -> Iterator[Tagging]:
    """One tagging per passage of a mechanism that is tagged, in the order of the passages; one without a passage else.

    A passage that is quoted again for the same mechanism is looked for after the one before it."""
    narrative, tagged = document["narrative"], list(document.get("mechanisms") or ())
    last: dict[tuple[str, str], int] = {}
    rests: set[str] = set()
    for passage in document.get("mentions") or ():
        concept, quote = passage["mechanism"], MARK.sub(r"\1", passage["quote"])
        span = passages.find(narrative[last.get((concept, quote), 0) :], quote)
        if concept not in tagged or span is None:
            continue
        start, end = (at + last.get((concept, quote), 0) for at in span)
        last[concept, quote] = end
        rests.add(concept)
        yield Tagging(concept=concept, quote=narrative[start:end], start=start, end=end)
    for concept in tagged:
        if concept not in rests:
            yield Tagging(concept=concept)


def _places(given: Sequence[Mapping[str, Any]], where: Whereabouts) -> Iterator[PlaceLink]:
    for place in given:
        found = where.find(place["name"]) or where.find(place.get("name_latin") or "")
        yield PlaceLink(place=found, name=place["name"], role=place.get("role") or "other")


def _leg(dispatch: Mapping[str, Any], where: Whereabouts, vocabulary: Vocabulary) -> Leg:
    text: Callable[[str], str] = lambda name: dispatch.get(name) or ""  # noqa: E731 - one letter would say less
    said = [text(name) for name in ("city", "province", "country") if text(name)]
    country, place = where.finest(*said)
    sector = _sector(text("sector"), vocabulary)
    return Leg(
        country=country,
        place=place,
        place_as_said=", ".join(said),
        workplace=text("workplace"),
        employer=text("employer"),
        dispatching_unit=text("dispatching_unit"),
        sector=sector,
        document=recognise(text("entry_document")),
        document_as_said=Answer(value=text("entry_document")),
        actual_work=Answer() if sector == text("sector") else Answer(value=text("sector")),
        entry=text("from"),
        exit=text("to"),
        headcount=_number(dispatch.get("headcount")),
        pay_received=_number(dispatch.get("wage")),
        pay_by_host=_number(dispatch.get("wage_paid_by_host")),
        currency=text("wage_currency"),
        pay_period=text("wage_period"),
        hours_per_day=_number(dispatch.get("hours_per_day")),
        rest_days_per_month=_number(dispatch.get("rest_days_per_month")),
        passport_held_by=Answer(value=text("passport_held_by")),
    )


_BETWEEN = re.compile(r"\s*(?:[;,/()+·、，；]|&|\band\b|\bи\b)\s*")


def _sector(said: str, vocabulary: Vocabulary) -> str:
    """The id of the sector that these words name, the whole of them or the first part that names one; else empty."""
    words = said.replace("-", " ").replace("_", " ")
    for each in (said, words, *_BETWEEN.split(words)):
        found = vocabulary.find_by_name("sector", each)
        if len(found) == 1:
            return found[0].id
    return ""


def _number(said: float | None) -> Answer:
    """As said; a number that was not given is left open (the format has no word for why)."""
    if said is None:
        return Answer()
    return Answer(value=str(int(said)) if float(said).is_integer() else str(said))


def _witness(document: Mapping[str, Any]) -> WitnessContent:
    witness = document.get("witness") or {}
    family = (
        FamilyMember(relation=one.get("relation") or "", name=one.get("name") or "")
        for one in witness.get("family") or ()
    )
    return WitnessContent(
        code="",
        name=witness.get("name") or "",
        name_latin=witness.get("name_latin") or "",
        aliases=tuple(witness.get("aliases") or ()),
        birth_date=witness.get("birth_date") or "",
        sex=witness.get("sex") or "",
        hometown=witness.get("hometown") or "",
        phone=witness.get("phone") or "",
        messenger=witness.get("messenger") or "",
        family=tuple(family),
    )
