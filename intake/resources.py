"""Where the files that travel with the code are: templates, migrations and data, in a checkout and in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `templates`, `migrations` or `config`: inside an installed wheel, else beside the package."""
    packed = _PACKAGE / "data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def inside(*parts: str) -> Path:
    """A file or folder of the package itself (`static`, `assets`, `translations`)."""
    return _PACKAGE.joinpath(*parts)
