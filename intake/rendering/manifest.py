"""What a release consists of: the list of its files with their digests, which both reviewers sign.

A manifest names no person and no source; anybody who holds a file and its manifest can tell whether the one belongs to
the other. The signatures over it are made and checked elsewhere.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from intake.errors import N_, Invalid
from intake.rendering.document import canonical

FORMAT = "intake-manifest/1"

_FIELDS = frozenset(("format", "number", "files", "audience", "purpose", "identity", "instance", "organisation_key"))
_FILE_FIELDS = frozenset(("extension", "media_type", "sha256"))
_HEX = re.compile(r"[0-9a-f]*")
_LARGEST = 1_000_000


def manifest(
    number: str,
    files: Sequence[tuple[str, str, bytes]],
    *,
    audience: str,
    purpose: str,
    identity: str,
    instance: str,
    organisation_key: bytes,
) -> bytes:
    """The manifest of a release as canonical JSON. `files`: extension without dot, media type, SHA-256 (32 bytes)."""
    told = {
        "format": FORMAT,
        "number": number,
        "files": [
            {"extension": extension, "media_type": media_type, "sha256": sha256.hex()}
            for extension, media_type, sha256 in sorted(files)
        ],
        "audience": audience,
        "purpose": purpose,
        "identity": identity,
        "instance": instance,
        "organisation_key": organisation_key.hex(),
    }
    data = canonical(told)
    parse(data)
    return data


def parse(data: bytes) -> dict[str, Any]:
    """The fields of a manifest. Raises Invalid unless it is exactly what `manifest` writes, byte for byte."""
    if len(data) > _LARGEST:
        raise _unreadable()
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        raise _unreadable() from None
    if not isinstance(told, dict) or told.keys() != _FIELDS or told["format"] != FORMAT:
        raise _unreadable()
    files = told.pop("files")
    whole = all(isinstance(value, str) for value in told.values()) and _is_hex(told["organisation_key"])
    if not whole or not isinstance(files, list) or not files or not all(map(_is_file, files)):
        raise _unreadable()
    told["files"] = files
    try:
        same = canonical(told) == data
    except ValueError:
        raise _unreadable() from None
    if not same:
        raise _unreadable()
    return told


def matches(data: bytes, manifest: Mapping[str, Any] | bytes) -> bool:
    """Whether these bytes are one of the manifest's files. Raises Invalid for a manifest that cannot be read."""
    told = parse(manifest) if isinstance(manifest, bytes) else manifest
    digest = hashlib.sha256(data).hexdigest()
    return any(hmac.compare_digest(digest, file["sha256"]) for file in told["files"])


def _is_file(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != _FILE_FIELDS:
        return False
    if not all(isinstance(entry, str) for entry in value.values()):
        return False
    return len(value["sha256"]) == 64 and _is_hex(value["sha256"])


def _is_hex(text: str) -> bool:
    return bool(_HEX.fullmatch(text)) and len(text) % 2 == 0


def _unreadable() -> Invalid:
    return Invalid(N_("This is not a manifest of a release."))
