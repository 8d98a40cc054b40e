"""The syntax of PDF, read from the bytes: strings, streams, glyph tables, and what stands between streams."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

LIMIT = 256 * 1024 * 1024
"""The most bytes that are unpacked of one file."""
STREAM = re.compile(rb"stream\r?\n")
LITERAL = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{2,})>")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def syntax(data: bytes) -> bytes:
    """The file's own words: what stands between streams, and inside object streams. The bytes of other streams are no
    syntax: among enough of them any three letters turn up by chance."""
    pieces: list[bytes] = []
    budget, last = LIMIT, 0
    while match := STREAM.search(data, last):
        head = data[last : match.start()]
        end = data.find(b"endstream", match.end())
        body = data[match.end() : end if end >= 0 else len(data)]
        pieces.append(head)
        if b"/ObjStm" in head:
            pieces.append(inflate(body, budget) if b"Flate" in head else body)
            budget -= len(pieces[-1])
        last = match.end() + len(body) + len(b"endstream")
    return b"\n".join((*pieces, data[last:]))


def cut(body: bytes) -> tuple[bytes, bytes]:
    match = STREAM.search(body)
    if not match:
        return body, b""
    end = body.rfind(b"endstream")
    return body[: match.start()], body[match.end() : end if end > 0 else len(body)]


def inflate(stream: bytes, budget: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, max(1, budget))
    except zlib.error:
        return stream


def texts(data: bytes) -> Iterator[str]:
    """Strings written in PDF syntax, literal and hexadecimal."""
    for match in LITERAL.finditer(data):
        yield decode(unescape(match[0][1:-1]))
    for match in _HEX.finditer(data):
        yield decode(unhex(match[1]))


def unhex(digits: bytes) -> bytes:
    clean = re.sub(rb"\s", b"", digits)
    return bytes.fromhex((clean + b"0" * (len(clean) % 2)).decode("ascii"))


def unescape(literal: bytes) -> bytes:
    """The bytes a literal PDF string stands for (ISO 32000-1, 7.3.4.2)."""

    def replace(match: re.Match[bytes]) -> bytes:
        sign = match[1]
        if sign[:1].isdigit():
            return bytes([int(sign, 8) & 0xFF])
        return b"" if sign in (b"\n", b"\r", b"\r\n") else _ESCAPES.get(sign, sign)

    return re.sub(rb"\\([0-7]{1,3}|\r\n|.)", replace, literal, flags=re.DOTALL)


def decode(data: bytes) -> str:
    if data[:2] == b"\xfe\xff":
        return data[2:].decode("utf-16-be", "replace")
    if data[:2] == b"\xff\xfe":
        return data[2:].decode("utf-16-le", "replace")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def cmap(data: bytes) -> dict[int, str]:
    """A ToUnicode map: glyph code to text (Adobe technical note 5411)."""
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>", block):
            found[int(code, 16)] = _utf16(text)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for low, high, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>", block):
            first, last = int(low, 16), min(int(high, 16), int(low, 16) + 65535)
            start = _utf16(text)
            for step in range(last - first + 1):
                found[first + step] = start[:-1] + chr(min(ord(start[-1]) + step, 0x10FFFF)) if start else ""
        for low, texts in re.findall(rb"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>\s*\[(.*?)\]", block, re.DOTALL):
            for step, text in enumerate(re.findall(rb"<([0-9A-Fa-f\s]+)>", texts)):
                found[int(low, 16) + step] = _utf16(text)
    return found


def _utf16(digits: bytes) -> str:
    return unhex(digits).decode("utf-16-be", "replace")
