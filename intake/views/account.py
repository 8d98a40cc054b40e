"""Signing in and out, one's own account, and the administrator's list of people."""

from __future__ import annotations

import base64
import binascii
from typing import cast
from uuid import UUID

import segno
from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from intake.actions import account, demo
from intake.errors import N_, Invalid
from intake.forms.account import ActivateForm, InviteForm, LanguageForm, PasswordForm, SignInForm, StepUpForm
from intake.models.account import Role
from intake.sealing import otp
from intake.web import (
    Given,
    actor,
    carry_session,
    drop_session,
    gate,
    given,
    instance,
    keep_language,
    local_path,
    locale,
    performs,
    public,
    retry,
    see,
    session_token,
)

pages = Blueprint("account", __name__, url_prefix="/account")


@pages.get("/sign-in", endpoint="sign_in")
@public
def sign_in_page() -> Response | str:
    if actor().id is not None:
        return see("home.read")
    return render_template("account/sign_in.html", form=SignInForm(request.args), **_demonstration())


def _demonstration(*_given: object) -> dict[str, object]:
    """On a demonstration instance, and only there: who one can be, with the code of this moment."""
    settings = instance().settings
    said = demo.how_to(settings.instance) if settings.demo else None
    people = cast(list[dict[str, str]], (said or {}).get("people", []))
    return {"people": [{**person, "code": demo.code_now(person["totp_secret"])} for person in people]}


@pages.post("/sign-in", endpoint="sign_in_post")
@public
@retry("account/sign_in.html", SignInForm, _demonstration)
def sign_in() -> Response:
    said = given().must()
    _filled(said, "name", "password", "code")
    signed = account.sign_in(
        gate(), said.one("name"), given().raw("password"), said.one("code"), request.remote_addr or ""
    )
    return carry_session(see_path(said.one("next")), signed.token)


def _filled(said: Given, *names: str) -> None:
    """`Invalid` at each of these fields that was left empty."""
    empty = [name for name in names if not said.raw(name)]
    if empty:
        raise Invalid(fields={name: [N_("Please fill this in.")] for name in empty})


def see_path(path: str) -> Response:
    """A local page to go to after signing in or stepping up."""
    response = see("home.read")
    response.location = local_path(path or "/")
    return response


@pages.post("/sign-out", endpoint="sign_out")
@performs(account.sign_out)
def sign_out() -> Response:
    account.sign_out(gate())
    return drop_session(see("account.sign_in", done="signed-out"))


@pages.get("/activate/<token>", endpoint="activate")
@public
def activate_page(token: str) -> str:
    secret = base64.b32encode(otp.new_secret()).decode()
    form = ActivateForm(data={"secret": secret, "language": locale()})
    return render_template("account/activate.html", form=form, token=token, **_second_factor(secret))


def _second_factor(secret: str) -> dict[str, object]:
    """The secret as text, and as the path and size of a QR code for an SVG in the page itself."""
    raw = _secret_bytes(secret)
    address = otp.uri(raw, "intake", instance().settings.title)
    rows = list(segno.make(address, error="m").matrix_iter(border=2))
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return {"secret_text": otp.secret_text(raw), "qr_path": path, "qr_size": len(rows)}


def _secret_bytes(text: str) -> bytes:
    try:
        raw = base64.b32decode(text)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != 20:
        raise Invalid(N_("This page is too old, or it was not ours. Go back, reload it and try again."))
    return raw


@pages.post("/activate/<token>", endpoint="activate_post")
@public
@retry(
    "account/activate.html", ActivateForm, lambda said, token: {"token": token, **_second_factor(said.one("secret"))}
)
def activate(token: str) -> Response:
    said = given().must()
    if said.raw("password") != said.raw("again"):
        raise Invalid(fields={"again": [N_("The two passwords differ.")]})
    account.activate(
        gate(),
        token,
        name=said.one("name"),
        password=said.raw("password"),
        totp_secret=_secret_bytes(said.one("secret")),
        code=said.one("code"),
        language=said.one("language", "ko"),
    )
    return see("account.sign_in", done="activated")


@pages.get("/confirm", endpoint="step_up")
@performs(account.step_up)
def step_up_page() -> str:
    return render_template("account/step_up.html", form=StepUpForm(request.args))


@pages.post("/confirm", endpoint="step_up_post")
@performs(account.step_up)
@retry("account/step_up.html", StepUpForm)
def step_up() -> Response:
    said = given().must()
    _filled(said, "password", "code")
    token = account.step_up(gate(), session_token(), said.raw("password"), said.one("code"))
    return carry_session(see_path(said.one("next")), token)


@pages.get("/", endpoint="read")
@performs(account.read)
def read() -> str:
    page = account.read(gate())
    language = LanguageForm(data={"language": page.language})
    return render_template("account/read.html", page=page, language=language)


@pages.get("/password", endpoint="change_password")
@performs(account.change_password)
def password_page() -> str:
    return render_template("account/change_password.html", form=PasswordForm())


@pages.post("/password", endpoint="change_password_post")
@performs(account.change_password)
@retry("account/change_password.html", PasswordForm)
def change_password() -> Response:
    said = given().must()
    if said.raw("new_password") != said.raw("again"):
        raise Invalid(fields={"again": [N_("The two passwords differ.")]})
    _filled(said, "password", "new_password", "code")
    account.change_password(gate(), said.raw("password"), said.raw("new_password"), said.one("code"))
    return see("account.read", done="password")


@pages.post("/session/<uuid:session_id>/end", endpoint="end_session")
@performs(account.end_session)
def end_session(session_id: UUID) -> Response:
    account.end_session(gate(), session_id)
    return see("account.read", done="removed")


@pages.post("/language", endpoint="set_language")
@performs(account.set_language)
def set_language() -> Response:
    language = given().must().one("language")
    account.set_language(gate(), language)
    response = see("account.read", done="saved")
    keep_language(response, language)
    return response


@pages.get("/people", endpoint="list")
@performs(account.list_)
def list_() -> str:
    return render_template("account/list.html", people=account.list_(gate()), form=InviteForm())


@pages.post("/people/invite", endpoint="invite")
@performs(account.invite)
def invite() -> str:
    role = given().must().one("role")
    if role not in {r.value for r in Role}:
        raise Invalid(fields={"role": [N_("Choose a role.")]})
    token = account.invite(gate(), Role(role))
    link = instance().settings.base_url.rstrip("/") + url_for("account.activate", token=token)
    hours = instance().settings.invitation_hours
    return render_template("account/invite.html", link=link, role=role, hours=hours)


@pages.post("/people/<uuid:account_id>/close", endpoint="close")
@performs(account.close)
def close(account_id: UUID) -> Response:
    account.close(gate(), account_id)
    return see("account.list", done="closed")
