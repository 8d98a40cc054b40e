"""A query is set algebra: every leaf is a bitmap, the rest is intersection, union and difference.

Words and phrases are answered by FTS5, unless they are so common that they have sets of their own; those that must all
hold, or any of which may, are asked in one go, because FTS5 walks its own lists faster than they can be handed over.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping

from pyroaring import BitMap

from intake.language import tokens
from intake.readmodel.facts import BASES, UNITS, member_key
from intake.readmodel.file import ReadModelFile
from intake.readmodel.filters import CONCEPT_KEYS, NONE, set_names
from intake.readmodel.members import circle
from intake.readmodel.postings import EVERYTHING, Postings
from intake.readmodel.query import Clause, Filter, Group, Phrase, Query, Word
from intake.readmodel.words import Words

_SYLLABLE = re.compile("[가-힣\u3400-\u9fff]")
_MOST_KEPT = 64
_Text = Word | Phrase


class Evaluator:
    """Answers queries over one snapshot of a file. `forget` must be called when the file has changed."""

    def __init__(self, file: ReadModelFile, postings: Postings, words: Words, salt: bytes) -> None:
        self._file = file
        self._postings = postings
        self._words = words
        self._salt = salt
        self._matches: OrderedDict[str, BitMap] = OrderedDict()

    def forget(self) -> None:
        """Drop what was found before."""
        self._matches.clear()

    def everything(self) -> BitMap:
        """Every testimony there is."""
        return self._postings.get(EVERYTHING)

    def query(self, query: Query, bases: Mapping[str, tuple[str, ...]] | None = None) -> BitMap:
        """The testimonies a resolved query asks for. Not to be changed.

        `bases` reads some keys otherwise: `{"concept": ("denied",)}` asks who denies what the query asks for.
        """
        return self.clause(query.root, bases or {})

    def clause(self, clause: Clause, bases: Mapping[str, tuple[str, ...]]) -> BitMap:
        """The testimonies one part of a query stands for. Not to be changed."""
        match clause:
            case Word() | Phrase():
                return self._match(expression(clause))
            case Filter():
                return self.filter(clause, bases)
            case Group(kind="any", parts=parts):
                found = self._texts(parts, "OR")
                return BitMap.union(BitMap(), *found, *(self.clause(part, bases) for part in _other(parts)))
            case Group(kind="not", parts=parts):
                return self.everything() - self.clause(parts[0], bases)
            case Group(parts=parts):
                return self._all(parts, bases)

    def filter(self, clause: Filter, bases: Mapping[str, tuple[str, ...]] | None = None) -> BitMap:
        """The union of the sets a resolved filter stands for."""
        other = (bases or {}).get(clause.key) if clause.value != NONE else None
        names = set_names(clause) if other is None else tuple(f"{basis}:{clause.value}" for basis in other)
        return self._named(names[0]) if len(names) == 1 else BitMap.union(BitMap(), *map(self._named, names))

    def _all(self, parts: tuple[Clause, ...], bases: Mapping[str, tuple[str, ...]]) -> BitMap:
        asked: list[BitMap] = []
        refused: list[BitMap] = []
        for part in _other(parts):
            if isinstance(part, Group) and part.kind == "not":
                refused.append(self.clause(part.parts[0], bases))
            else:
                asked.append(self.clause(part, bases))
        asked.extend(self._texts(parts, "AND"))
        found = self.everything() if not asked else BitMap.intersection(*sorted(asked, key=len))
        for unwanted in refused:
            found = found - unwanted
        return found

    def _named(self, name: str) -> BitMap:
        key, _, value = name.partition(":")
        if key == "none":
            answered = BASES if value == "concept" else (value,) if value in {*BASES, "denied"} else ()
            if value == "mechanism":
                answered = ("tagged",)
            names = [f"basis:{basis}" for basis in answered] or [f"any:{value}"]
            return self.everything() - self._postings.union(names)
        if key in UNITS:
            return circle(self._file, key, member_key(self._salt, UNITS[key], value)) & self.everything()
        return self._postings.get(name)

    def _texts(self, parts: Iterable[Clause], operator: str) -> list[BitMap]:
        """The sets of the words and phrases among the parts: common ones as they are kept, the others in one go."""
        wanted = [expression(part) for part in parts if isinstance(part, Word | Phrase)]
        if operator == "AND" and not all(wanted):
            return [BitMap()]
        common = [one for one in wanted if self._words.has(one)]
        others = [one for one in wanted if one and one not in common]
        joined = [f" {operator} ".join(others)] if others else []
        return [*map(self._match, common), *map(self._match, joined)]

    def _match(self, wanted: str) -> BitMap:
        if self._words.has(wanted):
            return self._words.get(wanted)
        kept = self._matches.get(wanted)
        if kept is None:
            kept = self._search(wanted)
            self._matches[wanted] = kept
            if len(self._matches) > _MOST_KEPT:
                self._matches.popitem(last=False)
        return kept

    def _search(self, wanted: str) -> BitMap:
        if not wanted:
            return BitMap()
        # One long string is handed over twice as fast as many rows.
        rows = self._file.execute("SELECT json_group_array(rowid) FROM text WHERE text MATCH ?", (wanted,)).fetchone()
        return BitMap(array("I", json.loads(rows[0])))


def expression(clause: _Text) -> str:
    """What FTS5 is asked for one word or phrase: its tokens in this order. Empty when there is nothing to ask.

    A single Korean or Chinese syllable is found alone and wherever another one follows it, not at the end of a word.
    """
    found = tokens.phrase(clause.text) if isinstance(clause, Word) else tokens.terms(clause.text)
    if not found:
        return ""
    return '"' + " ".join(found) + '"' + (" *" if _SYLLABLE.fullmatch(found[-1]) else "")


def asked_concepts(query: Query) -> Iterator[Filter]:
    """The concepts a resolved query asks for (not those it excludes)."""
    waiting: list[Clause] = [query.root]
    while waiting:
        clause = waiting.pop()
        if isinstance(clause, Group) and clause.kind != "not":
            waiting.extend(clause.parts)
        elif isinstance(clause, Filter) and clause.key in CONCEPT_KEYS and clause.value != NONE:
            yield clause


def asked_texts(query: Query) -> Iterator[_Text]:
    """The words and phrases a query asks for (not those it excludes)."""
    waiting: list[Clause] = [query.root]
    while waiting:
        clause = waiting.pop()
        if isinstance(clause, Group) and clause.kind != "not":
            waiting.extend(clause.parts)
        elif isinstance(clause, Word | Phrase):
            yield clause


def _other(parts: Iterable[Clause]) -> Iterator[Clause]:
    return (part for part in parts if not isinstance(part, Word | Phrase))
