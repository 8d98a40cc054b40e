"""Particles fit the word before them and give nothing away."""

from __future__ import annotations

import pytest

from intake.language.particles import correct, follow, opaque


@pytest.mark.parametrize(
    ("word", "particle", "form"),
    [
        ("철수", "이", "가"),
        ("은정", "가", "이"),
        ("은정", "이/가", "이"),
        ("철수", "은/는", "는"),
        ("은정", "을", "을"),
        ("철수", "과", "와"),
        ("은정", "아", "아"),
        ("철수", "아", "야"),
        ("서울", "으로", "로"),
        ("훈춘", "로", "으로"),
        ("단둥", "으로/로", "으로"),
        ("철수", "이나", "나"),
        ("은정", "라고", "이라고"),
        ("3", "이/가", "이"),
        ("2", "이/가", "가"),
        ("7", "으로", "로"),
        ("10", "을/를", "을"),
        ("Kim", "이/가", "이"),
        ("Lee", "이/가", "가"),
        ("R", "이/가", "이"),
        ("K", "이/가", "가"),
        ("그 사람”", "은/는", "은"),
        ("철수", "에서", "에서"),
    ],
)
def test_follow(word: str, particle: str, form: str) -> None:
    assert follow(word, particle) == form


@pytest.mark.parametrize(
    ("before", "replacement", "after", "corrected"),
    [
        ("철수", "그 사람", "는 버럭에", "은 버럭에"),
        ("은정", "동료", "이 갔다", "가 갔다"),
        ("훈춘", "중국", "으로 갔다", "으로 갔다"),
        ("서울", "중국", "로 갔다", "으로 갔다"),
        ("광진", "친구", "이가 군대에", "가 군대에"),
        ("광진", "동생", "이네 집", "네 집"),
        ("설경", "친구", "아, 가자", "야, 가자"),
        ("주성철", "한 간부", "이라고 했다", "라고 했다"),
        ("철수", "그 사람", "였습니다", "이었습니다"),
        ("은정", "그 여자", "입니다", "입니다"),
        ("은정", "동료", " 동무", " 동무"),
        ("은정", "동료", "에서", "에서"),
        ("은정", "동료", "", ""),
    ],
)
def test_correct(before: str, replacement: str, after: str, corrected: str) -> None:
    assert correct(before, replacement, after) == corrected


PAIRS = [
    ("이 갔다", "가 갔다"),
    ("은 갔다", "는 갔다"),
    ("을 보다", "를 보다"),
    ("과 함께", "와 함께"),
    ("아, 가자", "야, 가자"),
    ("이라고 했다", "라고 했다"),
    ("이었다", "였다"),
]


@pytest.mark.parametrize("token", ["인물 K7", "[NAME]", "██████", "[장소: 지린성]"])
@pytest.mark.parametrize(("closed", "open_"), PAIRS)
def test_an_opaque_token_hides_the_ending(token: str, closed: str, open_: str) -> None:
    hidden = {correct("은정", token, closed), correct("철수", token, open_)}
    assert len(hidden) == 1
    assert "(" in hidden.pop()


@pytest.mark.parametrize("token", ["인물 K7", "동료", "그 사람"])
def test_the_name_forming_i_does_not_stay(token: str) -> None:
    assert correct("광진", token, "이가 갔다") == correct("철수", token, "가 갔다")


def test_opaque() -> None:
    assert opaque("인물 K7")
    assert opaque("[NAME]")
    assert not opaque("한 동료")
    assert not opaque("지린성")
