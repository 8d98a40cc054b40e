"""What verbs about a redaction begin with: it and its source opened, whose hands it is in, and all that it shows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from intake.actions.consent import Ceiling, check_consent
from intake.actions.decisions import new_id, tokens
from intake.actions.inspection import SINGLE_OUT, Finding, few, few_tell, inspect, suggested_in, undecided
from intake.actions.knowing import Known, known_of
from intake.actions.production import Built, build, produce, signed_manifest
from intake.actions.rarity import rare_facts, rare_words
from intake.actions.rule import patterns_of
from intake.actions.testimony import identity_of
from intake.actions.vocabulary import current
from intake.errors import N_, Conflict, Invalid, NotFound, Refused, StepUpNeeded
from intake.language import propernouns
from intake.language.identifiers import Suggestion, suggest
from intake.language.normalise import nfc
from intake.language.patterns import find, joined
from intake.models.redaction import (
    Decision,
    Redaction,
    RedactionContent,
    RedactionState,
    ReleasedFile,
    Remark,
    RemarkKind,
)
from intake.models.testimony import Testimony, TestimonyContent, TestimonyState, WitnessContent
from intake.work import Work

HOLD = timedelta(minutes=20)
"""How long somebody who does nothing keeps a redaction to themselves."""
LONGEST_REMARK = 4_000


@dataclass(frozen=True)
class Bench:
    """A redaction at work, with its source, what is suggested, and what would be released as it stands."""

    id: UUID
    testimony_id: UUID
    reference: str
    audience: str
    state: RedactionState
    version: int
    mine: bool
    idle: bool
    had_a_hand: bool
    redactor: str
    source_current: bool
    identity_open: bool
    ceiling: Ceiling
    source: TestimonyContent
    content: RedactionContent
    decisions: tuple[Decision, ...]
    tokens: dict[str, str]
    suggestions: tuple[Suggestion, ...]
    built: Built
    findings: tuple[Finding, ...]
    names: dict[UUID, str]


@dataclass(frozen=True)
class Checked:
    """What the whole check found; the source, to find places in; `mine`: whether the actor can answer it."""

    narrative: str
    findings: tuple[Finding, ...]
    mine: bool


def opened(work: Work, redaction_id: UUID) -> tuple[Redaction, RedactionContent]:
    """A redaction with its content; `NotFound` when it went with its testimony."""
    redaction = work.get(Redaction, redaction_id)
    if not redaction.box:
        raise NotFound(N_("This testimony was withdrawn. Its content no longer exists."))
    return redaction, work.open(RedactionContent, redaction)


def source_of(work: Work, redaction: Redaction) -> tuple[Testimony, TestimonyContent]:
    """The testimony behind a redaction; `NotFound` when it was withdrawn."""
    testimony = work.get(Testimony, redaction.testimony_id)
    if testimony.state is TestimonyState.WITHDRAWN:
        raise NotFound(N_("This testimony was withdrawn. Its content no longer exists."))
    return testimony, work.open(TestimonyContent, testimony)


def fresh(work: Work, redaction: Redaction, content: RedactionContent) -> tuple[Testimony, TestimonyContent]:
    testimony, source = source_of(work, redaction)
    if content.source_digest != testimony.digest:
        raise Conflict(N_("The testimony has a newer version. Take the decisions over to it first."))
    return testimony, source


def me(work: Work) -> UUID:
    """The actor's id; `Refused` for nobody."""
    if work.actor.id is None:
        raise Refused
    return work.actor.id


def stamp(work: Work) -> str:
    """Now, as events and remarks carry it."""
    return work.now.replace(microsecond=0).isoformat()


def idle(work: Work, content: RedactionContent) -> bool:
    """Whether whoever holds it has done nothing for so long that somebody else may take it."""
    return work.now - datetime.fromisoformat(content.held_at) > HOLD


def open_witness(work: Work, testimony_id: UUID) -> WitnessContent | None:
    """The identity, when a step-up has opened it."""
    try:
        return identity_of(work, testimony_id)
    except StepUpNeeded:
        return None


def read_record(work: Work, source: TestimonyContent, witness: WitnessContent | None) -> Known:
    """The record as the scanner reads it, and the names of places that are no secret."""
    return known_of(source, witness, current(work)[2])


def suggested(work: Work, redaction: Redaction, known: Known) -> list[Suggestion]:
    """What the scanner sees in a record, and what the reviewers' own rules and the analyser see besides."""
    text = nfc(str(known.record["narrative"]))
    patterns = patterns_of(work, redaction.compartment_id)
    seen = joined(suggest(known.record, wide=known.wide), find(text, patterns))
    analyser = work.instance.analyser
    return joined(seen, propernouns.suggest(text, analyser.proper_nouns(text), known.wide)) if analyser else seen


def bench(work: Work, redaction_id: UUID) -> Bench:
    """Everything the workbench shows, computed anew from what is sealed."""
    redaction, content = opened(work, redaction_id)
    testimony, source = source_of(work, redaction)
    witness = open_witness(work, testimony.id)
    known = read_record(work, source, witness)
    fresh = content.source_digest == testimony.digest
    decisions = content.decisions() if fresh else ()
    built = build(work, source, redaction.audience, content, decisions)
    seen = suggested(work, redaction, known)
    people = {redaction.redactor_id, *content.hands(), *(remark.by for remark in content.remarks)}
    names = work.names(people)
    return Bench(
        id=redaction.id,
        testimony_id=testimony.id,
        reference=testimony.reference,
        audience=redaction.audience,
        state=redaction.state,
        version=redaction.version,
        mine=redaction.redactor_id == work.actor.id,
        idle=idle(work, content),
        had_a_hand=work.actor.id in content.hands() | {redaction.redactor_id},
        redactor=names.get(redaction.redactor_id, ""),
        source_current=fresh,
        identity_open=witness is not None,
        ceiling=Ceiling.of(source.consent),
        source=source,
        content=content,
        decisions=decisions,
        tokens=tokens(content, source.language),
        suggestions=tuple(undecided(seen, content, decisions)),
        built=built,
        findings=inspect(built, (), known, source, content, decisions, seen),
        names=names,
    )


# -- words between people


def remarked(work: Work, content: RedactionContent, kind: RemarkKind, text: str, about: str = "") -> RedactionContent:
    """The content with one more remark. `Invalid` for an empty or endless one."""
    text = nfc(text).strip()
    if not text or len(text) > LONGEST_REMARK:
        raise Invalid(fields={"text": [N_("Write between 1 and %(most)s characters.")]}, most=LONGEST_REMARK)
    remark = Remark(id=new_id(), by=me(work), at=stamp(work), kind=kind, text=text, about=about)
    return replace(content, remarks=(*content.remarks, remark))


# -- what would leave


def examined(
    work: Work, redaction: Redaction, content: RedactionContent, files: Sequence[ReleasedFile] | None = None
) -> tuple[tuple[ReleasedFile, ...], tuple[Finding, ...]]:
    """The files (made now, unless given) and everything found in them, against the identity record as well. Consent and
    the version of the source are asked first. `StepUpNeeded` without the identity. For those who only look, also how
    few witnesses fit the facts."""
    testimony, source = fresh(work, redaction, content)
    check_consent(work, source.consent, audience=redaction.audience, purpose=content.purpose, identity=content.identity)
    decisions = content.decisions()
    known = read_record(work, source, identity_of(work, testimony.id))
    built = build(work, source, redaction.audience, content, decisions)
    made = produce(built.document) if files is None else tuple(files)
    seen = suggested(work, redaction, known)
    left = suggested_in(built, known, source)
    found = inspect(built, made, known, source, content, decisions, seen, left)
    return made, (*found, *_rare(work, built, left)) if work.reading else found


def _rare(work: Work, built: Built, left: Sequence[Suggestion]) -> list[Finding]:
    """How few witnesses fit the facts that go along, and how few tell the details that are left in the text."""
    facts = rare_facts(work, built.told)
    told = rare_words(work, (each for each in left if each.kind in SINGLE_OUT))
    return [*([few(*facts)] if facts else []), *(few_tell(built, *each) for each in told)]


def proposal_digest(work: Work, redaction: Redaction, content: RedactionContent) -> tuple[bytes, str]:
    """The manifest of the proposal, from the very bytes, and its SHA-256 in hex."""
    manifest = signed_manifest(work, redaction, content, content.proposal)
    return manifest, hashlib.sha256(manifest).hexdigest()
