"""What a coordinator typed and ticked on the query desk, read out of the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from intake.actions import search
from intake.actions.arranging import KINDS, Kind, Part, Path, cut, grown
from intake.errors import N_, Invalid
from intake.models.judgement import Verdict

Answers = Mapping[str, Sequence[str]]
SHOWN = "shown."
MOST_TYPED = 7_000
"""A question is an address as well; of Hangul, more than this is longer than servers take (65,534 bytes)."""


@dataclass(frozen=True)
class Asked:
    """One address of the desk. `first`: the place of the page's first row in the answer, counted from one."""

    text: str
    tab: str = "all"
    after: str | None = None
    first: int = 1

    def address(self, **changed: str | int | None) -> dict[str, str | int]:
        """The values of the address with some changed; a changed question or tab begins at the first page."""
        paged: dict[str, str | int | None] = {"after": self.after, "first": self.first} if not changed else {}
        values: dict[str, str | int | None] = {"q": self.text, "tab": self.tab, **paged, **changed}
        plain = {"tab": "all", "first": 1, "q": ""}
        return {name: value for name, value in values.items() if value and value != plain.get(name)}


def _last(said: Answers, name: str) -> str:
    return said[name][-1].strip() if said.get(name) else ""


def asked(said: Answers) -> Asked:
    """The question of an address. `Invalid` for one that is longer than a box lets through."""
    text = _last(said, "q")
    if len(text) > MOST_TYPED:
        raise Invalid(N_("This search is too long: at most %(most)d characters."), most=MOST_TYPED)
    first = _last(said, "first")
    place = int(first) if first.isascii() and first.isdigit() and len(first) < 8 else 1
    return Asked(text, _last(said, "tab") or "all", _last(said, "after") or None, max(1, place))


@dataclass(frozen=True)
class Ticks:
    """Boxes of the facets: what was ticked when they were shown, and what is ticked now, by key."""

    shown: Mapping[str, tuple[str, ...]]
    now: Mapping[str, tuple[str, ...]]


def ticks(said: Answers) -> Ticks:
    """The boxes of the facets. What is no facet is left out: it is no part of the form."""
    return Ticks(
        {key: tuple(said[SHOWN + key]) for key in search.FACETS if SHOWN + key in said},
        {key: tuple(said[key]) for key in search.FACETS if key in said},
    )


@dataclass(frozen=True)
class Word:
    """A coordinator's word on one concept in one testimony."""

    testimony_id: UUID
    concept: str
    verdict: Verdict
    start: int | None
    end: int | None


def judged(said: Answers) -> Word:
    """The verdict a button sent. `Invalid` for anything a button of ours would not send."""
    try:
        return Word(
            UUID(_last(said, "testimony")),
            _last(said, "concept"),
            Verdict(_last(said, "verdict")),
            _offset(_last(said, "start")),
            _offset(_last(said, "end")),
        )
    except ValueError:
        raise Invalid(N_("This request makes no sense.")) from None


def _offset(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError
    return int(text) if text else None


MOST_PARTS, DEEPEST = 200, 8


@dataclass(frozen=True)
class Building:
    """A tree as its form holds it, what was pressed (`ask`, `add`, `nest`, `drop` or nothing), and where."""

    tree: Part | None
    pressed: str
    at: Path


def building(said: Answers) -> Building:
    """The builder's form. `Invalid` for a tree that is too large, or no tree."""
    kinds = {_path(name): _kind(_last(said, name)) for name in said if name.startswith("kind.")}
    texts = {_path(name): _last(said, name) for name in said if name.startswith("part.")}
    paths = kinds.keys() | texts.keys()
    if len(paths) > MOST_PARTS or any(len(path) > DEEPEST for path in paths):
        raise Invalid(N_("This question has too many parts to be built here."))
    pressed = next((name for name in ("add", "nest", "drop", "ask") if name in said), "")
    at = _path(f"x.{_last(said, pressed)}") if pressed and pressed != "ask" else ()
    tree = _tree((), kinds, texts) if () in kinds else None
    if tree is not None and pressed == "add":
        tree = grown(tree, at, Part())
    elif tree is not None and pressed == "nest":
        tree = grown(tree, at, Part("any", parts=(Part(), Part())))
    elif tree is not None and pressed == "drop":
        tree = cut(tree, at)
    return Building(tree, pressed, at)


def _path(name: str) -> Path:
    """`part.0-2` is the third part of the first group; `kind.` is the top."""
    steps = [step for step in name.partition(".")[2].split("-") if step]
    if not all(step.isascii() and step.isdigit() and len(step) < 4 for step in steps):
        raise Invalid(N_("This request makes no sense."))
    return tuple(map(int, steps))


def _kind(said: str) -> Kind:
    found = next((kind for kind in KINDS if kind == said), None)
    if found is None:
        raise Invalid(N_("This request makes no sense."))
    return found


def _tree(path: Path, kinds: Mapping[Path, Kind], texts: Mapping[Path, str]) -> Part:
    if path not in kinds:
        return Part(text=texts[path])
    below = sorted(one for one in kinds.keys() | texts.keys() if len(one) == len(path) + 1 and one[:-1] == path)
    return Part(kinds[path], parts=tuple(_tree(one, kinds, texts) for one in below))
