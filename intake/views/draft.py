"""The interviewer's desk, and the pages on which a testimony is written: one per section, saved by script or button."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from intake.access import may
from intake.actions import draft
from intake.errors import N_, Invalid
from intake.forms.sections import SECTIONS, following, preset, same_setting, title
from intake.views.drafting import entry_of, find_section, nothing_lost, saved, section_page, states, words_now
from intake.web import Given, actor, gate, given, instance, json_given, locale, performs, see

pages = Blueprint("draft", __name__, url_prefix="/draft")
_SLACK = 1 << 20
_CHUNK = 1 << 20
_CLEARLY = 0.7
_LONGEST_NAME = 200
_LONGEST_NOTE = 1000
_TOO_LARGE = N_("This file is larger than %(limit)s MiB.")
_TOO_MUCH = N_("This is too large to be sent at once.")


# -- the desk


@pages.get("/", endpoint="list")
@performs(draft.list_)
def list_drafts() -> str:
    desk, said = draft.list_(gate()), words_now()
    progress = {d.id: [section.state(d.answers, said) for section in SECTIONS] for d in desk.drafts}
    return render_template(
        "draft/list.html", desk=desk, progress=progress, title_of=title, setting_of=same_setting, total=len(SECTIONS)
    )


@pages.post("/start")
@performs(draft.start)
def start() -> AnyResponse:
    """A new draft; what is sent of a setting is taken over."""
    begin = preset(instance().clock().date(), locale(), actor().name)
    draft_id = draft.start(gate(), begin | same_setting(given().must().answers))
    return see("draft.read", draft_id=draft_id)


@pages.post("/<uuid:draft_id>/discard")
@performs(draft.discard)
def discard(draft_id: UUID) -> AnyResponse:
    draft.discard(gate(), draft_id)
    return see("draft.list", done="removed")


# -- writing


@pages.get("/<uuid:draft_id>")
@performs(draft.read)
def read(draft_id: UUID) -> str:
    found = draft.read(gate(), draft_id)
    return render_template("draft/read.html", draft=found, sections=states(found, words_now()), title_of=title)


@pages.get("/<uuid:draft_id>/<key>")
@performs(draft.read)
def edit(draft_id: UUID, key: str) -> str:
    section = find_section(key)
    return section_page(draft.read(gate(), draft_id), section)


@pages.post("/<uuid:draft_id>/<key>")
@performs(draft.save)
@nothing_lost
def save(draft_id: UUID, key: str) -> AnyResponse | Mapping[str, object]:
    section = find_section(key)
    entry = entry_of(section)
    receipt = saved(draft_id, section, entry)
    if request.is_json:
        return {"rev": receipt.version, "saved_at": receipt.saved_at.isoformat(), "checksum": receipt.checksum}
    after = following(key) if "next" in request.form else key
    if after is None:
        return see("testimony.file", draft_id=draft_id)
    done = {"done": "saved"} if "stay" in request.form else {}
    return see("draft.edit", draft_id=draft_id, key=after, _anchor=entry.row or None, **done)


@pages.post("/hint")
@performs(draft.hint)
def hint() -> list[dict[str, Any]]:
    """Mechanisms that a text seems to mention; offsets in code points of the text as sent, in NFC."""
    body, _ = json_given("fields")
    text = given({"text": body.get("text", "")}).raw("text")
    found = draft.hint(gate(), text)
    return [{**vars(one), "strength": "strong" if one.strength >= _CLEARLY else "weak"} for one in found]


# -- attachments


@pages.url_value_preprocessor
def _room_for_a_file(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A request with a file may be as large as a file may be; only for those who may attach one at all."""
    if endpoint == "draft.attach" and may(actor(), "draft.attach"):
        request.max_content_length = (instance().settings.attachment_mib << 20) + _SLACK


@pages.post("/<uuid:draft_id>/attach")
@performs(draft.attach)
@nothing_lost
def attach(draft_id: UUID) -> AnyResponse:
    file, said = _chosen()
    parts = iter(lambda: file.stream.read(_CHUNK), b"")
    draft.attach(gate(), draft_id, said.one("name"), file.mimetype[:100], parts, said.one("description"))
    return see("draft.edit", draft_id=draft_id, key="attachments", done="saved")


def _chosen() -> tuple[FileStorage, Given]:
    """The file of this request, and what it is called and said to be."""
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Invalid(fields={"file": [N_("Choose a file first.")]})
    name = file.filename.replace("\\", "/").rpartition("/")[2][-_LONGEST_NAME:]
    return file, given({"name": name, "description": request.form.get("description", "")[:_LONGEST_NOTE]}).must()


@pages.post("/<uuid:draft_id>/attachment/<uuid:attachment_id>/detach")
@performs(draft.detach)
def detach(draft_id: UUID, attachment_id: UUID) -> AnyResponse:
    draft.detach(gate(), draft_id, attachment_id)
    return see("draft.edit", draft_id=draft_id, key="attachments", done="removed")


@pages.errorhandler(RequestEntityTooLarge)
def too_large(_problem: RequestEntityTooLarge) -> Response:
    """Larger than the request may be: said with the limit, before anything was stored."""
    limit = instance().settings.attachment_mib
    words = gettext(_TOO_LARGE, limit=limit) if request.endpoint == "draft.attach" else gettext(_TOO_MUCH)
    if request.is_json:
        return Response(json.dumps({"error": words, "fields": {}}), 413, mimetype="application/json")
    page = {"status": 413, "words": words, "fields": {}, "reference": None, "seconds": None}
    return Response(render_template("error.html", **page), 413)
