"""How long a page of results takes beyond its query, and what the process that serves it holds.

    python tests/benchmarks/page_speed.py [TESTIMONIES ...]

Testimonies are filed through the gate, as interviewers file them; a process of its own then serves the page of a
question that all of them answer: 25 opened and decrypted, their reasons shown in context, facets, everything rendered,
the reading entered in the journal. The query is what the search file does for that page. The bars: at most 60 ms beyond
the query, at most 300 MB of resident memory, however many testimonies there are.
"""

from __future__ import annotations

import functools
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from people import Clock, build
from sayings import SAID, WHO, transcribe_one

from intake import create_app
from intake.instance import open_instance
from intake.readmodel.model import ReadModel
from intake.settings import load

SIZES = (300, 3000)
REPEAT = 21
MOST_MS, MOST_MB = 60, 300
LONG = replace(SAID, narrative=SAID.narrative * 12)
PAGE = "/search?q=concept:visa-circumvention+도장"


class Served(NamedTuple):
    """Medians in milliseconds, resident memory in megabytes, rows of the page."""

    page: float
    query: float
    memory: float
    rows: int


class Asking:
    """The time spent in the search file since it was last taken."""

    def __init__(self) -> None:
        self.spent = 0.0
        for name in ("search", "why", "facets"):
            setattr(ReadModel, name, self._timed(getattr(ReadModel, name)))

    def _timed(self, deed: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(deed)
        def timed(*args: Any, **more: Any) -> Any:
            began = time.perf_counter()
            try:
                return deed(*args, **more)
            finally:
                self.spent += time.perf_counter() - began

        return timed

    def take(self) -> float:
        spent, self.spent = self.spent, 0.0
        return spent


def serve(folder: Path, now: datetime, token: str) -> Served:
    """The page and its query, in the process that calls this."""
    settings = replace(load(folder, {}), reading_budget=10**6)
    instance = replace(open_instance(settings, clock=Clock(now)), settings=settings)
    client = create_app(settings, instance).test_client()
    client.set_cookie("intake", token)
    asking = Asking()
    rows = client.get(PAGE).get_data(as_text=True).count("data-row")
    asking.take()
    pages, queries = [], []
    for _ in range(REPEAT):
        began = time.perf_counter()
        answer = client.get(PAGE)
        pages.append(time.perf_counter() - began)
        queries.append(asking.take())
        assert answer.status_code == 200, answer.status_code
    memory = psutil.Process().memory_info().rss / 1e6
    return Served(statistics.median(pages) * 1000, statistics.median(queries) * 1000, memory, rows)


def measure(size: int) -> Served:
    """An instance with so many testimonies, served by a process that has done nothing else."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "instance"
        house = build(folder)
        hana = house.gate("hana")
        for number in range(size):
            transcribe_one(hana, f"B-{number}", LONG, WHO)
        token = house["dain"].session().token
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            return pool.apply(serve, (folder, house.clock.now, token))


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print(f"{'testimonies':>12}{'page ms':>10}{'query ms':>10}{'beyond ms':>11}{'memory MB':>11}{'rows':>6}")
    for size in sizes:
        one = measure(size)
        beyond = one.page - one.query
        missed = [*(["ms"] if beyond > MOST_MS else []), *(["MB"] if one.memory > MOST_MB else [])]
        print(
            f"{size:>12,}{one.page:>10.1f}{one.query:>10.1f}{beyond:>11.1f}{one.memory:>11.1f}{one.rows:>6}"
            f"{'  missed: ' + ', '.join(missed) if missed else '  held'}"
        )


if __name__ == "__main__":
    main()
