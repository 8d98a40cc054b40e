"""The check on translations sees what it is there to see."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent

SOURCE = """
from gettext import gettext, ngettext
gettext("Saved.")
gettext("Wait %(seconds)s seconds.")
ngettext("%(count)s case", "%(count)s cases", 2)
"""
PAGE = '<p>{{ _("Sign in") }} {% trans name=person %}Hello {{ name }}{% endtrans %}</p>'
GOOD = {
    "Saved.": "저장됨.",
    "Wait %(seconds)s seconds.": "%(seconds)s초 기다리세요.",
    "Sign in": "로그인",
    "Hello %(name)s": "안녕하세요, %(name)s",
}
PLURAL = 'msgid "%(count)s case"\nmsgid_plural "%(count)s cases"\nmsgstr[0] "사례 %(count)s건"\n'


@pytest.fixture
def translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, standing in a project of two files and a Korean catalog."""
    spec = importlib.util.spec_from_file_location("translations_script", ROOT / "scripts" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, text in (("intake/a.py", SOURCE), ("templates/b.html", PAGE)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    monkeypatch.chdir(tmp_path)
    write(GOOD)
    return module


def write(messages: dict[str, str], more: str = PLURAL) -> None:
    """Put these words in the Korean catalog."""
    path = Path("intake/translations/ko/LC_MESSAGES/messages.po")
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = "\n".join(f'msgid "{source}"\nmsgstr "{text}"\n' for source, text in messages.items())
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    path.write_text(header + entries + "\n" + more, encoding="utf-8")


def test_a_complete_catalog_passes(translations: ModuleType) -> None:
    assert translations.check() == 0


@pytest.mark.parametrize(
    ("messages", "more", "complaint"),
    [
        ({key: GOOD[key] for key in GOOD if key != "Saved."}, PLURAL, "'Saved.' has no translation"),
        (GOOD | {"Sign in": ""}, PLURAL, "'Sign in' has no translation"),
        (GOOD, "", "'%(count)s case' has no translation"),
        (GOOD | {"Hello %(name)s": "안녕, %(nam)s"}, PLURAL, "has other placeholders"),
        (GOOD | {"Wait %(seconds)s seconds.": "기다리세요."}, PLURAL, "has other placeholders"),
        (GOOD | {"Gone": "없음"}, PLURAL, "'Gone' is no longer used"),
        (GOOD, "#, fuzzy\n" + PLURAL, "is marked fuzzy"),
    ],
)
def test_a_wrong_catalog_is_named(
    messages: dict[str, str],
    more: str,
    complaint: str,
    translations: ModuleType,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(messages, more)
    assert translations.check() == 1
    assert complaint in capsys.readouterr().out


def test_a_missing_catalog_is_named_and_made(translations: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("intake/translations/ko/LC_MESSAGES/messages.po")
    path.unlink()
    assert translations.check() == 1
    assert "ko: has no catalog" in capsys.readouterr().out
    assert translations.update() == 1
    assert 'msgid "Sign in"\nmsgstr ""' in path.read_text(encoding="utf-8")


def test_an_update_keeps_words_and_drops_what_is_gone(translations: ModuleType) -> None:
    write(GOOD | {"Gone": "없음"})
    assert translations.update() == 0
    text = Path("intake/translations/ko/LC_MESSAGES/messages.po").read_text(encoding="utf-8")
    assert "로그인" in text
    assert "Gone" not in text


def test_words_in_a_folder_with_an_underscore_are_seen(
    translations: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("templates/_macros").mkdir()
    Path("templates/_macros/c.html").write_text('{{ _("Close") }}')
    assert translations.check() == 1
    assert "'Close' has no translation" in capsys.readouterr().out
