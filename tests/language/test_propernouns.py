"""Which proper nouns of an analyser are offered as names; places, peoples, languages and everyday words are not."""

from __future__ import annotations

import pytest

from intake.language.propernouns import suggest


def offered(text: str, *words: str, wide: frozenset[str] = frozenset()) -> list[str]:
    return [s.quote for s in suggest(text, [(text.index(w), text.index(w) + len(w)) for w in words], wide)]


@pytest.mark.parametrize("word", ["주마벡", "갈리나", "탁명근", "스쩨빤", "샤오저우", "리길주", "한빛"])
def test_names_are_offered(word: str) -> None:
    assert offered(f"그때 {word}한테 말했다", word) == [word]


@pytest.mark.parametrize(
    "word", ["몽골", "함흥", "두만강역", "몽골말", "중앙대", "우즈베크", "로임", "단동시", "카", "Kim", "무역회사"]
)
def test_what_is_no_person_is_not(word: str) -> None:
    assert offered(f"그때 {word} 쪽에서 말했다", word) == []


def test_a_place_of_the_gazetteer_is_not() -> None:
    assert offered("오르데브에 갔다", "오르데브") == ["오르데브"]
    assert offered("오르데브에 갔다", "오르데브", wide=frozenset(["오르데브"])) == []


def test_a_name_is_offered_wherever_it_stands_and_only_at_the_start_of_a_word() -> None:
    text = "갈리나가 왔다. 큰갈리나는 다르다. 갈리나네 집"
    found = suggest(text, [(0, 3)])
    assert [(s.start, s.end, s.quote) for s in found] == [
        (0, 3, "갈리나"),
        (text.rindex("갈리나"), text.rindex("갈리나") + 3, "갈리나"),
    ]
    assert {s.kind for s in found} == {"PERSON"}
    assert len({s.group for s in found}) == 1
    assert {s.rule for s in found} == {"analyser"}


def test_nothing_is_offered_for_nothing() -> None:
    assert suggest("", []) == []
    assert suggest("갈리나가 왔다", []) == []
