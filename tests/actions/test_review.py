"""The second pair of eyes: not the redactor's, cold first, agreeing to exactly these bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people import House
from redacting import accept_everything, agree, begin, send, span
from sayings import SAID

from intake.actions import redaction, release, review
from intake.actions.bench import proposal_digest
from intake.errors import Conflict, Damaged, Invalid, Refused, StepUpNeeded
from intake.models.redaction import Method, Redaction, RedactionState
from intake.sealing.labels import Label
from intake.work import ACTIONS, Gate, Work, action


@pytest.fixture
def tamper(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Change a redaction's content as somebody with the keys and no scruples could."""

    def change(gate: Gate, redaction_id: object, make) -> None:  # type: ignore[no-untyped-def]
        def body(work: Work) -> None:
            record = work.get(Redaction, redaction_id)  # type: ignore[arg-type]
            work.reseal(record, make(work.open(Redaction.Content, record)))

        monkeypatch.setattr("intake.work.may", lambda *_: True)
        action(body)(gate)
        monkeypatch.undo()
        for name in [name for name in ACTIONS if name.endswith(".body")]:
            del ACTIONS[name]

    return change


def test_a_second_reviewer_reads_cold_first(house: House) -> None:
    _, redaction_id = send(house)
    gate = house["bora"].stepped_up()
    cold = review.read(gate, redaction_id)
    assert cold.guess is None
    assert (cold.content, cold.decisions, cold.findings, cold.narrative) == (None, (), (), "")
    assert cold.told["paragraphs"]
    with pytest.raises(Conflict, match="Read the released text first"):
        review.approve(gate, redaction_id, digest=cold.digest)
    with pytest.raises(Invalid):
        review.guess(gate, redaction_id, "   ")
    review.guess(gate, redaction_id, "훈춘의 수산물 공장")
    seen = review.read(gate, redaction_id)
    assert (seen.guess, bool(seen.decisions)) == ("훈춘의 수산물 공장", True)
    assert release.read(gate, review.approve(gate, redaction_id, digest=seen.digest)).listed.approver == "bora"


def test_the_redactor_can_neither_review_nor_approve(house: House) -> None:
    gate, redaction_id = send(house)
    digest = review.read(house.gate("bora"), redaction_id).digest
    for deed in (
        lambda: review.read(gate, redaction_id),
        lambda: review.guess(gate, redaction_id, "x"),
        lambda: review.approve(gate, redaction_id, digest=digest),
        lambda: review.return_(gate, redaction_id, "x"),
    ):
        with pytest.raises(Refused):
            deed()


def test_whoever_had_a_hand_in_it_cannot_approve(house: House) -> None:
    """Bora decided something, let it lie, Mina took it over and sent it on."""
    _, redaction_id = begin(house)
    house.clock.forward(minutes=21)
    bora = house["bora"].stepped_up()
    redaction.take(bora, redaction_id)
    redaction.decide(bora, redaction_id, [span(SAID.narrative, "훈춘", "SMALL_PLACE", Method.MASK)])
    house.clock.forward(minutes=21)
    mina = house["mina"].stepped_up()
    redaction.take(mina, redaction_id)
    accept_everything(mina, redaction_id)
    assert not [f for f in redaction.send(mina, redaction_id) if f.blocks]
    with pytest.raises(Refused, match="Somebody else has to approve"):
        review.read(house["bora"].stepped_up(), redaction_id)


def test_coordinators_and_interviewers_review_nothing(house: House) -> None:
    _, redaction_id = send(house)
    for name in ("dain", "hana", "anna"):
        with pytest.raises(Refused):
            review.read(house.gate(name), redaction_id)


def test_approving_needs_the_second_factor_again(house: House) -> None:
    _, redaction_id = send(house)
    gate = house.gate("bora")
    review.guess(gate, redaction_id, "없다")
    with pytest.raises(StepUpNeeded):
        review.approve(gate, redaction_id, digest="0" * 64)
    with pytest.raises(StepUpNeeded):
        review.read(gate, redaction_id)


def test_only_the_files_one_was_shown_are_approved(house: House) -> None:
    _, redaction_id = send(house)
    gate = house["bora"].stepped_up()
    review.guess(gate, redaction_id, "없다")
    with pytest.raises(Conflict, match="not the files you were shown"):
        review.approve(gate, redaction_id, digest="0" * 64)


def test_a_changed_byte_in_the_proposal_is_not_approved(house: House, tamper) -> None:  # type: ignore[no-untyped-def]
    """Somebody with the keys changes a file after the redactor signed: neither the old nor the new digest passes."""
    _, redaction_id = send(house)
    gate = house["bora"].stepped_up()
    old = review.read(gate, redaction_id).digest

    def change(content):  # type: ignore[no-untyped-def]
        files = tuple(replace(f, data=f.data + b" ") if f.extension == "csv" else f for f in content.proposal)
        return replace(content, proposal=files)

    tamper(gate, redaction_id, change)
    review.guess(gate, redaction_id, "없다")
    with pytest.raises(Conflict):
        review.approve(gate, redaction_id, digest=old)
    with pytest.raises(Damaged):
        review.approve(gate, redaction_id, digest=review.read(gate, redaction_id).digest)


def test_a_signature_of_somebody_else_is_not_the_redactors(house: House, tamper) -> None:  # type: ignore[no-untyped-def]
    """Bora cannot sign in Mina's place and approve her own work."""
    _, redaction_id = send(house)
    gate = house["bora"].stepped_up()

    def change(content):  # type: ignore[no-untyped-def]
        return replace(content, redactor_signature=gate.actor.keyring.signer.sign(Label.RELEASE_SIGNATURE, b"x"))

    tamper(gate, redaction_id, change)
    review.guess(gate, redaction_id, "없다")
    with pytest.raises(Damaged):
        review.approve(gate, redaction_id, digest=review.read(gate, redaction_id).digest)


def test_a_leak_in_the_very_bytes_stops_the_approval(house: House, tamper) -> None:  # type: ignore[no-untyped-def]
    """The redactor's own machine is not believed: a name smuggled into a file after the check, signed and all."""
    mina, redaction_id = send(house)

    def change(content):  # type: ignore[no-untyped-def]
        files = tuple(
            replace(f, data=f.data.replace(b"</main>", "<p hidden>표설화</p></main>".encode()))
            if f.extension == "html"
            else f
            for f in content.proposal
        )
        changed = replace(content, proposal=files)
        manifest = _manifest(mina, redaction_id, changed)
        signature = mina.actor.keyring.signer.sign(Label.RELEASE_SIGNATURE, manifest)
        return replace(changed, redactor_signature=signature)

    tamper(mina, redaction_id, change)
    gate = house["bora"].stepped_up()
    review.guess(gate, redaction_id, "없다")
    shown = review.read(gate, redaction_id)
    assert [f.where.split(":")[0] for f in shown.findings if f.blocks] == ["html"]
    with pytest.raises(Conflict, match="must not leave"):
        review.approve(gate, redaction_id, digest=shown.digest)


def _manifest(gate: Gate, redaction_id: object, content: object) -> bytes:
    work = Work(gate, "redaction.read", reading=True)
    record = work.db.get(Redaction, redaction_id)
    assert record is not None
    made = proposal_digest(work, record, content)[0]  # type: ignore[arg-type]
    work.db.close()
    return made


def test_what_one_agreed_to_is_kept_for_the_next_look_and_for_nobody_else(house: House) -> None:
    _, redaction_id = send(house)
    bora = house["bora"].stepped_up()
    review.guess(bora, redaction_id, "아무도")
    name = "0123456789abcdef"
    review.agree(bora, redaction_id, name)
    review.agree(bora, redaction_id, name)
    assert review.read(bora, redaction_id).agreed == {name}
    review.agree(bora, redaction_id, name, yes=False)
    assert review.read(bora, redaction_id).agreed == frozenset()
    review.agree(bora, redaction_id, name)
    for wrong in ("", "x" * 16, "0123456789abcdef0", "<script>"):
        with pytest.raises(Invalid):
            review.agree(bora, redaction_id, wrong)
    with pytest.raises(Refused):
        review.agree(house["mina"].stepped_up(), redaction_id, name)


def test_an_objection_stands_in_the_way_until_settled_by_who_raised_it(house: House) -> None:
    mina, redaction_id = send(house)
    gate = house["bora"].stepped_up()
    review.guess(gate, redaction_id, "없다")
    decision = review.read(gate, redaction_id).decisions[0]
    review.object_(gate, redaction_id, "이 날짜도 지워야 한다", decision.id)
    page = review.read(gate, redaction_id)
    with pytest.raises(Conflict, match="objection"):
        review.approve(gate, redaction_id, digest=page.digest)
    assert page.content is not None
    remark = page.content.open_remarks()[-1]
    with pytest.raises(Refused):
        redaction.settle(mina, redaction_id, remark.id)
    redaction.settle(gate, redaction_id, remark.id)
    assert review.approve(gate, redaction_id, digest=page.digest)


def test_returned_with_a_reason_corrected_and_read_cold_anew(house: House) -> None:
    mina, redaction_id = send(house)
    bora = house["bora"].stepped_up()
    review.guess(bora, redaction_id, "훈춘")
    with pytest.raises(Invalid):
        review.return_(bora, redaction_id, "")
    review.return_(bora, redaction_id, "훈춘을 성으로 넓혀 주십시오.")
    bench = redaction.read(mina, redaction_id)
    assert (bench.state, bench.content.proposal) == (RedactionState.RETURNED, ())
    with pytest.raises(Conflict):
        review.read(bora, redaction_id)
    place = span(SAID.narrative, "훈춘", "SMALL_PLACE", Method.GENERALISE, replacement="지린성")
    redaction.decide(mina, redaction_id, [place])
    redaction.send(mina, redaction_id)
    again = review.read(bora, redaction_id)
    assert again.guess is None
    assert "지린성" in again.told["paragraphs"][0]
    assert agree(house, redaction_id)


def test_an_approval_is_not_replayed(house: House) -> None:
    _, redaction_id = send(house)
    digest = review.read(house.gate("bora"), redaction_id).digest
    agree(house, redaction_id)
    with pytest.raises(Conflict):
        review.approve(house["bora"].stepped_up(), redaction_id, digest=digest)


def test_the_next_version_has_new_tokens_and_needs_both_again(house: House) -> None:
    _, redaction_id = send(house)
    first = agree(house, redaction_id)
    bora = house["bora"].stepped_up()
    before = redaction.read(bora, redaction_id).tokens
    redaction.reopen(bora, redaction_id)
    after = redaction.read(bora, redaction_id)
    assert set(before) == set(after.tokens)
    assert not set(before.values()) & set(after.tokens.values())
    assert (after.mine, after.state) == (True, RedactionState.WORKING)
    redaction.send(bora, redaction_id)
    with pytest.raises(Refused):
        review.read(house["mina"].stepped_up(), redaction_id)  # her decisions are still in it
    assert release.read(bora, first).listed.number == 1
