"""Who may open what: admitting people to compartments, and taking them out with a new key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from intake.access import COMPARTMENTS
from intake.actions.granting import compared, fingerprint_of, give, granter, members_of, take_out
from intake.directory import certified
from intake.errors import N_, Conflict, StepUpNeeded
from intake.models.account import Account, AccountState, Role
from intake.models.compartment import Compartment, CompartmentKind, Grant
from intake.sealing.labels import Label
from intake.work import Work, action


@dataclass(frozen=True)
class MemberListed:
    """One person and what they are admitted to. `fingerprint` is compared aloud before admitting."""

    id: UUID
    name: str
    role: Role
    state: str
    compartments: tuple[str, ...]
    fingerprint: str


@action(reading=True)
def list_(work: Work) -> Sequence[MemberListed]:
    """Everybody who has or could have keys. Which restricted compartments somebody is in is not said here."""
    built_in = select(Compartment).where(Compartment.kind == CompartmentKind.BUILT_IN)
    names = {c.id: c.name for c in work.db.scalars(built_in)}
    held: dict[UUID, set[str]] = {}
    for grant in work.db.scalars(select(Grant).where(Grant.compartment_id.in_(names))):
        held.setdefault(grant.account_id, set()).add(names.get(grant.compartment_id) or "")
    people = work.db.scalars(select(Account).where(Account.role != Role.ADMINISTRATOR).order_by(Account.name))
    return [
        MemberListed(a.id, a.name, a.role, a.state.value, tuple(sorted(held.get(a.id, ()))), fingerprint_of(a))
        for a in people
    ]


@action
def admit(work: Work, account_id: UUID, fingerprint: str) -> None:
    """Vouch for a person's keys, after comparing the fingerprint with them, and give the seeds their role needs.

    A member can only give what they hold: admitting to `identities` needs a reviewer who has stepped up.
    """
    account = work.row(Account, account_id)
    if account.state is AccountState.LEFT:
        raise Conflict(N_("This person has left."))
    compared(account, fingerprint)
    me, signer = granter(work)
    if account.certificate is None:
        account.signer_id = me
        account.certificate = signer.sign(
            Label.DIRECTORY_SIGNATURE, certified(account, work.instance.settings.instance_id)
        )
        account.state = AccountState.ADMITTED
    work.db.flush()
    work.directory.verify_key(account.id)
    for name in COMPARTMENTS[account.role]:
        compartment = work.compartment(name)
        if _granted(work, account, compartment):
            continue
        if compartment.id not in work.actor.keyring.compartments:
            raise StepUpNeeded
        give(work, account, compartment)


def _granted(work: Work, account: Account, compartment: Compartment) -> bool:
    query = select(Grant.id).where(
        Grant.account_id == account.id,
        Grant.compartment_id == compartment.id,
        Grant.epoch == compartment.epoch,
    )
    return work.db.scalar(query) is not None


@action
def remove(work: Work, account_id: UUID) -> None:
    """Take a person out of everything: grants deleted, sessions ended, every compartment they held gets a new epoch,
    and what was wrapped under the old key is wrapped anew.

    `Conflict` when they are in a restricted compartment that the actor is not in: only somebody in it can make its new
    key, and until that is done nothing at all is.
    """
    account = work.row(Account, account_id)
    if account.id == work.actor.id:
        raise Conflict(N_("You cannot remove yourself."))
    query = select(Compartment).join(Grant, Grant.compartment_id == Compartment.id)
    held = work.db.scalars(query.where(Grant.account_id == account.id)).unique().all()
    # Of a reviewer the identities first: whoever can make those keys anew can make the others.
    for compartment in sorted(held, key=lambda one: one.kind is not CompartmentKind.RESTRICTED_IDENTITIES):
        _within_reach(work, account, compartment)
    take_out(work, account, held)
    account.state = AccountState.LEFT


def _within_reach(work: Work, account: Account, compartment: Compartment) -> None:
    """Whether the actor can make a compartment's new key without this person, and if not, what it takes."""
    others = [one for one in members_of(work, compartment.id) if one.id != account.id]
    if not others and compartment.kind is not CompartmentKind.BUILT_IN:
        raise Conflict(
            N_(
                "This person is the only one who can open a restricted compartment, or its identities. Somebody else "
                "has to be let in first, or its content is lost."
            )
        )
    if compartment.id in work.actor.keyring.compartments:
        return
    if compartment.kind is CompartmentKind.BUILT_IN or work.actor.id in {one.id for one in others}:
        raise StepUpNeeded
    raise Conflict(
        N_(
            "This person is also in a restricted compartment that you are not in. One of its members has to take them "
            "out of it first: %(names)s."
        ),
        names=", ".join(one.name for one in others),
    )
