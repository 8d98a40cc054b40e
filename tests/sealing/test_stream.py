"""Attachments: whatever their size they come back whole, and nothing of them can be moved, cut or added."""

from __future__ import annotations

import io
import os
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sealing.making import ANA, BORA, KEY, OTHER_KEY, flipped, refused, truncated

from intake.sealing import boxes, stream
from intake.sealing.keys import Secret
from intake.sealing.labels import Label
from intake.sealing.padding import grid
from intake.sealing.stream import CHUNK_SIZE, lock_stream, unlock_stream

ROOM = CHUNK_SIZE - 4
BOX = CHUNK_SIZE + 84


def locked(data: bytes, key: Secret = KEY, attachment: UUID = ANA) -> bytes:
    return b"".join(lock_stream(key, attachment, [data]))


def unlocked(file: bytes, key: Secret = KEY, attachment: UUID = ANA) -> bytes:
    return b"".join(unlock_stream(key, attachment, io.BytesIO(file)))


EDGES = [0, 1, 503, 504, 505, ROOM - 9, ROOM - 8, ROOM - 7, ROOM - 1, ROOM, ROOM + 1, CHUNK_SIZE, 2 * ROOM]


@pytest.mark.parametrize("size", [*EDGES, 2 * ROOM + 1, 20_000_000])
def test_any_size_comes_back(size: int) -> None:
    data = os.urandom(size)
    file = locked(data)
    assert unlocked(file) == data
    assert file[:4] == b"KK\x04\x01"


def test_64_mib_come_back() -> None:
    data = os.urandom(CHUNK_SIZE) * 64
    assert unlocked(locked(data)) == data


@given(st.lists(st.binary(max_size=700), max_size=8), st.integers(1, 999))
def test_pieces_of_any_size_go_in_and_come_out(pieces: list[bytes], step: int) -> None:
    file = b"".join(lock_stream(KEY, ANA, pieces))
    again = (file[at : at + step] for at in range(0, len(file), step))
    assert b"".join(unlock_stream(KEY, ANA, again)) == b"".join(pieces)


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of 64 bytes, so that many of them fit a test."""
    monkeypatch.setattr(stream, "CHUNK_SIZE", 64)
    monkeypatch.setattr(stream, "_ROOM", 60)
    monkeypatch.setattr(stream, "_BOX_SIZE", 64 + 84)


@pytest.mark.usefixtures("tiny")
def test_every_size_around_the_borders_of_chunks() -> None:
    for size in range(1500):
        data = bytes(number % 251 + 1 for number in range(size))
        file = locked(data)
        assert unlocked(file) == data
        whole, rest = divmod(grid(size + 8), 60)
        assert len(file) == 4 + whole * 148 + (rest and 4 + rest + 84)


def test_a_size_says_little() -> None:
    assert len({len(locked(bytes(size))) for size in range(0, 504, 7)}) == 1
    assert len({len(locked(bytes(size))) for size in range(3_000_000, 3_060_000, 10_000)}) < 4


def parts(file: bytes, size: int) -> tuple[bytes, list[bytes]]:
    return file[:4], [file[at : at + size] for at in range(4, len(file), size)]


@pytest.mark.usefixtures("tiny")
def test_chunks_cannot_be_cut_swapped_repeated_or_added() -> None:
    head, chunks = parts(locked(bytes(range(1, 251)) * 4), 148)
    count = len(chunks)
    assert count > 12
    for end in range(count):
        refused(lambda end=end: unlocked(head + b"".join(chunks[:end])))
    for place in range(count):
        refused(lambda at=place: unlocked(head + b"".join(chunks[:at] + chunks[at + 1 :])))
        refused(lambda at=place: unlocked(head + b"".join(chunks[:at] + chunks[at : at + 1] + chunks[at:])))
    for one in range(count):
        for other in range(one):
            swapped = list(chunks)
            swapped[one], swapped[other] = chunks[other], chunks[one]
            refused(lambda swapped=swapped: unlocked(head + b"".join(swapped)))
    refused(lambda: unlocked(head + b"".join(chunks) + b"\0"))
    refused(lambda: unlocked(head + b"".join(chunks) + head + b"".join(chunks)))


@pytest.mark.usefixtures("tiny")
def test_chunks_of_another_attachment_do_not_fit_even_under_the_same_key() -> None:
    head, mine = parts(locked(b"a" * 500), 148)
    _head, theirs = parts(locked(b"b" * 500, attachment=BORA), 148)
    assert len(mine) == len(theirs)
    for place in range(len(mine)):
        mixed = [*mine[:place], theirs[place], *mine[place + 1 :]]
        refused(lambda mixed=mixed: unlocked(head + b"".join(mixed)))
    # Two versions of the same attachment share an id; each has a key of its own.
    _head, again = parts(locked(b"c" * 500, key=OTHER_KEY), 148)
    for place in range(len(mine)):
        mixed = [*mine[:place], again[place], *mine[place + 1 :]]
        refused(lambda mixed=mixed: unlocked(head + b"".join(mixed)))


def test_every_single_bit_and_every_truncation_of_a_small_file() -> None:
    file = locked(b"a scan of an identity card")
    for altered in (*flipped(file), *truncated(file), file + b"\0"):
        refused(lambda altered=altered: unlocked(altered))


def test_another_key_or_attachment_is_refused() -> None:
    refused(lambda: unlocked(locked(b"a"), key=OTHER_KEY))
    refused(lambda: unlocked(locked(b"a"), attachment=BORA))


def test_real_chunks_cannot_be_cut_or_swapped() -> None:
    head, chunks = parts(locked(os.urandom(3 * CHUNK_SIZE)), BOX)
    for altered in (chunks[:-1], chunks[:1], [chunks[1], chunks[0], *chunks[2:]], [*chunks, chunks[-1]]):
        refused(lambda altered=altered: unlocked(head + b"".join(altered)))


@pytest.mark.usefixtures("tiny")
def test_a_file_cut_short_is_noticed_at_its_end_at_the_latest() -> None:
    """What came before the cut was checked and given; then the iterator raises, it does not just stop."""
    head, chunks = parts(locked(b"a" * 500), 148)
    given_before: list[bytes] = []

    def read_all() -> None:
        given_before.extend(unlock_stream(KEY, ANA, [head, *chunks[:4]]))

    refused(read_all)
    assert b"".join(given_before) == b"a" * 180


def crafted(*payloads: bytes) -> bytes:
    """A file somebody with the key could make, of payloads this room would not."""
    sealed = []
    for index, payload in enumerate(payloads):
        context = stream._context(ANA, index, last=index == len(payloads) - 1)
        sealed.append(boxes.lock(KEY, Label.ATTACHMENT_CHUNK, context, payload))
    return b"KK\x04\x01" + b"".join(sealed)


def payload(data: bytes, room: int) -> bytes:
    return len(data).to_bytes(4, "big") + data.ljust(room, b"\0")


@pytest.mark.usefixtures("tiny")
def test_only_one_spelling_of_a_file_is_accepted() -> None:
    empty = [payload(b"", 60)] * 8
    assert unlocked(crafted(payload(b"a", 60), *empty[:7], payload(b"", 32))) == b"a"
    for bad in (
        [payload(b"a", 60), *empty[:6], payload(b"", 32)],  # below the floor
        [payload(b"a", 60), *empty[:7], payload(b"", 33)],  # beside the grid
        [payload(b"", 60), payload(b"a", 60), *empty[:6], payload(b"", 32)],  # data after padding
        [payload(b"a", 60)[:-1] + b"x", *empty[:7], payload(b"", 32)],  # padding that is not zero
        [b"\xff" * 64, *empty[:7], payload(b"", 32)],  # more used than there is
        [payload(b"a", 60), *empty[:7], b""],
    ):
        refused(lambda bad=bad: unlocked(crafted(*bad)))


def test_memory_stays_small() -> None:
    def data() -> Iterator[bytes]:
        for _ in range(64):
            yield bytes(CHUNK_SIZE)

    def length() -> int:
        return sum(map(len, unlock_stream(KEY, ANA, lock_stream(KEY, ANA, data()))))

    tracemalloc.start()
    try:
        assert length() == 64 * CHUNK_SIZE
        assert tracemalloc.get_traced_memory()[1] < 24 * CHUNK_SIZE
    finally:
        tracemalloc.stop()


def test_a_file_is_read_in_pieces_not_by_lines() -> None:
    class OnlyRead(io.RawIOBase):
        def __init__(self, data: bytes) -> None:
            self.rest = data

        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= CHUNK_SIZE
            piece, self.rest = self.rest[:size], self.rest[size:]
            return piece

        def __next__(self) -> bytes:
            raise AssertionError("read by lines")

    file = locked(b"\n" * 5000)
    assert b"".join(unlock_stream(KEY, ANA, OnlyRead(file))) == b"\n" * 5000  # type: ignore[arg-type]


def test_the_first_piece_comes_before_the_whole_is_read() -> None:
    pieces = lock_stream(KEY, ANA, (bytes(CHUNK_SIZE) for _ in range(1000)))
    assert len(list(islice(pieces, 4))) == 4
