"""Questions worth keeping: what answered then, what answers now, and a snapshot that a report can rest on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from intake.actions.catchup import ready_model
from intake.actions.search import Question, ask
from intake.actions.vocabulary import current
from intake.errors import N_, Invalid
from intake.models.compartment import CASEWORK
from intake.models.query import SavedQuery, SavedQueryContent
from intake.models.testimony import Testimony, TestimonyState
from intake.readmodel.grammar import parse
from intake.readmodel.model import Counts, ReadModel
from intake.work import Work, action, expect_version

MOST_FROZEN = 20_000
LONGEST_NAME, LONGEST_NOTE = 200, 4_000
PATIENCE = 3.0


@dataclass(frozen=True)
class QueryListed:
    """A kept question with its counts then and now. `problem`: why it can no longer be asked, or empty."""

    id: UUID
    content: SavedQueryContent
    kept_on: str
    by: str
    shared: bool
    now: Counts | None
    new: int
    problem: str = ""


@dataclass(frozen=True)
class QueryList:
    """All kept questions of the compartment and one's own. `behind`: changes not counted yet."""

    queries: tuple[QueryListed, ...]
    behind: int


@dataclass(frozen=True, kw_only=True)
class QueryOpen:
    """One kept question. `new` and `gone` against what was found then, by (id, reference); `intact`: whether everything
    found then still stands word for word."""

    listed: QueryListed
    version: int
    question: Question | None
    new: tuple[tuple[UUID, str], ...]
    gone: tuple[str, ...]
    intact: bool


@action
def save(work: Work, text: str, name: str, note: str = "", *, shared: bool = True) -> UUID:
    """Keep a question with what answers it today. One for everybody is answered by what everybody may read, and always
    will be: testimonies of restricted compartments are neither counted nor named in it."""
    asked, model = ask(work, text, PATIENCE, shared=shared)
    found = model.ids(asked.query, most=MOST_FROZEN + 1)
    content = _taken(work, SavedQueryContent(name=_named(name), text=text, note=_noted(note)), asked.counts, found)
    work.about = None
    return work.seal_new(SavedQuery, content, to=CASEWORK if shared else _own(work)).id


def _own(work: Work) -> UUID:
    if work.actor.personal is None:
        raise Invalid
    return work.actor.personal


def _named(name: str) -> str:
    name = name.strip()
    if not name:
        raise Invalid(fields={"name": [N_("Give the question a name.")]})
    if len(name) > LONGEST_NAME:
        raise Invalid(fields={"name": [N_("This is too long.")]})
    return name


def _noted(note: str) -> str:
    if len(note) > LONGEST_NOTE:
        raise Invalid(fields={"note": [N_("This is too long.")]})
    return note.strip()


def _taken(work: Work, content: SavedQueryContent, counts: Counts, found: Sequence[UUID]) -> SavedQueryContent:
    """The content with today's answer in it. A very large answer keeps its counts only."""
    ids = tuple(found) if len(found) <= MOST_FROZEN else ()
    return replace(
        content,
        testimonies=counts.testimonies,
        witnesses=counts.witnesses,
        cases=counts.cases,
        workplaces=counts.workplaces,
        found=ids,
        digest=digest(work, ids) if ids else b"",
    )


def digest(work: Work, ids: Iterable[UUID]) -> bytes:
    """SHA-256 over the references and sealed digests of testimonies, sorted: changes when any of them does."""
    wanted = set(ids)
    lines = sorted(f"{r.reference} {r.digest.hex()}\n" for r in _records(work, wanted))
    return hashlib.sha256("".join(lines).encode()).digest()


def _records(work: Work, ids: set[UUID]) -> Sequence[Testimony]:
    if len(ids) > 500:
        return [record for record in work.all(Testimony) if record.id in ids]
    return work.all(Testimony, Testimony.id.in_(ids))


@action(reading=True)
def list_(work: Work) -> QueryList:
    """Every kept question, the newest first, asked again."""
    (mine, behind), (wide, more) = ready_model(work, PATIENCE), ready_model(work, PATIENCE, shared=True)
    kept = work.all(SavedQuery)
    names = work.names(one.author_id for one in kept)
    work.about = None
    listed = tuple(_listed(work, wide if _shared(work, one) else mine, one, names) for one in kept)
    return QueryList(listed, max(behind, more))


def _shared(work: Work, one: SavedQuery) -> bool:
    return one.compartment_id != work.actor.personal


def _listed(work: Work, model: ReadModel, one: SavedQuery, names: dict[UUID, str]) -> QueryListed:
    content = work.open(SavedQueryContent, one)
    shared = _shared(work, one)
    by = names.get(one.author_id, "")
    kept_on = one.created_on.isoformat()
    _, vocabulary, gazetteer = current(work)
    try:
        query = parse(content.text, vocabulary=vocabulary, gazetteer=gazetteer)
    except Invalid:
        problem = N_("This question can no longer be asked: a term or place in it is gone.")
        return QueryListed(one.id, content, kept_on, by, shared, None, 0, problem)
    now = model.search(query, limit=1).counts
    new = len(set(model.ids(query, most=MOST_FROZEN)).difference(content.found)) if content.found else 0
    if not content.found:
        new = max(0, now.testimonies - content.testimonies)
    return QueryListed(one.id, content, kept_on, by, shared, now, new)


@action(reading=True)
def read(work: Work, query_id: UUID) -> QueryOpen:
    """One kept question: what is new since, what is gone, and whether the snapshot still holds."""
    record = work.get(SavedQuery, query_id)
    shared = _shared(work, record)
    model, _ = ready_model(work, PATIENCE, shared=shared)
    listed = _listed(work, model, record, work.names([record.author_id]))
    content = listed.content
    question: Question | None = None
    now: tuple[UUID, ...] = ()
    if not listed.problem:
        question, model = ask(work, content.text, PATIENCE, shared=shared)
        now = model.ids(question.query, most=MOST_FROZEN)
    held = {r.id: r for r in _records(work, set(content.found) | set(now))}
    came = [one for one in now if one not in set(content.found)] if content.found else []
    left = [one for one in content.found if one not in set(now)]
    work.about = query_id
    return QueryOpen(
        listed=listed,
        version=record.version,
        question=question,
        new=tuple((one, held[one].reference) for one in came if one in held),
        gone=tuple(
            held[one].reference for one in left if one in held and held[one].state is not TestimonyState.WITHDRAWN
        ),
        intact=digest(work, content.found) == content.digest if content.found else True,
    )


@action
def renew(work: Work, query_id: UUID, *, version: int | None = None) -> None:
    """Take today's answer for the one to compare with from now on."""
    record = work.get(SavedQuery, query_id)
    expect_version(record, version)
    content = work.open(SavedQueryContent, record)
    asked, model = ask(work, content.text, PATIENCE, shared=_shared(work, record))
    work.reseal(record, _taken(work, content, asked.counts, model.ids(asked.query, most=MOST_FROZEN + 1)))
    work.about = query_id


@action
def discard(work: Work, query_id: UUID) -> None:
    """Throw a kept question away."""
    work.remove(work.get(SavedQuery, query_id))
