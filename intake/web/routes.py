"""Declared routes: a view says what it performs, or that it is public; one that says neither stops the start."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from flask import Flask

from intake.access import may
from intake.errors import Refused, Unauthenticated
from intake.web.who import actor, gate
from intake.work import refuse

P = ParamSpec("P")
R = TypeVar("R")


def performs(verb: Callable[..., Any]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare which verb a view performs; people whose role may not are stopped (and noted) here already."""
    name: str = verb.verb  # type: ignore[attr-defined]

    def declare(view: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if actor().id is None:
                raise Unauthenticated
            if not may(actor(), name):
                refuse(gate(), name)
                raise Refused
            return view(*args, **kwargs)

        guarded.verb = name  # type: ignore[attr-defined]
        return guarded

    return declare


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Declare a view that everybody may see."""
    view.verb = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: Callable[P, R]) -> Callable[P, R]:
    """Declare a view for everybody who is signed in, which performs no verb (home, help)."""

    @functools.wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if actor().id is None:
            raise Unauthenticated
        return view(*args, **kwargs)

    guarded.verb = "signed-in"  # type: ignore[attr-defined]
    return guarded


def check_routes(app: Flask) -> None:
    """Stops the application from starting when a route says neither what it performs nor that it is public."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static" and not hasattr(app.view_functions[rule.endpoint], "verb"):
            raise RuntimeError(f"route {rule.rule} declares neither @performs nor @public")
