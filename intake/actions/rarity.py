"""How many witnesses of the whole collection fit everything that a release tells beside its text.

Fewer than the setting `small_cell` and the combination points at somebody. What the collection cannot say counts as
too few: an empty or unread part of it is no crowd.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from intake.actions.catchup import ready_model
from intake.actions.vocabulary import current
from intake.readmodel.grammar import parse
from intake.work import Work

_KEYS = {"province": "place", "country": "place", "year": "year", "sector": "sector", "mechanisms": "concept"}
_PATIENCE = 10.0


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
