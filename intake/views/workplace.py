"""The registry of workplaces: the list, one entry with what witnesses say of it, merging, and a table taken in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from intake.actions import vocabulary, workplace
from intake.errors import Invalid
from intake.forms.case import one, version
from intake.forms.words import words
from intake.forms.workplace import (
    COLUMN_NAMES,
    COLUMNS,
    IGNORED,
    KIND_NAMES,
    Table,
    TableForm,
    WorkplaceForm,
    filled,
    observations,
    table,
    written,
)
from intake.models.workplace import WorkplaceContent
from intake.views import comparing
from intake.views.desk import counted_in
from intake.web import Given, gate, given, locale, performs, retry, see

pages = Blueprint("workplace", __name__, url_prefix="/workplace")
_BLANK_ROWS = 3


@pages.get("/", endpoint="list")
@performs(workplace.list_)
def list_() -> str:
    found = workplace.list_(gate())
    return render_template("workplace/list.html", page=comparing.registry(found), counted=counted_in)


@pages.get("/names.json", endpoint="names")
@performs(workplace.names)
def names() -> list[dict[str, object]]:
    """Every workplace with all its names, for a box one types into."""
    return [{"value": one.names[0], "label": one.names[0], "names": list(one.names)} for one in workplace.names(gate())]


def _lists() -> dict[str, Any]:
    _, terms, places = vocabulary.list_(gate())
    said = words(terms, places, locale())
    countries = [(value, label) for value, label in said.places() if places.places[value].level == "country"]
    return {
        "whereabouts": said.places(),
        "countries": countries,
        "sectors": said.terms("sector"),
        "kinds": KIND_NAMES,
        "blank": _BLANK_ROWS,
    }


def _typed_again(said: Given, **_view: object) -> dict[str, Any]:
    return {**_lists(), "known": observations(said.answers)}


@pages.get("/add", endpoint="add")
@performs(workplace.add)
def add_page() -> str:
    said = given(request.args.to_dict(flat=False)).must()
    form = filled(WorkplaceContent(names=(said.one("name"),), place=said.one("place"), sector=said.one("sector")), None)
    return render_template("workplace/add.html", form=form, known=(), **_lists())


@pages.post("/add", endpoint="add_post")
@performs(workplace.add)
@retry("workplace/add.html", WorkplaceForm, _typed_again)
def add() -> Response:
    made = workplace.add(gate(), written(given().must().answers))
    return see("workplace.read", workplace_id=made, done="saved")


@pages.get("/propose", endpoint="propose")
@performs(workplace.propose)
def propose() -> str:
    found, terms, places = workplace.propose(gate())
    return render_template("workplace/propose.html", found=comparing.unlisted(found, terms, places))


@pages.get("/<uuid:workplace_id>", endpoint="read")
@performs(workplace.read)
def read(workplace_id: UUID) -> str:
    page = comparing.entry(workplace.read(gate(), workplace_id))
    return render_template("workplace/read.html", page=page, counted=counted_in, kinds=KIND_NAMES)


@pages.get("/<uuid:workplace_id>/edit", endpoint="edit")
@performs(workplace.edit)
def edit_page(workplace_id: UUID) -> str:
    found = workplace.read(gate(), workplace_id)
    page = {"form": filled(found.content, found.version), "known": found.content.observations}
    return render_template("workplace/edit.html", workplace_id=workplace_id, **page, **_lists())


@pages.post("/<uuid:workplace_id>/edit", endpoint="edit_post")
@performs(workplace.edit)
@retry("workplace/edit.html", WorkplaceForm, _typed_again)
def edit(workplace_id: UUID) -> Response:
    said = given().must().answers
    workplace.edit(gate(), workplace_id, written(said), version=version(said))
    return see("workplace.read", workplace_id=workplace_id, done="saved")


@pages.post("/<uuid:workplace_id>/merge", endpoint="merge")
@performs(workplace.merge)
def merge(workplace_id: UUID) -> Response:
    workplace.merge(gate(), workplace_id, one(given().must().answers, "other"))
    return see("workplace.read", workplace_id=workplace_id, done="saved")


@pages.post("/<uuid:workplace_id>/part", endpoint="part")
@performs(workplace.part)
def part(workplace_id: UUID) -> Response:
    workplace.part(gate(), workplace_id, one(given().must().answers, "other"))
    return see("workplace.read", workplace_id=workplace_id, done="saved")


@pages.get("/import", endpoint="try_import")
@performs(workplace.try_import)
def import_page() -> str:
    return _import_page(TableForm())


def _import_page(form: TableForm, **page: Any) -> str:
    told = {"tried": None, "pasted": None, "columns": COLUMNS, "column_names": COLUMN_NAMES, "ignored": IGNORED, **page}
    return render_template("workplace/import.html", form=form, **told)


def _table_again(said: Given) -> dict[str, Any]:
    """After a mistake: with the headings to be named, if it was a table at all."""
    try:
        pasted: Table | None = _pasted(said)
    except Invalid:
        pasted = None
    told = {"tried": None, "pasted": pasted, "columns": COLUMNS, "column_names": COLUMN_NAMES}
    return {**told, "ignored": IGNORED}


def _pasted(said: Given) -> Table:
    return table(said.raw("table"), said.answers.get("column", ()))


@pages.post("/import", endpoint="try_import_post")
@performs(workplace.try_import)
@retry("workplace/import.html", TableForm, _table_again)
def try_import() -> Response:
    pasted = _pasted(given().must())
    tried = workplace.try_import(gate(), pasted.contents())
    return FlaskResponse(_import_page(TableForm(request.form), tried=tried, pasted=pasted))


@pages.post("/import/all", endpoint="import")
@performs(workplace.import_)
@retry("workplace/import.html", TableForm, _table_again)
def import_() -> Response:
    workplace.import_(gate(), _pasted(given().must()).contents())
    return see("workplace.list", done="saved")
