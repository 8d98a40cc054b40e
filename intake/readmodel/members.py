"""Who belongs together: testimonies of one witness, of one case, about one workplace. Units are never mixed.

Counting the distinct witnesses of a result must not look at each of its testimonies. Most circles have one member; the
sets `one:<unit>:<n>` hold the documents that are the only member of at least n circles of the unit, so those circles
are counted by intersecting bitmaps, and only circles with two members or more are asked one by one.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyroaring import BitMap

from intake.readmodel.facts import UNITS
from intake.readmodel.file import ReadModelFile

KEY_LENGTH = 10
_ENTRY = KEY_LENGTH + 1

Circle = tuple[int, bytes]


class Members:
    """The changes of one transaction to the circles. A document's own list of circles is in its row."""

    def __init__(self, file: ReadModelFile) -> None:
        self._file = file
        self._joining: defaultdict[Circle, set[int]] = defaultdict(set)
        self._leaving: defaultdict[Circle, set[int]] = defaultdict(set)
        self._concerned: set[int] = set()
        self.shared: set[int] = set()

    def of(self, document: int) -> set[Circle]:
        """The circles a document is in. Empty for a document that is not there."""
        row = self._file.execute("SELECT circles FROM document WHERE number = ?", (document,)).fetchone()
        return set() if row is None else unpack(row[0])

    def change(self, document: int, before: set[Circle], after: set[Circle]) -> None:
        """Note that a document leaves some circles and joins others. The caller keeps the document's row."""
        for circle in before - after:
            self._joining[circle].discard(document)
            self._leaving[circle].add(document)
        for circle in after - before:
            self._leaving[circle].discard(document)
            self._joining[circle].add(document)
        self._concerned.add(document)

    def finish(self) -> None:
        """Write the circles."""
        for circle in self._joining.keys() | self._leaving.keys():
            row = self._file.execute("SELECT ids FROM circle WHERE unit = ? AND key = ?", circle).fetchone()
            before = set() if row is None else set(array("I", row[0]))
            after = (before - self._leaving[circle]) | self._joining[circle]
            if len(before) <= 1 or len(after) <= 1:
                self._concerned |= before | after
            if len(before) > 1 or len(after) > 1:
                self.shared.add(circle[0])
            if after:
                ids = array("I", sorted(after)).tobytes()
                self._file.execute("INSERT OR REPLACE INTO circle VALUES (?, ?, ?)", (*circle, ids))
            elif before:
                self._file.execute("DELETE FROM circle WHERE unit = ? AND key = ?", circle)

    def layers(self, known: Iterable[str]) -> Iterator[tuple[str, set[int], set[int]]]:
        """What changed in `any:<unit>` and `one:<unit>:<n>`: name, documents in, documents out. After `finish`.

        `known`: the names of the layers there are already.
        """
        inside: defaultdict[str, set[int]] = defaultdict(set)
        for document in self._concerned:
            circles = self.of(document)
            for unit, number in UNITS.items():
                mine = [circle for circle in circles if circle[0] == number]
                if mine:
                    inside[f"any:{unit}"].add(document)
                for layer in range(1, 1 + sum(map(self._alone, mine))):
                    inside[f"one:{unit}:{layer}"].add(document)
        for name in {*known, *(f"any:{unit}" for unit in UNITS), *inside}:
            yield name, inside[name], self._concerned - inside[name]

    def _alone(self, circle: Circle) -> bool:
        row = self._file.execute("SELECT length(ids) FROM circle WHERE unit = ? AND key = ?", circle).fetchone()
        return row is not None and row[0] == 4


def circle(file: ReadModelFile, unit: str, key: bytes) -> BitMap:
    """The members of one circle."""
    row = file.execute("SELECT ids FROM circle WHERE unit = ? AND key = ?", (UNITS[unit], key)).fetchone()
    return BitMap() if row is None else BitMap(array("I", row[0]))


def pack(circles: Iterable[Circle]) -> bytes:
    return b"".join(bytes((unit,)) + key for unit, key in sorted(circles))


def unpack(data: bytes) -> set[Circle]:
    return {(data[at], bytes(data[at + 1 : at + _ENTRY])) for at in range(0, len(data), _ENTRY)}
