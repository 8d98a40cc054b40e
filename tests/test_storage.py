"""The object store: whole or not at all, for its owner only, under names that say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from intake.errors import Damaged
from intake.storage import Folder


@pytest.fixture
def store(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "objects")


def test_what_is_put_comes_back(store: Folder) -> None:
    one, other = uuid4(), uuid4()
    assert store.put(one, [b"a" * 1000, b"", b"b" * 3_000_000]) == 3_001_000
    store.put(other, [])
    assert b"".join(store.parts(one)) == b"a" * 1000 + b"b" * 3_000_000
    assert b"".join(store.parts(other)) == b""
    assert store.ids() == {one, other}
    store.delete(one)
    store.delete(one)
    assert store.ids() == {other}
    with pytest.raises(Damaged):
        list(store.parts(one))


def test_half_a_file_is_no_file(store: Folder) -> None:
    def broken() -> Iterator[bytes]:
        yield b"first"
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        store.put(uuid4(), broken())
    assert store.ids() == set()
    assert not [path for path in store.root.rglob("*") if path.is_file()]


def test_nobody_else_may_look(store: Folder) -> None:
    object_id = uuid4()
    store.put(object_id, [b"x"])
    for path in store.root.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0
        assert set(path.name) <= set("0123456789abcdef")
