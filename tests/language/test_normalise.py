"""Spellings meet, offsets survive, and only what cannot be stored is refused."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.language import normalise
from intake.language.normalise import fold, fold_with_map, nfc, problem, visible

HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from("련로녀리ᄒᆞᆫ각\u200b\u200d\u202e\u0301\u0327ßİǰŉ簽證ＡＢ👩\u200d🏭\ue000"),
        st.characters(min_codepoint=0x1100, max_codepoint=0x11FF),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("로동자", "노동자"),
        ("산업련수생", "산업연수생"),
        ("류학생", "유학생"),
        ("려권", "여권"),
        ("되였습니다", "되었습니다"),
        ("뻐스", "버스"),
        ("리철호", "이철호"),
        ("旅遊簽證", "旅游签证"),
        ("ВСЁ", "все"),
        ("ＶＩＳＡ", "visa"),
        (unicodedata.normalize("NFD", "기숙사"), "기숙사"),
        ("비\u200b자", "비자"),
        ("didn’t", "didn't"),
        ("STRASSE", "straße"),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("비자", "비사"), ("노동", "노둥"), ("人", "入"), ("все", "вси")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(HOSTILE)
def test_map_leads_back_to_the_text(text: str) -> None:
    folded, offsets = fold_with_map(text)
    assert folded == fold(text)
    assert len(folded) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


def test_map_points_at_the_word_in_decomposed_text() -> None:
    text = "x\u200b" + unicodedata.normalize("NFD", "각하 련수생")
    folded, offsets = fold_with_map(text)
    start = offsets[folded.index("연수생")]
    assert nfc(text[start:]) == "련수생"


def test_spellings_keep_their_length() -> None:
    assert all(len(north) == len(south) for north, south in normalise.SPELLINGS.items())


def test_every_joining_starter_is_known() -> None:
    """The hand-written list of characters NFC may join leftwards holds for this Python's Unicode."""
    joining = set()
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        composed = len(parts) == 2 and parts[0][0] != "<" and nfc(chr(code)) == chr(code)
        if composed and not unicodedata.combining(chr(int(parts[1], 16))):
            joining.add(chr(int(parts[1], 16)))
    assert joining
    assert all(normalise._JOINS.match(char) for char in joining)


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "한\udfff글"])
def test_what_cannot_be_stored_is_refused(text: str) -> None:
    assert problem(text)


@pytest.mark.parametrize("text", ["", "\u202eabc", "👩\u200d🏭", "ᄒᆞᆫ글", "\ue000", "\ufeff", "줄\n바꿈\t"])
def test_hostile_but_storable_text_is_kept(text: str) -> None:
    assert problem(text) is None
    assert visible(nfc(text)) or not text


def test_controls_become_visible() -> None:
    shown = visible("scan\u202efdp.exe\u200b\n")
    assert shown == "scan⟨U+202E⟩fdp.exe⟨U+200B⟩⟨U+000A⟩"
    assert visible("림설경 Ли 金") == "림설경 Ли 金"
