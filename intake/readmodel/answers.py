"""What a query finds, split by basis, cut into pages, and explained when it is nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from pyroaring import BitMap

from intake.errors import N_, Invalid
from intake.readmodel.evaluate import Evaluator, asked_concepts
from intake.readmodel.facts import BASES, DENIED
from intake.readmodel.filters import CONCEPT_KEYS
from intake.readmodel.postings import Postings
from intake.readmodel.query import Clause, Filter, Query, all_of

TABS = ("all", "confirmed", "field", "mentioned", DENIED)
_MOST_KEPT = 32


@dataclass(slots=True)
class Answers:
    """Answers over one snapshot of a file. `forget` must be called when the file has changed."""

    postings: Postings
    evaluator: Evaluator
    _kept: dict[Query, BitMap] = field(default_factory=dict)

    def forget(self) -> None:
        """Drop what was found before."""
        self._kept.clear()

    def of(self, query: Query) -> BitMap:
        """The testimonies a resolved query asks for. Not to be changed, and not to be kept over a change."""
        kept = self._kept.get(query)
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            kept = self._kept[query] = self.evaluator.query(query)
        return kept

    def tabs(self, query: Query) -> dict[str, BitMap]:
        """The answer, and, if it asks for a concept: confirmed, by field only, mentioned only; and who denies it."""
        found = self.of(query)
        concepts = list(asked_concepts(query))
        if not concepts:
            return {"all": found}
        sets = {basis: self._of_basis(basis, concepts) for basis in BASES}
        confirmed = found & (sets["tagged"] | sets["judged"])
        by_field = (found & sets["field"]) - confirmed
        mentioned = ((found & sets["mentioned"]) - confirmed) - by_field
        denied = self.evaluator.query(query, dict.fromkeys(CONCEPT_KEYS, (DENIED,))) - found
        return {"all": found, "confirmed": confirmed, "field": by_field, "mentioned": mentioned, DENIED: denied}

    def basis(self, query: Query, page: Mapping[UUID, int]) -> dict[UUID, tuple[str, ...]]:
        """On which bases the testimonies of a page (with their numbers) answer the concepts asked for."""
        concepts = list(asked_concepts(query))
        sets = {basis: self._of_basis(basis, concepts) for basis in BASES}
        return {one: tuple(basis for basis in BASES if number in sets[basis]) for one, number in page.items()}

    def emptied_by(self, query: Query) -> tuple[Clause, ...]:
        """The top parts that match nothing by themselves, or else those without which something would be found."""
        parts = query.root.parts
        alone = tuple(part for part in parts if not self.evaluator.query(all_of((part,))))
        if alone:
            return alone
        others = ((part, all_of(other for other in parts if other is not part)) for part in parts)
        return tuple(part for part, rest in others if self.evaluator.query(rest))

    def _of_basis(self, basis: str, concepts: Iterable[Filter]) -> BitMap:
        return self.postings.union(f"{basis}:{clause.value}" for clause in concepts)


def page(shown: BitMap, limit: int, after: str | None, offset: int) -> tuple[list[int], bool]:
    """Document numbers from the newest down, and whether there are more. Raises `Invalid` for an `after` that no page
    ever gave."""
    end = len(shown) - max(offset, 0)
    if after is not None:
        if not after.isascii() or not after.isdigit() or int(after) > 0xFFFFFFFF:
            raise Invalid(N_("There is no such page."))
        end = shown.rank(int(after)) - (int(after) in shown)
    start = max(end - limit, 0)
    return [shown[place] for place in range(end - 1, start - 1, -1)], start > 0 and end > 0
