"""Migrations go forward over an instance that is full of work, and everything in it opens as before."""

from __future__ import annotations

import pytest
from alembic import command
from people import House
from sayings import SAID, file_one
from sqlalchemy import inspect, text

from intake import schema
from intake.actions import case, search, testimony
from intake.db import Database


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _tables(database: Database) -> dict[str, set[str]]:
    found = inspect(database.engine)
    return {name: {column["name"] for column in found.get_columns(name)} for name in found.get_table_names()}


def _back_to(house: House, revision: str, tables: set[str]) -> None:
    """The database as it was at an earlier migration, when all that came since are new tables, with what is in it."""
    with house.instance.database.writing() as session:
        for name in _tables(house.instance.database).keys() - tables:
            session.execute(text(f'DROP TABLE "{name}"'))
        session.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})


def test_an_instance_of_the_first_migration_is_carried_over(house: House, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    first = Database(f"sqlite:///{tmp_path_factory.mktemp('first')}/it.sqlite3")
    command.upgrade(schema._config(first), "0001")
    filed = file_one(house.gate("hana"), files=[b"\x00" * 10]).testimony_id
    made = case.start(house.gate("dain"), "사건", "메모", [filed])
    reader = house.gate("mina")
    before = testimony.read(reader, filed)
    database = house.instance.database
    now = _tables(database)
    _back_to(house, "0001", set(_tables(first)))
    assert schema.current(database) == "0001"
    assert _tables(database) == _tables(first)
    schema.upgrade(database)
    schema.check(database)
    assert _tables(database) == now
    assert not schema.differences(database)
    assert testimony.read(reader, filed) == before
    assert before.content.narrative == SAID.narrative
    coordinator = house.gate("dain")
    assert [one.id for one in case.read(coordinator, made).testimonies] == [filed]
    assert search.run(coordinator, "").counts.testimonies == 1
