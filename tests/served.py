"""The application of a house, served to real browsers, and everything they complained about."""

from __future__ import annotations

from dataclasses import dataclass, field

from people import House
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request


def press(page: Page, *keys: str) -> None:
    """Keys of the keyboard, one after the other, once the page listens to them."""
    for key in keys:
        page.wait_for_selector("html[data-ready]", state="attached")
        page.keyboard.press(key)


@dataclass
class Site:
    """The application of a house, served; and the windows opened on it."""

    house: House
    url: str
    chrome: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def window(self, *, language: str = "ko", script: bool = True, width: int = 1280, bypass_csp: bool = False) -> Page:
        """A fresh browser profile with one page."""
        context = self.chrome.new_context(
            base_url=self.url,
            locale=language,
            java_script_enabled=script,
            viewport={"width": width, "height": 900},
            accept_downloads=True,
            bypass_csp=bypass_csp,
        )
        self.contexts.append(context)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda problem: self.complaints.append(f"script: {problem}"))
        context.on("request", self._see)
        return page

    def sign_in(self, name: str, **how: object) -> Page:
        """Somebody's window, signed in through the form."""
        page = self.window(**how)  # type: ignore[arg-type]
        page.goto("/account/sign-in")
        person = self.house[name]
        page.fill("input[name=name]", person.name)
        page.fill("input[name=password]", person.password)
        page.fill("input[name=code]", person.code())
        page.click("main form button[type=submit]")
        page.wait_for_url(lambda url: "/sign-in" not in url)
        # Everybody's own language is Korean; a browser that was told otherwise remembers it in this cookie.
        page.context.add_cookies(
            [{"name": "intake-language", "value": str(how.get("language", "ko")), "url": self.url}]
        )
        return page

    def confirm(self, page: Page, name: str) -> None:
        """Answer the step-up page that a window was sent to."""
        person = self.house[name]
        page.fill("input[name=password]", person.password)
        page.fill("input[name=code]", person.code())
        page.click("main form button[type=submit]")
        page.wait_for_url(lambda url: "/confirm" not in url)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self.url, "blob:", "about:")):
            self.complaints.append(f"foreign request: {request.url.partition('?')[0]}")
