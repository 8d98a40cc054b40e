"""What was said, and which practices it tells of, each with the passage it rests on."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from intake.errors import N_
from intake.forms import passages
from intake.forms.choices import Term, Terms
from intake.forms.fields import Hidden, Long, Tick
from intake.forms.layout import RowForm, Rows, SectionForm
from intake.models.testimony import Tagging

LONGEST = 2_000_000
_GONE = N_("These words do not stand in the account. Quote the passage exactly, or take the practice off.")


class TagRow(RowForm):
    concept = Term(_("Practice"), scheme="mechanism", render_kw={"data-fill": "concept"})
    quote = Long(_("Passage it rests on"), most=5000, render_kw={"data-fill": "quote", "rows": "2"})
    start = Hidden(render_kw={"data-fill": "start"})
    end = Hidden(render_kw={"data-fill": "end"})

    @property
    def blank(self) -> bool:
        return bool(self["concept"].blank and self["quote"].blank)

    def validate_concept(self, field: Term) -> None:
        if field.blank:
            raise ValidationError(N_("Choose which practice this passage tells of."))

    def validate_quote(self, field: Long) -> None:
        if field.blank and self.meta.filing:
            raise ValidationError(N_("Quote the passage of the account that this rests on."))

    def near(self) -> int | None:
        """Where the passage stood when it was tagged."""
        typed = str(self["start"].data or "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else None


class NarrativeForm(SectionForm):
    PREFIX = "narrative-"

    text = Long(
        _("Account"),
        needed=True,
        most=LONGEST,
        description=_("In the person's own words, or as question and answer. Pasted text loses its formatting."),
    )
    mechanisms = Rows(TagRow, _("Practice told of"), most=200)
    rejected = Long(most=100_000)
    finished = Tick(_("This section is finished"))

    def validate(self, extra_validators: Any = None) -> bool:
        return super().validate(extra_validators) and self._passages_stand()

    def _passages_stand(self) -> bool:
        tags, text = self["mechanisms"], self["text"].data
        gone = [
            row["quote"]
            for _name, row in tags.filled()
            if row["quote"].data and passages.find(text, row["quote"].data) is None
        ]
        for quote in gone:
            quote.errors = [_GONE]
        if gone:
            tags.errors = [entry.errors for entry in tags.entries]
        return not gone

    def content(self) -> tuple[Tagging, ...]:
        return tuple(self._tagging(row) for _name, row in self["mechanisms"].filled())

    def _tagging(self, row: TagRow) -> Tagging:
        text, concept = self["text"].data, row["concept"].data
        found = passages.find(text, row["quote"].data, row.near())
        if found is None:
            return Tagging(concept=concept)
        start, end = found
        return Tagging(concept=concept, quote=text[start:end], start=start, end=end)


class ThemesForm(SectionForm):
    PREFIX = "themes-"

    focus = Terms(
        _("Focus areas"),
        scheme="focus-area",
        description=_("Overseas North Koreans' human rights is ticked to begin with. Take it off if it does not fit."),
    )
    indicators = Terms(_("Indicators of forced labour (ILO)"), scheme="indicator")
    denied = Terms(
        _("Practices the person says did not happen"),
        scheme="mechanism",
        why=_("A denial is a finding too, and keeps a search from counting the words as practice."),
    )
    finished = Tick(_("This section is finished"))
