"""Whose request it is: the session its cookie carries, the gate they stand at, and their language."""

from __future__ import annotations

from typing import cast

from flask import Request as FlaskRequest
from flask import current_app, g, request
from flask_login import UserMixin, current_user
from werkzeug.wrappers import Response as AnyResponse

from intake import sessions
from intake.access import NOBODY, Actor
from intake.instance import Instance
from intake.settings import Settings
from intake.work import Gate

LANGUAGES = ("ko", "en")
LANGUAGE_COOKIE = "intake-language"


class Visitor(UserMixin):  # type: ignore[misc]
    """The signed-in person as Flask-Login carries them through a request."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor

    def get_id(self) -> str:
        return str(self.actor.id)


def instance() -> Instance:
    """The instance this application serves."""
    return cast(Instance, current_app.extensions["intake"])


def actor() -> Actor:
    """Who stands at the gate in this request."""
    return cast(Actor, current_user.actor) if current_user.is_authenticated else NOBODY


def gate() -> Gate:
    """What actions are called with."""
    return Gate(instance(), actor())


def cookie_name(settings: Settings) -> str:
    """Over TLS a browser takes the cookie from this host alone (`__Host-`)."""
    return "__Host-intake" if settings.secure else "intake"


def visitor(_request: FlaskRequest) -> Visitor | None:
    """Whom the cookie names, as Flask-Login asks for them; None when its session is unknown or has ended."""
    token = request.cookies.get(cookie_name(instance().settings), "")
    found = sessions.resume(instance(), token) if token else None
    return Visitor(found) if found else None


def session_token() -> str:
    """The secret in this request's cookie."""
    return request.cookies.get(cookie_name(instance().settings), "")


def set_cookie(response: AnyResponse, name: str, value: str) -> None:
    """A cookie that scripts and other sites never see, gone with the browser."""
    response.set_cookie(name, value, secure=instance().settings.secure, httponly=True, samesite="Strict", path="/")


def carry_session(response: AnyResponse, token: str) -> AnyResponse:
    """Put a new session into the browser; the token from before signing in is replaced with it."""
    set_cookie(response, cookie_name(instance().settings), token)
    response.delete_cookie(visit_cookie(), path="/")
    return response


def drop_session(response: AnyResponse) -> AnyResponse:
    """Signed out: nothing of the session stays in the browser."""
    response.delete_cookie(cookie_name(instance().settings), path="/")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def locale() -> str:
    """The language of this page: what this browser chose, else the person's, else what it prefers, else the setting."""
    if "locale" not in g:
        chosen = request.cookies.get(LANGUAGE_COOKIE, "") or actor().language
        g.locale = chosen if chosen in LANGUAGES else None
        if g.locale is None:
            g.locale = request.accept_languages.best_match(LANGUAGES) or instance().settings.language
    return cast(str, g.locale)


def keep_language(response: AnyResponse, language: str) -> None:
    """Remember the language in this browser; it tells nothing about anybody."""
    set_cookie(response, LANGUAGE_COOKIE, language)


def visit_cookie() -> str:
    """The name of the cookie that carries a browser's secret before anybody has signed in."""
    return "__Host-intake-visit" if instance().settings.secure else "intake-visit"
