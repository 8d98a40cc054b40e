"""What is typed becomes exactly what is asked, or a refusal that says where and why."""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readmodel import asking
from readmodel.world import the_gazetteer, the_vocabulary

from intake.errors import Invalid
from intake.language.places import Gazetteer
from intake.readmodel import filters
from intake.readmodel.grammar import parse
from intake.readmodel.query import MOST_CLAUSES, Filter, Group, Phrase, Query, Word, normal, to_text

quick = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=1000)


def read(text: str) -> Query:
    return parse(text, vocabulary=the_vocabulary(), gazetteer=the_gazetteer())


def top(text: str) -> tuple[object, ...]:
    return parse(text).root.parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("   ", ()),
        ("기숙사", (Word("기숙사"),)),
        ("기숙사 fence", (Word("기숙사"), Word("fence"))),
        ("기숙사 AND fence", (Word("기숙사"), Word("fence"))),
        ('"외출 금지"', (Phrase("외출 금지"),)),
        ("a OR b", (Group("any", (Word("a"), Word("b"))),)),
        ("a|b", (Group("any", (Word("a"), Word("b"))),)),
        ("a b OR c", (Group("any", (Group("all", (Word("a"), Word("b"))), Word("c"))),)),
        ("-a", (Group("not", (Word("a"),)),)),
        ("NOT a", (Group("not", (Word("a"),)),)),
        ("--a", (Word("a"),)),
        ("e-visa", (Word("e-visa"),)),
        ("-(a b)", (Group("not", (Group("all", (Word("a"), Word("b"))),)),)),
        ("(a OR b) c", (Group("any", (Word("a"), Word("b"))), Word("c"))),
        ("place:CN", (Filter("place", "CN"),)),
        ('장소:"지린성"', (Filter("place", "지린성"),)),
        ("PLACE：CN", (Filter("place", "CN"),)),
        ("-state:released", (Group("not", (Filter("state", "released"),)),)),
        ("12:30", (Word("12:30"),)),
        ("NEAR(a b)", (Word("NEAR"), Word("a"), Word("b"))),
        ("NEAR(a, b)", (Word("NEAR"), Word("a,"), Word("b"))),
        ("visa*", (Word("visa*"),)),
        ("or", (Word("or"),)),
        ("OR" + "x", (Word("ORx"),)),
    ],
)
def test_what_is_typed_is_what_is_asked(text: str, parts: tuple[object, ...]) -> None:
    assert top(text) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("((((", "Character 5"),
        (")", "Character 1: something to search for is missing"),
        ("a)", "Character 2: this parenthesis was never opened"),
        ("(a", "Character 1: this parenthesis is not closed"),
        ("()", "Character 2: something to search for is missing"),
        ("NEAR(", "Character 6"),
        ("*", "Character 1: there is no letter or digit"),
        ("비자 **", "Character 4: there is no letter or digit"),
        ('"', "Character 1: a quotation mark is not closed"),
        ('비자 "외출', "Character 4: a quotation mark is not closed"),
        ('place:"CN', "a quotation mark is not closed"),
        ('""', "Character 1: there is no letter or digit"),
        ("OR", "Character 1: something to search for is missing"),
        ("a OR", "Character 5"),
        ("OR a", "Character 1"),
        ("a OR OR b", "Character 6"),
        ("a AND", "Character 6"),
        ("-", "Character 1"),
        ("- a", "Character 1"),
        ("색깔:빨강", "Character 1: there is no such filter"),
        ("비자 colour:red", "Character 4: there is no such filter"),
        ('place:""', "Character 1: this filter has no value"),
        ('place:"  "', "Character 1: this filter has no value"),
        ("(" * 100 + "a" + ")" * 100, "nested too deeply"),
        ("-" * 100 + "a", "nested too deeply"),
        (" OR ".join(["a"] * 10_000), "too long"),
        ("|".join(["a"] * 9_999), "too many parts"),
        (" ".join(["a"] * (MOST_CLAUSES + 1)), "too many parts"),
        ("비" * 1_000_000, "too long"),
        ("a\x00b", "cannot be stored"),
        ("a\ud800b", "cannot be stored"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(text: str, words: str) -> None:
    began = time.monotonic()
    with pytest.raises(Invalid) as caught:
        parse(text)
    assert words in str(caught.value)
    assert time.monotonic() - began < 20


def test_unknown_keys_are_answered_with_the_known_ones_and_not_with_what_was_typed() -> None:
    with pytest.raises(Invalid) as caught:
        parse("리명수:평양")
    said = str(caught.value)
    assert all(key in said for key in filters.KEYS)
    assert "리명수" not in said


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("concept:no-such-thing", "visa-circumvention"),
        ("concept:visacircumvention", "visa-circumvention"),
        ("mechanism:CN", ""),
        ("place:Atlantis", "CN-LN"),
        ("place:Hunchum", "CN-JL.hunchun"),
        ("sector:visa-circumvention", ""),
        ("year:abc", "2017..2022"),
        ("year:2022..2017", "2019"),
        ("year:20", "2019"),
        ("year:..", "2019"),
        ("entry:2019-05", "2019"),
        ("state:lost", "in-review"),
        ("basis:guess", "tagged"),
        ("period:none", "before"),
        ("period:2019", "before"),
        ("case:7q", "00000000"),
        ("language:klingonisch", "ko"),
        ("focus:none-such", "overseas"),
    ],
)
def test_unknown_values_are_answered_with_known_ones(text: str, like: str) -> None:
    parse(text)
    with pytest.raises(Invalid) as caught:
        read(text)
    assert like in str(caught.value)
    assert text.partition(":")[0] in str(caught.value)
    assert text.partition(":")[2] not in str(caught.value).replace("2019, 2017..2022, ..2019, 2020..", "")


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("concept:visa-circumvention", "concept:visa-circumvention"),
        ('concept:"비자 우회"', "concept:visa-circumvention"),
        ('concept:"Visa Circumvention"', "concept:visa-circumvention"),
        ("concept:规避签证限制", "concept:visa-circumvention"),
        ('concept:"обход визовых ограничений"', "concept:visa-circumvention"),
        ("mechanism:=visa-circumvention", "mechanism:=visa-circumvention"),
        ('mechanism:"=비자 우회"', "mechanism:=visa-circumvention"),
        ("place:훈춘", "place:CN-JL.hunchun"),
        ("place:珲春", "place:CN-JL.hunchun"),
        ("place:Хуньчунь", "place:CN-JL.hunchun"),
        ("place:hunchun", "place:CN-JL.hunchun"),
        ("place:길림성", "place:CN-JL"),
        ("place:Congo", "(place:CD OR place:CG)"),
        ("-place:Congo", "-(place:CD OR place:CG)"),
        ("place:없음", "place:none"),
        ("year:2017..2022", "year:2017..2022"),
        ('year:"2017 .. 2022"', "year:2017..2022"),
        ("year:2019..2019", "year:2019"),
        ("year:1940..2100", "year:1940..2100"),
        ("year:1940..", "year:1940..2100"),
        ("year:..2100", "year:1940..2100"),
        ("entry:2019..", "entry:2019.."),
        ("period:before-2019-12-22", "period:before"),
        ("period:AFTER", "period:after"),
        ("state:Released", "state:released"),
        ("language:zh-CN", "language:zh"),
        ("language:Korean", "language:ko"),
        ("동의:A8", "audience:A8"),
        ("consent:언론", "audience:A7"),
        ("case:00000000000000000000000000000005", "case:00000000-0000-0000-0000-000000000005"),
        ('workplace:"홍펑 수산"', 'workplace:"홍펑 수산"'),
    ],
)
def test_values_become_ids(text: str, resolved: str) -> None:
    query = read(text)
    assert to_text(query) == resolved
    assert read(resolved) == query
    assert filters.resolve(query, the_vocabulary(), the_gazetteer()) == query


def test_a_place_that_is_gone_is_said() -> None:
    empty = Gazetteer.parse({})
    with pytest.raises(Invalid):
        parse("place:CN", vocabulary=the_vocabulary(), gazetteer=empty)


@settings(quick)
@given(query=asking.queries())
def test_object_to_text_and_back(query: Query) -> None:
    text = to_text(query)
    assert parse(text) == normal(query)
    assert to_text(parse(text)) == text
    assert normal(normal(query)) == normal(query)


loose = st.text(alphabet=string.ascii_letters + '가나 다\t"()|-:.*×©²ª한글签 Ж\u0301\u200b', max_size=12)


def built() -> st.SearchStrategy[Query]:
    """Queries a builder could make, with texts nobody checked."""
    leaf = st.one_of(loose.map(Word), loose.map(Phrase), st.builds(Filter, st.sampled_from(tuple(filters.KEYS)), loose))
    clause = st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(Group, st.sampled_from(("all", "any")), st.lists(inner, max_size=3).map(tuple)),
            st.builds(Group, st.just("not"), inner.map(lambda one: (one,))),
        ),
        max_leaves=6,
    )
    return st.lists(clause, max_size=3).map(lambda parts: Query(Group("all", tuple(parts))))


@settings(quick)
@given(query=built())
def test_any_object_has_a_text_that_means_it_or_is_refused(query: Query) -> None:
    try:
        back = parse(to_text(query))
    except Invalid:
        return
    assert back == normal(query)


@settings(quick)
@given(text=st.text(alphabet='ab 가나"()|-:*ORANDNOTplace CN', max_size=60))
def test_any_text_is_read_or_refused_and_reads_the_same_again(text: str) -> None:
    try:
        query = parse(text)
    except Invalid:
        return
    assert parse(to_text(query)) == query
