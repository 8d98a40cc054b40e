"""The workbench: starting a redaction, deciding span by span, looking for leaks, sending on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from intake.actions import redaction, testimony
from intake.actions.consent import Ceiling, offers
from intake.actions.decisions import group_for, mask_of, token_for
from intake.actions.production import FIELDS
from intake.forms import redaction as forms
from intake.language.graphic import NOTES
from intake.language.identifiers import KINDS
from intake.rendering.wording import words as document_words
from intake.views import bench as showing
from intake.views.drafting import words_now
from intake.views.showing import badge, paragraphs
from intake.views.wordings import KIND_WORDS, rule_words
from intake.web import Given, gate, given, instance, json_given, performs, retry, see

pages = Blueprint("redaction", __name__, url_prefix="/redaction")


# -- beginning


def _choices(_given: Given | None = None, *, testimony_id: UUID) -> dict[str, Any]:
    found, said = testimony.read(gate(), testimony_id), words_now()
    cells = offers(found.content.consent, instance().clock().date())
    ceiling = badge(Ceiling.of(found.content.consent), said)
    return {"t": found, "said": said, "offers": cells, "badge": ceiling, "taken": {a for _, a, _ in found.redactions}}


@pages.get("/start/<uuid:testimony_id>", endpoint="start")
@performs(redaction.start)
def start_page(testimony_id: UUID) -> str:
    form = forms.StartForm()
    return render_template(
        "redaction/start.html", form=form, testimony_id=testimony_id, **_choices(testimony_id=testimony_id)
    )


@pages.post("/start/<uuid:testimony_id>", endpoint="start_post")
@performs(redaction.start)
@retry("redaction/start.html", forms.StartForm, _choices)
def start(testimony_id: UUID) -> Response:
    audience, purpose, identity = forms.cell(given().must().one("cell"))
    made = redaction.start(gate(), testimony_id, audience=audience, purpose=purpose, identity=identity)
    return see("redaction.read", redaction_id=made)


# -- the workbench


def _bench(_given: Given | None = None, *, redaction_id: UUID) -> dict[str, Any]:
    found, said = redaction.read(gate(), redaction_id), words_now()
    source = showing.source_of(found)
    standing = showing.standing_of(found.decisions, found.tokens, found.source.narrative, found.content.open_remarks())
    page = {"b": found, "said": said, "badge": badge(found.ceiling, said), "source": source, "notes": NOTES}
    page |= {
        "groups": showing.groups_of(found, said, source),
        "standing": standing,
        "found": showing.found_of(found, source),
    }
    page |= {"preview": showing.preview_of(found, source), "people": showing.people_of(found)}
    page |= {"kinds": KIND_WORDS, "all_kinds": KINDS, "methods": forms.METHODS, "fields": FIELDS}
    page |= {
        "remarks": showing.comments_of(found, source),
        "MOST_GROUPS": showing.MOST_GROUPS,
        "MOST_OPEN": showing.MOST_OPEN,
        "opened": request.args.get("open", ""),
        "history_of": showing.history_of(found),
        "rule_words": rule_words,
        "word": document_words,
    }
    page |= {"reasons": said.terms("reason"), "adrift": found.content.adrift}
    return page | {"editing": request.args.get("edit") or request.form.get("remove", "")}


@pages.get("/<uuid:redaction_id>")
@performs(redaction.read)
def read(redaction_id: UUID) -> str:
    page = _bench(redaction_id=redaction_id)
    old = next((d for d in page["b"].decisions if d.id == page["editing"]), None)
    form = forms.SpanForm(data=forms.as_given(old))
    return render_template("redaction/read.html", form=form, **page)


def _narrative(redaction_id: UUID) -> str:
    return redaction.read(gate(), redaction_id).source.narrative


def _back(redaction_id: UUID, anchor: str = "") -> Response:
    return see("redaction.read", redaction_id=redaction_id, _anchor=anchor or None)


@pages.post("/<uuid:redaction_id>/decide", endpoint="decide")
@performs(redaction.decide)
@retry("redaction/read.html", forms.SpanForm, _bench)
def decide(redaction_id: UUID) -> Response:
    """One span, marked by hand; `remove` names decisions that it takes the place of."""
    answers = given().must().answers
    span = forms.span(answers, "" if forms.placed(answers) else _narrative(redaction_id))
    gone = answers.get("remove", ())
    kept, version = bool(forms.one(answers, "rule")), forms.version(answers)
    made = redaction.decide(gate(), redaction_id, [span], remove=gone, rule=kept, version=version)
    return _back(redaction_id, f"mark-{made[0]}" if made else "")


@pages.post("/<uuid:redaction_id>/accept", endpoint="accept")
@performs(redaction.decide)
@retry("redaction/read.html", forms.SpanForm, _bench)
def accept(redaction_id: UUID) -> Response:
    """Suggestions about one person or thing, all together."""
    answers = given().must().answers
    redaction.decide(gate(), redaction_id, forms.spans(answers), version=forms.version(answers))
    return _back(redaction_id, "suggestions")


@pages.post("/<uuid:redaction_id>/turn-down", endpoint="turn_down")
@performs(redaction.turn_down)
@retry("redaction/read.html", forms.SpanForm, _bench)
def turn_down(redaction_id: UUID) -> Response:
    answers = given().must().answers
    redaction.turn_down(gate(), redaction_id, forms.refusals(answers), version=forms.version(answers))
    return _back(redaction_id, "suggestions")


@pages.post("/<uuid:redaction_id>/remove", endpoint="remove")
@performs(redaction.decide)
@retry("redaction/read.html", forms.SpanForm, _bench)
def remove(redaction_id: UUID) -> Response:
    answers = given().must().answers
    redaction.decide(gate(), redaction_id, [], remove=answers.get("remove", ()), version=forms.version(answers))
    return _back(redaction_id, "decisions")


@pages.post("/<uuid:redaction_id>/regroup", endpoint="regroup")
@performs(redaction.decide)
@retry("redaction/read.html", forms.SpanForm, _bench)
def regroup(redaction_id: UUID) -> Response:
    """Two turn out to be one person, or one to be two: the same decisions under another token."""
    answers = given().must().answers
    ids = answers.get("remove", ())
    chosen = [d for d in redaction.read(gate(), redaction_id).decisions if d.id in ids]
    spans = forms.regrouped(chosen, forms.one(answers, "group"))
    redaction.decide(gate(), redaction_id, spans, remove=ids, version=forms.version(answers))
    return _back(redaction_id, "decisions")


@pages.post("/<uuid:redaction_id>/allow", endpoint="allow")
@performs(redaction.allow)
@retry("redaction/read.html", forms.SpanForm, _bench)
def allow(redaction_id: UUID) -> Response:
    answers = given().must().answers
    redaction.allow(gate(), redaction_id, answers.get("fields", ()), version=forms.version(answers))
    return _back(redaction_id, "preview")


@pages.post("/<uuid:redaction_id>/undo", endpoint="undo")
@performs(redaction.undo)
@retry("redaction/read.html", forms.SpanForm, _bench)
def undo(redaction_id: UUID) -> Response:
    answers = given().must().answers
    redaction.undo(gate(), redaction_id, steps=forms.steps(answers), version=forms.version(answers))
    return _back(redaction_id)


@pages.post("/<uuid:redaction_id>/restore", endpoint="restore")
@performs(redaction.restore)
@retry("redaction/read.html", forms.SpanForm, _bench)
def restore(redaction_id: UUID) -> Response:
    redaction.restore(gate(), redaction_id, version=forms.version(given().must().answers))
    return _back(redaction_id)


@pages.post("/<uuid:redaction_id>/propose", endpoint="propose")
@performs(redaction.read)
def propose(redaction_id: UUID) -> dict[str, Any]:
    """For the script: what may stand instead of the words just chosen."""
    _, said = json_given("fields")
    answers = said.must().answers
    found = redaction.read(gate(), redaction_id)
    quote = found.source.narrative[slice(*forms.place(answers))]
    kind = forms.one(answers, "kind")
    rungs = showing.rungs_of(found, words_now(), kind, quote)
    group = group_for(found.content, kind, quote.strip())
    token = found.tokens.get(group) or token_for(found.content, group, kind, found.source.language)
    return {
        "token": token,
        "rungs": rungs,
        "mask": mask_of(kind, found.source.language),
        "count": found.source.narrative.count(quote),
    }


# -- whose it is


@pages.post("/<uuid:redaction_id>/take", endpoint="take")
@performs(redaction.take)
@retry("redaction/read.html", forms.SpanForm, _bench)
def take(redaction_id: UUID) -> Response:
    redaction.take(gate(), redaction_id, version=forms.version(given().must().answers))
    return _back(redaction_id)


@pages.post("/<uuid:redaction_id>/renew", endpoint="renew")
@performs(redaction.renew)
@retry("redaction/read.html", forms.SpanForm, _bench)
def renew(redaction_id: UUID) -> Response:
    redaction.renew(gate(), redaction_id, version=forms.version(given().must().answers))
    return _back(redaction_id, "suggestions")


@pages.post("/<uuid:redaction_id>/reopen", endpoint="reopen")
@performs(redaction.reopen)
@retry("redaction/read.html", forms.SpanForm, _bench)
def reopen(redaction_id: UUID) -> Response:
    redaction.reopen(gate(), redaction_id, version=forms.version(given().must().answers))
    return _back(redaction_id)


# -- words


@pages.post("/<uuid:redaction_id>/remark", endpoint="remark")
@performs(redaction.remark)
@retry("redaction/read.html", forms.SpanForm, _bench)
def remark(redaction_id: UUID) -> Response:
    said = given().must()
    redaction.remark(gate(), redaction_id, said.one("text"), said.one("about"))
    return _back(redaction_id, "remarks")


@pages.post("/<uuid:redaction_id>/settle", endpoint="settle")
@performs(redaction.settle)
def settle(redaction_id: UUID) -> Response:
    said = given().must()
    redaction.settle(gate(), redaction_id, said.one("remark"))
    back = "review.read" if said.one("back") == "review" else "redaction.read"
    return see(back, redaction_id=redaction_id, _anchor="remarks")


@pages.post("/<uuid:redaction_id>/set-aside", endpoint="set_aside")
@performs(redaction.set_aside)
@retry("redaction/read.html", forms.SpanForm, _bench)
def set_aside(redaction_id: UUID) -> Response:
    said = given().must()
    redaction.set_aside(gate(), redaction_id, said.one("key"), said.one("reason"), version=forms.version(said.answers))
    if said.one("back") == "check":
        return see("redaction.check", redaction_id=redaction_id)
    return _back(redaction_id, "leaks")


# -- sending on


@pages.get("/<uuid:redaction_id>/check")
@performs(redaction.check)
def check(redaction_id: UUID) -> str:
    """The whole check, on files made for it."""
    checked = redaction.check(gate(), redaction_id)
    text = paragraphs(checked.narrative)
    shown = [showing.found(finding, "", text) for finding in checked.findings]
    page = {"found": [f for f in shown if f.finding.rule != "undecided"], "undecided": showing.counted(shown)}
    blocking = sum(f.finding.blocks for f in shown)
    return render_template(
        "redaction/check.html", **page, blocking=blocking, redaction_id=redaction_id, mine=checked.mine
    )


@pages.post("/<uuid:redaction_id>/send", endpoint="send")
@performs(redaction.send)
@retry("redaction/read.html", forms.SpanForm, _bench)
def send(redaction_id: UUID) -> Response:
    findings = redaction.send(gate(), redaction_id, version=forms.version(given().must().answers))
    if any(finding.blocks for finding in findings):
        return see("redaction.check", redaction_id=redaction_id)
    return see("testimony.list", tab="all", done="sent")
