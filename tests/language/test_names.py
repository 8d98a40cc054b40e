"""Korean names are taken apart and spelled again in both orthographies and three scripts."""

from __future__ import annotations

import pytest

from intake.language import koreannames, names


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        ("림설경", "림", "설경"),
        ("림 설 경", "림", "설경"),
        ("김철", "김", "철"),
        ("제갈민", "제", "갈민"),
        ("제갈공명", "제갈", "공명"),
        ("남궁혜란", "남궁", "혜란"),
        ("설경", "", "설경"),
    ],
)
def test_parse(name: str, surname: str, given: str) -> None:
    assert names.parse(name) == names.Korean(surname, given)


@pytest.mark.parametrize("name", ["", "김", "Kim", "아주긴이름입니다", "김1수"])
def test_what_is_no_korean_name(name: str) -> None:
    assert names.parse(name) is None


def test_both_orthographies() -> None:
    assert set(names.surname_forms("리")) == {"리", "이"}
    assert set(names.surname_forms("임")) == {"임", "림"}
    assert set(names.surname_forms("로")) == {"로", "노"}
    assert set(names.surname_forms("김")) == {"김"}
    assert "연화" in names.given_forms("련화")
    assert "련화" in names.given_forms("연화")
    assert "금여" in names.given_forms("금녀")


@pytest.mark.parametrize(
    ("given", "spelling"),
    [
        ("설경", "solgyong"),
        ("설경", "seolgyeong"),
        ("철수", "cholsu"),
        ("철수", "chulsoo"),
        ("은혜", "unhye"),
        ("태식", "thaesik"),
        ("명희", "myonghui"),
        ("정은", "jongun"),
        ("정은", "jungeun"),
        ("현우", "hyunwoo"),
    ],
)
def test_romanisations(given: str, spelling: str) -> None:
    assert spelling in names.latin_givens(given)


@pytest.mark.parametrize(
    ("given", "spelling"), [("철수", "чхольсу"), ("명학", "мёнхак"), ("은별", "ынбёль"), ("명학", "менхак")]
)
def test_cyrillic(given: str, spelling: str) -> None:
    assert spelling in names.cyrillic_givens(given)


def test_romanised_names_are_taken_apart_and_respelled() -> None:
    owners, given = names.parse_latin("Chae Un Ok") or ((), "")
    assert "채" in owners
    assert given == "unok"
    assert "eunok" in names.respell("unok")
    assert "hyesook" in names.respell("hyesuk")
    assert names.parse_latin("Viktoria Lebedyanskaya") is None
    assert {"lee", "ri", "rhee", "yi"} <= set(names.latin_surname_forms(["이"]))


def test_marks_of_mccune_reischauer_go() -> None:
    assert names.plain("Ch'ŏl") == "Chol"


@pytest.mark.parametrize("name", ["고창수", "림광진", "려명옥", "차순희", "봉춘삼", "탁성일", "정애", "금별"])
def test_names_look_like_names(name: str) -> None:
    assert koreannames.likely(name, 3)


@pytest.mark.parametrize(
    "word", ["사무실", "손전화", "강의실", "지배인", "조선족", "방문을", "하루에", "사장", "언니", "전화"]
)
def test_words_do_not(word: str) -> None:
    assert not koreannames.likely(word, 3)
