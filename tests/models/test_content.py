"""Content becomes the same bytes every time, comes back whole, and grows by upgrades, never by guessing."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, ClassVar
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayings import SAID, WHO

from intake.errors import Damaged
from intake.models.content import Content, decode, encode
from intake.models.testimony import Attachment, NamedPerson, TestimonyContent, WitnessContent

TEXT = st.text(alphabet=st.characters(exclude_categories=("Cs",)))


@given(narrative=TEXT, name=TEXT, case=st.uuids() | st.none(), data=st.binary(max_size=64))
def test_it_comes_back(narrative: str, name: str, case: UUID | None, data: bytes) -> None:
    attachment = Attachment(id=uuid4(), name=name, media_type="x", size=1, sha256=data, key=data)
    said = replace(SAID, narrative=narrative, case_id=case, attachments=(attachment,), people=(NamedPerson(name=name),))
    assert decode(TestimonyContent, encode(said)) == said
    assert encode(decode(TestimonyContent, encode(said))) == encode(said)


@dataclass(frozen=True, kw_only=True)
class First(Content):
    name: str
    old: str = ""


@dataclass(frozen=True, kw_only=True)
class Third(Content):
    VERSION: ClassVar[int] = 3
    title: str
    count: int

    @staticmethod
    def upgrade_v1(document: dict[str, Any]) -> dict[str, Any]:
        return {"title": document["name"]}

    @staticmethod
    def upgrade_v2(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "count": 7}


def test_an_older_content_is_upgraded_step_by_step() -> None:
    assert decode(Third, encode(First(name="a", old="b"))) == Third(title="a", count=7)


def test_a_newer_content_is_not_guessed_at() -> None:
    with pytest.raises(Damaged):
        decode(First, encode(Third(title="a", count=1)))


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["c"].pop("narrative"),
        lambda d: d["c"].__setitem__("surprise", 1),
        lambda d: d["c"].__setitem__("narrative", 7),
        lambda d: d["c"].__setitem__("case_id", "x"),
        lambda d: d["c"].__setitem__("legs", [1]),
        lambda d: d.pop("v"),
    ],
)
def test_what_is_not_such_content_is_refused(change: Any) -> None:
    document = json.loads(encode(SAID))
    change(document)
    with pytest.raises(Damaged):
        decode(TestimonyContent, json.dumps(document).encode())
    with pytest.raises(Damaged):
        decode(WitnessContent, encode(SAID))
    assert decode(WitnessContent, encode(WHO)) == WHO
