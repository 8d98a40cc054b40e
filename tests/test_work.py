"""The gate: policy first, one transaction, exactly one entry, and nothing when the entry cannot be written."""

from __future__ import annotations

import threading
from uuid import uuid4

import pytest
from people import House
from sayings import file_one, for_all
from sqlalchemy import func, select

from intake import audit
from intake.access import NOBODY
from intake.actions import account, draft, journal, testimony
from intake.errors import IntakeError, NotFound, Refused
from intake.models.draft import Draft
from intake.models.journal import AuditEntry, Outcome
from intake.models.testimony import Testimony
from intake.work import Gate


def _entries(house: House) -> list[AuditEntry]:
    with house.instance.database.reading() as session:
        return list(session.scalars(select(AuditEntry).order_by(AuditEntry.seq)))


def test_a_deed_leaves_exactly_one_entry(house: House) -> None:
    gate = house.gate("hana")
    before = len(_entries(house))
    draft_id = draft.start(gate, {})
    entry = _entries(house)[-1]
    assert len(_entries(house)) == before + 1
    assert (entry.verb, entry.outcome, entry.record_id) == ("draft.start", Outcome.DONE, draft_id)
    assert entry.actor_id == house["hana"].id


def test_reading_leaves_one_entry_too(house: House) -> None:
    filed = file_one(house.gate("hana"))
    gate = house.gate("mina")
    before = len(_entries(house))
    testimony.read(gate, filed.testimony_id)
    assert [e.verb for e in _entries(house)[before:]] == ["testimony.read"]


def test_a_refusal_leaves_one_entry_and_nothing_else(house: House) -> None:
    gate = house.gate("mina")
    before = len(_entries(house))
    with pytest.raises(Refused):
        draft.start(gate, {})
    assert [(e.verb, e.outcome) for e in _entries(house)[before:]] == [("draft.start", Outcome.REFUSED)]
    with house.instance.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Draft)) == 0


def test_what_is_not_ours_and_what_is_not_there_are_the_same(house: House) -> None:
    theirs = draft.start(house.gate("iseul"), {})
    gate = house.gate("hana")
    answers = []
    for wanted in (theirs, uuid4()):
        with pytest.raises(NotFound) as caught:
            draft.read(gate, wanted)
        answers.append((type(caught.value), str(caught.value), caught.value.status))
    assert answers[0] == answers[1]


def test_nobody_may_do_almost_nothing(house: House) -> None:
    with pytest.raises(Refused):
        account.list_(Gate(house.instance, NOBODY))


def test_no_entry_no_act(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    filed = file_one(house.gate("hana")).testimony_id
    writer, reader = house.gate("hana"), house.gate("mina")

    def full(*_args: object, **_more: object) -> int:
        raise OSError("no space left on device")

    monkeypatch.setattr(audit, "append", full)
    with pytest.raises(OSError, match="no space"):
        testimony.read(reader, filed)
    with pytest.raises(OSError, match="no space"):
        draft.start(writer, {})
    monkeypatch.undo()
    with house.instance.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Draft)) == 0


def test_an_accident_rolls_back_and_says_that_it_failed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = house.gate("hana")
    draft_id = draft.start(gate, {})
    before = house.instance.keystore.records()

    def parse(_answers: object) -> tuple[object, object]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        testimony.file(gate, draft_id, version=None, parse=parse, into=for_all)  # type: ignore[arg-type]
    assert _entries(house)[-1].outcome is Outcome.FAILED
    assert house.instance.keystore.records() == before
    assert draft.read(gate, draft_id).id == draft_id


def test_the_chain_is_whole_after_a_day(house: House) -> None:
    file_one(house.gate("hana"), files=[b"a picture"])
    with pytest.raises(IntakeError):
        testimony.list_(house.gate("anna"))
    assert journal.verify(house.gate("anna")).sound


def test_many_at_once_leave_no_gap(house: House) -> None:
    gates = [house.gate(name) for name in ("hana", "iseul")]
    problems: list[BaseException] = []

    def write(gate: Gate) -> None:
        try:
            for _ in range(12):
                draft.start(gate, {"a": ("b",)})
        except BaseException as problem:  # noqa: BLE001 - handed to the test
            problems.append(problem)

    threads = [threading.Thread(target=write, args=(gate,)) for gate in gates * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems
    entries = _entries(house)
    assert [e.seq for e in entries] == list(range(1, len(entries) + 1))
    assert journal.verify(house.gate("anna")).sound


def test_withdrawn_and_unknown_are_not_told_apart_by_the_keys(house: House) -> None:
    filed = file_one(house.gate("hana")).testimony_id
    testimony.withdraw(house["mina"].stepped_up(), filed)
    with pytest.raises(NotFound):
        testimony.read(house.gate("mina"), filed)
    with house.instance.database.reading() as session:
        record = session.get(Testimony, filed)
        assert record is not None
        assert record.box == b""
    assert filed not in house.instance.keystore.records()
