"""Keys of compartments: made, given to people, and made anew when somebody goes."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete, select

from intake.actions.scope import sweep
from intake.directory import epoch_signed, grant_signed
from intake.errors import N_, Conflict, Invalid
from intake.models.account import Account, AccountSession
from intake.models.base import Base, SealedRecord
from intake.models.compartment import Compartment, CompartmentEpoch, CompartmentKind, Grant
from intake.sealing.boxes import lock
from intake.sealing.context import WrapContext
from intake.sealing.keyring import recipient, sealing_key
from intake.sealing.keys import PublicKey, Secret, SigningKey, fingerprint_text
from intake.sealing.labels import Label
from intake.sealing.objects import rewrap_data_key, unwrap_data_key
from intake.sealing.seals import seal
from intake.sessions import end, epoch_context, grant_context
from intake.work import Work


def fingerprint_of(account: Account) -> str:
    """Digits over a person's three public keys."""
    return fingerprint_text(account.kem_public + account.sign_public + account.personal_public)


def compared(account: Account, fingerprint: str) -> None:
    """`Invalid` unless these are the digits of the person's keys."""
    if not hmac.compare_digest(
        fingerprint.replace(" ", "").encode(), fingerprint_of(account).replace(" ", "").encode()
    ):
        raise Invalid(fields={"fingerprint": [N_("The fingerprint is not that of this person's keys.")]})


def granter(work: Work) -> tuple[UUID, SigningKey]:
    """Who gives keys here, and how they sign; `Conflict` for somebody who was never admitted."""
    if work.actor.id is None or not work.actor.admitted:
        raise Conflict(N_("You have not been admitted yourself."))
    return work.actor.id, work.actor.keyring.signer


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


def give(work: Work, account: Account, compartment: Compartment, seed: Secret | None = None) -> None:
    """Give a certified person the key of a compartment that the actor holds (or has just made: `seed`)."""
    me, signer = granter(work)
    work.directory.verify_key(account.id)
    given = seed or work.actor.keyring.seed(compartment.id, compartment.epoch)
    work.db.add(grant_to(work, account, compartment.id, compartment.epoch, given, granter=me, signer=signer))


def make_compartment(work: Work, compartment_id: UUID, kind: CompartmentKind) -> tuple[Compartment, Secret]:
    """A new compartment without a name in clear, its first public key signed by the actor, and its seed, which nobody
    holds yet."""
    me, signer = granter(work)
    seed = Secret.random()
    compartment = Compartment(id=compartment_id, name=None, kind=kind, epoch=1)
    row = CompartmentEpoch(compartment_id=compartment_id, epoch=1, public=recipient(seed).raw, signer_id=me)
    row.signature = signer.sign(Label.EPOCH_SIGNATURE, epoch_signed(row, work.instance.settings.instance_id))
    work.db.add(compartment)
    work.db.flush()
    work.db.add(row)
    work.db.flush()
    return compartment, seed


def members_of(work: Work, compartment_id: UUID) -> list[Account]:
    """Everybody who was given the present key of a compartment, by name. `Damaged` when somebody was who nobody vouches
    for."""
    query = select(Grant, Account).join(Account, Grant.account_id == Account.id)
    query = query.join(Compartment, (Compartment.id == Grant.compartment_id) & (Compartment.epoch == Grant.epoch))
    rows = work.db.execute(query.where(Compartment.id == compartment_id).order_by(Account.name)).all()
    for grant, _ in rows:
        work.directory.check_grant(grant)
    return [account for _, account in rows]


# -- when somebody goes


def take_out(work: Work, account: Account, compartments: Iterable[Compartment]) -> None:
    """Take a person out of compartments that the actor holds: their grants are deleted, each gets a new key, and what
    they have open ends."""
    for compartment in compartments:
        work.db.execute(delete(Grant).where(Grant.account_id == account.id, Grant.compartment_id == compartment.id))
        _rotate(work, compartment)
    end(work.db, work.db.scalars(select(AccountSession.id).where(AccountSession.account_id == account.id)).all())
    work.db.flush()
    sweep(work)


def _rotate(work: Work, compartment: Compartment) -> None:
    """A new key pair for a compartment; members get it by grant, the old seed is locked under the new one."""
    instance_id = work.instance.settings.instance_id
    me, signer = granter(work)
    old_epoch = compartment.epoch
    old_seed = work.actor.keyring.seed(compartment.id, old_epoch)
    new_seed, epoch = Secret.random(), old_epoch + 1
    row = CompartmentEpoch(compartment_id=compartment.id, epoch=epoch, public=recipient(new_seed).raw, signer_id=me)
    key = new_seed.derive(Label.COMPARTMENT_PREV)
    context = epoch_context(instance_id, compartment.id, old_epoch)
    row.previous_box = lock(key, Label.PREVIOUS_EPOCH_BOX, context, old_seed.reveal())
    row.signature = signer.sign(Label.EPOCH_SIGNATURE, epoch_signed(row, instance_id))
    members = members_of(work, compartment.id)
    work.db.add(row)
    compartment.epoch = epoch
    for member in members:
        give(work, member, compartment, new_seed)
    work.db.execute(delete(Grant).where(Grant.compartment_id == compartment.id, Grant.epoch < epoch))
    _rewrap(work, compartment, old_seed=old_seed, new_seed=new_seed)
    _sign_out(work, compartment, members)


def _sign_out(work: Work, compartment: Compartment, members: Iterable[Account]) -> None:
    """Whoever is signed in, the remover too, holds the old epoch only; they sign in again and get the new one. Of a
    restricted compartment only its members notice."""
    query = select(AccountSession.id)
    if compartment.kind is not CompartmentKind.BUILT_IN:
        query = query.where(AccountSession.account_id.in_([member.id for member in members]))
    end(work.db, work.db.scalars(query).all())


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
            if not record.wrap:  # emptied by a withdrawal: there is nothing left to open
                record.epoch = compartment.epoch
                continue
            context = work.context(record)
            old = WrapContext(record=context, epoch=record.epoch, fingerprint=pair.public.fingerprint)
            data_key = unwrap_data_key(record.wrap, sealing_key=pair, dek=old_dek, wrap_context=old)
            new = WrapContext(record=context, epoch=compartment.epoch, fingerprint=fingerprint)
            record.wrap = rewrap_data_key(data_key, new_dek, new)
            record.epoch = compartment.epoch
