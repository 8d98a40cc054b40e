"""Restricted compartments: made for named people, joined by fingerprint, left by a new key, filed into by a label."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from people import House
from restricting import INSIDE, LABEL, NAME, NOTE, SECRET, file_secretly, fingerprint, more_people, restrict
from sayings import SAID, file_one
from sqlalchemy import select

from intake import sessions
from intake.actions import case, compartment, draft, export, query, redaction, restricted, search, testimony
from intake.actions import release as releases
from intake.actions import review as reviews
from intake.actions import workplace as workplaces
from intake.actions.decisions import SpanGiven
from intake.errors import Conflict, Invalid, NotFound, Refused, StepUpNeeded
from intake.models.account import Role
from intake.models.base import Base, SealedRecord
from intake.models.case import Case, CasePart
from intake.models.compartment import CASEWORK, Compartment, identities_of
from intake.models.redaction import HandOut, Method, Redaction, Release
from intake.models.testimony import Permission, Testimony


@pytest.fixture
def made(house: House) -> UUID:
    return restrict(house)


# -- who is in it


def test_its_members_know_its_name_and_who_is_in_it(house: House, made: UUID) -> None:
    for name in INSIDE:
        (one,) = restricted.list_(house.gate(name))
        assert (one.id, one.name, one.members) == (made, NAME, 3)
    opened = restricted.read(house.gate("jiho"), made)
    assert (opened.content.name, opened.content.note) == (NAME, NOTE)
    assert [one.name for one in opened.members] == ["bora", "dain", "jiho"]
    assert [one.name for one in opened.others] == ["mina", "sora"]
    assert ([one.name for one in opened.filing], [one.name for one in opened.interviewers]) == (["hana"], ["iseul"])


@pytest.mark.parametrize("name", ["mina", "sora"])
def test_to_everybody_else_it_does_not_exist(house: House, made: UUID, name: str) -> None:
    gate = house[name].stepped_up()
    assert restricted.list_(gate) == ()
    theirs = gate.actor.id
    assert theirs is not None
    for deed in (
        lambda one: restricted.read(gate, one),
        lambda one: restricted.admit(gate, one, theirs, fingerprint(house, name)),
        lambda one: restricted.dismiss(gate, one, house["bora"].id),
        lambda one: restricted.assign(gate, one, house["iseul"].id, "라벨"),
        lambda one: restricted.relieve(gate, one, house["hana"].id),
    ):
        for one in (made, uuid4()):
            with pytest.raises(NotFound):
                deed(one)
    assert all("" not in listed.compartments for listed in compartment.list_(gate))


@pytest.mark.parametrize("name", ["anna", "hana", "iseul"])
def test_an_administrator_and_interviewers_have_no_part_in_it(house: House, made: UUID, name: str) -> None:
    gate = house[name].stepped_up()
    for deed in (restricted.list_, restricted.choose, lambda g: restricted.read(g, made)):
        with pytest.raises(Refused):
            deed(gate)
    with pytest.raises(NotFound):
        restricted.admit(house["bora"].stepped_up(), made, house[name].id, "")


def test_making_one_takes_a_step_up_a_name_and_a_reviewer_with_the_right_keys(house: House) -> None:
    more_people(house)
    with pytest.raises(StepUpNeeded):
        restricted.create(house.gate("dain"), NAME, {})
    gate = house["dain"].stepped_up()
    people = {one.name: one for one in restricted.choose(gate)}
    assert "dain" not in people
    good = {people["bora"].id: people["bora"].fingerprint}
    for name, members in ((" ", good), ("가" * 101, good), (NAME, {}), (NAME, {people["bora"].id: "00000 " * 8})):
        with pytest.raises(Invalid):
            restricted.create(gate, name, members)
    with pytest.raises(Invalid):  # coordinators alone could neither redact nor see who a witness is
        restricted.create(gate, NAME, {people["sora"].id: people["sora"].fingerprint})
    with pytest.raises(NotFound):
        restricted.create(gate, NAME, {**good, house["hana"].id: fingerprint(house, "hana")})
    with pytest.raises(Refused):
        restricted.create(house["bora"].stepped_up(), NAME, good)
    with house.instance.database.reading() as session:
        assert len(session.scalars(select(Compartment).where(Compartment.name.is_(None))).all()) == len(house.people)


def test_letting_somebody_in(house: House, made: UUID) -> None:
    before = file_secretly(house, made).testimony_id
    sora, mina = house["sora"].id, house["mina"].id
    with pytest.raises(StepUpNeeded):
        restricted.admit(house.gate("dain"), made, sora, fingerprint(house, "sora"))
    with pytest.raises(Invalid):
        restricted.admit(house["dain"].stepped_up(), made, sora, "00000 " * 8)
    restricted.admit(house["dain"].stepped_up(), made, sora, fingerprint(house, "sora"))
    assert testimony.read(house.gate("sora"), before).content.narrative == SECRET.narrative
    with pytest.raises(Conflict):
        restricted.admit(house["dain"].stepped_up(), made, sora, fingerprint(house, "sora"))
    with pytest.raises(Refused, match="bora, jiho"):  # a coordinator does not hold what a reviewer is to receive
        restricted.admit(house["dain"].stepped_up(), made, mina, fingerprint(house, "mina"))
    assert restricted.list_(house.gate("mina")) == ()
    restricted.admit(house["jiho"].stepped_up(), made, mina, fingerprint(house, "mina"))
    assert testimony.identify(house["mina"].stepped_up(), before).name == "송혜림"


def test_taking_somebody_out(house: House, made: UUID) -> None:
    before = file_secretly(house, made).testimony_id
    testimony.read(house.gate("bora"), before)
    outsider = house["mina"].session().token
    with pytest.raises(StepUpNeeded):
        restricted.dismiss(house.gate("bora"), made, house["dain"].id)
    with pytest.raises(Refused, match="bora, jiho"):
        restricted.dismiss(house["dain"].stepped_up(), made, house["jiho"].id)
    with pytest.raises(NotFound):
        restricted.dismiss(house["bora"].stepped_up(), made, house["mina"].id)
    with pytest.raises(Conflict):
        restricted.dismiss(house["bora"].stepped_up(), made, house["bora"].id)
    restricted.dismiss(house["bora"].stepped_up(), made, house["dain"].id)
    after = file_secretly(house, made).testimony_id
    for one in (before, after):
        with pytest.raises(NotFound):
            testimony.read(house.gate("dain"), one)
        assert testimony.read(house.gate("jiho"), one).content.narrative == SECRET.narrative
        assert testimony.identify(house["jiho"].stepped_up(), one).name == "송혜림"
    assert restricted.list_(house.gate("dain")) == ()
    assert sessions.resume(house.instance, outsider)  # whoever is not in it notices nothing: their session goes on
    restricted.dismiss(house["bora"].stepped_up(), made, house["jiho"].id)
    with pytest.raises(NotFound):
        testimony.read(house.gate("jiho"), after)
    assert testimony.identify(house["bora"].stepped_up(), after).name == "송혜림"


def test_the_last_reviewer_stays(house: House, made: UUID) -> None:
    restricted.dismiss(house["bora"].stepped_up(), made, house["jiho"].id)
    with pytest.raises(Conflict):
        restricted.dismiss(house["dain"].stepped_up(), made, house["bora"].id)


def test_who_leaves_altogether_leaves_it_as_well(house: House, made: UUID) -> None:
    filed = file_secretly(house, made).testimony_id
    for name in ("dain", "jiho"):  # Mina is not in it: she is told who has to go first, and nothing was done
        with pytest.raises(Conflict) as told:
            compartment.remove(house["mina"].stepped_up(), house[name].id)
        assert "bora" in str(told.value)
        assert NAME not in str(told.value)
        assert testimony.read(house.gate(name), filed).content.narrative == SECRET.narrative
    with pytest.raises(StepUpNeeded):
        compartment.remove(house.gate("bora"), house["jiho"].id)
    compartment.remove(house["bora"].stepped_up(), house["jiho"].id)
    later = file_secretly(house, made).testimony_id
    assert testimony.identify(house["bora"].stepped_up(), later).name == "송혜림"
    assert testimony.read(house.gate("dain"), filed).content.narrative == SECRET.narrative
    with pytest.raises(Conflict, match="only one"):
        compartment.remove(house["mina"].stepped_up(), house["bora"].id)


def test_one_who_was_withdrawn_does_not_stand_in_the_way_of_a_new_key(house: House) -> None:
    filed = file_one(house.gate("hana")).testimony_id
    testimony.withdraw(house["mina"].stepped_up(), filed)
    compartment.remove(house["bora"].stepped_up(), house["mina"].id)
    assert [line.id for line in testimony.list_(house.gate("bora")).lines] == [filed]


# -- filing into it


def test_an_interviewer_files_into_it_and_reads_nothing(house: House, made: UUID) -> None:
    (label,) = draft.list_(house.gate("hana")).readers
    assert (label.compartment_id, label.label) == (made, LABEL)
    assert draft.list_(house.gate("iseul")).readers == ()
    receipt = file_one(house.gate("hana"), SECRET, files=[b"\x00" * 100], into=made)
    assert receipt.restricted
    assert draft.list_(house.gate("hana")).filed[0].restricted
    asked = testimony.ask(house.gate("bora"), receipt.testimony_id, "몇 번이었습니까?")
    testimony.amend(house.gate("hana"), receipt.testimony_id, "세 번이었습니다.", asked)
    opened = testimony.read(house.gate("dain"), receipt.testimony_id)
    assert (opened.readers, opened.amendments[0].text) == (NAME, "세 번이었습니다.")
    (attached,) = opened.content.attachments
    _, parts = testimony.fetch(house.gate("jiho"), receipt.testimony_id, attached.id)
    assert b"".join(parts) == b"\x00" * 100
    assert testimony.receipt(house.gate("hana"), receipt.testimony_id).restricted
    for name in ("hana", "iseul", "mina", "sora"):
        with pytest.raises((NotFound, Refused)):
            testimony.read(house.gate(name), receipt.testimony_id)


def test_without_a_label_nothing_is_filed_there_nor_anywhere_wider(house: House, made: UUID) -> None:
    for name in ("iseul", "hana"):
        if name == "hana":
            restricted.relieve(house.gate("dain"), made, house["hana"].id)
        with pytest.raises(Invalid):
            file_one(house.gate(name), SECRET, into=made)
        assert len(draft.list_(house.gate(name)).drafts) == 1
    with pytest.raises(Invalid):
        file_one(house.gate("iseul"), SECRET, into=identities_of(made))
    with pytest.raises(Invalid):
        file_one(house.gate("iseul"), SECRET, into=_casework(house))
    assert testimony.list_(house.gate("bora")).lines == ()


def _casework(house: House) -> UUID:
    with house.instance.database.reading() as session:
        found = session.scalar(select(Compartment.id).where(Compartment.name == CASEWORK))
    assert found is not None
    return found


def test_labels_are_for_interviewers_once_each(house: House, made: UUID) -> None:
    gate = house.gate("dain")
    with pytest.raises(Conflict):
        restricted.assign(gate, made, house["hana"].id, "다시")
    with pytest.raises(NotFound):
        restricted.assign(gate, made, house["mina"].id, "검토자")
    for label in (" ", "가" * 101):
        with pytest.raises(Invalid):
            restricted.assign(gate, made, house["iseul"].id, label)
    with pytest.raises(NotFound):
        restricted.relieve(gate, made, house["iseul"].id)


# -- what becomes of it follows it


def released_secretly(house: House, testimony_id: UUID) -> UUID:
    """Redacted by Jiho, approved by Bora."""
    gate = house["jiho"].stepped_up()
    work = redaction.start(gate, testimony_id, audience="A8", purpose="public-report", identity="N2")
    text = SECRET.narrative
    spans = [
        SpanGiven(text.index(words), text.index(words) + len(words), kind, Method.MASK, reason="R1-ID", everywhere=True)
        for words, kind in (("블라디보스또크", "SMALL_PLACE"), ("은하건설", "WORKPLACE"), ("송골매", "PERSON"))
    ]
    redaction.decide(gate, work, spans)
    redaction.allow(gate, work, ["mechanisms"])
    findings = redaction.send(gate, work)
    assert not [one for one in findings if one.blocks], [(one.rule, one.kind, one.where) for one in findings]
    gate = house["bora"].stepped_up()
    reviews.guess(gate, work, "모르겠다.")
    return reviews.approve(gate, work, digest=reviews.read(gate, work).digest)


def test_redaction_and_release_stay_with_its_members(house: House, made: UUID) -> None:
    filed = file_secretly(house, made).testimony_id
    with pytest.raises(NotFound):
        redaction.start(house["mina"].stepped_up(), filed, audience="A8", purpose="public-report", identity="N2")
    made_release = released_secretly(house, filed)
    assert [one.id for one in releases.list_(house.gate("dain"))] == [made_release]
    line = releases.hand_out(
        house.gate("bora"), made_release, recipient="위원회", purpose="public-report", extension="pdf"
    )
    assert releases.collect(house.gate("jiho"), line)[1].data
    for name in ("mina", "sora"):
        gate = house[name].stepped_up()
        assert releases.list_(gate) == []
        for deed in (
            lambda g: releases.read(g, made_release),
            lambda g: releases.download(g, made_release, "pdf"),
            lambda g: releases.collect(g, line),
            lambda g: releases.tell(g, line),
        ):
            with pytest.raises(NotFound):
                deed(gate)
    with house.instance.database.reading() as session:
        kinds = [session.scalars(select(kind)).one().compartment_id for kind in (Redaction, Release, HandOut)]
    assert kinds == [made] * 3
    assert testimony.withdraw(house["bora"].stepped_up(), filed)


def test_nothing_that_speaks_of_it_is_sealed_to_anybody_else(house: House, made: UUID) -> None:
    """Everything its members can do is done; then every record that is new is sealed to them or to one of them."""
    wide = file_one(house.gate("hana")).testimony_id
    gate = house.gate("dain")
    kept = query.save(gate, "", "모두")
    grouped = case.start(gate, "사건", "", [wide])
    known = _records(house)
    filed = file_secretly(house, made, case_id=grouped).testimony_id
    gate = house.gate("dain")
    search.judge(gate, filed, "visa-circumvention", search.Verdict.CONFIRMED)
    case.group(gate, grouped, [filed])
    case.ungroup(gate, grouped, filed)
    case.group(gate, grouped, [filed])
    own = case.start(gate, "우리 사건", "", [filed, wide])
    query.save(gate, "", "나만", shared=False)
    query.renew(gate, kept)
    released_secretly(house, filed)
    personal = {gate.actor.personal}
    allowed = {made, identities_of(made)} | personal
    fresh = [(kind, one) for kind, one, compartment_id in _records(house) - known if compartment_id not in allowed]
    assert fresh == []
    with house.instance.database.reading() as session:
        assert session.get_one(Case, own).compartment_id == made
        assert {one.compartment_id for one in session.scalars(select(CasePart))} == {made}
        assert session.get_one(Testimony, filed).compartment_id == made


def _records(house: House) -> set[tuple[str, UUID, UUID]]:
    found = set()
    with house.instance.database.reading() as session:
        for mapper in Base.registry.mappers:
            if issubclass(mapper.class_, SealedRecord):
                found |= {(one.kind, one.id, one.compartment_id) for one in session.scalars(select(mapper.class_))}
    return found


def test_a_case_that_others_read_says_nothing_of_it(house: House, made: UUID) -> None:
    wide, secret = file_one(house.gate("hana")).testimony_id, file_secretly(house, made).testimony_id
    theirs = case.start(house.gate("sora"), "모두의 사건", "", [wide])
    before = case.read(house.gate("sora"), theirs)
    assert case.group(house.gate("dain"), theirs, [secret, wide]) == 1
    assert case.group(house.gate("dain"), theirs, [secret]) == 0
    mine = case.read(house.gate("dain"), theirs)
    assert {(one.id, one.readers) for one in mine.testimonies} == {(wide, ""), (secret, NAME)}
    assert case.read(house.gate("sora"), theirs) == before
    case.ungroup(house.gate("dain"), theirs, secret)
    assert {one.id for one in case.read(house.gate("dain"), theirs).testimonies} == {wide}
    assert case.read(house.gate("sora"), theirs) == before


def test_a_case_begun_with_one_of_it_is_for_its_members(house: House, made: UUID) -> None:
    wide, secret = file_one(house.gate("hana")).testimony_id, file_secretly(house, made).testimony_id
    mine = case.start(house.gate("dain"), "송골매 사건", "", [secret])
    assert case.group(house.gate("dain"), mine, [wide]) == 1
    assert case.read(house.gate("dain"), mine).readers == NAME
    assert [one.readers for one in case.list_(house.gate("dain")).cases] == [NAME]
    assert case.list_(house.gate("sora")).cases == ()
    with pytest.raises(NotFound):
        case.read(house.gate("sora"), mine)
    with pytest.raises(Conflict):
        case.assign(house.gate("dain"), mine, house["hana"].id, "봄")
    assert search.run(house.gate("sora"), "").counts.cases == 0
    other = restrict(house, "다른 사람들")
    restricted_too = file_secretly(house, other).testimony_id
    with pytest.raises(Conflict):
        case.start(house.gate("dain"), "섞인 사건", "", [secret, restricted_too])
    with pytest.raises(Conflict):
        case.group(house.gate("dain"), mine, [restricted_too])


def test_a_question_kept_for_everybody_is_answered_by_what_everybody_may_read(house: House, made: UUID) -> None:
    wide, secret = file_one(house.gate("hana")).testimony_id, file_secretly(house, made).testimony_id
    gate = house.gate("dain")
    assert search.run(gate, "").counts.testimonies == 2
    shared, own = query.save(gate, "", "모두"), query.save(gate, "", "나만", shared=False)
    assert query.read(gate, shared).listed.content.found == (wide,)
    assert set(query.read(gate, own).listed.content.found) == {wide, secret}
    assert {one.content.name: one.now and one.now.testimonies for one in query.list_(gate).queries} == {
        "모두": 1,
        "나만": 2,
    }
    for name in ("dain", "sora"):
        opened = query.read(house.gate(name), shared)
        assert (opened.listed.content.testimonies, opened.listed.new, opened.new, opened.intact) == (1, 0, (), True)


def test_nothing_of_it_leaves_by_export_nor_is_counted_in_the_register(house: House, made: UUID) -> None:
    """Its members see it when they ask; what they take along is what everybody in casework could have taken."""
    inside = replace(SAID.consent, permissions=(Permission(purpose="internal-analysis", audience="A1", identity="N1"),))
    wide = file_one(house.gate("hana"), replace(SAID, consent=inside))
    file_secretly(house, made, consent=inside)
    gate = house.gate("dain")
    assert search.run(gate, "").counts.testimonies == 2
    wish = export.Wish(
        text="", kind="rows", format="csv", audience="A1", purpose="internal-analysis", recipient="보고서 모임"
    )
    prepared = export.check(gate, wish)
    assert [row.values["reference"] for row in prepared.rows] == [(wide.reference,)]
    assert prepared.asked.narrower
    export.take(gate, wish, lambda _: b"file")
    (line,) = export.list_(house.gate("mina"))
    assert (line.content.testimonies, line.content.left_out) == (1, 0)
    assert not export.check(house.gate("sora"), wish).asked.narrower


def test_what_only_it_speaks_of_is_not_proposed_for_the_registry(house: House, made: UUID) -> None:
    file_one(house.gate("hana"))
    file_secretly(house, made)
    proposed, _, _ = workplaces.propose(house.gate("dain"))
    assert [one.name for one in proposed] == [SAID.legs[0].workplace]


# -- several at once


def test_two_of_them_do_not_know_of_each_other(house: House, made: UUID) -> None:
    """Dain is in both, Sora in the second only: each searches what they are in, and nothing else."""
    second = restrict(house, "다른 사람들")
    restricted.admit(house["dain"].stepped_up(), second, house["sora"].id, fingerprint(house, "sora"))
    file_one(house.gate("hana"))
    file_secretly(house, made)
    file_secretly(house, second)
    counted = {name: search.run(house.gate(name), "").counts.testimonies for name in ("dain", "sora")}
    assert counted == {"dain": 3, "sora": 2}
    assert {row.readers for row in search.run(house.gate("sora"), "").rows} == {"", "다른 사람들"}
    restricted.dismiss(house["bora"].stepped_up(), second, house["dain"].id)
    assert search.run(house.gate("dain"), "").counts.testimonies == 2
    assert {row.readers for row in search.run(house.gate("dain"), "").rows} == {"", NAME}


def test_roles_hold_what_they_need_and_no_more(house: House, made: UUID) -> None:
    apart = identities_of(made)
    for name, role in INSIDE.items():
        assert made in house.gate(name).actor.keyring.compartments
        assert apart not in house.gate(name).actor.keyring.compartments
        opened = house[name].stepped_up().actor.keyring.compartments
        assert (apart in opened) is (role is Role.REVIEWER)
    for name in ("mina", "sora", "hana", "iseul", "anna"):
        assert not {made, apart} & house[name].stepped_up().actor.keyring.compartments
