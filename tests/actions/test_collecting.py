"""Collecting what nothing refers to, while others work: what is about to be referred to stays."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest
from people import House
from sayings import SAID, file_one
from sqlalchemy.orm import Session

from intake import audit
from intake.actions import operation, testimony
from intake.errors import IntakeError


@pytest.fixture
def halfway(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    """Work stands still just before its commit: the first event says that it does, setting the second lets it go on."""
    reached, go_on = threading.Event(), threading.Event()
    whole = audit.append

    def waiting(*args: Any, **kwargs: Any) -> int:
        seq = whole(*args, **kwargs)
        if kwargs["verb"] == "testimony.file":
            reached.set()
            assert go_on.wait(30)
        return seq

    monkeypatch.setattr(audit, "append", waiting)
    return reached, go_on


def test_a_filing_under_way_loses_neither_key_nor_file(
    house: House, halfway: tuple[threading.Event, threading.Event]
) -> None:
    reached, go_on = halfway
    left_over = uuid4()
    house.instance.keystore.put(left_over, b"k" * 32)
    receipts, findings = [], []
    look = operation.check(house.instance)
    while not findings or findings[-1].what != "checkpoint key":  # what comes before it takes its time
        findings.append(next(look))
    filing = threading.Thread(
        target=lambda: receipts.append(file_one(house.gate("hana"), files=[b"picture"])), daemon=True
    )
    collecting = threading.Thread(target=lambda: findings.extend(look), daemon=True)
    filing.start()
    assert reached.wait(30)
    collecting.start()
    collecting.join(0.5)
    go_on.set()
    filing.join(30)
    collecting.join(30)
    assert not collecting.is_alive()
    assert [finding for finding in findings if finding.trouble] == []
    assert left_over not in house.instance.keystore.records()
    opened = testimony.read(house.gate("mina"), receipts[0].testimony_id)
    assert opened.content.narrative == SAID.narrative
    _, parts = testimony.fetch(house.gate("mina"), opened.id, opened.content.attachments[0].id)
    assert b"".join(parts) == b"picture"


def test_a_commit_whose_answer_was_lost_takes_nothing_back(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection breaks after the store has committed: the testimony is there, so its key must be, too."""
    database = house.instance.database
    whole = database.writing
    broken: list[bool] = []

    @contextmanager
    def writing() -> Iterator[Session]:
        with whole() as session:
            yield session
            filed = session.info.pop("filed", False)
        if filed:
            broken.append(True)
            raise ConnectionError

    append = audit.append

    def noted(session: Session, **kwargs: Any) -> int:
        session.info["filed"] = kwargs["verb"] == "testimony.file" and not broken
        return append(session, **kwargs)

    monkeypatch.setattr(database, "writing", writing)
    monkeypatch.setattr(audit, "append", noted)
    with pytest.raises(ConnectionError):
        file_one(house.gate("hana"))
    (line,) = testimony.list_(house.gate("mina")).lines
    assert testimony.read(house.gate("mina"), line.id).content.narrative == SAID.narrative


def test_what_was_put_down_for_nothing_is_taken_back(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*args: Any, **kwargs: Any) -> int:
        if kwargs["verb"] == "testimony.file" and not refused:
            refused.append(True)
            raise IntakeError
        return append(*args, **kwargs)

    refused: list[bool] = []
    append = audit.append
    monkeypatch.setattr(audit, "append", refusing)
    with pytest.raises(IntakeError):
        file_one(house.gate("hana"))
    assert house.instance.keystore.records() == set()
