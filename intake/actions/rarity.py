"""How many witnesses of the whole collection fit what a release tells, in its text and beside it.

Fewer than the setting `small_cell` and the combination points at somebody. What the collection cannot say counts as
too few: an empty or unread part of it is no crowd.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from intake.actions.catchup import ready_model
from intake.actions.vocabulary import current
from intake.language.identifiers import Suggestion
from intake.readmodel.grammar import parse
from intake.readmodel.query import Group, Phrase, Query
from intake.work import Work

_KEYS = {"province": "place", "country": "place", "year": "year", "sector": "sector", "mechanisms": "concept"}
_PATIENCE = 10.0
# Of each kind of detail so many are asked for: the rarest words come early in a testimony and late in a list.
_OF_A_KIND = 8


def rare_facts(work: Work, told: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], int] | None:
    """The smallest combination of facts told (names of fields) that fewer witnesses fit than a cell may hold, and how
    many fit it; None when every combination is a crowd. `told`: ids by field."""
    _, vocabulary, gazetteer = current(work)
    model, _ = ready_model(work, _PATIENCE)
    fields = [name for name in _KEYS if told.get(name)]
    if "province" in fields and "country" in fields:
        fields.remove("country")
    for size in range(1, len(fields) + 1):
        for names in combinations(fields, size):
            clauses = [f"{_KEYS[name]}:{value}" for name in names for value in told[name]]
            query = parse(" ".join(clauses), vocabulary=vocabulary, gazetteer=gazetteer)
            count = model.search(query, limit=1).counts.witnesses
            if count < work.instance.settings.small_cell:
                return names, count
    return None


def rare_words(work: Work, left: Iterable[Suggestion]) -> list[tuple[tuple[str, ...], int, Suggestion]]:
    """The pairs of kinds of details left in a text that fewer witnesses tell together than a cell may hold: the kinds,
    how many witnesses tell both in the same words, and where one stands. The rarest pair of each two kinds."""
    by_kind: dict[str, dict[str, Suggestion]] = {}
    for each in left:
        said = by_kind.setdefault(each.kind, {})
        if len(said) < _OF_A_KIND:
            said.setdefault(each.quote, each)
    if len(by_kind) < 2:
        return []
    model, _ = ready_model(work, _PATIENCE)
    found: list[tuple[tuple[str, ...], int, Suggestion]] = []
    for kinds in combinations(sorted(by_kind), 2):
        counted = [
            (model.search(_both(one, other), limit=1).counts.witnesses, one, other)
            for one, other in product(*(by_kind[kind] for kind in kinds))
        ]
        count, one, _ = min(counted)
        if count < work.instance.settings.small_cell:
            found.append((kinds, count, by_kind[kinds[0]][one]))
    return found


def _both(one: str, other: str) -> Query:
    return Query(Group("all", (Phrase(one), Phrase(other))))
