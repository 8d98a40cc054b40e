"""Who may open what: admitting people to compartments, and taking them out with a new key."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select

from intake.access import COMPARTMENTS
from intake.directory import certified, epoch_signed, grant_signed
from intake.errors import N_, Conflict, Invalid, StepUpNeeded
from intake.models.account import Account, AccountSession, AccountState, Role
from intake.models.base import Base, SealedRecord
from intake.models.compartment import Compartment, CompartmentEpoch, Grant
from intake.sealing.boxes import lock
from intake.sealing.context import WrapContext
from intake.sealing.keyring import recipient, sealing_key
from intake.sealing.keys import PublicKey, Secret, SigningKey, fingerprint_text
from intake.sealing.labels import Label
from intake.sealing.objects import rewrap_data_key, unwrap_data_key
from intake.sealing.seals import seal
from intake.sessions import end, epoch_context, grant_context
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


def fingerprint_of(account: Account) -> str:
    """Digits over a person's three public keys."""
    return fingerprint_text(account.kem_public + account.sign_public + account.personal_public)


def grant_to(
    work: Work,
    account: Account,
    compartment_id: UUID,
    epoch: int,
    seed: Secret,
    *,
    granter: UUID,
    signer: SigningKey,
) -> Grant:
    """A compartment's seed sealed to one person and signed by the granter."""
    instance_id = work.instance.settings.instance_id
    grant = Grant(compartment_id=compartment_id, epoch=epoch, account_id=account.id, granter_id=granter)
    context = grant_context(grant, instance_id)
    grant.sealed = seal(PublicKey(account.kem_public), Label.GRANT_SEAL, context, seed.reveal())
    grant.signature = signer.sign(Label.GRANT_SIGNATURE, grant_signed(grant, instance_id))
    return grant


@action(reading=True)
def list_(work: Work) -> Sequence[MemberListed]:
    """Everybody who has or could have keys."""
    names = {c.id: c.name for c in work.db.scalars(select(Compartment)) if c.name}
    held: dict[UUID, set[str]] = {}
    for grant in work.db.scalars(select(Grant)):
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
    if not hmac.compare_digest(fingerprint.replace(" ", ""), fingerprint_of(account).replace(" ", "")):
        raise Invalid(fields={"fingerprint": [N_("The fingerprint is not that of this person's keys.")]})
    instance_id = work.instance.settings.instance_id
    signer, me = work.actor.keyring.signer, work.actor.id
    if me is None or not work.actor.admitted:
        raise Conflict(N_("You have not been admitted yourself."))
    if account.certificate is None:
        account.signer_id = me
        account.certificate = signer.sign(Label.DIRECTORY_SIGNATURE, certified(account, instance_id))
        account.state = AccountState.ADMITTED
    work.db.flush()
    work.directory.verify_key(account.id)
    for name in COMPARTMENTS[account.role]:
        compartment = work.compartment(name)
        if _granted(work, account, compartment):
            continue
        if compartment.id not in work.actor.keyring.compartments:
            raise StepUpNeeded
        seed = work.actor.keyring.seed(compartment.id, compartment.epoch)
        work.db.add(grant_to(work, account, compartment.id, compartment.epoch, seed, granter=me, signer=signer))


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
    and what was wrapped under the old key is wrapped anew."""
    account = work.row(Account, account_id)
    if account.id == work.actor.id:
        raise Conflict(N_("You cannot remove yourself."))
    held = work.db.scalars(
        select(Compartment).join(Grant, Grant.compartment_id == Compartment.id).where(Grant.account_id == account.id)
    ).unique()
    for compartment in held.all():
        if compartment.id not in work.actor.keyring.compartments:
            raise StepUpNeeded
        work.db.execute(delete(Grant).where(Grant.account_id == account.id, Grant.compartment_id == compartment.id))
        _rotate(work, compartment)
    account.state = AccountState.LEFT
    end(
        work.db,
        work.db.scalars(select(AccountSession.id).where(AccountSession.account_id == account.id)).all(),
    )


def _rotate(work: Work, compartment: Compartment) -> None:
    """A new key pair for a compartment; members get it by grant, the old seed is locked under the new one."""
    instance_id, signer = work.instance.settings.instance_id, work.actor.keyring.signer
    me = work.actor.id
    if me is None:
        raise Conflict
    old_epoch = compartment.epoch
    old_seed = work.actor.keyring.seed(compartment.id, old_epoch)
    new_seed, epoch = Secret.random(), old_epoch + 1
    row = CompartmentEpoch(compartment_id=compartment.id, epoch=epoch, public=recipient(new_seed).raw, signer_id=me)
    key = new_seed.derive(Label.COMPARTMENT_PREV)
    context = epoch_context(instance_id, compartment.id, old_epoch)
    row.previous_box = lock(key, Label.PREVIOUS_EPOCH_BOX, context, old_seed.reveal())
    row.signature = signer.sign(Label.EPOCH_SIGNATURE, epoch_signed(row, instance_id))
    work.db.add(row)
    compartment.epoch = epoch
    members = work.db.scalars(
        select(Account)
        .join(Grant, Grant.account_id == Account.id)
        .where(Grant.compartment_id == compartment.id, Grant.epoch == old_epoch)
    )
    for member in members.unique().all():
        work.directory.verify_key(member.id)
        work.db.add(grant_to(work, member, compartment.id, epoch, new_seed, granter=me, signer=signer))
    work.db.execute(delete(Grant).where(Grant.compartment_id == compartment.id, Grant.epoch < epoch))
    _rewrap(work, compartment, old_seed=old_seed, new_seed=new_seed)
    # Whoever is signed in, the remover too, holds the old epoch only; they sign in again and get the new one.
    end(work.db, work.db.scalars(select(AccountSession.id)).all())


def _rewrap(work: Work, compartment: Compartment, *, old_seed: Secret, new_seed: Secret) -> None:
    pair = sealing_key(old_seed)
    old_dek, new_dek = old_seed.derive(Label.COMPARTMENT_DEK), new_seed.derive(Label.COMPARTMENT_DEK)
    fingerprint = recipient(new_seed).fingerprint
    for mapper in Base.registry.mappers:
        model = mapper.class_
        if not issubclass(model, SealedRecord):
            continue
        where = (model.compartment_id == compartment.id, model.epoch == compartment.epoch - 1)
        for record in work.db.scalars(select(model).where(*where)):
            context = work.context(record)
            old = WrapContext(record=context, epoch=record.epoch, fingerprint=pair.public.fingerprint)
            data_key = unwrap_data_key(record.wrap, sealing_key=pair, dek=old_dek, wrap_context=old)
            new = WrapContext(record=context, epoch=compartment.epoch, fingerprint=fingerprint)
            record.wrap = rewrap_data_key(data_key, new_dek, new)
            record.epoch = compartment.epoch
