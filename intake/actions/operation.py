"""What the operator of the machine does without being anybody: looking after the instance, never opening anything."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from intake import audit, morphology, schema
from intake.errors import N_, IntakeError
from intake.instance import CHECKPOINT_FILE, FOLDERS, Instance, read_secret
from intake.models.testimony import StoredObject, Testimony, TestimonyState, Witness
from intake.morphology import Analyser
from intake.sealing import selftest
from intake.sealing.keys import SigningKey
from intake.settings import CONFIG_FILE


@dataclass(frozen=True)
class Finding:
    """One line of `intake check`: what was looked at, and what is wrong with it (None: nothing)."""

    what: str
    trouble: str | None


def check(instance: Instance) -> Iterator[Finding]:
    """Look at everything an instance needs: self-test, schema, file modes, keys, stored files."""
    yield _tried(N_("settings"), lambda: None)
    yield _tried(N_("self-test of the cryptography"), selftest.run)
    if analyser := instance.analyser:
        yield _tried(N_("analyser of Korean words"), lambda: _analyse(analyser))
    yield _tried(N_("migrations"), lambda: schema.check(instance.database))
    yield Finding(N_("modes of files and folders"), _modes(instance.settings.instance))
    yield _tried(N_("checkpoint key"), lambda: read_secret(instance.settings.path(*CHECKPOINT_FILE)))
    yield Finding(N_("keystore"), _keystore(instance))
    yield Finding(N_("stored attachments"), _attachments(instance))


def _tried(what: str, deed: Callable[[], object]) -> Finding:
    try:
        deed()
    except IntakeError as problem:
        return Finding(what, str(problem))
    return Finding(what, None)


def _analyse(analyser: Analyser) -> None:
    morphology.check()
    analyser.proper_nouns("김철수가 왔다.")


def _modes(folder: Path) -> str | None:
    open_ones = [
        path.name
        for path in (folder, *(folder / n for n in FOLDERS), folder / CONFIG_FILE, *folder.glob("*.sqlite3*"))
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    return f"readable by others: {', '.join(open_ones)}" if open_ones else None


def _keystore(instance: Instance) -> str | None:
    """Every living record has its shred key; keys left over from a crash, and of withdrawn ones, are shredded now."""
    with instance.collecting():
        with instance.database.reading() as session:
            withdrawn = set(session.scalars(select(Testimony.id).where(Testimony.state == TestimonyState.WITHDRAWN)))
            living = set(session.scalars(select(Testimony.id))) - withdrawn | set(session.scalars(select(Witness.id)))
        held = instance.keystore.records()
        instance.keystore.shred(*held - living)
    lost = living - held
    return f"{len(lost)} records have lost their shred key" if lost else None


def _attachments(instance: Instance) -> str | None:
    """Every stored file a record refers to is there; what nothing refers to any more is collected."""
    with instance.collecting():
        with instance.database.reading() as session:
            wanted: set[UUID] = set(session.scalars(select(StoredObject.id)))
        held = instance.storage.ids()
        for object_id in held - wanted:
            instance.storage.delete(object_id)
    lost = wanted - held
    return f"{len(lost)} attachments are missing" if lost else None


def verify_chain(instance: Instance, checkpoint: str | None = None) -> audit.Report:
    """Verify the audit chain, against a checkpoint's text when one is given."""
    point = None
    if checkpoint is not None:
        key = SigningKey(read_secret(instance.settings.path(*CHECKPOINT_FILE))).public
        point = audit.Checkpoint.parse(checkpoint, key, instance.settings.instance_id)
    with instance.database.reading() as session:
        return audit.verify(session, point)


def make_checkpoint(instance: Instance) -> str:
    """A signed note of where the chain stands, to be kept somewhere else."""
    signer = SigningKey(read_secret(instance.settings.path(*CHECKPOINT_FILE)))
    with instance.database.reading() as session:
        return audit.checkpoint(session, instance.settings.instance_id, signer).text()
