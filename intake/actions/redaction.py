"""Deciding what may be said: one redaction per testimony and audience, in one pair of hands, every step an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from intake.actions.bench import (
    Bench,
    Checked,
    bench,
    examined,
    fresh,
    idle,
    me,
    open_witness,
    opened,
    read_record,
    remarked,
    source_of,
    stamp,
)
from intake.actions.consent import check_consent
from intake.actions.decisions import SOMEBODY_NEW, SpanGiven, check_span, group_for, make, mask_of, new_id, re_anchor
from intake.actions.inspection import Finding, watched_of
from intake.actions.production import FIELDS, USUAL, build, signed_manifest
from intake.actions.rule import remember, written
from intake.actions.vocabulary import current
from intake.errors import N_, Conflict, Invalid, NotFound, Refused
from intake.models.redaction import (
    Decision,
    DecisionEvent,
    Method,
    Redaction,
    RedactionContent,
    RedactionState,
    RemarkKind,
    TurnedDown,
)
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState
from intake.rendering.leaks import Watch
from intake.sealing.keys import Secret
from intake.sealing.labels import Label
from intake.work import Work, action, expect_version

# -- beginning and looking


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
        fields=USUAL,
        source_digest=testimony.digest,
        held_at=stamp(work),
        pseudonym_seed=Secret.random().reveal(),
    )
    if testimony.state is TestimonyState.FILED:
        testimony.state = TestimonyState.IN_REVIEW
        work.touch(testimony)
    work.about = None
    return work.seal_new(
        Redaction,
        content,
        to=testimony.compartment_id,
        testimony_id=testimony_id,
        audience=audience,
        state=RedactionState.WORKING,
        redactor_id=me(work),
    ).id


@action(reading=True)
def read(work: Work, redaction_id: UUID) -> Bench:
    """The workbench: source, decisions, suggestions, and what the check finds in the text as it would be released."""
    return bench(work, redaction_id)


def _working(work: Work, redaction_id: UUID, version: int | None) -> tuple[Redaction, RedactionContent]:
    redaction, content = opened(work, redaction_id)
    expect_version(redaction, version)
    if redaction.redactor_id != work.actor.id:
        raise Refused(N_("Somebody else is redacting this testimony for this audience."))
    if redaction.state not in (RedactionState.WORKING, RedactionState.RETURNED):
        raise Conflict(N_("This redaction has been sent on."))
    return redaction, content


# -- deciding


def _push(work: Work, redaction: Redaction, content: RedactionContent, event: DecisionEvent) -> None:
    work.reseal(redaction, replace(content, events=(*content.standing, event), undone=0, held_at=stamp(work)))


@action
def decide(
    work: Work,
    redaction_id: UUID,
    given: Sequence[SpanGiven],
    *,
    remove: Sequence[str] = (),
    rule: bool = False,
    version: int | None = None,
) -> tuple[str, ...]:
    """Put decisions in and take decisions out, as one event. Returns the new decisions' ids. `rule`: remember the words
    for every other text as well.

    `Invalid` for a span outside the text, an unknown kind, method or reason, a missing or telling replacement, and
    for decisions that overlap without one holding the other.
    """
    redaction, content = _working(work, redaction_id, version)
    _, source = fresh(work, redaction, content)
    _, vocabulary, _ = current(work)
    reasons = frozenset(concept.id for concept in vocabulary.scheme("reason") if not concept.retired)
    standing = [d for d in content.decisions() if d.id not in remove]
    made: list[Decision] = []
    for each in given:
        span = _named(each, content, source.narrative)
        if span.method is Method.MASK and not span.replacement:
            span = replace(span, replacement=mask_of(span.kind, source.language))
        check_span(span, source.narrative, reasons)
        made.extend(make(span, source.narrative, standing))
    event = DecisionEvent(by=me(work), at=stamp(work), added=tuple(made), removed=tuple(remove))
    changed = replace(content, adrift=tuple(d for d in content.adrift if d.id not in remove))
    after = replace(changed, events=(*content.standing, event), undone=0)
    build(work, source, redaction.audience, after, after.decisions())
    _push(work, redaction, changed, event)
    if rule and made:
        remember(work, written(made[0].kind, [" ".join(made[0].quote.split())], made[0].note), redaction.compartment_id)
    return tuple(d.id for d in made)


def _named(span: SpanGiven, content: RedactionContent, narrative: str) -> SpanGiven:
    """The span with its group: the one given, somebody new, or whoever goes by the same words."""
    if span.group == SOMEBODY_NEW:
        return replace(span, group=f"g{new_id()}")
    quote = narrative[span.start : span.end].strip() if 0 <= span.start < span.end else ""
    return replace(span, group=span.group or group_for(content, span.kind, quote))


@action
def turn_down(work: Work, redaction_id: UUID, refused: Sequence[TurnedDown], *, version: int | None = None) -> None:
    """Say that suggestions tell nobody apart; a quote left empty is read where it stands. `Invalid` without a reason
    where the record itself names it so."""
    redaction, content = _working(work, redaction_id, version)
    _, source = fresh(work, redaction, content)
    refused = [replace(each, quote=each.quote or source.narrative[each.start : each.end]) for each in refused]
    if any(not each.quote or source.narrative[each.start : each.end] != each.quote for each in refused):
        raise Invalid(fields={"start": [N_("This is not a place in the text.")]})
    known = read_record(work, source, open_witness(work, redaction.testimony_id))
    watch = Watch(watched_of(known, source, (), named=False))
    if any(not each.reason.strip() and watch.check(each.quote) for each in refused):
        raise Invalid(fields={"note": [N_("The record names this. Say why it may stay all the same.")]})
    event = DecisionEvent(by=me(work), at=stamp(work), turned_down=tuple(refused))
    _push(work, redaction, content, event)


@action
def allow(work: Work, redaction_id: UUID, fields: Sequence[str], *, version: int | None = None) -> None:
    """Choose which fields of the allow-list go along with the text."""
    redaction, content = _working(work, redaction_id, version)
    if not set(fields) <= set(FIELDS):
        raise Invalid(fields={"fields": [N_("This field may not leave.")]})
    chosen = tuple(field for field in FIELDS if field in fields)
    _push(work, redaction, content, DecisionEvent(by=me(work), at=stamp(work), fields=chosen))


@action
def undo(work: Work, redaction_id: UUID, *, steps: int = 1, version: int | None = None) -> None:
    """Take the last event back, or the last few: each can be done again."""
    redaction, content = _working(work, redaction_id, version)
    if not 0 < steps <= len(content.standing) - content.settled:
        raise Conflict(N_("There is nothing to undo."))
    work.reseal(redaction, replace(content, undone=content.undone + steps, held_at=stamp(work)))


@action
def restore(work: Work, redaction_id: UUID, *, version: int | None = None) -> None:
    """Put the last undone event back."""
    redaction, content = _working(work, redaction_id, version)
    if content.undone == 0:
        raise Conflict(N_("There is nothing to restore."))
    work.reseal(redaction, replace(content, undone=content.undone - 1, held_at=stamp(work)))


# -- in whose hands


@action
def take(work: Work, redaction_id: UUID, *, version: int | None = None) -> None:
    """Take over what somebody left lying. Whoever had a hand in it can no longer approve it."""
    redaction, content = opened(work, redaction_id)
    expect_version(redaction, version)
    if redaction.state not in (RedactionState.WORKING, RedactionState.RETURNED):
        raise Conflict(N_("This redaction has been sent on."))
    if redaction.redactor_id == work.actor.id:
        raise Conflict(N_("This is in your hands already."))
    if not idle(work, content):
        raise Conflict(N_("Somebody else is redacting this testimony for this audience."))
    redaction.redactor_id = me(work)
    work.reseal(redaction, replace(content, held_at=stamp(work)))


@action
def renew(work: Work, redaction_id: UUID, *, version: int | None = None) -> int:
    """Take the decisions over to the testimony's newer version. Returns how many found no place there."""
    redaction, content = _working(work, redaction_id, version)
    testimony, source = source_of(work, redaction)
    standing = content.decisions()
    found, adrift = re_anchor(standing, source.narrative)
    event = DecisionEvent(by=me(work), at=stamp(work), added=tuple(found), removed=tuple(d.id for d in standing))
    events = (*content.standing, event)
    work.reseal(
        redaction,
        replace(
            content,
            events=events,
            undone=0,
            settled=len(events),
            adrift=(*content.adrift, *adrift),
            source_digest=testimony.digest,
            held_at=stamp(work),
        ),
    )
    return len(adrift)


@action
def reopen(work: Work, redaction_id: UUID, *, version: int | None = None) -> None:
    """Begin the next version of what was released, with new tokens: two releases cannot be joined by them."""
    redaction, content = opened(work, redaction_id)
    expect_version(redaction, version)
    if redaction.state is not RedactionState.APPROVED:
        raise Conflict(N_("This redaction is at work already."))
    _, source = source_of(work, redaction)
    check_consent(work, source.consent, audience=redaction.audience, purpose=content.purpose, identity=content.identity)
    redaction.state = RedactionState.WORKING
    redaction.redactor_id, redaction.approver_id = me(work), None
    settled = tuple(replace(r, settled=r.kind is not RemarkKind.NO_LEAK) for r in content.remarks)
    seed = Secret.random().reveal()
    work.reseal(redaction, replace(content, remarks=settled, pseudonym_seed=seed, held_at=stamp(work)))


# -- words between people


@action
def remark(work: Work, redaction_id: UUID, text: str, about: str = "") -> None:
    """Leave a word at a decision or place, for whoever works on this."""
    redaction, content = opened(work, redaction_id)
    work.reseal(redaction, remarked(work, content, RemarkKind.COMMENT, text, about))


@action
def settle(work: Work, redaction_id: UUID, remark_id: str) -> None:
    """Say that a remark needs nothing more. An objection is settled by whoever raised it, the rest by anybody."""
    redaction, content = opened(work, redaction_id)
    found = [r for r in content.remarks if r.id == remark_id and not r.settled]
    if not found:
        raise NotFound
    if found[0].kind is RemarkKind.OBJECTION and found[0].by != work.actor.id:
        raise Refused(N_("Whoever objected has to say that it is settled."))
    remarks = tuple(replace(r, settled=True) if r.id == remark_id else r for r in content.remarks)
    work.reseal(redaction, replace(content, remarks=remarks))


@action
def set_aside(work: Work, redaction_id: UUID, key: str, reason: str, *, version: int | None = None) -> None:
    """Say why a finding is no leak; the second reviewer reads the reason. Not for what only a decision can answer."""
    redaction, content = _working(work, redaction_id, version)
    work.reseal(redaction, remarked(work, content, RemarkKind.NO_LEAK, reason, key))


# -- sending on


@action(reading=True)
def check(work: Work, redaction_id: UUID) -> Checked:
    """The whole leak check on files made for it, without sending anything on."""
    redaction, content = opened(work, redaction_id)
    _, source = source_of(work, redaction)
    working = redaction.state in (RedactionState.WORKING, RedactionState.RETURNED)
    mine = working and redaction.redactor_id == work.actor.id
    return Checked(source.narrative, examined(work, redaction, content)[1], mine)


@action
def send(work: Work, redaction_id: UUID, *, version: int | None = None) -> tuple[Finding, ...]:
    """Produce the files, check them against everything taken out and everybody in the identity record, sign them, and
    hand them to a second reviewer. Findings that block keep the redaction where it is and are returned."""
    redaction, content = _working(work, redaction_id, version)
    files, findings = examined(work, redaction, content)
    if content.adrift:
        raise Conflict(N_("Some decisions found no place in the newer version. Look at them first."))
    if any(finding.blocks for finding in findings):
        return findings
    manifest = signed_manifest(work, redaction, content, files)
    signature = work.actor.keyring.signer.sign(Label.RELEASE_SIGNATURE, manifest)
    redaction.state = RedactionState.SENT
    redaction.approver_id = None
    returned = tuple(replace(r, settled=True) if r.kind is RemarkKind.RETURNED else r for r in content.remarks)
    work.reseal(redaction, replace(content, remarks=returned, proposal=files, redactor_signature=signature))
    return findings
