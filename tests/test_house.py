"""The house's own rules: one name for one verb, everything declared, nothing forgotten."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from people import House

from intake import create_app, views, work
from intake.access import POLICY
from intake.models.account import Role

ROOT = Path(__file__).parents[1]
ROUTES = ROOT / "tests" / "routes.txt"


@pytest.fixture
def app(house: House) -> Flask:
    return create_app(house.instance.settings, house.instance)


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "intake").rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_every_action_has_a_policy_and_every_policy_an_action() -> None:
    assert set(work.ACTIONS) == set(POLICY)


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(path) for path, tree in _modules() if not ast.get_docstring(tree)]
    assert not silent


def test_no_import_hides_inside_a_function() -> None:
    hidden = [
        f"{path}:{inner.lineno}"
        for path, tree in _modules()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert not hidden


def test_nothing_switches_escaping_off() -> None:
    loud = {".html": ("|safe", "| safe", "autoescape false"), ".py": ("Markup(", "render_template_string", "|safe }}")}
    found = [
        f"{path}: {word}"
        for folder in ("templates", "intake")
        for path in (ROOT / folder).rglob("*")
        for word in loud.get(path.suffix, ())
        if word in path.read_text(encoding="utf-8")
    ]
    # WTForms asks its widgets for Markup; ours are made of attributes and options that are escaped one by one.
    assert found == [f"{ROOT / 'intake' / 'forms' / 'choices.py'}: Markup("]


def test_views_are_short() -> None:
    """A function that answers a route: parse, call one action, answer."""
    long = [
        f"{path}:{function.name}"
        for path, tree in _modules()
        if path.parent.name == "views"
        for function in tree.body
        if isinstance(function, ast.FunctionDef)
        and function.decorator_list
        and (function.end_lineno or 0) - function.lineno > 15
    ]
    assert not long


def test_a_route_that_declares_nothing_stops_the_start(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = views.home.pages
    monkeypatch.setattr(pages, "deferred_functions", [*pages.deferred_functions])
    monkeypatch.setattr(pages, "_got_registered_once", False)
    pages.add_url_rule("/undeclared", endpoint="undeclared", view_func=lambda: "hello")
    with pytest.raises(RuntimeError, match="declares neither"):
        create_app(house.instance.settings, house.instance)


def routes_table(app: Flask) -> str:
    """Every route as one line: methods, address, verb, the roles that may."""
    lines = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        verb = inspect.getattr_static(app.view_functions[rule.endpoint], "verb")
        methods = ",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
        if verb in ("public", "signed-in"):
            roles = verb
        else:
            roles = " ".join(role.value for role in Role if role in POLICY[verb])
        lines.append(f"{methods:<5} {rule.rule:<64} {verb:<28} {roles}")
    return "\n".join(sorted(lines)) + "\n"


def test_the_reviewed_table_of_routes_is_the_one_that_runs(app: Flask) -> None:
    """A new or changed route fails here until somebody has read its line and written it down:
    `python tests/test_house.py` prints the table."""
    assert routes_table(app) == ROUTES.read_text(encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    from people import build

    with tempfile.TemporaryDirectory() as folder:
        made = build(Path(folder) / "instance")
        ROUTES.write_text(routes_table(create_app(made.instance.settings, made.instance)), encoding="utf-8")
