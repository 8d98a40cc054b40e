"""Each stay abroad for work: who sent, on which paper, to what work, on which terms.

Every fact can be answered or left with the reason why there is no answer; the two are different findings.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from intake.errors import N_
from intake.forms.choices import Choice, PlaceChoice, Term
from intake.forms.fields import Long, Number, Text, Tick, When
from intake.forms.layout import AnswerField, RowForm, Rows, SectionForm
from intake.language.places import Gazetteer
from intake.models.testimony import Leg
from intake.readmodel.spans import span

CURRENCIES = tuple(
    (code, code) for code in ("CNY", "USD", "RUB", "EUR", "KPW", "KRW", "KWD", "QAR", "AED", "MNT", "XOF", "PLN")
)
PERIODS = (
    ("hour", _("an hour")),
    ("day", _("a day")),
    ("week", _("a week")),
    ("month", _("a month")),
    ("year", _("a year")),
    ("total", _("for the whole stay")),
)
ANSWERS = (
    "document_as_said",
    "stated_purpose",
    "actual_work",
    "round_trips",
    "headcount",
    "pay_received",
    "pay_by_host",
    "deductions",
    "hours_per_day",
    "rest_days_per_month",
    "passport_held_by",
    "lodging",
    "movement",
    "surveillance",
    "injuries",
)
TEXTS = (
    "place_as_said",
    "workplace",
    "employer",
    "dispatching_unit",
    "agency",
    "sector",
    "document",
    "entry",
    "exit",
    "crossing",
    "currency",
    "pay_period",
)
_PLACES = {"data-combobox": "/vocabulary/places.json"}


class LegForm(RowForm):
    place = PlaceChoice(
        _("Country, province or city"),
        render_kw=_PLACES,
        description=_("As precise as known. Any spelling in Korean, English, Chinese or Russian finds it."),
    )
    place_as_said = Text(_("The place as it was said"), most=300)
    sector = Term(_("Kind of work"), scheme="sector", combobox=True)
    workplace = Text(_("Workplace"), most=300)
    employer = Text(_("Employer or owner"), most=300)
    dispatching_unit = Text(_("Company, ministry or unit that sent the workers"), most=300)
    agency = Text(_("Agent or recruiter"), most=300)
    document = Term(
        _("Paper on which they entered or stayed"),
        scheme="document-type",
        why=_("The paper that was shown and the work that was done are the heart of visa circumvention."),
    )
    document_as_said = AnswerField(_("That paper, in the person's own words"), value=Text(most=1000))
    stated_purpose = AnswerField(_("Purpose that was stated"), value=Text(most=1000))
    actual_work = AnswerField(_("Work that was really done"), value=Text(most=1000))
    entry = When(_("Arrival"), description=_("2018-09-12, 2018-09, 2019년 봄, 주체108년."))
    exit = When(_("Departure or escape"))
    crossing = Text(_("Where the border was crossed"), most=300)
    round_trips = AnswerField(_("How often out and in again"), value=Number(whole=True, greatest=1000))
    headcount = AnswerField(_("How many workers"), value=Number(whole=True, greatest=1_000_000))
    pay_received = AnswerField(_("Pay that reached the person's hand"), value=Number())
    pay_by_host = AnswerField(_("What the host paid for one worker"), value=Number())
    currency = Choice(_("Currency"), choices=CURRENCIES)
    pay_period = Choice(_("Paid for"), choices=PERIODS)
    deductions = AnswerField(_("What was taken off, by whom and under which name"), value=Text(most=1000))
    hours_per_day = AnswerField(_("Hours of work a day"), value=Number(greatest=24))
    rest_days_per_month = AnswerField(_("Days off a month"), value=Number(greatest=31))
    passport_held_by = AnswerField(_("Who held the passport"), value=Text(most=500))
    lodging = AnswerField(_("Lodging"), value=Long(most=2000))
    movement = AnswerField(
        _("Going out: locked, fenced, in groups, how often"),
        value=Long(most=2000),
        why=_("Not being let out of plant and quarters is a finding of its own."),
    )
    surveillance = AnswerField(_("Being watched, telephones, reporting on each other"), value=Long(most=2000))
    injuries = AnswerField(_("Injuries, illness, deaths, and what followed"), value=Long(most=2000))

    def validate_exit(self, field: When) -> None:
        first, last = span(self["entry"].data), span(field.data)
        if first and last and last[1] < first[0]:
            raise ValidationError(N_("This is before the arrival."))

    def validate_currency(self, field: Choice) -> None:
        paid = [self[name] for name in ("pay_received", "pay_by_host") if self[name].form["value"].data]
        if field.blank and any(answer.data.value not in ("", "0") for answer in paid):
            raise ValidationError(N_("Say in which currency."))

    def leg(self, gazetteer: Gazetteer) -> Leg:
        place = self["place"].data
        return Leg(
            country=gazetteer.at_most(place, "country").id if place else "",
            place=place,
            **{name: self[name].data for name in (*TEXTS, *ANSWERS)},
        )


class DispatchForm(SectionForm):
    dispatch = Rows(LegForm, _("Stay abroad"), most=20, min_entries=1)
    finished = Tick(_("This section is finished"), name="dispatch-finished")

    def content(self) -> tuple[Leg, ...]:
        return tuple(row.leg(self.meta.words.gazetteer) for _name, row in self["dispatch"].filled())
