"""The gazetteer: places with stable ids, one parent each, and names in four languages that find the same
place.

The ladder from fine to coarse is site, city, prefecture, province, region, country. Redaction and maps climb
it (`at_most`); queries come down it (`within`). A point is only ever what the data says, never an estimate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

from intake.errors import N_, Misconfigured, NotFound
from intake.language.normalise import fold, nfc

Level = Literal["country", "region", "province", "prefecture", "city", "site"]
LEVELS: tuple[Level, ...] = get_args(Level)
LANGUAGES = ("ko", "en", "zh", "ru")
_KEYS = frozenset(("id", "parent", "level", "iso", "point", "precision", "verified", *LANGUAGES))

# What is written after a name without being part of it.
_ADMINISTRATIVE = re.compile(
    "(?<=[가-힣]{2})(?:특별시|광역시|자치도|구역|시|군|성|도|주)$|(?<=[一-鿿]{2})(?:省|市|县|州)$"
    "| (?:city|province|prefecture|county|oblast|krai|область|край)$|^(?:г|город) "
)
_SPACES = re.compile(r"[\s.\-–'’]+")


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place. `point` is (latitude, longitude) in degrees; `precision` says what the point stands for."""

    id: str
    parent: str | None
    level: Level
    iso: str = ""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    point: tuple[float, float] | None = None
    precision: str = ""
    verified: bool = False


@dataclass(frozen=True)
class Gazetteer:
    """All places, in the order of the file: a parent before its children."""

    places: Mapping[str, Place]
    edition: str = ""

    @classmethod
    def parse(cls, document: Mapping[str, Any]) -> Gazetteer:
        """Build the gazetteer from the document of `config/places.toml` or of `to_document`.

        Raises Misconfigured, naming the place, for unknown keys or levels, an id given twice, a parent that
        does not come before it or is not coarser, and a point off the globe.
        """
        places: dict[str, Place] = {}
        for entry in document.get("place", ()):
            place = _place(entry, places)
            places[place.id] = place
        return cls(MappingProxyType(places), str(document.get("edition", "")))

    def to_document(self) -> dict[str, Any]:
        """Return plain JSON-able data from which `parse` gives this gazetteer again."""
        return {"edition": self.edition, "place": [_document(place) for place in self.places.values()]}

    def place(self, id: str) -> Place:  # noqa: A002 - the word the rest of the house uses
        """Return the place; raise NotFound."""
        try:
            return self.places[id]
        except KeyError:
            raise NotFound(N_("There is no place “%(id)s” in the gazetteer."), id=id) from None

    def children(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """Return the ids of the places directly inside."""
        self.place(id)
        return self._children.get(id, ())

    def within(self, id: str) -> frozenset[str]:  # noqa: A002
        """Return the id and every place inside it, at any depth."""
        self.place(id)
        found = [id]
        for inner in found:
            found.extend(self._children.get(inner, ()))
        return frozenset(found)

    def ancestors(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """Return the id and everything it lies in, finest first."""
        climbed = [id]
        while (parent := self.place(climbed[-1]).parent) is not None:
            climbed.append(parent)
        return tuple(climbed)

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places called this in any of the four languages, or with this id, coarsest first.

        Spelling is folded (북경 and 베이징 are two names; 료녕 and 요녕 one); an administrative suffix may
        be left out or added. A name of two places gives both: the caller asks.
        """
        key = _key(name)
        return self._names.get(key) or self._names.get(_ADMINISTRATIVE.sub("", key), ())

    def label(self, id: str, lang: str) -> str:  # noqa: A002
        """Return the first name in a language (`ko`, `zh-CN`), or the English one, or the id."""
        names = self.place(id).names
        chosen = names.get(lang[:2].lower()) or names.get("en")
        return chosen[0] if chosen else id

    def at_most(self, id: str, level: Level) -> Place:  # noqa: A002
        """Return the place itself, or the first place it lies in that is no finer than `level`."""
        rank = LEVELS.index(level)
        climb = (self.places[step] for step in self.ancestors(id))
        return next(place for place in climb if LEVELS.index(place.level) <= rank or place.parent is None)

    @cached_property
    def wide_names(self) -> frozenset[str]:
        """Casefolded names of everything larger than a county or a site: no secret by themselves."""
        return frozenset(
            name.casefold()
            for place in self.places.values()
            if place.level != "site" and not _is_county(place)
            for name in _flat(place.names.values())
        )

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        children: dict[str, tuple[str, ...]] = {}
        for place in self.places.values():
            if place.parent is not None:
                children[place.parent] = (*children.get(place.parent, ()), place.id)
        return children

    @cached_property
    def _names(self) -> Mapping[str, tuple[Place, ...]]:
        names: dict[str, dict[str, Place]] = {}
        for place in sorted(self.places.values(), key=lambda place: LEVELS.index(place.level)):
            for name in (place.id, *_flat(place.names.values())):
                names.setdefault(_key(name), {})[place.id] = place
        return {key: tuple(found.values()) for key, found in names.items()}


def _place(entry: Mapping[str, Any], known: Mapping[str, Place]) -> Place:
    id_, parent, level = entry.get("id"), entry.get("parent"), entry.get("level")
    if not isinstance(id_, str) or not id_ or id_ in known:
        raise Misconfigured(N_("The place “%(id)s” has no id of its own."), id=str(id_))
    unknown = set(entry) - _KEYS
    if unknown or level not in LEVELS or not entry.get("en") or not entry.get("ko"):
        raise Misconfigured(
            N_("The place “%(id)s” needs a level, a Korean and an English name, and knows no other key."),
            id=id_,
        )
    if (parent is None) != (level == "country"):
        raise Misconfigured(N_("The place “%(id)s” must lie in another, unless it is a country."), id=id_)
    if parent is not None and (parent not in known or LEVELS.index(known[parent].level) > LEVELS.index(level)):
        raise Misconfigured(
            N_("The place “%(id)s” lies in “%(other)s”, which must come before it and be no finer."),
            id=id_,
            other=parent,
        )
    return Place(
        id=id_,
        parent=parent,
        level=cast(Level, level),
        iso=entry.get("iso", ""),
        names=MappingProxyType({lang: tuple(map(nfc, entry[lang])) for lang in LANGUAGES if entry.get(lang)}),
        point=_point(entry.get("point"), id_),
        precision=entry.get("precision", ""),
        verified=bool(entry.get("verified", False)),
    )


def _point(given: object, id_: str) -> tuple[float, float] | None:
    if given is None:
        return None
    if isinstance(given, list | tuple) and len(given) == 2 and all(isinstance(x, int | float) for x in given):
        latitude, longitude = float(given[0]), float(given[1])
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return latitude, longitude
    raise Misconfigured(N_("The point of the place “%(id)s” is not on the globe."), id=id_)


def _document(place: Place) -> dict[str, Any]:
    document: dict[str, Any] = {"id": place.id, "level": place.level, "iso": place.iso}
    if place.parent is not None:
        document["parent"] = place.parent
    if place.point is not None:
        document["point"] = list(place.point)
    names = {lang: list(names) for lang, names in place.names.items()}
    return {**document, **names, "precision": place.precision, "verified": place.verified}


def _is_county(place: Place) -> bool:
    """길주군: too small to be told of somebody's home, though its line in the file is as high as a city's."""
    return any(name.endswith("군") for name in place.names.get("ko", ()))


def _flat(groups: Iterable[tuple[str, ...]]) -> Iterable[str]:
    for group in groups:
        yield from group


def _key(name: str) -> str:
    return _SPACES.sub(" ", fold(name)).strip()
