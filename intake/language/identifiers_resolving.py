"""One finding for each place: the heavier, the longer; what is part of something larger goes, what belongs together is joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from intake.language.findings import PATTERN, RECORD, STRONG, Finding
from intake.language.identifiers_sharing import second
from intake.language.variants import PEOPLE


def resolve(text: str, found: Iterable[Finding]) -> list[Finding]:
    """One finding per place: heavier before lighter, longer before shorter. Traits stand in a layer of their own."""
    found = without_parts(text, list(found))
    traits = [each for each in found if each.kind == "OTHER_IDENTIFIER"]
    order = sorted(
        (each for each in found if each.kind != "OTHER_IDENTIFIER" and each.end > each.start),
        key=lambda f: (
            -f.weight,
            f.start - f.end,
            f.start,
            second(text, f),
            f.kind,
            f.rule,
        ),
    )
    kept: list[Finding] = []
    layers: tuple[tuple[list[Finding], bytearray], ...] = (
        (order, bytearray(max((f.end for f in order), default=0))),
        (sorted(traits, key=lambda f: (f.start - f.end, f.start)), bytearray(max((f.end for f in traits), default=0))),
    )
    for findings, covered in layers:
        for each in findings:
            if any(covered[each.start : each.end]):
                rest = _remainder(text, each, covered)
                if rest is None or not _ADDRESS_SIGN.search(text, rest.start, rest.end):
                    continue
                each = rest  # noqa: PLW2901 - what is left of it
            covered[each.start : each.end] = b"\x01" * (each.end - each.start)
            kept.append(each)
    return _joined(text, sorted(kept, key=lambda f: (f.start, f.end)))


_BETWEEN = re.compile(r",?\s?(?:(?:in|of)\s)?")


def _joined(text: str, kept: Iterable[Finding]) -> list[Finding]:
    """What is said in one breath as one: the parts of an address, or of a birth (в сорок девятом, на Покров); a county and
    the village in it (경성군 하온포리)."""
    joined: list[Finding] = []
    for each in kept:
        last = joined[-1] if joined else None
        if last and last.kind == each.kind in ("ADDRESS", "BIRTH_DATE") and _one_breath(text, last, each):
            joined[-1] = replace(last, end=each.end)
        elif last and last.kind == each.kind == "SMALL_PLACE" and _county_and_village(text, last, each):
            joined[-1] = replace(each, start=last.start)
        else:
            joined.append(each)
    return joined


def _one_breath(text: str, last: Finding, each: Finding) -> bool:
    return 0 <= each.start - last.end <= 5 and bool(_BETWEEN.fullmatch(text, last.end, each.start))


def _county_and_village(text: str, last: Finding, each: Finding) -> bool:
    return (
        text[last.end - 1] in "군역"
        and text[last.end : each.start] in ("", " ")
        and each.end - last.start <= 2 * (last.end - last.start) + 2
    )


# What is left of an address still says something: a number or a name.
_ADDRESS_SIGN = re.compile(r"\d|[A-ZА-ЯЁ가-힣\u3400-\u9fff]")


_LOOSE = " ,.;\n"


def _remainder(text: str, each: Finding, covered: bytearray) -> Finding | None:
    """An address of which only one end is taken already (a village the record knows) goes on with the rest."""
    start, end = each.start, each.end
    while start < end and (covered[start] or text[start] in _LOOSE):
        start += 1
    while end > start and (covered[end - 1] or text[end - 1] in _LOOSE):
        end -= 1
    if each.kind != "ADDRESS" or end - start < 3 or any(covered[start:end]):
        return None
    return replace(each, start=start, end=end)


_WHOLE = frozenset(("MESSENGER", "ADDRESS"))


def without_parts(text: str, found: list[Finding]) -> list[Finding]:
    """Drop names that are only part of something larger: of a longer name, of a mail address, of an address."""
    wholes = [
        each
        for each in found
        if (each.kind in PEOPLE and each.weight >= PATTERN and not each.rule.endswith(("title", "titled")))
        or (each.kind in _WHOLE and each.weight > PATTERN)
    ]
    wholes.sort(key=lambda f: (f.start, -f.end))
    kept: list[Finding] = []
    at = 0
    open_: list[Finding] = []
    for each in sorted(found, key=lambda f: (f.start, -f.end)):
        while at < len(wholes) and wholes[at].start <= each.start:
            open_.append(wholes[at])
            at += 1
        open_ = [whole for whole in open_ if whole.end >= each.end or whole.end > each.start]
        inside = each.kind in PEOPLE and any(
            whole.end >= each.end
            and whole.end - whole.start > each.end - each.start
            and (whole.kind in _WHOLE or whole.weight >= STRONG or each.weight < RECORD - 1)
            and whole.weight + 2 >= each.weight
            and (whole.start < each.start or whole.kind in _WHOLE or not "가" <= text[each.start] <= "힣")
            and not (each.weight == RECORD and text[each.end : whole.end].lstrip()[:1].islower())
            for whole in open_
        )
        if not inside:
            kept.append(each)
    return kept
