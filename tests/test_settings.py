"""Settings: every one documented, none guessed, a wrong one named."""

from __future__ import annotations

import base64
import tomllib
from dataclasses import MISSING, fields
from pathlib import Path
from uuid import uuid4

import pytest

from intake.errors import Misconfigured
from intake.resources import folder
from intake.settings import Settings, load

GOOD = {
    "instance_id": str(uuid4()),
    "organisation_key": base64.b64encode(bytes(32)).decode(),
    "base_url": "https://intake.example.org",
}


def _write(folder_: Path, **values: object) -> Path:
    def toml(value: object) -> str:
        return str(value).lower() if isinstance(value, bool | int) else f'"{value}"'

    lines = [f"{key} = {toml(value)}" for key, value in {**GOOD, **values}.items() if value is not None]
    (folder_ / "config.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder_


def test_the_defaults_are_those_of_the_example(tmp_path: Path) -> None:
    settings = load(_write(tmp_path), {})
    example = tomllib.loads((folder("config") / "example.toml").read_text(encoding="utf-8"))
    optional = {f.name: f.default for f in fields(Settings) if f.default is not MISSING}
    assert example == optional
    assert {name: getattr(settings, name) for name in optional} == optional


def test_the_environment_wins(tmp_path: Path) -> None:
    environment = {"INTAKE_SET_IDLE_MINUTES": "7", "INTAKE_SET_DEMO": "true", "PATH": "x"}
    settings = load(_write(tmp_path, idle_minutes=9), environment)
    assert (settings.idle_minutes, settings.demo) == (7, True)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"surprise": 1}, "surprise"),
        ({"instance_id": None}, "instance_id"),
        ({"instance_id": "x"}, "instance_id"),
        ({"organisation_key": "AAAA"}, "organisation_key"),
        ({"organisation_key": "!"}, "organisation_key"),
        ({"base_url": None}, "base_url"),
        ({"base_url": "http://intake.example.org"}, "base_url"),
        ({"base_url": "intake.example.org"}, "base_url"),
        ({"base_url": "https://intake.example.org/deeper"}, "base_url"),
        ({"idle_minutes": 0}, "idle_minutes"),
        ({"idle_minutes": "soon"}, "idle_minutes"),
        ({"idle_minutes": True}, "idle_minutes"),
        ({"argon2_memory_mib": 8}, "argon2_memory_mib"),
        ({"argon2_memory_mib": 4096}, "argon2_memory_mib"),
        ({"demo": "perhaps"}, "demo"),
        ({"language": "fr"}, "language"),
        ({"database": "mysql://x"}, "database"),
        ({"title": 3}, "title"),
        ({"reading_budget": 0}, "reading_budget"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, values: dict[str, object], named: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        load(_write(tmp_path, **values), {})
    assert named in str(caught.value)


def test_no_instance_or_no_toml_is_said(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"config\.toml"):
        load(tmp_path, {})
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe = [")
    with pytest.raises(Misconfigured):
        load(tmp_path, {})


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000", "http://localhost", "http://abcdefghij.onion"])
def test_plain_http_only_where_nobody_listens(tmp_path: Path, url: str) -> None:
    assert not load(_write(tmp_path, base_url=url), {}).secure
