"""A release's manifest: canonical, whole, and only for its own files."""

import hashlib
import json
from typing import Any

import pytest

from intake.errors import Invalid
from intake.rendering.manifest import manifest, matches, parse

PDF, DOCX = b"%PDF-1.7 ...", b"PK ..."


def digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


FILES = [("pdf", "application/pdf", digest(PDF)), ("docx", "application/x", digest(DOCX))]


def made(**other: Any) -> bytes:
    told: dict[str, Any] = {
        "number": "R-4F2A9B01", "files": FILES, "audience": "A8", "purpose": "P4", "identity": "N2",
        "instance": "2f1c", "organisation_key": bytes(range(32)),
    } | other  # fmt: skip
    return manifest(told.pop("number"), told.pop("files"), **told)


def test_it_says_what_it_was_given() -> None:
    told = parse(made())
    assert told["number"] == "R-4F2A9B01"
    assert told["organisation_key"] == bytes(range(32)).hex()
    assert [file["extension"] for file in told["files"]] == ["docx", "pdf"]
    assert told["files"][1]["sha256"] == hashlib.sha256(PDF).hexdigest()


def test_the_order_of_the_files_does_not_matter() -> None:
    assert made() == made(files=FILES[::-1])


def test_only_its_own_files_match() -> None:
    for told in (made(), parse(made())):
        assert matches(PDF, told)
        assert matches(DOCX, told)
        assert not matches(PDF + b"\n", told)
        assert not matches(b"", told)


def test_every_changed_byte_is_refused_or_is_another_manifest() -> None:
    data = made()
    told = parse(data)
    for place in range(len(data)):
        for flip in (1, 32):
            changed = data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :]
            try:
                assert parse(changed) != told
            except Invalid:
                continue


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        made()[:-1],
        made() + b" ",
        b" " + made(),
        made().replace(b'"A8"', b"8"),
        made().replace(b"intake-manifest/1", b"intake-manifest/2"),
        made().replace(b'"number"', b'"numbre"'),
        made().replace(digest(PDF).hex().encode(), digest(PDF).hex().upper().encode()),
        made().replace(digest(PDF).hex().encode(), digest(PDF).hex()[:-2].encode()),
        made().replace(b'{"audience":"A8",', b'{"audience":"A8","audience":"A8",'),
        json.dumps(json.loads(made()), indent=1).encode(),
        json.dumps(json.loads(made()) | {"files": []}, separators=(",", ":"), sort_keys=True).encode() + b"\n",
        json.dumps(json.loads(made()) | {"extra": 1}, separators=(",", ":"), sort_keys=True).encode() + b"\n",
        b'{"audience":"\\ud800",' + made()[len(b'{"audience":"A8",') :],
    ],
)
def test_anything_else_is_not_a_manifest(data: bytes) -> None:
    with pytest.raises(Invalid):
        parse(data)


def test_a_manifest_without_files_is_not_made() -> None:
    with pytest.raises(Invalid):
        made(files=[])
