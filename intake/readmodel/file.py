"""The file coordinators search: one SQLCipher database per compartment, a cache of the sealed records and nothing else.

Rules of this room, in the order they are checked:

1. The key is 32 raw bytes. SQLCipher takes anything else as a passphrase, and no key at all as leave to write
   plaintext; so the key goes in as `x'…64 hex…'`, and the driver is asked whether it really encrypts.
2. The file is readable by its owner only, and its first bytes are never those of a plain SQLite file.
3. It belongs to one compartment, one epoch, one schema, one vocabulary. Whatever does not fit, cannot be read, or has
   seen more changes than the sealed store (a restored backup) is thrown away. It is never migrated, never repaired.

`cipher_memory_security` stays off: it wipes every page buffer when it is freed and costs four times the time, while
the same process holds opened records in memory that Python cannot wipe. Swap is off, core dumps are off.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2 as sqlcipher

from intake.errors import N_, Busy, Misconfigured

PLAIN_HEADER = b"SQLite format 3\x00"
_KEY_LENGTH = 32
_BUSY_SECONDS = 30.0
_PAGE = 8192

TABLES = (
    "CREATE TABLE identity (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    # One row per testimony. `terms`: the numbers of every set it is in, four bytes each; `circles`: its witness, cases
    # and workplaces; both so that it can be taken out again. `own_case`: the case its interviewer named.
    """CREATE TABLE document (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, changed INTEGER NOT NULL,
        own_case BLOB, circles BLOB NOT NULL, terms BLOB NOT NULL)""",
    # Names of sets (`place:CN-JL`), numbered in order of first use.
    "CREATE TABLE term (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    # The sets in pieces: key = document number >> 16 << 24 | term, so that what changes together lies together.
    "CREATE TABLE posting (key INTEGER PRIMARY KEY, ids BLOB NOT NULL)",
    # Witnesses, cases and workplaces: who else belongs to the same one (document numbers, four bytes each).
    """CREATE TABLE circle (unit INTEGER NOT NULL, key BLOB NOT NULL, ids BLOB NOT NULL,
        PRIMARY KEY (unit, key)) WITHOUT ROWID""",
    "CREATE INDEX circle_shared ON circle (unit) WHERE length(ids) > 4",
    # Why a testimony answers a concept: offsets only, the words stay in the sealed record.
    """CREATE TABLE reason (document INTEGER NOT NULL, serial INTEGER NOT NULL, kind INTEGER NOT NULL,
        concept INTEGER NOT NULL, start INTEGER, stop INTEGER, field TEXT NOT NULL, strength INTEGER NOT NULL,
        PRIMARY KEY (document, serial)) WITHOUT ROWID""",
    """CREATE TABLE grouped (testimony BLOB NOT NULL, case_id BLOB NOT NULL, inside INTEGER NOT NULL,
        PRIMARY KEY (testimony, case_id)) WITHOUT ROWID""",
    "CREATE INDEX grouped_case ON grouped (case_id)",
    # Testimonies not yet in the sets of common words: which of them they belong to, four bytes each.
    "CREATE TABLE fresh (number INTEGER PRIMARY KEY, terms BLOB NOT NULL)",
    """CREATE TABLE judgement (testimony BLOB NOT NULL, concept TEXT NOT NULL, author BLOB NOT NULL,
        confirmed INTEGER NOT NULL, start INTEGER, stop INTEGER,
        PRIMARY KEY (testimony, concept, author)) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE text USING fts5
        (body, content='', contentless_delete=1, tokenize="ascii tokenchars ''''")""",
    "INSERT INTO text (text, rank) VALUES ('secure-delete', 1)",
    # A block of the index of words fills one page (8,192 less what encryption takes); more is gathered before sorting.
    "INSERT INTO text (text, rank) VALUES ('pgsz', 8050)",
    "INSERT INTO text (text, rank) VALUES ('hashsize', 16777216)",
)


BUSY = N_("The search index is being brought up to date. Please try again.")
DAMAGED = N_("The search index was damaged and is being built again. Please try again.")


class Identity(NamedTuple):
    """What a file must be to be used. `compartment` 16 bytes, `vocabulary` any checksum."""

    compartment: bytes
    epoch: int
    schema: int
    vocabulary: str


class _Unfit(Exception):
    """The file is another's, another time's, or no file of ours at all."""


@dataclass(slots=True)
class ReadModelFile:
    """An open database. Used by one thread at a time; transactions are explicit."""

    path: Path
    connection: Any
    inode: int
    damaged: bool = False

    def execute(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        return self.connection.execute(sql, values)

    def number(self, name: str) -> int:
        """A number of the identity table (`mark`, `generation`)."""
        return int(self.execute("SELECT value FROM identity WHERE name = ?", (name,)).fetchone()[0])

    def set_number(self, name: str, value: int) -> None:
        self.execute("UPDATE identity SET value = ? WHERE name = ?", (value, name))

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """One snapshot: whatever another process projects meanwhile is not seen.

        Raises `Busy`, having removed the file, when a page turns out to be damaged.
        """
        with self._watched():
            self.execute("BEGIN")
            try:
                yield
            finally:
                self._roll_back()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """One durable transaction; a second process waits for it. Raises `Busy` when it waits too long or the file is
        damaged (and then removed)."""
        with self._watched():
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.execute("ROLLBACK")

    @contextlib.contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except sqlcipher.OperationalError as error:
            if "locked" in str(error):
                raise Busy(BUSY) from error
            raise
        except sqlcipher.DatabaseError as error:
            if not _is_damage(error):
                raise
            self.damaged = True
            if self.in_place():
                discard(self.path)
            raise Busy(DAMAGED) from error

    def wipe(self) -> None:
        """Leave nothing of what was deleted: merge the index of words into one, empty the log."""
        with self.writing():
            self.execute("INSERT INTO text (text) VALUES ('optimize')")
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def in_place(self) -> bool:
        """Whether the file at the path is still the one that was opened: another process may have replaced it."""
        try:
            return self.path.stat().st_ino == self.inode
        except FileNotFoundError:
            return False

    def close(self) -> None:
        self.connection.close()


def open_file(path: Path, key: bytes, *, identity: Identity, head: int) -> ReadModelFile:
    """Open the file at `path`, or make a new, empty one in its place if it is not exactly what `identity` says.

    `head` is the sealed store's last change: a file that has seen more is from a future that was undone. Raises
    `Misconfigured` for a key that is not 32 bytes and for a driver that does not encrypt.
    """
    if len(key) != _KEY_LENGTH:
        raise Misconfigured(N_("The key of the search index must be 32 bytes."))
    path.parent.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time(path):
        try:
            opened = _connect(path, key)
            try:
                _check(opened, identity, head)
            except BaseException:
                opened.close()
                raise
        except (_Unfit, sqlcipher.DatabaseError) as error:
            if isinstance(error, sqlcipher.OperationalError) and "locked" in str(error):
                raise Busy(BUSY) from error
            if not isinstance(error, _Unfit) and not _is_damage(error):
                raise
            discard(path)
            opened = _connect(path, key)
            _create(opened, identity)
        _check_header(path)
    return opened


def _is_damage(error: Exception) -> bool:
    """A wrong key, a page that does not verify, a malformed tree; not a full disk or a mistake of ours."""
    return type(error) is sqlcipher.DatabaseError


def discard(path: Path) -> None:
    """Remove the file and what SQLite keeps beside it."""
    for tail in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + tail).unlink(missing_ok=True)


@contextlib.contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Two processes must not both throw the same file away: the second would discard what the first just made."""
    lock = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _connect(path: Path, key: bytes) -> ReadModelFile:
    # SQLite gives its side files the mode of the database, so the database must exist with the right one first.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    path.chmod(0o600)
    connection = sqlcipher.connect(
        str(path), isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False, cached_statements=256
    )
    try:
        # A wrong key is an expected event here and is answered; SQLCipher would also write to standard error.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        _check_cipher(connection)
        for pragma in (
            f"cipher_page_size = {_PAGE}",
            "cipher_hmac_algorithm = HMAC_SHA256",
            "cipher_memory_security = OFF",
            "temp_store = MEMORY",
            # What is deleted is overwritten with zeros, on free pages and in the gaps of used ones.
            "secure_delete = ON",
            "cache_size = -32768",
            "foreign_keys = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA wal_autocheckpoint = 2000")
    except BaseException:
        connection.close()
        raise
    return ReadModelFile(path, connection, path.stat().st_ino)


def _check_cipher(connection: Any) -> None:
    version = connection.execute("PRAGMA cipher_version").fetchone()
    status = connection.execute("PRAGMA cipher_status").fetchone()
    if version is None or int(str(version[0]).split(".", 1)[0]) < 4 or status is None or str(status[0]) != "1":
        raise Misconfigured(N_("The search index cannot be encrypted: SQLCipher 4 is missing or has no key."))


def _check_header(path: Path) -> None:
    with path.open("rb") as stream:
        head = stream.read(len(PLAIN_HEADER))
    if head == PLAIN_HEADER:
        discard(path)
        raise Misconfigured(N_("The search index was written in plain text. It was removed."))


def _check(opened: ReadModelFile, identity: Identity, head: int) -> None:
    try:
        found = dict(opened.execute("SELECT name, value FROM identity").fetchall())
    except sqlcipher.DatabaseError:
        raise _Unfit from None
    wanted = {name: getattr(identity, name) for name in Identity._fields}
    if any(found.get(name) != value for name, value in wanted.items()):
        raise _Unfit
    if found.get("mark", -1) > head or found.get("complete") != 1:
        raise _Unfit


def _create(opened: ReadModelFile, identity: Identity) -> None:
    with opened.writing():
        for statement in TABLES:
            opened.execute(statement)
        rows = {
            **identity._asdict(),
            "mark": 0,
            "generation": 0,
            "words": 0,
            "purge": 0,
            "complete": 1,
            "salt": os.urandom(16),
        }
        opened.connection.executemany("INSERT INTO identity VALUES (?, ?)", rows.items())
