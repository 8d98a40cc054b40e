"""Keys as objects that do not leak: no content in `repr`, no pickling, no hashing, constant-time comparison.

A `Secret` is 32 bytes. Everything else grows from one: `SealingKey` (X-Wing, opens what was sealed to its
`PublicKey`) and `SigningKey` (Ed25519, checked by its `VerifyKey`). Only seeds are ever stored.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final, NoReturn

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey, MLKEM768X25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from intake.errors import Damaged
from intake.sealing.context import Part, encode
from intake.sealing.labels import Label

SECRET_SIZE: Final = 32
MLKEM_PUBLIC_SIZE: Final = 1184
PUBLIC_KEY_SIZE: Final = MLKEM_PUBLIC_SIZE + 32
VERIFY_KEY_SIZE: Final = 32
SIGNATURE_SIZE: Final = 64

# Ed25519 y-coordinates of the points of small order, canonical or not. Under such a "public key" one
# signature fits many messages, so its owner could later disown what they signed.
_P: Final = 2**255 - 19
_ORDER_EIGHT: Final = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
_SMALL_ORDER: Final = frozenset((0, 1, _P - 1, _P, _P + 1, _ORDER_EIGHT, _P - _ORDER_EIGHT))


def hkdf(ikm: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    """HKDF-SHA256 (RFC 5869). For this room; others call `Secret.derive`."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(ikm)


class _Guarded:
    """Shows its type and nothing else, and cannot be pickled, copied or hashed."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} cannot be copied or pickled")


class Secret(_Guarded):
    """32 secret bytes. `Damaged` for any other length: a key stored or typed wrongly fits nothing."""

    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        if not isinstance(value, bytes):
            raise TypeError("a Secret is made of bytes")
        if len(value) != SECRET_SIZE:
            raise Damaged
        self._value = value

    @classmethod
    def random(cls) -> Secret:
        """A new secret from the operating system's generator."""
        return cls(secrets.token_bytes(SECRET_SIZE))

    def reveal(self) -> bytes:
        """The 32 bytes themselves, to be sealed or handed to a library; never to be logged or stored."""
        return self._value

    def derive(self, label: Label, *parts: Part) -> Secret:
        """A secret for one purpose: HKDF-SHA256 with the label and the parts as info."""
        info = encode(Label(label), *parts)
        return Secret(hkdf(self._value, salt=b"", info=info, length=SECRET_SIZE))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self._value, other._value)

    __hash__ = None


class PublicKey:
    """An X-Wing recipient: ML-KEM-768 (1,184 bytes) and X25519 (32 bytes), FIPS 203 and RFC 7748.

    `Damaged` when the bytes are not a key that something can be sealed to.
    """

    __slots__ = ("fingerprint", "hpke", "raw")

    def __init__(self, raw: bytes) -> None:
        if len(raw) != PUBLIC_KEY_SIZE:
            raise Damaged
        try:
            mlkem = MLKEM768PublicKey.from_public_bytes(raw[:MLKEM_PUBLIC_SIZE])
            x25519 = X25519PublicKey.from_public_bytes(raw[MLKEM_PUBLIC_SIZE:])
            # A point of small order makes a zero secret with every private key: the library then refuses.
            X25519PrivateKey.from_private_bytes(bytes(32)).exchange(x25519)
        except ValueError:
            raise Damaged from None
        self.raw: Final = raw
        self.hpke: Final = MLKEM768X25519PublicKey(mlkem, x25519)
        self.fingerprint: Final = hashlib.sha256(encode(Label.KEM_FINGERPRINT, raw)).digest()

    def __repr__(self) -> str:
        return f"<PublicKey {self.fingerprint.hex()[:16]}>"

    def __eq__(self, other: object) -> bool:
        return self.raw == other.raw if isinstance(other, PublicKey) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.raw)


def expand(seed: bytes) -> tuple[bytes, bytes]:
    """An X-Wing seed (32 bytes) to its ML-KEM seed (64 bytes) and X25519 scalar (32 bytes).

    SHAKE256, as in draft-connolly-cfrg-xwing-kem and the post-quantum recipients of age.
    """
    okm = hashlib.shake_256(seed).digest(96)
    return okm[:64], okm[64:]


class SealingKey(_Guarded):
    """Opens what was sealed to its `public` key. Grown from a 32-byte seed, which is what is stored."""

    __slots__ = ("hpke", "public")

    def __init__(self, seed: Secret) -> None:
        mlkem_seed, scalar = expand(seed.reveal())
        mlkem = MLKEM768PrivateKey.from_seed_bytes(mlkem_seed)
        x25519 = X25519PrivateKey.from_private_bytes(scalar)
        raw = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        self.hpke: Final = MLKEM768X25519PrivateKey(mlkem, x25519)
        self.public: Final = PublicKey(raw)


class VerifyKey:
    """An Ed25519 public key (RFC 8032), 32 bytes. `Damaged` for a wrong length or a point of small order."""

    __slots__ = ("_key", "raw")

    def __init__(self, raw: bytes) -> None:
        if len(raw) != VERIFY_KEY_SIZE:
            raise Damaged
        if int.from_bytes(raw, "little") & (2**255 - 1) in _SMALL_ORDER:
            raise Damaged
        try:
            self._key: Final = Ed25519PublicKey.from_public_bytes(raw)
        except ValueError:
            raise Damaged from None
        self.raw: Final = raw

    def verify(self, label: Label, message: bytes, signature: bytes) -> None:
        """`Damaged` unless this key's owner signed exactly this message for exactly this purpose."""
        try:
            self._key.verify(signature, encode(Label(label), message))
        except InvalidSignature:
            raise Damaged from None

    def __repr__(self) -> str:
        return f"<VerifyKey {self.raw.hex()[:16]}>"

    def __eq__(self, other: object) -> bool:
        return self.raw == other.raw if isinstance(other, VerifyKey) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.raw)


class SigningKey(_Guarded):
    """Signs for a purpose; its `public` key verifies. Grown from a 32-byte seed, which is what is stored."""

    __slots__ = ("_key", "public")

    def __init__(self, seed: Secret) -> None:
        self._key: Final = Ed25519PrivateKey.from_private_bytes(seed.reveal())
        self.public: Final = VerifyKey(self._key.public_key().public_bytes_raw())

    def sign(self, label: Label, message: bytes) -> bytes:
        """A 64-byte Ed25519 signature over the label and the message."""
        return self._key.sign(encode(Label(label), message))


def fingerprint_text(raw_keys: bytes) -> str:
    """A person's public keys as 40 digits in eight groups of five, for two people to compare aloud.

    About 132 bits: enough that nobody can make keys whose digits agree with somebody else's.
    """
    digest = hashlib.sha256(encode(Label.SPOKEN_FINGERPRINT, raw_keys)).digest()
    digits = f"{int.from_bytes(digest, 'big') % 10**40:040d}"
    return " ".join(digits[at : at + 5] for at in range(0, 40, 5))
