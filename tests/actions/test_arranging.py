"""A question built as a tree means what it says, and any question can be taken apart and put together again."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from people import House
from readmodel import asking

from intake.actions import search
from intake.actions.arranging import Part, clause_of, cut, grown, tree_of
from intake.forms.search import building
from intake.readmodel.grammar import parse
from intake.readmodel.query import Query, all_of, normal


def parts(text: str):  # type: ignore[no-untyped-def]
    return parse(text).root.parts


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(asking.queries())
def test_any_question_is_the_same_after_being_taken_apart(query: Query) -> None:
    clause = clause_of(tree_of(query), parts)
    assert all_of(() if clause is None else (clause,)) == normal(query)


def test_groups_in_groups() -> None:
    tree = Part(
        "all",
        parts=(
            Part(text="place:CN"),
            Part("any", parts=(Part(text="공장 기숙사"), Part("none", parts=(Part(text="a"), Part(text="b"))))),
            Part("none", parts=(Part(text=""), Part(text="state:released"))),
            Part("any", parts=(Part(text=" "),)),
        ),
    )
    clause = clause_of(tree, parts)
    assert clause is not None
    assert all_of((clause,)) == parse("place:CN ((공장 기숙사) OR -(a OR b)) -state:released")


def test_growing_and_cutting() -> None:
    tree = Part("all", parts=(Part(text="a"), Part("any", parts=(Part(text="b"),))))
    assert grown(tree, (1,), Part(text="c")).parts[1].parts == (Part(text="b"), Part(text="c"))
    assert grown(tree, (0,), Part(text="c")) == tree  # a condition holds nothing
    assert grown(tree, (), Part(text="c")).parts[-1] == Part(text="c")
    assert cut(tree, (1, 0)).parts[1].parts == ()
    assert cut(tree, (0,)).parts == tree.parts[1:]
    assert cut(tree, ()) == tree
    assert cut(tree, (7, 3)) == tree


def test_a_form_is_read_in_its_order() -> None:
    said = {"kind.": ["all"], "part.10": ["last"], "part.2": ["first"], "kind.3": ["none"], "part.3-0": ["x"]}
    assert building(said).tree == Part(
        "all", parts=(Part(text="first"), Part("none", parts=(Part(text="x"),)), Part(text="last"))
    )
    assert building({**said, "drop": ["0"]}).tree.parts[0].kind == "none"  # type: ignore[union-attr]
    assert building({}).tree is None


def test_what_makes_no_sense_yet_is_said_and_kept(house: House) -> None:
    gate = house.gate("dain")
    tree = Part("all", parts=(Part(text="place:훈춘"), Part(text="(((")))
    found = search.arrange(gate, "", tree)
    assert found.query is None
    assert found.problem is not None
    assert found.tree == tree
    whole = search.arrange(gate, "", cut(tree, (1,)))
    assert whole.text == "place:CN-JL.hunchun"
    assert search.arrange(gate, "place:훈춘 -a").tree == Part(
        "all", parts=(Part(text="place:CN-JL.hunchun"), Part("none", parts=(Part(text="a"),)))
    )
