"""From how somebody names a place to the gazetteer's id, careful with names that fit several places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from intake.language.places import LEVELS, Gazetteer, Place

_HAN = re.compile("[一-鿿]")
_PARTS = re.compile(r"[\s,，、;/()（）]+")


@dataclass(frozen=True)
class Whereabouts:
    """Looks names up. Ids are empty when nothing fits, or when several places fit that do not lie in one another."""

    gazetteer: Gazetteer

    def find(self, name: str, inside: str = "") -> str:
        """The place of this name. When a name of several fits, the widest that holds the others is meant; a name with
        commas (`Sunam District, Chongjin`) that is not listed falls back to the listed place it is said to lie in."""
        if not name.strip():
            return ""
        found = self._named(name, inside)
        if found or "," not in name:
            return found
        return self.find(name.split(",", 1)[1], inside)

    def _named(self, name: str, inside: str) -> str:
        fitting = [p for p in self.gazetteer.find(name) if not inside or inside in self.gazetteer.ancestors(p.id)]
        return self._widest(fitting)

    def _widest(self, fitting: list[Place]) -> str:
        if not fitting:
            return ""
        holder = min(fitting, key=lambda place: LEVELS.index(place.level))
        held = all(holder.id in self.gazetteer.ancestors(place.id) for place in fitting)
        return holder.id if held else ""

    def finest(self, *names: str) -> tuple[str, str]:
        """From names of a city, a province and a country in this order: the country's id, and the finest place's id.

        Each is looked for inside the next, so that Jilin the city is found in Jilin the province."""
        inside = place = ""
        for name in reversed(names):
            found = [p for p in self.gazetteer.find(name) if not inside or inside in self.gazetteer.ancestors(p.id)]
            finer = [p for p in found if p.id != inside]
            if found:
                place = inside = self._widest(finer) or self._widest(found) or inside
        if not place:
            return "", ""
        country = self.gazetteer.at_most(place, "country").id
        return country, place

    def province(self, said: str) -> str:
        """The province (or, if only that is said, the country) of a place as somebody describes it: what may be known
        of a person's origin outside the identity record."""
        for part in (said, *_PARTS.split(said)):
            # 吉林省珲春市敬信镇: written together, the widest comes first.
            for end in range(len(part), 1, -1) if _HAN.match(part) else (len(part),):
                if (found := self.find(part[:end])) != "":
                    return self.gazetteer.at_most(found, "province").id
        return ""
