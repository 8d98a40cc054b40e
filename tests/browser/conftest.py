"""A real Chromium before the real application: each page watched for errors, violations and foreign requests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from furnished import Furnished, furnish
from people import House
from playwright.sync_api import Browser, expect, sync_playwright
from provision import chromium
from served import Site
from werkzeug.serving import make_server

from intake import create_app

# What is waited for comes, or never does; a busy machine may take its time.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """One browser for all tests of this process."""
    program = chromium.find()
    assert program, "run tests/provision/chromium.py"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(program), args=chromium.ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def site(house: House, chrome: Browser) -> Iterator[Site]:
    """The house's application on a port of its own. Fails the test if any page complained."""
    with serving(house, chrome) as made:
        yield made
    assert not made.complaints


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """A house in the middle of its work, for tests that only look."""
    made = furnish(tmp_path_factory.mktemp("furnished") / "instance")
    yield made
    made.house.instance.database.dispose()


@pytest.fixture(scope="session")
def open_house(furnished: Furnished, chrome: Browser) -> Iterator[Site]:
    """Its application, served as long as there are tests."""
    with serving(furnished.house, chrome) as made:
        yield made


@contextmanager
def serving(house: House, chrome: Browser) -> Iterator[Site]:
    """The house's application on a port of its own, for as long as this lasts."""
    server = make_server("127.0.0.1", 0, lambda *_: [], threaded=True)
    url = f"http://127.0.0.1:{server.server_port}"
    house.instance = replace(house.instance, settings=replace(house.instance.settings, base_url=url))
    server.app = create_app(house.instance.settings, house.instance)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    made = Site(house, url, chrome)
    yield made
    for context in made.contexts:
        context.close()
    server.shutdown()
    thread.join()
    server.server_close()
