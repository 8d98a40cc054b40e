"""Admitting and removing: keys follow people, and only a member's word counts."""

from __future__ import annotations

import pytest
from people import House
from sayings import SAID, file_one

from intake.actions import account, compartment, draft, testimony
from intake.errors import Conflict, Invalid, Refused, StepUpNeeded
from intake.models.account import Role


@pytest.fixture
def newcomer(house: House) -> House:
    house.activate("jiho", account.invite(house.gate("anna"), Role.REVIEWER), Role.REVIEWER)
    return house


def _fingerprint(house: House, name: str) -> str:
    return next(p.fingerprint for p in compartment.list_(house.gate("bora")) if p.name == name)


def test_before_being_admitted_one_holds_only_ones_own(newcomer: House) -> None:
    gate = newcomer.gate("jiho")
    assert gate.actor.keyring.compartments == {gate.actor.personal}
    assert testimony.list_(gate).lines == ()


def test_admitting_needs_the_right_fingerprint_and_a_step_up(newcomer: House) -> None:
    jiho, good = newcomer["jiho"].id, _fingerprint(newcomer, "jiho")
    with pytest.raises(Invalid):
        compartment.admit(newcomer["bora"].stepped_up(), jiho, "00000 " * 8)
    with pytest.raises(StepUpNeeded):
        compartment.admit(newcomer.gate("bora"), jiho, good)
    with pytest.raises(Refused):
        compartment.admit(newcomer.gate("anna"), jiho, good)
    filed = file_one(newcomer.gate("hana")).testimony_id
    compartment.admit(newcomer["bora"].stepped_up(), jiho, good)
    assert testimony.read(newcomer.gate("jiho"), filed).content.narrative == SAID.narrative
    assert testimony.identify(newcomer["jiho"].stepped_up(), filed).name


def test_one_who_is_not_admitted_cannot_write_or_admit(house: House) -> None:
    house.activate("jiho", account.invite(house.gate("anna"), Role.INTERVIEWER), Role.INTERVIEWER)
    with pytest.raises(Refused):
        draft.start(house.gate("jiho"), {})


def test_removing_rotates_and_keeps_the_rest(house: House) -> None:
    filed = file_one(house.gate("hana")).testimony_id
    testimony.read(house.gate("mina"), filed)  # opened once: its data key is in the small wrap
    with pytest.raises(StepUpNeeded):
        compartment.remove(house.gate("bora"), house["mina"].id)
    compartment.remove(house["bora"].stepped_up(), house["mina"].id)
    assert testimony.read(house.gate("bora"), filed).content.narrative == SAID.narrative
    assert testimony.read(house.gate("dain"), filed).content.narrative == SAID.narrative
    later = file_one(house.gate("hana")).testimony_id
    assert {t.id for t in testimony.list_(house.gate("bora")).lines} == {filed, later}
    with pytest.raises(Conflict):
        compartment.remove(house["bora"].stepped_up(), house["bora"].id)


def test_removing_twice_over_still_opens_the_oldest(house: House) -> None:
    filed = file_one(house.gate("hana")).testimony_id
    compartment.remove(house["bora"].stepped_up(), house["iseul"].id)
    compartment.remove(house["bora"].stepped_up(), house["dain"].id)
    assert testimony.read(house.gate("mina"), filed).content.narrative == SAID.narrative
