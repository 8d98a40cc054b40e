"""Releases: what was approved, handing it out, and calling it back."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from intake.actions.consent import check_consent
from intake.errors import N_, Conflict, Damaged, Invalid, NotFound
from intake.models.redaction import Release, ReleaseContent, ReleasedFile, ReleaseState
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState
from intake.sealing.labels import Label
from intake.work import Work, action


@dataclass(frozen=True)
class ReleaseListed:
    """A line of the register of releases."""

    id: UUID
    testimony_id: UUID
    reference: str
    audience: str
    number: int
    state: ReleaseState
    released_on: str
    digest: str
    redactor: str
    approver: str


@dataclass(frozen=True)
class ReleaseOpen:
    """One release with its files."""

    listed: ReleaseListed
    content: ReleaseContent


def _listed(work: Work, releases: Sequence[Release]) -> list[ReleaseListed]:
    names = work.names([i for r in releases for i in (r.redactor_id, r.approver_id)])
    listed = []
    for r in releases:
        testimony = work.row(Testimony, r.testimony_id)
        listed.append(
            ReleaseListed(
                r.id,
                r.testimony_id,
                testimony.reference,
                r.audience,
                r.number,
                r.state,
                r.created_on.isoformat(),
                r.digest_sha256.hex(),
                names.get(r.redactor_id, ""),
                names.get(r.approver_id, ""),
            )
        )
    return listed


@action(reading=True)
def list_(work: Work) -> Sequence[ReleaseListed]:
    """Every release, newest first."""
    listed = _listed(work, work.all(Release))
    work.about = None
    return listed


@action(reading=True)
def read(work: Work, release_id: UUID) -> ReleaseOpen:
    """One release: its files, manifest and signatures."""
    release = work.get(Release, release_id)
    if not release.box:
        raise NotFound(N_("This release was withdrawn with its testimony."))
    return ReleaseOpen(_listed(work, [release])[0], work.open(ReleaseContent, release))


@action(reading=True)
def download(work: Work, release_id: UUID, extension: str) -> tuple[str, ReleasedFile]:
    """One file of a release, its hash and both signatures checked, and the consent asked again. Returns its file
    name, which tells nothing, and the file."""
    release = work.get(Release, release_id)
    if release.state is ReleaseState.RECALLED:
        raise Conflict(N_("This release was recalled."))
    testimony = work.get(Testimony, release.testimony_id)
    if testimony.state is TestimonyState.WITHDRAWN:
        raise NotFound
    work.about = release.id
    content = work.open(ReleaseContent, release)
    consent = work.open(TestimonyContent, testimony).consent
    check_consent(work, consent, audience=release.audience, purpose=content.purpose, identity=content.identity)
    verify_signatures(work, release, content)
    for file in content.files:
        if file.extension == extension:
            if not hmac.compare_digest(hashlib.sha256(file.data).digest(), file.sha256):
                raise Damaged
            return f"release-{release.digest_sha256.hex()[:12]}.{extension}", file
    raise NotFound


def verify_signatures(work: Work, release: Release, content: ReleaseContent) -> None:
    """`Damaged` unless two different certified people signed exactly this manifest and it names exactly these files."""
    if release.redactor_id == release.approver_id:
        raise Damaged
    redactor = work.directory.verify_key(release.redactor_id)
    redactor.verify(Label.RELEASE_SIGNATURE, content.manifest, content.redactor_signature)
    approver = work.directory.verify_key(release.approver_id)
    approver.verify(Label.APPROVAL_SIGNATURE, content.manifest, content.approver_signature)
    if hashlib.sha256(content.manifest).digest() != release.digest_sha256:
        raise Damaged
    if any(file.sha256.hex().encode() not in content.manifest for file in content.files):
        raise Damaged


@action
def recall(work: Work, release_id: UUID, reason: str) -> None:
    """Call a release back: it can no longer be handed out, and says why."""
    if not reason.strip():
        raise Invalid(fields={"reason": [N_("Say why it is recalled.")]})
    release = work.get(Release, release_id)
    if release.state is ReleaseState.RECALLED:
        raise Conflict(N_("This release was recalled."))
    release.state = ReleaseState.RECALLED
    work.reseal(release, replace(work.open(ReleaseContent, release), recall_reason=reason))
