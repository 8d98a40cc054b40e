"""Need-to-know by keys: who cannot open a testimony, shown with the keys themselves and not only at the door."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from people import House
from sayings import SAID, file_one
from sqlalchemy import select

from intake import sessions
from intake.actions import compartment, testimony
from intake.errors import Damaged, IntakeError, NotFound, StepUpNeeded
from intake.models.account import Account
from intake.models.compartment import CASEWORK, IDENTITIES, Compartment, CompartmentEpoch, Grant
from intake.models.testimony import Testimony, TestimonyContent, Witness, WitnessContent
from intake.sealing.keyring import Keyring, recipient
from intake.sealing.keys import Secret, SigningKey
from intake.sealing.passphrase import unlock_seed
from intake.work import Gate, Work


@pytest.fixture
def filed(house: House) -> UUID:
    return file_one(house.gate("hana")).testimony_id


def _open_with(house: House, keyring: Keyring, testimony_id: UUID) -> TestimonyContent:
    """Open a record with nothing but a key ring: no policy, no scope, no session in between."""
    actor = replace(house.gate("bora").actor, keyring=keyring)
    work = Work(Gate(house.instance, actor), "test", reading=True)
    record = work.db.get(Testimony, testimony_id)
    assert record is not None
    return work.open(TestimonyContent, record)


def _ring(house: House, name: str) -> Keyring:
    """Everything a person's password opens: all their grants, identities too."""
    person = house[name]
    with house.instance.database.reading() as session:
        account = session.get(Account, person.id)
        assert account is not None
        keys = sessions.unlock_person(house.instance, account, person.password)
        assert keys is not None
        ring = sessions.keyring_of(house.instance, session, account, keys)
        more = sessions.open_grants(house.instance, session, account, keys, identities=True)
    return ring.with_seeds(more)


def test_a_reviewers_keys_open_it(house: House, filed: UUID) -> None:
    assert _open_with(house, _ring(house, "mina"), filed).narrative == SAID.narrative


@pytest.mark.parametrize("name", ["hana", "iseul", "anna"])
def test_neither_interviewers_nor_the_administrator_hold_a_key_that_fits(house: House, filed: UUID, name: str) -> None:
    with pytest.raises(Damaged):
        _open_with(house, _ring(house, name), filed)


def test_the_interviewers_own_seeds_fit_under_no_name(house: House, filed: UUID) -> None:
    """Every seed an interviewer holds, tried as if it were the compartment's."""
    held = _ring(house, "hana")
    with house.instance.database.reading() as session:
        record = session.get(Testimony, filed)
        assert record is not None
    for compartment_id in held.compartments:
        _, seed = held.latest(compartment_id)
        with pytest.raises(Damaged):
            _open_with(house, Keyring({record.compartment_id: {record.epoch: seed}}), filed)


def test_a_coordinator_holds_no_key_to_identities(house: House, filed: UUID) -> None:
    ring = _ring(house, "dain")
    with house.instance.database.reading() as session:
        identities = session.scalar(select(Compartment.id).where(Compartment.name == IDENTITIES))
        assert identities not in ring.compartments
        witness = session.scalar(select(Witness).where(Witness.testimony_id == filed))
        assert witness is not None
    work = Work(Gate(house.instance, replace(house.gate("dain").actor, keyring=ring)), "test", reading=True)
    with pytest.raises(Damaged):
        work.open(WitnessContent, witness)


def test_a_plain_session_holds_no_identities(house: House, filed: UUID) -> None:
    gate = house.gate("mina")
    with house.instance.database.reading() as session:
        identities = session.scalar(select(Compartment.id).where(Compartment.name == IDENTITIES))
    assert identities not in gate.actor.keyring.compartments
    with pytest.raises(StepUpNeeded):
        testimony.identify(gate, filed)


def test_the_database_without_the_pepper_opens_nothing(house: House, filed: UUID) -> None:
    """Everything in the database and the right password, on a machine that lacks the pepper."""
    person = house["mina"]
    with house.instance.database.reading() as session:
        account = session.get(Account, person.id)
        assert account is not None
    assert unlock_seed(account.seed_box, person.password, person=person.id, pepper=house.instance.pepper)
    with pytest.raises(Damaged):
        unlock_seed(account.seed_box, person.password, person=person.id, pepper=Secret.random())


def test_a_removed_members_keys_open_nothing_new(house: House, filed: UUID) -> None:
    before = _ring(house, "mina")
    compartment.remove(house["bora"].stepped_up(), house["mina"].id)
    later = file_one(house.gate("hana")).testimony_id
    with pytest.raises(Damaged):
        _open_with(house, before, later)
    with pytest.raises(Damaged):  # what was there before is wrapped anew as well
        _open_with(house, before, filed)
    with house.instance.database.reading() as session:
        assert session.scalar(select(Grant.id).where(Grant.account_id == house["mina"].id)) is None
    assert testimony.read(house.gate("bora"), filed).content.narrative == SAID.narrative
    assert testimony.read(house.gate("bora"), later).content.narrative == SAID.narrative
    assert testimony.identify(house["bora"].stepped_up(), filed).name


def test_a_removed_member_cannot_sign_in(house: House) -> None:
    compartment.remove(house["bora"].stepped_up(), house["mina"].id)
    with pytest.raises(IntakeError):
        house.gate("mina")


def test_without_its_shred_key_nobody_opens_it(house: House, filed: UUID) -> None:
    ring = _ring(house, "mina")
    house.instance.keystore.shred(filed)
    with pytest.raises(NotFound):
        _open_with(house, ring, filed)
    house.instance.keystore.put(filed, Secret.random().reveal())
    with pytest.raises(Damaged):
        _open_with(house, ring, filed)


@pytest.fixture
def swapped(house: House) -> None:
    """Somebody with the database in hand puts their own public key in the compartment's place."""
    with house.instance.database.writing() as session:
        casework = session.scalar(select(Compartment.id).where(Compartment.name == CASEWORK))
        row = session.get(CompartmentEpoch, (casework, 1))
        assert row is not None
        row.public = recipient(Secret.random()).raw


@pytest.mark.usefixtures("swapped")
def test_nothing_is_sealed_to_a_key_that_no_member_signed(house: House) -> None:
    with pytest.raises(Damaged):
        file_one(house.gate("hana"))


def test_a_forged_author_is_noticed(house: House, filed: UUID) -> None:
    """A record whose bookkeeping names somebody else as its author does not open."""
    with house.instance.database.writing() as session:
        record = session.get(Testimony, filed)
        assert record is not None
        record.author_id = house["iseul"].id
    with pytest.raises(Damaged):
        testimony.read(house.gate("mina"), filed)


def test_a_certificate_from_nobody_is_not_believed(house: House, filed: UUID) -> None:
    """The author's signing key replaced in the directory: their testimonies no longer open, nor do new ones file."""
    with house.instance.database.writing() as session:
        account = session.get(Account, house["hana"].id)
        assert account is not None
        account.sign_public = SigningKey(Secret.random()).public.raw
    with pytest.raises(Damaged):
        testimony.read(house.gate("mina"), filed)


def test_a_record_moved_to_another_id_does_not_open(house: House, filed: UUID) -> None:
    other = file_one(house.gate("hana")).testimony_id
    with house.instance.database.writing() as session:
        one, two = session.get(Testimony, filed), session.get(Testimony, other)
        assert one is not None
        assert two is not None
        one.box, one.wrap = two.box, two.wrap
    with pytest.raises(Damaged):
        testimony.read(house.gate("mina"), filed)


def test_grants_are_for_one_person_and_epoch(house: House) -> None:
    """A grant copied to somebody else's name does not open."""
    with house.instance.database.writing() as session:
        casework = session.scalar(select(Compartment.id).where(Compartment.name == CASEWORK))
        given = session.scalar(
            select(Grant).where(Grant.compartment_id == casework, Grant.account_id == house["mina"].id)
        )
        assert given is not None
        session.add(
            Grant(
                compartment_id=given.compartment_id,
                epoch=given.epoch,
                account_id=house["hana"].id,
                sealed=given.sealed,
                granter_id=given.granter_id,
                signature=given.signature,
            )
        )
    with pytest.raises(Damaged):
        house.gate("hana")
