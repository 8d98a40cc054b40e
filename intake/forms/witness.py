"""Who speaks: the identity, which is sealed apart, and the little that everybody working on the case may know."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from intake.errors import N_
from intake.forms.choices import Choice, PlaceChoice, Radios
from intake.forms.fields import Lines, Long, Text, Tick, When
from intake.forms.layout import RowForm, Rows, SectionForm
from intake.models.testimony import FamilyMember, WitnessContent

SEXES = (("F", _("female")), ("M", _("male")), ("X", _("other")))
_CODE = re.compile(r"W-[2-9A-HJKMNP-Z]{6}")
BANDS = tuple((f"{decade}-{decade + 9}", f"{decade}–{decade + 9}") for decade in range(1920, 2020, 10))


class FamilyRow(RowForm):
    relation = Text(_("Relation"), most=100)
    name = Text(_("Name"), most=200)


class WitnessForm(SectionForm):
    PREFIX = "witness-"

    code = Text(
        _("Code of a person interviewed before"),
        description=_("Only if this person has given testimony before; for example W-7K2MQX."),
        why=_("Testimonies of one person must not be counted as several people."),
    )
    name = Text(_("Name"), most=200)
    name_latin = Text(_("Name in Latin letters"), most=200)
    aliases = Lines(_("Other names, nicknames, ways of being called"), description=_("One per line."))
    birth_date = When(_("Date of birth"), description=_("As precise as known: 1990-02-28, 1990, 주체79년."))
    hometown = Text(_("Home town, as precise as said"), most=300)
    phone = Text(_("Telephone"), most=100)
    messenger = Text(_("Messenger"), most=300)
    family = Rows(FamilyRow, _("Family member"), most=40)
    note = Long(_("Note about the identity"))
    sex = Radios(_("Sex"), choices=SEXES)
    birth_band = Choice(
        _("Decade of birth"),
        choices=BANDS,
        description=_("Taken from the date of birth if left empty."),
    )
    origin = PlaceChoice(_("Province of origin"), coarse=True, render_kw={"data-combobox": "/vocabulary/places.json"})
    occupation = Text(
        _("Occupation, in general words"),
        description=_("Teacher, soldier, trader. Nothing that only one person has been."),
    )
    finished = Tick(_("This section is finished"))

    def validate_code(self, field: Text) -> None:
        if not field.blank and not _CODE.fullmatch(field.data.upper()):
            raise ValidationError(N_("A code looks like W-7K2MQX."))

    def validate_birth_date(self, field: When) -> None:
        if field.data[:4].isdigit() and int(field.data[:4]) > datetime.now(UTC).year:
            raise ValidationError(N_("This is in the future."))

    def band(self) -> str:
        """The ten years of birth: as chosen, or from the date."""
        decade = self["birth_date"].data[:3]
        known = self["birth_band"].data
        return str(known) if known or not decade.isdigit() else f"{decade}0-{decade}9"

    def content(self) -> WitnessContent:
        code = self["code"].data.upper()
        texts = ("name", "name_latin", "birth_date", "sex", "hometown", "phone", "messenger", "note")
        family = tuple(
            FamilyMember(relation=row["relation"].data, name=row["name"].data) for _name, row in self["family"].filled()
        )
        return WitnessContent(
            code=code, aliases=self["aliases"].data, family=family, **{name: self[name].data for name in texts}
        )
