"""Whatever is sent to whatever address: a page with words, a clean 4xx, never a 500."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from routes import LINES, PEOPLE, filled

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
BODIES: dict[str, tuple[bytes, str]] = {
    "NUL": (b"text=a%00b&name=%00&fingerprint=%00&title=%00&reason=%00&label=%00&narrative-text=a%00&rev=%00", FORM),
    "broken UTF-8": (b"text=%ff%fe&title=%ed%a0%80&reason=%c3", FORM),
    "direction overrides": ("text=\u202eabc\u2066&title=\u202e&reason=\u2067&name=\u202e".encode(), FORM),
    "forged ids": (
        b"testimony=1&case=../../x&account_id=0&role=administrator&compartment_id=1&version=-1&rev=9e9",
        FORM,
    ),
    "Unicode digits": ("version=٣&start=１&end=２&rev=٣&code=１２３４５６".encode(), FORM),
    "huge numbers": (b"version=" + b"9" * 5000 + b"&start=-0&end=1e309&rev=" + b"9" * 400, FORM),
    "many fields": (b"&".join(b"f%d=1" % n for n in range(3000)), FORM),
    "deep JSON": (b"[" * 100_000, JSON),
    "JSON of nothing": (b"null", JSON),
    "JSON list": (b"[1, 2]", JSON),
    "wrong types": (json.dumps({"fields": 7, "changed": {"a": 1}, "text": None, "rev": []}).encode(), JSON),
    "a lone surrogate": (
        b'{"text": "\\ud800", "fields": {"narrative-text": ["\\udfff"]}, "changed": ["narrative-text"]}',
        JSON,
    ),
    "NaN": (b'{"text": NaN, "rev": Infinity}', JSON),
    "plain text": (b"text=abc", "text/plain"),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_nothing_sent_anywhere_is_a_500(name: str, browser: Callable[..., Any]) -> None:
    someone = browser(name, stepped_up=PEOPLE[name] == "reviewer")
    broken = []
    for methods, rule, verb, *roles in LINES:
        if "POST" not in methods or verb in ("account.sign_out", "account.end_session"):
            continue
        if PEOPLE[name] not in roles and roles != ["public"]:
            continue
        for kind, (body, content_type) in BODIES.items():
            answer = someone.client.post(
                filled(rule), data=body, content_type=content_type, headers={"X-CSRF-Token": someone.stamp}
            )
            if answer.status_code >= 500:
                broken.append(f"{rule}: {kind}: {answer.status_code}")
    assert not broken


def test_too_large_is_said_before_it_is_read(browser: Callable[..., Any]) -> None:
    someone = browser("hana")
    headers = {"X-CSRF-Token": someone.stamp}
    for path in ("/draft/start", "/draft/hint", filled("/draft/<uuid:draft_id>/narrative")):
        answer = someone.client.post(path, data=b"x=" + b"a" * (20 << 20), content_type=FORM, headers=headers)
        assert answer.status_code in (413, 415)


def test_a_thousand_parts_are_too_many(browser: Callable[..., Any]) -> None:
    someone = browser("hana")
    parts = {f"f{n}": (io.BytesIO(b"x"), "a.txt") for n in range(2001)}
    answer = someone.client.post("/draft/start", data=parts, headers={"X-CSRF-Token": someone.stamp})
    assert answer.status_code == 413


@pytest.mark.parametrize("name", PEOPLE)
def test_no_address_is_a_500(name: str, browser: Callable[..., Any]) -> None:
    someone = browser(name)
    broken = []
    for methods, rule, verb, *_roles in LINES:
        if "GET" not in methods or verb == "public":
            continue
        for tail in (
            "?q=%00",
            "?page=-1&before=9999999999999999999999&tab=%ff",
            "?" + "q=((((&" * 50,
            "?after=%F0%9F%98%80",
        ):
            answer = someone.get(filled(rule) + tail)
            if answer.status_code >= 500:
                broken.append(f"{rule}{tail[:20]}: {answer.status_code}")
    assert not broken
