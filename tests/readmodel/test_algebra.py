"""Any query gives what asking every opened testimony would give: ids, units, tabs, bases, facets, pages."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readmodel import asking
from readmodel.naive import Naive
from readmodel.world import open_model

from intake.readmodel import words
from intake.readmodel.filters import CONCEPT_KEYS
from intake.readmodel.grammar import parse
from intake.readmodel.model import ReadModel
from intake.readmodel.query import Filter, Group, Query, normal, to_text

EXAMPLES = int(os.environ.get("INTAKE_QUERY_EXAMPLES", "2000"))
SIZES = (0, 1, 12, 60, 60, 60)
quick = settings(deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)


class Worlds:
    def __init__(self, folder: Path) -> None:
        self.all: list[tuple[ReadModel, Naive]] = []
        for seed, size in enumerate(SIZES):
            self.all.append(self._make(folder / f"{seed}.db", size, random.Random(seed)))

    def _make(self, path: Path, size: int, chance: random.Random) -> tuple[ReadModel, Naive]:
        filed = [made(chance, number) for number in range(1, size + 1)]
        ids = [one.id for one in filed] or [UUID(int=1)]
        judgements = [judged(chance, ids) for _ in range(size // 2)]
        groupings = list({one.case_id: one for one in (grouped(chance, ids) for _ in range(size // 6))}.values())
        model = open_model(path)
        for at in range(0, size, 25):
            model.apply(filed=filed[at : at + 25], mark=at)
        model.apply(judgements=judgements, groupings=groupings, mark=size)
        return model, Naive(filed, judgements, groupings)


def made(chance: random.Random, number: int) -> asking.Filed:
    from_pool = chance.choice
    some = lambda pool, most: tuple(chance.sample(pool, chance.randint(0, most)))  # noqa: E731
    legs = tuple(
        asking.Leg(
            country=from_pool(("", "CN", "RU", "not a place")),
            place=from_pool(("", *asking.PLACES)),
            workplace=from_pool(("", "홍펑수산", "Север", "СЕВЕР")),
            sector=from_pool(("", "no such sector", *asking.CHOICES["sector"])),
            document=from_pool(("", *asking.CHOICES["document"])),
            entry=from_pool(asking.DATES),
            exit=from_pool(asking.DATES),
        )
        for _ in range(chance.randint(0, 2))
    )
    audiences = some(asking.CHOICES["audience"], 2)
    return asking.filed(
        number,
        " ".join(chance.choices(asking.WORDS, k=chance.randint(0, 12))),
        state=from_pool(asking.CHOICES["state"]),
        language=from_pool(("ko", "en", "zh-CN", "ru")),
        witness_code=from_pool(("", "W1", "W2", "W3", f"W{number + 10}")),
        setting=asking.Setting(date=from_pool(asking.DATES)),
        consent=asking.Consent(
            permissions=tuple(asking.Permission(purpose="p", audience=one, identity="i") for one in audiences)
        ),
        origin=from_pool(("", "KP")),
        legs=legs,
        mechanisms=tuple(asking.Tagging(concept=one) for one in some(asking.CONCEPTS, 1)),
        mechanisms_denied=some(asking.CONCEPTS, 1),
        places=tuple(asking.PlaceLink(place=one) for one in some(asking.PLACES, 1)),
        focus_areas=some(asking.CHOICES["focus"], 2),
        indicators=some(asking.CHOICES["indicator"], 2),
        case_id=from_pool((None, None, *asking.CASES)),
    )


def judged(chance: random.Random, ids: list[UUID]) -> asking.Judgement:
    verdict = chance.choice(("confirmed", "refused"))
    return asking.Judgement(chance.choice(ids), chance.choice(asking.CONCEPTS), verdict, UUID(int=chance.randint(1, 3)))


def grouped(chance: random.Random, ids: list[UUID]) -> asking.Grouping:
    inside = frozenset(chance.sample(ids, min(len(ids), chance.randint(0, 4))))
    outside = frozenset(chance.sample(ids, min(len(ids), chance.randint(0, 4)))) - inside
    return asking.Grouping(chance.choice(asking.CASES), inside, outside)


@pytest.fixture(scope="module", autouse=True)
def common_words() -> Iterator[None]:
    """Common words get sets of their own in large files; here a dozen testimonies are many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "FIRST_CHOICE", 12)
        patch.setattr(words, "SAMPLE", 3)
        patch.setattr(words, "MOST_FRESH", 20)
        patch.setattr(words, "_ONE_PER", Fraction(1, 10))
        yield


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worlds]:
    made = Worlds(tmp_path_factory.mktemp("worlds"))
    learned = [len(model._words._known()) for model, _ in made.all]
    assert learned[:2] == [0, 0]
    assert min(learned[2:]) > 20
    yield made
    for model, _ in made.all:
        model.close()


@settings(quick, max_examples=EXAMPLES)
@given(query=asking.queries(), which=st.integers(0, len(SIZES) - 1))
def test_any_query_answers_as_the_naive_one(worlds: Worlds, query: Query, which: int) -> None:
    model, naive = worlds.all[which]
    expected = naive.answer(query)
    found = model.search(query, limit=1000)
    assert set(found.ids) == expected
    assert len(found.ids) == len(expected)
    counts = found.counts
    assert (counts.testimonies, counts.witnesses, counts.cases, counts.workplaces) == naive.units(expected)
    assert set(model.search(parse(to_text(query)), limit=1000).ids) == expected


@settings(quick, max_examples=max(EXAMPLES // 10, 50))
@given(query=asking.queries(), which=st.integers(0, len(SIZES) - 1))
def test_tabs_and_bases_split_the_answer(worlds: Worlds, query: Query, which: int) -> None:
    model, naive = worlds.all[which]
    found = model.search(query, limit=1000)
    asked = list(concepts_asked(query.root))
    if not asked:
        assert found.tabs == {"all": len(found.ids)}
        return
    parts = [set(model.search(query, limit=1000, tab=tab).ids) for tab in ("confirmed", "field", "mentioned")]
    assert sum(map(len, parts)) <= len(found.ids)
    assert not parts[0] & parts[1]
    assert not parts[1] & parts[2]
    denied = set(model.search(query, limit=1000, tab="denied").ids)
    assert denied == naive.answer(Query(deny(query.root))) - set(found.ids)
    for one in naive.filed:
        if one.id in found.basis:
            carried = naive.concepts(one)
            expected = tuple(
                basis
                for basis in ("tagged", "field", "mentioned", "judged")
                if any(naive.holds(Filter(basis if basis != "tagged" else "mechanism", c.value), one) for c in asked)
            )
            assert found.basis[one.id] == expected
            assert all(carried[basis] for basis in expected)


def concepts_asked(clause: object) -> Iterator[Filter]:
    if isinstance(clause, Group) and clause.kind != "not":
        for part in clause.parts:
            yield from concepts_asked(part)
    elif isinstance(clause, Group):
        inner = normal(Query(clause)).root
        if inner != Group("all", (clause,)) and inner.kind != "not" and not _is_not(inner):
            yield from concepts_asked(inner)
    elif isinstance(clause, Filter) and clause.key in CONCEPT_KEYS and clause.value != "none":
        yield clause


def _is_not(group: Group) -> bool:
    return len(group.parts) == 1 and isinstance(group.parts[0], Group) and group.parts[0].kind == "not"


def deny(clause: object) -> Group:
    if isinstance(clause, Group):
        return replace(clause, parts=tuple(map(deny, clause.parts)))
    if isinstance(clause, Filter) and clause.key in CONCEPT_KEYS and clause.value != "none":
        return Filter("denied", clause.value)  # type: ignore[return-value]
    return clause  # type: ignore[return-value]


@settings(quick, max_examples=max(EXAMPLES // 20, 50))
@given(
    query=asking.queries(),
    which=st.integers(0, len(SIZES) - 1),
    key=st.sampled_from(("mechanism", "place", "sector", "entry", "state", "concept")),
)
def test_facets_count_what_adding_the_value_would_give(worlds: Worlds, query: Query, which: int, key: str) -> None:
    model, naive = worlds.all[which]
    query = normal(query)
    others = tuple(part for part in query.root.parts if not is_choice(part, key))
    for facet in model.facets(query, [key])[key]:
        added = Query(Group("all", (*others, Filter(key, facet.value))))
        assert facet.count == len(naive.answer(added)), facet.value
        assert facet.selected == any(facet.value in chosen(part) for part in query.root.parts if is_choice(part, key))


def is_choice(part: object, key: str) -> bool:
    if isinstance(part, Group):
        return part.kind == "any" and all(isinstance(one, Filter) and one.key == key for one in part.parts)
    return isinstance(part, Filter) and part.key == key


def chosen(part: object) -> set[str]:
    parts = part.parts if isinstance(part, Group) else (part,)
    return {one.value for one in parts if isinstance(one, Filter)}


@settings(quick, max_examples=max(EXAMPLES // 20, 50))
@given(query=asking.queries(), which=st.integers(0, len(SIZES) - 1), size=st.integers(1, 9))
def test_pages_put_together_are_the_answer(worlds: Worlds, query: Query, which: int, size: int) -> None:
    model, _ = worlds.all[which]
    whole = model.search(query, limit=1000)
    assert list(whole.numbers) == sorted(whole.numbers, reverse=True)
    pages, after = [], None
    while True:
        page = model.search(query, limit=size, after=after)
        bare = model.page(query, limit=size, after=after)
        assert (bare.ids, bare.next, bare.basis) == (page.ids, page.next, page.basis)
        assert bare.testimonies == whole.counts.testimonies
        assert page.ids == model.search(query, limit=size, offset=len(pages)).ids
        pages.extend(page.ids)
        after = page.next
        if after is None:
            break
        assert len(page.ids) == size
    assert tuple(pages) == whole.ids == model.ids(query)


@settings(quick, max_examples=max(EXAMPLES // 20, 50))
@given(query=asking.queries(), which=st.integers(0, len(SIZES) - 1))
def test_what_empties_an_answer_is_named(worlds: Worlds, query: Query, which: int) -> None:
    model, naive = worlds.all[which]
    found = model.search(query)
    if found.counts.testimonies:
        assert found.empty_because == ()
        return
    parts = normal(query).root.parts
    for clause in found.empty_because:
        alone = naive.answer(Query(Group("all", (clause,))))
        rest = naive.answer(Query(Group("all", tuple(part for part in parts if part != clause))))
        assert not alone or rest


CHANGES = st.one_of(
    asking.testimonies(st.integers(1, 9)).map(lambda one: ("file", one)),
    asking.testimonies(st.integers(1, 9)).map(lambda one: ("file", one)),
    st.integers(1, 9).map(lambda number: ("withdraw", UUID(int=number))),
    asking.judgements(tuple(UUID(int=number) for number in range(1, 10))).map(lambda one: ("judge", one)),
    asking.groupings(tuple(UUID(int=number) for number in range(1, 10))).map(lambda one: ("group", one)),
    st.tuples(st.integers(1, 9).map(lambda n: UUID(int=n)), st.sampled_from(asking.CHOICES["state"])).map(
        lambda pair: ("state", pair)
    ),
)


def test_words_are_chosen_once_until_there_are_twice_as_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when there is no room for more of them: choosing looks at every pair of tokens of a batch."""
    chosen: list[int] = []
    choose = words.Words.choose

    def noted(self: words.Words, sample: Iterable[str], documents: int) -> list[str] | None:
        chosen.append(documents)
        return choose(self, sample, documents)

    monkeypatch.setattr(words.Words, "choose", noted)
    monkeypatch.setattr(words, "_ONE_PER", 1000)
    with closing(open_model(tmp_path / "x.db")) as model:
        for mark in range(9):
            model.apply(filed=[asking.filed(100 + 5 * mark + n, "기숙사 로동자") for n in range(5)], mark=mark)
    assert chosen == [15, 30]


@settings(quick, max_examples=max(EXAMPLES // 40, 50))
@given(
    batches=st.lists(st.lists(CHANGES, max_size=6), max_size=4),
    questions=st.lists(asking.queries(), min_size=6, max_size=6),
)
def test_any_history_of_changes_ends_in_the_same_answers(  # noqa: C901 - one case per kind of change
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[tuple[str, object]]], questions: list[Query]
) -> None:
    """File, file again (another day, another case), withdraw, judge, group, move on, in any order and batches."""
    model = open_model(tmp_path_factory.mktemp("history") / "x.db")
    first = [asking.filed(10 + n, " ".join(asking.WORDS[n:])) for n in range(12)]
    model.apply(filed=first, mark=0)
    assert len(model._words._known()) > 20
    there = {one.id: one for one in first}
    judgements: list[asking.Judgement] = []
    groupings: dict[UUID, asking.Grouping] = {}
    for mark, batch in enumerate(batches, 1):
        for kind, change in batch:
            match kind, change:
                case "file", asking.Filed() as one:
                    model.apply(filed=[one], mark=mark)
                    if one.id not in there or there[one.id].changed <= one.changed:
                        there[one.id] = one
                case "withdraw", UUID() as gone:
                    model.apply(gone=[gone], mark=mark)
                    there.pop(gone, None)
                    judgements = [one for one in judgements if one.testimony_id != gone]
                    groupings = {
                        case: replace(one, testimonies=one.testimonies - {gone}, excluded=one.excluded - {gone})
                        for case, one in groupings.items()
                    }
                case "judge", asking.Judgement() as judgement:
                    model.apply(judgements=[judgement], mark=mark)
                    judgements.append(judgement)
                case "group", asking.Grouping() as grouping:
                    model.apply(groupings=[grouping], mark=mark)
                    groupings[grouping.case_id] = grouping
                case "state", (UUID() as id_, str() as state):
                    model.apply(states={id_: state}, mark=mark)
                    if id_ in there:
                        there[id_] = replace(there[id_], state=state)
    naive = Naive(list(there.values()), judgements, list(groupings.values()))
    for query in (*questions, Query()):
        expected = naive.answer(query)
        found = model.search(query)
        assert set(found.ids) == expected
        counts = found.counts
        assert (counts.testimonies, counts.witnesses, counts.cases, counts.workplaces) == naive.units(expected)
    model.close()
