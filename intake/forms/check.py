"""A draft as it would be filed: what stands in the way first, then what is unfinished, then everything said back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from intake.forms.layout import labels
from intake.forms.sections import SECTIONS, Answers, Section, told
from intake.forms.testimony import Parse, problems
from intake.forms.words import Words


@dataclass(frozen=True)
class Obstacle:
    """One answer that keeps the testimony from being filed: where it is asked, what it asks, what is wrong."""

    section: Section
    field: str
    label: str
    message: str


@dataclass(frozen=True)
class Checklist:
    """`told` holds per section its answers as (id of the field, question, answer)."""

    obstacles: tuple[Obstacle, ...]
    unfinished: tuple[Section, ...]
    told: tuple[tuple[Section, tuple[tuple[str, str, str], ...]], ...]


def checklist(answers: Answers, words: Words, parse: Parse, said: Callable[[str], str]) -> Checklist:
    """Go through a draft as filing will. `said` translates a message id."""
    wrong = problems(answers, parse)
    forms = [(section, section.checked(answers, words)) for section in SECTIONS]
    obstacles = tuple(
        Obstacle(section, name, label, said(message))
        for section, form in forms
        for name, label in labels(form)
        for message in wrong.get(name, ())
    )
    unfinished = tuple(s for s in SECTIONS if s.state(answers, words) not in ("done", "fix"))
    return Checklist(obstacles, unfinished, tuple((section, tuple(told(form))) for section, form in forms))
