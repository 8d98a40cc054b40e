"""Every page, as everybody who may sees it, in both languages, on a wide and a narrow screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from babel.messages.mofile import read_mo
from furnished import Furnished, visits
from playwright.sync_api import Page
from served import Site

pytestmark = pytest.mark.browser
NARROW, WIDE = 320, 1280
LANGUAGES = ("ko", "en")
GOES_ON = {
    "/": ("/draft/", "/testimony/", "/search", "/account/people"),
    "/search/refine": ("/search",),
    "/search/build": ("/search",),
}
"""Addresses that lead on to another page."""

LOOK = """() => {
  const names = (name) => [...document.querySelectorAll(`[${name}]`)]
    .flatMap((one) => one.getAttribute(name).split(/\\s+/));
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll("h1").length,
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) => one.checkVisibility())
      .map((one) => Number(one.tagName[1])),
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    nowhere: ["for", "aria-describedby", "aria-labelledby", "aria-controls"].flatMap(names)
      .filter((id) => id && !ids.includes(id)),
    leading: [...document.querySelectorAll("a[href^='#']")].map((one) => one.getAttribute("href").slice(1))
      .filter((id) => id && !ids.includes(id)),
    inline: [...document.querySelectorAll("[style]:not(.caret), [onclick], [onchange], [onsubmit]")]
      .map((one) => one.outerHTML.slice(0, 120)),
    unnamed: [...document.querySelectorAll("main table")]
      .filter((one) => !one.caption && !one.ariaLabel && !one.matches("[aria-labelledby]") && !one.closest("fieldset"))
      .map((one) => one.outerHTML.slice(0, 120)),
  };
}"""

# What is wider than the screen must stand in a box of its own that scrolls and that the keyboard reaches.
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > width + 1
    && one.checkVisibility() && !one.closest(".unseen")).slice(-3).map((one) => one.outerHTML.slice(0, 160));
}"""
OUT_OF_REACH = """() => [...document.querySelectorAll("body *")].filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const rolls = (how, inner, outer) => ["auto", "scroll"].includes(how) && inner > outer + 1;
    return one.checkVisibility() && !one.matches("textarea, select, input, html, body") && one.tabIndex < 0
      && (rolls(overflowX, one.scrollWidth, one.clientWidth) || rolls(overflowY, one.scrollHeight, one.clientHeight))
      && !one.querySelector("a[href], button, input, select, textarea, [tabindex='0']");
  }).map((one) => one.outerHTML.slice(0, 160))"""

# What stands inside a sentence may be as small as the sentence (WCAG 2.5.8, exception "inline").
SMALL = """() => [...document.querySelectorAll("button, select, input:not([type=hidden]), summary, a.tag, .chosen a"
    + ", .top a, .side a, .tabs a, .pages a")]
  .filter((one) => {
    const box = (one.matches(".choice input, label input") ? one.closest("label") : one).getBoundingClientRect();
    return one.checkVisibility() && !one.closest(".unseen") && (box.width < 24 || box.height < 24); })
  .map((one) => one.outerHTML.slice(0, 120))"""


WORDS = """() => {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const found = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.add(node.data.trim());
  for (const name of ["aria-label", "title", "placeholder", "alt"])
    for (const one of document.querySelectorAll(`[${name}]`)) found.add(one.getAttribute(name).trim());
  return [...found];
}"""
SAME_IN_BOTH = {"Intake", "English", "SHA-256", "PDF", "DOCX", "HTML", "JSON", "CSV", "XLSX"}


def _msgids() -> frozenset[str]:
    """Whatever the catalogue translates into something else."""
    with CATALOGUE.open("rb") as compiled:
        messages = read_mo(compiled)
    told = {message.id for message in messages if isinstance(message.id, str) and message.string != message.id}
    return frozenset(told - SAME_IN_BOTH - {""})


CATALOGUE = Path(__file__).parents[2] / "intake" / "translations" / "ko" / "LC_MESSAGES" / "messages.mo"
ENGLISH = _msgids()


@pytest.fixture(scope="module")
def windows(open_house: Site, furnished: Furnished) -> Callable[[str, str], Page]:
    """One window per person and language."""
    opened: dict[tuple[str, str], Page] = {}

    def of(name: str, language: str) -> Page:
        if (name, language) not in opened:
            opened[name, language] = furnished.window(open_house, name, language=language)
        return opened[name, language]

    return of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("rule", "name"), visits())
def test_a_page_is_in_order(
    rule: str, name: str, language: str, furnished: Furnished, open_house: Site, windows: Callable[[str, str], Page]
) -> None:
    page, wrong = windows(name, language), []
    for path in furnished.of(rule, name):
        open_house.complaints.clear()
        page.set_viewport_size({"width": WIDE, "height": 900})
        answer = page.goto(path, wait_until="load")
        assert answer is not None
        if answer.status != 200 or urlsplit(page.url).path not in GOES_ON.get(rule, (urlsplit(path).path,)):
            wrong.append((path, "status", answer.status, page.url))
            continue
        page.wait_for_selector("html[data-ready]")
        wrong += [(path, *said) for said in _out_of_order(page, language)]
        if language == "ko":
            wrong += [(path, "English", text) for text in _untranslated(page)]
        page.set_viewport_size({"width": NARROW, "height": 900})
        wrong += [(path, NARROW, found) for look in (TOO_WIDE, OUT_OF_REACH, SMALL) for found in page.evaluate(look)]
        wrong += [(path, said) for said in open_house.complaints]
    assert wrong == []


def _untranslated(page: Page) -> Iterator[str]:
    """Words of the sources that stand on a Korean page as they are."""
    for text in page.evaluate(WORDS):
        if text in ENGLISH:
            yield text


def _out_of_order(page: Page, language: str) -> Iterator[tuple[object, ...]]:
    seen = page.evaluate(LOOK)
    if seen["lang"] != language:
        yield "lang", seen["lang"]
    if seen["headings"] != 1:
        yield "h1", seen["headings"]
    if TOLD.search(seen["title"]):
        yield "title", seen["title"]
    if any(after > before + 1 for before, after in pairwise(seen["levels"])):
        yield "levels", seen["levels"]
    for kind in ("twice", "nowhere", "leading", "inline", "unnamed"):
        for found in seen[kind]:
            yield kind, found
    for found in page.evaluate(SMALL):
        yield "small", found


TOLD = re.compile("표설화|설화|곽봉녀|까치수산|표범섭|두만철|림설경|훈춘|도장|Hunchun|Phyo")
"""Names and words of what was told: nothing of them stands in a browser's history."""
