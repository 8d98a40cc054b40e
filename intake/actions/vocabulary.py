"""The vocabulary and the gazetteer: loading a version, and giving everybody the newest."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from sqlalchemy import select

from intake.errors import Misconfigured
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary, merge, parse
from intake.models.vocabulary import VocabularyVersion
from intake.resources import folder
from intake.work import Work, action


def current(work: Work) -> tuple[int, Vocabulary, Gazetteer]:
    """The newest loaded version's number, terms and places; parsed once per process."""
    number = work.db.scalar(select(VocabularyVersion.number).order_by(VocabularyVersion.number.desc()).limit(1))
    if number is None:
        raise Misconfigured("No vocabulary has been loaded: run `intake vocabulary load`.")
    remembered = work.instance.remembered
    if remembered.get("vocabulary", (0,))[0] != number:
        row = work.row(VocabularyVersion, number)
        remembered["vocabulary"] = (number, parse([row.vocabulary]), Gazetteer.parse(row.places))
    found: tuple[int, Vocabulary, Gazetteer] = remembered["vocabulary"]
    return found


@action(reading=True)
def list_(work: Work) -> tuple[int, Vocabulary, Gazetteer]:
    """All terms and places, with the number of the version."""
    return current(work)


@action
def load(work: Work, source: Path | None = None) -> int:
    """Load the files of a folder (or those that came with the application) as the newest version.

    A term that is no longer in the files is kept as retired. Loading what is loaded already changes nothing. Returns
    the version's number. `Misconfigured` names the first term that does not make sense.
    """
    return load_from(work, source or folder("config"))


def load_from(work: Work, source: Path) -> int:
    """`load` for callers inside another verb (founding an instance)."""
    terms = parse(_read(path) for path in sorted((source / "vocabulary").glob("*.toml")))
    places = _read(source / "places.toml")
    Gazetteer.parse(places)
    last = work.db.scalar(select(VocabularyVersion).order_by(VocabularyVersion.number.desc()).limit(1))
    if last is not None:
        terms = merge(parse([last.vocabulary]), terms)
    document = terms.to_document()
    checksum = hashlib.sha256(json.dumps([document, places], sort_keys=True).encode()).digest()
    if last is not None and last.checksum == checksum:
        return last.number
    version = VocabularyVersion(
        number=1 if last is None else last.number + 1,
        loaded_on=work.today,
        checksum=checksum,
        vocabulary=document,
        places=places,
    )
    work.db.add(version)
    return version.number


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as problem:
        raise Misconfigured("%(file)s cannot be read: %(why)s", file=path.name, why=str(problem)) from None
