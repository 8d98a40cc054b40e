"""The analyser of Korean words in its own process: where proper nouns stand, and what happens when the child fails."""

from __future__ import annotations

import importlib.util
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from people import House

from intake import create_app, morphology
from intake.actions import operation
from intake.errors import IntakeError, Misconfigured
from intake.morphology import Analyser

TEXT = "😀 표범섭이 함흥에서 왔습니다. 주마벡은 몽골 사람이였습니다."


@pytest.fixture
def analyser() -> Iterator[Analyser]:
    made = Analyser()
    yield made
    made.end()


def _children() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if "worker.py" in " ".join(one.cmdline())]


def test_proper_nouns_by_code_points(analyser: Analyser) -> None:
    words = [TEXT[start:end] for start, end in analyser.proper_nouns(TEXT)]
    assert {"함흥", "주마벡", "몽골"} <= set(words)
    assert "사람" not in words
    assert analyser.proper_nouns("") == ()
    assert analyser.proper_nouns("\n\n") == ()


def test_one_child_answers_everybody(analyser: Analyser) -> None:
    texts = [f"{number}호에 주마벡이 있었다." for number in range(40)]
    answers: dict[str, morphology.Spans] = {}
    askers = [
        threading.Thread(target=lambda part=part: answers.update({t: analyser.proper_nouns(t) for t in part}))
        for part in (texts[::2], texts[1::2])
    ]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert [[t[s:e] for s, e in answers[t]] for t in texts] == [["주마벡"]] * 40
    assert len(_children()) == 1


def test_nothing_of_a_text_stays_here(analyser: Analyser) -> None:
    analyser.proper_nouns(TEXT)
    assert "주마벡" not in str(vars(analyser))
    for number in range(100):
        analyser.proper_nouns(str(number))
    assert len(analyser._known) == morphology._KEPT


def test_a_child_that_was_killed_is_replaced(analyser: Analyser) -> None:
    analyser.proper_nouns("하나")
    (child,) = _children()
    child.kill()
    child.wait()
    assert analyser.proper_nouns(TEXT)
    (other,) = _children()
    assert other.pid != child.pid


def test_a_child_that_never_answers_is_given_up_without_a_word_of_the_text(
    analyser: Analyser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    silent = tmp_path / "worker.py"
    silent.write_text("import time\ntime.sleep(600)\n")
    monkeypatch.setattr(morphology, "_WORKER", silent)
    monkeypatch.setattr(morphology, "_PATIENCE_SECONDS", 0.3)
    with pytest.raises(IntakeError) as problem:
        analyser.proper_nouns(TEXT)
    assert "주마벡" not in repr(problem.value) + str(problem.value)
    assert problem.value.__cause__ is None
    assert _children() == []


def test_what_a_child_says_aloud_goes_nowhere_and_it_is_told_no_secret(
    analyser: Analyser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A diagnostic may quote the text, and its environment is the child's own."""
    aloud, seen = tmp_path / "worker.py", tmp_path / "environment"
    aloud.write_text(
        "import os, sys\n"
        "print(sys.stdin.readline(), file=sys.stderr)\n"
        f"open({str(seen)!r}, 'w').write(' '.join(os.environ))\n"
        "print('[]', flush=True)\n"
    )
    monkeypatch.setattr(morphology, "_WORKER", aloud)
    monkeypatch.setenv("INTAKE_PASSWORD_FILE", "/nowhere")
    assert analyser.proper_nouns("Zhumabek") == ()
    analyser.end()
    assert "Zhumabek" not in "".join(capfd.readouterr())
    assert "INTAKE" not in seen.read_text()


def test_a_child_ends_with_its_pipe() -> None:
    analyser = Analyser()
    analyser.proper_nouns("하나")
    (child,) = _children()
    assert analyser._child is not None
    assert analyser._child.stdin is not None
    analyser._child.stdin.close()
    deadline = time.monotonic() + 30
    while child.is_running() and child.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    analyser.end()


def test_the_application_does_not_start_without_what_it_is_told_to_use(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(house.instance.settings, korean_analyser=True)
    assert create_app(settings, house.instance)
    whole = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "kiwipiepy" else whole(name))
    with pytest.raises(Misconfigured, match="not installed"):
        create_app(settings, house.instance)
    assert create_app(house.instance.settings, house.instance)


def test_the_check_asks_it(house: House, analyser: Analyser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    instance = replace(house.instance, analyser=analyser)
    assert [f.trouble for f in operation.check(instance) if f.what == "analyser of Korean words"] == [None]
    analyser.end()
    broken = tmp_path / "worker.py"
    broken.write_text("raise SystemExit(1)\n")
    monkeypatch.setattr(morphology, "_WORKER", broken)
    monkeypatch.setattr(analyser, "_known", analyser._known.__class__())
    (trouble,) = [f.trouble for f in operation.check(instance) if f.what == "analyser of Korean words"]
    assert trouble is not None
    assert "does not answer" in trouble
