"""What every page with the one box has: what was typed, its message, and the filters there are."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec

from flask import Response, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from intake.errors import Invalid
from intake.forms.search import MOST_TYPED
from intake.readmodel.filters import KEYS, Key
from intake.views.desk import TITLES
from intake.web import given

P = ParamSpec("P")
Page = AnyResponse | str


def page_of_question(typed: str, problem: str = "") -> dict[str, Any]:
    """What the box and the fold under it need."""
    keys = [(key, gettext(TITLES[key])) for key in KEYS if key in TITLES]
    # One sign more than a question may have: what a box cuts off is refused, and not asked without its end.
    return {"typed": typed, "problem": problem, "keys": keys, "sources": _sources(), "most_typed": MOST_TYPED + 1}


def _sources() -> dict[str, Any]:
    """Per key (under each of its names) where its values are listed, for a box that offers them while one types."""
    return {name: _source(row) for row in KEYS.values() for name in (row.key, *row.aliases)}


def _source(row: Key) -> Any:
    if row.choices is not None:
        return list(row.choices)
    if row.domain == "place":
        return url_for("vocabulary.places")
    return url_for("vocabulary.terms", scheme=row.scheme) if row.scheme else None


def at_the_box(view: Callable[P, Page]) -> Callable[P, Page]:
    """Declare a view that asks: what cannot be understood is answered at the box, with what was typed still in it."""

    @functools.wraps(view)
    def again(*args: P.args, **kwargs: P.kwargs) -> Page:
        try:
            return view(*args, **kwargs)
        except Invalid as problem:
            said = gettext(problem.message, **problem.values)
            typed = given(request.args.to_dict(flat=False)).one("q")
            page = render_template("search/run.html", desk=None, **page_of_question(typed, said))
            return Response(page, problem.status)

    return again
