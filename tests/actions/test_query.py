"""A kept question is asked again each time, and says what came, what went and whether its snapshot still stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people import House
from sayings import SAID, transcribe_one

from intake.actions import account, compartment, query, search, testimony, vocabulary
from intake.errors import Conflict, Invalid, NotFound, Refused
from intake.language.vocabulary import Vocabulary
from intake.models.account import Role
from intake.models.judgement import Verdict


def test_counts_then_and_now_and_what_is_new(house: House) -> None:
    hana, dain = house.gate("hana"), house.gate("dain")
    transcribe_one(hana, "1")
    kept = query.save(dain, "place:CN", "중국", "분기 보고서")
    two = transcribe_one(hana, "2")
    (one,) = query.list_(dain).queries
    assert one.now is not None
    assert (one.content.testimonies, one.now.testimonies, one.new, one.by) == (1, 2, 1, "dain")
    opened = query.read(dain, kept)
    assert opened.new == ((two.testimony_id, two.reference),)
    assert opened.gone == ()
    assert opened.intact
    query.renew(dain, kept, version=opened.version)
    again = query.read(dain, kept)
    assert (again.listed.content.testimonies, again.new) == (2, ())
    with pytest.raises(Conflict):
        query.renew(dain, kept, version=opened.version)


def test_what_no_longer_answers_is_named_and_what_was_withdrawn_breaks_the_snapshot(house: House) -> None:
    hana, dain = house.gate("hana"), house.gate("dain")
    silent = transcribe_one(hana, "1", replace(SAID, mechanisms=()))
    other = transcribe_one(hana, "2")
    kept = query.save(dain, "concept:dormitory-confinement", "기숙사")
    refused = {why.concept for row in search.run(dain, "concept:dormitory-confinement").rows for why in row.why}
    for concept in refused:
        search.judge(dain, silent.testimony_id, concept, Verdict.REFUSED)
    opened = query.read(dain, kept)
    assert opened.gone == (silent.reference,)
    assert opened.intact
    testimony.withdraw(house["mina"].stepped_up(), other.testimony_id)
    opened = query.read(dain, kept)
    assert not opened.intact
    assert opened.gone == (silent.reference,)  # the withdrawn one is not named again


def test_a_private_question_is_nobody_elses(house: House) -> None:
    dain = house.gate("dain")
    kept = query.save(dain, "비밀", "나만", shared=False)
    assert [one.shared for one in query.list_(dain).queries] == [False]
    other = _another_coordinator(house)
    assert query.list_(other).queries == ()
    with pytest.raises(NotFound):
        query.read(other, kept)
    with pytest.raises(NotFound):
        query.discard(other, kept)


def _another_coordinator(house: House):  # type: ignore[no-untyped-def]
    token = account.invite(house.gate("anna"), Role.COORDINATOR)
    house.activate("somi", token, Role.COORDINATOR)
    member = house["bora"].stepped_up()
    for listed in compartment.list_(member):
        if listed.name == "somi":
            compartment.admit(member, listed.id, listed.fingerprint)
    return house.gate("somi")


def test_a_shared_question_is_every_coordinators(house: House) -> None:
    kept = query.save(house.gate("dain"), "", "모두")
    other = _another_coordinator(house)
    assert [one.id for one in query.list_(other).queries] == [kept]
    query.discard(other, kept)
    assert query.list_(house.gate("dain")).queries == ()


def test_a_question_whose_words_are_gone_is_listed_all_the_same(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    dain = house.gate("dain")
    query.save(dain, "concept:visa-circumvention", "수법")
    number, terms, places = vocabulary.list_(dain)
    fewer = Vocabulary({k: v for k, v in terms.concepts.items() if v.scheme != "mechanism"}, terms.editions)
    monkeypatch.setattr(query, "current", lambda _: (number, fewer, places))
    (one,) = query.list_(dain).queries
    assert one.problem
    assert one.now is None


@pytest.mark.parametrize(("text", "name"), [("((((", "이름"), ("", ""), ("", "가" * 201)])
def test_nonsense_is_not_kept(house: House, text: str, name: str) -> None:
    with pytest.raises(Invalid):
        query.save(house.gate("dain"), text, name)


@pytest.mark.parametrize("name", ["hana", "mina", "anna"])
def test_others_keep_no_questions(house: House, name: str) -> None:
    with pytest.raises(Refused):
        query.list_(house.gate(name))
