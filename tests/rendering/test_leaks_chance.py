"""Files full of noise: whatever letters stand together by chance, nobody is named; what was written is found."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, DecodedStreamObject, NameObject, NumberObject
from rendering.paper import SAMPLE

from intake.actions.production import release_number
from intake.models.redaction import RedactionContent
from intake.rendering import docx, pdf
from intake.rendering.leaks import BLOCK, Watch, Watched, check_file
from intake.rendering.leaks_bytes import words_in

# Short names in every spelling: what noise looks like most easily.
NAMES = (
    *("리안", "김철", "박운", "배은", "오연", "Ri", "Li An", "Kim", "Pak Un", "Bae", "Abe", "O Yon", "Ed"),
    *("李安", "Ли Ан", "Ким"),
)
WATCH = Watch(
    [
        *(Watched(name, "PERSON", f"P{at}") for at, name in enumerate(NAMES)),
        Watched("45218", "ID_NUMBER", "N1"),
        Watched("kim77", "MESSENGER", "N2"),
    ]
)
NAME = "채은별"
NAMED = Watch([Watched(NAME, "PERSON", "P1"), Watched("Chae Un Byol", "PERSON", "P1")])
SEEDS = range(12)


def noise(seed: object, size: int) -> bytes:
    """Bytes that look random and are the same in every run."""
    return hashlib.shake_256(repr(seed).encode()).digest(size)


def _stream(data: bytes, **keys: str) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    for key, value in keys.items():
        stream[NameObject(f"/{key}")] = NameObject(f"/{value}")
    return stream


PAPER = pdf.as_pdf(SAMPLE)
WORDS = docx.as_docx(SAMPLE)


def _pdf(change: Callable[[PdfWriter], object], data: bytes = PAPER) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _with_noise(seed: int) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        profile = _stream(noise((seed, "profile"), 60_000))
        profile[NameObject("/N")] = NumberObject(3)
        writer._add_object(profile)
        writer._add_object(_stream(noise((seed, "packed"), 60_000)).flate_encode())
        writer._add_object(_stream(noise((seed, "picture"), 60_000), Type="XObject", Subtype="Image"))
        writer._add_object(_stream(base64.b64encode(noise((seed, "text"), 30_000)).hex().encode()))
        writer._ID = ArrayObject(
            [ByteStringObject(noise((seed, "id"), 16)), ByteStringObject(noise((seed, "id2"), 16))]
        )

    return change


def _office(data: bytes, members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member, old.read(member))
        for name, content in members.items():
            new.writestr(name, content, zipfile.ZIP_STORED)
    return out.getvalue()


def _ids(seed: int) -> bytes:
    hexes = noise((seed, "ids"), 4_000).hex().upper()
    rows = "".join(
        f'<p xmlns:w14="x" w14:paraId="{hexes[at : at + 8]}" w14:textId="{hexes[at + 8 : at + 16]}" '
        f'rsidRPr="{hexes[at + 16 : at + 24]}" id="{{{hexes[at : at + 8]}-{hexes[at + 8 : at + 12]}-'
        f'{hexes[at + 12 : at + 16]}-{hexes[at + 16 : at + 20]}-{hexes[at + 20 : at + 32]}}}"/>'
        for at in range(0, 7_900, 40)
    )
    return f"<body>{rows}</body>".encode()


NOISY: dict[str, Callable[[int], tuple[bytes, str]]] = {
    "streams of a pdf": lambda seed: (_pdf(_with_noise(seed)), "release.pdf"),
    "pictures": lambda seed: (
        _office(WORDS, {"word/media/image1.png": b"\x89PNG\r\n\x1a\n" + noise(seed, 200_000)}),
        "release.docx",
    ),
    "zip signatures inside a picture": lambda seed: (
        _office(WORDS, {"word/media/image1.png": b"\x89PNG" + noise(seed, 5_000) + b"PK\x03\x04\x14\x00" * 2}),
        "release.docx",
    ),
    "identifiers of paragraphs": lambda seed: (_office(WORDS, {"word/glossary.xml": _ids(seed)}), "release.docx"),
}  # fmt: skip


@pytest.mark.parametrize("kind", NOISY, ids=str)
def test_noise_names_nobody(kind: str) -> None:
    for seed in SEEDS:
        data, name = NOISY[kind](seed)
        assert [leak for leak in check_file(data, name, WATCH) if leak.severity == BLOCK] == [], seed


@pytest.mark.parametrize("kind", NOISY, ids=str)
def test_a_name_among_the_noise_is_found(kind: str) -> None:
    """The same places, with a name written into them."""
    data, name = NOISY[kind](1)
    if name.endswith(".pdf"):
        written = _stream(noise(1, 9_000) + b"\x00" + NAME.encode() + b"\x00" + noise(2, 9_000))
        data = _pdf(lambda writer: writer._add_object(written.flate_encode()), data)
    else:
        data = _office(data, {"word/media/image2.png": b"\x89PNG" + noise(1, 9_000) + NAME.encode() + noise(2, 9_000)})
    found = [leak for leak in check_file(data, name, NAMED) if leak.group == "P1"]
    assert any(leak.severity == BLOCK for leak in found)


def test_every_number_of_a_document_differs_and_none_names_anybody() -> None:
    """Forty releases with other texts: other glyph numbers, other identifiers, other bytes after packing."""
    for seed in range(40):
        letters = [chr(0xAC00 + byte * 37) for byte in noise(seed, 400)]
        said = "".join(letter + " " * (at % 4 == 3) for at, letter in enumerate(letters))
        content = RedactionContent(
            purpose="", identity="", fields=(), source_digest=b"", held_at="", pseudonym_seed=noise(seed, 32)
        )
        document = replace(SAMPLE, number=release_number(content), paragraphs=(said,))
        watch = Watch([each for each in WATCH.watched if each.text not in said.replace(" ", "")])
        assert [leak for leak in check_file(pdf.as_pdf(document), "release.pdf", watch) if leak.severity == BLOCK] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("said", ["채은별의 이름", "Chae Un Byol"])
def test_what_was_written_stands_out_of_noise(encoding: str, said: str) -> None:
    data = noise(encoding, 4_000) + b"\xff\xff" + said.encode(encoding) + b"\xff\xff" + noise(said, 4_000)
    assert any(NAMED.check(text) for text in words_in(data))
