"""The values of a filter, and how many testimonies each would leave or add: “if you add this”."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyroaring import BitMap

from intake.errors import N_, Invalid
from intake.readmodel import filters
from intake.readmodel.evaluate import Evaluator
from intake.readmodel.facts import Lore
from intake.readmodel.postings import Postings
from intake.readmodel.query import Clause, Filter, Group, Query


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the answer would be left (or be added, for a value beside a chosen one) with this value."""

    value: str
    count: int
    selected: bool = False


@dataclass(slots=True)
class Facets:
    """Facets over one snapshot. `forget` must be called when the file has changed."""

    postings: Postings
    evaluator: Evaluator
    lore: Lore
    _sets: dict[str, list[tuple[str, BitMap]]] = field(default_factory=dict)

    def forget(self) -> None:
        """Drop the sets that were put together before."""
        self._sets.clear()

    def counts(self, query: Query, base: BitMap, row: filters.Key) -> list[FacetCount]:
        """One count per value. `base`: the answer to the query without its choices of this key."""
        chosen = {one.value for part in query.root.parts if is_choice(part, row.key) for one in _choices(part)}
        counted = base.intersection_cardinality
        return [FacetCount(value, counted(ids), value in chosen) for value, ids in self._of(row)]

    def values(self, row: filters.Key) -> list[str]:
        """The values to show: those of the vocabulary (retired ones if they occur) or those that occur, and `none`."""
        if row.domain == "member":
            raise Invalid(N_("The filter “%(key)s” has no list of values."), key=row.key)
        there = {
            name.partition(":")[2]
            for prefix in row.prefixes
            for name in self.postings.names(f"{prefix}:")
            if "=" not in name
        }
        if row.scheme:
            scheme = self.lore.vocabulary.scheme(row.scheme)
            values = [concept.id for concept in scheme if concept.id in there or not concept.retired]
        elif row.choices is not None:
            values = [*row.choices, *sorted(there.difference(row.choices))]
        elif row.domain == "place":
            values = [one for one in self.lore.gazetteer.places if one in there]
        else:
            values = sorted(there)
        return [*values, filters.NONE] if row.missing else values

    def _of(self, row: filters.Key) -> list[tuple[str, BitMap]]:
        kept = self._sets.get(row.key)
        if kept is None:
            kept = [(value, self.evaluator.filter(Filter(row.key, value))) for value in self.values(row)]
            self._sets[row.key] = kept
        return kept


def is_choice(part: Clause, key: str) -> bool:
    """Whether a top part of a query chooses values of this key and does nothing else."""
    if isinstance(part, Group):
        return part.kind == "any" and all(isinstance(one, Filter) and one.key == key for one in part.parts)
    return isinstance(part, Filter) and part.key == key


def _choices(part: Clause) -> Iterable[Filter]:
    parts = part.parts if isinstance(part, Group) else (part,)
    return (one for one in parts if isinstance(one, Filter))
