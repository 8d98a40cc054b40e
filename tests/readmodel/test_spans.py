"""Dates as known: never a day that nobody said."""

from __future__ import annotations

from datetime import date

import pytest
from pyroaring import BitMap

from intake.readmodel import spans
from intake.readmodel.numbering import PER_DAY, day_of, number_for


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", (2019, 1, 1), (2019, 12, 31)),
        ("2019-03", (2019, 3, 1), (2019, 3, 31)),
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("2019-03-14", (2019, 3, 14), (2019, 3, 14)),
        ("2019-03-14~", (2019, 3, 14), (2019, 3, 14)),
        ("2019?", (2019, 1, 1), (2019, 12, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("201x", (2010, 1, 1), (2019, 12, 31)),
        ("2019-XX", (2019, 1, 1), (2019, 12, 31)),
        ("2019-05-XX", (2019, 5, 1), (2019, 5, 31)),
        ("2019-21", (2019, 3, 1), (2019, 5, 31)),
        ("2019-24", (2019, 12, 1), (2019, 12, 31)),
        ("2018/2020", (2018, 1, 1), (2020, 12, 31)),
        ("2018-05/..", (2018, 5, 1), (2018, 5, 31)),
        ("/2018", (2018, 1, 1), (2018, 12, 31)),
        ("2020/2018", (2020, 1, 1), (2020, 12, 31)),
    ],
)
def test_a_date_lies_between(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert spans.span(text) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text", ["", "2019-02-30", "2019-13", "2019-00", "0000", "spring", "19", "2019-21-05", "20190314", "/", "../.."]
)
def test_what_is_no_date_is_not_known(text: str) -> None:
    assert spans.span(text) is None
    assert spans.years(text) == ()
    assert spans.period(text) == "unknown"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2019-12-21", "before"),
        ("2019-12-22", "after"),
        ("2019-11", "before"),
        ("2019-12", "unknown"),
        ("2019", "unknown"),
        ("2020", "after"),
        ("201X", "unknown"),
    ],
)
def test_before_or_after_the_deadline_only_when_it_is_certain(text: str, period: str) -> None:
    assert spans.period(text) == period


@pytest.mark.parametrize(
    ("entry", "leaving", "years"),
    [
        ("2017-05", "2019", (2017, 2018, 2019)),
        ("2017", "", (2017,)),
        ("", "2019", (2019,)),
        ("", "", ()),
        ("2019", "2017", (2019,)),
        ("19XX", "2019", ()),
    ],
)
def test_years_of_a_stay(entry: str, leaving: str, years: tuple[int, ...]) -> None:
    assert spans.stay_years(entry, leaving) == years


def test_a_full_day_spills_into_the_days_before_it() -> None:
    day = date(2021, 5, 10)
    taken = BitMap()
    given = []
    for _ in range(PER_DAY * 2 + 3):
        number = number_for(day, taken)
        assert number not in taken
        taken.add(number)
        given.append(number)
    assert [day_of(number) for number in given[:PER_DAY]] == [day] * PER_DAY
    assert {day_of(number) for number in given[PER_DAY : 2 * PER_DAY]} == {date(2021, 5, 9)}
    assert day_of(given[-1]) == date(2021, 5, 8)
    free = given[17]
    taken.remove(free)
    assert number_for(day, taken) == free


def test_the_first_day_of_all_spills_forward() -> None:
    taken = BitMap(range(1 << 10, 2 << 10))
    assert day_of(number_for(date.min, taken)) == date(1, 1, 2)
