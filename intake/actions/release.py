"""Releases: what was approved, handing it out, who has it, and calling it back."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from intake.actions.consent import check_consent
from intake.actions.production import as_read
from intake.actions.verification import proof, verify_signatures
from intake.errors import N_, Conflict, Invalid, NotFound
from intake.language.normalise import nfc
from intake.models.redaction import HandOut, HandOutContent, Release, ReleaseContent, ReleasedFile, ReleaseState
from intake.models.testimony import Permission, Testimony, TestimonyContent, TestimonyState
from intake.sealing.age import lock_to
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
    withdrawn: bool
    released_on: str
    digest: str
    redactor: str
    approver: str
    handed_out: int
    to_tell: int


@dataclass(frozen=True)
class HandedOut:
    """Somebody who has it."""

    id: UUID
    on: str
    by: str
    content: HandOutContent


@dataclass(frozen=True)
class ReleaseOpen:
    """One release with its files (none after a withdrawal), who has it, and what in today's consent contradicts it."""

    listed: ReleaseListed
    content: ReleaseContent | None
    number: str
    recipients: tuple[HandedOut, ...]
    contradiction: str
    others: tuple[ReleaseListed, ...]


@dataclass(frozen=True)
class Difference:
    """A stretch that two releases tell differently; `kind` is same, added, removed or changed."""

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def _handed_out(work: Work, releases: Sequence[Release]) -> dict[UUID, list[HandedOut]]:
    rows = work.all(HandOut, HandOut.release_id.in_([r.id for r in releases]))
    names = work.names(row.author_id for row in rows)
    found: dict[UUID, list[HandedOut]] = {}
    for row in rows:
        line = HandedOut(
            row.id, row.created_on.isoformat(), names.get(row.author_id, ""), work.open(HandOutContent, row)
        )
        found.setdefault(row.release_id, []).append(line)
    return found


def _listed(work: Work, releases: Sequence[Release], out: dict[UUID, list[HandedOut]]) -> list[ReleaseListed]:
    names = work.names([i for r in releases for i in (r.redactor_id, r.approver_id)])
    listed = []
    for r in releases:
        testimony = work.row(Testimony, r.testimony_id)
        recipients = out.get(r.id, [])
        gone = r.state is ReleaseState.RECALLED
        listed.append(
            ReleaseListed(
                id=r.id,
                testimony_id=r.testimony_id,
                reference=testimony.reference,
                audience=r.audience,
                number=r.number,
                state=r.state,
                withdrawn=testimony.state is TestimonyState.WITHDRAWN,
                released_on=r.created_on.isoformat(),
                digest=r.digest_sha256.hex(),
                redactor=names.get(r.redactor_id, ""),
                approver=names.get(r.approver_id, ""),
                handed_out=len(recipients),
                to_tell=sum(1 for h in recipients if gone and not h.content.told_of_recall_on),
            )
        )
    return listed


@action(reading=True)
def list_(work: Work) -> Sequence[ReleaseListed]:
    """Every release, newest first."""
    releases = work.all(Release)
    listed = _listed(work, releases, _handed_out(work, releases))
    work.about = None
    return listed


@action(reading=True)
def read(work: Work, release_id: UUID) -> ReleaseOpen:
    """One release: its files and signatures, to whom it went, and whether the consent still allows it."""
    release = work.get(Release, release_id)
    siblings = work.all(Release, Release.testimony_id == release.testimony_id, Release.audience == release.audience)
    out = _handed_out(work, siblings)
    listed = {line.id: line for line in _listed(work, siblings, out)}
    testimony = work.row(Testimony, release.testimony_id)
    work.about = release.id
    content = work.open(ReleaseContent, release) if release.box else None
    contradiction = ""
    if content is not None and testimony.state is not TestimonyState.WITHDRAWN:
        verify_signatures(work, release, content)
        try:
            _allowed(work, release, content.purpose, content)
        except Invalid as problem:
            contradiction = problem.message
    return ReleaseOpen(
        listed=listed[release.id],
        content=content,
        number=str(as_read(content.files)["number"]) if content else "",
        recipients=tuple(out.get(release.id, ())),
        contradiction=contradiction,
        others=tuple(line for line in listed.values() if line.id != release.id),
    )


def _allowed(work: Work, release: Release, purpose: str, content: ReleaseContent) -> Permission:
    testimony = work.get(Testimony, release.testimony_id)
    if testimony.state is TestimonyState.WITHDRAWN:
        raise NotFound(N_("This release was withdrawn with its testimony."))
    consent = work.open(TestimonyContent, testimony).consent
    return check_consent(work, consent, audience=release.audience, purpose=purpose, identity=content.identity)


def _leaving(work: Work, release_id: UUID, purpose: str = "") -> tuple[Release, ReleaseContent, Permission]:
    """A release that may leave now: not recalled, both signatures over exactly these bytes, consent asked again."""
    release = work.get(Release, release_id)
    if not release.box:
        raise NotFound(N_("This release was withdrawn with its testimony."))
    if release.state is ReleaseState.RECALLED:
        raise Conflict(N_("This release was recalled."))
    content = work.open(ReleaseContent, release)
    permission = _allowed(work, release, purpose or content.purpose, content)
    verify_signatures(work, release, content)
    work.about = release.id
    return release, content, permission


def _file(content: ReleaseContent, extension: str) -> ReleasedFile:
    for file in content.files:
        if file.extension == extension:
            return file
    raise NotFound


def file_name(release: Release, extension: str) -> str:
    """A name that tells nothing of what is inside."""
    return f"release-{release.digest_sha256.hex()[:12]}.{extension}"


@action(reading=True)
def download(work: Work, release_id: UUID, extension: str) -> tuple[str, ReleasedFile]:
    """One file of a release, or its proof (`proof`), with everything checked again. `Damaged` for a changed byte."""
    release, content, _ = _leaving(work, release_id)
    if extension == "proof":
        data = proof(work, release, content)
        made = ReleasedFile(media_type="application/json", extension="proof.json", data=data, sha256=b"")
        return file_name(release, made.extension), made
    return file_name(release, extension), _file(content, extension)


@action
def hand_out(
    work: Work,
    release_id: UUID,
    *,
    recipient: str,
    purpose: str,
    extension: str,
    encrypted_to: str = "",
    note: str = "",
) -> UUID:
    """Write down that a release goes to somebody, for a purpose the witness agreed to; `Invalid` otherwise.

    `encrypted_to`: the recipient's age key; the file of this line is then locked to it.
    """
    recipient, note = nfc(recipient).strip(), nfc(note).strip()
    if not 0 < len(recipient) <= 300:
        raise Invalid(fields={"recipient": [N_("Say who receives it.")]})
    release, content, permission = _leaving(work, release_id, purpose)
    file = _file(content, extension)
    if encrypted_to:
        lock_to(encrypted_to, file.data[:0])
    line = HandOutContent(
        recipient=recipient,
        purpose=purpose,
        consent=f"{permission.purpose} · {permission.audience} · {permission.identity}",
        extension=extension,
        encrypted_to=encrypted_to.strip(),
        note=note[:4000],
    )
    work.about = release.id
    return work.seal_new(HandOut, line, to=release.compartment_id, release_id=release.id).id


@action(reading=True)
def collect(work: Work, hand_out_id: UUID) -> tuple[str, ReleasedFile]:
    """The file of a line of the register, for that recipient: everything checked again, and locked to their key."""
    line = work.open(HandOutContent, row := work.get(HandOut, hand_out_id))
    release, content, _ = _leaving(work, row.release_id, line.purpose)
    file, name = _file(content, line.extension), file_name(release, line.extension)
    if not line.encrypted_to:
        return name, file
    data = lock_to(line.encrypted_to, file.data)
    return f"{name}.age", replace(file, data=data, media_type="application/octet-stream")


@action
def recall(work: Work, release_id: UUID, reason: str) -> None:
    """Call a release back: it can no longer be handed out, and says why. Whoever has it is still to be told."""
    if not reason.strip():
        raise Invalid(fields={"reason": [N_("Say why it is recalled.")]})
    release = work.get(Release, release_id)
    if release.state is ReleaseState.RECALLED or not release.box:
        raise Conflict(N_("This release was recalled."))
    release.state = ReleaseState.RECALLED
    work.reseal(release, replace(work.open(ReleaseContent, release), recall_reason=nfc(reason).strip()))


@action
def tell(work: Work, hand_out_id: UUID) -> UUID:
    """Note that a recipient was told of the recall. Returns the release."""
    line = work.get(HandOut, hand_out_id)
    release = work.get(Release, line.release_id)
    if release.state is not ReleaseState.RECALLED:
        raise Conflict(N_("This release was not recalled."))
    work.reseal(line, replace(work.open(HandOutContent, line), told_of_recall_on=work.today.isoformat()))
    return release.id


@action(reading=True)
def compare(work: Work, release_id: UUID, other_id: UUID) -> tuple[Difference, ...]:
    """What a release tells differently from another of the same testimony, paragraph by paragraph."""
    release, other = work.get(Release, release_id), work.get(Release, other_id)
    if release.testimony_id != other.testimony_id or not release.box or not other.box:
        raise NotFound
    new, old = (_paragraphs(work.open(ReleaseContent, one)) for one in (release, other))
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    kinds = {"equal": "same", "insert": "added", "delete": "removed", "replace": "changed"}
    return tuple(Difference(kinds[tag], tuple(old[a:b]), tuple(new[c:d])) for tag, a, b, c, d in matcher.get_opcodes())


def _paragraphs(content: ReleaseContent) -> list[str]:
    return [str(paragraph) for paragraph in as_read(content.files)["paragraphs"]]
