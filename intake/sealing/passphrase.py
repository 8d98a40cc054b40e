"""A person's seed under their password: Argon2id, a pepper, and later a secret kept on the device.

There is no stored verifier and no reset: the password is right when the box opens. The cost travels in the
header and is bound to the box; it is checked against a floor and a ceiling *before* anything is computed, so
that whoever can write to the database can neither make a guess cheap nor make a sign-in exhaust the machine.

Layout: header (4) | memory KiB (4) | passes (4) | lanes (4) | salt (32) | box of the seed (116).
"""

from __future__ import annotations

import fcntl
import os
import secrets
import struct
import threading
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from intake.errors import N_, Busy, Damaged, Invalid, Misconfigured
from intake.sealing.boxes import lock, unlock
from intake.sealing.context import encode
from intake.sealing.formats import HEADER_SIZE, Format, body, header
from intake.sealing.keys import Secret, hkdf
from intake.sealing.labels import Label
from intake.sealing.wellknown import hardly_own, repeats, runs

FEWEST_CHARACTERS: Final = 15
MOST_CHARACTERS: Final = 128
# Beyond this nothing is even looked at; far above what `problem` allows a new password to be.
_LONGEST: Final = 1024
_SALT_SIZE: Final = 32
_COST: Final = struct.Struct(">III")
_HEAD_SIZE: Final = HEADER_SIZE + _COST.size + _SALT_SIZE

# Floor: the OWASP Password Storage Cheat Sheet's minimum for Argon2id (19 MiB, 2 passes, 1 lane).
_MEMORY_KIB: Final = (19 * 1024, 1024 * 1024)
_PASSES: Final = (2, 10)
_LANES: Final = (1, 4)


@dataclass(frozen=True)
class Cost:
    """What one guess at a password costs. `Misconfigured` outside 19 MiB to 1 GiB, 2 to 10 passes, 1 to 4
    lanes."""

    memory_kib: int = 128 * 1024
    passes: int = 3
    lanes: int = 1

    def __post_init__(self) -> None:
        for value, (least, most) in (
            (self.memory_kib, _MEMORY_KIB),
            (self.passes, _PASSES),
            (self.lanes, _LANES),
        ):
            if not least <= value <= most:
                raise Misconfigured(N_("The cost of checking a password is outside what is safe."))


def normalise(password: str) -> str:
    """The password in NFKC, so that it is the same from every keyboard; spaces count.

    `Invalid` for an empty one, one longer than 1,024 characters, a NUL or a lone surrogate.
    """
    if not password or len(password) > _LONGEST or "\0" in password:
        raise Invalid(N_("This password cannot be used."))
    try:
        password.encode("utf-8")
    except UnicodeEncodeError:
        raise Invalid(N_("This password cannot be used.")) from None
    return unicodedata.normalize("NFKC", password)


def problem(password: str, *, context: Iterable[str]) -> str | None:
    """What is wrong with a new password, as a message id, or None.

    15 to 128 characters (NIST SP 800-63B-4), none of them required to be of any kind; a Hangul syllable is
    one. `context` holds what an attacker would try for this person: their names, the organisation, the
    product.
    """
    try:
        password = normalise(password)
    except Invalid as invalid:
        return invalid.message
    if len(password) < FEWEST_CHARACTERS:
        return N_("Use at least 15 characters. A sentence of several words is best.")
    if len(password) > MOST_CHARACTERS:
        return N_("Use at most 128 characters.")
    if repeats(password):
        return N_("This repeats the same few characters. Choose something less regular.")
    if runs(password):
        return N_("This follows the keyboard or the alphabet. Choose something less regular.")
    if hardly_own(password, context):
        return N_("This is little more than well-known words or names. Add words of your own.")
    return None


def lock_seed(
    seed: Secret, password: str, *, person: UUID, pepper: Secret, cost: Cost, device: Secret | None = None
) -> bytes:
    """The seed in a box of 164 bytes. Takes as long as `cost` says; `Invalid` as `normalise`."""
    salt = secrets.token_bytes(_SALT_SIZE)
    head = header(Format.SEED) + _COST.pack(cost.memory_kib, cost.passes, cost.lanes) + salt
    key = _key(password, salt=salt, person=person, pepper=pepper, cost=cost, device=device)
    return head + lock(key, Label.SEED_BOX, encode(head, person), seed.reveal())


def unlock_seed(box: bytes, password: str, *, person: UUID, pepper: Secret, device: Secret | None = None) -> Secret:
    """The seed. `Damaged` for a wrong password, pepper, person or device secret, or an altered box."""
    cost, salt = _read(box)
    head = box[:_HEAD_SIZE]
    key = _key(password, salt=salt, person=person, pepper=pepper, cost=cost, device=device)
    return Secret(unlock(key, Label.SEED_BOX, encode(head, person), box[_HEAD_SIZE:]))


def needs_relock(box: bytes, cost: Cost) -> bool:
    """Whether the box was locked at another cost than the present one. `Damaged` if it is no such box."""
    return _read(box)[0] != cost


def burn(password: str, *, pepper: Secret, cost: Cost) -> None:
    """The work of `unlock_seed` for a person who does not exist, so that time does not tell."""
    person = UUID(int=0)
    salt = secrets.token_bytes(_SALT_SIZE)
    key = _key(password, salt=salt, person=person, pepper=pepper, cost=cost, device=None)
    try:
        unlock(key, Label.SEED_BOX, encode(salt, person), header(Format.BOX) + bytes(112))
    except Damaged:
        return


def _read(box: bytes) -> tuple[Cost, bytes]:
    rest = body(Format.SEED, box)
    if len(rest) < _COST.size + _SALT_SIZE:
        raise Damaged
    try:
        cost = Cost(*_COST.unpack_from(rest))
    except Misconfigured:
        raise Damaged from None
    return cost, rest[_COST.size : _COST.size + _SALT_SIZE]


def _key(password: str, *, salt: bytes, person: UUID, pepper: Secret, cost: Cost, device: Secret | None) -> Secret:
    stretched = Argon2id(
        salt=salt,
        length=32,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
        ad=person.bytes,
        secret=pepper.reveal(),
    ).derive(normalise(password).encode("utf-8"))
    ikm = stretched if device is None else stretched + device.reveal()
    info = encode(Label.SEED_KEY, "password" if device is None else "password and device")
    return Secret(hkdf(ikm, salt=b"", info=info, length=32))


class Slots:
    """Lets `count` holders in at once, over all processes that name the same directory.

    ``with slots:`` around every call that stretches a password. Each takes much memory, so a handful of
    sign-ins together would exhaust the machine. `Busy` (503) when no slot came free within `wait_seconds`.
    The kernel gives a slot back even when its holder is killed.
    """

    def __init__(self, directory: Path, count: int = 2, wait_seconds: float = 3.0) -> None:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._paths = [directory / f"slot-{number}.lock" for number in range(count)]
        self._wait_seconds = wait_seconds
        self._held = threading.local()

    def __enter__(self) -> None:
        deadline = time.monotonic() + self._wait_seconds
        while (slot := self._take()) is None:
            if time.monotonic() >= deadline:
                raise Busy(status=503)
            time.sleep(0.02)
        self._stack().append(slot)

    def __exit__(self, *exc: object) -> None:
        os.close(self._stack().pop())

    def _stack(self) -> list[int]:
        if not hasattr(self._held, "stack"):
            self._held.stack = []
        stack: list[int] = self._held.stack
        return stack

    def _take(self) -> int | None:
        for path in self._paths:
            slot = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            try:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os.close(slot)
            else:
                return slot
        return None
