"""The box: authenticated encryption under a shared secret that commits to its key.

Layout: header (4) | salt (32) | commitment (32) | ciphertext and tag (length + 16). Per box a fresh random
salt gives a fresh AES-256-GCM key, used once with a zero nonce, so there is no nonce to get wrong; and a
commitment to the key, so no ciphertext opens under two keys.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from intake.errors import Damaged
from intake.sealing.formats import HEADER_SIZE, Format, body, header
from intake.sealing.keys import Secret, hkdf
from intake.sealing.labels import Label

SALT_SIZE: Final = 32
COMMITMENT_SIZE: Final = 32
TAG_SIZE: Final = 16
OVERHEAD: Final = HEADER_SIZE + SALT_SIZE + COMMITMENT_SIZE + TAG_SIZE
_NONCE: Final = bytes(12)


def _keys(key: Secret, salt: bytes, label: Label) -> tuple[AESGCM, bytes]:
    info = b"aead/" + Label(label).encode()
    okm = hkdf(key.reveal(), salt=salt, info=info, length=64)
    return AESGCM(okm[:32]), okm[32:]


def lock(key: Secret, label: Label, context: bytes, plaintext: bytes) -> bytes:
    """`plaintext` in a box only this key, label and context open: 84 bytes longer, different every time."""
    salt = secrets.token_bytes(SALT_SIZE)
    cipher, commitment = _keys(key, salt, label)
    head = header(Format.BOX)
    return head + salt + commitment + cipher.encrypt(_NONCE, plaintext, head + context)


def unlock(key: Secret, label: Label, context: bytes, box: bytes) -> bytes:
    """What was locked. `Damaged`, in the same words whatever is wrong, when anything at all does not fit."""
    rest = body(Format.BOX, box)
    if len(box) < OVERHEAD:
        raise Damaged
    salt, rest = rest[:SALT_SIZE], rest[SALT_SIZE:]
    commitment, ciphertext = rest[:COMMITMENT_SIZE], rest[COMMITMENT_SIZE:]
    cipher, expected = _keys(key, salt, label)
    fits = hmac.compare_digest(commitment, expected)
    # The ciphertext is checked even under a key that does not fit, so that time does not tell the two apart.
    try:
        plaintext = cipher.decrypt(_NONCE, ciphertext, header(Format.BOX) + context)
    except InvalidTag:
        fits, plaintext = False, b""
    if not fits:
        raise Damaged from None
    return plaintext
