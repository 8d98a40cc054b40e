"""An interviewer in a browser without script: opens a section, fills in what the page shows, presses a button."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from people import House

from intake import sessions
from intake.actions import draft
from intake.work import Gate

_CONTROL = re.compile(r"<input ([^>]*)>|<textarea ([^>]*)>(.*?)</textarea>|<select ([^>]*)>(.*?)</select>", re.S)
ENOUGH = {
    "setting": {"setting-date": "2026-03-01", "setting-language": "ko"},
    "consent": {"consent-form": "written", "consent-archive": "N1", "consent-report": "N2"},
    "narrative": {"narrative-text": "사증은 없었습니다. 공장하고 숙소 사이 마당밖에 못 다녔습니다."},
}
"""By section, the least that can be filed."""


def filled(page: str, form_class: str = "section-form") -> dict[str, list[str]]:
    """Every field of a page's form with the value it shows, as a browser would send it."""
    form = re.search(rf'<form[^>]*class="{form_class}".*?</form>', page, re.S)
    assert form is not None, page[:2000]
    found: dict[str, list[str]] = {}
    for control in _CONTROL.finditer(re.sub(r"<template.*?</template>", "", form[0], flags=re.S)):
        attributes = dict(re.findall(r'([\w-]+)(?:="([^"]*)")?', control[1] or control[2] or control[4]))
        name = html.unescape(attributes.get("name", ""))
        if control[4] is not None:
            chosen = re.search(r'<option value="([^"]*)" selected>', control[5])
            value = chosen[1] if chosen else ""
        elif control[2] is not None:
            value = re.sub(r"^\r?\n", "", control[3], count=1)
        elif attributes.get("type") in ("radio", "checkbox") and "checked" not in attributes:
            continue
        else:
            value = attributes.get("value", "")
        found.setdefault(name, []).append(html.unescape(value))
    found.pop("csrf_token")
    return found


@dataclass
class Writer:
    """Somebody's browser on one draft."""

    browser: Any
    house: House
    at: str = ""

    @property
    def draft_id(self) -> UUID:
        return UUID(self.at.rsplit("/", 1)[1])

    @property
    def gate(self) -> Gate:
        """The same session at the gate, to look at what is stored."""
        actor = sessions.resume(self.house.instance, self.browser.token)
        assert actor is not None
        return Gate(self.house.instance, actor)

    def get(self, path: str) -> Any:
        return self.browser.client.get(path)

    def post(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> Any:
        data = {"csrf_token": self.browser.stamp, **(data or {})}
        return self.browser.client.post(path, data=data, **more)

    def send(self, path: str, body: object, **headers: str) -> Any:
        headers = {"X-CSRF-Token": self.browser.stamp, **headers}
        return self.browser.client.post(path, json=body, headers=headers)

    def begin(self, **setting: str) -> Writer:
        self.at = self.post("/draft/start", setting).location
        return self

    def stored(self) -> dict[str, tuple[str, ...]]:
        return draft.read(self.gate, self.draft_id).answers

    @property
    def rev(self) -> int:
        return draft.read(self.gate, self.draft_id).saved.version

    def page(self, section: str) -> str:
        answer = self.get(f"{self.at}/{section}")
        assert answer.status_code == 200
        return str(answer.get_data(as_text=True))

    def fill(self, section: str, button: str = "stay", pressed: str = "1", **typed: Any) -> Any:
        """Open the section, type, press a button."""
        return self.press(section, filled(self.page(section)), button, pressed, **typed)

    def press(
        self, section: str, fields: dict[str, Any], button: str = "stay", pressed: str = "1", **typed: Any
    ) -> Any:
        return self.post(f"{self.at}/{section}", {**fields, **typed, button: pressed})

    def save(self, section: str, fields: dict[str, list[str]], rev: int | None = None) -> Any:
        """What the page's script sends."""
        body = {"fields": fields, "changed": list(fields)}
        return self.send(f"{self.at}/{section}", body, **{"If-Match": str(self.rev if rev is None else rev)})

    def enough(self) -> Writer:
        """Write the least that can be filed."""
        for section, typed in ENOUGH.items():
            assert self.fill(section, **typed).status_code == 303
        return self

    def file(self, **more: str) -> Any:
        return self.post(f"/testimony/{self.draft_id}/file", {"rev": str(self.rev), **more})
