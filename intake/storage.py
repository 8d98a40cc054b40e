"""Where sealed attachments lie: a folder today, an object store tomorrow, behind one small interface.

What is stored here is ciphertext under random names. A file is complete and on disk before its name exists.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from intake.errors import Damaged

_READ = 1 << 20


class ObjectStore(Protocol):
    """Holds sealed objects by id."""

    def put(self, object_id: UUID, parts: Iterable[bytes]) -> int:
        """Store all parts durably or nothing; returns the bytes written."""

    def parts(self, object_id: UUID) -> Iterator[bytes]:
        """The bytes in order; `Damaged` when the object is not there."""

    def delete(self, object_id: UUID) -> None:
        """Remove it; absent is fine."""

    def ids(self) -> set[UUID]:
        """Every object held (for collecting what no record refers to)."""


class Folder:
    """An `ObjectStore` in a directory that only this user may enter."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _path(self, object_id: UUID) -> Path:
        name = object_id.hex
        return self.root / name[:2] / name

    def put(self, object_id: UUID, parts: Iterable[bytes]) -> int:
        target = self._path(object_id)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary = target.parent / f".{uuid4().hex}"
        written = 0
        try:
            with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                for part in parts:
                    out.write(part)
                    written += len(part)
                out.flush()
                os.fsync(out.fileno())
            temporary.rename(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _sync_directory(target.parent)
        _sync_directory(self.root)
        return written

    def parts(self, object_id: UUID) -> Iterator[bytes]:
        try:
            source = self._path(object_id).open("rb")
        except FileNotFoundError:
            raise Damaged from None
        with source:
            while part := source.read(_READ):
                yield part

    def delete(self, object_id: UUID) -> None:
        path = self._path(object_id)
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
            _sync_directory(path.parent)

    def ids(self) -> set[UUID]:
        return {UUID(hex=p.name) for p in self.root.glob("??/*") if len(p.name) == 32 and not p.name.startswith(".")}


def _sync_directory(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
