"""What a coordinator meets: reasons, pages, odd questions, and things that change between two looks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from readmodel import asking
from readmodel.world import filed, open_model, the_gazetteer, the_vocabulary

from intake.errors import Invalid
from intake.language import vocabulary
from intake.language.places import Gazetteer
from intake.models.testimony import Leg, PlaceLink, Setting, Tagging
from intake.readmodel import filters
from intake.readmodel.grammar import parse
from intake.readmodel.model import ReadModel, Reason
from intake.readmodel.passages import passages
from intake.readmodel.project import Grouping, Judgement
from intake.readmodel.query import Filter, Group, Phrase, Query, Word

ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))
SOMEBODY = UUID(int=99)


@pytest.fixture
def model(tmp_path: Path) -> Iterator[ReadModel]:
    opened = open_model(tmp_path / "x.db")
    yield opened
    opened.close()


def ask(model: ReadModel, text: str, **options: object) -> set[UUID]:
    return set(model.search(parse(text), **options).ids)  # type: ignore[arg-type]


# -- reasons


def test_every_row_says_why(model: ReadModel) -> None:
    one = filed(
        1,
        "우리는 비자 없이 나왔다. tourist 명단이었다.",
        mechanisms=(Tagging(concept="trainee-or-student-visa.student", quote="비자", start=4, end=6),),
        legs=(Leg(document="work-visa"), Leg(document="border-pass")),
    )
    model.apply(filed=[one], mark=1)
    reasons = model.why(parse("concept:visa-circumvention 비자"), [ONE])[ONE]
    assert [(reason.kind, reason.concept, reason.start, reason.field) for reason in reasons] == [
        ("tag", "trainee-or-student-visa.student", 4, "mechanisms"),
        ("field", "one-month-visa-free-rotation.border-pass", None, "legs.1.document"),
        ("mention", "visa-circumvention", 4, "narrative"),
        ("mention", "short-term-visitor-visa.tourist-group", 15, "narrative"),
        ("text", "", None, "narrative"),
    ]
    assert [r.strength for r in reasons] == [1.0, 0.9, 0.75, 0.75, 1.0]
    only_tag = model.why(parse("mechanism:visa-circumvention"), [ONE])[ONE]
    assert [reason.kind for reason in only_tag] == ["tag"]
    narrower = model.why(parse("concept:short-term-visitor-visa"), [ONE])[ONE]
    assert [r.concept for r in narrower] == [
        "one-month-visa-free-rotation.border-pass",
        "short-term-visitor-visa.tourist-group",
    ]
    exactly = model.why(parse("concept:=visa-circumvention"), [ONE])[ONE]
    assert [r.concept for r in exactly] == ["visa-circumvention"]
    assert model.why(parse("-concept:visa-circumvention"), [ONE])[ONE] == ()


def test_a_judgement_changes_the_answer_and_its_reasons(model: ReadModel) -> None:
    model.apply(filed=[filed(1, "비자"), filed(2, "비자"), filed(3, "no 비자")], mark=1)
    query = parse("concept:visa-circumvention")
    assert model.search(query).tabs == {"all": 2, "confirmed": 0, "field": 0, "mentioned": 2, "denied": 1}
    model.apply(judgements=[Judgement(ONE, "visa-circumvention", "confirmed", SOMEBODY, 0, 2)], mark=2)
    model.apply(judgements=[Judgement(TWO, "visa-circumvention", "refused", SOMEBODY, 0, 2)], mark=3)
    found = model.search(query)
    assert set(found.ids) == {ONE}
    assert found.basis[ONE] == ("mentioned", "judged")
    assert found.tabs == {"all": 1, "confirmed": 1, "field": 0, "mentioned": 0, "denied": 1}
    reasons = model.why(query, [ONE, TWO])
    assert reasons[ONE][0] == Reason("tag", "visa-circumvention", 0, 2, "judgement", 1.0, SOMEBODY)
    assert reasons[TWO] == ()
    model.apply(judgements=[Judgement(TWO, "visa-circumvention", "confirmed", SOMEBODY, 0, 2)], mark=4)
    assert set(model.search(query).ids) == {ONE, TWO}


def test_a_judgement_that_comes_first_waits_for_its_testimony(model: ReadModel) -> None:
    model.apply(judgements=[Judgement(ONE, "visa-circumvention", "refused", SOMEBODY)], mark=1)
    model.apply(filed=[filed(1, "비자")], mark=2)
    assert ask(model, "concept:visa-circumvention") == set()


def test_refusing_the_broader_refuses_the_narrower_but_not_the_other_way(model: ReadModel) -> None:
    model.apply(filed=[filed(1, "tourist"), filed(2, "비자 tourist")], mark=1)
    model.apply(judgements=[Judgement(ONE, "visa-circumvention", "refused", SOMEBODY)], mark=2)
    tourist = "short-term-visitor-visa.tourist-group"
    model.apply(judgements=[Judgement(TWO, tourist, "refused", SOMEBODY)], mark=3)
    assert ask(model, "concept:visa-circumvention") == {TWO}
    assert ask(model, f"concept:{tourist}") == set()


def test_a_tag_is_not_taken_away_by_a_refusal(model: ReadModel) -> None:
    tagged = filed(1, "비자", mechanisms=(Tagging(concept="visa-circumvention"),))
    model.apply(filed=[tagged], judgements=[Judgement(ONE, "visa-circumvention", "refused", SOMEBODY)], mark=1)
    assert model.search(parse("concept:visa-circumvention")).basis[ONE] == ("tagged",)


def test_denials_are_told_when_asked(model: ReadModel) -> None:
    denied = ("trainee-or-student-visa",)
    model.apply(filed=[filed(1, "no 비자", mechanisms_denied=denied)], mark=1)
    query = parse("concept:visa-circumvention")
    assert ask(model, "concept:visa-circumvention") == set()
    assert ask(model, "concept:visa-circumvention", tab="denied") == {ONE}
    assert model.why(query, [ONE])[ONE] == ()
    told = model.why(query, [ONE], denials=True)[ONE]
    assert {(r.kind, r.concept, r.field) for r in told} == {
        ("field", "trainee-or-student-visa", "mechanisms_denied"),
        ("mention", "visa-circumvention", "denied"),
    }


# -- odd questions


def test_near_and_stars_are_words(model: ReadModel) -> None:
    model.apply(filed=[filed(1, "near the fence"), filed(2, "a fence")], mark=1)
    assert ask(model, "NEAR(fence)") == {ONE}
    assert ask(model, "fence*") == {ONE, TWO}
    assert ask(model, '"near*the"') == {ONE}
    assert ask(model, '"fence AND near"') == set()
    assert ask(model, '"^fence"') == {ONE, TWO}
    assert ask(model, "{fence}") == {ONE, TWO}
    assert ask(model, "fence+near") == set()


def test_a_thousand_clauses_are_answered_in_time(model: ReadModel) -> None:
    model.apply(filed=[filed(number, f"fence w{number}") for number in range(1, 50)], mark=1)
    began = time.monotonic()
    assert len(ask(model, " OR ".join(f"w{number}" for number in range(900)), limit=100)) == 49
    assert ask(model, " ".join(["fence"] * 900)) == ask(model, "fence")
    assert ask(model, " ".join(f"-w{number}" for number in range(2, 900))) == {ONE}
    assert time.monotonic() - began < 60


def test_all_values_of_all_facets_at_once(model: ReadModel) -> None:
    model.apply(filed=[filed(1, "비자", places=(PlaceLink(place="CN-JL"),))], mark=1)
    groups = []
    for key, row in filters.KEYS.items():
        if row.domain != "member":
            values = [facet.value for facet in model.facets(Query(), [key])[key]]
            values += [concept.id for concept in the_vocabulary().scheme(row.scheme)] if row.scheme else []
            groups.append(Group("any", tuple(Filter(key, value) for value in dict.fromkeys(values))))
    query = Query(Group("all", tuple(groups)))
    assert model.search(query).counts.testimonies in (0, 1)
    assert set(model.facets(query, filters.KEYS.keys() - {"case", "witness", "workplace"}))


def test_an_empty_file_answers(model: ReadModel) -> None:
    found = model.search(parse("기숙사 concept:visa-circumvention -place:CN"))
    assert (found.ids, found.next, found.counts.testimonies) == ((), None, 0)
    assert all(facet.count == 0 for facet in model.facets(Query(), ["mechanism"])["mechanism"])


def test_what_empties_the_answer(model: ReadModel) -> None:
    model.apply(filed=[filed(1, "기숙사"), filed(2, "공장")], mark=1)
    assert model.search(parse("기숙사 없는말")).empty_because == (Word("없는말"),)
    assert model.search(parse("기숙사 공장")).empty_because == (Word("기숙사"), Word("공장"))
    assert model.search(parse("기숙사 state:released")).empty_because == (Filter("state", "released"),)


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "٣", "99999999999999", "1 OR 1"])
def test_a_page_that_cannot_be(model: ReadModel, after: str) -> None:
    with pytest.raises(Invalid):
        model.search(Query(), after=after)


def test_an_unknown_tab(model: ReadModel) -> None:
    with pytest.raises(Invalid):
        model.search(Query(), tab="secret")
    with pytest.raises(Invalid):
        model.facets(Query(), ["colour"])
    with pytest.raises(Invalid):
        model.facets(Query(), ["witness"])


def test_deep_pages_and_odd_sizes(model: ReadModel) -> None:
    model.apply(filed=[filed(number, "말") for number in range(1, 200)], mark=1)
    assert model.search(Query(), offset=10_000).ids == ()
    assert model.search(Query(), offset=198).ids == (ONE,)
    assert model.search(Query(), limit=0).next is None
    assert len(model.search(Query(), limit=5000).ids) == 199
    assert len(model.search(Query(), limit=-3).ids) == 0
    assert model.search(Query(), after="0").ids == ()


def test_a_testimony_withdrawn_between_query_and_page(model: ReadModel) -> None:
    model.apply(filed=[filed(number, "말") for number in range(1, 8)], mark=1)
    first = model.search(Query(), limit=3)
    model.apply(gone=[first.ids[-1], UUID(int=3)], mark=2)
    second = model.search(Query(), limit=10, after=first.next)
    assert set(first.ids) | set(second.ids) == {UUID(int=number) for number in range(1, 8)} - {THREE}
    assert not set(first.ids) & set(second.ids)
    assert model.why(parse("말"), [first.ids[-1]]) == {first.ids[-1]: ()}


def test_newest_interview_first_and_undated_ones_by_their_filing(model: ReadModel) -> None:
    model.apply(
        filed=[
            filed(1, setting=Setting(date="2015-03")),
            filed(2, setting=Setting(date="")),
            filed(3, setting=Setting(date="2022-01-01")),
            filed(4, setting=Setting(date="not a date")),
        ],
        mark=1,
    )
    ids = [one.int for one in model.search(Query()).ids]
    assert ids[0] == 3
    assert ids[3] == 1
    assert set(ids[1:3]) == {2, 4}


# -- vocabulary and places that change


def test_a_retired_term_still_finds_what_carries_it(tmp_path: Path) -> None:
    document = the_vocabulary().to_document()
    for concept in document["concept"]:
        if concept["id"] in ("trainee-or-student-visa.student", "garments"):
            concept["retired"] = True
    retired = vocabulary.parse([document])
    model = open_model(tmp_path / "x.db", vocabulary=retired, vocabulary_version=2)
    tagged = filed(1, mechanisms=(Tagging(concept="trainee-or-student-visa.student"),))
    model.apply(filed=[tagged], mark=1)
    assert ask(model, "mechanism:trainee-or-student-visa.student") == {ONE}
    assert ask(model, "mechanism:visa-circumvention") == {ONE}
    facets = {facet.value: facet.count for facet in model.facets(Query(), ["mechanism"])["mechanism"]}
    assert facets["trainee-or-student-visa.student"] == 1
    assert "garments" not in {facet.value for facet in model.facets(Query(), ["sector"])["sector"]}
    model.close()


def test_a_place_that_moved_is_found_where_it_lies_now(tmp_path: Path) -> None:
    model = open_model(tmp_path / "x.db")
    there = filed(1, places=(PlaceLink(place="CN-JL.hunchun"),))
    model.apply(filed=[there], mark=1)
    assert ask(model, "place:CN-JL") == {ONE}
    model.close()
    document = the_gazetteer().to_document()
    for place in document["place"]:
        if place["id"] == "CN-JL.hunchun":
            place["parent"] = "CN-LN"
    moved = Gazetteer.parse(document)
    model = open_model(tmp_path / "x.db", gazetteer=moved)
    assert model.mark == 0
    model.apply(filed=[there], mark=1)
    assert ask(model, "place:CN-JL") == set()
    assert ask(model, "place:CN-LN") == {ONE}
    model.close()


def test_what_the_vocabulary_never_had_is_kept_apart(model: ReadModel) -> None:
    model.apply(filed=[filed(1, mechanisms=(Tagging(concept="gone-for-good"),))], mark=1)
    assert ask(model, "basis:tagged") == {ONE}
    assert "gone-for-good" not in {facet.value for facet in model.facets(Query(), ["mechanism"])["mechanism"]}
    with pytest.raises(Invalid):
        model.search(parse("mechanism:gone-for-good"))


def test_cases_are_counted_once_and_left_out_when_excluded(model: ReadModel) -> None:
    case, other = UUID(int=70), UUID(int=71)
    model.apply(filed=[filed(1, case_id=case), filed(2, case_id=case), filed(3)], mark=1)
    assert model.search(Query()).counts.cases == 1
    model.apply(groupings=[Grouping(case, frozenset({THREE}), frozenset({ONE}))], mark=2)
    assert ask(model, f"case:{case}") == {TWO, THREE}
    assert ask(model, "case:none") == {ONE}
    model.apply(groupings=[Grouping(other, frozenset({TWO}), frozenset())], mark=3)
    assert model.search(Query()).counts.cases == 2
    model.apply(groupings=[Grouping(case, frozenset(), frozenset())], mark=4)
    assert ask(model, f"case:{case}") == {ONE, TWO}
    model.apply(groupings=[Grouping(other, frozenset(), frozenset())], mark=5)
    assert ask(model, f"case:{other}") == set()
    assert model.search(Query()).counts.cases == 1


def test_a_workplace_is_one_however_it_is_written(model: ReadModel) -> None:
    legs = [(Leg(workplace=name),) for name in ("홍펑수산", " 홍펑수산", "Hongfeng Seafood", "HONGFENG  seafood")]
    model.apply(filed=[filed(n, legs=leg) for n, leg in enumerate(legs, 1)], mark=1)
    assert model.search(Query()).counts.workplaces == 2
    assert len(ask(model, 'workplace:"hongfeng seafood"')) == 2


# -- passages


@pytest.mark.parametrize(
    ("text", "narrative", "shown"),
    [
        ("기숙사", "공장 기숙사에서 살았다. 기숙사!", ["기숙사", "기숙사"]),
        ("기숙사에서", "공장 기숙사를 보았다", ["기숙사"]),
        ("노동자", "로동자들이 왔다", ["로동자"]),
        ("fences", "The Fence was high; fenced in.", ["Fence", "fenced"]),
        ('"the fence"', "The fence. A fence.", ["The fence"]),
        ("студент", "числился студентом", ["студентом"]),
        ("签证", "旅遊簽證", ["簽證"]),
        ("집", "집에서 우리집까지", ["집", "집"]),
        ("-기숙사 공장", "공장 기숙사", ["공장"]),
        ("기숙사", "기숙사에서", ["기숙사"]),
        ('"외출 금지"', "외출 금지령이 내렸다", ["외출 금지"]),
        ("비자", "류학생 사증이라고", ["사증"]),
        ("없는말", "기숙사", []),
        ("place:CN", "중국", []),
    ],
)
def test_the_words_are_shown_where_they_stand(text: str, narrative: str, shown: list[str]) -> None:
    assert [narrative[start:end] for start, end in passages(parse(text), narrative)] == shown


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(word=asking.words, narrative=asking.narratives)
def test_there_is_a_passage_exactly_when_the_word_is_found(
    tmp_path_factory: pytest.TempPathFactory, word: str, narrative: str
) -> None:
    model = _SHARED.setdefault("model", None) or open_model(tmp_path_factory.mktemp("p") / "x.db")
    _SHARED["model"] = model
    model.apply(filed=[filed(1, narrative)], mark=1)
    for query in (Query(Group("all", (Word(word),))), Query(Group("all", (Phrase(word),)))):
        assert bool(passages(query, narrative)) == bool(model.search(query).ids)


_SHARED: dict[str, ReadModel | None] = {}
