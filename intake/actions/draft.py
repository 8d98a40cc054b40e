"""Writing a testimony: drafts sealed to their author, saved field by field, never overwritten unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, select

from intake.actions.vocabulary import current
from intake.errors import N_, Conflict, Invalid, NotFound
from intake.language import mentions
from intake.models.case import Assignment, AssignmentContent
from intake.models.compartment import CASEWORK
from intake.models.draft import Draft, DraftContent
from intake.models.restricted import FilingLabel, FilingLabelContent
from intake.models.testimony import (
    Attachment,
    Question,
    QuestionContent,
    QuestionState,
    StoredObject,
    Testimony,
    TestimonyState,
)
from intake.sealing.keys import Secret
from intake.sealing.stream import lock_stream
from intake.work import Work, action

Answers = Mapping[str, Sequence[str]]
_CHECKSUM_LETTERS = 8


@dataclass(frozen=True)
class Saved:
    """A receipt for a save: revision, when, and a short checksum of all answers."""

    version: int
    saved_at: datetime
    checksum: str


@dataclass(frozen=True)
class DraftOpen:
    """A draft as its author sees it."""

    id: UUID
    saved: Saved
    answers: dict[str, tuple[str, ...]]
    attachments: tuple[Attachment, ...]
    hints_rejected: tuple[str, ...]


@dataclass(frozen=True)
class DraftListed:
    """A draft on the desk. `title` is how the author recognises it (their own words), `sections` how far it is."""

    id: UUID
    saved: Saved
    answers: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class FiledListed:
    """A testimony the interviewer filed: its bookkeeping, which is all they can see of it. `restricted`: filed into a
    restricted compartment."""

    id: UUID
    reference: str
    state: TestimonyState
    filed_on: str
    restricted: bool = False


@dataclass(frozen=True)
class QuestionOpen:
    """What a reviewer wants to know about a filed testimony."""

    id: UUID
    testimony_id: UUID
    reference: str
    text: str
    state: QuestionState


@dataclass(frozen=True)
class AssignmentOpen:
    """A case the interviewer works on, under the label they may know it by."""

    case_id: UUID
    label: str
    instruction: str


@dataclass(frozen=True)
class ReadersOpen:
    """A restricted compartment the interviewer may file into, under the label they may know it by."""

    compartment_id: UUID
    label: str


@dataclass(frozen=True)
class Desk:
    """Everything on an interviewer's desk."""

    drafts: tuple[DraftListed, ...]
    filed: tuple[FiledListed, ...]
    questions: tuple[QuestionOpen, ...]
    assignments: tuple[AssignmentOpen, ...]
    readers: tuple[ReadersOpen, ...] = ()


@dataclass(frozen=True)
class Hint:
    """A mechanism that a passage seems to speak of, offered and never inserted. Offsets in code points."""

    concept: str
    label: str
    start: int
    end: int
    quote: str
    strength: float


class Edited(Conflict):
    """The draft was saved elsewhere. `draft` is what is there now, so that nothing typed is lost."""

    def __init__(self, draft: DraftOpen) -> None:
        super().__init__(N_("This draft was saved in another window. Nothing of yours is lost: choose below."))
        self.draft = draft


def checksum(answers: Answers) -> str:
    """Eight letters over all answers, the same in every window that shows the same."""
    digest = hashlib.sha256()
    for name in sorted(answers):
        for value in answers[name]:
            digest.update(f"{len(name)}:{name}{len(value)}:{value}".encode())
    return digest.hexdigest()[:_CHECKSUM_LETTERS]


def _opened(record: Draft, content: DraftContent) -> DraftOpen:
    return DraftOpen(
        record.id, _saved(record, content), dict(content.answers), content.attachments, content.hints_rejected
    )


def _saved(record: Draft, content: DraftContent) -> Saved:
    return Saved(record.version, record.saved_at, checksum(content.answers))


def _personal(work: Work) -> UUID:
    if work.actor.personal is None:
        raise NotFound
    return work.actor.personal


@action(reading=True)
def list_(work: Work) -> Desk:
    """The interviewer's desk: drafts, what they filed, questions to them, cases they work on."""
    drafts = tuple(
        DraftListed(d.id, _saved(d, c), dict(c.answers))
        for d in work.all(Draft, Draft.author_id == work.actor.id)
        for c in [work.open(DraftContent, d)]
    )
    filed = work.all_own(Testimony)
    references = {t.id: t.reference for t in filed}
    questions = tuple(
        QuestionOpen(q.id, q.testimony_id, references.get(q.testimony_id, ""), c.text, q.state)
        for q in work.all(Question, Question.to_id == work.actor.id)
        for c in [work.open(QuestionContent, q)]
    )
    assignments = tuple(
        AssignmentOpen(a.case_id, c.label, c.instruction)
        for a in work.all(Assignment, Assignment.to_id == work.actor.id)
        for c in [work.open(AssignmentContent, a)]
    )
    readers = tuple(
        ReadersOpen(c.compartment_id, c.label)
        for label in work.all(FilingLabel, FilingLabel.to_id == work.actor.id)
        for c in [work.open(FilingLabelContent, label)]
    )
    wide = work.compartment(CASEWORK).id
    listed = tuple(
        FiledListed(t.id, t.reference, t.state, t.created_on.isoformat(), t.compartment_id != wide) for t in filed
    )
    return Desk(drafts, listed, questions, assignments, readers)


@action
def start(work: Work, answers: Answers) -> UUID:
    """A new draft with the answers preselected for it."""
    content = DraftContent(answers={name: tuple(values) for name, values in answers.items()})
    return work.seal_new(Draft, content, to=_personal(work), saved_at=work.now).id


@action(reading=True)
def read(work: Work, draft_id: UUID) -> DraftOpen:
    """One's own draft."""
    record = work.get(Draft, draft_id)
    return _opened(record, work.open(DraftContent, record))


@action
def save(
    work: Work,
    draft_id: UUID,
    answers: Answers,
    *,
    version: int,
    cleared: Iterable[str] = (),
    hints_rejected: Iterable[str] = (),
) -> Saved:
    """Put these answers in place of the same fields' earlier ones; `cleared` fields go.

    `Edited` (409) when the draft is no longer at `version`: nothing is written, and the error carries what is there.
    """
    record = work.get(Draft, draft_id)
    content = work.open(DraftContent, record)
    merged = {name: values for name, values in content.answers.items() if name not in set(cleared)}
    merged.update((name, tuple(values)) for name, values in answers.items())
    rejected = tuple(dict.fromkeys([*content.hints_rejected, *hints_rejected]))
    if merged == content.answers and rejected == content.hints_rejected:
        return _saved(record, content)
    if record.version != version:
        raise Edited(_opened(record, content))
    content = replace(content, answers=merged, hints_rejected=rejected)
    record.saved_at = work.now
    work.reseal(record, content)
    return _saved(record, content)


@action
def discard(work: Work, draft_id: UUID) -> None:
    """Throw one's own draft away, with its attachments."""
    record = work.get(Draft, draft_id)
    for attachment in work.open(DraftContent, record).attachments:
        release_object(work, attachment.id)
    work.remove(record)


# -- attachments


@action
def attach(
    work: Work, draft_id: UUID, name: str, media_type: str, parts: Iterable[bytes], description: str = ""
) -> Attachment:
    """Seal a file to the draft. The store holds ciphertext only; name and key are inside the draft.

    `Invalid` when the file is larger than the setting `attachment_mib`, empty, or one too many.
    """
    record = work.get(Draft, draft_id)
    content = work.open(DraftContent, record)
    settings = work.instance.settings
    if len(content.attachments) >= settings.draft_attachments:
        raise Invalid(fields={"file": [N_("This draft has as many attachments as it may have.")]})
    attachment = store(work, name, media_type, parts, description, record.id)
    work.reseal(record, replace(content, attachments=(*content.attachments, attachment)))
    record.saved_at = work.now
    return attachment


def store(
    work: Work, name: str, media_type: str, parts: Iterable[bytes], description: str, record_id: UUID
) -> Attachment:
    """Seal a file under a new key into the object store; taken back if the verb does not happen."""
    object_id, key = uuid4(), Secret.random()
    limit = work.instance.settings.attachment_mib << 20
    counted = _Counted(parts, limit)
    storage = work.instance.storage
    work.puts_outside(undo=lambda: storage.delete(object_id))
    storage.put(object_id, lock_stream(key, object_id, counted))
    if counted.size == 0:
        raise Invalid(fields={"file": [N_("This file is empty.")]})
    work.db.add(StoredObject(id=object_id, record_id=record_id))
    return Attachment(
        id=object_id,
        name=name,
        media_type=media_type,
        size=counted.size,
        sha256=counted.digest.digest(),
        key=key.reveal(),
        description=description,
    )


class _Counted:
    """Passes parts on while counting and hashing them; stops at the limit."""

    def __init__(self, parts: Iterable[bytes], limit: int) -> None:
        self.size = 0
        self.digest = hashlib.sha256()
        self._parts = parts
        self._limit = limit

    def __iter__(self) -> Iterator[bytes]:
        for part in self._parts:
            self.size += len(part)
            if self.size > self._limit:
                message = N_("This file is larger than %(limit)s MiB.")
                raise Invalid(message, fields={"file": [message]}, limit=self._limit >> 20)
            self.digest.update(part)
            yield part


def release_object(work: Work, object_id: UUID) -> None:
    """Forget a stored file once the verb has happened."""
    work.db.execute(delete(StoredObject).where(StoredObject.id == object_id))
    work.after_commit(lambda: work.instance.storage.delete(object_id))


@action
def detach(work: Work, draft_id: UUID, attachment_id: UUID) -> None:
    """Take a file off one's own draft."""
    record = work.get(Draft, draft_id)
    content = work.open(DraftContent, record)
    kept = tuple(a for a in content.attachments if a.id != attachment_id)
    if len(kept) == len(content.attachments):
        raise NotFound
    release_object(work, attachment_id)
    work.reseal(record, replace(content, attachments=kept))
    record.saved_at = work.now


# -- hints


@action(reading=True)
def hint(work: Work, text: str) -> Sequence[Hint]:
    """Mechanisms that a text seems to mention, with the words that caused them. Nothing is stored."""
    _, vocabulary, _ = current(work)
    lang = work.actor.language or "ko"
    return [
        Hint(m.concept, vocabulary.label(m.concept, lang), m.start, m.end, m.quote, m.strength)
        for m in mentions.find(text)
    ]


def filed_already(work: Work, draft_id: UUID) -> Testimony | None:
    """The testimony this draft has become, when somebody sends it twice."""
    return work.db.scalar(select(Testimony).where(Testimony.id == draft_id, Testimony.author_id == work.actor.id))
