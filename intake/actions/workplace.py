"""The registry of workplaces: one entry per place of work, whatever it is called, and what several witnesses say of it.

Entries are sealed to `registry`; which testimony speaks of one is asked of the read model and never written down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from intake.actions.catchup import opened, ready_model
from intake.actions.entries import ImportRow, alike, checked, key, tried
from intake.actions.vocabulary import current
from intake.errors import N_, Conflict, Invalid
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.compartment import REGISTRY
from intake.models.testimony import Leg, TestimonyContent
from intake.models.workplace import Merged, Workplace, WorkplaceContent
from intake.readmodel.model import Counts, ReadModel
from intake.readmodel.query import Filter, Group, Query, all_of
from intake.work import Work, action, expect_version

PATIENCE = 3.0
MOST_SHOWN, MOST_READ = 200, 5_000


@dataclass(frozen=True)
class WorkplaceListed:
    """A line of the registry."""

    id: UUID
    content: WorkplaceContent
    counts: Counts


@dataclass(frozen=True)
class Registry:
    """All entries, with the words they are described in."""

    entries: tuple[WorkplaceListed, ...]
    behind: int
    vocabulary: Vocabulary
    gazetteer: Gazetteer


@dataclass(frozen=True)
class Account:
    """What one testimony says of a workplace: its stays there. `heard`: on which day, where, by whom."""

    testimony_id: UUID
    reference: str
    witness: str
    legs: tuple[Leg, ...]
    heard: tuple[str, str, str]


@dataclass(frozen=True)
class WorkplaceOpen:
    """An entry with what testimonies say of it, and entries that may be the same."""

    id: UUID
    version: int
    content: WorkplaceContent
    counts: Counts
    accounts: tuple[Account, ...]
    alike: tuple[WorkplaceListed, ...]
    others: tuple[tuple[UUID, str], ...]
    behind: int
    vocabulary: Vocabulary
    gazetteer: Gazetteer


@dataclass(frozen=True)
class Unlisted:
    """A name that testimonies use for a workplace the registry does not have."""

    name: str
    place: str
    sector: str
    testimonies: int


def _named(content: WorkplaceContent) -> Query:
    """Every testimony that speaks of the workplace under one of its names."""
    called = dict.fromkeys(one for name in content.names for one in (name, "".join(name.split())))
    return all_of((Group("any", tuple(Filter("workplace", name) for name in called)),))


@action(reading=True)
def list_(work: Work) -> Registry:
    """Every entry that stands for itself, by name, with how many testimonies speak of it."""
    _, vocabulary, gazetteer = current(work)
    model, behind = ready_model(work, PATIENCE)
    entries = [_listed(model, one, content) for one, content in _entries(work)]
    work.about = None
    return Registry(tuple(sorted(entries, key=lambda one: key(one.content.names[0]))), behind, vocabulary, gazetteer)


def _entries(work: Work) -> list[tuple[Workplace, WorkplaceContent]]:
    found = [(one, work.open(WorkplaceContent, one)) for one in work.all(Workplace)]
    return [(one, content) for one, content in found if content.merged_into is None]


def _listed(model: ReadModel, one: Workplace, content: WorkplaceContent) -> WorkplaceListed:
    return WorkplaceListed(one.id, content, model.search(_named(content), limit=1).counts)


@action(reading=True)
def names(work: Work) -> Sequence[WorkplaceContent]:
    """What workplaces are called, for a box one types into. Says nothing of testimonies."""
    found = [content for _, content in _entries(work)]
    work.about = None
    return found


@action(reading=True)
def read(work: Work, workplace_id: UUID) -> WorkplaceOpen:
    """One entry, and what each testimony says of it."""
    record = work.get(Workplace, workplace_id)
    content = work.open(WorkplaceContent, record)
    _, vocabulary, gazetteer = current(work)
    model, behind = ready_model(work, PATIENCE)
    entries = [(one, other) for one, other in _entries(work) if one.id != workplace_id]
    ids = model.ids(_named(content), most=MOST_SHOWN)
    held = {one.id: (one, said) for one, said in opened(work, ids)}
    accounts = tuple(
        Account(one, held[one][0].reference, said.witness_code, _legs_there(content, said), _heard(said))
        for one in ids
        if one in held and (said := held[one][1]) is not None
    )
    work.about = workplace_id
    return WorkplaceOpen(
        record.id,
        record.version,
        content,
        model.search(_named(content), limit=1).counts,
        accounts,
        tuple(_listed(model, one, other) for one, other in entries if alike(content, other)),
        tuple((one.id, other.names[0]) for one, other in entries),
        behind,
        vocabulary,
        gazetteer,
    )


def _heard(said: TestimonyContent) -> tuple[str, str, str]:
    return said.setting.date, said.setting.place, said.setting.interviewer


def _legs_there(content: WorkplaceContent, said: TestimonyContent) -> tuple[Leg, ...]:
    called = {key(name) for name in content.names}
    return tuple(leg for leg in said.legs if key(leg.workplace) in called)


@action
def add(work: Work, content: WorkplaceContent) -> UUID:
    """A new entry."""
    _, vocabulary, gazetteer = current(work)
    clean = checked(content, vocabulary, gazetteer)
    _refuse_twice(work, clean, None)
    work.about = None
    return work.seal_new(Workplace, clean, to=REGISTRY).id


def _refuse_twice(work: Work, content: WorkplaceContent, but: UUID | None) -> None:
    called = {key(name) for name in content.names}
    for one, other in _entries(work):
        if one.id != but and content.place == other.place and called & {key(name) for name in other.names}:
            raise Conflict(N_("There is an entry of this name at this place already."))


@action
def edit(work: Work, workplace_id: UUID, content: WorkplaceContent, *, version: int | None = None) -> None:
    """Change an entry; what was merged into it stays."""
    record = work.get(Workplace, workplace_id)
    expect_version(record, version)
    _, vocabulary, gazetteer = current(work)
    before = work.open(WorkplaceContent, record)
    clean = checked(content, vocabulary, gazetteer)
    _refuse_twice(work, clean, workplace_id)
    work.reseal(record, replace(clean, merged=before.merged, merged_into=before.merged_into))
    work.about = workplace_id


@action
def merge(work: Work, workplace_id: UUID, other_id: UUID) -> None:
    """Make another entry part of this one: its names and what is known of it come along, and can be parted again."""
    record, other = work.get(Workplace, workplace_id), work.get(Workplace, other_id)
    content, theirs = work.open(WorkplaceContent, record), work.open(WorkplaceContent, other)
    if workplace_id == other_id or content.merged_into or theirs.merged_into:
        raise Conflict(N_("These two cannot be merged."))
    known = {key(name) for name in content.names}
    brought = Merged(
        id=other_id,
        names=tuple(name for name in theirs.names if key(name) not in known),
        observations=tuple(one for one in theirs.observations if one not in content.observations),
        identifiers=tuple(one for one in theirs.identifiers if one not in content.identifiers),
    )
    whole = replace(
        content,
        names=(*content.names, *brought.names),
        observations=(*content.observations, *brought.observations),
        identifiers=(*content.identifiers, *brought.identifiers),
        merged=(*content.merged, brought),
    )
    work.reseal(record, whole)
    work.reseal(other, replace(theirs, merged_into=workplace_id))
    work.about = workplace_id


@action
def part(work: Work, workplace_id: UUID, other_id: UUID) -> None:
    """Undo a merge: what the other entry brought goes back with it."""
    record, other = work.get(Workplace, workplace_id), work.get(Workplace, other_id)
    content, theirs = work.open(WorkplaceContent, record), work.open(WorkplaceContent, other)
    brought = next((one for one in content.merged if one.id == other_id), None)
    if brought is None:
        raise Conflict(N_("These two were not merged."))
    gone = {key(name) for name in brought.names}
    left = tuple(name for name in content.names if key(name) not in gone)
    work.reseal(
        record,
        replace(
            content,
            names=left,
            observations=tuple(one for one in content.observations if one not in brought.observations),
            identifiers=tuple(one for one in content.identifiers if one not in brought.identifiers),
            merged=tuple(one for one in content.merged if one.id != other_id),
        ),
    )
    work.reseal(other, replace(theirs, merged_into=None))
    work.about = workplace_id


@action(reading=True)
def propose(work: Work) -> tuple[tuple[Unlisted, ...], Vocabulary, Gazetteer]:
    """Names that testimonies use and the registry does not have, the most frequent first. Everybody reads the registry,
    so what only restricted testimonies speak of is not proposed for it."""
    _, vocabulary, gazetteer = current(work)
    model, _ = ready_model(work, PATIENCE, shared=True)
    known = {key(name) for _, content in _entries(work) for name in content.names}
    found: dict[str, list[tuple[UUID, Leg]]] = {}
    for one, leg in _stays(work, model.ids(Query(), most=MOST_READ)):
        if key(leg.workplace) and key(leg.workplace) not in known:
            found.setdefault(key(leg.workplace), []).append((one, leg))
    work.about = None
    unlisted = [
        Unlisted(
            stays[0][1].workplace.strip(),
            next((leg.place for _, leg in stays if leg.place), ""),
            next((leg.sector for _, leg in stays if leg.sector), ""),
            len({one for one, _ in stays}),
        )
        for stays in found.values()
    ]
    return tuple(sorted(unlisted, key=lambda one: (-one.testimonies, key(one.name)))), vocabulary, gazetteer


def _stays(work: Work, ids: Sequence[UUID]) -> Iterable[tuple[UUID, Leg]]:
    for start in range(0, len(ids), 500):
        for record, said in opened(work, ids[start : start + 500]):
            for leg in said.legs if said else ():
                yield record.id, leg


# -- many at once


@action(reading=True)
def try_import(work: Work, rows: Sequence[WorkplaceContent]) -> tuple[ImportRow, ...]:
    """What would happen: nothing is written."""
    work.about = None
    return _tried(work, rows)


def _tried(work: Work, rows: Sequence[WorkplaceContent]) -> tuple[ImportRow, ...]:
    _, vocabulary, gazetteer = current(work)
    return tried(rows, [content for _, content in _entries(work)], vocabulary, gazetteer)


@action
def import_(work: Work, rows: Sequence[WorkplaceContent]) -> int:
    """Take in every row, or none when anything is wrong with one. Returns how many."""
    ready = _tried(work, rows)
    wrong = [one.number for one in ready if one.problems]
    if wrong:
        raise Invalid(N_("Row %(number)d is wrong: nothing was taken in."), number=wrong[0])
    for one in ready:
        work.seal_new(Workplace, one.content, to=REGISTRY)
    work.about = None
    return len(ready)
