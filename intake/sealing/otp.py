"""The second factor: six digits from an authenticator app (TOTP, RFC 6238: SHA-1, 30 seconds).

A code is accepted once. Whoever calls keeps the step last accepted and passes it as `after_step`; only a
greater step is ever accepted, so that a code seen over somebody's shoulder is worth nothing.
"""

from __future__ import annotations

import base64
import hmac
import secrets
from typing import Final
from urllib.parse import quote, urlencode

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

PERIOD: Final = 30
DIGITS: Final = 6
WINDOW: Final = 1
_LONGEST_TYPED: Final = 32


def new_secret() -> bytes:
    """20 random bytes, the length RFC 4226 recommends."""
    return secrets.token_bytes(20)


def secret_text(secret: bytes) -> str:
    """The secret in base32, in groups of four, for typing where no camera is at hand."""
    text = base64.b32encode(secret).decode("ascii").rstrip("=")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def uri(secret: bytes, name: str, issuer: str) -> str:
    """The `otpauth:` address that authenticator apps read from a QR code."""
    values = {
        "secret": base64.b32encode(secret).decode("ascii").rstrip("="),
        "issuer": issuer,
        "algorithm": "SHA1",
        "digits": DIGITS,
        "period": PERIOD,
    }
    # quote_via: some apps show the "+" that stands for a space elsewhere.
    return f"otpauth://totp/{quote(issuer, safe='')}:{quote(name, safe='')}?{urlencode(values, quote_via=quote)}"


def code_at(secret: bytes, moment: float) -> str:
    """The code of the step that `moment` (seconds since 1970, UTC) falls in."""
    return _code(secret, int(moment // PERIOD))


def accepted_step(secret: bytes, code: str, *, now: float, after_step: int) -> int | None:
    """The step whose code this is, or None.

    Looks one step back and one ahead, never at a step up to `after_step`. `code` is what was typed: ASCII
    digits, with spaces anywhere. Should a code fit two steps, the later one is given, so that it cannot be
    used again.
    """
    typed = code.replace(" ", "") if len(code) <= _LONGEST_TYPED else ""
    if len(typed) != DIGITS or not (typed.isascii() and typed.isdigit()):
        return None
    present = int(now // PERIOD)
    accepted = None
    for step in range(present - WINDOW, present + WINDOW + 1):
        fits = hmac.compare_digest(_code(secret, step), typed)
        if fits and step > after_step:
            accepted = step
    return accepted


def _totp(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), PERIOD)  # noqa: S303 (RFC 6238; authenticator apps know nothing else)


def _code(secret: bytes, step: int) -> str:
    return _totp(secret).generate(step * PERIOD).decode("ascii")
