"""What an instance is told from outside: one frozen object, from `config.toml` and the environment.

An unknown key, a missing one or a value out of range stops the application with the key's name. Every default is
right for production or does not exist. `config/example.toml` lists each setting with one line why.
"""

from __future__ import annotations

import base64
import binascii
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from intake.errors import Misconfigured

CONFIG_FILE = "config.toml"
ENVIRONMENT_PREFIX = "INTAKE_SET_"
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that may differ between two instances. Times in the unit their name says."""

    instance: Path
    instance_id: UUID
    organisation_key: bytes
    base_url: str
    database: str = ""
    title: str = "Intake"
    language: str = "ko"
    demo: bool = False
    idle_minutes: int = 15
    absolute_hours: int = 10
    step_up_minutes: int = 10
    invitation_hours: int = 24
    argon2_memory_mib: int = 128
    argon2_passes: int = 3
    attachment_mib: int = 64
    draft_attachments: int = 50
    sign_in_attempts: int = 10
    sign_in_window_minutes: int = 15
    reading_budget: int = 120
    trusted_proxies: int = 0
    small_cell: int = 5
    korean_analyser: bool = False

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.instance / 'intake.sqlite3'}"

    @property
    def secure(self) -> bool:
        """Whether people reach the instance over TLS; plain http is only ever allowed on this machine."""
        return self.base_url.startswith("https://")

    @property
    def host(self) -> str:
        return urlsplit(self.base_url).netloc

    def path(self, *parts: str) -> Path:
        return self.instance.joinpath(*parts)


_RANGES: dict[str, tuple[int, int]] = {
    "idle_minutes": (1, 120),
    "absolute_hours": (1, 24),
    "step_up_minutes": (1, 60),
    "invitation_hours": (1, 24 * 14),
    "argon2_memory_mib": (19, 1024),
    "argon2_passes": (2, 10),
    "attachment_mib": (1, 1024),
    "draft_attachments": (1, 1000),
    "sign_in_attempts": (3, 100),
    "sign_in_window_minutes": (1, 24 * 60),
    "reading_budget": (1, 100_000),
    "trusted_proxies": (0, 5),
    "small_cell": (3, 100),
}


def load(instance: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Read `instance/config.toml`; `INTAKE_SET_<KEY>` in the environment wins. Raises `Misconfigured`."""
    instance = instance.resolve()
    file = instance / CONFIG_FILE
    try:
        raw: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Misconfigured("There is no instance in %(folder)s (no config.toml).", folder=str(instance)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise Misconfigured("config.toml cannot be read: %(why)s", why=str(problem)) from None
    for name, value in (os.environ if environment is None else environment).items():
        if name.startswith(ENVIRONMENT_PREFIX):
            raw[name.removeprefix(ENVIRONMENT_PREFIX).lower()] = value
    return _checked(instance, raw)


def _checked(instance: Path, raw: dict[str, Any]) -> Settings:
    known = {field.name: field for field in fields(Settings) if field.name != "instance"}
    for key in raw:
        if key not in known:
            raise Misconfigured("Unknown setting: %(key)s", key=key)
    values: dict[str, Any] = {"instance": instance}
    for key, field in known.items():
        if key not in raw:
            if field.default is MISSING:
                raise Misconfigured("Missing setting: %(key)s", key=key)
            continue
        values[key] = _parsed(key, raw[key], str(field.type))
    settings = Settings(**values)
    _check_together(settings)
    return settings


def _parsed(key: str, value: Any, kind: str) -> Any:
    try:
        return _PARSERS.get(kind, _text)(key, value)
    except (KeyError, ValueError, TypeError, AttributeError, binascii.Error):
        raise Misconfigured("Setting %(key)s has a wrong value.", key=key) from None


def _text(_key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(key: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError
    low, high = _RANGES[key]
    if not low <= int(value) <= high:
        raise Misconfigured("Setting %(key)s must be between %(low)s and %(high)s.", key=key, low=low, high=high)
    return int(value)


def _switch(_key: str, value: Any) -> bool:
    found: bool = {True: True, "true": True, "1": True, False: False, "false": False, "0": False}[value]
    return found


_PARSERS: dict[str, Callable[[str, Any], object]] = {
    "int": _number,
    "bool": _switch,
    "UUID": lambda _key, value: UUID(value),
    "bytes": lambda _key, value: base64.b64decode(value, validate=True),
}


def _check_together(settings: Settings) -> None:
    parts = urlsplit(settings.base_url)
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.path not in ("", "/"):
        raise Misconfigured("Setting base_url must be an address such as https://intake.example.org")
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK and not parts.hostname.endswith(".onion"):
        raise Misconfigured("Setting base_url must use https (plain http is for this machine only).")
    if len(settings.organisation_key) != 32:
        raise Misconfigured("Setting organisation_key must be 32 bytes in base64.")
    if settings.language not in ("ko", "en"):
        raise Misconfigured("Setting language must be ko or en.")
    if settings.database and not settings.database.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise Misconfigured("Setting database must be empty, sqlite:///… or postgresql+psycopg://…")
