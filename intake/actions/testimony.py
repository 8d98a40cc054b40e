"""Filed testimonies: filing (after which the author cannot read them), reading, asking, amending, withdrawing."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import select

from intake import sessions
from intake.actions.draft import Answers, filed_already, release_object, store
from intake.actions.queue import Queue, queue
from intake.actions.scope import restricted_names
from intake.actions.vocabulary import current
from intake.errors import N_, Conflict, Damaged, Invalid, NotFound
from intake.models.account import Account
from intake.models.compartment import CASEWORK, IDENTITIES, identities_of
from intake.models.draft import Draft, DraftContent
from intake.models.redaction import Redaction, Release, ReleaseState
from intake.models.restricted import FilingLabel, FilingLabelContent
from intake.models.testimony import (
    Amendment,
    AmendmentContent,
    Attachment,
    Question,
    QuestionContent,
    QuestionState,
    StoredObject,
    Testimony,
    TestimonyContent,
    TestimonyState,
    Witness,
    WitnessContent,
)
from intake.sealing.blind import blind_index
from intake.sealing.keys import Secret
from intake.sealing.stream import unlock_stream
from intake.work import Work, action

Parse = Callable[[Answers], tuple[TestimonyContent, WitnessContent]]
Into = Callable[[Answers], UUID | None]
"""Which restricted compartment a draft is to be filed into; None for `casework`."""
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True)
class Receipt:
    """Proof of filing: what to quote later, and the SHA-256 of the sealed record (hex). `restricted`: only the members
    of a restricted compartment can read it."""

    testimony_id: UUID
    reference: str
    filed_on: str
    digest: str
    attachments: int
    repeated: bool = False
    restricted: bool = False


@dataclass(frozen=True)
class AmendmentOpen:
    """An interviewer's later word."""

    on: str
    text: str
    question_id: UUID | None


@dataclass(frozen=True)
class QuestionAsked:
    """A question that was sent to the interviewer (its text only they can open)."""

    id: UUID
    on: str
    state: QuestionState


@dataclass(frozen=True)
class TestimonyOpen:
    """A testimony with everything a reader of it sees beside it. Content and identity stay apart. `readers`: the name
    of the restricted compartment it lies in, or empty."""

    id: UUID
    reference: str
    state: TestimonyState
    filed_on: str
    interviewer: str
    version: int
    digest: bytes
    content: TestimonyContent
    amendments: tuple[AmendmentOpen, ...]
    questions: tuple[QuestionAsked, ...]
    redactions: tuple[tuple[UUID, str, str], ...]
    releases: tuple[tuple[UUID, str, int, str], ...]
    readers: str = ""


def new_witness_code() -> str:
    """A random code under which a witness is counted, saying nothing about them."""
    return "W-" + "".join(secrets.choice(_CODE_LETTERS) for _ in range(6))


# -- filing


@action
def file(work: Work, draft_id: UUID, *, version: int | None, parse: Parse, into: Into) -> Receipt:
    """File a draft: its answers become a testimony sealed to `casework` and a witness sealed to `identities`, or to a
    restricted compartment that the author was given a label for, and to its own identities.

    Attachments are sealed anew first (the author knew the old keys), then one transaction does the rest. Filing the
    same draft twice gives the same receipt. `Invalid` from `parse` leaves the draft as it is.
    """
    already = filed_already(work, draft_id)
    if already is not None:
        work.about = draft_id
        return _receipt(work, already, repeated=True)
    draft = work.get(Draft, draft_id)
    if version is not None and draft.version != version:
        raise Conflict(N_("This draft was saved in another window after you checked it. Check it again."))
    content = work.open(DraftContent, draft)
    said, witness = parse(content.answers)
    compartment = _destination(work, into(content.answers))
    attachments = tuple(_resealed(work, draft_id, a) for a in content.attachments)
    said = replace(said, attachments=attachments)
    testimony = _put(work, said, witness, record_id=draft_id, external=None, into=compartment)
    for attachment in content.attachments:
        release_object(work, attachment.id)
    work.remove(draft)
    return _receipt(work, testimony)


def _destination(work: Work, wanted: UUID | None) -> UUID | None:
    """The restricted compartment to file into, or None. `Invalid` without a label for it: never into a wider one.

    The id is believed from the label alone, which a member signed; and so that an older key, which somebody who was
    taken out may still have, cannot be put back in its place, the label says how new the key must be.
    """
    if wanted is None:
        return None
    for label in work.all(FilingLabel, FilingLabel.to_id == work.actor.id):
        content = work.open(FilingLabelContent, label)
        if content.compartment_id == wanted:
            if work.compartment(wanted).epoch < content.epoch:
                raise Damaged
            return wanted
    raise Invalid(N_("You can no longer file for these readers. Choose again who will be able to read this."))


@action
def transcribe(work: Work, said: TestimonyContent, witness: WitnessContent) -> Receipt:
    """File a testimony that comes whole from elsewhere (the exchange format). Repeat-safe by its external id: a second
    time nothing is written and the first receipt is given again."""
    external = blind_index(work.instance.pepper, "external-id", said.external_id)
    already = work.db.scalar(select(Testimony).where(Testimony.external == external))
    if already is not None:
        work.about = already.id
        return _receipt(work, already, repeated=True)
    return _receipt(work, _put(work, said, witness, record_id=uuid4(), external=external))


def _put(
    work: Work,
    said: TestimonyContent,
    witness: WitnessContent,
    *,
    record_id: UUID,
    external: bytes | None,
    into: UUID | None = None,
) -> Testimony:
    number, _, _ = current(work)
    code = said.witness_code or new_witness_code()
    said = replace(said, witness_code=code, vocabulary=number)
    testimony = work.seal_new(
        Testimony,
        said,
        to=into or CASEWORK,
        record_id=record_id,
        reference=work.new_reference("T"),
        state=TestimonyState.FILED,
        external=external,
        attachment_count=len(said.attachments),
    )
    apart = identities_of(into) if into else IDENTITIES
    work.seal_new(Witness, replace(witness, code=code), to=apart, testimony_id=testimony.id)
    return testimony


def _resealed(work: Work, record_id: UUID, attachment: Attachment) -> Attachment:
    parts = unlock_stream(Secret(attachment.key), attachment.id, work.instance.storage.parts(attachment.id))
    return store(work, attachment.name, attachment.media_type, parts, attachment.description, record_id)


def _receipt(work: Work, testimony: Testimony, *, repeated: bool = False) -> Receipt:
    return Receipt(
        testimony.id,
        testimony.reference,
        testimony.created_on.isoformat(),
        testimony.digest.hex(),
        testimony.attachment_count,
        repeated,
        testimony.compartment_id != work.compartment(CASEWORK).id,
    )


@action(reading=True)
def receipt(work: Work, testimony_id: UUID) -> Receipt:
    """The receipt of what one filed oneself, once more."""
    return _receipt(work, work.own(Testimony, testimony_id))


# -- reading


@action(reading=True)
def list_(work: Work, tab: str = "all", page: int = 1) -> Queue:
    """The review queue: one page of a tab, newest first, and how many stand in each."""
    return queue(work, tab, page)


@action(reading=True)
def read(work: Work, testimony_id: UUID) -> TestimonyOpen:
    """One testimony, counted against the reader's hourly budget."""
    record = work.get(Testimony, testimony_id)
    _spend_reading(work)
    return opened(work, record)


def _spend_reading(work: Work) -> None:
    """A stolen session reads no more than the budget. `Busy` beyond it."""
    key = sessions.throttle_key(work.instance, "reading", str(work.actor.id))
    sessions.check_throttle(work.instance, [key], work.instance.settings.reading_budget)
    sessions.count(work.instance, [key], timedelta(hours=1))


def opened(work: Work, record: Testimony) -> TestimonyOpen:
    """A testimony's content and surroundings."""
    if record.state is TestimonyState.WITHDRAWN:
        raise NotFound(N_("This testimony was withdrawn. Its content no longer exists."))
    amendments = tuple(
        AmendmentOpen(a.created_on.isoformat(), c.text, c.question_id)
        for a in work.all(Amendment, Amendment.testimony_id == record.id, newest_first=False)
        for c in [work.open(AmendmentContent, a)]
    )
    questions = work.db.scalars(select(Question).where(Question.testimony_id == record.id))
    redactions = work.all(Redaction, Redaction.testimony_id == record.id)
    releases = work.all(Release, Release.testimony_id == record.id)
    return TestimonyOpen(
        record.id,
        record.reference,
        record.state,
        record.created_on.isoformat(),
        work.names([record.author_id]).get(record.author_id, ""),
        record.version,
        record.digest,
        work.open(TestimonyContent, record),
        amendments,
        tuple(QuestionAsked(q.id, q.created_on.isoformat(), q.state) for q in questions),
        tuple((r.id, r.audience, r.state.value) for r in redactions),
        tuple((r.id, r.audience, r.number, r.state.value) for r in releases),
        restricted_names(work).get(record.compartment_id, ""),
    )


@action(reading=True)
def identify(work: Work, testimony_id: UUID) -> WitnessContent:
    """Who the witness is. Needs a step-up; an audited act of its own. Of a restricted testimony only the reviewers of
    its compartment hold the key."""
    work.needs(IDENTITIES)
    work.get(Testimony, testimony_id)
    return identity_of(work, testimony_id)


def identity_of(work: Work, testimony_id: UUID) -> WitnessContent:
    """The identity behind a testimony; `StepUpNeeded` unless the compartment it is sealed to is open."""
    work.needs(IDENTITIES)
    witness = work.db.scalar(select(Witness).where(Witness.testimony_id == testimony_id))
    if witness is None:
        raise NotFound
    work.needs(witness.compartment_id)
    return work.open(WitnessContent, witness)


@action(reading=True)
def fetch(work: Work, testimony_id: UUID, attachment_id: UUID) -> tuple[Attachment, Iterator[bytes]]:
    """An attachment's name and bytes, opened part by part."""
    content = work.open(TestimonyContent, work.get(Testimony, testimony_id))
    for attachment in content.attachments:
        if attachment.id == attachment_id:
            parts = work.instance.storage.parts(attachment.id)
            return attachment, unlock_stream(Secret(attachment.key), attachment.id, parts)
    raise NotFound


# -- between reviewer and interviewer


@action
def ask(work: Work, testimony_id: UUID, text: str) -> UUID:
    """Send the interviewer a question that only they can open."""
    if not text.strip():
        raise Invalid(fields={"text": [N_("Write what you want to know.")]})
    testimony = work.get(Testimony, testimony_id)
    author = work.row(Account, testimony.author_id)
    work.directory.personal(author)
    work.about = testimony_id
    question = work.seal_new(
        Question,
        QuestionContent(text=text),
        to=author.personal_id,
        testimony_id=testimony_id,
        to_id=author.id,
        state=QuestionState.OPEN,
    )
    return question.id


@action
def amend(work: Work, testimony_id: UUID, text: str, question_id: UUID | None = None) -> UUID:
    """Add a word to what one filed, answering a question or not; sealed like the testimony itself."""
    if not text.strip():
        raise Invalid(fields={"text": [N_("Write what you want to add.")]})
    testimony = work.own(Testimony, testimony_id)
    if testimony.state is TestimonyState.WITHDRAWN:
        raise Conflict(N_("This testimony was withdrawn."))
    if question_id is not None:
        question = work.get(Question, question_id)
        if question.testimony_id != testimony_id or question.to_id != work.actor.id:
            raise NotFound
        question.state = QuestionState.ANSWERED
        work.touch(question)
    work.about = testimony_id
    content = AmendmentContent(text=text, question_id=question_id)
    return work.seal_new(Amendment, content, to=testimony.compartment_id, testimony_id=testimony_id).id


# -- the end


@action
def withdraw(work: Work, testimony_id: UUID) -> tuple[str, ...]:
    """The witness takes it back: content, identity and attachments become unreadable for ever, a tombstone stays.

    Returns the references of releases that were handed out and must be recalled.
    """
    work.needs(IDENTITIES)
    testimony = work.get(Testimony, testimony_id)
    if testimony.state is TestimonyState.WITHDRAWN:
        raise Conflict(N_("This testimony was withdrawn."))
    releases = work.all(Release, Release.testimony_id == testimony_id)
    recall = tuple(f"{testimony.reference}/{r.number}" for r in releases if r.state is ReleaseState.RELEASED)
    for stored in work.db.scalars(select(StoredObject).where(StoredObject.record_id == testimony_id)).all():
        release_object(work, stored.id)
    witness = work.db.scalar(select(Witness).where(Witness.testimony_id == testimony_id))
    if witness is not None:
        work.needs(witness.compartment_id)
    keystore = work.instance.keystore
    for release in releases:
        release.state = ReleaseState.RECALLED
        work.empty(release)
    for redaction in work.all(Redaction, Redaction.testimony_id == testimony_id):
        work.empty(redaction)
    for model in (Amendment, Question):
        for record in work.db.scalars(select(model).where(model.testimony_id == testimony_id)).all():
            work.remove(record)
    gone = [testimony_id]
    if witness is not None:
        gone.append(witness.id)
        work.remove(witness)
    testimony.state = TestimonyState.WITHDRAWN
    testimony.external = None
    testimony.attachment_count = 0
    work.empty(testimony)
    work.after_commit(lambda: keystore.shred(*gone))
    return recall
