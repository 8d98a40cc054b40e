"""Cases: the list, one case, putting testimonies in and taking them out, and who works on it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from intake.actions import case
from intake.forms.case import AssignForm, CaseForm, many, one, version
from intake.views.casefile import Casefile, casefile
from intake.web import Given, gate, given, performs, retry, see

pages = Blueprint("case", __name__, url_prefix="/case")


@pages.get("/", endpoint="list")
@performs(case.list_)
def list_() -> str:
    return render_template("case/list.html", found=case.list_(gate()))


@pages.get("/start", endpoint="start")
@performs(case.start)
def start_page() -> str:
    return render_template("case/start.html", form=CaseForm(), chosen=())


def _carried(said: Given) -> dict[str, Any]:
    return {"chosen": said.answers.get("testimony", ())}


@pages.post("/start", endpoint="start_post")
@performs(case.start)
@retry("case/start.html", CaseForm, _carried)
def start() -> Response:
    said = given().must()
    made = case.start(gate(), said.one("title"), said.raw("note"), many(said.answers, "testimony"))
    return see("case.read", case_id=made, done="saved")


@pages.get("/choose", endpoint="choose")
@performs(case.choose)
def choose() -> str:
    """Into which case the chosen testimonies go."""
    said = given(request.args.to_dict(flat=False)).must()
    whole = said.one("q") if "all" in said.answers else None
    choice = case.choose(gate(), many(said.answers, "testimony"), text=whole, tab=said.one("tab") or "all")
    return render_template("case/choose.html", choice=choice, form=CaseForm())


@pages.post("/group", endpoint="group")
@performs(case.group)
def group() -> Response:
    said = given().must()
    case_id = one(said.answers, "case")
    case.group(gate(), case_id, many(said.answers, "testimony"))
    return see("case.read", case_id=case_id, done="grouped")


def _page(case_id: UUID) -> Casefile:
    return casefile(case.read(gate(), case_id))


@pages.get("/<uuid:case_id>", endpoint="read")
@performs(case.read)
def read(case_id: UUID) -> str:
    return render_template("case/read.html", file=_page(case_id), form=AssignForm())


@pages.get("/<uuid:case_id>/edit", endpoint="edit")
@performs(case.edit)
def edit_page(case_id: UUID) -> str:
    found = case.read(gate(), case_id)
    form = CaseForm(data={"title": found.content.title, "note": found.content.note, "version": found.version})
    return render_template("case/edit.html", form=form, case_id=case_id, theirs=None)


def _theirs(_said: Given, case_id: UUID) -> dict[str, Any]:
    return {"theirs": case.read(gate(), case_id)}


@pages.post("/<uuid:case_id>/edit", endpoint="edit_post")
@performs(case.edit)
@retry("case/edit.html", CaseForm, _theirs)
def edit(case_id: UUID) -> Response:
    said = given().must()
    case.edit(gate(), case_id, said.one("title"), said.raw("note"), version=version(said.answers))
    return see("case.read", case_id=case_id, done="saved")


@pages.post("/<uuid:case_id>/ungroup/<uuid:testimony_id>", endpoint="ungroup")
@performs(case.ungroup)
def ungroup(case_id: UUID, testimony_id: UUID) -> Response:
    case.ungroup(gate(), case_id, testimony_id)
    return see("case.read", case_id=case_id, done="removed")


def _again(_said: Given, case_id: UUID) -> dict[str, Any]:
    return {"file": _page(case_id)}


@pages.post("/<uuid:case_id>/assign", endpoint="assign")
@performs(case.assign)
@retry("case/read.html", AssignForm, _again)
def assign(case_id: UUID) -> Response:
    said = given().must()
    case.assign(gate(), case_id, one(said.answers, "account"), said.one("label"), said.raw("instruction"))
    return see("case.read", case_id=case_id, done="assigned")


@pages.post("/<uuid:case_id>/relieve/<uuid:account_id>", endpoint="relieve")
@performs(case.relieve)
def relieve(case_id: UUID, account_id: UUID) -> Response:
    case.relieve(gate(), case_id, account_id)
    return see("case.read", case_id=case_id, done="removed")
