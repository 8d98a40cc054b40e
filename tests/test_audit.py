"""The chain notices every change, and a checkpoint notices a cut-off end."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from people import House
from sayings import file_one
from sqlalchemy import delete, select, update
from sqlalchemy.orm import make_transient

from intake import audit
from intake.actions import draft, operation
from intake.errors import Damaged
from intake.models.draft import Draft
from intake.models.journal import AuditedWrite, AuditEntry, Outcome
from intake.models.testimony import Testimony


@pytest.fixture
def busy(house: House) -> House:
    gate = house.gate("hana")
    for n in range(4):
        draft.start(gate, {"a": (str(n),)})
    file_one(gate)
    return house


def _report(house: House, point: str | None = None) -> audit.Report:
    return operation.verify_chain(house.instance, point)


def test_an_untouched_chain_is_sound(busy: House) -> None:
    report = _report(busy)
    assert report.sound
    assert report.entries > 10


@pytest.mark.parametrize(
    "change", [{"verb": "draft.read"}, {"outcome": Outcome.REFUSED}, {"actor_id": None}, {"day": date(2020, 1, 1)}]
)
def test_an_edited_entry_is_named(busy: House, change: dict[str, object]) -> None:
    with busy.instance.database.writing() as session:
        seq = session.scalar(select(AuditEntry.seq).where(AuditEntry.verb == "draft.start").limit(1))
        session.execute(update(AuditEntry).where(AuditEntry.seq == seq).values(change))
    report = _report(busy)
    assert (report.sound, report.seq) == (False, seq)


def test_a_deleted_entry_is_named(busy: House) -> None:
    with busy.instance.database.writing() as session:
        seq = session.scalar(select(AuditEntry.seq).where(AuditEntry.verb == "account.invite").limit(1))
        session.execute(delete(AuditEntry).where(AuditEntry.seq == seq))
    assert _report(busy).seq == seq


def test_an_edited_digest_is_named(busy: House) -> None:
    with busy.instance.database.writing() as session:
        write = session.scalars(select(AuditedWrite).limit(1)).one()
        write.digest = bytes(31) + b"x"
        seq = write.seq
    assert _report(busy).seq == seq


def test_an_older_version_put_back_is_noticed(busy: House) -> None:
    gate = busy.gate("hana")
    draft_id = draft.start(gate, {"a": ("first",)})
    columns = [c for c in Draft.__table__.columns if c.name != "id"]
    with busy.instance.database.reading() as session:
        old = session.execute(select(*columns).where(Draft.id == draft_id)).one()._asdict()
    draft.save(gate, draft_id, {"a": ("second",)}, version=1)
    assert _report(busy).sound
    with busy.instance.database.writing() as session:
        session.execute(update(Draft).where(Draft.id == draft_id).values(old))
    report = _report(busy)
    assert not report.sound
    assert str(draft_id) in (report.trouble or "")


def test_a_deleted_record_is_noticed(busy: House) -> None:
    gate = busy.gate("hana")
    draft_id = draft.start(gate, {})
    with busy.instance.database.writing() as session:
        session.execute(delete(Draft).where(Draft.id == draft_id))
    assert not _report(busy).sound


def test_a_record_from_nowhere_is_noticed(busy: House) -> None:
    with busy.instance.database.writing() as session:
        row = session.scalars(select(Testimony)).one()
        session.expunge(row)
        make_transient(row)
        row.id, row.reference = uuid4(), "T-0000-0000"
        session.add(row)
    assert not _report(busy).sound


def test_a_cut_off_end_is_noticed_only_with_a_checkpoint(busy: House) -> None:
    gate = busy.gate("hana")
    draft.hint(gate, "plain words")
    point = operation.make_checkpoint(busy.instance)
    with busy.instance.database.writing() as session:
        last = session.scalar(select(AuditEntry.seq).order_by(AuditEntry.seq.desc()).limit(1))
        session.execute(delete(AuditEntry).where(AuditEntry.seq == last))
    assert _report(busy).sound  # the bare chain does not know how long it was
    assert not _report(busy, point).sound


def test_a_checkpoint_of_elsewhere_or_altered_is_refused(busy: House) -> None:
    point = operation.make_checkpoint(busy.instance)
    lines = point.splitlines()
    with pytest.raises(Damaged):
        _report(busy, "\n".join([lines[0], str(int(lines[1]) - 1), *lines[2:]]))
    with pytest.raises(Damaged):
        _report(busy, "nonsense")
    assert _report(busy, point).sound
