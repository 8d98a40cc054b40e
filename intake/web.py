"""Around every request: who is it, may they, is it really them, what may the browser do, and how errors look."""

from __future__ import annotations

import functools
import hmac
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Any, ParamSpec, TypeVar, cast
from urllib.parse import urlencode
from uuid import uuid4

import structlog
from flask import Flask, Response, current_app, g, redirect, render_template, request, url_for
from flask import Request as FlaskRequest
from flask_babel import gettext
from flask_login import LoginManager, UserMixin, current_user
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response as AnyResponse
from wtforms import Form

from intake import sessions
from intake.access import NOBODY, Actor, may
from intake.errors import N_, Busy, Conflict, IntakeError, Invalid, Refused, StepUpNeeded, Unauthenticated
from intake.instance import Instance
from intake.language.normalise import nfc, problem
from intake.sealing.tokens import new_token, token_secret
from intake.settings import Settings
from intake.work import Gate, refuse

P = ParamSpec("P")
R = TypeVar("R")
F = TypeVar("F", bound=Form)
log = structlog.get_logger()

FORM_LIMIT = 8 << 20
"""Bytes of an ordinary form: 170,000 Hangul syllables, percent-encoded, are 1.5 MB."""
PARTS_LIMIT = 2000
LANGUAGES = ("ko", "en")
LANGUAGE_COOKIE = "intake-language"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect")),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "X-Frame-Options": "DENY",
}


# -- what came in


class Request(FlaskRequest):
    """Keeps uploads in memory: a plaintext file never touches a disk, not even a temporary one."""

    max_form_memory_size = FORM_LIMIT
    max_form_parts = PARTS_LIMIT

    def _get_file_stream(self, *_described: Any, **_as: Any) -> IO[bytes]:
        return BytesIO()


@dataclass(frozen=True)
class Given:
    """What was typed, by field, in NFC; and per field what cannot be accepted in any text."""

    answers: Mapping[str, tuple[str, ...]]
    problems: Mapping[str, list[str]] = field(default_factory=dict)

    def one(self, name: str, default: str = "") -> str:
        """The last value of a field, without outer spaces."""
        values = self.answers.get(name)
        return values[-1].strip() if values else default

    def raw(self, name: str) -> str:
        """The last value of a field exactly as typed: in a password every space counts."""
        values = self.answers.get(name)
        return values[-1] if values else ""

    def must(self) -> Given:
        """This, unless some field holds what no text may hold: then `Invalid`, naming the fields."""
        if self.problems:
            raise Invalid(fields=dict(self.problems))
        return self


def given(source: Mapping[str, Any] | None = None) -> Given:
    """The request's form (or query, or JSON object of strings and lists of strings) as `Given`."""
    pairs = _pairs(source) if source is not None else request.form.items(multi=True)
    answers: dict[str, tuple[str, ...]] = {}
    problems: dict[str, list[str]] = {}
    for name, value in pairs:
        wrong = problem(value)
        if wrong:
            problems.setdefault(name, []).append(wrong)
            value = "".join("\N{REPLACEMENT CHARACTER}" if problem(c) else c for c in value)  # noqa: PLW2901
        answers[name] = (*answers.get(name, ()), nfc(value.replace("\r\n", "\n")))
    answers.pop("csrf_token", None)
    return Given(answers, problems)


def _pairs(source: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in source.items():
        for one in value if isinstance(value, list) else [value]:
            if not isinstance(one, str):
                raise Invalid(N_("This request makes no sense."))
            yield name, one


def json_given(key: str = "answers") -> tuple[dict[str, Any], Given]:
    """A JSON request: the whole object, and the `Given` under one of its keys."""
    if not request.is_json:
        raise IncomprehensibleRequest
    try:
        body = request.get_json()
    except (RecursionError, ValueError):
        raise Invalid(N_("This request makes no sense.")) from None
    if not isinstance(body, dict) or not isinstance(body.get(key, {}), dict):
        raise Invalid(N_("This request makes no sense."))
    return body, given(body.get(key, {}))


class IncomprehensibleRequest(IntakeError):
    """A body of another kind than the address takes."""

    status = 415
    words = N_("This request makes no sense.")


# -- who


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
    return "__Host-intake" if settings.secure else "intake"


def _visitor(_request: FlaskRequest) -> Visitor | None:
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
    response.delete_cookie(_visit_cookie(), path="/")
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


# -- is it really them


def _visit_cookie() -> str:
    return "__Host-intake-visit" if instance().settings.secure else "intake-visit"


def csrf_token() -> str:
    """The stamp of a form: derived from the session's secret, or before signing in from this browser's."""
    if actor().id is not None:
        return sessions.csrf_secret(session_token()).reveal().hex()
    visit = request.cookies.get(_visit_cookie(), "")
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


def _before() -> AnyResponse | None:
    g.reference = uuid4().hex[:12]
    if request.endpoint == "static":
        return None
    if request.method not in _SAFE:
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


def keep_language(response: AnyResponse, language: str) -> None:
    """Remember the language in this browser; it tells nothing about anybody."""
    set_cookie(response, LANGUAGE_COOKIE, language)


# -- declared routes


def performs(verb: Callable[..., Any]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare which verb a view performs; people whose role may not are stopped (and noted) here already."""
    name: str = verb.verb  # type: ignore[attr-defined]

    def declare(view: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if actor().id is None:
                raise Unauthenticated
            if not may(actor(), name):
                refuse(gate(), name)
                raise Refused
            return view(*args, **kwargs)

        guarded.verb = name  # type: ignore[attr-defined]
        return guarded

    return declare


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Declare a view that everybody may see."""
    view.verb = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: Callable[P, R]) -> Callable[P, R]:
    """Declare a view for everybody who is signed in, which performs no verb (home, help)."""

    @functools.wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if actor().id is None:
            raise Unauthenticated
        return view(*args, **kwargs)

    guarded.verb = "signed-in"  # type: ignore[attr-defined]
    return guarded


def check_routes(app: Flask) -> None:
    """Stops the application from starting when a route says neither what it performs nor that it is public."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static" and not hasattr(app.view_functions[rule.endpoint], "verb"):
            raise RuntimeError(f"route {rule.rule} declares neither @performs nor @public")


def retry(
    template: str, form: type[Form], more: Callable[..., Mapping[str, Any]] | None = None
) -> Callable[[Callable[P, AnyResponse]], Callable[P, Any]]:
    """Declare the page on which a refused form is shown again: what was typed stays, each message at its field.

    `more(given, **view arguments)` gives what else the template needs.
    """

    def declare(view: Callable[P, AnyResponse]) -> Callable[P, Any]:
        @functools.wraps(view)
        def again(*args: P.args, **kwargs: P.kwargs) -> Any:
            try:
                return view(*args, **kwargs)
            except (Invalid, Unauthenticated, Busy, Conflict) as problem_:
                if _wants_json():
                    raise
                filled = marked(form(request.form), problem_)
                rest = more(given(), *args, **kwargs) if more else {}
                body = render_template(template, form=filled, problem=_said(problem_), **{**kwargs, **rest})
                return Response(body, problem_.status)

        return again

    return declare


def marked(form: F, problem_: IntakeError) -> F:
    """A form with each message at its field."""
    for name, said in _fields(problem_).items():
        if name in form:
            form[name].errors = [gettext(message, **problem_.values) for message in said]
    return form


# -- answers


def see(endpoint: str, **values: Any) -> AnyResponse:
    """After a post: go and see this page (303)."""
    return redirect(url_for(endpoint, **values), code=303)


_DONE = {
    "saved": N_("Saved."),
    "sent": N_("Sent."),
    "removed": N_("Removed."),
    "admitted": N_("Admitted. The person signs in again to receive the keys."),
    "closed": N_("The account is closed."),
    "password": N_("Your password is changed. Your other sessions have ended."),
    "activated": N_("Your account is ready. Sign in, then ask a member to admit you."),
    "signed-out": N_("You are signed out."),
    "withdrawn": N_("The testimony is withdrawn. Its content no longer exists."),
    "returned": N_("Returned to the redactor."),
    "released": N_("Approved and released."),
    "recalled": N_("The release is recalled."),
    "asked": N_("The question was sent. Only the interviewer can open it."),
    "assigned": N_("The interviewer sees the label on their desk."),
    "grouped": N_("The testimonies are in the case."),
}


def notices(with_categories: bool = False, category_filter: tuple[str, ...] = ()) -> list[Any]:
    """What the page before wants to say here, by a key in the address (`?done=saved`): nothing is kept anywhere."""
    said = _DONE.get(request.args.get("done", ""))
    if said is None or category_filter:
        return []
    return [("success", gettext(said))] if with_categories else [gettext(said)]


def file_response(data: bytes | Iterator[bytes], name: str, media_type: str) -> AnyResponse:
    """A download that no browser renders: opaque bytes, a sandbox, and a name that tells nothing."""
    response = Response(data, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _wants_json() -> bool:
    return request.is_json or request.accept_mimetypes.best == "application/json"


def _said(problem_: IntakeError) -> str:
    return str(gettext(problem_.message, **problem_.values))


def _answer_intake(problem_: IntakeError) -> tuple[Any, int] | AnyResponse:
    if isinstance(problem_, Unauthenticated) and request.method in _SAFE and not _wants_json():
        return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")), code=303)
    if isinstance(problem_, StepUpNeeded) and not _wants_json():
        back = request.full_path.rstrip("?") if request.method in _SAFE else (request.path.rpartition("/")[0] or "/")
        return redirect(url_for("account.step_up", next=back), code=303)
    if problem_.status >= 500:
        log.error("failed", reference=g.get("reference"), kind=type(problem_).__name__, endpoint=request.endpoint)
    fields = {name: [gettext(m, **problem_.values) for m in said] for name, said in _fields(problem_).items()}
    if _wants_json():
        return {"error": _said(problem_), "fields": fields}, problem_.status
    body = render_template(
        "error.html",
        status=problem_.status,
        words=_said(problem_),
        fields=fields,
        reference=g.get("reference"),
        seconds=problem_.seconds if isinstance(problem_, Busy) else None,
    )
    response = Response(body, problem_.status)
    if isinstance(problem_, Busy):
        response.headers["Retry-After"] = str(problem_.seconds)
    return response


def _fields(problem_: IntakeError) -> Mapping[str, list[str]]:
    return problem_.fields if isinstance(problem_, Invalid) else {}


_HTTP_WORDS = {
    404: N_("There is nothing here."),
    405: N_("This cannot be done here."),
    413: N_("This is too large to be sent at once."),
    429: N_("Too many attempts. Please wait and try again."),
}


def _answer_http(problem_: HTTPException) -> tuple[Any, int] | AnyResponse:
    status = problem_.code or 500
    if 300 <= status < 400:
        return problem_.get_response()
    if isinstance(problem_, SecurityError):  # another host's name: no page of ours has an address there
        return Response("400", status, mimetype="text/plain")
    message = gettext(_HTTP_WORDS.get(status, N_("This request makes no sense.")))
    if _wants_json():
        return {"error": message, "fields": {}}, status
    body = render_template(
        "error.html", status=status, words=message, fields={}, reference=g.get("reference"), seconds=None
    )
    return Response(body, status)


def _answer_anything(problem_: Exception) -> tuple[Any, int] | AnyResponse:
    # The kind and the place, never the message: a library's exception may quote what a person wrote.
    trace, where = problem_.__traceback__, ""
    while trace is not None:
        where = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    log.error("failed", reference=g.get("reference"), kind=type(problem_).__name__, where=where)
    return _answer_intake(IntakeError())


def _after(response: AnyResponse) -> AnyResponse:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if instance().settings.secure:
        response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    if request.endpoint == "static":
        response.headers["Cache-Control"] = "public, max-age=3600"
    else:
        response.headers["Cache-Control"] = "no-store"
    if "visit" in g:
        set_cookie(response, _visit_cookie(), g.visit)
    return response


def local_path(path: str) -> str:
    """A path on this site to go to next, or the front page: never another site."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if plain and "\\" not in path else "/"


def install(app: Flask) -> None:
    """Put all of this around an application."""
    app.request_class = Request
    login = LoginManager(app)
    login.session_protection = None
    login.request_loader(_visitor)
    app.before_request(_before)
    app.after_request(_after)
    app.register_error_handler(IntakeError, _answer_intake)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(Exception, _answer_anything)
