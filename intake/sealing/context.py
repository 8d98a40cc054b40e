"""The context of a sealed thing: the immutable facts it is bound to, as bytes that mean exactly one thing.

Only facts that can never change are bound (ids, version, schema, the hash of the version before); never a
table name, never an editable field. A ciphertext moved to another record, version or compartment then no
longer opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

Part = bytes | str | int | UUID | None


def _item(part: Part) -> tuple[bytes, bytes]:
    # bool is an int to Python; True and 1 would then encode alike, so it is refused instead.
    if isinstance(part, bool):
        raise TypeError("bool cannot be part of a context")
    if part is None:
        return b"n", b""
    if isinstance(part, bytes):
        return b"b", part
    if isinstance(part, str):
        return b"s", part.encode("utf-8")
    if isinstance(part, int):
        return b"i", part.to_bytes(part.bit_length() // 8 + 1, "big", signed=True)
    if isinstance(part, UUID):
        return b"u", part.bytes
    raise TypeError(f"{type(part).__name__} cannot be part of a context")


def encode(*parts: Part) -> bytes:
    """Bytes that no other sequence of parts encodes to: per part a type letter, an 8-byte length, the value.

    Different types never collide (`b"a"`, `"a"`, and an id whose bytes agree are all distinct). Text is taken
    as it is, not normalised. Raises `TypeError` for any other type, `UnicodeEncodeError` for a lone
    surrogate.
    """
    items = (_item(part) for part in parts)
    return b"".join(tag + len(value).to_bytes(8, "big") + value for tag, value in items)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordContext:
    """What the content of one version of one record is bound to.

    `previous` is the SHA-256 of the sealed object of the version before, or empty for the first version.
    """

    instance: UUID
    kind: str
    record: UUID
    version: int
    compartment: UUID
    schema: int
    previous: bytes

    def encode(self) -> bytes:
        """The context as bytes, for AAD."""
        return encode(
            "record",
            self.instance,
            self.kind,
            self.record,
            self.version,
            self.compartment,
            self.schema,
            self.previous,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapContext:
    """What the wrap of a record's data key is bound to: the record, and the epoch's key it is wrapped for.

    `fingerprint` is that of the compartment's public key in that epoch (32 bytes).
    """

    record: RecordContext
    epoch: int
    fingerprint: bytes

    def encode(self) -> bytes:
        """The context as bytes, for AAD or HPKE's info."""
        return encode("wrap", self.record.encode(), self.epoch, self.fingerprint)
