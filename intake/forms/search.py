"""What a coordinator typed and ticked on the query desk, read out of the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from intake.actions import search
from intake.errors import N_, Invalid
from intake.models.judgement import Verdict
from intake.web import Given

SHOWN = "shown."
_MOST_ROWS = 10_000_000


@dataclass(frozen=True)
class Asked:
    """One address of the desk. `first`: the place of the page's first row in the answer, counted from one."""

    text: str
    tab: str = "all"
    after: str | None = None
    first: int = 1

    def address(self, **changed: str | int | None) -> dict[str, str | int]:
        """The values of the address with some changed; a changed question or tab begins at the first page."""
        paged: dict[str, str | int | None] = {"after": self.after, "first": self.first} if not changed else {}
        values: dict[str, str | int | None] = {"q": self.text, "tab": self.tab, **paged, **changed}
        plain = {"tab": "all", "first": 1, "q": ""}
        return {name: value for name, value in values.items() if value and value != plain.get(name)}


def asked(said: Given) -> Asked:
    """The question of an address. `Invalid` for text that no field may hold."""
    said.must()
    first = said.one("first")
    place = int(first) if first.isascii() and first.isdigit() and len(first) < 9 else 1
    return Asked(said.one("q"), said.one("tab") or "all", said.one("after") or None, max(1, min(place, _MOST_ROWS)))


@dataclass(frozen=True)
class Ticks:
    """Boxes of the facets: what was ticked when they were shown, and what is ticked now, by key."""

    shown: Mapping[str, tuple[str, ...]]
    now: Mapping[str, tuple[str, ...]]


def ticks(said: Given) -> Ticks:
    """The boxes of the facets. What is no facet is left out: it is no part of the form."""
    answers = said.must().answers
    return Ticks(
        {key: answers[SHOWN + key] for key in search.FACETS if SHOWN + key in answers},
        {key: answers[key] for key in search.FACETS if key in answers},
    )


@dataclass(frozen=True)
class Word:
    """A coordinator's word on one concept in one testimony."""

    testimony_id: UUID
    concept: str
    verdict: Verdict
    start: int | None
    end: int | None


def judged(said: Given) -> Word:
    """The verdict a button sent. `Invalid` for anything a button of ours would not send."""
    said.must()
    try:
        return Word(
            UUID(said.one("testimony")),
            said.one("concept"),
            Verdict(said.one("verdict")),
            _offset(said.one("start")),
            _offset(said.one("end")),
        )
    except ValueError:
        raise Invalid(N_("This request makes no sense.")) from None


def _offset(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError
    return int(text) if text else None
