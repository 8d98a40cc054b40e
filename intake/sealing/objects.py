"""The sealed object of a record, and the wraps of the data key that opens it.

An object: author id | signature | content, padded, in a box. The key of the box needs both the record's data
key and, where there is one, its shred key: destroying the shred key destroys the content in every copy and
backup. The signature travels inside, over context and content, so that whoever can write to the database
cannot put words in somebody's mouth, and who wrote what is not visible outside.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from uuid import UUID

from intake.errors import Damaged, IntakeError
from intake.sealing.boxes import lock, unlock
from intake.sealing.context import RecordContext, WrapContext, encode
from intake.sealing.formats import Format, read
from intake.sealing.keys import SIGNATURE_SIZE, PublicKey, SealingKey, Secret, SigningKey, VerifyKey, hkdf
from intake.sealing.labels import Label
from intake.sealing.padding import pad, unpad
from intake.sealing.seals import seal, unseal

_AUTHOR_SIZE: Final = 16


def _content_key(data_key: Secret, shred_key: Secret | None) -> Secret:
    salt = bytes(32) if shred_key is None else shred_key.reveal()
    info = encode(Label.OBJECT_KEY, "whole" if shred_key is None else "shreddable")
    return Secret(hkdf(data_key.reveal(), salt=salt, info=info, length=32))


def _signed(author: UUID, context: RecordContext, content: bytes) -> bytes:
    return encode(author, context.encode(), content)


def seal_object(
    content: bytes,
    *,
    author: UUID,
    signer: SigningKey,
    context: RecordContext,
    data_key: Secret,
    shred_key: Secret | None,
) -> bytes:
    """The content, signed by its author, padded and locked. `data_key` must be new for every version."""
    signature = signer.sign(Label.OBJECT_SIGNATURE, _signed(author, context, content))
    key = _content_key(data_key, shred_key)
    return lock(key, Label.OBJECT_BOX, context.encode(), pad(author.bytes + signature + content))


def open_object(
    box: bytes,
    *,
    context: RecordContext,
    data_key: Secret,
    shred_key: Secret | None,
    verify: Callable[[UUID], VerifyKey],
) -> tuple[UUID, bytes]:
    """The author's id and the content.

    `verify` gives the certified key of a person by id, raising an `IntakeError` or `LookupError` where there
    is none. `Damaged` when a key does not fit, anything was altered, or the author did not sign this content
    in this context.
    """
    key = _content_key(data_key, shred_key)
    inner = unpad(unlock(key, Label.OBJECT_BOX, context.encode(), box))
    if len(inner) < _AUTHOR_SIZE + SIGNATURE_SIZE:
        raise Damaged
    author = UUID(bytes=inner[:_AUTHOR_SIZE])
    signature = inner[_AUTHOR_SIZE : _AUTHOR_SIZE + SIGNATURE_SIZE]
    content = inner[_AUTHOR_SIZE + SIGNATURE_SIZE :]
    try:
        author_key = verify(author)
    except (IntakeError, LookupError):
        raise Damaged from None
    author_key.verify(Label.OBJECT_SIGNATURE, _signed(author, context, content), signature)
    return author, content


def wrap_data_key(data_key: Secret, public: PublicKey, wrap_context: WrapContext) -> bytes:
    """The data key sealed to a compartment (1,172 bytes): whoever files need not be able to read.

    `Damaged` when `public` is not the key the context names.
    """
    if public.fingerprint != wrap_context.fingerprint:
        raise Damaged
    return seal(public, Label.DATA_KEY_SEAL, wrap_context.encode(), data_key.reveal())


def rewrap_data_key(data_key: Secret, dek: Secret, wrap_context: WrapContext) -> bytes:
    """The data key under the compartment's own secret: 116 bytes, a tenth, for one who can read anyway."""
    return lock(dek, Label.DATA_KEY_BOX, wrap_context.encode(), data_key.reveal())


def unwrap_data_key(
    wrap: bytes, *, sealing_key: SealingKey | None, dek: Secret | None, wrap_context: WrapContext
) -> Secret:
    """The data key from either wrap; which one it is, its header says. `Damaged` when it does not open."""
    match read(wrap):
        case Format.SEAL if sealing_key is not None:
            return Secret(unseal(sealing_key, Label.DATA_KEY_SEAL, wrap_context.encode(), wrap))
        case Format.BOX if dek is not None:
            return Secret(unlock(dek, Label.DATA_KEY_BOX, wrap_context.encode(), wrap))
        case _:
            raise Damaged
