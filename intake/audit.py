"""The audit chain: append, verify, checkpoint. It says who did which verb to which record, and no content.

Each entry's hash covers the one before and the digests of every ciphertext written under it, so editing, deleting,
inserting or swapping entries breaks the chain, and an older version of a record put back is noticed. A cut-off tail is
noticed only against a checkpoint that has left the machine.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.errors import Damaged
from intake.models.base import Base, SealedRecord
from intake.models.journal import AuditedWrite, AuditEntry, Outcome
from intake.sealing.context import encode
from intake.sealing.keys import SigningKey, VerifyKey
from intake.sealing.labels import Label

GONE = bytes(32)
_LOCK = 0x1A7A4E


@dataclass(frozen=True)
class Write:
    """A record as it stands after an act: the digest of its ciphertext, or `GONE`."""

    record_id: UUID
    kind: str
    digest: bytes


def append(
    session: Session,
    *,
    verb: str,
    outcome: Outcome,
    record_id: UUID | None,
    actor_id: UUID | None,
    day: date,
    writes: Iterable[Write] = (),
) -> int:
    """Add one entry inside the caller's writing transaction; returns its sequence number."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    last = session.execute(
        select(AuditEntry.seq, AuditEntry.hash).order_by(AuditEntry.seq.desc()).limit(1)
    ).one_or_none()
    seq, previous = (1, GONE) if last is None else (last.seq + 1, last.hash)
    rows = sorted(writes, key=lambda w: (w.record_id, w.kind))
    entry = AuditEntry(
        seq=seq,
        day=day,
        verb=verb,
        outcome=outcome,
        record_id=record_id,
        actor_id=actor_id,
        previous=previous,
    )
    entry.hash = _hash(entry, rows)
    session.add(entry)
    session.flush()
    session.add_all(AuditedWrite(seq=seq, record_id=w.record_id, kind=w.kind, digest=w.digest) for w in rows)
    return seq


def _hash(entry: AuditEntry, writes: Sequence[Write]) -> bytes:
    listed = b"".join(encode(w.record_id, w.kind, w.digest) for w in writes)
    return hashlib.sha256(
        encode(
            entry.seq,
            entry.day.isoformat(),
            entry.verb,
            str(entry.outcome),
            entry.record_id,
            entry.actor_id,
            entry.previous,
            listed,
        )
    ).digest()


@dataclass(frozen=True)
class Report:
    """The result of verifying: how many entries were read, and the first thing found wrong (None: all is well)."""

    entries: int
    head: bytes
    trouble: str | None = None
    seq: int | None = None

    @property
    def sound(self) -> bool:
        return self.trouble is None


def verify(session: Session, checkpoint: Checkpoint | None = None) -> Report:
    """Read the whole chain, then hold every sealed record against the last digest audited for it."""
    writes: dict[int, list[Write]] = {}
    latest: dict[tuple[str, UUID], tuple[int, bytes]] = {}
    for row in session.scalars(select(AuditedWrite).order_by(AuditedWrite.seq, AuditedWrite.record_id)):
        writes.setdefault(row.seq, []).append(Write(row.record_id, row.kind, row.digest))
        latest[row.kind, row.record_id] = (row.seq, row.digest)
    previous, count = GONE, 0
    for entry in session.scalars(select(AuditEntry).order_by(AuditEntry.seq).execution_options(yield_per=1000)):
        count += 1
        listed = sorted(writes.pop(entry.seq, ()), key=lambda w: (w.record_id, w.kind))
        if entry.seq != count:
            return Report(count, previous, "an entry is missing", count)
        if entry.previous != previous or entry.hash != _hash(entry, listed):
            return Report(count, previous, "an entry was altered", entry.seq)
        previous = entry.hash
        if checkpoint and entry.seq == checkpoint.size and entry.hash != checkpoint.head:
            return Report(count, previous, "the chain is not the one of the checkpoint", entry.seq)
    if checkpoint and count < checkpoint.size:
        return Report(count, previous, "the end was cut off: the checkpoint has more entries", count)
    if writes:
        return Report(count, previous, "an audited write has no entry", min(writes))
    return _records(session, latest) or Report(count, previous)


def _records(session: Session, latest: dict[tuple[str, UUID], tuple[int, bytes]]) -> Report | None:
    for mapper in Base.registry.mappers:
        model = mapper.class_
        if not issubclass(model, SealedRecord):
            continue
        for record in session.scalars(select(model).execution_options(yield_per=500)):
            seq, digest = latest.pop((record.kind, record.id), (0, GONE))
            if digest != record.digest:
                return Report(0, GONE, f"{record.kind} {record.id} is not what was last written", seq)
    for (kind, record_id), (seq, digest) in latest.items():
        if digest != GONE:
            return Report(0, GONE, f"{kind} {record_id} was deleted without an entry", seq)
    return None


@dataclass(frozen=True)
class Checkpoint:
    """How long the chain was and what its last hash was, signed by the instance, to be kept elsewhere."""

    origin: UUID
    size: int
    head: bytes
    signature: bytes

    def signed(self) -> bytes:
        return encode(self.origin, self.size, self.head)

    def text(self) -> str:
        """Four lines: origin, size, head and signature (base64)."""
        b64 = base64.b64encode
        return f"{self.origin}\n{self.size}\n{b64(self.head).decode()}\n{b64(self.signature).decode()}\n"

    @classmethod
    def parse(cls, text: str, key: VerifyKey, origin: UUID) -> Checkpoint:
        """`Damaged` when it is not a checkpoint of this instance."""
        try:
            name, size, head, signature = text.split()
            point = cls(UUID(name), int(size), base64.b64decode(head), base64.b64decode(signature))
        except ValueError:
            raise Damaged("This is not a checkpoint.") from None
        key.verify(Label.CHECKPOINT_SIGNATURE, point.signed(), point.signature)
        if point.origin != origin:
            raise Damaged("This checkpoint is of another instance.")
        return point


def checkpoint(session: Session, origin: UUID, signer: SigningKey) -> Checkpoint:
    """A signed note of where the chain stands now."""
    last = session.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1)).one_or_none()
    unsigned = Checkpoint(origin, last.seq if last else 0, last.hash if last else GONE, b"")
    signature = signer.sign(Label.CHECKPOINT_SIGNATURE, unsigned.signed())
    return Checkpoint(unsigned.origin, unsigned.size, unsigned.head, signature)
