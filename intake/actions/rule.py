"""The reviewers' own rules: what the scanner shall always ask about, tried out, counted, switched off and on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from intake.actions.catchup import ready_model
from intake.errors import N_, Conflict, Invalid
from intake.language.identifiers import KINDS, Suggestion
from intake.language.normalise import nfc
from intake.language.patterns import Pattern, find, problem
from intake.models.compartment import CASEWORK
from intake.models.rule import Rule, RuleContent
from intake.readmodel.query import Group, Phrase, Query
from intake.work import Work, action

MOST = 300
"""So many rules may be in use at a time; every text is read with all of them."""
MOST_WORDS = 40
LONGEST_SAMPLE = 20_000
_PATIENCE = 5.0


@dataclass(frozen=True)
class RuleListed:
    """A rule, who wrote it last, and how many testimonies hold its words (None for patterns: they are not counted)."""

    id: UUID
    content: RuleContent
    by: str
    on: str
    testimonies: int | None


@dataclass(frozen=True)
class Tried:
    """A sample and what would be suggested in it."""

    sample: str
    found: tuple[Suggestion, ...]


# -- for the workbench


def patterns_of(work: Work, compartment_id: UUID | None = None) -> list[Pattern]:
    """The rules in use for a text of this compartment: those of all casework, and its own. None: every one that the
    actor's keys fit."""
    mine = (
        work.all(Rule)
        if compartment_id is None
        else work.all(Rule, Rule.compartment_id.in_(_reach(work, compartment_id)))
    )
    rules = [(rule, work.open(RuleContent, rule)) for rule in mine]
    return [Pattern(rule.id.hex[:8], content.kind, content.words) for rule, content in rules if content.on]


def written(kind: str, words: Sequence[str], note: str) -> RuleContent:
    """A rule as typed. `Invalid`, with the field, for an unknown kind and for words that cannot be looked for."""
    said = tuple(dict.fromkeys(" ".join(nfc(each).split()) for each in words if each.strip()))
    fields: dict[str, list[str]] = {}
    if kind not in KINDS:
        fields["kind"] = [N_("Choose what this is.")]
    wrong = [bad for each in said if (bad := problem(each))]
    if not said:
        fields["words"] = [N_("Write at least one word or pattern, each on its own line.")]
    elif len(said) > MOST_WORDS:
        fields["words"] = [N_("Write fewer lines: at most 40 in one rule.")]
    elif wrong:
        fields["words"] = [wrong[0]]
    if fields:
        raise Invalid(fields=fields)
    return RuleContent(kind=kind, words=said, note=nfc(note).strip()[:400])


def _reach(work: Work, compartment_id: UUID) -> tuple[UUID, ...]:
    return (work.compartment(CASEWORK).id, compartment_id)


def remember(work: Work, content: RuleContent, compartment_id: UUID) -> UUID:
    """Seal a rule to the compartment whose texts it comes from: what a restricted case says stays among its people.
    `Conflict` when there are too many, or one that says just this."""
    standing = [
        work.open(RuleContent, rule) for rule in work.all(Rule, Rule.compartment_id.in_(_reach(work, compartment_id)))
    ]
    if sum(each.on for each in standing) >= MOST:
        raise Conflict(N_("There are too many rules in use. Switch one off first."))
    if any(each.on and (each.kind, each.words) == (content.kind, content.words) for each in standing):
        raise Conflict(N_("There is a rule for these words already."))
    return work.seal_new(Rule, content, to=compartment_id).id


# -- verbs


@action(reading=True)
def list_(work: Work) -> tuple[RuleListed, ...]:
    """Every rule, those in use first, with how many testimonies hold its words."""
    rules = [(rule, work.open(RuleContent, rule)) for rule in work.all(Rule)]
    names = work.names(rule.author_id for rule, _ in rules)
    model, _ = ready_model(work, _PATIENCE)

    def held(content: RuleContent) -> int | None:
        if any(sign in words for words in content.words for sign in "#*"):
            return None
        query = Query(Group("any", tuple(map(Phrase, content.words))))
        return model.search(query, limit=1).counts.testimonies

    listed = [
        RuleListed(rule.id, content, names.get(rule.author_id, ""), rule.created_on.isoformat(), held(content))
        for rule, content in rules
    ]
    work.about = None
    return tuple(sorted(listed, key=lambda each: not each.content.on))


@action
def add(work: Work, *, kind: str, words: Sequence[str], note: str = "") -> UUID:
    """A new rule, in use from now on in every text that reviewers read. `Invalid` names the field."""
    return remember(work, written(kind, words, note), work.compartment(CASEWORK).id)


@action
def switch(work: Work, rule_id: UUID, *, on: bool) -> None:
    """Put a rule out of use, or back. What it found before and was decided stays decided."""
    rule = work.get(Rule, rule_id)
    content = work.open(RuleContent, rule)
    if content.on is on:
        raise Conflict(N_("This was done already."))
    work.reseal(rule, replace(content, on=on))


@action(reading=True)
def try_(work: Work, sample: str, *, kind: str = "", words: Sequence[str] = ()) -> Tried:
    """What the rules in use, or one that is only being written, would find in a sample. Nothing of it is kept."""
    sample = nfc(sample).replace("\r\n", "\n")
    if not sample.strip() or len(sample) > LONGEST_SAMPLE:
        raise Invalid(fields={"sample": [N_("Paste a few paragraphs to try the rules on.")]})
    if any(each.strip() for each in words):
        content = written(kind, words, "")
        return Tried(sample, tuple(find(sample, [Pattern("new", content.kind, content.words)])))
    return Tried(sample, tuple(find(sample, patterns_of(work))))
