"""The walls of the room: who imports `cryptography`, where randomness comes from, how secrets are compared."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import intake

SOURCE = Path(intake.__file__).parent
MODULES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}
ROOM = {name: path for name, path in MODULES.items() if name.startswith("sealing/")}
IDS = list(MODULES)

NEVER = {"random", "pickle", "cPickle", "shelve", "marshal", "dill", "cloudpickle", "jsonpickle", "joblib"}
LOCKS = {"cryptography", "nacl", "Crypto", "OpenSSL", "argon2", "bcrypt"}
# Names of what must never be compared with ==, which stops at the first byte that differs.
TELLING = re.compile(r"secret|commitment|digest|\bmac\b|_mac\b|hmac|token|signature|password|\bcode\b|typed|pepper")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def tops(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def test_the_house_is_looked_at() -> None:
    assert len(ROOM) > 15
    assert "cryptography" in tops(MODULES["sealing/boxes.py"])


@pytest.mark.parametrize("name", IDS)
def test_only_this_room_imports_cryptography(name: str) -> None:
    if name not in ROOM:
        assert not tops(MODULES[name]) & LOCKS
    assert not tops(MODULES[name]) & (LOCKS - {"cryptography"})


@pytest.mark.parametrize("name", IDS)
def test_no_weak_randomness_and_no_pickles(name: str) -> None:
    assert not tops(MODULES[name]) & NEVER
    assert "numpy.random" not in set(imports(MODULES[name]))


@pytest.mark.parametrize("name", ROOM)
def test_the_room_knows_nothing_of_the_house_but_its_errors(name: str) -> None:
    ours = {module for module in imports(ROOM[name]) if module.split(".")[0] == "intake"}
    assert all(module == "intake.errors" or module.startswith("intake.sealing") for module in ours), ours


def suspicious(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare) or not any(isinstance(op, ast.Eq | ast.NotEq) for op in node.ops):
            continue
        for side in (node.left, *node.comparators):
            # A length, or a comparison with a constant, tells nothing.
            if isinstance(side, ast.Constant | ast.Call):
                break
            if TELLING.search(ast.unparse(side)):
                yield ast.unparse(node)
                break


@pytest.mark.parametrize("name", ROOM)
def test_secrets_are_not_compared_with_equals(name: str) -> None:
    assert list(suspicious(tree_of(ROOM[name]))) == []


def test_a_comparison_of_secrets_would_be_found() -> None:
    for line in ("commitment == expected", "box.signature != other", "x == self._secret", "typed == code"):
        assert list(suspicious(ast.parse(line))), line
    for line in ("len(token) == 43", "kind == other", "compare_digest(token, other)"):
        assert not list(suspicious(ast.parse(line))), line


@pytest.mark.parametrize("name", ROOM)
def test_nothing_is_printed_or_logged_here(name: str) -> None:
    assert not tops(ROOM[name]) & {"logging", "structlog", "warnings", "traceback"}
    calls = [node for node in ast.walk(tree_of(ROOM[name])) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


@pytest.mark.parametrize("name", ROOM)
def test_damaged_carries_no_words_of_its_own(name: str) -> None:
    """One answer for every reason: any message would be an oracle."""
    for node in ast.walk(tree_of(ROOM[name])):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in {"Damaged", "errors.Damaged"}, ast.unparse(node)
        if isinstance(node, ast.Raise) and node.exc and ast.unparse(node.exc) == "Damaged":
            assert node.cause is None or ast.unparse(node.cause) == "None"
