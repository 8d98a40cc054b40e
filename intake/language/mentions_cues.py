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
from functools import cache, reduce
from operator import or_

from intake.language import (
    mentions_chinese,
    mentions_chinese_near,
    mentions_chinese_oblique,
    mentions_chinese_scenes,
    mentions_english,
    mentions_english_oblique,
    mentions_english_signs,
    mentions_korean,
    mentions_korean_near,
    mentions_korean_oblique,
    mentions_korean_scenes,
    mentions_russian,
    mentions_russian_oblique,
    mentions_russian_signs,
)

_MANY, _FEW, _FAN = 40, 12, 5
_RUN = 24
_REMEMBERED = 50_000
_AROUND = re.compile(r"\(\?<?[!=][^()]*(?:\([^()]*\)[^()]*)*\)")


def _joined(*tables: Mapping[str, str]) -> dict[str, str]:
    """Tables of one language as one: a kind's expressions are those of all of them."""
    kinds = dict.fromkeys(kind for table in tables for kind in table)
    return {kind: "\n".join(table[kind] for table in tables if kind in table) for kind in kinds}


CUES: Mapping[str, Mapping[str, str]] = {
    "ko": _joined(mentions_korean.CUES, mentions_korean_oblique.CUES),
    "en": _joined(mentions_english.CUES, mentions_english_oblique.CUES),
    "zh": _joined(mentions_chinese.CUES, mentions_chinese_oblique.CUES),
    "ru": _joined(mentions_russian.CUES, mentions_russian_oblique.CUES),
}
# Read by themselves, beside the others: a sign is a longer stretch of words, in which cues may stand.
SIGNS: Mapping[str, Mapping[str, str]] = {"en": mentions_english_signs.CUES, "ru": mentions_russian_signs.CUES}
# Read in a pass of their own: a scene may reach over plain cues without hiding them.
SCENES: Mapping[str, Mapping[str, str]] = {
    "ko": _joined(mentions_korean_scenes.CUES, mentions_korean_near.CUES),
    "zh": _joined(mentions_chinese_scenes.CUES, mentions_chinese_near.CUES),
}
_LETTERS = {"ko": "가-힣", "en": "a-z", "zh": "一-鿿", "ru": "а-я"}
_WITH_SPACES = ("en", "ru")
_PRESENT = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}

KINDS: tuple[str, ...] = tuple(
    dict.fromkeys(kind for tables in (CUES, SIGNS, SCENES) for cues in tables.values() for kind in cues)
)
BIT: Mapping[str, int] = {kind: 1 << position for position, kind in enumerate(KINDS)}

# Kinds that count even inside a longer cue: “none of the *North Korean girls* ever came out”.
_CONTEXT = ("DPRK", "CREW", "SITE", "ACT", "MONTH", "DOOR", "LODGE")
_SCENE_CONTEXT = ("DAYCOUNT", "BORDERTOWN", *mentions_korean_near.CUES)

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
    "NONEOF": ("NEG",),
    "SCHOOLDOM": ("STUD",),
    "DUNNO": ("SHAM",),
    "DOORLOCK": ("DOOR", "LOCK"),
    "ONPAPER": ("SHAM", "PAPER"),
}


def union(kinds: Iterable[int]) -> int:
    """Return the kinds of all."""
    return reduce(or_, kinds, 0)


def mask(*kinds: str) -> int:
    """Return the bits of the kinds named."""
    bits = 0
    for kind in kinds:
        bits |= BIT[kind]
    return bits


@dataclass(eq=False, slots=True)
class Cue:
    """One cue: its kinds as a mask, where it stands in the folded text, and in which script it was found."""

    kinds: int
    start: int
    end: int
    script: str


@dataclass(frozen=True)
class _Reader:
    """`whole` tells the kinds of a cue from its words; `looking` those that also look at what stands around them."""

    script: str
    pattern: re.Pattern[str]
    whole: tuple[tuple[int, re.Pattern[str]], ...]
    looking: tuple[tuple[int, re.Pattern[str]], ...]
    inner: tuple[tuple[int, re.Pattern[str]], ...]
    lead: int
    memo: dict[str, int]

    def read(self, text: str) -> Iterator[Cue]:
        memo, lead, script = self.memo, self.lead, self.script
        for found in self.pattern.finditer(text):
            start, end = found.span()
            kinds = memo.get(text[start + lead : end])
            if kinds is None:
                kinds = self._remember(text, start + lead, end)
            yield Cue(kinds, start, end - lead, script)

    def _remember(self, text: str, start: int, end: int) -> int:
        words = text[start:end]
        kinds = union(kind for kind, pattern in self.whole if pattern.fullmatch(words))
        kinds |= union(kind for kind, pattern in self.inner if pattern.search(words))
        for kind, pattern in self.looking:
            found = pattern.match(text, start)
            if found and found.end() == end:
                kinds |= kind
        if len(self.memo) > _REMEMBERED:
            self.memo.clear()
        self.memo[words] = kinds
        return kinds


def scan(folded: str) -> list[Cue]:
    """Return all cues in order of their start. Cues of one script do not overlap, but signs overlap with them."""
    cues: list[Cue] = []
    passes = 0
    for script, present in _PRESENT.items():
        if present.search(folded):
            for reader in _readers(script):
                cues.extend(reader.read("\n" * reader.lead + folded))
                passes += 1
    if passes > 1:
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
def _readers(script: str) -> tuple[_Reader, ...]:
    """Built when a script is first met: hundreds of expressions take a moment to compile."""
    passes = ((CUES, _CONTEXT), (SIGNS, _CONTEXT), (SCENES, _SCENE_CONTEXT))
    return tuple(_reader(script, tables[script], context) for tables, context in passes if script in tables)


def _reader(script: str, cues: Mapping[str, str], context: tuple[str, ...]) -> _Reader:
    letters, words = _LETTERS[script], script in _WITH_SPACES
    every = {kind: _alternatives(table) for kind, table in cues.items()}
    body = _tree(sorted({plain for alternatives in every.values() for a in alternatives for plain in _opened(a)}))
    # A run of digits is read from each of them: what may repeat is bounded, or long runs would take for ever.
    body = body.replace("]+", f"]{{1,{_RUN}}}").replace("]*", f"]{{0,{_RUN}}}")
    return _Reader(
        script=script,
        pattern=re.compile(f"[^{letters}](?:{body})(?![{letters}])" if words else body),
        whole=tuple((_implied([kind]), re.compile("|".join(alternatives))) for kind, alternatives in every.items()),
        looking=tuple(
            (_implied([kind]), re.compile(alternative))
            for kind, alternatives in every.items()
            for alternative in alternatives
            if _AROUND.search(alternative)
        ),
        inner=tuple(
            (_implied([kind]), _inside(cues[kind], letters if words else "")) for kind in context if kind in cues
        ),
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
        if rest.startswith("?"):
            return [plain for char in (*members, "") for plain in _opened(char + rest[1:])]
        return [char + rest for char in members] if not rest.startswith("{") else [expression]
    if not expression.startswith("(?:"):
        if expression[1:2] == "?":
            return [expression[0] + expression[2:], *_opened(expression[2:])]
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


def _tree(alternatives: list[str]) -> str:
    """Return one expression that shares beginnings and tries the longer before the shorter."""
    children: dict[str, list[str]] = defaultdict(list)
    others: list[str] = []
    for rest in alternatives:
        if rest and rest[0] not in "\\^$.|?*+()[{" and (len(rest) == 1 or rest[1] not in "?*+{"):
            children[rest[0]].append(rest[1:])
        else:
            others.append(rest)
    if len(children) > _MANY and not others:
        return _dispatched(sorted(children.items()))
    branches = [(max(map(_reach, group)) + 1, re.escape(first) + _tree(group)) for first, group in children.items()]
    branches.extend((_reach(rest), rest) for rest in others)
    parts = [expression for _, expression in sorted(branches, key=lambda branch: -branch[0])]
    return parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"


def _dispatched(children: list[tuple[str, list[str]]]) -> str:
    """Many first letters: look whether any fits, then in which part of them, and only then at each."""
    if len(children) <= _FEW:
        inner = "|".join(re.escape(first) + _tree(rest) for first, rest in children)
    else:
        size = -(-len(children) // _FAN)
        parts = (children[start : start + size] for start in range(0, len(children), size))
        inner = "|".join(map(_dispatched, parts))
    return f"(?=[{''.join(first for first, _ in children)}])(?:{inner})"


def _reach(expression: str) -> int:
    """A measure of how much text an expression takes, looking around not counted: longer ones are tried
    first."""
    return len(_AROUND.sub("", expression))
