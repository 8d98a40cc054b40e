"""Redactions for tests: begun, decided, sent on and released by named people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from people import House
from sayings import SAID, WHO, file_one

from intake import sessions
from intake.actions import redaction, review
from intake.actions.bench import Bench
from intake.actions.decisions import SpanGiven
from intake.models.redaction import Method
from intake.models.testimony import TestimonyContent, WitnessContent
from intake.work import Gate

FOR_ALL = {"audience": "A8", "purpose": "public-report", "identity": "N2"}


def begin(house: House, said: TestimonyContent = SAID, who: WitnessContent = WHO, **cell: str) -> tuple[Gate, UUID]:
    """Hana files, Mina begins to redact; Mina's gate with identities open, and the redaction."""
    receipt = file_one(house.gate("hana"), said, who)
    gate = house["mina"].stepped_up()
    return gate, redaction.start(gate, receipt.testimony_id, **{**FOR_ALL, **cell})


def gate_of(house: House, browser: Any) -> Gate:
    """The gate behind a browser's session; a person has one session at a time."""
    actor = sessions.resume(house.instance, browser.token)
    assert actor is not None
    return Gate(house.instance, actor)


def span(text: str, words: str, kind: str = "PERSON", method: Method = Method.PSEUDONYM, **more: object) -> SpanGiven:
    """A decision about the first place where words stand."""
    start = text.index(words)
    given = {"reason": "R3-3P", "replacement": "", **more}
    return SpanGiven(start, start + len(words), kind, method, **given)  # type: ignore[arg-type]


def accept_everything(gate: Gate, redaction_id: UUID, but: Iterable[str] = ()) -> Bench:
    """Every suggestion taken out, group by group, as somebody in a hurry would."""
    bench = redaction.read(gate, redaction_id)
    given = [
        SpanGiven(s.start, s.end, s.kind, Method.PSEUDONYM, reason="R1-ID", group=f"g-{s.group}", rule=s.rule)
        for s in bench.suggestions
        if s.quote not in but and s.kind != "OTHER_IDENTIFIER"
    ]
    redaction.decide(gate, redaction_id, given)
    return redaction.read(gate, redaction_id)


def send(house: House) -> tuple[Gate, UUID]:
    """Begun, everything decided, sent on by Mina."""
    gate, redaction_id = begin(house)
    accept_everything(gate, redaction_id)
    findings = redaction.send(gate, redaction_id)
    assert not [f for f in findings if f.blocks]
    return gate, redaction_id


def agree(house: House, redaction_id: UUID, name: str = "bora") -> UUID:
    """Read cold, looked through, approved; the release."""
    gate = house[name].stepped_up()
    review.guess(gate, redaction_id, "아무도 짐작되지 않는다.")
    return review.approve(gate, redaction_id, digest=review.read(gate, redaction_id).digest)


def released(house: House) -> UUID:
    """A release of the usual testimony."""
    _, redaction_id = send(house)
    return agree(house, redaction_id)
