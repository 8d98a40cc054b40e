"""Where a quoted passage stands in a narrative. Offsets are code points of the NFC text."""

from __future__ import annotations


def find(narrative: str, quote: str, near: int | None = None) -> tuple[int, int] | None:
    """The occurrence of the quote that starts nearest to `near` (the first one without it), or None.

    Outer white space of the quote does not count, and any run of white space inside it fits any other: a passage that
    was copied over a line break is still that passage.
    """
    words = quote.split()
    if not words:
        return None
    exact = quote.strip()
    spans = [(at, at + len(exact)) for at in _starts(narrative, exact)] or _loose(narrative, words)
    if not spans:
        return None
    return min(spans, key=lambda span: abs(span[0] - (near or 0)))


def _starts(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def _loose(text: str, words: list[str]) -> list[tuple[int, int]]:
    found = []
    for start in _starts(text, words[0]):
        at = start + len(words[0])
        for word in words[1:]:
            skipped = at
            while skipped < len(text) and text[skipped].isspace():
                skipped += 1
            if skipped == at or not text.startswith(word, skipped):
                break
            at = skipped + len(word)
        else:
            found.append((start, at))
    return found
