"""A query in words: “testimonies that speak of visa circumvention (with narrower terms) and …, except those that …”.

Each filter brings one message id around its value; in Korean that message is an adnominal clause
(`%(value)s을(를) 말하는`) and stands before 증언. Doubled particles are made to fit the word they follow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from intake.errors import N_
from intake.language import particles
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.readmodel.filters import KEYS, NONE, YEARS, Key, resolve, year_range
from intake.readmodel.query import Clause, Filter, Group, Phrase, Query, Word

Translate = Callable[[str], str]
_DOUBLED = {
    "을(를)": "을/를",
    "이(가)": "이/가",
    "은(는)": "은/는",
    "과(와)": "과/와",
    "(으)로": "(으)로",
    "(이)라고": "(이)라고",
}
_PARTICLE = re.compile(r"(\S)(" + "|".join(map(re.escape, _DOUBLED)) + ")")
_NOT_SPOKEN = re.compile(r"(?:\([^()]*\)|[”’\"'»」』）\s])+$")


def sentence(query: Query, *, vocabulary: Vocabulary, gazetteer: Gazetteer, lang: str, translate: Translate) -> str:
    """The query as a sentence in `lang`. `translate` gives the message for a message id in that language.

    Raises `Invalid` for a value that is not known.
    """
    speaker = _Speaker(vocabulary, gazetteer, lang, translate)
    said = speaker.whole(resolve(query, vocabulary, gazetteer))
    return fit_particles(said) if lang.startswith("ko") else said


def describe(clause: Clause, *, vocabulary: Vocabulary, gazetteer: Gazetteer, lang: str, translate: Translate) -> str:
    """One part of a resolved query in words, for a removable tag above the results."""
    said = _Speaker(vocabulary, gazetteer, lang, translate).clause(clause)
    return fit_particles(said) if lang.startswith("ko") else said


def fit_particles(text: str) -> str:
    """Korean text with every doubled particle (`을(를)`) in the form that fits the word before it."""

    def fitting(found: re.Match[str]) -> str:
        word = _NOT_SPOKEN.sub("", text[: found.end(1)])
        return found[1] + particles.follow(word, _DOUBLED[found[2]])

    return _PARTICLE.sub(fitting, text)


@dataclass(frozen=True, slots=True)
class _Speaker:
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    lang: str
    translate: Translate

    def whole(self, query: Query) -> str:
        asked = [part for part in query.root.parts if not _is_not(part)]
        unwanted = [
            one
            for part in query.root.parts
            if isinstance(part, Group) and part.kind == "not"
            for inner in part.parts
            for one in (inner.parts if isinstance(inner, Group) and inner.kind == "any" else (inner,))
        ]
        said = self.translate(N_("All testimonies"))
        if asked:
            said = self._say(N_("Testimonies that %(clauses)s"), clauses=self._joined("all", asked))
        if unwanted:
            said = self._say(
                N_("%(testimonies)s, except those that %(clauses)s"),
                testimonies=said,
                clauses=self._joined("any", unwanted),
            )
        return said

    def clause(self, clause: Clause) -> str:
        match clause:
            case Word(text=text):
                return self._say(N_("contain “%(text)s”"), text=text)
            case Phrase(text=text):
                return self._say(N_("contain exactly “%(text)s”"), text=text)
            case Filter(key=key):
                return self._filters(KEYS[key], (clause,))
            case Group(kind="not", parts=parts):
                return self._say(N_("are not among those that %(clauses)s"), clauses=self.clause(parts[0]))
            case Group(kind=kind, parts=parts):
                return self._say(N_("(%(clauses)s)"), clauses=self._joined(kind, parts))

    def _joined(self, kind: str, parts: Iterable[Clause]) -> str:
        joint = self.translate(N_(" and ") if kind == "all" else N_(" or "))
        said: list[str] = []
        for part in _gathered(parts) if kind == "any" else ((part,) for part in parts):
            first = part[0]
            filters = tuple(one for one in part if isinstance(one, Filter))
            inner = _choices(first)
            if inner:
                said.append(self._filters(KEYS[inner[0].key], inner))
            elif isinstance(first, Filter):
                said.append(self._filters(KEYS[first.key], filters))
            else:
                said.append(self.clause(first))
        return joint.join(said)

    def _filters(self, row: Key, clauses: tuple[Filter, ...]) -> str:
        values = [self.value(row, clause.value) for clause in clauses if clause.value != NONE]
        said = []
        if values:
            said.append(self._say(row.sentence, value=self.translate(N_(" or ")).join(values)))
        if len(values) < len(clauses):
            said.append(self.translate(row.missing))
        return self.translate(N_(" or ")).join(said)

    def value(self, row: Key, value: str) -> str:
        """One value as people call it."""
        if value == NONE:
            return self.translate(row.missing)
        if row.choices is not None:
            return self.translate(row.choices[value]) if value in row.choices else value
        if row.domain == "years":
            return self._years(value)
        if row.domain == "member":
            return value
        return self._named(row, value)

    def _named(self, row: Key, value: str) -> str:
        only, ident = value.startswith("="), value.removeprefix("=")
        if row.domain == "place":
            label, has_narrower = self.gazetteer.label(ident, self.lang), bool(self.gazetteer.children(ident))
        else:
            label, has_narrower = self.vocabulary.label(ident, self.lang), bool(self.vocabulary.children(ident))
        if only:
            return self._say(N_("%(term)s itself"), term=label)
        if has_narrower and row.domain == "concept":
            return self._say(N_("%(term)s (with narrower terms)"), term=label)
        return label

    def _years(self, value: str) -> str:
        years = year_range(value)
        if len(years) == 1:
            return str(years[0])
        if years[-1] == YEARS[-1]:
            return self._say(N_("%(year)s or later"), year=str(years[0]))
        if years[0] == YEARS[0]:
            return self._say(N_("%(year)s or earlier"), year=str(years[-1]))
        return f"{years[0]}–{years[-1]}"

    def _say(self, message: str, **values: str) -> str:
        return self.translate(message) % values


def _is_not(clause: Clause) -> bool:
    return isinstance(clause, Group) and clause.kind == "not"


def _choices(clause: Clause) -> tuple[Filter, ...]:
    """The filters of an `any` group that has nothing but values of one key."""
    if not isinstance(clause, Group) or clause.kind != "any":
        return ()
    filters = tuple(part for part in clause.parts if isinstance(part, Filter))
    same = len(filters) == len(clause.parts) and len({part.key for part in filters}) == 1
    return filters if same else ()


def _gathered(parts: Iterable[Clause]) -> Iterable[tuple[Clause, ...]]:
    """The parts, with neighbouring filters of one key taken together."""
    run: list[Clause] = []
    for part in parts:
        fits = isinstance(part, Filter) and run and isinstance(run[-1], Filter) and run[-1].key == part.key
        if run and not fits:
            yield tuple(run)
            run = []
        run.append(part)
    if run:
        yield tuple(run)
