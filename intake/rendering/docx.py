"""A release as DOCX, written part by part, so that nothing is in it that we did not put there.

No author, no times, no revision marks, no comments, no thumbnail, no template of somebody's machine: five parts, the
same bytes for the same document. Format: ECMA-376 (Office Open XML), transitional.
"""

from __future__ import annotations

import io
import zipfile

from markupsafe import escape

from intake.rendering.document import Document, about, base_language, clean, words

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# The language of the text, and which font a reader's machine is likely to have for its Hangul and Han characters.
_LANGUAGES = {
    "ko": ("en-US", "ko-KR", "Malgun Gothic"),
    "zh": ("en-US", "zh-CN", "Microsoft YaHei"),
    "ru": ("ru-RU", "ko-KR", "Malgun Gothic"),
    "en": ("en-GB", "ko-KR", "Malgun Gothic"),
}


def as_docx(document: Document) -> bytes:
    """The document as a Word file. Raises Invalid for half characters."""
    said = clean(document)
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(said),
        "word/document.xml": _body(said),
        "word/_rels/document.xml.rels": _relations((f"{_OFFICE}/relationships/styles", "styles.xml")),
        "word/styles.xml": _styles(said),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            # 3 = Unix: the same bytes on whichever system it is produced.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def _types() -> str:
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(document: Document) -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:language>{escape(document.language)}</dc:language>"
        "</cp:coreProperties>"
    )


def _body(document: Document) -> str:
    language = document.language
    blocks = [_paragraph("Title", document.title), _paragraph("Heading1", words("about", language))]
    blocks += [_term(label, (value,)) for _, label, value in about(document)]
    if document.facts:
        blocks.append(_paragraph("Heading1", words("facts", language)))
        blocks += [_term(fact.label, fact.values) for fact in document.facts if fact.values]
    blocks.append(_paragraph("Heading1", words("narrative", language)))
    blocks += [_numbered(place, text) for place, text in enumerate(document.paragraphs, 1)]
    if document.notice:
        blocks.append(_paragraph("Heading1", words("notice-heading", language)))
        blocks += [_paragraph("Normal", line) for line in document.notice]
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1360" w:bottom="1360" w:left="1360"'
    )
    return (
        f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>{"".join(blocks)}'
        f'{page} w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _run(text: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text)}</w:p>'


def _term(label: str, values: tuple[str, ...]) -> str:
    said = "<w:r><w:br/></w:r>".join(map(_run, values))
    return f'<w:p><w:pPr><w:pStyle w:val="Term"/></w:pPr>{_run(label, "Strong")}<w:r><w:tab/></w:r>{said}</w:p>'


def _numbered(place: int, text: str) -> str:
    number = f"{_run(str(place), 'Number')}<w:r><w:tab/></w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="Statement"/></w:pPr>{number}{_run(text)}</w:p>'


def _styles(document: Document) -> str:
    latin, east_asian, font = _LANGUAGES[base_language(document.language)]
    heading = '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>'
    return (
        f'{_XML}<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="{font}" w:cs="Arial"/>'
        f'<w:sz w:val="21"/><w:lang w:val="{latin}" w:eastAsia="{east_asian}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:spacing w:after="120" w:line="340" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + _style("Title", "Title", '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="36"/>')
        + _style("Heading1", "heading 1", heading, '<w:b/><w:sz w:val="28"/>')
        + _style(
            "Term", "Term", '<w:tabs><w:tab w:val="left" w:pos="2400"/></w:tabs><w:ind w:left="2400" w:hanging="2400"/>'
        )
        + _style(
            "Statement",
            "Statement",
            '<w:tabs><w:tab w:val="left" w:pos="600"/></w:tabs><w:ind w:left="600" w:hanging="600"/>',
        )
        + '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Number"><w:name w:val="Number"/>'
        '<w:rPr><w:sz w:val="17"/></w:rPr></w:style></w:styles>'
    )


def _style(identifier: str, name: str, paragraph: str, run: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
