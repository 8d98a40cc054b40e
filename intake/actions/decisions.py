"""Spans and what becomes of them: checking what a reviewer gives, naming people, finding places in a newer text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from intake.errors import N_, Invalid
from intake.language.identifiers import KINDS
from intake.language.normalise import nfc
from intake.language.variants import PEOPLE
from intake.models.redaction import Decision, Method, RedactionContent
from intake.rendering.leaks import BLOCK, Watched, check_text
from intake.rendering.redacted import Replacement
from intake.rendering.wording import base_language
from intake.sealing.keys import Secret

CONTEXT = 32
MOST_OCCURRENCES = 5_000
SOMEBODY_NEW = "new"
"""In place of a group: somebody else who goes by the same words."""
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_SIGNS = "23456789"
_LANGUAGES = ("ko", "en", "zh", "ru")
_CALLED: dict[str, tuple[str, str, str, str]] = {
    "person": ("인물", "Person", "人物", "Лицо"),
    "WORKPLACE": ("업체", "Firm", "企业", "Фирма"),
    "UNIT": ("기관", "Body", "单位", "Учреждение"),
    "place": ("장소", "Place", "地点", "Место"),
    "other": ("대상", "Item", "对象", "Объект"),
}
_MASKS: dict[str, tuple[str, str, str, str]] = {
    "person": ("[이름]", "[name]", "[姓名]", "[имя]"),
    "PHONE": ("[연락처]", "[contact]", "[联系方式]", "[контакт]"),
    "MESSENGER": ("[연락처]", "[contact]", "[联系方式]", "[контакт]"),
    "ID_NUMBER": ("[번호]", "[number]", "[号码]", "[номер]"),
    "BIRTH_DATE": ("[날짜]", "[date]", "[日期]", "[дата]"),
    "EXACT_DATE": ("[날짜]", "[date]", "[日期]", "[дата]"),
    "ADDRESS": ("[주소]", "[address]", "[地址]", "[адрес]"),
    "SMALL_PLACE": ("[장소]", "[place]", "[地点]", "[место]"),
    "WORKPLACE": ("[일터]", "[workplace]", "[单位]", "[место работы]"),
    "UNIT": ("[기관]", "[body]", "[机构]", "[учреждение]"),
    "other": ("[가림]", "[withheld]", "[略]", "[скрыто]"),
}
"""Masks say what kind of thing stood there and have one width, whatever they hide."""


@dataclass(frozen=True)
class SpanGiven:
    """A decision as a reviewer gives it. `everywhere` repeats it wherever the same words stand undecided; `group` is
    the person or thing it belongs to, empty for a new one."""

    start: int
    end: int
    kind: str
    method: Method
    replacement: str = ""
    reason: str = ""
    note: str = ""
    group: str = ""
    rule: str = ""
    everywhere: bool = False


def mask_of(kind: str, language: str) -> str:
    """The mask for a kind of thing, in the language of the text."""
    masks = _MASKS["person" if kind in PEOPLE else kind if kind in _MASKS else "other"]
    return masks[_LANGUAGES.index(base_language(language))]


# -- who is who: one person, one token, for this release only


def tokens(content: RedactionContent, language: str) -> dict[str, str]:
    """The token of every group, from this release's own random seed: two releases cannot be joined by them. A group
    keeps its token whatever is decided later."""
    given: dict[str, str] = {}
    for event in content.standing:
        for decision in event.added:
            if decision.group and decision.group not in given:
                given[decision.group] = token_for(content, decision.group, decision.kind, language, given.values())
    return given


def token_for(
    content: RedactionContent, group: str, kind: str, language: str, taken: Iterable[str] = (), attempt: int = 0
) -> str:
    """`인물 K47`: a word for the kind, and a code from the seed and the group."""
    digest = hashlib.sha256(content.pseudonym_seed + group.encode() + attempt.to_bytes(2)).digest()
    code = _LETTERS[digest[0] % len(_LETTERS)] + "".join(_SIGNS[byte % len(_SIGNS)] for byte in digest[1:3])
    words = _CALLED[_called(kind)]
    token = f"{words[_LANGUAGES.index(base_language(language))]} {code}"
    known = tuple(taken)
    if any(each.rpartition(" ")[2] == code for each in known):
        return token_for(content, group, kind, language, known, attempt + 1)
    return token


def group_for(content: RedactionContent, kind: str, quote: str) -> str:
    """The group that accepting a suggestion about these words makes, so that its token can be shown beforehand."""
    called = _called(kind)
    digest = hashlib.sha256(b"group" + content.pseudonym_seed + called.encode() + b"\0" + nfc(quote).encode())
    return f"g{digest.hexdigest()[:16]}"


def _called(kind: str) -> str:
    if kind in PEOPLE:
        return "person"
    return "place" if kind in ("ADDRESS", "SMALL_PLACE") else kind if kind in _CALLED else "other"


def shown(decision: Decision, known: Mapping[str, str]) -> str:
    """What stands in the release instead of the quote; empty when it is deleted."""
    if decision.method is Method.DELETE:
        return ""
    if decision.method is Method.KEEP:
        return decision.quote
    return decision.replacement or known.get(decision.group, "")


def replacements(content: RedactionContent, decisions: Sequence[Decision], language: str) -> list[Replacement]:
    """Decisions as the text builder takes them; what is kept is not among them."""
    known = tokens(content, language)
    return [
        Replacement(d.start, d.end, shown(d, known), d.method is Method.PSEUDONYM and not d.replacement)
        for d in decisions
        if d.method is not Method.KEEP
    ]


# -- what a reviewer gives


def check_span(span: SpanGiven, narrative: str, reasons: frozenset[str]) -> None:
    """`Invalid`, with the field, for a place that is not in the text, an unknown kind or reason, a missing or telling
    replacement."""
    fields: dict[str, list[str]] = {}
    if not 0 <= span.start < span.end <= len(narrative) or not narrative[span.start : span.end].strip():
        fields["start"] = [N_("This is not a place in the text.")]
    if span.kind not in KINDS:
        fields["kind"] = [N_("Choose what this is.")]
    if span.method is Method.KEEP:
        if not span.note.strip():
            fields["note"] = [N_("Say why this may stay.")]
    elif span.reason not in reasons:
        fields["reason"] = [N_("Choose a reason.")]
    if span.method in (Method.GENERALISE, Method.MASK) and not span.replacement.strip():
        fields["replacement"] = [N_("Say what stands there instead.")]
    if not fields and span.replacement and span.method is not Method.KEEP:
        hidden = [Watched(narrative[span.start : span.end], span.kind, "", None)]
        if any(leak.severity == BLOCK for leak in check_text(span.replacement, hidden)):
            fields["replacement"] = [N_("The replacement contains what it should hide.")]
    if fields:
        raise Invalid(fields=fields)


def make(span: SpanGiven, narrative: str, standing: Sequence[Decision]) -> list[Decision]:
    """The decisions a given span stands for: one, or one at every undecided place where the same words stand."""
    text = narrative[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    end = span.end - len(text) + len(text.rstrip())
    places = occurrences(narrative, start, end) if span.everywhere else [(start, end)]
    made = []
    for first, last in places:
        covered = any(d.start <= first and last <= d.end and d.method is not Method.KEEP for d in standing)
        if (first, last) == (start, end) or not covered:
            made.append(_decision(narrative, span, first, last))
    return made


def occurrences(narrative: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the same words stand, the given place included. `Invalid` when that is nearly everywhere."""
    quote, found, at = narrative[start:end], [], 0
    while (at := narrative.find(quote, at)) >= 0:
        found.append((at, at + len(quote)))
        at += len(quote)
        if len(found) > MOST_OCCURRENCES:
            raise Invalid(fields={"everywhere": [N_("This stands in too many places. Choose longer words.")]})
    return found if (start, end) in found else [*found, (start, end)]


def new_id() -> str:
    """A random name for a decision, a group or a remark."""
    return Secret.random().reveal().hex()[:16]


def _decision(narrative: str, span: SpanGiven, start: int, end: int) -> Decision:
    return Decision(
        id=new_id(),
        start=start,
        end=end,
        quote=narrative[start:end],
        kind=span.kind,
        method=span.method,
        replacement="" if span.method in (Method.DELETE, Method.KEEP) else nfc(span.replacement).strip(),
        reason=span.reason,
        note=nfc(span.note).strip(),
        group=span.group,
        rule=span.rule,
        before=narrative[max(0, start - CONTEXT) : start],
        after=narrative[end : end + CONTEXT],
    )


# -- a newer version of the text


def re_anchor(decisions: Iterable[Decision], narrative: str) -> tuple[list[Decision], list[Decision]]:
    """Decisions at their places in a newer text, and those that found none.

    The quote has to stand there word for word; where it stands more than once, the words around it have to agree
    better in one place than in all others. Nothing is guessed: in doubt a decision is adrift.
    """
    found: list[Decision] = []
    adrift: list[Decision] = []
    for decision in decisions:
        place = _place_of(decision, narrative)
        if place is None:
            adrift.append(decision)
        else:
            end = place + len(decision.quote)
            before, after = narrative[max(0, place - CONTEXT) : place], narrative[end : end + CONTEXT]
            found.append(replace(decision, start=place, end=end, before=before, after=after))
    return found, adrift


def _place_of(decision: Decision, narrative: str) -> int | None:
    scored: list[tuple[int, int]] = []
    at = -1
    while (at := narrative.find(decision.quote, at + 1)) >= 0:
        end = at + len(decision.quote)
        before = _agreement(decision.before[::-1], narrative[max(0, at - CONTEXT) : at][::-1])
        scored.append((before + _agreement(decision.after, narrative[end : end + CONTEXT]), at))
    scored.sort(reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    wanted = min(8, len(decision.before) + len(decision.after))
    return scored[0][1] if scored[0][0] >= wanted else None


def _agreement(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
