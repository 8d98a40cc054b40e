"""How many distinct witnesses, cases and workplaces stand behind a set of testimonies.

A circle with one member is counted by bitmap (`one:<unit>:<n>`, see `members`). The larger circles are asked one by one
whether the set touches them; or, if that is less work, each document for its circles. Both come from one read of the
shared circles, kept until one of them changes.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyroaring import BitMap

from intake.readmodel.facts import UNITS
from intake.readmodel.file import ReadModelFile
from intake.readmodel.postings import Postings

# Circles with more members than this on average are few: they are asked.
_LARGE = 20


@dataclass(frozen=True, slots=True)
class Counts:
    """How many distinct ones; units are never mixed."""

    testimonies: int
    witnesses: int
    cases: int
    workplaces: int


@dataclass(frozen=True, slots=True)
class _Shared:
    """The circles of a unit with two members or more. `owners`: per document one of its circles, then, for those that
    are in several, another one, and so on; empty where circles are so large that asking them is always less work."""

    circles: list[BitMap]
    everybody: BitMap
    owners: list[dict[int, int]]

    def touched(self, found: BitMap) -> int:
        concerned = found & self.everybody
        if not self.owners or len(concerned) > len(self.circles):
            return sum(map(concerned.intersect, self.circles))
        seen = set(map(self.owners[0].__getitem__, concerned))
        for more in self.owners[1:]:
            seen.update(more[document] for document in concerned if document in more)
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
        circles = [BitMap(array("I", ids)) for (ids,) in rows]
        everybody = BitMap.union(BitMap(), *circles)
        owners: list[dict[int, int]] = []
        if len(everybody) < _LARGE * len(circles):
            for number, members in enumerate(circles):
                for document in members:
                    _own(owners, document, number)
        return _Shared(circles, everybody, owners)


def _own(owners: list[dict[int, int]], document: int, circle: int) -> None:
    for layer in owners:
        if document not in layer:
            layer[document] = circle
            return
    owners.append({document: circle})
