"""What a coordinator says before anything leaves the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _
from wtforms import Form, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]

from intake.actions.export import Wish
from intake.actions.figure import AXES
from intake.language.vocabulary import Vocabulary

FORMS = (
    ("rows-csv", _("Rows of single testimonies, CSV (only within the house)")),
    ("rows-xlsx", _("Rows of single testimonies, XLSX (only within the house)")),
    ("table-csv", _("Cross-table, CSV")),
    ("table-xlsx", _("Cross-table, XLSX")),
    ("facts-csv", _("Facts compared, in bands, CSV")),
    ("facts-xlsx", _("Facts compared, in bands, XLSX")),
    ("brief-docx", _("Brief with citations, DOCX (only within the house)")),
    ("brief-pdf", _("Brief with citations, PDF (only within the house)")),
    ("map-geojson", _("Totals by place, GeoJSON")),
    ("map-csv", _("Totals by place, CSV")),
    ("workplaces-ftm", _("Workplaces, FollowTheMoney lines (only within the house)")),
    ("workplaces-csv", _("Workplaces, CSV (only within the house)")),
)
Answers = Mapping[str, Sequence[str]]


class ExportForm(Form):
    q = HiddenField()
    what = RadioField(_("What"), choices=[SelectChoice(value, label) for value, label in FORMS], default="table-xlsx")
    rows = SelectField(_("Rows of the table"), validate_choice=False, default="concept@1")
    columns = SelectField(_("Columns of the table"), validate_choice=False, default="place@country")
    layers = SelectField(_("Third side, or none"), validate_choice=False, default="")
    level = SelectField(
        _("Places no finer than"),
        choices=[
            SelectChoice("country", _("Country")),
            SelectChoice("province", _("Province")),
            SelectChoice("city", _("City")),
        ],
        default="province",
    )
    unit = SelectField(
        _("Count"),
        choices=[
            SelectChoice("testimonies", _("Testimonies")),
            SelectChoice("witnesses", _("Witnesses")),
            SelectChoice("cases", _("Cases")),
            SelectChoice("workplaces", _("Workplaces")),
        ],
    )
    audience = SelectField(_("For whom"), validate_choice=False, default="A1")
    purpose = SelectField(_("For what"), validate_choice=False, default="internal-analysis")
    recipient = StringField(_("Recipient"), description=_("Who receives the file. It stands in the register."))
    note = TextAreaField(_("Note"), description=_("Why it is needed. It stands in the register."))
    title = StringField(_("Title of the brief"))
    sentences = TextAreaField(
        _("Your own sentences for the brief"),
        description=_(
            "One a line, each with the paragraphs it rests on: … [T-2B4C-9DEF ¶3; T-7H8J-2KLM ¶1]. What the question "
            "finds is cited by itself below them."
        ),
    )
    encrypted_to = StringField(
        _("Lock to this age key"),
        description=_("The recipient's public key (age1…): only they can open the file."),
    )


Lists = Mapping[str, Sequence[tuple[str, str]]]


def lists(vocabulary: Vocabulary, lang: str, axes: Sequence[tuple[str, str]]) -> Lists:
    """What can be chosen in the lists whose words depend on the vocabulary, by field: value and label."""
    terms = {
        name: [(one.id, vocabulary.label(one.id, lang)) for one in vocabulary.scheme(name) if not one.retired]
        for name in ("audience", "purpose")
    }
    sides = [(axis, label) for axis, label in axes if axis in AXES]
    return {**terms, "rows": sides, "columns": sides, "layers": [("", "–"), *sides]}


def wish(said: Answers) -> Wish:
    """What was asked for. Nothing is checked here: the gate does."""
    kind, _dash, ending = _last(said, "what").partition("-")
    return Wish(
        text=_last(said, "q"),
        kind=kind,
        format=ending,
        audience=_last(said, "audience"),
        purpose=_last(said, "purpose"),
        recipient=_last(said, "recipient"),
        note=_last(said, "note"),
        sides=tuple(
            _last(said, name) for name in ("rows", "columns", "layers") if name != "layers" or _last(said, name)
        ),
        unit=_last(said, "unit") or "testimonies",
        level=_last(said, "level") or "province",
        encrypted_to=_last(said, "encrypted_to"),
        title=_last(said, "title"),
        sentences=_last(said, "sentences"),
    )


def _last(said: Answers, name: str) -> str:
    return said[name][-1].strip() if said.get(name) else ""
