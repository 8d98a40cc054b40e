"""Pages of the noun `vocabulary`, and the names by which places and terms are found while one types."""

from __future__ import annotations

from flask import Blueprint

from intake.actions import vocabulary
from intake.forms.words import words
from intake.web import gate, locale, performs

pages = Blueprint("vocabulary", __name__, url_prefix="/vocabulary")


@pages.get("/places.json")
@performs(vocabulary.list_)
def places() -> list[dict[str, object]]:
    """Every place with its names in four languages, for a box one types into."""
    _, terms, gazetteer = vocabulary.list_(gate())
    return words(terms, gazetteer, locale()).place_names()


@pages.get("/terms/<scheme>.json")
@performs(vocabulary.list_)
def terms(scheme: str) -> list[dict[str, object]]:
    """The terms in use of one scheme with all their names. 404 for a scheme there is not."""
    _, concepts, gazetteer = vocabulary.list_(gate())
    return words(concepts, gazetteer, locale()).term_names(scheme)
