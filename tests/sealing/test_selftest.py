"""The self-test: it passes here, it is quick, and it stops a start when any one construction is wrong."""

from __future__ import annotations

import hashlib
import time
from types import SimpleNamespace

import pytest

from intake.errors import Misconfigured
from intake.sealing import boxes, known, objects, seals, selftest
from intake.sealing.keys import SigningKey, VerifyKey


def test_it_passes_quickly() -> None:
    selftest.run()
    started = time.perf_counter()
    selftest.run()
    assert time.perf_counter() - started < 5


def failing(name: str) -> None:
    with pytest.raises(Misconfigured, match=f"self-test of {name} failed") as caught:
        selftest.run()
    assert caught.value.values == {"name": name}


@pytest.mark.parametrize("name", selftest.CHECKS)
def test_any_check_that_fails_stops_the_start_by_its_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(selftest.CHECKS, name, lambda: False)
    failing(name)


@pytest.mark.parametrize("error", [ValueError, RuntimeError, NotImplementedError, MemoryError, OSError])
def test_a_library_that_fails_in_its_own_way_stops_the_start_too(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> bool:
        raise error

    monkeypatch.setitem(selftest.CHECKS, "AES-GCM", fails)
    failing("AES-GCM")


def test_a_wrong_shake256_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "hashlib", SimpleNamespace(shake_256=hashlib.shake_128))
    failing("SHAKE256")


def test_a_wrong_hkdf_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "hkdf", lambda ikm, *, salt, info, length: bytes(length))
    failing("HKDF")


def test_an_aes_gcm_that_accepts_every_tag_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lax(SimpleNamespace):
        def __init__(self, key: bytes) -> None:
            self.real = true_aes(key)

        def encrypt(self, nonce: bytes, data: bytes, aad: bytes) -> bytes:
            return self.real.encrypt(nonce, data, aad)

        def decrypt(self, nonce: bytes, data: bytes, aad: bytes) -> bytes:
            return self.real.encrypt(nonce, data[:-16], aad)[:-16]

    true_aes = selftest.AESGCM
    monkeypatch.setattr(selftest, "AESGCM", Lax)
    failing("AES-GCM")


def test_a_wrong_argon2id_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "Argon2id", lambda **_parameters: SimpleNamespace(derive=lambda _p: bytes(32)))
    failing("Argon2id")


def test_an_ed25519_that_accepts_everything_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VerifyKey, "verify", lambda *_args: None)
    failing("Ed25519")


def test_a_wrong_expansion_of_x_wing_seeds_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.sealing.keys.expand", lambda seed: (seed * 2, seed))
    failing("X-Wing")


@pytest.mark.parametrize(("name", "frozen"), [("box", "BOX"), ("seal", "SEAL"), ("object", "OBJECT")])
def test_what_was_locked_before_must_open(name: str, frozen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = getattr(known, frozen)
    place = len(text) // 2
    other = "A" if text[place] != "A" else "B"
    monkeypatch.setattr(known, frozen, text[:place] + other + text[place + 1 :])
    failing(name)


@pytest.mark.parametrize(
    ("name", "module", "function"),
    [("box", boxes, "unlock"), ("seal", seals, "unseal"), ("object", objects, "open_object")],
)
def test_opening_whatever_comes_is_noticed(
    name: str, module: object, function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lax = {
        "box": lambda *_args: b"known answer",
        "seal": lambda *_args: b"known answer",
        "object": lambda *_args, **_keys: (selftest.UUID(int=6), b"known answer"),
    }
    monkeypatch.setattr(module, function, lax[name])
    failing(name)


def test_an_object_by_another_author_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other(SigningKey):
        __slots__ = ()

        @property
        def public(self) -> VerifyKey:  # type: ignore[override]
            return VerifyKey(bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))

        @public.setter
        def public(self, _value: VerifyKey) -> None: ...

    monkeypatch.setattr(selftest, "SigningKey", Other)
    monkeypatch.delitem(selftest.CHECKS, "Ed25519")
    failing("object")
