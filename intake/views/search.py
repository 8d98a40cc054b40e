"""The query desk: asking, refining by ticking, and judging what may have been missed."""

from __future__ import annotations

from typing import ParamSpec

from flask import Blueprint, jsonify, render_template, request, url_for
from werkzeug.utils import redirect
from werkzeug.wrappers import Response as AnyResponse

from intake.actions import search
from intake.forms.search import asked, building, judged, ticks
from intake.views.asking import at_the_box, page_of_question
from intake.views.desk import arranged, desk
from intake.web import Given, gate, given, local_path, performs

pages = Blueprint("search", __name__)
P = ParamSpec("P")

PATIENCE = 3.0
"""Seconds a page waits for what was filed since the last search; what is left is said and read next time."""


def _said() -> Given:
    return given(request.args.to_dict(flat=False))


@pages.get("/search", endpoint="run")
@performs(search.run)
@at_the_box
def run() -> str:
    question = asked(_said().must().answers)
    answer = search.run(gate(), question.text, tab=question.tab, after=question.after, patience=PATIENCE)
    return render_template("search/run.html", desk=desk(question, answer), **page_of_question(question.text))


@pages.get("/search/refine", endpoint="refine")
@performs(search.refine)
@at_the_box
def refine() -> AnyResponse:
    """Boxes were ticked: go to the address of the question they make."""
    said = _said().must().answers
    question, boxes = asked(said), ticks(said)
    text = search.refine(gate(), question.text, boxes.shown, boxes.now)
    return redirect(url_for("search.run", **question.address(q=text)), code=303)  # type: ignore[arg-type]


@pages.get("/search/build", endpoint="build")
@performs(search.build)
@at_the_box
def build() -> AnyResponse:
    """A question was put together from groups: go to its address."""
    said = _said().must()
    question = asked(said.answers)
    text = search.build(gate(), question.text, said.one("every"), said.one("some"), said.one("none"))
    return redirect(url_for("search.run", **question.address(q=text)), code=303)  # type: ignore[arg-type]


@pages.get("/search/arrange", endpoint="arrange")
@performs(search.arrange)
@at_the_box
def arrange() -> AnyResponse | str:
    """A question as a tree: every button gives the tree anew, the last one asks it."""
    said = _said().must().answers
    question, form = asked(said), building(said)
    found = search.arrange(gate(), question.text, form.tree)
    if form.pressed == "ask" and found.query is not None:
        return redirect(url_for("search.run", q=found.text or None), code=303)
    return render_template("search/arrange.html", **arranged(found), **page_of_question(found.text))


@pages.post("/search/judge", endpoint="judge")
@performs(search.judge)
def judge() -> AnyResponse:
    said = given()
    word = judged(said.must().answers)
    search.judge(gate(), word.testimony_id, word.concept, word.verdict, start=word.start, end=word.end)
    if request.accept_mimetypes.best == "application/json":
        return jsonify({"verdict": word.verdict.value})
    back = local_path(said.one("back"))
    return redirect(back if back.startswith(url_for("search.run")) else url_for("search.run"), code=303)
