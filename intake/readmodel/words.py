"""Sets for what many testimonies say: common words, and pairs of tokens that stand together.

FTS5 has to walk through a word's whole list to count it, and for a Korean noun of three syllables through two lists
at once. For words that are in many testimonies the answer is therefore kept as a set like any facet's. Which those are
is seen from a sample when many testimonies are put in at once; FTS5 is then asked for those that are there already.

A set's name is the FTS5 expression it answers (`word:"기숙 숙사"`), so it is exact: the same tokens in the same order.
A testimony is in hundreds of these sets. One that comes alone is noted down as *fresh*, in one row, and put into the
sets together with others later; an answer is the set and the fresh ones.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pyroaring import BitMap

from intake.readmodel.file import ReadModelFile
from intake.readmodel.postings import PIECE_BITS, TERM_BITS, Postings

PREFIX = "word:"
FIRST_CHOICE = 8_000
"""With fewer testimonies FTS5 answers in a millisecond."""
SAMPLE = 100
"""A batch must be this large to choose by."""
MOST_FRESH = 200
_MOST = 2500
_ONE_PER = 40
"""One word per so many testimonies: of a small file the sets would be a large part."""
_COMMON = (0.10, 0.04)
"""In what share of the sample a token must be, and a pair."""
_COSTS = (1, 3)
"""What a token and a pair cost FTS5 for each testimony that has it, roughly."""


class Words:
    """The common words of one file. `forget` must be called when somebody else has changed the file."""

    def __init__(self, file: ReadModelFile, postings: Postings) -> None:
        self._file = file
        self._postings = postings
        self._terms: dict[str, int] | None = None
        self._grams: tuple[dict[tuple[str, ...], int], ...] = ()
        self._fresh: dict[int, BitMap] | None = None

    def forget(self) -> None:
        """Another process may have chosen others, or put in others."""
        self._terms = None
        self._fresh = None

    def has(self, expression: str) -> bool:
        """Whether the answer to an FTS5 expression is kept as a set."""
        return expression in self._known()

    def get(self, expression: str) -> BitMap:
        """The answer to an expression that is kept. Not to be changed."""
        kept = self._postings.get(PREFIX + expression)
        fresh = self._noted().get(self._known()[expression])
        return kept if fresh is None else kept | fresh

    def put_in(self, texts: Mapping[int, str]) -> dict[int, set[int]]:
        """Take note of new documents (token strings by number). Returns what is to go into the sets now."""
        found = {document: self._of(body.split(" ")) for document, body in texts.items()}
        noted = self._file.execute("SELECT count(*) FROM fresh").fetchone()[0]
        if not self._known() or not found:
            return {}
        if len(found) + noted < MOST_FRESH:
            for document, terms in found.items():
                self._file.execute(
                    "INSERT OR REPLACE INTO fresh VALUES (?, ?)", (document, array("I", terms).tobytes())
                )
                if self._fresh is not None:
                    for term in terms:
                        self._fresh.setdefault(term, BitMap()).add(document)
            return {}
        added = self._settle() if noted else defaultdict(set)
        for document, terms in found.items():
            for term in terms:
                added[term].add(document)
        return added

    def take_out(self, document: int) -> list[int]:
        """Forget a document. Returns the numbers of the sets it is in, which are asked one by one: it does not know."""
        row = self._file.execute("SELECT terms FROM fresh WHERE number = ?", (document,)).fetchone()
        if row is not None:
            self._file.execute("DELETE FROM fresh WHERE number = ?", (document,))
            for term in array("I", row[0]) if self._fresh is not None else ():
                self._fresh[term].discard(document)  # type: ignore[index]
            return []
        terms = set(self._known().values())
        first = document >> PIECE_BITS << TERM_BITS
        end = first + (1 << TERM_BITS) if terms else first
        rows = self._file.execute("SELECT key, ids FROM posting WHERE key >= ? AND key < ?", (first, end)).fetchall()
        pieces = ((key - first, ids) for key, ids in rows if key - first in terms)
        return [term for term, ids in pieces if document in BitMap.deserialize(ids)]

    def due(self, documents: int, before: int) -> bool:
        """Whether to choose anew: at first, and whenever there are twice as many as at the last choice. A word chosen
        early costs little to look up in what is there already."""
        return documents >= max(FIRST_CHOICE, 2 * before)

    def choose(self, sample: Iterable[str], documents: int) -> list[str] | None:
        """Expressions to add, those that would cost most first, from a sample of token strings; None when the sample is
        too small to tell."""
        seen: Counter[tuple[str, ...]] = Counter()
        size = 0
        for body in sample:
            size += 1
            tokens = body.split(" ")
            seen.update({(token,) for token in tokens})
            seen.update(set(pairwise(tokens)))
        if size < SAMPLE:
            return None
        known = self._known()
        often = [gram for gram, count in seen.items() if count >= _COMMON[len(gram) - 1] * size]
        often.sort(key=lambda gram: (-seen[gram] * _COSTS[len(gram) - 1], gram))
        room = min(_MOST, documents // _ONE_PER) - len(known)
        return [expression for expression in map(_expression, often) if expression not in known][: max(0, room)]

    def add(self, expressions: Sequence[str]) -> None:
        """Make sets of these, of what the file holds now. Inside a writing transaction."""
        added = self._settle()
        for expression in expressions:
            rows = self._file.execute("SELECT rowid FROM text WHERE text MATCH ?", (expression,)).fetchall()
            term = self._postings.number(PREFIX + expression, make=True)
            assert term is not None  # noqa: S101 - it was just made
            added[term] = {document for (document,) in rows}
        self._postings.change(added, {})
        self.forget()

    def drop_unused(self) -> None:
        """Forget words that nobody says any more, so that a withdrawn word does not live on as a name."""
        unused = [term for name, term in self._known().items() if not self.get(name)]
        self._file.connection.executemany("DELETE FROM term WHERE number = ?", ((term,) for term in unused))
        self._postings.forget(names=True)
        self.forget()

    def _of(self, tokens: Sequence[str]) -> list[int]:
        """The numbers of the sets a document with these tokens belongs to."""
        self._known()
        single, double = self._grams
        found = [single[gram] for gram in single.keys() & {(token,) for token in tokens}]
        found.extend(map(double.__getitem__, double.keys() & set(pairwise(tokens))))
        return found

    def _settle(self) -> defaultdict[int, set[int]]:
        """What the fresh ones add to the sets; they are no longer fresh."""
        added: defaultdict[int, set[int]] = defaultdict(set)
        for document, terms in self._file.execute("SELECT number, terms FROM fresh").fetchall():
            for term in array("I", terms):
                added[term].add(document)
        self._file.execute("DELETE FROM fresh")
        self._fresh = None
        return added

    def _noted(self) -> dict[int, BitMap]:
        if self._fresh is None:
            noted: defaultdict[int, list[int]] = defaultdict(list)
            for document, terms in self._file.execute("SELECT number, terms FROM fresh").fetchall():
                for term in array("I", terms):
                    noted[term].append(document)
            self._fresh = {term: BitMap(documents) for term, documents in noted.items()}
        return self._fresh

    def _known(self) -> dict[str, int]:
        if self._terms is None:
            rows = self._file.execute(
                "SELECT name, number FROM term WHERE name >= ? AND name < ?", (PREFIX, PREFIX + "\U0010ffff")
            ).fetchall()
            self._terms = {name.removeprefix(PREFIX): number for name, number in rows}
            self._grams = ({}, {})
            for expression, number in self._terms.items():
                gram = tuple(expression[1:-1].split(" "))
                self._grams[len(gram) - 1][gram] = number
        return self._terms


def _expression(gram: tuple[str, ...]) -> str:
    return '"' + " ".join(gram) + '"'
