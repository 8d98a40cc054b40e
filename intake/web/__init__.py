"""Around every request: who is it, may they, is it really them, what may the browser do, and how errors look."""

from __future__ import annotations

from flask import Flask
from flask_login import LoginManager
from werkzeug.exceptions import HTTPException

from intake.errors import IntakeError
from intake.web.answers import HEADERS, after, file_response, local_path, notices, see
from intake.web.asked import FORM_LIMIT, Given, Request, given, json_given
from intake.web.genuine import before, csrf_token
from intake.web.problems import answer_anything, answer_http, answer_intake, marked, retry
from intake.web.routes import check_routes, performs, public, signed_in
from intake.web.who import (
    actor,
    carry_session,
    drop_session,
    gate,
    instance,
    keep_language,
    locale,
    session_token,
    visitor,
)

__all__ = [
    "FORM_LIMIT",
    "HEADERS",
    "Given",
    "actor",
    "carry_session",
    "check_routes",
    "csrf_token",
    "drop_session",
    "file_response",
    "gate",
    "given",
    "install",
    "instance",
    "json_given",
    "keep_language",
    "local_path",
    "locale",
    "marked",
    "notices",
    "performs",
    "public",
    "retry",
    "see",
    "session_token",
    "signed_in",
]


def install(app: Flask) -> None:
    """Put all of this around an application."""
    app.request_class = Request
    login = LoginManager(app)
    login.session_protection = None
    login.request_loader(visitor)
    app.before_request(before)
    app.after_request(after)
    app.register_error_handler(IntakeError, answer_intake)
    app.register_error_handler(HTTPException, answer_http)
    app.register_error_handler(Exception, answer_anything)
