"""Where shred keys lie: one small SQLite file of its own, so that a testimony can be made unreadable for ever.

Deleting a key here must leave no copy. `journal_mode=DELETE` with `secure_delete=ON` is the combination that overwrites
both the page and the journal; a write-ahead log keeps old pages. The file is backed up apart, and briefly.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from intake.errors import Misconfigured


class Keystore:
    """32-byte shred keys by record id. Every call opens the file afresh: safe in threads and forked workers."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self) -> None:
        """Make the empty file, readable by this user only."""
        os.close(os.open(self.path, os.O_CREAT | os.O_EXCL, 0o600))
        with self._open() as connection:
            connection.execute("CREATE TABLE shred_key (record BLOB PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID")

    def put(self, record: UUID, key: bytes) -> None:
        """On disk when this returns, so that no committed record can lack its key."""
        with self._open() as connection:
            connection.execute("INSERT INTO shred_key VALUES (?, ?)", (record.bytes, key))

    def find(self, record: UUID) -> bytes | None:
        with self._open() as connection:
            row = connection.execute("SELECT key FROM shred_key WHERE record = ?", (record.bytes,)).fetchone()
        return None if row is None else bytes(row[0])

    def find_many(self, records: list[UUID]) -> dict[UUID, bytes]:
        """The keys of many records in one opening of the file."""
        found: dict[UUID, bytes] = {}
        with self._open() as connection:
            for start in range(0, len(records), 500):
                part = [r.bytes for r in records[start : start + 500]]
                marks = ",".join("?" * len(part))
                query = f"SELECT record, key FROM shred_key WHERE record IN ({marks})"  # noqa: S608 - only marks
                found.update((UUID(bytes=bytes(r)), bytes(k)) for r, k in connection.execute(query, part))
        return found

    def shred(self, *records: UUID) -> None:
        """Overwrite and forget these keys; what they locked is gone when the last copy of this file is."""
        with self._open() as connection:
            connection.executemany("DELETE FROM shred_key WHERE record = ?", [(record.bytes,) for record in records])

    def records(self) -> set[UUID]:
        with self._open() as connection:
            return {UUID(bytes=bytes(row[0])) for row in connection.execute("SELECT record FROM shred_key")}

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        if not self.path.exists():
            raise Misconfigured("The keystore is missing: without it no testimony can be opened.")
        connection = sqlite3.connect(self.path, timeout=30, isolation_level=None)
        try:
            for pragma in (
                "journal_mode=DELETE",
                "secure_delete=ON",
                "synchronous=FULL",
                "temp_store=MEMORY",
            ):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            connection.close()
