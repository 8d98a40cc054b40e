"""Boxes: only the same key, label and context open them, and nothing altered ever opens."""

from __future__ import annotations

import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st
from sealing.making import KEY, OTHER_KEY, flipped, refused, truncated
from sealing.salamander import two_key_ciphertext

from intake.sealing import boxes
from intake.sealing.boxes import OVERHEAD, lock, unlock
from intake.sealing.keys import Secret
from intake.sealing.labels import Label

BOX = lock(KEY, Label.SESSION_BOX, b"context", b"what was said")


@given(st.binary(max_size=2000), st.binary(max_size=100))
def test_what_was_locked_comes_back(plaintext: bytes, context: bytes) -> None:
    box = lock(KEY, Label.SESSION_BOX, context, plaintext)
    assert unlock(KEY, Label.SESSION_BOX, context, box) == plaintext
    assert len(box) == len(plaintext) + OVERHEAD == len(plaintext) + 84
    assert box[:4] == b"KK\x01\x01"


@pytest.mark.parametrize("size", [0, 1, 64 * 1024 * 1024])
def test_any_size(size: int) -> None:
    plaintext = bytes(size)
    assert unlock(KEY, Label.SESSION_BOX, b"", lock(KEY, Label.SESSION_BOX, b"", plaintext)) == plaintext


def test_every_single_bit_counts() -> None:
    for altered in flipped(BOX):
        refused(lambda box=altered: unlock(KEY, Label.SESSION_BOX, b"context", box))


def test_every_truncation_is_refused() -> None:
    for altered in truncated(BOX):
        refused(lambda box=altered: unlock(KEY, Label.SESSION_BOX, b"context", box))


def test_anything_added_is_refused() -> None:
    for more in (b"\0", b"KK", BOX):
        refused(lambda box=BOX + more: unlock(KEY, Label.SESSION_BOX, b"context", box))
        refused(lambda box=more + BOX: unlock(KEY, Label.SESSION_BOX, b"context", box))


def test_another_key_or_context_is_refused_like_an_altered_box() -> None:
    refused(lambda: unlock(OTHER_KEY, Label.SESSION_BOX, b"context", BOX))
    for context in (b"", b"Context", b"context\0", b"contex"):
        refused(lambda context=context: unlock(KEY, Label.SESSION_BOX, context, BOX))


def test_no_label_opens_the_box_of_another() -> None:
    locked = {label: lock(KEY, label, b"context", b"what was said") for label in Label}
    for made_as, opened_as in permutations(Label, 2):
        refused(lambda a=made_as, b=opened_as: unlock(KEY, b, b"context", locked[a]))


@pytest.mark.parametrize("header", ["KK\x01\x02", "KK\x02\x01", "KK\x00\x01", "KK\x01\x00", "kk\x01\x01"])
def test_unknown_formats_and_suites_are_refused(header: str) -> None:
    refused(lambda: unlock(KEY, Label.SESSION_BOX, b"context", header.encode() + BOX[4:]))


def test_the_header_is_bound_to_what_is_inside() -> None:
    """A future suite must not be able to pass for this one: the header is in what is authenticated."""
    cipher, salt, commitment = aes_of(KEY, BOX[4:36]), BOX[4:36], BOX[36:68]
    assert cipher.decrypt(bytes(12), BOX[68:], b"KK\x01\x01context") == b"what was said"
    without_header = cipher.encrypt(bytes(12), b"what was said", b"context")
    refused(lambda: unlock(KEY, Label.SESSION_BOX, b"context", b"KK\x01\x01" + salt + commitment + without_header))


def test_the_same_thing_never_looks_the_same() -> None:
    locked = [lock(KEY, Label.SESSION_BOX, b"", b"same") for _ in range(100_000)]
    assert len({box[4:36] for box in locked}) == len(locked)
    assert len({box[68:] for box in locked}) == len(locked)


FORKING = """
import os, sys
from pathlib import Path
from intake.sealing import boxes
from intake.sealing.boxes import lock
from intake.sealing.keys import Secret
from intake.sealing.labels import Label
key = Secret(bytes(32))
lock(key, Label.SESSION_BOX, b"", b"before")
children = []
for number in range(8):
    child = os.fork()
    if child == 0:
        salts = [lock(key, Label.SESSION_BOX, b"", b"same")[4:36] + Secret.random().reveal() for _ in range(500)]
        (Path(sys.argv[1]) / str(number)).write_bytes(b"".join(salts))
        os._exit(0)
    children.append(child)
sys.exit(any(os.waitpid(child, 0)[1] for child in children))
"""


def test_forked_workers_never_repeat_each_other(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", FORKING, str(tmp_path)], check=True)
    values = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert len({values[at : at + 32] for at in range(0, len(values), 32)}) == 8 * 500 * 2


def test_a_wrong_key_and_an_altered_box_take_the_same_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time must not tell which it was: the ciphertext is gone through either way."""
    steps: list[int] = []

    class Watched:
        def __init__(self, key: bytes) -> None:
            self.real = AESGCM(key)

        def decrypt(self, nonce: bytes, ciphertext: bytes, aad: bytes) -> bytes:
            steps.append(len(ciphertext))
            return self.real.decrypt(nonce, ciphertext, aad)

    monkeypatch.setattr(boxes, "AESGCM", Watched)
    refused(lambda: unlock(OTHER_KEY, Label.SESSION_BOX, b"context", BOX))
    refused(lambda: unlock(KEY, Label.SESSION_BOX, b"context", BOX[:-1] + bytes((BOX[-1] ^ 1,))))
    refused(lambda: unlock(KEY, Label.SESSION_BOX, b"another", BOX))
    assert steps == [len(BOX) - 68] * 3


def okm_of(key: Secret, salt: bytes) -> bytes:
    """What the box's keys should be, computed here from the design rather than from the room."""
    info = b"aead/kk/v1/box/session"
    return HKDF(algorithm=SHA256(), length=64, salt=salt, info=info).derive(key.reveal())


def aes_of(key: Secret, salt: bytes) -> AESGCM:
    return AESGCM(okm_of(key, salt)[:32])


def test_a_ciphertext_made_for_two_keys_opens_under_one_at_most() -> None:
    salt = bytes(range(32))
    first, second = okm_of(KEY, salt), okm_of(OTHER_KEY, salt)
    aad = b"KK\x01\x01context"
    crafted = two_key_ciphertext(first[:32], second[:32], aad, blocks=4)
    # The control: AES-GCM alone is content with both keys, and each gives another text.
    assert AESGCM(first[:32]).decrypt(bytes(12), crafted, aad) != AESGCM(second[:32]).decrypt(bytes(12), crafted, aad)

    for_first = b"KK\x01\x01" + salt + first[32:] + crafted
    for_second = b"KK\x01\x01" + salt + second[32:] + crafted
    assert unlock(KEY, Label.SESSION_BOX, b"context", for_first)
    refused(lambda: unlock(OTHER_KEY, Label.SESSION_BOX, b"context", for_first))
    assert unlock(OTHER_KEY, Label.SESSION_BOX, b"context", for_second)
    refused(lambda: unlock(KEY, Label.SESSION_BOX, b"context", for_second))
