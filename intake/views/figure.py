"""Where, when, crossed, and fact by fact: the answer of a question as a map, a timeline, a table, a comparison."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request

from intake.actions import figure
from intake.forms.search import asked
from intake.views import drawing, tallies
from intake.views.asking import at_the_box, page_of_question
from intake.web import Given, gate, given, performs

pages = Blueprint("figure", __name__, url_prefix="/search")


def _said() -> Given:
    return given(request.args.to_dict(flat=False)).must()


@pages.get("/map", endpoint="map")
@performs(figure.map_)
@at_the_box
def map_() -> str:
    said = _said()
    question, level, unit = asked(said.answers), said.one("level", "city"), said.one("unit", "testimonies")
    found = figure.map_(gate(), question.text, level=level, unit=unit)
    return _shown("figure/map.html", drawing.mapped(question, found, said.one("window")))


@pages.get("/timeline", endpoint="timeline")
@performs(figure.timeline)
@at_the_box
def timeline() -> str:
    said = _said()
    question, unit = asked(said.answers), said.one("unit", "testimonies")
    return _shown("figure/timeline.html", drawing.timed(question, figure.timeline(gate(), question.text, unit=unit)))


@pages.get("/table", endpoint="tabulate")
@performs(figure.tabulate)
@at_the_box
def tabulate() -> str:
    said = _said()
    question, unit = asked(said.answers), said.one("unit", "testimonies")
    rows, columns = said.one("rows", "concept@1"), said.one("columns", "place@country")
    found = figure.tabulate(gate(), question.text, rows, columns, unit=unit, layers=said.one("layers"))
    return _shown("figure/tabulate.html", drawing.crossed(question, found, leaving=said.one("leaving") == "yes"))


@pages.get("/facts", endpoint="compare")
@performs(figure.compare)
@at_the_box
def compare() -> str:
    question = asked(_said().answers)
    return _shown("figure/compare.html", tallies.compared(question, figure.compare(gate(), question.text)))


def _shown(template: str, drawn: Any) -> str:
    return render_template(template, drawn=drawn, **page_of_question(drawn.frame.asked.text))
