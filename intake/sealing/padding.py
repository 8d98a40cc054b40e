"""Padding before sealing, so that a size says little: Padmé, with a floor of 512 bytes.

Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019,
section 4) rounds a length up so that only its leading bits remain: at most 12 % longer, log log of the length
leaked. Padded: length (8 bytes, big-endian) | content | zeros.
"""

from __future__ import annotations

from typing import Final

from intake.errors import Damaged

FLOOR: Final = 512
PREFIX_SIZE: Final = 8


def grid(length: int) -> int:
    """The least size on the grid that holds `length` bytes."""
    length = max(length, FLOOR)
    exponent = length.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << free_bits) - 1
    return (length + mask) & ~mask


def pad(content: bytes) -> bytes:
    """`content` with its length in front and zeros behind; the size is on the grid."""
    padded = len(content).to_bytes(PREFIX_SIZE, "big") + content
    return padded.ljust(grid(len(padded)), b"\0")


def unpad(padded: bytes) -> bytes:
    """The content. `Damaged` unless these are exactly the bytes `pad` makes of it."""
    end = PREFIX_SIZE + int.from_bytes(padded[:PREFIX_SIZE], "big")
    if len(padded) < FLOOR or end > len(padded) or len(padded) != grid(end):
        raise Damaged
    if padded.count(0, end) != len(padded) - end:
        raise Damaged
    return padded[PREFIX_SIZE:end]
