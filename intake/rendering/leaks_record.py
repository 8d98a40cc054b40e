"""What must not leave, read off a record in the exchange format: who is in it, and what its account gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from intake.language.identifiers import KINDS, suggest
from intake.language.normalise import nfc
from intake.rendering.leaks_text import Watched

_MARK = re.compile(r"⟦([A-Z_]+)\|([^⟦⟧]*)⟧")
# Not those that single somebody out only together with others: their words are ordinary words.
_NAMED_KINDS = frozenset(KINDS) - {"OTHER_IDENTIFIER"}


def unmarked(narrative: str) -> str:
    """A narrative without redaction marks: `⟦KIND|text⟧` becomes the text."""
    return _MARK.sub(lambda mark: mark[2], narrative)


def watched(record: Mapping[str, Any], wide: frozenset[str] = frozenset()) -> list[Watched]:
    """Every name, number, place and firm of a record, as `check_file` takes them. `wide`: casefolded names of cities
    and larger places, which are no secret.

    From the identity, the dispatch, the marks of the narrative (`⟦KIND|text⟧`) and what the rules suggest in it.
    """
    found: dict[tuple[str, str], Watched] = {}
    for text, kind, group in (*_identity(record), *_dispatch(record), *_account(record, wide)):
        if text.strip():
            found.setdefault(
                (nfc(text), kind), Watched(nfc(text), kind, group, "witness" if group == "witness" else None)
            )
    return list(found.values())


def _identity(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    witness = _part(record, "witness")
    for name in (witness.get("name"), witness.get("name_latin"), *(witness.get("aliases") or ())):
        yield str(name or ""), "PERSON", "witness"
    for key, kind in (("phone", "PHONE"), ("messenger", "MESSENGER"), ("birth_date", "BIRTH_DATE")):
        yield str(witness.get(key) or ""), kind, kind.lower()
    for at, relative in enumerate(witness.get("family") or ()):
        name = relative.get("name") if isinstance(relative, Mapping) else relative
        yield str(name or ""), "FAMILY", f"family-{at + 1}"


def _part(record: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = record.get(key)
    return part if isinstance(part, Mapping) else {}


def _dispatch(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    dispatch = _part(record, "dispatch")
    for key, kind in (("workplace", "WORKPLACE"), ("employer", "WORKPLACE"), ("dispatching_unit", "UNIT")):
        yield str(dispatch.get(key) or ""), kind, key


def _account(record: Mapping[str, Any], wide: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    narrative = str(record.get("narrative") or "")
    for at, mark in enumerate(_MARK.finditer(narrative)):
        if mark[1] in _NAMED_KINDS:
            yield mark[2], mark[1], f"mark-{at + 1}"
    clean = {**record, "narrative": unmarked(narrative)}
    for each in suggest(clean, wide=wide):
        if each.kind in _NAMED_KINDS:
            yield each.quote, each.kind, each.group
