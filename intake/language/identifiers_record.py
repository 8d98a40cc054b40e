"""What the record itself knows: its people, numbers, places, firms and dates, in every shape they may have in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from intake.language import contexts, days, names, surnames, towns, variants
from intake.language.findings import RECORD, Finding
from intake.language.matching import Index
from intake.language.normalise import nfc
from intake.language.shapes import Variant
from intake.language.skeletons import Bones, letters_of

_SMALL = re.compile(
    r"(?:구역|군|동|리|읍|면|로동자구|마을)$|(?:县|縣|镇|鎮|乡|鄉|村|屯|区|區)$"
    r"|[\s-](?:county|district|village|ri|dong|gun|up|township|town)\b|^(?:село|посёлок|поселок|деревня|район)\s",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?<=[가-힣]{2})(?:구역|군|동|리|읍|면|로동자구)$|(?<=[\u3400-\u9fff]{2})(?:县|縣|镇|鎮|乡|鄉|村|屯|区|區)$"
    r"|[\s-](?:county|district|village|township|town|gun)$|^(?:село|посёлок|поселок|деревня|район)\s",
    re.IGNORECASE,
)
_HOME_ROLES = frozenset(("origin", "dormitory", "home", "lodging", "hometown", "residence", "shelter"))
_NOT_SMALL_ROLES = frozenset(("crossing", "border", "transit", "detention", "prison", "camp"))
_PARTS_KO = re.compile(r"\S+?(?:특별시|광역시|도|시|구역|군|구|동|리|읍|면)(?=\s|$)|\S+")
_PARTS_ZH = re.compile(r"[\u3400-\u9fff]+?(?:省|市|州|县|縣|区|區|镇|鎮|乡|鄉|村|屯)")


@dataclass(frozen=True, slots=True)
class Subject:
    """A string of the record with its kind and the key of the person or thing it stands for."""

    text: str
    kind: str
    key: str
    source: str


def subjects(record: Mapping[str, Any], wide: frozenset[str] = frozenset()) -> Iterator[Subject]:
    """Every identifying string of a record in the exchange format; missing keys and nulls are passed over."""
    witness = _mapping(record.get("witness"))
    yield from _people(record, witness)
    for value, kind in ((witness.get("phone"), "PHONE"), (witness.get("messenger"), "MESSENGER")):
        if value:
            yield Subject(str(value), kind, "witness." + kind.lower(), "record.contact")
    dispatch = _mapping(record.get("dispatch"))
    for field, kind in (("workplace", "WORKPLACE"), ("employer", "WORKPLACE"), ("dispatching_unit", "UNIT")):
        if dispatch.get(field):
            yield Subject(str(dispatch[field]), kind, f"firm.{letters_of(str(dispatch[field]))}", "record.firm")
    for name, role in _places(record, witness):
        yield from _place(name, role, wide)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


# A title before a name in an alphabet is no part of it; Uncle and тётя are.
_FORMAL = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|Doctor|Prof|Comrade|Manager|Director|господин|госпожа|товарищ|доктор|бригадир|прораб|директор|начальник)"
    r"\.?\s(?=[A-ZА-ЯЁ])", re.IGNORECASE,
)  # fmt: skip


def _people(record: Mapping[str, Any], witness: Mapping[str, Any]) -> Iterator[Subject]:
    aliases = witness.get("aliases") or ()
    full = [str(witness[field]) for field in ("name", "name_latin") if witness.get(field)]
    # 明玉 of a witness who is 차명옥 in the record: with the signs her surname can be written with.
    korean = names.parse(full[0]) if full else None
    signs = [
        sign
        for form in (names.surname_forms(korean.surname) if korean and korean.surname else ())
        for sign in surnames.HANJA.get(form, ())
    ]
    for name in (*full, *(_FORMAL.sub("", str(alias)) for alias in aliases)):
        letters = letters_of(name)
        part = any(letters != letters_of(each) and letters in letters_of(each) for each in full)
        if letters:
            yield Subject(name, "PERSON", "witness", "record.alias" if part else "record.witness")
        for sign in signs if re.fullmatch(r"[\u3400-\u9fff]{2}", name) else ():
            if name[0] not in signs:
                yield Subject(sign + name, "PERSON", "witness", "record.alias")
    for number, relative in enumerate(witness.get("family") or ()):
        for field in ("name", "name_latin"):
            if _mapping(relative).get(field):
                yield Subject(str(relative[field]), "FAMILY", f"family.{number}", "record.family")
    yield from _others(record)
    interview = _mapping(record.get("interview"))
    for field in ("interviewer", "interpreter"):
        if interview.get(field):
            yield Subject(str(interview[field]), "PERSON", field, "record.staff")


_HELPING = re.compile(
    r"broker|smuggl|guide|helper|브로커|안내|중개|조력|中介|蛇头|带路|брокер|посредник|проводник", re.IGNORECASE
)


def _others(record: Mapping[str, Any]) -> Iterator[Subject]:
    """Third persons the record names, with their other spellings; who is witness or relative too is that already."""
    people = record.get("people")
    for number, each in enumerate(people if isinstance(people, list | tuple) else ()):
        person = _mapping(each) or {"name": each if isinstance(each, str) else None}
        said = " ".join(str(person.get(field) or "") for field in ("role", "relation", "kind"))
        kind = "BROKER" if _HELPING.search(said) else "PERSON"
        spellings = person.get("spellings") or person.get("aliases") or ()
        for name in (
            person.get("name"),
            person.get("name_latin"),
            *(spellings if not isinstance(spellings, str) else (spellings,)),
        ):
            if name:
                yield Subject(str(name), kind, f"people.{number}", "record.person")


def _places(record: Mapping[str, Any], witness: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if witness.get("hometown"):
        yield from ((part, "origin") for part in _parts(str(witness["hometown"])))
    for place in record.get("places") or ():
        each = _mapping(place)
        for field in ("name", "name_latin"):
            if each.get(field):
                yield str(each[field]), str(each.get("role") or "")


def _parts(hometown: str) -> list[str]:
    """The parts of a home address that are smaller than a city: what follows the city, or the smallest part."""
    if re.search(r"[가-힣]", hometown):
        parts = _PARTS_KO.findall(hometown)
    elif re.search(r"[\u3400-\u9fff]", hometown):
        parts = _PARTS_ZH.findall(hometown) or [hometown]
    else:
        return [part.strip() for part in hometown.split(",")[:1]]
    small = [part for part in parts if _SMALL.search(part)]
    return small or parts[-1:]


def _place(name: str, role: str, wide: frozenset[str]) -> Iterator[Subject]:
    role = role.casefold()
    key = f"place.{letters_of(_SUFFIX.sub('', name))}"
    if re.search(r"\d", name):
        yield Subject(name, "ADDRESS", key, "record.place")
        return
    name = name.split(",", maxsplit=1)[0].strip()
    bare = _SUFFIX.sub("", name)
    large = towns.is_wide(bare, wide) or towns.is_wide(name, wide)
    homely = role in _HOME_ROLES or role == "workplace" or bool(_SMALL.search(name) and role not in _NOT_SMALL_ROLES)
    if not homely or (large and bare == name) or role in _NOT_SMALL_ROLES:
        return
    yield Subject(name, "SMALL_PLACE", key, "record.place")
    if bare != name and len(bare) >= 2 and not large:
        yield Subject(bare, "SMALL_PLACE", key, "record.place")


class RecordIndex:
    """The strings of a record, and of names found on the way, ready to be matched against the narrative."""

    def __init__(self) -> None:
        self._index: Index[tuple[Subject, Variant]] = Index()

    def add(self, subject: Subject) -> None:
        """Look for a subject in every shape it can have."""
        for variant in variants.variants(nfc(subject.text), subject.kind, titled=subject.source != "again"):
            # An alias that is part of the full name has its shapes from there; alone it could be cut wrongly.
            if subject.source == "record.alias" and variant.rule != "same":
                continue
            if variant.part in ("initials", "masked") and subject.source != "record.witness":
                continue
            letters = letters_of(variant.text)
            if len(letters) > 1:
                self._index.add_letters(letters, (subject, variant))

    def find(self, bones: Bones, weight: int = RECORD) -> Iterator[Finding]:
        """Each place of the text where a subject stands, with the rule that saw it."""
        text = bones.text
        for first, last, meanings in self._index.find(bones):
            for subject, variant in meanings:
                verdict, start, end = contexts.judge(bones, first, last, variant)
                if variant.part == "titled" and subject.kind == "FAMILY" and text[start] in "이그저한전":
                    continue
                if verdict == contexts.NO or (
                    verdict == contexts.MAYBE and not _worth(text, start, end, variant, subject)
                ):
                    continue
                if (
                    subject.kind in ("WORKPLACE", "UNIT")
                    and text[start - 1 : start] == "«"
                    and text[end : end + 1] == "»"
                ):
                    start, end = start - 1, end + 1
                rule = variant.rule
                if rule == "name.surname" and not letters_of(subject.text).startswith(letters_of(variant.text)):
                    rule = "name.given"
                own = variant.part in ("full", "given", "number", "short")
                yield Finding(
                    subject.kind,
                    start,
                    end,
                    f"{subject.source}.{rule}",
                    subject.key,
                    weight - (0 if own else 1),
                )


def _worth(text: str, start: int, end: int, variant: Variant, subject: Subject) -> bool:
    """Whether a doubtful occurrence is still worth showing: a person decides, so a name of the record mostly is."""
    if variant.part in ("given", "full") and subject.kind in variants.PEOPLE:
        return not re.match(
            r"\s?(?:명령|하[는다고여며]|했|한다|된|되[는었]|시[키켰]|생|원|비|자|반|증|소|장|기간|사업)",
            text[end : end + 4],
        )
    return variant.part in ("full", "short", "masked", "number") or (variant.part == "surname" and end - start > 2)


def place_names(record: Mapping[str, Any]) -> frozenset[str]:
    """All names of places in a record, casefolded: words that name no person."""
    witness = _mapping(record.get("witness"))
    whole = [name for name, _ in _places(record, witness)]
    dispatch, interview = _mapping(record.get("dispatch")), _mapping(record.get("interview"))
    whole += [
        str(each)
        for each in (dispatch.get("city"), dispatch.get("province"), dispatch.get("country"), interview.get("place"))
        if each
    ]
    found = {name.casefold() for name in whole}
    found |= {_SUFFIX.sub("", name).casefold() for name in whole}
    return frozenset(found | {word for name in found for word in re.findall(r"[^\W\d_]{3,}", name)})


def dates(record: Mapping[str, Any]) -> dict[tuple[int, int], list[tuple[int, str, str]]]:
    """(month, day) -> (year, kind, rule) for the day-precise dates of a record."""
    witness, dispatch = _mapping(record.get("witness")), _mapping(record.get("dispatch"))
    interview = _mapping(record.get("interview"))
    known: dict[tuple[int, int], list[tuple[int, str, str]]] = {}
    for value, kind, rule in (
        (witness.get("birth_date"), "BIRTH_DATE", "record.birth"),
        (dispatch.get("from"), "EXACT_DATE", "record.dispatch"),
        (dispatch.get("to"), "EXACT_DATE", "record.dispatch"),
        (interview.get("date"), "EXACT_DATE", "record.interview"),
    ):
        for day in days.find(str(value or "")):
            if day.month and day.year:
                known.setdefault((day.month, day.day), []).append((day.year, kind, rule))
    return known
