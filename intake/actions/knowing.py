"""What the record itself knows, in the shape in which the scanner reads it; and which place names are no secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake.language.places import Gazetteer
from intake.models.testimony import TestimonyContent, WitnessContent


@dataclass(frozen=True)
class Known:
    """A record in the exchange format, and the casefolded names of places that are no secret by themselves."""

    record: Mapping[str, Any]
    wide: frozenset[str]


def known_of(source: TestimonyContent, witness: WitnessContent | None, gazetteer: Gazetteer) -> Known:
    """What the record knows; without the identity when that is not open."""
    return Known(record_of(source, witness, gazetteer), gazetteer.wide_names)


def record_of(source: TestimonyContent, witness: WitnessContent | None, gazetteer: Gazetteer) -> dict[str, Any]:
    """The record in the exchange format, as the scanner reads it; without the identity when that is not open."""
    legs = source.legs
    record: dict[str, Any] = {
        "language": source.language,
        "narrative": source.narrative,
        "interview": {
            "date": source.setting.date,
            "place": source.setting.place,
            "interviewer": source.setting.interviewer,
            "interpreter": source.setting.interpreter,
        },
        "places": [
            {"name": place.name or gazetteer.label(place.place, source.language), "role": place.role}
            for place in source.places
            if place.name or place.place in gazetteer.places
        ],
        "people": [{"name": p.name, "spellings": list(p.spellings)} for p in source.people],
    }
    record["places"] += [{"name": leg.workplace, "role": "workplace"} for leg in legs[1:] if leg.workplace]
    if legs:
        leg = legs[0]
        record["dispatch"] = {
            "workplace": leg.workplace,
            "employer": leg.employer,
            "dispatching_unit": leg.dispatching_unit,
            "from": leg.entry,
            "to": leg.exit,
            "city": leg.place_as_said,
        }
    if witness is not None:
        record["witness"] = {
            "name": witness.name,
            "name_latin": witness.name_latin,
            "aliases": list(witness.aliases),
            "birth_date": witness.birth_date,
            "hometown": witness.hometown,
            "phone": witness.phone,
            "messenger": witness.messenger,
            "family": [{"relation": f.relation, "name": f.name} for f in witness.family],
        }
    return record
