"""What was sealed in any version so far opens, and its damaged copies do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sealing.making import refused
from sealing.vectors import freeze, opening

from intake.sealing.formats import Format, header

FOLDER = Path(__file__).parent / "vectors"
VECTORS = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted(FOLDER.glob("*.json"))
    if not path.stem.endswith("-published")
}
OPENABLE = {name: vector for name, vector in VECTORS.items() if "data" in vector}
FAILURES = [
    pytest.param(vector, failure, id=f"{name}: {failure['why']}")
    for name, vector in OPENABLE.items()
    for failure in vector["refused"]
]


def spoiled(data: bytes, failure: dict[str, Any]) -> bytes:
    if "flip" in failure:
        place, bit = divmod(failure["flip"], 8)
        return data[:place] + bytes((data[place] ^ 1 << bit,)) + data[place + 1 :]
    return data[: failure.get("cut", len(data))] + bytes.fromhex(failure.get("append", ""))


@pytest.mark.parametrize("vector", OPENABLE.values(), ids=OPENABLE)
def test_it_opens(vector: dict[str, Any]) -> None:
    opened = opening.OPENERS[vector["kind"]](bytes.fromhex(vector["data"]), vector["inputs"])
    assert opened.hex() == vector["opens"]


@pytest.mark.parametrize(("vector", "failure"), FAILURES)
def test_it_is_refused(vector: dict[str, Any], failure: dict[str, Any]) -> None:
    data = spoiled(bytes.fromhex(vector["data"]), failure)
    inputs = vector["inputs"] | failure.get("inputs", {})
    assert (data.hex(), inputs) != (vector["data"], vector["inputs"])
    refused(lambda: opening.OPENERS[vector["kind"]](data, inputs))


def test_what_is_derived_comes_out_the_same() -> None:
    vector = VECTORS["derivations-1"]
    now = opening.derivations(vector["inputs"])
    # Labels are added over time; none that was there may change or go.
    assert {name: now.get(name) for name in vector["gives"]} == vector["gives"]


def test_every_format_and_every_kind_has_a_vector() -> None:
    assert set(freeze.VECTORS) <= set(VECTORS)
    assert {vector["kind"] for vector in OPENABLE.values()} == set(opening.OPENERS)
    beginnings = {vector["data"][:8] for vector in OPENABLE.values()}
    assert {header(kind).hex() for kind in Format} <= beginnings


def test_every_vector_says_what_must_fail() -> None:
    for name, vector in OPENABLE.items():
        assert len(vector["refused"]) >= 4, name


def test_freezing_again_touches_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in FOLDER.glob("*.json")}
    freeze.freeze()
    assert {path: path.read_bytes() for path in FOLDER.glob("*.json")} == before
    assert capsys.readouterr().out == ""
