"""Words in bytes that are no text: a picture, a colour profile, an identifier that a program made.

Among enough such bytes any three letters stand next to each other by chance, and any two syllables in some encoding.
What somebody wrote is longer: runs that read as words in UTF-8 or UTF-16 are looked at, the noise between is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language.skeletons import letters_of
from intake.rendering.leaks_text import Leak, Watch

# Eight ASCII signs in a row, or nine bytes of three-byte characters: a run this long is hardly ever chance.
_UTF8 = re.compile(
    rb"(?:[\x20-\x7e\t\r\n]|[\xc3-\xdf][\x80-\xbf]|[\xe1-\xec][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|"
    rb"\xef[\xbc\xbd][\x80-\xbf]){8,}|(?:[\xe3-\xec][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]){2,}"
)
_WIDE = {
    "utf-16-be": re.compile(rb"(?:\x00[\x20-\x7e]|[\x04\x31\x4e-\x9f\xac-\xd7][\x00-\xff]){4,}", re.DOTALL),
    "utf-16-le": re.compile(rb"(?:[\x20-\x7e]\x00|[\x00-\xff][\x04\x31\x4e-\x9f\xac-\xd7]){4,}", re.DOTALL),
}
# Base64 of 16 bytes, hexadecimal of 4 and more, UUIDs: digits, not words. Something else is read as words.
_MADE = re.compile(
    r"[A-Za-z0-9+/]{22}==|(?=[0-9A-Fa-f]*\d)(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{16}|[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})|"
    r"(?:uuid:|urn:uuid:)?\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?"
)


def check_noise(data: bytes, where: str, watch: Watch) -> list[Leak]:
    """Findings in bytes that are no text. Two letters of an alphabet beside each other are still noise."""
    return [
        leak
        for text in words_in(data)
        for leak in watch.check(text, where)
        if not _two_letters(text[leak.start : leak.end])
    ]


def _two_letters(found: str) -> bool:
    letters = letters_of(found)
    return letters.isascii() and len(letters) < 3


def words_in(data: bytes) -> Iterator[str]:
    """The stretches of `data` that read as words, in UTF-8 and in both kinds of UTF-16."""
    for match in _UTF8.finditer(data):
        yield match[0].decode("utf-8", "replace")
    if b"\x00" not in data and not any(byte in data for byte in (b"\xac", b"\xb0", b"\xc0", b"\xd0")):
        return
    for encoding, pattern in _WIDE.items():
        for match in pattern.finditer(data):
            yield match[0].decode(encoding, "replace")


def made_by_a_program(text: str) -> bool:
    """Whether the whole text is an identifier of the kind that programs make up."""
    return bool(_MADE.fullmatch(text))
