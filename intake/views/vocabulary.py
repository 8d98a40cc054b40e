"""Pages of the noun `vocabulary`, and the names by which places and terms are found while one types."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask_babel import gettext

from intake.actions import vocabulary
from intake.errors import N_
from intake.forms.words import words
from intake.language.vocabulary import LANGUAGES, Concept, Vocabulary
from intake.web import gate, given, locale, performs

pages = Blueprint("vocabulary", __name__, url_prefix="/vocabulary")


SCHEMES = {
    "mechanism": N_("Mechanisms"),
    "indicator": N_("ILO indicators"),
    "focus-area": N_("Focus areas"),
    "sector": N_("Sectors"),
    "document-type": N_("Entry documents"),
    "place-role": N_("Roles of a place"),
    "purpose": N_("Purposes"),
    "audience": N_("Audiences"),
    "identity-level": N_("Identity levels"),
    "consent-form": N_("Forms of consent"),
    "answer-gap": N_("Why there is no answer"),
    "reason": N_("Reasons for redacting"),
}
"""The schemes in the order in which people look for them; others of a vocabulary follow."""


@dataclass(frozen=True)
class Term:
    """A term in its place: `depth` says how far below the broadest, `also` under what else it stands."""

    concept: Concept
    depth: int
    label: str
    definition: str
    labels: tuple[tuple[str, str], ...]
    aliases: tuple[tuple[str, str], ...]
    also: tuple[str, ...]


@pages.get("/", endpoint="list")
@performs(vocabulary.list_)
def list_() -> str:
    """All terms as trees, a scheme at a time."""
    number, terms, _ = vocabulary.list_(gate())
    asked = given(request.args.to_dict(flat=False)).one("scheme")
    scheme = asked if asked in terms.editions else next(name for name in SCHEMES if name in terms.editions)
    names = [*(name for name in SCHEMES if name in terms.editions), *sorted(set(terms.editions) - set(SCHEMES))]
    schemes = [(name, gettext(SCHEMES[name]) if name in SCHEMES else name, len(terms.scheme(name))) for name in names]
    page = {"number": number, "scheme": scheme, "schemes": schemes, "edition": terms.editions[scheme]}
    return render_template("vocabulary/list.html", terms=tree(terms, scheme, locale()), **page)


def tree(terms: Vocabulary, scheme: str, lang: str) -> list[Term]:
    """The terms of a scheme, each under its first broader term."""
    found: dict[str, Term] = {}

    def climb(concept: Concept, depth: int, under: str) -> None:
        if concept.id not in found:
            found[concept.id] = _term(terms, concept, depth, under, lang)
            for child in terms.children(concept.id):
                climb(terms.concept(child), depth + 1, concept.id)

    for top in terms.tops(scheme):
        climb(top, 0, "")
    return list(found.values())


def _term(terms: Vocabulary, concept: Concept, depth: int, under: str, lang: str) -> Term:
    return Term(
        concept,
        depth,
        terms.label(concept.id, lang),
        concept.definition.get(lang) or concept.definition.get("en", ""),
        tuple((code, concept.labels[code]) for code in LANGUAGES if code != lang and concept.labels.get(code)),
        tuple((code, "; ".join(concept.aliases[code])) for code in LANGUAGES if concept.aliases.get(code)),
        tuple(terms.label(other, lang) for other in concept.parents if other != under),
    )


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
