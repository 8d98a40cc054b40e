"""How fast the coordinator's desk answers, beside a plaintext store of the same testimonies, in one run on one corpus.

    python tests/benchmarks/search_speed.py [--sizes 10000 100000 1000000] [--out FOLDER] [--repeat N] [--postgres N]

A million testimonies take an hour or two; sizes measured into the same folder before stay in its report.

Times are medians in milliseconds, both sides run in turn. Both sides count testimonies and fetch the first page of 25,
newest first, on the sealed side with the bases of each row, from the text as typed. Rows “in four units” count distinct
witnesses, cases and workplaces as well, and on the sealed side the tabs: the whole of what the desk shows. What an
answer found is forgotten before each run on the sealed side; the sets of the index stay in memory as SQLite's pages do
on both sides. Analysis of the words (tokens, mentions) is the same on both sides and remembered per sentence while
building, so that the ratio is the index's alone; its cost is told apart and put into the rows that have a bar.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, field, fields
from datetime import date
from itertools import islice, pairwise
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import corpus, plot, postgres, scan
from benchmarks.baseline import Baseline
from readmodel.world import the_gazetteer, the_vocabulary

from intake.language import mentions, tokens
from intake.readmodel import facts
from intake.readmodel.facts import Lore
from intake.readmodel.grammar import parse
from intake.readmodel.model import ReadModel

KEY = bytes(range(32))
BATCH = 500
MOST_GROWTH = 12
"""How many times slower a query may be for ten times the testimonies."""
FACETS = ("mechanism", "place", "focus", "sector", "indicator", "document", "entry", "state")
YEARS = tuple(str(year) for year in range(2014, 2018))


@dataclass
class Row:
    """One line of the table. `bar`: the highest allowed ratio, or None."""

    work: str
    bar: float | None
    ours: float
    theirs: float
    unit: str = "ms"
    notes: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs if self.theirs else float("nan")

    @property
    def held(self) -> bool | None:
        return None if self.bar is None else self.ratio <= self.bar


@dataclass
class Run:
    size: int
    rows: list[Row] = field(default_factory=list)
    facts: dict[str, float] = field(default_factory=dict)

    def row(self, work: str) -> Row:
        return next(row for row in self.rows if row.work == work)


def medians(ours: Callable[[], object], theirs: Callable[[], object], repeat: int) -> tuple[float, float]:
    """Milliseconds of both, run in turn so that a busy machine is busy for both. The first run is not counted, and a
    slow deed is not repeated for minutes."""
    ours()
    theirs()
    took: tuple[list[float], list[float]] = ([], [])
    began = time.perf_counter()
    while len(took[0]) < repeat and (len(took[0]) < 5 or time.perf_counter() - began < 30):
        for deed, times in zip((ours, theirs), took, strict=True):
            start = time.perf_counter()
            deed()
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(took[0]), statistics.median(took[1])


def open_model(path: Path) -> ReadModel:
    return ReadModel.open(
        path,
        KEY,
        compartment=UUID(int=1),
        epoch=1,
        head=1 << 40,
        vocabulary=the_vocabulary(),
        gazetteer=the_gazetteer(),
        vocabulary_version=1,
        detect=corpus.remembered_mentions,
    )


def resident(path: Path, texts: list[str]) -> float:
    """Megabytes of a process of its own."""
    model = open_model(path)
    for text in texts:
        query = parse(text)
        model.why(query, model.search(query).ids)
        model.facets(query, FACETS)
    model.tabulate(parse(""), "mechanism", "place@province", "year")
    return float(psutil.Process().memory_info().rss) / 1e6


class Bench:
    def __init__(self, size: int, folder: Path, repeat: int) -> None:
        self.run = Run(size)
        self.size = size
        self.repeat = repeat
        self.folder = folder
        self.texts: dict[str, str] = {}
        self.added_later = 0
        self.lore = Lore(the_vocabulary(), the_gazetteer(), corpus.remembered_mentions)
        self.model = self.open_model()
        self.baseline = Baseline(folder / "plain.db", self.lore)

    def open_model(self) -> ReadModel:
        return open_model(self.folder / "sealed.db")

    # -- building

    def build(self) -> None:
        ours = theirs = 0.0
        source = corpus.filings(self.size)
        done = 0
        while batch := list(islice(source, BATCH)):
            start = time.perf_counter()
            self.model.apply(filed=batch, mark=batch[-1].changed)
            middle = time.perf_counter()
            self.baseline.add(batch)
            ours += middle - start
            theirs += time.perf_counter() - middle
            done += len(batch)
            if done % (BATCH * 20) == 0:
                self.say(f"{done:,} built: {ours / done * 1000:.2f} and {theirs / done * 1000:.2f} ms each")
        self.add("building, per testimony, without analysis", None, ours / self.size * 1000, theirs / self.size * 1000)
        self.analysis(ours / self.size * 1000, theirs / self.size * 1000)
        self.model.file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        sealed, plain = self.model.file.path.stat().st_size, self.baseline.size()
        self.add("file size", 1.2, sealed / 1e6, plain / 1e6, unit="MB")

    def analysis(self, ours: float, theirs: float) -> None:
        """What both sides pay besides: tokens and mentions, measured on a sample without memory."""
        sample = [one.content.narrative for one in corpus.filings(min(self.size, 300))]
        known = [corpus.remembered_terms(text) for text in sample] and self.per(sample, corpus.remembered_terms)
        cost = self.per(sample, tokens.terms) + self.per(sample, mentions.find_all) - known
        self.run.facts["analysis, ms per testimony"] = cost
        self.add("building, per testimony", 1.2, ours + cost, theirs + cost)

    def per(self, sample: list[str], deed: Callable[[str], object]) -> float:
        start = time.perf_counter()
        for text in sample:
            deed(text)
        return (time.perf_counter() - start) * 1000 / len(sample)

    def add_one_by_one(self) -> None:
        self.added_later = 60
        more = corpus.filings(self.added_later, start=self.size)
        ours, theirs = [], []
        for one in more:
            start = time.perf_counter()
            self.model.apply(filed=[one], mark=one.changed)
            middle = time.perf_counter()
            self.baseline.add([one])
            ours.append(middle - start)
            theirs.append(time.perf_counter() - middle)
        one, other = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
        cost = self.run.facts["analysis, ms per testimony"]
        self.add("adding one, durable, without analysis", None, one, other)
        self.add("adding one, durable", 2.0, one + cost, other + cost)

    # -- asking

    def ask(self) -> None:
        base = self.baseline
        for name, text, match in (
            ("term in 40 % of all (기숙사)", "기숙사", '"기숙 숙사"'),
            ("term in half of all (worker)", "로동자", '"노동 동자"'),
            ("two terms", "기숙사 바느질", '"기숙 숙사" AND "바느 느질"'),
            ("Korean noun", "철조망", '"철조 조망"'),
        ):
            self.compare(name, 0.35, text, lambda match=match: base.words(match))
        for name, text, match in (
            ("phrase, Korean", '"외출 금지 명령"', '"외출 금지 명령"'),
            ("phrase, English", '"leave the compound"', '"leav the compound"'),
        ):
            self.compare(name, 0.6, text, lambda match=match: base.words(match))
        facets = [("tagged", ("one-month-visa-free-rotation",)), ("place", ("CN-JL",)), ("year", YEARS)]
        self.compare(
            "mechanism ∧ province ∧ years",
            0.6,
            f"mechanism:one-month-visa-free-rotation place:CN-JL year:{YEARS[0]}..{YEARS[-1]}",
            lambda: base.facets_all(facets),
        )
        self.compare(
            "facet ∧ term",
            None,
            "mechanism:one-month-visa-free-rotation 기숙사",
            lambda: base.facets_and_words(facets[:1], '"기숙 숙사"'),
        )
        self.compare(
            "concept with basis", 0.3, "concept:visa-circumvention", lambda: base.concept("visa-circumvention")
        )
        self.in_units()
        self.facet_counts()
        self.cross_table()
        self.first_question()

    def in_units(self) -> None:
        """What the desk shows at once, against the same counts in SQL."""
        base = self.baseline
        for work, text, theirs in (
            ("term in 40 % of all, in four units", "기숙사", lambda: base.words_in_units('"기숙 숙사"')),
            ("Korean noun, in four units", "철조망", lambda: base.words_in_units('"철조 조망"')),
            (
                "concept, in four units",
                "concept:visa-circumvention",
                lambda: base.concept_in_units("visa-circumvention"),
            ),
        ):
            found, expected = self.model.search(self.parsed(text)).counts, theirs()[0]
            assert astuple(found) == tuple(expected), (work, found, expected)

            def ours(text: str = text) -> object:
                self.forget()
                return self.model.search(self.parsed(text))

            self.add(work, None, *medians(ours, theirs, self.repeat))

    def compare(self, work: str, bar: float | None, text: str, theirs: Callable[[], object]) -> None:
        found = self.model.page(self.parsed(text))
        total = theirs()[0]  # type: ignore[index]
        assert found.testimonies == total, (work, found.testimonies, total)

        self.texts[work] = text
        took = medians(lambda: self.afresh(text), theirs, self.repeat)
        self.add(work, bar, *took, notes=f"{total:,} found")

    def afresh(self, text: str) -> object:
        """Count and first page, with nothing kept of an answer."""
        self.forget()
        return self.model.page(self.parsed(text))

    def parsed(self, text: str) -> object:
        return parse(text, vocabulary=the_vocabulary(), gazetteer=the_gazetteer())

    def forget(self) -> None:
        """Answers and the sets of words found before; not the sets of the index."""
        self.model._answers.forget()
        self.model._evaluator.forget()

    def facet_counts(self) -> None:
        query = self.parsed("기숙사")
        self.model.search(query)
        keys = [{"mechanism": "tagged"}.get(key, key) for key in FACETS]
        theirs = self.baseline.facet_counts(keys, '"기숙 숙사"')
        ours = self.model.facets(query, FACETS)
        for key, other in zip(FACETS, keys, strict=True):
            for facet in ours[key]:
                assert facet.value == "none" or facet.count == theirs.get((other, facet.value), 0), (key, facet)
        self.add(
            "facet counts for 8 facets after a query",
            0.1,
            *medians(
                lambda: self.model.facets(query, FACETS),
                lambda: self.baseline.facet_counts(keys, '"기숙 숙사"'),
                self.repeat,
            ),
        )

    def cross_table(self) -> None:
        query = self.parsed("")
        table = self.model.tabulate(query, "mechanism", "place@province", "year")
        concepts, places = ([one for one in axis.values if one != "none"] for axis in table.axes[:2])
        theirs = self.baseline.cross_table(concepts, places)
        for place, count in theirs.items():
            assert table.value(*place) == count, place

        def ours() -> object:
            self.forget()
            return self.model.tabulate(query, "mechanism", "place@province", "year")

        self.add(
            "cross-table mechanism × province × year",
            0.05,
            *medians(ours, lambda: self.baseline.cross_table(concepts, places), self.repeat),
            notes=f"{len(theirs):,} cells",
        )

    def first_question(self) -> None:
        """Opening the file and the first answer, with nothing in memory yet: no bar, but it must not surprise."""

        def ours() -> object:
            model = self.open_model()
            found = model.search(self.parsed("concept:visa-circumvention 기숙사"))
            model.close()
            return found

        def theirs() -> object:
            base = Baseline(self.baseline.path, self.lore)
            found = base.facets_and_words([("tagged", ("visa-circumvention",))], '"기숙 숙사"')
            base.close()
            return found

        self.add("opening the file and the first answer", None, *medians(ours, theirs, 5))

    def others(self) -> None:
        per = scan.per_testimony([one.content.narrative for one in corpus.filings(min(self.size, 5000))], "철조망")
        whole = per * self.size
        ours = self.run.row("Korean noun").ours
        self.add("decrypt and scan an encrypted column", 0.002, ours, whole, notes=f"{whole / ours:,.0f} × faster")

    def against_postgres(self) -> None:
        """The same queries in plaintext PostgreSQL: faster on all is the bar."""
        mechanism, years = "tagged:one-month-visa-free-rotation", [f"year:{year}" for year in YEARS]
        with postgres.filled(corpus.filings(self.size), self.lore) as store:
            for work, asked in (
                ("term in 40 % of all (기숙사)", lambda: store.words("'기숙' <-> '숙사'")),
                ("two terms", lambda: store.words("'기숙' <-> '숙사' & '바느' <-> '느질'")),
                ("Korean noun", lambda: store.words("'철조' <-> '조망'")),
                ("phrase, Korean", lambda: store.words("'외출' <-> '금지' <-> '명령'")),
                ("phrase, English", lambda: store.words("'leav' <-> 'the' <-> 'compound'")),
                ("mechanism ∧ province ∧ years", lambda: store.facets([mechanism, "place:CN-JL"], years)),
                ("facet ∧ term", lambda: store.facets_and_words([mechanism], "'기숙' <-> '숙사'")),
                ("concept with basis", lambda: store.concept("visa-circumvention")),
            ):
                text = self.texts[work]
                found = self.model.search(self.parsed(text)).counts.testimonies
                assert abs(found - asked()[0]) <= self.added_later, (work, found, asked()[0])
                took = medians(lambda text=text: self.afresh(text), asked, self.repeat)
                self.add(f"against PostgreSQL: {work}", 1.0, *took)
            query = self.parsed("기숙사")
            self.model.search(query)
            took = medians(
                lambda: self.model.facets(query, FACETS), lambda: store.facet_counts("'기숙' <-> '숙사'"), self.repeat
            )
            self.add("against PostgreSQL: facet counts", 1.0, *took)

    def memory(self) -> None:
        """What a process holds that opens the file, asks every question above and shows every facet."""
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            held = pool.apply(resident, (self.folder / "sealed.db", list(self.texts.values())))
        self.run.facts["resident memory of a process that asks, MB"] = held

    def add(
        self, work: str, bar: float | None, ours: float, theirs: float, *, unit: str = "ms", notes: str = ""
    ) -> None:
        self.run.rows.append(Row(work, bar, ours, theirs, unit, notes))
        row = self.run.rows[-1]
        mark = "" if row.held is None else "  held" if row.held else "  MISSED"
        self.say(f"{work:<45} {ours:>10.2f} {theirs:>10.2f} {unit}  ratio {row.ratio:6.3f} (bar {bar}){mark} {notes}")

    def say(self, text: str) -> None:
        print(f"[{self.size:>9,}] {text}", flush=True)

    def close(self) -> None:
        self.model.close()
        self.baseline.close()


def measure(size: int, folder: Path, repeat: int, *, with_postgres: bool) -> Run:
    bench = Bench(size, folder, repeat)
    bench.build()
    bench.ask()
    bench.add_one_by_one()
    bench.others()
    if with_postgres:
        bench.against_postgres()
    bench.memory()
    bench.close()
    return bench.run


def growth(runs: list[Run]) -> list[tuple[str, int, int, float]]:
    """How many times slower each query is at ten times the size."""
    found = []
    for small, large in pairwise(runs):
        for row in large.rows:
            if row.unit == "ms" and row.work not in _NOT_GROWING and any(one.work == row.work for one in small.rows):
                found.append((row.work, small.size, large.size, row.ours / small.row(row.work).ours))
    return found


_NOT_GROWING = {"decrypt and scan an encrypted column"}


_ABOUT = """# The search file beside plaintext

Written by `tests/benchmarks/search_speed.py`. Each cell: the sealed search file, the plaintext store, and their ratio,
in one run on one corpus of invented testimonies in four languages; medians, both sides in turn, so that a busy machine
is busy for both. The plaintext store is SQLite with FTS5 and indexed tables, as durable as ours; the rows that say so
are beside PostgreSQL 16 with `tsvector` and GIN in plaintext. The sealed side is encrypted on disk, with a key that
only members have. A size measured in a run of its own stands beside the plaintext of that run.
"""


def markdown(runs: list[Run]) -> str:
    lines = [_ABOUT, "![Ratios and their bars](search_speed.svg)", ""]
    lines.append(f"| work | bar | {' | '.join(f'{run.size:,}: sealed / plain = ratio' for run in runs)} |")
    lines.append("|---|---|" + "---|" * len(runs))
    for row in runs[0].rows:
        cells = []
        for run in runs:
            if all(one.work != row.work for one in run.rows):
                cells.append("–")
                continue
            one = run.row(row.work)
            mark = "" if one.held is not False else " **missed**"
            cells.append(f"{one.ours:.2f} / {one.theirs:.2f} {one.unit} = {one.ratio:.3f}{mark}")
        bar = "–" if row.bar is None else f"≤ {row.bar}"
        lines.append(f"| {row.work} | {bar} | {' | '.join(cells)} |")
    for run in runs:
        lines.append("")
        lines.extend(f"{run.size:,}: {name} {value:.2f}" for name, value in run.facts.items())
    grown = growth(runs)
    if grown:
        lines += ["", "| growth | from | to | times |", "|---|---|---|---|"]
        for work, small, large, times in grown:
            mark = " **missed**" if times > MOST_GROWTH * large / small / 10 else ""
            lines.append(f"| {work} | {small:,} | {large:,} | {times:.1f}{mark} |")
    return "\n".join(lines) + "\n"


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000])
    parser.add_argument("--out", type=Path, default=Path(".bench"))
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--postgres", type=int, default=0, metavar="N", help="compare with PostgreSQL up to this size")
    options = parser.parse_args(None if arguments is None else list(arguments))
    facts.tokens = SimpleNamespace(terms=corpus.remembered_terms, __file__=tokens.__file__)  # type: ignore[assignment]
    options.out.mkdir(parents=True, exist_ok=True)
    runs = kept(options.out, options.sizes)
    for size in sorted(options.sizes):
        with tempfile.TemporaryDirectory(dir=options.out) as folder:
            with_postgres = size <= options.postgres
            runs.append(measure(size, Path(folder), options.repeat, with_postgres=with_postgres))
        save(sorted(runs, key=lambda run: run.size), options.out)


def kept(folder: Path, sizes: Iterable[int]) -> list[Run]:
    """The sizes measured into this folder before, but for those that are measured now."""
    path = folder / "search_speed.json"
    if not path.exists():
        return []
    told = json.loads(path.read_text("utf-8"))["runs"]
    names = [each.name for each in fields(Row)]
    return [
        Run(run["size"], [Row(**{name: row[name] for name in names}) for row in run["rows"]], run["facts"])
        for run in told
        if run["size"] not in sizes
    ]


def save(runs: list[Run], folder: Path) -> None:
    about = {"date": date.today().isoformat(), "cpus": os.cpu_count(), "python": platform.python_version()}  # noqa: DTZ011
    document = {
        "about": about,
        "runs": [
            {
                "size": run.size,
                "facts": run.facts,
                "rows": [{**vars(row), "ratio": row.ratio, "held": row.held} for row in run.rows],
            }
            for run in runs
        ],
        "growth": [list(one) for one in growth(runs)],
    }
    (folder / "search_speed.json").write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")
    (folder / "search_speed.md").write_text(markdown(runs), "utf-8")
    lines = {
        row.work: [(run.size, one.ratio) for run in runs for one in run.rows if one.work == row.work]
        for row in runs[0].rows
        if row.bar is not None
    }
    bars = {row.work: row.bar for row in runs[0].rows if row.bar is not None}
    (folder / "search_speed.svg").write_text(plot.ratios(lines, bars), "utf-8")
    print(markdown(runs))


if __name__ == "__main__":
    main()
