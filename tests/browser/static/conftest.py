"""The gallery, served in a thread, and pages of a real Chromium that note everything the browser complains about."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

sys.path.insert(0, str(Path(__file__).parent))
import gallery


class Served:
    """Where the gallery answers, and what its pages sent."""

    def __init__(self, url: str, state: dict[str, Any]) -> None:
        self.url = url
        self.state = state


@pytest.fixture(scope="session")
def _server() -> Iterator[Served]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = gallery.create()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(f"http://127.0.0.1:{server.port}", app.extensions["gallery"])
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def served(_server: Served) -> Served:
    """The gallery as it was at the start."""
    _server.state.update(rev=18, mode="ok", saves=[], hints=0, signed_out=0, theirs={}, token=gallery.TOKEN)
    return _server


@pytest.fixture
def visit(chrome: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """Open a path of the gallery; at the end of the test no page may have complained (content policy, exceptions)."""
    complaints: list[str] = []
    contexts = []

    def opened(path: str, *, width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = chrome.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if message.type in ("error", "warning") and "Failed to load resource" not in message.text
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(served.url + path)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    for context in contexts:
        for page in context.pages:
            # A page that goes saves what it holds, which would reach the next test.
            page.evaluate("document.dispatchEvent(new CustomEvent('intake:leaving'))")
        context.close()
    assert complaints == []
