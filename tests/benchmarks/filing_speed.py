"""How long filing, opening and asking take beside a plaintext store on the same machine in the same run.

The baseline keeps the same testimonies as JSON in one SQLite table and their words in FTS5, with the same durability
(WAL, `synchronous=FULL`), and no sealing, no signatures, no audit. Medians of single acts in milliseconds, and ratios.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from people import build
from sayings import SAID, WHO, transcribe_one

from intake.actions import search, testimony
from intake.models.content import encode

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 300
LONG = replace(SAID, narrative=SAID.narrative * 12)


def timed(deed: Callable[[int], object], count: int) -> float:
    """The median duration of one act, in milliseconds."""
    took = []
    for n in range(count):
        began = time.perf_counter()
        deed(n)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        house = build(folder / "instance")
        house.instance.settings.__dict__["reading_budget"] = 10**6
        hana, mina, dain = house.gate("hana"), house.gate("mina"), house.gate("dain")
        plain = sqlite3.connect(folder / "plain.sqlite3", isolation_level=None)
        for statement in (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "CREATE TABLE t (id TEXT PRIMARY KEY, said TEXT)",
            "CREATE VIRTUAL TABLE f USING fts5(said)",
        ):
            plain.execute(statement)

        ids: list[object] = []

        def plainly(n: int) -> None:
            plain.execute("BEGIN IMMEDIATE")
            plain.execute("INSERT INTO t VALUES (?, ?)", (str(n), encode(LONG).decode()))
            plain.execute("INSERT INTO f (rowid, said) VALUES (?, ?)", (n + 1, LONG.narrative))
            plain.execute("COMMIT")

        rows = [
            (
                "file one testimony",
                timed(lambda n: ids.append(transcribe_one(hana, f"B-{n}", LONG, WHO).testimony_id), COUNT),
                timed(plainly, COUNT),
            ),
            (
                "open one testimony",
                timed(lambda n: testimony.read(mina, ids[n]), COUNT),  # type: ignore[arg-type]
                timed(
                    lambda n: json.loads(plain.execute("SELECT said FROM t WHERE id = ?", (str(n),)).fetchone()[0]),
                    COUNT,
                ),
            ),
        ]
        began = time.perf_counter()
        search.run(dain, "도장", facets=())
        print(f"first search after {COUNT} filings (reads them all): {time.perf_counter() - began:.2f} s")
        rows.append(
            (
                "search a word, 25 opened",
                timed(lambda _n: search.run(dain, "도장", facets=()), 20),
                timed(
                    lambda _n: [
                        json.loads(said)
                        for (said,) in plain.execute(
                            "SELECT t.said FROM f JOIN t ON t.rowid = f.rowid WHERE f MATCH ? LIMIT 25", ('"도장을"',)
                        )
                    ],
                    20,
                ),
            )
        )
    print(f"{'act':<28}{'sealed ms':>12}{'plain ms':>12}{'ratio':>9}")
    for what, sealed, plaintext in rows:
        print(f"{what:<28}{sealed:>12.2f}{plaintext:>12.3f}{sealed / plaintext:>9.1f}")


if __name__ == "__main__":
    main()
