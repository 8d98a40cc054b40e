"""Attachments: a file of any size, locked and unlocked piece by piece in little memory.

Layout: header (4) | boxes, each of 1 MiB of payload but the last. A payload is: bytes used (4) | data |
zeros. Every box is bound to the attachment, its place and whether it is the last, so that nothing can be cut
off, swapped, repeated or added. After the data come zeros up to a size on the grid of `padding`, so that a
size says little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final
from uuid import UUID

from intake.errors import Damaged
from intake.sealing import boxes
from intake.sealing.context import encode
from intake.sealing.formats import HEADER_SIZE, Format, body, header
from intake.sealing.keys import Secret
from intake.sealing.labels import Label
from intake.sealing.padding import PREFIX_SIZE, grid

CHUNK_SIZE: Final = 1024 * 1024
_USED_SIZE: Final = 4
_ROOM: Final = CHUNK_SIZE - _USED_SIZE
_BOX_SIZE: Final = CHUNK_SIZE + boxes.OVERHEAD


def lock_stream(key: Secret, attachment: UUID, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of the locked file. `key` must be new for every attachment; `chunks` may be of any sizes."""
    yield header(Format.STREAM)
    total, index = 0, 0
    held: bytes | None = None
    for data in _regroup(chunks, _ROOM):
        if held is not None:
            yield _lock(key, attachment, index, held, room=_ROOM)
            index += 1
        held = data
        total += len(data)
    room = grid(total + PREFIX_SIZE) - index * _ROOM
    data = held or b""
    while room > _ROOM:
        yield _lock(key, attachment, index, data, room=_ROOM)
        index, room, data = index + 1, room - _ROOM, b""
    yield _lock(key, attachment, index, data, room=room, last=True)


def unlock_stream(key: Secret, attachment: UUID, source: BinaryIO | Iterable[bytes]) -> Iterator[bytes]:
    """The data, piece by piece, each checked before it is given.

    `Damaged` as soon as anything does not fit; a file cut short is noticed at its end, so nothing may be
    relied on before the iterator has finished.
    """
    total, room = 0, 0
    full = True
    for index, (box, last) in enumerate(_pieces(source)):
        payload = boxes.unlock(key, Label.ATTACHMENT_CHUNK, _context(attachment, index, last=last), box)
        data = _data(payload)
        room += len(payload) - _USED_SIZE
        if data and not full:
            raise Damaged
        full = len(data) == _ROOM
        total += len(data)
        if data:
            yield data
    if room != grid(total + PREFIX_SIZE):
        raise Damaged


def _context(attachment: UUID, index: int, *, last: bool) -> bytes:
    return encode(header(Format.STREAM), attachment, index, "last" if last else "more")


def _lock(key: Secret, attachment: UUID, index: int, data: bytes, *, room: int, last: bool = False) -> bytes:
    payload = len(data).to_bytes(_USED_SIZE, "big") + data.ljust(room, b"\0")
    return boxes.lock(key, Label.ATTACHMENT_CHUNK, _context(attachment, index, last=last), payload)


def _data(payload: bytes) -> bytes:
    end = _USED_SIZE + int.from_bytes(payload[:_USED_SIZE], "big")
    if end > len(payload) or payload.count(0, end) != len(payload) - end:
        raise Damaged
    return payload[_USED_SIZE:end]


def _pieces(source: BinaryIO | Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each box with whether it is the last; `Damaged` for a wrong header."""
    held: bytes | None = None
    for box in _regroup(_after_header(_read(source)), _BOX_SIZE):
        if held is not None:
            yield held, False
        held = box
    if held is not None:
        yield held, True


def _read(source: BinaryIO | Iterable[bytes]) -> Iterator[bytes]:
    read = getattr(source, "read", None)
    if read is None:
        yield from source
        return
    # A file is iterable too, but by lines: a gigabyte without a line feed would be read at once.
    while piece := read(CHUNK_SIZE):
        yield piece


def _after_header(pieces: Iterator[bytes]) -> Iterator[bytes]:
    start = b""
    for piece in pieces:
        start += piece
        if len(start) >= HEADER_SIZE:
            break
    yield body(Format.STREAM, start)
    yield from pieces


def _regroup(chunks: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The same bytes in pieces of `size`, the last one shorter; nothing for nothing."""
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        while len(waiting) >= size:
            yield bytes(waiting[:size])
            del waiting[:size]
    if waiting:
        yield bytes(waiting)
