"""Find thousands of strings in one pass over a skeleton.

An index groups strings by their first letters, then by length, so that each place of the text costs one look-up and, where
something may begin, one slice per length. The time is linear in the text, whatever the strings or the text are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from intake.language.skeletons import Bones, letters_of

T = TypeVar("T")
_GRAM = 3


class Index(Generic[T]):
    """Strings to look for, each with what it stands for. Strings with an empty skeleton are left out."""

    def __init__(self) -> None:
        self._long: dict[str, dict[int, dict[str, list[T]]]] = {}
        self._short: dict[int, dict[str, list[T]]] = {}
        self._known: set[tuple[str, int]] = set()

    def add(self, text: str, meaning: T) -> None:
        """Look for `text` in every form that has the same skeleton."""
        self.add_letters(letters_of(text), meaning)

    def add_letters(self, letters: str, meaning: T) -> None:
        """The same for a skeleton that is known already."""
        size = len(letters)
        if not size:
            return
        table = self._short if size < _GRAM else self._long.setdefault(letters[:_GRAM], {})
        table.setdefault(size, {}).setdefault(letters, []).append(meaning)

    def find(self, bones: Bones) -> Iterator[tuple[int, int, list[T]]]:
        """Each occurrence as (first letter, letter after the last, meanings), in skeleton positions, from left to right.

        An occurrence begins where a character of the text begins; where it ends is the caller's to judge.
        """
        letters, offsets, long = bones.letters, bones.offsets, self._long
        before = -1
        for position, offset in enumerate(offsets):
            if offset == before:
                continue
            before = offset
            sizes = long.get(letters[position : position + _GRAM])
            if sizes:
                yield from self._at(letters, position, sizes)
            if self._short:
                yield from self._at(letters, position, self._short)

    @staticmethod
    def _at(letters: str, position: int, sizes: dict[int, dict[str, list[T]]]) -> Iterator[tuple[int, int, list[T]]]:
        for size, strings in sizes.items():
            found = strings.get(letters[position : position + size])
            if found is not None:
                yield position, position + size, found
