"""Tokens: the secret in a link or a session cookie, as text that is safe in a URL."""

from __future__ import annotations

import base64
import re
import secrets
from typing import Final

from intake.errors import Damaged
from intake.sealing.keys import SECRET_SIZE, Secret

_SHAPE: Final = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


def new_token() -> str:
    """43 characters holding 32 random bytes."""
    return secrets.token_urlsafe(SECRET_SIZE)


def token_secret(token: str) -> Secret:
    """The secret a token holds. `Damaged` unless it is exactly as `new_token` would have written it."""
    if not _SHAPE.fullmatch(token):
        raise Damaged
    value = base64.urlsafe_b64decode(token + "=")
    # 43 characters hold two bits more than 32 bytes; a token must not have four spellings.
    if base64.urlsafe_b64encode(value).decode("ascii") != token + "=":
        raise Damaged
    return Secret(value)
