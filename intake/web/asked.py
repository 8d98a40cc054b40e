"""What came in with a request: forms, JSON and files, in NFC, with a message for what no text may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Any

from flask import Request as FlaskRequest
from flask import request

from intake.errors import N_, IntakeError, Invalid
from intake.language.normalise import nfc, problem

FORM_LIMIT = 8 << 20
"""Bytes of an ordinary form: 170,000 Hangul syllables, percent-encoded, are 1.5 MB."""
PARTS_LIMIT = 2000


class Request(FlaskRequest):
    """Keeps uploads in memory: a plaintext file never touches a disk, not even a temporary one."""

    max_form_memory_size = FORM_LIMIT
    max_form_parts = PARTS_LIMIT

    def _get_file_stream(self, *_described: Any, **_as: Any) -> IO[bytes]:
        return BytesIO()


@dataclass(frozen=True)
class Given:
    """What was typed, by field, in NFC; and per field what cannot be accepted in any text."""

    answers: Mapping[str, tuple[str, ...]]
    problems: Mapping[str, list[str]] = field(default_factory=dict)

    def one(self, name: str, default: str = "") -> str:
        """The last value of a field, without outer spaces."""
        values = self.answers.get(name)
        return values[-1].strip() if values else default

    def raw(self, name: str) -> str:
        """The last value of a field exactly as typed: in a password every space counts."""
        values = self.answers.get(name)
        return values[-1] if values else ""

    def must(self) -> Given:
        """This, unless some field holds what no text may hold: then `Invalid`, naming the fields."""
        if self.problems:
            raise Invalid(fields=dict(self.problems))
        return self


def given(source: Mapping[str, Any] | None = None) -> Given:
    """The request's form (or query, or JSON object of strings and lists of strings) as `Given`."""
    pairs = _pairs(source) if source is not None else request.form.items(multi=True)
    answers: dict[str, tuple[str, ...]] = {}
    problems: dict[str, list[str]] = {}
    for name, value in pairs:
        wrong = problem(value)
        if wrong:
            problems.setdefault(name, []).append(wrong)
            value = "".join("\N{REPLACEMENT CHARACTER}" if problem(c) else c for c in value)  # noqa: PLW2901
        answers[name] = (*answers.get(name, ()), nfc(value.replace("\r\n", "\n")))
    answers.pop("csrf_token", None)
    return Given(answers, problems)


def _pairs(source: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in source.items():
        for one in value if isinstance(value, list) else [value]:
            if not isinstance(one, str):
                raise Invalid(N_("This request makes no sense."))
            yield name, one


def json_given(key: str = "answers") -> tuple[dict[str, Any], Given]:
    """A JSON request: the whole object, and the `Given` under one of its keys."""
    if not request.is_json:
        raise IncomprehensibleRequest
    try:
        body = request.get_json()
    except (RecursionError, ValueError):
        raise Invalid(N_("This request makes no sense.")) from None
    if not isinstance(body, dict) or not isinstance(body.get(key, {}), dict):
        raise Invalid(N_("This request makes no sense."))
    return body, given(body.get(key, {}))


class IncomprehensibleRequest(IntakeError):
    """A body of another kind than the address takes."""

    status = 415
    words = N_("This request makes no sense.")
