"""Dates are read as said, refused when they do not exist, and survive being written down."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import Invalid
from intake.language import dates
from intake.language.dates import parse_when


@pytest.mark.parametrize(
    ("said", "iso", "precision", "earliest", "latest"),
    [
        ("2019", "2019", "year", "2019-01-01", "2019-12-31"),
        ("2019-03", "2019-03", "month", "2019-03-01", "2019-03-31"),
        ("2019-03-14", "2019-03-14", "day", "2019-03-14", "2019-03-14"),
        ("２０１９－０３", "2019-03", "month", "2019-03-01", "2019-03-31"),
        ("2019~", "2019~", "about", "2018-01-01", "2020-12-30"),
        ("2018/2020", "2018/2020", "between", "2018-01-01", "2020-12-31"),
        ("2018-03/2019-05-02", "2018-03/2019-05-02", "between", "2018-03-01", "2019-05-02"),
        ("2018/..", "2018/..", "between", "2018-01-01", "2100-12-31"),
        ("2019-21", "2019-21", "season", "2019-03-01", "2019-05-31"),
        ("2019-24", "2019-24", "season", "2019-12-01", "2020-02-29"),
        ("201X", "2010/2019", "between", "2010-01-01", "2019-12-31"),
        ("2019-XX", "2019", "year", "2019-01-01", "2019-12-31"),
        ("2019년 3월", "2019-03", "month", "2019-03-01", "2019-03-31"),
        ("2019년 3월에", "2019-03", "month", "2019-03-01", "2019-03-31"),
        ("2019년3월14일", "2019-03-14", "day", "2019-03-14", "2019-03-14"),
        ("2019년 봄", "2019-21", "season", "2019-03-01", "2019-05-31"),
        ("2019년 3월 초", "2019-03-01/2019-03-10", "between", "2019-03-01", "2019-03-10"),
        ("2020년 2월 말", "2020-02-21/2020-02-29", "between", "2020-02-21", "2020-02-29"),
        ("2019년 말", "2019-10/2019-12", "between", "2019-10-01", "2019-12-31"),
        ("2019년쯤", "2019~", "about", "2018-01-01", "2020-12-30"),
        ("약 2019년 3월경", "2019-03~", "about", "2019-01-29", "2019-05-01"),
        ("주체108년", "2019", "year", "2019-01-01", "2019-12-31"),
        ("주체108(2019)년 3월", "2019-03", "month", "2019-03-01", "2019-03-31"),
        ("2018년 3월부터 2019년 5월까지", "2018-03/2019-05", "between", "2018-03-01", "2019-05-31"),
        ("2018년 3월~5월", "2018-03/2018-05", "between", "2018-03-01", "2018-05-31"),
        ("2018-2020", "2018/2020", "between", "2018-01-01", "2020-12-31"),
        ("2019.3.14.", "2019-03-14", "day", "2019-03-14", "2019-03-14"),
        ("March 2019", "2019-03", "month", "2019-03-01", "2019-03-31"),
        ("14 March 2019", "2019-03-14", "day", "2019-03-14", "2019-03-14"),
        ("March 14, 2019", "2019-03-14", "day", "2019-03-14", "2019-03-14"),
        ("in the spring of 2019", "2019-21", "season", "2019-03-01", "2019-05-31"),
        ("late 2019", "2019-10/2019-12", "between", "2019-10-01", "2019-12-31"),
        ("about March 2019", "2019-03~", "about", "2019-01-29", "2019-05-01"),
        ("between 2018 and 2020", "2018/2020", "between", "2018-01-01", "2020-12-31"),
        ("from March to May 2019", "2019-03/2019-05", "between", "2019-03-01", "2019-05-31"),
        ("2019年3月14日", "2019-03-14", "day", "2019-03-14", "2019-03-14"),
        ("二〇一九年三月", "2019-03", "month", "2019-03-01", "2019-03-31"),
        ("2019年夏天", "2019-22", "season", "2019-06-01", "2019-08-31"),
        ("2019年左右", "2019~", "about", "2018-01-01", "2020-12-30"),
        ("2018年至2020年", "2018/2020", "between", "2018-01-01", "2020-12-31"),
        ("2019年底", "2019-10/2019-12", "between", "2019-10-01", "2019-12-31"),
        ("март 2019", "2019-03", "month", "2019-03-01", "2019-03-31"),
        ("в марте 2019 года", "2019-03", "month", "2019-03-01", "2019-03-31"),
        ("14 марта 2019 г.", "2019-03-14", "day", "2019-03-14", "2019-03-14"),
        ("14.03.2019", "2019-03-14", "day", "2019-03-14", "2019-03-14"),
        ("осенью 2019 года", "2019-23", "season", "2019-09-01", "2019-11-30"),
        ("с марта 2018 по май 2019", "2018-03/2019-05", "between", "2018-03-01", "2019-05-31"),
        ("около 2019 года", "2019~", "about", "2018-01-01", "2020-12-30"),
        ("모름", "XXXX", "unknown", "1900-01-01", "2100-12-31"),
    ],
)
def test_reads_what_people_write(said: str, iso: str, precision: str, earliest: str, latest: str) -> None:
    when = parse_when(said)
    assert (when.iso(), when.precision) == (iso, precision)
    assert (when.earliest, when.latest) == (date.fromisoformat(earliest), date.fromisoformat(latest))
    assert when.as_said == said.strip()


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("2019-02-30", dates.NO_SUCH_DAY),
        ("2019-13", dates.NO_SUCH_DAY),
        ("2019-00", dates.NO_SUCH_DAY),
        ("2019년 2월 29일", dates.NO_SUCH_DAY),
        ("31 April 2019", dates.NO_SUCH_DAY),
        ("30.02.2019", dates.NO_SUCH_DAY),
        ("1899", dates.OUT_OF_RANGE),
        ("2101-01-01", dates.OUT_OF_RANGE),
        ("주체200년", dates.OUT_OF_RANGE),
        ("2020/2018", dates.BACKWARDS),
        ("2019년 5월부터 3월까지", dates.BACKWARDS),
        ("주체108(2018)년", dates.JUCHE_DISAGREES),
        ("", dates.UNREADABLE),
        ("/", dates.UNREADABLE),
        ("../..", dates.UNREADABLE),
        ("yesterday", dates.UNREADABLE),
        ("03/14/2019", dates.UNREADABLE),
        ("14 2019", dates.UNREADABLE),
        ("19년 3월", dates.UNREADABLE),
        ("봄", dates.UNREADABLE),
        ("2019-25", dates.NO_SUCH_DAY),
        ("2019" * 2000, dates.UNREADABLE),
    ],
)
def test_refuses_what_does_not_exist(said: str, message: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_when(said)
    assert refused.value.message == message


@given(
    st.dates(date(1900, 1, 1), date(2100, 11, 30)),
    st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d", "%Y~", "%Y-%m-%d~", "%Y-22"]),
)
def test_canonical_form_round_trips(day: date, form: str) -> None:
    when = parse_when(day.strftime(form))
    again = parse_when(when.iso())
    assert (again.earliest, again.latest, again.precision, again.iso()) == (
        when.earliest,
        when.latest,
        when.precision,
        when.iso(),
    )


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = parse_when(text)
    except Invalid:
        return
    assert when.earliest <= when.latest
    assert parse_when(when.iso()).latest == when.latest
