"""A house in the middle of its work, with something to see on every page, and where each page of it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from people import CHEAP, ROLES, Clock, House, build
from playwright.sync_api import Page
from redacting import FOR_ALL, accept_everything
from sayings import PUBLIC, SAID, WHO, file_one
from served import Site

from intake.actions import (
    account,
    case,
    draft,
    query,
    redaction,
    release,
    restricted,
    review,
    search,
    testimony,
    vocabulary,
    workplace,
)
from intake.actions.decisions import SpanGiven
from intake.forms.exchange import parse_exchange
from intake.forms.sections import KEYS
from intake.models.account import Role
from intake.models.redaction import Method
from intake.models.workplace import WorkplaceContent

PATIENT = CHEAP + "reading_budget = 100000\nidle_minutes = 120\nstep_up_minutes = 60\n"
DEMONSTRATION = Path(__file__).parents[1] / "config" / "demo" / "testimonies"
WITH_THE_LONGEST = ("T01", "T02", "T05", "T10", "T12", "T17", "T20", "T24")
LONG = "제가 " + "다 같이 조국에 나갔다가 도장을 새로 받고 다시 들어왔습니다. " * 300
UNBROKEN = "가나다라마바사아자차카타파하" * 30

Addresses = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Furnished:
    """The house; by route and by name of who goes there the addresses to look at; everybody's session, open wide."""

    house: House
    addresses: Addresses
    tokens: Mapping[str, str]

    def of(self, rule: str, name: str) -> tuple[str, ...]:
        """Where this person sees this route. A `KeyError` asks for a line in `_addresses`."""
        return self.addresses[rule][name] if "<" in rule or rule in self.addresses else (rule,)

    def window(self, site: Site, name: str, **how: Any) -> Page:
        """A fresh window of this person's (of nobody's, for ""), signed in."""
        page = site.window(**how)
        language = how.get("language", "ko")
        page.context.add_cookies([{"name": "intake-language", "value": language, "url": site.url}])
        if name:
            page.context.add_cookies([{"name": "intake", "value": self.tokens[name], "url": site.url}])
        return page


def furnish(folder: Path) -> Furnished:
    """Found the house and do a few weeks of work in it."""
    house = build(folder, extra=PATIENT, clock=Clock())
    _transcribe(house)
    ids: dict[str, UUID] = {}
    _file(house, ids)
    _redact(house, ids)
    _release(house, ids)
    _group(house, ids)
    _restrict(house, ids)
    _write(house, ids)
    token = _admit_later(house)
    addresses = _addresses({**{name: str(one) for name, one in ids.items()}, "token": token})
    return Furnished(house, addresses, {name: _session(house, name) for name in ROLES})


def _session(house: House, name: str) -> str:
    """One for all windows: whoever signs in anew ends the session they had."""
    session = house[name].session()
    if house[name].role in (Role.REVIEWER, Role.COORDINATOR):
        session.step_up()
    return session.token


def _transcribe(house: House) -> None:
    gate = house.gate("iseul")
    _, terms, places = vocabulary.list_(gate)
    for name in WITH_THE_LONGEST:
        document = json.loads((DEMONSTRATION / f"{name}.json").read_text(encoding="utf-8"))
        testimony.transcribe(gate, *parse_exchange(document, terms, places))


def _file(house: House, ids: dict[str, UUID]) -> None:
    gate = house.gate("hana")
    for name in ("asked", "worked", "sent", "seen", "released", "withdrawn"):
        ids[name] = file_one(gate, replace(SAID, private_note=f"메모 {len(ids)}"), WHO).testimony_id
    ids["long"] = file_one(
        gate, replace(SAID, narrative=f"{LONG}\n{UNBROKEN}\n\n{LONG}", consent=PUBLIC), WHO, files=[b"\x00" * 2000]
    ).testimony_id
    house.clock.forward(days=2)
    reviewer = house["mina"].stepped_up()
    (attached,) = testimony.read(reviewer, ids["long"]).content.attachments
    ids["attached"] = attached.id
    testimony.ask(reviewer, ids["asked"], "도장은 어디서 받았습니까?\n누가 함께 있었습니까?")
    ids["answered"] = testimony.ask(reviewer, ids["long"], "몇 번이었습니까?")
    testimony.amend(house.gate("hana"), ids["long"], "열세 번이었습니다.", ids["answered"])
    testimony.withdraw(reviewer, ids["withdrawn"])


def _redact(house: House, ids: dict[str, UUID]) -> None:
    """One at work with a few decisions, one not yet decided at all, two sent on."""
    gate = house["mina"].stepped_up()
    for name in ("worked", "sent", "seen", "released", "long"):
        ids[f"{name}-redaction"] = redaction.start(gate, ids[name], **FOR_ALL)
    bench = redaction.read(gate, ids["worked-redaction"])
    first = bench.suggestions[0].group
    of_one = [s for s in bench.suggestions if s.group == first]
    spans = [SpanGiven(s.start, s.end, s.kind, Method.PSEUDONYM, reason="R1-ID", rule=s.rule) for s in of_one]
    redaction.decide(gate, ids["worked-redaction"], spans)
    redaction.remark(gate, ids["worked-redaction"], "숙소 이야기는 그대로 두어도 되겠습니까?")
    for name in ("sent", "seen", "released"):
        accept_everything(gate, ids[f"{name}-redaction"])
        redaction.send(gate, ids[f"{name}-redaction"])
    review.guess(house["bora"].stepped_up(), ids["seen-redaction"], "아무도 짐작되지 않는다.")


def _release(house: House, ids: dict[str, UUID]) -> None:
    """Released, handed out, released anew with less in it; and the first one recalled."""
    at = ids["released-redaction"]
    ids["first"] = _agree(house, at)
    house.clock.forward(days=1)
    gate = house["mina"].stepped_up()
    release.hand_out(gate, ids["first"], recipient="유엔 특별보고관실", purpose="public-report", extension="html")
    redaction.reopen(gate, at)
    said = redaction.read(gate, at).source.narrative
    quote = "밤이면 밖에서 문을 잠갔습니다"
    start = said.index(quote)
    redaction.decide(gate, at, [SpanGiven(start, start + len(quote), "OTHER_IDENTIFIER", Method.MASK, reason="R3-3P")])
    redaction.send(gate, at)
    ids["second"] = _agree(house, at)
    release.recall(house["mina"].stepped_up(), ids["first"], "한 대목이 너무 많이 말합니다.")


def _agree(house: House, redaction_id: UUID) -> UUID:
    gate = house["bora"].stepped_up()
    review.guess(gate, redaction_id, "아무도 짐작되지 않는다.")
    return review.approve(gate, redaction_id, digest=review.read(gate, redaction_id).digest)


def _group(house: House, ids: dict[str, UUID]) -> None:
    gate = house.gate("dain")
    search.run(gate, "concept:visa-circumvention")
    ids["case"] = case.start(gate, "훈춘의 수산물 공장", "두 증언이 같은 공장을 말한다.", [ids["asked"], ids["long"]])
    places = {"place": "CN-JL.hunchun", "sector": "seafood-processing"}
    ids["workplace"] = workplace.add(gate, WorkplaceContent(names=("까치수산", "Kkachi Seafood"), **places))
    twice = workplace.add(gate, WorkplaceContent(names=("까치 수산물 공장",), **places))
    workplace.merge(gate, ids["workplace"], twice)
    ids["query"] = query.save(gate, "concept:visa-circumvention", "비자 우회", "분기 보고서에 쓴다.")
    case.assign(gate, ids["case"], house["hana"].id, "봄 2026", "공장 이름을 다시 물어 주세요.")


def _restrict(house: House, ids: dict[str, UUID]) -> None:
    """A restricted compartment of three, with a testimony in it that is in a case everybody reads."""
    gate = house["dain"].stepped_up()
    people = {one.name: one for one in restricted.choose(gate)}
    chosen = {people[name].id: people[name].fingerprint for name in ("bora", "mina")}
    ids["restricted"] = restricted.create(gate, "백두 사람들", chosen, "그 사람의 일은 여기에만 둔다.")
    restricted.assign(house["mina"].sign_in(), ids["restricted"], house["hana"].id, "봄 묶음")
    said = replace(SAID, private_note="좁은 모임")
    ids["secret"] = file_one(house.gate("hana"), said, WHO, into=ids["restricted"]).testimony_id
    case.group(house.gate("dain"), ids["case"], [ids["secret"]])


def _write(house: House, ids: dict[str, UUID]) -> None:
    """Two drafts: one as it begins, one with much in it."""
    gate = house.gate("hana")
    written = {**WRITTEN, "setting-readers": str(ids["restricted"])}
    ids["empty"] = draft.start(gate, {"setting-date": ("2026-03-02",), "setting-language": ("ko",)})
    ids["draft"] = draft.start(gate, {name: (value,) for name, value in written.items()})
    draft.attach(gate, ids["draft"], "사진.jpg", "image/jpeg", [b"\x00" * 4000], "공장 앞")


WRITTEN = {
    "setting-date": "2026-03-01",
    "setting-language": "ko",
    "setting-place": "서울",
    "consent-form": "written",
    "consent-archive": "N1",
    "consent-report": "N2",
    "witness-name": "표설화",
    "witness-aliases": "설화",
    "witness-birth_date": "1991-02-03",
    "witness-phone": "010-5550-0137",
    "witness-family-0-relation": "어머니",
    "witness-family-0-name": "곽봉녀",
    "dispatch-0-country": "CN",
    "dispatch-0-entry": "2019년 봄",
    "dispatch-0-workplace": "까치수산",
    "people-0-name": "두만철",
    "people-0-role": "지도원",
    "narrative-text": SAID.narrative,
}


def _admit_later(house: House) -> str:
    """Two people wait to be admitted; the link that is still out."""
    gate = house.gate("anna")
    house.activate("sora", account.invite(gate, Role.REVIEWER), Role.REVIEWER)
    house.activate("jun", account.invite(gate, Role.INTERVIEWER), Role.INTERVIEWER)
    return account.invite(gate, Role.COORDINATOR)


def _addresses(at: Mapping[str, str]) -> Addresses:
    def to(path: str, *names: str) -> dict[str, tuple[str, ...]]:
        return {name: tuple(p.format(**at) for p in path.split()) for name in names}

    def each(prefix: str, *wanted: str) -> str:
        return " ".join(prefix.format("{" + one + "}") for one in wanted)

    every = each("/testimony/{}", "asked", "worked", "released", "long", "secret")
    asked = ("concept:visa-circumvention", "concept:visa-circumvention&tab=mentioned", "훈춘", "place:CN", "없는말이다")
    questions = " ".join(["/search", *(f"/search?q={question}" for question in asked)])
    return {
        "/account/activate/<token>": to("/account/activate/{token}", ""),
        "/account/sign-in": to("/account/sign-in", ""),
        "/help": to("/help", "", *ROLES),
        "/case/<uuid:case_id>": to("/case/{case}", "dain"),
        "/case/<uuid:case_id>/edit": to("/case/{case}/edit", "dain"),
        "/case/choose": to("/case/choose?testimony={asked}&testimony={long}", "dain"),
        "/draft/<uuid:draft_id>": to(each("/draft/{}", "draft", "empty"), "hana"),
        "/draft/<uuid:draft_id>/<key>": to(
            " ".join(f"/draft/{{draft}}/{key} /draft/{{empty}}/{key}" for key in KEYS), "hana"
        ),
        "/export/check": to("/export/check /export/check?q=concept:visa-circumvention", "dain"),
        "/query/<uuid:query_id>": to("/query/{query}", "dain"),
        "/query/save": to("/query/save?q=concept:visa-circumvention", "dain"),
        "/redaction/<uuid:redaction_id>": to(
            each("/redaction/{}", "worked-redaction", "sent-redaction", "released-redaction", "long-redaction"), "mina"
        ),
        "/redaction/<uuid:redaction_id>/check": to("/redaction/{worked-redaction}/check", "mina"),
        "/redaction/start/<uuid:testimony_id>": to("/redaction/start/{asked}", "mina"),
        "/release/<uuid:release_id>": to(each("/release/{}", "first", "second"), "mina", "dain"),
        "/release/<uuid:release_id>/compare/<uuid:other_id>": to("/release/{second}/compare/{first}", "mina", "dain"),
        "/restricted/<uuid:compartment_id>": to("/restricted/{restricted}", "mina", "dain"),
        "/review/<uuid:redaction_id>": to(each("/review/{}", "sent-redaction", "seen-redaction"), "bora"),
        "/search": to(questions, "dain"),
        "/search/map": to("/search/map?q=concept:visa-circumvention", "dain"),
        "/search/table": to("/search/table?q=concept:visa-circumvention", "dain"),
        "/search/timeline": to("/search/timeline?q=concept:visa-circumvention", "dain"),
        "/search/arrange": to("/search/arrange?q=place:CN+(공장+OR+-state:released)", "dain"),
        "/search/facts": to("/search/facts?q=concept:visa-circumvention", "dain"),
        "/search/refine": to("/search/refine?q=concept:visa-circumvention", "dain"),
        "/workplace/<uuid:workplace_id>": to("/workplace/{workplace}", "dain"),
        "/workplace/<uuid:workplace_id>/edit": to("/workplace/{workplace}/edit", "dain"),
        "/testimony/": to(
            "/testimony/ " + " ".join(f"/testimony/?tab={t}" for t in ("second", "returned", "all")), "mina"
        ),
        "/testimony/<uuid:draft_id>/file": to(each("/testimony/{}/file", "draft", "empty"), "hana"),
        "/testimony/<uuid:testimony_id>": to(every, "mina", "dain"),
        "/testimony/<uuid:testimony_id>/amend": to("/testimony/{asked}/amend", "hana"),
        "/testimony/<uuid:testimony_id>/ask": to("/testimony/{asked}/ask", "mina"),
        "/testimony/<uuid:testimony_id>/receipt": to("/testimony/{asked}/receipt", "hana"),
        "/testimony/<uuid:testimony_id>/withdraw": to("/testimony/{asked}/withdraw", "mina"),
        "/testimony/<uuid:testimony_id>/witness": to("/testimony/{asked}/witness", "mina"),
    }


ROUTES = Path(__file__).parent / "routes.txt"
VISITORS = {"hana": "interviewer", "mina": "reviewer", "dain": "coordinator", "anna": "administrator"}
NO_PAGES: frozenset[str] = frozenset(
    {
        "/release/<uuid:release_id>/download/<extension>",
        "/release/out/<uuid:hand_out_id>",
        "/review/<uuid:redaction_id>/preview/<extension>",
        "/testimony/<uuid:testimony_id>/attachment/<uuid:attachment_id>",
        "/vocabulary/places.json",
        "/workplace/names.json",
        "/vocabulary/terms/<scheme>.json",
    }
)
"""What answers GET with a file, and not with a page."""


def visits() -> list[tuple[str, str]]:
    """Every route that answers with a page, and who of the house may see it ("" is a stranger)."""
    found = set()
    for line in ROUTES.read_text(encoding="utf-8").splitlines():
        method, rule, verb, *roles = line.split()
        if method != "GET" or rule in NO_PAGES:
            continue
        anybody = verb == "signed-in" or rule == "/help"
        found |= {(rule, "")} if verb == "public" else set()
        second = {"mina": "bora"} if rule.startswith("/review/") else {}  # nobody reviews what they redacted
        found |= {(rule, second.get(name, name)) for name, role in VISITORS.items() if anybody or role in roles}
    return sorted(found, key=lambda visit: (visit[1], visit[0]))
