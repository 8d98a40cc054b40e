"""The main work of every role in a browser that runs no script: forms, links and whole pages."""

from __future__ import annotations

import re

import pytest
from people import House
from playwright.sync_api import Page, expect
from redacting import FOR_ALL
from sayings import SAID, file_one
from served import Site

from intake.actions import redaction

pytestmark = pytest.mark.browser
ACCOUNT = SAID.narrative


def _saved(page: Page) -> None:
    page.click("main form.section-form button[name=stay]:not([aria-hidden])")
    page.wait_for_load_state()


def test_a_testimony_is_written_saved_and_filed(site: Site) -> None:
    page = site.sign_in("hana", script=False)
    page.click("form[action$='/draft/start'] button.primary")
    page.wait_for_url(re.compile(r"/draft/[0-9a-f-]{36}"))
    draft = page.url.partition("?")[0]
    page.goto(draft + "/consent")
    page.check("[name='consent-form'][value='written']")
    page.check("[name='consent-report'][value='N2']")
    _saved(page)
    page.goto(draft + "/narrative")
    page.fill("[name='narrative-text']", ACCOUNT)
    _saved(page)
    page.goto(draft + "/narrative")
    expect(page.locator("[name='narrative-text']")).to_have_value(ACCOUNT)
    page.goto(draft + "/people")
    page.click("[data-repeat='people'] [data-repeat-add]")
    page.wait_for_load_state()
    page.fill("[name='people-0-name']", "두만철")
    _saved(page)
    expect(page.locator("[name='people-0-name']")).to_have_value("두만철")
    page.goto(draft.replace("/draft/", "/testimony/") + "/file")
    expect(page.locator("main")).to_contain_text("두만철")
    page.click("form.file-form button.primary")
    expect(page.locator("main")).to_contain_text(re.compile(r"T-\w{4}-\w{4}"))


def _bench(site: Site, house: House) -> tuple[Page, str]:
    receipt = file_one(house.gate("hana"))
    at = redaction.start(house["mina"].stepped_up(), receipt.testimony_id, **FOR_ALL)
    page = site.sign_in("mina", script=False)
    bench = f"/redaction/{at}"
    page.goto(bench)
    page.click(f"a[href*='/account/confirm'][href*='{at}']")
    site.confirm(page, "mina")
    page.goto(bench)
    return page, bench


def test_words_are_marked_and_suggestions_decided(site: Site, house: House) -> None:
    page, bench = _bench(site, house)
    page.click("#marking > summary")
    page.fill("#quote", "도장을 새로 받고")
    page.select_option("#kind", "OTHER_IDENTIFIER")
    page.locator("#marking label.method.mask").click()
    page.click("#marking [data-apply]")
    page.wait_for_load_state()
    page.goto(bench)
    expect(page.locator("#preview")).not_to_contain_text("도장을 새로 받고")
    for _ in range(page.locator("[data-accept]").count()):
        page.locator("[data-accept]").first.click()
        page.wait_for_load_state()
        page.goto(bench)
    expect(page.locator("[data-accept]")).to_have_count(0)
    expect(page.locator("#preview")).not_to_contain_text("표범섭")
    page.click("form[action$='/undo'] button")
    page.wait_for_load_state()
    page.goto(bench)
    expect(page.locator("[data-accept]")).to_have_count(1)
    page.locator("[data-accept]").first.click()
    page.wait_for_load_state()
    page.goto(bench)
    page.click("form[action$='/send'] button")
    page.wait_for_load_state()
    page.goto(bench)
    expect(page.locator("form[action$='/send']")).to_have_count(0)


def test_a_question_is_sent_and_answered(site: Site, house: House) -> None:
    receipt = file_one(house.gate("hana"))
    page = site.sign_in("mina", script=False)
    page.goto(f"/testimony/{receipt.testimony_id}/ask")
    page.fill("main form textarea", "도장은 어디서 받았습니까?")
    page.click("main form button.primary")
    page.wait_for_url(lambda url: not url.endswith("/ask"))
    page = site.sign_in("hana", script=False)
    expect(page.locator("main")).to_contain_text("도장은 어디서 받았습니까?")
    page.click("main a[href*='/amend']")
    page.fill("main form textarea", "원정리에서 받았습니다.")
    page.click("main form button.primary")
    page.wait_for_url(lambda url: "/amend" not in url)
    page = site.sign_in("mina", script=False)
    page.goto(f"/testimony/{receipt.testimony_id}")
    expect(page.locator("main")).to_contain_text("원정리에서 받았습니다.")


def test_a_question_to_the_records_is_asked_refined_judged_and_grouped(site: Site, house: House) -> None:
    file_one(house.gate("hana"))
    page = site.sign_in("dain", script=False)
    page.goto("/search")
    page.fill("main input[name=q]", "concept:dormitory-confinement")
    page.click("main form button[type=submit] >> nth=0")
    page.wait_for_url(re.compile("q=concept"))
    row = page.locator("article.result")
    expect(row).to_have_count(1)
    page.click(".answer .tabs a[href*='tab=mentioned']")
    row.locator(".verdict [value=confirmed]").first.click()
    page.wait_for_load_state()
    page.goto("/search?q=concept:dormitory-confinement")
    expect(page.locator(".why-item.by-judged").first).to_be_attached()
    page.check(".result-pick")
    page.click("#pick button")
    page.wait_for_url(re.compile("/case/choose"))
    page.fill("main input[name=title]", "훈춘의 공장")
    page.click("main form[action$='/case/start'] button.primary")
    page.wait_for_url(re.compile("/case/[0-9a-f-]{36}"))
    expect(page.locator("h1")).to_have_text("훈춘의 공장")
    page.goto("/search?q=concept:dormitory-confinement")
    expect(page.locator("article.result")).to_have_count(1)
    page.locator("form[action$='/search/refine'] input[type=checkbox][value='CN']").first.check()
    page.locator("form[action$='/search/refine'] button[type=submit]").last.click()
    page.wait_for_url(re.compile(r"/search\?.*CN"))
    expect(page.locator("article.result")).to_have_count(1)
