"""Restricted compartments: made by a coordinator for named people, who alone know that there is one.

Each is a pair: the compartment itself, and the one its witnesses' identities are sealed to, which only the reviewers in
it hold, and only after a step-up. Interviewers are given a label to file by, and no key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import Select, select

from intake.actions.granting import compared, fingerprint_of, give, make_compartment, members_of, take_out
from intake.actions.scope import sweep
from intake.errors import N_, Conflict, Invalid, NotFound, Refused
from intake.language.normalise import nfc
from intake.models.account import Account, AccountSession, AccountState, Role
from intake.models.compartment import Compartment, CompartmentKind, identities_of
from intake.models.restricted import FilingLabel, FilingLabelContent, Restricted, RestrictedContent
from intake.sessions import end
from intake.work import Work, action

LONGEST_NAME, LONGEST_NOTE, LONGEST_LABEL = 100, 4_000, 100


@dataclass(frozen=True)
class Someone:
    """A person who is in it or could be. `fingerprint` is compared aloud before their keys are trusted with it."""

    id: UUID
    name: str
    role: Role
    fingerprint: str = ""


@dataclass(frozen=True)
class RestrictedListed:
    """A restricted compartment that one is in."""

    id: UUID
    name: str
    members: int


@dataclass(frozen=True)
class RestrictedOpen:
    """One, as its members see it: who is in it, who could be, who files into it, who could."""

    id: UUID
    content: RestrictedContent
    made_on: str
    members: tuple[Someone, ...]
    others: tuple[Someone, ...]
    filing: tuple[Someone, ...]
    interviewers: tuple[Someone, ...]


def _people(work: Work, *roles: Role) -> Sequence[Account]:
    query = select(Account).where(Account.role.in_(roles), Account.state == AccountState.ADMITTED)
    return work.db.scalars(query.order_by(Account.name)).all()


def _someone(accounts: Iterable[Account]) -> tuple[Someone, ...]:
    return tuple(Someone(one.id, one.name, one.role, fingerprint_of(one)) for one in accounts)


# -- making one


@action(reading=True)
def choose(work: Work) -> tuple[Someone, ...]:
    """Who could be in a new one, besides whoever makes it. Asks for a step-up before anything is typed."""
    work.needs_step_up()
    return _someone(one for one in _people(work, Role.REVIEWER, Role.COORDINATOR) if one.id != work.actor.id)


@action
def create(work: Work, name: str, members: Mapping[UUID, str], note: str = "") -> UUID:
    """A new restricted compartment with these people in it, each by the fingerprint that was compared with them.

    Its keys are made here; the maker keeps that of the compartment, and of the identities none. Everybody signs in
    again to receive theirs.
    """
    work.needs_step_up()
    content = RestrictedContent(
        name=_short("name", name, LONGEST_NAME, N_("Give the compartment a name.")),
        note=_short("note", note, LONGEST_NOTE),
    )
    chosen = [_admissible(work, account_id, fingerprint) for account_id, fingerprint in members.items()]
    chosen = [one for one in chosen if one.id != work.actor.id]
    reviewers = [one for one in chosen if one.role is Role.REVIEWER]
    if not reviewers:
        raise Invalid(
            fields={"member": [N_("Choose at least one reviewer: nobody else can redact or see identities.")]}
        )
    compartment, seed = make_compartment(work, uuid4(), CompartmentKind.RESTRICTED)
    apart, apart_seed = make_compartment(work, identities_of(compartment.id), CompartmentKind.RESTRICTED_IDENTITIES)
    for one in (work.row(Account, work.actor.id), *chosen):
        give(work, one, compartment, seed)
    for one in reviewers:
        give(work, one, apart, apart_seed)
    work.about = None
    work.seal_new(Restricted, content, to=compartment.id, record_id=compartment.id)
    mine = select(AccountSession.id).where(AccountSession.account_id == work.actor.id)
    end(work.db, work.db.scalars(mine).all())
    work.db.flush()
    sweep(work)
    return compartment.id


def _short(field: str, text: str, longest: int, missing: str = "") -> str:
    text = nfc(text).strip()
    if missing and not text:
        raise Invalid(fields={field: [missing]})
    if len(text) > longest:
        raise Invalid(fields={field: [N_("This is too long.")]})
    return text


def _admissible(work: Work, account_id: UUID, fingerprint: str) -> Account:
    """Somebody who may be in one: an admitted reviewer or coordinator, with these very keys."""
    account = work.row(Account, account_id)
    if account.role not in (Role.REVIEWER, Role.COORDINATOR) or account.state is not AccountState.ADMITTED:
        raise NotFound
    compared(account, fingerprint)
    work.directory.verify_key(account.id)
    return account


# -- looking


@action(reading=True)
def list_(work: Work) -> tuple[RestrictedListed, ...]:
    """Those that one is in, by name."""
    found = [
        RestrictedListed(one.id, work.open(RestrictedContent, one).name, len(members_of(work, one.id)))
        for one in work.all(Restricted)
    ]
    work.about = None
    return tuple(sorted(found, key=lambda one: one.name))


@action(reading=True)
def read(work: Work, compartment_id: UUID) -> RestrictedOpen:
    """One of them."""
    record = work.get(Restricted, compartment_id)
    members = members_of(work, compartment_id)
    inside = {one.id for one in members}
    labelled = set(work.db.scalars(select(FilingLabel.to_id).where(FilingLabel.into_id == compartment_id)))
    interviewers = _people(work, Role.INTERVIEWER)
    work.about = compartment_id
    return RestrictedOpen(
        record.id,
        work.open(RestrictedContent, record),
        record.created_on.isoformat(),
        _someone(members),
        _someone(one for one in _people(work, Role.REVIEWER, Role.COORDINATOR) if one.id not in inside),
        _someone(one for one in interviewers if one.id in labelled),
        _someone(one for one in interviewers if one.id not in labelled),
    )


# -- who is in it


def _pair(work: Work, compartment_id: UUID) -> tuple[Compartment, Compartment]:
    """The compartment and that of its identities; `NotFound` for whoever is not in it."""
    work.get(Restricted, compartment_id)
    return work.compartment(compartment_id), work.compartment(identities_of(compartment_id))


@action
def admit(work: Work, compartment_id: UUID, account_id: UUID, fingerprint: str) -> None:
    """Let somebody in, after comparing the fingerprint with them. A reviewer is let in by a reviewer, who alone holds
    the key to the identities."""
    compartment, apart = _pair(work, compartment_id)
    work.needs_step_up()
    account = _admissible(work, account_id, fingerprint)
    work.about = compartment_id
    if account.id in {one.id for one in members_of(work, compartment_id)}:
        raise Conflict(N_("This person is in it already."))
    give(work, account, compartment)
    if account.role is Role.REVIEWER:
        _holds(work, apart, N_("Only a reviewer who is in it can let another reviewer in: %(names)s."))
        give(work, account, apart)
    work.db.flush()
    sweep(work)


@action
def dismiss(work: Work, compartment_id: UUID, account_id: UUID) -> None:
    """Take somebody out: a new key is made, and what they could open before is wrapped anew. Everybody in it signs in
    again."""
    compartment, apart = _pair(work, compartment_id)
    work.needs_step_up()
    account = next((one for one in members_of(work, compartment_id) if one.id == account_id), None)
    if account is None:
        raise NotFound
    if account.id == work.actor.id:
        raise Conflict(N_("Somebody else has to take you out."))
    apart_members = {one.id for one in members_of(work, apart.id)}
    work.about = compartment_id
    if account.id not in apart_members:
        take_out(work, account, [compartment])
        return
    if apart_members == {account.id}:
        raise Conflict(N_("This is the only reviewer in it. Let another reviewer in first."))
    _holds(work, apart, N_("Only a reviewer who is in it can take another reviewer out: %(names)s."))
    take_out(work, account, [compartment, apart])


def _holds(work: Work, apart: Compartment, otherwise: str) -> None:
    """`Refused`, naming those who can, unless the actor holds the key to the identities."""
    if apart.id not in work.actor.keyring.compartments:
        raise Refused(otherwise, names=", ".join(one.name for one in members_of(work, apart.id)))


# -- who files into it


@action
def assign(work: Work, compartment_id: UUID, account_id: UUID, label: str) -> None:
    """Let an interviewer file into it, under a label sealed to them alone. They get no key and can open nothing."""
    said = _short("label", label, LONGEST_LABEL, N_("Give a label by which the interviewer will choose it."))
    compartment, _ = _pair(work, compartment_id)
    account = work.row(Account, account_id)
    if account.role is not Role.INTERVIEWER or account.state is not AccountState.ADMITTED:
        raise NotFound
    work.directory.personal(account)
    if work.db.scalar(_label_of(compartment_id, account_id)) is not None:
        raise Conflict(N_("This interviewer can file into it already."))
    work.about = compartment_id
    content = FilingLabelContent(label=said, compartment_id=compartment_id, epoch=compartment.epoch)
    work.seal_new(FilingLabel, content, to=account.personal_id, into_id=compartment_id, to_id=account.id)


@action
def relieve(work: Work, compartment_id: UUID, account_id: UUID) -> None:
    """Take the label back: the interviewer can no longer file into it; what they filed stays where it is."""
    work.get(Restricted, compartment_id)
    label = work.db.scalar(_label_of(compartment_id, account_id))
    if label is None:
        raise NotFound
    work.remove(label)


def _label_of(compartment_id: UUID, account_id: UUID) -> Select[FilingLabel]:
    return select(FilingLabel).where(FilingLabel.into_id == compartment_id, FilingLabel.to_id == account_id)
