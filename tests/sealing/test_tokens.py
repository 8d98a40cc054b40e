"""Tokens and the blind index."""

from __future__ import annotations

import base64
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sealing.making import KEY, OTHER_KEY, refused

from intake.sealing.blind import blind_index
from intake.sealing.tokens import new_token, token_secret

TOKEN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"


def test_a_token_holds_a_secret() -> None:
    assert token_secret(TOKEN) == KEY


def test_tokens_are_new_and_safe_in_a_url() -> None:
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    for token in tokens:
        assert len(token) == 43
        assert set(token) <= set(string.ascii_letters + string.digits + "-_")
        value = token_secret(token).reveal()
        assert base64.urlsafe_b64encode(value).decode().rstrip("=") == token


@pytest.mark.parametrize(
    "token",
    [
        "",
        TOKEN[:-1],
        TOKEN + "A",
        TOKEN + "=",
        TOKEN + "\n",
        " " + TOKEN[1:],
        TOKEN[:-1] + "9",  # the same 32 bytes in another spelling
        TOKEN[:20] + "+" + TOKEN[21:],
        TOKEN[:20] + "/" + TOKEN[21:],
        TOKEN[:20] + "é" + TOKEN[21:],
        TOKEN[:20] + "\ud800" + TOKEN[21:],
        TOKEN[:20] + "٣" + TOKEN[21:],
        TOKEN * 1000,
    ],
)
def test_a_malformed_token_is_refused(token: str) -> None:
    refused(lambda: token_secret(token))


@given(st.text(max_size=60).filter(lambda text: len(text) != 43))
def test_no_text_is_an_error_of_another_kind(text: str) -> None:
    refused(lambda: token_secret(text))


def test_exactly_one_spelling_of_each_secret_is_accepted() -> None:
    last = [c for c in string.ascii_letters + string.digits + "-_" if opens(TOKEN[:-1] + c)]
    # 43 characters carry 258 bits: a quarter of what the last character could be stands for 32 bytes.
    assert len(last) == 16


def opens(token: str) -> bool:
    try:
        token_secret(token)
    except Exception:  # noqa: BLE001 (whether, not why)
        return False
    return True


def test_the_blind_index_recognises_the_same_and_nothing_else() -> None:
    index = blind_index(KEY, "case number", "2019-0042")
    assert len(index) == 32
    assert index == blind_index(KEY, "case number", "2019-0042")
    others = [
        blind_index(OTHER_KEY, "case number", "2019-0042"),
        blind_index(KEY, "workplace", "2019-0042"),
        blind_index(KEY, "case number", "2019-0043"),
        blind_index(KEY, "case number", ""),
        blind_index(KEY, "case number2", "019-0042"),
    ]
    assert len({index, *others}) == len(others) + 1
