"""Whether it is really them: a request that changes something comes from our page, with this session's stamp."""

from __future__ import annotations

import hmac
from urllib.parse import urlencode
from uuid import uuid4

from flask import g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from intake import sessions
from intake.errors import N_, IntakeError, Refused
from intake.sealing.tokens import new_token, token_secret
from intake.web.who import LANGUAGES, actor, keep_language, session_token, visit_cookie

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def csrf_token() -> str:
    """The stamp of a form: derived from the session's secret, or before signing in from this browser's."""
    if actor().id is not None:
        return sessions.csrf_secret(session_token()).reveal().hex()
    visit = request.cookies.get(visit_cookie(), "")
    try:
        token_secret(visit)
    except IntakeError:
        visit = g.setdefault("visit", new_token())
    return sessions.csrf_secret(visit).reveal().hex()


def _check_origin() -> None:
    """Refuse what another site's page made the browser send. Under `no-referrer` a browser calls its own page's origin
    `null`; that is believed only where it says as well that the request is same-origin."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    own = {None, request.host_url.rstrip("/")}
    if site is not None and site not in ("same-origin", "none"):
        raise Refused(N_("This request came from somewhere else."))
    if origin not in (own | {"null"} if site == "same-origin" else own):
        raise Refused(N_("This request came from somewhere else."))


def _check_csrf() -> None:
    sent = request.headers.get("X-CSRF-Token") or ("" if request.is_json else request.form.get("csrf_token", ""))
    if not hmac.compare_digest(sent.encode(), csrf_token().encode()):
        raise ForgedOrStale


class ForgedOrStale(IntakeError):
    """A form without this session's stamp."""

    status = 400
    words = N_("This page is too old, or it was not ours. Go back, reload it and try again.")


def before() -> AnyResponse | None:
    """Before a view runs: a number to find this request in the log by, and the stamp of what changes something."""
    g.reference = uuid4().hex[:12]
    if request.endpoint == "static":
        return None
    if request.method not in SAFE:
        _check_origin()
        _check_csrf()
    elif request.args.get("locale") in LANGUAGES:
        return _in_language(request.args["locale"])
    return None


def _in_language(language: str) -> AnyResponse:
    """Keep the language chosen in the header, and go to the same page without saying so in the address."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "locale"]
    response = redirect(request.path + ("?" + urlencode(kept) if kept else ""), code=303)
    keep_language(response, language)
    return response
