"""Known answers, checked before the application starts.

A cryptographic library that is wrong, or an update of this room that can no longer open what is stored, must
be noticed before anything is sealed with it. Each check compares with an answer published elsewhere, or opens
something this room locked in an earlier version, and sees that a damaged copy is refused.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from intake.errors import N_, Damaged, Misconfigured
from intake.sealing import boxes, known, objects, seals
from intake.sealing.context import RecordContext
from intake.sealing.keys import SealingKey, Secret, SigningKey, hkdf
from intake.sealing.labels import Label

_ANSWER: Final = b"known answer"
_KEY: Final = bytes(range(32))
_SEED: Final = bytes(range(32, 64))
_CONTEXT: Final = RecordContext(
    instance=UUID(int=1),
    kind="testimony",
    record=UUID(int=2),
    version=3,
    compartment=UUID(int=4),
    schema=5,
    previous=bytes(32),
)


def run() -> None:
    """`Misconfigured`, naming the construction, when any known answer does not come out."""
    for name, check in CHECKS.items():
        try:
            right = check()
        except Exception as error:
            raise _broken(name) from error
        if not right:
            raise _broken(name)


def _broken(name: str) -> Misconfigured:
    return Misconfigured(N_("The self-test of %(name)s failed; nothing may be sealed here."), name=name)


def _shake256() -> bool:
    # FIPS 202, the empty message.
    answer = "46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5762f"
    return hashlib.shake_256(b"").hexdigest(32) == answer


def _hkdf() -> bool:
    # RFC 5869, appendix A.1.
    okm = hkdf(b"\x0b" * 22, salt=bytes(range(13)), info=bytes(range(0xF0, 0xFA)), length=42)
    answer = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    return okm.hex() == answer


def _aes_gcm() -> bool:
    # NIST SP 800-38D's submission ("The Galois/Counter Mode of Operation"), test case 16.
    cipher = AESGCM(bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2))
    nonce = bytes.fromhex("cafebabefacedbaddecaf888")
    plaintext = bytes.fromhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    aad = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    answer = bytes.fromhex(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b"
    )
    if cipher.encrypt(nonce, plaintext, aad) != answer or cipher.decrypt(nonce, answer, aad) != plaintext:
        return False
    try:
        cipher.decrypt(nonce, answer[:-1] + b"\0", aad)
    except InvalidTag:
        return True
    return False


def _argon2id() -> bool:
    # RFC 9106, section 5.3.
    argon2id = Argon2id(
        salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\4" * 12, secret=b"\3" * 8
    )
    answer = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    return argon2id.derive(b"\1" * 32).hex() == answer


def _ed25519() -> bool:
    # RFC 8032, section 7.1, test 2; then once through our own keys, which always sign a label too.
    seed = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    answer = (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    key = SigningKey(Secret(seed))
    if Ed25519PrivateKey.from_private_bytes(seed).sign(b"\x72").hex() != answer:
        return False
    if key.public.raw.hex() != "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c":
        return False
    signature = key.sign(Label.SELF_TEST, _ANSWER)
    key.public.verify(Label.SELF_TEST, _ANSWER, signature)
    return _refuses(lambda: key.public.verify(Label.SELF_TEST, _ANSWER + b"\0", signature))


def _x_wing() -> bool:
    # draft-connolly-cfrg-xwing-kem-08, appendix C, first vector: SHA-256 of its 1,216-byte public key.
    seed = bytes.fromhex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")
    return (
        hashlib.sha256(SealingKey(Secret(seed)).public.raw).hexdigest()
        == "2e816deebcd76c5c80d0cd2d174478871658e8e2ff42bc9d4a6e486372e856bb"
    )


def _box() -> bool:
    def open_it(box: bytes) -> bytes:
        return boxes.unlock(Secret(_KEY), Label.SELF_TEST, b"context", box)

    return _opens(known.BOX, open_it)


def _seal() -> bool:
    def open_it(sealed: bytes) -> bytes:
        return seals.unseal(SealingKey(Secret(_SEED)), Label.SELF_TEST, b"context", sealed)

    return _opens(known.SEAL, open_it)


def _object() -> bool:
    signer = SigningKey(Secret(_SEED))

    def open_it(box: bytes) -> bytes:
        author, content = objects.open_object(
            box,
            context=_CONTEXT,
            data_key=Secret(_KEY),
            shred_key=Secret(_SEED),
            verify={UUID(int=6): signer.public}.__getitem__,
        )
        return content if author == UUID(int=6) else b""

    return _opens(known.OBJECT, open_it)


def _opens(frozen: str, open_it: Callable[[bytes], bytes]) -> bool:
    data = base64.b64decode(frozen)
    altered = data[:-1] + bytes((data[-1] ^ 1,))
    return open_it(data) == _ANSWER and _refuses(lambda: open_it(altered))


def _refuses(act: Callable[[], object]) -> bool:
    try:
        act()
    except Damaged:
        return True
    return False


CHECKS: Final[dict[str, Callable[[], bool]]] = {
    "SHAKE256": _shake256,
    "HKDF": _hkdf,
    "AES-GCM": _aes_gcm,
    "Argon2id": _argon2id,
    "Ed25519": _ed25519,
    "X-Wing": _x_wing,
    "box": _box,
    "seal": _seal,
    "object": _object,
}
