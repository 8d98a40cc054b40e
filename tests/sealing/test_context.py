"""Contexts: no two sequences of facts look alike as bytes."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sealing.making import CONTEXT, altered_contexts

from intake.sealing.context import WrapContext, encode

PART = st.one_of(st.none(), st.binary(max_size=12), st.text(max_size=8), st.integers(-(2**70), 2**70), st.uuids())
PARTS = st.lists(PART, max_size=6).map(tuple)


def typed(parts: tuple[object, ...]) -> tuple[tuple[type, object], ...]:
    return tuple((type(part), part) for part in parts)


@settings(max_examples=1000)
@given(PARTS, PARTS)
def test_different_parts_encode_differently(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert (encode(*one) == encode(*other)) == (typed(one) == typed(other))


@given(PARTS, PARTS)
def test_moving_a_border_between_parts_is_noticed(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    joined = encode(*one, *other)
    if one and other:
        assert encode(encode(*one), encode(*other)) != joined


def test_no_collision_among_a_hundred_thousand() -> None:
    # Parts chosen to be confused: equal bytes in other types, lengths that look like content, signs, empties.
    sly = [None, b"", "", 0, -1, 1, 255, 256, b"a", "a", b"n", "s", b"b\0\0\0\0\0\0\0\0", b"\0", "\0", 97]
    sly += [UUID(int=0), UUID(int=0).bytes, encode("a"), encode("a").decode("latin-1")]
    # 1 + 20 + 400 + 8,000 + 160,000 sequences.
    sequences = [parts for length in range(5) for parts in product(sly, repeat=length)]
    assert len(sequences) > 100_000
    assert len({encode(*parts) for parts in sequences}) == len(sequences)


@pytest.mark.parametrize("part", [True, False, 1.0, bytearray(b"a"), ("a",), object()])
def test_other_types_are_refused(part: object) -> None:
    with pytest.raises(TypeError):
        encode(part)  # type: ignore[arg-type]


def test_every_field_of_a_record_counts() -> None:
    encoded = {name: context.encode() for name, context in altered_contexts()}
    assert len({CONTEXT.encode(), *encoded.values()}) == len(encoded) + 1


def test_epoch_and_fingerprint_of_a_wrap_count() -> None:
    wraps = [
        WrapContext(record=record, epoch=epoch, fingerprint=fingerprint)
        for record in (CONTEXT, *(context for _name, context in altered_contexts()))
        for epoch in (1, 2)
        for fingerprint in (b"a" * 32, b"b" * 32)
    ]
    assert len({wrap.encode() for wrap in wraps}) == len(wraps)


def test_contexts_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        CONTEXT.version = 9  # type: ignore[misc]
