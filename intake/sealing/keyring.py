"""The keys a signed-in person holds open: the seeds of their compartments by epoch, and what grows from
them."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from uuid import UUID

from intake.errors import Damaged
from intake.sealing.context import Part, encode
from intake.sealing.keys import PublicKey, SealingKey, Secret, SigningKey, hkdf
from intake.sealing.labels import Label

Seeds = Mapping[UUID, Mapping[int, Secret]]
Epochs = Iterable[tuple[UUID, int]]
"""Compartments, each in one epoch."""


def sealing_key(seed: Secret) -> SealingKey:
    """The key pair of a compartment's epoch, grown from its seed."""
    return SealingKey(seed.derive(Label.COMPARTMENT_KEM))


def set_name(compartments: Epochs) -> UUID:
    """What a set of compartments, each in its epoch, is called: the same whatever their order."""
    return UUID(bytes=hashlib.sha256(encode(Label.READ_MODEL_NAME, *_listed(compartments))).digest()[:16])


def _listed(compartments: Epochs) -> tuple[Part, ...]:
    return tuple(part for compartment, epoch in sorted(set(compartments)) for part in (compartment, epoch))


class Keyring:
    """Seeds of compartments, `seeds[compartment][epoch]`, and the person's signing seed. Never written to
    disk except inside a session's box."""

    def __init__(self, seeds: Seeds, sign_seed: Secret | None = None) -> None:
        self._seeds = {compartment: dict(epochs) for compartment, epochs in seeds.items()}
        self._sign_seed = sign_seed
        self._pairs: dict[tuple[UUID, int], SealingKey] = {}

    def __repr__(self) -> str:
        return f"<Keyring of {len(self._seeds)}>"

    @property
    def compartments(self) -> frozenset[UUID]:
        return frozenset(self._seeds)

    def holds(self, compartment: UUID, epoch: int) -> bool:
        return epoch in self._seeds.get(compartment, {})

    def seed(self, compartment: UUID, epoch: int) -> Secret:
        """`Damaged` when the key is not on this ring."""
        try:
            return self._seeds[compartment][epoch]
        except KeyError:
            raise Damaged from None

    def latest(self, compartment: UUID) -> tuple[int, Secret]:
        """The newest epoch held of a compartment, and its seed."""
        epochs = self._seeds.get(compartment)
        if not epochs:
            raise Damaged
        newest = max(epochs)
        return newest, epochs[newest]

    def pair(self, compartment: UUID, epoch: int) -> SealingKey:
        """The key pair that opens what was sealed to the compartment in that epoch."""
        at = (compartment, epoch)
        if at not in self._pairs:
            self._pairs[at] = sealing_key(self.seed(compartment, epoch))
        return self._pairs[at]

    def dek(self, compartment: UUID, epoch: int) -> Secret:
        """The symmetric key that re-wrapped data keys are under."""
        return self.seed(compartment, epoch).derive(Label.COMPARTMENT_DEK)

    def read_model(self, compartments: Epochs) -> Secret:
        """The key of what is searched over these compartments together, which takes the seed of every one of them.
        `Damaged` when one is not on this ring, or when there are none."""
        held = sorted(set(compartments))
        if not held:
            raise Damaged
        parts = [self.seed(one, epoch).derive(Label.READ_MODEL, one, epoch).reveal() for one, epoch in held]
        info = encode(Label.READ_MODEL_SET, *_listed(held))
        return Secret(hkdf(b"".join(parts), salt=b"", info=info, length=32))

    @property
    def signer(self) -> SigningKey:
        if self._sign_seed is None:
            raise Damaged
        return SigningKey(self._sign_seed)

    def with_seeds(self, more: Seeds) -> Keyring:
        """This ring and more seeds, as after a step-up."""
        seeds = {compartment: dict(epochs) for compartment, epochs in self._seeds.items()}
        for compartment, epochs in more.items():
            seeds.setdefault(compartment, {}).update(epochs)
        return Keyring(seeds, self._sign_seed)

    def with_ring(self, other: Keyring) -> Keyring:
        """This ring and the seeds of another."""
        return self.with_seeds(other._seeds)

    def only(self, compartments: frozenset[UUID] | set[UUID]) -> Keyring:
        """The same ring without the other compartments."""
        return Keyring({c: e for c, e in self._seeds.items() if c in compartments}, self._sign_seed)

    def pack(self) -> bytes:
        """All seeds as bytes, to be locked into a session's box and nowhere else."""
        seeds = {c.hex: {str(e): _text(s) for e, s in epochs.items()} for c, epochs in self._seeds.items()}
        return json.dumps({"seeds": seeds, "sign": self._sign_seed and _text(self._sign_seed)}).encode()

    @classmethod
    def unpack(cls, data: bytes) -> Keyring:
        document = json.loads(data)
        seeds = {UUID(hex=c): {int(e): _secret(s) for e, s in es.items()} for c, es in document["seeds"].items()}
        return cls(seeds, _secret(document["sign"]) if document["sign"] else None)


def recipient(seed: Secret) -> PublicKey:
    """The public key of a compartment's epoch."""
    return sealing_key(seed).public


def _text(secret: Secret) -> str:
    return base64.b64encode(secret.reveal()).decode()


def _secret(text: str) -> Secret:
    return Secret(base64.b64decode(text))
