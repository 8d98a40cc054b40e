"""How content dataclasses become bytes and come back: canonical JSON with a schema number.

A field is sealed *because it is in the dataclass*. Tables never migrate content; a changed dataclass gets a higher
`VERSION` and a function `upgrade_v<n>(document) -> document`, applied when an older one is next opened.
"""

from __future__ import annotations

import base64
import json
import types
import typing
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, TypeVar, Union, cast
from uuid import UUID

from intake.errors import Damaged


class Content:
    """Base of everything that is sealed. Subclasses are frozen, keyword-only dataclasses."""

    VERSION: ClassVar[int] = 1


C = TypeVar("C", bound=Content)


def encode(content: Content) -> bytes:
    """Canonical JSON (sorted keys, no spaces, UTF-8): equal content gives equal bytes."""
    document = {"v": content.VERSION, "c": _plain(content)}
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def decode(kind: type[C], data: bytes) -> C:
    """The content again, upgraded to today's `VERSION`. Raises `Damaged` when it is not such content."""
    try:
        document = json.loads(data)
        version, body = document["v"], document["c"]
        if version > kind.VERSION:
            raise Damaged
        for step in range(version, kind.VERSION):
            body = getattr(kind, f"upgrade_v{step}")(body)
        return cast(C, _typed(kind, body))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Damaged from None


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, StrEnum):
        return value.value
    return value


@cache
def _fields(kind: type[Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _typed(hint: Any, value: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = next(a for a in typing.get_args(hint) if a is not type(None))
        return None if value is None else _typed(inner, value)
    if origin is tuple:
        return tuple(_typed(typing.get_args(hint)[0], item) for item in value)
    if origin is dict:
        return {key: _typed(typing.get_args(hint)[1], item) for key, item in value.items()}
    return _single(hint, value)


def _single(hint: type[Any], value: Any) -> Any:
    if is_dataclass(hint):
        known = _fields(hint)
        return hint(**{name: _typed(known[name], item) for name, item in value.items()})
    if issubclass(hint, UUID):
        return UUID(hex=value)
    if issubclass(hint, bytes):
        return base64.b64decode(value, validate=True)
    if issubclass(hint, StrEnum):
        return hint(value)
    if not isinstance(value, hint):
        raise TypeError
    return value
