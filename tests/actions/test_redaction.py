"""Deciding what may be said: spans, people, events, whose hands it is in, and what stands in the way of sending."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people import House
from redacting import accept_everything, begin, send, span
from sayings import SAID, WHO, file_one

from intake.actions import redaction, review
from intake.actions.decisions import SpanGiven, re_anchor
from intake.errors import Conflict, IntakeError, Invalid, NotFound, Refused, StepUpNeeded
from intake.models.redaction import Method, RedactionState, TurnedDown
from intake.models.testimony import NamedPerson, PlaceLink, Testimony, TestimonyContent
from intake.morphology import Analyser
from intake.rendering import export
from intake.rendering.leaks import Leak
from intake.work import ACTIONS, Work, action

TEXT = SAID.narrative
LEADER = "표범섭"


def _text(gate, redaction_id) -> str:  # type: ignore[no-untyped-def]
    return redaction.read(gate, redaction_id).built.text


def test_one_redaction_per_audience(house: House) -> None:
    gate, redaction_id = begin(house)
    bench = redaction.read(gate, redaction_id)
    assert (bench.mine, bench.state, bench.source_current) == (True, RedactionState.WORKING, True)
    with pytest.raises(Conflict):
        redaction.start(house.gate("bora"), bench.testimony_id, audience="A8", purpose="public-report", identity="N2")


def test_the_same_person_gets_the_same_token_and_particles_do_not_tell(house: House) -> None:
    said = replace(SAID, narrative="표범섭이 왔다. 표범섭은 갔다. 그 표범섭을 보았다. 다른 사람 서문탁이 왔다.")
    gate, redaction_id = begin(house, said)
    redaction.decide(gate, redaction_id, [span(said.narrative, LEADER, everywhere=True)])
    redaction.decide(gate, redaction_id, [span(said.narrative, "서문탁")])
    text = _text(gate, redaction_id)
    tokens = set(redaction.read(gate, redaction_id).tokens.values())
    assert len(tokens) == 2
    first = next(token for token in tokens if text.startswith(token))
    assert text.count(first) == 3
    assert [f"{first}{p}" in text for p in ("이(가)", "은(는)", "을(를)")] == [True] * 3
    assert LEADER not in text


def test_two_releases_of_one_testimony_share_no_token(house: House) -> None:
    made = []
    for _ in range(2):
        gate, redaction_id = begin(house)
        redaction.decide(gate, redaction_id, [replace(span(TEXT, LEADER), group="g1")])
        made.append(redaction.read(gate, redaction_id).tokens["g1"])
    assert made[0] != made[1]


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("start", SpanGiven(5, 5, "PERSON", Method.MASK, "x", "R1-ID")),
        ("start", SpanGiven(0, 10_000, "PERSON", Method.MASK, "x", "R1-ID")),
        ("start", SpanGiven(-3, 2, "PERSON", Method.MASK, "x", "R1-ID")),
        ("start", SpanGiven(2, 3, "PERSON", Method.DELETE, "", "R1-ID")),
        ("kind", SpanGiven(0, 2, "NOBODY", Method.MASK, "x", "R1-ID")),
        ("reason", SpanGiven(0, 2, "PERSON", Method.MASK, "x", "R99")),
        ("reason", SpanGiven(0, 2, "PERSON", Method.DELETE, "", "")),
        ("replacement", SpanGiven(0, 2, "SMALL_PLACE", Method.GENERALISE, "", "R1-ID")),
        ("note", SpanGiven(0, 2, "PERSON", Method.KEEP, "", "")),
    ],
)
def test_a_wrong_span_is_refused_at_its_field(house: House, field: str, given: SpanGiven) -> None:
    gate, redaction_id = begin(house)
    with pytest.raises(Invalid) as refused:
        redaction.decide(gate, redaction_id, [given])
    assert list(refused.value.fields) == [field]
    assert redaction.read(gate, redaction_id).decisions == ()


@pytest.mark.parametrize("telling", ["표범섭 씨", "표 범 섭", "Phyo Pom Sop", "범섭"])
def test_a_replacement_that_tells_what_it_hides_is_refused(house: House, telling: str) -> None:
    gate, redaction_id = begin(house)
    try:
        redaction.decide(gate, redaction_id, [span(TEXT, LEADER, replacement=telling)])
    except Invalid as refused:
        assert list(refused.fields) == ["replacement"]  # noqa: PT017 - what is not refused here must be found below
    else:
        findings = redaction.read(gate, redaction_id).findings
        assert [f for f in findings if f.kind == "PERSON" and f.rule != "undecided"]


def test_decisions_that_overlap_without_one_holding_the_other_are_refused(house: House) -> None:
    gate, redaction_id = begin(house)
    redaction.decide(gate, redaction_id, [SpanGiven(3, 8, "SMALL_PLACE", Method.MASK, "[장소]", "R1-ID")])
    with pytest.raises(Invalid, match="overlap"):
        redaction.decide(gate, redaction_id, [SpanGiven(5, 12, "SMALL_PLACE", Method.MASK, "[곳]", "R1-ID")])
    redaction.decide(gate, redaction_id, [SpanGiven(0, 14, "SMALL_PLACE", Method.MASK, "[앞부분]", "R1-ID")])
    assert _text(gate, redaction_id).startswith("[앞부분]")


def test_masks_have_one_width_whatever_they_hide(house: House) -> None:
    said = replace(SAID, narrative="금이가 왔다. 남궁설화영이 왔다.")
    gate, redaction_id = begin(house, said)
    for words in ("금이", "남궁설화영"):
        redaction.decide(gate, redaction_id, [span(said.narrative, words, method=Method.MASK)])
    assert _text(gate, redaction_id).count("[이름]") == 2


@pytest.mark.parametrize("typed", ["$1\\1(.*)", "#set text(red)", "{{ 7*7 }}", "=1+1", "\\u0000"])
def test_a_replacement_is_words_and_nothing_else(house: House, typed: str) -> None:
    gate, redaction_id = begin(house)
    redaction.decide(gate, redaction_id, [span(TEXT, LEADER, replacement=typed)])
    assert typed in _text(gate, redaction_id)


def test_emoji_and_old_hangul_are_counted_in_code_points(house: House) -> None:
    said = replace(SAID, narrative="😀👩‍👩‍👧 표범섭이 왔다. ᄒᆞᆫ글 표범섭 𠮷野")
    gate, redaction_id = begin(house, said)
    redaction.decide(gate, redaction_id, [span(said.narrative, LEADER, everywhere=True)])
    text = _text(gate, redaction_id)
    assert LEADER not in text
    assert text.startswith("😀👩‍👩‍👧 인물 ")
    assert text.endswith("𠮷野")


def test_the_whole_text_can_be_taken_out(house: House) -> None:
    gate, redaction_id = begin(house)
    everything = SpanGiven(0, len(TEXT), "OTHER_IDENTIFIER", Method.GENERALISE, "증언 전체", "R8-SENS")
    redaction.decide(gate, redaction_id, [everything])
    bench = redaction.read(gate, redaction_id)
    assert bench.built.text == "증언 전체"
    assert {fact.key for fact in bench.built.document.facts} == {"sector", "focus_areas"}


def test_every_step_can_be_undone_and_done_again(house: House) -> None:
    gate, redaction_id = begin(house)
    with pytest.raises(Conflict):
        redaction.undo(gate, redaction_id)
    redaction.decide(gate, redaction_id, [span(TEXT, LEADER)])
    redaction.decide(gate, redaction_id, [span(TEXT, "까치수산", "WORKPLACE")])
    redaction.undo(gate, redaction_id)
    assert "까치수산" in _text(gate, redaction_id)
    redaction.restore(gate, redaction_id)
    assert "까치수산" not in _text(gate, redaction_id)
    with pytest.raises(Conflict):
        redaction.restore(gate, redaction_id)
    redaction.undo(gate, redaction_id)
    redaction.undo(gate, redaction_id)
    assert _text(gate, redaction_id) == TEXT
    redaction.decide(gate, redaction_id, [span(TEXT, "훈춘", "SMALL_PLACE", Method.GENERALISE, replacement="지린성")])
    with pytest.raises(Conflict):
        redaction.restore(gate, redaction_id)


def test_several_steps_are_undone_together_and_done_again_one_by_one(house: House) -> None:
    gate, redaction_id = begin(house)
    for words in (LEADER, "까치수산", "훈춘"):
        redaction.decide(gate, redaction_id, [span(TEXT, words)])
    redaction.undo(gate, redaction_id, steps=2)
    assert [d.quote for d in redaction.read(gate, redaction_id).decisions] == [LEADER]
    redaction.restore(gate, redaction_id)
    assert {d.quote for d in redaction.read(gate, redaction_id).decisions} == {LEADER, "까치수산"}
    for steps in (0, -1, 3):
        with pytest.raises(Conflict):
            redaction.undo(gate, redaction_id, steps=steps)


def test_a_decision_can_be_taken_off_or_replaced(house: House) -> None:
    gate, redaction_id = begin(house)
    (first,) = redaction.decide(gate, redaction_id, [span(TEXT, LEADER)])
    again = span(TEXT, LEADER, method=Method.GENERALISE, replacement="한 관리자")
    redaction.decide(gate, redaction_id, [again], remove=[first])
    assert "한 관리자" in _text(gate, redaction_id)
    assert len(redaction.read(gate, redaction_id).decisions) == 1


def test_the_analyser_of_korean_words_suggests_besides(house: House) -> None:
    """A name that no rule knows stands undecided in the way of sending, once the analyser is switched on."""
    gate, redaction_id = begin(house, replace(SAID, narrative="그날은 알리나의 차를 탔습니다."))
    assert "알리나" not in {s.quote for s in redaction.read(gate, redaction_id).suggestions}
    analyser = Analyser()
    gate.instance = replace(house.instance, analyser=analyser)
    try:
        found = {s.quote: s for s in redaction.read(gate, redaction_id).suggestions}
        assert (found["알리나"].kind, found["알리나"].rule) == ("PERSON", "analyser")
        assert [f.source for f in redaction.send(gate, redaction_id) if f.rule == "undecided"] == [(4, 7)]
    finally:
        analyser.end()


def test_a_name_like_a_word_of_our_own_notice_is_no_leak(house: House) -> None:
    """Every release says that 이름 was replaced; somebody called 원이름 is not in it."""
    text = "그날 원이름은 오지 않았습니다."
    gate, redaction_id = begin(house, replace(SAID, narrative=text))
    redaction.decide(gate, redaction_id, [span(text, "원이름")])
    accept_everything(gate, redaction_id)
    built = redaction.read(gate, redaction_id).built
    assert any("이름" in line for line in built.document.notice)
    assert [f for f in redaction.send(gate, redaction_id) if f.blocks] == []


def test_a_city_of_the_record_may_be_told(house: House) -> None:
    """What the scanner lets pass as wide enough does not stand in the way afterwards; a county does."""
    text = "We laid bricks in Saint Petersburg, and my friend came from Kilju, far away."
    links = (
        PlaceLink(place="RU-SPE", name="Saint Petersburg", role="workplace"),
        PlaceLink(place="KP-09.kilju", name="Kilju", role="origin"),
    )
    gate, redaction_id = begin(house, replace(SAID, narrative=text, language="en", places=links))
    assert {s.quote for s in redaction.read(gate, redaction_id).suggestions} == {"Kilju"}
    found = redaction.check(gate, redaction_id).findings
    assert {text[f.source[0] : f.source[1]] for f in found if f.source} == {"Kilju"}
    accept_everything(gate, redaction_id)
    assert [f for f in redaction.send(gate, redaction_id) if f.blocks] == []


def test_suggestions_leave_when_decided_or_turned_down(house: House) -> None:
    gate, redaction_id = begin(house)
    before = redaction.read(gate, redaction_id).suggestions
    assert {"표범섭", "까치수산"} <= {s.quote for s in before}
    workplace = next(s for s in before if s.quote == "까치수산")
    refused = TurnedDown(kind="WORKPLACE", quote="까치수산", start=workplace.start, end=workplace.end, reason="")
    with pytest.raises(Invalid) as problem:
        redaction.turn_down(gate, redaction_id, [refused])
    assert list(problem.value.fields) == ["note"]
    redaction.turn_down(gate, redaction_id, [replace(refused, reason="일터를 밝히는 것이 목적이다")])
    assert "까치수산" not in {s.quote for s in redaction.read(gate, redaction_id).suggestions}
    assert accept_everything(gate, redaction_id).suggestions == ()


def test_a_turned_down_place_has_to_be_in_the_text(house: House) -> None:
    gate, redaction_id = begin(house)
    with pytest.raises(Invalid):
        redaction.turn_down(
            gate, redaction_id, [TurnedDown(kind="PERSON", quote="없는말", start=0, end=3, reason="없음")]
        )


def test_only_one_person_decides_until_they_let_it_lie(house: House) -> None:
    _, redaction_id = begin(house)
    bora = house["bora"].stepped_up()
    with pytest.raises(Refused):
        redaction.decide(bora, redaction_id, [span(TEXT, LEADER)])
    with pytest.raises(Conflict):
        redaction.take(bora, redaction_id)
    house.clock.forward(minutes=21)
    bora = house["bora"].stepped_up()
    assert redaction.read(bora, redaction_id).idle
    redaction.take(bora, redaction_id)
    redaction.decide(bora, redaction_id, [span(TEXT, LEADER)])
    with pytest.raises(Refused):
        redaction.decide(house["mina"].stepped_up(), redaction_id, [span(TEXT, LEADER)])


def test_a_page_made_from_an_older_version_changes_nothing(house: House) -> None:
    gate, redaction_id = begin(house)
    version = redaction.read(gate, redaction_id).version
    redaction.decide(gate, redaction_id, [span(TEXT, LEADER)], version=version)
    with pytest.raises(Conflict):
        redaction.decide(gate, redaction_id, [span(TEXT, "훈춘", "SMALL_PLACE", Method.DELETE)], version=version)


# -- what stands in the way of sending


def test_sending_needs_the_identity_record(house: House) -> None:
    gate, redaction_id = begin(house)
    accept_everything(gate, redaction_id)
    with pytest.raises(StepUpNeeded):
        redaction.send(house.gate("mina"), redaction_id)


def test_an_undecided_name_stands_in_the_way(house: House) -> None:
    gate, redaction_id = begin(house)
    accept_everything(gate, redaction_id, but=[LEADER])
    findings = redaction.send(gate, redaction_id)
    assert [(f.rule, f.kind) for f in findings if f.blocks] == [("undecided", "PERSON")]
    assert redaction.read(gate, redaction_id).state is RedactionState.WORKING


def _sent_with(house: House, narrative: str, *decisions: SpanGiven, **said: object) -> list[tuple[str, str]]:
    gate, redaction_id = begin(house, replace(SAID, narrative=narrative, **said))  # type: ignore[arg-type]
    redaction.decide(gate, redaction_id, decisions)
    findings = redaction.send(gate, redaction_id)
    return [(f.rule, f.kind) for f in findings if f.blocks and f.rule != "undecided"]


def test_what_was_taken_out_once_and_left_elsewhere_stands_in_the_way(house: House) -> None:
    narrative = "서문탁이 왔다. 그리고 서 문 탁 이라고 불렀다."
    assert [kind for _, kind in _sent_with(house, narrative, span(narrative, "서문탁"))] == ["PERSON"]


@pytest.mark.parametrize(
    "left",
    ["표설화", "표 설화", "표\u200b설화", "Phyo Sol Hwa", "Пхё Соль Хва", "곽봉녀", "010 5550 0137", "1991년 2월 3일"],
)
def test_the_witness_the_family_and_their_numbers_stand_in_the_way(house: House, left: str) -> None:
    """Turned down everywhere: what the record says still may not leave."""
    narrative = f"그날 {left} 라고 들었다."
    gate, redaction_id = begin(house, replace(SAID, narrative=narrative))
    bench = redaction.read(gate, redaction_id)
    redaction.turn_down(
        gate,
        redaction_id,
        [TurnedDown(kind=s.kind, quote=s.quote, start=s.start, end=s.end, reason="시험") for s in bench.suggestions],
    )
    assert [f for f in redaction.send(gate, redaction_id) if f.blocks]
    assert redaction.read(gate, redaction_id).state is RedactionState.WORKING


def test_a_place_that_was_taken_out_does_not_stay_by_its_bare_name(house: House) -> None:
    narrative = "집은 경성군에 있었습니다. 어머니는 아직 경성에 계시고, 무산군 사람인 아버지는 무산에 계십니다."
    gate, redaction_id = begin(house, replace(SAID, narrative=narrative))
    for words in ("경성군", "무산군"):
        one = span(narrative, words, "SMALL_PLACE", Method.GENERALISE, replacement="함경북도")
        redaction.decide(gate, redaction_id, [one])
    findings = redaction.read(gate, redaction_id).findings
    left = {narrative[slice(*f.source)] for f in findings if f.source and f.rule != "undecided"}
    assert left == {"경성", "무산"}


def test_keeping_the_witness_on_purpose_is_no_way_round(house: House) -> None:
    narrative = "나는 표설화이다."
    kept = span(narrative, "표설화", method=Method.KEEP, reason="", note="본인이 원한다")
    assert [kind for _, kind in _sent_with(house, narrative, kept)] == ["PERSON"]


def test_somebody_else_can_be_kept_with_a_reason_at_that_place_only(house: House) -> None:
    people = (NamedPerson(name="서문탁"),)
    narrative = "장관 서문탁이 말했다."
    kept = span(narrative, "서문탁", method=Method.KEEP, reason="", note="공인이다")
    assert _sent_with(house, narrative, kept, people=people) == []
    twice = "장관 서문탁이 말했다. 옆집 서문탁도 왔다."
    assert _sent_with(house, twice, span(twice, "서문탁", method=Method.KEEP, reason="", note="공인"), people=people)


def test_employer_and_days_together_need_a_reason(house: House) -> None:
    narrative = "까치수산에서 일했다. 2018년 9월 12일에 들어갔다."
    kept = {"method": Method.KEEP, "reason": "", "note": "일터가 목적이다"}
    gate, redaction_id = begin(house, replace(SAID, narrative=narrative))
    redaction.decide(gate, redaction_id, [span(narrative, "까치수산", "WORKPLACE", **kept)])  # type: ignore[arg-type]
    (finding,) = [f for f in redaction.send(gate, redaction_id) if f.blocks]
    assert finding.rule == "combination"
    with pytest.raises(Invalid):
        redaction.set_aside(gate, redaction_id, finding.key, " ")
    redaction.set_aside(gate, redaction_id, finding.key, "수백 명이 그날 들어갔다")
    findings = redaction.send(gate, redaction_id)
    assert [f.set_aside for f in findings if f.rule == "combination"] == ["수백 명이 그날 들어갔다"]
    assert redaction.read(gate, redaction_id).state is RedactionState.SENT


def test_a_firm_finding_is_not_set_aside_by_a_reason(house: House) -> None:
    narrative = "나는 표설화이다."
    gate, redaction_id = begin(house, replace(SAID, narrative=narrative))
    bench = redaction.read(gate, redaction_id)
    refused = [
        TurnedDown(kind=s.kind, quote=s.quote, start=s.start, end=s.end, reason="시험") for s in bench.suggestions
    ]
    redaction.turn_down(gate, redaction_id, refused)
    for finding in redaction.read(gate, redaction_id).findings:
        redaction.set_aside(gate, redaction_id, finding.key, "아무 일도 아니다")
    assert [f for f in redaction.send(gate, redaction_id) if f.blocks]


def test_an_error_in_the_check_lets_nothing_pass(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, redaction_id = begin(house)
    accept_everything(gate, redaction_id)

    def broken(*_: object, **__: object) -> list[object]:
        raise RuntimeError

    monkeypatch.setattr("intake.actions.inspection.check_file", broken)
    with pytest.raises(RuntimeError):
        redaction.send(gate, redaction_id)
    monkeypatch.undo()
    assert redaction.read(gate, redaction_id).state is RedactionState.WORKING


def test_a_form_that_cannot_be_made_lets_none_leave(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, redaction_id = begin(house)
    accept_everything(gate, redaction_id)

    def broken(_: object) -> bytes:
        raise IntakeError

    forms = [replace(form, render=broken) if form.extension == "pdf" else form for form in export.FORMS]
    monkeypatch.setattr("intake.rendering.export.FORMS", tuple(forms))
    with pytest.raises(IntakeError):
        redaction.send(gate, redaction_id)
    monkeypatch.undo()
    assert redaction.read(gate, redaction_id).state is RedactionState.WORKING


# -- facts


def test_facts_are_worked_out_from_what_the_text_still_tells(house: House) -> None:
    gate, redaction_id = begin(house)
    told = {fact.key: fact.values for fact in redaction.read(gate, redaction_id).built.document.facts}
    assert told["province"] == ("지린성",)
    assert told["mechanisms"] == ("한 달 무비자 체류 반복",)
    assert "year" not in told
    redaction.decide(gate, redaction_id, [span(TEXT, "훈춘", "SMALL_PLACE", Method.MASK)])
    start = TEXT.index("한 달이")
    passage = SpanGiven(start, start + 38, "OTHER_IDENTIFIER", Method.DELETE, reason="R4-COH")
    redaction.decide(gate, redaction_id, [passage])
    built = redaction.read(gate, redaction_id).built
    assert {"province", "mechanisms"} <= {fact.key for fact in built.withheld}
    assert not {"province", "mechanisms"} & {fact.key for fact in built.document.facts}


def test_only_fields_of_the_allow_list_go_along(house: House) -> None:
    gate, redaction_id = begin(house)
    with pytest.raises(Invalid):
        redaction.allow(gate, redaction_id, ["mechanisms", "private_note"])
    redaction.allow(gate, redaction_id, ["sector"])
    assert [fact.key for fact in redaction.read(gate, redaction_id).built.document.facts] == ["sector"]
    redaction.undo(gate, redaction_id)
    assert len(redaction.read(gate, redaction_id).built.document.facts) > 1


# -- a newer version of the source


def test_decisions_find_their_places_in_a_newer_text_or_wait(house: House) -> None:
    gate, redaction_id = begin(house)
    redaction.decide(gate, redaction_id, [span(TEXT, LEADER), span(TEXT, "까치수산", "WORKPLACE")])
    decisions = redaction.read(gate, redaction_id).decisions
    newer = "그해 봄이었습니다. " + TEXT.replace("까치수산", "그 공장")
    found, adrift = re_anchor(decisions, newer)
    assert [newer[d.start : d.end] for d in found] == [LEADER]
    assert [d.quote for d in adrift] == ["까치수산"]
    found, adrift = re_anchor(found, f"{LEADER}. {LEADER}.")
    assert (found, [d.quote for d in adrift]) == ([], [LEADER])


def test_nothing_is_sent_from_an_older_version_of_the_testimony(house: House, newer) -> None:  # type: ignore[no-untyped-def]
    gate, redaction_id = begin(house)
    accept_everything(gate, redaction_id)
    newer(gate, redaction.read(gate, redaction_id).testimony_id, "덧붙임. " + TEXT.replace("까치수산", "그 공장"))
    for deed in (
        lambda: redaction.send(gate, redaction_id),
        lambda: redaction.decide(gate, redaction_id, [span(TEXT, LEADER)]),
    ):
        with pytest.raises(Conflict, match="newer version"):
            deed()
    assert not redaction.read(gate, redaction_id).source_current
    assert redaction.renew(gate, redaction_id) == 1
    bench = redaction.read(gate, redaction_id)
    assert (bench.source_current, [d.quote for d in bench.decisions]) == (True, [LEADER])
    with pytest.raises(Conflict):
        redaction.undo(gate, redaction_id)
    with pytest.raises(Conflict, match="found no place"):
        redaction.send(gate, redaction_id)
    redaction.decide(gate, redaction_id, [], remove=[bench.content.adrift[0].id])
    assert not [f for f in redaction.send(gate, redaction_id) if f.blocks]


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Give a testimony a newer version."""

    def change(gate, testimony_id, narrative: str) -> None:  # type: ignore[no-untyped-def]
        def body(work: Work) -> None:
            record = work.get(Testimony, testimony_id)
            work.reseal(record, replace(work.open(TestimonyContent, record), narrative=narrative))

        monkeypatch.setattr("intake.work.may", lambda *_: True)
        action(body)(gate)
        monkeypatch.undo()
        for name in [name for name in ACTIONS if name.endswith(".body")]:
            del ACTIONS[name]

    return change


# -- words between people


def test_remarks_are_left_and_settled(house: House) -> None:
    _, redaction_id = begin(house)
    bora = house.gate("bora")
    redaction.remark(bora, redaction_id, "이 날짜는 다른 보고서에 있다")
    with pytest.raises(Invalid):
        redaction.remark(bora, redaction_id, "  ")
    (remark,) = redaction.read(bora, redaction_id).content.remarks
    redaction.settle(house.gate("mina"), redaction_id, remark.id)
    assert redaction.read(bora, redaction_id).content.open_remarks() == ()
    with pytest.raises(NotFound):
        redaction.settle(bora, redaction_id, remark.id)


def test_what_was_sent_on_is_out_of_the_redactors_hands(house: House) -> None:
    gate, redaction_id = send(house)
    for deed in (
        lambda: redaction.decide(gate, redaction_id, [span(TEXT, "훈춘", "SMALL_PLACE", Method.DELETE)]),
        lambda: redaction.undo(gate, redaction_id),
        lambda: redaction.send(gate, redaction_id),
        lambda: redaction.take(house["bora"].stepped_up(), redaction_id),
    ):
        with pytest.raises(Conflict):
            deed()


def test_the_produced_files_say_nothing_that_was_taken_out(house: House) -> None:
    _, redaction_id = send(house)
    gate = house.gate("bora")
    for extension in ("html", "json", "csv"):
        text = review.preview(gate, redaction_id, extension).data.decode()
        assert not [word for word in (LEADER, "까치수산", WHO.name, "설화", "T-") if word in text]


def test_masks_that_show_a_length_are_pointed_out(house: House) -> None:
    said = replace(SAID, narrative="서문탁이 왔다. 남궁설화영이 왔다.")
    gate, redaction_id = begin(house, said)
    redaction.decide(gate, redaction_id, [span(said.narrative, "서문탁", method=Method.MASK, replacement="○○○")])
    redaction.decide(gate, redaction_id, [span(said.narrative, "남궁설화영", method=Method.MASK, replacement="○○○○○")])
    assert {"mask.length"} <= {f.rule for f in redaction.read(gate, redaction_id).findings}


def test_facts_that_few_witnesses_share_are_pointed_out_to_whoever_looks(house: House) -> None:
    _, redaction_id = send(house)
    second = house["bora"].stepped_up()
    review.guess(second, redaction_id, "없다")
    (few,) = [f for f in review.read(second, redaction_id).findings if f.rule == "few"]
    assert few.severity == "look"
    assert few.where.endswith(": 1")


def test_details_that_few_witnesses_tell_together_are_pointed_out(house: House) -> None:
    """A workplace and a small place left in the text, told together by one witness. Kinds and a number, no words."""
    crowd = "까치수산에서 일했다는 사람이 많다."
    for number in range(6):
        who = replace(WHO, name=f"천가{'나다라마바사'[number]}", code=f"W-{number}")
        file_one(house.gate("hana"), replace(SAID, narrative=crowd, witness_code=f"W-{number}"), who)
    narrative = "까치수산에서 일했습니다. 집은 온성군 창평리에 있었습니다. 맏아들은 예술단 가수였습니다."
    kept = {"method": Method.KEEP, "reason": "", "note": "여럿이 말했다"}
    gate, redaction_id = begin(house, replace(SAID, narrative=narrative))
    for words, kind in (("까치수산", "WORKPLACE"), ("온성군 창평리", "SMALL_PLACE")):
        redaction.decide(gate, redaction_id, [span(narrative, words, kind, **kept)])  # type: ignore[arg-type]
    told = [f for f in redaction.check(gate, redaction_id).findings if f.rule == "few.text"]
    assert "SMALL_PLACE × WORKPLACE: 1" in [f.where for f in told]
    assert all(f.source and narrative[slice(*f.source)] for f in told)
    assert not any(word in repr(told) for word in ("까치", "온성", "창평"))


def test_the_number_of_a_paragraph_is_not_the_number_of_a_worker(house: House) -> None:
    """Every paragraph is numbered in every file; somebody else's number 1147 was taken out."""
    narrative = "내 로동자번호는 1147이였다.\n" + "\n".join("그날도 아침부터 일했다." for _ in range(1150))
    gate, redaction_id = begin(house, replace(SAID, narrative=narrative))
    redaction.decide(gate, redaction_id, [span(narrative, "1147", "ID_NUMBER", Method.MASK, replacement="[번호]")])
    assert not [f for f in redaction.check(gate, redaction_id).findings if f.kind == "ID_NUMBER"]


def test_a_chance_likeness_inside_a_file_is_answered_with_a_reason(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A blocking finding in a file's inner parts needs a reason; the very words there are never excused."""
    gate, redaction_id = begin(house)
    accept_everything(gate, redaction_id)
    for rule, excused in (("name.romanised", True), ("same", False), ("unreadable", False)):
        likeness = Leak(rule, "block", "xlsx part", None, None, "g-P1", "PERSON")
        monkeypatch.setattr("intake.actions.inspection.check_file", lambda *_, found=likeness: [found])
        findings = redaction.check(gate, redaction_id).findings
        (first, *_) = [f for f in findings if f.blocks]
        for finding in findings:
            redaction.set_aside(gate, redaction_id, finding.key, "글꼴 이름이다")
        assert bool([f for f in redaction.check(gate, redaction_id).findings if f.blocks]) is not excused
        assert first.where.endswith("xlsx part")
