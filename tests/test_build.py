"""The build hook: what it fetches, what it changes, and that a missing registry does not stop a build."""

import importlib.util
import json
import re
import shutil
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = ("package.json", "package-lock.json", "hatch_build.py", "wsgi.py", ".npmrc")


@pytest.fixture
def hook(tmp_path: Path) -> ModuleType:
    """The hook of a project that has fetched nothing yet."""
    for name in SOURCES:
        shutil.copy(ROOT / name, tmp_path / name)
    spec = importlib.util.spec_from_file_location("hatch_build_under_test", tmp_path / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def unreachable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))


def build(hook: ModuleType, root: Path) -> tuple[dict[str, Any], list[str]]:
    """Run the hook as hatch does; its build data and its warnings."""
    warnings: list[str] = []
    assets = object.__new__(hook.Assets)
    assets._BuildHookInterface__root = str(root)
    assets._BuildHookInterface__app = SimpleNamespace(display_warning=warnings.append)
    data: dict[str, Any] = {"force_include": {}}
    assets.initialize("standard", data)
    return data, warnings


@pytest.mark.usefixtures("unreachable")
def test_a_build_goes_on_without_a_registry(hook: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    data, warnings = build(hook, tmp_path)
    assert len(warnings) == 1
    assert not hook.is_fetched(tmp_path, with_tests=False)
    assert data["force_include"] == {
        str(tmp_path / "templates"): "intake/data/templates",
        str(tmp_path / "wsgi.py"): "intake/wsgi.py",
    }


@pytest.mark.usefixtures("unreachable")
def test_a_build_after_a_fetch_asks_no_registry_until_the_lock_changes(hook: ModuleType, tmp_path: Path) -> None:
    for target in hook.FETCHED.values():
        (tmp_path / target).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / target).touch()
    (tmp_path / "node_modules").mkdir()
    hook.stamp(tmp_path).write_text(hook.fingerprint(tmp_path, with_tests=False))
    assert build(hook, tmp_path)[1] == []
    assert not hook.is_fetched(tmp_path, with_tests=True)
    with (tmp_path / "package-lock.json").open("a") as lock:
        lock.write("\n")
    assert len(build(hook, tmp_path)[1]) == 1


def test_what_only_tests_need_is_fetched_again_once_it_is_gone(hook: ModuleType, tmp_path: Path) -> None:
    for target in (*hook.FETCHED.values(), *hook.FOR_TESTS):
        (tmp_path / target).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / target).touch()
    hook.stamp(tmp_path).write_text(hook.fingerprint(tmp_path, with_tests=True))
    assert hook.is_fetched(tmp_path, with_tests=True)
    (tmp_path / hook.FOR_TESTS[0]).unlink()
    assert not hook.is_fetched(tmp_path, with_tests=True)
    assert hook.is_fetched(tmp_path, with_tests=False)


def test_pictures_in_the_style_sheet_become_files(hook: ModuleType, tmp_path: Path) -> None:
    picture = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>"
    quoted = picture.replace("#", "%23").replace("<", "%3C")
    sheet = tmp_path / "sheet.css"
    sheet.write_text(f'a{{b:url("data:image/svg+xml,{quoted}")}} c{{d:url("data:image/svg+xml,{picture}")}}')
    hook.unfold_images(sheet)
    (file,) = tmp_path.glob("*.svg")
    assert file.read_text() == picture
    assert sheet.read_text() == f'a{{b:url("{file.name}")}} c{{d:url("{file.name}")}}'


def test_translations_are_compiled_and_left_alone_when_right(hook: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "intake/translations/ko/LC_MESSAGES"
    folder.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (folder / "messages.po").write_text(header + 'msgid "Save"\nmsgstr "저장"\n', encoding="utf-8")
    hook.compile_translations(tmp_path)
    compiled = folder / "messages.mo"
    assert "저장".encode() in compiled.read_bytes()
    before = compiled.stat().st_mtime_ns
    hook.compile_translations(tmp_path)
    assert compiled.stat().st_mtime_ns == before
    (folder / "messages.po").write_text(header + 'msgid "Save"\nmsgstr "보관"\n', encoding="utf-8")
    hook.compile_translations(tmp_path)
    assert "보관".encode() in compiled.read_bytes()


def test_the_npm_lock_holds_hashes_and_no_hosts() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    for name, package in packages.items():
        assert name == "" or package["integrity"].startswith("sha512-")
        assert "resolved" not in package
        assert not package.get("hasInstallScript")


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_the_python_lock_holds_hashes_and_no_hosts(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.lock").read_text()
    assert "://" not in text
    assert "--find-links" not in text
    assert "--index-url" not in text
    entries = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert len(entries) > 40
    for entry in entries:
        assert re.match(r"[a-z0-9._\[\]-]+==\S+ ", entry), entry
        assert "--hash=sha256:" in entry
