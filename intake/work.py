"""The gate around every verb: policy, transaction, audit.

Calling an action means: the policy is asked; the body runs in one transaction; exactly one audit entry is written; the
transaction commits. A raised `IntakeError` rolls back and leaves one *refused* entry. No entry, no act. What a person
may not know of is `NotFound`, as if it did not exist; that is decided in `Work.get`, `Work.all` and `Work.own`, and
nowhere else.
"""

from __future__ import annotations

import contextlib
import functools
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar, cast, overload
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from intake import audit
from intake.access import Actor, may
from intake.directory import Directory
from intake.errors import N_, Conflict, Damaged, IntakeError, NotFound, Refused, StepUpNeeded
from intake.instance import Instance
from intake.models.account import Account
from intake.models.base import Base, SealedRecord
from intake.models.compartment import Compartment
from intake.models.content import Content, decode, encode
from intake.models.journal import Outcome
from intake.sealing.context import RecordContext, WrapContext
from intake.sealing.formats import Format, read
from intake.sealing.keys import Secret
from intake.sealing.objects import open_object, rewrap_data_key, seal_object, unwrap_data_key, wrap_data_key

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T", bound=Base)
S = TypeVar("S", bound=SealedRecord)
C = TypeVar("C", bound=Content)

ACTIONS: dict[str, Callable[..., Any]] = {}
"""Every verb by name. A test holds its keys equal to the policy's."""

_REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


class Gate:
    """An instance and somebody standing before it: what an action is called with."""

    def __init__(self, instance: Instance, actor: Actor) -> None:
        self.instance = instance
        self.actor = actor


class Work:
    """One verb being done: the transaction, the keys, and what was touched."""

    def __init__(self, gate: Gate, verb: str, *, reading: bool) -> None:
        self.instance = gate.instance
        self.actor = gate.actor
        self.verb = verb
        self.about: UUID | None = None
        self.reading = reading
        self._stack = ExitStack()
        self._putting = ExitStack()
        self._session: Session | None = None
        self._directory: Directory | None = None
        self._written: dict[tuple[str, UUID], SealedRecord] = {}
        self._deleted: list[audit.Write] = []
        self._adopted: list[tuple[type[SealedRecord], UUID, bytes, bytes]] = []
        self._undo: list[Callable[[], None]] = []
        self._later: list[Callable[[], None]] = []

    # -- time and transaction

    @property
    def now(self) -> datetime:
        return self.instance.clock()

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def db(self) -> Session:
        """The verb's transaction, begun at first use, so that slow work can come before it."""
        if self._session is None:
            database = self.instance.database
            self._session = self._stack.enter_context(database.reading() if self.reading else database.writing())
        return self._session

    @contextmanager
    def glance(self) -> Iterator[Session]:
        """A short look before the transaction begins; what was seen must be checked again inside it."""
        with self.instance.database.reading() as session:
            yield session

    @property
    def directory(self) -> Directory:
        if self._directory is None:
            self._directory = Directory(self.db, self.instance.root, self.instance.settings.instance_id)
        return self._directory

    def puts_outside(self, *, undo: Callable[[], None]) -> None:
        """Say so before putting down what lies outside the database: `undo` takes it back when the verb fails."""
        if not self._undo:
            self._putting.enter_context(self.instance.putting())
        self._undo.append(undo)

    def after_commit(self, deed: Callable[[], None]) -> None:
        """What may only happen outside the database once the verb has."""
        self._later.append(deed)

    # -- finding

    def get(self, model: type[S], record_id: UUID) -> S:
        """A sealed record that a key of the actor's fits; `NotFound` otherwise, whether or not it exists."""
        record = self._locked(model, record_id)
        if record is None or not self.actor.keyring.holds(record.compartment_id, record.epoch):
            raise NotFound
        self.about = self.about or record_id
        return record

    def own(self, model: type[S], record_id: UUID) -> S:
        """The bookkeeping of a record the actor wrote, though no key of theirs may open it."""
        record = self._locked(model, record_id)
        if record is None or record.author_id != self.actor.id:
            raise NotFound
        self.about = self.about or record_id
        return record

    def row(self, model: type[T], key: Any) -> T:
        """A row that holds no content."""
        row = self._locked(model, key)
        if row is None:
            raise NotFound
        if isinstance(key, UUID):
            self.about = self.about or key
        return row

    def _locked(self, model: type[T], key: Any) -> T | None:
        lock = None if self.reading else True
        return self.db.get(model, key, with_for_update=lock)

    def all(self, model: type[S], *where: ColumnElement[bool], newest_first: bool = True) -> Sequence[S]:
        """All records the actor's keys fit, by the order in which they last changed."""
        order = model.changed.desc() if newest_first else model.changed
        holds = self.actor.keyring
        query = select(model).where(model.compartment_id.in_(holds.compartments), *where).order_by(order)
        return [r for r in self.db.scalars(query) if holds.holds(r.compartment_id, r.epoch)]

    def all_own(self, model: type[S], *where: ColumnElement[bool]) -> Sequence[S]:
        """The bookkeeping of all records the actor wrote."""
        query = select(model).where(model.author_id == self.actor.id, *where).order_by(model.changed.desc())
        return self.db.scalars(query).all()

    # -- sealing and opening

    def compartment(self, to: str | UUID) -> Compartment:
        """A compartment by built-in name or id. Asking for one's absence is a mistake of ours, not of the user."""
        column = Compartment.name if isinstance(to, str) else Compartment.id
        return self.db.execute(select(Compartment).where(column == to)).scalar_one()

    def needs(self, to: str | UUID) -> UUID:
        """The id of a compartment whose key must be open now; `StepUpNeeded` when it is not, `NotFound` when a step-up
        did not bring it."""
        compartment = self.compartment(to)
        if compartment.id not in self.actor.keyring.compartments:
            raise NotFound if self.actor.step_up_until else StepUpNeeded
        return compartment.id

    def needs_step_up(self) -> None:
        """`StepUpNeeded` unless the actor has just confirmed that it is them."""
        if self.actor.step_up_until is None:
            raise StepUpNeeded

    def seal_new(
        self, model: type[S], content: Content, *, to: str | UUID, record_id: UUID | None = None, **clear: Any
    ) -> S:
        """A new record, its content sealed to a compartment that the actor need not be able to open."""
        if not self.actor.admitted or self.actor.id is None:
            raise Refused(N_("A member has to admit you first; until then you cannot write anything."))
        compartment = self.compartment(to)
        record = model(
            id=record_id or uuid4(),
            compartment_id=compartment.id,
            author_id=self.actor.id,
            version=1,
            previous=b"",
            created_on=self.today,
            **clear,
        )
        self._seal(record, content, compartment)
        self.db.add(record)
        self.db.flush()
        self.about = self.about or record.id
        return record

    def reseal(self, record: SealedRecord, content: Content) -> None:
        """The next version of a record, bound to the one before."""
        record.previous = record.digest
        record.version += 1
        record.author_id = cast(UUID, self.actor.id)
        self._seal(record, content, self.compartment(record.compartment_id))

    def _seal(self, record: SealedRecord, content: Content, compartment: Compartment) -> None:
        public = self.directory.recipient(compartment.id, compartment.epoch)
        record.epoch, record.schema = compartment.epoch, content.VERSION
        context = self.context(record)
        data_key = Secret.random()
        record.wrap = wrap_data_key(
            data_key,
            public,
            WrapContext(record=context, epoch=compartment.epoch, fingerprint=public.fingerprint),
        )
        record.box = seal_object(
            encode(content),
            author=record.author_id,
            signer=self.actor.keyring.signer,
            context=context,
            data_key=data_key,
            shred_key=self._shred_key(record, new=record.version == 1),
        )
        self._written[record.kind, record.id] = record

    def _shred_key(self, record: SealedRecord, *, new: bool = False) -> Secret | None:
        if not record.shredded_by_key:
            return None
        keystore = self.instance.keystore
        held = keystore.find(record.id)
        if held is None and new:
            held = Secret.random().reveal()
            self.puts_outside(undo=lambda: keystore.shred(record.id))
            keystore.put(record.id, held)
        if held is None:
            raise NotFound
        return Secret(held)

    def open(self, kind: type[C], record: SealedRecord, *, shred_key: bytes | None = None) -> C:
        """What a record says. `Damaged` when it was altered, moved or signed by nobody we know."""
        context = self.context(record)
        public = self.directory.recipient(record.compartment_id, record.epoch)
        keyring, at = self.actor.keyring, (record.compartment_id, record.epoch)
        wrap_context = WrapContext(record=context, epoch=record.epoch, fingerprint=public.fingerprint)
        dek = keyring.dek(*at)
        data_key = unwrap_data_key(record.wrap, sealing_key=keyring.pair(*at), dek=dek, wrap_context=wrap_context)
        held = Secret(shred_key) if shred_key else self._shred_key(record)
        author, content = open_object(
            record.box, context=context, data_key=data_key, shred_key=held, verify=self.directory.verify_key
        )
        if author != record.author_id:
            raise Damaged
        if read(record.wrap) is Format.SEAL:  # the first reader makes its author's large seal small
            small = rewrap_data_key(data_key, dek, wrap_context)
            self._adopted.append((type(record), record.id, record.wrap, small))
        return decode(kind, content)

    def context(self, record: SealedRecord) -> RecordContext:
        return RecordContext(
            instance=self.instance.settings.instance_id,
            kind=record.kind,
            record=record.id,
            version=record.version,
            compartment=record.compartment_id,
            schema=record.schema,
            previous=record.previous,
        )

    def touch(self, record: SealedRecord) -> None:
        """Bookkeeping of a record changed (its state): readers of the change sequence must see it again."""
        self._written[record.kind, record.id] = record

    def empty(self, record: SealedRecord) -> None:
        """Throw a record's content away and keep its bookkeeping: a tombstone."""
        record.box = record.wrap = record.previous = b""
        self._written[record.kind, record.id] = record

    def remove(self, record: SealedRecord) -> None:
        """Delete a record; the chain remembers that it is gone."""
        self._deleted.append(audit.Write(record.id, record.kind, audit.GONE))
        self._written.pop((record.kind, record.id), None)
        self.db.delete(record)

    # -- ends

    def close(self) -> None:
        """Write the entry and commit. Everything or nothing."""
        if self.reading:
            self._stack.close()
            self._session = None
            with self.instance.database.writing() as session:
                self._append(session, Outcome.DONE)
                self._apply_adoptions(session)
        else:
            seq = self._append(self.db, Outcome.DONE)
            for record in self._written.values():
                record.changed = seq
            self.db.flush()
            self._apply_adoptions(self.db)
            # A commit may have happened although its answer was lost: from here on nothing may be taken back.
            # What is left over when it has not, `operation.check` collects.
            self._undo.clear()
            self._stack.close()
        for deed in self._later:
            deed()

    def _append(self, session: Session, outcome: Outcome) -> int:
        # After a roll-back the records are gone: nothing of them may be asked, and nothing was written.
        done = outcome is Outcome.DONE
        self_written = [audit.Write(r.id, r.kind, r.digest) for r in self._written.values()] if done else []
        if self._session is session:
            session.flush()
        return audit.append(
            session,
            verb=self.verb,
            outcome=outcome,
            record_id=self.about,
            actor_id=self.actor.id,
            day=self.today,
            writes=[*self_written, *self._deleted] if done else (),
        )

    def _apply_adoptions(self, session: Session) -> None:
        for model, record_id, old, new in self._adopted:
            session.execute(
                update(model)
                .where(model.id == record_id, model.wrap == old)
                .values(wrap=new)
                .execution_options(synchronize_session=False)
            )

    def abandon(self, problem: BaseException, outcome: Outcome) -> None:
        """Roll back, take back what was done outside, and leave one entry saying that it did not happen."""
        with contextlib.suppress(type(problem)):
            self._stack.__exit__(type(problem), problem, problem.__traceback__)
        self._session = None
        for undo in reversed(self._undo):
            undo()
        with self.instance.database.writing() as session:
            self._append(session, outcome)

    def leave(self) -> None:
        """Let what nothing refers to be collected again."""
        self._putting.close()

    # -- small things several verbs need

    def new_reference(self, letter: str) -> str:
        """A random name to say aloud (`T-7K2M-QX4D`), which tells nothing and is not in order."""
        code = "".join(secrets.choice(_REFERENCE_LETTERS) for _ in range(8))
        return f"{letter}-{code[:4]}-{code[4:]}"

    def names(self, ids: Iterable[UUID | None]) -> dict[UUID, str]:
        """Sign-in names of people by id."""
        wanted = {i for i in ids if i is not None}
        rows = self.db.execute(select(Account.id, Account.name).where(Account.id.in_(wanted)))
        return {row.id: row.name for row in rows}


def refuse(gate: Gate, verb: str) -> None:
    """Leave the entry of a verb that was refused at the door, before it could begin."""
    Work(gate, verb, reading=True).abandon(Refused(), Outcome.REFUSED)


def expect_version(record: SealedRecord, version: int | None) -> None:
    """`Conflict` when the record has moved on since the caller saw it."""
    if version is not None and record.version != version:
        raise Conflict


@overload
def action(body: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Gate, P], R]: ...


@overload
def action(*, reading: bool) -> Callable[[Callable[Concatenate[Work, P], R]], Callable[Concatenate[Gate, P], R]]: ...


def action(body: Callable[Concatenate[Work, P], R] | None = None, *, reading: bool = False) -> Any:
    """Make a function a verb: named by its module and itself, behind the policy, in one transaction, audited once.

    `reading=True`: the body sees a snapshot and holds no lock; only the entry (and adoptions) are written.
    """

    def declare(inner: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Gate, P], R]:
        verb = f"{inner.__module__.rsplit('.', 1)[-1]}.{inner.__name__.rstrip('_')}"

        @functools.wraps(inner)
        def perform(gate: Gate, /, *args: P.args, **kwargs: P.kwargs) -> R:
            work = Work(gate, verb, reading=reading)
            try:
                if not may(gate.actor, verb):
                    raise Refused
                result = inner(work, *args, **kwargs)
                work.close()
            except IntakeError as problem:
                work.abandon(problem, Outcome.REFUSED)
                raise
            except BaseException as problem:
                work.abandon(problem, Outcome.FAILED)
                raise
            finally:
                work.leave()
            return result

        perform.verb = verb  # type: ignore[attr-defined]
        ACTIONS[verb] = perform
        return perform

    return declare(body) if body is not None else declare
