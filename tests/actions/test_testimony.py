"""Filing seals a testimony away from its author; reviewers read, ask and withdraw."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from people import House
from sayings import SAID, WHO, file_one, for_all, parse_as, transcribe_one
from sqlalchemy import select

from intake.actions import draft, testimony
from intake.errors import Busy, Conflict, Invalid, NotFound, Refused, StepUpNeeded
from intake.models.testimony import Testimony, TestimonyState


def test_filing_gives_a_receipt_and_takes_the_draft_away(house: House) -> None:
    gate = house.gate("hana")
    receipt = file_one(gate, files=[b"picture one", b"picture two"])
    assert receipt.attachments == 2
    assert len(receipt.digest) == 64
    desk = draft.list_(gate)
    assert desk.drafts == ()
    assert [f.reference for f in desk.filed] == [receipt.reference]
    with pytest.raises(NotFound):
        draft.read(gate, receipt.testimony_id)
    with pytest.raises(Refused):
        testimony.read(gate, receipt.testimony_id)
    assert testimony.receipt(gate, receipt.testimony_id).digest == receipt.digest
    with pytest.raises(NotFound):
        testimony.receipt(house.gate("iseul"), receipt.testimony_id)


def test_a_reviewer_reads_all_of_it_and_fetches_the_files(house: House) -> None:
    receipt = file_one(house.gate("hana"), files=[b"a picture" * 200_000])
    gate = house.gate("mina")
    opened = testimony.read(gate, receipt.testimony_id)
    assert opened.content.narrative == SAID.narrative
    assert opened.interviewer == "hana"
    attachment, parts = testimony.fetch(gate, receipt.testimony_id, opened.content.attachments[0].id)
    assert b"".join(parts) == b"a picture" * 200_000
    assert attachment.name == "사진-0.bin"
    with pytest.raises(NotFound):
        testimony.fetch(gate, receipt.testimony_id, uuid4())


def test_identity_is_apart_and_needs_a_step_up(house: House) -> None:
    receipt = file_one(house.gate("hana"))
    with pytest.raises(StepUpNeeded):
        testimony.identify(house.gate("mina"), receipt.testimony_id)
    with pytest.raises(Refused):
        testimony.identify(house.gate("dain"), receipt.testimony_id)
    who = testimony.identify(house["mina"].stepped_up(), receipt.testimony_id)
    assert replace(who, code="") == WHO
    assert who.code == testimony.read(house.gate("mina"), receipt.testimony_id).content.witness_code


def test_filing_twice_gives_one_testimony_and_the_same_receipt(house: House) -> None:
    gate = house.gate("hana")
    draft_id = draft.start(gate, {})
    first = testimony.file(gate, draft_id, version=1, parse=parse_as(SAID, WHO), into=for_all)
    second = testimony.file(gate, draft_id, version=1, parse=parse_as(SAID, WHO), into=for_all)
    assert (second.digest, second.repeated) == (first.digest, True)
    assert len(testimony.list_(house.gate("mina")).lines) == 1


def test_a_draft_saved_elsewhere_is_not_filed_unseen(house: House) -> None:
    gate = house.gate("hana")
    draft_id = draft.start(gate, {})
    draft.save(gate, draft_id, {"a": ("1",)}, version=1)
    with pytest.raises(Conflict):
        testimony.file(gate, draft_id, version=1, parse=parse_as(SAID, WHO), into=for_all)
    assert draft.read(gate, draft_id).answers == {"a": ("1",)}


def test_what_cannot_be_filed_leaves_the_draft_and_no_trace(house: House) -> None:
    gate = house.gate("hana")
    draft_id = draft.start(gate, {})
    draft.attach(gate, draft_id, "a", "text/plain", [b"abc"])
    stored = house.instance.storage.ids()

    def parse(_answers: object) -> tuple[object, object]:
        raise Invalid(fields={"narrative-text": ["Write what was said."]})

    with pytest.raises(Invalid):
        testimony.file(gate, draft_id, version=None, parse=parse, into=for_all)  # type: ignore[arg-type]
    assert draft.read(gate, draft_id).attachments
    assert house.instance.storage.ids() == stored
    assert testimony.list_(house.gate("mina")).lines == ()


def test_the_same_external_id_is_filed_once(house: House) -> None:
    gate = house.gate("hana")
    first = transcribe_one(gate, "X-1")
    again = transcribe_one(house.gate("iseul"), "X-1")
    other = transcribe_one(gate, "X-2")
    assert (again.testimony_id, again.repeated) == (first.testimony_id, True)
    assert other.testimony_id != first.testimony_id


def test_question_and_answer_are_each_for_one_pair_of_eyes(house: House) -> None:
    receipt = file_one(house.gate("hana"))
    testimony.ask(house.gate("mina"), receipt.testimony_id, "도장은 어디서 받았습니까?")
    assert draft.list_(house.gate("iseul")).questions == ()
    question = draft.list_(house.gate("hana")).questions[0]
    assert question.text == "도장은 어디서 받았습니까?"
    assert testimony.read(house.gate("mina"), receipt.testimony_id).questions[0].state == "open"
    with pytest.raises(NotFound):
        testimony.amend(house.gate("iseul"), receipt.testimony_id, "…", question.id)
    testimony.amend(house.gate("hana"), receipt.testimony_id, "권하 세관에서 받았습니다.", question.id)
    opened = testimony.read(house.gate("mina"), receipt.testimony_id)
    assert [a.text for a in opened.amendments] == ["권하 세관에서 받았습니다."]
    assert opened.questions[0].state == "answered"


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_question_or_amendment_is_said_at_the_field(house: House, text: str) -> None:
    receipt = file_one(house.gate("hana"))
    with pytest.raises(Invalid) as caught:
        testimony.ask(house.gate("mina"), receipt.testimony_id, text)
    assert list(caught.value.fields) == ["text"]
    with pytest.raises(Invalid):
        testimony.amend(house.gate("hana"), receipt.testimony_id, text)


def test_withdrawing_leaves_a_tombstone(house: House) -> None:
    gate = house.gate("hana")
    receipt = file_one(gate, files=[b"abc"])
    testimony.amend(gate, receipt.testimony_id, "덧붙임")
    with pytest.raises(StepUpNeeded):
        testimony.withdraw(house.gate("mina"), receipt.testimony_id)
    testimony.withdraw(house["mina"].stepped_up(), receipt.testimony_id)
    assert house.instance.storage.ids() == set()
    assert house.instance.keystore.records() == set()
    listed = testimony.list_(house.gate("bora")).lines
    assert [(t.state, t.length) for t in listed] == [(TestimonyState.WITHDRAWN, 0)]
    with pytest.raises(NotFound):
        testimony.identify(house["mina"].stepped_up(), receipt.testimony_id)
    with pytest.raises(Conflict):
        testimony.withdraw(house["mina"].stepped_up(), receipt.testimony_id)
    with pytest.raises(Conflict):
        testimony.amend(house.gate("hana"), receipt.testimony_id, "더")


def test_a_stolen_session_reads_no_more_than_the_budget(house: House) -> None:
    receipt = file_one(house.gate("hana"))
    house.instance.settings.__dict__["reading_budget"] = 3
    gate = house.gate("mina")
    for _ in range(3):
        testimony.read(gate, receipt.testimony_id)
    with pytest.raises(Busy):
        testimony.read(gate, receipt.testimony_id)
    assert testimony.read(house.gate("bora"), receipt.testimony_id)
    house.clock.forward(hours=1, seconds=1)
    assert testimony.read(house.gate("mina"), receipt.testimony_id)


def test_the_first_reader_makes_the_wrap_small(house: House) -> None:
    receipt = file_one(house.gate("hana"))
    gate = house.gate("mina")

    def wrap() -> bytes:
        with house.instance.database.reading() as session:
            return session.scalars(select(Testimony.wrap)).one()

    assert len(wrap()) > 1000
    testimony.read(gate, receipt.testimony_id)
    assert len(wrap()) == 116
    assert testimony.read(gate, receipt.testimony_id).content.narrative == SAID.narrative
