"""Padding: sizes fall on a coarse grid, and only one padding of a content is accepted."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sealing.making import refused

from intake.sealing.padding import grid, pad, unpad


def padme(length: int) -> int:
    """As the paper writes it, with logarithms."""
    exponent = math.floor(math.log2(length))
    kept = math.floor(math.log2(exponent)) + 1
    step = 2 ** (exponent - kept)
    return math.ceil(length / step) * step


@given(st.integers(512, 2**40))
def test_the_grid_is_padme(length: int) -> None:
    assert grid(length) == padme(length)
    assert length <= grid(length) <= length * 1.12
    assert grid(grid(length)) == grid(length)


@pytest.mark.parametrize("length", [0, 1, 511, 512])
def test_nothing_is_smaller_than_the_floor(length: int) -> None:
    assert grid(length) == 512


def test_few_sizes_are_ever_seen() -> None:
    assert len({grid(length) for length in range(1, 100_000)}) < 150


@given(st.binary(max_size=5000))
def test_what_was_padded_comes_back(content: bytes) -> None:
    padded = pad(content)
    assert unpad(padded) == content
    assert len(padded) == grid(len(content) + 8)


@given(st.binary(max_size=1500), st.data())
def test_padding_that_is_not_zero_is_refused(content: bytes, data: st.DataObject) -> None:
    padded = bytearray(pad(content))
    free = range(len(content) + 8, len(padded))
    if free:
        padded[data.draw(st.sampled_from(free))] = data.draw(st.integers(1, 255))
        refused(lambda: unpad(bytes(padded)))


@pytest.mark.parametrize(
    "padded",
    [
        b"",
        bytes(7),
        bytes(511),
        bytes(513),
        bytes(1024),
        pad(b"a" * 600) + bytes(16),
        pad(b"a" * 600)[:-1],
        (505).to_bytes(8, "big") + bytes(504),
        b"\xff" * 512,
    ],
    ids=range(9),
)
def test_another_size_than_the_grids_is_refused(padded: bytes) -> None:
    refused(lambda: unpad(padded))
