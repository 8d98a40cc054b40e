"""A later word on a testimony that was filed, answering a question or not."""

from __future__ import annotations

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import Form, HiddenField, TextAreaField

from intake.errors import NotFound


class AmendmentForm(Form):
    text = TextAreaField(_("What you want to add or answer"))
    question = HiddenField()


def question_id(typed: str) -> UUID | None:
    """The question this answers, if any. What is no id is a question that does not exist."""
    try:
        return UUID(typed) if typed else None
    except ValueError:
        raise NotFound from None
