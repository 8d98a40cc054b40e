"""One shape a string can have: what `variants` writes down and `contexts` judges."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """One shape of a string.

    `part`: full, given, single (a given name of one syllable), pet, surname, titled, masked, initials, number, date, short. `sure`: found like this it is the string;
    otherwise only context can tell. `beside`: spellings (as skeletons) that make it sure when they stand next to it.
    """

    text: str
    rule: str
    part: str
    sure: bool
    beside: tuple[str, ...] = ()
