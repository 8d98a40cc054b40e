"""Whether a document is a testimony in the exchange format: by the published schema, then by meaning.

In this order: no unstorable characters and no depth that a testimony cannot have; the schema
(`config/exchange.schema.json`); dates that exist; ids that the vocabulary knows; passages that stand in the narrative.
Whatever is wrong is named by its path (`dispatch.from`, `places.3.role`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from intake.errors import N_, Invalid
from intake.forms import passages
from intake.language.normalise import nfc, problem
from intake.language.vocabulary import Vocabulary
from intake.resources import folder

DEPTH = 8
"""Levels of nesting; a testimony has four."""
MOST_ERRORS = 50
_LARGEST = 10**12
MARK = re.compile(r"⟦[A-Z_]+\|([^⟦⟧]*)⟧")
_MISSING = N_("This is missing.")
_UNKNOWN_KEY = N_("This key is not part of the format.")
_UNKNOWN_TERM = N_("There is no such term in the vocabulary.")
_WRONG_DATE = N_("This is not a date. Write a year, a month (2019-02) or a day (2019-02-28) that exists.")
_WORDS = {
    "type": N_("This is of the wrong kind."),
    "enum": N_("This is not one of the values it can have."),
    "pattern": N_("This is not written as the format asks."),
    "maxLength": N_("This is too long."),
    "maxItems": N_("There are too many of these."),
    "minLength": N_("This is empty."),
    "minimum": N_("This number is out of range."),
    "maximum": N_("This number is out of range."),
    "uniqueItems": N_("Something stands here twice."),
}

Fields = dict[str, list[str]]


def checked(document: object, vocabulary: Vocabulary) -> dict[str, Any]:
    """The document with every text in NFC and redaction marks off the narrative. `Invalid` names what is wrong."""
    if not isinstance(document, dict):
        raise Invalid(fields={"": [N_("A testimony is one JSON object.")]})
    clean = _clean(document)
    _refuse(dict(_schema_errors(clean)))
    clean["narrative"] = MARK.sub(r"\1", clean["narrative"])
    _refuse(dict(_date_errors(clean)) | dict(_term_errors(clean, vocabulary)) | dict(_text_errors(clean)))
    return clean


def _refuse(fields: Fields) -> None:
    if fields:
        raise Invalid(fields=dict(list(fields.items())[:MOST_ERRORS]))


# -- by shape


def _clean(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document with every text in NFC; `Invalid` for what no text may hold and for bottomless nesting."""
    wrong: Fields = {}

    def clean(value: Any, path: tuple[str, ...]) -> Any:
        if len(path) > DEPTH:
            raise Invalid(fields={_path(path[:2]): [N_("This is nested too deeply.")]})
        if isinstance(value, str):
            if said := problem(value):
                wrong[_path(path)] = [said]
            return nfc(value)
        if isinstance(value, dict):
            return {_key(key, path, wrong): clean(item, (*path, str(key))) for key, item in value.items()}
        if isinstance(value, list):
            return [clean(item, (*path, str(n))) for n, item in enumerate(value)]
        if isinstance(value, int | float) and not abs(value) <= _LARGEST:  # also true of what is not a number
            wrong[_path(path)] = [_WORDS["maximum"]]
        return value

    made = cast(dict[str, Any], clean(document, ()))
    _refuse(wrong)
    return made


def _key(key: object, path: tuple[str, ...], wrong: Fields) -> str:
    if not isinstance(key, str) or problem(key):
        wrong[_path(path)] = [_UNKNOWN_KEY]
    return str(key)


def _path(parts: Sequence[object]) -> str:
    return ".".join("".join(c if c.isprintable() else "?" for c in str(part)[:100]) for part in parts)


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(folder("config").joinpath("exchange.schema.json").read_text("utf-8")))


def _schema_errors(document: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for error in _validator().iter_errors(document):
        yield from _said(error)


def _said(error: ValidationError) -> Iterator[tuple[str, list[str]]]:
    at = list(error.absolute_path)
    if error.validator == "required":
        for name in cast(list[str], error.validator_value):
            if name not in cast(Mapping[str, Any], error.instance):
                yield _path([*at, name]), [_MISSING]
    elif error.validator == "additionalProperties":
        known = cast(Mapping[str, Any], error.schema).get("properties", {})
        for name in cast(Mapping[str, Any], error.instance):
            if name not in known:
                yield _path([*at, name]), [_UNKNOWN_KEY]
    elif _path(at) in _DATES:
        yield _path(at), [_WRONG_DATE]
    else:
        yield _path(at), [_WORDS.get(str(error.validator), _WORDS["pattern"])]


# -- by meaning

_DATES = ("witness.birth_date", "interview.date", "dispatch.from", "dispatch.to")


def _get(document: Mapping[str, Any], *path: str) -> Any:
    found: Any = document
    for part in path:
        found = (found or {}).get(part)
    return found


def _date_errors(document: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for path in _DATES:
        said = _get(document, *path.split("."))
        if said and not _exists(said):
            yield path, [_WRONG_DATE]
    begin, end = _get(document, "dispatch", "from"), _get(document, "dispatch", "to")
    if begin and end and end < begin[: len(end)]:
        yield "dispatch.to", [N_("This is before the beginning.")]


def _exists(said: str) -> bool:
    try:
        date(*([int(part) for part in said.split("-")] + [1, 1])[:3])
    except ValueError:
        return False
    return True


_LISTS = {
    "mechanisms": "mechanism",
    "mechanisms_denied": "mechanism",
    "focus_areas": "focus-area",
    "indicators": "indicator",
}


def _terms(document: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every id of the document: its path, its scheme, and itself."""
    for name, scheme in _LISTS.items():
        for n, term in enumerate(document.get(name) or ()):
            yield f"{name}.{n}", scheme, term
    for name in ("mentions", "denials"):
        for n, passage in enumerate(document.get(name) or ()):
            yield f"{name}.{n}.mechanism", "mechanism", passage["mechanism"]
    for n, place in enumerate(document.get("places") or ()):
        yield f"places.{n}.role", "place-role", place.get("role")
    yield "consent.form", "consent-form", document["consent"]["form"]


def _term_errors(document: Mapping[str, Any], vocabulary: Vocabulary) -> Iterator[tuple[str, list[str]]]:
    for path, scheme, term in _terms(document):
        concept = vocabulary.find(term) if term else None
        if term and (concept is None or concept.scheme != scheme):
            yield path, [_UNKNOWN_TERM]


def _text_errors(document: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    if not document["narrative"].strip():
        yield "narrative", [_WORDS["minLength"]]
    for name in ("mentions", "denials"):
        for n, passage in enumerate(document.get(name) or ()):
            if passages.find(document["narrative"], MARK.sub(r"\1", passage["quote"])) is None:
                yield f"{name}.{n}.quote", [N_("This passage does not stand in the narrative.")]
