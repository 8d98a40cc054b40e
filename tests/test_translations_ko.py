"""The Korean words: nothing lost, nothing left in English, particles that fit, queries that are sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from readmodel.world import the_gazetteer, the_vocabulary

from intake.language.normalise import nfc
from intake.readmodel.filters import KEYS
from intake.readmodel.grammar import parse
from intake.readmodel.sentence import sentence

CATALOG = Path(__file__).parent.parent / "intake/translations/ko/LC_MESSAGES/messages.po"
FILLED_IN = re.compile(r"%\((\w+)\)([sd])|\{(\w+)\}")
SINGLE_PARTICLE = re.compile(
    r"(?:%\(\w+\)s|\{\w+\})[”’\"')」]*(?:을|를|이|가|은|는|과|와|으로|로|라는|이라는)(?=[\s.,:;)]|$)"
)
ENGLISH = re.compile(r"[A-Za-z]+(?: [a-z]+){2,}")
SPOKEN_TO_FRIENDS = re.compile(r"(?:[해세에예]요|하기 바랍니다|해라)(?=[.\s?!]|$)")
"""Ways of speaking we do not use: pages say -습니다 and -십시오."""
COMMANDS = ("intake ",)
UNTOUCHED = frozenset(("Intake", "(%(clauses)s)", "%(what)s: %(value)s", "%(audience)s · %(identity)s"))


@cache
def catalog() -> tuple[Message, ...]:
    with CATALOG.open("rb") as lines:
        return tuple(message for message in read_po(lines, locale="ko", abort_invalid=True) if message.id)


def pairs() -> Iterator[tuple[str, str]]:
    for message in catalog():
        source = message.id if isinstance(message.id, str) else message.id[-1]
        for said in [message.string] if isinstance(message.string, str) else list(message.string or ()):
            yield source, said


def translate(message: str) -> str:
    return dict(pairs())[message]


def said(text: str) -> str:
    return sentence(parse(text), vocabulary=the_vocabulary(), gazetteer=the_gazetteer(), lang="ko", translate=translate)


def test_what_is_filled_in_is_the_same_on_both_sides() -> None:
    lost = [(s, k) for s, k in pairs() if sorted(FILLED_IN.findall(s)) != sorted(FILLED_IN.findall(k))]
    assert not lost


def test_there_is_one_form_for_every_number() -> None:
    assert not [m.id for m in catalog() if not isinstance(m.id, str) and len(m.string or ()) != 1]


def test_nothing_is_left_in_english() -> None:
    left = [
        (source, korean)
        for source, korean in pairs()
        if source not in UNTOUCHED
        and not any(command in korean for command in COMMANDS)
        and (ENGLISH.search(FILLED_IN.sub("", korean)) or not re.search("[가-힣,]", korean))
        and korean.strip() != ","
    ]
    assert not left


def test_a_particle_after_a_name_we_do_not_know_is_written_in_both_forms() -> None:
    assert not [korean for _, korean in pairs() if SINGLE_PARTICLE.search(korean)]


@pytest.mark.parametrize("text", ["%(name)s을 보냈습니다.", "“%(text)s”는 없습니다.", "{title}가 추가됨"])
def test_a_single_particle_would_be_noticed(text: str) -> None:
    assert SINGLE_PARTICLE.search(text)


def test_the_pages_keep_one_way_of_speaking() -> None:
    assert not [korean for _, korean in pairs() if SPOKEN_TO_FRIENDS.search(korean)]


def test_every_word_is_stored_composed() -> None:
    assert not [korean for _, korean in pairs() if nfc(korean) != korean]


@pytest.mark.parametrize(
    ("text", "korean"),
    [
        ("", "모든 증언"),
        ("기숙사 경비", "“기숙사”가 나오는, “경비”가 나오는 증언"),
        ('-"외출 금지"', "모든 증언(단, “외출 금지”가 그대로 나오는 것은 제외)"),
        ("(place:CN OR place:RU) entry:2017..2022", "중국 또는 러시아와 관련된, 입국 연도가 2017–2022인 증언"),
        ("entry:2017..", "입국 연도가 2017년 이후인 증언"),
        ("document:border-pass", "도강증(변경통행증)으로 입국한 일을 다룬 증언"),
        ("mechanism:none -state:withdrawn", "수법 태그가 없는 증언(단, 상태가 ‘철회됨’인 것은 제외)"),
        ("language:ru", "러시아어로 된 증언"),
        ("period:before", "입국 시기가 2019년 12월 22일 전인 증언"),
        ('workplace:"홍펑 수산"', "일터 홍펑 수산을 다룬 증언"),
    ],
)
def test_a_query_is_a_korean_sentence(text: str, korean: str) -> None:
    assert said(text) == korean


@pytest.mark.parametrize("key", KEYS)
def test_every_filter_stands_before_the_word_for_testimony(key: str) -> None:
    clauses = [translate(KEYS[key].sentence), *([translate(KEYS[key].missing)] if KEYS[key].missing else [])]
    for clause in clauses:
        # Adnominal endings (-는, -ㄴ) close with ㄴ.
        assert (ord(clause[-1]) - 0xAC00) % 28 == 4, clause
        assert translate("Testimonies that %(clauses)s") % {"clauses": clause} == f"{clause} 증언"
