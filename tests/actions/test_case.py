"""Cases: made from testimonies, changed by one at a time, known to interviewers by a label only."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from people import House
from sayings import SAID, file_one, transcribe_one

from intake.actions import case, draft, search, testimony
from intake.errors import Conflict, Invalid, NotFound, Refused
from intake.models.testimony import Leg


def filed(house: House, number: str, **changes: object) -> UUID:
    return transcribe_one(house.gate("hana"), number, replace(SAID, **changes)).testimony_id  # type: ignore[arg-type]


def test_a_case_holds_its_testimonies_once(house: House) -> None:
    one, two = filed(house, "1"), filed(house, "2")
    gate = house.gate("dain")
    case_id = case.start(gate, "  훈춘 공장  ", "메모", [one, one])
    assert case.group(gate, case_id, [one, two]) == 1
    assert case.group(gate, case_id, [two]) == 0
    opened = case.read(gate, case_id)
    assert opened.content.title == "훈춘 공장"
    assert {t.id for t in opened.testimonies} == {one, two}
    (listed,) = case.list_(gate).cases
    assert (listed.title, listed.testimonies, listed.witnesses, listed.workplaces) == ("훈춘 공장", 2, 2, 1)
    assert search.run(gate, "").counts.cases == 1


def test_taking_out_and_putting_back(house: House) -> None:
    one = filed(house, "1")
    gate = house.gate("dain")
    case_id = case.start(gate, "사건", "", [one])
    case.ungroup(gate, case_id, one)
    assert case.read(gate, case_id).testimonies == ()
    assert case.list_(gate).cases[0].testimonies == 0
    assert case.group(gate, case_id, [one]) == 1
    assert [t.id for t in case.read(gate, case_id).testimonies] == [one]


def test_a_testimony_whose_interviewer_named_the_case_is_in_it_until_taken_out(house: House) -> None:
    gate = house.gate("dain")
    case_id = case.start(gate, "사건")
    one = filed(house, "1", case_id=case_id)
    assert [t.id for t in case.read(gate, case_id).testimonies] == [one]
    case.ungroup(gate, case_id, one)
    assert case.read(gate, case_id).testimonies == ()


def test_two_who_edit_at_once_do_not_overwrite_each_other(house: House) -> None:
    gate = house.gate("dain")
    case_id = case.start(gate, "사건")
    seen = case.read(gate, case_id).version
    case.edit(gate, case_id, "새 이름", "", version=seen)
    with pytest.raises(Conflict):
        case.edit(gate, case_id, "다른 이름", "", version=seen)
    assert case.read(gate, case_id).content.title == "새 이름"


@pytest.mark.parametrize("title", ["", "   ", "가" * 301])
def test_a_case_needs_a_title_of_some_length(house: House, title: str) -> None:
    with pytest.raises(Invalid) as refused:
        case.start(house.gate("dain"), title)
    assert "title" in refused.value.fields


def test_what_one_may_not_know_cannot_be_put_in(house: House) -> None:
    gate = house.gate("dain")
    case_id = case.start(gate, "사건")
    with pytest.raises(NotFound):
        case.group(gate, case_id, [uuid4()])
    with pytest.raises(NotFound):
        case.ungroup(gate, case_id, uuid4())
    with pytest.raises(Invalid):
        case.group(gate, case_id, [])
    for other in ("hana", "mina", "anna"):
        with pytest.raises(Refused):
            case.read(house.gate(other), case_id)


def test_a_withdrawn_testimony_leaves_a_line_and_nothing_else(house: House) -> None:
    one = filed(house, "1")
    gate = house.gate("dain")
    case_id = case.start(gate, "사건", "", [one])
    testimony.withdraw(house["mina"].stepped_up(), one)
    (line,) = case.read(gate, case_id).testimonies
    assert line.content is None
    assert case.list_(gate).cases[0].testimonies == 0
    with pytest.raises(Conflict):
        case.group(gate, case_id, [one])


def test_choosing_names_the_testimonies_and_the_cases(house: House) -> None:
    receipt = file_one(house.gate("hana"))
    gate = house.gate("dain")
    case.start(gate, "사건")
    choice = case.choose(gate, [receipt.testimony_id])
    assert choice.testimonies == ((receipt.testimony_id, receipt.reference),)
    assert [one.title for one in choice.cases] == ["사건"]
    with pytest.raises(Invalid):
        case.choose(gate, [])


def test_cases_that_touch_say_why(house: House) -> None:
    mine = filed(house, "1", witness_code="W-AAAAAA")
    same_witness = filed(house, "2", witness_code="W-AAAAAA", legs=())
    same_workplace = filed(house, "3", legs=(Leg(country="CN", workplace="까치 수산"), Leg(workplace=" 까치수산")))
    far = filed(house, "4", legs=(Leg(country="KW", workplace="사막건설"),))
    gate = house.gate("dain")
    case_id = case.start(gate, "내 사건", "", [mine])
    case.start(gate, "같은 사람", "", [same_witness])
    case.start(gate, "같은 일터", "", [same_workplace])
    case.start(gate, "둘 다 든 증언", "", [mine])
    case.start(gate, "먼 사건", "", [far])
    related = [(one.title, one.kind, one.testimonies) for one in case.read(gate, case_id).related]
    assert related == [("둘 다 든 증언", "testimony", 1), ("같은 사람", "witness", 1), ("같은 일터", "workplace", 1)]


def test_an_interviewer_knows_a_case_by_its_label_only(house: House) -> None:
    gate = house.gate("dain")
    case_id = case.start(gate, "비밀 제목", "비밀 메모")
    hana = next(one for one in case.read(gate, case_id).interviewers if one.name == "hana")
    case.assign(gate, case_id, hana.account_id, " 봄 ", "더 물어 주세요")
    opened = case.read(gate, case_id)
    assert [one.name for one in opened.assigned] == ["hana"]
    assert "hana" not in [one.name for one in opened.interviewers]
    (mine,) = draft.list_(house.gate("hana")).assignments
    assert (mine.case_id, mine.label, mine.instruction) == (case_id, "봄", "더 물어 주세요")
    assert draft.list_(house.gate("iseul")).assignments == ()
    with pytest.raises(Conflict):
        case.assign(gate, case_id, hana.account_id, "다시")
    with pytest.raises(NotFound):
        case.assign(gate, case_id, house["mina"].id, "검토자")
    with pytest.raises(Invalid):
        case.assign(gate, case_id, house["iseul"].id, "  ")
    case.relieve(gate, case_id, hana.account_id)
    assert case.read(gate, case_id).assigned == ()
    assert draft.list_(house.gate("hana")).assignments == ()
    with pytest.raises(NotFound):
        case.relieve(gate, case_id, hana.account_id)
    case.assign(gate, case_id, hana.account_id, "여름")
    assert [one.label for one in draft.list_(house.gate("hana")).assignments] == ["여름"]


def test_a_whole_answer_can_be_put_together(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = {filed(house, str(number)) for number in range(3)}
    filed(house, "far", legs=(Leg(country="KW"),), narrative="다른 이야기", mechanisms=())
    gate = house.gate("dain")
    choice = case.choose(gate, (), text="place:CN")
    assert {one for one, _ in choice.testimonies} == ids
    assert len(case.choose(gate, (), text="concept:visa-circumvention", tab="confirmed").testimonies) == 3
    with pytest.raises(Invalid):
        case.choose(gate, (), text="없는말이다")
    monkeypatch.setattr(case, "MOST_CHOSEN", 2)
    with pytest.raises(Invalid):
        case.choose(gate, (), text="place:CN")
