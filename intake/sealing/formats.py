"""The first four bytes of everything this room writes: "KK", a format byte, a suite byte.

They decide how a thing is opened. What is unknown is refused; no key is ever tried to find out what it is.
"""

from __future__ import annotations

from enum import IntEnum

from intake.errors import Damaged

MAGIC = b"KK"
SUITE = 1


class Format(IntEnum):
    """The format byte. Numbers are never reused."""

    BOX = 1
    SEAL = 2
    SEED = 3
    STREAM = 4


def header(kind: Format) -> bytes:
    """The four bytes a thing of this kind begins with in the present suite."""
    return MAGIC + bytes((kind, SUITE))


HEADER_SIZE = len(header(Format.BOX))


def body(kind: Format, data: bytes) -> bytes:
    """What follows the header; `Damaged` unless `data` begins with exactly the header of this kind."""
    if not data.startswith(header(kind)):
        raise Damaged
    return data[HEADER_SIZE:]


def read(data: bytes) -> Format:
    """Which kind of thing this is, by its header alone; `Damaged` for any other kind, suite or magic."""
    for kind in Format:
        if data.startswith(header(kind)):
            return kind
    raise Damaged
