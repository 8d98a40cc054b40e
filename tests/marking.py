"""Sentences with marks (`⟦KIND|words⟧`) for tests: which of the marks are not suggested, and what is."""

from __future__ import annotations

from benchmarks.identifiers_quality import compare

from intake.language.identifiers import suggest


def missed(language: str, marked: str) -> list[str]:
    """Kind and words of every mark that no suggestion covers."""
    found, _ = compare({"language": language, "narrative": marked})
    return [f"{mark.kind} {mark.text}" for mark, ok in found if not ok]


def suggested(language: str, text: str) -> set[tuple[str, str]]:
    """Kind and words of everything that is suggested in a text without a record."""
    return {(each.kind, each.quote) for each in suggest({"language": language, "narrative": text})}


def covered(language: str, text: str, quote: str, *kinds: str) -> bool:
    """Whether one suggestion of these kinds holds the quote and little more."""
    return any(
        kind in kinds and quote in each and len(each) <= 2 * len(quote) + 2 for kind, each in suggested(language, text)
    )
