"""What members type about a restricted compartment: its name, who is in it, who files into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import Form, SelectField, StringField, TextAreaField

from intake.errors import N_, Invalid

Answers = Mapping[str, Sequence[str]]


class RestrictedForm(Form):
    name = StringField(_("Name"), description=_("Sealed to the compartment: only those who are in it can read it."))
    note = TextAreaField(_("What it is for"), description=_("For those who are let in later. Sealed as well."))


class LabelForm(Form):
    account = SelectField(_("Interviewer"), validate_choice=False)
    label = StringField(
        _("Label"),
        description=_(
            "The only thing the interviewer learns of it: they choose it when they file. Sealed to them; choose words "
            "that tell nothing."
        ),
    )


def chosen(said: Answers) -> dict[UUID, str]:
    """The people who were ticked, each with the fingerprint that stood beside their name. `Invalid` for nobody's id."""
    return {_id(one): "".join(said.get(f"fingerprint-{one}", ())) for one in said.get("member", ())}


def account(said: Answers) -> UUID:
    """The person a button or a list names. `Invalid` at the field when it is none."""
    return _id("".join(said.get("account", ())[-1:]))


def _id(text: str) -> UUID:
    try:
        return UUID(text.strip())
    except ValueError:
        raise Invalid(fields={"account": [N_("Choose one from the list.")]}) from None
