"""Every route × role has its expected answer: the reviewed table says who may, and the application does just that."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from people import House
from routes import LINES, PEOPLE, filled

from intake.actions import account
from intake.views import account as pages
from intake.web import HEADERS

NO_PAGE = {"account.sign_out"}


@pytest.mark.parametrize("name", PEOPLE)
def test_who_may_may_and_nobody_else(name: str, browser: Callable[..., object]) -> None:
    """A role that may not is answered 403 whatever the id; one that may is answered something else (404, 422, a
    page), and never 500."""
    wrong = []
    for methods, rule, verb, *roles in LINES:
        if verb in NO_PAGE:
            continue
        someone = browser(name)
        path = filled(rule)
        for method in methods.split(","):
            answer = someone.get(path) if method == "GET" else someone.post(path)
            allowed = roles == ["public"] or verb in ("public", "signed-in") or PEOPLE[name] in roles
            ok = answer.status_code != 403 if allowed else answer.status_code == 403
            if not ok or answer.status_code >= 500:
                wrong.append(f"{name} {method} {path}: {answer.status_code}")
    assert not wrong


def test_nobody_is_sent_to_the_door(browser: Callable[..., object]) -> None:
    stranger = browser()
    wrong = []
    for methods, rule, verb, *_roles in LINES:
        if verb == "public":
            continue
        answer = stranger.get(filled(rule)) if "GET" in methods else stranger.post(filled(rule))
        if not (answer.status_code == 303 and "/sign-in" in answer.location) and answer.status_code not in (400, 401):
            wrong.append(f"{methods} {rule}: {answer.status_code}")
    assert not wrong


def test_every_changing_route_refuses_a_form_without_its_stamp(browser: Callable[..., object]) -> None:
    wrong = []
    someone = browser("mina")
    for methods, rule, _verb, *_roles in LINES:
        if "POST" not in methods:
            continue
        for data in ({}, {"csrf_token": "0" * 64}):
            answer = someone.client.post(filled(rule), data=data)
            if answer.status_code != 400:
                wrong.append(f"{rule}: {answer.status_code}")
    assert not wrong


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_site_makes_the_browser_send_is_refused(
    browser: Callable[..., object], headers: dict[str, str]
) -> None:
    someone = browser("mina")
    assert someone.post("/account/sign-out", headers=headers).status_code == 403
    assert someone.get("/account/").status_code == 200
    same = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert someone.post("/account/sign-out", headers=same).status_code == 303


@pytest.mark.parametrize("path", ["/", "/account/sign-in", "/nowhere", "/static/css/base.css", "/account/", "/help"])
def test_every_answer_carries_the_headers(browser: Callable[..., object], path: str) -> None:
    for name in ("", "mina"):
        answer = browser(name).get(path)
        for header, value in HEADERS.items():
            assert answer.headers[header] == value
        if not path.startswith("/static"):
            assert answer.headers["Cache-Control"] == "no-store"
        assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_cookies_are_for_this_site_alone(browser: Callable[..., object], house: House) -> None:
    client: FlaskClient = browser().client
    client.get("/account/sign-in")
    page = client.get("/account/sign-in").get_data(as_text=True)
    stamp = re.search(r'name="csrf_token" value="(\w+)"', page)
    assert stamp is not None
    mina = house["mina"]
    answer = client.post(
        "/account/sign-in",
        data={"csrf_token": stamp[1], "name": "mina", "password": mina.password, "code": mina.code()},
    )
    assert answer.status_code == 303
    cookies = {c.split("=")[0]: c for c in answer.headers.getlist("Set-Cookie")}
    assert "HttpOnly" in cookies["intake"]
    assert "SameSite=Strict" in cookies["intake"]
    assert "Domain" not in cookies["intake"]
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize("where", ["//evil.example", "/\\evil", "https:evil", "https://evil.example", "\t//evil"])
def test_after_signing_in_nobody_lands_elsewhere(browser: Callable[..., object], house: House, where: str) -> None:
    client: FlaskClient = browser().client
    page = client.get("/account/sign-in").get_data(as_text=True)
    stamp = re.search(r'name="csrf_token" value="(\w+)"', page)
    assert stamp is not None
    mina = house["mina"]
    answer = client.post(
        "/account/sign-in",
        data={"csrf_token": stamp[1], "name": "mina", "password": mina.password, "code": mina.code(), "next": where},
    )
    assert answer.location == "/"


def test_a_foreign_host_is_refused(browser: Callable[..., object]) -> None:
    answer = browser().get("/account/sign-in", headers={"Host": "evil.example"})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"x=" + b"%EA%B0%80" * 2_300_000, "application/x-www-form-urlencoded"),
        (b"[" * 200_000, "application/json"),
        (b"\xff\xfe\x00=\xed\xa0\x80", "application/x-www-form-urlencoded"),
        (b"name=a%00b&password=c&code=d", "application/x-www-form-urlencoded"),
    ],
    ids=["20 MB form", "deep JSON", "broken UTF-8", "NUL"],
)
def test_bad_bodies_are_a_clean_4xx(browser: Callable[..., object], body: bytes, kind: str) -> None:
    someone = browser("hana")
    headers = {"X-CSRF-Token": someone.stamp}
    for path in ("/account/sign-in", "/account/password", "/account/language"):
        answer = someone.client.post(path, data=body, content_type=kind, headers=headers)
        assert 400 <= answer.status_code < 500, path


def test_an_error_page_tells_nothing(browser: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise ValueError("표설화")

    monkeypatch.setattr(pages.account, "read", broken)
    assert account.read is broken
    answer = browser("mina").get("/account/")
    assert answer.status_code == 500
    text = answer.get_data(as_text=True)
    assert "표설화" not in text
    assert "Traceback" not in text
    assert "intake/" not in text


def test_confirming_gives_the_browser_a_new_cookie(house: House, browser) -> None:  # type: ignore[no-untyped-def]
    """Whoever had copied the one before is signed out by it."""
    mina = browser("mina")
    person = house["mina"]
    answer = mina.post("/account/confirm", {"password": person.password, "code": person.code(), "next": "/testimony/"})
    assert (answer.status_code, answer.location) == (303, "/testimony/")
    (cookie,) = [one for one in answer.headers.getlist("Set-Cookie") if "intake=" in one]
    fresh = cookie.partition("intake=")[2].partition(";")[0]
    assert fresh != mina.token
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert mina.get("/testimony/").status_code == 200
    copied = browser()
    copied.client.set_cookie("intake", mina.token)
    assert copied.get("/testimony/").status_code == 303


@pytest.mark.parametrize(
    ("page", "filled", "empty"),
    [
        ("sign-in", {"name": "mina"}, ["password", "code"]),
        ("confirm", {"code": "000000"}, ["password"]),
        ("password", {"password": "우리 집 앞마당"}, ["new_password", "code"]),
    ],
)
def test_what_was_left_empty_is_said_at_its_field(  # type: ignore[no-untyped-def]
    browser, page: str, filled: dict[str, str], empty: list[str]
) -> None:
    client: FlaskClient = (browser() if page == "sign-in" else browser("mina")).client
    stamp = re.search(r'name="csrf_token" value="(\w+)"', client.get(f"/account/{page}").get_data(as_text=True))
    assert stamp is not None
    answer = client.post(f"/account/{page}", data={"csrf_token": stamp[1], **filled})
    assert answer.status_code == 422
    text = answer.get_data(as_text=True)
    assert text.count("이 칸을 채워 주십시오.") == 2 * len(empty)  # in the summary and at the field
    for name in empty:
        assert f'id="{name}-error"' in text
