"""Keys: they do not leak, they grow the same way for ever, and bad public keys are refused."""

from __future__ import annotations

import copy
import hashlib
import json
import logging
import pickle
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from hypothesis import given
from hypothesis import strategies as st
from sealing.making import KEY, OTHER_KEY, OTHER_SEED, SEED, flipped, refused

from intake.sealing.keys import (
    PublicKey,
    SealingKey,
    Secret,
    SigningKey,
    VerifyKey,
    expand,
    fingerprint_text,
)
from intake.sealing.labels import Label

X_WING = json.loads((Path(__file__).parent / "vectors" / "x-wing-published.json").read_text("utf-8"))
GUARDED = [KEY, SealingKey(SEED), SigningKey(SEED)]


@pytest.mark.parametrize("key", GUARDED, ids=lambda key: type(key).__name__)
def test_a_secret_cannot_be_shown_copied_pickled_or_hashed(key: object, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("somewhere").warning("%s %r %s", key, key, [key])
    shown = "".join((repr(key), str(key), f"{key}", f"{[key]}", caplog.text))
    for secret in (KEY, SEED):
        value = secret.reveal()
        for form in (value.hex(), repr(value), str(list(value)), value.decode("latin-1")):
            assert form not in shown
    for act in (copy.copy, copy.deepcopy, *(lambda k, n=n: pickle.dumps(k, n) for n in range(6))):
        with pytest.raises(TypeError):
            act(key)
    for act in (hash, json.dumps, bytes, iter, vars):
        with pytest.raises(TypeError):
            act(key)  # type: ignore[operator]


def test_secrets_are_compared_by_content() -> None:
    again = Secret(KEY.reveal())
    assert again == KEY
    assert again != OTHER_KEY
    assert again != KEY.reveal()


@given(st.binary(max_size=80).filter(lambda value: len(value) != 32))
def test_a_secret_of_another_length_is_refused(value: bytes) -> None:
    refused(lambda: Secret(value))


def test_a_secret_is_made_of_bytes_only() -> None:
    for value in ("a" * 32, bytearray(32), [0] * 32, None):
        with pytest.raises(TypeError):
            Secret(value)  # type: ignore[arg-type]


def test_random_secrets_and_what_grows_from_them_never_repeat() -> None:
    seen: set[bytes] = set()
    for number in range(1000):
        secret = Secret.random()
        grown = [secret, *(secret.derive(label) for label in Label), secret.derive(Label.SESSION_ID, number)]
        values = {one.reveal() for one in grown}
        assert len(values) == len(Label) + 2
        assert seen.isdisjoint(values)
        seen |= values


def test_parts_of_a_derivation_are_kept_apart() -> None:
    one = KEY.derive(Label.SESSION_WRAP, "a", "bc")
    assert one == KEY.derive(Label.SESSION_WRAP, "a", "bc")
    for parts in (("ab", "c"), ("abc",), ("a", "bc", ""), ("a", b"bc"), ()):
        assert one != KEY.derive(Label.SESSION_WRAP, *parts)


def test_only_a_label_of_the_list_derives() -> None:
    with pytest.raises(ValueError, match="not a valid Label"):
        KEY.derive("kk/v1/unheard-of")  # type: ignore[arg-type]


def test_an_x_wing_seed_expands_as_published() -> None:
    seed = Secret(bytes.fromhex(X_WING["seed"]))
    public = bytes.fromhex("".join(X_WING["public"]))
    assert SealingKey(seed).public.raw == public
    assert len(public) == 1216


def test_an_x_wing_ciphertext_opens_as_published() -> None:
    """The private half: the published encapsulation gives the published shared secret."""
    mlkem_seed, scalar = expand(bytes.fromhex(X_WING["seed"]))
    ciphertext = bytes.fromhex("".join(X_WING["ciphertext"]))
    public = bytes.fromhex("".join(X_WING["public"]))
    x25519 = X25519PrivateKey.from_private_bytes(scalar)
    shared = hashlib.sha3_256(
        MLKEM768PrivateKey.from_seed_bytes(mlkem_seed).decapsulate(ciphertext[:1088])
        + x25519.exchange(X25519PublicKey.from_public_bytes(ciphertext[1088:]))
        + ciphertext[1088:]
        + public[1184:]
        + bytes.fromhex("5c2e2f2f5e5c")
    )
    assert shared.hexdigest() == X_WING["shared"]


def test_a_public_key_comes_back_from_its_bytes() -> None:
    public = SealingKey(SEED).public
    again = PublicKey(public.raw)
    assert again == public
    assert hash(again) == hash(public)
    assert again.fingerprint == public.fingerprint
    assert len(public.fingerprint) == 32
    assert public != SealingKey(OTHER_SEED).public
    assert public.fingerprint != SealingKey(OTHER_SEED).public.fingerprint


def test_what_is_no_public_key_is_refused() -> None:
    raw = SealingKey(SEED).public.raw
    for bad in (b"", raw[:-1], raw + b"\0", bytes(1215)):
        refused(lambda bad=bad: PublicKey(bad))
    # Coefficients of ML-KEM beyond the modulus (FIPS 203, section 7.2); then points of small order.
    refused(lambda: PublicKey(b"\xff" * 1184 + raw[1184:]))
    for point in (bytes(32), b"\1" + bytes(31)):
        refused(lambda point=point: PublicKey(raw[:1184] + point))


def test_a_signature_fits_one_message_one_purpose_one_person() -> None:
    key, other = SigningKey(SEED), SigningKey(OTHER_SEED)
    signature = key.sign(Label.GRANT_SIGNATURE, b"message")
    verifier = VerifyKey(key.public.raw)
    verifier.verify(Label.GRANT_SIGNATURE, b"message", signature)
    refused(lambda: other.public.verify(Label.GRANT_SIGNATURE, b"message", signature))
    for message in (b"", b"Message", b"message\0"):
        refused(lambda message=message: verifier.verify(Label.GRANT_SIGNATURE, message, signature))
    for label in set(Label) - {Label.GRANT_SIGNATURE}:
        refused(lambda label=label: verifier.verify(label, b"message", signature))
    for bad in (b"", signature[:-1], signature + b"\0", *flipped(signature)):
        refused(lambda bad=bad: verifier.verify(Label.GRANT_SIGNATURE, b"message", bad))


def small_order_points() -> set[bytes]:
    """Every 32-byte encoding, canonical or not, of a point of order 1, 2, 4 or 8 on edwards25519."""
    p = 2**255 - 19
    d = -121665 * pow(121666, -1, p) % p
    # Order 8: doubling gives y = 0, so y^2 = -x^2, which with the curve equation makes d*y^4 + 2*y^2 - 1 = 0.
    root = pow((1 + d) % p, (p + 3) // 8, p)
    if root * root % p != (1 + d) % p:
        root = root * pow(2, (p - 1) // 4, p) % p
    squares = [(-1 + sign * root) * pow(d, -1, p) % p for sign in (1, -1)]
    eighths = {y for square in squares for y in square_roots(square, p)}
    ys = {0, 1, p - 1, *eighths}
    spelled = ys | {y + p for y in ys if y + p < 2**255}
    return {(y | sign << 255).to_bytes(32, "little") for y in spelled for sign in (0, 1)}


def square_roots(square: int, p: int) -> set[int]:
    root = pow(square, (p + 3) // 8, p)
    if root * root % p != square:
        root = root * pow(2, (p - 1) // 4, p) % p
    return {root, p - root} if root * root % p == square else set()


def test_verify_keys_of_small_order_are_refused() -> None:
    points = small_order_points()
    assert len(points) == 14
    for point in points:
        refused(lambda point=point: VerifyKey(point))
    for bad in (b"", bytes(31), bytes(33)):
        refused(lambda bad=bad: VerifyKey(bad))


def test_verify_keys_compare_by_content() -> None:
    key = SigningKey(SEED).public
    assert VerifyKey(key.raw) == key
    assert hash(VerifyKey(key.raw)) == hash(key)
    assert key != SigningKey(OTHER_SEED).public


def test_a_fingerprint_can_be_read_aloud() -> None:
    text = fingerprint_text(SealingKey(SEED).public.raw + SigningKey(SEED).public.raw)
    groups = text.split(" ")
    assert len(groups) == 8
    assert all(len(group) == 5 and group.isascii() and group.isdigit() for group in groups)
    assert text != fingerprint_text(SealingKey(SEED).public.raw + SigningKey(OTHER_SEED).public.raw)
