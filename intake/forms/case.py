"""What a coordinator types about a case, and which testimonies they chose for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import Form, HiddenField, SelectField, StringField, TextAreaField

from intake.errors import N_, Invalid

Answers = Mapping[str, Sequence[str]]


class CaseForm(Form):
    title = StringField(_("Title"), description=_("Only those who can open the testimonies can read it."))
    note = TextAreaField(_("Note"), description=_("What holds these testimonies together, what is open, what comes."))
    version = HiddenField()


class AssignForm(Form):
    account = SelectField(_("Interviewer"), validate_choice=False)
    label = StringField(
        _("Label"),
        description=_(
            "The only thing the interviewer learns of the case. It is sealed to them: choose words that tell nothing."
        ),
    )
    instruction = TextAreaField(_("What is asked of them"), description=_("Sealed to them as well. Optional."))


def _last(said: Answers, name: str) -> str:
    return said[name][-1].strip() if said.get(name) else ""


def one(said: Answers, name: str) -> UUID:
    """The id a field names. `Invalid` at the field when it is none."""
    try:
        return UUID(_last(said, name))
    except ValueError:
        raise Invalid(fields={name: [N_("Choose one from the list.")]}) from None


def many(said: Answers, name: str) -> tuple[UUID, ...]:
    """The ids of the boxes that were ticked."""
    try:
        return tuple(dict.fromkeys(UUID(value) for value in said.get(name, ())))
    except ValueError:
        raise Invalid(N_("This request makes no sense.")) from None


def version(said: Answers) -> int | None:
    """The version the form was filled from."""
    text = _last(said, "version")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
