"""The reviewers' own rules: sealed, counted, tried, switched; what they suggest is decided like anything else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from people import House
from redacting import accept_everything, begin, span
from restricting import file_secretly, restrict
from sayings import PUBLIC, SAID, WHO, file_one
from sqlalchemy import select, text

from intake import schema
from intake.actions import redaction, rule
from intake.db import Database
from intake.errors import Conflict, IntakeError, Invalid, Refused
from intake.models.redaction import Method
from intake.models.rule import Rule

NICK = "왕눈이"
TEXT = "문을 잠근 것은 왕눈이였다. 왕눈이한테 려권이 있었다."


def test_a_rule_is_suggested_in_every_text_until_it_is_switched_off(house: House) -> None:
    gate, redaction_id = begin(house, replace(SAID, narrative=TEXT))
    assert NICK not in [s.quote for s in redaction.read(gate, redaction_id).suggestions]
    made = rule.add(gate, kind="PERSON", words=[NICK, ""], note="감시자의 별명")
    found = [s for s in redaction.read(gate, redaction_id).suggestions if s.quote == NICK]
    assert [(s.rule, s.kind) for s in found] == [(f"rule.{made.hex[:8]}", "PERSON")] * 2
    rule.switch(gate, made, on=False)
    assert NICK not in [s.quote for s in redaction.read(gate, redaction_id).suggestions]
    with pytest.raises(Conflict):
        rule.switch(gate, made, on=False)
    rule.switch(gate, made, on=True)
    assert NICK in [s.quote for s in redaction.read(gate, redaction_id).suggestions]


def test_what_a_rule_found_stands_in_the_way_until_decided(house: House) -> None:
    gate, redaction_id = begin(house, replace(SAID, narrative=TEXT))
    accept_everything(gate, redaction_id)
    rule.add(gate, kind="PERSON", words=[NICK])
    assert [f.rule for f in redaction.send(gate, redaction_id) if f.blocks] == ["undecided", "undecided"]
    redaction.decide(gate, redaction_id, [span(TEXT, NICK, everywhere=True)])
    assert not [f for f in redaction.send(gate, redaction_id) if f.blocks]


def test_a_decision_can_be_remembered_for_every_other_text(house: House) -> None:
    gate, redaction_id = begin(house, replace(SAID, narrative=TEXT))
    redaction.decide(gate, redaction_id, [span(TEXT, NICK, note="감시자")], rule=True)
    (listed,) = rule.list_(gate)
    assert (listed.content.words, listed.content.kind, listed.content.note) == ((NICK,), "PERSON", "감시자")
    receipt = file_one(house.gate("hana"), replace(SAID, narrative=f"{NICK}는 무서웠다."), replace(WHO, name="강다해"))
    gate = house["mina"].stepped_up()
    other = redaction.start(gate, receipt.testimony_id, audience="A8", purpose="public-report", identity="N2")
    assert [s.quote for s in redaction.read(gate, other).suggestions if s.rule.startswith("rule.")] == [NICK]


def test_a_decision_that_cannot_be_remembered_is_not_made_either(house: House) -> None:
    """One step: both or neither."""
    gate, redaction_id = begin(house, replace(SAID, narrative=TEXT))
    rule.add(gate, kind="PERSON", words=[NICK])
    with pytest.raises(Conflict):
        redaction.decide(gate, redaction_id, [span(TEXT, NICK)], rule=True)
    assert redaction.read(gate, redaction_id).decisions == ()


def test_rules_say_how_many_testimonies_hold_them(house: House) -> None:
    for narrative in (TEXT, f"{NICK}만 보면 숨었다.", "아무도 없었다."):
        file_one(house.gate("hana"), replace(SAID, narrative=narrative))
    gate = house.gate("mina")
    rule.add(gate, kind="PERSON", words=[NICK])
    rule.add(gate, kind="ID_NUMBER", words=["KK-####"])
    assert {each.content.words: each.testimonies for each in rule.list_(gate)} == {(NICK,): 2, ("KK-####",): None}


def test_a_sample_is_tried_and_not_kept(house: House) -> None:
    gate = house.gate("mina")
    tried = rule.try_(gate, TEXT, kind="PERSON", words=[NICK])
    assert [each.quote for each in tried.found] == [NICK, NICK]
    assert rule.list_(gate) == ()
    assert rule.try_(gate, TEXT).found == ()
    rule.add(gate, kind="PERSON", words=[NICK])
    assert len(rule.try_(gate, TEXT).found) == 2
    for sample in ("", "가" * 20_001):
        with pytest.raises(Invalid):
            rule.try_(gate, sample)


@pytest.mark.parametrize(
    ("kind", "words", "field"),
    [
        ("PERSON", [], "words"),
        ("PERSON", ["가"], "words"),
        ("PERSON", ["****"], "words"),
        ("PERSON", ["왕눈이"] * 2 + [f"단어{at}" for at in range(40)], "words"),
        ("NOBODY", [NICK], "kind"),
    ],
)
def test_what_is_no_rule_is_refused_at_its_field(house: House, kind: str, words: list[str], field: str) -> None:
    with pytest.raises(Invalid) as problem:
        rule.add(house.gate("mina"), kind=kind, words=words)
    assert set(problem.value.fields) == {field}


def test_the_same_rule_is_not_written_twice(house: House) -> None:
    gate = house.gate("mina")
    rule.add(gate, kind="PERSON", words=[NICK])
    with pytest.raises(Conflict):
        rule.add(gate, kind="PERSON", words=[f" {NICK} "])


def test_rules_are_the_reviewers_alone_and_sealed(house: House) -> None:
    rule.add(house.gate("mina"), kind="PERSON", words=[NICK])
    for name in ("hana", "dain", "anna"):
        for deed in (rule.list_, lambda gate: rule.add(gate, kind="PERSON", words=["가나다"])):
            with pytest.raises((Refused, IntakeError)):
                deed(house.gate(name))
    with house.instance.database.reading() as session:
        (kept,) = session.scalars(select(Rule)).all()
        assert NICK.encode() not in kept.box + kept.wrap


def test_what_a_restricted_text_taught_stays_among_its_people(house: House) -> None:
    inside = restrict(house)
    receipt = file_secretly(house, inside, consent=PUBLIC)
    bora = house["bora"].stepped_up()
    redaction_id = redaction.start(bora, receipt.testimony_id, audience="A8", purpose="public-report", identity="N2")
    narrative = redaction.read(bora, redaction_id).source.narrative
    redaction.decide(bora, redaction_id, [span(narrative, "송골매")], rule=True)
    assert [each.content.words for each in rule.list_(bora)] == [("송골매",)]
    assert rule.list_(house.gate("mina")) == ()
    open_text = file_one(house.gate("hana"), replace(SAID, narrative="송골매가 날았다."))
    bora = house["bora"].stepped_up()
    other = redaction.start(bora, open_text.testimony_id, audience="A8", purpose="public-report", identity="N2")
    assert not [s for s in redaction.read(bora, other).suggestions if s.rule.startswith("rule.")]


def test_a_kept_word_stays_kept_when_a_rule_comes_later(house: House) -> None:
    gate, redaction_id = begin(house, replace(SAID, narrative=TEXT))
    kept = span(TEXT, NICK, method=Method.KEEP, reason="", note="누구나 쓰는 말", everywhere=True)
    redaction.decide(gate, redaction_id, [kept])
    rule.add(gate, kind="PERSON", words=[NICK])
    assert NICK not in [s.quote for s in redaction.read(gate, redaction_id).suggestions]


def test_the_table_is_added_to_a_house_in_use(tmp_path: Path) -> None:
    """What was there before is there afterwards."""
    database = Database(f"sqlite:///{tmp_path / 'house.sqlite3'}")
    config = schema._config(database)
    command.upgrade(config, "0002")
    with database.engine.begin() as connection:
        connection.execute(text("INSERT INTO throttle VALUES (x'6b', 3, '2026-03-02 09:00:00')"))
    schema.upgrade(database)
    assert schema.current(database) == schema.head()
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM throttle")).scalar_one() == 1
    assert schema.differences(database) == []
    database.dispose()
