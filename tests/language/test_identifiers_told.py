"""Many short things said of people, days and places, each in its own words: how much of it is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.identifiers_quality import measure

RECORDS = json.loads((Path(__file__).parent / "told_identifiers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["ko", "zh-CN"])
def test_what_is_told_is_found(language: str) -> None:
    result = measure([record for record in RECORDS if record["language"] == language])
    found, right = result["languages"][language]
    assert found >= 0.9
    assert right >= 0.8
    assert result["recall"]["name elsewhere"] >= 0.9
