"""Releases leave whole or not at all, are registered, recalled, compared, and can be verified anywhere."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from click.testing import CliRunner
from people import House
from redacting import agree, released, send
from sayings import SAID

from intake import cli
from intake.actions import redaction, release, testimony
from intake.actions.verification import verify
from intake.errors import Conflict, Damaged, Invalid, NotFound, Refused
from intake.models.redaction import Release, ReleaseState
from intake.rendering.document import canonical
from intake.sealing.labels import Label
from intake.work import ACTIONS, Gate, Work, action

FORMS = ("pdf", "docx", "html", "json", "csv", "xlsx")


@pytest.fixture
def tamper(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Change a release as somebody with the keys and no scruples could."""

    def change(gate: Gate, release_id: object, make) -> None:  # type: ignore[no-untyped-def]
        def body(work: Work) -> None:
            record = work.get(Release, release_id)  # type: ignore[arg-type]
            work.reseal(record, make(record, work.open(Release.Content, record)))

        monkeypatch.setattr("intake.work.may", lambda *_: True)
        action(body)(gate)
        monkeypatch.undo()
        for name in [name for name in ACTIONS if name.endswith(".body")]:
            del ACTIONS[name]

    return change


def test_every_form_is_made_and_named_without_saying_anything(house: House) -> None:
    release_id = released(house)
    gate = house.gate("dain")
    for extension in FORMS:
        name, file = release.download(gate, release_id, extension)
        assert file.data
        assert re.fullmatch(rf"release-[0-9a-f]{{12}}\.{re.escape(extension)}", name), name
    with pytest.raises(NotFound):
        release.download(gate, release_id, "exe")
    with pytest.raises(Refused):
        release.download(house.gate("hana"), release_id, "pdf")


def test_one_byte_changed_and_nothing_leaves(house: House, tamper) -> None:  # type: ignore[no-untyped-def]
    release_id = released(house)
    gate = house.gate("bora")

    def change(record, content):  # type: ignore[no-untyped-def]
        files = tuple(replace(f, data=f.data[:-1] + b"\x00") if f.extension == "pdf" else f for f in content.files)
        return replace(content, files=files)

    tamper(gate, release_id, change)
    for deed in (
        lambda: release.download(gate, release_id, "pdf"),
        lambda: release.download(gate, release_id, "json"),
        lambda: release.download(gate, release_id, "proof"),
        lambda: release.hand_out(gate, release_id, recipient="x", purpose="public-report", extension="json"),
        lambda: release.read(gate, release_id),
    ):
        with pytest.raises(Damaged):
            deed()


def test_a_file_added_or_taken_away_afterwards_stops_it_too(house: House, tamper) -> None:  # type: ignore[no-untyped-def]
    for make in (
        lambda _, content: replace(content, files=content.files[1:]),
        lambda _, content: replace(content, files=(*content.files, content.files[0])),
    ):
        release_id = released(house)
        gate = house.gate("bora")
        tamper(gate, release_id, make)
        with pytest.raises(Damaged):
            release.download(gate, release_id, "json")


def test_two_signatures_of_one_person_are_not_two_people(house: House, tamper) -> None:  # type: ignore[no-untyped-def]
    release_id = released(house)
    gate = house.gate("bora")

    def alone(record, content):  # type: ignore[no-untyped-def]
        record.redactor_id = record.approver_id
        signature = gate.actor.keyring.signer.sign(Label.RELEASE_SIGNATURE, content.manifest)
        return replace(content, redactor_signature=signature)

    tamper(gate, release_id, alone)
    with pytest.raises(Damaged):
        release.download(gate, release_id, "pdf")


def test_an_approval_is_no_redactors_signature(house: House, tamper) -> None:  # type: ignore[no-untyped-def]
    release_id = released(house)
    gate = house.gate("bora")

    def swap(_, content):  # type: ignore[no-untyped-def]
        return replace(content, redactor_signature=content.approver_signature)

    tamper(gate, release_id, swap)
    with pytest.raises(Damaged):
        release.download(gate, release_id, "pdf")


def test_the_register_says_who_has_it_and_who_has_to_be_told(house: House) -> None:
    release_id = released(house)
    gate = house.gate("dain")
    for name in ("유엔 서울사무소", "연구소"):
        release.hand_out(gate, release_id, recipient=name, purpose="public-report", extension="pdf")
    with pytest.raises(Invalid):
        release.hand_out(gate, release_id, recipient=" ", purpose="public-report", extension="pdf")
    with pytest.raises(Conflict):
        release.tell(gate, release.read(gate, release_id).recipients[0].id)
    with pytest.raises(Refused):
        release.recall(gate, release_id, "틀렸다")
    bora = house.gate("bora")
    with pytest.raises(Invalid):
        release.recall(bora, release_id, "")
    release.recall(bora, release_id, "새 위험이 알려졌다")
    (line,) = release.list_(bora)
    assert (line.state, line.handed_out, line.to_tell) == (ReleaseState.RECALLED, 2, 2)
    release.tell(gate, release.read(gate, release_id).recipients[0].id)
    assert release.list_(bora)[0].to_tell == 1
    for deed in (
        lambda: release.download(bora, release_id, "pdf"),
        lambda: release.hand_out(bora, release_id, recipient="x", purpose="public-report", extension="pdf"),
        lambda: release.recall(bora, release_id, "다시"),
    ):
        with pytest.raises(Conflict):
            deed()


def test_a_withdrawal_leaves_the_list_of_those_to_be_told(house: House) -> None:
    release_id = released(house)
    gate = house["bora"].stepped_up()
    release.hand_out(gate, release_id, recipient="연구소", purpose="public-report", extension="pdf")
    page = release.read(gate, release_id)
    assert testimony.withdraw(gate, page.listed.testimony_id)
    gone = release.read(gate, release_id)
    assert (gone.content, gone.listed.withdrawn, gone.listed.to_tell) == (None, True, 1)
    assert [h.content.recipient for h in gone.recipients] == ["연구소"]
    with pytest.raises(NotFound):
        release.download(gate, release_id, "pdf")
    release.tell(gate, gone.recipients[0].id)
    assert release.list_(gate)[0].to_tell == 0


def test_two_releases_are_compared_paragraph_by_paragraph(house: House) -> None:
    _, redaction_id = send(house)
    first = agree(house, redaction_id)
    mina = house["mina"].stepped_up()
    redaction.reopen(mina, redaction_id)
    bench = redaction.read(mina, redaction_id)
    workplace = next(d for d in bench.decisions if d.quote == "까치수산")
    redaction.decide(mina, redaction_id, [], remove=[])
    redaction.send(mina, redaction_id)
    second = agree(house, redaction_id)
    gate = house.gate("dain")
    found = release.compare(gate, second, first)
    kinds = [d.kind for d in found]
    assert "same" in kinds
    assert "changed" in kinds
    assert not [p for d in found for p in (*d.old, *d.new) if workplace.quote in p]
    with pytest.raises(NotFound):
        release.compare(gate, second, released(house))


# -- anywhere else


def _file_and_proof(house: House) -> tuple[bytes, bytes]:
    release_id = released(house)
    gate = house.gate("bora")
    return tuple(release.download(gate, release_id, e)[1].data for e in ("pdf", "proof"))  # type: ignore[return-value]


def test_a_file_and_its_proof_are_verified_without_an_instance(house: House) -> None:
    file, proof = _file_and_proof(house)
    key = house.instance.settings.organisation_key
    found = verify(file, proof, organisation_key=key)
    assert (found.extension, found.audience, found.purpose, found.identity) == ("pdf", "A8", "public-report", "N2")
    assert found.organisation_key == key.hex()
    told = json.loads(proof)
    assert not [name for name in house.people if name in json.dumps(told["manifest"])]
    assert SAID.narrative[:10] not in proof.decode()


def test_every_changed_part_of_file_or_proof_is_noticed(house: House) -> None:
    file, proof = _file_and_proof(house)
    with pytest.raises(Invalid, match="one byte"):
        verify(file + b"\n", proof)
    with pytest.raises(Invalid, match="Another organisation"):
        verify(file, proof, organisation_key=b"\x09" * 32)
    told = json.loads(proof)
    (mina, bora) = (told[who]["person"] for who in ("redactor", "approver"))
    other = told["redactor"]["signature"]
    wrong = [
        {**told, "format": "other"},
        {**told, "manifest": told["manifest"].replace('"A8"', '"A1"')},
        {**told, "manifest": told["manifest"] + " "},
        {**told, "redactor": told["approver"]},
        {**told, "approver": {"person": bora, "signature": other}},
        {**told, "approver": {"person": mina, "signature": told["approver"]["signature"]}},
        {**told, "redactor": {"person": mina, "signature": "zz"}},
        {**told, "redactor": {"person": "nobody", "signature": other}},
        {**told, "people": {}},
        {**told, "people": {**told["people"], mina: {**told["people"][mina], "sign": told["people"][bora]["sign"]}}},
        {**told, "people": {**told["people"], mina: {**told["people"][mina], "signer": mina}}},
        {**told, "people": {**told["people"], mina: {**told["people"][mina], "signer": None}}},
        {**told, "extra": [], "people": []},
        [],
    ]
    for changed in wrong:
        with pytest.raises(Invalid):
            verify(file, canonical(changed))
    for junk in (b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null"):
        with pytest.raises(Invalid):
            verify(file, junk)
    assert verify(file, proof)


def test_one_person_who_signs_twice_is_still_one(house: House) -> None:
    """Both signatures good, both by Bora."""
    file, proof = _file_and_proof(house)
    told = json.loads(proof)
    signer, manifest = house.gate("bora").actor.keyring.signer, told["manifest"].encode()
    bora = told["approver"]["person"]
    alone = {
        **told,
        "redactor": {"person": bora, "signature": signer.sign(Label.RELEASE_SIGNATURE, manifest).hex()},
        "approver": {"person": bora, "signature": signer.sign(Label.APPROVAL_SIGNATURE, manifest).hex()},
    }
    with pytest.raises(Invalid, match="It takes two"):
        verify(file, canonical(alone))


def test_the_command_verifies_with_no_instance(house: House, tmp_path: Path) -> None:
    file, proof = _file_and_proof(house)
    (tmp_path / "f.pdf").write_bytes(file)
    (tmp_path / "p.json").write_bytes(proof)
    words = ["release", "verify", str(tmp_path / "f.pdf"), str(tmp_path / "p.json")]
    done = CliRunner().invoke(cli.cli, words)
    assert (done.exit_code, "R-" in done.output) == (0, True)
    key = house.instance.settings.organisation_key.hex()
    assert CliRunner().invoke(cli.cli, [*words, "--key", key]).exit_code == 0
    for more in (["--key", "09" * 32], ["--key", "zz"]):
        assert isinstance(CliRunner().invoke(cli.cli, [*words, *more]).exception, Invalid)
    (tmp_path / "f.pdf").write_bytes(file + b"%")
    assert isinstance(CliRunner().invoke(cli.cli, words).exception, Invalid)
    (tmp_path / "f.pdf").unlink()
    assert isinstance(CliRunner().invoke(cli.cli, words).exception, Invalid)


def test_what_is_handed_out_can_be_locked_to_the_recipients_key(house: House) -> None:
    release_id = released(house)
    gate = house.gate("dain")
    key = pyrage.x25519.Identity.generate()
    given = {"recipient": "연구소", "purpose": "public-report", "extension": "pdf"}
    for wrong in ("age1", "ssh-ed25519 AAAA", str(key), "\x00"):
        with pytest.raises(Invalid) as refused:
            release.hand_out(gate, release_id, **given, encrypted_to=wrong)
        assert list(refused.value.fields) == ["encrypted_to"]
    locked = release.hand_out(gate, release_id, **given, encrypted_to=str(key.to_public()))
    name, file = release.collect(gate, locked)
    plain = release.download(gate, release_id, "pdf")[1].data
    assert name.endswith(".pdf.age")
    assert file.data.startswith(b"age-encryption.org/v1\n")
    assert plain[:40] not in file.data
    assert pyrage.decrypt(file.data, [key]) == plain
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(file.data, [pyrage.x25519.Identity.generate()])
    open_line = release.hand_out(gate, release_id, **given)
    assert release.collect(gate, open_line)[1].data == plain
    release.recall(house.gate("bora"), release_id, "틀렸다")
    for line in (locked, open_line):
        with pytest.raises(Conflict):
            release.collect(gate, line)
