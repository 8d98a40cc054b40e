"""The reviewers' own rules: reading, writing, trying, switching."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, make_response, render_template
from flask_babel import gettext
from werkzeug.wrappers import Response

from intake.actions import rule
from intake.actions.rule import Tried
from intake.forms.rule import RuleForm, lines
from intake.language.identifiers import KINDS
from intake.views.showing import Mark, Paragraph, paragraphs
from intake.views.wordings import KIND_WORDS
from intake.web import Given, gate, given, performs, retry, see

pages = Blueprint("rule", __name__, url_prefix="/rule")


def _rules(_given: Given | None = None) -> dict[str, Any]:
    return {"rules": rule.list_(gate()), "kinds": KIND_WORDS, "tried": None, "shown": [], "choices": _choices()}


def _choices() -> list[tuple[str, str]]:
    return [(kind, gettext(KIND_WORDS[kind])) for kind in KINDS]


def _marked(tried: Tried) -> list[Paragraph]:
    """The sample with what was found in it."""
    names = {kind: gettext(words) for kind, words in KIND_WORDS.items()}
    marks = [Mark(f.start, f.end, "suggested", f"f{f.start}", names[f.kind]) for f in tried.found]
    return paragraphs(tried.sample, marks)


@pages.get("/", endpoint="list")
@performs(rule.list_)
def list_() -> str:
    return render_template("rule/list.html", form=RuleForm(), **_rules())


@pages.post("/add", endpoint="add")
@performs(rule.add)
@retry("rule/list.html", RuleForm, _rules)
def add() -> Response:
    said = given().must()
    rule.add(gate(), kind=said.one("kind"), words=lines(said.one("words")), note=said.one("note"))
    return see("rule.list", done="saved")


@pages.post("/try", endpoint="try")
@performs(rule.try_)
@retry("rule/list.html", RuleForm, _rules)
def try_() -> Response:
    """The page again, with what would be found; nothing is kept, so nothing to go on to."""
    said = given().must()
    tried = rule.try_(gate(), said.one("sample"), kind=said.one("kind"), words=lines(said.one("words")))
    form = RuleForm(data={name: said.one(name) for name in ("kind", "words", "note", "sample")})
    page = {**_rules(), "tried": tried, "shown": _marked(tried)}
    return make_response(render_template("rule/list.html", form=form, **page))


@pages.post("/<uuid:rule_id>/switch", endpoint="switch")
@performs(rule.switch)
def switch(rule_id: UUID) -> Response:
    rule.switch(gate(), rule_id, on=given().must().one("on") == "1")
    return see("rule.list", done="saved")
