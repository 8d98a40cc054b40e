"""The forms of a release, its row in a table, and a brief in which every sentence cites."""

import csv
import io
from dataclasses import replace

import pytest
from rendering.paper import SAMPLE, saying

from intake.errors import Invalid
from intake.rendering import fonts
from intake.rendering.document import Fact, as_html
from intake.rendering.export import FORMS, Citation, Claim, Form, brief, form, table
from intake.rendering.leaks import Watched, check_file
from intake.rendering.redacted import Replacement, redact


@pytest.mark.skipif(not fonts.FOLDER.joinpath("NotoSansKR-Regular.ttf").is_file(), reason="fonts not installed")
def test_every_form_can_be_made_and_starts_as_its_kind_does() -> None:
    opening = {
        "pdf": b"%PDF-",
        "docx": b"PK",
        "html": b"<!doctype",
        "json": b"{",
        "csv": b"\xef\xbb\xbf",
        "xlsx": b"PK",
    }
    assert {each.extension for each in FORMS} == set(opening)
    for each in FORMS:
        assert form(each.extension).render(SAMPLE).startswith(opening[each.extension])


@pytest.mark.skipif(not fonts.FOLDER.joinpath("NotoSansKR-Regular.ttf").is_file(), reason="fonts not installed")
@pytest.mark.parametrize("each", FORMS, ids=lambda each: each.extension)
def test_the_last_look_is_silent_on_every_form_and_finds_what_was_left(each: Form) -> None:
    watched = [Watched("리명수", "PERSON", "witness"), Watched("훈춘수산물공장", "WORKPLACE", "plant")]
    narrative = "리명수가 훈춘수산물공장에서 일했다. 그때 리명수는 열아홉이었다."
    both = [Replacement(0, 3, "인물 K7", opaque=True), Replacement(5, 12, "한 공장")]
    all_three = [*both, Replacement(22, 25, "인물 K7", opaque=True)]
    name = f"R-1.{each.extension}"
    assert check_file(each.render(saying(redact(narrative, all_three))), name, watched) == []
    left = check_file(each.render(saying(redact(narrative, both))), name, watched)
    assert {leak.group for leak in left} == {"witness"}


def test_a_form_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Invalid):
        form("exe")


def test_the_row_of_a_release_is_found_again_in_its_csv() -> None:
    header, row = csv.reader(io.StringIO(form("csv").render(SAMPLE).decode("utf-8-sig"), newline=""))
    said = dict(zip(header, row, strict=True))
    assert said["번호"] == SAMPLE.number
    assert said["입국·체류 방식"] == "한 달 무비자 체류 반복; 단기 방문비자"
    assert said["본문"].startswith("문: 그곳에서")


def test_documents_with_other_facts_share_one_table() -> None:
    other = replace(SAMPLE, facts=(Fact(key="year", label="해", values=("2019",)),), organisation="")
    header, rows = table([SAMPLE, other])
    assert header[:2] == ["제목", "번호"]
    assert [len(row) for row in rows] == [len(header)] * 2
    assert rows[0][header.index("해")] == ""
    assert rows[1][header.index("해")] == "2019"
    assert rows[1][header.index("기관")] == ""


def test_a_long_text_goes_on_in_the_next_column() -> None:
    long = saying("가" * 40_000)
    header, (row, short) = table([long, SAMPLE])
    assert header[-3:] == ["본문", "본문 2", "본문 3"]
    assert "".join(row[-3:]) == "가" * 40_000
    assert short[-2:] == ["", ""]
    assert form("xlsx").render(saying("😀" * 40_000)).startswith(b"PK")


def cited(*claims: Claim) -> bytes:
    return as_html(
        brief(
            "요약",
            claims,
            number="B-1",
            language="ko",
            audience="공개",
            purpose="보고서",
            organisation="",
            issued="2026",
        )
    )


def test_every_sentence_of_a_brief_cites_its_paragraphs() -> None:
    places = (
        Citation(number="R-1", paragraph=14),
        Citation(number="R-2", paragraph=3),
        Citation(number="R-1", paragraph=14),
    )
    assert "달마다 나갔다. [R-1 ¶14; R-2 ¶3]" in cited(Claim(text="달마다 나갔다.", citations=places)).decode()


@pytest.mark.parametrize("citations", [(), (Citation(number="R-1", paragraph=0),)])
def test_a_sentence_that_rests_on_nothing_is_refused(citations: tuple[Citation, ...]) -> None:
    with pytest.raises(Invalid):
        cited(Claim(text="달마다 나갔다.", citations=citations))
