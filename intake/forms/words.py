"""What the choices of a form are called: terms and places in the reader's language, written out once for all fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property

from markupsafe import escape

from intake.language.places import LANGUAGES, Gazetteer, Place
from intake.language.vocabulary import Vocabulary

Pair = tuple[str, str]
_INSET = "\N{EM SPACE}"
_COARSE = ("country", "region", "province")
_SEPARATOR = " · "


def option(value: str, label: object) -> str:
    """One `<option>` as HTML."""
    return f'<option value="{escape(value)}">{escape(label)}</option>'


class Words:
    """Terms and places as one language calls them."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer, lang: str = "en") -> None:
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
        self.lang = lang
        self.cases: tuple[Pair, ...] = ()
        self.readers: tuple[Pair, ...] = ()
        self._pairs: dict[str, tuple[Pair, ...]] = {}
        self._options: dict[str, str] = {}

    def with_cases(self, cases: Iterable[Pair]) -> Words:
        """The same words for somebody who may choose these cases (id and label)."""
        theirs = copy(self)
        theirs.cases = tuple(cases)
        return theirs

    def with_readers(self, readers: Iterable[Pair]) -> Words:
        """The same words for somebody who may file for these readers (id and label)."""
        theirs = copy(self)
        theirs.readers = tuple(readers)
        return theirs

    def terms(self, scheme: str) -> tuple[Pair, ...]:
        """The terms in use, narrower ones under their broader one and set in; a term of two parents stands once."""
        if scheme not in self._pairs:
            self._pairs[scheme] = tuple(self._below(self.vocabulary.tops(scheme), 0, set()))
        return self._pairs[scheme]

    def _below(self, concepts: Sequence[object], depth: int, seen: set[str]) -> Iterator[Pair]:
        for concept in concepts:
            term = self.vocabulary.concept(str(getattr(concept, "id", concept)))
            if term.retired or term.id in seen:
                continue
            seen.add(term.id)
            yield term.id, _INSET * depth + self.vocabulary.label(term.id, self.lang)
            yield from self._below(self.vocabulary.children(term.id), depth + 1, seen)

    def term_options(self, scheme: str) -> str:
        """`terms` as HTML options, after an empty one."""
        if scheme not in self._options:
            self._options[scheme] = option("", "") + "".join(option(*pair) for pair in self.terms(scheme))
        return self._options[scheme]

    def term(self, term: str) -> str:
        """What a term is called, with its broader ones before it; the id itself when it is not known."""
        concept = self.vocabulary.find(term)
        if concept is None:
            return term
        label = self.vocabulary.label(term, self.lang)
        return f"{self.term(concept.parents[0])} › {label}" if concept.parents else label

    def places(self, coarse: bool = False) -> tuple[Pair, ...]:
        """Every place with what it lies in; `coarse`: down to provinces only."""
        return self._coarse if coarse else self._all

    @cached_property
    def _all(self) -> tuple[Pair, ...]:
        return tuple((place.id, self.place(place.id)) for place in self.gazetteer.places.values())

    @cached_property
    def _coarse(self) -> tuple[Pair, ...]:
        places = self.gazetteer.places
        return tuple(pair for pair in self._all if places[pair[0]].level in _COARSE)

    def place(self, place: str) -> str:
        """A place and what it lies in (훈춘 · 지린성 · 중국); the id itself when it is not known."""
        if place not in self.gazetteer.places:
            return place
        climb = [one for one in self.gazetteer.ancestors(place) if self._telling(self.gazetteer.place(one), place)]
        return _SEPARATOR.join(self.gazetteer.label(one, self.lang) for one in climb)

    @staticmethod
    def _telling(above: Place, of: str) -> bool:
        return above.id == of or above.level in ("city", "province", "country")

    def place_options(self, coarse: bool = False) -> str:
        """`places` as HTML options, after an empty one."""
        key = f"places-{coarse}"
        if key not in self._options:
            self._options[key] = option("", "") + "".join(option(*pair) for pair in self.places(coarse))
        return self._options[key]

    def place_names(self) -> list[dict[str, object]]:
        """What each place is found by while one types, in four languages."""
        return [
            {"value": place.id, "label": self.gazetteer.label(place.id, self.lang), "names": _names(place)}
            for place in self.gazetteer.places.values()
        ]

    def term_names(self, scheme: str) -> list[dict[str, object]]:
        """What each term of a scheme is found by while one types."""
        return [
            {
                "value": term,
                "label": label.strip(),
                "names": list(dict.fromkeys(self.vocabulary.concept(term).names())),
            }
            for term, label in self.terms(scheme)
        ]


def _names(place: Place) -> list[str]:
    return list(dict.fromkeys(name for lang in LANGUAGES for name in place.names.get(lang, ())))


@dataclass
class _Remembered:
    by_language: dict[str, Words]
    vocabulary: Vocabulary | None = None
    gazetteer: Gazetteer | None = None


_remembered = _Remembered({})


def words(vocabulary: Vocabulary, gazetteer: Gazetteer, lang: str) -> Words:
    """The words of one language, written out once per process and version of the vocabulary."""
    if _remembered.vocabulary is not vocabulary or _remembered.gazetteer is not gazetteer:
        _remembered.vocabulary, _remembered.gazetteer, _remembered.by_language = vocabulary, gazetteer, {}
    found = _remembered.by_language.get(lang)
    if found is None:
        found = _remembered.by_language[lang] = Words(vocabulary, gazetteer, lang)
    return found
