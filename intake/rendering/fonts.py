"""What the fonts that were installed with the application can draw, and what they say about themselves, read from their
files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from intake.errors import N_, Misconfigured
from intake.resources import inside

FOLDER = inside("assets", "fonts")
FAMILIES = ("NotoSans", "NotoSansKR", "NotoSansSC")


def check(folder: Path) -> None:
    """Raises Misconfigured unless every font that paper needs is in the folder."""
    if not all((folder / f"{family}-{weight}.ttf").is_file() for family in FAMILIES for weight in ("Regular", "Bold")):
        raise Misconfigured(
            N_("The fonts for PDF are missing. Install the application with its assets, as the README describes.")
        )


@cache
def drawn(folder: Path) -> frozenset[int]:
    """The code points for which at least one of the fonts has a glyph."""
    check(folder)
    return frozenset(
        code for family in FAMILIES for code in code_points((folder / f"{family}-Regular.ttf").read_bytes())
    )


def code_points(font: bytes) -> Iterator[int]:
    """The code points in a TrueType font's `cmap` table (formats 4 and 12, OpenType specification)."""
    start = _table(font, b"cmap")
    for place in range(struct.unpack_from(">H", font, start + 2)[0]):
        offset = start + struct.unpack_from(">HHL", font, start + 4 + 8 * place)[2]
        layout = struct.unpack_from(">H", font, offset)[0]
        if layout == 12:
            yield from _groups(font, offset)
        elif layout == 4:
            yield from _segments(font, offset)


@cache
def notices(folder: Path) -> frozenset[str]:
    """What the installed fonts say about themselves: makers, licences, trade marks. Empty without fonts."""
    return frozenset(said for file in sorted(folder.glob("*.ttf")) for said in names(file.read_bytes()))


def names(font: bytes) -> list[str]:
    """The texts of a TrueType font's `name` table. Raises struct.error or Misconfigured for what is none."""
    start = _table(font, b"name")
    count, strings = struct.unpack_from(">HH", font, start + 2)
    said = []
    for place in range(count):
        platform, _, _, _, size, offset = struct.unpack_from(">6H", font, start + 6 + 12 * place)
        raw = font[start + strings + offset : start + strings + offset + size]
        said.append(raw.decode("latin-1" if platform == 1 else "utf-16-be", "replace"))
    return said


def _table(font: bytes, wanted: bytes) -> int:
    """Where a table of a TrueType font starts."""
    for place in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * place)
        if tag == wanted:
            return int(start)
    raise Misconfigured(N_("A font file cannot be read."))


def _groups(font: bytes, offset: int) -> Iterator[int]:
    count = struct.unpack_from(">L", font, offset + 12)[0]
    for first, last, glyph in struct.iter_unpack(">LLL", font[offset + 16 : offset + 16 + 12 * count]):
        yield from range(first + (glyph == 0), last + 1)


def _segments(font: bytes, offset: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, offset + 14)
    starts = struct.unpack_from(f">{count}H", font, offset + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", font, offset + 16 + 4 * count)
    ranges_at = offset + 16 + 6 * count
    ranges = struct.unpack_from(f">{count}H", font, ranges_at)
    for place, (first, last, delta, skip) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(first, last + 1):
            if not skip:
                glyph = (code + delta) & 0xFFFF
            else:
                at = ranges_at + 2 * place + skip + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, at)[0]
            if glyph and code != 0xFFFF:
                yield code
