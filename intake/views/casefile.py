"""What the page of a case shows: its testimonies in short, where and when it all was, who said it, what touches it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from intake.actions.case import CaseOpen, CaseTestimony, Related
from intake.actions.figure import Stayed
from intake.models.testimony import TestimonyContent
from intake.rendering.map import Bubble, outline_map
from intake.rendering.markup import Element
from intake.views.desk import Names, page_of, places_of, sectors_of, state_label
from intake.views.drawing import drawn_stays, stay_rows
from intake.web import locale


@dataclass(frozen=True)
class Entry:
    """A testimony of the case. `facts` is empty once it was withdrawn."""

    testimony: CaseTestimony
    url: str
    facts: tuple[str, ...]
    mechanisms: tuple[str, ...]
    state: str


@dataclass(frozen=True)
class Person:
    """A witness by code, and in how many testimonies of the case they speak."""

    code: str
    about: tuple[str, ...]
    references: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Counted:
    """A place, workplace or mechanism with the number of testimonies of the case that name it."""

    label: str
    url: str
    count: int


@dataclass(frozen=True)
class Casefile:
    """Everything the page of a case says."""

    case: CaseOpen
    entries: tuple[Entry, ...]
    people: tuple[Person, ...]
    places: tuple[Counted, ...]
    workplaces: tuple[Counted, ...]
    mechanisms: tuple[Counted, ...]
    stays: tuple[tuple[str, str, str, str, str], ...]
    timeline: Element | None
    map: Element | None
    related: tuple[tuple[Related, str], ...]


def casefile(case: CaseOpen) -> Casefile:
    """The page of a case, in the language of the request."""
    names = Names(case.vocabulary, case.gazetteer, locale())
    said = [(one, one.content) for one in case.testimonies if one.content is not None]
    places = _places(said, names)
    return Casefile(
        case=case,
        entries=tuple(_entry(one, names) for one in case.testimonies),
        people=tuple(_people(said, names)),
        places=_links((names.place(one), f"place:{one}", count) for one, count in places.most_common()),
        workplaces=_links(_tally((leg.workplace for leg in content.legs) for _, content in said)),
        mechanisms=_links(
            (names.concept(one), f"concept:{one}", count)
            for one, _, count in _tally((tag.concept for tag in content.mechanisms) for _, content in said)
        ),
        stays=stay_rows(_stays(said), names),
        timeline=drawn_stays(_stays(said), names),
        map=_map(places, names),
        related=tuple((one, _reason(one)) for one in case.related),
    )


Said = list[tuple[CaseTestimony, TestimonyContent]]


def _asks(query: str) -> str:
    return url_for("search.run", q=query)


def _entry(one: CaseTestimony, names: Names) -> Entry:
    content = one.content
    if content is None:
        return Entry(one, "", (), (), state_label(one.state.value))
    facts = (content.setting.date, *places_of(content, names), *sectors_of(content, names))
    mechanisms = tuple(dict.fromkeys(names.concept(tag.concept) for tag in content.mechanisms))
    return Entry(one, page_of(one.id, None), tuple(filter(None, facts)), mechanisms, state_label(one.state.value))


def _people(said: Said, names: Names) -> Iterable[Person]:
    """Who speaks, by code. One person may have given several testimonies."""
    for code in dict.fromkeys(content.witness_code for _, content in said if content.witness_code):
        theirs = [(one, content) for one, content in said if content.witness_code == code]
        first = theirs[0][1]
        about = (
            {"F": gettext("woman"), "M": gettext("man")}.get(first.sex, ""),
            first.birth_band,
            names.place(first.origin) if first.origin else "",
            first.occupation,
        )
        yield Person(
            code, tuple(filter(None, about)), tuple((one.reference, page_of(one.id, None)) for one, _ in theirs)
        )


def _places(said: Said, names: Names) -> Counter[str]:
    """Where, by testimonies: no finer than a city."""
    counts: Counter[str] = Counter()
    for _, content in said:
        there = {leg.place or leg.country for leg in content.legs} & names.gazetteer.places.keys()
        counts.update({names.gazetteer.at_most(one, "city").id for one in there})
    return counts


def _tally(per_testimony: Iterable[Iterable[str]]) -> Iterable[tuple[str, str, int]]:
    """Words with the number of testimonies that have them, as a search for the workplace of this name."""
    counts = Counter(value for values in per_testimony for value in set(values) if value)
    return ((value, f'workplace:"{value}"', count) for value, count in counts.most_common())


def _links(items: Iterable[tuple[str, str, int]]) -> tuple[Counted, ...]:
    return tuple(Counted(label, _asks(query), count) for label, query, count in items)


def _stays(said: Said) -> list[Stayed]:
    return [
        Stayed(testimony_id=one.id, reference=one.reference, leg=leg) for one, content in said for leg in content.legs
    ]


def _map(places: Mapping[str, int], names: Names) -> Element | None:
    points = []
    for ident, count in places.items():
        place = names.gazetteer.place(ident)
        if place.point:
            lat, lon = place.point
            bubble = Bubble(
                place_id=ident, label=names.place(ident), lat=lat, lon=lon, count=count, href=_asks(f"place:{ident}")
            )
            points.append(bubble)
    return outline_map(points, names.lang, name="case-map") if points else None


def _reason(one: Related) -> str:
    if one.kind == "testimony":
        return str(gettext("testimonies that are in both"))
    if one.kind == "witness":
        return str(gettext("the same witness %(code)s", code=one.value))
    return str(gettext("the same workplace, %(name)s", name=one.value))
