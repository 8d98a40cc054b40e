"""What the pages of a draft have in common: the page of one section, fresh, refused, or as two windows side by side."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Response, render_template, request
from flask_babel import gettext

from intake.actions import draft, vocabulary
from intake.errors import Invalid, NotFound
from intake.forms.entry import (
    REJECTED,
    Entry,
    contested,
    differences,
    from_page,
    from_script,
    only_changed,
    shown,
)
from intake.forms.layout import mark, translate
from intake.forms.sections import BY_KEY, SECTIONS, Answers, Section
from intake.forms.words import Words, words
from intake.language.normalise import visible
from intake.web import gate, given, instance, json_given, locale


def words_now(desk: draft.Desk | None = None) -> Words:
    """Terms and places in the reader's language, with the cases and readers that somebody with this desk may choose."""
    _, terms, places = vocabulary.list_(gate())
    said = words(terms, places, locale())
    if desk is None:
        return said
    cases = ((str(case.case_id), case.label) for case in desk.assignments)
    return said.with_cases(cases).with_readers((str(one.compartment_id), one.label) for one in desk.readers)


def find_section(key: str) -> Section:
    """The section of an address; `NotFound` for any other word."""
    section = BY_KEY.get(key)
    if section is None:
        raise NotFound
    return section


def states(found: draft.DraftOpen, said: Words) -> list[tuple[Section, str]]:
    """How far each section is. Files count as work on the attachments."""
    held = {"attachments": "doing"} if found.attachments else {}
    told = [(section, section.state(found.answers, said)) for section in SECTIONS]
    return [(section, held.get(section.key, state) if state == "todo" else state) for section, state in told]


def section_page(found: draft.DraftOpen, section: Section, *, seen: Answers | None = None, **more: Any) -> str:
    """The page of a section. `fields`: further messages by field; `unsaved`: it shows more than is stored (`seen`)."""
    said = words_now(draft.list_(gate()) if section.key == "setting" else None)
    answers = {**found.answers, REJECTED: ("\n".join(found.hints_rejected),)}
    form = mark(section.checked(answers, said), more.pop("fields", {}))
    page = {"draft": found, "section": section, "form": translate(form, gettext), "visible": visible}
    page |= {"shown": shown(section.mine(seen or found.answers)), "sections": states(found, said)}
    page |= {"settings": instance().settings, "unsaved": False, "problem": "", "checked": "done" in request.args}
    return render_template(f"draft/{section.key}.html", **{**page, **more})


# -- saving


def entry_of(section: Section) -> Entry:
    """What this request wants to save; `Invalid` for characters that cannot be stored."""
    if not request.is_json:
        return from_page(section, given().must().answers)
    body, sent = json_given("fields")
    return from_script(section, sent.must().answers, body.get("changed"), request.headers.get("If-Match", ""))


def saved(draft_id: UUID, section: Section, entry: Entry) -> draft.Saved:
    """Save. A draft that moved on in other answers than these is no conflict: this is saved on top of that."""
    more: dict[str, Any] = {"cleared": entry.cleared, "hints_rejected": entry.rejected}
    try:
        return draft.save(gate(), draft_id, entry.answers, version=entry.version, **more)
    except draft.Edited as edited:
        if entry.base is None or not entry.version or contested(section, entry, edited.draft.answers):
            raise
        merged = only_changed(entry).answers
        return draft.save(gate(), draft_id, merged, version=edited.draft.saved.version, **more)


def nothing_lost(view: Callable[..., Any]) -> Callable[..., Any]:
    """Declare a view that saves: what was typed comes back when it is refused or meets another window's save."""

    @functools.wraps(view)
    def kept(draft_id: UUID, key: str = "") -> Any:
        try:
            return view(draft_id, key) if key else view(draft_id)
        except draft.Edited as edited:
            return _conflict(edited, find_section(key))
        except Invalid as invalid:
            if request.is_json:
                raise
            return _refused(invalid, find_section(key or "attachments"), draft_id)

    return kept


def _conflict(edited: draft.Edited, section: Section) -> Any:
    found, entry = edited.draft, entry_of(section)
    names = contested(section, entry, found.answers)
    differing = differences(section, entry, found.answers, names, words_now())
    if request.is_json:
        theirs = {difference.name: difference.theirs for difference in differing}
        return {"rev": found.saved.version, "theirs": theirs, "checksum": found.saved.checksum}, 409
    rest = {name: values for name, values in only_changed(entry).answers.items() if name not in names}
    base = {name: found.answers.get(name, ()) for name in (*names, *rest, *entry.cleared)}
    page = {"draft": found, "section": section, "differing": differing, "rest": rest, "shown": shown(base)}
    body = render_template("draft/conflict.html", **page, rejected="\n".join(entry.rejected))
    return Response(body, 409)


def _refused(invalid: Invalid, section: Section, draft_id: UUID) -> Response:
    found = draft.read(gate(), draft_id)
    typed = from_page(section, given().answers)
    answers = {name: values for name, values in found.answers.items() if name not in typed.cleared}
    typed_in = replace(found, answers={**answers, **typed.answers})
    message = next(iter(invalid.fields.get("file", ())), invalid.message)
    problem = gettext(message, **invalid.values)
    body = section_page(typed_in, section, seen=found.answers, fields=invalid.fields, unsaved=True, problem=problem)
    return Response(body, invalid.status)
