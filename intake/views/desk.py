"""What the query desk shows: an answer turned into words, boxes to tick, tags to take off, rows with their reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from flask import url_for
from flask_babel import gettext, ngettext

from intake.actions.refining import choices, chosen, narrower_of, put, ticked
from intake.actions.search import Answer, Arranged, Question, Row, Why, say, say_query
from intake.errors import N_
from intake.forms.search import Asked
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.query import SavedQueryContent
from intake.models.testimony import TestimonyContent
from intake.readmodel.filters import KEYS, NONE, STATE_NAMES, year_range
from intake.readmodel.model import Counts, FacetCount
from intake.readmodel.query import Clause, Group, Phrase, Word, to_text, without
from intake.readmodel.sentence import describe
from intake.web import locale

TITLES = {
    "concept": N_("Mechanism"),
    "mechanism": N_("Mechanism, tagged"),
    "field": N_("Mechanism, from the form"),
    "mentioned": N_("Mechanism, mentioned"),
    "judged": N_("Mechanism, confirmed"),
    "denied": N_("Mechanism, denied"),
    "place": N_("Place"),
    "sector": N_("Sector"),
    "year": N_("Year of the stay"),
    "entry": N_("Year of entry"),
    "period": N_("Entry before or after 22 December 2019"),
    "document": N_("Entered on"),
    "focus": N_("Focus area"),
    "indicator": N_("ILO indicator"),
    "audience": N_("May be shown to"),
    "language": N_("Language"),
    "state": N_("State"),
    "basis": N_("Rests on"),
    "case": N_("Case"),
    "witness": N_("Witness"),
    "workplace": N_("Workplace"),
}
"""What a filter is called above its values."""

TABS = {
    "all": N_("All"),
    "confirmed": N_("Confirmed"),
    "field": N_("Field"),
    "mentioned": N_("Mentioned, not tagged"),
    "denied": N_("Denied"),
}
_NOTHING: Mapping[str, str] = MappingProxyType({})
_OPEN = frozenset(("concept", "place", "sector"))
_PLAIN_PLACES = 3


@dataclass(frozen=True)
class Option:
    """A box of a facet. `count`: how many with it; `elsewhere`: its names in the other languages."""

    value: str
    label: str
    count: int
    ticked: bool
    depth: int
    elsewhere: str = ""


@dataclass(frozen=True)
class Facet:
    key: str
    title: str
    options: tuple[Option, ...]
    open: bool
    chosen: int


@dataclass(frozen=True)
class Chip:
    """One reason in words. `kind`: tag, judged, field, mention, text or denied."""

    kind: str
    concept: str
    label: str
    why: Why
    url: str


@dataclass(frozen=True)
class Line:
    """A row of the answer: where to read on, what it is about, why it is here."""

    row: Row
    url: str
    facts: tuple[str, ...]
    tags: tuple[str, ...]
    chips: tuple[Chip, ...]
    more: tuple[Chip, ...]
    candidates: tuple[Chip, ...]


@dataclass(frozen=True)
class Part:
    """A part of the question, and the address without it."""

    label: str
    url: str


@dataclass(frozen=True)
class Frame:
    """What stands above every way of looking at an answer: the question in words, its counts, its parts."""

    address: str
    asked: Asked
    sentence: str
    counts: tuple[str, ...]
    chosen: tuple[Part, ...]
    views: tuple[tuple[str, str, None, bool], ...]
    behind: int
    cleared: str
    export: str


@dataclass(frozen=True)
class Desk:
    """Everything the page of the query desk says about one answer."""

    frame: Frame
    answer: Answer
    tabs: tuple[tuple[str, str, int, bool], ...]
    facets: tuple[Facet, ...]
    lines: tuple[Line, ...]
    emptied: tuple[Part, ...]
    total: int
    next: str | None
    first: str | None


@dataclass(frozen=True)
class Names:
    """Terms and places in the language of the page."""

    vocabulary: Vocabulary
    gazetteer: Gazetteer
    lang: str

    def concept(self, ident: str) -> str:
        """A term, or its id when it was never loaded here."""
        return self.vocabulary.label(ident, self.lang) if self.vocabulary.find(ident) else ident

    def place(self, ident: str) -> str:
        """A place, or its id."""
        return self.gazetteer.label(ident, self.lang) if ident in self.gazetteer.places else ident

    def elsewhere(self, key: str, value: str) -> str:
        """What a term or place is called in the other languages, side by side."""
        ident = value.removeprefix("=")
        if KEYS[key].domain == "place" and ident in self.gazetteer.places:
            called = [said[0] for code, said in self.gazetteer.place(ident).names.items() if code != self.lang and said]
        elif KEYS[key].scheme and (term := self.vocabulary.find(ident)) is not None:
            called = [said for code, said in term.labels.items() if code != self.lang]
        else:
            called = []
        return " · ".join(called)

    def value(self, key: str, value: str) -> str:
        """A value of a filter as people call it."""
        row = KEYS[key]
        ident = value.removeprefix("=")
        if value == NONE:
            return str(gettext(N_("not stated")))
        if row.choices is not None:
            return str(gettext(row.choices[value])) if value in row.choices else value
        if row.domain == "years":
            years = year_range(value)
            return value if len(years) == 1 else value.replace("..", "–")
        said = self.place(ident) if row.domain == "place" else self.concept(ident) if row.scheme else value
        return str(gettext("%(term)s itself", term=said)) if value.startswith("=") else said


def desk(asked: Asked, answer: Answer) -> Desk:
    """The page of one answer, in the language of the request."""
    names = Names(answer.vocabulary, answer.gazetteer, locale())
    place = asked.first + len(answer.rows)
    return Desk(
        frame=frame(asked, answer, "search.run"),
        answer=answer,
        tabs=tuple(_tabs(asked, answer)),
        facets=tuple(_facet(key, found, answer, names) for key, found in answer.facets.items() if _says(found)),
        lines=tuple(line(row, asked.tab, names) for row in answer.rows),
        emptied=tuple(_part(asked, answer, clause, names, "search.run") for clause in answer.empty_because),
        total=answer.tabs.get(asked.tab, 0),
        next=_at(asked.address(after=answer.next, first=place)) if answer.next else None,
        first=_at(asked.address(after=None, first=1)) if asked.after else None,
    )


GROUP_NAMES = {"all": N_("all of these"), "any": N_("at least one of these"), "none": N_("not any of these")}


def arranged(found: Arranged) -> dict[str, Any]:
    """What the page of the builder shows: the tree, what it means, and what is wrong with it."""
    said = found.problem
    told = say_query(found.query, found.vocabulary, found.gazetteer, locale(), gettext) if found.query else ""
    return {
        "tree": found.tree,
        "sentence": told,
        "wrong": gettext(said.message, **said.values) if said else "",
        "kinds_of_group": [(kind, gettext(words)) for kind, words in GROUP_NAMES.items()],
    }


VIEWS = (
    ("search.run", N_("List")),
    ("figure.map", N_("Map")),
    ("figure.timeline", N_("Timeline")),
    ("figure.tabulate", N_("Cross-table")),
    ("figure.compare", N_("Facts")),
)
"""The ways of looking at one answer."""


def frame(asked: Asked, question: Question, endpoint: str, **kept: str) -> Frame:
    """What stands above the answer in the view `endpoint`; `kept`: what else its address says."""
    names = Names(question.vocabulary, question.gazetteer, locale())
    return Frame(
        address=url_for(endpoint),
        asked=asked,
        sentence=say(question, names.lang, gettext),
        counts=counted(question),
        chosen=tuple(_chosen(asked, question, names, endpoint, kept)),
        views=tuple(
            (url_for(one, q=asked.text or None), gettext(label), None, one == endpoint) for one, label in VIEWS
        ),
        behind=question.behind,
        cleared=url_for(endpoint, **kept),  # type: ignore[arg-type]
        export=_export(asked, endpoint, kept),
    )


_LEAVES_AS = {"figure.map": "map-geojson", "figure.tabulate": "table-xlsx", "figure.compare": "facts-xlsx"}


def _export(asked: Asked, endpoint: str, kept: Mapping[str, str]) -> str:
    """The gate, with what is looked at already chosen."""
    sides = {name: kept[name] for name in ("rows", "columns", "layers", "unit", "level") if name in kept}
    return url_for("export.check", q=asked.text or None, what=_LEAVES_AS.get(endpoint), **sides)  # type: ignore[arg-type]


def _at(values: Mapping[str, str | int], endpoint: str = "search.run") -> str:
    return url_for(endpoint, **values)  # type: ignore[arg-type]


def counted(answer: Question) -> tuple[str, ...]:
    """How many of each unit answer; the units are never mixed."""
    return counted_in(answer.counts)


def counted_in(counts: Counts | SavedQueryContent) -> tuple[str, ...]:
    """Testimonies, witnesses, cases and workplaces, in words."""
    return (
        ngettext("%(num)d testimony", "%(num)d testimonies", counts.testimonies),
        ngettext("%(num)d witness", "%(num)d witnesses", counts.witnesses),
        ngettext("%(num)d case", "%(num)d cases", counts.cases),
        ngettext("%(num)d workplace", "%(num)d workplaces", counts.workplaces),
    )


def _tabs(asked: Asked, answer: Answer) -> Iterable[tuple[str, str, int, bool]]:
    if len(answer.tabs) > 1:
        for name, label in TABS.items():
            yield _at(asked.address(tab=name)), gettext(label), answer.tabs[name], name == asked.tab


# -- the question, part by part


def _chosen(asked: Asked, answer: Question, names: Names, endpoint: str, kept: Mapping[str, str]) -> Iterable[Part]:
    """One tag per part of the question; values of one key that are joined by OR can be taken off one by one."""
    for part in answer.query.root.parts:
        filters = choices(part)
        if len(filters) < 2:
            yield _part(asked, answer, part, names, endpoint, kept)
            continue
        key = filters[0].key
        values = chosen(answer.query, key)
        for one in filters:
            rest = put(answer.query, key, [value for value in values if value != one.value])
            label = gettext("%(what)s: %(value)s", what=gettext(TITLES[key]), value=names.value(key, one.value))
            yield Part(label, _at({**kept, **asked.address(q=to_text(rest))}, endpoint))


def _part(
    asked: Asked, answer: Question, clause: Clause, names: Names, endpoint: str, kept: Mapping[str, str] = _NOTHING
) -> Part:
    rest = to_text(without(answer.query, clause))
    return Part(_in_short(clause, names), _at({**kept, **asked.address(q=rest)}, endpoint))


def _in_short(clause: Clause, names: Names) -> str:
    filters = choices(clause)
    if filters:
        key, values = filters[0].key, [names.value(one.key, one.value) for one in filters]
        return str(gettext("%(what)s: %(value)s", what=gettext(TITLES[key]), value=" · ".join(values)))
    match clause:
        case Word(text=text) | Phrase(text=text):
            return f"“{text}”"
        case Group(kind="not", parts=parts):
            return str(gettext("not %(what)s", what=_in_short(parts[0], names)))
    return describe(clause, vocabulary=names.vocabulary, gazetteer=names.gazetteer, lang=names.lang, translate=gettext)


# -- facets


def _says(found: Sequence[FacetCount]) -> bool:
    """A facet in which every count is zero has nothing to offer."""
    return any(one.count or one.selected for one in found)


def _facet(key: str, found: Sequence[FacetCount], answer: Answer, names: Names) -> Facet:
    children = narrower_of(key, names.vocabulary, names.gazetteer)
    values = chosen(answer.query, key)
    on = ticked(values, children)
    counts = {one.value: one.count for one in found}
    tree = _ordered(key, counts, names) if KEYS[key].narrower else [(value, 0) for value in counts]
    extra = [(value, 0) for value in values if value not in counts and value.removeprefix("=") not in counts]
    options = tuple(
        Option(value, names.value(key, value), counts.get(value, 0), value in on, depth, names.elsewhere(key, value))
        for value, depth in [*extra, *tree]
        if counts.get(value) or value in on or _is_known(key, value)
    )
    opened = key in _OPEN or any(option.ticked for option in options)
    return Facet(key, gettext(TITLES[key]), options, opened, len(values))


def _is_known(key: str, value: str) -> bool:
    """Values that are shown even when nobody has them: there are few, and it is worth knowing that there is none."""
    return value != NONE and KEYS[key].domain in ("concept", "choice", "period") and key != "indicator"


def _ordered(key: str, counts: Mapping[str, int], names: Names) -> list[tuple[str, int]]:
    """The values as a tree, each once, under the first broader one that is there."""
    children = narrower_of(key, names.vocabulary, names.gazetteer)
    below = {child for value in counts for child in children(value) if child in counts}
    found: dict[str, int] = {}

    def climb(value: str, depth: int) -> None:
        if value not in found and value in counts:
            found[value] = depth
            for child in children(value):
                climb(child, depth + 1)

    for value in counts:
        if value not in below and value != NONE:
            climb(value, 0)
    if NONE in counts:
        found[NONE] = 0
    return list(found.items())


# -- rows


def line(row: Row, tab: str, names: Names) -> Line:
    """One row: what it is about, and why it is there, the reasons of one concept side by side."""
    chips = [_chip(row.id, one, names) for one in row.why]
    candidates: dict[str, Chip] = {}
    for chip in chips:
        if tab == "mentioned" and chip.kind == "mention":
            candidates.setdefault(chip.concept, chip)
    facts = (row.interviewed, *places_of(row.content, names), *sectors_of(row.content, names))
    first, more = _each_kind_first(chips)
    said = {chip.label for chip in first}
    tags = dict.fromkeys(names.concept(one.concept) for one in row.content.mechanisms)
    return Line(
        row,
        page_of(row.id),
        tuple(fact for fact in facts if fact),
        tuple(tag for tag in tags if tag not in said),
        first,
        more,
        tuple(candidates.values()),
    )


def _each_kind_first(chips: Sequence[Chip]) -> tuple[tuple[Chip, ...], tuple[Chip, ...]]:
    """A few reasons to show at once, as different as they come, and the rest; both in the order they had."""
    new = list({(chip.kind, chip.concept): chip for chip in reversed(chips)}.values())[::-1]
    first = [*new, *(chip for chip in chips if chip not in new)][:_SHOWN]
    return tuple(chip for chip in chips if chip in first), tuple(chip for chip in chips if chip not in first)


_SHOWN = 3


def _chip(testimony_id: UUID, why: Why, names: Names) -> Chip:
    kind = why.kind
    if why.field in ("denied", "mechanisms_denied"):
        kind = "denied"
    elif kind == "tag" and why.field == "judgement":
        kind = "judged"
    if kind == "field" and names.vocabulary.find(why.quote):
        why = Why(**{**why.__dict__, "quote": names.concept(why.quote)})
    label = names.concept(why.concept) if why.concept else ""
    return Chip(kind, why.concept, label, why, page_of(testimony_id, why))


def page_of(testimony_id: UUID, why: Why | None = None) -> str:
    """The page of a testimony, at a passage."""
    page = url_for("testimony.read", testimony_id=testimony_id)
    return page if why is None or why.paragraph is None else f"{page}#text-p{why.paragraph}"


def places_of(content: TestimonyContent, names: Names) -> tuple[str, ...]:
    """Where it happened: the stays, or the places of the account, as few as tell most."""
    stays = [leg.place or leg.country for leg in content.legs]
    said = stays or [link.place for link in content.places if link.place]
    labels = list(dict.fromkeys(names.place(one) for one in said if one))
    more = len(labels) - _PLAIN_PLACES
    return (*labels[:_PLAIN_PLACES], *((f"+{more}",) if more > 0 else ()))


def sectors_of(content: TestimonyContent, names: Names) -> tuple[str, ...]:
    """What kind of work it was."""
    return tuple(dict.fromkeys(names.concept(leg.sector) for leg in content.legs if leg.sector))


def state_label(state: str) -> str:
    """How far a testimony has come."""
    return str(gettext(STATE_NAMES[state]))
