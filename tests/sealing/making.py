"""Keys and contexts that tests of this room are made of: fixed, so that a failure can be repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

from intake.errors import Damaged
from intake.sealing.context import RecordContext
from intake.sealing.keys import Secret

ANA = UUID("0a8f3c52-6a5b-4a51-9d3c-2f7e1c8d9b01")
BORA = UUID("b0124d6e-3f0a-4c7e-8f7a-5d1e6c9b7a02")

KEY = Secret(bytes(range(32)))
OTHER_KEY = Secret(bytes(range(1, 33)))
SEED = Secret(bytes(range(32, 64)))
OTHER_SEED = Secret(bytes(range(33, 65)))

CONTEXT = RecordContext(
    instance=UUID(int=101),
    kind="testimony",
    record=UUID(int=102),
    version=3,
    compartment=UUID(int=103),
    schema=2,
    previous=b"\x5a" * 32,
)


def altered_contexts() -> Iterator[tuple[str, RecordContext]]:
    """The context with each field changed alone."""
    fields = {
        "instance": UUID(int=999),
        "kind": "case",
        "record": UUID(int=999),
        "version": 4,
        "compartment": UUID(int=999),
        "schema": 3,
        "previous": b"\x5b" * 32,
    }
    for name, value in fields.items():
        yield name, replaced(CONTEXT, name, value)


def replaced(context: RecordContext, name: str, value: object) -> RecordContext:
    """A copy with one field changed."""
    fields = {slot: getattr(context, slot) for slot in RecordContext.__slots__}
    return RecordContext(**{**fields, name: value})


def flipped(data: bytes) -> Iterator[bytes]:
    """Every copy with a single bit changed."""
    for place in range(len(data)):
        for bit in range(8):
            yield data[:place] + bytes((data[place] ^ 1 << bit,)) + data[place + 1 :]


def truncated(data: bytes) -> Iterator[bytes]:
    """Every proper beginning."""
    for length in range(len(data)):
        yield data[:length]


def refused(act: Callable[[], object]) -> None:
    """Asserts the one error of this room: same class, same words, nothing of the cause hanging on it."""
    with pytest.raises(Damaged) as caught:
        act()
    assert type(caught.value) is Damaged
    assert str(caught.value) == Damaged.words
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
