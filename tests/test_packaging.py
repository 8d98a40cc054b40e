"""The built wheel, installed alone: all it needs is in it or declared by it, wherever it is used."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPMessage
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@dataclass(frozen=True)
class Installation:
    """An environment that holds the wheel and what it declares, and a folder to stand in."""

    bin: Path
    folder: Path

    def environment(self, more: dict[str, str]) -> dict[str, str]:
        """What a machine that knows nothing of the checkout would have set."""
        known = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
        return {**known, "PATH": f"{self.bin}:/usr/bin:/bin", **more}

    def run(self, *arguments: object, stdin: str = "", **environment: str) -> str:
        """Run one of the environment's programs and give what it printed."""
        done = subprocess.run(
            [self.bin / str(arguments[0]), *map(str, arguments[1:])],
            cwd=self.folder,
            env=self.environment(environment),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def declared(requirements: list[str], extras: frozenset[str] = frozenset()) -> Iterator[metadata.Distribution]:
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
        line.removeprefix("Requires-Dist: ") for line in requirements.splitlines() if line.startswith("Requires-Dist: ")
    ]
    closure = declared(wanted, frozenset({"gunicorn"}))
    for name, distribution in {found.name: found for found in closure}.items():
        assert name != "intake"
        link(distribution, site)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "venv"), "--quiet"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
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
        "intake/static/vendor/pico/pico.min.css",
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
        sheet = archive.read("intake/static/vendor/pico/pico.min.css").decode()
        pictures = {part.split('"')[0] for part in sheet.split('url("')[1:]}
        assert pictures
        assert pictures <= {Path(name).name for name in archive.namelist()}
    assert "data:" not in sheet
    assert "//" not in sheet.replace("https://picocss.com", "").replace("https://github.com/picocss/pico", "")
    assert "@import" not in sheet


def test_commands_work_outside_the_checkout(installation: Installation) -> None:
    assert "demo" in installation.run("intake", "--help")
    text = "유학생 비자로 갔지만 공장에서 일만 했습니다. 숙소 밖으로 나갈 수 없었습니다."
    found = json.loads(installation.run("intake", "mentions", "-", "--json", stdin=text))
    assert {mention["concept"] for mention in found} == {"trainee-or-student-visa", "dormitory-confinement"}
    for mention in found:
        assert text[mention["start"] : mention["end"]] == mention["quote"]


@pytest.fixture(scope="module")
def demo(installation: Installation) -> Path:
    folder = installation.folder / "demo"
    installation.run("intake", "demo", "--dir", folder, "--no-serve")
    return folder


def test_a_demo_is_made_and_searched_outside_the_checkout(installation: Installation, demo: Path) -> None:
    people = json.loads((demo / "demo.json").read_text(encoding="utf-8"))["people"]
    assert {person["role"] for person in people} >= {"interviewer", "reviewer", "coordinator", "administrator"}
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


def granian(installation: Installation, port: int) -> tuple[list[object], dict[str, str]]:
    lines = (ROOT / "config" / "granian.env").read_text(encoding="utf-8").splitlines()
    environment = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    # A worker that is told to stop while it still starts is only ended when this time is over.
    own = {"GRANIAN_PORT": str(port), "GRANIAN_WORKERS_KILL_TIMEOUT": "5"}
    # As a module: only Python itself is sure to be this environment's own.
    return [installation.bin / "python", "-m", "granian", "intake.wsgi:app"], environment | own


def gunicorn(installation: Installation, port: int) -> tuple[list[object], dict[str, str]]:
    settings = ROOT / "config" / "gunicorn.conf.py"
    program = [installation.bin / "python", "-m", "gunicorn"]
    return [*program, "-c", settings, "-b", f"127.0.0.1:{port}", "intake.wsgi:app"], {}


@pytest.mark.parametrize("server", [granian, gunicorn])
def test_both_servers_serve_the_installed_wheel(
    server: Callable[[Installation, int], tuple[list[object], dict[str, str]]],
    installation: Installation,
    demo: Path,
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command, environment = server(installation, port)
    with (installation.folder / "log").open("wb+") as log:
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=installation.folder,
            env=installation.environment({**environment, "INTAKE_INSTANCE": str(demo)}),
            stdout=log,
            stderr=log,
        )
        try:
            url = json.loads((demo / "demo.json").read_text(encoding="utf-8"))["url"]
            status, headers = ask(port, urlsplit(url).netloc, process)
        finally:
            process.terminate()
            ended = process.wait(60)
        log.seek(0)
        said = log.read().decode()
    assert status in (200, 303), said
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert ended in (0, -15), said


def ask(port: int, host: str, process: subprocess.Popen[bytes]) -> tuple[int, HTTPMessage]:
    """The answer to the first request, as soon as the server listens."""
    until = time.monotonic() + 30
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", "/", headers={"Host": host})
            answer = connection.getresponse()
        except ConnectionError:
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)
        else:
            return answer.status, answer.headers
        finally:
            connection.close()
