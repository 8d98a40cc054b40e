"""Every shape in which a string that was taken out could still stand in a text.

`variants` writes the shapes down; the skeleton (`skeletons`) takes care of what needs no writing down: NFC and NFD, width,
case, diacritics, spaces and hyphens, invisible characters, look-alike letters, compatibility jamo, traditional Chinese.
A variant says whether it is proof by itself (`sure`), and which spellings beside it would make it proof.
"""

from __future__ import annotations

from collections.abc import Iterator

from intake.language import variants_numbers, variants_people
from intake.language.normalise import nfc
from intake.language.shapes import Variant
from intake.language.skeletons import letters_of, skeleton
from intake.language.variants_firms import short_firms
from intake.language.variants_numbers import SERVICES, digits_of, phone_forms, spoken_digits
from intake.language.variants_people import strip_title

__all__ = [
    "PEOPLE", "SERVICES", "Variant", "digits_of", "phone_forms", "short_firms", "skeleton", "spoken_digits", "strip_title", "variants",
]  # fmt: skip

PEOPLE = frozenset(("PERSON", "FAMILY", "BROKER"))
NUMBERS = frozenset(("PHONE", "ID_NUMBER"))


def variants(text: str, kind: str, *, titled: bool = True) -> Iterator[Variant]:
    """The shapes of `text`, which is a thing of this kind (kinds as in identifiers). The first is the text itself.

    `titled`: also a person's surname before each title there is, and initials; many shapes that say little.
    """
    written = nfc(text).strip()
    if not written:
        return
    seen: set[tuple[str, str]] = set()
    for variant in _all(written, kind, titled):
        key = (letters_of(variant.text), variant.part)
        if key[0] and key not in seen:
            seen.add(key)
            yield variant


def _all(text: str, kind: str, titled: bool) -> Iterator[Variant]:
    yield Variant(text, "same", "full", True)
    if kind in PEOPLE:
        yield from variants_people.person(text, titled=titled)
    elif kind in NUMBERS:
        yield from variants_numbers.number(text, kind)
    elif kind == "MESSENGER":
        yield from variants_numbers.handle(text)
    elif kind in ("EXACT_DATE", "BIRTH_DATE"):
        yield from variants_numbers.date(text)
    elif kind in ("WORKPLACE", "UNIT"):
        yield from (Variant(short, "firm.short", "short", False) for short in short_firms(text))
