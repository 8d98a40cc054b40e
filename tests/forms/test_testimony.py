"""What a draft must say to become a testimony, and how everything that stands in the way is named."""

import unicodedata
from uuid import uuid4

import pytest

from intake.errors import Invalid
from intake.forms.testimony import parser, problems
from intake.models.testimony import Answer, Permission, Tagging

ENOUGH = {
    "setting-date": ("2026-03-01",),
    "setting-language": ("ko",),
    "consent-form": ("written",),
    "narrative-text": ("사증은 없었습니다. 공장하고 숙소 사이 마당밖에 못 다녔습니다. 한 달이 차기 전에 나갔습니다.",),
}


@pytest.fixture
def parse(vocabulary, gazetteer):
    return parser(vocabulary, gazetteer)


@pytest.fixture
def said(parse):
    return lambda **answers: parse(ENOUGH | {name.replace("__", "-"): (value,) for name, value in answers.items()})[0]


@pytest.fixture
def wrong(parse):
    return lambda name, *values: problems(ENOUGH | {name: values}, parse)


def test_an_empty_draft_says_everything_that_is_needed(parse):
    assert set(problems({}, parse)) == {"setting-date", "setting-language", "consent-form", "narrative-text"}


def test_the_least_that_is_enough_can_be_filed(parse):
    testimony, witness = parse(ENOUGH)
    assert (testimony.language, testimony.setting.date, testimony.consent.form) == ("ko", "2026-03-01", "written")
    assert (testimony.consent.permissions, witness.code) == ((), "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("setting-date", "2019-02-30"),
        ("setting-date", "2019-02"),
        ("setting-date", "2199-01-01"),
        ("setting-date", "어제"),
        ("setting-duration_minutes", "٣"),
        ("setting-duration_minutes", "1e309"),
        ("setting-duration_minutes", "-1"),
        ("setting-duration_minutes", "9" * 400),
        ("setting-duration_minutes", "1.5"),
        ("setting-language", "tlh"),
        ("setting-mode", "dream"),
        ("setting-place", "서울시 종로구 12번지"),
        ("setting-case", "not an id"),
        ("setting-case", "00000000-0000-4000-8000-000000000001"),
        ("consent-form", "nod"),
        ("consent-report", "N9"),
        ("consent-embargo_until", "2026-13-01"),
        ("witness-code", "W-000000"),
        ("witness-birth_date", "1990-02-31"),
        ("witness-birth_date", "2090"),
        ("witness-origin", "KP-99"),
        ("dispatch-0-place", "XX"),
        ("dispatch-0-sector", "visa-circumvention"),
        ("dispatch-0-document", "passport"),
        ("dispatch-0-entry", "2019-02-30"),
        ("dispatch-0-headcount-value", "many"),
        ("dispatch-0-hours_per_day-value", "25"),
        ("dispatch-0-rest_days_per_month-value", "32"),
        ("dispatch-0-movement-absence", "forgot"),
        ("narrative-mechanisms-0-concept", "garments"),
        ("themes-focus", "nothing"),
        ("themes-indicators", "nothing"),
        ("themes-denied", "nothing"),
        ("places-0-place", "CN-XX"),
        ("places-0-role", "palace"),
        ("people-0-name", "가" * 201),
        ("events-0-when", "2019-02-30"),
        ("events-0-known_how", "dream"),
        ("reliability-detail", "total"),
        ("narrative-text", "가" * 2_000_001),
        ("narrative-text", "ㄱ\x00"),
        ("witness-name", "\ud800"),
    ],
)
def test_a_mistake_is_named_by_its_field(name, value, wrong):
    found = wrong(name, value)
    assert name in found
    assert all("가" not in message and value not in message for messages in found.values() for message in messages)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2019-02-28", "2019-02-28"),
        ("2019년 봄", "2019-21"),
        ("주체108년", "2019"),
        ("2018.9.12", "2018-09-12"),
        ("2018-09", "2018-09"),
    ],
)
def test_dates_are_read_as_people_say_them(typed, stored, said):
    assert said(dispatch__0__entry=typed, dispatch__0__workplace="공장").legs[0].entry == stored


@pytest.mark.parametrize(
    ("typed", "stored"), [("280", "280"), ("２８０", "280"), ("1,200", "1200"), ("007", "7"), (" 0 ", "0")]
)
def test_numbers_are_read_as_people_write_them(typed, stored, said):
    assert said(**{"dispatch-0-headcount-value": typed}).legs[0].headcount == Answer(value=stored)


def test_pay_may_have_a_fraction_and_needs_a_currency(said, wrong):
    assert "dispatch-0-currency" in wrong("dispatch-0-pay_received-value", "350.50")
    leg = said(**{"dispatch-0-pay_received-value": "350.50", "dispatch-0-currency": "CNY"}).legs[0]
    assert (leg.pay_received, leg.currency) == (Answer(value="350.5"), "CNY")


@pytest.mark.parametrize("gap", ["not-asked", "does-not-know", "would-not-say", "none"])
def test_the_reasons_for_no_answer_stay_different(gap, said):
    assert said(**{"dispatch-0-headcount-absence": gap}).legs[0].headcount == Answer(gap=gap)


def test_an_answer_and_a_reason_for_none_exclude_each_other(parse):
    both = {"dispatch-0-headcount-value": ("3",), "dispatch-0-headcount-absence": ("not-asked",)}
    assert set(problems(ENOUGH | both, parse)) == {"dispatch-0-headcount-absence"}


def test_leaving_before_arriving_is_refused(parse):
    stay = {"dispatch-0-entry": ("2019-05",), "dispatch-0-exit": ("2018",)}
    assert set(problems(ENOUGH | stay, parse)) == {"dispatch-0-exit"}


def test_rows_keep_their_order_whatever_their_numbers_and_empty_ones_are_none(said):
    found = said(**{"people-7-name": "둘", "people-2-name": "하나", "people-4-name": " ", "people-9-at_risk": ""})
    assert [person.name for person in found.people] == ["하나", "둘"]


def test_a_row_without_what_it_is_about_is_asked_for_it(wrong):
    assert set(wrong("people-3-role", "지배인")) == {"people-3-name"}
    assert set(wrong("events-0-place", "공장")) == {"events-0-act"}
    assert set(wrong("places-0-role", "origin")) == {"places-0-name"}
    assert set(wrong("narrative-mechanisms-0-quote", "사증은 없었습니다")) == {"narrative-mechanisms-0-concept"}
    assert set(wrong("narrative-mechanisms-0-concept", "dormitory-confinement")) == {"narrative-mechanisms-0-quote"}


def test_the_country_follows_from_the_place(said):
    leg = said(**{"dispatch-0-place": "CN-JL.hunchun"}).legs[0]
    assert (leg.country, leg.place) == ("CN", "CN-JL.hunchun")


# -- passages


def test_a_tag_rests_on_its_passage_wherever_that_stands_now(said):
    quote = "숙소 사이 마당밖에 못 다녔습니다"
    found = said(
        **{
            "narrative-mechanisms-0-concept": "dormitory-confinement",
            "narrative-mechanisms-0-quote": f" {quote}\n",
            "narrative-mechanisms-0-start": "999",
            "narrative-mechanisms-0-end": "1020",
        }
    )
    start = found.narrative.index(quote)
    assert found.mechanisms == (
        Tagging(concept="dormitory-confinement", quote=quote, start=start, end=start + len(quote)),
    )


def test_of_two_equal_passages_the_nearer_one_is_meant(parse):
    answers = ENOUGH | {
        "narrative-text": ("문을 잠갔다. " * 3,),
        "narrative-mechanisms-0-concept": ("dormitory-confinement",),
        "narrative-mechanisms-0-quote": ("문을 잠갔다",),
        "narrative-mechanisms-0-start": ("9",),
    }
    assert parse(answers)[0].mechanisms[0].start == 8


@pytest.mark.parametrize("start", ["٣", "1e309", "-5", "9" * 40, "x"])
def test_a_forged_offset_does_no_harm(start, said):
    found = said(
        **{
            "narrative-mechanisms-0-concept": "dormitory-confinement",
            "narrative-mechanisms-0-quote": "사증은",
            "narrative-mechanisms-0-start": start,
        }
    )
    assert found.mechanisms[0].start == 0


def test_a_passage_that_is_gone_is_named(parse):
    tag = {
        "narrative-mechanisms-3-concept": ("dormitory-confinement",),
        "narrative-mechanisms-3-quote": ("지운 말",),
    }
    assert set(problems(ENOUGH | tag, parse)) == {"narrative-mechanisms-3-quote"}


def test_decomposed_hangul_is_composed_before_passages_are_looked_for(parse):
    def nfd(text):
        return unicodedata.normalize("NFD", text)

    answers = ENOUGH | {
        "narrative-text": (nfd("숙소 문을 잠갔다"),),
        "narrative-mechanisms-0-concept": ("dormitory-confinement",),
        "narrative-mechanisms-0-quote": ("문을 잠갔다",),
    }
    testimony, _ = parse(answers)
    assert testimony.narrative == "숙소 문을 잠갔다"
    assert testimony.mechanisms[0].start == 3


def test_a_very_long_account_can_be_filed(said):
    assert len(said(**{"narrative-text": "가" * 170_000}).narrative) == 170_000


# -- consent


def test_what_is_not_answered_is_a_no(said):
    assert said(**{"consent-report": "N2", "consent-press": "ask-again"}).consent.permissions == (
        Permission(purpose="public-report", audience="A8", identity="N2"),
    )


def test_what_must_be_asked_again_is_not_forgotten(said):
    assert "press × A7" in said(**{"consent-press": "ask-again"}).consent.restrictions


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"consent-form": "refused", "consent-report": "N0", "witness-name": "가"}, "consent-form"),
        ({"consent-form": "refused", "consent-analysis": "N3"}, "consent-form"),
        ({"consent-press": "no", "consent-report": "N2"}, "consent-report"),
        ({"consent-quotation": "N0", "witness-name": "가"}, "consent-quotation"),
        ({"consent-report": "N0"}, "consent-report"),
        ({"consent-archive": "no"}, "consent-archive"),
        ({"consent-withdrawal_until": "2026-02-01"}, "consent-withdrawal_until"),
        ({"consent-embargo_until": "2027-02-01"}, "consent-embargo_until"),
    ],
)
def test_a_consent_that_contradicts_itself_cannot_be_filed(answers, field, parse):
    found = problems(ENOUGH | {name: (value,) for name, value in answers.items()}, parse)
    assert set(found) == {field}


def test_a_refusal_is_a_record_too(said):
    assert said(**{"consent-form": "refused", "consent-archive": "no"}).consent.form == "refused"


# -- the person


def test_who_said_it_stays_out_of_what_was_said(parse):
    answers = ENOUGH | {
        "witness-name": ("림설경",),
        "witness-aliases": ("임설경\n설경\n\n",),
        "witness-birth_date": ("1995-04-17",),
        "witness-phone": ("010-0417-2283",),
        "witness-hometown": ("청진시 수남구역",),
        "witness-family-2-relation": ("mother",),
        "witness-family-2-name": ("한금숙",),
        "witness-origin": ("KP-09",),
        "witness-code": ("w-7k2mqx",),
    }
    testimony, witness = parse(answers)
    assert (witness.name, witness.aliases, witness.family[0].name) == ("림설경", ("임설경", "설경"), "한금숙")
    assert (witness.code, testimony.witness_code) == ("W-7K2MQX", "W-7K2MQX")
    assert (testimony.birth_band, testimony.origin) == ("1990-1999", "KP-09")
    outside = repr(testimony)
    for secret in ("림설경", "임설경", "1995", "010-0417", "수남", "한금숙"):
        assert secret not in outside


def test_only_a_case_one_was_asked_to_work_on_can_be_chosen(vocabulary, gazetteer):
    case = uuid4()
    answers = ENOUGH | {"setting-case": (str(case),)}
    assert parser(vocabulary, gazetteer, {case})(answers)[0].case_id == case
    with pytest.raises(Invalid):
        parser(vocabulary, gazetteer, {uuid4()})(answers)


def test_names_that_no_section_knows_say_nothing(parse):
    assert parse(ENOUGH | {"people-²-name": ("x",), "people-99999-name": ("x",), "zzz": ("x",)})[0].people == ()
