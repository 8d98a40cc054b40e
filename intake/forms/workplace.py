"""What a coordinator types about a workplace, one entry at a time or a whole table."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _
from wtforms import Form, HiddenField, SelectField, StringField, TextAreaField

from intake.actions.workplace import KINDS, observed
from intake.errors import N_, Invalid
from intake.models.workplace import Observation, WorkplaceContent

Answers = Mapping[str, Sequence[str]]
COLUMNS = ("names", "place", "place_as_said", "sector", "employer", "agency", "identifiers", "note",
           "headcount", "goods", "distribution", "source", "date")  # fmt: skip
"""The headings of a table to be taken in; several names or numbers in one cell are parted by semicolons."""


class WorkplaceForm(Form):
    names = TextAreaField(
        _("Names"), description=_("One per line, in any script; the usual one first. Testimonies are found by them.")
    )
    place = SelectField(_("Place"), validate_choice=False)
    place_as_said = StringField(_("Place, in words"), description=_("Where the list above is not fine enough."))
    sector = SelectField(_("Sector"), validate_choice=False)
    employer = StringField(_("Employer or parent company"))
    agency = StringField(_("Agency or labour broker"))
    identifiers = TextAreaField(_("Registration numbers"), description=_("One per line."))
    note = TextAreaField(_("Note"), description=_("Interviewers can read it: nothing about a witness belongs here."))
    observations = HiddenField(_("What is known, and from where"))
    version = HiddenField()


class TableForm(Form):
    table = TextAreaField(_("Table"), description=_("CSV with a heading row, pasted from a spreadsheet or a file."))


def written(said: Answers) -> WorkplaceContent:
    """An entry as it was typed; the gate checks it."""
    return WorkplaceContent(
        names=_lines(said, "names"),
        place=_last(said, "place"),
        place_as_said=_last(said, "place_as_said"),
        sector=_last(said, "sector"),
        employer=_last(said, "employer"),
        agency=_last(said, "agency"),
        identifiers=_lines(said, "identifiers"),
        note=_last(said, "note"),
        observations=observations(said),
    )


def observations(said: Answers) -> tuple[Observation, ...]:
    """The rows of what is known, those without a value left out."""
    columns = [said.get(f"known-{name}", ()) for name in ("kind", "value", "source", "date")]
    rows = zip(*columns, strict=False)
    return tuple(observed(kind, value, source, day) for kind, value, source, day in rows if value.strip())


def table(text: str) -> list[WorkplaceContent]:
    """The rows of a CSV table with the headings of `COLUMNS`, in any order. `Invalid` at the field, naming the row."""
    lines = text.lstrip("\ufeff").splitlines()
    if not lines:
        raise Invalid(fields={"table": [N_("There is no row in this table.")]})
    try:
        mark = csv.Sniffer().sniff(lines[0], delimiters=",;\t|").delimiter
    except csv.Error:
        mark = ","
    reader = csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter=mark)
    try:
        heading, *rows = list(reader)
    except csv.Error:
        raise Invalid(fields={"table": [N_("This is no table with a heading row.")]}) from None
    names = [name.strip().casefold() for name in heading]
    if "names" not in names or not set(names) <= {*COLUMNS, ""}:
        raise Invalid(fields={"table": [N_("The heading row needs “names” and knows only the columns listed.")]})
    return [_row(dict(zip(names, row, strict=False))) for row in rows if any(cell.strip() for cell in row)]


def _row(cells: Mapping[str, str]) -> WorkplaceContent:
    def cell(name: str) -> str:
        return cells.get(name, "").strip()

    known = tuple(
        observed(kind, cell(kind), cell("source"), cell("date"))
        for kind in ("headcount", "goods", "distribution")
        if cell(kind)
    )
    return WorkplaceContent(
        names=tuple(filter(None, (name.strip() for name in cell("names").split(";")))),
        place=cell("place"),
        place_as_said=cell("place_as_said"),
        sector=cell("sector"),
        employer=cell("employer"),
        agency=cell("agency"),
        identifiers=tuple(filter(None, (one.strip() for one in cell("identifiers").split(";")))),
        note=cell("note"),
        observations=known,
    )


def filled(content: WorkplaceContent, version: int | None) -> WorkplaceForm:
    """The form of an entry there is."""
    return WorkplaceForm(
        data={
            "names": "\n".join(content.names),
            "place": content.place,
            "place_as_said": content.place_as_said,
            "sector": content.sector,
            "employer": content.employer,
            "agency": content.agency,
            "identifiers": "\n".join(content.identifiers),
            "note": content.note,
            "version": version,
        }
    )


def _last(said: Answers, name: str) -> str:
    return said[name][-1].strip() if said.get(name) else ""


def _lines(said: Answers, name: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in _last(said, name).splitlines())))


KIND_NAMES = {
    "headcount": _("How many people"),
    "goods": _("Goods made"),
    "distribution": _("Where the goods go"),
    "document": _("Document"),
    "other": _("Other"),
}
assert set(KIND_NAMES) == set(KINDS)  # noqa: S101 - every kind has its words
