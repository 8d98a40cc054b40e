"""Which ladder a kind of thing climbs, with the labels that the gazetteer and the record know. Nothing is invented: a
rung is offered only where one of them says it."""

from __future__ import annotations

from collections.abc import Iterable

from intake.language.ladders import age_steps, date_steps, place_steps
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary

_FIRM = {"ko": "{} 업체", "en": "a firm ({})", "zh": "某{}企业", "ru": "предприятие ({})"}
_SOMEWHERE = {"ko": "어느 업체", "en": "a firm", "zh": "某企业", "ru": "одно предприятие"}


def rungs(
    kind: str,
    quote: str,
    language: str,
    *,
    gazetteer: Gazetteer,
    vocabulary: Vocabulary,
    sectors: Iterable[str] = (),
    places: Iterable[str] = (),
) -> tuple[str, ...]:
    """What may stand instead of `quote`, finest first; empty when nothing is known about it.

    `sectors`, `places`: ids that the record gives for its employers and where they are.
    """
    lang = language[:2] if language[:2] in _FIRM else "en"
    if kind in ("EXACT_DATE", "BIRTH_DATE"):
        steps = date_steps(quote, lang)
        found = steps[-1:] if kind == "BIRTH_DATE" else steps
    elif kind in ("WORKPLACE", "UNIT"):
        found = _firm(lang, sectors, places, vocabulary, gazetteer)
    elif kind in ("SMALL_PLACE", "ADDRESS"):
        found = _above(quote, lang, gazetteer)
    else:
        found = _above(quote, lang, gazetteer) or age_steps(quote, lang)
    return tuple(dict.fromkeys(rung for rung in found if rung and rung != quote))


def _above(quote: str, lang: str, gazetteer: Gazetteer) -> list[str]:
    known = gazetteer.find(quote)
    if not known:
        return []
    return place_steps([gazetteer.label(step, lang) for step in gazetteer.ancestors(known[-1].id)[1:]], lang)


def _firm(
    lang: str, sectors: Iterable[str], places: Iterable[str], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> list[str]:
    named = [vocabulary.label(sector, lang) for sector in sectors if sector and vocabulary.find(sector)]
    for place in places:
        if place in gazetteer.places:
            named.append(gazetteer.label(gazetteer.at_most(place, "province").id, lang))
    return [*(_FIRM[lang].format(name) for name in named), _SOMEWHERE[lang]]
