"""One-time codes: as published, once each, and only as six digits."""

from __future__ import annotations

import base64
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.sealing.otp import accepted_step, code_at, new_secret, secret_text, uri

# RFC 6238, appendix B, SHA-1; its eight digits cut to the last six.
RFC_SECRET = b"12345678901234567890"
NOW = 1_700_000_015.0
STEP = int(NOW // 30)


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_as_published(moment: float, code: str) -> None:
    assert code_at(RFC_SECRET, moment) == code
    assert accepted_step(RFC_SECRET, code, now=moment, after_step=0) == moment // 30


@pytest.mark.parametrize("distance", [-1, 0, 1])
def test_one_step_off_is_accepted(distance: int) -> None:
    code = code_at(RFC_SECRET, NOW + 30 * distance)
    assert accepted_step(RFC_SECRET, code, now=NOW, after_step=0) == STEP + distance


@pytest.mark.parametrize("distance", [-3, -2, 2, 3])
def test_more_is_not(distance: int) -> None:
    assert accepted_step(RFC_SECRET, code_at(RFC_SECRET, NOW + 30 * distance), now=NOW, after_step=0) is None


def test_a_code_is_accepted_once_and_none_before_it_ever_again() -> None:
    code = code_at(RFC_SECRET, NOW)
    step = accepted_step(RFC_SECRET, code, now=NOW, after_step=0)
    assert step == STEP
    assert accepted_step(RFC_SECRET, code, now=NOW, after_step=step) is None
    assert accepted_step(RFC_SECRET, code, now=NOW + 30, after_step=step) is None
    earlier = code_at(RFC_SECRET, NOW - 30)
    assert accepted_step(RFC_SECRET, earlier, now=NOW, after_step=step) is None
    later = code_at(RFC_SECRET, NOW + 30)
    assert accepted_step(RFC_SECRET, later, now=NOW, after_step=step) == STEP + 1


def test_a_code_that_fits_two_steps_is_used_up_for_both() -> None:
    # Neighbouring steps share a code about once in a million; this is the first such pair of this secret.
    step = 910_737
    code = code_at(RFC_SECRET, step * 30)
    assert code == code_at(RFC_SECRET, step * 30 + 30)
    assert accepted_step(RFC_SECRET, code, now=step * 30.0, after_step=0) == step + 1


@pytest.mark.parametrize("spelling", ["{0}{1}", "{0} {1}", " {0}{1} ", "{0}   {1}"])
def test_spaces_are_tolerated(spelling: str) -> None:
    code = code_at(RFC_SECRET, NOW)
    typed = spelling.format(code[:3], code[3:])
    assert accepted_step(RFC_SECRET, typed, now=NOW, after_step=0) == STEP


@pytest.mark.parametrize(
    "spell",
    [
        lambda code: "",
        lambda code: " " * 6,
        lambda code: code[:5],
        lambda code: code + "0",
        lambda code: "0" + code,
        lambda code: code + "\n",
        lambda code: "\t" + code,
        lambda code: code[:3] + "-" + code[3:],
        lambda code: code[:3] + "\u00a0" + code[3:],
        lambda code: "".join(chr(0xFF10 + int(digit)) for digit in code),
        lambda code: "".join(chr(0x0660 + int(digit)) for digit in code),
        lambda code: "".join(chr(0x0966 + int(digit)) for digit in code),
        lambda code: "²" * 6,
        lambda code: "+" + code[1:],
        lambda code: code + " " * 10_000,
        lambda code: code * 2000,
        lambda code: "\ud800" * 6,
        lambda code: code + "\0",
    ],
)
def test_anything_but_six_ascii_digits_is_refused(spell: object) -> None:
    typed = spell(code_at(RFC_SECRET, NOW))  # type: ignore[operator]
    assert accepted_step(RFC_SECRET, typed, now=NOW, after_step=0) is None


@given(st.text(max_size=40))
def test_nothing_typed_is_an_error(typed: str) -> None:
    accepted_step(RFC_SECRET, typed, now=NOW, after_step=0)


def test_secrets_are_new_and_can_be_typed() -> None:
    secrets = {new_secret() for _ in range(100)}
    assert len(secrets) == 100
    for secret in secrets:
        text = secret_text(secret)
        assert len(secret) == 20
        assert all(len(group) == 4 for group in text.split(" "))
        assert base64.b32decode(text.replace(" ", "")) == secret


def test_the_address_for_the_app_says_all_it_needs() -> None:
    parsed = urlsplit(uri(RFC_SECRET, "ana/b c:d", "인테이크 Intake"))
    assert (parsed.scheme, parsed.netloc) == ("otpauth", "totp")
    assert unquote(parsed.path) == "/인테이크 Intake:ana/b c:d"
    assert "+" not in parsed.query
    assert parse_qs(parsed.query) == {
        "secret": [base64.b32encode(RFC_SECRET).decode()],
        "issuer": ["인테이크 Intake"],
        "algorithm": ["SHA1"],
        "digits": ["6"],
        "period": ["30"],
    }
