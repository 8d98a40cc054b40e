"""The front page of each role, and help."""

from __future__ import annotations

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from intake.access import may
from intake.web import actor, public, see, signed_in

pages = Blueprint("home", __name__)
helping = Blueprint("help", __name__)

_FIRST = ("draft.list", "testimony.list", "search.run", "account.list")


@pages.get("/")
@signed_in
def read() -> Response:
    """Straight to where this role works."""
    return see(next(place for place in _FIRST if may(actor(), place)))


@helping.get("/help", endpoint="read")
@public
def read_help() -> str:
    """What each role does, the keys, and what the application can and cannot protect."""
    return render_template("help/read.html")
