"""Filed testimonies. First the interviewer's part: checking, filing, the receipt, a later word."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec
from uuid import UUID

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from intake.actions import draft, testimony, vocabulary
from intake.errors import Conflict, Invalid
from intake.forms.amendment import AmendmentForm, question_id
from intake.forms.check import checklist
from intake.forms.entry import version
from intake.forms.sections import same_setting
from intake.forms.testimony import Parse, parser
from intake.views.drafting import words_now
from intake.web import gate, given, performs, retry, see

pages = Blueprint("testimony", __name__, url_prefix="/testimony")
P = ParamSpec("P")


# -- filing: for the interviewer


def _parser(*, cases: bool) -> Parse:
    """How a draft is read: by the newest vocabulary; `cases`: it names one, so look up which its author may choose."""
    _, terms, places = vocabulary.list_(gate())
    assigned = draft.list_(gate()).assignments if cases else ()
    return parser(terms, places, [case.case_id for case in assigned])


def _check_page(draft_id: UUID, problem: str = "") -> str:
    found, said = draft.read(gate(), draft_id), words_now()
    named = any(value.strip() for value in found.answers.get("setting-case", ()))
    checked = checklist(found.answers, said, _parser(cases=named), gettext)
    page = {"draft": found, "checked": checked, "setting": same_setting(found.answers), "problem": problem}
    return render_template("testimony/file.html", **page)


def _checked_again(view: Callable[P, Any]) -> Callable[P, Any]:
    """Declare a view that files: when it cannot be done, the check page says why and nothing is lost."""

    @functools.wraps(view)
    def again(*args: P.args, **kwargs: P.kwargs) -> Any:
        try:
            return view(*args, **kwargs)
        except (Invalid, Conflict) as problem:
            said = gettext(problem.message, **problem.values)
            return Response(_check_page(problem=said, **kwargs), problem.status)  # type: ignore[arg-type]

    return again


@pages.get("/<uuid:draft_id>/file", endpoint="file")
@performs(testimony.file)
def check(draft_id: UUID) -> str:
    """Everything that was written, errors first, before it is sealed for good."""
    return _check_page(draft_id)


@pages.post("/<uuid:draft_id>/file", endpoint="file_post")
@performs(testimony.file)
@_checked_again
def file(draft_id: UUID) -> str:
    said = given().must()
    parse = _parser(cases=bool(said.one("setting-case")))
    receipt = testimony.file(gate(), draft_id, version=version(said.one("rev")), parse=parse)
    return render_template("testimony/receipt.html", receipt=receipt, setting=same_setting(said.answers), fresh=True)


@pages.get("/<uuid:testimony_id>/receipt")
@performs(testimony.receipt)
def receipt(testimony_id: UUID) -> str:
    found = testimony.receipt(gate(), testimony_id)
    return render_template("testimony/receipt.html", receipt=found, setting={}, fresh=False)


def _asked(*_given: object, testimony_id: UUID) -> dict[str, Any]:
    """The questions about this testimony, and its bookkeeping."""
    desk = draft.list_(gate())
    questions = [one for one in desk.questions if one.testimony_id == testimony_id]
    return {"questions": questions, "receipt": testimony.receipt(gate(), testimony_id)}


@pages.get("/<uuid:testimony_id>/amend", endpoint="amend")
@performs(testimony.amend)
def amend_page(testimony_id: UUID) -> str:
    form = AmendmentForm(data={"question": request.args.get("question", "")})
    return render_template("testimony/amend.html", form=form, **_asked(testimony_id=testimony_id))


@pages.post("/<uuid:testimony_id>/amend", endpoint="amend_post")
@performs(testimony.amend)
@retry("testimony/amend.html", AmendmentForm, _asked)
def amend(testimony_id: UUID) -> AnyResponse:
    said = given().must()
    testimony.amend(gate(), testimony_id, said.raw("text"), question_id(said.one("question")))
    return see("draft.list", done="sent")
