"""What in a testimony tells who somebody is: suggestions for redaction, grouped by person or thing, each with its rule.

The rules run in this order, and where two claim one place the earlier kind of evidence wins: what the record itself knows
(`identifiers_record`), numbers and dates by their form, names and places by the words around them, names seen once and then
found in all their shapes. The silence of these rules is never an approval: they help a person, they do not replace one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from intake.language import (
    identifiers_addresses,
    identifiers_called,
    identifiers_chinese,
    identifiers_chinese_told,
    identifiers_days,
    identifiers_escape,
    identifiers_firms,
    identifiers_korean,
    identifiers_korean_called,
    identifiers_korean_forms,
    identifiers_korean_lists,
    identifiers_latin,
    identifiers_latin_forms,
    identifiers_numbers,
    identifiers_papers,
    identifiers_places,
    identifiers_russian,
    identifiers_russian_forms,
    identifiers_sharing,
    identifiers_traits,
    names,
    scripts,
    titles,
)
from intake.language.findings import GUESS, PATTERN, STRONG, Finding
from intake.language.identifiers_record import RecordIndex, Subject, place_names, subjects
from intake.language.identifiers_resolving import resolve, without_parts
from intake.language.normalise import nfc
from intake.language.skeletons import Bones, bones, letters_of
from intake.language.variants import PEOPLE, strip_title

KINDS = (
    "PERSON", "FAMILY", "BROKER", "PHONE", "MESSENGER", "ID_NUMBER", "BIRTH_DATE", "EXACT_DATE", "ADDRESS", "SMALL_PLACE", "WORKPLACE",
    "UNIT", "OTHER_IDENTIFIER",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A span worth taking out: kind, code points over the NFC narrative, the text there, the rule, the group."""

    kind: str
    start: int
    end: int
    quote: str
    rule: str
    group: str


def suggest(record: Mapping[str, object], *, wide: frozenset[str] = frozenset()) -> list[Suggestion]:
    """Suggestions for a record in the exchange format, in the order of its narrative.

    Works with any part of the record missing. `wide` adds casefolded names of cities and larger places. Spans do not
    overlap, except that an OTHER_IDENTIFIER may hold others. Deterministic; time linear in the narrative.
    """
    text = nfc(str(record.get("narrative") or ""))
    if not text.strip():
        return []
    skeleton = bones(text)
    index = RecordIndex()
    known = list(subjects(record, wide))
    named: dict[str, str] = {}
    for subject in known:
        # One whom the record names twice, as a relative and among the people, is who comes first.
        letters = letters_of(subject.text)
        if subject.kind in PEOPLE and named.setdefault(letters, subject.key) != subject.key:
            continue
        index.add(subject)
    found = [identifiers_sharing.third(text, each) for each in index.find(skeleton)]
    formed = [f for f in _by_form(text, record, wide) if letters_of(text[f.start : f.end]) not in _PUBLIC]
    if "ko" in scripts.present(text):
        formed += identifiers_korean_called.find(text, [*found, *formed])
    formed += identifiers_korean_lists.find(text, [*found, *formed])
    found = identifiers_sharing.dealing(found, formed) + _one_kind(formed)
    found += _again(skeleton, without_parts(text, found), known)
    own = identifiers_sharing.own_words(record)
    found = [identifiers_sharing.witness_first(text, each, own) for each in found]
    leaving = identifiers_escape.passages(text)
    found = [*identifiers_escape.helpers(text, found, leaving), *identifiers_escape.ways(text, leaving)]
    found = [each for each in found if not (each.kind in PEOPLE and identifiers_sharing.is_pronoun(text, each))]
    kept = resolve(text, map(partial(_contact, text), found))
    return _grouped(text, kept)


def _by_form(text: str, record: Mapping[str, Any], wide: frozenset[str]) -> Iterator[Finding]:
    yield from identifiers_numbers.find(text)
    yield from identifiers_papers.find(text)
    yield from identifiers_called.find(text)
    yield from identifiers_days.find(text, record)
    places = place_names(record)
    yield from identifiers_places.find(text, wide, places)
    yield from identifiers_addresses.find(text, wide)
    yield from identifiers_firms.find(text)
    written = scripts.present(text)
    if "ko" in written:
        yield from identifiers_korean_forms.find(text)
    for language, find in (
        ("ko", partial(identifiers_korean.find, places=places)),
        ("en", partial(identifiers_latin.find, places=places)),
        ("en", partial(identifiers_latin_forms.find, places=places)),
        ("zh", identifiers_chinese.find),
        ("zh", identifiers_chinese_told.find),
        ("ru", partial(identifiers_russian.find, places=places)),
        ("ru", identifiers_russian_forms.find),
    ):
        for offset, passage in scripts.passages(text, language) if language in written else ():
            for each in find(passage):
                yield replace(each, start=each.start + offset, end=each.end + offset) if offset else each
    yield from identifiers_traits.find(text)


# The leaders of states are no private persons; their names stand in every such text.
_PUBLIC = frozenset(
    letters_of(name)
    for name in (
        "김일성 김정일 김정은 김정숙 김여정 리설주 문재인 윤석열 박근혜 이명박 노무현 김대중 푸틴 트럼프 시진핑 "
        "金日成 金正日 金正恩 金与正 习近平 毛泽东 普京 特朗普 文在寅 Путин Путина Путину Путиным Путине Сталин Сталина Сталину Сталине Ленин Ленина Ленину Ленине Трамп Медведев Ельцин Putin Stalin Lenin Trump"
    ).split()
    + "Kim Il Sung|Kim Jong Il|Kim Jong Un|Kim Il-sung|Kim Chong Il|Xi Jinping|Ким Ир Сен|Ким Чен Ир|Ким Чен Ын|Ким Ир Сена|Ким Чен Ира|Ким Чен Ына|Си Цзиньпин".split(
        "|"
    )
)


# № belongs to a number, and so does the series before it (ВУ-78 № 0021904).
_SERIES = re.compile(r"(?:(?<![\w-])(?:[А-ЯЁA-Z]{1,3}-)?\d{2}\s)?№\s?$|(?<![\w-])(?:[А-ЯЁA-Z]{1,3}-)?\d{2}\s(?=№?$)")
_LEGAL_FORM = re.compile(r"(?<![А-ЯЁ])(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОО|СМУ|ПКФ|ГК|УК|СУ)\s$")
_APP_BEFORE = re.compile(
    r"(?:위챗|카카오톡|카톡|텔레그람|텔레그램|왓츠앱|바이버|시그널|라인|wechat|whatsapp|telegram|viber|signal|line|skype|qq|큐큐|메신저|discord|zalo|微信|"
    r"вотсап\w*|вайбер\w*|телеграм\w*)"
    r"[^.!?。\n\d]{0,16}$", re.IGNORECASE
)  # fmt: skip


def _contact(text: str, each: Finding) -> Finding:
    """A number of the record that is both phone and messenger is what the words before it say; № belongs to a number."""
    if each.kind == "ID_NUMBER" and (sign := _SERIES.search(text, max(0, each.start - 12), each.start)):
        return replace(each, start=sign.start())
    if each.kind in ("WORKPLACE", "UNIT") and (form := _LEGAL_FORM.search(text, max(0, each.start - 7), each.start)):
        return replace(each, start=form.start())
    if each.kind == "SMALL_PLACE":
        return _with_county(text, each)
    if each.kind not in ("PHONE", "MESSENGER") or not re.fullmatch(r"[+(\d][\d\s().+-]*", text[each.start : each.end]):
        return each
    app = _APP_BEFORE.search(text, max(0, each.start - 24), each.start)
    return replace(each, kind="MESSENGER" if app else "PHONE")


_COUNTY_AFTER = re.compile(r"[ -](?:County|District|Township|Ward)(?!\w)")
_COUNTY_BEFORE = re.compile(r"(?<!\w)(?:уезд|район|волост)(?:[аеуи]|ом|ью|ы)?\s$")


def _with_county(text: str, each: Finding) -> Finding:
    """A county of which the record has the bare name takes its word in (Kuandian County, уезде Хончхон)."""
    after = _COUNTY_AFTER.match(text, each.end)
    before = _COUNTY_BEFORE.search(text, max(0, each.start - 10), each.start)
    return replace(each, start=before.start() if before else each.start, end=after.end() if after else each.end)


def _one_kind(found: list[Finding]) -> list[Finding]:
    """The same name is of one kind: a relative when it is one anywhere, else what it is where it stands first."""
    kinds: dict[str, str] = {}
    for each in sorted(found, key=lambda f: (f.kind != "FAMILY", f.start)):
        if each.kind in PEOPLE:
            kinds.setdefault(each.key, each.kind)
    return [replace(each, kind=kinds[each.key]) if each.kind in PEOPLE else each for each in found]


def _again(skeleton: Bones, found: Iterable[Finding], known: Iterable[Subject]) -> Iterator[Finding]:
    """Names and firms seen on good evidence, found everywhere else in all their shapes."""
    taken = {letters_of(subject.text) for subject in known}
    index = RecordIndex()
    seen: set[str] = set()
    text = skeleton.text
    for each in sorted(found, key=lambda f: (-f.weight, f.start)):
        name = text[each.start : each.end]
        spread = each.kind in PEOPLE | {"WORKPLACE", "UNIT", "SMALL_PLACE"} and PATTERN <= each.weight <= STRONG
        spread = spread or (each.weight == GUESS and each.rule in _SPREADING)
        if not spread or len(seen) > 400:
            continue
        core = _core(name) if each.kind in PEOPLE else name
        letters = letters_of(core)
        if letters in seen or letters in taken or len(letters) < 2:
            continue
        seen.add(letters)
        index.add(Subject(core, each.kind, each.key, "again"))
        if core != name:
            index.add(Subject(name, each.kind, each.key, "again"))
    for each in index.find(skeleton, PATTERN):
        if _SENTENCE_END.search(text, each.start, each.end):
            continue
        # A surname alone says less than a whole name that begins with it (Wen, and Wen Baolin).
        yield replace(each, weight=GUESS) if each.rule == "again.name.part" else each


_SENTENCE_END = re.compile(r"[a-zа-яё]{3}[.!?]\s")
# Guesses by the form of the name itself: where it comes again, the form is the same.
_SPREADING = frozenset(("name.form", "given.form", "name.listed", "name.short", "given.again"))


def _core(name: str) -> str:
    """The name without a title after it, when a whole name is left."""
    bare = strip_title(name)
    return bare if bare != name and len(bare) >= 2 else name


_PREFIX = {"PERSON": "P", "FAMILY": "P", "BROKER": "P", "PHONE": "N", "MESSENGER": "N", "ID_NUMBER": "N"}


def _grouped(text: str, kept: Iterable[Finding]) -> list[Suggestion]:
    """Number the groups in order of appearance: P people, N numbers and handles, X everything else."""
    numbers: dict[str, str] = {}
    counts: dict[str, int] = {}
    merged = _people(text, kept)
    suggestions: list[Suggestion] = []
    for each in kept:
        key = merged.get(each.key, each.key)
        if key not in numbers:
            letter = _PREFIX.get(each.kind, "X")
            counts[letter] = counts.get(letter, 0) + 1
            numbers[key] = f"{letter}{counts[letter]}"
        suggestions.append(
            Suggestion(each.kind, each.start, each.end, text[each.start : each.end], each.rule, numbers[key])
        )
    return suggestions


def _people(text: str, kept: Iterable[Finding]) -> dict[str, str]:
    """Which keys name the same person: a given name and the one full name that ends in it, a surname with title likewise."""
    fulls: dict[str, str] = {}
    for each in kept:
        parsed = names.parse(text[each.start : each.end]) if each.kind in PEOPLE else None
        if parsed and parsed.surname and len(parsed.given) > 1:
            fulls[each.key] = text[each.start : each.end]
    merged: dict[str, str] = {}
    for each in kept:
        # Whom the record knows is who the record says, never somebody else of the same surname.
        if each.kind not in PEOPLE or each.key in fulls or not each.key.startswith("name."):
            continue
        name = text[each.start : each.end]
        titled = _TITLED.fullmatch(name)
        owners = [
            key for key, full in fulls.items() if (full.startswith(titled[1]) if titled else full.endswith(_core(name)))
        ]
        if len(owners) == 1:
            merged[each.key] = owners[0]
    return merged


_TITLED = re.compile(rf"([가-힣])\s?(?:가|{'|'.join(sorted(titles.KOREAN_TITLES, key=len, reverse=True))})")
