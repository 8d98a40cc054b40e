"""The workbench as its pages show it: suggestions by person, decisions by person, findings in words, the preview."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext

from intake.actions.bench import Bench
from intake.actions.decisions import group_for, mask_of, shown, token_for
from intake.actions.inspection import DIRECT, Finding
from intake.forms.words import Words
from intake.language.identifiers import Suggestion
from intake.language.ladders import ladder
from intake.language.variants import PEOPLE
from intake.models.redaction import Decision, Method, Remark, RemarkKind
from intake.rendering.wording import words as document_words
from intake.views.showing import Mark, Paragraph, paragraphs
from intake.views.wordings import KIND_WORDS, rule_words
from intake.web import locale

_DEFAULTS: dict[str, tuple[Method, str]] = {
    "PERSON": (Method.PSEUDONYM, "R3-3P"),
    "FAMILY": (Method.PSEUDONYM, "R2-FAM"),
    "BROKER": (Method.PSEUDONYM, "R5-ROUTE"),
    "PHONE": (Method.MASK, "R1-ID"),
    "MESSENGER": (Method.MASK, "R1-ID"),
    "ID_NUMBER": (Method.MASK, "R1-ID"),
    "BIRTH_DATE": (Method.GENERALISE, "R1-ID"),
    "EXACT_DATE": (Method.GENERALISE, "R4-COH"),
    "ADDRESS": (Method.MASK, "R1-ID"),
    "SMALL_PLACE": (Method.GENERALISE, "R1-ID"),
    "WORKPLACE": (Method.GENERALISE, "R4-COH"),
    "UNIT": (Method.PSEUDONYM, "R4-COH"),
    "OTHER_IDENTIFIER": (Method.GENERALISE, "R4-COH"),
}
MOST_GROUPS = 120
MOST_STEPS = 50
MOST_OPEN = 600
"""With more decisions than this, their places are listed for one person or thing at a time."""
_PLACE = re.compile(r"\d{1,8}-\d{1,8}")
PREFERRED_RUNG = {"EXACT_DATE": -2, "BIRTH_DATE": 0}


@dataclass(frozen=True)
class Place:
    """One place of a suggestion: what is posted to accept it, the words there, and a few around them."""

    value: str
    mark: str
    paragraph: int
    before: str
    quote: str
    after: str
    rule: str


@dataclass(frozen=True)
class Group:
    """Everything suggested about one person or thing, with what is proposed to do."""

    id: str
    quotes: tuple[str, ...]
    kind: str
    rules: tuple[str, ...]
    places: tuple[Place, ...]
    method: Method
    replacement: str
    reason: str
    token: str
    mask: str
    rungs: tuple[str, ...]
    group: str
    joins: str
    direct: bool

    @property
    def proposal(self) -> str:
        """What the one-press acceptance would write."""
        return {Method.PSEUDONYM: self.token, Method.MASK: self.mask}.get(self.method, self.replacement)


@dataclass(frozen=True)
class Standing:
    """All decisions about one person or thing that do the same."""

    group: str
    method: Method
    shown: str
    kind: str
    reason: str
    notes: tuple[str, ...]
    quotes: tuple[str, ...]
    decisions: tuple[Decision, ...]
    places: tuple[Place, ...]
    remarks: tuple[Remark, ...]
    rules: tuple[str, ...]

    @property
    def key(self) -> str:
        """A name for exactly these decisions: with one more, one fewer or another it is another name."""
        return hashlib.sha256("".join(sorted(d.id for d in self.decisions)).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Found:
    """A finding in words, with the place to jump to."""

    finding: Finding
    words: str
    kind: str
    quote: str
    where: str
    paragraph: int


@dataclass(frozen=True)
class Line:
    """A paragraph of the preview: its number in the release, and the source's beside which it stands."""

    number: int
    source: int
    pieces: tuple[tuple[str, str], ...]


def _context(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[max(0, start - 14) : start].lstrip("\n"), text[start:end], text[end : end + 14].rstrip("\n")


def _number_at(shown_: Sequence[Paragraph], position: int) -> int:
    at = bisect_right(shown_, position, key=lambda p: p.start) - 1
    return shown_[at].number if at >= 0 and position <= shown_[at].end else 0


def source_of(bench: Bench) -> list[Paragraph]:
    """The source in numbered paragraphs: decisions first, then what is suggested and not decided."""
    marks = [Mark(d.start, d.end, d.method.value, d.id, shown(d, bench.tokens)) for d in bench.decisions]
    marks += [Mark(s.start, s.end, "suggested", f"s{s.start}-{s.end}") for s in bench.suggestions]
    return paragraphs(bench.source.narrative, marks)


def groups_of(bench: Bench, said: Words, shown_: Sequence[Paragraph]) -> list[Group]:
    """Suggestions by person or thing: those that tell by themselves first, then by how often they stand there."""
    together: dict[tuple[str, bool], list[Suggestion]] = defaultdict(list)
    for each in bench.suggestions:
        # A relative who shares the witness's surname is somebody else and gets a token of their own.
        together[each.group, each.kind == "FAMILY"].append(each)
    made = [_group(bench, said, shown_, each) for each in together.values()]
    return sorted(made, key=lambda g: (not g.direct, g.kind not in PEOPLE, -len(g.places)))


def _group(bench: Bench, said: Words, shown_: Sequence[Paragraph], suggestions: Sequence[Suggestion]) -> Group:
    first = suggestions[0]
    language = bench.source.language
    joins = _same_as(bench, suggestions)
    group = joins or group_for(bench.content, first.kind, first.quote)
    method, reason = _DEFAULTS.get(first.kind, (Method.MASK, "R1-ID"))
    if any(".witness" in s.rule or "record.alias" in s.rule for s in suggestions):
        reason = "R1-ID"
    if any("record.staff" in s.rule for s in suggestions):
        method, reason = Method.MASK, "R10-STAFF"
    steps = rungs_of(bench, said, first.kind, first.quote)
    mask = mask_of(first.kind, language)
    if method is Method.GENERALISE and not steps and first.kind != "OTHER_IDENTIFIER":
        method = Method.MASK
    place = PREFERRED_RUNG.get(first.kind, 0)
    rung = steps[max(-len(steps), min(place, len(steps) - 1))] if steps else ""
    return Group(
        id=f"{first.group}-{first.start}",
        quotes=tuple(dict.fromkeys(s.quote for s in suggestions)),
        kind=first.kind,
        rules=tuple(dict.fromkeys(rule_words(s.rule) for s in suggestions)),
        places=tuple(_place(bench.source.narrative, shown_, s) for s in suggestions),
        method=method,
        replacement=mask if method is Method.MASK else rung if method is Method.GENERALISE else "",
        reason=reason,
        token=bench.tokens.get(group) or token_for(bench.content, group, first.kind, language, bench.tokens.values()),
        mask=mask,
        rungs=steps,
        group=group,
        joins=bench.tokens.get(joins, ""),
        direct=first.kind in DIRECT,
    )


def _place(narrative: str, shown_: Sequence[Paragraph], s: Suggestion) -> Place:
    before, quote, after = _context(narrative, s.start, s.end)
    value = f"{s.start}:{s.end}:{s.kind}:{s.rule}"
    return Place(
        value, f"mark-s{s.start}-{s.end}", _number_at(shown_, s.start), before, quote, after, rule_words(s.rule)
    )


def _same_as(bench: Bench, suggestions: Sequence[Suggestion]) -> str:
    """The group of decisions these belong to already: the same kind of thing under the same words."""
    quotes = {s.quote for s in suggestions}
    people = suggestions[0].kind in PEOPLE
    for decision in bench.decisions:
        alike = decision.kind in PEOPLE if people else decision.kind == suggestions[0].kind
        if alike and decision.quote in quotes and decision.method is not Method.KEEP:
            return decision.group
    return ""


def rungs_of(bench: Bench, said: Words, kind: str, quote: str) -> tuple[str, ...]:
    """What may stand instead of some words, finest first."""
    return ladder(
        kind,
        quote,
        bench.source.language,
        gazetteer=said.gazetteer,
        vocabulary=said.vocabulary,
        sectors=[leg.sector for leg in bench.source.legs],
        places=[leg.place or leg.country for leg in bench.source.legs],
    )


def standing_of(
    decisions: Iterable[Decision], tokens: dict[str, str], narrative: str, remarks: Iterable[Remark]
) -> list[Standing]:
    """Decisions by person or thing and by what they do, what is kept at the end."""
    text = paragraphs(narrative)
    together: dict[tuple[str, str, str], list[Decision]] = defaultdict(list)
    for each in decisions:
        key = each.group if each.method is not Method.KEEP else each.quote
        together[key, each.method.value, shown(each, tokens)].append(each)
    about: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        about[remark.about].append(remark)
    made = []
    for these in together.values():
        first = these[0]
        made.append(
            Standing(
                group=first.group,
                method=first.method,
                shown=shown(first, tokens),
                kind=first.kind,
                reason=first.reason,
                notes=tuple(dict.fromkeys(d.note for d in these if d.note)),
                quotes=tuple(dict.fromkeys(d.quote for d in these)),
                decisions=tuple(these),
                places=tuple(_standing_place(narrative, text, d) for d in these),
                remarks=tuple(remark for d in these for remark in about.get(d.id, ())),
                rules=tuple(dict.fromkeys(rule_words(d.rule) for d in these if d.rule)),
            )
        )
    return sorted(made, key=lambda s: (s.method is Method.KEEP, s.decisions[0].start))


def _standing_place(narrative: str, text: Sequence[Paragraph], d: Decision) -> Place:
    before, quote, after = _context(narrative, d.start, d.end)
    return Place(d.id, f"mark-{d.id}", _number_at(text, d.start), before, quote, after, d.rule)


def found_of(bench: Bench, shown_: Sequence[Paragraph]) -> list[Found]:
    """Findings in words, but for suggestions that still wait in their own list."""
    return [found(finding, bench.built.text, shown_) for finding in bench.findings if finding.rule != "undecided"]


def found(finding: Finding, text: str, shown_: Sequence[Paragraph]) -> Found:
    """One finding in words, with the paragraph of the source to look at."""
    quote = ""
    if finding.where == "text" and finding.start is not None and finding.end is not None:
        quote = text[finding.start : finding.end]
    paragraph = _number_at(shown_, finding.source[0]) if finding.source else 0
    kind = KIND_WORDS.get(finding.kind, KIND_WORDS["OTHER_IDENTIFIER"])
    return Found(finding, rule_words(finding.rule), kind, quote, _where(finding), paragraph)


def _where(finding: Finding) -> str:
    """The part of a file, or what it is that few share; empty for the text."""
    if finding.rule not in ("few", "few.text"):
        return "" if finding.where == "text" else finding.where
    shared, _, count = finding.where.rpartition(": ")
    if finding.rule == "few.text":
        return f"{' × '.join(gettext(KIND_WORDS[kind]) for kind in shared.split(' × '))}: {count}"
    return f"{' × '.join(document_words(field, locale()) for field in shared.split(' × '))}: {count}"


def preview_of(bench: Bench, shown_: Sequence[Paragraph]) -> list[Line]:
    """The text as it would be released, in paragraphs; each piece with the decision it comes from."""
    changing = [d for d in bench.decisions if d.method is not Method.KEEP]
    lines: list[Line] = []
    pieces: list[tuple[str, str]] = []
    source = 0

    def close() -> None:
        if any(text.strip() for text, _ in pieces):
            lines.append(Line(len(lines) + 1, source, tuple(pieces)))
        pieces.clear()

    for piece in bench.built.pieces:
        decision = changing[piece.index].id if piece.index is not None else ""
        at = piece.source_start
        for place, part in enumerate(piece.text.split("\n")):
            if place:
                close()
                at += 1
            if not pieces:
                source = _number_at(shown_, at)
            if pieces and decision and pieces[-1][1] == decision:
                pieces.append((pieces.pop()[0] + part, decision))
            else:
                pieces.append((part, decision))
            at += 0 if piece.replaced else len(part)
    close()
    return lines


def people_of(bench: Bench) -> list[tuple[str, str, str]]:
    """Who and what has a token already: its group, the token, the words it stands for."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for decision in bench.decisions:
        if decision.method is Method.PSEUDONYM and decision.quote not in quotes[decision.group]:
            quotes[decision.group].append(decision.quote)
    return [(group, bench.tokens.get(group, ""), ", ".join(said)) for group, said in quotes.items() if said]


def comments_of(bench: Bench, shown_: Sequence[Paragraph]) -> list[tuple[Remark, int]]:
    """What people said to each other and is not settled, with the paragraph it is about (0: none)."""
    silent = (RemarkKind.NO_LEAK, RemarkKind.AGREED)
    said = [r for r in bench.content.remarks if r.kind not in silent and not r.settled]
    return [(r, _number_at(shown_, int(r.about.partition("-")[0])) if _PLACE.fullmatch(r.about) else 0) for r in said]


def counted(found_: Iterable[Found]) -> list[tuple[str, int, bool]]:
    """Suggestions nobody has decided, by kind: what, how many, whether they block."""
    waiting = Counter((f.kind, f.finding.blocks) for f in found_ if f.finding.rule == "undecided")
    return [(kind, count, blocks) for (kind, blocks), count in sorted(waiting.items(), key=lambda one: not one[0][1])]


def history_of(bench: Bench) -> list[tuple[str, str, str, int]]:
    """The latest steps that count, newest first: when, who, what, and how many steps back it was done (0: the source
    has moved on since, so it stays)."""
    made = []
    last = len(bench.content.standing) - bench.content.settled
    for back, event in enumerate(reversed(bench.content.standing[-MOST_STEPS:]), 1):
        what = []
        if event.added:
            what.append(gettext("decided: %(count)s", count=len(event.added)))
        if event.removed:
            what.append(gettext("taken off: %(count)s", count=len(event.removed)))
        if event.turned_down:
            what.append(gettext("turned down: %(count)s", count=len(event.turned_down)))
        if event.fields is not None:
            what.append(gettext("facts chosen: %(count)s", count=len(event.fields)))
        when = event.at[:16].replace("T", " ") + " UTC"
        made.append((when, bench.names.get(event.by, ""), ", ".join(what), back if back <= last else 0))
    return made
