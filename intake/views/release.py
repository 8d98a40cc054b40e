"""Releases: the register, one release with its files and recipients, handing out, recalling, comparing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from intake.actions import release
from intake.forms.release import HandOutForm, RecallForm
from intake.views.drafting import words_now
from intake.web import Given, file_response, gate, given, performs, retry, see

pages = Blueprint("release", __name__, url_prefix="/release")


@pages.get("/", endpoint="list")
@performs(release.list_)
def list_() -> str:
    return render_template("release/list.html", releases=release.list_(gate()), said=words_now())


def _release(_given: Given | None = None, *, release_id: UUID) -> dict[str, Any]:
    return {"r": release.read(gate(), release_id), "said": words_now(), "recall": RecallForm()}


def _hand_out_form(page: dict[str, Any], form: HandOutForm) -> HandOutForm:
    """The form with the purposes and files there are."""
    said, content = page["said"], page["r"].content
    form.purpose.choices = said.terms("purpose")
    form.extension.choices = [(file.extension, file.extension.upper()) for file in content.files] if content else []
    return form


@pages.get("/<uuid:release_id>")
@performs(release.read)
def read(release_id: UUID) -> str:
    page = _release(release_id=release_id)
    content = page["r"].content
    form = HandOutForm(data={"purpose": content.purpose if content else ""})
    return render_template("release/read.html", form=_hand_out_form(page, form), **page)


@pages.get("/<uuid:release_id>/download/<extension>")
@performs(release.download)
def download(release_id: UUID, extension: str) -> Response:
    name, file = release.download(gate(), release_id, extension)
    return file_response(file.data, name, file.media_type)


@pages.post("/<uuid:release_id>/hand-out", endpoint="hand_out")
@performs(release.hand_out)
@retry("release/hand_out.html", HandOutForm, _release)
def hand_out(release_id: UUID) -> Response:
    said = given().must()
    extension = said.one("extension")
    given_ = {name: said.one(name) for name in ("recipient", "purpose", "encrypted_to", "note")}
    release.hand_out(gate(), release_id, extension=extension, **given_)
    return see("release.read", release_id=release_id, done="saved", _anchor="recipients")


@pages.post("/<uuid:release_id>/recall", endpoint="recall")
@performs(release.recall)
@retry("release/recall.html", RecallForm, _release)
def recall(release_id: UUID) -> Response:
    release.recall(gate(), release_id, given().must().one("reason"))
    return see("release.read", release_id=release_id, done="recalled")


@pages.get("/out/<uuid:hand_out_id>", endpoint="collect")
@performs(release.collect)
def collect(hand_out_id: UUID) -> Response:
    name, file = release.collect(gate(), hand_out_id)
    return file_response(file.data, name, file.media_type)


@pages.post("/told/<uuid:hand_out_id>", endpoint="tell")
@performs(release.tell)
def tell(hand_out_id: UUID) -> Response:
    return see("release.read", release_id=release.tell(gate(), hand_out_id), done="saved")


@pages.get("/<uuid:release_id>/compare/<uuid:other_id>")
@performs(release.compare)
def compare(release_id: UUID, other_id: UUID) -> str:
    found = release.compare(gate(), release_id, other_id)
    return render_template("release/compare.html", differences=found, release_id=release_id)
