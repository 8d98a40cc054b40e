"""How many distinct witnesses, cases and workplaces stand behind a set of testimonies.

A circle with one member is counted by bitmap (`one:<unit>:<n>`, see `members`). The larger circles are asked one by one
whether the set touches them; of a small set, each document is asked for its circles instead. Both come from one read of
the shared circles, kept until the file changes: four bytes per membership and one bitmap per circle.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyroaring import BitMap

from intake.readmodel.facts import UNITS
from intake.readmodel.file import ReadModelFile
from intake.readmodel.postings import Postings

# Asking a document for its circles takes about as long as asking twelve circles whether the set touches them.
_DOCUMENT_COSTS = 12


@dataclass(frozen=True, slots=True)
class Counts:
    """How many distinct ones; units are never mixed."""

    testimonies: int
    witnesses: int
    cases: int
    workplaces: int


@dataclass(frozen=True, slots=True)
class _Shared:
    """The circles of a unit with two members or more: as sets, and per document (sorted, side by side)."""

    circles: list[BitMap]
    everybody: BitMap
    documents: array[int]
    numbers: array[int]

    def touched(self, found: BitMap) -> int:
        concerned = found & self.everybody
        if len(concerned) * _DOCUMENT_COSTS > len(self.circles):
            return sum(map(concerned.intersect, self.circles))
        seen: set[int] = set()
        for document in concerned:
            at = bisect_left(self.documents, document)
            while at < len(self.documents) and self.documents[at] == document:
                seen.add(self.numbers[at])
                at += 1
        return len(seen)


@dataclass(slots=True)
class Counter:
    """Counts over one snapshot of a file. `forget` must be called when the file has changed."""

    file: ReadModelFile
    postings: Postings
    _shared: dict[str, _Shared] = field(default_factory=dict)
    _alone: dict[str, list[str]] = field(default_factory=dict)

    def forget(self, units: Iterable[str]) -> None:
        """Drop what was read of these units."""
        self._alone.clear()
        for unit in units:
            self._shared.pop(unit, None)

    def counts(self, found: BitMap) -> Counts:
        """All four units."""
        return Counts(len(found), *(self.distinct(found, unit) for unit in ("witness", "case", "workplace")))

    def distinct(self, found: BitMap, unit: str) -> int:
        """How many circles of a unit (`witness`, `case`, `workplace`) the set touches."""
        if not found:
            return 0
        if unit not in self._shared:
            self._shared[unit] = self._read(unit)
        if unit not in self._alone:
            self._alone[unit] = self.postings.names(f"one:{unit}:")
        alone = sum(found.intersection_cardinality(self.postings.get(name)) for name in self._alone[unit])
        return alone + self._shared[unit].touched(found)

    def _read(self, unit: str) -> _Shared:
        rows = self.file.execute("SELECT ids FROM circle WHERE unit = ? AND length(ids) > 4", (UNITS[unit],)).fetchall()
        lists = [array("I", ids) for (ids,) in rows]
        pairs = sorted((document, number) for number, ids in enumerate(lists) for document in ids)
        circles = list(map(BitMap, lists))
        return _Shared(
            circles,
            BitMap.union(BitMap(), *circles),
            array("I", (document for document, _ in pairs)),
            array("I", (number for _, number in pairs)),
        )
