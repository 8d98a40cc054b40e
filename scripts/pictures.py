"""Draw the pictures of README.md: one screen of each role, from a demonstration made for it (`make pictures`).

Nothing is prepared by hand: the people and testimonies of the demonstration, the pages as the application serves
them, in Korean, in the Chromium that the tests use.
"""

from __future__ import annotations

import base64
import json
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from intake import create_app
from intake.access import NOBODY
from intake.actions import account, demo, redaction, testimony
from intake.actions.demo import how_to
from intake.errors import IntakeError
from intake.forms.exchange import parse_exchange
from intake.instance import Instance
from intake.sealing import otp
from intake.sessions import resume
from intake.work import Gate

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
TESTIMONIES = ROOT / "config" / "demo" / "testimonies"
SIZE = {"width": 1280, "height": 800}
TOLD = "T01"
WRITTEN = (
    "2018년 9월에 훈춘에 나갔습니다. 원정리에서 다리를 건너 권하 세관으로 들어갔고, 려권은 세관을 나서자마자 "
    "지도원이 걷어 갔습니다. 로동사증은 없었습니다. 도장만 하나 찍혀 있었습니다.\n\n"
    "한 달이 차기 전에 다 같이 조국에 나갔다가 이튿날 도장을 새로 받고 다시 들어왔습니다. 그걸 열세 번 했습니다. "
    "뻐스값은 로임에서 깠습니다.\n\n"
    "공장하고 숙소, 그 사이 마당밖에 못 다녔습니다. 개발구 둘레에 철망이 쳐 있었고, 숙소 문은 밤이면 밖에서 잠갔습니다."
)


class Demonstration:
    """The instance, its people, and the address at which it is served."""

    def __init__(self, instance: Instance, url: str) -> None:
        self.instance = instance
        self.url = url
        said = json.loads(json.dumps(how_to(instance.settings.instance)))
        self.people: dict[str, dict[str, str]] = {person["name"]: person for person in said["people"]}
        self.steps: dict[str, int] = {}

    def code(self, name: str) -> str:
        """A code that was not used yet; the second within 30 seconds is the one that comes next."""
        secret = base64.b32decode(self.people[name]["totp_secret"])
        step = max(int(time.time()) // 30, self.steps.get(name, 0) + 1)
        while step > int(time.time()) // 30 + 1:
            time.sleep(1)
        self.steps[name] = step
        return otp.code_at(secret, step * 30)

    def sign_in(self, name: str, *, step_up: bool = False) -> tuple[str, Gate]:
        """The cookie of a new session, and its gate."""
        password = self.people[name]["password"]
        signed = account.sign_in(Gate(self.instance, NOBODY), name, password, self.code(name))
        token, gate = signed.token, Gate(self.instance, signed.actor)
        if step_up:
            token = account.step_up(gate, token, password, self.code(name))
            gate = Gate(self.instance, resume(self.instance, token) or NOBODY)
        return token, gate


def _unwanted(_name: str, problem: IntakeError) -> None:
    raise problem


@contextmanager
def demonstration() -> Iterator[Demonstration]:
    """A whole demonstration in a folder of its own, gone afterwards."""
    server = make_server("127.0.0.1", 0, lambda *_: [], threaded=True)
    url = f"http://127.0.0.1:{server.server_port}"
    documents = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(TESTIMONIES.glob("*.json"))}
    with tempfile.TemporaryDirectory() as folder:
        made = demo.build(
            Path(folder) / "demo", base_url=url, documents=documents, read=parse_exchange, refused=_unwanted
        )
        instance = replace(made, settings=replace(made.settings, base_url=url))
        server.app = create_app(instance.settings, instance)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Demonstration(instance, url)
        server.shutdown()
        thread.join()
        server.server_close()
        instance.database.dispose()


def window(chrome: Browser, shown: Demonstration, token: str) -> Page:
    """Somebody's window, in Korean."""
    context = chrome.new_context(base_url=shown.url, locale="ko", viewport=SIZE, reduced_motion="reduce")  # type: ignore[arg-type]
    context.add_cookies([{"name": "intake", "value": token, "url": shown.url}])
    return context.new_page()


def draw(page: Page, role: str) -> None:
    """What the window shows, as a picture."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=PICTURES / f"{role}.png")


def interviewer(chrome: Browser, shown: Demonstration) -> None:
    """An account being written; what the text seems to mention stands beside it."""
    token, _ = shown.sign_in("hana")
    page = window(chrome, shown, token)
    page.goto("/draft/")
    page.click("form[action$='/draft/start'] button.primary")
    page.wait_for_selector("main .tasks")
    page.goto(page.url.split("?")[0] + "/narrative")
    page.fill("[name='narrative-text']", WRITTEN)
    page.wait_for_selector("[data-hints] li")
    page.wait_for_selector("#save-state[data-state='saved']")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    draw(page, "interviewer")


def reviewer(chrome: Browser, shown: Demonstration) -> None:
    """A redaction at work: suggestions, the source with marks, and beside it what will be released."""
    token, gate = shown.sign_in("mina", step_up=True)
    found = next(
        line.id
        for page in range(1, testimony.list_(gate).pages + 1)
        for line in testimony.list_(gate, "all", page).lines
        if testimony.read(gate, line.id).content.external_id == TOLD
    )
    at = redaction.start(gate, found, audience="A8", purpose="public-report", identity="N2")
    page = window(chrome, shown, token)
    page.goto(f"/redaction/{at}")
    for _ in range(4):
        page.locator("[data-accept]").first.click()
        page.wait_for_load_state("networkidle")
    page.goto(f"/redaction/{at}")
    draw(page, "reviewer")


def coordinator(chrome: Browser, shown: Demonstration) -> None:
    """Every case that mentions visa circumvention, and why."""
    token, _ = shown.sign_in("dain")
    page = window(chrome, shown, token)
    page.goto("/search?q=concept:visa-circumvention")
    draw(page, "coordinator")


def administrator(chrome: Browser, shown: Demonstration) -> None:
    """Who did what and when, and nothing that anybody said."""
    token, _ = shown.sign_in("anna")
    page = window(chrome, shown, token)
    page.goto("/journal/")
    draw(page, "administrator")


def main() -> None:
    """Draw all four."""
    sys.path.insert(0, str(ROOT / "tests"))
    chromium = import_module("provision.chromium")
    program = chromium.find()
    if program is None:
        sys.exit(chromium.MISSING)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with demonstration() as shown, sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=program, args=chromium.ARGUMENTS)
        for picture in (interviewer, reviewer, coordinator, administrator):
            picture(chrome, shown)
        chrome.close()


if __name__ == "__main__":
    main()
