"""Sets for what many testimonies say: common words, and pairs and triples of tokens that stand together.

FTS5 has to walk through a word's whole list to count it, and for a Korean noun of three syllables through two lists
at once. For words that are in many testimonies the answer is therefore kept as a set like any facet's. Which those are
is seen from a sample when many testimonies are put in at once; FTS5 is then asked for those that are there already.

A set's name is the FTS5 expression it answers (`word:"기숙 숙사"`), so it is exact: the same tokens in the same order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pyroaring import BitMap

from intake.readmodel.file import ReadModelFile
from intake.readmodel.postings import PIECE_BITS, TERM_BITS, Postings

PREFIX = "word:"
LONGEST = 3
FIRST_CHOICE = 20_000
"""With fewer testimonies FTS5 answers in a millisecond or two, and the sets would take a tenth of the file."""
SAMPLE = 100
"""A batch must be this large to choose by."""
_MOST = 2500
_COMMON = 0.03


class Words:
    """The common words of one file. `forget` must be called when somebody else has changed the file."""

    def __init__(self, file: ReadModelFile, postings: Postings) -> None:
        self._file = file
        self._postings = postings
        self._terms: dict[str, int] | None = None
        self._grams: tuple[dict[tuple[str, ...], int], ...] = ()

    def forget(self) -> None:
        """Another process may have chosen others."""
        self._terms = None

    def has(self, expression: str) -> bool:
        """Whether the answer to an FTS5 expression is kept as a set."""
        return expression in self._known()

    def of(self, tokens: Sequence[str]) -> list[int]:
        """The numbers of the sets a document with these tokens belongs to."""
        self._known()
        found: list[int] = []
        for length, grams in enumerate(self._grams, 1):
            if grams:
                runs = set(zip(*(tokens[start:] for start in range(length)), strict=False))
                found.extend(map(grams.__getitem__, grams.keys() & runs))
        return found

    def holding(self, document: int) -> list[int]:
        """The numbers of the sets a document is in: asked of every set, because the document does not know."""
        terms = set(self._known().values())
        first = document >> PIECE_BITS << TERM_BITS
        end = first + (1 << TERM_BITS) if terms else first
        rows = self._file.execute("SELECT key, ids FROM posting WHERE key >= ? AND key < ?", (first, end)).fetchall()
        pieces = ((key - first, ids) for key, ids in rows if key - first in terms)
        return [term for term, ids in pieces if document in BitMap.deserialize(ids)]

    def due(self, documents: int, before: int) -> bool:
        """Whether to choose anew: at first, and whenever there are ten times as many as at the last choice."""
        return documents >= max(FIRST_CHOICE, 10 * before)

    def choose(self, sample: Iterable[str]) -> list[str]:
        """Expressions to add, the most frequent of a sample of token strings first."""
        seen: Counter[tuple[str, ...]] = Counter()
        size = 0
        for body in sample:
            size += 1
            tokens = body.split(" ")
            for length in range(1, LONGEST + 1):
                seen.update(set(zip(*(tokens[start:] for start in range(length)), strict=False)))
        if size < SAMPLE:
            return []
        known = self._known()
        often = (_expression(gram) for gram, count in seen.most_common(_MOST) if count >= _COMMON * size)
        return [expression for expression in often if expression not in known]

    def add(self, expressions: Sequence[str]) -> None:
        """Make sets of these, of what the file holds now. Inside a writing transaction."""
        added: dict[int, set[int]] = {}
        for expression in expressions:
            rows = self._file.execute("SELECT rowid FROM text WHERE text MATCH ?", (expression,)).fetchall()
            term = self._postings.number(PREFIX + expression, make=True)
            assert term is not None  # noqa: S101 - it was just made
            added[term] = {document for (document,) in rows}
        self._postings.change(added, {})
        self.forget()

    def drop_unused(self) -> None:
        """Forget words that nobody says any more, so that a withdrawn word does not live on as a name."""
        unused = [term for name, term in self._known().items() if not self._postings.get(PREFIX + name)]
        self._file.connection.executemany("DELETE FROM term WHERE number = ?", ((term,) for term in unused))
        self._postings.forget(names=True)
        self.forget()

    def _known(self) -> dict[str, int]:
        if self._terms is None:
            rows = self._file.execute(
                "SELECT name, number FROM term WHERE name >= ? AND name < ?", (PREFIX, PREFIX + "\U0010ffff")
            ).fetchall()
            self._terms = {name.removeprefix(PREFIX): number for name, number in rows}
            grams: tuple[dict[tuple[str, ...], int], ...] = tuple({} for _ in range(LONGEST))
            for expression, number in self._terms.items():
                gram = tuple(expression[1:-1].split(" "))
                grams[len(gram) - 1][gram] = number
            self._grams = grams
        return self._terms


def _expression(gram: tuple[str, ...]) -> str:
    return '"' + " ".join(gram) + '"'
