"""The built wheel, installed alone: all it needs is in it or declared by it, wherever it is used."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@dataclass(frozen=True)
class Installation:
    """An environment that holds the wheel and what it declares, and a folder to stand in."""

    bin: Path
    folder: Path

    def run(self, *arguments: object, stdin: str = "", **environment: str) -> str:
        """Run one of the environment's programs as on a machine that knows nothing of the checkout."""
        known = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
        done = subprocess.run(
            [self.bin / str(arguments[0]), *map(str, arguments[1:])],
            cwd=self.folder,
            env={**known, "PATH": f"{self.bin}:/usr/bin:/bin", **environment},
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def declared(
    requirements: list[str], extras: frozenset[str] = frozenset()
) -> Iterator[metadata.Distribution]:
    """The installed distributions that these requirements ask for, and theirs in turn."""
    for line in requirements:
        wanted = Requirement(line)
        environments = [{"extra": extra} for extra in extras] or [{"extra": ""}]
        if wanted.marker and not any(wanted.marker.evaluate(environment) for environment in environments):
            continue
        found = metadata.distribution(wanted.name)
        yield found
        yield from declared(found.requires or [], frozenset(wanted.extras))


@pytest.fixture(scope="module")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Our own installed packages are linked instead of fetched again: those declared, and no other."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    (site,) = (folder / "venv").glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        requirements = archive.read(name).decode()
    wanted = [
        line.removeprefix("Requires-Dist: ")
        for line in requirements.splitlines()
        if line.startswith("Requires-Dist: ")
    ]
    for name, distribution in {found.name: found for found in declared(wanted)}.items():
        assert name != "intake"
        link(distribution, site)
    pip = [sys.executable, "-m", "pip", "--python", folder / "venv", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", wheel], check=True, capture_output=True)
    subprocess.run([*pip, "check"], check=True)
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    return Installation(folder / "venv" / "bin", elsewhere)


def link(distribution: metadata.Distribution, site: Path) -> None:
    for file in distribution.files or []:
        if ".." in file.parts or "__pycache__" in file.parts:
            continue
        target = site / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            try:
                os.link(Path(str(file.locate())), target)
            except OSError:
                shutil.copy2(Path(str(file.locate())), target)


def test_the_wheel_holds_what_the_application_reads_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "intake/wsgi.py",
        "intake/data/config/example.toml",
        "intake/data/templates/base.html",
        "intake/data/migrations/env.py",
        "intake/static/vendor/pico.min.css",
        "intake/assets/fonts/NotoSansKR-Regular.ttf",
        "intake/assets/maps/countries-110m.json",
        "intake/translations/ko/LC_MESSAGES/messages.mo",
    ):
        assert needed in names
    for folder in ("templates", "migrations", "config"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert f"intake/data/{file.relative_to(ROOT).as_posix()}" in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"intake"}
    assert not [name for name in names if {"__pycache__", "node_modules", "tests"} & set(Path(name).parts)]


def test_the_base_style_sheet_asks_for_nothing_our_content_policy_refuses(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        sheet = archive.read("intake/static/vendor/pico.min.css").decode()
        pictures = {part.split('"')[0] for part in sheet.split('url("')[1:]}
        assert pictures
        assert pictures <= {Path(name).name for name in archive.namelist()}
    assert "data:" not in sheet
    assert "//" not in sheet.replace("https://picocss.com", "").replace("https://github.com/picocss/pico", "")
    assert "@import" not in sheet


def test_commands_work_outside_the_checkout(installation: Installation) -> None:
    assert "demo" in installation.run("intake", "--help")
    text = "한 달 비자로 들어가서 일하고 다시 국경을 넘어 돌아왔습니다. 비자 없이 일했습니다."
    found = json.loads(installation.run("intake", "mentions", "-", "--json", stdin=text))
    assert found
    for mention in found:
        assert text[mention["start"] : mention["end"]] == mention["quote"]


def test_a_demo_is_made_and_searched_outside_the_checkout(installation: Installation) -> None:
    demo = installation.folder / "demo"
    installation.run("intake", "demo", "--dir", demo, "--no-serve")
    people = json.loads((demo / "demo.json").read_text(encoding="utf-8"))["people"]
    assert {person["role"] for person in people} >= {
        "interviewer",
        "reviewer",
        "coordinator",
        "administrator",
    }
    coordinator = next(person for person in people if person["role"] == "coordinator")
    password = installation.folder / "password"
    password.write_text(coordinator["password"], encoding="utf-8")
    answer = json.loads(
        installation.run(
            *("intake", "--instance", demo, "search", "concept:visa-circumvention"),
            *("--as", coordinator["name"], "--json"),
            INTAKE_PASSWORD_FILE=str(password),
        )
    )
    assert answer["complete"] is True
    assert answer["counts"]["testimonies"] == len(answer["results"]) > 0
    assert all(result["why"] for result in answer["results"])
    installation.run("intake", "--instance", demo, "audit", "verify")
    installation.run("intake", "--instance", demo, "check")
