"""What testimonies say of the facts of a stay, side by side: each value with who says it, each non-answer for itself.

Nothing is made comparable in silence. Money keeps its currency and period; what it comes to in a month is worked out by
one of the rules of `monthly`, which is told with the figure, and currencies are never put together. That nobody asked,
that somebody did not know, would not say, or that the form was left open are four different answers; that there was
none is a fifth, and it is a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from statistics import median
from typing import Literal
from uuid import UUID

from intake.language.normalise import fold
from intake.models.testimony import Answer, Leg
from intake.readmodel.spans import span

Kind = Literal["term", "pair", "money", "number", "text"]
NONE, OPEN = "none", "open"
GAPS = ("not-asked", "does-not-know", "would-not-say")
"""Why there is no answer, the weakest first: of two in one testimony the stronger counts."""


@dataclass(frozen=True)
class Fact:
    """One question of the form. `unit`: of its numbers. `bounds`: where numbers are cut into bands when they leave."""

    name: str
    kind: Kind
    unit: str = ""
    bounds: tuple[int, ...] = ()


FACTS = (
    Fact("document", "term"),
    Fact("document_as_said", "text"),
    Fact("stated_purpose", "text"),
    Fact("actual_work", "text"),
    Fact("paper_and_work", "pair"),
    Fact("pay_received", "money"),
    Fact("pay_by_host", "money"),
    Fact("kept", "number", "%", (10, 20, 30, 50, 70, 100)),
    Fact("deductions", "text"),
    Fact("hours_per_day", "number", "hours", (8, 10, 12, 14, 16)),
    Fact("rest_days_per_month", "number", "days", (1, 2, 4, 8)),
    Fact("passport_held_by", "text"),
    Fact("movement", "text"),
    Fact("surveillance", "text"),
    Fact("round_trips", "number", "times", (1, 2, 5, 10)),
    Fact("headcount", "number", "people", (10, 50, 100, 500, 1000)),
    Fact("lodging", "text"),
    Fact("injuries", "text"),
    Fact("dispatching_unit", "text"),
    Fact("agency", "text"),
)
"""What is compared, in the order of a stay: papers, pay, work, freedom, quarters, senders."""


@dataclass(frozen=True)
class Voice:
    """Who says something: a testimony, and the person by code (empty when there is none)."""

    testimony_id: UUID
    reference: str
    witness: str


@dataclass(frozen=True)
class Monthly:
    """What a sum comes to in a month. `rule` names how: `as-said`, `year`, `week`, `day`, `day-least`, `hour`,
    `hour-least`, `total`; `factor`: what it was multiplied with (`days` a month, `hours` a day, `months` it is for)."""

    amount: Decimal
    rule: str
    days: Decimal = Decimal(0)
    hours: Decimal = Decimal(0)
    months: Decimal = Decimal(0)


@dataclass(frozen=True)
class Value:
    """One thing that is said. `key` puts equal ones together; `words` is how it was said first, for terms their ids.
    `amount` is None for what is no number; `unit` a currency (empty: not stated); `period` as in the form."""

    key: str
    words: tuple[str, ...]
    amount: Decimal | None = None
    unit: str = ""
    period: str = ""
    monthly: Monthly | None = None


@dataclass(frozen=True)
class Said:
    """A value with those who say it."""

    value: Value
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class Spread:
    """From the lowest to the highest of the numbers in one unit, and the middle one; money by the month.
    `statements`: how many numbers, one per stay that tells one."""

    unit: str
    low: Decimal
    middle: Decimal
    high: Decimal
    statements: int
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class Tally:
    """One fact over all testimonies: its values, those most people say first; each non-answer; each spread."""

    fact: Fact
    values: tuple[Said, ...]
    gaps: Mapping[str, tuple[Voice, ...]]
    spreads: tuple[Spread, ...]

    @property
    def told(self) -> tuple[Voice, ...]:
        """Those who say anything of it."""
        return tuple(dict.fromkeys(voice for said in self.values for voice in said.voices))


Stays = Iterable[tuple[Voice, Sequence[Leg]]]


def people(voices: Iterable[Voice]) -> int:
    """How many different persons these are at least. Those without a code may all be one, or any of the others."""
    codes = {voice.witness for voice in voices}
    return len(codes - {""}) or len(codes)


def tally(stays: Stays) -> tuple[Tally, ...]:
    """Every fact of `FACTS`, in that order, over these testimonies."""
    held = list(stays)
    return tuple(_tally(fact, held) for fact in FACTS)


def _tally(fact: Fact, stays: Sequence[tuple[Voice, Sequence[Leg]]]) -> Tally:
    found = _Gathered()
    for voice, legs in stays:
        values = [value for leg in legs if (value := value_of(fact, leg)) is not None]
        if values:
            found.add(voice, values)
        else:
            found.gap(voice, strongest(gap_of(fact, leg) for leg in legs))
    return found.tally(fact)


@dataclass
class _Gathered:
    values: dict[str, Value] = field(default_factory=dict)
    voices: dict[str, list[Voice]] = field(default_factory=dict)
    gaps: dict[str, list[Voice]] = field(default_factory=lambda: {gap: [] for gap in (*GAPS, OPEN)})
    numbers: dict[str, list[tuple[Decimal, Voice]]] = field(default_factory=dict)

    def add(self, voice: Voice, values: Iterable[Value]) -> None:
        for value in values:
            self.values.setdefault(value.key, value)
            said = self.voices.setdefault(value.key, [])
            if voice not in said:
                said.append(voice)
            number = value.monthly.amount if value.monthly else None if value.period else value.amount
            if number is not None:
                self.numbers.setdefault(value.unit, []).append((number, voice))

    def gap(self, voice: Voice, gap: str) -> None:
        self.gaps[gap].append(voice)

    def tally(self, fact: Fact) -> Tally:
        said = [Said(self.values[key], tuple(voices)) for key, voices in self.voices.items()]
        said.sort(key=lambda one: (-people(one.voices), -len(one.voices), one.value.unit, one.value.amount or 0))
        spreads = (_spread(unit, numbers) for unit, numbers in sorted(self.numbers.items()))
        gaps = {gap: tuple(voices) for gap, voices in self.gaps.items()}
        return Tally(fact, tuple(said), gaps, tuple(one for one in spreads if _is_amount(fact, one)))


def _is_amount(fact: Fact, spread: Spread) -> bool:
    """Money without a currency is no amount of anything."""
    return fact.kind == "number" or (fact.kind == "money" and bool(spread.unit))


def _spread(unit: str, numbers: Sequence[tuple[Decimal, Voice]]) -> Spread:
    amounts = [amount for amount, _ in numbers]
    voices = tuple(dict.fromkeys(voice for _, voice in numbers))
    return Spread(unit, min(amounts), Decimal(median(amounts)), max(amounts), len(amounts), voices)


def strongest(gaps: Iterable[str]) -> str:
    """The one non-answer of a testimony that has several."""
    return max(gaps, key=lambda gap: GAPS.index(gap) if gap in GAPS else -1, default=OPEN)


def gap_of(fact: Fact, leg: Leg) -> str:
    """Why a stay says nothing of a fact; `open` when the form does not tell."""
    beside = {"document": "document_as_said", "paper_and_work": "actual_work", "kept": "pay_received"}
    answer = getattr(leg, beside.get(fact.name, fact.name))
    return answer.gap if isinstance(answer, Answer) and answer.gap in GAPS else OPEN


def value_of(fact: Fact, leg: Leg) -> Value | None:
    """What a stay says of a fact; None when it says nothing."""
    if fact.name == "paper_and_work":
        paper, work = leg.document, leg.sector
        return Value(f"{paper}>{work}", (paper, work)) if paper and work else None
    if fact.name == "kept":
        return _kept(leg)
    answer = getattr(leg, fact.name)
    if isinstance(answer, str):
        return _text(answer)
    if answer.gap == NONE:
        return Value(NONE, ())
    if not answer.value.strip():
        return None
    number = number_in(answer.value) if fact.kind in ("money", "number") else None
    if number is None:
        return _text(answer.value)
    if fact.kind == "money":
        return _money(number, leg)
    return Value(f"{number.normalize():f}", (answer.value,), number, fact.unit)


def _text(words: str) -> Value | None:
    said = " ".join(words.split())
    return Value("".join(fold(said).split()), (said,)) if said else None


def number_in(text: str) -> Decimal | None:
    """A number as people write it (`1,500`, `12.5`); None for anything else."""
    try:
        number = Decimal("".join(text.split()).replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 <= number < Decimal(10) ** 12 else None


# -- money

_DAYS = Decimal(30)


def _money(amount: Decimal, leg: Leg) -> Value:
    key = f"{amount.normalize():f} {leg.currency} {leg.pay_period}"
    return Value(key, (f"{amount:f}",), amount, leg.currency, leg.pay_period or "unknown", monthly(amount, leg))


def monthly(amount: Decimal, leg: Leg) -> Monthly | None:
    """What a sum of this stay comes to in a month; None where the form does not say enough to work it out.

    A year has 12 months and 52 weeks. A month has 30 days less the days off that the same stay tells of; where it
    tells of none, 30 (`-least`: the real figure is not higher). An hour needs the hours a day. The whole stay is
    divided by its months where both ends are known to the month.
    """
    period = leg.pay_period
    if period == "month":
        return Monthly(amount, "as-said")
    if period == "year":
        return Monthly(amount / 12, period)
    if period == "week":
        return Monthly(amount * 52 / 12, period)
    if period in ("day", "hour"):
        return _by_days(amount, period, leg)
    months = _months(leg) if period == "total" else None
    return Monthly(amount / months, period, months=months) if months else None


def _by_days(amount: Decimal, period: str, leg: Leg) -> Monthly | None:
    off = number_in(leg.rest_days_per_month.value) if leg.rest_days_per_month.value else None
    if leg.rest_days_per_month.gap == NONE:
        off = Decimal(0)
    days = _DAYS - min(off or Decimal(0), _DAYS)
    rule = period if off is not None else f"{period}-least"
    if period == "day":
        return Monthly(amount * days, rule, days=days)
    hours = number_in(leg.hours_per_day.value) if leg.hours_per_day.value else None
    return Monthly(amount * hours * days, rule, days=days, hours=hours) if hours else None


def _months(leg: Leg) -> Decimal | None:
    first, last = span(leg.entry), span(leg.exit)
    if not first or not last or any((end - start).days > 31 for start, end in (first, last)):
        return None
    months = (last[0].year - first[0].year) * 12 + last[0].month - first[0].month
    return Decimal(months) if months > 0 else None


def _kept(leg: Leg) -> Value | None:
    """What part of what the host paid reached the person, in whole per cent; both are of one currency and period."""
    got, paid = number_in(leg.pay_received.value), number_in(leg.pay_by_host.value)
    if got is None or not paid or not leg.currency or got > paid:
        return None
    share = (100 * got / paid).quantize(Decimal(1))
    return Value(f"{share}", (f"{share}",), share, "%")


# -- what may leave: bands instead of numbers, and of words only that there were some

SAID = "said"


def band(fact: Fact, value: Value) -> str:
    """The class of a value for a table that may leave: a term, `low..high` (the high end not in it), money with its
    currency before it; `said` for words, which are never counted one by one outside."""
    if value.key == NONE:
        return NONE
    if fact.kind == "term":
        return value.words[0]
    if fact.kind == "number" and value.amount is not None:
        return _between(value.amount, fact.bounds)
    if fact.kind == "money" and value.monthly and value.unit:
        return f"{value.unit} {_between(value.monthly.amount, _MONEY)}"
    return SAID


_MONEY = tuple(step * 10**power for power in range(1, 7) for step in (1, 2, 5))


def _between(amount: Decimal, bounds: Sequence[int]) -> str:
    low = max((bound for bound in bounds if bound <= amount), default=0)
    high = min((bound for bound in bounds if bound > amount), default=None)
    return f"{low}..{high if high is not None else ''}"


def bands(one: Tally) -> dict[str, tuple[Voice, ...]]:
    """Every testimony under the classes of what it says, or under its non-answer: what a table that leaves counts."""
    found: dict[str, dict[Voice, None]] = {}
    for said in one.values:
        found.setdefault(band(one.fact, said.value), {}).update(dict.fromkeys(said.voices))
    found.update({gap: dict.fromkeys(voices) for gap, voices in one.gaps.items() if voices})
    return {name: tuple(voices) for name, voices in found.items()}
