"""Traces redaction leaves: masks that show length, empty brackets, gaps, one occurrence forgotten, a rare
combination."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from intake.rendering.leaks_text import BLOCK, LOOK, Leak, Watch, Watched

_MASK = re.compile(
    r"[■█▇▓▒░●○◯◎□×✕＊※]{2,}|\*{2,}(?!\w[^*\n]{0,80}\*\*)|(?<![A-Za-z])X{2,}(?![A-Za-z])|(?<![A-Za-z])"
    r"O{2,}(?![A-Za-z])|_{3,}"
)
_BRACKETS = re.compile(r"\[\s*\]|\(\s*\)|\{\s*\}|「\s*」|⟦|⟧|\[\[|\]\]|\{\{|\}\}|⟨\s*⟩")
_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)|(?<=\S) +(?=[,.;:!?。，](?:\s|$))")
_DANGLING = re.compile(r"(?<=\s)(?:은|는|을|를|와|과|의|에게|한테|에서|으로)(?=\s)")


def mask_findings(text: str, *, where: str = "text") -> list[Leak]:
    """Traces in a text, in its order. Masks count when they differ in length, or are as long as a Korean name."""
    masks = list(_MASK.finditer(text))
    lengths = {match.end() - match.start() for match in masks}
    leaks = [
        _trace("mask.length" if len(lengths) > 1 else "mask.short", where, match)
        for match in masks
        if len(lengths) > 1 or lengths <= {2, 3, 4}
    ]
    for rule, pattern in (("brackets", _BRACKETS), ("gap", _GAP), ("particle", _DANGLING)):
        leaks += [_trace(rule, where, match) for match in pattern.finditer(text)]
    return sorted(leaks, key=lambda leak: (leak.start or 0, leak.end or 0))


def _trace(rule: str, where: str, match: re.Match[str]) -> Leak:
    return Leak(rule, LOOK, where, match.start(), match.end(), "trace", "TRACE")


def partial(source: str, released: str, watched: Iterable[Watched], *, where: str = "text") -> list[Leak]:
    """Groups replaced in most places and forgotten in some: the places left, each with `partial 6 of 7`."""
    watch = Watch(watched)
    before = Counter(leak.group for leak in watch.check(source) if leak.severity == BLOCK)
    left = [leak for leak in watch.check(released, where) if leak.severity == BLOCK]
    after = Counter(leak.group for leak in left)
    return [
        Leak(
            f"partial {before[leak.group] - after[leak.group]} of {before[leak.group]}",
            BLOCK,
            where,
            leak.start,
            leak.end,
            leak.group,
            leak.kind,
        )
        for leak in left
        if after[leak.group] < before[leak.group]
    ]


@dataclass(frozen=True, slots=True)
class Rare:
    """A combination of released facts (names, not values) that fits fewer than k cases, and how many it fits."""

    facts: tuple[str, ...]
    count: int


def rare_combination(
    facts: Mapping[str, object], population: Sequence[Mapping[str, object]], k: int, *, most: int = 3
) -> list[Rare]:
    """The smallest combinations of up to `most` released facts that fit fewer than `k` cases of the population.

    A case is a mapping with the same names of facts; an entry `count` says how many people it stands for (1 without).
    Facts that are None are not released. A combination that holds a smaller rare one is not repeated. An empty
    population knows nothing, and unknown is too small: every fact is rare then.
    """
    told = sorted(name for name, value in facts.items() if value is not None)
    rare: list[Rare] = []
    for size in range(1, min(most, len(told)) + 1):
        for names in combinations(told, size):
            if any(set(each.facts) <= set(names) for each in rare):
                continue
            count = sum(_weight(case) for case in population if all(case.get(name) == facts[name] for name in names))
            if count < k:
                rare.append(Rare(names, count))
    return rare


def _weight(case: Mapping[str, object]) -> int:
    count = case.get("count", 1)
    return count if isinstance(count, int) else 1
