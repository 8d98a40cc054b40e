"""Consent is asked in code, at the beginning, when sending on, when approving and whenever something leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from people import House
from redacting import FOR_ALL, agree, begin, released, send
from sayings import SAID, file_one

from intake.actions import redaction, release, review
from intake.actions.consent import Ceiling, embargoed, offers
from intake.errors import Invalid, NotFound
from intake.models.redaction import Redaction, RedactionState
from intake.models.testimony import Consent, Permission, Testimony, TestimonyContent
from intake.work import ACTIONS, Gate, Work, action


def _permit(*cells: tuple[str, str, str], **more: str) -> Consent:
    return Consent(permissions=tuple(Permission(purpose=p, audience=a, identity=i) for a, p, i in cells), **more)


@pytest.fixture
def rewrite(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Change what a filed testimony says, as a later version of it would, for as long as the test runs."""

    def change(gate: Gate, testimony_id: object, consent: Consent, *, same_version: bool = True) -> None:
        def body(work: Work) -> None:
            record = work.get(Testimony, testimony_id)  # type: ignore[arg-type]
            work.reseal(record, replace(work.open(TestimonyContent, record), consent=consent))
            if same_version:
                for row in work.all(Redaction, Redaction.testimony_id == testimony_id):
                    content = work.open(row.Content, row)
                    row_content = replace(content, source_digest=record.digest)  # type: ignore[type-var]
                    author = row.author_id
                    work.reseal(row, row_content)
                    assert author

        monkeypatch.setattr("intake.work.may", lambda *_: True)
        action(body)(gate)
        monkeypatch.undo()
        ACTIONS.pop(f"{__name__.rsplit('.', 1)[-1]}.body", None)

    return change


def test_what_the_matrix_does_not_say_is_a_no(house: House) -> None:
    receipt = file_one(house.gate("hana"))
    gate = house.gate("mina")
    for cell in (
        {**FOR_ALL, "audience": "A7"},
        {**FOR_ALL, "purpose": "press"},
        {**FOR_ALL, "identity": "N1"},
        {**FOR_ALL, "identity": "N0"},
        {**FOR_ALL, "identity": "N3"},
        {**FOR_ALL, "identity": ""},
    ):
        with pytest.raises(Invalid):
            redaction.start(gate, receipt.testimony_id, **cell)
    assert redaction.start(gate, receipt.testimony_id, **FOR_ALL)


def test_a_more_identifying_permission_covers_the_less_identifying(house: House) -> None:
    said = replace(SAID, consent=_permit(("A8", "public-report", "N0")))
    for identity in ("N0", "N1", "N2"):
        assert begin(house, said, identity=identity)


def test_totals_only_lets_no_text_leave(house: House) -> None:
    said = replace(SAID, consent=_permit(("A8", "public-report", "N3")))
    for identity in ("N2", "N3"):
        with pytest.raises(Invalid):
            begin(house, said, identity=identity)
    assert [offer.levels for offer in offers(said.consent, date(2026, 1, 1))] == [()]


def test_an_embargo_holds_until_its_day(house: House) -> None:
    said = replace(SAID, consent=_permit(("A8", "public-report", "N2"), embargo_until="2026-03-05"))
    with pytest.raises(Invalid):
        begin(house, said)
    house.clock.forward(days=3)
    assert begin(house, said)


def test_an_embargo_that_cannot_be_read_has_not_ended() -> None:
    assert embargoed(Consent(embargo_until="until she says so"), date(2099, 1, 1))
    assert not embargoed(Consent(), date(2026, 1, 1))


def test_offers_say_what_can_be_chosen_and_why_not() -> None:
    consent = _permit(
        ("A8", "press", "N3"), ("A8", "public-report", "N2"), ("A1", "record-keeping", "N0"), embargo_until="2030-01-01"
    )
    found = {(offer.audience, offer.purpose): offer for offer in offers(consent, date(2026, 1, 1))}
    assert found["A1", "record-keeping"].levels == ("N2", "N1", "N0")
    assert found["A8", "press"].levels == ()
    assert all(offer.refusal for offer in found.values())
    free = {(offer.audience, offer.purpose): offer.refusal for offer in offers(consent, date(2031, 1, 1))}
    assert free["A8", "public-report"] == ""


def test_the_ceiling_is_the_most_identifying_level_of_each_audience() -> None:
    consent = _permit(("A8", "press", "N2"), ("A8", "public-report", "N1"), ("A1", "record-keeping", "N3"))
    assert Ceiling.of(consent).by_audience == (("A1", "N3"), ("A8", "N1"))


def test_consent_taken_back_while_at_work_stops_the_sending(house: House, rewrite) -> None:  # type: ignore[no-untyped-def]
    gate, redaction_id = begin(house)
    rewrite(gate, redaction.read(gate, redaction_id).testimony_id, Consent())
    with pytest.raises(Invalid, match="did not agree"):
        redaction.send(gate, redaction_id)


def test_consent_taken_back_before_the_approval_stops_it(house: House, rewrite) -> None:  # type: ignore[no-untyped-def]
    gate, redaction_id = send(house)
    second = house["bora"].stepped_up()
    review.guess(second, redaction_id, "없다")
    digest = review.read(second, redaction_id).digest
    rewrite(gate, redaction.read(gate, redaction_id).testimony_id, Consent())
    with pytest.raises(Invalid, match="did not agree"):
        review.approve(second, redaction_id, digest=digest)
    assert redaction.read(second, redaction_id).state is RedactionState.SENT


def test_consent_taken_back_after_the_release_stops_every_later_leaving(house: House, rewrite) -> None:  # type: ignore[no-untyped-def]
    release_id = released(house)
    gate = house.gate("bora")
    assert release.download(gate, release_id, "pdf")
    page = release.read(gate, release_id)
    assert page.contradiction == ""
    rewrite(gate, page.listed.testimony_id, _permit(("A8", "press", "N2")))
    for leave in (
        lambda: release.download(gate, release_id, "pdf"),
        lambda: release.download(gate, release_id, "proof"),
        lambda: release.hand_out(gate, release_id, recipient="x", purpose="public-report", extension="pdf"),
    ):
        with pytest.raises(Invalid, match="did not agree"):
            leave()
    assert release.read(gate, release_id).contradiction


def test_a_hand_out_needs_its_own_purpose(house: House) -> None:
    release_id = released(house)
    gate = house.gate("bora")
    with pytest.raises(Invalid):
        release.hand_out(gate, release_id, recipient="신문사", purpose="press", extension="pdf")
    with pytest.raises(NotFound):
        release.hand_out(gate, release_id, recipient="신문사", purpose="public-report", extension="exe")
    assert agree  # the helper stays imported for the other tests of this file
