"""What a document is indexed under is what a query asks for."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.language import tokens
from intake.language.tokens import phrase, terms


def within(needle: list[str], haystack: list[str]) -> bool:
    return any(haystack[i : i + len(needle)] == needle for i in range(len(haystack) - len(needle) + 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("기숙사", ["기숙", "숙사"]),
        ("돈 37키로", ["돈", "37", "키로"]),
        ("學生簽證", ["学生", "生签", "签证"]),
        ("Workers' dormitories, 3,500!", ["worker", "dormitori", "3", "500"]),
        ("Рабочие визы", ["рабоч", "виз"]),
        ("", []),
        ("…—!", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("기숙사", "공장 기숙사에서 잤다"),
        ("기숙사에서", "기숙사를 잠갔다"),
        ("노동자", "로동자들이"),
        ("방문비자", "방문사증이었습니다"),
        ("비자", "사증은 없었다"),
        ("签证", "沒有簽證"),
        ("exit stamp", "the Exit Stamps were"),
        ("рабочая виза", "без рабочей визы"),
        ("단동에서", "단동에서는"),
    ],
)
def test_query_finds_text(query: str, text: str) -> None:
    assert within(phrase(query), terms(text))


@pytest.mark.parametrize(
    ("query", "text"),
    [("비자", "검사증을 보였다"), ("비자", "수사증거"), ("기숙사", "기숙 생활, 숙사"), ("stamp exit", "exit stamp")],
)
def test_query_does_not_find(query: str, text: str) -> None:
    assert not within(phrase(query), terms(text))


@given(st.text(max_size=60))
def test_any_text_is_cut_the_same_way_twice(text: str) -> None:
    assert terms(text) == terms(text)
    assert all(term and not term.isspace() for term in terms(text))


@given(st.text("가나다라 abc漢字визы 12", min_size=1, max_size=20), st.text("하", max_size=3))
def test_a_text_finds_itself(text: str, after: str) -> None:
    assert within(terms(text), terms(f"{text} {after}"))


def test_what_is_remembered_of_words_is_bounded() -> None:
    most = tokens._cut.cache_parameters()["maxsize"]
    assert most is not None
    terms(" ".join(f"word{number}x" for number in range(most // 2 + 1)))
    assert 0 < tokens._cut.cache_info().currsize <= most


def test_megabytes_a_second() -> None:
    text = "단동에 나갔습니다. 로동사증이 아니고 방문사증이었습니다. The whole shift went over the bridge. " * 4000
    terms(text[:1000])
    began = time.process_time()
    terms(text)
    assert len(text.encode()) / (time.process_time() - began) > 1_000_000
