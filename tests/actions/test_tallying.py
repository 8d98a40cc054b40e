"""Facts side by side: nothing is made comparable in silence, people are counted once, non-answers are kept apart."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest

from intake.actions.tallying import FACTS, NONE, OPEN, SAID, Tally, Voice, bands, monthly, number_in, people, tally
from intake.models.testimony import Answer, Leg


def voice(number: int, witness: str = "") -> Voice:
    return Voice(UUID(int=number), f"T-{number}", witness or f"W-{number}")


def said(value: str) -> Answer:
    return Answer(value=value)


def gap(why: str) -> Answer:
    return Answer(gap=why)


def of(name: str, *legs: Leg) -> Tally:
    """One fact over testimonies of one stay each."""
    return next(one for one in tally((voice(n), (leg,)) for n, leg in enumerate(legs)) if one.fact.name == name)


def paid(amount: str, currency: str = "CNY", period: str = "month", **more: object) -> Leg:
    return Leg(pay_received=said(amount), currency=currency, pay_period=period, **more)  # type: ignore[arg-type]


def test_the_four_ways_of_not_answering_and_none_are_five_things() -> None:
    legs = [Leg(deductions=gap(why)) for why in ("not-asked", "does-not-know", "would-not-say", "none")]
    found = of("deductions", *legs, Leg(), Leg(deductions=said("충성 자금 30%")))
    counted = {name: len(voices) for name, voices in found.gaps.items()}
    assert counted == {"not-asked": 1, "does-not-know": 1, "would-not-say": 1, OPEN: 1}
    assert {one.value.key == NONE for one in found.values} == {True, False}
    assert len(found.told) == 2


def test_a_testimony_that_says_something_of_one_stay_is_under_no_gap() -> None:
    stays = (Leg(hours_per_day=gap("not-asked")), Leg(hours_per_day=said("14")))
    found = next(one for one in tally([(voice(1), stays)]) if one.fact.name == "hours_per_day")
    assert not any(found.gaps.values())
    two = (Leg(hours_per_day=gap("not-asked")), Leg(hours_per_day=gap("would-not-say")))
    found = next(one for one in tally([(voice(1), two)]) if one.fact.name == "hours_per_day")
    assert [name for name, voices in found.gaps.items() if voices] == ["would-not-say"]


def test_people_are_counted_not_testimonies() -> None:
    assert people([voice(1, "W-A"), voice(2, "W-A"), voice(3, "W-B")]) == 2
    unknown = Voice(UUID(int=9), "T-9", "")
    assert people([unknown, unknown]) == 1  # may all be one
    assert people([unknown, voice(1)]) == 1  # may be that one
    assert people([]) == 0
    stays = [(voice(n, "W-A" if n < 3 else f"W-{n}"), (Leg(passport_held_by=said(words)),))
             for n, words in enumerate(("관리인", "관리인", "관리인", "지배인", "지배인"))]  # fmt: skip
    found = next(one for one in tally(stays) if one.fact.name == "passport_held_by")
    (first, second) = found.values
    assert (first.value.words, len(first.voices), people(first.voices)) == (("지배인",), 2, 2)
    assert (second.value.words, len(second.voices), people(second.voices)) == (("관리인",), 3, 1)


def test_currencies_and_periods_are_never_put_together() -> None:
    found = of("pay_received", paid("300"), paid("300", "USD"), paid("300", "CNY", "day"), paid("300", ""))
    assert len(found.values) == 4
    assert [(one.unit, one.low, one.high) for one in found.spreads] == [("CNY", 300, 9000), ("USD", 300, 300)]


@pytest.mark.parametrize(
    ("leg", "amount", "rule"),
    [
        (paid("300"), 300, "as-said"),
        (paid("1200", period="year"), 100, "year"),
        (paid("30", period="week"), 130, "week"),
        (paid("50", period="day"), 1500, "day-least"),
        (paid("50", period="day", rest_days_per_month=said("2")), 1400, "day"),
        (paid("50", period="day", rest_days_per_month=gap("none")), 1500, "day"),
        (paid("2", period="hour", hours_per_day=said("14"), rest_days_per_month=said("1")), 812, "hour"),
        (paid("2", period="hour", hours_per_day=said("14")), 840, "hour-least"),
        (paid("2400", period="total", entry="2018-03", exit="2020-03-15"), 100, "total"),
    ],
)
def test_each_rule_that_brings_a_sum_to_a_month(leg: Leg, amount: int, rule: str) -> None:
    found = monthly(Decimal(leg.pay_received.value), leg)
    assert found is not None
    assert (found.amount, found.rule) == (amount, rule)


@pytest.mark.parametrize(
    "leg",
    [
        paid("2", period="hour"),
        paid("2", period=""),
        paid("2", period="total"),
        paid("2", period="total", entry="2018", exit="2020"),
        paid("2", period="total", entry="2020-05", exit="2018-05"),
    ],
)
def test_what_the_form_does_not_tell_is_not_worked_out(leg: Leg) -> None:
    assert monthly(Decimal(2), leg) is None
    found = of("pay_received", leg)
    assert len(found.values) == 1
    assert not found.spreads


def test_the_part_that_reached_the_worker_needs_both_sums() -> None:
    both = Leg(pay_received=said("300"), pay_by_host=said("2300"), currency="CNY", pay_period="month")
    found = of("kept", both, paid("300"), Leg(pay_by_host=said("0"), pay_received=said("0"), currency="CNY"))
    assert [one.value.amount for one in found.values] == [13]


def test_the_paper_stands_beside_the_work_done_on_it() -> None:
    found = of("paper_and_work", Leg(document="student-visa", sector="construction"), Leg(document="student-visa"))
    assert [one.value.words for one in found.values] == [("student-visa", "construction")]


def test_numbers_as_people_write_them() -> None:
    assert number_in("1,500") == 1500
    assert number_in(" 12.5 ") == Decimal("12.5")
    for words in ("열두 시간", "-3", "1e400", "NaN", "", "12-14"):
        assert number_in(words) is None
    found = of("hours_per_day", Leg(hours_per_day=said("12-14")), Leg(hours_per_day=said("12")))
    assert [one.value.words for one in found.values if one.value.amount is None] == [("12-14",)]
    assert [one.statements for one in found.spreads] == [1]


def test_what_leaves_is_in_bands_and_never_in_words() -> None:
    assert set(bands(of("movement", Leg(movement=said("밤이면 문을 잠갔다"))))) == {SAID}
    assert set(bands(of("hours_per_day", Leg(hours_per_day=said("15")), Leg(hours_per_day=said("7"))))) == {
        "14..16",
        "0..8",
    }
    assert set(bands(of("pay_received", paid("350"), paid("50", period="day"), paid("9", "")))) == {
        "CNY 200..500",
        "CNY 1000..2000",
        SAID,
    }
    assert set(bands(of("headcount", Leg(headcount=said("5000")), Leg(headcount=gap("not-asked"))))) == {
        "1000..",
        "not-asked",
    }


def test_every_fact_is_a_field_of_a_stay_or_worked_out_of_two() -> None:
    fields = Leg.__dataclass_fields__
    assert {fact.name for fact in FACTS if fact.name not in fields} == {"paper_and_work", "kept"}
