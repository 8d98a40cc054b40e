"""Seals: only the owner of the key opens them, for the purpose and in the context they were made for."""

from __future__ import annotations

import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from hypothesis import given
from hypothesis import strategies as st
from sealing.making import OTHER_SEED, SEED, flipped, refused, truncated

from intake.sealing.context import encode
from intake.sealing.keys import SealingKey
from intake.sealing.labels import Label
from intake.sealing.seals import seal, unseal

OWNER = SealingKey(SEED)
OTHER = SealingKey(OTHER_SEED)
SEALED = seal(OWNER.public, Label.GRANT_SEAL, b"context", b"s" * 32)


@given(st.binary(max_size=2000), st.binary(max_size=100))
def test_what_was_sealed_comes_back(plaintext: bytes, context: bytes) -> None:
    sealed = seal(OWNER.public, Label.GRANT_SEAL, context, plaintext)
    assert unseal(OWNER, Label.GRANT_SEAL, context, sealed) == plaintext
    assert len(sealed) == len(plaintext) + 1140
    assert sealed[:4] == b"KK\x02\x01"


def test_every_single_bit_counts() -> None:
    for altered in flipped(SEALED):
        refused(lambda sealed=altered: unseal(OWNER, Label.GRANT_SEAL, b"context", sealed))


def test_every_truncation_is_refused() -> None:
    for altered in truncated(SEALED):
        refused(lambda sealed=altered: unseal(OWNER, Label.GRANT_SEAL, b"context", sealed))


def test_anything_added_is_refused() -> None:
    refused(lambda: unseal(OWNER, Label.GRANT_SEAL, b"context", SEALED + b"\0"))
    refused(lambda: unseal(OWNER, Label.GRANT_SEAL, b"context", b"\0" + SEALED))


def test_a_grant_to_one_does_not_open_for_another() -> None:
    refused(lambda: unseal(OTHER, Label.GRANT_SEAL, b"context", SEALED))


def test_a_seal_opens_in_its_own_context_and_for_its_own_purpose_only() -> None:
    for context in (b"", b"Context", b"context\0"):
        refused(lambda context=context: unseal(OWNER, Label.GRANT_SEAL, context, SEALED))
    for label in set(Label) - {Label.GRANT_SEAL}:
        refused(lambda label=label: unseal(OWNER, label, b"context", SEALED))


def test_unknown_formats_and_suites_are_refused() -> None:
    for header in (b"KK\x02\x02", b"KK\x01\x01", b"KK\x03\x01", b"kk\x02\x01"):
        refused(lambda header=header: unseal(OWNER, Label.GRANT_SEAL, b"context", header + SEALED[4:]))


def test_an_encapsulation_with_a_point_of_small_order_is_refused_in_the_same_words() -> None:
    for point in (bytes(32), b"\1" + bytes(31)):
        crafted = SEALED[: 4 + 1088] + point + SEALED[4 + 1120 :]
        refused(lambda crafted=crafted: unseal(OWNER, Label.GRANT_SEAL, b"context", crafted))


def test_seals_never_repeat() -> None:
    seals = [seal(OWNER.public, Label.GRANT_SEAL, b"", b"same") for _ in range(2000)]
    assert len({sealed[4:1124] for sealed in seals}) == len(seals)
    assert len({sealed[1124:] for sealed in seals}) == len(seals)


def test_a_seal_is_plain_hpke_with_x_wing() -> None:
    """Opened here from RFC 9180 and draft-connolly-cfrg-xwing-kem alone: other software can read it too."""
    material = hashlib.shake_256(SEED.reveal()).digest(96)
    mlkem = MLKEM768PrivateKey.from_seed_bytes(material[:64])
    x25519 = X25519PrivateKey.from_private_bytes(material[64:])
    enc, ciphertext = SEALED[4:1124], SEALED[1124:]
    shared = hashlib.sha3_256(
        mlkem.decapsulate(enc[:1088])
        + x25519.exchange(X25519PublicKey.from_public_bytes(enc[1088:]))
        + enc[1088:]
        + x25519.public_key().public_bytes_raw()
        + bytes.fromhex("5c2e2f2f5e5c")
    ).digest()
    info = encode("kk/v1/seal/grant", b"KK\x02\x01", b"context")
    key, nonce = hpke_key_schedule(shared, info)
    assert AESGCM(key).decrypt(nonce, ciphertext, b"") == b"s" * 32


def hpke_key_schedule(shared: bytes, info: bytes) -> tuple[bytes, bytes]:
    """RFC 9180, section 5.1, base mode; KEM 0x647a (X-Wing), KDF 1 (HKDF-SHA256), AEAD 2 (AES-256-GCM)."""
    suite = b"HPKE" + bytes.fromhex("647a00010002")

    def extract(salt: bytes, label: bytes, ikm: bytes) -> bytes:
        return hmac.digest(salt, b"HPKE-v1" + suite + label + ikm, "sha256")

    def expand(secret: bytes, label: bytes, context: bytes, length: int) -> bytes:
        labeled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context
        return HKDFExpand(algorithm=SHA256(), length=length, info=labeled).derive(secret)

    context = b"\0" + extract(b"", b"psk_id_hash", b"") + extract(b"", b"info_hash", info)
    secret = extract(shared, b"secret", b"")
    return expand(secret, b"key", context, 32), expand(secret, b"base_nonce", context, 12)
