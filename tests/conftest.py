"""What every test may ask for: a house full of people, on either store, and a browser of anybody in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from people import Clock, House, Person, build
from provision.postgres import Server, serving

from intake import create_app, sessions
from intake.instance import open_instance
from intake.settings import load

STORES = ("sqlite", "postgres")


class Template:
    """A house built once and copied for each test."""

    def __init__(self, folder: Path, server: Server | None) -> None:
        self.folder = folder
        self.server = server
        self.name = f"intake_{uuid4().hex}"
        self.url = server.create(self.name) if server else ""
        self.house = build(folder / "instance", database=self.url)
        self.house.instance.database.dispose()

    def copy(self, folder: Path) -> House:
        """The same people in an instance of their own."""
        shutil.copytree(self.folder / "instance", folder)
        if self.server:
            name = f"intake_{uuid4().hex}"
            with self.server.connect() as connection:
                connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{self.name}"')
            config = folder / "config.toml"
            config.write_text(config.read_text().replace(self.url, self.server.url(name)))
        clock = Clock(self.house.clock.now)
        house = House(open_instance(load(folder, {}), clock=clock), clock, {})
        house.people = {n: replace(p, house=house) for n, p in self.house.people.items()}
        return house


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A real PostgreSQL, started when the first test asks for it."""
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Callable[[str], Template]:
    """Houses to copy, one per store, built when first asked for."""
    built: dict[str, Template] = {}

    def of(store: str) -> Template:
        if store not in built:
            server = request.getfixturevalue("postgres") if store == "postgres" else None
            built[store] = Template(tmp_path_factory.mktemp(store), server)
        return built[store]

    return of


@pytest.fixture
def store() -> str:
    """Which store a house stands on; `tests/actions` asks for both."""
    return "sqlite"


@pytest.fixture
def house(store: str, templates: Callable[[str], Template], tmp_path: Path) -> Iterator[House]:
    """An instance with everybody of `people.ROLES`, nothing filed yet."""
    house = templates(store).copy(tmp_path / "instance")
    yield house
    house.instance.database.dispose()


class Browser:
    """A Flask test client that reads its own CSRF stamp from the last page, as a browser's form would."""

    def __init__(self, client: FlaskClient, person: Person | None, token: str) -> None:
        self.client = client
        self.person = person
        self.token = token

    @property
    def stamp(self) -> str:
        return sessions.csrf_secret(self.token).reveal().hex() if self.token else ""

    def get(self, path: str, **more: object):  # type: ignore[no-untyped-def]
        return self.client.get(path, **more)

    def post(self, path: str, data: dict[str, object] | None = None, **more: object):  # type: ignore[no-untyped-def]
        return self.client.post(path, data={"csrf_token": self.stamp, **(data or {})}, **more)

    def send(self, path: str, body: object):  # type: ignore[no-untyped-def]
        return self.client.post(path, json=body, headers={"X-CSRF-Token": self.stamp})


@pytest.fixture
def browser(house: House) -> Callable[..., Browser]:
    """`browser("mina")` is Mina's browser, signed in; `browser("mina", stepped_up=True)` with identities open."""
    app = create_app(house.instance.settings, house.instance)
    app.testing = False

    def of(name: str = "", *, stepped_up: bool = False) -> Browser:
        client = app.test_client()
        if not name:
            return Browser(client, None, "")
        person = house[name]
        session = person.session()
        if stepped_up:
            session.step_up()
        client.set_cookie("intake", session.token)
        return Browser(client, person, session.token)

    return of
