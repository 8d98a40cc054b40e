"""Boxes and the question stay one thing: what is ticked is what is asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.actions.refining import chosen, narrower_of, refine, ticked, within
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.language.vocabulary import parse as terms
from intake.readmodel.grammar import parse
from intake.readmodel.query import to_text

CONFIG = Path(__file__).parents[2] / "config"
TOP, VISITOR, GROUP = "visa-circumvention", "short-term-visitor-visa", "short-term-visitor-visa.tourist-group"
TRAINEE = "trainee-or-student-visa"


@cache
def words() -> tuple[Vocabulary, Gazetteer]:
    files = sorted((CONFIG / "vocabulary").glob("*.toml"))
    return (
        terms(tomllib.loads(file.read_text(encoding="utf-8")) for file in files),
        Gazetteer.parse(tomllib.loads((CONFIG / "places.toml").read_text(encoding="utf-8"))),
    )


def changed(text: str, *, off: tuple[str, ...] = (), on: tuple[str, ...] = (), key: str = "concept") -> str:
    vocabulary, gazetteer = words()
    query = parse(text, vocabulary=vocabulary, gazetteer=gazetteer)
    before = ticked(chosen(query, key), narrower_of(key, vocabulary, gazetteer))
    return to_text(refine(query, {key: before}, {key: (before - set(off)) | set(on)}, vocabulary, gazetteer))


@pytest.mark.parametrize(
    ("text", "off", "on", "then"),
    [
        ("기숙사", (), (TOP,), f"기숙사 concept:{TOP}"),
        (f"concept:{TOP} 기숙사", (TOP,), (), "기숙사"),
        (f"concept:{GROUP}", (), (TOP,), f"concept:{TOP}"),
        (f"concept:{TRAINEE}", (), (GROUP,), f"(concept:{TRAINEE} OR concept:{GROUP})"),
        (f"(concept:{TRAINEE} OR concept:{GROUP}) a", (TRAINEE,), (), f"concept:{GROUP} a"),
        (
            f"concept:{TRAINEE}",
            ("trainee-or-student-visa.student",),
            (),
            f"(concept:={TRAINEE} OR concept:trainee-or-student-visa.trainee)",
        ),
        (
            f"(concept:={TRAINEE} OR concept:trainee-or-student-visa.trainee)",
            (),
            ("trainee-or-student-visa.student",),
            f"concept:{TRAINEE}",
        ),
    ],
)
def test_ticking_changes_the_text(text: str, off: tuple[str, ...], on: tuple[str, ...], then: str) -> None:
    assert changed(text, off=off, on=on) == then


def test_a_facet_leaves_the_rest_of_the_question_alone() -> None:
    text = '"외출 금지" -place:RU (a OR b) concept:movement-restriction'
    assert changed(text, on=("CN",), key="place") == text + " place:CN"


def test_places_are_a_tree_as_well() -> None:
    vocabulary, gazetteer = words()
    then = changed("place:CN-JL", off=("CN-JL.hunchun",), key="place")
    query = parse(then, vocabulary=vocabulary, gazetteer=gazetteer)
    children = narrower_of("place", vocabulary, gazetteer)
    on = ticked(chosen(query, "place"), children)
    assert set(within("CN-JL", children)) - on == set(within("CN-JL.hunchun", children))


SCHEME = tuple(concept.id for concept in words()[0].scheme("mechanism"))


@given(st.lists(st.sampled_from(SCHEME), max_size=4, unique=True), st.sampled_from(SCHEME))
def test_taking_off_and_putting_back_is_as_before(asked: list[str], one: str) -> None:
    """A box that is taken off is off with all below it; put back, everything is on that was on."""
    vocabulary, gazetteer = words()
    children = narrower_of("concept", vocabulary, gazetteer)
    text = " OR ".join(f"concept:{value}" for value in asked)

    def on(of: str) -> frozenset[str]:
        return ticked(chosen(parse(of, vocabulary=vocabulary, gazetteer=gazetteer), "concept"), children)

    off = changed(text, off=(one,))
    below = set(within(one, children))
    if one in on(text):
        assert one not in on(off) or any(one in within(other, children) for other in on(off) - below)
        assert on(text) - below <= on(off) | below
        back = changed(off, on=tuple(below))
        assert on(text) <= on(back)
    else:
        assert on(off) == on(text)
