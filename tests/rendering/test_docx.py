"""A release as DOCX, opened by another reader and part by part."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree
from rendering.paper import HOSTILE, SAMPLE, saying

from intake.errors import Invalid
from intake.rendering.docx import as_docx

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = {
    "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels",
    "word/styles.xml",
}  # fmt: skip


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_another_reader_finds_headings_facts_and_numbered_paragraphs() -> None:
    said = docx.Document(io.BytesIO(as_docx(SAMPLE)))
    lines = [(paragraph.style.name, paragraph.text) for paragraph in said.paragraphs if paragraph.style]
    assert lines[0] == ("Title", "증언 공개본")
    assert ("Heading 1", "증언") in lines
    assert ("Term", "입국·체류 방식\t한 달 무비자 체류 반복\n단기 방문비자") in lines
    assert ("Statement", f"2\t{SAMPLE.paragraphs[1]}") in lines
    assert not any("업종" in text for _, text in lines)


def test_hostile_words_stay_words() -> None:
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(as_docx(SAMPLE))).paragraphs)
    assert all(words in text for words in HOSTILE)


def test_there_is_nothing_in_it_but_what_we_put_there() -> None:
    made = parts(as_docx(SAMPLE))
    assert set(made) == PARTS
    for name, data in made.items():
        etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        assert not re.search(rb"rsid|w:ins\b|w:del\b|w:comment|w:author|w:vanish|TargetMode|w:instrText", data), name


def test_it_says_nothing_of_who_made_it_or_when() -> None:
    data = as_docx(SAMPLE)
    core = parts(data)["docProps/core.xml"]
    assert {etree.QName(child).localname for child in etree.fromstring(core)} == {"title", "language"}
    said = docx.Document(io.BytesIO(data)).core_properties
    assert (said.author, said.last_modified_by, said.created, said.modified) == ("", "", None, None)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert not entry.extra
            assert not entry.comment


def test_the_same_document_is_the_same_bytes() -> None:
    assert as_docx(SAMPLE) == as_docx(SAMPLE)


@pytest.mark.parametrize(
    ("language", "east_asian", "font"), [("ko", "ko-KR", "Malgun Gothic"), ("zh-CN", "zh-CN", "Microsoft YaHei")]
)
def test_language_and_east_asian_font_are_set(language: str, east_asian: str, font: str) -> None:
    styles = etree.fromstring(parts(as_docx(replace(SAMPLE, language=language)))["word/styles.xml"])
    defaults = styles.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr")
    assert defaults is not None
    lang, fonts = defaults.find(f"{WORD}lang"), defaults.find(f"{WORD}rFonts")
    assert lang is not None
    assert fonts is not None
    assert lang.get(f"{WORD}eastAsia") == east_asian
    assert fonts.get(f"{WORD}eastAsia") == font


def test_control_characters_do_not_break_the_file() -> None:
    data = as_docx(replace(saying("a\x01b\ufffec"), title="t\x1f"))
    assert b"abc" in parts(data)["word/document.xml"]


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Invalid):
        as_docx(saying("\udc00"))
