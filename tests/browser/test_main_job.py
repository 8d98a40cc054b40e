"""The main job from end to end in a real browser: file, find, redact, approve, release; nothing of the redacted leaves.

An interviewer files a Korean account of the practice reported from Hunchun (no work visa, one month's stay, back across
the border together, confined to factory and dormitory) and tags nothing. A coordinator's question finds it by what it
mentions and is shown why. One reviewer redacts, another releases.
"""

from __future__ import annotations

import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect
from served import Site

NAME, GIVEN, MOTHER, LEADER, WORKS = "표설화", "설화", "곽봉녀", "두만철", "까치수산"
ACCOUNT = (
    "저는 조선에서 중국 훈춘에 나가 까치수산이라는 수산물 가공 공장에서 일했습니다. 로동비자는 없었습니다.\n"
    "비자 없이는 한 달밖에 있을 수 없어서, 한 달이 차면 공장 사람들이 다 같이 국경을 넘어 조선에 들어갔다가 "
    "도장을 새로 받고 다시 나왔습니다. 그걸 열 번 넘게 했습니다.\n"
    "공장과 기숙사 밖으로는 나갈 수 없었습니다. 개발구 둘레에 철망이 있었고 두만철 지도원이 문을 지켰습니다.\n"
    "두만철 지도원이 저를 설화라고 불렀고 어머니 곽봉녀 이야기를 꺼내며 겁을 주었습니다."
)
SECRETS = (NAME, GIVEN, MOTHER, LEADER, WORKS, "010-5550-0137")


def _save(page: Page) -> None:
    page.click("main form.section-form button[name=next]")
    page.wait_for_load_state()


def _file(site: Site) -> str:
    page = site.sign_in("hana")
    page.click("form[action$='/draft/start'] button.primary")
    page.wait_for_url(re.compile(r"/draft/[0-9a-f-]{36}"))
    draft = page.url.rstrip("/").split("?")[0]
    page.goto(draft + "/setting")
    page.fill("[name='setting-date']", "2021-06-10")
    _save(page)
    page.goto(draft + "/consent")
    page.check("[name='consent-form'][value='written']")
    page.check("[name='consent-report'][value='N2']")
    _save(page)
    page.goto(draft + "/witness")
    page.fill("[name='witness-name']", NAME)
    page.fill("[name='witness-aliases']", GIVEN)
    page.fill("[name='witness-phone']", "010-5550-0137")
    page.click("[data-repeat='witness-family'] [data-repeat-add]")
    page.fill("[name='witness-family-0-relation']", "어머니")
    page.fill("[name='witness-family-0-name']", MOTHER)
    _save(page)
    page.goto(draft + "/narrative")
    page.fill("[name='narrative-text']", unicodedata.normalize("NFD", ACCOUNT))  # as some systems type Hangul
    expect(page.locator("#save-state")).to_contain_text(re.compile(r"rev \d+"))
    expect(page.locator("[data-hints]")).to_contain_text("한 달", timeout=15_000)
    _save(page)
    page.goto(draft.replace("/draft/", "/testimony/") + "/file")
    page.click("form.file-form button.primary")
    expect(page.locator("main")).to_contain_text(re.compile(r"T-\w{4}-\w{4}"))
    reference = re.search(r"T-\w{4}-\w{4}", page.inner_text("main"))
    assert reference is not None
    gone = page.goto(draft)
    assert gone is not None
    assert gone.status == 404
    return reference[0]


def _find(site: Site, reference: str) -> None:
    page = site.sign_in("dain")
    page.goto("/search?q=concept:visa-circumvention")
    row = page.locator("article.result", has_text=reference)
    expect(row).to_have_count(1)
    expect(row.locator(".by-mention").first).to_be_visible()
    assert "한 달" in row.inner_text()
    page.goto("/search?q=mechanism:visa-circumvention")
    expect(page.locator("article.result")).to_have_count(0)  # nobody tagged it
    row_link = page.goto("/search?q=concept:dormitory-confinement")
    assert row_link is not None
    expect(page.locator("article.result", has_text=reference)).to_have_count(1)
    assert NAME not in page.content()


_PLACE = """(words) => {
  const walker = document.createTreeWalker(document.querySelector("[data-marking-source]"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    range.startContainer.parentElement.scrollIntoView({block: "center"});
    const box = range.getBoundingClientRect();
    return [box.left, box.right, box.top + box.height / 2];
  }
}"""


def _mark(page: Page, words: str) -> None:
    """Draw over the words with the mouse, and have a token put in their place everywhere."""
    left, right, height = page.evaluate(_PLACE, words)
    page.mouse.move(left + 1, height)
    page.mouse.down()
    page.mouse.move(right - 1, height, steps=5)
    page.mouse.up()
    form = page.locator("#marking")
    expect(form.locator("[data-show=quote]")).to_have_text(words)
    page.select_option("#kind", "PERSON")
    form.locator("label.method.pseudonym").click()
    form.locator("input[name=everywhere]").check()
    form.locator("[data-apply]").click()
    expect(page.locator("#preview")).not_to_contain_text(words)


def _redact(site: Site, reference: str) -> str:
    page = site.sign_in("mina")
    page.goto("/testimony/")
    page.click(f"a:has-text('{reference}')")
    page.click("a[href*='/redaction/start/']")
    page.check("input[name=cell][value='A8|public-report|N2']")
    page.click("main form button.primary")
    page.wait_for_url(re.compile(r"/redaction/[0-9a-f-]{36}"))
    bench = page.url.split("?")[0]
    page.click("a[href*='/account/confirm']")
    site.confirm(page, "mina")
    page.goto(bench)
    while page.locator("[data-accept]").count():
        page.locator("[data-accept]").first.click()
        page.wait_for_load_state()
    preview = page.locator("#preview").inner_text()
    for words in (LEADER, GIVEN, MOTHER, WORKS):
        if words in preview:
            _mark(page, words)
    page.click("form[action$='/send'] button")
    page.wait_for_load_state()
    page.goto(bench)
    expect(page.locator("main")).to_contain_text("2차 검토자가 확인합니다")
    refused = page.goto(bench.replace("/redaction/", "/review/"))
    assert refused is not None
    assert refused.status == 403  # the redactor is not the second reviewer
    return bench.replace("/redaction/", "/review/")


def _release(site: Site, review: str) -> dict[str, bytes]:
    page = site.sign_in("bora")
    page.goto(review)
    assert all(secret not in page.inner_text(".reading-main") for secret in SECRETS)
    page.fill("main form[action$='/guess'] textarea", "훈춘 지역의 공장 같지만 어디인지는 모르겠습니다.")
    page.click("main form[action$='/guess'] button.primary")
    page.wait_for_load_state()
    site.confirm(page, "bora")
    page.goto(review)
    page.click("form[action$='/approve'] button.primary")
    page.wait_for_url(re.compile(r"/release/[0-9a-f-]{36}"))
    files = {}
    for link in page.locator("a[href*='/download/']").all():
        with page.expect_download() as coming:
            link.click()
        files[coming.value.suggested_filename] = coming.value.path().read_bytes()
    return files


@pytest.mark.browser
def test_the_main_job(site: Site) -> None:
    reference = _file(site)
    _find(site, reference)
    review = _redact(site, reference)
    files = _release(site, review)
    assert any(name.endswith(".html") for name in files)
    assert any(name.endswith(".json") for name in files)
    for name, data in files.items():
        for secret in SECRETS:
            for form in ("NFC", "NFD"):
                needle = unicodedata.normalize(form, secret)
                assert needle not in name
                assert needle.encode() not in data
        assert reference.encode() not in data
