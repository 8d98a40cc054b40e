"""Breaking controls one at a time: each must be noticed by the tests named for it, which are green without it.

A security test counts only if it has been seen to fail. The lists stand beside the tests of their rooms
(`mutants*.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Mutant:
    """What is broken, in which module of the package, and which tests must notice, as its list's runner reads them."""

    what: str
    module: str
    old: str
    new: str
    tests: str


def survey(package: Path, chosen: Sequence[Mutant], green: Callable[[str], bool]) -> int:
    """Break a copy of the package by each mutant in turn. `green(tests)`: whether these tests pass against the copy as
    it stands. 0 when every mutant was noticed, 1 otherwise; a mutant whose line is gone was not."""
    survivors = 0
    for mutant in chosen:
        path = package / f"{mutant.module}.py"
        whole = path.read_text("utf-8")
        if mutant.old not in whole:
            print("STALE   ", mutant.what)
            survivors += 1
            continue
        broken = whole.replace(mutant.old, mutant.new)
        # A mutant that is not even Python would be noticed by anything.
        compile(broken, mutant.what, "exec")
        path.write_text(broken, "utf-8")
        survived = green(mutant.tests)
        path.write_text(whole, "utf-8")
        print("SURVIVED" if survived else "noticed ", mutant.what, flush=True)
        survivors += survived
    print(f"{len(chosen) - survivors} of {len(chosen)} noticed")
    return 1 if survivors else 0
