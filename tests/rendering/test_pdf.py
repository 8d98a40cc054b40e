"""A release as PDF, read back: text, fonts, tags, language, title, and nothing of whoever made it."""

import io
import subprocess
import time
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from rendering.paper import HOSTILE, SAMPLE, saying

from intake.errors import IntakeError, Invalid, Misconfigured
from intake.rendering import fonts, pdf
from intake.rendering.pdf import as_pdf

needs_fonts = pytest.mark.skipif(not (fonts.FOLDER / "NotoSansKR-Regular.ttf").is_file(), reason="fonts not installed")


def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def text_of(data: bytes) -> str:
    """All text, lines joined: where a line ends is the type-setter's affair."""
    pages = "\n".join(page.extract_text() for page in opened(data).pages)
    return unicodedata.normalize("NFC", " ".join(pages.split()))


def structure(data: bytes) -> list[str]:
    """The kinds of all elements in the tag tree, in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]))
            if "/K" in node:
                walk(node["/K"])

    walk(opened(data).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


@needs_fonts
@pytest.mark.parametrize(
    ("language", "paragraph", "heading"),
    [
        ("ko", "답: 인물 K7이(가) 데려간 공장에서 琿春과 珲春, Хуньчунь을 들었습니다.", "증언"),
        ("en", "A: The gate was locked after the shift, in Hunchun (훈춘, 珲春).", "Testimony"),
        ("zh-CN", "答：一个月回去一次，盖个章再过来。她们不许出厂门。", "证言"),
        ("ru", "Ответ: По бумагам они студенты, ёлки-палки, № 4 «колледж».", "Свидетельство"),
    ],
)
def test_what_was_said_is_read_back_in_its_language(language: str, paragraph: str, heading: str) -> None:
    data = as_pdf(saying(paragraph, language=language))
    text = text_of(data)
    assert paragraph in text
    assert heading in text
    assert opened(data).trailer["/Root"]["/Lang"].split("-")[0] == language.split("-", maxsplit=1)[0]


@needs_fonts
def test_it_is_tagged_titled_and_declares_pdf_ua() -> None:
    data = as_pdf(SAMPLE)
    root = opened(data).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert opened(data).metadata is not None
    assert opened(data).metadata["/Title"] == SAMPLE.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    kinds = structure(data)
    assert "/H1" in kinds
    assert kinds.count("/P") >= len(SAMPLE.paragraphs)


@needs_fonts
def test_every_font_is_embedded_and_ours() -> None:
    resources = [page["/Resources"]["/Font"] for page in opened(as_pdf(SAMPLE)).pages]
    names = set()
    for font in (font.get_object() for each in resources for font in each.values()):
        inner = font["/DescendantFonts"][0].get_object()
        descriptor = inner["/FontDescriptor"].get_object()
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        assert "/ToUnicode" in font
        names.add(str(font["/BaseFont"]).split("+")[1].split("-")[0])
    assert names == {"NotoSansKR", "NotoSansSC"}


@needs_fonts
def test_it_says_nothing_of_who_made_it_or_when() -> None:
    data = as_pdf(SAMPLE)
    reader = opened(data)
    assert set(reader.metadata or {}) <= {"/Title", "/Creator"}
    assert "/CreationDate" not in (reader.metadata or {})
    assert data.count(b"%%EOF") == 1
    root = reader.trailer["/Root"]
    assert not {"/AcroForm", "/OpenAction", "/AA", "/OCProperties"} & set(root)
    assert "/EmbeddedFiles" not in root.get("/Names", {})
    assert b"CreateDate" not in root["/Metadata"].get_data()
    assert str(Path.cwd()).encode() not in data


@needs_fonts
def test_the_same_document_is_the_same_bytes() -> None:
    assert as_pdf(SAMPLE) == as_pdf(SAMPLE)
    assert as_pdf(SAMPLE) != as_pdf(replace(SAMPLE, issued="2025"))


@needs_fonts
@pytest.mark.parametrize("words", HOSTILE)
def test_code_in_a_text_stays_text(words: str) -> None:
    text = text_of(as_pdf(replace(saying(words), title=words, number=words, notice=(words,))))
    assert text.replace(" ", "").count(words.replace(" ", "")) >= 3


@needs_fonts
def test_old_hangul_is_drawn_and_what_no_font_draws_is_named() -> None:
    text = text_of(as_pdf(saying("ᄒᆞᆫ글 😀 끝 𠀀 \ue000")))
    assert "ᄒᆞᆫ글 [U+1F600] 끝 [U+20000] [U+E000]" in text


@needs_fonts
def test_a_hangul_word_is_never_broken_between_lines() -> None:
    word = "가나다라마바사아"
    pages = opened(as_pdf(saying(" ".join([word] * 200)))).pages
    lines = [line for page in pages for line in page.extract_text().splitlines() if "가나" in line]
    assert len(lines) > 10
    assert all(part == word for line in lines for part in line.split() if not part.isdigit())


@needs_fonts
def test_a_word_longer_than_a_line_breaks_rather_than_runs_off_the_page() -> None:
    text = text_of(as_pdf(saying("가" * 500)))
    assert text.replace(" ", "").count("가") >= 500
    page = opened(as_pdf(saying("가" * 500))).pages[0]
    assert max(len(line) for line in page.extract_text().splitlines()) < 80


@needs_fonts
@pytest.mark.slow
def test_170000_syllables_are_set_in_a_moment() -> None:
    sentence = "나는 2019년에 공장에서 일했습니다. "
    began = time.perf_counter()
    data = as_pdf(saying(*[sentence * 20] * (170_000 // (20 * len(sentence)) + 1)))
    assert time.perf_counter() - began < 120
    assert len(opened(data).pages) > 60


@needs_fonts
def test_an_empty_document_is_a_document() -> None:
    empty = replace(SAMPLE, facts=(), paragraphs=(), notice=(), audience="", purpose="", identity="", organisation="")
    assert "증언" in text_of(as_pdf(empty))


def test_missing_fonts_are_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(Misconfigured, match="fonts"):
        as_pdf(SAMPLE)


@needs_fonts
def test_a_failure_of_the_type_setter_does_not_quote_the_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "broken.typ"
    broken.write_text("#panic(sys.inputs.document)", encoding="utf-8")
    monkeypatch.setattr(pdf, "_TEMPLATE", broken)
    with pytest.raises(Exception, match="could not be made") as caught:
        as_pdf(saying("비밀"))
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None


@needs_fonts
def test_a_type_setter_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A transaction waits for it; and what it had been given goes no further with the refusal."""
    monkeypatch.setattr(pdf, "_PATIENCE_SECONDS", 0.01)
    with pytest.raises(IntakeError, match="could not be made") as caught:
        as_pdf(saying("비밀"))
    assert caught.value.__context__ is None


@needs_fonts
def test_the_type_setter_is_a_process_of_its_own_that_inherits_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No variable of ours reaches it; the document does, through a pipe."""
    seen: list[dict[str, Any]] = []
    real = subprocess.run

    def watch(command: list[str], **how: Any) -> Any:
        seen.append({"command": command, **how})
        return real(command, **how)

    monkeypatch.setenv("INTAKE_SECRET", "pepper")
    monkeypatch.setattr(subprocess, "run", watch)
    assert as_pdf(saying('#read("/etc/passwd")', "비밀한 말")).startswith(b"%PDF-")
    (call,) = seen
    assert set(call["env"]) == {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}
    assert "비밀한 말" not in " ".join(call["command"])
    assert "root:" not in text_of(as_pdf(saying('#read("/etc/passwd")')))


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Invalid):
        as_pdf(saying("\udc00"))
