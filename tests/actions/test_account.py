"""People: invited, activated, signed in once per code, stepped up, gone."""

from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from people import House
from sqlalchemy import func, select

from intake import sessions
from intake.access import NOBODY
from intake.actions import account
from intake.errors import Busy, Conflict, Damaged, IntakeError, Invalid, NotFound, Unauthenticated
from intake.models.account import Account, AccountSession, AccountState, Invitation, Role
from intake.models.compartment import Grant
from intake.sealing import otp
from intake.sealing.tokens import new_token
from intake.work import Gate


def _sign_in(house: House, name: str, password: str, code: str) -> account.SignedIn:
    return account.sign_in(Gate(house.instance, NOBODY), name, password, code)


def test_sign_in_opens_what_the_role_holds(house: House) -> None:
    gate = house.gate("mina")
    assert gate.actor.role is Role.REVIEWER
    assert len(gate.actor.keyring.compartments) == 3  # registry, casework, her own; not identities


def test_a_name_is_the_same_in_any_case_and_form(house: House) -> None:
    mina = house["mina"]
    assert _sign_in(house, " MiNa ", mina.password, mina.code()).actor.id == mina.id


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [("mina", "wrong password here", None), ("nobody", None, None), ("mina", None, "000000"), ("mina", None, "")],
)
def test_every_failure_reads_the_same(house: House, name: str, password: str | None, code: str | None) -> None:
    mina = house["mina"]
    with pytest.raises(Unauthenticated) as caught:
        _sign_in(house, name, password or mina.password, mina.code() if code is None else code)
    assert str(caught.value) == account.WRONG
    with house.instance.database.reading() as session:
        assert session.scalar(select(AccountSession).where(AccountSession.account_id == mina.id)) is None


def test_a_code_opens_once_and_never_backwards(house: House) -> None:
    mina = house["mina"]
    code = mina.code()
    earlier = otp.code_at(mina.totp_secret, house.clock().timestamp() - 30)
    _sign_in(house, "mina", mina.password, code)
    for used in (code, earlier):
        with pytest.raises(Unauthenticated):
            _sign_in(house, "mina", mina.password, used)


def test_two_at_once_with_one_code_open_one_session(house: House) -> None:
    mina = house["mina"]
    code = mina.code()

    def attempt(_n: int) -> bool:
        try:
            _sign_in(house, "mina", mina.password, code)
        except IntakeError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(attempt, range(2))) == [False, True]


def test_too_many_tries_have_to_wait_and_a_window_passes(house: House) -> None:
    limit = house.instance.settings.sign_in_attempts
    for _ in range(limit):
        with pytest.raises(Unauthenticated):
            _sign_in(house, "mina", "wrong password here", "000000")
    mina = house["mina"]
    with pytest.raises(Busy) as caught:
        _sign_in(house, "mina", mina.password, mina.code())
    assert caught.value.seconds > 0
    house.clock.forward(minutes=house.instance.settings.sign_in_window_minutes + 1)
    assert _sign_in(house, "mina", mina.password, mina.code())


def test_signing_in_elsewhere_ends_the_session_here(house: House) -> None:
    first = house["mina"].session()
    second = house["mina"].session()
    assert sessions.resume(house.instance, first.token) is None
    assert sessions.resume(house.instance, second.token) is not None


def test_a_session_ends_by_idleness_and_in_any_case(house: House) -> None:
    settings = house.instance.settings
    session = house["mina"].session()
    house.clock.forward(minutes=settings.idle_minutes, seconds=1)
    assert sessions.resume(house.instance, session.token) is None
    session = house["mina"].session()
    for _ in range(settings.absolute_hours * 60 // 10):
        house.clock.forward(minutes=10)
        still = sessions.resume(house.instance, session.token)
    assert still is not None
    house.clock.forward(seconds=2)
    assert sessions.resume(house.instance, session.token) is None


def test_signing_out_ends_it(house: House) -> None:
    session = house["mina"].session()
    account.sign_out(session.gate)
    assert sessions.resume(house.instance, session.token) is None


def test_a_session_row_is_useless_without_its_cookie(house: House) -> None:
    session = house["mina"].session()
    assert sessions.resume(house.instance, new_token()) is None
    ring = session.gate.actor.keyring
    with house.instance.database.reading() as db:
        row = db.scalars(select(AccountSession).where(AccountSession.account_id == house["mina"].id)).one()
    assert not any(ring.latest(c)[1].reveal() in row.box for c in ring.compartments)
    assert session.token.encode() not in row.token + row.box


def test_a_box_of_somebody_else_does_not_open(house: House) -> None:
    mina, dain = house["mina"].session(), house["dain"].session()
    with house.instance.database.writing() as session:
        rows = {r.account_id: r for r in session.scalars(select(AccountSession))}
        rows[house["dain"].id].box = rows[house["mina"].id].box
    assert sessions.resume(house.instance, dain.token) is None
    assert sessions.resume(house.instance, mina.token) is not None


def test_step_up_lasts_minutes_and_needs_a_new_code(house: House) -> None:
    session = house["mina"].session()
    before = session.gate.actor.keyring.compartments
    assert len(session.step_up().actor.keyring.compartments) == len(before) + 1
    with pytest.raises(Invalid):
        account.step_up(session.gate, session.token, house["mina"].password, "000000")
    with pytest.raises(Invalid):
        account.step_up(session.gate, session.token, "wrong password here", house["mina"].code())
    house.clock.forward(minutes=house.instance.settings.step_up_minutes, seconds=1)
    actor = sessions.resume(house.instance, session.token)
    assert actor is not None
    assert actor.keyring.compartments == before


def test_step_up_changes_the_cookie_and_the_old_one_is_dead(house: House) -> None:
    """A copy of the cookie from before opens nothing, neither identities nor what was open all along."""
    session = house["mina"].session()
    copied = session.token
    session.step_up()
    assert session.token != copied
    assert sessions.resume(house.instance, copied) is None
    actor = sessions.resume(house.instance, session.token)
    assert actor is not None
    assert actor.step_up_until is not None
    with pytest.raises(Damaged):
        account.step_up(session.gate, copied, house["mina"].password, house["mina"].code())
    with house.instance.database.reading() as db:
        assert len(db.scalars(select(AccountSession).where(AccountSession.account_id == house["mina"].id)).all()) == 1


def test_membership_ends_at_the_next_request(house: House) -> None:
    session = house["dain"].session()
    with house.instance.database.writing() as db:
        for grant in db.scalars(select(Grant).where(Grant.account_id == house["dain"].id)):
            db.delete(grant)
    actor = sessions.resume(house.instance, session.token)
    assert actor is not None
    assert actor.keyring.compartments == {actor.personal}


def test_a_link_works_once_and_not_for_ever(house: House) -> None:
    gate = house.gate("anna")
    token = account.invite(gate, Role.INTERVIEWER)
    house.activate("jiho", token, Role.INTERVIEWER)
    with pytest.raises(NotFound):
        house.activate("jiho2", token, Role.INTERVIEWER)
    late = account.invite(house.gate("anna"), Role.INTERVIEWER)
    house.clock.forward(hours=house.instance.settings.invitation_hours, seconds=1)
    with pytest.raises(NotFound):
        house.activate("jiho3", late, Role.INTERVIEWER)
    with pytest.raises(NotFound):
        house.activate("jiho4", late[:-1], Role.INTERVIEWER)
    with house.instance.database.reading() as session:
        assert token.encode() not in b"".join(session.scalars(select(Invitation.token)))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "a"}, "name"),
        ({"name": "한 글"}, "name"),
        ({"name": "mina"}, "name"),
        ({"password": "short"}, "password"),
        ({"password": "intake intake intake"}, "password"),
        ({"code": "000000"}, "code"),
        ({"code": "１２３４５６"}, "code"),
    ],
)
def test_what_cannot_be_an_account_is_said_at_its_field(house: House, change: dict[str, str], field: str) -> None:
    token = account.invite(house.gate("anna"), Role.INTERVIEWER)
    secret = otp.new_secret()
    said = {
        "name": "jiho",
        "password": "우리 집 앞마당 살구나무 한 그루",
        "code": otp.code_at(secret, house.clock().timestamp()),
        "language": "ko",
    } | change
    with pytest.raises(Invalid) as caught:
        account.activate(Gate(house.instance, NOBODY), token, totp_secret=secret, **said)
    assert list(caught.value.fields) == [field]
    with house.instance.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Account).where(Account.name == "jiho")) == 0


def test_a_korean_password_opens_in_both_forms(house: House) -> None:
    mina = house["mina"]
    for form in ("NFC", "NFD"):
        assert _sign_in(house, "mina", unicodedata.normalize(form, mina.password), mina.code())


def test_changing_the_password_keeps_the_keys_and_ends_other_sessions(house: House) -> None:
    mina = house["mina"]
    gate = mina.sign_in()
    with pytest.raises(Invalid):
        account.change_password(gate, "wrong password here", "새 비밀번호는 길어야 합니다 정말로", mina.code())
    account.change_password(gate, mina.password, "새 비밀번호는 길어야 합니다 정말로", mina.code())
    with pytest.raises(Unauthenticated):
        mina.sign_in()
    signed = _sign_in(house, "mina", "새 비밀번호는 길어야 합니다 정말로", mina.code())
    assert signed.actor.keyring.compartments == gate.actor.keyring.compartments


def test_ones_own_sessions_only(house: House) -> None:
    mina = house["mina"].session()
    page = account.read(mina.gate)
    assert [s.current for s in page.sessions] == [True]
    with pytest.raises(NotFound):
        account.end_session(house.gate("dain"), page.sessions[0].id)
    with pytest.raises(NotFound):
        account.end_session(mina.gate, uuid4())
    account.end_session(mina.gate, page.sessions[0].id)
    assert sessions.resume(house.instance, mina.token) is None


def test_a_closed_account_is_out_at_once(house: House) -> None:
    session = house["dain"].session()
    account.close(house.gate("anna"), house["dain"].id)
    assert sessions.resume(house.instance, session.token) is None
    with pytest.raises(Unauthenticated):
        house.gate("dain")
    with pytest.raises(Conflict):
        account.close(house.gate("anna"), house["anna"].id)


def test_language(house: House) -> None:
    account.set_language(house.gate("dain"), "en")
    assert account.read(house.gate("dain")).language == "en"
    with pytest.raises(Invalid):
        account.set_language(house.gate("dain"), "fr")


def test_the_list_says_who_is_there(house: House) -> None:
    listed = {p.name: p.state for p in account.list_(house.gate("anna"))}
    assert listed["mina"] == AccountState.ADMITTED
    assert listed["anna"] == AccountState.ACTIVATED


def test_the_limits_count_for_a_source_as_well(house: House) -> None:
    for n in range(house.instance.settings.sign_in_attempts):
        with pytest.raises(Unauthenticated):
            account.sign_in(Gate(house.instance, NOBODY), f"name{n}", "wrong password here", "000000", "192.0.2.1")
    with pytest.raises(Busy):
        account.sign_in(Gate(house.instance, NOBODY), "mina", "wrong password here", "000000", "192.0.2.1")
    mina = house["mina"]
    assert account.sign_in(Gate(house.instance, NOBODY), "mina", mina.password, mina.code(), "192.0.2.2")
    assert timedelta(0) < timedelta(minutes=house.instance.settings.sign_in_window_minutes)
