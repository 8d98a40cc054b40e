"""Words and patterns that reviewers write: what they find, what they leave, what is too wide to be one."""

from __future__ import annotations

import time

import pytest

from intake.language.identifiers import Suggestion
from intake.language.normalise import nfc
from intake.language.patterns import Pattern, find, joined, problem


def found(words: str, text: str) -> list[str]:
    return [each.quote for each in find(nfc(text), [Pattern("a1", "UNIT", (words,))])]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("왕눈이", "왕눈이가 왔고 왕눈이한테 주었다", ["왕눈이", "왕눈이"]),
        ("왕눈이", "대왕눈이는 다른 말이다", []),
        ("5호 건설*", "5호  건설사업소에서", ["5호  건설사업소에서"]),
        ("KK-####", "kk-2041, KK-20415, XKK-2041", ["kk-2041"]),
        ("Golden Crane", "the GOLDEN  CRANE and golden cranes", ["GOLDEN  CRANE"]),
        ("왕눈이", "왕눈이", ["왕눈이"]),
        ("a.b", "axb a.b", ["a.b"]),
        ("(철수)", "(철수) 명령", ["(철수)"]),
        ("\\d+ ^$ [a-z]", "12 ^$ x", []),
        ("Журавл*", "у Журавлёва был", ["Журавлёва"]),
        ("😀 표시", "😀 표시가", ["😀 표시"]),
    ],
)
def test_what_a_pattern_finds(words: str, text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


@pytest.mark.parametrize("words", ["가", "#", "*", "###", "**", "  ", "a*", "x" * 121, "가\n나다"])
def test_what_would_be_found_everywhere_is_no_rule(words: str) -> None:
    assert problem(words) is not None


@pytest.mark.parametrize("words", ["왕눈이", "KK-####", "####-####", "5호 건설*", "K##"])
def test_what_is_one(words: str) -> None:
    assert problem(words) is None


def test_suggestions_carry_their_own_rule_and_the_same_words_belong_together() -> None:
    text = "왕눈이가 왔다. 그 왕눈이였다. KK-2041이다."
    made = find(text, [Pattern("a1", "PERSON", ("왕눈이",)), Pattern("b2", "ID_NUMBER", ("KK-####",))])
    assert [(each.kind, each.rule) for each in made] == [("PERSON", "rule.a1")] * 2 + [("ID_NUMBER", "rule.b2")]
    assert made[0].group == made[1].group != made[2].group
    assert all(text[each.start : each.end] == each.quote for each in made)


def test_a_rule_adds_and_never_takes_away() -> None:
    text = "남궁설화 반장과 왕눈이"
    seen = [Suggestion("PERSON", 0, 4, "남궁설화", "name", "P1")]
    more = find(text, [Pattern("a1", "UNIT", ("남궁설화 반장", "왕눈이"))])
    both = joined(seen, more)
    assert [(each.quote, each.rule) for each in both] == [
        ("남궁설화", "name"),
        ("반장과"[:2], "rule.a1"),
        ("왕눈이", "rule.a1"),
    ]
    assert all(text[each.start : each.end] == each.quote for each in both)
    assert joined(seen, find(text, [Pattern("a1", "UNIT", ("남궁설화",))])) == seen


def test_many_rules_and_a_long_text_take_linear_time() -> None:
    text = "가나다라 마바사 " * 20_000
    patterns = [Pattern(f"{at}", "UNIT", (f"{chr(0xAC00 + at * 31)}나*", "가*마*바*사*#")) for at in range(300)]
    began = time.process_time()
    find(text, patterns)
    assert time.process_time() - began < 60
