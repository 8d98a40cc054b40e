"""Ladders go from fine to coarse and never repeat what was said."""

from __future__ import annotations

import pytest

from intake.language import ladders


@pytest.mark.parametrize(
    ("quote", "steps"),
    [
        ("2019-03-14", ["2019년 3월", "2019년 봄", "2019년", "2018–2020년"]),
        ("2019년 3월 14일", ["2019년 3월", "2019년 봄", "2019년", "2018–2020년"]),
        ("주체108(2019)년 12월 9일", ["2019년 12월", "2019–2020년 겨울", "2019년", "2018–2020년"]),
        ("2020년 1월", ["2019–2020년 겨울", "2020년", "2018–2020년"]),
        ("2019년 봄", ["2019년", "2018–2020년"]),
        ("2021", ["2021–2023년"]),
        ("3월 14일", ["3월", "한 해의 봄"]),
        ("그날", []),
    ],
)
def test_dates(quote: str, steps: list[str]) -> None:
    assert ladders.date_steps(quote, "ko") == steps


def test_dates_in_english_and_russian_notation() -> None:
    assert ladders.date_steps("8 December 2019", "en") == ["December 2019", "winter 2019–2020", "2019", "2018–2020"]
    assert ladders.date_steps("9 февраля двадцатого года", "en")[0] == "February 2020"


def test_a_band_of_years_does_not_show_its_year() -> None:
    bands = {ladders.date_steps(str(year), "en")[-1] for year in (2018, 2019, 2020)}
    assert bands == {"2018–2020"}


@pytest.mark.parametrize(
    ("quote", "lang", "steps"),
    [
        ("37세", "ko", ["30대", "성인"]),
        ("서른일곱 살", "ko", ["30대", "성인"]),
        ("스무 살", "ko", ["20대", "성인"]),
        ("열여덟", "ko", ["10대", "미성년"]),
        ("9살", "ko", ["10세 미만", "미성년"]),
        ("fifty-seven years old", "en", ["50s", "adult"]),
        ("17", "en", ["teens", "minor"]),
        ("늙은", "ko", []),
    ],
)
def test_ages(quote: str, lang: str, steps: list[str]) -> None:
    assert ladders.age_steps(quote, lang) == steps


def test_places_end_in_silence() -> None:
    assert ladders.place_steps(["훈춘시", "지린성", "지린성", " ", "중국"]) == [
        "훈춘시",
        "지린성",
        "중국",
        "나라 비공개",
    ]
    assert ladders.place_steps([], "en") == ["country withheld"]


def test_counts_in_bands() -> None:
    assert [ladders.count_steps(n)[0] for n in (0, 19, 20, 99, 100, 499, 500)] == [
        "20명 미만",
        "20명 미만",
        "20–99명",
        "20–99명",
        "100–499명",
        "100–499명",
        "500명 이상",
    ]
    assert ladders.count_steps(280, "en") == ["100–499", "several people"]
    assert ladders.count_steps(-1) == []


@pytest.mark.parametrize("amount", [1, 7, 99, 100, 350, 2200, 60_000, 999_999])
def test_pay_lies_in_its_band(amount: int) -> None:
    band, ceiling, last = ladders.pay_steps(amount, "CNY", "en")
    low, high = (float(part.replace(",", "")) for part in band.removeprefix("CNY ").split("–"))
    assert low <= amount < high
    assert high <= low * 1.5
    assert float(ceiling.rsplit(" ", 1)[1].replace(",", "")) > amount
    assert last == "amount withheld"
    # amounts near one another share the band: it is not drawn around the one
    assert band == ladders.pay_steps(low, "CNY", "en")[0]


def test_no_pay_no_steps() -> None:
    assert ladders.pay_steps(0, "CNY") == []
