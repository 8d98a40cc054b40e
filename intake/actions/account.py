"""People and their keys: invited, activated, signed in, stepped up, gone."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from intake import sessions
from intake.access import Actor
from intake.actions.granting import fingerprint_of, grant_to
from intake.actions.instance import invitation_index, unpacked
from intake.directory import certified, epoch_signed
from intake.errors import N_, Conflict, Damaged, Invalid, NotFound, Unauthenticated
from intake.models.account import Account, AccountSession, AccountState, Invitation, Role
from intake.models.compartment import Compartment, CompartmentEpoch, CompartmentKind
from intake.sealing import otp
from intake.sealing.boxes import lock, unlock
from intake.sealing.context import encode
from intake.sealing.keyring import recipient
from intake.sealing.keys import Secret, SigningKey
from intake.sealing.labels import Label
from intake.sealing.passphrase import lock_seed, needs_relock, problem
from intake.sealing.tokens import new_token, token_secret
from intake.sessions import PersonKeys
from intake.work import Work, action

WRONG = N_("The name, the password or the code is not right.")
_NAME_LENGTH = 64


@dataclass(frozen=True)
class SignedIn:
    """A new session: what goes into the cookie, and who it is for."""

    token: str
    actor: Actor


@dataclass(frozen=True)
class SessionSeen:
    """One of a person's own sessions, as their account page lists it."""

    id: UUID
    started_at: datetime
    seen_at: datetime
    current: bool


@dataclass(frozen=True)
class AccountPage:
    """What somebody sees of their own account. `fingerprint` is read aloud to the member who admits them."""

    name: str
    role: Role
    language: str
    admitted: bool
    fingerprint: str
    sessions: tuple[SessionSeen, ...]


@dataclass(frozen=True)
class PersonListed:
    """One line of the administrator's list. Links are shown once, when made, and never here."""

    id: UUID
    name: str
    role: Role
    state: str
    created_on: str


def name_key(name: str) -> str:
    """A sign-in name as it is stored and compared: NFC, case folded, without outer spaces."""
    return unicodedata.normalize("NFC", name).strip().casefold()


# -- coming


@action
def invite(work: Work, role: Role) -> str:
    """A one-time token for a new person of this role; shown once, never stored."""
    token = new_token()
    until = work.now + timedelta(hours=work.instance.settings.invitation_hours)
    invitation = Invitation(
        id=uuid4(), token=invitation_index(token), role=role, invited_by=work.actor.id, expires_at=until
    )
    work.db.add(invitation)
    work.about = invitation.id
    return token


def find_invitation(work: Work, token: str) -> Invitation:
    """The open invitation of a token; `NotFound` when used, expired or unknown, without saying which."""
    try:
        index = invitation_index(token)
    except Damaged:
        raise NotFound from None
    query = select(Invitation).where(Invitation.token == index)
    if not work.reading:
        query = query.with_for_update()
    invitation = work.db.scalar(query)
    if invitation is None or invitation.used_at is not None or invitation.expires_at < work.now:
        raise NotFound(N_("This link has been used or is no longer valid. Ask for a new one."))
    return invitation


@action
def activate(work: Work, token: str, *, name: str, password: str, totp_secret: bytes, code: str, language: str) -> UUID:
    """Turn an invitation into an account: keys are made here and locked under the person's password.

    The second factor counts only once its first code was right. A member still has to admit the person, except the
    founding one, whose link carries the organisation's keys.
    """
    name = name_key(name)
    _check_new_name(name)
    _check_password(password, name, work.instance.settings.title)
    step = otp.accepted_step(totp_secret, code, now=work.now.timestamp(), after_step=0)
    if step is None:
        raise Invalid(fields={"code": [N_("This code is not right. Check the clock of your phone and try the next.")]})
    account_id, keys = uuid4(), PersonKeys(Secret.random())
    with work.instance.slots():
        seed_box = lock_seed(
            keys.seed, password, person=account_id, pepper=work.instance.pepper, cost=work.instance.cost
        )
    invitation = find_invitation(work, token)
    if work.db.scalar(select(Account.id).where(Account.name == name)) is not None:
        raise Invalid(fields={"name": [N_("Somebody else has this name.")]})
    account = Account(
        id=account_id,
        name=name,
        role=invitation.role,
        state=AccountState.ACTIVATED,
        language=language,
        created_on=work.today,
        seed_box=seed_box,
        totp_box=lock(keys.totp_key, Label.TOTP_BOX, account_id.bytes, totp_secret),
        totp_step=step,
        kem_public=keys.kem.public.raw,
        sign_public=SigningKey(keys.sign_seed).public.raw,
        personal_public=recipient(keys.personal_seed).raw,
        personal_id=uuid4(),
    )
    work.db.add(account)
    work.db.flush()
    _make_personal(work, account, keys)
    invitation.used_at = work.now
    if invitation.founding_box is not None:
        _take_office(work, invitation, token, account, keys)
        invitation.founding_box = None
    work.about = account.id
    return account.id


def _check_new_name(name: str) -> None:
    if not 2 <= len(name) <= _NAME_LENGTH or not all(c.isalnum() or c in "._-" for c in name):
        raise Invalid(fields={"name": [N_("Use 2 to 64 letters, digits, points or hyphens.")]})


def _check_password(password: str, name: str, title: str) -> None:
    wrong = problem(password, context=[name, title, "intake"])
    if wrong:
        raise Invalid(fields={"password": [wrong]})


def _make_personal(work: Work, account: Account, keys: PersonKeys) -> None:
    compartment = Compartment(
        id=account.personal_id, kind=CompartmentKind.PERSONAL, epoch=1, owner_id=account.id, name=None
    )
    epoch = CompartmentEpoch(
        compartment_id=compartment.id, epoch=1, public=account.personal_public, signer_id=account.id
    )
    instance_id = work.instance.settings.instance_id
    epoch.signature = SigningKey(keys.sign_seed).sign(Label.EPOCH_SIGNATURE, epoch_signed(epoch, instance_id))
    work.db.add(compartment)
    work.db.flush()
    work.db.add(epoch)


def _take_office(work: Work, invitation: Invitation, token: str, account: Account, keys: PersonKeys) -> None:
    """The founding member: certified by the organisation key, which after this exists nowhere."""
    instance_id = work.instance.settings.instance_id
    key = token_secret(token).derive(Label.FOUNDING_LINK)
    box = unlock(key, Label.LINK_BOX, encode(instance_id, invitation.id), invitation.founding_box or b"")
    root_seed, seeds = unpacked(box)
    account.certificate = SigningKey(root_seed).sign(Label.DIRECTORY_SIGNATURE, certified(account, instance_id))
    account.state = AccountState.ADMITTED
    signer = SigningKey(keys.sign_seed)
    for compartment_id, seed in seeds.items():
        work.db.add(grant_to(work, account, compartment_id, 1, seed, granter=account.id, signer=signer))


# -- signing in


@action
def sign_in(work: Work, name: str, password: str, code: str | None, source: str = "") -> SignedIn:
    """Open a session with name, password and a code from the second factor.

    One answer and the same work for every kind of failure. `code=None` is for the command line, which stands on the
    server itself, where the files of the instance are the second factor.
    """
    instance = work.instance
    settings = instance.settings
    tries = [sessions.throttle_key(instance, "name", name_key(name))]
    if source:
        tries.append(sessions.throttle_key(instance, "source", source))
    sessions.check_throttle(instance, tries, settings.sign_in_attempts)
    with work.glance() as session:
        account = session.scalar(select(Account).where(Account.name == name_key(name)))
    keys = sessions.unlock_person(instance, account, password)
    step = _second_factor(work, account, keys, code) if account and keys else None
    if account is None or keys is None or step is None:
        sessions.count(instance, tries, timedelta(minutes=settings.sign_in_window_minutes))
        work.about = account.id if account else None
        raise Unauthenticated(WRONG)
    sessions.forget_tries(instance, tries[:1])
    account = work.row(Account, account.id)
    if code is not None and step <= account.totp_step:
        raise Unauthenticated(WRONG)
    account.totp_step = max(step, account.totp_step)
    if needs_relock(account.seed_box, instance.cost):
        _relock(work, account, keys, password)
    keyring = sessions.keyring_of(instance, work.db, account, keys)
    token, row = sessions.begin(instance, work.db, account, keyring)
    actor = sessions.actor_of(account, keyring, session_id=row.id)
    work.actor = actor
    return SignedIn(token, actor)


def _second_factor(work: Work, account: Account, keys: PersonKeys, code: str | None) -> int | None:
    if code is None:
        return 0
    secret = unlock(keys.totp_key, Label.TOTP_BOX, account.id.bytes, account.totp_box)
    return otp.accepted_step(secret, code, now=work.now.timestamp(), after_step=account.totp_step)


def _relock(work: Work, account: Account, keys: PersonKeys, password: str) -> None:
    with work.instance.slots():
        account.seed_box = lock_seed(
            keys.seed, password, person=account.id, pepper=work.instance.pepper, cost=work.instance.cost
        )


@action
def sign_out(work: Work) -> None:
    """End this session."""
    if work.actor.session_id:
        sessions.end(work.db, [work.actor.session_id])


@action
def step_up(work: Work, token: str, password: str, code: str) -> str:
    """Confirm with password and a new code: identities open for a few minutes. Returns the session's new cookie; the
    one before is dead."""
    instance = work.instance
    tries = [sessions.throttle_key(instance, "step-up", str(work.actor.id))]
    sessions.check_throttle(instance, tries, instance.settings.sign_in_attempts)
    with work.glance() as session:
        account = session.get(Account, work.actor.id)
    keys = sessions.unlock_person(instance, account, password)
    step = _second_factor(work, account, keys, code) if account and keys else None
    if account is None or keys is None or step is None:
        sessions.count(instance, tries, timedelta(minutes=instance.settings.sign_in_window_minutes))
        raise Invalid(fields={"password": [N_("The password or the code is not right.")]})
    account = work.row(Account, account.id)
    if step <= account.totp_step:
        raise Invalid(fields={"code": [N_("This code was used already. Wait for the next one.")]})
    account.totp_step = step
    return sessions.step_up(instance, work.db, account, keys, token)


# -- one's own account


@action(reading=True)
def read(work: Work) -> AccountPage:
    """One's own account page."""
    account = work.row(Account, work.actor.id)
    rows = work.db.scalars(select(AccountSession).where(AccountSession.account_id == account.id))
    seen = tuple(SessionSeen(r.id, r.started_at, r.seen_at, r.id == work.actor.session_id) for r in rows)
    return AccountPage(
        account.name,
        account.role,
        account.language,
        account.state is AccountState.ADMITTED,
        fingerprint_of(account),
        seen,
    )


@action
def change_password(work: Work, password: str, new_password: str, code: str) -> None:
    """Lock the same keys under another password; every other session ends."""
    with work.glance() as session:
        account = session.get(Account, work.actor.id)
    keys = sessions.unlock_person(work.instance, account, password)
    if account is None or keys is None:
        raise Invalid(fields={"password": [N_("This is not your present password.")]})
    step = _second_factor(work, account, keys, code)
    if step is None:
        raise Invalid(fields={"code": [N_("This code is not right or was used already.")]})
    wrong = problem(new_password, context=[account.name, work.instance.settings.title, "intake"])
    if wrong:
        raise Invalid(fields={"new_password": [wrong]})
    with work.instance.slots():
        box = lock_seed(
            keys.seed, new_password, person=account.id, pepper=work.instance.pepper, cost=work.instance.cost
        )
    account = work.row(Account, account.id)
    if step <= account.totp_step:
        raise Invalid(fields={"code": [N_("This code was used already. Wait for the next one.")]})
    account.totp_step = step
    account.seed_box = box
    others = select(AccountSession.id).where(
        AccountSession.account_id == account.id, AccountSession.id != work.actor.session_id
    )
    sessions.end(work.db, work.db.scalars(others).all())


@action
def end_session(work: Work, session_id: UUID) -> None:
    """End one of one's own sessions."""
    row = work.row(AccountSession, session_id)
    if row.account_id != work.actor.id:
        raise NotFound
    sessions.end(work.db, [row.id])


@action
def set_language(work: Work, language: str) -> None:
    """Which language pages are in from now on."""
    if language not in ("ko", "en"):
        raise Invalid(fields={"language": [N_("Choose one of the languages offered.")]})
    work.row(Account, work.actor.id).language = language


# -- the administrator's view


@action(reading=True)
def list_(work: Work) -> Sequence[PersonListed]:
    """Everybody with an account."""
    rows = work.db.scalars(select(Account).order_by(Account.name))
    return [PersonListed(a.id, a.name, a.role, a.state.value, a.created_on.isoformat()) for a in rows]


@action
def close(work: Work, account_id: UUID) -> None:
    """Somebody leaves: their sessions end and they cannot sign in. Members then remove their keys."""
    account = work.row(Account, account_id)
    if account.id == work.actor.id:
        raise Conflict(N_("You cannot close your own account."))
    account.state = AccountState.LEFT
    sessions.end(
        work.db,
        work.db.scalars(select(AccountSession.id).where(AccountSession.account_id == account.id)).all(),
    )
