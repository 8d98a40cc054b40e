"""axe finds nothing on any page, by day and by night, on a wide and on a narrow screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from furnished import Furnished, visits
from playwright.sync_api import Page
from served import Site

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (values) => {
  const found = await axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] });
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    [rule.id, node.html.slice(0, 160), node.any.map((one) => one.message).join(" ").slice(0, 200)]));
}"""
LOST = [("", "/nowhere"), ("hana", "/nowhere"), ("hana", "/search"), ("dain", "/search?q=country:(")]
"""Pages that say no."""


@pytest.fixture(scope="module")
def windows(open_house: Site, furnished: Furnished) -> Callable[[str], Page]:
    """One window per person. axe writes styles of its own, so the content policy is off in these; others test it."""
    opened: dict[str, Page] = {}

    def of(name: str) -> Page:
        if name not in opened:
            opened[name] = furnished.window(open_house, name, bypass_csp=True)
        return opened[name]

    return of


def _violations(page: Page, path: str) -> list[Any]:
    page.goto(path, wait_until="load")
    page.wait_for_selector("html[data-ready]")
    assert AXE.exists(), "axe-core was not fetched: python hatch_build.py"
    page.evaluate(AXE.read_text(encoding="utf-8"))
    wrong = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        wrong += [(path, scheme, *found) for found in page.evaluate(RUN, TAGS)]
    return wrong


@pytest.mark.parametrize(("rule", "name"), visits())
def test_axe_finds_nothing(rule: str, name: str, furnished: Furnished, windows: Callable[[str], Page]) -> None:
    page = windows(name)
    wrong = [found for path in furnished.of(rule, name) for found in _violations(page, path)]
    assert wrong == []


@pytest.mark.parametrize(("name", "path"), LOST)
def test_axe_finds_nothing_where_there_is_nothing(name: str, path: str, windows: Callable[[str], Page]) -> None:
    assert _violations(windows(name), path) == []


def test_axe_would_find_something(windows: Callable[[str], Page]) -> None:
    page = windows("")
    page.goto("/help")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert [rule for rule, *_ in page.evaluate(RUN, TAGS)] == ["button-name"]
