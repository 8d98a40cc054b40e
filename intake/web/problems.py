"""How errors look: at the field of the form they are about, as a page, or as JSON; never with what a person wrote."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

import structlog
from flask import Response, current_app, g, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response as AnyResponse
from wtforms import Form

from intake.errors import N_, Busy, Conflict, IntakeError, Invalid, StepUpNeeded, Unauthenticated
from intake.web.asked import given
from intake.web.genuine import SAFE

P = ParamSpec("P")
F = TypeVar("F", bound=Form)
log = structlog.get_logger()


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


def _wants_json() -> bool:
    return request.is_json or request.accept_mimetypes.best == "application/json"


def _said(problem_: IntakeError) -> str:
    return str(gettext(problem_.message, **problem_.values))


def answer_intake(problem_: IntakeError) -> tuple[Any, int] | AnyResponse:
    """An error of ours: sent to sign in or to confirm, drawn as a page, or told as JSON."""
    if isinstance(problem_, Unauthenticated) and request.method in SAFE and not _wants_json():
        return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")), code=303)
    if isinstance(problem_, StepUpNeeded) and not _wants_json():
        return redirect(url_for("account.step_up", next=_page_of_request()), code=303)
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


def _page_of_request() -> str:
    """The page that was asked for, or of a form that was sent: its own, or the nearest above it that there is."""
    if request.method in SAFE:
        return request.full_path.rstrip("?")
    pages, path = current_app.create_url_adapter(request), request.path
    while path and pages is not None:
        if pages.test(path, "GET"):
            return path
        path = path.rstrip("/").rpartition("/")[0]
    return "/"


def _fields(problem_: IntakeError) -> Mapping[str, list[str]]:
    return problem_.fields if isinstance(problem_, Invalid) else {}


_HTTP_WORDS = {
    404: N_("There is nothing here."),
    405: N_("This cannot be done here."),
    413: N_("This is too large to be sent at once."),
    429: N_("Too many attempts. Please wait and try again."),
}


def answer_http(problem_: HTTPException) -> tuple[Any, int] | AnyResponse:
    """An error of Flask or Werkzeug, in our words."""
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


def answer_anything(problem_: Exception) -> tuple[Any, int] | AnyResponse:
    """An error nobody expected: noted by kind and place, told without a word of it."""
    # The kind and the place, never the message: a library's exception may quote what a person wrote.
    trace, where = problem_.__traceback__, ""
    while trace is not None:
        where = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    log.error("failed", reference=g.get("reference"), kind=type(problem_).__name__, where=where)
    return answer_intake(IntakeError())
