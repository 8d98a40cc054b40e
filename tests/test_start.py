"""The application refuses to start when something is wrong, and says what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people import House
from sqlalchemy import text

from intake import application, create_app, schema
from intake.errors import Misconfigured
from intake.instance import open_instance
from intake.sealing import known


def test_it_starts(house: House) -> None:
    assert create_app(house.instance.settings).url_map


@pytest.mark.parametrize("revision", ["0000", "9999", None])
def test_not_with_a_database_elsewhere_than_at_head(house: House, revision: str | None) -> None:
    with house.instance.database.engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
        if revision:
            connection.execute(text("INSERT INTO alembic_version VALUES (:r)"), {"r": revision})
    with pytest.raises(Misconfigured, match="migration"):
        create_app(house.instance.settings)


@pytest.mark.parametrize("name", ["BOX", "SEAL", "OBJECT"])
def test_not_with_a_failed_self_test(house: House, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    value: str = getattr(known, name).strip()
    monkeypatch.setattr(known, name, value[:-8] + ("A" * 8 if value[-8:] != "A" * 8 else "B" * 8))
    with pytest.raises(Misconfigured):
        create_app(house.instance.settings)


def test_not_without_its_pepper_or_with_one_that_others_may_read(house: House) -> None:
    pepper = house.instance.settings.path("secrets", "pepper")
    pepper.chmod(0o644)
    with pytest.raises(Misconfigured, match="600"):
        create_app(house.instance.settings)
    pepper.unlink()
    with pytest.raises(Misconfigured, match="missing"):
        create_app(house.instance.settings)


def test_not_without_being_told_which_instance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INTAKE_INSTANCE", raising=False)
    with pytest.raises(Misconfigured, match="INTAKE_INSTANCE"):
        application()


def test_the_tables_are_those_of_the_models(house: House) -> None:
    assert schema.differences(house.instance.database) == []
    with house.instance.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE throttle ADD COLUMN surprise INTEGER"))
    assert schema.differences(house.instance.database) != []


def test_another_pepper_opens_nobody(house: House) -> None:
    instance = open_instance(house.instance.settings, clock=house.clock)
    other = replace(instance, pepper=type(instance.pepper).random())
    house.instance = other
    with pytest.raises(Exception, match="not right"):
        house.gate("mina")
