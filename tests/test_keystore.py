"""A shred key that was deleted is nowhere any more: not in the file, not in a journal beside it."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from uuid import UUID, uuid4

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


@pytest.mark.parametrize("seed", range(5))
def test_keys_come_back_and_are_gone_without_a_copy(keystore: Keystore, tmp_path: Path, seed: int) -> None:
    """Enough keys in enough orders that pages are split and joined, which moves rows and could leave copies behind."""
    chance = random.Random(seed)
    keys = {UUID(bytes=chance.randbytes(16), version=4): chance.randbytes(32) for _ in range(300)}
    for record, key in keys.items():
        keystore.put(record, key)
    assert keystore.find_many(list(keys)) == keys
    for record in chance.sample(list(keys), 250):
        key = keys.pop(record)
        assert _on_disk(tmp_path, key) == 1
        keystore.shred(record)
        assert keystore.find(record) is None
        assert _on_disk(tmp_path, key) == 0
    assert keystore.find_many(list(keys)) == keys
    assert [p.name for p in tmp_path.iterdir()] == ["keystore.sqlite3"]


def test_many_are_shredded_in_one_go(keystore: Keystore, tmp_path: Path) -> None:
    keys = {uuid4(): random.randbytes(32) for _ in range(9)}
    for record, key in keys.items():
        keystore.put(record, key)
    first, *rest = keys
    keystore.shred(*rest)
    assert keystore.records() == {first}
    assert [_on_disk(tmp_path, key) for key in keys.values()] == [1] + [0] * 8
    keystore.shred()
    assert keystore.records() == {first}


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
