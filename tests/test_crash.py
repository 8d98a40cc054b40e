"""Killed at random while filing: whoever got a receipt has a whole, audited testimony; nothing half-written counts."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from people import House
from sqlalchemy import select

from intake.actions import operation, testimony
from intake.models.testimony import StoredObject, Testimony

KILLS = int(os.environ.get("INTAKE_KILLS", "100"))
WRITER = Path(__file__).parent / "crash_writer.py"


@pytest.mark.slow
def test_every_receipt_stands_after_kill_9(house: House, nursery: subprocess.Popen[str]) -> None:
    """A writer files testimonies with attachments as fast as it can and prints each receipt; it is killed with
    SIGKILL at a random moment, again and again, on the same instance."""
    receipts: list[tuple[str, str]] = []
    chance = random.Random(20260302)
    for _ in range(KILLS):
        receipts += _run_and_kill(nursery, after=chance.choice((0, 1, 1, 2)), seconds=chance.uniform(0.0, 0.04))
    assert len(receipts) >= KILLS // 2, "the writer hardly got to write"
    _check(house, receipts)


@pytest.fixture
def nursery(house: House) -> Iterator[subprocess.Popen[str]]:
    """A process with everything imported, which forks one writer after the other."""
    process = subprocess.Popen(
        [sys.executable, str(WRITER), str(house.instance.settings.instance), house["hana"].password],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )
    yield process
    process.communicate()


def _run_and_kill(nursery: subprocess.Popen[str], *, after: int, seconds: float) -> list[tuple[str, str]]:
    """Let a writer file so many, and kill it at some moment of the next; on a slow machine as on a fast one."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write("go\n")
    nursery.stdin.flush()
    heard = [nursery.stdout.readline().split() for _ in range(2)]  # the writer's number, and that it is ready
    writer = next(int(words[1]) for words in heard if words[0] == "writer")
    assert ["ready"] in heard
    receipts = [(words[0], words[1]) for words in (nursery.stdout.readline().split() for _ in range(after))]
    time.sleep(seconds)
    os.kill(writer, signal.SIGKILL)
    while (words := nursery.stdout.readline().split()) != ["dead"]:
        receipts.append((words[0], words[1]))
    return receipts


def _check(house: House, receipts: list[tuple[str, str]]) -> None:
    report = operation.verify_chain(house.instance)
    assert report.sound, report.trouble
    house.instance.settings.__dict__["reading_budget"] = 10**6
    gate = house.gate("mina")
    with house.instance.database.reading() as session:
        filed = {t.reference: t.id for t in session.scalars(select(Testimony))}
    for reference, digest in receipts:
        opened = testimony.read(gate, filed[reference])
        assert opened.digest.hex() == digest
        for attachment in opened.content.attachments:
            _, parts = testimony.fetch(gate, opened.id, attachment.id)
            assert hashlib.sha256(b"".join(parts)).digest() == attachment.sha256
    trouble = [finding for finding in operation.check(house.instance) if finding.trouble]
    assert not trouble, trouble
    with house.instance.database.reading() as session:
        assert house.instance.storage.ids() == set(session.scalars(select(StoredObject.id)))
