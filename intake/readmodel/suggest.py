"""What to offer while somebody types a filter: keys, then values by any of their names, in four languages."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from intake.language.normalise import fold
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.readmodel import filters
from intake.readmodel.query import Filter, all_of, to_text


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` replaces what was typed (`place:CN-JL.hunchun`); `label` is shown, `name` is the name that fitted."""

    text: str
    label: str
    name: str


def suggest(typed: str, *, vocabulary: Vocabulary, gazetteer: Gazetteer, lang: str, most: int = 10) -> list[Suggestion]:
    """Suggestions for the last thing typed (`pl`, `place:훈`, `-mechanism:студ`), names that begin so first.

    Retired terms are offered last: they still match what carries them. Never offers what testimonies say.
    """
    minus, rest = ("-", typed[1:]) if typed.startswith("-") else ("", typed)
    key, colon, value = rest.replace("：", ":").partition(":")
    if not colon:
        found = (row for row in filters.KEYS.values() if any(name.startswith(fold(key)) for name in names_of(row)))
        return [Suggestion(f"{minus}{row.key}:", row.key, row.key) for row in found][:most] if key else []
    row = next((one for one in filters.KEYS.values() if fold(key) in names_of(one)), None)
    if row is None:
        return []
    wanted = fold(value.strip().strip('"')).removeprefix("=")
    best: dict[str, tuple[tuple[int, int, int], str]] = {}
    for ident, name, retired in _named(row, vocabulary, gazetteer):
        at = fold(name).find(wanted)
        rank = (int(retired), 0 if at == 0 else 1, len(name))
        if at >= 0 and (ident not in best or rank < best[ident][0]):
            best[ident] = (rank, name)
    chosen = heapq.nsmallest(most, best.items(), key=lambda one: (one[1][0], one[0]))
    return [
        Suggestion(
            minus + to_text(all_of((Filter(row.key, ident),))), _label(row, ident, lang, vocabulary, gazetteer), name
        )
        for ident, (_, name) in chosen
    ]


def names_of(row: filters.Key) -> tuple[str, ...]:
    """What a key may be called when typed."""
    return (row.key, *map(fold, row.aliases))


def _label(row: filters.Key, ident: str, lang: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> str:
    if ident == filters.NONE:
        return ident
    if row.domain == "place":
        return gazetteer.label(ident, lang)
    return vocabulary.label(ident, lang) if row.scheme else ident


def _named(row: filters.Key, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Iterator[tuple[str, str, bool]]:
    """Every value of a key under every name it has."""
    if row.domain == "place":
        for place in gazetteer.places.values():
            yield place.id, place.id, False
            yield from ((place.id, name, False) for names in place.names.values() for name in names)
    elif row.scheme:
        for concept in vocabulary.scheme(row.scheme):
            yield from ((concept.id, name, concept.retired) for name in concept.names())
    else:
        yield from ((choice, choice, False) for choice in row.choices or ())
    if row.missing:
        yield filters.NONE, filters.NONE, True
