"""PAGES. One blueprint per noun; each view parses, calls one action and answers."""

from __future__ import annotations

from flask import Blueprint, current_app
from flask_babel import gettext

from intake.access import may
from intake.errors import N_
from intake.views import (
    account,
    case,
    compartment,
    draft,
    export,
    figure,
    home,
    journal,
    query,
    redaction,
    release,
    restricted,
    review,
    rule,
    search,
    testimony,
    vocabulary,
    workplace,
)
from intake.web import actor

_NOUNS = (
    account,
    case,
    compartment,
    draft,
    export,
    figure,
    home,
    journal,
    query,
    redaction,
    release,
    restricted,
    review,
    rule,
    search,
    testimony,
    vocabulary,
    workplace,
)

BLUEPRINTS: tuple[Blueprint, ...] = (home.helping, *(noun.pages for noun in _NOUNS))

_PLACES = (
    ("draft.list", N_("My desk")),
    ("testimony.list", N_("Review queue")),
    ("search.run", N_("Query desk")),
    ("query.list", N_("Kept questions")),
    ("case.list", N_("Cases")),
    ("workplace.list", N_("Workplaces")),
    ("release.list", N_("Releases")),
    ("export.list", N_("Exports")),
    ("account.list", N_("People")),
    ("compartment.list", N_("Compartments")),
    ("journal.list", N_("Journal")),
    ("vocabulary.list", N_("Vocabulary")),
)


def navigation() -> list[tuple[str, str]]:
    """Where the signed-in person can go, in the order of the left-hand list."""
    there = current_app.view_functions
    return [(e, gettext(label)) for e, label in _PLACES if e in there and may(actor(), e)]
