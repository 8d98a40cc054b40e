"""The seal: encryption to a public key, so that whoever files a thing need not be able to read it.

HPKE base mode (RFC 9180) with X-Wing (ML-KEM-768 and X25519), HKDF-SHA256 and AES-256-GCM: it stays shut
unless both the lattice and the curve fall. Layout: header (4) | encapsulation (1,120) | ciphertext and tag. A
seal says nothing of who made it; where that matters, what is inside is signed.
"""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from intake.errors import Damaged
from intake.sealing.context import encode
from intake.sealing.formats import HEADER_SIZE, Format, body, header
from intake.sealing.keys import PublicKey, SealingKey
from intake.sealing.labels import Label

ENCAPSULATION_SIZE: Final = 1120
OVERHEAD: Final = HEADER_SIZE + ENCAPSULATION_SIZE + 16
_SUITE: Final = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _info(label: Label, context: bytes) -> bytes:
    return encode(Label(label), header(Format.SEAL), context)


def seal(public: PublicKey, label: Label, context: bytes, plaintext: bytes) -> bytes:
    """`plaintext` sealed to the owner of `public`: 1,140 bytes longer, different every time."""
    return header(Format.SEAL) + _SUITE.encrypt(plaintext, public.hpke, info=_info(label, context))


def unseal(key: SealingKey, label: Label, context: bytes, sealed: bytes) -> bytes:
    """What was sealed. `Damaged`, in the same words whatever is wrong, when anything at all does not fit."""
    rest = body(Format.SEAL, sealed)
    if len(sealed) < OVERHEAD:
        raise Damaged
    try:
        return _SUITE.decrypt(rest, key.hpke, info=_info(label, context))
    except InvalidTag:
        raise Damaged from None
