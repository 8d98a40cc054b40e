"""A small world to search in: the project's own vocabulary and places, testimonies made to order, a plain detector."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from intake import resources
from intake.language import places, vocabulary
from intake.models.testimony import TestimonyContent
from intake.readmodel.model import ReadModel
from intake.readmodel.project import Filed

COMPARTMENT = UUID(int=0xC0)
AUTHOR = UUID(int=0xA1)
KEY = bytes(range(32))


@cache
def the_vocabulary() -> vocabulary.Vocabulary:
    folder = resources.folder("config") / "vocabulary"
    return vocabulary.parse(tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml")))


@cache
def the_gazetteer() -> places.Gazetteer:
    return places.Gazetteer.parse(tomllib.loads((resources.folder("config") / "places.toml").read_text("utf-8")))


@dataclass(frozen=True)
class Spotted:
    concept: str
    start: int
    end: int
    strength: float
    polarity: str


_CUES = {
    "비자": "visa-circumvention",
    "학생": "trainee-or-student-visa.student",
    "tourist": "short-term-visitor-visa.tourist-group",
    "签证": "short-term-visitor-visa",
    "штамп": "one-month-visa-free-rotation",
    "fence": "dormitory-confinement.compound-or-zone-fenced",
}


def spot(text: str) -> Iterator[Spotted]:
    """Finds cue words; `no` right before a cue denies it. Plain on purpose: finding is not what is tested here."""
    for found in re.finditer("(no )?(" + "|".join(_CUES) + ")", text):
        yield Spotted(_CUES[found[2]], found.start(2), found.end(2), 0.75, "denied" if found[1] else "practice")


def open_model(path: Path, **changes: object) -> ReadModel:
    given: dict[str, object] = {
        "key": KEY,
        "compartment": COMPARTMENT,
        "epoch": 1,
        "head": 1_000_000,
        "vocabulary": the_vocabulary(),
        "gazetteer": the_gazetteer(),
        "vocabulary_version": 1,
        "detect": spot,
    }
    given.update(changes)
    key = given.pop("key")
    return ReadModel.open(path, key, **given)  # type: ignore[arg-type]


def filed(number: int, narrative: str = "", *, state: str = "filed", changed: int = 0, **content: object) -> Filed:
    values: dict[str, object] = {"language": "ko", "witness_code": f"W{number}", **content}
    return Filed(
        id=UUID(int=number),
        reference=f"R-{number}",
        state=state,
        filed_on=date(2021, 1, 1),
        changed=changed or number,
        author=AUTHOR,
        content=TestimonyContent(narrative=narrative, **values),  # type: ignore[arg-type]
    )
