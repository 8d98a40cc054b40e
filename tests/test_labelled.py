"""The 24 labelled testimonies: tags as filed are always found; without tags, mentions find most, and say why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from people import House

from intake.actions import search, testimony, vocabulary
from intake.forms.exchange import parse_exchange
from intake.resources import folder
from intake.work import Gate

DOCUMENTS = [
    json.loads(p.read_text(encoding="utf-8"))
    for p in sorted((folder("config") / "demo" / "testimonies").glob("*.json"))
]
MECHANISMS = (
    "short-term-visitor-visa",
    "trainee-or-student-visa",
    "one-month-visa-free-rotation",
    "dormitory-confinement",
)
VISA = MECHANISMS[:3]


def _labelled(*mechanisms: str) -> set[str]:
    return {d["id"] for d in DOCUMENTS if set(mechanisms) & set(d["mechanisms"])}


def _found(gate: Gate, query: str) -> search.Answer:
    answer = search.run(gate, query, limit=100, facets=())
    assert answer.complete
    return answer


@pytest.fixture
def filed(house: House) -> Gate:
    return _file(house, tags=True)


@pytest.fixture
def untagged(house: House) -> Gate:
    return _file(house, tags=False)


def _file(house: House, *, tags: bool) -> Gate:
    hana = house.gate("hana")
    _, terms, places = vocabulary.list_(hana)
    for document in DOCUMENTS:
        said, witness = parse_exchange(document, terms, places)
        if not tags:
            said = replace(said, mechanisms=(), mechanisms_denied=())
        testimony.transcribe(hana, said, witness)
    return house.gate("dain")


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_every_labelled_testimony_is_found(filed: Gate, mechanism: str) -> None:
    answer = _found(filed, f"mechanism:{mechanism}")
    assert {row.external_id for row in answer.rows} == _labelled(mechanism)
    assert all("tagged" in row.basis and row.why for row in answer.rows)


def test_every_case_that_mentions_visa_circumvention(filed: Gate) -> None:
    answer = _found(filed, "concept:visa-circumvention")
    assert _labelled(*VISA) <= {row.external_id for row in answer.rows}
    assert answer.counts.witnesses == answer.counts.testimonies
    for row in answer.rows:
        for why in row.why:
            if why.start is not None and why.end is not None:
                assert row.content.narrative[why.start : why.end] == why.quote


def test_without_tags_mentions_alone_find_most(untagged: Gate) -> None:
    """Every mechanism: at least nine in ten of those that speak of it, and hardly any that do not."""
    for mechanism in MECHANISMS:
        answer = _found(untagged, f"concept:{mechanism}")
        found, labelled = {row.external_id for row in answer.rows}, _labelled(mechanism)
        assert len(found & labelled) >= 0.9 * len(labelled), (mechanism, labelled - found)
        assert len(found & labelled) >= 0.9 * len(found), (mechanism, found - labelled)


def test_a_denial_is_no_practice(untagged: Gate) -> None:
    for document in DOCUMENTS:
        for mechanism in document["mechanisms_denied"]:
            if mechanism in document["mechanisms"]:
                continue
            mentioned = {r.external_id for r in _found(untagged, f"concept:{mechanism} basis:mentioned").rows}
            assert document["id"] not in mentioned, (document["id"], mechanism)


def test_false_friends_stay_out(untagged: Gate) -> None:
    """Testimonies without any mechanism never answer the question about visas."""
    innocent = {d["id"] for d in DOCUMENTS if not d["mechanisms"]}
    found = {row.external_id for row in _found(untagged, "concept:visa-circumvention").rows}
    assert len(found & innocent) <= 1


def _languages() -> Iterator[tuple[str, str]]:
    for document in DOCUMENTS:
        for mention in document["mentions"]:
            yield document["language"], mention["mechanism"]


def test_the_labels_cover_four_languages() -> None:
    assert {language for language, _ in _languages()} == {"ko", "en", "zh-CN", "ru"}
    assert Path(folder("config") / "exchange.schema.json").is_file()
