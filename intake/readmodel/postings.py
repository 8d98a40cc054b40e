"""Sets of testimonies by name, as roaring bitmaps cut into pieces of 65,536 numbers (64 days).

A name is numbered once. A piece is one row of at most 8 kB, and the pieces of the same days lie side by side: a new
testimony rewrites a few neighbouring pages, however many sets it is in. Whole sets are put together when first asked
for and kept, up to a limit; what this process changes itself is changed in what it keeps, too.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping

from pyroaring import BitMap

from intake.readmodel.file import ReadModelFile

PIECE_BITS = 16
TERM_BITS = 24
EVERYTHING = "all"
_MOST_CACHED = 48 << 20


class Postings:
    """The sets of one open file. `forget` must be called when somebody else has changed the file."""

    def __init__(self, file: ReadModelFile) -> None:
        self._file = file
        self._numbers: dict[str, int] = {}
        self._by_number: dict[int, str] = {}
        self._sets: OrderedDict[str, tuple[BitMap, int]] = OrderedDict()
        self._size = 0
        self._pieces: str | None = None

    def forget(self, *, names: bool = False) -> None:
        """Drop every set; the numbers of names, too, when somebody else wrote or a writing failed."""
        self._sets.clear()
        self._size = 0
        self._pieces = None
        if names:
            self._numbers.clear()
            self._by_number.clear()

    def get(self, name: str) -> BitMap:
        """The set of this name, empty if there is none. Not to be changed, and not to be kept over a change."""
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

    def change(self, added: Mapping[int, set[int]], removed: Mapping[int, set[int]]) -> None:
        """Put documents into sets and take them out: both by number of the set. Inside a writing transaction."""
        documents: set[int] = set().union(*added.values(), *removed.values())
        pieces = sorted({document >> PIECE_BITS for document in documents})
        changes = {
            term: (BitMap(removed.get(term, ())), BitMap(added.get(term, ()))) for term in added.keys() | removed.keys()
        }
        for piece in pieces:
            window = BitMap()
            window.add_range(piece << PIECE_BITS, (piece + 1) << PIECE_BITS)
            for term in sorted(changes):
                gone, new = (side & window for side in changes[term])
                if gone or new:
                    self._change_piece(piece << TERM_BITS | term, gone, new)
        for term, (gone, new) in changes.items():
            kept = self._sets.get(self.name(term))
            if kept is not None:
                kept[0].difference_update(gone)
                kept[0].update(new)
        self._pieces = None

    def _change_piece(self, key: int, gone: BitMap, new: BitMap) -> None:
        row = self._file.execute("SELECT ids FROM posting WHERE key = ?", (key,)).fetchone()
        ids = new if row is None else (BitMap.deserialize(row[0]) - gone) | new
        if ids:
            self._file.execute("INSERT OR REPLACE INTO posting VALUES (?, ?)", (key, ids.serialize()))
        elif row is not None:
            self._file.execute("DELETE FROM posting WHERE key = ?", (key,))

    def _load(self, name: str) -> tuple[BitMap, int]:
        number = self.number(name)
        if number is None:
            return BitMap(), 64
        rows = self._file.execute(
            f"SELECT ids FROM posting WHERE key IN (SELECT value << {TERM_BITS} | ? FROM json_each(?))",  # noqa: S608
            (number, self._known_pieces()),
        ).fetchall()
        ids = BitMap.union(BitMap(), *(BitMap.deserialize(piece) for (piece,) in rows))
        return ids, 64 + sum(len(piece) for (piece,) in rows)

    def _known_pieces(self) -> str:
        """Which days there are pieces of, as a JSON list: found by leaping from one to the next."""
        if self._pieces is None:
            found: list[int] = []
            row = self._file.execute("SELECT min(key) FROM posting").fetchone()
            while row[0] is not None:
                found.append(row[0] >> TERM_BITS)
                after = (found[-1] + 1) << TERM_BITS
                row = self._file.execute("SELECT min(key) FROM posting WHERE key >= ?", (after,)).fetchone()
            self._pieces = json.dumps(found)
        return self._pieces
