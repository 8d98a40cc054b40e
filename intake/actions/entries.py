"""Entries of the registry of workplaces: what makes one right, and when two of them may be the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from intake.errors import N_, Invalid
from intake.language.normalise import fold
from intake.language.places import Gazetteer
from intake.language.registrations import read
from intake.language.vocabulary import Vocabulary
from intake.models.workplace import Observation, WorkplaceContent

MOST_NAMES, MOST_OBSERVATIONS, MOST_IMPORTED = 30, 200, 2_000
LONGEST = 4_000
KINDS = ("headcount", "goods", "distribution", "document", "other")


def key(name: str) -> str:
    """A name as it is compared: spelling, case and spaces folded away."""
    return "".join(fold(name).split())


def observed(kind: str, value: str, source: str, date: str = "", party: str = "", country: str = "") -> Observation:
    """One thing that is known of a workplace."""
    said = [one.strip() for one in (value, source, date, party, country)]
    return Observation(kind=kind, value=said[0], source=said[1], date=said[2], party=said[3], country=said[4])


def checked(content: WorkplaceContent, vocabulary: Vocabulary, gazetteer: Gazetteer) -> WorkplaceContent:
    """The content with empty and repeated names gone, and places and sectors that were named by name turned into ids.
    `Invalid`, naming the fields."""
    content = _found(content, vocabulary, gazetteer)
    called: dict[str, str] = {}
    for name in content.names:
        called.setdefault(key(name), name.strip())
    names = tuple(name for folded, name in called.items() if folded)
    wrong = {**_wrong_size(content, names), **_wrong_terms(content, vocabulary, gazetteer)}
    if any(_wrong_number(one, content.place) for one in content.identifiers):
        wrong["identifiers"] = N_(
            "A check digit of these numbers is wrong. If the source has it so, write a question mark before the number."
        )
    if wrong:
        raise Invalid(fields={name: [message] for name, message in wrong.items()})
    return replace(content, names=names)


def _found(content: WorkplaceContent, vocabulary: Vocabulary, gazetteer: Gazetteer) -> WorkplaceContent:
    """With ids for what is called so by one name alone."""
    sectors = () if vocabulary.find(content.sector) else vocabulary.find_by_name("sector", content.sector)
    observations = tuple(replace(one, country=_place(one.country, gazetteer)) for one in content.observations)
    return replace(
        content,
        place=_place(content.place, gazetteer),
        sector=sectors[0].id if len(sectors) == 1 else content.sector,
        observations=observations,
    )


def _place(said: str, gazetteer: Gazetteer) -> str:
    places = () if not said or said in gazetteer.places else gazetteer.find(said)
    return places[0].id if len(places) == 1 else said


def _wrong_size(content: WorkplaceContent, names: Sequence[str]) -> dict[str, str]:
    wrong = {
        field.name: N_("This is too long.")
        for field in fields(content)
        if isinstance(value := getattr(content, field.name), str) and len(value) > LONGEST
    }
    if not names:
        wrong["names"] = N_("Give it at least one name.")
    if len(names) > MOST_NAMES or len(content.observations) > MOST_OBSERVATIONS:
        wrong["names"] = N_("This is too much for one entry.")
    return wrong


def _wrong_terms(content: WorkplaceContent, vocabulary: Vocabulary, gazetteer: Gazetteer) -> dict[str, str]:
    wrong = {}
    if content.place and content.place not in gazetteer.places:
        several = len(gazetteer.find(content.place)) > 1
        wrong["place"] = N_("Several places are called so.") if several else N_("There is no such place.")
    term = vocabulary.find(content.sector)
    if content.sector and (term is None or term.scheme != "sector"):
        wrong["sector"] = N_("This term does not exist.")
    if any(one.country and one.country not in gazetteer.places for one in content.observations):
        wrong["observations"] = N_("There is no such place.")
    if any(one.kind not in KINDS or not one.source for one in content.observations):
        wrong["observations"] = N_("Say where each of these is known from.")
    return wrong


def _wrong_number(text: str, place: str) -> bool:
    number = read(text, russian=place.startswith("RU"))
    return number.right is False and not number.doubted


def alike(one: WorkplaceContent, other: WorkplaceContent) -> bool:
    """Whether two entries may be one: a number in common, or a name, or one name within another at the same place."""
    mine, theirs = {key(name) for name in one.names}, {key(name) for name in other.names}
    if mine & theirs or set(one.identifiers) & set(other.identifiers):
        return True
    within = any(a in b or b in a for a in mine for b in theirs if min(len(a), len(b)) > 1)
    return within and bool(one.place) and one.place == other.place


# -- many at once


@dataclass(frozen=True)
class ImportRow:
    """A row of a table to be taken in: its number, what it says, and what is wrong with it by field."""

    number: int
    content: WorkplaceContent
    problems: Mapping[str, Sequence[str]]


def tried(
    rows: Sequence[WorkplaceContent], there: Iterable[WorkplaceContent], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> tuple[ImportRow, ...]:
    """What would happen to each row; a name at a place may be there once only."""
    if not rows:
        raise Invalid(fields={"table": [N_("There is no row in this table.")]})
    if len(rows) > MOST_IMPORTED:
        raise Invalid(N_("At most %(most)d rows at once."), most=MOST_IMPORTED)
    known = {(key(name), content.place) for content in there for name in content.names}
    found = []
    for number, row in enumerate(rows, start=1):
        problems: Mapping[str, Sequence[str]] = {}
        clean = row
        try:
            clean = checked(row, vocabulary, gazetteer)
            mine = {(key(name), clean.place) for name in clean.names}
            if mine & known:
                problems = {"names": [N_("There is an entry of this name at this place already.")]}
            known |= mine
        except Invalid as problem:
            problems = problem.fields
        found.append(ImportRow(number, clean, problems))
    return tuple(found)
