"""Who is signed in and which keys they hold open.

The cookie holds a random secret; the row holds a box that only this secret opens, with the seeds needed now. The
person's own seed is never in it, so what a step-up or a grant would open stays shut to a stolen session.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from intake.access import Actor
from intake.directory import Directory
from intake.errors import Busy, Damaged
from intake.instance import Instance
from intake.models.account import Account, AccountSession, AccountState, Throttle
from intake.models.compartment import IDENTITIES, Compartment, CompartmentEpoch, CompartmentKind, Grant
from intake.sealing.blind import blind_index
from intake.sealing.boxes import lock, unlock
from intake.sealing.context import encode
from intake.sealing.keyring import Keyring
from intake.sealing.keys import SealingKey, Secret
from intake.sealing.labels import Label
from intake.sealing.passphrase import burn, unlock_seed
from intake.sealing.seals import unseal
from intake.sealing.tokens import new_token, token_secret

_SEEN_EVERY = timedelta(seconds=30)
_APART = CompartmentKind.RESTRICTED_IDENTITIES


@dataclass(frozen=True)
class PersonKeys:
    """What grows from a person's seed: how grants reach them, how they sign, where their drafts go."""

    seed: Secret

    @property
    def kem(self) -> SealingKey:
        return SealingKey(self.seed.derive(Label.PERSON_KEM))

    @property
    def sign_seed(self) -> Secret:
        return self.seed.derive(Label.PERSON_SIGN)

    @property
    def personal_seed(self) -> Secret:
        return self.seed.derive(Label.PERSON_PERSONAL)

    @property
    def totp_key(self) -> Secret:
        return self.seed.derive(Label.PERSON_TOTP)


def grant_context(grant: Grant, instance_id: UUID) -> bytes:
    """What a grant is sealed for: this compartment, epoch and person."""
    return encode(instance_id, grant.compartment_id, grant.epoch, grant.account_id)


def epoch_context(instance_id: UUID, compartment_id: UUID, epoch: int) -> bytes:
    """What the seed of the epoch before is locked for."""
    return encode(instance_id, compartment_id, epoch)


# -- the password


def unlock_person(instance: Instance, account: Account | None, password: str) -> PersonKeys | None:
    """The person's keys, or None. Takes the same time for a name that nobody has."""
    with instance.slots():
        try:
            if account is None or account.state is AccountState.LEFT:
                burn(password, pepper=instance.pepper, cost=instance.cost)
                return None
            seed = unlock_seed(account.seed_box, password, person=account.id, pepper=instance.pepper)
        except Damaged:
            return None
    return PersonKeys(seed)


# -- which compartments open


def open_grants(
    instance: Instance, session: Session, account: Account, keys: PersonKeys, *, identities: bool
) -> dict[UUID, dict[int, Secret]]:
    """The seeds a person may hold: every epoch of every compartment granted to them. `identities`, and those of
    restricted compartments, only on step-up."""
    directory = Directory(session, instance.root, instance.settings.instance_id)
    rows = session.execute(
        select(Grant, Compartment)
        .join(Compartment, Compartment.id == Grant.compartment_id)
        .where(Grant.account_id == account.id, Grant.epoch == Compartment.epoch)
    ).all()
    kem = keys.kem
    seeds: dict[UUID, dict[int, Secret]] = {}
    for grant, compartment in rows:
        if (compartment.name == IDENTITIES or compartment.kind is _APART) is not identities:
            continue
        directory.check_grant(grant)
        context = grant_context(grant, instance.settings.instance_id)
        seed = Secret(unseal(kem, Label.GRANT_SEAL, context, grant.sealed))
        seeds[compartment.id] = _with_earlier(instance, session, compartment.id, grant.epoch, seed)
    return seeds


def _with_earlier(
    instance: Instance, session: Session, compartment_id: UUID, epoch: int, seed: Secret
) -> dict[int, Secret]:
    held = {epoch: seed}
    while epoch > 1:
        row = session.get(CompartmentEpoch, (compartment_id, epoch))
        if row is None or row.previous_box is None:
            raise Damaged
        key = held[epoch].derive(Label.COMPARTMENT_PREV)
        context = epoch_context(instance.settings.instance_id, compartment_id, epoch - 1)
        epoch -= 1
        held[epoch] = Secret(unlock(key, Label.PREVIOUS_EPOCH_BOX, context, row.previous_box))
    return held


def keyring_of(instance: Instance, session: Session, account: Account, keys: PersonKeys) -> Keyring:
    """What is open after signing in: the person's own drafts and messages, and compartments without identities."""
    seeds = open_grants(instance, session, account, keys, identities=False)
    personal = session.scalar(
        select(Compartment.id).where(Compartment.kind == CompartmentKind.PERSONAL, Compartment.owner_id == account.id)
    )
    if personal is not None:
        seeds[personal] = {1: keys.personal_seed}
    return Keyring(seeds, keys.sign_seed)


# -- the session row


def _row_context(row: AccountSession) -> bytes:
    return encode(row.id, row.account_id)


def begin(instance: Instance, session: Session, account: Account, keyring: Keyring) -> tuple[str, AccountSession]:
    """A new session, the only one of this person: returns the cookie's value and the row."""
    now = instance.clock()
    session.execute(delete(AccountSession).where(AccountSession.account_id == account.id))
    token = new_token()
    secret = token_secret(token)
    row = AccountSession(
        id=UUID(bytes=Secret.random().reveal()[:16], version=4),
        token=secret.derive(Label.SESSION_ID).reveal(),
        account_id=account.id,
        started_at=now,
        seen_at=now,
        ends_at=now + timedelta(hours=instance.settings.absolute_hours),
    )
    row.box = lock(secret.derive(Label.SESSION_WRAP), Label.SESSION_BOX, _row_context(row), keyring.pack())
    session.add(row)
    session.flush()
    return token, row


def resume(instance: Instance, token: str) -> Actor | None:
    """Whose session a cookie is, with the keys it opens; None when it is over, unknown or does not open."""
    try:
        secret = token_secret(token)
    except Damaged:
        return None
    now = instance.clock()
    with instance.database.reading() as session:
        row = session.scalar(
            select(AccountSession).where(AccountSession.token == secret.derive(Label.SESSION_ID).reveal())
        )
        if row is None or _over(instance, row, now):
            return None
        account = session.get(Account, row.account_id)
        if account is None or account.state is AccountState.LEFT:
            return None
        try:
            keyring = Keyring.unpack(
                unlock(secret.derive(Label.SESSION_WRAP), Label.SESSION_BOX, _row_context(row), row.box)
            )
            keyring, until = _stepped_up(secret, row, keyring, now)
        except Damaged:
            return None
        keyring = keyring.only(_still_granted(session, account))
    if now - row.seen_at > _SEEN_EVERY:
        with instance.database.writing() as session:
            session.execute(update(AccountSession).where(AccountSession.id == row.id).values(seen_at=now))
    return actor_of(account, keyring, session_id=row.id, step_up_until=until)


def actor_of(
    account: Account,
    keyring: Keyring,
    *,
    session_id: UUID | None = None,
    step_up_until: datetime | None = None,
) -> Actor:
    """A signed-in person as the gate knows them."""
    return Actor(
        id=account.id,
        name=account.name,
        role=account.role,
        language=account.language,
        admitted=account.state is AccountState.ADMITTED,
        personal=account.personal_id,
        keyring=keyring,
        session_id=session_id,
        step_up_until=step_up_until,
    )


def _over(instance: Instance, row: AccountSession, now: datetime) -> bool:
    idle = timedelta(minutes=instance.settings.idle_minutes)
    return now > row.ends_at or now - row.seen_at > idle


def _still_granted(session: Session, account: Account) -> set[UUID]:
    """Removed from a compartment while signed in: its key leaves the ring at the next request."""
    granted = session.scalars(select(Grant.compartment_id).where(Grant.account_id == account.id))
    return {*granted, account.personal_id}


def _stepped_up(
    secret: Secret, row: AccountSession, keyring: Keyring, now: datetime
) -> tuple[Keyring, datetime | None]:
    if row.step_up_box is None or row.step_up_until is None or now > row.step_up_until:
        return keyring, None
    until = row.step_up_until
    context = encode(_row_context(row), until.isoformat())
    more = Keyring.unpack(unlock(secret.derive(Label.STEP_UP), Label.STEP_UP_BOX, context, row.step_up_box))
    return keyring.with_ring(more), until


def step_up(instance: Instance, session: Session, account: Account, keys: PersonKeys, token: str) -> str:
    """Add `identities` to a session for a few minutes, under a new cookie: returns its value. The old one is dead, so
    that whoever had copied it gains nothing."""
    secret = token_secret(token)
    row = session.scalar(select(AccountSession).where(AccountSession.token == secret.derive(Label.SESSION_ID).reveal()))
    if row is None or row.account_id != account.id:
        raise Damaged
    renewed = new_token()
    old, secret = secret, token_secret(renewed)
    held = unlock(old.derive(Label.SESSION_WRAP), Label.SESSION_BOX, _row_context(row), row.box)
    row.token = secret.derive(Label.SESSION_ID).reveal()
    row.box = lock(secret.derive(Label.SESSION_WRAP), Label.SESSION_BOX, _row_context(row), held)
    until = instance.clock() + timedelta(minutes=instance.settings.step_up_minutes)
    ring = Keyring(open_grants(instance, session, account, keys, identities=True))
    context = encode(_row_context(row), until.isoformat())
    row.step_up_until = until
    row.step_up_box = lock(secret.derive(Label.STEP_UP), Label.STEP_UP_BOX, context, ring.pack())
    return renewed


def end(session: Session, session_ids: Iterable[UUID]) -> None:
    """End sessions; their boxes are gone with the rows."""
    session.execute(delete(AccountSession).where(AccountSession.id.in_(list(session_ids))))


def csrf_secret(token: str) -> Secret:
    """What forms of this session (or, before signing in, of this browser) are stamped with."""
    return token_secret(token).derive(Label.SESSION_CSRF)


# -- how often


def throttle_key(instance: Instance, kind: str, value: str) -> bytes:
    """Under which a name, an address or a reading is counted, without storing it."""
    return blind_index(instance.pepper, f"throttle/{kind}", value)


def check_throttle(instance: Instance, keys: Iterable[bytes], limit: int) -> None:
    """`Busy` when one of them has been tried too often in the running window."""
    now = instance.clock()
    with instance.database.reading() as session:
        for row in session.scalars(select(Throttle).where(Throttle.key.in_(list(keys)))):
            if row.until > now and row.count >= limit:
                raise Busy(seconds=int((row.until - now).total_seconds()) + 1)


def count(instance: Instance, keys: Iterable[bytes], window: timedelta) -> None:
    """Count one try under each key, in a transaction of its own: it stays counted whatever follows."""
    now = instance.clock()
    with instance.database.writing() as session:
        session.execute(delete(Throttle).where(Throttle.until <= now))
        for key in keys:
            row = session.get(Throttle, key, with_for_update=True)
            if row is None:
                session.add(Throttle(key=key, count=1, until=now + window))
            else:
                row.count += 1


def forget_tries(instance: Instance, keys: Iterable[bytes]) -> None:
    """A success: the tries before it no longer count."""
    with instance.database.writing() as session:
        session.execute(delete(Throttle).where(Throttle.key.in_(list(keys))))
