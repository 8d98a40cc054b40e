"""What a coordinator asks: a small tree of words, phrases and filters joined by all, any and not.

One query has three faces: this object, its text (which is also its URL) and its sentence. `normal` gives every query
that means the same by construction one shape, so that the faces go round: `parse(to_text(query)) == normal(query)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from intake.language.normalise import nfc

Kind = Literal["all", "any", "not"]
MOST_CHARACTERS = 20_000
MOST_CLAUSES = 1_000
DEEPEST = 30
OPERATORS = frozenset(("OR", "AND", "NOT", "|"))

_BARE = re.compile(r'[^\s()"|-][^\s()"|]*')
_KEYED = re.compile(r"[^\W\d_][\w-]*[:：]")
_BARE_VALUE = re.compile(r'[^\s()"]+')


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; a Korean particle at its end does not narrow the search."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class Filter:
    """`key:value`. The value is an id once `filters.resolve` has read it."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Group:
    """All of the parts, any of them, or (one part) its contrary."""

    kind: Kind
    parts: tuple[Clause, ...]


Clause: TypeAlias = Word | Phrase | Filter | Group


@dataclass(frozen=True, slots=True)
class Query:
    """The whole question. `Query()` asks for everything."""

    root: Group = Group("all", ())

    def clauses(self) -> Iterator[Clause]:
        """Every word, phrase and filter, wherever it stands."""
        return _leaves(self.root)


def all_of(parts: Iterable[Clause]) -> Query:
    """The query that asks for all of these, in normal shape."""
    return normal(Query(Group("all", tuple(parts))))


def normal(query: Query) -> Query:
    """The same question in the one shape its text has."""
    root = _normal(query.root)
    if isinstance(root, Group) and root.kind == "all":
        return Query(root)
    return Query(Group("all", (root,)))


def without(query: Query, dropped: Clause) -> Query:
    """The query less one of its top clauses."""
    return normal(Query(Group("all", tuple(part for part in query.root.parts if part != dropped))))


def to_text(query: Query) -> str:
    """The query as one types it, and as it stands in a URL (to be percent-encoded by whoever builds the URL)."""
    return " ".join(_text(part, inside=False) for part in normal(query).root.parts)


def _normal(clause: Clause) -> Clause:
    match clause:
        case Group(kind="not", parts=parts):
            inner = _normal(Group("all", parts))
            if isinstance(inner, Group) and (inner.kind == "not" or not inner.parts):
                return inner.parts[0] if inner.parts else inner
            return Group("not", (inner,))
        case Group(kind=kind, parts=parts):
            flat: list[Clause] = []
            for part in map(_normal, parts):
                merges = isinstance(part, Group) and (part.kind == kind or not part.parts)
                flat.extend(part.parts if isinstance(part, Group) and merges else (part,))
            return flat[0] if len(flat) == 1 else Group(kind, tuple(flat))
        case Word(text=text):
            return Word(nfc(text)) if _is_bare(nfc(text)) else Phrase(_plain(text))
        case Phrase(text=text):
            return Phrase(_plain(text))
        case Filter(key=key, value=value):
            return Filter(key, _plain(value))
    raise AssertionError(clause)


def _plain(text: str) -> str:
    return " ".join(nfc(text).replace('"', " ").split())


def _is_bare(text: str) -> bool:
    return bool(_BARE.fullmatch(text)) and text not in OPERATORS and not _KEYED.match(text)


def _text(clause: Clause, *, inside: bool) -> str:
    match clause:
        case Word(text=text):
            return text
        case Phrase(text=text):
            return f'"{text}"'
        case Filter(key=key, value=value):
            return f"{key}:{value}" if _BARE_VALUE.fullmatch(value) else f'{key}:"{value}"'
        case Group(kind="not", parts=parts):
            return "-" + _text(parts[0], inside=True)
        case Group(kind=kind, parts=parts):
            joined = (" OR " if kind == "any" else " ").join(_text(part, inside=True) for part in parts)
            return f"({joined})" if inside or kind == "any" else joined
    raise AssertionError(clause)


def _leaves(clause: Clause) -> Iterator[Clause]:
    if isinstance(clause, Group):
        for part in clause.parts:
            yield from _leaves(part)
    else:
        yield clause
