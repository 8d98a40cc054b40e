"""The facts of stays side by side in words: values and who says them, money by the month with its rule, non-answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext

from intake.actions.figure import Compared
from intake.actions.tallying import GAPS, NONE, OPEN, SAID, Fact, Monthly, Said, Spread, Tally, Value, Voice, people
from intake.errors import N_
from intake.forms.search import Asked
from intake.views.desk import Frame, Names, frame, page_of
from intake.web import locale

FACT_NAMES: Mapping[str, str] = {
    "document": N_("Entered on"),
    "document_as_said": N_("Papers"),
    "stated_purpose": N_("Purpose that was stated"),
    "actual_work": N_("Work in fact"),
    "paper_and_work": N_("Paper, and the work done on it"),
    "pay_received": N_("Pay received"),
    "pay_by_host": N_("Paid by the host"),
    "kept": N_("Part of the host's pay that reached the worker"),
    "deductions": N_("Deductions"),
    "hours_per_day": N_("Hours a day"),
    "rest_days_per_month": N_("Days of rest a month"),
    "passport_held_by": N_("Who held the passport"),
    "movement": N_("Freedom to move"),
    "surveillance": N_("Surveillance"),
    "round_trips": N_("How often out and in again"),
    "headcount": N_("How many people"),
    "lodging": N_("Lodging"),
    "injuries": N_("Injuries"),
    "dispatching_unit": N_("Sent by"),
    "agency": N_("Agent or recruiter"),
}
UNIT_WORDS = {
    "hours": N_("hours a day"),
    "days": N_("days a month"),
    "times": N_("times"),
    "people": N_("people"),
    "%": "%",
}
PERIODS = {
    "hour": N_("an hour"),
    "day": N_("a day"),
    "week": N_("a week"),
    "month": N_("a month"),
    "year": N_("a year"),
    "total": N_("for the whole stay"),
}
RULES = {
    "as-said": "",
    "year": N_("÷ 12 months"),
    "week": N_("× 52 weeks ÷ 12 months"),
    "day": N_("× %(days)s days (30 less the days of rest)"),
    "day-least": N_("× 30 days; days of rest are not told, so it is at most this"),
    "hour": N_("× %(hours)s hours × %(days)s days (30 less the days of rest)"),
    "hour-least": N_("× %(hours)s hours × 30 days; days of rest are not told, so it is at most this"),
    "total": N_("÷ %(months)s months of the stay"),
}
MOST_VALUES, MOST_NAMED = 60, 6


@dataclass(frozen=True)
class Row:
    """A value, or a reason why there is none; `note`: what it comes to in a month, and by which rule."""

    words: str
    note: str
    testimonies: int
    witnesses: int
    named: tuple[tuple[str, str], ...]
    further: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Range:
    """From the lowest to the highest, in one unit."""

    unit: str
    low: str
    middle: str
    high: str
    statements: int
    witnesses: int


@dataclass(frozen=True)
class Block:
    """Everything that is said of one fact. `gaps`: in the order of `GAPS` and then left open, also those of nobody."""

    name: str
    label: str
    testimonies: int
    witnesses: int
    ranges: tuple[Range, ...]
    rows: tuple[Row, ...]
    unshown: int
    gaps: tuple[Row, ...]


@dataclass(frozen=True)
class ComparePage:
    frame: Frame
    blocks: tuple[Block, ...]
    silent: tuple[str, ...]
    compared: int
    whole: int


def compared(question: Asked, found: Compared) -> ComparePage:
    """The comparison of an answer; facts nobody says anything of are named at the end."""
    names = Names(found.asked.vocabulary, found.asked.gazetteer, locale())
    told = [one for one in found.facts if one.told]
    return ComparePage(
        frame(question, found.asked, "figure.compare"),
        blocks(found.facts, names),
        tuple(fact_name(one.fact.name) for one in found.facts if one not in told),
        found.compared,
        found.asked.counts.testimonies,
    )


def blocks(facts: Iterable[Tally], names: Names) -> tuple[Block, ...]:
    """Those facts of which anybody says something."""
    return tuple(_block(one, names) for one in facts if one.told)


def fact_name(name: str) -> str:
    """A fact as the desk calls it."""
    return str(gettext(FACT_NAMES[name]))


def gap_name(gap: str, names: Names) -> str:
    """A reason why there is no answer."""
    return names.concept(gap) if gap in GAPS else str(gettext("left open"))


def _block(one: Tally, names: Names) -> Block:
    rows = tuple(_row(value_words(one.fact, said.value, names), _note(said), said.voices) for said in one.values)
    return Block(
        one.fact.name,
        fact_name(one.fact.name),
        len(one.told),
        people(one.told),
        tuple(_range(one.fact, spread) for spread in one.spreads),
        rows[:MOST_VALUES],
        len(rows[MOST_VALUES:]),
        tuple(_row(gap_name(gap, names), "", one.gaps[gap]) for gap in (*GAPS, OPEN)),
    )


def _row(words: str, note: str, voices: Sequence[Voice]) -> Row:
    links = tuple((voice.reference, page_of(voice.testimony_id)) for voice in voices)
    return Row(words, note, len(voices), people(voices), links[:MOST_NAMED], links[MOST_NAMED:])


def value_words(fact: Fact, value: Value, names: Names) -> str:
    """A value as it was said, with the unit it was said in."""
    if value.key == NONE:
        return names.concept(NONE)
    if fact.kind in ("term", "pair"):
        return " → ".join(names.concept(one) for one in value.words)
    if value.amount is None:
        return value.words[0]
    if fact.kind == "number":
        return f"{amount_words(value.amount)} {unit_words(value.unit)}"
    currency = value.unit or gettext("(currency not stated)")
    period = gettext(PERIODS[value.period]) if value.period in PERIODS else gettext("(not stated for how long)")
    return " ".join((amount_words(value.amount), currency, period))


def unit_words(unit: str) -> str:
    """A unit of a number; a currency is its own name."""
    return str(gettext(UNIT_WORDS[unit])) if UNIT_WORDS.get(unit, "%") != "%" else unit


def band_words(name: str, kind: str, unit: str, names: Names) -> str:
    """A class of values in words, as it stands in a table that leaves (see `tallying.band`)."""
    if name in (*GAPS, OPEN):
        return gap_name(name, names)
    if name == SAID:
        return str(gettext("something is said of it"))
    currency, _, size = name.rpartition(" ")
    low, dots, high = size.partition("..")
    if not dots:
        return names.concept(name)
    counted = gettext("%(currency)s a month", currency=currency) if kind == "money" else unit_words(unit)
    if not high:
        return str(gettext("%(low)s %(unit)s or more", low=f"{int(low):,}", unit=counted))
    if low == "0":
        return str(gettext("under %(high)s %(unit)s", high=f"{int(high):,}", unit=counted))
    return str(gettext("%(low)s to under %(high)s %(unit)s", low=f"{int(low):,}", high=f"{int(high):,}", unit=counted))


def amount_words(amount: Decimal) -> str:
    """A number with at most one decimal."""
    return f"{amount:,.1f}".removesuffix(".0")


def _note(said: Said) -> str:
    value = said.value
    if value.monthly is None:
        return str(gettext("cannot be worked out by the month")) if value.period else ""
    if value.monthly.rule == "as-said":
        return ""
    return str(
        gettext(
            "= %(amount)s %(currency)s a month: %(rule)s",
            amount=amount_words(value.monthly.amount),
            currency=value.unit or gettext("(currency not stated)"),
            rule=_rule(value.monthly),
        )
    )


def _rule(one: Monthly) -> str:
    numbers = {name: amount_words(getattr(one, name)) for name in ("days", "hours", "months")}
    return str(gettext(RULES[one.rule], **numbers))


def _range(fact: Fact, spread: Spread) -> Range:
    unit = gettext("%(currency)s a month", currency=spread.unit) if fact.kind == "money" else unit_words(spread.unit)
    low, middle, high = (amount_words(one) for one in (spread.low, spread.middle, spread.high))
    return Range(unit, low, middle, high, spread.statements, people(spread.voices))
