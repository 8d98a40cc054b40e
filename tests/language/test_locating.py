"""What was found by its words is shown where it stands, in whatever spelling it stands there."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.language import tokens
from intake.language.locating import passages

TEXT = (
    "저는 훈춘의 로동자였고 기숙사에서 지냈습니다. 사증은 없었습니다. 3개월마다 나갔습니다.\n"
    "The workers' dormitories were locked. Они числились студентами. 宿舍门口有保安。"
)


def found(text: str, *words: str, most: int = 5) -> list[str]:
    return [text[a:b] for a, b in passages(text, [tokens.phrase(word) for word in words], most=most)]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("노동자", "로동자"),
        ("기숙사에서", "기숙사"),
        ("비자", "사증"),
        ("dormitory", "dormitories"),
        ("студент", "студентами"),
        ("宿舍", "宿舍"),
        ("개월", "개월"),
        ("숙", "숙사"),
        ("지냈습니다 비자", "지냈습니다. 사증"),
    ],
)
def test_a_word_is_found_in_every_spelling(typed: str, shown: str) -> None:
    assert found(TEXT, typed) == [shown]


def test_what_is_not_there_is_not_found() -> None:
    assert found(TEXT, "단둥") == []
    assert found(TEXT, "비자 지냈습니다") == []  # the other way round
    assert found("", "비자") == []


def test_everything_asked_for_is_shown_before_anything_twice() -> None:
    text = "비자 비자 비자 비자 기숙사"
    assert found(text, "비자", "기숙사", most=2) == ["비자", "기숙사"]


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "ﬀ İstanbul \u200b" + unicodedata.normalize("NFD", "기숙사") + " 끝"
    assert [unicodedata.normalize("NFC", one) for one in found(text, "기숙사")] == ["기숙사"]


@given(st.text(max_size=80), st.text(min_size=1, max_size=12))
def test_a_word_put_into_any_text_is_found_there(around: str, word: str) -> None:
    wanted = tokens.phrase(word)
    text = f"{around} {word} {around}"
    places = passages(text, [wanted], most=50)
    assert all(0 <= start < end <= len(text) for start, end in places)
    if wanted and not any(len(one) == 1 for one in wanted):
        assert places
