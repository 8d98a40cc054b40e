"""Whose name it is, where several may bear it: the witness and a relative of one surname, a stranger, a broker, a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from intake.language import titles
from intake.language.findings import Finding
from intake.language.skeletons import letters_of

# A surname alone or with a title (림 동무) says less about which of a family it is: the witness first, unless kinship is spoken of.
_SHARED_RULES = ("surname.titled", "name.surname", "name.surname.ga", "name.part", "name.declined")
_KIN_BEFORE = re.compile(
    rf"(?:{'|'.join(map(re.escape, sorted({*titles.KOREAN_KIN, *titles.ENGLISH_KIN, *titles.RUSSIAN_KIN, *titles.CHINESE_KIN}, key=len, reverse=True)))})"
    r"[\s,:—–-]{0,3}$", re.IGNORECASE,
)  # fmt: skip


_SURNAME_RULES = ("surname.titled", "name.surname", "name.surname.ga", "name.hanja.titled")


def third(text: str, each: Finding) -> Finding:
    """A relative's surname with a title or alone is somebody else of that surname, unless kinship is spoken of (Manager Pak)."""
    if each.kind != "FAMILY" or not each.rule.endswith(_SURNAME_RULES):
        return each
    # 我家老曹: so a wife speaks of her husband
    if _KIN_BEFORE.search(text, max(0, each.start - 18), each.start) or text[each.start] in "老小阿":
        return each
    return replace(each, kind="PERSON", key=f"name.{letters_of(text[each.start : each.end])}")


def dealing(found: Iterable[Finding], formed: Iterable[Finding]) -> list[Finding]:
    """Somebody who only shares a surname with the record is a broker where the words around say so (김 목사)."""
    brokers = [each for each in formed if each.kind == "BROKER"]
    starts = {at for each in brokers for at in range(each.start, each.end)}
    return [
        replace(each, kind="BROKER") if each.rule.endswith(_SURNAME_RULES) and each.start in starts else each
        for each in found
    ]


def second(text: str, each: Finding) -> bool:
    """Whether, of two who bear the same surname, this is the less likely one here."""
    if not each.rule.startswith("record.") or not each.rule.endswith(_SHARED_RULES):
        return False
    kin = bool(_KIN_BEFORE.search(text, max(0, each.start - 18), each.start))
    return kin != each.rule.startswith("record.family")


def own_words(record: Mapping[str, Any]) -> frozenset[str]:
    """The words of the witness's name in Latin and Cyrillic letters, casefolded."""
    witness = record.get("witness")
    known = [witness.get("name"), witness.get("name_latin")] if isinstance(witness, Mapping) else []
    return frozenset(
        word for name in known if name for word in re.findall(r"[A-Za-zА-Яа-яЁё]{2,}", str(name).casefold())
    )


def witness_first(text: str, each: Finding, own: frozenset[str]) -> Finding:
    """A surname alone that a relative shares with the witness is the witness's."""
    if (
        each.kind == "FAMILY"
        and each.rule.endswith((".part", ".surname", ".declined"))
        and text[each.start : each.end].casefold() in own
        and not _KIN_BEFORE.search(text, max(0, each.start - 18), each.start)
    ):
        return replace(each, kind="PERSON", key="witness")
    return each


_OPENING = re.compile(r"(?:^|[.!?…:»\n]\s*[«\"—–-]?\s*)$")


def is_pronoun(text: str, each: Finding) -> bool:
    """Russian pronouns that are surnames too (Нам, Им), and such as have their letters (Меня)."""
    word = text[each.start : each.end].casefold()
    if word in ("меня", "мне", "мной", "сыну", "сына"):
        return True
    return word in ("нам", "им", "на", "но", "ну") and bool(_OPENING.search(text, max(0, each.start - 4), each.start))
