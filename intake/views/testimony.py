"""Filed testimonies. The interviewer's part: filing, the receipt, a later word. The reviewer's: reading and asking."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ParamSpec
from uuid import UUID

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from intake.actions import draft, testimony, vocabulary
from intake.actions.consent import Ceiling
from intake.errors import Conflict, Invalid
from intake.forms.amendment import AmendmentForm, question_id
from intake.forms.check import checklist
from intake.forms.entry import version
from intake.forms.redaction import TextForm
from intake.forms.sections import same_setting
from intake.forms.testimony import CASE, READERS, Parse, parser, restricted_to
from intake.language.graphic import NOTES
from intake.language.normalise import visible
from intake.views.drafting import words_now
from intake.views.showing import badge, paragraphs
from intake.web import file_response, gate, given, performs, retry, see

pages = Blueprint("testimony", __name__, url_prefix="/testimony")
P = ParamSpec("P")


# -- filing: for the interviewer


def _desk(answers: Mapping[str, Sequence[str]]) -> draft.Desk | None:
    """The author's desk, when a draft names a case or readers that are looked up there."""
    named = any(value.strip() for name in (CASE, READERS) for value in answers.get(name, ()))
    return draft.list_(gate()) if named else None


def _readers(desk: draft.Desk | None, answers: Mapping[str, Sequence[str]]) -> str | None:
    """The label of the smaller group a draft is for, to be said once more; None when it is for everybody."""
    wanted = "".join(answers.get(READERS, ())).strip()
    labels = [one.label for one in desk.readers if str(one.compartment_id) == wanted] if desk else []
    return labels[0] if labels else None


def _parser(desk: draft.Desk | None) -> Parse:
    """How a draft is read: by the newest vocabulary, with what its author may choose."""
    _, terms, places = vocabulary.list_(gate())
    cases = [one.case_id for one in desk.assignments] if desk else []
    return parser(terms, places, cases, [one.compartment_id for one in desk.readers] if desk else [])


def _check_page(draft_id: UUID, problem: str = "") -> str:
    found = draft.read(gate(), draft_id)
    desk = _desk(found.answers)
    checked = checklist(found.answers, words_now(desk), _parser(desk), gettext)
    page = {"draft": found, "checked": checked, "setting": same_setting(found.answers), "problem": problem}
    page["readers"] = _readers(desk, found.answers)
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
    parse, rev = _parser(_desk(said.answers)), version(said.one("rev"))
    receipt = testimony.file(gate(), draft_id, version=rev, parse=parse, into=restricted_to)
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


# -- reading and asking: for the reviewer


@pages.get("/", endpoint="list")
@performs(testimony.list_)
def queue() -> str:
    page = request.args.get("page", "1")
    tab = request.args.get("tab", "all")
    found = testimony.list_(gate(), tab, int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1)
    said = words_now()
    badges = {line.id: badge(line.ceiling, said) for line in found.lines if line.ceiling}
    return render_template("testimony/list.html", queue=found, said=said, badges=badges)


def _opened(testimony_id: UUID) -> dict[str, Any]:
    found, said = testimony.read(gate(), testimony_id), words_now()
    shown = paragraphs(found.content.narrative)
    ceiling = badge(Ceiling.of(found.content.consent), said)
    return {"t": found, "said": said, "paragraphs": shown, "badge": ceiling, "visible": visible, "notes": NOTES}


@pages.get("/<uuid:testimony_id>")
@performs(testimony.read)
def read(testimony_id: UUID) -> str:
    return render_template("testimony/read.html", **_opened(testimony_id))


@pages.get("/<uuid:testimony_id>/witness")
@performs(testimony.identify)
def identify(testimony_id: UUID) -> str:
    witness = testimony.identify(gate(), testimony_id)
    return render_template("testimony/identify.html", witness=witness, testimony_id=testimony_id)


@pages.get("/<uuid:testimony_id>/attachment/<uuid:attachment_id>")
@performs(testimony.fetch)
def fetch(testimony_id: UUID, attachment_id: UUID) -> AnyResponse:
    """The bytes as they came; no browser is told what they claim to be."""
    attachment, parts = testimony.fetch(gate(), testimony_id, attachment_id)
    return file_response(parts, visible(attachment.name), "application/octet-stream")


@pages.get("/<uuid:testimony_id>/ask", endpoint="ask")
@performs(testimony.ask)
def ask_page(testimony_id: UUID) -> str:
    return render_template("testimony/ask.html", form=TextForm(), testimony_id=testimony_id)


@pages.post("/<uuid:testimony_id>/ask", endpoint="ask_post")
@performs(testimony.ask)
@retry("testimony/ask.html", TextForm)
def ask(testimony_id: UUID) -> AnyResponse:
    testimony.ask(gate(), testimony_id, given().must().one("text"))
    return see("testimony.read", testimony_id=testimony_id, done="asked")


@pages.get("/<uuid:testimony_id>/withdraw", endpoint="withdraw")
@performs(testimony.withdraw)
def withdraw_page(testimony_id: UUID) -> str:
    found = testimony.read(gate(), testimony_id)
    return render_template("testimony/withdraw.html", t=found, recall=None, problem="")


@pages.post("/<uuid:testimony_id>/withdraw", endpoint="withdraw_post")
@performs(testimony.withdraw)
def withdraw(testimony_id: UUID) -> AnyResponse | str:
    """The reference has to be typed: this cannot be taken back."""
    if given().must().one("reference").upper() != testimony.read(gate(), testimony_id).reference:
        found, problem = testimony.read(gate(), testimony_id), gettext("This is not the reference of the testimony.")
        return Response(render_template("testimony/withdraw.html", t=found, recall=None, problem=problem), 422)
    recall = testimony.withdraw(gate(), testimony_id)
    return render_template("testimony/withdraw.html", t=None, recall=recall, problem="")
