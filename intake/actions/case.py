"""Cases: putting testimonies together, and giving interviewers a label to work under.

Which testimonies a case has is asked of the read model, so that a list of cases opens cases and nothing else. That a
testimony of a restricted compartment belongs to a case is written down in that compartment, not in the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from intake.actions.catchup import opened, ready_model
from intake.actions.scope import restricted_names
from intake.actions.search import ask
from intake.actions.vocabulary import current
from intake.errors import N_, Conflict, Invalid, NotFound
from intake.language.normalise import fold
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.account import Account, AccountState, Role
from intake.models.case import Assignment, AssignmentContent, Case, CaseContent, CasePart, CasePartContent
from intake.models.compartment import CASEWORK
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState
from intake.readmodel.model import ReadModel
from intake.readmodel.query import Clause, Filter, Group, Query, all_of
from intake.work import Work, action, expect_version

PATIENCE = 5.0
MOST_CHOSEN = 500
MOST_RELATED = 10
APART = N_("These testimonies lie in different restricted compartments. Choose those of one.")
LONGEST_TITLE, LONGEST_NOTE, LONGEST_LABEL, LONGEST_INSTRUCTION = 300, 20_000, 100, 4_000


@dataclass(frozen=True)
class CaseListed:
    """A line of the list of cases. `readers`: the name of the restricted compartment it lies in, or empty."""

    id: UUID
    reference: str
    title: str
    testimonies: int
    witnesses: int = 0
    workplaces: int = 0
    note: str = ""
    readers: str = ""


@dataclass(frozen=True)
class CaseList:
    """All cases. `behind`: changes that are not counted yet."""

    cases: tuple[CaseListed, ...]
    behind: int


@dataclass(frozen=True)
class CaseTestimony:
    """A testimony as its case shows it. `content` is None once it was withdrawn."""

    id: UUID
    reference: str
    state: TestimonyState
    filed_on: str
    content: TestimonyContent | None
    readers: str = ""


@dataclass(frozen=True)
class Assigned:
    """Who works on a case."""

    account_id: UUID
    name: str


@dataclass(frozen=True)
class Related:
    """Another case, and what it has in common with this one: `kind` is `testimony`, `witness` or
    `workplace`; `value` as said; `testimonies`: how many of theirs."""

    id: UUID
    reference: str
    title: str
    kind: str
    value: str
    testimonies: int


@dataclass(frozen=True)
class CaseOpen:
    """A case with its testimonies, the interviewers on it, and the cases that touch it."""

    id: UUID
    reference: str
    version: int
    created_on: str
    content: CaseContent
    testimonies: tuple[CaseTestimony, ...]
    assigned: tuple[Assigned, ...]
    interviewers: tuple[Assigned, ...]
    related: tuple[Related, ...]
    behind: int
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    readers: str = ""


@dataclass(frozen=True)
class Choice:
    """Testimonies about to be put together, and the cases they could go into."""

    testimonies: tuple[tuple[UUID, str], ...]
    cases: tuple[CaseListed, ...]


def _titled(title: str) -> str:
    return _short("title", title, LONGEST_TITLE, N_("Give the case a title."))


def _short(field: str, text: str, longest: int, missing: str = "") -> str:
    text = text.strip()
    if missing and not text:
        raise Invalid(fields={field: [missing]})
    if len(text) > longest:
        raise Invalid(fields={field: [N_("This is too long.")]})
    return text


def _known(work: Work, testimonies: Iterable[UUID]) -> tuple[Testimony, ...]:
    """The testimonies, each once, none withdrawn. `NotFound` for one the actor may not know of."""
    ids = tuple(dict.fromkeys(testimonies))
    if len(ids) > MOST_CHOSEN:
        raise Invalid(N_("Choose at most %(most)d testimonies at once."), most=MOST_CHOSEN)
    found = tuple(work.get(Testimony, testimony_id) for testimony_id in ids)
    if any(one.state is TestimonyState.WITHDRAWN for one in found):
        raise Conflict(N_("One of these testimonies was withdrawn. Go back and choose again."))
    return found


def _ids(testimonies: Iterable[Testimony]) -> tuple[UUID, ...]:
    return tuple(one.id for one in testimonies)


@action
def start(work: Work, title: str, note: str = "", testimonies: Sequence[UUID] = ()) -> UUID:
    """A new case, with these testimonies in it. With one of a restricted compartment in it from the start, it is that
    compartment's case: title and note may already say too much."""
    chosen = _known(work, testimonies)
    wide = work.compartment(CASEWORK).id
    restricted = {one.compartment_id for one in chosen} - {wide}
    if len(restricted) > 1:
        raise Conflict(APART)
    content = CaseContent(title=_titled(title), note=_short("note", note, LONGEST_NOTE), testimonies=_ids(chosen))
    work.about = None
    to = restricted.pop() if restricted else wide
    return work.seal_new(Case, content, to=to, reference=work.new_reference("C")).id


@action
def edit(work: Work, case_id: UUID, title: str, note: str, *, version: int | None = None) -> None:
    """Change title and note. `Conflict` when somebody changed the case since `version`."""
    case = work.get(Case, case_id)
    expect_version(case, version)
    content = work.open(CaseContent, case)
    work.reseal(case, replace(content, title=_titled(title), note=_short("note", note, LONGEST_NOTE)))


@action(reading=True)
def choose(work: Work, testimonies: Sequence[UUID], *, text: str | None = None, tab: str = "all") -> Choice:
    """What is needed to say into which case these testimonies go, or all that answer the question `text`."""
    if text is not None:
        asked, model = ask(work, text, PATIENCE)
        testimonies = model.ids(asked.query, tab=tab, most=MOST_CHOSEN + 1)
    else:
        model, _ = ready_model(work, PATIENCE)
    if not testimonies:
        raise Invalid(N_("Choose at least one testimony first."))
    chosen = tuple((one.id, one.reference) for one in _known(work, testimonies))
    work.about = None
    return Choice(chosen, _listed(work, model))


@action
def group(work: Work, case_id: UUID, testimonies: Sequence[UUID]) -> int:
    """Put testimonies into a case; returns how many were not in it before."""
    if not testimonies:
        raise Invalid(N_("Choose at least one testimony first."))
    case = work.get(Case, case_id)
    new = 0
    for place, ids in _places(work, case, _known(work, testimonies)).items():
        record, content = _written(work, case, place)
        added = [one for one in ids if one not in content.testimonies]
        kept_out = tuple(one for one in content.excluded if one not in ids)
        if added or kept_out != content.excluded:
            _write(work, record, replace(content, testimonies=(*content.testimonies, *added), excluded=kept_out), place)
        new += len(added)
    return new


Part = CaseContent | CasePartContent


def _places(work: Work, case: Case, testimonies: Iterable[Testimony]) -> dict[UUID, tuple[UUID, ...]]:
    """In which compartment it is written down which of these belong to the case: in that of the case, and what is
    narrower than the case in its own."""
    wide = work.compartment(CASEWORK).id
    found: dict[UUID, tuple[UUID, ...]] = {}
    for one in testimonies:
        place = case.compartment_id if one.compartment_id in (wide, case.compartment_id) else one.compartment_id
        if case.compartment_id not in (place, wide):
            raise Conflict(APART)
        found[place] = (*found.get(place, ()), one.id)
    return found


def _written(work: Work, case: Case, place: UUID) -> tuple[Case | CasePart | None, Part]:
    """What is written down of a case in a compartment, and the record it stands in, if there is one."""
    if place == case.compartment_id:
        return case, work.open(CaseContent, case)
    for record, content in _parts(work, case):
        if record.compartment_id == place:
            return record, content
    return None, CasePartContent(case_id=case.id)


def _parts(work: Work, case: Case) -> list[tuple[CasePart, CasePartContent]]:
    found = [(one, work.open(CasePartContent, one)) for one in work.all(CasePart)]
    return [(one, content) for one, content in found if content.case_id == case.id]


def _write(work: Work, record: Case | CasePart | None, content: Part, place: UUID) -> None:
    if record is None:
        work.seal_new(CasePart, content, to=place)
    else:
        work.reseal(record, content)


@action
def ungroup(work: Work, case_id: UUID, testimony_id: UUID) -> None:
    """Take a testimony out of a case, also when its interviewer had named the case."""
    case = work.get(Case, case_id)
    (place,) = _places(work, case, [work.get(Testimony, testimony_id)])
    record, content = _written(work, case, place)
    kept = tuple(t for t in content.testimonies if t != testimony_id)
    excluded = tuple(dict.fromkeys([*content.excluded, testimony_id]))
    _write(work, record, replace(content, testimonies=kept, excluded=excluded), place)


@action(reading=True)
def list_(work: Work) -> CaseList:
    """All cases, the one that changed last first."""
    model, behind = ready_model(work, PATIENCE)
    work.about = None
    return CaseList(_listed(work, model), behind)


def _listed(work: Work, model: ReadModel) -> tuple[CaseListed, ...]:
    listed, restricted = [], restricted_names(work)
    for case in work.all(Case):
        content = work.open(CaseContent, case)
        counts = model.search(_of(case.id), limit=1).counts
        listed.append(
            CaseListed(
                case.id,
                case.reference,
                content.title,
                counts.testimonies,
                counts.witnesses,
                counts.workplaces,
                content.note,
                restricted.get(case.compartment_id, ""),
            )
        )
    return tuple(listed)


def _of(case_id: UUID, *more: Clause) -> Query:
    return all_of((Filter("case", str(case_id)), *more))


@action(reading=True)
def read(work: Work, case_id: UUID) -> CaseOpen:
    """One case."""
    case = work.get(Case, case_id)
    content = work.open(CaseContent, case)
    model, behind = ready_model(work, PATIENCE)
    members, restricted = model.ids(_of(case.id)), restricted_names(work)
    written: list[Part] = [content, *(part for _, part in _parts(work, case))]
    named = [one for part in written for one in part.testimonies]
    shown = tuple(
        CaseTestimony(r.id, r.reference, r.state, r.created_on.isoformat(), said, restricted.get(r.compartment_id, ""))
        for r, said in opened(work, [*members, *(one for one in named if one not in members)])
    )
    _, vocabulary, gazetteer = current(work)
    interviewers = _interviewers(work)
    on_it = set(work.db.scalars(select(Assignment.to_id).where(Assignment.case_id == case.id)))
    work.about = case_id
    return CaseOpen(
        case.id,
        case.reference,
        case.version,
        case.created_on.isoformat(),
        content,
        tuple(sorted(shown, key=_when)),
        tuple(one for one in interviewers if one.account_id in on_it),
        tuple(one for one in interviewers if one.account_id not in on_it),
        _related(work, model, case, [one.content for one in shown if one.content]),
        behind,
        vocabulary,
        gazetteer,
        restricted.get(case.compartment_id, ""),
    )


def _when(one: CaseTestimony) -> tuple[str, str]:
    """By the day of the interview."""
    return (one.content.setting.date if one.content else one.filed_on, one.reference)


def _interviewers(work: Work) -> tuple[Assigned, ...]:
    people = work.db.scalars(
        select(Account)
        .where(Account.role == Role.INTERVIEWER, Account.state == AccountState.ADMITTED)
        .order_by(Account.name)
    )
    return tuple(Assigned(one.id, one.name) for one in people)


def _related(work: Work, model: ReadModel, case: Case, contents: Sequence[TestimonyContent]) -> tuple[Related, ...]:
    """Other cases with a testimony of this one, or with another testimony of the same witness or workplace."""
    here = Filter("case", str(case.id))
    shared = [
        *(("witness", said.witness_code) for said in contents if said.witness_code),
        *(("workplace", leg.workplace) for said in contents for leg in said.legs if leg.workplace.strip()),
    ]
    asked: list[tuple[str, str, tuple[Clause, ...]]] = [("testimony", "", (here,))]
    others_only = Group("not", (here,))
    for kind, value in {(kind, fold(value)): (kind, value) for kind, value in shared}.values():
        asked.append((kind, value, (Filter(kind, value), others_only)))
    found = []
    for other in work.all(Case, Case.id != case.id):
        for kind, value, clauses in asked:
            count = model.search(_of(other.id, *clauses), limit=1).counts.testimonies
            if count:
                title = work.open(CaseContent, other).title
                found.append(Related(other.id, other.reference, title, kind, value, count))
    order = ("testimony", "witness", "workplace")
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), -one.testimonies))[:MOST_RELATED])


@action
def assign(work: Work, case_id: UUID, account_id: UUID, label: str, instruction: str = "") -> None:
    """Let an interviewer work on a case, under a label sealed to them alone. Not on one of a restricted compartment:
    what they file for everybody would name it."""
    said = _short("label", label, LONGEST_LABEL, N_("Give the case a label that the interviewer may know."))
    asked = _short("instruction", instruction, LONGEST_INSTRUCTION)
    case = work.get(Case, case_id)
    if case.compartment_id != work.compartment(CASEWORK).id:
        raise Conflict(N_("This case is restricted. Let interviewers file into its compartment instead."))
    account = work.row(Account, account_id)
    if account.role is not Role.INTERVIEWER or account.state is not AccountState.ADMITTED:
        raise NotFound
    work.directory.personal(account)
    twice = select(Assignment.id).where(Assignment.case_id == case.id, Assignment.to_id == account.id)
    if work.db.scalar(twice) is not None:
        raise Conflict(N_("This interviewer is on the case already."))
    content = AssignmentContent(label=said, instruction=asked)
    work.seal_new(Assignment, content, to=account.personal_id, case_id=case.id, to_id=account.id)


@action
def relieve(work: Work, case_id: UUID, account_id: UUID) -> None:
    """Take an interviewer off a case: the label leaves their desk, what they filed under it stays where it is."""
    case = work.get(Case, case_id)
    of = select(Assignment).where(Assignment.case_id == case.id, Assignment.to_id == account_id)
    assignment = work.db.scalar(of)
    if assignment is None:
        raise NotFound
    work.remove(assignment)
