"""What one save of a section brings: from its page (a whole form) or from its script (what changed).

A page also says which names it showed, each with a digest of its answer (`shown`): so an unticked box or a row that was
taken out is known to be gone, and what somebody did not touch is told from what they changed. It may ask for one more
row (`add`), for a row to go (`remove`), and carry the choices of a conflict page (`choose:<name>`, with the other
side's values in `theirs:<name>`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from wtforms import FieldList

from intake.errors import N_, Invalid
from intake.forms.fields import Long
from intake.forms.sections import Section
from intake.forms.words import Words

REJECTED = "narrative-rejected"
Values = tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """`version` is the revision the person saw; 0 (which no draft has) makes the save a conflict again. `base` holds
    digests of what they saw; None when that is not known."""

    answers: dict[str, Values]
    cleared: tuple[str, ...]
    rejected: tuple[str, ...]
    version: int
    row: str = ""
    base: Mapping[str, str] | None = None


def digest(values: Sequence[str]) -> str:
    """Eight letters that stand for an answer; nothing and an empty text have the same."""
    said = [value for value in values if value.strip()]
    return sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def shown(answers: Mapping[str, Sequence[str]]) -> str:
    """What a page with these answers says that it showed."""
    return " ".join(f"{name}={digest(values)}" for name, values in answers.items())


def version(text: str) -> int:
    """A revision as sent; what is no number fits no draft."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def from_script(section: Section, fields: Mapping[str, Values], changed: object, rev: str) -> Entry:
    """What the script of a page sends. `changed` names what differs from the last save."""
    if not isinstance(changed, list) or not all(isinstance(name, str) for name in changed):
        raise Invalid(N_("This request makes no sense."))
    names = [name for name in dict.fromkeys(changed) if section.owns(name)]
    answers = {name: tuple(fields[name]) for name in names if fields.get(name)}
    return _entry(answers, [name for name in names if name not in answers], version(rev))


def from_page(section: Section, given: Mapping[str, Values]) -> Entry:
    """What the form of a page sends."""
    answers = {name: values for name, values in given.items() if section.owns(name)}
    undecided = _decide(section, given, answers)
    base = _base(section, given)
    row = _one(given, "add")
    for prefix in given.get("remove", ()):
        answers = {name: values for name, values in answers.items() if not name.startswith(f"{prefix}-")}
    if row:
        row, name = _new_row(section, row, [*answers, *base])
        answers.update({name: ("",)} if name else {})
    cleared = [name for name in base if name not in answers]
    entry = _entry(answers, cleared, 0 if undecided else version(_one(given, "rev")), row)
    return replace(entry, base=None if undecided else base)


def _base(section: Section, given: Mapping[str, Values]) -> dict[str, str]:
    base: dict[str, str] = {}
    for value in given.get("shown", ()):
        for name, _, seen in (part.partition("=") for part in value.split()):
            if section.owns(name):
                base.setdefault(name, seen)
    return base


def _one(given: Mapping[str, Values], name: str) -> str:
    values = given.get(name)
    return values[-1] if values else ""


def _entry(answers: dict[str, Values], cleared: Iterable[str], rev: int, row: str = "") -> Entry:
    rejected = [line for value in answers.pop(REJECTED, ()) for line in value.splitlines() if line]
    return Entry(answers, tuple(name for name in cleared if name != REJECTED), tuple(rejected), rev, row)


def _decide(section: Section, given: Mapping[str, Values], answers: dict[str, Values]) -> bool:
    """Put in what was chosen on the conflict page. True when a choice is missing."""
    undecided = False
    for name in given.get("differs", ()):
        if not section.owns(name):
            continue
        theirs, choice = given.get(f"theirs:{name}", ()), _one(given, f"choose:{name}")
        if choice == "both":
            answers[name] = ("\n\n".join(part for part in (*answers.get(name, ()), *theirs) if part),)
        elif choice == "theirs":
            answers.pop(name, None)
            answers.update({name: theirs} if theirs else {})
        undecided = undecided or choice not in ("mine", "theirs", "both")
    return undecided


def _new_row(section: Section, name: str, taken: Sequence[str]) -> tuple[str, str]:
    """The name of a new row of a repeated group, and of its first field; empty when there is no such group."""
    form = section.form.of({}, None)
    rows = next((field for field in form if isinstance(field, FieldList) and field.name == name), None)
    if rows is None:
        return "", ""
    inside = [one.removeprefix(f"{name}-").split("-")[0] for one in taken if one.startswith(f"{name}-")]
    numbers = [int(number) for number in inside if number.isascii() and number.isdigit()]
    row = f"{name}-{max(numbers, default=-1) + 1}"
    first = next(iter(rows.entries[0].form if rows.entries else rows.append_entry().form))
    return row, f"{row}-{first.short_name}"


@dataclass(frozen=True)
class Difference:
    """One field in which two windows differ: its question, both texts, and whether both can be kept."""

    name: str
    label: str
    mine: Values
    theirs: Values
    mine_said: str
    theirs_said: str
    both: bool


def same(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two answers say the same; nothing and an empty text do."""
    return [value for value in mine if value.strip()] == [value for value in theirs if value.strip()]


def contested(section: Section, entry: Entry, stored: Mapping[str, Values]) -> list[str]:
    """The names of fields that were changed both here and there, to different answers."""
    mine, theirs = _mine(section, entry, stored), section.mine(stored)
    names = [name for name in dict.fromkeys((*mine, *theirs)) if not same(mine.get(name, ()), theirs.get(name, ()))]
    if entry.base is None:
        return names
    base = entry.base
    here = {name for name in names if digest(mine.get(name, ())) != base.get(name, _NOTHING)}
    there = {name for name in names if digest(theirs.get(name, ())) != base.get(name, _NOTHING)}
    gone = {_row(name) for name in there} - {_row(name) for name, values in theirs.items() if any(values)} - {""}
    touched = gone & {_row(name) for name in here}
    return [name for name in names if name in here & there or _row(name) in touched]


def _row(name: str) -> str:
    """The row a field belongs to (`people-0`); empty for a field of no row. A row that one side took out while the
    other wrote in it is asked about as a whole."""
    found = _IN_ROW.match(name)
    return found[1] if found else ""


_IN_ROW = re.compile(r"((?:[a-z]+-)+[0-9]+)-")
_NOTHING = digest(())


def only_changed(entry: Entry) -> Entry:
    """The entry without what was shown and not touched, so that nothing older is put over something newer."""
    base = entry.base or {}
    answers = {name: v for name, v in entry.answers.items() if digest(v) != base.get(name, _NOTHING)}
    return replace(entry, answers=answers)


def _mine(section: Section, entry: Entry, stored: Mapping[str, Values]) -> dict[str, Values]:
    """What the section would say after this save."""
    kept = {name: values for name, values in section.mine(stored).items() if name not in entry.cleared}
    return {**kept, **entry.answers}


def differences(
    section: Section, entry: Entry, stored: Mapping[str, Values], names: Sequence[str], words: Words
) -> list[Difference]:
    """Both answers of these fields, in words."""
    mine = _mine(section, entry, stored)
    here, there = _fields(section, mine, words), _fields(section, stored, words)
    return [_difference(name, here, there, mine, stored) for name in names]


def _difference(
    name: str, here: dict[str, Any], there: dict[str, Any], mine: Mapping[str, Values], stored: Mapping[str, Values]
) -> Difference:
    field = here.get(name) or there[name]
    return Difference(
        name,
        str(field.label.text),
        mine.get(name, ()),
        stored.get(name, ()),
        _said(here.get(name)),
        _said(there.get(name)),
        isinstance(field, Long),
    )


def _fields(section: Section, answers: Mapping[str, Values], words: Words) -> dict[str, Any]:
    return dict(_walk(section.form.of(answers, words)))


def _walk(fields: Iterable[Any]) -> Iterable[tuple[str, Any]]:
    for field in fields:
        if isinstance(field, FieldList):
            yield from _walk(field.entries)
        elif hasattr(field, "form"):
            yield from _walk(field.form)
        else:
            yield field.name, field


def _said(field: Any) -> str:
    if field is None or field.blank:
        return ""
    return str(getattr(field, "chosen", None) or field.typed)
