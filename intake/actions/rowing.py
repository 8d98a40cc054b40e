"""A testimony as one row of a table, told no more precisely than its witness agreed to. Never what was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from intake.actions.catchup import opened
from intake.actions.consent import LEVELS, offers
from intake.actions.vocabulary import current
from intake.language.places import Gazetteer, Level
from intake.models.testimony import TestimonyContent
from intake.readmodel.spans import span
from intake.work import Work

COLUMNS = (
    "reference", "interviewed", "witness", "language", "country", "place", "workplace", "sector", "document", "entry",
    "exit", "mechanisms", "focus",
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One row: per column its values, ids of terms and places where there are any. `level`: how identifiable."""

    id: UUID
    level: str
    values: dict[str, tuple[str, ...]]


def told_rows(work: Work, ids: Sequence[UUID], audience: str, purpose: str) -> list[Told]:
    """The rows of those testimonies whose consent reaches this audience and purpose today, in the order of `ids`."""
    _, _, gazetteer = current(work)
    rows: dict[UUID, Told] = {}
    for start in range(0, len(ids), 500):
        for record, content in opened(work, ids[start : start + 500]):
            level = allowed(content, audience, purpose, work.today) if content else ""
            if content and level:
                rows[record.id] = Told(record.id, level, _values(record.reference, content, level, gazetteer))
    return [rows[one] for one in ids if one in rows]


def allowed(content: TestimonyContent, audience: str, purpose: str, today: date) -> str:
    """How identifiable a witness may be here: a level, or empty when nothing of this one may be told."""
    for offer in offers(content.consent, today):
        if (offer.audience, offer.purpose) == (audience, purpose) and offer.levels and not offer.refusal:
            return max(offer.levels, key=LEVELS.index)
    return ""


def _values(reference: str, content: TestimonyContent, level: str, gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    detail = level != "N2"
    legs = content.legs
    return {
        "reference": (reference,),
        "interviewed": (content.setting.date if detail else _year(content.setting.date),),
        "witness": (content.witness_code,) if detail else (),
        "language": (content.language,),
        "country": _once(leg.country for leg in legs),
        "place": _once(_at_most(leg.place, "city" if detail else "province", gazetteer) for leg in legs),
        "workplace": _once(leg.workplace for leg in legs) if detail else (),
        "sector": _once(leg.sector for leg in legs),
        "document": _once(leg.document for leg in legs),
        "entry": _once(leg.entry if detail else _year(leg.entry) for leg in legs),
        "exit": _once(leg.exit if detail else _year(leg.exit) for leg in legs),
        "mechanisms": _once(tag.concept for tag in content.mechanisms),
        "focus": content.focus_areas,
    }


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _at_most(place: str, level: Level, gazetteer: Gazetteer) -> str:
    return gazetteer.at_most(place, level).id if place in gazetteer.places else ""


def _year(text: str) -> str:
    found = span(text)
    return str(found[0].year) if found and found[0].year == found[1].year else ""
