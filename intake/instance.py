"""One running instance: its settings and the places where it keeps things, opened once per process."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from intake.db import Database
from intake.errors import Misconfigured
from intake.keystore import Keystore
from intake.morphology import Analyser
from intake.sealing.keys import Secret, VerifyKey
from intake.sealing.passphrase import Cost, Slots
from intake.settings import Settings
from intake.storage import Folder, ObjectStore

PEPPER_FILE = ("secrets", "pepper")
CHECKPOINT_FILE = ("secrets", "checkpoint")
FOLDERS = ("secrets", "attachments", "readmodel", "run")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Instance:
    """What every verb needs around it. `clock` gives the present moment in UTC; tests turn it."""

    settings: Settings
    database: Database
    keystore: Keystore
    storage: ObjectStore
    pepper: Secret
    root: VerifyKey
    analyser: Analyser | None = None
    clock: Callable[[], datetime] = _now
    remembered: dict[str, Any] = field(default_factory=dict)

    @property
    def cost(self) -> Cost:
        return Cost(self.settings.argon2_memory_mib * 1024, self.settings.argon2_passes, 1)

    def slots(self) -> Slots:
        """Two password stretchings at a time, in all processes of the instance together."""
        return Slots(self.settings.path("run"))

    @contextmanager
    def putting(self) -> Iterator[None]:
        """Held by who puts a key or an object down until the database refers to it: nothing is collected meanwhile."""
        with self._collection(fcntl.LOCK_SH):
            yield

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Held while what nothing refers to is looked for and removed; waits for all who are putting something down."""
        with self._collection(fcntl.LOCK_EX):
            yield

    @contextmanager
    def _collection(self, how: int) -> Iterator[None]:
        # The kernel opens it again when its holder is killed.
        path = self.settings.path("run") / "collection.lock"
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(lock, how)
            yield
        finally:
            os.close(lock)

    def read_model(self, name: str) -> Path:
        return self.settings.path("readmodel", f"{name}.db")


def open_instance(settings: Settings, *, clock: Callable[[], datetime] = _now) -> Instance:
    """Open what the settings name. `Misconfigured` when a secret is missing or others may read it."""
    return Instance(
        settings=settings,
        database=Database(settings.database_url),
        keystore=Keystore(settings.path("keystore.sqlite3")),
        storage=Folder(settings.path("attachments")),
        pepper=read_secret(settings.path(*PEPPER_FILE)),
        root=VerifyKey(settings.organisation_key),
        analyser=Analyser() if settings.korean_analyser else None,
        clock=clock,
    )


def read_secret(path: Path) -> Secret:
    """A 32-byte secret file that nobody but its owner may read."""
    try:
        if path.stat().st_mode & 0o077:
            raise Misconfigured("%(file)s may be read by others: set its mode to 600.", file=str(path))
        return Secret(path.read_bytes())
    except FileNotFoundError:
        raise Misconfigured("%(file)s is missing.", file=str(path)) from None


def write_secret(path: Path, secret: Secret) -> None:
    """Write a new secret file, mode 600; an existing one is never overwritten."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(secret.reveal())
        out.flush()
        os.fsync(out.fileno())
