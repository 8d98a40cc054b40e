"""The filters, as a table: the key, how a value is read, which sets it stands for, how it is said, how it is shown.

A value may be typed as an id or as a name in any of the four languages; `resolve` turns it into ids once. What is not
known is refused with what would be: a filter that is silently ignored gives a wrong answer that looks right.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any, Literal
from uuid import UUID

from intake.errors import N_, Invalid
from intake.language.normalise import fold
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.testimony import TestimonyState
from intake.readmodel.facts import BASES, DENIED
from intake.readmodel.query import Clause, Filter, Group, Query, normal

NONE = "none"
YEARS = range(1940, 2101)
_YEARS = re.compile(r"(\d{4})?(\.\.)?(\d{4})?")
_ONLY = "="

PERIODS = {
    "before": N_("before 22 December 2019"),
    "after": N_("from 22 December 2019 on"),
    "unknown": N_("unknown whether before or after 22 December 2019"),
}
BASIS_NAMES = {
    "tagged": N_("tagged"),
    "field": N_("a field of the form"),
    "mentioned": N_("mentioned in the account"),
    "judged": N_("confirmed by a coordinator"),
    DENIED: N_("denied"),
}
STATE_NAMES = {
    "filed": N_("filed"),
    "in-review": N_("in review"),
    "released": N_("released"),
    "withdrawn": N_("withdrawn"),
}
LANGUAGE_NAMES = {"ko": N_("Korean"), "en": N_("English"), "zh": N_("Chinese"), "ru": N_("Russian")}

Domain = Literal["concept", "place", "years", "period", "choice", "language", "member"]


@dataclass(frozen=True, slots=True)
class Key:
    """One row. `scheme`: the vocabulary its values come from; `choices`: the fixed ones. `sets`: what the names of its
    sets begin with. `sentence` is a message id around `%(value)s`; `missing` the one said for `none`."""

    key: str
    sentence: str
    missing: str
    aliases: tuple[str, ...] = ()
    _: KW_ONLY
    domain: Domain = "concept"
    scheme: str = ""
    choices: Mapping[str, str] | None = None
    sets: tuple[str, ...] = ()
    narrower: bool = False

    @property
    def prefixes(self) -> tuple[str, ...]:
        return self.sets or (self.key,)


_MECHANISM: dict[str, Any] = {"domain": "concept", "scheme": "mechanism", "narrower": True}
_ROWS = (
    Key("concept", N_("speak of %(value)s"), N_("speak of no mechanism"), ("개념",), sets=BASES, **_MECHANISM),
    Key("mechanism", N_("are tagged %(value)s"), N_("carry no tag"), ("수법",), sets=("tagged",), **_MECHANISM),
    Key("field", N_("have a form that says %(value)s"), N_("have a form that says no mechanism"), **_MECHANISM),
    Key("mentioned", N_("mention %(value)s in the account"), N_("mention no mechanism in the account"), **_MECHANISM),
    Key("judged", N_("were confirmed for %(value)s"), N_("were confirmed for no mechanism"), **_MECHANISM),
    Key("denied", N_("deny %(value)s"), N_("deny no mechanism"), ("부인",), **_MECHANISM),
    Key("place", N_("have to do with %(value)s"), N_("name no place"), ("장소", "곳"), domain="place", narrower=True),
    Key("focus", N_("belong to the focus area %(value)s"), N_("have no focus area"), ("분야",), scheme="focus-area"),
    Key("sector", N_("are about work in %(value)s"), N_("name no sector"), ("업종",), scheme="sector"),
    Key("indicator", N_("show the indicator %(value)s"), N_("show no indicator"), ("지표",), scheme="indicator"),
    Key("document", N_("are about entry on %(value)s"), N_("name no entry document"), ("서류",),
        scheme="document-type"),
    Key("audience", N_("may be shown to %(value)s"), N_("may be shown to nobody"), ("동의", "consent"),
        scheme="audience"),
    Key("year", N_("are about a stay in %(value)s"), N_("give no year of a stay"), ("연도", "해"), domain="years"),
    Key("entry", N_("are about an entry in %(value)s"), N_("give no year of entry"), ("입국",), domain="years"),
    Key("period", N_("are about an entry %(value)s"), "", ("시기",), domain="period", choices=PERIODS),
    Key("state", N_("are %(value)s"), "", ("상태",), domain="choice", choices=STATE_NAMES),
    Key("basis", N_("answer a concept by being %(value)s"), "", ("근거",), domain="choice", choices=BASIS_NAMES),
    Key("language", N_("are in %(value)s"), "", ("언어",), domain="language", choices=LANGUAGE_NAMES),
    Key("case", N_("belong to the case %(value)s"), N_("belong to no case"), ("사건",), domain="member"),
    Key("witness", N_("come from the witness %(value)s"), N_("have no witness code"), ("구술자",), domain="member"),
    Key("workplace", N_("are about the workplace %(value)s"), N_("name no workplace"), ("일터",), domain="member"),
)  # fmt: skip
KEYS: Mapping[str, Key] = {row.key: row for row in _ROWS}
_BY_NAME = {name: row.key for row in _ROWS for name in (row.key, *row.aliases)}
CONCEPT_KEYS = frozenset(("concept", "mechanism", "field", "mentioned", "judged"))


def key(name: str, *, at: int = 1) -> str:
    """The key a typed name stands for. Raises `Invalid`, naming the keys there are."""
    found = _BY_NAME.get(fold(name))
    if found is None:
        raise Invalid(
            N_("Character %(at)d: there is no such filter. Put words in quotation marks, or use one of: %(known)s."),
            at=at,
            known=", ".join(KEYS),
        )
    return found


def resolve(query: Query, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Query:
    """The query with every value turned into ids; resolving twice changes nothing. Raises `Invalid`, naming the key and
    values like the one given."""
    reader = _Reader(vocabulary, gazetteer)
    return normal(Query(Group("all", tuple(reader.clause(part) for part in query.root.parts))))


def set_names(clause: Filter) -> tuple[str, ...]:
    """The names of the sets whose union a resolved filter is. `none:key` is the complement of `any:key`."""
    row = KEYS[clause.key]
    if clause.value == NONE:
        return (f"none:{row.key}",)
    if row.domain == "years":
        return tuple(f"{row.key}:{year}" for year in _years(clause.value) or ())
    return tuple(f"{prefix}:{clause.value}" for prefix in row.prefixes)


def year_range(value: str) -> range:
    """The years a resolved value of `year` or `entry` means."""
    return _years(value) or range(0)


@dataclass(frozen=True, slots=True)
class _Reader:
    vocabulary: Vocabulary
    gazetteer: Gazetteer

    def clause(self, clause: Clause) -> Clause:
        if isinstance(clause, Group):
            return Group(clause.kind, tuple(self.clause(part) for part in clause.parts))
        if not isinstance(clause, Filter):
            return clause
        row = KEYS[key(clause.key)]
        if row.missing and fold(clause.value) in (NONE, "없음"):
            return Filter(row.key, NONE)
        values = _READERS[row.domain](self, row, clause.value.strip())
        if not values:
            raise Invalid(
                N_("The filter “%(key)s” does not know this value. Like it, or for example: %(known)s."),
                key=row.key,
                known=", ".join(self._like(row, clause.value)),
            )
        found = tuple(Filter(row.key, value) for value in values)
        return found[0] if len(found) == 1 else Group("any", found)

    def concept(self, row: Key, typed: str) -> tuple[str, ...]:
        only, name = _split_only(row, typed)
        exact = self.vocabulary.find(name)
        if exact is not None and exact.scheme == row.scheme:
            return (only + name,)
        return tuple(only + concept.id for concept in self.vocabulary.find_by_name(row.scheme, name))

    def place(self, row: Key, typed: str) -> tuple[str, ...]:
        only, name = _split_only(row, typed)
        if name in self.gazetteer.places:
            return (only + name,)
        return tuple(only + place.id for place in self.gazetteer.find(name))

    def years(self, _: Key, typed: str) -> tuple[str, ...]:
        found = _years(typed)
        if found is None:
            return ()
        if len(found) == 1:
            return (str(found[0]),)
        early = "" if found[0] == YEARS[0] and found[-1] != YEARS[-1] else str(found[0])
        late = "" if found[-1] == YEARS[-1] and found[0] != YEARS[0] else str(found[-1])
        return (f"{early}..{late}",)

    def period(self, _: Key, typed: str) -> tuple[str, ...]:
        name = fold(typed).removesuffix("-2019-12-22")
        return (name,) if name in PERIODS else ()

    def choice(self, row: Key, typed: str) -> tuple[str, ...]:
        name = fold(typed)
        return (name,) if row.choices is not None and name in row.choices else ()

    def language(self, row: Key, typed: str) -> tuple[str, ...]:
        name = fold(typed).split("-")[0]
        names = {fold(words): code for code, words in (row.choices or {}).items()}
        if name in names:
            return (names[name],)
        return (name,) if re.fullmatch("[a-z]{2,3}", name) else ()

    def member(self, row: Key, typed: str) -> tuple[str, ...]:
        if row.key != "case":
            return (typed,) if typed else ()
        try:
            return (str(UUID(typed)),)
        except ValueError:
            return ()

    def _like(self, row: Key, typed: str) -> Iterable[str]:
        if row.choices is not None:
            return tuple(row.choices)
        if row.domain == "years":
            return ("2019", "2017..2022", "..2019", "2020..")
        if row.domain == "member":
            return ("00000000-0000-0000-0000-000000000000",)
        if row.domain == "place":
            names = {
                fold(name): place.id
                for place in self.gazetteer.places.values()
                for many in place.names.values()
                for name in many
            }
        else:
            names = {
                fold(name): concept.id for concept in self.vocabulary.scheme(row.scheme) for name in concept.names()
            }
        near = difflib.get_close_matches(fold(typed)[:60], names, n=5, cutoff=0.5)
        return tuple(dict.fromkeys(names[name] for name in near)) or tuple(dict.fromkeys(names.values()))[:5]


def _split_only(row: Key, typed: str) -> tuple[str, str]:
    return (_ONLY, typed[1:].strip()) if row.narrower and typed.startswith(_ONLY) else ("", typed)


def _years(typed: str) -> range | None:
    found = _YEARS.fullmatch(typed.replace(" ", "").replace("…", "..").replace("–", ".."))
    if found is None or not (found[1] or found[3]) or (found[3] and not found[2]):
        return None
    early = int(found[1]) if found[1] else YEARS[0]
    late = int(found[3]) if found[3] else YEARS[-1] if found[2] else early
    if early > late or early < YEARS[0] or late > YEARS[-1]:
        return None
    return range(early, late + 1)


_READERS: Mapping[Domain, Callable[[_Reader, Key, str], tuple[str, ...]]] = {
    "concept": _Reader.concept,
    "place": _Reader.place,
    "years": _Reader.years,
    "period": _Reader.period,
    "choice": _Reader.choice,
    "language": _Reader.language,
    "member": _Reader.member,
}
assert set(STATE_NAMES) == {state.value for state in TestimonyState}  # noqa: S101 - a new state must get its words
