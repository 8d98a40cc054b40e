"""The gate through which answers leave the desk: say for whom and for what, look at it, take it; and the register."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from intake.actions import export, vocabulary
from intake.actions.figure import AXES
from intake.forms.export import FORMS, ExportForm, Lists, lists, wish
from intake.views import leaving
from intake.views.drawing import axis_label
from intake.web import Given, file_response, gate, given, locale, performs, retry

pages = Blueprint("export", __name__, url_prefix="/export")
MOST_LOOKED_AT = 20


def _lists() -> Lists:
    _, terms, _ = vocabulary.list_(gate())
    return lists(terms, locale(), [(axis, axis_label(axis)) for axis in AXES])


def _again(_said: Given) -> dict[str, Any]:
    return {"lists": _lists()}


@pages.get("/", endpoint="list")
@performs(export.list_)
def list_() -> str:
    _, terms, _ = vocabulary.list_(gate())
    return render_template("export/list.html", found=export.list_(gate()), terms=terms, forms=dict(FORMS))


@pages.get("/check", endpoint="check")
@performs(export.check)
def start() -> str:
    return render_template("export/check.html", form=ExportForm(request.args), lists=_lists())


@pages.post("/check", endpoint="check_post")
@performs(export.check)
@retry("export/check.html", ExportForm, _again)
def check() -> Response:
    said = given().must().answers
    if "change" in said:
        return FlaskResponse(render_template("export/check.html", form=ExportForm(request.form), lists=_lists()))
    prepared = export.check(gate(), wish(said))
    header, rows = leaving.sheet(prepared)
    seen = {"header": header, "rows": rows[:MOST_LOOKED_AT], "whole": len(rows), "note": leaving.note_of(prepared)}
    carried = [(name, values[-1]) for name, values in said.items()]
    return FlaskResponse(render_template("export/take.html", prepared=prepared, seen=seen, carried=carried))


@pages.post("/take", endpoint="take")
@performs(export.take)
@retry("export/check.html", ExportForm, _again)
def take() -> Response:
    prepared, data = export.take(gate(), wish(given().must().answers), leaving.file_of)
    return file_response(data, leaving.file_name(prepared), leaving.media_type(prepared))
