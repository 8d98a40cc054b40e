"""The workbench by forms alone, without a script: starting, deciding, turning down, undoing, sending, and bad input."""

from __future__ import annotations

import re
from dataclasses import replace
from uuid import uuid4

import pytest
from redacting import accept_everything, begin, gate_of, send
from sayings import SAID, file_one

from intake.actions import redaction, testimony
from intake.models.redaction import RedactionState

TEXT = SAID.narrative
LEADER = "표범섭"


def text(answer) -> str:
    return str(answer.get_data(as_text=True))


def mark(words: str, **more: str) -> dict[str, str]:
    start = TEXT.index(words)
    given = {"start": str(start), "end": str(start + len(words)), "quote": words, "kind": "PERSON"}
    return {**given, "method": "pseudonym", "reason": "R3-3P", **more}


@pytest.fixture
def bench(house, browser):
    """Mina's browser at a redaction she has begun."""
    _, redaction_id = begin(house)
    mina = browser("mina", stepped_up=True)
    mina.at = f"/redaction/{redaction_id}"
    mina.id = redaction_id
    return mina


def test_only_what_consent_allows_is_offered(house, browser):
    receipt = file_one(house.gate("hana"))
    mina = browser("mina")
    page = text(mina.get(f"/redaction/start/{receipt.testimony_id}"))
    assert re.findall(r'name="cell" value="([^"]+)"', page) == ["A8|public-report|N2"]
    for cell in ("", "A8", "A8|press|N2", "A8|public-report|N0", "A8|public-report|N2|x", "||"):
        assert mina.post(f"/redaction/start/{receipt.testimony_id}", {"cell": cell}).status_code == 422
    answer = mina.post(f"/redaction/start/{receipt.testimony_id}", {"cell": "A8|public-report|N2"})
    assert re.fullmatch(r"/redaction/[0-9a-f-]{36}", answer.location)
    again = mina.post(f"/redaction/start/{receipt.testimony_id}", {"cell": "A8|public-report|N2"})
    assert again.status_code == 409


def test_an_embargo_explains_itself_before_work_starts(house, browser):
    said = replace(SAID, consent=replace(SAID.consent, embargo_until="2030-01-01"))
    receipt = file_one(house.gate("hana"), said)
    page = text(browser("mina").get(f"/redaction/start/{receipt.testimony_id}"))
    assert 'class="offer-no"' in page
    assert 'name="cell"' not in page


def test_the_bench_shows_source_suggestions_and_exactly_what_leaves(house, bench):
    page = text(bench.get(bench.at))
    assert page.count('class="suggestion"') >= 2
    source = re.search(r'<div class="source" id="text".*?</div>', page, re.S)[0]
    paragraphs = re.findall(r'<p class="para"[^>]*data-start="(\d+)"[^>]*>(.*?)</p>', source, re.S)
    for start, inner in paragraphs:
        words = re.sub(r"<[^>]+>", "", inner)
        assert TEXT[int(start) : int(start) + len(words)] == words
    answer = bench.post(f"{bench.at}/decide", mark(LEADER))
    assert answer.status_code == 303
    page = text(bench.get(bench.at))
    preview = re.search(r'<div class="released".*?</div>', page, re.S)[0]
    assert LEADER not in preview
    shown = [re.sub(r"<[^>]+>", "", p) for p in re.findall(r"<p [^>]*>(.*?)</p>", preview, re.S)]
    gate = gate_of(house, bench)
    assert shown == list(redaction.read(gate, bench.id).built.document.paragraphs)


def test_words_can_be_typed_instead_of_marked(bench, house):
    fields = {"quote": LEADER, "kind": "PERSON", "method": "mask", "reason": "R3-3P"}
    assert bench.post(f"{bench.at}/decide", fields).status_code == 303
    assert "[이름]" in redaction.read(gate_of(house, bench), bench.id).built.text
    missing = bench.post(f"{bench.at}/decide", {**fields, "quote": "없는 말이다"})
    assert missing.status_code == 422
    assert "없는 말이다" in text(missing)


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": "x"},
        {"start": "-1"},
        {"end": "99999999999999999999"},
        {"end": "１２"},
        {"end": "3"},
        {"method": "shred"},
        {"method": ""},
        {"kind": "NOBODY"},
        {"reason": "R99"},
        {"method": "keep"},
        {"method": "generalise"},
        {"replacement": f"{LEADER}님"},
    ],
)
def test_a_wrong_span_keeps_what_was_typed(bench, wrong):
    answer = bench.post(f"{bench.at}/decide", {**mark(LEADER), **wrong})
    assert answer.status_code == 422
    assert 'class="field-error"' in text(answer) or 'role="alert"' in text(answer)
    assert f">{LEADER}</textarea>" in text(answer)


def test_suggestions_are_accepted_and_turned_down_by_group(bench, house):
    page = text(bench.get(bench.at))
    forms = re.findall(r'<li class="suggestion".*?</form>', page, re.S)
    for form in forms:
        at = re.findall(r'name="at" value="([^"]+)"', form)
        group = re.search(r'name="group" value="([^"]+)"', form)[1]
        version = re.search(r'name="version" value="(\d+)"', text(bench.get(bench.at)))[1]
        fields = {"at": at, "group": group, "version": version, "reason": "R1-ID"}
        if LEADER in form:
            answer = bench.post(f"{bench.at}/turn-down", {**fields, "deed": "never", "note": "공인"})
        else:
            answer = bench.post(f"{bench.at}/accept", {**fields, "method": "pseudonym"})
        assert answer.status_code == 303
    gate = gate_of(house, bench)
    found = redaction.read(gate, bench.id)
    assert found.suggestions == ()
    assert [t.quote for t in found.content.turned_down()] == [LEADER]
    assert {d.rule for d in found.decisions} != {""}
    nothing = bench.post(f"{bench.at}/accept", {"group": "", "method": "mask", "reason": "R1-ID"})
    assert nothing.status_code == 422


def test_a_decision_is_changed_taken_off_undone_and_restored(bench, house):
    bench.post(f"{bench.at}/decide", mark(LEADER))
    gate = gate_of(house, bench)
    (first,) = redaction.read(gate, bench.id).decisions
    page = text(bench.get(f"{bench.at}?edit={first.id}"))
    assert f'name="remove" value="{first.id}"' in page
    changed = mark(LEADER, method="generalise", replacement="한 관리자", remove=first.id)
    assert bench.post(f"{bench.at}/decide", changed).status_code == 303
    assert "한 관리자" in redaction.read(gate, bench.id).built.text
    (second,) = redaction.read(gate, bench.id).decisions
    for deed, fields, count in (("remove", {"remove": second.id}, 0), ("undo", {}, 1), ("restore", {}, 0)):
        assert bench.post(f"{bench.at}/{deed}", fields).status_code == 303
        assert len(redaction.read(gate, bench.id).decisions) == count
    assert bench.post(f"{bench.at}/restore").status_code == 409


def test_a_form_from_an_older_page_is_a_conflict_that_says_so(bench):
    bench.post(f"{bench.at}/decide", {**mark(LEADER), "version": "1"})
    answer = bench.post(f"{bench.at}/decide", {**mark("훈춘"), "version": "1"})
    assert answer.status_code == 409
    assert 'role="alert"' in text(answer)


def test_the_script_gets_rungs_and_counts(bench):
    fields = mark("훈춘", kind="SMALL_PLACE")
    answer = bench.send(f"{bench.at}/propose", {"fields": {k: [fields[k]] for k in ("start", "end", "kind")}})
    assert answer.status_code == 200
    assert "지린성" in answer.json["rungs"]
    assert answer.json["mask"] == "[장소]"
    assert answer.json["count"] == TEXT.count("훈춘")
    assert bench.send(f"{bench.at}/propose", {"fields": {"start": ["x"]}}).status_code == 422
    assert bench.send(f"{bench.at}/propose", {"fields": "x"}).status_code == 422


def test_others_may_look_remark_and_take_over_what_lies(house, browser, bench):
    bora = browser("bora")
    page = text(bora.get(bench.at))
    assert "data-marking-source" not in page
    assert f'action="{bench.at}/decide"' not in page
    assert bora.post(f"{bench.at}/decide", mark(LEADER)).status_code == 403
    assert bora.post(f"{bench.at}/remark", {"text": "이 날짜를 보십시오"}).status_code == 303
    assert bora.post(f"{bench.at}/take").status_code == 409
    house.clock.forward(minutes=25)
    bora = browser("bora")
    assert f'action="{bench.at}/take"' in text(bora.get(bench.at))
    assert bora.post(f"{bench.at}/take").status_code == 303
    assert "data-marking-source" in text(bora.get(bench.at))


def test_sending_asks_who_it_is_then_checks_then_sends(house, browser, bench):
    blocked = bench.post(f"{bench.at}/send")
    assert blocked.location == f"{bench.at}/check"
    report = text(bench.get(blocked.location))
    assert 'class="finding blocks"' in report
    accept_everything(gate_of(house, bench), bench.id)
    assert bench.post(f"{bench.at}/send").status_code == 303
    gate = gate_of(house, bench)
    assert redaction.read(gate, bench.id).state is RedactionState.SENT
    assert bench.post(f"{bench.at}/send").status_code == 409
    assert bench.get(bench.at).status_code == 200


def test_sending_asks_once_more_who_it_is(browser, bench):
    answer = browser("mina").post(f"{bench.at}/send")
    assert answer.location == f"/account/confirm?next={bench.at}"


def test_no_word_of_a_testimony_is_in_an_address(bench):
    page = text(bench.get(bench.at))
    bench.post(f"{bench.at}/decide", mark(LEADER))
    page += text(bench.get(bench.at))
    addresses = re.findall(r'(?:href|action|formaction)="([^"]+)"', page)
    assert not [a for a in addresses if not a.isascii() or "%" in a.replace("%2F", "")]


def test_what_no_text_may_hold_is_a_clean_answer(bench):
    for bad in ("a\x00b", "\ud800"):
        answer = bench.client.post(
            f"{bench.at}/remark",
            data=f"csrf_token={bench.stamp}&text=".encode() + bad.encode("utf-8", "surrogatepass"),
            content_type="application/x-www-form-urlencoded",
        )
        assert answer.status_code in (400, 422)
    assert bench.post(f"{bench.at}/remark", {"text": "가" * 5_000}).status_code == 422
    assert bench.post(f"{bench.at}/decide", {**mark(LEADER), "csrf_token": "x"}).status_code == 400


@pytest.mark.parametrize("name", ["hana", "dain", "anna"])
def test_only_reviewers_come_here(browser, bench, name):
    other = browser(name)
    assert other.get(bench.at).status_code == 403
    assert other.post(f"{bench.at}/decide", mark(LEADER)).status_code == 403
    assert other.post(f"{bench.at}/send").status_code == 403


def test_what_does_not_exist_is_not_found(browser):
    mina = browser("mina", stepped_up=True)
    for path in (
        f"/redaction/{uuid4()}",
        f"/redaction/{uuid4()}/check",
        f"/redaction/start/{uuid4()}",
        f"/review/{uuid4()}",
    ):
        assert mina.get(path).status_code == 404
    for deed in ("decide", "send", "undo", "take", "renew", "reopen", "remark", "settle", "set-aside", "allow"):
        assert mina.post(f"/redaction/{uuid4()}/{deed}", {"text": "x", "reason": "x"}).status_code == 404


def test_a_withdrawn_testimony_takes_its_redactions_along(house, browser):
    _, redaction_id = send(house)
    bora = house["bora"].stepped_up()
    testimony.withdraw(bora, testimony.list_(bora).lines[0].id)
    mina = browser("mina", stepped_up=True)
    for path in (f"/redaction/{redaction_id}", f"/redaction/{redaction_id}/check"):
        assert mina.get(path).status_code == 404
    for deed in ("undo", "take", "reopen", "remark", "send"):
        answer = mina.post(f"/redaction/{redaction_id}/{deed}", {"text": "x"})
        assert 400 <= answer.status_code < 500, deed


def test_two_can_turn_out_to_be_one_and_one_two(bench, house):
    bench.post(f"{bench.at}/decide", mark(LEADER))
    bench.post(f"{bench.at}/decide", mark("까치수산", kind="PERSON"))
    gate = gate_of(house, bench)
    first, second = sorted(redaction.read(gate, bench.id).decisions, key=lambda d: d.quote == LEADER)
    assert first.group != second.group
    assert bench.post(f"{bench.at}/regroup", {"remove": first.id, "group": second.group}).status_code == 303
    found = redaction.read(gate, bench.id)
    assert {d.group for d in found.decisions} == {second.group}
    token = found.tokens[second.group]
    assert found.built.text.count(token) == 2
    gone = next(d for d in found.decisions if d.quote != LEADER)
    assert bench.post(f"{bench.at}/regroup", {"remove": gone.id, "group": "new"}).status_code == 303
    assert len({d.group for d in redaction.read(gate, bench.id).decisions}) == 2
    assert bench.post(f"{bench.at}/regroup", {"remove": "nonsense", "group": "new"}).status_code == 422
    assert bench.post(f"{bench.at}/regroup", {"remove": gone.id, "group": ""}).status_code == 422


def test_the_same_words_marked_twice_are_the_same_person_unless_said_otherwise(bench, house):
    again = TEXT.index("공장과")
    first = mark("공장")
    bench.post(f"{bench.at}/decide", first)
    bench.post(f"{bench.at}/decide", {**first, "start": str(again), "end": str(again + 2)})
    gate = gate_of(house, bench)
    assert len({d.group for d in redaction.read(gate, bench.id).decisions}) == 1
    bench.post(f"{bench.at}/undo")
    bench.post(f"{bench.at}/decide", {**first, "start": str(again), "end": str(again + 2), "group": "new"})
    assert len({d.group for d in redaction.read(gate, bench.id).decisions}) == 2


def test_a_remark_about_chosen_words_leads_to_their_paragraph(bench):
    start = TEXT.index(LEADER)
    bench.post(f"{bench.at}/remark", {"text": "이 사람을 보십시오", "about": f"{start}-{start + 3}"})
    page = text(bench.get(bench.at))
    assert f'href="#text-p3" data-jump="{start}-{start + 3}"' in page
    bench.post(f"{bench.at}/remark", {"text": "장난", "about": "9" * 50})
    assert bench.get(bench.at).status_code == 200


def test_with_many_decisions_places_are_listed_for_one_person_at_a_time(bench, monkeypatch):
    monkeypatch.setattr("intake.views.bench.MOST_OPEN", 1)
    accept_everything(gate_of(bench.person.house, bench), bench.id)
    page = text(bench.get(bench.at))
    drawer = page.partition('id="decisions"')[2].partition('id="remarks"')[0]
    assert "<details" not in drawer
    address, key = re.search(r'href="(/redaction/[^"]+open=([0-9a-f]{16})[^"#]*)#s-', drawer).groups()
    drawer = text(bench.get(address)).partition('id="decisions"')[2].partition('id="remarks"')[0]
    assert drawer.count("<details") == 1
    assert f'id="s-{key}"' in drawer.partition("<details")[0]
