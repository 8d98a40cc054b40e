"""What one would build without sealing: the same testimonies in plaintext SQLite, FTS5 and indexed SQL tables.

The same engine, the same tokens, the same facts, the same durability. Values are flattened here too (a row per broader
term), indexes cover the queries, and FTS5 keeps no copy of the text: this baseline is meant to be hard to beat.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlcipher3 import dbapi2 as sqlite

from intake.readmodel.facts import FIELD, MENTION, TAG, Lore
from intake.readmodel.project import Filed

_TABLES = """
CREATE TABLE document (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, day TEXT NOT NULL, witness TEXT NOT NULL,
    case_id BLOB, workplace TEXT, state TEXT NOT NULL);
CREATE INDEX document_day ON document (day);
CREATE TABLE facet (key TEXT NOT NULL, value TEXT NOT NULL, document INTEGER NOT NULL,
    PRIMARY KEY (key, value, document)) WITHOUT ROWID;
CREATE INDEX facet_document ON facet (document, key, value);
CREATE TABLE mention (document INTEGER NOT NULL, concept TEXT NOT NULL, start INTEGER, stop INTEGER, strength INTEGER);
CREATE INDEX mention_concept ON mention (concept, document);
CREATE INDEX mention_document ON mention (document);
CREATE VIRTUAL TABLE text USING fts5 (body, content='', contentless_delete=1, tokenize="ascii tokenchars ''''");
"""
_BASES = {TAG: "tagged", FIELD: "field", MENTION: "mentioned"}


class Baseline:
    """The plaintext store. Lists are read without a size; pages are 25."""

    def __init__(self, path: Path, lore: Lore) -> None:
        self.path = path
        self.lore = lore
        self.connection = sqlite.connect(str(path), isolation_level=None, cached_statements=256)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -32768"):
            self.connection.execute(f"PRAGMA {pragma}")
        self.connection.execute("PRAGMA wal_autocheckpoint = 4000")
        if not self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            self.connection.executescript(_TABLES)

    def add(self, filed: Iterable[Filed]) -> None:
        """One durable transaction."""
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        for one in filed:
            facts = self.lore.facts(one.content, one.filed_on)
            content = one.content
            number = run(
                "INSERT INTO document (id, day, witness, case_id, workplace, state) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    one.id.bytes,
                    facts.day.isoformat(),
                    content.witness_code,
                    None if content.case_id is None else content.case_id.bytes,
                    content.legs[0].workplace,
                    one.state,
                ),
            ).lastrowid
            names = {*facts.names, *self.lore.concept_names(facts.grounds, ()), f"state:{one.state}"}
            self.connection.executemany(
                "INSERT INTO facet VALUES (?, ?, ?)",
                ((*name.split(":", 1), number) for name in names if "=" not in name and name[:4] != "any:"),
            )
            self.connection.executemany(
                "INSERT INTO mention VALUES (?, ?, ?, ?, ?)",
                ((number, ground.concept, ground.start, ground.end, ground.strength) for ground in facts.grounds),
            )
            run("INSERT INTO text (rowid, body) VALUES (?, ?)", (number, facts.tokens))
        run("COMMIT")

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        return list(self.connection.execute(sql, values).fetchall())

    def words(self, match: str) -> tuple[int, list[UUID]]:
        """Count and first page for an FTS5 expression, newest first."""
        total = self.ask("SELECT count(*) FROM text WHERE text MATCH ?", (match,))[0][0]
        page = self.ask(
            "SELECT d.id FROM text t JOIN document d ON d.number = t.rowid WHERE t.text MATCH ? "
            "ORDER BY d.day DESC, d.number DESC LIMIT 25",
            (match,),
        )
        return total, [UUID(bytes=row[0]) for row in page]

    def words_in_units(self, match: str) -> tuple[tuple[int, ...], list[UUID]]:
        """The same with distinct witnesses, cases and workplaces."""
        counts = self.ask(
            "SELECT count(*), count(DISTINCT witness), count(DISTINCT case_id), count(DISTINCT workplace) "
            "FROM text t JOIN document d ON d.number = t.rowid WHERE t.text MATCH ?",
            (match,),
        )[0]
        return counts, self.words(match)[1]

    def facets_all(self, wanted: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[int, list[UUID]]:
        """Count and first page for values that must all hold (any of those given for one key)."""
        where, values = self._where(wanted)
        total = self.ask(f"SELECT count(*) FROM document d WHERE {where}", values)[0][0]  # noqa: S608
        page = self.ask(
            f"SELECT d.id FROM document d WHERE {where} ORDER BY d.day DESC, d.number DESC LIMIT 25",  # noqa: S608
            values,
        )
        return total, [UUID(bytes=row[0]) for row in page]

    def facets_and_words(self, wanted: Sequence[tuple[str, tuple[str, ...]]], match: str) -> tuple[int, list[UUID]]:
        where, values = self._where(wanted)
        source = f"text t JOIN document d ON d.number = t.rowid WHERE t.text MATCH ? AND {where}"
        total = self.ask(f"SELECT count(*) FROM {source}", (match, *values))[0][0]  # noqa: S608
        page = self.ask(
            f"SELECT d.id FROM {source} ORDER BY d.day DESC, d.number DESC LIMIT 25",  # noqa: S608
            (match, *values),
        )
        return total, [UUID(bytes=row[0]) for row in page]

    def concept(self, concept: str) -> tuple[int, list[tuple[UUID, str]]]:
        """Everybody tagged, by field, mentioned or judged, with the basis of each row of the first page."""
        bases = "('tagged', 'field', 'mentioned', 'judged')"
        inside = f"d.number IN (SELECT document FROM facet WHERE value = ?1 AND key IN {bases})"  # noqa: S608
        basis = "(SELECT group_concat(key) FROM facet f WHERE f.document = d.number AND f.value = ?1)"
        total = self.ask(f"SELECT count(*) FROM document d WHERE {inside}", (concept,))[0][0]  # noqa: S608
        page = self.ask(
            f"SELECT d.id, {basis} FROM document d WHERE {inside} ORDER BY d.day DESC, d.number DESC LIMIT 25",  # noqa: S608
            (concept,),
        )
        return total, [(UUID(bytes=row[0]), row[1]) for row in page]

    def concept_in_units(self, concept: str) -> tuple[tuple[int, ...], list[tuple[UUID, str]]]:
        """The same with distinct witnesses, cases and workplaces."""
        bases = "('tagged', 'field', 'mentioned', 'judged')"
        inside = f"d.number IN (SELECT document FROM facet WHERE value = ?1 AND key IN {bases})"  # noqa: S608
        counts = self.ask(
            "SELECT count(*), count(DISTINCT witness), count(DISTINCT case_id), count(DISTINCT workplace) "  # noqa: S608
            f"FROM document d WHERE {inside}",
            (concept,),
        )[0]
        return counts, self.concept(concept)[1]

    def facet_counts(self, keys: Sequence[str], match: str) -> dict[tuple[str, str], int]:
        """For a query in words: how many of its answers have each value of each key."""
        marks = ", ".join("?" for _ in keys)
        rows = self.ask(
            f"WITH found AS MATERIALIZED (SELECT rowid FROM text WHERE text MATCH ?) "  # noqa: S608
            f"SELECT f.key, f.value, count(*) FROM found JOIN facet f ON f.document = found.rowid "
            f"WHERE f.key IN ({marks}) GROUP BY f.key, f.value",
            (match, *keys),
        )
        return {(key, value): count for key, value, count in rows}

    def cross_table(self, concepts: Sequence[str], places: Sequence[str]) -> dict[tuple[str, str, str], int]:
        """Mechanism by province by year of stay."""
        one, two = (", ".join("?" for _ in side) for side in (concepts, places))
        rows = self.ask(
            f"SELECT m.value, p.value, y.value, count(*) FROM facet m "  # noqa: S608
            f"JOIN facet p ON p.document = m.document AND p.key = 'place' AND p.value IN ({two}) "
            f"JOIN facet y ON y.document = m.document AND y.key = 'year' "
            f"WHERE m.key = 'tagged' AND m.value IN ({one}) GROUP BY 1, 2, 3",
            (*places, *concepts),
        )
        return {(a, b, c): count for a, b, c, count in rows}

    def _where(self, wanted: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[str, tuple[str, ...]]:
        parts, values = [], []
        for key, any_of in wanted:
            marks = ", ".join("?" for _ in any_of)
            parts.append(
                f"d.number IN (SELECT document FROM facet WHERE key = ? AND value IN ({marks}))"  # noqa: S608
            )
            values += [key, *any_of]
        return " AND ".join(parts), tuple(values)

    def size(self) -> int:
        """Bytes on disk, everything in the main file."""
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return self.path.stat().st_size

    def close(self) -> None:
        self.connection.close()
