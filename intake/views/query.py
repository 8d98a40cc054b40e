"""Kept questions: keeping one, the list with counts then and now, one with what is new."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request
from flask_babel import gettext
from werkzeug.wrappers import Response

from intake.actions import query
from intake.actions.search import say
from intake.forms.case import version
from intake.forms.query import QueryForm
from intake.views.desk import counted_in, page_of
from intake.web import gate, given, locale, performs, retry, see

pages = Blueprint("query", __name__, url_prefix="/query")


@pages.get("/", endpoint="list")
@performs(query.list_)
def list_() -> str:
    return render_template("query/list.html", found=query.list_(gate()), counted=counted_in)


@pages.get("/save", endpoint="save")
@performs(query.save)
def save_page() -> str:
    typed = given(request.args.to_dict(flat=False)).must().one("q")
    return render_template("query/save.html", form=QueryForm(data={"q": typed}))


@pages.post("/save", endpoint="save_post")
@performs(query.save)
@retry("query/save.html", QueryForm)
def save() -> Response:
    said = given().must()
    kept = query.save(gate(), said.one("q"), said.one("name"), said.raw("note"), shared=not said.one("private"))
    return see("query.read", query_id=kept, done="saved")


@pages.get("/<uuid:query_id>", endpoint="read")
@performs(query.read)
def read(query_id: UUID) -> str:
    found = query.read(gate(), query_id)
    return render_template("query/read.html", found=found, **_words(found))


def _words(found: query.QueryOpen) -> dict[str, Any]:
    sentence = say(found.question, locale(), gettext) if found.question else ""
    return {"sentence": sentence, "counted": counted_in, "page_of": page_of}


@pages.post("/<uuid:query_id>/renew", endpoint="renew")
@performs(query.renew)
def renew(query_id: UUID) -> Response:
    query.renew(gate(), query_id, version=version(given().must().answers))
    return see("query.read", query_id=query_id, done="saved")


@pages.post("/<uuid:query_id>/discard", endpoint="discard")
@performs(query.discard)
def discard(query_id: UUID) -> Response:
    query.discard(gate(), query_id)
    return see("query.list", done="removed")
