"""A workplace as its witnesses tell it, side by side: what each says of pay, hours and papers, and how many say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from intake.actions.tallying import Voice, tally
from intake.actions.workplace import Account, Registry, Unlisted, WorkplaceListed, WorkplaceOpen
from intake.errors import N_
from intake.forms.workplace import KIND_NAMES
from intake.language.places import Gazetteer
from intake.language.registrations import read
from intake.language.vocabulary import Vocabulary
from intake.models.testimony import Answer, Leg
from intake.models.workplace import Observation
from intake.readmodel.spans import span
from intake.views.desk import Names, page_of
from intake.views.tallies import PERIODS, Block, blocks, fact_name
from intake.web import locale

NOTHING = "none"
"""The gap that is an answer: asked, and there was none."""
SIDE_BY_SIDE = tuple(name for name, field in Leg.__dataclass_fields__.items() if field.type == "Answer")
REGISTERS = {
    "uscc": N_("Chinese unified social credit code"),
    "inn": N_("Russian taxpayer number (ИНН)"),
    "ogrn": N_("Russian registration number (ОГРН)"),
}


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
    """A row of the comparison, one cell per testimony."""

    label: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Number:
    """A registration number: of which register, and what came of checking it (`right`, `wrong` or nothing)."""

    text: str
    register: str
    verdict: str
    said: str


@dataclass(frozen=True)
class Known:
    """Something that is known, with the country of a route in words."""

    kind: str
    value: str
    party: str
    country: str
    source: str
    date: str


@dataclass(frozen=True)
class EntryPage:
    """Everything the page of a workplace says."""

    found: WorkplaceOpen
    place: str
    sector: str
    query: str
    columns: tuple[tuple[str, str, str], ...]
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...]
    numbers: tuple[Number, ...]
    known: tuple[Known, ...]
    together: tuple[tuple[str, ...], ...]
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
        blocks=blocks(tally((_voice(one), one.legs) for one in found.accounts), names),
        facts=tuple(_facts(found.accounts, names)),
        numbers=tuple(_number(one, content.place) for one in content.identifiers),
        known=tuple(_known(one, names) for one in content.observations),
        together=tuple(told_together(found.accounts)),
        period=_period(leg for one in found.accounts for leg in one.legs),
        alike=tuple(_line(one, names) for one in found.alike),
    )


def _voice(one: Account) -> Voice:
    return Voice(one.testimony_id, one.reference, one.witness)


def _known(one: Observation, names: Names) -> Known:
    country = names.place(one.country) if one.country else ""
    return Known(str(KIND_NAMES[one.kind]), one.value, one.party, country, one.source, one.date)


def _number(text: str, place: str) -> Number:
    found = read(text, russian=place.startswith("RU"))
    register = gettext(REGISTERS[found.register]) if found.register else ""
    if found.right is None:
        return Number(text, register, "", "")
    if found.right:
        return Number(text, register, "right", gettext("check digit right"))
    return Number(text, register, "wrong", gettext("check digit wrong"))


def told_together(accounts: Sequence[Account]) -> Iterable[tuple[str, ...]]:
    """References of different witnesses who were heard on the same day, at the same place, by the same interviewer:
    what one of them said, the others may have heard."""
    heard: dict[tuple[str, str, str], list[Account]] = {}
    for one in accounts:
        if all(one.heard):
            heard.setdefault(one.heard, []).append(one)
    for together in heard.values():
        if len({one.witness for one in together}) > 1:
            yield tuple(one.reference for one in together)


def _facts(accounts: Sequence[Account], names: Names) -> Iterable[Fact]:
    for name in SIDE_BY_SIDE:
        said = tuple(_said(name, one.legs, names) for one in accounts)
        if any(one.words for one in said):
            yield Fact(fact_name(name), said)


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
