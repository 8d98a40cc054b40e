"""The reviewed table of routes, for tests that walk all of them."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import UUID

TABLE = Path(__file__).parent / "routes.txt"
LINES = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines()]
ABSENT = UUID("00000000-0000-4000-8000-000000000000")
PEOPLE = {"hana": "interviewer", "mina": "reviewer", "dain": "coordinator", "anna": "administrator"}


def filled(rule: str) -> str:
    """An address of this rule, with ids of nothing."""
    rule = re.sub(r"<uuid:[^>]+>", str(ABSENT), rule)
    rule = re.sub(r"<int:[^>]+>", "1", rule)
    return re.sub(r"<[^>]+>", "x", rule)
