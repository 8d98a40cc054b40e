"""Whose key is whose, as members have vouched: nothing in the database is believed without a signature.

A person's three public keys are signed by the member who admitted them, that member's by another, up to the
organisation key pinned in the instance's configuration. A compartment's public key is signed by a member likewise.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from intake.errors import Damaged
from intake.models.account import Account
from intake.models.compartment import CompartmentEpoch, Grant
from intake.sealing.context import encode
from intake.sealing.keys import PublicKey, VerifyKey
from intake.sealing.labels import Label

_LONGEST_CHAIN = 64


def certified(account: Account, instance_id: UUID) -> bytes:
    """What a member signs when admitting: the person's id and three public keys, in this instance."""
    return encode(instance_id, account.id, account.kem_public, account.sign_public, account.personal_public)


def epoch_signed(epoch: CompartmentEpoch, instance_id: UUID) -> bytes:
    """What a member signs when making a compartment's new key pair."""
    return encode(instance_id, epoch.compartment_id, epoch.epoch, epoch.public)


def grant_signed(grant: Grant, instance_id: UUID) -> bytes:
    """What a member signs when giving a compartment's seed to somebody."""
    return encode(instance_id, grant.compartment_id, grant.epoch, grant.account_id, grant.sealed)


class Directory:
    """Looks people and compartments up in one database session, checking every signature on the way."""

    def __init__(self, session: Session, root: VerifyKey, instance_id: UUID) -> None:
        self._session = session
        self._root = root
        self._instance_id = instance_id
        self._known: dict[UUID, VerifyKey] = {}

    def verify_key(self, account_id: UUID) -> VerifyKey:
        """The certified signing key of a person. `Damaged` when nobody vouches for it."""
        return self._vouched(account_id, _LONGEST_CHAIN)

    def _vouched(self, account_id: UUID, steps: int) -> VerifyKey:
        if account_id not in self._known:
            account = self._session.get(Account, account_id)
            if account is None or account.certificate is None or steps == 0:
                raise Damaged
            signer = self._root if account.signer_id is None else self._vouched(account.signer_id, steps - 1)
            signer.verify(Label.DIRECTORY_SIGNATURE, certified(account, self._instance_id), account.certificate)
            self._known[account_id] = VerifyKey(account.sign_public)
        return self._known[account_id]

    def _signer(self, signer_id: UUID | None) -> VerifyKey:
        return self._root if signer_id is None else self.verify_key(signer_id)

    def recipient(self, compartment_id: UUID, epoch: int) -> PublicKey:
        """The public key records are sealed to. `Damaged` unless a member signed it."""
        row = self._session.get(CompartmentEpoch, (compartment_id, epoch))
        if row is None:
            raise Damaged
        self._signer(row.signer_id).verify(Label.EPOCH_SIGNATURE, epoch_signed(row, self._instance_id), row.signature)
        return PublicKey(row.public)

    def personal(self, account: Account) -> PublicKey:
        """The key drafts of, and messages to, a person are sealed to; vouched for by their certificate."""
        self.verify_key(account.id)
        return PublicKey(account.personal_public)

    def check_grant(self, grant: Grant) -> None:
        """`Damaged` unless a member gave this seed."""
        self._signer(grant.granter_id).verify(
            Label.GRANT_SIGNATURE, grant_signed(grant, self._instance_id), grant.signature
        )
