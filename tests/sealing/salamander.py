"""A ciphertext that AES-GCM accepts under two keys: the attack the commitment in a box is there to stop.

Found by Dodis, Grubbs, Ristenpart and Woodage ("Fast Message Franking", 2018). With the nonce fixed, the tag
is a polynomial in the hash key over GF(2^128) plus a mask, and whoever knows the key knows both. One block of
ciphertext is solved for so that both polynomials give the same tag.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

BLOCK = 16
# GCM writes bits in reverse: x^128 + x^7 + x^2 + x + 1 is this.
REDUCTION = 0xE1 << 120


def multiply(a: int, b: int) -> int:
    product = 0
    for bit in range(127, -1, -1):
        if b >> bit & 1:
            product ^= a
        a = a >> 1 ^ (REDUCTION if a & 1 else 0)
    return product


def inverse(a: int) -> int:
    # a^(2^128 - 2): the product of all a^(2^n) for n from 1 to 127.
    result, square = 1 << 127, a
    for _ in range(127):
        square = multiply(square, square)
        result = multiply(result, square)
    return result


def power(a: int, exponent: int) -> int:
    result = 1 << 127
    for _ in range(exponent):
        result = multiply(result, a)
    return result


def blocks_of(data: bytes) -> list[int]:
    padded = data + bytes(-len(data) % BLOCK)
    return [int.from_bytes(padded[at : at + BLOCK], "big") for at in range(0, len(padded), BLOCK)]


class HashKey:
    """What the tag under one AES key is made of."""

    def __init__(self, key: bytes) -> None:
        self._aes = Cipher(AES(key), ECB()).encryptor()  # noqa: S305 (the bare block cipher is what is needed)
        self.h = self.encrypt(0)
        self.mask = self.encrypt(1)  # of the counter block of the all-zero nonce

    def encrypt(self, block: int) -> int:
        return int.from_bytes(self._aes.update(block.to_bytes(BLOCK, "big")), "big")

    def tag(self, aad: bytes, ciphertext: bytes) -> int:
        state = 0
        for block in (
            *blocks_of(aad),
            *blocks_of(ciphertext),
            len(aad) * 8 << 64 | len(ciphertext) * 8,
        ):
            state = multiply(state ^ block, self.h)
        return state ^ self.mask


def two_key_ciphertext(first: bytes, second: bytes, aad: bytes, blocks: int) -> bytes:
    """Ciphertext and tag that AES-256-GCM, with the all-zero nonce, accepts under both keys."""
    one, other = HashKey(first), HashKey(second)
    free = b"salamander".ljust((blocks - 1) * BLOCK, b".")
    # The last block of ciphertext is followed by the lengths only, so it meets the hash key twice.
    gap = one.tag(aad, free + bytes(BLOCK)) ^ other.tag(aad, free + bytes(BLOCK))
    slope = power(one.h, 2) ^ power(other.h, 2)
    solved = free + multiply(gap, inverse(slope)).to_bytes(BLOCK, "big")
    tag = one.tag(aad, solved)
    assert tag == other.tag(aad, solved)
    return solved + tag.to_bytes(BLOCK, "big")
