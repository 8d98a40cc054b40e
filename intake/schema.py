"""The tables of an instance: bringing them up to date, and saying whether they are. Migrations only go forward."""

from __future__ import annotations

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from intake.db import Database
from intake.errors import Misconfigured
from intake.models.base import Base
from intake.resources import folder


def _config(database: Database) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder("migrations")).replace("%", "%%"))
    config.attributes["engine"] = database.engine
    return config


def head() -> str:
    """The newest migration that this version of the application knows."""
    revision = ScriptDirectory.from_config(_config_without_database()).get_current_head()
    if revision is None:
        raise Misconfigured("The migrations are missing.")
    return revision


def _config_without_database() -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder("migrations")).replace("%", "%%"))
    return config


def upgrade(database: Database) -> None:
    """Bring the tables to `head`; each migration is one transaction."""
    command.upgrade(_config(database), "head")


def current(database: Database) -> str | None:
    """The migration the database is at; None for an empty one."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def differences(database: Database) -> list[object]:
    """What a migration would still have to change for the tables to be those of the models."""
    with database.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    return [change for change in found if not _only_a_type(change)]


def _only_a_type(change: object) -> bool:
    """SQLite tells some types by another name than the one they were made with."""
    return isinstance(change, list) and all(step[0] == "modify_type" for step in change)


def check(database: Database) -> None:
    """`Misconfigured` unless the database is exactly at `head`."""
    at, wanted = current(database), head()
    if at != wanted:
        raise Misconfigured(
            "The database is at migration %(at)s, this version needs %(wanted)s: run `intake upgrade`.",
            at=at or "none",
            wanted=wanted,
        )
