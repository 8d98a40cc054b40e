"""Sets of testimonies by name, as roaring bitmaps cut into pieces of 65,536 numbers (64 days).

A name is numbered once; a piece is one row of at most 8 kB, so that adding a testimony rewrites one small row for each
of its sets and not the whole set. Whole sets are put together when first asked for and kept, up to a limit, until the
file changes.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Mapping

from pyroaring import BitMap

from intake.readmodel.file import ReadModelFile

PIECE_BITS = 16
EVERYTHING = "all"
_MOST_CACHED = 48 << 20


class Postings:
    """The sets of one open file. `forget` must be called when the file has changed."""

    def __init__(self, file: ReadModelFile) -> None:
        self._file = file
        self._numbers: dict[str, int] = {}
        self._by_number: dict[int, str] = {}
        self._sets: OrderedDict[str, tuple[BitMap, int]] = OrderedDict()
        self._size = 0

    def forget(self) -> None:
        """Drop every set; the numbers of names stay true for as long as the file does, unless a writing failed."""
        self._sets.clear()
        self._numbers.clear()
        self._by_number.clear()
        self._size = 0

    def get(self, name: str) -> BitMap:
        """The set of this name, empty if there is none. Not to be changed."""
        kept = self._sets.get(name)
        if kept is None:
            kept = self._load(name)
            self._sets[name] = kept
            self._size += kept[1]
            while self._size > _MOST_CACHED and len(self._sets) > 1:
                self._size -= self._sets.popitem(last=False)[1][1]
        else:
            self._sets.move_to_end(name)
        return kept[0]

    def union(self, names: Iterable[str]) -> BitMap:
        """All that is in any of the sets. A new set."""
        return BitMap.union(BitMap(), *map(self.get, names))

    def names(self, prefix: str) -> list[str]:
        """The names that begin so (`place:`), in order."""
        rows = self._file.execute(
            "SELECT name FROM term WHERE name >= ? AND name < ? ORDER BY name", (prefix, prefix + "\U0010ffff")
        )
        return [name for (name,) in rows]

    def number(self, name: str, *, make: bool = False) -> int | None:
        """The number of a name; with `make`, a new one if it has none (inside a writing transaction)."""
        found = self._numbers.get(name)
        if found is not None:
            return found
        row = self._file.execute("SELECT number FROM term WHERE name = ?", (name,)).fetchone()
        if row is None:
            if not make:
                return None
            row = (self._file.execute("INSERT INTO term (name) VALUES (?)", (name,)).lastrowid,)
        self._numbers[name] = int(row[0])
        return self._numbers[name]

    def name(self, number: int) -> str:
        """The name behind a number."""
        found = self._by_number.get(number)
        if found is None:
            row = self._file.execute("SELECT name FROM term WHERE number = ?", (number,)).fetchone()
            found = self._by_number[number] = str(row[0])
        return found

    def change(self, added: Mapping[int, Iterable[int]], removed: Mapping[int, Iterable[int]]) -> None:
        """Put documents into sets and take them out: both by number of the set. Inside a writing transaction."""
        pieces: dict[int, tuple[list[int], list[int]]] = {}
        for side, changes in enumerate((removed, added)):
            for term, documents in changes.items():
                for document in documents:
                    pieces.setdefault(term << PIECE_BITS | document >> PIECE_BITS, ([], []))[side].append(document)
        for key, (gone, new) in sorted(pieces.items()):
            row = self._file.execute("SELECT ids FROM posting WHERE key = ?", (key,)).fetchone()
            ids = BitMap.deserialize(row[0]) if row is not None else BitMap()
            ids.difference_update(BitMap(array("I", gone)))
            ids.update(array("I", new))
            if ids:
                ids.run_optimize()
                self._file.execute("INSERT OR REPLACE INTO posting VALUES (?, ?)", (key, ids.serialize()))
            elif row is not None:
                self._file.execute("DELETE FROM posting WHERE key = ?", (key,))

    def _load(self, name: str) -> tuple[BitMap, int]:
        number = self.number(name)
        if number is None:
            return BitMap(), 64
        rows = self._file.execute(
            "SELECT ids FROM posting WHERE key >= ? AND key < ?", (number << PIECE_BITS, (number + 1) << PIECE_BITS)
        ).fetchall()
        return BitMap.union(BitMap(), *(BitMap.deserialize(ids) for (ids,) in rows)), 64 + sum(
            len(ids) for (ids,) in rows
        )
