"""Who may open what: members admit people here, and take them out."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from intake.actions import compartment, restricted
from intake.web import gate, given, performs, see

pages = Blueprint("compartment", __name__, url_prefix="/compartment")


@pages.get("/", endpoint="list")
@performs(compartment.list_)
def list_() -> str:
    mine = restricted.list_(gate())
    return render_template("compartment/list.html", people=compartment.list_(gate()), restricted=mine)


@pages.post("/admit/<uuid:account_id>", endpoint="admit")
@performs(compartment.admit)
def admit(account_id: UUID) -> Response:
    compartment.admit(gate(), account_id, given().must().one("fingerprint"))
    return see("compartment.list", done="admitted")


@pages.post("/remove/<uuid:account_id>", endpoint="remove")
@performs(compartment.remove)
def remove(account_id: UUID) -> Response:
    compartment.remove(gate(), account_id)
    return see("account.sign_in")
