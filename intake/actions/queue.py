"""The review queue: which testimonies wait for whom, counted by tab, and one page of them opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from intake.actions.consent import Ceiling
from intake.actions.scope import restricted_names
from intake.errors import N_, Invalid
from intake.models.redaction import Redaction, RedactionState
from intake.models.testimony import Question, QuestionState, Testimony, TestimonyContent, TestimonyState
from intake.work import Work

PAGE = 25


@dataclass(frozen=True)
class Redacting:
    """A redaction as the queue shows it."""

    id: UUID
    audience: str
    state: RedactionState
    redactor: str
    mine: bool


@dataclass(frozen=True)
class Waiting:
    """A line of the queue. What only the content says is empty for a withdrawn testimony. `readers`: the name of the
    restricted compartment it lies in, or empty."""

    id: UUID
    reference: str
    state: TestimonyState
    filed_on: str
    interviewer: str
    attachments: int
    questions_open: int
    redactions: tuple[Redacting, ...]
    language: str = ""
    length: int = 0
    mechanisms: tuple[str, ...] = ()
    at_risk: bool = False
    ceiling: Ceiling | None = None
    readers: str = ""


@dataclass(frozen=True)
class Queue:
    """One page of one tab, how many stand in every tab, and what has waited longest to be begun (or, when everything
    has been, for a second reviewer)."""

    tab: str
    counts: dict[str, int]
    lines: tuple[Waiting, ...]
    page: int
    pages: int
    next: UUID | None


def _mine(_state: TestimonyState, redactions: Sequence[Redacting]) -> bool:
    return any(r.mine and r.state in (RedactionState.WORKING, RedactionState.RETURNED) for r in redactions)


def _second(_state: TestimonyState, redactions: Sequence[Redacting]) -> bool:
    return any(not r.mine and r.state is RedactionState.SENT for r in redactions)


TABS: dict[str, Callable[[TestimonyState, Sequence[Redacting]], bool]] = {
    "mine": _mine,
    "second": _second,
    "new": lambda state, redactions: state is not TestimonyState.WITHDRAWN and not redactions,
    "returned": lambda _, redactions: any(r.state is RedactionState.RETURNED for r in redactions),
    "released": lambda state, _: state is TestimonyState.RELEASED,
    "all": lambda *_: True,
}
"""Which testimonies stand under which tab. `second` leaves out what one cannot approve oneself."""


def queue(work: Work, tab: str, page: int) -> Queue:
    """One page of a tab, newest change first; only what is shown is opened. `Invalid` for an unknown tab."""
    if tab not in TABS:
        raise Invalid(N_("There is no such list."))
    records = work.all(Testimony)
    redactions = _redactions(work)
    found = {name: [r for r in records if fits(r.state, redactions.get(r.id, []))] for name, fits in TABS.items()}
    pages = max(1, -(-len(found[tab]) // PAGE))
    page = min(max(1, page), pages)
    shown = found[tab][(page - 1) * PAGE : page * PAGE]
    counts = {name: len(rows) for name, rows in found.items()}
    waiting = sorted(found["new"] or found["second"], key=lambda r: (r.created_on, r.changed))
    return Queue(tab, counts, tuple(_lines(work, shown, redactions)), page, pages, waiting[0].id if waiting else None)


def _redactions(work: Work) -> dict[UUID, list[Redacting]]:
    rows = work.all(Redaction)
    names = work.names(row.redactor_id for row in rows)
    found: dict[UUID, list[Redacting]] = {}
    for row in rows:
        mine = row.redactor_id == work.actor.id
        line = Redacting(row.id, row.audience, row.state, names.get(row.redactor_id, ""), mine)
        found.setdefault(row.testimony_id, []).append(line)
    return found


def _lines(work: Work, records: Sequence[Testimony], redactions: dict[UUID, list[Redacting]]) -> list[Waiting]:
    names, restricted = work.names(record.author_id for record in records), restricted_names(work)
    ids = [record.id for record in records]
    keys = work.instance.keystore.find_many(ids)
    asked = work.db.scalars(
        select(Question.testimony_id).where(Question.testimony_id.in_(ids), Question.state == QuestionState.OPEN)
    ).all()
    lines = []
    for record in records:
        content = None
        if record.state is not TestimonyState.WITHDRAWN:
            content = work.open(TestimonyContent, record, shred_key=keys.get(record.id))
        lines.append(
            Waiting(
                id=record.id,
                reference=record.reference,
                state=record.state,
                filed_on=record.created_on.isoformat(),
                interviewer=names.get(record.author_id, ""),
                attachments=record.attachment_count,
                questions_open=asked.count(record.id),
                redactions=tuple(redactions.get(record.id, ())),
                language=content.language if content else "",
                length=len(content.narrative) if content else 0,
                mechanisms=tuple(dict.fromkeys(t.concept for t in content.mechanisms)) if content else (),
                at_risk=bool(content) and any(person.at_risk for person in content.people) if content else False,
                ceiling=Ceiling.of(content.consent) if content else None,
                readers=restricted.get(record.compartment_id, ""),
            )
        )
    return lines
