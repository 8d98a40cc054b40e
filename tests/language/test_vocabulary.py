"""The thesaurus is sound as data, refuses what is not, and only ever grows."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from intake.errors import Misconfigured, NotFound
from intake.language import vocabulary
from intake.language.vocabulary import Vocabulary, merge, parse

CONFIG = Path(__file__).parents[2] / "config"


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((CONFIG / "vocabulary" / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shipped() -> Vocabulary:
    return parse(read(path.stem) for path in sorted((CONFIG / "vocabulary").glob("*.toml")))


def term(id_: str, **keys: object) -> dict[str, object]:
    return {"id": id_, "label": {"ko": "말", "en": id_}, **keys}


def small(*terms: Mapping[str, object], scheme: str = "things") -> dict[str, Any]:
    return {"scheme": scheme, "edition": "1", "concept": list(terms)}


def test_visa_circumvention_has_the_three_ways_and_what_is_below(shipped: Vocabulary) -> None:
    assert {"short-term-visitor-visa", "trainee-or-student-visa", "one-month-visa-free-rotation"} <= set(
        shipped.children("visa-circumvention")
    )
    assert "short-term-visitor-visa.tourist-group" in shipped.narrower("visa-circumvention")
    assert "dormitory-confinement" not in shipped.narrower("visa-circumvention")
    assert shipped.broader("dormitory-confinement.lodging-locked") == {
        "dormitory-confinement.lodging-locked",
        "dormitory-confinement",
        "movement-restriction",
    }


def test_a_border_pass_is_both_a_visit_and_a_rotation(shipped: Vocabulary) -> None:
    broader = shipped.broader("one-month-visa-free-rotation.border-pass")
    assert {"one-month-visa-free-rotation", "short-term-visitor-visa", "visa-circumvention"} <= broader


def test_mechanisms_have_four_labels_and_two_definitions(shipped: Vocabulary) -> None:
    for concept in shipped.scheme("mechanism"):
        assert set(concept.labels) == set(vocabulary.LANGUAGES), concept.id
        assert {"ko", "en"} <= set(concept.definition), concept.id


@pytest.mark.parametrize(
    ("scheme", "count"),
    [("focus-area", 8), ("indicator", 11), ("audience", 9), ("identity-level", 4), ("answer-gap", 4), ("reason", 12)],
)
def test_closed_lists_are_complete(shipped: Vocabulary, scheme: str, count: int) -> None:
    assert len(shipped.scheme(scheme)) == count


def test_the_main_focus_area_comes_first(shipped: Vocabulary) -> None:
    assert shipped.scheme("focus-area")[0].id == "overseas-north-koreans"


def test_dangers_print_as_one_code(shipped: Vocabulary) -> None:
    printed = {concept.id: concept.codes["public"] for concept in shipped.scheme("reason")}
    assert {printed["R2-FAM"], printed["R4-COH"], printed["R5-ROUTE"]} == {"S"}
    assert list(printed.values()).count("S") == 3


def test_testimonies_use_only_terms_there_are(shipped: Vocabulary) -> None:
    schemes = {"mechanisms": "mechanism", "focus_areas": "focus-area", "indicators": "indicator"}
    for path in (CONFIG / "demo" / "testimonies").glob("*.json"):
        testimony = json.loads(path.read_text(encoding="utf-8"))
        for key, scheme in schemes.items():
            assert all(shipped.concept(id_).scheme == scheme for id_ in testimony[key]), path.name
        assert all(shipped.concept(place["role"]).scheme == "place-role" for place in testimony["places"])
        sector = testimony["dispatch"]["sector"]
        assert sector is None or shipped.concept(sector).scheme == "sector"
        assert shipped.concept(testimony["consent"]["form"]).scheme == "consent-form"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("련수생", "trainee-or-student-visa.trainee"),
        ("단기 방문비자", "short-term-visitor-visa"),
        ("Dormitory Confinement", "dormitory-confinement"),
        ("旅遊團", "short-term-visitor-visa.tourist-group"),
        ("гостевая виза", "short-term-visitor-visa"),
        ("visa_circumvention", "visa-circumvention"),
    ],
)
def test_found_by_name_in_any_spelling(shipped: Vocabulary, name: str, found: str) -> None:
    assert found in {concept.id for concept in shipped.find_by_name("mechanism", name)}


def test_labels_fall_back_to_english(shipped: Vocabulary) -> None:
    assert shipped.label("garments", "ru") == "garments, sewing"
    assert shipped.label("visa-circumvention", "zh-CN") == "规避签证限制"


def test_round_trip_through_json(shipped: Vocabulary) -> None:
    again = parse([json.loads(json.dumps(shipped.to_document()))])
    assert again == shipped
    assert again.version == shipped.version


def test_version_changes_with_any_word(shipped: Vocabulary) -> None:
    document = shipped.to_document()
    document["concept"][3]["note"] += "!"
    assert parse([document]).version != shipped.version


@pytest.mark.parametrize(
    ("document", "named"),
    [
        (small(term("a", parents=["b"])), "b"),
        (small(term("a", related=["b"])), "b"),
        (small(term("a", parents=["b"]), term("b", parents=["c"]), term("c", parents=["a"])), "a"),
        (small(term("a", parents=["a"])), "a"),
        (small(term("a"), term("a")), "a"),
        (small(term("a", colour="red")), "colour"),
        (small({"id": "a", "label": {"en": "a"}}), "a"),
        (small({"label": {"ko": "말", "en": "x"}}), "things"),
        ({"concept": []}, ""),
        ({"scheme": "things", "concepts": []}, "concepts"),
    ],
)
def test_unsound_data_is_refused_by_name(document: dict[str, Any], named: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        parse([document])
    assert named in str(refused.value)


def test_broader_terms_stay_in_their_vocabulary() -> None:
    with pytest.raises(Misconfigured):
        parse([small(term("a")), small(term("b", parents=["a"]), scheme="others")])


def test_what_is_dropped_is_retired_and_still_answers() -> None:
    before = parse([small(term("a"), term("b", parents=["a"]))])
    after = merge(before, parse([small(term("a"), term("c", parents=["a"]))]))
    assert after.concept("b").retired
    assert not after.concept("a").retired
    assert after.narrower("a") == {"a", "b", "c"}
    assert merge(after, parse([small(term("a"), term("b"))])).concept("b").retired is False


def test_unknown_ids_are_not_found(shipped: Vocabulary) -> None:
    for question in (shipped.concept, shipped.narrower, shipped.broader, shipped.children, shipped.scheme):
        with pytest.raises(NotFound):
            question("no-such-term")
    assert shipped.find("no-such-term") is None
