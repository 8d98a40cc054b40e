"""How the interview was held."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from intake.errors import N_
from intake.forms.choices import CaseChoice, Choice, Radios, ReadersChoice
from intake.forms.fields import Day, Number, Text, Tick
from intake.forms.layout import SectionForm
from intake.models.testimony import Setting

LANGUAGES = (
    ("ko", _("Korean")),
    ("en", _("English")),
    ("zh-CN", _("Chinese")),
    ("ru", _("Russian")),
    ("mn", _("Mongolian")),
    ("ja", _("Japanese")),
)
MODES = (
    ("in-person", _("in person")),
    ("video", _("by video")),
    ("telephone", _("by telephone")),
    ("written", _("in writing")),
)
PLACE_TYPES = (
    ("office", _("our office")),
    ("partner-office", _("office of another organisation")),
    ("home", _("at the person's home")),
    ("neutral", _("a neutral place")),
    ("institution", _("an institution (reception centre, hospital, prison)")),
    ("remote", _("not in the same place")),
)
RECORDED = (
    ("no", _("no")),
    ("notes", _("notes only")),
    ("audio", _("sound")),
    ("video", _("sound and picture")),
)


class SettingForm(SectionForm):
    PREFIX = "setting-"

    date = Day(_("Day of the interview"), needed=True, description=_("For example 2026-03-14."))
    mode = Radios(_("How was it held?"), choices=MODES)
    language = Choice(
        _("Language of the account as it is written here"),
        choices=LANGUAGES,
        needed=True,
        why=_("Mentions are found and spellings compared by the rules of this language."),
    )
    place_type = Choice(_("Kind of place"), choices=PLACE_TYPES)
    place = Text(
        _("City"),
        description=_("The city is enough. Never write an address here."),
        why=_("It shows how freely the person could speak, without showing where they can be found."),
    )
    duration_minutes = Number(_("Length in minutes"), whole=True, greatest=10_000)
    interviewer = Text(_("Interviewer(s)"), most=200)
    interpreter = Text(_("Interpreter"), most=200, description=_("Leave empty if there was none."))
    recorded = Radios(_("Was it recorded?"), choices=RECORDED)
    case = CaseChoice(
        _("Case"),
        description=_("Cases you were asked to work on. You see them by the label a coordinator gave you."),
    )
    readers = ReadersChoice(
        _("Who will be able to read this"),
        empty=_("all reviewers and coordinators of casework"),
        description=_("You were given a label for a smaller group. Choose it if this account is for them alone."),
        why=_("Once filed it cannot be moved. Nobody outside the group learns that it exists."),
    )
    finished = Tick(_("This section is finished"))

    def validate_date(self, field: Day) -> None:
        tomorrow = datetime.now(UTC).date() + timedelta(days=1)
        if field.data > tomorrow.isoformat():
            raise ValidationError(N_("This is in the future."))

    def validate_place(self, field: Text) -> None:
        if any(char.isdigit() for char in field.typed):
            raise ValidationError(N_("Write the city only. House numbers and telephone numbers do not belong here."))

    def content(self) -> Setting:
        minutes = self["duration_minutes"].data
        return Setting(
            date=self["date"].data,
            mode=self["mode"].data,
            language=self["language"].data,
            place_type=self["place_type"].data,
            place=self["place"].data,
            duration_minutes=int(minutes) if minutes else None,
            interviewer=self["interviewer"].data,
            interpreter=self["interpreter"].data,
            recorded=self["recorded"].data,
        )
