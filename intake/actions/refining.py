"""Changing a question by ticking: facets are boxes, the question stays one text.

A tree of boxes shows everything narrower than a ticked term as ticked too. Taking one of those off asks for the term
itself (`=term`) and for the narrower ones that are left; putting them all back asks for the term again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.readmodel.filters import KEYS
from intake.readmodel.query import Clause, Filter, Group, Query, all_of

Children = Callable[[str], Sequence[str]]
_ITSELF = "="


def chosen(query: Query, key: str) -> tuple[str, ...]:
    """The values of a key that the question asks for at its top, in order."""
    parts = [part for part in query.root.parts if is_choice(part, key)]
    return tuple(dict.fromkeys(one.value for part in parts for one in choices(part)))


def is_choice(part: Clause, key: str) -> bool:
    """Whether a part of a question is nothing but values of one key."""
    return bool(choices(part)) and all(one.key == key for one in choices(part))


def choices(part: Clause) -> tuple[Filter, ...]:
    """The filters of a part that is a filter, or several of one key joined by OR; none for any other part."""
    parts = part.parts if isinstance(part, Group) and part.kind == "any" else (part,)
    filters = tuple(one for one in parts if isinstance(one, Filter))
    return filters if len(filters) == len(parts) and len({one.key for one in filters}) == 1 else ()


def narrower_of(key: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Children:
    """What stands directly under a value of a key; nothing where values do not form a tree."""
    row = KEYS[key]
    if not row.narrower:
        return lambda _: ()
    if row.domain == "place":
        return lambda value: gazetteer.children(value) if value in gazetteer.places else ()
    return lambda value: vocabulary.children(value) if vocabulary.find(value) else ()


def within(value: str, children: Children) -> tuple[str, ...]:
    """A value and everything narrower, each once, broader first."""
    found = dict.fromkeys((value,))
    waiting = [value]
    for one in waiting:
        for child in children(one):
            if child not in found:
                found[child] = None
                waiting.append(child)
    return tuple(found)


def ticked(values: Collection[str], children: Children) -> frozenset[str]:
    """Every box that is ticked when a question asks for these values: they and what is narrower."""
    whole = {one for value in values if not value.startswith(_ITSELF) for one in within(value, children)}
    return frozenset(whole | {value.removeprefix(_ITSELF) for value in values})


def refine(
    query: Query,
    shown: Mapping[str, Collection[str]],
    now: Mapping[str, Collection[str]],
    vocabulary: Vocabulary,
    gazetteer: Gazetteer,
) -> Query:
    """The question after some boxes were changed. `shown`, `now`: per key, what was ticked before and what is now."""
    for key in dict.fromkeys((*shown, *now)):
        before, after = shown.get(key, ()), now.get(key, ())
        taken_off = [value for value in before if value not in after]
        put_on = [value for value in after if value not in before]
        if taken_off or put_on:
            children = narrower_of(key, vocabulary, gazetteer)
            query = put(query, key, _changed(chosen(query, key), taken_off, put_on, children))
    return query


def put(query: Query, key: str, values: Sequence[str]) -> Query:
    """The question with other values of one key, where the old ones stood."""
    parts = list(query.root.parts)
    at = next((place for place, part in enumerate(parts) if is_choice(part, key)), len(parts))
    kept = [part for part in parts if not is_choice(part, key)]
    if values:
        kept.insert(at, Group("any", tuple(Filter(key, value) for value in values)))
    return all_of(kept)


def _changed(
    values: Sequence[str], taken_off: Collection[str], put_on: Collection[str], children: Children
) -> tuple[str, ...]:
    left = list(values)
    for value in sorted(taken_off, key=lambda one: len(within(one, children)), reverse=True):
        left = _without(left, value, children)
    for value in put_on:
        if value not in ticked(left, children) or _ITSELF + value in left:
            below = set(within(value, children)) | {_ITSELF + one for one in within(value, children)}
            left = [*(one for one in left if one not in below), value]
    return _gathered(left, children)


def _without(values: Sequence[str], value: str, children: Children) -> list[str]:
    """Take a branch off, also when only something broader was asked for."""
    gone = set(within(value, children))
    left: list[str] = []
    for one in values:
        if one.removeprefix(_ITSELF) in gone:
            continue
        left.extend(_less(one, gone, value, children))
    return list(dict.fromkeys(left))


def _less(one: str, gone: Collection[str], value: str, children: Children) -> list[str]:
    if one.startswith(_ITSELF) or value not in within(one, children):
        return [one]
    rest = [kept for child in children(one) if child not in gone for kept in _less(child, gone, value, children)]
    return [_ITSELF + one, *rest]


def _gathered(values: Sequence[str], children: Children) -> tuple[str, ...]:
    """Where a term itself and everything directly under it is asked for, ask for the term."""
    left = list(dict.fromkeys(values))
    for one in sorted((v for v in left if v.startswith(_ITSELF)), key=lambda v: len(within(v[1:], children))):
        term = one.removeprefix(_ITSELF)
        under = children(term)
        if under and all(child in left for child in under):
            at = left.index(one)
            left = [*left[:at], term, *left[at + 1 :]]
            left = [value for value in left if value not in under]
    return tuple(left)
