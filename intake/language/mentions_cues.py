"""Reading the cues in a text: one pass per script, whatever the number of cues.

All expressions of a language become one alternation, grouped by first letter so that a position which starts
no cue costs next to nothing; which alternative matched names the kinds of the cue. Kinds are bits of an
integer, so that a sentence's cues are a mask and a rule is a few `&`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from intake.language import mentions_chinese, mentions_english, mentions_korean, mentions_russian

_AROUND = re.compile(r"\(\?<?[!=][^()]*(?:\([^()]*\)[^()]*)*\)")

_CUES: Mapping[str, Mapping[str, str]] = {
    "ko": mentions_korean.CUES,
    "en": mentions_english.CUES,
    "zh": mentions_chinese.CUES,
    "ru": mentions_russian.CUES,
}
_LETTERS = {"ko": "가-힣", "en": "a-z", "zh": "一-鿿", "ru": "а-я"}
_WITH_SPACES = ("en", "ru")
_PRESENT = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}

KINDS: tuple[str, ...] = tuple(dict.fromkeys(kind for cues in _CUES.values() for kind in cues))
BIT: Mapping[str, int] = {kind: 1 << position for position, kind in enumerate(KINDS)}

# Kinds that count even inside a longer cue: “none of the *North Korean girls* ever came out”.
_CONTEXT = ("DPRK", "CREW", "SITE", "ACT", "MONTH", "DOOR", "LODGE")

# What a cue also is.
_IMPLIED: Mapping[str, tuple[str, ...]] = {
    "TVISA": ("TOUR", "PAPER"),
    "VVISA": ("VISIT", "PAPER"),
    "SVISA": ("STUD", "PAPER"),
    "NVISA": ("TRAIN", "TRAINEE", "PAPER"),
    "TRAINEE": ("TRAIN",),
    "PASS": ("PAPER",),
    "RECUR": ("MONTH",),
    "OUTIN": ("BACK",),
    "SCHOOLDOM": ("STUD",),
    "DUNNO": ("SHAM",),
    "DOORLOCK": ("DOOR", "LOCK"),
    "ONPAPER": ("SHAM", "PAPER"),
}


def mask(*kinds: str) -> int:
    """Return the bits of the kinds named."""
    bits = 0
    for kind in kinds:
        bits |= BIT[kind]
    return bits


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its kinds as a mask, where it stands in the folded text, and in which script it was found."""

    kinds: int
    start: int
    end: int
    script: str


@dataclass(frozen=True)
class _Reader:
    script: str
    pattern: re.Pattern[str]
    kinds: tuple[int, ...]
    single: tuple[tuple[int, re.Pattern[str]], ...]
    inner: tuple[tuple[int, re.Pattern[str]], ...]
    lead: int
    memo: dict[tuple[str, int], int]

    def read(self, text: str) -> Iterator[Cue]:
        memo, lead = self.memo, self.lead
        for found in self.pattern.finditer(text):
            start, end = found.span()
            key = (text[start + lead : end], found.lastindex or 0)
            kinds = memo.get(key)
            if kinds is None:
                kinds = self._remember(key)
            yield Cue(kinds, start, end - lead, self.script)

    def _remember(self, key: tuple[str, int]) -> int:
        surface, index = key
        kinds = self.kinds[index]
        for kind, pattern in self.single:
            if pattern.fullmatch(surface):
                kinds |= kind
        for kind, pattern in self.inner:
            if pattern.search(surface):
                kinds |= kind
        if len(self.memo) > 50_000:
            self.memo.clear()
        self.memo[key] = kinds
        return kinds


def scan(folded: str) -> list[Cue]:
    """Return all cues in order of their start. Cues of one script do not overlap."""
    cues: list[Cue] = []
    scripts = 0
    for script, present in _PRESENT.items():
        if present.search(folded):
            reader = _reader(script)
            cues.extend(reader.read("\n" * reader.lead + folded))
            scripts += 1
    if scripts > 1:
        cues.sort(key=lambda cue: cue.start)
    return cues


def _alternatives(table: str) -> list[str]:
    """Split at line ends and at bars outside brackets; a backslash at the end of a line joins it with the next."""
    parts: list[str] = []
    table = re.sub(r"\\\n\s*", "", table)
    for line in filter(None, map(str.lstrip, table.split("\n"))):
        depth, current = 0, ""
        for position, char in enumerate(line):
            escaped = position > 0 and line[position - 1] == "\\"
            depth += 0 if escaped else (char in "([") - (char in ")]")
            if char == "|" and depth == 0:
                parts.append(current)
                current = ""
            else:
                current += char
        parts.append(current)
    return [part.strip(" ") if part.startswith("  ") else part for part in parts if part.strip()]


def _implied(kinds: Iterable[str]) -> int:
    bits = 0
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        bits |= BIT[kind]
        waiting.extend(_IMPLIED.get(kind, ()))
    return bits


@cache
def _reader(script: str) -> _Reader:
    """Built when a script is first met: hundreds of expressions take a moment to compile."""
    letters, cues, words = _LETTERS[script], _CUES[script], script in _WITH_SPACES
    kinds_of: dict[str, set[str]] = defaultdict(set)
    for kind, table in cues.items():
        for alternative in _alternatives(table):
            for plain in _opened(alternative):
                kinds_of[plain].add(kind)
    ordered: list[str] = []
    body = _tree([(alternative, alternative) for alternative in kinds_of], ordered)
    return _Reader(
        script=script,
        pattern=re.compile(f"[^{letters}](?:{body})(?![{letters}])" if words else body),
        kinds=(0, *(_implied(kinds_of[a]) for a in ordered)),
        single=tuple((_implied([kind]), re.compile("|".join(_alternatives(table)))) for kind, table in cues.items()),
        inner=tuple((_implied([kind]), _inside(cues[kind], letters if words else "")) for kind in _CONTEXT),
        lead=1 if words else 0,
        memo={},
    )


def _inside(table: str, letters: str) -> re.Pattern[str]:
    body = "|".join(_alternatives(table))
    return re.compile(f"(?<![{letters}])(?:{body})(?![{letters}])" if letters else body)


def _opened(expression: str) -> list[str]:
    """Distribute what follows over a leading group or class, so that every alternative starts with a
    letter."""
    if expression.startswith("["):
        close = expression.index("]")
        members, rest = expression[1:close].replace("0-9", "0123456789"), expression[close + 1 :]
        if "-" in members:
            return [expression]
        if rest.startswith("+"):
            rest = expression[: close + 1] + "*" + rest[1:]
        return [char + rest for char in members] if not rest.startswith(("?", "{")) else [expression]
    if not expression.startswith("(?:"):
        return [expression]
    depth, inner, position = 1, "", 3
    while depth:
        char = expression[position]
        depth += (char in "([") - (char in ")]") if expression[position - 1] != "\\" else 0
        inner += char
        position += 1
    rest = expression[position:]
    heads = _alternatives(inner[:-1])
    if rest.startswith("?"):
        heads.append("")
        rest = rest[1:]
    elif rest.startswith(("{", "+", "*")):
        return [expression]
    return [plain for head in heads for plain in _opened(head + rest)]


def _tree(alternatives: list[tuple[str, str]], ordered: list[str]) -> str:
    """Return one expression for (rest, whole) pairs that shares beginnings; number the wholes in
    `ordered`."""
    children: dict[str, list[tuple[str, str]]] = defaultdict(list)
    others: list[tuple[str, str]] = []
    for rest, whole in alternatives:
        if rest and rest[0] not in "\\^$.|?*+()[{" and (len(rest) == 1 or rest[1] not in "?*+{"):
            children[rest[0]].append((rest[1:], whole))
        else:
            others.append((rest, whole))
    branches: list[tuple[int, str, list[tuple[str, str]]]] = [
        (max(_reach(rest) for rest, _ in group) + 1, first, group) for first, group in children.items()
    ]
    branches.extend((_reach(rest), "", [(rest, whole)]) for rest, whole in others)
    parts = []
    for _, first, group in sorted(branches, key=lambda branch: -branch[0]):
        if first:
            parts.append(re.escape(first) + _tree(group, ordered))
        else:
            ordered.append(group[0][1])
            parts.append(group[0][0] + "()")
    return parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"


def _reach(expression: str) -> int:
    """A measure of how much text an expression takes, looking around not counted: longer ones are tried
    first."""
    return len(_AROUND.sub("", expression))
