"""Cases: putting testimonies together, and giving interviewers a label to work under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from intake.errors import N_, Conflict, Invalid, NotFound
from intake.models.account import Account, AccountState, Role
from intake.models.case import Assignment, AssignmentContent, Case, CaseContent
from intake.models.compartment import CASEWORK
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState
from intake.work import Work, action, expect_version


@dataclass(frozen=True)
class CaseListed:
    """A line of the list of cases."""

    id: UUID
    reference: str
    title: str
    testimonies: int


@dataclass(frozen=True)
class CaseTestimony:
    """A testimony as its case shows it. `content` is None once it was withdrawn."""

    id: UUID
    reference: str
    filed_on: str
    content: TestimonyContent | None


@dataclass(frozen=True)
class Assigned:
    """Who works on a case, under which label they know it."""

    account_id: UUID
    name: str


@dataclass(frozen=True)
class CaseOpen:
    """A case with its testimonies and the interviewers on it."""

    id: UUID
    reference: str
    version: int
    content: CaseContent
    testimonies: tuple[CaseTestimony, ...]
    assigned: tuple[Assigned, ...]
    interviewers: tuple[Assigned, ...]


def members_of(case_id: UUID, content: CaseContent, named: Iterable[tuple[UUID, UUID | None]]) -> frozenset[UUID]:
    """A case's testimonies: those put in, and those whose interviewer named it, less those taken out.

    `named` gives (testimony, the case its interviewer named) for every testimony.
    """
    by_interviewer = {testimony for testimony, case in named if case == case_id}
    return frozenset((set(content.testimonies) | by_interviewer) - set(content.excluded))


def _titled(title: str) -> str:
    if not title.strip():
        raise Invalid(fields={"title": [N_("Give the case a title.")]})
    return title.strip()


@action
def start(work: Work, title: str, note: str = "", testimonies: Sequence[UUID] = ()) -> UUID:
    """A new case, with these testimonies in it."""
    for testimony_id in testimonies:
        work.get(Testimony, testimony_id)
    content = CaseContent(title=_titled(title), note=note, testimonies=tuple(dict.fromkeys(testimonies)))
    work.about = None
    return work.seal_new(Case, content, to=CASEWORK, reference=work.new_reference("C")).id


@action
def edit(work: Work, case_id: UUID, title: str, note: str, *, version: int | None = None) -> None:
    """Change title and note."""
    case = work.get(Case, case_id)
    expect_version(case, version)
    work.reseal(case, replace(work.open(CaseContent, case), title=_titled(title), note=note))


@action
def group(work: Work, case_id: UUID, testimonies: Sequence[UUID]) -> int:
    """Put testimonies into a case; returns how many were not in it before."""
    case = work.get(Case, case_id)
    content = work.open(CaseContent, case)
    for testimony_id in testimonies:
        work.get(Testimony, testimony_id)
    new = [t for t in dict.fromkeys(testimonies) if t not in content.testimonies]
    kept_out = tuple(t for t in content.excluded if t not in testimonies)
    if new or kept_out != content.excluded:
        work.reseal(case, replace(content, testimonies=(*content.testimonies, *new), excluded=kept_out))
    return len(new)


@action
def ungroup(work: Work, case_id: UUID, testimony_id: UUID) -> None:
    """Take a testimony out of a case, also when its interviewer had named the case."""
    case = work.get(Case, case_id)
    content = work.open(CaseContent, case)
    kept = tuple(t for t in content.testimonies if t != testimony_id)
    excluded = tuple(dict.fromkeys([*content.excluded, testimony_id]))
    work.reseal(case, replace(content, testimonies=kept, excluded=excluded))


def opened_testimonies(work: Work) -> dict[UUID, tuple[Testimony, TestimonyContent | None]]:
    """Every testimony the actor's keys fit, opened; withdrawn ones without content."""
    records = work.all(Testimony)
    keys = work.instance.keystore.find_many([r.id for r in records])
    return {
        r.id: (
            r,
            None if r.state is TestimonyState.WITHDRAWN else work.open(TestimonyContent, r, shred_key=keys.get(r.id)),
        )
        for r in records
    }


def _named(testimonies: dict[UUID, tuple[Testimony, TestimonyContent | None]]) -> list[tuple[UUID, UUID | None]]:
    return [(i, content.case_id if content else None) for i, (_, content) in testimonies.items()]


@action(reading=True)
def list_(work: Work) -> Sequence[CaseListed]:
    """All cases."""
    named = _named(opened_testimonies(work))
    listed = []
    for case in work.all(Case):
        content = work.open(CaseContent, case)
        count = len(members_of(case.id, content, named))
        listed.append(CaseListed(case.id, case.reference, content.title, count))
    return listed


@action(reading=True)
def read(work: Work, case_id: UUID) -> CaseOpen:
    """One case."""
    case = work.get(Case, case_id)
    content = work.open(CaseContent, case)
    testimonies = opened_testimonies(work)
    members = members_of(case.id, content, _named(testimonies))
    shown = tuple(
        CaseTestimony(r.id, r.reference, r.created_on.isoformat(), said)
        for r, said in testimonies.values()
        if r.id in members
    )
    on_it = work.db.scalars(select(Assignment.to_id).where(Assignment.case_id == case.id)).all()
    people = work.db.scalars(
        select(Account).where(Account.role == Role.INTERVIEWER, Account.state == AccountState.ADMITTED)
    )
    interviewers = tuple(Assigned(a.id, a.name) for a in people)
    assigned = tuple(a for a in interviewers if a.account_id in on_it)
    return CaseOpen(case.id, case.reference, case.version, content, shown, assigned, interviewers)


@action
def assign(work: Work, case_id: UUID, account_id: UUID, label: str, instruction: str = "") -> None:
    """Let an interviewer work on a case, under a label sealed to them alone."""
    if not label.strip():
        raise Invalid(fields={"label": [N_("Give the case a label that the interviewer may know.")]})
    case = work.get(Case, case_id)
    account = work.row(Account, account_id)
    if account.role is not Role.INTERVIEWER or account.state is not AccountState.ADMITTED:
        raise NotFound
    work.directory.personal(account)
    twice = select(Assignment.id).where(Assignment.case_id == case.id, Assignment.to_id == account.id)
    if work.db.scalar(twice) is not None:
        raise Conflict(N_("This interviewer is on the case already."))
    content = AssignmentContent(label=label.strip(), instruction=instruction)
    work.seal_new(Assignment, content, to=account.personal_id, case_id=case.id, to_id=account.id)
