"""Where database sessions come from: SQLite embedded or PostgreSQL, told apart here and nowhere else.

Protected: only `work` and `sessions` ask for one. A writing session holds the one write lock from its first statement
(SQLite: BEGIN IMMEDIATE), so what it read cannot change under it; a reading session sees one snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session

_BUSY_SECONDS = 30


class Database:
    """One database, shared by the threads of a process. Connections open lazily, so a forked worker has its own."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _sqlite(url) if url.startswith("sqlite") else create_engine(url, pool_pre_ping=True, pool_size=8)
        self._reader = self.engine.execution_options(**_READING[self.engine.dialect.name])
        self._writer = self.engine.execution_options(**_WRITING[self.engine.dialect.name])

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A snapshot to read from; anything written in it is thrown away."""
        with Session(self._reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction: leaving the block commits, an exception rolls back."""
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    def dispose(self) -> None:
        self.engine.dispose()


_READING: dict[str, dict[str, Any]] = {
    "sqlite": {"intake_begin": "BEGIN"},
    "postgresql": {"isolation_level": "REPEATABLE READ"},
}
_WRITING: dict[str, dict[str, Any]] = {
    "sqlite": {"intake_begin": "BEGIN IMMEDIATE"},
    "postgresql": {"isolation_level": "READ COMMITTED"},
}


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS}, pool_size=8, max_overflow=16)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, or sqlite3 starts a deferred one behind our back
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "temp_store=MEMORY",
            "trusted_schema=OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("intake_begin", "BEGIN IMMEDIATE"))

    return engine
