"""Leaks in PDF: page text, every object reachable or not, streams, metadata, bookmarks, attachments, older
revisions.

Pages are read with their fonts' ToUnicode maps. Objects are read twice: those the cross-reference table knows,
through pypdf; and whatever else stands in the bytes (earlier revisions, orphans), by a scan that decompresses
and decodes by itself.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterator

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject, TextStringObject

from intake.errors import IntakeError
from intake.rendering import fonts
from intake.rendering.leaks_bytes import check_noise, made_by_a_program, words_in
from intake.rendering.leaks_pages import Tables, page_text
from intake.rendering.leaks_pdfsyntax import LIMIT, LITERAL, cmap, cut, decode, inflate, syntax, texts, unescape, unhex
from intake.rendering.leaks_text import BLOCK, LOOK, Leak, Watch

Inside = Callable[[bytes, str], list[Leak]]
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\b")
_INFO = frozenset(
    ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/Company", "/SourceModified")
)


def check_pdf(data: bytes, watch: Watch, inside: Inside) -> list[Leak]:
    """Findings in a PDF. Raises what pypdf raises; the caller turns that into a block."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        return [_fact("unreadable", BLOCK, "pdf encryption")]
    leaks: list[Leak] = []
    tables: Tables = {}
    read: set[int] = set()
    for number, page in enumerate(reader.pages, 1):
        leaks += _page(page, f"pdf page {number}", watch, tables, read)
    known: set[int] = set()
    maps: list[dict[int, str]] = []
    contents: list[tuple[str, bytes]] = []
    for number, label, thing in _objects(reader, known):
        for where, text in _strings(thing, label):
            leaks += watch.check(text, where)
        if isinstance(thing, StreamObject) and number not in read:
            leaks += _stream(thing, label, watch, inside, maps, contents)
    leaks += _loose(data, known, watch, maps, contents)
    leaks += _drawn(contents, maps, watch)
    leaks += _facts(data, reader)
    return _once(leaks)


def _page(page: PageObject, where: str, watch: Watch, tables: Tables, read: set[int]) -> list[Leak]:
    """Findings in the words of a page. Streams that were read whole go into `read`: nobody has to guess at them."""
    said = page_text(page, tables)
    if said is None:
        return watch.check(page.extract_text(), where)
    contents = page.raw_get("/Contents")
    read.update(
        each.idnum
        for each in (contents, *(contents if isinstance(contents, list) else ()))
        if isinstance(each, IndirectObject)
    )
    spaced, joined, beside = said
    leaks = watch.check(spaced, where)
    if joined != spaced:
        seen = {(leak.rule, leak.group) for leak in leaks}
        leaks += [leak for leak in watch.check(joined, where) if (leak.rule, leak.group) not in seen]
    return [
        *leaks,
        *(leak for text in dict.fromkeys(beside) for leak in watch.check(text, f"{where} replacement text")),
    ]


def _objects(reader: PdfReader, known: set[int]) -> Iterator[tuple[int, str, object]]:
    """Every object of the cross-reference table with its number and a label; offsets go into `known`. The trailer comes
    first."""
    yield 0, "trailer", reader.trailer
    info = reader.trailer.raw_get("/Info") if "/Info" in reader.trailer else None
    info_id = info.idnum if isinstance(info, IndirectObject) else -1
    for generation, offsets in reader.xref.items():
        for number, offset in offsets.items():
            if reader.xref_free_entry.get(generation, {}).get(number):
                continue
            known.add(offset)
            yield number, _label(number, info_id), reader.get_object(IndirectObject(number, generation, reader))
    for number in reader.xref_objStm:
        yield number, _label(number, info_id), reader.get_object(IndirectObject(number, 0, reader))


def _label(number: int, info_id: int) -> str:
    return "metadata" if number == info_id else f"object {number}"


def _strings(thing: object, label: str) -> Iterator[tuple[str, str]]:
    """Strings and names inside one object, with what they are; other objects are visited by themselves."""
    stack: list[tuple[object, str, str]] = [(thing, f"pdf {label}", "")]
    while stack:
        current, where, key = stack.pop()
        if isinstance(current, DictionaryObject):
            for name, value in current.items():
                raw = current.raw_get(name)
                place = _place(current, str(name), label)
                if len(str(name)) > 4:
                    yield f"pdf {label} key", str(name)[1:]
                stack.append((raw if isinstance(raw, IndirectObject) else value, place, str(name)))
        elif isinstance(current, ArrayObject):
            stack.extend((value, where, key) for value in list.__iter__(current))
        elif isinstance(current, IndirectObject):
            continue
        elif isinstance(current, NameObject):
            yield where, str(current)[1:]
        elif isinstance(current, (str, bytes)):
            raw = (
                current.original_bytes
                if isinstance(current, TextStringObject)
                else bytes(current)
                if isinstance(current, bytes)
                else str(current).encode()
            )
            if key == "/ID" and label == "trailer":
                yield from ((where, text) for text in words_in(raw) if not made_by_a_program(text))
            else:
                yield where, decode(raw)


def _place(holder: DictionaryObject, key: str, label: str) -> str:
    if label == "metadata" and key in _INFO:
        return f"pdf metadata {key}"
    if key == "/Title":
        return "pdf bookmark"
    places = {
        "/Alt": "pdf alt text",
        "/ActualText": "pdf replacement text",
        "/E": "pdf alt text",
        "/F": "pdf attachment name",
        "/UF": "pdf attachment name",
        "/V": "pdf form field",
        "/DV": "pdf form field",
        "/T": "pdf form field",
        "/TU": "pdf form field",
        "/URI": "pdf link",
        "/JS": "pdf script",
    }
    if key in ("/Contents", "/RC", "/Subj") or (key == "/T" and holder.get("/Type") == "/Annot"):
        return "pdf annotation"
    if key == "/Name" and holder.get("/Type") == "/OCG":
        return "pdf layer name"
    return places.get(key, f"pdf {label}")


def _stream(
    thing: StreamObject,
    label: str,
    watch: Watch,
    inside: Inside,
    maps: list[dict[int, str]],
    contents: list[tuple[str, bytes]],
) -> list[Leak]:
    subtype, kind = thing.get("/Subtype"), thing.get("/Type")
    if subtype == "/Image":
        return [_fact("picture", LOOK, "pdf picture"), *check_noise(thing._data, "pdf picture", watch)]
    data = bytes(thing.get_data())
    if kind == "/EmbeddedFile":
        moved = inside(data, "")
        return [
            _fact("attachment", BLOCK, "pdf attachment"),
            *(
                Leak(each.rule, each.severity, "pdf attachment", each.start, each.end, each.group, each.kind)
                for each in moved
            ),
        ]
    if b"begincmap" in data:
        maps.append(cmap(data))
        return []
    if kind in ("/XRef", "/ObjStm"):
        return []
    if "/Length1" in thing or subtype in ("/CIDFontType0C", "/Type1C", "/OpenType") or data[:4] in _FONT_STARTS:
        return [leak for text in _font_words(data) for leak in watch.check(text, "pdf font")]
    if kind == "/Metadata" or data[:9] == b"<?xpacket" or b"<x:xmpmeta" in data[:400]:
        return watch.check(_xmp(data), "pdf xmp metadata")
    contents.append((f"pdf {label} stream", data))
    return []


_FONT_STARTS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")


def _font_words(data: bytes) -> list[str]:
    """What a font says, but for what the installed fonts say about their own makers. The shapes of letters are numbers
    that look like letters by chance."""
    try:
        said = fonts.names(data)
    except (struct.error, IntakeError):
        return list(words_in(data))
    return [text for text in said if text not in fonts.notices(fonts.FOLDER)]


_MADE_IDS = re.compile(r"<(xmpMM:\w+)>([^<>]*)</\1>")


def _xmp(data: bytes) -> str:
    text = data.decode("utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-8", "replace")
    text = _MADE_IDS.sub(lambda tag: "" if made_by_a_program(tag[2]) else tag[0], text)
    return re.sub(r"<[^>]*>", "\n", text) + "\n" + "\n".join(re.findall(r"=[\"']([^\"']*)[\"']", text))


def _loose(
    data: bytes, known: set[int], watch: Watch, maps: list[dict[int, str]], contents: list[tuple[str, bytes]]
) -> list[Leak]:
    """Objects in the bytes that the table does not know: older revisions and leftovers."""
    leaks: list[Leak] = []
    starts = [match.start() for match in _OBJECT.finditer(data)]
    budget = LIMIT
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        if start in known or start - 1 in known:
            continue
        body = data[start:end]
        head, stream = cut(body)
        leaks += [leak for text in texts(head) for leak in watch.check(text, "pdf older revision")]
        if stream:
            plain = inflate(stream, budget) if b"Flate" in head else stream
            budget -= len(plain)
            if b"begincmap" in plain:
                maps.append(cmap(plain))
            elif b"/ObjStm" in head:
                leaks += [leak for text in texts(plain) for leak in watch.check(text, "pdf older revision")]
            elif b"/XRef" not in head and b"/Length1" not in head:
                contents.append(("pdf older revision", plain))
    comments = b"\n".join(re.findall(rb"(?m)^%(?!PDF-|%EOF)([^\r\n]{4,400})", syntax(data)))
    return [*leaks, *watch.check(comments.decode("utf-8", "replace"), "pdf comment lines")]


def _drawn(contents: list[tuple[str, bytes]], maps: list[dict[int, str]], watch: Watch) -> list[Leak]:
    """Text that streams draw, whether or not a page shows it, read with every font map of the file and with none."""
    leaks: list[Leak] = []
    for where, data in contents:
        if not _draws(data):
            leaks += check_noise(data, where, watch)
            continue
        pieces = [unescape(m[0][1:-1]) if m[0][:1] == b"(" else unhex(m[0][1:-1]) for m in _SHOWN.finditer(data)]
        readings = [
            "".join(map(decode, pieces)),
            *("".join(_mapped(piece, table) for piece in pieces) for table in maps),
        ]
        for text in dict.fromkeys(readings):
            leaks += watch.check(text, where)
    return leaks


_DRAWING = re.compile(rb"[)\]>]\s*(?:T[jJ](?![A-Za-z])|['\"])")
_PLAIN = bytes(range(32, 127)) + b"\t\r\n"


def _draws(data: bytes) -> bool:
    """Whether a stream draws text: its strings may then be glyph numbers. Anything else is text or noise."""
    if not _DRAWING.search(data):
        return False
    noise = len(data.translate(None, _PLAIN))
    return noise * 6 < len(data) or bool(re.search(rb"(?<![A-Za-z])BT\s.*?\sET(?![A-Za-z])", data, re.DOTALL))


_SHOWN = re.compile(LITERAL.pattern + rb"|<[0-9A-Fa-f\s]+>", re.DOTALL)


def _mapped(piece: bytes, table: dict[int, str]) -> str:
    wide = max(table, default=0) > 255 or (len(piece) % 2 == 0 and piece[:1] == b"\x00")
    step = 2 if wide else 1
    return "".join(table.get(int.from_bytes(piece[i : i + step], "big"), "") for i in range(0, len(piece), step))


def _facts(data: bytes, reader: PdfReader) -> list[Leak]:
    """Things a release must not have, whoever they name: several revisions, hidden layers, scripts."""
    leaks: list[Leak] = []
    if len(re.findall(rb"startxref\s+\d+\s+%%EOF", data)) > 1 and b"/Linearized" not in data[:2048]:
        leaks.append(_fact("revisions", BLOCK, "pdf older revision"))
    root = reader.trailer["/Root"]
    layers = root.get("/OCProperties") if isinstance(root, DictionaryObject) else None
    layers = layers.get_object() if layers is not None else None
    if isinstance(layers, DictionaryObject):
        default = layers.get("/D")
        default = default.get_object() if default is not None else None
        off = default.get("/OFF") if isinstance(default, DictionaryObject) else None
        leaks.append(_fact("hidden layer" if off else "layers", BLOCK if off else LOOK, "pdf layers"))
    if re.search(rb"/(?:JavaScript|JS|Launch)\b", syntax(data)):
        leaks.append(_fact("script", BLOCK, "pdf script"))
    tail = data[data.rfind(b"%%EOF") + 5 :].strip()
    if b"%%EOF" not in data or len(tail) > 2:
        leaks.append(_fact("trailing bytes", BLOCK, "pdf end"))
    return leaks


def _once(leaks: list[Leak]) -> list[Leak]:
    """One finding per place, group and rule: the same text is read in more than one way."""
    return list(dict.fromkeys(leaks))


def _fact(rule: str, severity: str, where: str) -> Leak:
    return Leak(rule, severity, where, None, None, "file", "FILE")
