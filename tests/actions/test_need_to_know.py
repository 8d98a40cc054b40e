"""What lies in a restricted compartment does not show to anybody else: not to their keys, not on a page, not in what a
page costs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from people import House
from restricting import (
    INSIDE,
    LABEL,
    NAME,
    OUTSIDE,
    SECRET,
    file_secretly,
    fingerprint,
    restrict,
    ring,
)
from sayings import file_one
from sqlalchemy import event, select
from sqlcipher3 import dbapi2 as sqlcipher

from intake.actions import case, query, redaction, restricted, search, testimony, workplace
from intake.actions.scope import Scope, scope_of
from intake.errors import Damaged, NotFound, StepUpNeeded, Unauthenticated
from intake.instance import open_instance
from intake.models.case import CasePart, CasePartContent
from intake.models.compartment import CASEWORK, Compartment, CompartmentEpoch, Grant, identities_of
from intake.models.restricted import FilingLabel, Restricted, RestrictedContent
from intake.models.testimony import Testimony, TestimonyContent, Witness, WitnessContent
from intake.models.workplace import WorkplaceContent
from intake.readmodel.file import ReadModelFile, _connect, discard
from intake.sealing.keyring import Keyring, set_name
from intake.sealing.keys import Secret
from intake.sealing.labels import Label
from intake.work import Gate, Work

EVERYBODY_ELSE = ("mina", "sora", "hana", "iseul", "anna")


@pytest.fixture
def made(house: House) -> UUID:
    return restrict(house)


@pytest.fixture
def filed(house: House, made: UUID) -> UUID:
    return file_secretly(house, made).testimony_id


# -- keys


def _open_with(house: House, keyring: Keyring, kind: Any, content: Any, record_id: UUID) -> Any:
    """Open a record with nothing but a key ring: no policy, no scope, no session in between."""
    actor = replace(house.gate("bora").actor, keyring=keyring)
    work = Work(Gate(house.instance, actor), "test", reading=True)
    record = work.db.get(kind, record_id)
    assert record is not None
    return work.open(content, record)


def _witness(house: House, testimony_id: UUID) -> UUID:
    with house.instance.database.reading() as session:
        found = session.scalar(select(Witness.id).where(Witness.testimony_id == testimony_id))
    assert found is not None
    return found


def _sealed(house: House, made: UUID, filed: UUID) -> list[tuple[Any, Any, UUID]]:
    """The account, the witness, and what the compartment is called."""
    return [
        (Testimony, TestimonyContent, filed),
        (Witness, WitnessContent, _witness(house, filed)),
        (Restricted, RestrictedContent, made),
    ]


def test_a_reviewer_who_is_in_it_holds_all_keys(house: House, made: UUID, filed: UUID) -> None:
    for name in ("bora", "jiho"):
        said, who, called = (_open_with(house, ring(house, name), *one) for one in _sealed(house, made, filed))
        assert (said.narrative, who.name, called.name) == (SECRET.narrative, "송혜림", NAME)


@pytest.mark.parametrize("name", EVERYBODY_ELSE)
def test_nobody_else_holds_a_key_that_fits_whatever_they_call_it(
    house: House, made: UUID, filed: UUID, name: str
) -> None:
    held = ring(house, name)
    assert not {made, identities_of(made)} & held.compartments
    seeds = [held.latest(one)[1] for one in held.compartments]
    for kind, content, record_id in _sealed(house, made, filed):
        with pytest.raises(Damaged):
            _open_with(house, held, kind, content, record_id)
        for seed in seeds:
            as_if = Keyring({made: {1: seed}, identities_of(made): {1: seed}})
            with pytest.raises(Damaged):
                _open_with(house, as_if, kind, content, record_id)


def test_its_coordinator_holds_no_key_to_its_identities(house: House, made: UUID, filed: UUID) -> None:
    """Not even the one who made it."""
    said, who, _ = _sealed(house, made, filed)
    assert _open_with(house, ring(house, "dain"), *said).narrative == SECRET.narrative
    with pytest.raises(Damaged):
        _open_with(house, ring(house, "dain"), *who)


def test_a_plain_session_of_its_reviewer_holds_no_identities(house: House, made: UUID, filed: UUID) -> None:
    gate = house.gate("bora")
    assert identities_of(made) not in gate.actor.keyring.compartments
    with pytest.raises(StepUpNeeded):
        testimony.identify(gate, filed)
    assert testimony.identify(house["bora"].stepped_up(), filed).name == "송혜림"
    with pytest.raises(NotFound):  # a step-up does not help who is not in it: the same as for what does not exist
        testimony.identify(house["mina"].stepped_up(), filed)


def test_who_was_taken_out_opens_nothing_with_all_they_ever_had(house: House, made: UUID, filed: UUID) -> None:
    before = ring(house, "jiho")
    restricted.dismiss(house["bora"].stepped_up(), made, house["jiho"].id)
    later = file_secretly(house, made).testimony_id
    for one in (filed, later):
        for kind, content, record_id in _sealed(house, made, one):
            with pytest.raises(Damaged):
                _open_with(house, before, kind, content, record_id)
            with pytest.raises(Damaged):
                _open_with(house, ring(house, "jiho"), kind, content, record_id)
    with house.instance.database.reading() as session:
        theirs = select(Grant.compartment_id).where(Grant.account_id == house["jiho"].id)
        assert not {made, identities_of(made)} & set(session.scalars(theirs))


def test_an_interviewer_seals_to_no_older_key_than_their_label_knows(house: House, made: UUID) -> None:
    """Whoever writes to the database puts the compartment back to the key that somebody who was taken out still has."""
    restricted.dismiss(house["bora"].stepped_up(), made, house["jiho"].id)
    restricted.relieve(house.gate("dain"), made, house["hana"].id)
    restricted.assign(house.gate("dain"), made, house["hana"].id, LABEL)
    with house.instance.database.writing() as session:
        session.get_one(Compartment, made).epoch = 1
    with pytest.raises(Damaged):
        file_secretly(house, made)


def test_a_label_is_believed_only_as_a_member_signed_it(house: House, made: UUID) -> None:
    """The row may be pointed elsewhere; what the label opens says where it leads."""
    other = restrict(house, "다른 사람들")
    with house.instance.database.writing() as session:
        one, two = (session.scalars(select(FilingLabel).where(FilingLabel.into_id == i)).one() for i in (made, other))
        one.box, one.wrap = two.box, two.wrap
    with pytest.raises(Damaged):
        file_secretly(house, made)


def test_a_key_that_no_member_signed_is_not_sealed_to(house: House, made: UUID) -> None:
    with house.instance.database.writing() as session:
        own = session.get_one(CompartmentEpoch, (house.gate("mina").actor.personal, 1))
        session.get_one(CompartmentEpoch, (made, 1)).public = own.public
    with pytest.raises(Damaged):
        file_secretly(house, made)


def test_a_member_whom_nobody_vouched_for_receives_no_new_key(house: House, made: UUID) -> None:
    """A row in the table of grants is not yet membership: it has to be signed."""
    with house.instance.database.writing() as session:
        session.add(
            Grant(compartment_id=made, epoch=1, account_id=house["mina"].id, sealed=b"", granter_id=None, signature=b"")
        )
    with pytest.raises(Damaged):
        restricted.dismiss(house["bora"].stepped_up(), made, house["dain"].id)


def test_a_grant_of_an_older_key_is_no_membership(house: House, made: UUID, filed: UUID) -> None:
    """Left over from two deeds at once, or put back by whoever writes to the database: it opens nothing and brings
    nobody the next key; and it is not in the way of letting them in again."""
    theirs = select(Grant).where(Grant.compartment_id == made, Grant.account_id == house["jiho"].id)
    with house.instance.database.reading() as session:
        old = session.scalars(theirs).one()
    restricted.dismiss(house["bora"].stepped_up(), made, house["jiho"].id)
    columns = ("compartment_id", "epoch", "account_id", "sealed", "granter_id", "signature")
    with house.instance.database.writing() as session:
        session.add(Grant(**{name: getattr(old, name) for name in columns}))
    assert "jiho" not in [one.name for one in restricted.read(house.gate("bora"), made).members]
    assert made not in ring(house, "jiho").compartments
    restricted.dismiss(house["bora"].stepped_up(), made, house["dain"].id)
    assert made not in ring(house, "jiho").compartments
    restricted.admit(house["bora"].stepped_up(), made, house["jiho"].id, fingerprint(house, "jiho"))
    assert testimony.read(house.gate("jiho"), filed).content.narrative == SECRET.narrative


# -- the search files


def _scope(house: House, name: str, *, shared: bool = False) -> Scope:
    return scope_of(Work(house.gate(name), "test", reading=True), shared=shared)


def _files(house: House) -> set[str]:
    return {path.stem for path in house.instance.read_model("x").parent.glob("*.db")}


def test_each_set_of_compartments_has_a_file_of_its_own(house: House, made: UUID, filed: UUID) -> None:
    for name in ("dain", "sora"):
        search.run(house.gate(name), "")
    narrow, wide = _scope(house, "dain"), _scope(house, "sora")
    assert (narrow.narrowed, wide.narrowed) == (True, False)
    assert _scope(house, "dain", shared=True) == wide
    assert _files(house) == {narrow.name.hex, wide.name.hex}


def test_the_key_of_a_file_takes_the_seed_of_every_compartment_in_it(house: House, made: UUID, filed: UUID) -> None:
    search.run(house.gate("dain"), "")
    scope = _scope(house, "dain")
    member = ring(house, "dain")
    key = member.read_model(scope.compartments)
    assert member.read_model(reversed(scope.compartments)) == key
    file = house.instance.read_model(scope.name.hex)
    assert _documents(file, key) == 1
    for compartment, epoch in scope.compartments:
        other = Keyring(
            {c: {e: Secret.random() if c == compartment else member.seed(c, e)} for c, e in scope.compartments}
        )
        with pytest.raises(sqlcipher.DatabaseError):
            _documents(file, other.read_model(scope.compartments))
        with pytest.raises(Damaged):
            member.only({compartment}).read_model(scope.compartments)
        for alone in (member.read_model([(compartment, epoch)]), member.seed(compartment, epoch)):
            with pytest.raises(sqlcipher.DatabaseError):
                _documents(file, alone)
    for name in EVERYBODY_ELSE:
        held = ring(house, name)
        with pytest.raises(Damaged):
            held.read_model(scope.compartments)
        for compartment in held.compartments:
            epoch, seed = held.latest(compartment)
            for label in (Label.READ_MODEL, Label.COMPARTMENT_DEK):
                with pytest.raises(sqlcipher.DatabaseError):
                    _documents(file, seed.derive(label, compartment, epoch))
    with pytest.raises(Damaged):
        member.read_model([])


@contextmanager
def _copy(file: Path, key: Secret) -> Iterator[ReadModelFile]:
    """A copy of a search file, opened with a key and nothing around it."""
    copy = file.with_name(f"copy-{uuid4().hex}")
    for tail in ("", "-wal"):
        if file.with_name(file.name + tail).exists():
            shutil.copy(file.with_name(file.name + tail), copy.with_name(copy.name + tail))
    opened = _connect(copy, key.reveal())
    try:
        yield opened
    finally:
        opened.close()


def _documents(file: Path, key: Secret) -> int:
    """How many testimonies a search file holds."""
    with _copy(file, key) as opened:
        return int(opened.execute("SELECT count(*) FROM document").fetchone()[0])


def _tells_of(file: Path, key: Secret, testimony_id: UUID) -> set[str]:
    """In which tables of a search file a testimony is named."""
    columns = {"document": "id", "grouped": "testimony", "judgement": "testimony"}
    with _copy(file, key) as opened:
        return {
            table
            for table, column in columns.items()
            if opened.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (testimony_id.bytes,)).fetchone()  # noqa: S608
        }


def test_a_member_who_brings_the_wide_file_up_to_date_puts_nothing_narrow_into_it(house: House, made: UUID) -> None:
    """Dain keeps a question for everybody: it is she who writes the file that Sora asks next."""
    wide = file_one(house.gate("hana")).testimony_id
    filed = file_secretly(house, made).testimony_id
    gate = house.gate("dain")
    theirs = case.start(gate, "사건", "", [wide])
    case.group(gate, theirs, [filed])
    search.judge(gate, filed, "visa-circumvention", search.Verdict.CONFIRMED)
    query.save(gate, "", "모두")
    search.run(gate, "")
    scopes = {name: _scope(house, name) for name in ("sora", "dain")}
    told = {
        name: _tells_of(house.instance.read_model(one.name.hex), ring(house, name).read_model(one.compartments), filed)
        for name, one in scopes.items()
    }
    assert told == {"sora": set(), "dain": {"document", "grouped", "judgement"}}
    assert [row.id for row in search.run(house.gate("sora"), "").rows] == [wide]
    assert [row.id for row in search.run(house.gate("sora"), f"case:{theirs}").rows] == [wide]
    assert {row.id for row in search.run(house.gate("dain"), f"case:{theirs}").rows} == {wide, filed}


def test_files_of_sets_that_nobody_has_any_more_are_removed(house: House, made: UUID, filed: UUID) -> None:
    for name in ("dain", "sora"):
        search.run(house.gate(name), "")
    narrow, wide = _scope(house, "dain").name.hex, _scope(house, "sora").name.hex
    restricted.dismiss(house["bora"].stepped_up(), made, house["dain"].id)
    assert _files(house) == {wide}
    assert not list(house.instance.read_model("x").parent.glob(f"{narrow}*"))
    assert search.run(house.gate("dain"), "").counts.testimonies == 0
    assert _files(house) == {wide}


def test_a_file_put_in_the_place_of_another_is_built_anew(house: House, made: UUID, filed: UUID) -> None:
    """Another set's file, or yesterday's, under the name of the one that is asked."""
    wide = file_one(house.gate("hana")).testimony_id
    for name in ("dain", "sora"):
        search.run(house.gate(name), "")
    narrow_file, wide_file = (house.instance.read_model(_scope(house, name).name.hex) for name in ("dain", "sora"))
    yesterday = narrow_file.with_name("yesterday")
    shutil.copy(narrow_file, yesterday)
    for put, there, name, wanted in (
        (wide_file, narrow_file, "dain", {wide, filed}),
        (narrow_file, wide_file, "sora", {wide}),
        (yesterday, narrow_file, "dain", {wide, filed}),
    ):
        house.instance.remembered.clear()
        gone = there.with_name("gone")
        shutil.copy(put, gone)
        discard(there)
        gone.rename(there)
        assert {row.id for row in search.run(house.gate(name), "").rows} == wanted


def test_two_processes_ask_while_a_key_is_changed(house: House, made: UUID, filed: UUID) -> None:
    """Each has its own hands on the files; nobody is answered from a file of a set that is no longer theirs."""
    other = replace(house, instance=open_instance(house.instance.settings, clock=house.clock))
    mine = house.gate("dain")
    assert search.run(mine, "").counts.testimonies == 1
    there = Gate(other.instance, mine.actor)
    assert search.run(there, "").counts.testimonies == 1
    later = file_secretly(house, made).testimony_id
    assert search.run(there, "").counts == search.run(mine, "").counts
    assert search.run(mine, "").counts.testimonies == 2
    restricted.dismiss(house["bora"].stepped_up(), made, house["jiho"].id)
    for gate in (mine, there):  # the old key is still in hand, in both; it is not asked any more
        with pytest.raises(Unauthenticated):
            search.run(gate, "")
    fresh = house.gate("dain").actor
    assert {row.id for row in search.run(Gate(other.instance, fresh), "").rows} == {filed, later}
    assert search.run(Gate(house.instance, fresh), "").counts.testimonies == 2
    other.instance.database.dispose()


def test_what_somebody_is_let_in_to_is_there_at_once_and_whole(house: House, made: UUID, filed: UUID) -> None:
    file_one(house.gate("hana"))
    assert search.run(house.gate("sora"), "").counts.testimonies == 1
    restricted.admit(house["bora"].stepped_up(), made, house["sora"].id, fingerprint(house, "sora"))
    assert search.run(house.gate("sora"), "").counts.testimonies == 2


def test_a_name_of_a_set_depends_on_its_compartments_and_epochs_alone(made: UUID) -> None:
    other = uuid4()
    names = [set_name(one) for one in ([(made, 1)], [(made, 2)], [(other, 1)], [(made, 1), (other, 1)])]
    assert len(set(names)) == 4
    assert set_name([(other, 1), (made, 1), (made, 1)]) == names[3]


# -- pages


REVIEWERS_PAGES = (
    *(f"/testimony/?tab={tab}" for tab in ("mine", "second", "new", "returned", "released", "all")),
    "/", "/release/", "/export/", "/compartment/", "/testimony/{wide}", "/testimony/{secret}",
    "/testimony/{secret}/ask", "/testimony/{secret}/withdraw", "/redaction/start/{secret}", "/restricted/{made}",
    "/testimony/{secret}/witness",
    "/redaction/{redaction}", "/review/{redaction}", "/release/{release}", "/release/{release}/download/pdf",
    "/release/out/{line}",
)  # fmt: skip
_QUESTIONS = (
    "",
    "concept:visa-circumvention",
    "place:RU",
    "은하건설",
    "workplace:은하건설",
    "case:{case}",
    "witness:{code}",
)
COORDINATORS_PAGES = (
    *(f"/search?q={q}" for q in _QUESTIONS),
    *(f"/search?q=concept:visa-circumvention&tab={tab}" for tab in ("confirmed", "mentioned", "denied")),
    *(f"/search/map?q=&level={level}" for level in ("country", "province", "city")),
    *(f"/search/timeline?q=&unit={unit}" for unit in ("testimonies", "witnesses", "cases", "workplaces")),
    "/search/table?q=&rows=concept@1&columns=year",
    "/search/table?q=&rows=place@country&columns=sector@0&unit=witnesses",
    "/query/", "/query/{kept}", "/case/", "/case/{case}", "/case/{own_case}", "/workplace/", "/workplace/{workplace}",
    "/workplace/propose", "/", "/release/", "/export/", "/compartment/", "/testimony/{wide}", "/testimony/{secret}",
    "/restricted/{made}", "/release/{release}", "/case/choose?testimony={secret}", "/vocabulary/", "/search/facts?q=",
    "/case/choose?q=", "/workplace/names.json", "/search/arrange?q=", "/export/check?q=",
    *(f"/export/check as {what}" for what in ("rows-csv", "table-csv", "map-geojson", "facts-csv", "workplaces-csv")),
)  # fmt: skip
_WISH = {
    "q": "", "rows": "concept@1", "columns": "place@country", "level": "province", "unit": "testimonies",
    "audience": "A1", "purpose": "internal-analysis", "recipient": "모임", "note": "", "encrypted_to": "",
}  # fmt: skip
_REFERENCE = re.compile(rb"[0-9a-f]{12}(?=</code>|</b>|</p>|</span>|\s*<)")


def _plain(answer: Any, ids: Iterable[tuple[str, str]]) -> bytes:
    """A page without what was put into its address, which it may repeat, and without the number of an error."""
    body = bytes(answer.data)
    for name, one in ids:
        body = body.replace(one.encode(), name.encode())
    return _REFERENCE.sub(b"", body) if answer.status_code >= 400 else body


class Told(dict[str, tuple[int, bytes]]):
    """What somebody is told on each of their pages: the status and every byte, but for the number of an error."""

    @classmethod
    def by(cls, someone: Any, pages: tuple[str, ...], ids: dict[str, str]) -> Told:
        told = cls()
        for page in pages:
            path, _, what = page.format_map(ids).partition(" as ")
            answer = someone.post(path, {**_WISH, "what": what}) if what else someone.get(path)
            told[page] = (answer.status_code, _plain(answer, ids.items()))
        return told


@contextmanager
def _statements(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every statement put to the database and to the search files meanwhile."""
    seen: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    original = ReadModelFile.execute

    def execute(self: ReadModelFile, sql: str, values: tuple[Any, ...] = ()) -> Any:
        seen.append(sql)
        return original(self, sql, values)

    engine = house.instance.database.engine
    event.listen(engine, "before_cursor_execute", hear)
    with monkeypatch.context() as patched:
        patched.setattr(ReadModelFile, "execute", execute)
        yield seen
    event.remove(engine, "before_cursor_execute", hear)


def _ids(house: House, made: UUID) -> dict[str, str]:
    """Something to see for everybody; and ids of what is not there yet."""
    wide = file_one(house.gate("hana")).testimony_id
    gate = house.gate("sora")
    found = {
        "wide": wide,
        "case": case.start(gate, "사건", "", [wide]),
        "kept": query.save(gate, "concept:visa-circumvention", "사증"),
        "workplace": workplace.add(gate, WorkplaceContent(names=("까치수산", "은하건설"))),
        "made": made,
    }
    absent = {name: str(uuid4()) for name in ("secret", "redaction", "release", "line", "own_case")}
    code = testimony.read(house.gate("mina"), wide).content.witness_code
    return {**{name: str(one) for name, one in found.items()}, **absent, "code": code}


def _live_a_little(house: House, made: UUID, ids: dict[str, str], code: str) -> dict[str, str]:
    """Its members file, read, judge, group, redact and release; the same witness and workplace as others know."""
    filed = file_secretly(house, made, witness_code=code, case_id=UUID(ids["case"])).testimony_id
    file_secretly(house, made, language="ru", external_id="")
    gate = house.gate("dain")
    search.run(gate, "")
    search.judge(gate, filed, "visa-circumvention", search.Verdict.CONFIRMED)
    case.group(gate, UUID(ids["case"]), [filed])
    own = case.start(gate, "우리 사건", "", [filed])
    gate = house["jiho"].stepped_up()
    work = redaction.start(gate, filed, audience="A8", purpose="public-report", identity="N2")
    testimony.ask(gate, filed, "언제였습니까?")
    testimony.amend(house.gate("hana"), filed, "봄이었습니다.")
    return {**ids, "secret": str(filed), "own_case": str(own), "redaction": str(work)}


@pytest.mark.parametrize(("name", "pages"), [("sora", COORDINATORS_PAGES), ("mina", REVIEWERS_PAGES)])
def test_their_pages_are_the_same_to_the_byte_and_cost_the_same(
    house: House,
    made: UUID,
    browser: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    pages: tuple[str, ...],
) -> None:
    """Compared: before anything was filed into it, and after its members have worked with it for a while. Then, to show
    that the comparison sees anything at all: after the same was filed for everybody."""
    ids = _ids(house, made)
    someone = browser(name, stepped_up=name == "mina")
    Told.by(someone, pages, ids)
    with _statements(house, monkeypatch) as asked_before:
        before = Told.by(someone, pages, ids)
    after_ids = _live_a_little(house, made, ids, ids["code"])
    someone.get("/help")  # that somebody is still there is noted every half minute; the clock has moved on
    with _statements(house, monkeypatch) as asked_after:
        after = Told.by(someone, pages, after_ids)
    wrong = [page for page in pages if before[page] != after[page]]
    assert not wrong
    assert asked_before == asked_after
    file_one(house.gate("hana"), replace(SECRET, witness_code=ids["code"], case_id=UUID(ids["case"])))
    Told.by(someone, pages, after_ids)
    seen = Told.by(someone, pages, after_ids)
    assert sum(seen[page] != before[page] for page in pages) > len(pages) // (2 if name == "sora" else 8)


def test_their_answers_are_those_for_what_does_not_exist(
    house: House, made: UUID, filed: UUID, browser: Callable[..., Any]
) -> None:
    """Every route with an id in it, for a testimony of the compartment and for one that never was."""
    for name in OUTSIDE:
        someone = browser(name, stepped_up=True)
        for path in (
            "/testimony/{}", "/testimony/{}/ask", "/testimony/{}/withdraw", "/testimony/{}/witness",
            "/redaction/start/{}", "/restricted/{}", "/case/choose?testimony={}",
        ):  # fmt: skip
            told = []
            for one in (made if "restricted" in path else filed, uuid4()):
                answer = someone.get(path.format(one))
                told.append((answer.status_code, _plain(answer, [("id", str(one))])))
            assert told[0] == told[1], path
        for path in ("admit", "dismiss", "assign", "relieve"):
            data = {"account": str(house["iseul"].id), "label": "라벨", "fingerprint": "0"}
            answers = [someone.post(f"/restricted/{one}/{path}", data) for one in (made, uuid4())]
            assert {answer.status_code for answer in answers} == {404}


def test_no_page_of_theirs_says_its_name(house: House, made: UUID, filed: UUID, browser: Callable[..., Any]) -> None:
    words = [word.encode() for word in (NAME, LABEL, "송혜림", "송골매", str(made), str(filed))]
    for name in (*OUTSIDE, "anna", "iseul"):
        someone = browser(name)
        for path in ("/compartment/", "/journal/", "/account/people", "/draft/", "/", "/search", "/case/", "/release/"):
            if path == "/journal/":
                words = words[:4]  # that a record was touched, and by whom, is what a journal is for
            body = someone.get(path).data
            assert not [word.decode() for word in words if word in body], (name, path)
    for name in INSIDE:
        assert NAME.encode() in browser(name).get("/compartment/").data


def test_parts_of_cases_open_to_members_only(house: House, made: UUID, filed: UUID) -> None:
    wide = file_one(house.gate("hana")).testimony_id
    theirs = case.start(house.gate("sora"), "사건", "", [wide])
    case.group(house.gate("dain"), theirs, [filed])
    with house.instance.database.reading() as session:
        part = session.scalars(select(CasePart)).one()
        casework = session.scalars(select(Compartment.id).where(Compartment.name == CASEWORK)).one()
    assert part.compartment_id != casework
    assert _open_with(house, ring(house, "bora"), CasePart, CasePartContent, part.id).testimonies == (filed,)
    for name in EVERYBODY_ELSE:
        with pytest.raises(Damaged):
            _open_with(house, ring(house, name), CasePart, CasePartContent, part.id)
