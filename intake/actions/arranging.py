"""A question as a tree that one builds: groups of all, any or none of their parts, and conditions as one types them.

The tree is what a form holds; the query is what it means. A condition may be anything one can type into the box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from intake.readmodel.query import Clause, Group, Query, all_of, to_text

Kind = Literal["all", "any", "none", ""]
KINDS: tuple[Kind, ...] = ("all", "any", "none")
Path = tuple[int, ...]
Parse = Callable[[str], Sequence[Clause]]


@dataclass(frozen=True)
class Part:
    """A group of parts, or (`kind` empty) a condition as it is typed."""

    kind: Kind = ""
    text: str = ""
    parts: tuple[Part, ...] = ()


def tree_of(query: Query) -> Part:
    """The question as a tree; always a group of all at the top, so that more can be put to it."""
    return Part("all", parts=tuple(_part(one) for one in query.root.parts) or (Part(),))


def _part(clause: Clause) -> Part:
    if not isinstance(clause, Group):
        return Part(text=to_text(all_of((clause,))))
    if clause.kind == "not":
        (inner,) = clause.parts
        joined = inner.parts if isinstance(inner, Group) and inner.kind == "any" else (inner,)
        return Part("none", parts=tuple(_part(one) for one in joined))
    return Part(clause.kind, parts=tuple(_part(one) for one in clause.parts))


def clause_of(part: Part, parse: Parse) -> Clause | None:
    """What a tree asks for; None when there is nothing in it. Raises what `parse` raises for a condition."""
    if not part.kind:
        found = tuple(parse(part.text))
        return None if not found else found[0] if len(found) == 1 else Group("all", found)
    inner = tuple(one for one in (clause_of(child, parse) for child in part.parts) if one is not None)
    if not inner:
        return None
    if part.kind == "none":
        return Group("not", (Group("any", inner) if len(inner) > 1 else inner[0],))
    return Group(part.kind, inner)


def grown(part: Part, path: Path, new: Part) -> Part:
    """The tree with another part at the end of the group at `path`; unchanged when there is no group."""
    if not path:
        return replace(part, parts=(*part.parts, new)) if part.kind else part
    return _changed(part, path[0], lambda child: grown(child, path[1:], new))


def cut(part: Part, path: Path) -> Part:
    """The tree without the part at `path`; the top stays."""
    if len(path) == 1:
        return replace(part, parts=tuple(one for at, one in enumerate(part.parts) if at != path[0]))
    return _changed(part, path[0], lambda child: cut(child, path[1:])) if path else part


def _changed(part: Part, at: int, change: Callable[[Part], Part]) -> Part:
    return replace(part, parts=tuple(change(one) if here == at else one for here, one in enumerate(part.parts)))
