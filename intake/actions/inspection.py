"""The look before anything leaves: what has to be decided, what must not be in the text, what is in the files.

It fails closed. A finding that blocks is only ever answered by a decision (taking out, or keeping with a reason); what
a person must weigh can be set aside with a reason that the second reviewer reads. Silence approves nothing.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from intake.actions.knowing import Known
from intake.actions.production import Built
from intake.errors import N_
from intake.language.identifiers import Suggestion, suggest
from intake.language.identifiers_record import subjects
from intake.models.redaction import Decision, Method, RedactionContent, ReleasedFile, RemarkKind
from intake.models.testimony import TestimonyContent
from intake.rendering.document import Document, about
from intake.rendering.leaks import BLOCK, LOOK, Leak, Watch, Watched, check_file, check_json, mask_findings
from intake.rendering.redacted import Piece

DIRECT = frozenset(("PERSON", "FAMILY", "BROKER", "PHONE", "MESSENGER", "ID_NUMBER", "BIRTH_DATE", "ADDRESS"))
"""Kinds that tell who somebody is by themselves: each suggestion of them has to be decided."""
_NEIGHBOURS = 12
SINGLE_OUT = ("WORKPLACE", "UNIT", "SMALL_PLACE", "EXACT_DATE", "OTHER_IDENTIFIER")

RULES = {
    "undecided": N_("Suggested and not decided yet"),
    "combination": N_("An employer and exact dates together single out a group"),
    "rare": N_("Several rare details together can single out a person"),
    "few": N_("Few witnesses fit the facts that go along"),
    "few.text": N_("Few witnesses tell these details together"),
    "unreadable": N_("This could not be checked"),
}


@dataclass(frozen=True)
class Finding:
    """Something to answer before it leaves. `where`: `text`, or a part of a file. `start`, `end` are its place in the
    released text, `source` its place in the source. `firm`: no reason sets it aside, only a decision does."""

    key: str
    severity: str
    rule: str
    kind: str
    group: str
    where: str
    firm: bool
    start: int | None = None
    end: int | None = None
    source: tuple[int, int] | None = None
    set_aside: str = ""

    @property
    def blocks(self) -> bool:
        return self.severity == BLOCK and not (self.set_aside and not self.firm)


# -- what must not be in what leaves


def undecided(
    suggestions: Iterable[Suggestion], content: RedactionContent, decisions: Sequence[Decision]
) -> list[Suggestion]:
    """Suggestions that nobody has decided or turned down."""
    refused = content.turned_down()
    always = {(each.kind, each.quote) for each in refused if each.always}
    once = {(each.start, each.end) for each in refused}
    left = [s for s in suggestions if (s.kind, s.quote) not in always and (s.start, s.end) not in once]
    return _outside(left, decisions)


def _outside(suggestions: Iterable[Suggestion], decisions: Iterable[Decision]) -> list[Suggestion]:
    """Suggestions that no decision covers."""
    starts: list[int] = []
    reach: list[int] = []
    for decision in sorted(decisions, key=lambda d: d.start):
        starts.append(decision.start)
        reach.append(max(decision.end, reach[-1] if reach else 0))
    left = []
    for each in suggestions:
        before = bisect_right(starts, each.start)
        if not before or reach[before - 1] < each.end:
            left.append(each)
    return left


# 온성군, 창평리: people also say 온성, 창평.
_DISTRICT = re.compile(r"([가-힣]{2,4})(?:군|시|구역|구|읍|면|리|동|현|진|촌|향)")


def _shapes(decision: Decision) -> tuple[str, ...]:
    """What was taken out, and for a place also its name without what kind of place it is."""
    bare = _DISTRICT.fullmatch(decision.quote) if decision.kind == "SMALL_PLACE" else None
    return (decision.quote, bare[1]) if bare else (decision.quote,)


def watched_of(known: Known, source: TestimonyContent, decisions: Iterable[Decision], *, named: bool) -> list[Watched]:
    """Everything that must not leave: what was taken out, and everybody and everything the record names, but for cities
    and larger places. `named`: the witness agreed to be named, so their own name may be there."""
    taken = [d for d in decisions if d.method is not Method.KEEP]
    watched = [Watched(text, d.kind, d.group or d.id, d.group) for d in taken for text in _shapes(d)]
    for subject in subjects(known.record, known.wide):
        if named and subject.key == "witness":
            continue
        watched.append(Watched(subject.text, subject.kind, f"record.{subject.key}", subject.key))
    birth = (known.record.get("witness") or {}).get("birth_date")
    if birth:
        watched.append(Watched(str(birth), "BIRTH_DATE", "record.birth", None))
    for number, person in enumerate(source.people):
        for name in (person.name, *person.spellings):
            watched.append(Watched(name, "PERSON", f"record.person.{number}", None))
    for leg in source.legs[1:]:
        firms = ((leg.workplace, "WORKPLACE"), (leg.employer, "WORKPLACE"), (leg.dispatching_unit, "UNIT"))
        watched += [Watched(text, kind, "record.firm", None) for text, kind in firms if text]
    return [each for each in watched if each.text.strip()]


def inspect(
    built: Built,
    files: Sequence[ReleasedFile],
    known: Known,
    source: TestimonyContent,
    content: RedactionContent,
    decisions: Sequence[Decision],
    suggestions: Sequence[Suggestion],
    left: Sequence[Suggestion] | None = None,
) -> tuple[Finding, ...]:
    """Everything to answer, blocking findings first. `suggestions`: all that the scanner sees in the source, `left`:
    in the redacted text, when that was read anew."""
    watch = Watch(watched_of(known, source, decisions, named=content.identity == "N0"))
    found = [_undecided(each) for each in undecided(suggestions, content, decisions)]
    in_text, accounted = _in_text(built, watch, decisions)
    accounted.update(_numbering(watch, len(built.document.paragraphs)))
    accounted.update(_own_words(watch, built.document))
    found += in_text
    changed = [d for d in decisions if d.method is not Method.KEEP]
    anew = _outside(suggestions, changed) if left is None else left
    found += _combined({each.kind for each in anew})
    about = {"title": built.document.title, "facts": [list(fact.values) for fact in built.document.facts]}
    found += [_finding(leak, firm=True) for leak in check_json(about, watch, where="facts")]
    for file in files:
        found += _in_file(file, watch, accounted)
    return tuple(sorted(_answered(found, content), key=lambda f: (not f.blocks, f.severity, f.source or (0, 0))))


def _answered(found: Iterable[Finding], content: RedactionContent) -> list[Finding]:
    reasons = {r.about: r.text for r in content.open_remarks((RemarkKind.NO_LEAK,))}
    unique = {finding.key: finding for finding in found}
    return [replace(finding, set_aside=reasons.get(key, "")) for key, finding in unique.items()]


def _key(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _undecided(each: Suggestion) -> Finding:
    direct = each.kind in DIRECT
    return Finding(
        key=_key("undecided", each.kind, str(each.start), str(each.end)),
        severity=BLOCK if direct else LOOK,
        rule="undecided",
        kind=each.kind,
        group=each.group,
        where="text",
        firm=direct,
        source=(each.start, each.end),
    )


def _in_text(
    built: Built, watch: Watch, decisions: Sequence[Decision]
) -> tuple[list[Finding], Counter[tuple[str, str]]]:
    """Findings in the redacted text, but for those that a decision keeps; and how often which was seen there."""
    whole = "".join(piece.text for piece in built.pieces)
    exact = whole == built.text
    places = places_in_source(built.pieces)
    keeps = [(d.start, d.end) for d in decisions if d.method is Method.KEEP]
    found: list[Finding] = []
    seen: Counter[tuple[str, str]] = Counter()
    for leak in watch.check(built.text, "text"):
        seen[leak.rule, leak.group] += 1
        place = None
        if exact and leak.start is not None and leak.end is not None:
            place = places(leak.start, leak.end)
        identity = leak.group.startswith(("record.witness", "record.family", "record.birth"))
        if place and not identity and any(start <= place[0] and place[1] <= end for start, end in keeps):
            continue
        around = built.text[max(0, (leak.start or 0) - _NEIGHBOURS) : (leak.end or 0) + _NEIGHBOURS]
        found.append(replace(_finding(leak, around), source=place))
    return [*found, *_traces(built)], seen


def _traces(built: Built) -> list[Finding]:
    """Masks that show a length, empty brackets, gaps: where a decision made them, not where the witness spoke so."""
    changed: list[tuple[int, int]] = []
    at = 0
    for piece in built.pieces:
        if piece.replaced:
            changed.append((at, at + len(piece.text)))
        at += len(piece.text)
    found = []
    places = places_in_source(built.pieces)
    for leak in mask_findings(built.text):
        start, end = leak.start or 0, leak.end or 0
        if any(low <= end and start <= high for low, high in changed):
            place = places(start, end)
            found.append(replace(_finding(leak, built.text[start:end]), source=place))
    return found


def place_in_source(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int] | None:
    """Which stretch of the source a stretch of the released text stands for."""
    return places_in_source(pieces)(start, end)


def places_in_source(pieces: Sequence[Piece]) -> Callable[[int, int], tuple[int, int] | None]:
    """The same for many stretches of one text."""
    shown = [piece for piece in pieces if piece.text]
    ends = list(accumulate(len(piece.text) for piece in shown))

    def place(start: int, end: int) -> tuple[int, int] | None:
        first, last = None, None
        for at in range(bisect_right(ends, start), len(shown)):
            piece, stop = shown[at], ends[at]
            begin = stop - len(piece.text)
            if begin >= end:
                break
            offset, until = max(0, start - begin), min(end, stop) - begin
            low = piece.source_start if piece.replaced else piece.source_start + offset
            last = piece.source_end if piece.replaced else piece.source_start + until
            first = low if first is None else first
        return None if first is None or last is None else (first, last)

    return place


def _finding(leak: Leak, around: str = "", *, firm: bool | None = None) -> Finding:
    return Finding(
        key=_key(leak.rule, leak.kind, leak.group, leak.where, around or f"{leak.start}-{leak.end}"),
        severity=leak.severity,
        rule=leak.rule,
        kind=leak.kind,
        group=leak.group,
        where=leak.where,
        firm=leak.severity == BLOCK if firm is None else firm and leak.severity == BLOCK,
        start=leak.start,
        end=leak.end,
    )


def _numbering(watch: Watch, paragraphs: int) -> Iterator[tuple[str, str]]:
    """What the numbers of our own paragraphs look like: paragraph 1147 is not the worker whose number that is."""
    for each in watch.watched:
        if each.kind == "ID_NUMBER" and each.text.isascii() and each.text.isdigit() and int(each.text) <= paragraphs:
            yield "same", each.group


def _own_words(watch: Watch, document: Document) -> Iterator[tuple[str, str]]:
    """What stands in the words that every release has: 이름 in the notice is not the person whose name sounds so."""
    labels = (*(label for _, label, _ in about(document)), *(fact.label for fact in document.facts))
    for text in (*document.notice, *labels):
        for leak in watch.check(text):
            yield leak.rule, leak.group


def _in_file(file: ReleasedFile, watch: Watch, accounted: Counter[tuple[str, str]]) -> list[Finding]:
    """Findings in the bytes that were produced. What was seen in the text (and is answered there) is expected once in
    each part of a file, and no more often."""
    found: list[Finding] = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for leak in check_file(file.data, f"release.{file.extension}", watch):
        at = (leak.where, leak.rule, leak.group)
        seen[at] += 1
        if seen[at] > accounted[leak.rule, leak.group]:
            # The very words are proof. Another shape of them inside a file may be chance: for two people to say.
            proof = leak.rule in ("same", "unreadable")
            found.append(_finding(replace(leak, where=f"{file.extension}: {leak.where}"), firm=proof))
    return found


def suggested_in(built: Built, known: Known, source: TestimonyContent) -> list[Suggestion]:
    """What the scanner still sees in the redacted text, read as a record of its own without anybody's identity."""
    left: dict[str, Any] = {"language": source.language, "narrative": built.text}
    left["dispatch"], left["places"] = known.record.get("dispatch") or {}, known.record.get("places") or []
    return suggest(left, wide=known.wide)


def _combined(left: Iterable[str]) -> list[Finding]:
    """Kinds of details that tell nobody apart one by one, and do together."""
    kinds = {kind for kind in left if kind in SINGLE_OUT}
    found = []
    if {"WORKPLACE", "EXACT_DATE"} <= kinds:
        found.append(_whole("combination", BLOCK, kinds))
    elif len(kinds) >= 3:
        found.append(_whole("rare", LOOK, kinds))
    return found


def few(fields: Sequence[str], count: int) -> Finding:
    """The finding that facts fit too few witnesses; `where` says which facts and how many."""
    return replace(_whole("few", LOOK, fields), where=f"{' × '.join(fields)}: {count}")


def few_tell(built: Built, kinds: Sequence[str], count: int, one: Suggestion) -> Finding:
    """The finding that few witnesses tell two kinds of details together; `where` says which kinds and how many."""
    place = place_in_source(built.pieces, one.start, one.end)
    return replace(_whole("few.text", LOOK, kinds), where=f"{' × '.join(kinds)}: {count}", source=place)


def _whole(rule: str, severity: str, kinds: Iterable[str]) -> Finding:
    return Finding(
        key=_key(rule, *sorted(kinds)),
        severity=severity,
        rule=rule,
        kind="OTHER_IDENTIFIER",
        group="",
        where="text",
        firm=False,
    )
