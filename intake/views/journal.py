"""The journal: every act and every refusal, without content."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from intake.access import POLICY
from intake.actions import journal
from intake.views.deeds import DEEDS
from intake.web import gate, performs

pages = Blueprint("journal", __name__, url_prefix="/journal")


@pages.get("/", endpoint="list")
@performs(journal.list_)
def list_() -> str:
    before = request.args.get("before", type=int)
    verb, outcome = request.args.get("verb", ""), request.args.get("outcome", "")
    entries = journal.list_(gate(), before=before, verb=verb, outcome=outcome)
    page = {"verb": verb, "outcome": outcome, "verbs": sorted(POLICY), "deeds": DEEDS}
    return render_template("journal/list.html", entries=entries, **page)


@pages.post("/verify", endpoint="verify")
@performs(journal.verify)
def verify() -> str:
    return render_template("journal/verify.html", report=journal.verify(gate()))
