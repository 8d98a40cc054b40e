"""The second pair of eyes: reading cold, then the decisions, then agreeing to exactly these bytes or returning them."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from intake.actions.bench import examined, me, opened, proposal_digest, remarked, source_of
from intake.actions.consent import Ceiling
from intake.actions.decisions import tokens
from intake.actions.inspection import Finding
from intake.actions.production import as_read, build
from intake.errors import N_, Conflict, Invalid, NotFound, Refused
from intake.models.compartment import IDENTITIES
from intake.models.redaction import (
    Decision,
    Redaction,
    RedactionContent,
    RedactionState,
    Release,
    ReleaseContent,
    ReleasedFile,
    ReleaseState,
    RemarkKind,
)
from intake.models.testimony import Testimony, TestimonyState
from intake.sealing.labels import Label
from intake.work import Work, action

_GROUP = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Review:
    """What a second reviewer sees. Until they have written down what they could guess, only the released text."""

    id: UUID
    testimony_id: UUID
    reference: str
    audience: str
    purpose: str
    identity: str
    version: int
    redactor: str
    mine: bool
    ceiling: Ceiling
    told: dict[str, Any]
    files: tuple[ReleasedFile, ...]
    digest: str
    guess: str | None
    content: RedactionContent | None
    decisions: tuple[Decision, ...]
    tokens: dict[str, str]
    findings: tuple[Finding, ...]
    narrative: str
    text: str
    agreed: frozenset[str]
    names: dict[UUID, str]


def _second(work: Work, redaction_id: UUID) -> tuple[Redaction, RedactionContent]:
    """The redaction, for somebody who may approve it: nobody who had a hand in any of its decisions."""
    redaction, content = opened(work, redaction_id)
    if work.actor.id in content.hands() | {redaction.redactor_id}:
        raise Refused(N_("Somebody else has to approve what you redacted."))
    if redaction.state is not RedactionState.SENT:
        raise Conflict(N_("This redaction is not waiting for a second reviewer."))
    return redaction, content


def _guess_of(content: RedactionContent, person: UUID, digest: str) -> str | None:
    mine = [r.text for r in content.remarks if r.kind is RemarkKind.GUESS and r.by == person and r.about == digest]
    return mine[-1] if mine else None


@action(reading=True)
def read(work: Work, redaction_id: UUID) -> Review:
    """The released text alone; with the decisions and the leak report once one has said what one could guess."""
    redaction, content = _second(work, redaction_id)
    testimony, source = source_of(work, redaction)
    _, digest = proposal_digest(work, redaction, content)
    guess = _guess_of(content, me(work), digest)
    findings: tuple[Finding, ...] = ()
    seen = guess is not None
    text = ""
    if seen:
        _, findings = examined(work, redaction, content, content.proposal)
        text = build(work, source, redaction.audience, content, content.decisions()).text
    names = work.names({redaction.redactor_id, *content.hands(), *(r.by for r in content.remarks)})
    return Review(
        id=redaction.id,
        testimony_id=testimony.id,
        reference=testimony.reference,
        audience=redaction.audience,
        purpose=content.purpose,
        identity=content.identity,
        version=redaction.version,
        redactor=names.get(redaction.redactor_id, ""),
        mine=False,
        ceiling=Ceiling.of(source.consent),
        told=as_read(content.proposal),
        files=content.proposal,
        digest=digest,
        guess=guess,
        content=content if seen else None,
        decisions=content.decisions() if seen else (),
        tokens=tokens(content, source.language) if seen else {},
        findings=findings,
        narrative=source.narrative if seen else "",
        text=text,
        agreed=frozenset(r.about for r in content.remarks if r.kind is RemarkKind.AGREED and r.by == work.actor.id),
        names=names,
    )


@action(reading=True)
def preview(work: Work, redaction_id: UUID, extension: str) -> ReleasedFile:
    """A proposed file, exactly as it would be released."""
    redaction, content = opened(work, redaction_id)
    source_of(work, redaction)
    for file in content.proposal:
        if file.extension == extension:
            return file
    raise NotFound


@action
def guess(work: Work, redaction_id: UUID, text: str) -> None:
    """Write down who or where one could guess from the released text alone; then the decisions are shown."""
    redaction, content = _second(work, redaction_id)
    _, digest = proposal_digest(work, redaction, content)
    work.reseal(redaction, remarked(work, content, RemarkKind.GUESS, text, digest))


@action
def object_(work: Work, redaction_id: UUID, text: str, about: str) -> None:
    """Disagree with one decision. An open objection stands in the way of approving."""
    redaction, content = _second(work, redaction_id)
    work.reseal(redaction, remarked(work, content, RemarkKind.OBJECTION, text, about))


@action
def agree(work: Work, redaction_id: UUID, about: str, *, yes: bool = True) -> None:
    """Note that one group of decisions was looked at and found right (or take the note back). Nothing hangs on it but
    one's own order: what was looked at yesterday need not be looked at again, what changed since has no note."""
    redaction, content = _second(work, redaction_id)
    if not _GROUP.fullmatch(about):
        raise Invalid(fields={"about": [N_("Choose what you agree to.")]})
    kept = [
        r for r in content.remarks if not (r.kind is RemarkKind.AGREED and r.by == work.actor.id and r.about == about)
    ]
    content = replace(content, remarks=tuple(kept))
    work.reseal(redaction, remarked(work, content, RemarkKind.AGREED, "✓", about) if yes else content)


@action
def return_(work: Work, redaction_id: UUID, reason: str) -> None:
    """Send it back to the redactor with a word why."""
    redaction, content = _second(work, redaction_id)
    returned = remarked(work, content, RemarkKind.RETURNED, reason)
    redaction.state = RedactionState.RETURNED
    work.reseal(redaction, replace(returned, proposal=(), redactor_signature=b""))


@action
def approve(work: Work, redaction_id: UUID, *, digest: str) -> UUID:
    """Approve exactly the files whose manifest hash one was shown, and release them.

    By somebody who had no hand in it, with a step-up, after the cold read. Consent, the leak check on the very bytes
    and the redactor's signature over them are asked again now.
    """
    redaction, content = _second(work, redaction_id)
    work.needs(IDENTITIES)
    manifest, shown = proposal_digest(work, redaction, content)
    if not hmac.compare_digest(shown.encode(), digest.encode()):
        raise Conflict(N_("These are not the files you were shown. Read them again."))
    if _guess_of(content, me(work), shown) is None:
        raise Conflict(N_("Read the released text first, and write down what you could guess."))
    if content.open_remarks((RemarkKind.OBJECTION,)):
        raise Conflict(N_("An objection is still open. Settle it, or return the redaction."))
    signer = work.directory.verify_key(redaction.redactor_id)
    signer.verify(Label.RELEASE_SIGNATURE, manifest, content.redactor_signature)
    _, findings = examined(work, redaction, content, content.proposal)
    if any(finding.blocks for finding in findings):
        raise Conflict(N_("The check found something that must not leave. Return it to the redactor."))
    return _release(work, redaction, content, manifest)


def _release(work: Work, redaction: Redaction, content: RedactionContent, manifest: bytes) -> UUID:
    testimony = work.get(Testimony, redaction.testimony_id)
    redaction.state = RedactionState.APPROVED
    redaction.approver_id = me(work)
    work.reseal(redaction, replace(content, proposal=(), redactor_signature=b""))
    testimony.state = TestimonyState.RELEASED
    work.touch(testimony)
    numbers = select(Release.number).where(Release.testimony_id == testimony.id, Release.audience == redaction.audience)
    sealed = ReleaseContent(
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
        sealed,
        to=testimony.compartment_id,
        testimony_id=testimony.id,
        redaction_id=redaction.id,
        audience=redaction.audience,
        number=max(work.db.scalars(numbers).all(), default=0) + 1,
        digest_sha256=hashlib.sha256(manifest).digest(),
        state=ReleaseState.RELEASED,
        redactor_id=redaction.redactor_id,
        approver_id=me(work),
    ).id
