"""Registration numbers: the register by the form, the check digit by the standard. Numbers of well-known firms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.language.registrations import read

RIGHT = [
    ("91350100M000100Y43", "uscc"),  # the example of GB 32100-2015
    ("9135 0100 M000 100Y 43", "uscc"),
    ("91350100m000100y43", "uscc"),
    ("ИНН 7707083893", "inn"),
    ("INN: 7707083893", "inn"),
    ("ИНН 500100732259", "inn"),
    ("ОГРН 1027700132195", "ogrn"),
]


@pytest.mark.parametrize(("text", "register"), RIGHT)
def test_right_numbers(text: str, register: str) -> None:
    assert (read(text).register, read(text).right) == (register, True)


@given(st.integers(0, 16), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_one_wrong_sign_of_a_chinese_code_is_always_noticed(at: int, sign: str) -> None:
    right = RIGHT[0][0]
    if sign != right[at]:
        assert read(f"USCC {right[:at]}{sign}{right[at + 1 :]}").right is False


def test_a_last_digit_that_is_wrong_is_always_noticed() -> None:
    for text, _ in RIGHT:
        for digit in "0123456789":
            if digit != text[-1]:
                assert read(text[:-1] + digit).right is False


def test_digits_alone_are_russian_only_in_russia() -> None:
    assert read("7707083893").right is None
    assert read("7707083893", russian=True).right is True
    assert read("7707083894", russian=True).right is False
    assert read("123-45-67890").register == ""
    assert read("등기 17호", russian=True).right is None


def test_what_a_source_has_wrong_can_be_kept_so() -> None:
    found = read("?91350100M000100Y44")
    assert (found.register, found.right, found.doubted) == ("uscc", False, True)


@given(st.text(max_size=40))
def test_nothing_breaks_it(text: str) -> None:
    read(text)
    read(text, russian=True)
