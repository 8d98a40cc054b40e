"""Restricted compartments: making one, and for those in it who else is, and who files into it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from intake.actions import restricted
from intake.forms.restricted import LabelForm, RestrictedForm, account, chosen
from intake.web import Given, gate, given, performs, retry, see

pages = Blueprint("restricted", __name__, url_prefix="/restricted")


def _people(said: Given | None = None) -> dict[str, Any]:
    return {"people": restricted.choose(gate()), "ticked": said.answers.get("member", ()) if said else ()}


@pages.get("/", endpoint="create")
@performs(restricted.create)
def create_page() -> str:
    return render_template("restricted/create.html", form=RestrictedForm(), **_people())


@pages.post("/", endpoint="create_post")
@performs(restricted.create)
@retry("restricted/create.html", RestrictedForm, _people)
def create() -> Response:
    said = given().must()
    restricted.create(gate(), said.one("name"), chosen(said.answers), said.raw("note"))
    return see("account.sign_in", done="restricted")


@pages.get("/<uuid:compartment_id>", endpoint="read")
@performs(restricted.read)
def read(compartment_id: UUID) -> str:
    return render_template("restricted/read.html", one=restricted.read(gate(), compartment_id), form=LabelForm())


@pages.post("/<uuid:compartment_id>/admit", endpoint="admit")
@performs(restricted.admit)
def admit(compartment_id: UUID) -> Response:
    said = given().must()
    restricted.admit(gate(), compartment_id, account(said.answers), said.one("fingerprint"))
    return see("restricted.read", compartment_id=compartment_id, done="admitted")


@pages.post("/<uuid:compartment_id>/dismiss", endpoint="dismiss")
@performs(restricted.dismiss)
def dismiss(compartment_id: UUID) -> Response:
    restricted.dismiss(gate(), compartment_id, account(given().must().answers))
    return see("account.sign_in", done="dismissed")


def _one(_said: Given, compartment_id: UUID) -> dict[str, Any]:
    return {"one": restricted.read(gate(), compartment_id)}


@pages.post("/<uuid:compartment_id>/assign", endpoint="assign")
@performs(restricted.assign)
@retry("restricted/read.html", LabelForm, _one)
def assign(compartment_id: UUID) -> Response:
    said = given().must()
    restricted.assign(gate(), compartment_id, account(said.answers), said.one("label"))
    return see("restricted.read", compartment_id=compartment_id, done="labelled")


@pages.post("/<uuid:compartment_id>/relieve", endpoint="relieve")
@performs(restricted.relieve)
def relieve(compartment_id: UUID) -> Response:
    restricted.relieve(gate(), compartment_id, account(given().must().answers))
    return see("restricted.read", compartment_id=compartment_id, done="removed")
