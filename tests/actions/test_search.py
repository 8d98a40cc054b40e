"""Coordinators ask; the answer says why, counts units apart, and changes with what they say of candidates."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from people import House
from sayings import SAID, file_one, transcribe_one

from intake.actions import catchup, search, testimony
from intake.errors import Invalid, NotFound, Refused
from intake.models.judgement import Verdict
from intake.models.testimony import Leg, Setting, TestimonyContent

SILENT = replace(SAID, mechanisms=())
OTHER = replace(
    SAID,
    narrative="쿠웨이트 건설장에서 일했습니다. 정식 로동사증이 있었습니다.\n둘째 문단에서 기숙사 이야기를 합니다.",
    mechanisms=(),
    legs=(Leg(country="KW", workplace="사막건설", sector="construction", entry="2015"),),
    setting=Setting(date="2019-01-02", language="ko"),
)


def answer(house: House, text: str, **how: object) -> search.Answer:
    return search.run(house.gate("dain"), text, **how)  # type: ignore[arg-type]


def test_a_tag_answers_and_is_shown_with_its_words(house: House) -> None:
    filed = file_one(house.gate("hana"))
    found = answer(house, "mechanism:visa-circumvention")
    (row,) = found.rows
    assert row.reference == filed.reference
    why = [(one.kind, one.concept) for one in row.why]
    assert why == [("tag", "one-month-visa-free-rotation")]
    assert row.why[0].quote == "한 달이 차기 전에 다 같이 조국에 나갔다가"
    assert found.complete
    assert found.counts.testimonies == found.counts.witnesses == found.counts.workplaces == 1
    assert found.counts.cases == 0


def test_a_mention_answers_where_nobody_tagged(house: House) -> None:
    file_one(house.gate("hana"), SILENT)
    assert answer(house, "mechanism:visa-circumvention").rows == ()
    found = answer(house, "concept:visa-circumvention", tab="mentioned")
    (row,) = found.rows
    mention = next(one for one in row.why if one.kind == "mention")
    text = SILENT.narrative
    assert mention.start is not None
    assert text[mention.start : mention.end] == mention.quote
    assert mention.paragraph == text.count("\n", 0, mention.start) + 1
    line = text.split("\n")[mention.paragraph - 1]
    assert mention.before.lstrip("…") + mention.quote + mention.after.rstrip("…") in line


def test_words_are_shown_where_they_stand_in_any_spelling(house: House) -> None:
    file_one(house.gate("hana"), OTHER)
    (row,) = answer(house, "노동비자 숙소 OR 기숙사에서").rows
    assert [(one.kind, one.quote, one.paragraph) for one in row.why] == [
        ("text", "로동사증", 1),
        ("text", "기숙사", 2),
    ]
    (row,) = answer(house, "노동비자").rows
    assert [(one.quote, one.paragraph) for one in row.why] == [("로동사증", 1)]
    assert row.why[0].before.endswith("정식 ")
    assert row.why[0].after == "이 있었습니다."


def test_the_newest_interview_comes_first_and_pages_follow_each_other(house: House) -> None:
    gate = house.gate("hana")
    days = [f"2020-01-{day:02}" for day in range(1, 8)]
    for day in days:
        transcribe_one(gate, day, replace(SAID, setting=Setting(date=day, language="ko")))
    seen, after = [], None
    while True:
        page = answer(house, "", limit=3, after=after)
        seen += [row.interviewed for row in page.rows]
        after = page.next
        if after is None:
            break
    assert seen == days[::-1]


def test_refining_turns_boxes_into_text(house: House) -> None:
    gate = house.gate("dain")
    assert search.refine(gate, "기숙사", {}, {"place": ["CN", "RU"]}) == "기숙사 (place:CN OR place:RU)"
    assert search.refine(gate, "기숙사 place:중국", {"place": ["CN"]}, {}) == "기숙사"
    with pytest.raises(Invalid):
        search.refine(gate, "기숙사", {}, {"place": ["nowhere-at-all"]})


@pytest.mark.parametrize(
    ("groups", "then"),
    [
        (("place:중국", "공장", "훈춘 단둥", "쿠웨이트"), "place:CN 공장 (훈춘 OR 단둥) -쿠웨이트"),
        (("", "", '"외출 금지" place:RU', ""), '("외출 금지" OR place:RU)'),
        (("", "", "", "a b"), "-(a OR b)"),
        (("a", "", "b", ""), "a b"),
        (("", "", "", ""), ""),
    ],
)
def test_a_question_is_put_together_from_groups(house: House, groups: tuple[str, ...], then: str) -> None:
    assert search.build(house.gate("dain"), *groups) == then
    with pytest.raises(Invalid):
        search.build(house.gate("dain"), "", "((", "", "")


@pytest.mark.parametrize(
    "text", ["((((", '"open', "nokey:x", "place:nowhere", "a OR", "-", "year:abc", "\x00", "a" * 20_001, "()"]
)
def test_what_cannot_be_understood_is_said(house: House, text: str) -> None:
    with pytest.raises(Invalid):
        answer(house, text)


@pytest.mark.parametrize("text", ["NEAR(a b)", "*", "a*", "10,000", "OR or", "한 OR 둘 OR 셋"])
def test_operators_of_other_engines_are_words(house: House, text: str) -> None:
    file_one(house.gate("hana"))
    try:
        answer(house, text)
    except Invalid as problem:
        assert problem.message  # noqa: PT017 - refused is fine, as long as it is said


def test_confirming_makes_a_candidate_an_answer(house: House) -> None:
    filed = file_one(house.gate("hana"), SILENT)
    before = answer(house, "concept:visa-circumvention", tab="mentioned")
    concept = next(one.concept for one in before.rows[0].why if one.kind == "mention")
    search.judge(house.gate("dain"), filed.testimony_id, concept, Verdict.CONFIRMED, start=3, end=9)
    after = answer(house, "concept:visa-circumvention", tab="confirmed")
    assert (before.tabs["mentioned"], before.tabs["confirmed"]) == (1, 0)
    assert (after.tabs["mentioned"], after.tabs["confirmed"]) == (0, 1)
    judged = next(one for one in after.rows[0].why if one.field == "judgement")
    assert judged.quote == SILENT.narrative[3:9]


def test_not_this_takes_a_candidate_out_and_confirming_later_puts_it_back(house: House) -> None:
    filed = file_one(house.gate("hana"), SILENT)
    found = answer(house, "concept:dormitory-confinement")
    concepts = {one.concept for row in found.rows for one in row.why if one.kind == "mention"}
    assert concepts
    for concept in concepts:
        search.judge(house.gate("dain"), filed.testimony_id, concept, Verdict.REFUSED)
    assert answer(house, "concept:dormitory-confinement").tabs["all"] == 0
    search.judge(house.gate("dain"), filed.testimony_id, next(iter(concepts)), Verdict.CONFIRMED)
    assert answer(house, "concept:dormitory-confinement").tabs["confirmed"] == 1


def test_only_mechanisms_of_testimonies_one_can_open_are_judged(house: House) -> None:
    filed = file_one(house.gate("hana"))
    gate = house.gate("dain")
    with pytest.raises(Invalid):
        search.judge(gate, filed.testimony_id, "construction", Verdict.CONFIRMED)
    with pytest.raises(Invalid):
        search.judge(gate, filed.testimony_id, "no-such-term", Verdict.CONFIRMED)
    with pytest.raises(Invalid):
        search.judge(gate, filed.testimony_id, "visa-circumvention", Verdict.CONFIRMED, start=0, end=10**9)
    with pytest.raises(NotFound):
        search.judge(gate, uuid4(), "visa-circumvention", Verdict.CONFIRMED)
    with pytest.raises(Refused):
        search.judge(house.gate("mina"), filed.testimony_id, "visa-circumvention", Verdict.CONFIRMED)


def test_a_withdrawn_testimony_is_gone_from_answers_counts_and_facets(house: House) -> None:
    filed = file_one(house.gate("hana"))
    assert answer(house, "place:CN").counts.testimonies == 1
    testimony.withdraw(house["mina"].stepped_up(), filed.testimony_id)
    gone = answer(house, "place:CN")
    assert gone.counts.testimonies == 0
    assert gone.rows == ()
    assert all(one.count == 0 for counts in answer(house, "").facets.values() for one in counts)


def test_an_answer_that_is_not_complete_says_so_and_goes_on(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catchup, "BATCH", 1)
    for number in range(4):
        transcribe_one(house.gate("hana"), str(number))
    seen = []
    for _ in range(5):
        page = answer(house, "", patience=0)
        seen.append((page.complete, page.behind, page.counts.testimonies))
    assert seen[0] == (False, 3, 1)
    assert seen[3:] == [(True, 0, 4), (True, 0, 4)]


def test_what_empties_an_answer_is_named(house: House) -> None:
    file_one(house.gate("hana"))
    found = answer(house, "place:CN 없는말이다")
    assert found.rows == ()
    assert [one.text for one in found.empty_because] == ["없는말이다"]  # type: ignore[union-attr]


def test_a_long_narrative_is_shown_in_short(house: House) -> None:
    said: TestimonyContent = replace(SAID, narrative="가나다라 마바사 " * 12_000 + "특이한낱말 끝", mechanisms=())
    file_one(house.gate("hana"), said)
    (row,) = answer(house, "특이한낱말").rows
    assert len(row.why[0].before) <= search.CONTEXT + 1


def test_recall_says_what_tags_alone_would_have_missed(house: House) -> None:
    gate = house.gate("hana")
    transcribe_one(gate, "tagged")
    silent = [transcribe_one(gate, f"silent {number}", SILENT).testimony_id for number in range(3)]
    query = "concept:one-month-visa-free-rotation place:CN"
    found = answer(house, query).recall
    assert found is not None
    assert (found.known, found.alone, found.open, found.judged, found.expected) == (1, 1, 3, 0, None)
    dain = house.gate("dain")
    search.judge(dain, silent[0], "one-month-visa-free-rotation", Verdict.CONFIRMED)
    search.judge(dain, silent[1], "one-month-visa-free-rotation", Verdict.REFUSED)
    found = answer(house, query).recall
    assert found is not None
    assert (found.known, found.alone, found.confirmed, found.refused, found.open) == (2, 1, 1, 1, 1)
    assert found.expected == 0  # half of one, rounded to even
    elsewhere = answer(house, "concept:one-month-visa-free-rotation place:RU").recall
    assert elsewhere is not None
    assert (elsewhere.confirmed, elsewhere.refused) == (0, 0)
    assert answer(house, "place:CN").recall is None
    other = answer(house, "concept:dormitory-confinement").recall
    assert other is not None
    assert other.judged == 0


def test_every_tag_says_whose_it_is(house: House) -> None:
    filed = file_one(house.gate("hana"))
    found = answer(house, "concept:one-month-visa-free-rotation")
    assert {one.by for row in found.rows for one in row.why if one.kind == "tag"} == {"hana"}
    assert {one.by for row in found.rows for one in row.why if one.kind != "tag"} <= {""}
    search.judge(house.gate("dain"), filed.testimony_id, "one-month-visa-free-rotation", Verdict.CONFIRMED)
    found = answer(house, "concept:one-month-visa-free-rotation")
    said = {(one.field, one.by) for row in found.rows for one in row.why if one.kind == "tag"}
    assert ("judgement", "dain") in said
    assert ("mechanisms", "hana") in said
