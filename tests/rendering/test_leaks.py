"""The leak check on text and on real files: every seeded leak is caught, the clean control is silent."""

from __future__ import annotations

import io
import json
import time
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import xlsxwriter
from click.testing import CliRunner
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from intake import cli
from intake.rendering.leaks import (
    BLOCK,
    LOOK,
    Leak,
    Rare,
    Watch,
    Watched,
    check_file,
    check_json,
    check_text,
    mask_findings,
    partial,
    rare_combination,
)

NAME, LATIN = "채은별", "Chae Un Byol"
WATCHED = (
    Watched(NAME, "PERSON", "P1", "witness"),
    Watched("려명철", "PERSON", "P2", "relative"),
    Watched("철수", "PERSON", "P3", "other"),
    Watched("010-5523-9041", "PHONE", "N1", "witness"),
    Watched("달빛상사", "WORKPLACE", "W1"),
    Watched("2019년 3월 14일", "EXACT_DATE", "D1"),
    Watched("745218830", "ID_NUMBER", "N2", "witness"),
    Watched("Горелов Пётр Ильич", "PERSON", "P4", "director"),
    Watched("孙国樑", "PERSON", "P5", "accountant"),
    Watched("Viktoria Lebedyanskaya", "PERSON", "P6", "clerk"),
)
CLEAN = (
    "인물 K7이(가) 2019년 봄에 지린성의 한 공장에서 일했습니다. 공장이 철수 명령을 내린 뒤에도 우리 조가 남았습니다. "
    "건설경기가 나빴고 "
    "려권은 회사가 걷어 갔습니다. One relative was questioned. Директор фирмы молчал. 厂里有二十个人。"
)


def groups(leaks: list[Leak]) -> set[str]:
    return {leak.group for leak in leaks}


# --- text

SHAPES = {
    "as it stands": ("채은별이 말했다", "P1", BLOCK),
    "leftover inflected given name": ("그날 은별이가 울었다", "P1", BLOCK),
    "vocative": ('반장이 "은별아, 가자" 했다', "P1", BLOCK),
    "decomposed": (unicodedata.normalize("NFD", "채은별은 갔다"), "P1", BLOCK),
    "zero-width split": ("채\u200b은\u2060별은 갔다", "P1", BLOCK),
    "tag characters between": ("채\U000e0061은\U000e0062별은 갔다", "P1", BLOCK),
    "written in tag characters": ("ok" + "".join(chr(0xE0000 + ord(c)) for c in LATIN), "P1", BLOCK),
    "spaces": ("채 은 별이 갔다", "P1", BLOCK),
    "hyphens": ("채-은-별", "P1", BLOCK),
    "over a line": ("이름은 채은\n별이다", "P1", BLOCK),
    "compatibility jamo": ("ㅊㅐㅇㅡㄴㅂㅕㄹ", "P1", BLOCK),
    "masked": ("채*별 씨", "P1", LOOK),
    "initial consonants": ("ㅊㅇㅂ 씨", "P1", LOOK),
    "southern spelling": ("여명철은 형이다", "P2", BLOCK),
    "romanised": ("Chae Un-byol said", "P1", BLOCK),
    "romanised otherwise": ("Eunbyeol Chae said", "P1", BLOCK),
    "romanised with marks": ("Ch'ae Ŭnbyŏl said", "P1", BLOCK),
    "romanised glued": ("see chaeunbyol.pdf", "P1", BLOCK),
    "full-width": ("Ｃｈａｅ Ｕｎ Ｂｙｏｌ", "P1", BLOCK),
    "Cyrillic look-alike": ("Ch\u0430e Un Byol", "P1", BLOCK),
    "in Cyrillic": ("Чхэ Ын Бёль пришла", "P1", BLOCK),
    "Latin initials": ("Chae U.B. came", "P1", LOOK),
    "surname and title": ("채 동무가 왔다", "P1", LOOK),
    "common word without context": ("철수를 시작했다", "P3", LOOK),
    "common word with context": ("철수야, 가자", "P3", BLOCK),
    "phone": ("0105523-9041로", "N1", BLOCK),
    "phone full-width": ("０１０ ５５２３ ９０４１", "N1", BLOCK),
    "phone from abroad": ("+82 (0)10 5523 9041", "N1", BLOCK),
    "phone spoken": ("공일공에 오오이삼에 구공사일", "N1", BLOCK),
    "firm shortened": ("달빛에서", "W1", BLOCK),
    "date in digits": ("2019.03.14.에", "D1", BLOCK),
    "date mixed": ("2019년 03-14", "D1", BLOCK),
    "date in English": ("on 14 March 2019", "D1", BLOCK),
    "date by 주체": ("주체108(2019)년 3월 14일", "D1", BLOCK),
    "date without its year": ("3월 14일에", "D1", LOOK),
    "number with spaces": ("745 218 830", "N2", BLOCK),
    "Russian declined": ("сказали Горелову", "P4", BLOCK),
    "Russian patronymic": ("Пётра Ильича знали", "P4", BLOCK),
    "Chinese simplified": ("孙国梁说", "P5", BLOCK),
    "Chinese with title": ("孙会计说", "P5", LOOK),
    "part of a name": ("Viktoria wrote it", "P6", BLOCK),
    "percent-encoded": ("/x/%EC%B1%84%EC%9D%80%EB%B3%84", "P1", BLOCK),
}


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_every_shape_is_found(shape: str) -> None:
    text, group, severity = SHAPES[shape]
    found = [leak for leak in check_text(text, WATCHED) if leak.group == group]
    assert found, shape
    assert severity in {leak.severity for leak in found}


def test_clean_text_is_silent() -> None:
    leaks = check_text(CLEAN, [each for each in WATCHED if each.group != "P3"])
    assert leaks == []


def test_common_word_is_only_for_a_look() -> None:
    found = check_text(CLEAN, WATCHED)
    assert {leak.severity for leak in found} <= {LOOK}


def test_a_surname_with_title_is_told_once() -> None:
    people = [Watched(name, "PERSON", name) for name in ("박설옥", "박은희", "박길남")]
    leaks = check_text("박 지배인이 왔다", people)
    assert [leak.severity for leak in leaks] == [LOOK]


def test_a_name_inside_another_word_is_no_name() -> None:
    assert check_text("건설경기가 나빴다", [Watched("림설경", "PERSON", "P1")]) == []
    assert check_text("기록영화를 보았다", [Watched("림영화", "PERSON", "P1")]) == []
    assert check_text("the sunny day", [Watched("Kim Sun", "PERSON", "P1")]) == []


def test_positions_are_code_points_of_the_text_given() -> None:
    text = "😀 " + unicodedata.normalize("NFD", "채은별") + "은"
    leak = check_text(text, WATCHED)[0]
    assert leak.start is not None
    assert leak.end is not None
    assert unicodedata.normalize("NFC", text[leak.start : leak.end]) == NAME


def test_findings_do_not_carry_the_string() -> None:
    for text, _, _ in SHAPES.values():
        for leak in check_text(text, WATCHED):
            said = repr(leak)
            assert NAME not in said
            assert "은별" not in said
            assert "5523" not in said
    assert NAME not in repr(WATCHED[0])


def test_emoji_and_old_hangul_and_nothing() -> None:
    assert check_text("", WATCHED) == []
    assert check_text("😀👩‍👩‍👧 ᄒᆞᆫ글 \ud83d", WATCHED) == []
    assert check_text("아무것도", []) == []


def test_long_text_and_many_names_in_linear_time() -> None:
    syllables = "설경은정철수영민금혁옥순희남길별화진란호"
    people = [
        Watched(surname + first + second, "PERSON", f"{surname}{first}{second}")
        for surname in "김박리최정"
        for first in syllables[:8]
        for second in syllables[8:13]
    ]
    assert len(people) == 200
    text = "저는 2018년 9월에 공장에 나갔습니다. 지배인 박설옥이 우리 조를 데리고 갔습니다. " * 3500
    assert len(text) > 170_000 - 1
    before = time.process_time()
    leaks = Watch(people).check(text)
    assert time.process_time() - before < 30  # a search that runs away, not a slow machine
    assert len(leaks) >= 3500


# --- structured data


def test_json_keys_and_values() -> None:
    assert groups(check_json({"people": {NAME: 1}}, WATCHED)) == {"P1"}
    assert groups(check_json({"rows": [{"snippet": "…은별이가…"}]}, WATCHED)) == {"P1"}
    assert groups(check_json({"note": 745218830}, WATCHED)) == {"N2"}
    assert check_json({"year": 2019, "kept": None, "ok": True}, WATCHED) == []
    for leak in check_json({NAME: {"x": NAME}}, WATCHED):
        assert NAME not in leak.where


# --- files


def _cmap(text: str) -> bytes:
    lines = "".join(f"<{i:04x}> <{ord(c):04x}>\n" for i, c in enumerate(dict.fromkeys(text), 1))
    count = len(set(text))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 "
        "begincodespacerange <0000> <ffff> "
        f"endcodespacerange {count} beginbfchar\n{lines}endbfchar endcmap end end"
    ).encode()


def _glyphs(text: str) -> str:
    table = {c: i for i, c in enumerate(dict.fromkeys(text), 1)}
    return "".join(f"{table[c]:04x}" for c in text)


def _stream(data: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return stream


def _font(writer: PdfWriter, text: str) -> DictionaryObject:
    name = NameObject
    descendant = DictionaryObject(
        {
            name("/Type"): name("/Font"),
            name("/Subtype"): name("/CIDFontType2"),
            name("/BaseFont"): name("/Some"),
            name("/CIDSystemInfo"): DictionaryObject(
                {
                    name("/Registry"): TextStringObject("Adobe"),
                    name("/Ordering"): TextStringObject("Identity"),
                    name("/Supplement"): NumberObject(0),
                }
            ),
        }
    )
    return DictionaryObject(
        {
            name("/Type"): name("/Font"),
            name("/Subtype"): name("/Type0"),
            name("/BaseFont"): name("/Some"),
            name("/Encoding"): name("/Identity-H"),
            name("/DescendantFonts"): ArrayObject([writer._add_object(descendant)]),
            name("/ToUnicode"): writer._add_object(_stream(_cmap(text))),
        }
    )


def make_pdf(change: Callable[[PdfWriter], None] | None = None, text: str = CLEAN, before: str = "") -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(_font(writer, text))})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = _stream(f"{before} BT /F1 12 Tf 10 10 Td <{_glyphs(text)}> Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(shown)
    writer.metadata = None
    if change:
        change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _pdf_author(writer: PdfWriter) -> None:
    writer.add_metadata({"/Author": NAME})


def _pdf_bookmark(writer: PdfWriter) -> None:
    writer.add_outline_item(title=f"증언 {NAME}", page_number=0)


def _pdf_orphan(writer: PdfWriter) -> None:
    writer._add_object(DictionaryObject({NameObject("/Left"): TextStringObject(NAME)}))


def _pdf_orphan_drawing(writer: PdfWriter) -> None:
    writer._add_object(_font(writer, NAME))
    writer._add_object(_stream(f"BT /F9 12 Tf <{_glyphs(NAME)}> Tj ET".encode()).flate_encode())


def _pdf_attachment(writer: PdfWriter) -> None:
    writer.add_attachment("note.txt", NAME.encode())


def _pdf_attachment_name(writer: PdfWriter) -> None:
    writer.add_attachment(f"{NAME}.txt", b"x")


def _pdf_annotation(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text=NAME, rect=(10, 10, 50, 50)))


def _pdf_alt(writer: PdfWriter) -> None:
    element = DictionaryObject({NameObject("/S"): NameObject("/Figure"), NameObject("/Alt"): TextStringObject(NAME)})
    writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(
        DictionaryObject(
            {NameObject("/Type"): NameObject("/StructTreeRoot"), NameObject("/K"): writer._add_object(element)}
        )
    )


def _pdf_xmp(writer: PdfWriter) -> None:
    packet = '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    packet += f"<dc:creator><rdf:li>{NAME}</rdf:li></dc:creator></x:xmpmeta>"
    stream = _stream(packet.encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    stream[NameObject("/Subtype")] = NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _pdf_layer(writer: PdfWriter) -> None:
    layer = writer._add_object(
        DictionaryObject({NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("base")})
    )
    default = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): default}
    )


def _pdf_layer_name(writer: PdfWriter) -> None:
    _pdf_layer(writer)
    layer = writer.root_object["/OCProperties"]["/OCGs"][0].get_object()  # type: ignore[index]
    layer[NameObject("/Name")] = TextStringObject(NAME)


def _pdf_in_pieces(writer: PdfWriter) -> None:
    """A given name drawn syllable by syllable, the pen moved in between: no word of it stands there whole."""
    page = writer.pages[0]
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(_font(writer, "그날 은별이가"))})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    glyphs = _glyphs("그날 은별이가")
    pieces = [glyphs[at : at + 4] for at in range(0, len(glyphs), 4)]
    drawn = " ".join(f"1 0 0 1 {10 + 12 * at} 50 Tm <{piece}> Tj" for at, piece in enumerate(pieces))
    page[NameObject("/Contents")] = writer._add_object(_stream(f"BT /F1 12 Tf {drawn} ET".encode()))


def _pdf_replacement_text(writer: PdfWriter) -> None:
    """A tag whose replacement text says what the drawn text no longer does."""
    page = writer.pages[0]
    drawn = page["/Contents"].get_object().get_data()
    said = NAME.encode("utf-16-be").hex()
    tagged = f"/Span <</ActualText <feff{said}>>> BDC ".encode() + drawn + b" EMC"
    page[NameObject("/Contents")] = writer._add_object(_stream(tagged))


def _pdf_named_key(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/ChaeUnByol"): NumberObject(1)})


def _pdf_attached_docx(writer: PdfWriter) -> None:
    writer.add_attachment("a.docx", make_docx(lambda document: document.add_paragraph(NAME)))


def _pdf_script(writer: PdfWriter) -> None:
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.beep();")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)


def _pdf_packed_script(writer: PdfWriter) -> None:
    packed = _stream(b"9 0 << /S /JavaScript /JS (app.beep) >>").flate_encode()
    packed.update({NameObject("/Type"): NameObject("/ObjStm"), NameObject("/N"): NumberObject(1)})
    packed[NameObject("/First")] = NumberObject(4)
    writer._add_object(packed)


def _pdf_chance(writer: PdfWriter) -> None:
    """Compressed bytes in which the letters of a script's key and of a comment stand by chance."""
    picture = _stream(f"\x89/JS(\x01/Launch \n%{NAME[:1]}\n\x02".encode())
    picture.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/CIDFontType0C")})
    writer._add_object(picture)


def older_revision() -> bytes:
    """A file whose earlier revision holds the name: the author is changed by an incremental update."""
    first = make_pdf(_pdf_author)
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    writer.add_metadata({"/Author": "x"})
    out = io.BytesIO()
    writer.write(out)
    assert PdfReader(io.BytesIO(out.getvalue())).metadata["/Author"] == "x"  # type: ignore[index]
    return out.getvalue()


def make_docx(change: Callable[[docx.document.Document], object] | None = None) -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.add_paragraph(CLEAN)
    if change:
        change(document)
    out = io.BytesIO()
    document.save(out)
    return _without(out.getvalue(), "docProps/thumbnail.jpeg")


def _without(data: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
    return out.getvalue()


def _with(data: bytes, name: str, content: bytes, comment: bytes = b"") -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content)
        archive.comment = comment
    return out.getvalue()


def _docx_author(document: docx.document.Document) -> None:
    document.core_properties.author = NAME


def _docx_comment(document: docx.document.Document) -> None:
    run = document.paragraphs[0].runs[0]
    document.add_comment(run, text=NAME, author="x")


def _docx_tracked(document: docx.document.Document) -> None:
    deleted = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = NAME
    run.append(text)
    deleted.append(run)
    deleted.set(qn("w:author"), "x")
    document.paragraphs[0]._p.append(deleted)


def _docx_header(document: docx.document.Document) -> None:
    document.sections[0].header.paragraphs[0].text = NAME


def _docx_alt(document: docx.document.Document) -> None:
    drawing = OxmlElement("wp:docPr")
    drawing.set("descr", f"사진: {NAME}")
    document.paragraphs[0].runs[0]._r.append(drawing)


def _docx_runs(document: docx.document.Document) -> None:
    paragraph = document.add_paragraph("이름은 채")
    paragraph.add_run("은").bold = True
    paragraph.add_run("별입니다")


def _docx_hidden(document: docx.document.Document) -> None:
    document.add_paragraph().add_run(NAME).font.hidden = True


def make_xlsx(change: Callable[[xlsxwriter.Workbook], None] | None = None) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("표")
    sheet.write_row(0, 0, ["token", "province", "year"])
    sheet.write_row(1, 0, ["인물 K7", "지린성", "2019"])
    if change:
        change(book)
    book.close()
    return out.getvalue()


def _xlsx_hidden(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("b")
    sheet.write(0, 0, NAME)
    sheet.hide()


def _xlsx_cell(book: xlsxwriter.Workbook) -> None:
    book.worksheets()[0].write(4, 0, f"이름 {NAME}")


def _xlsx_row(book: xlsxwriter.Workbook) -> None:
    book.worksheets()[0].write_row(4, 0, ["채", "은별"])


def _xlsx_comment(book: xlsxwriter.Workbook) -> None:
    book.worksheets()[0].write_comment("A1", NAME)


def _xlsx_sheet_name(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet(NAME)


def _xlsx_company(book: xlsxwriter.Workbook) -> None:
    book.set_properties({"company": NAME})


HTML = "<!doctype html><html><head><title>t</title></head><body><p>{}</p></body></html>"
CSV = "token,province\r\n인물 K7,지린성\r\n"

SEEDED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "pdf page text": (lambda: make_pdf(text=f"이름은 {NAME}입니다"), "a.pdf", "pdf page 1"),
    "pdf text under a black box": (lambda: make_pdf(text=NAME, before="0 0 300 300 re f"), "a.pdf", "pdf page 1"),
    "pdf metadata": (lambda: make_pdf(_pdf_author), "a.pdf", "pdf metadata /Author"),
    "pdf xmp": (lambda: make_pdf(_pdf_xmp), "a.pdf", "pdf xmp metadata"),
    "pdf bookmark": (lambda: make_pdf(_pdf_bookmark), "a.pdf", "pdf bookmark"),
    "pdf orphaned object": (lambda: make_pdf(_pdf_orphan), "a.pdf", "pdf object"),
    "pdf orphaned drawing": (lambda: make_pdf(_pdf_orphan_drawing), "a.pdf", "stream"),
    "pdf attachment": (lambda: make_pdf(_pdf_attachment), "a.pdf", "pdf attachment"),
    "pdf attachment name": (lambda: make_pdf(_pdf_attachment_name), "a.pdf", "pdf attachment name"),
    "pdf attached docx": (lambda: make_pdf(_pdf_attached_docx), "a.pdf", "pdf attachment"),
    "pdf annotation": (lambda: make_pdf(_pdf_annotation), "a.pdf", "pdf annotation"),
    "pdf alt text": (lambda: make_pdf(_pdf_alt), "a.pdf", "pdf alt text"),
    "pdf given name drawn syllable by syllable": (lambda: make_pdf(_pdf_in_pieces), "a.pdf", "pdf page 1"),
    "pdf name of a hidden layer": (lambda: make_pdf(_pdf_layer_name), "a.pdf", "pdf layer name"),
    "pdf text in a hidden layer": (
        lambda: make_pdf(_pdf_layer, text=NAME, before="/OC /MC0 BDC"),
        "a.pdf",
        "pdf page 1",
    ),
    "pdf replacement text of a tag": (lambda: make_pdf(_pdf_replacement_text), "a.pdf", "replacement text"),
    "pdf key": (lambda: make_pdf(_pdf_named_key), "a.pdf", "key"),
    "pdf older revision": (older_revision, "a.pdf", "pdf older revision"),
    "docx text split over runs": (lambda: make_docx(_docx_runs), "a.docx", "docx text"),
    "docx author": (lambda: make_docx(_docx_author), "a.docx", "docx properties"),
    "docx comment": (lambda: make_docx(_docx_comment), "a.docx", "docx comments"),
    "docx tracked change": (lambda: make_docx(_docx_tracked), "a.docx", "docx tracked change"),
    "docx header": (lambda: make_docx(_docx_header), "a.docx", "docx header"),
    "docx alt text": (lambda: make_docx(_docx_alt), "a.docx", "docx alt text"),
    "docx hidden text": (lambda: make_docx(_docx_hidden), "a.docx", "docx text"),
    "docx custom xml": (
        lambda: _with(make_docx(), "customXml/item7.xml", f"<a>{NAME}</a>".encode()),
        "a.docx",
        "docx custom xml",
    ),
    "docx member name": (lambda: _with(make_docx(), f"word/media/{NAME}.xml", b"<a/>"), "a.docx", "docx member name"),
    "docx archive comment": (
        lambda: _with(make_docx(), "x.xml", b"<a/>", NAME.encode()),
        "a.docx",
        "docx archive comment",
    ),
    "xlsx hidden sheet": (lambda: make_xlsx(_xlsx_hidden), "a.xlsx", "xlsx"),
    "xlsx cell": (lambda: make_xlsx(_xlsx_cell), "a.xlsx", "xlsx cells"),
    "xlsx name over two cells": (lambda: make_xlsx(_xlsx_row), "a.xlsx", "xlsx row 5"),
    "xlsx comment": (lambda: make_xlsx(_xlsx_comment), "a.xlsx", "xlsx comments"),
    "xlsx sheet name": (lambda: make_xlsx(_xlsx_sheet_name), "a.xlsx", "xlsx workbook"),
    "xlsx properties": (lambda: make_xlsx(_xlsx_company), "a.xlsx", "xlsx properties"),
    "csv cell": ((CSV + f"{NAME},x\r\n").encode, "a.csv", "csv row 3 column 1"),
    "csv name over two cells": ((CSV + "채,은별\r\n").encode, "a.csv", "csv row 3"),
    "csv heading": (lambda: (f"a,{NAME}\r\n" + CSV).encode("utf-16"), "a.csv", "csv row 1"),
    "json key": (lambda: json.dumps({NAME: 1}).encode(), "a.json", "json /key 0"),
    "json tag": (lambda: json.dumps({"tags": ["동원", f"{NAME} 증언"]}).encode(), "a.json", "json"),
    "json value, escaped": (lambda: json.dumps({"rows": [{"snippet": NAME}]}).encode(), "a.json", "json"),
    "manifest": (lambda: json.dumps({"file": f"{NAME}.pdf", "sha256": "0"}).encode(), "manifest.json", "json"),
    "html over tags": (lambda: HTML.format("채<b>은</b>별이").encode(), "a.html", "html text"),
    "html attribute": (lambda: HTML.format(f'<img alt="{NAME}">').encode(), "a.html", "html attribute alt"),
    "html comment": (lambda: HTML.format(f"<!-- {NAME} -->").encode(), "a.html", "html comment"),
    "html list row": (lambda: HTML.format(f"<ul><li>{NAME}</li></ul>").encode(), "list.html", "html text"),
    "release note": (f"공개 알림: {NAME}의 증언".encode, "note.txt", "text"),
    "file name": (make_pdf, "rim_chae-eunbyol_2019.pdf", "file name"),
    "file name in Korean": (CSV.encode, f"{NAME}_증언.csv", "file name"),
}


@pytest.mark.parametrize("seed", SEEDED, ids=str)
def test_every_seeded_leak_is_caught(seed: str) -> None:
    build, name, where = SEEDED[seed]
    found = [leak for leak in check_file(build(), name, WATCHED) if leak.group == "P1"]
    assert any(where in leak.where and leak.severity == BLOCK for leak in found), (seed, {leak.where for leak in found})
    assert not any(NAME in repr(leak) for leak in found)


RECORD = {"language": "ko", "witness": {"name": NAME, "name_latin": LATIN}, "narrative": ""}


@pytest.mark.parametrize("seed", SEEDED, ids=str)
def test_the_command_catches_every_seed(seed: str, tmp_path: Path) -> None:
    build, name, _ = SEEDED[seed]
    assert _command(build(), name, tmp_path) == 1


def _command(data: bytes, name: str, folder: Path) -> int:
    (folder / "record.json").write_text(json.dumps(RECORD), encoding="utf-8")
    (folder / name).write_bytes(data)
    words = ["leaks", str(folder / name), "--record", str(folder / "record.json"), "--json"]
    done = CliRunner().invoke(cli.cli, words)
    found = json.loads(done.stdout)
    assert NAME not in done.stdout
    assert bool([leak for leak in found if leak["severity"] == BLOCK]) is bool(done.exit_code)
    return done.exit_code


CONTROLS: dict[str, tuple[Callable[[], bytes], str]] = {
    "pdf": (make_pdf, "release-K7.pdf"),
    "pdf with chance bytes": (lambda: make_pdf(_pdf_chance), "release-K7.pdf"),
    "docx": (make_docx, "release-K7.docx"),
    "xlsx": (make_xlsx, "release-K7.xlsx"),
    "csv": (CSV.encode, "release-K7.csv"),
    "json": (lambda: json.dumps({"text": "인물 K7이(가) 일했다"}).encode(), "release-K7.json"),
    "html": (HTML.format("인물 K7이(가) 일했다").encode, "release-K7.html"),
    "text": ("인물 K7이(가) 일했다".encode, "release-K7.txt"),
}


@pytest.mark.parametrize("control", CONTROLS, ids=str)
def test_the_clean_control_is_silent(control: str) -> None:
    build, name = CONTROLS[control]
    assert check_file(build(), name, [each for each in WATCHED if each.group != "P3"]) == []


@pytest.mark.parametrize("control", CONTROLS, ids=str)
def test_the_command_is_silent_about_the_clean_control(control: str, tmp_path: Path) -> None:
    build, name = CONTROLS[control]
    assert _command(build(), name, tmp_path) == 0


FORBIDDEN: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "hidden layer": (lambda: make_pdf(_pdf_layer), "a.pdf", "hidden layer"),
    "attachment": (
        lambda: make_pdf(lambda writer: writer.add_attachment("n.txt", b"x") and None),
        "a.pdf",
        "attachment",
    ),
    "script": (lambda: make_pdf(_pdf_script), "a.pdf", "script"),
    "script in an object stream": (lambda: make_pdf(_pdf_packed_script), "a.pdf", "script"),
    "revisions": (older_revision, "a.pdf", "revisions"),
    "trailing bytes": (lambda: make_pdf() + b"more than nothing", "a.pdf", "trailing bytes"),
    "tracked changes": (lambda: make_docx(_docx_tracked), "a.docx", "tracked changes"),
    "comments": (lambda: make_docx(_docx_comment), "a.docx", "comments"),
    "hidden text": (lambda: make_docx(_docx_hidden), "a.docx", "hidden text"),
    "hidden sheet": (lambda: make_xlsx(_xlsx_hidden), "a.xlsx", "hidden sheet"),
    "embedded object": (lambda: _with(make_docx(), "word/vbaProject.bin", b"\x00\x01"), "a.docx", "embedded object"),
}


@pytest.mark.parametrize("thing", FORBIDDEN, ids=str)
def test_what_a_release_must_not_have_blocks_whoever_it_names(thing: str) -> None:
    build, name, rule = FORBIDDEN[thing]
    assert any(leak.rule == rule and leak.severity == BLOCK for leak in check_file(build(), name, ()))


BROKEN = {
    "cut pdf": make_pdf()[:300],
    "not a pdf": b"%PDF-1.7\nnothing here",
    "cut docx": make_docx()[:900],
    "zip with a doctype": _with(make_docx(), "word/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
    "bytes": bytes(range(128, 256)) * 4,
    "broken xml": _with(make_docx(), "word/y.xml", b"<a><b></a>"),
    "deep json": b"[" * 200_000,
}


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_what_cannot_be_read_blocks(case: str) -> None:
    leaks = check_file(BROKEN[case], "", WATCHED)
    if case == "deep json":  # read as plain text instead: nothing stays unlooked at
        assert all(leak.severity != BLOCK for leak in leaks)
    else:
        assert any(leak.rule == "unreadable" and leak.severity == BLOCK for leak in leaks)


@pytest.mark.parametrize("password", ["a", ""], ids=["with a password", "that opens by itself"])
def test_an_encrypted_pdf_blocks(password: str) -> None:
    writer = PdfWriter(io.BytesIO(make_pdf()))
    writer.encrypt(password, "owner")
    out = io.BytesIO()
    writer.write(out)
    assert any(leak.rule == "unreadable" for leak in check_file(out.getvalue(), "a.pdf", WATCHED))


def test_the_type_is_read_from_the_bytes() -> None:
    leaks = check_file(make_pdf(_pdf_author), "a.csv", WATCHED)
    assert "P1" in groups(leaks)
    assert any(leak.rule == "type" for leak in leaks)


# --- traces


def test_masks_brackets_and_gaps() -> None:
    assert [leak.rule for leak in mask_findings("■■■이 ■■로 갔다")] == ["mask.length", "mask.length"]
    assert [leak.rule for leak in mask_findings("김**은 갔다")] == ["mask.short"]
    assert [leak.rule for leak in mask_findings("그는 [ ]에 갔다")] == ["brackets"]
    assert [leak.rule for leak in mask_findings("그는  갔다 .")] == ["gap", "gap"]
    assert [leak.rule for leak in mask_findings("어제 은 갔다")] == ["particle"]
    assert mask_findings("██████이(가) 갔다. ██████을(를) 보았다.") == []
    assert mask_findings(CLEAN) == []


def test_one_forgotten_of_several() -> None:
    source = "채은별은 갔다. " * 7
    released = "인물 K7은(는) 갔다. " * 6 + "채은별은 갔다."
    found = partial(source, released, WATCHED)
    assert [leak.rule for leak in found] == ["partial 6 of 7"]
    assert found[0].severity == BLOCK
    assert partial(source, source, WATCHED) == []
    assert partial(source, "인물 K7은(는) 갔다. " * 7, WATCHED) == []


def test_rare_combinations() -> None:
    population = [
        {"site": "a", "month": "2019-03", "role": "cook", "count": 2},
        {"site": "a", "month": "2019-03", "role": "sewer", "count": 40},
        {"site": "a", "month": "2019-04", "role": "cook", "count": 40},
        {"site": "b", "month": "2019-03", "role": "cook", "count": 40},
    ]
    facts: dict[str, object] = {"site": "a", "month": "2019-03", "role": "cook"}
    assert rare_combination(facts, population, 5) == [Rare(("month", "role", "site"), 2)]
    assert rare_combination({**facts, "role": None}, population, 5) == []
    assert rare_combination({"site": "c"}, population, 5) == [Rare(("site",), 0)]
    assert rare_combination(facts, [], 5) == [Rare(("month",), 0), Rare(("role",), 0), Rare(("site",), 0)]


def test_what_every_workbook_holds_names_nobody() -> None:
    """Its theme lists a font for each script of the world: who is called like one is not in the file."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.add_worksheet("a").write(0, 0, "표")
    people = [
        Watched("Mongolian", "SMALL_PLACE", "X1"),
        Watched("Kang Thaa", "PERSON", "P1"),
        Watched("Hang", "PERSON", "P2"),
    ]
    assert check_file(made.getvalue(), "table.xlsx", people) == []
    with xlsxwriter.Workbook(made := io.BytesIO(), {"in_memory": True}) as book:
        book.add_worksheet("a").write(0, 0, "the Mongolian border")
    assert {leak.group for leak in check_file(made.getvalue(), "table.xlsx", people)} == {"X1"}


@pytest.mark.parametrize(
    ("name", "text", "severity"),
    [
        ("Нам", "возила русских к нам в город", None),
        ("Дню", "мы к этому дню писали", None),
        ("Нам", "тогда Нам уехал", BLOCK),
        ("Иванов", "это сказал иванов из порта", LOOK),
        ("Ким Сон Хи", "это сказала ким сон хи из порта", BLOCK),
    ],
)
def test_an_everyday_word_in_small_letters_is_not_the_russian_name(name: str, text: str, severity: str | None) -> None:
    found = {leak.severity for leak in check_text(text, [Watched(name, "PERSON", "P1")])}
    assert found == ({severity} if severity else set())
