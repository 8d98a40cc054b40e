"""Places, people and events of the account."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from intake.errors import N_
from intake.forms.choices import Choice, PlaceChoice, Term
from intake.forms.fields import Lines, Long, Text, Tick, When
from intake.forms.layout import RowForm, Rows, SectionForm
from intake.models.testimony import Event, NamedPerson, PlaceLink

KNOWN_HOW = (
    ("own", _("own experience")),
    ("saw", _("saw it")),
    ("heard", _("heard of it")),
    ("document", _("from a document")),
)
_WHICH = N_("Say which place this is: choose one, or write its name as it was said.")


class PlaceRow(RowForm):
    name = Text(_("Place as it was said"), most=300)
    place = PlaceChoice(
        _("Which place that is"),
        render_kw={"data-combobox": "/vocabulary/places.json"},
        description=_("Leave empty if it is not listed."),
    )
    role = Term(_("What it was to the person"), scheme="place-role")

    def validate_name(self, field: Text) -> None:
        if field.blank and self["place"].blank:
            raise ValidationError(_WHICH)


class PlacesForm(SectionForm):
    places = Rows(PlaceRow, _("Place"), most=100, min_entries=1)
    finished = Tick(_("This section is finished"), name="places-finished")

    def content(self) -> tuple[PlaceLink, ...]:
        label = self.meta.words.gazetteer.label
        return tuple(
            PlaceLink(
                place=row["place"].data,
                name=row["name"].data or label(row["place"].data, "ko"),
                role=row["role"].data or "other",
            )
            for _name, row in self["places"].filled()
        )


class PersonRow(RowForm):
    name = Text(_("Name as it was said"), most=200)
    spellings = Lines(_("Other spellings"), description=_("One per line."), most=2000)
    role = Text(_("Role, or link to a workplace"), most=300)
    at_risk = Tick(_("Would be in danger if named"))

    def validate_name(self, field: Text) -> None:
        if field.blank:
            raise ValidationError(N_("Write the name, or how the person was called."))


class PeopleForm(SectionForm):
    people = Rows(PersonRow, _("Person or body"), most=100, min_entries=1)
    finished = Tick(_("This section is finished"), name="people-finished")

    def content(self) -> tuple[NamedPerson, ...]:
        return tuple(
            NamedPerson(
                name=row["name"].data,
                role=row["role"].data,
                spellings=row["spellings"].data,
                at_risk=row["at_risk"].data,
            )
            for _name, row in self["people"].filled()
        )


class EventRow(RowForm):
    act = Long(_("What was done or left undone"), most=2000)
    when = When(_("When"), description=_("2019-02-28, 2019-02, 2019, 2019년 봄, 주체108년."))
    place = Text(_("Where"), most=300)
    victim = Text(_("To whom"), most=300)
    perpetrator = Text(_("By whom, as alleged"), most=300)
    known_how = Choice(_("How the person knows"), choices=KNOWN_HOW)

    def validate_act(self, field: Long) -> None:
        if field.blank:
            raise ValidationError(N_("Write what happened."))


class EventsForm(SectionForm):
    events = Rows(EventRow, _("Event"), most=100, min_entries=1)
    finished = Tick(_("This section is finished"), name="events-finished")

    def content(self) -> tuple[Event, ...]:
        names = ("act", "when", "place", "victim", "perpetrator", "known_how")
        return tuple(Event(**{name: row[name].data for name in names}) for _name, row in self["events"].filled())
