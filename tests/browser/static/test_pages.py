"""What every page of the gallery owes its readers: no complaint from the browser, room, sizes, headings, themes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import gallery
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]

AXE = gallery.ROOT / "node_modules" / "axe-core" / "axe.min.js"
PATHS = [
    "/",
    "/form",
    "/narrative?text=단체관광 비자",
    "/workbench",
    "/parts",
    "/desk",
    "/error/404",
    "/error/503",
    "/?out=1",
]

# What stands inside a sentence may be as small as the sentence (WCAG 2.5.8, exception "inline").
SMALL = """() => [...document.querySelectorAll("button, select, input:not([type=hidden]), summary, a.tag, .chosen a"
    + ", .top a, .side a, .tabs a, .pages a")]
  .filter((one) => { const box = (one.matches(".choice input") ? one.closest("label") : one).getBoundingClientRect();
    return one.offsetParent !== null && !one.closest(".unseen") && (box.width < 24 || box.height < 24); })
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_fits_its_screen(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_put_together_rightly(visit: Visit, path: str) -> None:
    page = visit(path)
    expect(page.locator("h1")).to_have_count(1)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert sorted(ids) == sorted(set(ids))
    assert page.locator("[style]:not(.caret), [onclick], [onchange], [onsubmit]").count() == 0
    for reference in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
        named = page.evaluate(
            "(name) => [...document.querySelectorAll(`[${name}]`)].flatMap((one) => one.getAttribute(name).split(' '))",
            reference,
        )
        assert set(named) <= set(ids), reference


@pytest.mark.parametrize(
    "options", [{"color_scheme": "dark"}, {"forced_colors": "active"}, {"java_script_enabled": False}], ids=str
)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_stands_in_other_lights_and_without_script(visit: Visit, path: str, options: dict[str, Any]) -> None:
    page = visit(path, **options)
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("path", ["/form", "/parts", "/desk", "/workbench"])
def test_a_page_looks_the_same_with_and_without_what_is_fetched_at_installation(visit: Visit, path: str) -> None:
    if not gallery.PICO.exists():
        pytest.skip("nothing was fetched at installation")
    measure = """() => [...document.querySelectorAll("main *, header *")]
      .filter((one) => one.offsetParent && !one.matches("option, .caret"))
      .map((one) => {
        const { width, height } = one.getBoundingClientRect();
        const { color, backgroundColor, fontSize } = getComputedStyle(one);
        return [one.tagName, one.className, Math.round(width), Math.round(height), color, backgroundColor, fontSize];
      })"""
    full = visit(path).evaluate(measure)
    bare = visit(path + "?bare=1").evaluate(measure)
    assert [(one, other) for one, other in zip(full, bare, strict=True) if one != other] == []


def test_the_skip_link_leads_to_the_content(visit: Visit) -> None:
    page = visit("/parts")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("path", ["/form", "/parts", "/desk", "/workbench"])
def test_the_focus_can_be_seen_wherever_it_goes(visit: Visit, path: str) -> None:
    """Each stop of the Tab key has a ring, is on the screen, and nothing that sticks covers its middle."""
    page = visit(path)
    for _ in range(60):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => {
              const one = document.activeElement;
              if (!one || one === document.body) return null;
              const box = one.getBoundingClientRect();
              const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
              const hit = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2);
              return { what: one.outerHTML.slice(0, 100), ring: getComputedStyle(one).outlineStyle !== "none",
                seen: bottom > top,
                free: Boolean(hit) && (one.contains(hit) || hit.contains(one)) };
            }"""
        )
        if state is None:
            break
        assert state["ring"], state
        assert state["seen"], state
        assert state["free"], state


def test_the_language_switch_keeps_the_query(visit: Visit, served: Any) -> None:
    page = visit("/desk?q=비자&place=CN&place=RU")
    page.click(".languages a[lang=en]")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url == served.url + "/desk?q=%EB%B9%84%EC%9E%90&place=CN&place=RU&locale=en"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PATHS, "/form#sent"])
def test_axe_finds_nothing(visit: Visit, path: str, scheme: str) -> None:
    assert AXE.exists(), "axe-core was not fetched: python hatch_build.py"
    # axe writes styles of its own into the page; the other tests hold the page to the policy.
    page = visit(path, color_scheme=scheme, bypass_csp=True)
    if path.endswith("#sent"):
        page.evaluate("document.querySelector('main form').requestSubmit()")
        page.wait_for_selector(".error-summary")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("(values) => axe.run({ runOnly: { type: 'tag', values } })", tags)
    assert [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found["violations"]] == []


def test_no_icon_of_what_is_fetched_is_left(visit: Visit) -> None:
    """As published they are data: addresses, which the content policy refuses to load; ours are files or text."""
    if not gallery.PICO.exists():
        pytest.skip("nothing was fetched at installation")
    names = sorted(set(re.findall(r"--pico-icon-[a-z-]+", gallery.PICO.read_text(encoding="utf-8"))))
    assert names
    left = visit("/parts").evaluate(
        """(names) => [...document.querySelectorAll("*")].flatMap((one) => names
          .filter((name) => getComputedStyle(one).getPropertyValue(name).includes("url("))
          .map((name) => one.tagName + name))""",
        names,
    )
    assert left == []
