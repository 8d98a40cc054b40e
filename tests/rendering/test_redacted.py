"""Redactions carried out: what stands there instead, what the particles tell, and what is refused."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import Invalid
from intake.rendering.redacted import Piece, Replacement, redact, spans


def instead(narrative: str, *changes: tuple[str, str], opaque: bool = False) -> str:
    made = []
    for quote, text in changes:
        start = narrative.index(quote)
        made.append(Replacement(start, start + len(quote), text, opaque))
    return redact(narrative, made)


@pytest.mark.parametrize(
    ("narrative", "quote", "expected"),
    [
        ("리명수가 왔다.", "리명수", "인물 K7이(가) 왔다."),
        ("김광진이 왔다.", "김광진", "인물 K7이(가) 왔다."),
        ("김광진이가 왔다.", "김광진", "인물 K7이(가) 왔다."),
        ("리명수를 보았다.", "리명수", "인물 K7을(를) 보았다."),
        ("김광진은 갔다.", "김광진", "인물 K7은(는) 갔다."),
        ("서울로 갔다.", "서울", "인물 K7(으)로 갔다."),
        ("훈춘으로 갔다.", "훈춘", "인물 K7(으)로 갔다."),
        ("“김철”이 왔다.", "김철", "“인물 K7”이(가) 왔다."),
        ("박 지배인(중국 사람)이 왔다.", "박 지배인", "인물 K7(중국 사람)이(가) 왔다."),
        ("Kim이 왔다.", "Kim", "인물 K7이(가) 왔다."),
        ("李明洙가 왔다.", "李明洙", "인물 K7이(가) 왔다."),
        ("李明이 왔다.", "李明", "인물 K7이(가) 왔다."),
        ("박 지배인(리명수)이 왔다.", "박 지배인", "인물 K7(리명수)이(가) 왔다."),
        ("박 지배인(리명수)이 왔다.", "리명수", "박 지배인(인물 K7)이(가) 왔다."),
        ("리명수 이 사람이다.", "리명수", "인물 K7 이 사람이다."),
        ("리명수의 집", "리명수", "인물 K7의 집"),
    ],
)
def test_a_particle_behind_a_token_says_nothing(narrative: str, quote: str, expected: str) -> None:
    assert instead(narrative, (quote, "인물 K7"), opaque=True) == expected


def test_a_token_that_looks_like_a_word_is_doubled_when_it_is_said_to_be_opaque() -> None:
    assert instead("리명수가 왔다.", ("리명수", "아무개")) == "아무개가 왔다."
    assert instead("리명수가 왔다.", ("리명수", "아무개"), opaque=True) == "아무개이(가) 왔다."


@pytest.mark.parametrize(
    ("narrative", "quote", "text", "expected"),
    [
        ("김광진이 왔다.", "김광진", "한 관리자", "한 관리자가 왔다."),
        ("리명수가 왔다.", "리명수", "한 지배인", "한 지배인이 왔다."),
        ("훈춘으로 갔다.", "훈춘", "지린성", "지린성으로 갔다."),
        ("다롄으로 갔다.", "다롄", "러시아", "러시아로 갔다."),
        ("훈춘과 도문", "훈춘", "국경 도시", "국경 도시와 도문"),
    ],
)
def test_a_particle_fits_the_word_that_replaces(narrative: str, quote: str, text: str, expected: str) -> None:
    assert instead(narrative, (quote, text)) == expected


def test_a_name_and_the_same_name_in_brackets_keep_no_ending_between_them() -> None:
    both = (("리명수", "[이름]"), ("李明洙", "[한자]"))
    assert instead("리명수(李明洙)가 왔다.", *both, opaque=True) == "[이름]([한자])이(가) 왔다."


@pytest.mark.parametrize(
    ("narrative", "quotes", "expected"),
    [
        ("그때 김광진은 왔다.", ["김광진"], "그때 왔다."),
        ("그때 리명수에게서 들었다.", ["리명수"], "그때 들었다."),
        ("리명수, 김철, 박호가 왔다.", ["김철"], "리명수, 박호가 왔다."),
        ("친구 (김철) 왔다.", ["김철"], "친구 왔다."),
        ("나는 갔다, 훈춘.", [" 훈춘"], "나는 갔다,."),
        ("나는 훈춘 갔다.", ["훈춘", "갔다"], "나는."),
        ("한 줄.\n리명수가 왔다.\n끝.", ["리명수가 왔다."], "한 줄.\n끝."),
        ("리명수 왔다.", ["리명수"], "왔다."),
        ("평양훈춘에서", ["훈춘"], "평양에서"),
        ("나는 리명수와 갔다.", ["나는 리명수와 갔다."], ""),
    ],
)
def test_a_deletion_leaves_no_gap_behind(narrative: str, quotes: list[str], expected: str) -> None:
    assert instead(narrative, *((quote, "") for quote in quotes)) == expected


def test_the_whole_text_can_go() -> None:
    assert redact("리명수가 왔다.", [Replacement(0, 8, "[삭제]", opaque=True)]) == "[삭제]"


def test_of_two_nested_spans_the_longer_shows() -> None:
    assert redact("훈춘시 거리에서", [Replacement(0, 3, "한 도시"), Replacement(0, 2, "다른")]) == "한 도시 거리에서"
    assert redact("훈춘시 거리에서", [Replacement(1, 3, "다른"), Replacement(0, 3, "한 도시")]) == "한 도시 거리에서"


def test_identical_spans_count_once() -> None:
    twice = [Replacement(0, 3, "한 도시")] * 2
    assert redact("훈춘시 거리", twice) == "한 도시 거리"
    assert [piece.index for piece in spans("훈춘시 거리", twice) if piece.replaced] == [0]


@pytest.mark.parametrize(
    "wrong",
    [
        [Replacement(0, 3, "가"), Replacement(2, 5, "나")],
        [Replacement(0, 3, "가"), Replacement(0, 3, "나")],
        [Replacement(0, 3, "가"), Replacement(0, 3, "가", opaque=True)],
        [Replacement(-1, 3, "가")],
        [Replacement(0, 8, "가")],
        [Replacement(2, 2, "가")],
        [Replacement(3, 2, "가")],
        [Replacement(0, 3, "가\x00")],
        [Replacement(0, 3, "\ud800")],
    ],
)
def test_doubtful_spans_are_refused_whole(wrong: list[Replacement]) -> None:
    with pytest.raises(Invalid) as caught:
        redact("훈춘시 거리", wrong)
    assert "훈춘" not in str(caught.value)


@pytest.mark.parametrize("text", [r"\1\g<0>", "$&", "{0}", "%s", "#eval(1)", ".*(?P<a>x)"])
def test_a_replacement_is_only_text(text: str) -> None:
    assert redact("a리명수b", [Replacement(1, 4, text)]) == f"a{text}b"


def test_offsets_count_code_points() -> None:
    narrative = "😀😀리명수가😀"
    assert redact(narrative, [Replacement(2, 5, "[X]", opaque=True)]) == "😀😀[X]이(가)😀"
    assert redact("a👨‍👩‍👧b", [Replacement(1, 2, "[사진]")]) == "a[사진]b"


def test_offsets_are_those_of_the_composed_text() -> None:
    decomposed = unicodedata.normalize("NFD", "리명수가 왔다.")
    assert redact(decomposed, [Replacement(0, 3, "[X]", opaque=True)]) == "[X]이(가) 왔다."


def test_no_mark_of_the_hidden_word_hangs_on_to_the_new_one() -> None:
    assert redact("x\u0323\u0301y", [Replacement(0, 1, "a")]) == "ay"
    assert redact("ᄒᆞᆫ글", [Replacement(0, 1, "[X]")]) == "[X]글"


def test_pieces_say_where_each_word_comes_from() -> None:
    assert spans("나는 리명수가 좋다", [Replacement(3, 6, "K7", opaque=True)]) == [
        Piece("나는 ", 0, 3),
        Piece("K7", 3, 6, replaced=True, index=0),
        Piece("이(가)", 6, 7, replaced=True, index=0),
        Piece(" 좋다", 7, 10),
    ]


TEXTS = st.text(alphabet="가각리명수이가을를은에서으로 ,.()“”\n李Kn3😀", max_size=60)


@st.composite
def redactions(draw: st.DrawFn) -> tuple[str, list[Replacement]]:
    narrative = unicodedata.normalize("NFC", draw(TEXTS))
    edges = sorted(draw(st.sets(st.integers(0, len(narrative)), max_size=8)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    texts = st.sampled_from(["", "[이름]", "한 도시", "중국", "K7", " "])
    made = [Replacement(start, end, draw(texts), draw(st.booleans())) for start, end in pairs]
    return narrative, draw(st.permutations(made))


@given(redactions())
@settings(max_examples=600, deadline=None)
def test_pieces_tile_the_source_and_leave_the_rest_as_it_was(case: tuple[str, list[Replacement]]) -> None:
    narrative, replacements = case
    pieces = spans(narrative, replacements)
    at = 0
    for piece in pieces:
        assert piece.source_start == at
        at = piece.source_end
        if not piece.replaced:
            assert piece.text == narrative[piece.source_start : piece.source_end]
            assert not any(r.start < piece.source_end and piece.source_start < r.end for r in replacements)
    assert at == len(narrative)
    assert redact(narrative, replacements) == "".join(piece.text for piece in pieces)


@given(redactions())
@settings(max_examples=600, deadline=None)
def test_deleting_doubles_no_space(case: tuple[str, list[Replacement]]) -> None:
    narrative, replacements = case
    while "  " in narrative:
        narrative = narrative.replace("  ", " ")
    deletions = [Replacement(r.start, r.end, "") for r in replacements if r.end <= len(narrative)]
    assert "  " not in redact(narrative, deletions)


def test_170000_syllables_with_5000_redactions_take_a_moment() -> None:
    sentence = "나는 리명수가 훈춘에서 일하는 것을 보았다. "
    narrative = sentence * 7000
    replacements = [
        Replacement(place * len(sentence) + 3, place * len(sentence) + 6, "인물 K7", opaque=True)
        for place in range(5000)
    ]
    began = time.perf_counter()
    said = redact(narrative, replacements)
    assert time.perf_counter() - began < 30
    assert said.count("인물 K7이(가)") == 5000
    assert said.count("리명수가") == 2000
