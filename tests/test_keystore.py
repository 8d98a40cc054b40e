"""A shred key that was deleted is nowhere any more: not in the file, not in a journal beside it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest

from intake.errors import Misconfigured
from intake.keystore import Keystore


@pytest.fixture
def keystore(tmp_path: Path) -> Keystore:
    made = Keystore(tmp_path / "keystore.sqlite3")
    made.create()
    return made


def _on_disk(folder: Path, needle: bytes) -> int:
    return sum(path.read_bytes().count(needle) for path in folder.iterdir() if path.is_file())


def test_keys_come_back_and_are_gone_without_a_copy(keystore: Keystore, tmp_path: Path) -> None:
    keys = {uuid4(): f"{n:032d}".encode() for n in range(200)}
    for record, key in keys.items():
        keystore.put(record, key)
    assert keystore.find_many(list(keys)) == keys
    for record, key in list(keys.items())[::3]:
        assert _on_disk(tmp_path, key) == 1
        keystore.shred(record)
        assert keystore.find(record) is None
        assert _on_disk(tmp_path, key) == 0
    assert [p.name for p in tmp_path.iterdir()] == ["keystore.sqlite3"]


def test_a_write_ahead_log_would_keep_copies(keystore: Keystore, tmp_path: Path) -> None:
    """The control: what this file would leave behind in another mode."""
    record, key = uuid4(), b"k" * 32
    connection = sqlite3.connect(keystore.path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("INSERT INTO shred_key VALUES (?, ?)", (record.bytes, key))
    connection.execute("DELETE FROM shred_key")
    assert _on_disk(tmp_path, key) > 0
    connection.close()


def test_only_its_owner_may_read_it(keystore: Keystore) -> None:
    assert keystore.path.stat().st_mode & 0o077 == 0


def test_a_lost_keystore_is_said_plainly(keystore: Keystore) -> None:
    keystore.path.unlink()
    with pytest.raises(Misconfigured, match="keystore"):
        keystore.find(uuid4())
    assert not keystore.path.exists()


def test_a_key_is_never_replaced(keystore: Keystore) -> None:
    record = uuid4()
    keystore.put(record, b"a" * 32)
    with pytest.raises(sqlite3.IntegrityError):
        keystore.put(record, b"b" * 32)
    assert keystore.find(record) == b"a" * 32
