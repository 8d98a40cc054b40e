"""Every shape a removed string could survive in is written down, or falls together in the skeleton."""

from __future__ import annotations

import unicodedata

import pytest

from intake.language.variants import skeleton, spoken_digits, variants


def shapes(text: str, kind: str) -> set[str]:
    return {skeleton(variant.text)[0] for variant in variants(text, kind)}


def key(text: str) -> str:
    return skeleton(text)[0]


@pytest.mark.parametrize(
    ("text", "kind", "shape"),
    [
        ("림설경", "PERSON", "임설경"),
        ("림설경", "PERSON", "설경"),
        ("림설경", "PERSON", "림 지도원"),
        ("림설경", "PERSON", "임동무"),
        ("림설경", "PERSON", "림가"),
        ("림설경", "PERSON", "Sol-gyŏng"),
        ("림설경", "PERSON", "Соль Гён"),
        ("림설경", "PERSON", "림*경"),
        ("림설경", "PERSON", "ㄹㅅㄱ"),
        ("림설경", "PERSON", "林代表"),
        ("림설경", "PERSON", "Rim S.G."),
        ("김철", "PERSON", "Chol Kim"),
        ("Chae Un Ok", "PERSON", "Eun-ok"),
        ("Chae Un Ok", "FAMILY", "Ok Chae Un"),
        ("孙国樑", "PERSON", "孫國樑"),
        ("孙国樑", "PERSON", "国樑"),
        ("孙国樑", "PERSON", "小孙"),
        ("孙国樑", "PERSON", "孙会计"),
        ("小银姬", "PERSON", "银姬"),
        ("Дорохов Евгений Николаевич", "PERSON", "Евгений Николаевич"),
        ("Дорохов Евгений Николаевич", "PERSON", "Николаич"),
        ("Viktoria Lebedyanskaya", "PERSON", "Lebedyanskaya, Viktoria"),
        ("박 지배인", "PERSON", "박지배인"),
        ("010-0417-2283", "PHONE", "+82 10 0417 2283"),
        ("+82 10 0417 2283", "PHONE", "010.0417.2283"),
        ("140 0433 7128", "PHONE", "+86 140-0433-7128"),
        ("8 914 000-52-19", "PHONE", "+7 (914) 000 52 19"),
        ("010-0417-2283", "PHONE", "공일공공사일칠이이팔삼"),
        ("140 0433 7128", "PHONE", "幺四零零四三三七幺二八"),
        ("927410356", "ID_NUMBER", "927 410 356"),
        ("KakaoTalk hsk0703", "MESSENGER", "HSK_0703"),
        ("홍펑수산", "WORKPLACE", "홍펑"),
        ("훈춘 하이화식품", "WORKPLACE", "하이화"),
        ("珲春鑫海水产", "WORKPLACE", "珲春鑫海"),
        ("Gulf Meridian Contracting", "WORKPLACE", "Gulf Meridian"),
        ("2019년 3월 14일", "EXACT_DATE", "2019-03-14"),
        ("2019-03-14", "EXACT_DATE", "주체108(2019)년 3월 14일"),
        ("8 December 2019", "EXACT_DATE", "12월 8일"),
    ],
)
def test_shape_is_there(text: str, kind: str, shape: str) -> None:
    assert key(shape) in shapes(text, kind)


def test_a_town_is_not_the_short_name_of_a_firm() -> None:
    assert key("훈춘") not in shapes("훈춘 하이화식품", "WORKPLACE")


def test_a_title_is_not_a_given_name() -> None:
    assert key("지배인") not in shapes("박 지배인", "PERSON")


@pytest.mark.parametrize(
    "hidden",
    [
        unicodedata.normalize("NFD", "김철수"),
        "김\u200b철\u2060수",
        "김 철-수",
        "김\U000e0020철수",
        "ㄱㅣㅁㅊㅓㄹㅅㅜ",
        "김\u3164철수",
        "김\u00ad철.수",
    ],
)
def test_skeletons_meet(hidden: str) -> None:
    assert key(hidden) == key("김철수")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ｐａｒｋ", "park"),
        ("Ch'ŏl", "chol"),
        ("P\u0430k", "pak"),
        ("\u039aim", "kim"),
        ("１２３", "123"),
        ("國樑", "国梁"),
    ],
)
def test_letters_meet(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_different_words_stay_apart() -> None:
    assert key("김아") != key("기마")
    assert key("설경") != key("설영")


def test_offsets_point_into_the_text() -> None:
    text = "아 김\u200b철수"
    letters, offsets = skeleton(text)
    assert len(letters) == len(offsets)
    assert text[offsets[letters.index(key("철"))]] == "철"


def test_spoken_digits() -> None:
    assert "공일공" in set(spoken_digits("010"))
    assert "零幺零" in set(spoken_digits("010"))


def test_nothing_comes_of_nothing() -> None:
    assert list(variants("  ", "PERSON")) == []
    assert next(iter(variants("x", "OTHER_IDENTIFIER"))).text == "x"
