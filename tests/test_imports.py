"""Who may import whom: the contracts in pyproject.toml, held by every test run."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONTRACTS = ROOT / "pyproject.toml"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache", "--config", CONTRACTS],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_keep_to_the_contracts() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ", 0 broken." in done.stdout


ROOMS = [
    *("access", "actions", "audit", "cli", "db", "errors", "forms", "keystore", "language", "models"),
    *(
        "readmodel",
        "rendering",
        "resources",
        "sealing",
        "sessions",
        "settings",
        "storage",
        "views",
        "web",
        "work",
    ),
]


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("models", "from intake import work"),
        ("views", "from intake import cli"),
        ("work", "from intake import sessions"),
        ("errors", "from intake import settings"),
        ("actions", "import cryptography"),
        ("readmodel", "import sqlcipher3"),
        ("actions", "import flask"),
        ("sessions", "import flask_login"),
        ("rendering", "import wtforms"),
        ("views", "import sqlalchemy"),
        ("cli", "import sqlalchemy"),
        ("web", "import sqlite3"),
        ("actions", "from intake import db"),
        ("utils", "import json"),
    ],
)
def test_a_wrong_import_breaks_a_contract(room: str, line: str, tmp_path: Path) -> None:
    package = tmp_path / "intake"
    package.mkdir()
    (package / "__init__.py").touch()
    for name in ROOMS:
        (package / f"{name}.py").touch()
    (package / "models.py").write_text("from intake import errors\nimport sqlalchemy\n")
    assert lint(tmp_path).returncode == 0
    (package / f"{room}.py").write_text(line + "\n")
    done = lint(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "0 broken" not in done.stdout
