"""Deciding what may be said: one redaction per testimony and audience, two people, every decision an event."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from intake.actions.consent import Ceiling, check_consent
from intake.actions.production import produce, signed_manifest, watched_of
from intake.actions.testimony import identity_of
from intake.actions.vocabulary import current
from intake.errors import N_, Conflict, Invalid, NotFound, Refused
from intake.language.normalise import nfc
from intake.models.compartment import CASEWORK, IDENTITIES
from intake.models.redaction import (
    Decision,
    DecisionEvent,
    Method,
    Redaction,
    RedactionContent,
    RedactionState,
    Release,
    ReleaseContent,
    ReleasedFile,
    ReleaseState,
    Remark,
)
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState
from intake.rendering.leaks import Leak, Watched, check_file, check_text
from intake.rendering.redacted import Replacement, redact
from intake.sealing.keys import Secret
from intake.sealing.labels import Label
from intake.work import Work, action, expect_version

CONTEXT = 32
FIELDS = ("mechanisms", "country", "province", "year", "sector", "indicators", "focus_areas", "sex")
"""The allow-list: what besides redacted text a release may say. Everything else has no way into one."""


@dataclass(frozen=True)
class RedactionOpen:
    """A redaction at work, with its source."""

    id: UUID
    testimony_id: UUID
    reference: str
    audience: str
    state: RedactionState
    version: int
    mine: bool
    source_current: bool
    source: TestimonyContent
    content: RedactionContent
    decisions: tuple[Decision, ...]
    preview: str
    leaks: tuple[Leak, ...]
    redactor: str
    ceiling: Ceiling
    can_undo: bool
    can_redo: bool


@dataclass(frozen=True)
class SpanGiven:
    """A decision as the reviewer gives it. `all_occurrences` repeats it wherever the same words stand."""

    start: int
    end: int
    kind: str
    method: Method
    replacement: str
    reason: str
    note: str = ""
    group: str = ""
    rule: str = ""
    all_occurrences: bool = False


def replacements(decisions: Sequence[Decision]) -> list[Replacement]:
    """Decisions as the text builder takes them."""
    return [
        Replacement(d.start, d.end, "" if d.method is Method.DELETE else d.replacement, d.method is Method.PSEUDONYM)
        for d in decisions
        if d.method is not Method.KEEP
    ]


def _source(work: Work, redaction: Redaction) -> tuple[Testimony, TestimonyContent]:
    testimony = work.get(Testimony, redaction.testimony_id)
    if testimony.state is TestimonyState.WITHDRAWN:
        raise NotFound(N_("This testimony was withdrawn. Its content no longer exists."))
    return testimony, work.open(TestimonyContent, testimony)


@action
def start(work: Work, testimony_id: UUID, *, audience: str, purpose: str, identity: str) -> UUID:
    """Begin a redaction for one audience; `Invalid` when the witness's consent does not reach that far."""
    testimony = work.get(Testimony, testimony_id)
    if testimony.state is TestimonyState.WITHDRAWN:
        raise NotFound(N_("This testimony was withdrawn. Its content no longer exists."))
    source = work.open(TestimonyContent, testimony)
    check_consent(work, source.consent, audience=audience, purpose=purpose, identity=identity)
    twice = select(Redaction.id).where(Redaction.testimony_id == testimony_id, Redaction.audience == audience)
    if work.db.scalar(twice) is not None:
        raise Conflict(N_("There is a redaction for this audience already."))
    content = RedactionContent(
        purpose=purpose,
        identity=identity,
        fields=FIELDS,
        source_digest=testimony.digest,
        pseudonym_seed=Secret.random().reveal(),
    )
    testimony.state = TestimonyState.IN_REVIEW
    work.touch(testimony)
    work.about = None
    return work.seal_new(
        Redaction,
        content,
        to=CASEWORK,
        testimony_id=testimony_id,
        audience=audience,
        state=RedactionState.WORKING,
        redactor_id=work.actor.id,
    ).id


@action(reading=True)
def read(work: Work, redaction_id: UUID) -> RedactionOpen:
    """The workbench: source, decisions, preview, and what the check finds in the preview."""
    redaction = work.get(Redaction, redaction_id)
    testimony, source = _source(work, redaction)
    content = work.open(RedactionContent, redaction)
    decisions = content.decisions()
    preview = redact(source.narrative, replacements(decisions))
    ids = (redaction.redactor_id,)
    return RedactionOpen(
        redaction.id,
        testimony.id,
        testimony.reference,
        redaction.audience,
        redaction.state,
        redaction.version,
        redaction.redactor_id == work.actor.id,
        content.source_digest == testimony.digest,
        source,
        content,
        decisions,
        preview,
        tuple(check_text(preview, watched_of(source, None, decisions))),
        work.names(ids).get(redaction.redactor_id, ""),
        Ceiling.of(source.consent),
        len(content.events) > content.undone,
        content.undone > 0,
    )


def _working(work: Work, redaction_id: UUID, version: int | None) -> tuple[Redaction, RedactionContent]:
    redaction = work.get(Redaction, redaction_id)
    expect_version(redaction, version)
    if redaction.redactor_id != work.actor.id:
        raise Refused(N_("Somebody else is redacting this testimony for this audience."))
    if redaction.state not in (RedactionState.WORKING, RedactionState.RETURNED):
        raise Conflict(N_("This redaction has been sent on."))
    return redaction, work.open(RedactionContent, redaction)


def _push(work: Work, redaction: Redaction, content: RedactionContent, event: DecisionEvent) -> None:
    kept = content.events[: len(content.events) - content.undone]
    work.reseal(redaction, replace(content, events=(*kept, event), undone=0))


def _stamp(work: Work) -> str:
    return work.now.replace(microsecond=0).isoformat()


@action
def decide(
    work: Work,
    redaction_id: UUID,
    given: Sequence[SpanGiven],
    *,
    remove: Sequence[str] = (),
    version: int | None = None,
) -> tuple[str, ...]:
    """Put decisions in and take decisions out, as one event. Returns the new decisions' ids.

    `Invalid` for a span outside the text, an unknown kind, method or reason, or a missing replacement.
    """
    redaction, content = _working(work, redaction_id, version)
    _, source = _source(work, redaction)
    _, vocabulary, _ = current(work)
    reasons = {c.id for c in vocabulary.scheme("reason")}
    made: list[Decision] = []
    for span in given:
        _check_span(span, source.narrative, reasons)
        places = _occurrences(source.narrative, span)
        made.extend(_decision(source.narrative, span, start, end) for start, end in places)
    redact(source.narrative, replacements([d for d in content.decisions() if d.id not in remove] + made))
    event = DecisionEvent(by=_me(work), at=_stamp(work), added=tuple(made), removed=tuple(remove))
    _push(work, redaction, content, event)
    return tuple(d.id for d in made)


def _me(work: Work) -> UUID:
    if work.actor.id is None:
        raise Refused
    return work.actor.id


def _check_span(span: SpanGiven, narrative: str, reasons: set[str]) -> None:
    fields: dict[str, list[str]] = {}
    if not 0 <= span.start < span.end <= len(narrative):
        fields["start"] = [N_("This is not a place in the text.")]
    if span.reason not in reasons:
        fields["reason"] = [N_("Choose a reason.")]
    if not span.kind:
        fields["kind"] = [N_("Choose what this is.")]
    if span.method in (Method.PSEUDONYM, Method.GENERALISE, Method.MASK) and not span.replacement.strip():
        fields["replacement"] = [N_("Say what stands there instead.")]
    if not fields and span.replacement and span.method is not Method.KEEP:
        hidden = nfc(narrative[span.start : span.end]).strip()
        if hidden and hidden in nfc(span.replacement):
            fields["replacement"] = [N_("The replacement contains what it should hide.")]
    if fields:
        raise Invalid(fields=fields)


def _occurrences(narrative: str, span: SpanGiven) -> list[tuple[int, int]]:
    if not span.all_occurrences:
        return [(span.start, span.end)]
    quote, found, at = narrative[span.start : span.end], [], 0
    while (at := narrative.find(quote, at)) >= 0:
        found.append((at, at + len(quote)))
        at += len(quote)
    return found


def _decision(narrative: str, span: SpanGiven, start: int, end: int) -> Decision:
    return Decision(
        id=Secret.random().reveal().hex()[:16],
        start=start,
        end=end,
        quote=narrative[start:end],
        kind=span.kind,
        method=span.method,
        replacement=nfc(span.replacement),
        reason=span.reason,
        note=span.note,
        group=span.group,
        rule=span.rule,
        before=narrative[max(0, start - CONTEXT) : start],
        after=narrative[end : end + CONTEXT],
    )


@action
def undo(work: Work, redaction_id: UUID, *, version: int | None = None) -> None:
    """Take the last event back."""
    redaction, content = _working(work, redaction_id, version)
    if content.undone >= len(content.events):
        raise Conflict(N_("There is nothing to undo."))
    work.reseal(redaction, replace(content, undone=content.undone + 1))


@action
def restore(work: Work, redaction_id: UUID, *, version: int | None = None) -> None:
    """Put the last undone event back."""
    redaction, content = _working(work, redaction_id, version)
    if content.undone == 0:
        raise Conflict(N_("There is nothing to restore."))
    work.reseal(redaction, replace(content, undone=content.undone - 1))


@action
def send(work: Work, redaction_id: UUID, *, version: int | None = None) -> tuple[Leak, ...]:
    """Produce the files, check them against every redacted string and every name of the identity record, sign them,
    and hand them to a second reviewer. Any blocking leak keeps the redaction where it is and is returned."""
    work.needs(IDENTITIES)
    redaction, content = _working(work, redaction_id, version)
    testimony, source = _source(work, redaction)
    if content.source_digest != testimony.digest:
        raise Conflict(N_("The testimony has a newer version. Look through the decisions again."))
    check_consent(work, source.consent, audience=redaction.audience, purpose=content.purpose, identity=content.identity)
    witness = identity_of(work, testimony.id)
    decisions = content.decisions()
    files = produce(work, source, redaction.audience, content, redact(source.narrative, replacements(decisions)))
    leaks = find_leaks(files, watched_of(source, witness, decisions))
    if any(leak.severity == "block" for leak in leaks):
        return leaks
    manifest = signed_manifest(work, redaction, content, files)
    signature = work.actor.keyring.signer.sign(Label.RELEASE_SIGNATURE, manifest)
    redaction.state = RedactionState.SENT
    redaction.approver_id = None
    work.reseal(redaction, replace(content, proposal=files, redactor_signature=signature))
    return leaks


def find_leaks(files: Sequence[ReleasedFile], watched: Sequence[Watched]) -> tuple[Leak, ...]:
    """What the check finds in the produced bytes themselves."""
    found: list[Leak] = []
    for file in files:
        found.extend(check_file(file.data, f"release.{file.extension}", watched))
    return tuple(found)


@action(reading=True)
def preview(work: Work, redaction_id: UUID, extension: str = "html") -> ReleasedFile:
    """A proposed file, exactly as it would be released: what the second reviewer reads cold."""
    redaction = work.get(Redaction, redaction_id)
    _source(work, redaction)
    content = work.open(RedactionContent, redaction)
    for file in content.proposal:
        if file.extension == extension:
            return file
    raise NotFound


def _second(work: Work, redaction_id: UUID) -> tuple[Redaction, RedactionContent]:
    redaction = work.get(Redaction, redaction_id)
    if redaction.redactor_id == work.actor.id:
        raise Refused(N_("Somebody else has to approve what you redacted."))
    if redaction.state is not RedactionState.SENT:
        raise Conflict(N_("This redaction is not waiting for a second reviewer."))
    return redaction, work.open(RedactionContent, redaction)


@action
def return_(work: Work, redaction_id: UUID, reason: str) -> None:
    """Send it back to the redactor with a word why."""
    if not reason.strip():
        raise Invalid(fields={"reason": [N_("Say what has to change.")]})
    redaction, content = _second(work, redaction_id)
    remark = Remark(by=_me(work), at=_stamp(work), kind="returned", text=reason)
    redaction.state = RedactionState.RETURNED
    cleared = replace(content, remarks=(*content.remarks, remark), proposal=(), redactor_signature=b"")
    work.reseal(redaction, cleared)


@action
def approve(work: Work, redaction_id: UUID, *, digest: str, guess: str = "") -> UUID:
    """Approve exactly the files whose manifest hash one was shown, and release them.

    Not the redactor; with a step-up; consent, identity leak check and the redactor's signature are checked again now.
    """
    work.needs(IDENTITIES)
    redaction, content = _second(work, redaction_id)
    testimony, source = _source(work, redaction)
    if content.source_digest != testimony.digest:
        raise Conflict(N_("The testimony has a newer version. Look through the decisions again."))
    check_consent(work, source.consent, audience=redaction.audience, purpose=content.purpose, identity=content.identity)
    manifest = signed_manifest(work, redaction, content, content.proposal)
    if not hmac.compare_digest(hashlib.sha256(manifest).hexdigest(), digest):
        raise Conflict(N_("These are not the files you were shown. Read them again."))
    redactor = work.directory.verify_key(redaction.redactor_id)
    redactor.verify(Label.RELEASE_SIGNATURE, manifest, content.redactor_signature)
    watched = watched_of(source, identity_of(work, testimony.id), content.decisions())
    if any(leak.severity == "block" for leak in find_leaks(content.proposal, watched)):
        raise Conflict(N_("The check found something that must not leave. Return it to the redactor."))
    redaction.state = RedactionState.APPROVED
    redaction.approver_id = _me(work)
    remark = Remark(by=_me(work), at=_stamp(work), kind="cold-read", text=guess)
    work.reseal(redaction, replace(content, remarks=(*content.remarks, remark)))
    testimony.state = TestimonyState.RELEASED
    work.touch(testimony)
    numbers = select(Release.number).where(Release.testimony_id == testimony.id, Release.audience == redaction.audience)
    release = ReleaseContent(
        purpose=content.purpose,
        identity=content.identity,
        files=content.proposal,
        manifest=manifest,
        redactor_signature=content.redactor_signature,
        approver_signature=work.actor.keyring.signer.sign(Label.APPROVAL_SIGNATURE, manifest),
    )
    work.about = redaction.id
    return work.seal_new(
        Release,
        release,
        to=CASEWORK,
        testimony_id=testimony.id,
        redaction_id=redaction.id,
        audience=redaction.audience,
        number=max(work.db.scalars(numbers).all(), default=0) + 1,
        digest_sha256=hashlib.sha256(manifest).digest(),
        state=ReleaseState.RELEASED,
        redactor_id=redaction.redactor_id,
        approver_id=_me(work),
    ).id
