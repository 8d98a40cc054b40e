"""The query in words, in English and in Korean, and every part of it said."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from readmodel import asking
from readmodel.world import the_gazetteer, the_vocabulary

from intake.readmodel import filters
from intake.readmodel.grammar import parse
from intake.readmodel.query import Filter, Query, Word, normal
from intake.readmodel.sentence import describe, fit_particles, sentence

KOREAN = {
    "All testimonies": "모든 증언",
    "Testimonies that %(clauses)s": "%(clauses)s 증언",
    "%(testimonies)s, except those that %(clauses)s": "%(testimonies)s(단, %(clauses)s 것은 제외)",
    " and ": ", ",
    " or ": " 또는 ",
    "contain “%(text)s”": "“%(text)s”이(가) 나오는",
    "contain exactly “%(text)s”": "“%(text)s”이(가) 그대로 나오는",
    "speak of %(value)s": "%(value)s을(를) 말하는",
    "have to do with %(value)s": "%(value)s과(와) 관련된",
    "are about an entry in %(value)s": "입국이 %(value)s년인",
    "%(term)s (with narrower terms)": "%(term)s(하위 개념 포함)",
    "are %(value)s": "상태가 “%(value)s”인",
    "released": "공개됨",
}


def said(text: str, lang: str) -> str:
    translate = (lambda message: KOREAN.get(message, message)) if lang == "ko" else str
    return sentence(parse(text), vocabulary=the_vocabulary(), gazetteer=the_gazetteer(), lang=lang, translate=translate)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("", "All testimonies"),
        (
            "concept:visa-circumvention (place:CN OR place:RU)",
            "Testimonies that speak of visa circumvention (with narrower terms) and have to do with China or Russia",
        ),
        (
            "entry:2017..2022 year:2019",
            "Testimonies that are about an entry in 2017–2022 and are about a stay in 2019",
        ),
        (
            '기숙사 -"외출 금지" -state:released',
            "Testimonies that contain “기숙사”, except those that contain exactly “외출 금지” or are released",
        ),
        ("-a", "All testimonies, except those that contain “a”"),
        ("place:none OR place:CN", "Testimonies that have to do with China or name no place"),
        ("concept:=visa-circumvention", "Testimonies that speak of visa circumvention itself"),
        ("(a OR -b) c", "Testimonies that (contain “a” or are not among those that contain “b”) and contain “c”"),
        ("entry:..2019", "Testimonies that are about an entry in 2019 or earlier"),
        ("entry:2019..", "Testimonies that are about an entry in 2019 or later"),
        ("period:after", "Testimonies that are about an entry from 22 December 2019 on"),
        ("basis:judged", "Testimonies that answer a concept by being confirmed by a coordinator"),
        ("language:mn", "Testimonies that are in mn"),
    ],
)
def test_in_english(text: str, english: str) -> None:
    assert said(text, "en") == english


@pytest.mark.parametrize(
    ("text", "korean"),
    [
        ("", "모든 증언"),
        ("기숙사", "“기숙사”가 나오는 증언"),
        ("공장 place:CN", "“공장”이 나오는, 중국과 관련된 증언"),
        ("place:RU", "러시아와 관련된 증언"),
        (
            "concept:dormitory-confinement entry:2017..2022",
            "숙소(기숙사) 감금·외출금지(하위 개념 포함)를 말하는, 입국이 2017–2022년인 증언",
        ),
        ("-state:released", "모든 증언(단, 상태가 “공개됨”인 것은 제외)"),
    ],
)
def test_in_korean_with_fitting_particles(text: str, korean: str) -> None:
    assert said(text, "ko") == korean


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("중국과(와)", "중국과"),
        ("러시아과(와)", "러시아와"),
        ("“공장”이(가)", "“공장”이"),
        ("비자 우회(편법)을(를)", "비자 우회를"),
        ("2019을(를)", "2019를"),
        ("서울(으)로 부산(으)로", "서울로 부산으로"),
    ],
)
def test_particles(text: str, fitted: str) -> None:
    assert fit_particles(text).replace("(편법)", "") == fitted


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(query=asking.queries())
def test_every_word_and_every_value_is_said(query: Query) -> None:
    whole = sentence(query, vocabulary=the_vocabulary(), gazetteer=the_gazetteer(), lang="ko", translate=str)
    resolved = filters.resolve(query, the_vocabulary(), the_gazetteer())
    for clause in normal(resolved).clauses():
        if not isinstance(clause, Filter):
            assert f"“{clause.text}”" in whole  # type: ignore[union-attr]
        elif clause.value == "none":
            assert filters.KEYS[clause.key].missing in whole
        else:
            alone = describe(clause, vocabulary=the_vocabulary(), gazetteer=the_gazetteer(), lang="ko", translate=str)
            before, _, after = filters.KEYS[clause.key].sentence.partition("%(value)s")
            value = alone.removeprefix(before).removesuffix(after)
            assert value
            assert value in whole
            assert before in whole


def test_a_word_is_described_for_its_removable_tag() -> None:
    known = {"vocabulary": the_vocabulary(), "gazetteer": the_gazetteer(), "lang": "en", "translate": str}
    assert describe(Word("fence"), **known) == "contain “fence”"  # type: ignore[arg-type]
    assert describe(Filter("place", "CN-JL"), **known) == "have to do with Jilin"  # type: ignore[arg-type]
