"""The file: encrypted or not there at all, thrown away when it does not fit, whole after kill -9."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import stat
import time
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from readmodel.world import KEY, filed, open_model, the_vocabulary
from sqlcipher3 import dbapi2 as sqlcipher

from intake.errors import Busy, Misconfigured
from intake.models.testimony import Leg, Setting, Tagging
from intake.readmodel import file as files
from intake.readmodel.grammar import parse
from intake.readmodel.model import ReadModel
from intake.readmodel.project import Filed, Grouping, Judgement
from intake.readmodel.query import Query

EVERYTHING = Query()
MARKERS = ("Маркеров", "표식낱말", "Markerword", "记号词")


def marked(number: int) -> Filed:
    """A testimony whose every word could be found by looking at the bytes."""
    return filed(
        number,
        " ".join(MARKERS) + f" nummer{number} 비자",
        witness_code=f"Markerwitness{number}",
        setting=Setting(date=f"2020-02-{1 + number % 28:02}", interviewer="Markerperson"),
        legs=(Leg(country="CN", place="CN-JL.hunchun", workplace="Markerplant", entry="2018"),),
        mechanisms=(Tagging(concept="trainee-or-student-visa.student", quote="Markerquote"),),
        external_id="Markerexternal",
    )


def count(model: ReadModel, text: str = "") -> int:
    return model.search(parse(text)).counts.testimonies


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "room" / "casework.db"


@pytest.mark.parametrize("key", [b"", b"short", bytes(31), bytes(33), b"0" * 64])
def test_a_key_that_is_not_32_bytes_makes_no_file(path: Path, key: bytes) -> None:
    with pytest.raises(Misconfigured):
        open_model(path, key=key)
    assert not path.exists()


def test_a_driver_that_does_not_encrypt_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain(sqlcipher.Connection):
        def execute(self, sql: str, *values: object) -> object:
            return super().execute("SELECT 1" if sql.startswith("PRAGMA key") else sql, *values)

    connect = sqlcipher.connect
    monkeypatch.setattr(files.sqlcipher, "connect", lambda *args, **options: connect(*args, factory=Plain, **options))
    monkeypatch.setattr(files, "_check_header", lambda path: None)
    with pytest.raises(Misconfigured):
        open_model(path)


def test_a_file_with_a_plain_header_is_removed_and_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_check_cipher", lambda connection: None)
    connect = sqlcipher.connect

    class Plain(sqlcipher.Connection):
        def execute(self, sql: str, *values: object) -> object:
            return super().execute("SELECT 1" if sql.startswith(("PRAGMA key", "PRAGMA cipher")) else sql, *values)

    monkeypatch.setattr(files.sqlcipher, "connect", lambda *args, **options: connect(*args, factory=Plain, **options))
    with pytest.raises(Misconfigured):
        open_model(path)
    assert not path.exists()


def test_nothing_said_is_in_the_bytes_of_the_file_its_log_or_its_shared_memory(path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(number) for number in range(1, 30)], mark=1)
    model.apply(gone=[UUID(int=3)], mark=2)
    assert count(model, "Markerword") == 28
    seen = {}
    for beside in sorted(path.parent.iterdir()):
        seen[beside.name] = data = beside.read_bytes()
        for marker in (*MARKERS, "Markerw", "markerp", "marker", "표식", "маркер", "记号", "hunchun", "mechanism:"):
            for form in {marker, marker.casefold()}:
                assert form.encode() not in data, (beside.name, form)
                assert form.encode("utf-16-le") not in data
        assert not data.startswith(b"SQLite format 3")
    assert {"casework.db", "casework.db-wal", "casework.db-shm"} <= set(seen)
    assert len(seen["casework.db-wal"]) + len(seen["casework.db"]) > 50_000
    model.close()


def test_only_the_owner_may_read_it(path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=1)
    for beside in path.parent.iterdir():
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600, beside.name
    model.close()


def test_the_settings_hold(path: Path) -> None:
    model = open_model(path)
    ask = {
        name: model.file.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "cipher_status", "cipher_page_size", "cipher_hmac_algorithm", "cipher_memory_security", "journal_mode",
            "synchronous", "temp_store", "secure_delete",
        )
    }  # fmt: skip
    assert ask == {
        "cipher_status": "1", "cipher_page_size": "8192", "cipher_hmac_algorithm": "HMAC_SHA256",
        "cipher_memory_security": "0", "journal_mode": "wal", "synchronous": 2, "temp_store": 2, "secure_delete": 1,
    }  # fmt: skip
    model.close()


@pytest.mark.parametrize(
    "changes",
    [
        {"key": bytes(32)},
        {"epoch": 2},
        {"compartment": UUID(int=0xD1)},
        {"vocabulary_version": 2},
        {"head": 4},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_does_not_fit_is_built_again(path: Path, changes: dict[str, object]) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1), marked(2)], mark=5)
    model.close()
    model = open_model(path)
    assert (model.mark, count(model)) == (5, 2)
    model.close()
    model = open_model(path, **changes)
    assert (model.mark, count(model)) == (0, 0)
    model.apply(filed=[marked(1)], mark=3)
    assert count(model, "표식낱말") == 1
    model.close()


def test_another_schema_is_built_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=5)
    model.close()
    monkeypatch.setattr("intake.readmodel.model.SCHEMA", 999)
    model = open_model(path)
    assert model.mark == 0
    model.close()


def test_a_file_whose_making_was_interrupted_is_built_again(path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=5)
    model.file.execute("UPDATE identity SET value = 0 WHERE name = 'complete'")
    model.close()
    model = open_model(path)
    assert model.mark == 0
    model.close()


@pytest.mark.parametrize("junk", [b"", b"x", b"SQLite format 3\x00" + bytes(8176), os.urandom(16384), bytes(8192)])
def test_junk_in_its_place_is_built_again(path: Path, junk: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(junk)
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=1)
    assert count(model) == 1
    model.close()
    assert not path.read_bytes().startswith(b"SQLite")


def test_damage_anywhere_gives_a_clear_answer_or_the_right_one(path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(number) for number in range(1, 60)], mark=1)
    model.close()
    whole = path.read_bytes()
    pages = len(whole) // 8192
    answered = refused = rebuilt = 0
    for page in range(pages):
        damaged = bytearray(whole)
        damaged[page * 8192 + 4000] ^= 1
        path.write_bytes(damaged)
        model = open_model(path)
        if model.mark == 0:
            rebuilt += 1
        else:
            try:
                assert count(model, "nummer7 mechanism:visa-circumvention place:CN") == 1
                assert count(model) == 59
                answered += 1
            except Busy:
                refused += 1
                assert not path.exists()
                assert model.mark == 0
                model.apply(filed=[marked(7)], mark=1)
                assert count(model, "nummer7 mechanism:visa-circumvention place:CN") == 1
        model.close()
        files.discard(path)
    assert rebuilt >= 1
    assert refused >= 1
    assert answered + refused + rebuilt == pages


def test_yesterdays_file_is_caught_up_with_from_its_own_mark(path: Path, tmp_path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1), marked(2)], mark=2)
    model.close()
    shutil.copy(path, tmp_path / "yesterday.db")
    model = open_model(path)
    model.apply(filed=[marked(3)], gone=[UUID(int=1)], mark=4)
    model.close()
    files.discard(path)
    shutil.copy(tmp_path / "yesterday.db", path)
    model = open_model(path, head=4)
    assert model.mark == 2
    model.apply(filed=[marked(3)], gone=[UUID(int=1)], mark=4)
    assert set(model.search(EVERYTHING).ids) == {UUID(int=2), UUID(int=3)}
    model.close()


def test_another_compartments_file_in_its_place_is_never_searched(path: Path, tmp_path: Path) -> None:
    other = open_model(tmp_path / "other.db", compartment=UUID(int=0xD1), key=bytes(32))
    other.apply(filed=[marked(number) for number in range(1, 9)], mark=3)
    other.close()
    path.parent.mkdir()
    shutil.copy(tmp_path / "other.db", path)
    model = open_model(path)
    assert (model.mark, count(model)) == (0, 0)
    model.close()


def test_a_file_replaced_while_it_is_open_does_not_mix(path: Path, tmp_path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=1)
    second = open_model(path, epoch=2)
    second.apply(filed=[marked(7), marked(8)], mark=2)
    assert set(model.search(EVERYTHING).ids) == {UUID(int=1)}
    assert set(second.search(EVERYTHING).ids) == {UUID(int=7), UUID(int=8)}
    model.close()
    second.close()


def test_a_file_replaced_while_it_is_open_is_taken_up_at_the_next_catching_up(path: Path, tmp_path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=1)
    model.file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    shutil.copy(path, tmp_path / "yesterday.db")
    model.apply(filed=[marked(2)], mark=2)
    files.discard(path)
    shutil.copy(tmp_path / "yesterday.db", path)
    assert count(model) == 2
    assert model.mark == 1
    assert count(model) == 1
    model.apply(filed=[marked(2)], mark=2)
    assert count(model) == 2
    files.discard(path)
    assert model.mark == 0
    model.close()


def test_a_damaged_file_does_not_take_a_good_one_with_it(path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(number) for number in range(1, 60)], mark=1)
    model.close()
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 8192):
        data[page * 8192 + 4000] ^= 1
    model = open_model(path)
    path.write_bytes(data)
    files.discard(path)
    other = open_model(path)
    other.apply(filed=[marked(1)], mark=1)
    with pytest.raises(Busy):
        count(model, "nummer7 place:CN")
    assert model.mark == 1
    assert count(other) == count(model) == 1
    model.close()
    other.close()


def test_vocabulary_that_changed_builds_again(path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=1)
    model.close()
    document = the_vocabulary().to_document()
    document["concept"][0]["note"] = "changed"
    changed = type(the_vocabulary())
    from_document = __import__("intake.language.vocabulary", fromlist=["parse"]).parse([document])
    assert isinstance(from_document, changed)
    model = open_model(path, vocabulary=from_document)
    assert model.mark == 0
    model.close()


# -- projecting


def test_the_same_again_changes_nothing(path: Path) -> None:
    model = open_model(path)
    again = {
        "filed": [marked(1), marked(2)],
        "judgements": [Judgement(UUID(int=1), "visa-circumvention", "confirmed", UUID(int=9))],
        "groupings": [Grouping(UUID(int=77), frozenset((UUID(int=1), UUID(int=2))), frozenset())],
        "states": {UUID(int=2): "released"},
    }
    model.apply(**again, mark=3)
    before = dump(model)
    model.apply(**again, mark=3)
    assert dump(model) == before
    model.close()


def dump(model: ReadModel) -> dict[str, object]:
    tables = ("document", "term", "posting", "circle", "reason", "grouped", "judgement")
    found: dict[str, object] = {}
    for table in tables:
        found[table] = model.file.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608
    return {**found, "search": model.search(EVERYTHING), "words": tokens_left(model)}


def tokens_left(model: ReadModel) -> list[tuple[str, int]]:
    model.file.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, text, row)")
    return list(model.file.execute("SELECT term, doc FROM temp.words ORDER BY term").fetchall())


def test_what_is_older_than_the_file_is_left_alone(path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=5)
    model.apply(filed=[marked(2)], mark=4)
    assert set(model.search(EVERYTHING).ids) == {UUID(int=1)}
    assert model.mark == 5
    model.close()


def decrypted(path: Path) -> bytes:
    """Every page of the file and of its log as someone with the key sees it, free pages included."""
    found = []
    for beside, start in ((path, 0), (path.with_name(path.name + "-wal"), 32)):
        data = beside.read_bytes() if beside.exists() else b""
        step = 8192 if start == 0 else 8192 + 24
        for at in range(start, len(data), step):
            page = data[at : at + step][-8192:]
            cipher = Cipher(algorithms.AES(KEY), modes.CBC(page[-48:-32])).decryptor()
            body = page[16:-48] if start == at == 0 else page[:-48]
            found.append(cipher.update(body))
    return b"".join(found)


def test_words_can_be_seen_by_a_key_holder_until_they_are_wiped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure of the tests below: deleting alone leaves words in the index and the log."""
    monkeypatch.setattr(ReadModel, "_purge", lambda self: None)
    model = open_model(path)
    model.apply(filed=[marked(number) for number in range(1, 40)], mark=1)
    model.apply(gone=[UUID(int=number) for number in range(1, 40)], mark=2)
    assert count(model) == 0
    assert b"nummer" in decrypted(path)
    model.file.wipe()
    assert b"nummer" not in decrypted(path)
    model.close()


def test_a_withdrawn_testimony_leaves_no_word_behind(path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[filed(1, "Stehenbleibt 남는말"), marked(2)], mark=1)
    words = {word for word, _ in tokens_left(model)}
    assert {"markerword", "nummer", "marker"} & words
    model.apply(gone=[UUID(int=2)], mark=2)
    left = {word for word, _ in tokens_left(model)}
    assert left == {"stehenbleibt", "남는", "는말"}
    pages = decrypted(path)
    assert b"stehenbleibt" in pages
    for gone in ("markerw", "nummer", "маркер", "记号", "표식", "hunchun\0gone"):
        assert gone.encode() not in pages
    assert not model.file.execute("SELECT * FROM reason").fetchall()
    assert len(model.file.execute("SELECT * FROM document").fetchall()) == 1
    named = {
        model._postings.name(number)
        for (key,) in model.file.execute("SELECT key FROM posting")
        for number in [key & 0xFFFFFF]
    }
    assert not {name for name in named if "hunchun" in name or "student" in name}
    assert len(model.file.execute("SELECT * FROM circle").fetchall()) == 1
    model.close()


def test_a_purge_that_was_interrupted_is_done_when_next_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = open_model(path)
    model.apply(filed=[filed(1, "bleibt"), marked(2)], mark=1)
    monkeypatch.setattr(ReadModel, "_purge", lambda self: None)
    model.apply(gone=[UUID(int=2)], mark=2)
    monkeypatch.undo()
    assert count(model, "nummer2") == 0
    model.close()
    assert b"nummer" in decrypted(path)
    model = open_model(path)
    assert b"nummer" not in decrypted(path)
    assert b"bleibt" in decrypted(path)
    model.close()


def test_a_failure_in_the_middle_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=1)
    before = dump(model)
    with pytest.raises(AttributeError):
        model.apply(filed=[filed(3, legs=(Leg(place="RU"),)), None], mark=2)  # type: ignore[list-item]
    assert dump(model) == before
    model.apply(filed=[filed(4, legs=(Leg(place="KW"),))], mark=2)
    model.apply(filed=[filed(3, legs=(Leg(place="RU"),))], mark=2)
    assert set(model.search(parse("place:RU")).ids) == {UUID(int=3)}
    assert set(model.search(parse("place:KW")).ids) == {UUID(int=4)}
    model.apply(filed=[marked(2)], mark=2)
    assert count(model, "표식낱말") == 2
    assert count(model, "place:CN-JL") == 2
    model.close()


# -- several processes


def _catch_up(path: Path, start: int, step: int) -> None:
    model = open_model(path)
    for mark in range(start, 61, step):
        model.apply(filed=[marked(number) for number in range(max(1, mark - 3), mark + 1)], mark=mark)
    model.close()


def test_two_processes_catching_up_at_once_count_nothing_twice(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    open_model(path).close()
    both = [spawn.Process(target=_catch_up, args=(path, start, 2)) for start in (2, 3)]
    for one in both:
        one.start()
    model = open_model(path)
    while any(one.is_alive() for one in both):
        found = model.search(parse("표식낱말"), limit=100)
        assert found.counts.testimonies == len(set(found.ids)) == count_of(model, found.ids)
        time.sleep(0.02)
    for one in both:
        one.join()
        assert one.exitcode == 0
    assert model.mark == 60
    assert count(model) == count(model, "Markerword") == count(model, "place:CN-JL.hunchun") == 60
    model.close()


def count_of(model: ReadModel, ids: tuple[UUID, ...]) -> int:
    return len({one for one in ids if model.why(parse("표식낱말"), [one])[one]})


def _project_for_ever(path: Path) -> None:
    model = open_model(path)
    mark = model.mark
    while True:
        mark += 1
        model.apply(filed=[marked(mark * 3 + part) for part in range(3)], gone=[UUID(int=mark * 3 - 3)], mark=mark)


@pytest.mark.slow
def test_kill_9_in_the_middle_leaves_a_whole_file(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    open_model(path).close()
    last = 0
    for trial in range(6):
        worker = spawn.Process(target=_project_for_ever, args=(path,))
        worker.start()
        model = open_model(path)
        began = time.monotonic()
        while model.mark <= last and worker.is_alive() and time.monotonic() - began < 60:
            time.sleep(0.01)
        time.sleep(0.03 * trial)
        os.kill(worker.pid or 0, signal.SIGKILL)
        worker.join()
        model.close()
        model = open_model(path)
        mark = model.mark
        assert mark > last
        expected = {UUID(int=n) for n in range(3, mark * 3 + 3) if n % 3 or n >= mark * 3}
        assert set(model.search(EVERYTHING, limit=1000).ids) == expected
        for text in ("Markerword", "place:CN-JL", "mechanism:trainee-or-student-visa", "workplace:markerplant"):
            assert count(model, text) == len(expected), text
        assert model.search(EVERYTHING).counts.witnesses == len(expected)
        assert model.search(EVERYTHING).counts.workplaces == 1
        model.close()
        last = mark


def _hold(path: Path, ready: str) -> None:
    model = open_model(path)
    with model.file.writing():
        Path(ready).touch()
        time.sleep(60)  # until it is ended from outside
    model.close()


def wait_for(ready: Path, worker: multiprocessing.Process) -> None:
    while not ready.exists():
        assert worker.is_alive()
        time.sleep(0.01)


def test_readers_do_not_wait_for_a_writer(path: Path, tmp_path: Path) -> None:
    model = open_model(path)
    model.apply(filed=[marked(1)], mark=1)
    worker = multiprocessing.get_context("spawn").Process(target=_hold, args=(path, str(tmp_path / "ready")))
    worker.start()
    wait_for(tmp_path / "ready", worker)
    assert count(model, "표식낱말") == 1
    assert worker.is_alive()
    worker.terminate()
    worker.join()
    model.close()


def test_a_writer_that_waits_too_long_is_told(path: Path, tmp_path: Path) -> None:
    model = open_model(path)
    model.file.execute("PRAGMA busy_timeout = 50")
    worker = multiprocessing.get_context("spawn").Process(target=_hold, args=(path, str(tmp_path / "ready")))
    worker.start()
    wait_for(tmp_path / "ready", worker)
    with pytest.raises(Busy):
        model.apply(filed=[marked(1)], mark=1)
    worker.terminate()
    worker.join()
    model.apply(filed=[marked(1)], mark=1)
    assert count(model) == 1
    model.close()


def test_keys_are_not_in_messages(path: Path) -> None:
    with pytest.raises(Misconfigured) as caught:
        open_model(path, key=b"secretsecret")
    assert "secret" not in str(caught.value)
    assert KEY.hex() not in str(caught.value)
