"""The second reviewer: the released text alone, then the decisions, then agreeing or returning."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from intake.actions import review
from intake.forms.redaction import TextForm
from intake.models.redaction import RemarkKind
from intake.views import bench as showing
from intake.views.drafting import words_now
from intake.views.showing import badge, paragraphs
from intake.views.wordings import KIND_WORDS
from intake.web import Given, file_response, gate, given, performs, retry, see

pages = Blueprint("review", __name__, url_prefix="/review")


def _review(_given: Given | None = None, *, redaction_id: UUID) -> dict[str, Any]:
    found, said = review.read(gate(), redaction_id), words_now()
    page: dict[str, Any] = {"r": found, "said": said, "badge": badge(found.ceiling, said)}
    if found.content is None:
        return page
    remarks = found.content.remarks
    standing = showing.standing_of(found.decisions, found.tokens, found.narrative, found.content.open_remarks())
    source = paragraphs(found.narrative)
    shown = [showing.found(finding, found.text, source) for finding in found.findings]
    page |= {"standing": standing, "found": shown, "kinds": KIND_WORDS, "refused": found.content.turned_down()}
    page |= {"objections": [r for r in remarks if r.kind is RemarkKind.OBJECTION and not r.settled]}
    page |= {
        "taken_up": sum(1 for d in found.decisions if d.rule),
        "by_hand": sum(1 for d in found.decisions if not d.rule),
    }
    page |= {"left_open": sum(1 for f in found.findings if f.rule == "undecided")}
    return page | {"remarks": [r for r in remarks if r.kind in (RemarkKind.COMMENT, RemarkKind.RETURNED)]}


@pages.get("/<uuid:redaction_id>")
@performs(review.read)
def read(redaction_id: UUID) -> str:
    page = _review(redaction_id=redaction_id)
    return render_template("review/read.html" if page["r"].content else "review/cold.html", form=TextForm(), **page)


@pages.post("/<uuid:redaction_id>/guess", endpoint="guess")
@performs(review.guess)
@retry("review/cold.html", TextForm, _review)
def guess(redaction_id: UUID) -> Response:
    review.guess(gate(), redaction_id, given().must().one("text"))
    return see("review.read", redaction_id=redaction_id)


@pages.post("/<uuid:redaction_id>/object", endpoint="object")
@performs(review.object_)
@retry("review/read.html", TextForm, _review)
def object_(redaction_id: UUID) -> Response:
    said = given().must()
    review.object_(gate(), redaction_id, said.one("text"), said.one("about"))
    return see("review.read", redaction_id=redaction_id, _anchor="decisions")


@pages.post("/<uuid:redaction_id>/agree", endpoint="agree")
@performs(review.agree)
@retry("review/read.html", TextForm, _review)
def agree(redaction_id: UUID) -> Response:
    said = given().must()
    review.agree(gate(), redaction_id, said.one("about"), yes=said.one("yes") != "0")
    return see("review.read", redaction_id=redaction_id, _anchor=f"d-{said.one('next')}")


@pages.post("/<uuid:redaction_id>/return", endpoint="return")
@performs(review.return_)
@retry("review/read.html", TextForm, _review)
def return_(redaction_id: UUID) -> Response:
    review.return_(gate(), redaction_id, given().must().one("text"))
    return see("testimony.list", tab="second", done="returned")


@pages.post("/<uuid:redaction_id>/approve", endpoint="approve")
@performs(review.approve)
@retry("review/read.html", TextForm, _review)
def approve(redaction_id: UUID) -> Response:
    made = review.approve(gate(), redaction_id, digest=given().must().one("digest"))
    return see("release.read", release_id=made, done="released")


@pages.get("/<uuid:redaction_id>/preview/<extension>")
@performs(review.preview)
def preview(redaction_id: UUID, extension: str) -> Response:
    """A proposed file, exactly as it would be released."""
    file = review.preview(gate(), redaction_id, extension)
    return file_response(file.data, f"proposal.{file.extension}", file.media_type)
