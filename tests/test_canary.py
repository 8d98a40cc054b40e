"""No word of a narrative, no name, no file name is anywhere on disk in clear: only released documents are."""

from __future__ import annotations

import io
import logging
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from people import House
from sayings import SAID, WHO, file_one

from intake.actions import case, draft, redaction, release, restricted, review, search, testimony
from intake.actions.decisions import SpanGiven
from intake.models.redaction import Method
from intake.models.testimony import TestimonyContent, WitnessContent

CANARIES = ("카나리새울음", "감춘이름하나", "비밀파일이름", "кАнарейка", "Canaryword", "金丝雀字", "엄마이름셋")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def _needles() -> list[bytes]:
    found = []
    for word in CANARIES:
        for form in ("NFC", "NFD"):
            text = unicodedata.normalize(form, word)
            found += [text.encode(), text.encode("utf-16-le"), text.encode("unicode_escape")]
    return found


def _scan(folder: Path) -> list[str]:
    needles = _needles()
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def test_nothing_that_was_said_is_on_disk_in_clear(
    house: House, tmp_path: Path, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    said = replace(SAID, narrative=SAID.narrative + " " + " ".join(CANARIES))
    who = replace(WHO, name="감춘이름하나", aliases=("Canaryword",))
    gate = house.gate("hana")
    draft_id = draft.start(gate, {"narrative-text": (said.narrative,)})
    draft.attach(gate, draft_id, "비밀파일이름.jpg", "image/jpeg", [" ".join(CANARIES).encode() * 500])
    draft.save(gate, draft_id, {"narrative-text": (said.narrative + "카나리새울음",)}, version=2)
    draft.discard(gate, draft_id)
    filed = file_one(gate, said, who, files=[" ".join(CANARIES).encode()])
    testimony.ask(house.gate("mina"), filed.testimony_id, "카나리새울음?")
    testimony.amend(house.gate("hana"), filed.testimony_id, "카나리새울음!")
    coordinator = house.gate("dain")
    assert search.run(coordinator, "카나리새울음").counts.testimonies == 1
    assert search.run(coordinator, "concept:visa-circumvention Canaryword").counts.testimonies == 1
    case.start(coordinator, "카나리새울음 사건", "감춘이름하나", [filed.testimony_id])
    _restricted(house, replace(said, private_note="카나리새울음"), who)
    files = _released(house, filed.testimony_id, said.narrative)
    assert all(not any(needle in data for needle in _needles()) for data in files)
    with sqlite3.connect(tmp_path / "instance" / "intake.sqlite3") as database:
        database.execute("PRAGMA wal_checkpoint(FULL)")
    assert _scan(tmp_path) == []
    assert not any(word in log.getvalue() for word in CANARIES)


def _restricted(house: House, said: TestimonyContent, who: WitnessContent) -> None:
    """A restricted compartment with a telling name, note and label; filed into, searched, put into a case."""
    gate = house["dain"].stepped_up()
    (bora,) = [one for one in restricted.choose(gate) if one.name == "bora"]
    made = restricted.create(gate, "카나리새울음 모임", {bora.id: bora.fingerprint}, "Canaryword 감춘이름하나")
    restricted.assign(house.gate("bora"), made, house["hana"].id, "엄마이름셋")
    filed = file_one(house.gate("hana"), said, who, files=[b"\x00"], into=made)
    gate = house.gate("dain")
    assert search.run(gate, "카나리새울음").counts.testimonies == 2
    case.group(gate, case.list_(gate).cases[0].id, [filed.testimony_id])
    case.start(gate, "카나리새울음", "", [filed.testimony_id])
    restricted.relieve(house.gate("bora"), made, house["hana"].id)


def test_the_scan_would_find_it(tmp_path: Path) -> None:
    (tmp_path / "leak").write_text(unicodedata.normalize("NFD", "…카나리새울음…"), encoding="utf-8")
    assert len(_scan(tmp_path)) == 1


def _released(house: House, testimony_id: UUID, narrative: str) -> list[bytes]:
    """Redact every canary, release with four eyes, and hand out the files."""
    redactor = house["mina"].stepped_up()
    redaction_id = redaction.start(redactor, testimony_id, audience="A8", purpose="public-report", identity="N2")
    spans = [
        SpanGiven(
            start=narrative.index(word),
            end=narrative.index(word) + len(word),
            kind="PERSON",
            method=Method.PSEUDONYM,
            replacement="인물 K7",
            reason="R1-ID",
            everywhere=True,
        )
        for word in (*CANARIES, "표범섭", "까치수산")
    ]
    redaction.decide(redactor, redaction_id, spans)
    redaction.allow(redactor, redaction_id, ["mechanisms", "year"])
    redactor = house["mina"].stepped_up()
    findings = redaction.send(redactor, redaction_id)
    assert not [f for f in findings if f.blocks], [(f.rule, f.where) for f in findings]
    approver = house["bora"].stepped_up()
    review.guess(approver, redaction_id, "카나리새울음 같습니다")
    seen = review.read(approver, redaction_id)
    release_id = review.approve(approver, redaction_id, digest=seen.digest)
    reader = house.gate("bora")
    return [
        release.download(reader, release_id, f.extension)[1].data
        for f in release.read(reader, release_id).content.files
    ]
