"""A workplace as its witnesses tell it, side by side: what each says of pay, hours and papers, and how many say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from intake.actions.workplace import Account, Registry, Unlisted, WorkplaceListed, WorkplaceOpen
from intake.errors import N_
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.testimony import Answer, Leg
from intake.readmodel.spans import span
from intake.views.desk import Names, page_of
from intake.web import locale

FACTS: Mapping[str, str] = {
    "document_as_said": N_("Papers"),
    "actual_work": N_("Work in fact"),
    "headcount": N_("How many people"),
    "pay_received": N_("Pay received"),
    "pay_by_host": N_("Paid by the host"),
    "deductions": N_("Deductions"),
    "hours_per_day": N_("Hours a day"),
    "rest_days_per_month": N_("Days of rest a month"),
    "passport_held_by": N_("Who held the passport"),
    "lodging": N_("Lodging"),
    "movement": N_("Freedom to move"),
    "surveillance": N_("Surveillance"),
    "injuries": N_("Injuries"),
}
NOTHING = "none"
"""The gap that is an answer: asked, and there was none."""
PERIODS = {"hour": N_("an hour"), "day": N_("a day"), "month": N_("a month"), "year": N_("a year")}


@dataclass(frozen=True)
class RegistryLine:
    entry: WorkplaceListed
    place: str
    sector: str
    url: str


@dataclass(frozen=True)
class RegistryPage:
    lines: tuple[RegistryLine, ...]
    behind: int


@dataclass(frozen=True)
class Said:
    """What one testimony says in one row of the comparison. `gap`: that it was not asked, or not answered."""

    words: str
    gap: bool


@dataclass(frozen=True)
class Fact:
    """A row of the comparison. `witnesses`: how many different people say something of it."""

    label: str
    said: tuple[Said, ...]
    witnesses: int


@dataclass(frozen=True)
class EntryPage:
    """Everything the page of a workplace says."""

    found: WorkplaceOpen
    place: str
    sector: str
    query: str
    columns: tuple[tuple[str, str, str], ...]
    facts: tuple[Fact, ...]
    period: str
    alike: tuple[RegistryLine, ...]


def registry(found: Registry) -> RegistryPage:
    """The list of workplaces."""
    names = Names(found.vocabulary, found.gazetteer, locale())
    return RegistryPage(tuple(_line(one, names) for one in found.entries), found.behind)


def _line(one: WorkplaceListed, names: Names) -> RegistryLine:
    content = one.content
    place = names.place(content.place) if content.place else content.place_as_said
    sector = names.concept(content.sector) if content.sector else ""
    return RegistryLine(one, place, sector, url_for("workplace.read", workplace_id=one.id))


def unlisted(
    found: Sequence[Unlisted], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> list[tuple[Unlisted, str, str]]:
    """Names the registry does not have, with place and sector in words."""
    names = Names(vocabulary, gazetteer, locale())
    return [
        (one, names.place(one.place) if one.place else "", names.concept(one.sector) if one.sector else "")
        for one in found
    ]


def entry(found: WorkplaceOpen) -> EntryPage:
    """The page of a workplace."""
    names = Names(found.vocabulary, found.gazetteer, locale())
    content = found.content
    query = " OR ".join(f'workplace:"{name.replace(chr(34), " ")}"' for name in content.names)
    return EntryPage(
        found=found,
        place=names.place(content.place) if content.place else "",
        sector=names.concept(content.sector) if content.sector else "",
        query=url_for("search.run", q=query),
        columns=tuple((one.reference, page_of(one.testimony_id), one.witness) for one in found.accounts),
        facts=tuple(fact for fact in _facts(found.accounts, names) if fact.witnesses),
        period=_period(leg for one in found.accounts for leg in one.legs),
        alike=tuple(_line(one, names) for one in found.alike),
    )


def _facts(accounts: Sequence[Account], names: Names) -> Iterable[Fact]:
    for name, label in FACTS.items():
        said = tuple(_said(name, one.legs, names) for one in accounts)
        told = [one for one, here in zip(accounts, said, strict=True) if here.words and not here.gap]
        yield Fact(gettext(label), said, len({one.witness or one.reference for one in told}))


def _said(name: str, legs: Sequence[Leg], names: Names) -> Said:
    answers: list[tuple[Leg, Answer]] = [(leg, getattr(leg, name)) for leg in legs]
    told = [_with_unit(name, leg, answer.value) for leg, answer in answers if answer.value]
    told += [names.concept(answer.gap) for _, answer in answers if answer.gap == NOTHING]
    if told:
        return Said("; ".join(dict.fromkeys(told)), gap=False)
    gaps = [names.concept(answer.gap) for _, answer in answers if answer.gap]
    return Said("; ".join(dict.fromkeys(gaps)), gap=True)


def _with_unit(name: str, leg: Leg, value: str) -> str:
    if name not in ("pay_received", "pay_by_host"):
        return value
    period = gettext(PERIODS[leg.pay_period]) if leg.pay_period in PERIODS else ""
    return " ".join(filter(None, (value, leg.currency, period)))


def _period(legs: Iterable[Leg]) -> str:
    """From the first year to the last that any stay there touches; empty when nobody says."""
    days = [day for leg in legs for text in (leg.entry, leg.exit) if (found := span(text)) for day in found]
    return f"{min(days).year}–{max(days).year}" if days else ""
