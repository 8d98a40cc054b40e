"""Leaks in PDF: page text, every object reachable or not, streams, metadata, bookmarks, attachments, older
revisions.

Pages are read with their fonts' ToUnicode maps. Objects are read twice: those the cross-reference table knows,
through pypdf; and whatever else stands in the bytes (earlier revisions, orphans), by a scan that decompresses
and decodes by itself.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from intake.rendering.leaks_text import BLOCK, LOOK, Leak, Watch

Inside = Callable[[bytes, str], list[Leak]]
_LIMIT = 256 * 1024 * 1024
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\b")
_STREAM = re.compile(rb"stream\r?\n")
_LITERAL = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{2,})>")
_INFO = frozenset(
    ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/Company", "/SourceModified")
)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def check_pdf(data: bytes, watch: Watch, inside: Inside) -> list[Leak]:
    """Findings in a PDF. Raises what pypdf raises; the caller turns that into a block."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        return [_fact("unreadable", BLOCK, "pdf encryption")]
    leaks: list[Leak] = []
    for number, page in enumerate(reader.pages, 1):
        leaks += watch.check(page.extract_text(), f"pdf page {number}")
    known: set[int] = set()
    maps: list[dict[int, str]] = []
    contents: list[tuple[str, bytes]] = []
    for label, thing in _objects(reader, known):
        for where, text in _strings(thing, label):
            leaks += watch.check(text, where)
        if isinstance(thing, StreamObject):
            leaks += _stream(thing, label, watch, inside, maps, contents)
    leaks += _loose(data, known, watch, maps, contents)
    leaks += _drawn(contents, maps, watch)
    leaks += _facts(data, reader)
    return _once(leaks)


def _objects(reader: PdfReader, known: set[int]) -> Iterator[tuple[str, object]]:
    """Every object of the cross-reference table with a label; offsets go into `known`. The trailer comes first."""
    yield "trailer", reader.trailer
    info = reader.trailer.raw_get("/Info") if "/Info" in reader.trailer else None
    info_id = info.idnum if isinstance(info, IndirectObject) else -1
    for generation, offsets in reader.xref.items():
        for number, offset in offsets.items():
            if reader.xref_free_entry.get(generation, {}).get(number):
                continue
            known.add(offset)
            yield _label(number, info_id), reader.get_object(IndirectObject(number, generation, reader))
    for number in reader.xref_objStm:
        yield _label(number, info_id), reader.get_object(IndirectObject(number, 0, reader))


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
        elif isinstance(current, bytes):
            yield where, _decode(bytes(current))
        elif isinstance(current, str):
            yield where, str(current)


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
        return [_fact("picture", LOOK, "pdf picture")]
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
    if kind in ("/XRef", "/ObjStm") or "/Length1" in thing or subtype in ("/CIDFontType0C", "/Type1C", "/OpenType"):
        return []
    if kind == "/Metadata" or data[:9] == b"<?xpacket" or b"<x:xmpmeta" in data[:400]:
        return watch.check(_xmp(data), "pdf xmp metadata")
    contents.append((f"pdf {label} stream", data))
    return []


def _xmp(data: bytes) -> str:
    text = data.decode("utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-8", "replace")
    return re.sub(r"<[^>]*>", "\n", text) + "\n" + "\n".join(re.findall(r"=[\"']([^\"']*)[\"']", text))


def _loose(
    data: bytes, known: set[int], watch: Watch, maps: list[dict[int, str]], contents: list[tuple[str, bytes]]
) -> list[Leak]:
    """Objects in the bytes that the table does not know: older revisions and leftovers."""
    leaks: list[Leak] = []
    starts = [match.start() for match in _OBJECT.finditer(data)]
    budget = _LIMIT
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        if start in known or start - 1 in known:
            continue
        body = data[start:end]
        head, stream = _cut(body)
        leaks += [leak for text in _texts(head) for leak in watch.check(text, "pdf older revision")]
        if stream:
            plain = _inflate(stream, budget) if b"Flate" in head else stream
            budget -= len(plain)
            if b"begincmap" in plain:
                maps.append(cmap(plain))
            elif b"/ObjStm" in head:
                leaks += [leak for text in _texts(plain) for leak in watch.check(text, "pdf older revision")]
            elif b"/XRef" not in head and b"/Length1" not in head:
                contents.append(("pdf older revision", plain))
    comments = b"\n".join(re.findall(rb"(?m)^%(?!PDF-|%EOF)([^\r\n]{4,400})", _syntax(data)))
    return [*leaks, *watch.check(comments.decode("utf-8", "replace"), "pdf comment lines")]


def _syntax(data: bytes) -> bytes:
    """The file's own words: what stands between streams, and inside object streams. The bytes of other streams are no
    syntax: among enough of them any three letters turn up by chance."""
    pieces: list[bytes] = []
    budget, last = _LIMIT, 0
    while match := _STREAM.search(data, last):
        head = data[last : match.start()]
        end = data.find(b"endstream", match.end())
        body = data[match.end() : end if end >= 0 else len(data)]
        pieces.append(head)
        if b"/ObjStm" in head:
            pieces.append(_inflate(body, budget) if b"Flate" in head else body)
            budget -= len(pieces[-1])
        last = match.end() + len(body) + len(b"endstream")
    return b"\n".join((*pieces, data[last:]))


def _cut(body: bytes) -> tuple[bytes, bytes]:
    match = _STREAM.search(body)
    if not match:
        return body, b""
    end = body.rfind(b"endstream")
    return body[: match.start()], body[match.end() : end if end > 0 else len(body)]


def _inflate(stream: bytes, budget: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, max(1, budget))
    except zlib.error:
        return stream


def _texts(data: bytes) -> Iterator[str]:
    """Strings written in PDF syntax, literal and hexadecimal."""
    for match in _LITERAL.finditer(data):
        yield _decode(unescape(match[0][1:-1]))
    for match in _HEX.finditer(data):
        yield _decode(_unhex(match[1]))


def _unhex(digits: bytes) -> bytes:
    clean = re.sub(rb"\s", b"", digits)
    return bytes.fromhex((clean + b"0" * (len(clean) % 2)).decode("ascii"))


def unescape(literal: bytes) -> bytes:
    """The bytes a literal PDF string stands for (ISO 32000-1, 7.3.4.2)."""

    def replace(match: re.Match[bytes]) -> bytes:
        sign = match[1]
        if sign[:1].isdigit():
            return bytes([int(sign, 8) & 0xFF])
        return b"" if sign in (b"\n", b"\r", b"\r\n") else _ESCAPES.get(sign, sign)

    return re.sub(rb"\\([0-7]{1,3}|\r\n|.)", replace, literal, flags=re.DOTALL)


def _decode(data: bytes) -> str:
    if data[:2] == b"\xfe\xff":
        return data[2:].decode("utf-16-be", "replace")
    if data[:2] == b"\xff\xfe":
        return data[2:].decode("utf-16-le", "replace")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def cmap(data: bytes) -> dict[int, str]:
    """A ToUnicode map: glyph code to text (Adobe technical note 5411)."""
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>", block):
            found[int(code, 16)] = _utf16(text)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for low, high, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>", block):
            first, last = int(low, 16), min(int(high, 16), int(low, 16) + 65535)
            start = _utf16(text)
            for step in range(last - first + 1):
                found[first + step] = start[:-1] + chr(min(ord(start[-1]) + step, 0x10FFFF)) if start else ""
        for low, texts in re.findall(rb"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>\s*\[(.*?)\]", block, re.DOTALL):
            for step, text in enumerate(re.findall(rb"<([0-9A-Fa-f\s]+)>", texts)):
                found[int(low, 16) + step] = _utf16(text)
    return found


def _utf16(digits: bytes) -> str:
    return _unhex(digits).decode("utf-16-be", "replace")


def _drawn(contents: list[tuple[str, bytes]], maps: list[dict[int, str]], watch: Watch) -> list[Leak]:
    """Text that streams draw, whether or not a page shows it, read with every font map of the file and with none."""
    leaks: list[Leak] = []
    for where, data in contents:
        pieces = [unescape(m[0][1:-1]) if m[0][:1] == b"(" else _unhex(m[0][1:-1]) for m in _SHOWN.finditer(data)]
        readings = [
            "".join(map(_decode, pieces)),
            *("".join(_mapped(piece, table) for piece in pieces) for table in maps),
        ]
        for text in dict.fromkeys(readings):
            leaks += watch.check(text, where)
        if b"Tj" not in data and b"TJ" not in data:
            leaks += watch.check(_decode(data), where)
    return leaks


_SHOWN = re.compile(_LITERAL.pattern + rb"|<[0-9A-Fa-f\s]+>", re.DOTALL)


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
    if re.search(rb"/(?:JavaScript|JS|Launch)\b", _syntax(data)):
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
