"""The project's own vocabulary and gazetteer, read once."""

import tomllib

import pytest

from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary, parse
from intake.resources import folder


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    files = sorted((folder("config") / "vocabulary").glob("*.toml"))
    return parse(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.parse(tomllib.loads((folder("config") / "places.toml").read_text(encoding="utf-8")))
