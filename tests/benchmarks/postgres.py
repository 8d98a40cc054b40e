"""The other plaintext store one would build: PostgreSQL, tsvector and arrays under GIN indexes, the same tokens."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

import psycopg
from provision.postgres import serving

from intake.readmodel.facts import Lore
from intake.readmodel.project import Filed

_TABLE = """
CREATE TABLE document (number serial PRIMARY KEY, id uuid NOT NULL, day date NOT NULL, facets text[] NOT NULL,
    words tsvector NOT NULL)
"""
_INDEXES = (
    "CREATE INDEX ON document USING gin (words)",
    "CREATE INDEX ON document USING gin (facets)",
    "CREATE INDEX ON document (day DESC, number DESC)",
    "VACUUM ANALYZE document",
)
_MOST_POSITIONS = 255


class Postgres:
    """The store, filled once. Pages are 25, newest first."""

    def __init__(self, connection: psycopg.Connection[Any], lore: Lore) -> None:
        self.connection = connection
        self.lore = lore

    def fill(self, filed: Iterable[Filed]) -> None:
        """Everything in one COPY, indexes afterwards."""
        self.connection.execute(_TABLE)
        with self.connection.cursor() as cursor:
            command = "COPY document (id, day, facets, words) FROM STDIN"
            with cursor.copy(command) as copy:
                for one in filed:
                    facts = self.lore.facts(one.content, one.filed_on)
                    names = {*facts.names, *self.lore.concept_names(facts.grounds, ())}
                    copy.write_row((one.id, facts.day, sorted(names), _vector(facts.tokens.split(" "))))
        for statement in _INDEXES:
            self.connection.execute(statement)

    def words(self, query: str) -> tuple[int, list[UUID]]:
        """Count and first page for a tsquery (`'a' <-> 'b'`)."""
        return self._ask("words @@ %s::tsquery", (query,))

    def facets(self, every: Sequence[str], any_of: Sequence[str] = ()) -> tuple[int, list[UUID]]:
        """Count and first page for facets that must all hold, and one of some others."""
        if any_of:
            return self._ask("facets @> %s AND facets && %s", (list(every), list(any_of)))
        return self._ask("facets @> %s", (list(every),))

    def concept(self, concept: str) -> tuple[int, list[UUID]]:
        bases = [f"{basis}:{concept}" for basis in ("tagged", "field", "mentioned", "judged")]
        return self._ask("facets && %s", (bases,))

    def facets_and_words(self, every: Sequence[str], query: str) -> tuple[int, list[UUID]]:
        return self._ask("facets @> %s AND words @@ %s::tsquery", (list(every), query))

    def facet_counts(self, query: str) -> int:
        rows = self.connection.execute(
            "SELECT f, count(*) FROM document, unnest(facets) f WHERE words @@ %s::tsquery GROUP BY f", (query,)
        ).fetchall()
        return len(rows)

    def _ask(self, where: str, values: tuple[Any, ...]) -> tuple[int, list[UUID]]:
        total = self.connection.execute(f"SELECT count(*) FROM document WHERE {where}", values).fetchone()  # noqa: S608
        page = self.connection.execute(
            f"SELECT id FROM document WHERE {where} ORDER BY day DESC, number DESC LIMIT 25",  # noqa: S608
            values,
        ).fetchall()
        return (total or (0,))[0], [row[0] for row in page]


@contextlib.contextmanager
def filled(filed: Iterable[Filed], lore: Lore) -> Iterator[Postgres]:
    """A server of its own, filled and indexed, gone afterwards."""
    with serving() as server, server.connect() as connection:
        connection.execute("SET work_mem = '64MB'")
        connection.execute("SET maintenance_work_mem = '256MB'")
        store = Postgres(connection, lore)
        store.fill(filed)
        yield store


def _vector(tokens: Sequence[str]) -> str:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens, 1):
        if len(places[token]) < _MOST_POSITIONS and at < 16383:
            places[token].append(at)
    quoted = ((token.replace("\\", "\\\\").replace("'", "''"), where) for token, where in places.items())
    return " ".join(f"'{token}':{','.join(map(str, where))}" for token, where in quoted)
