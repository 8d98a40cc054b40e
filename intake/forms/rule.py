"""A rule as typed: what kind of thing, its words line by line, and a sample to try it on."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import Form, StringField, TextAreaField


class RuleForm(Form):
    """One form for both: writing a rule down, and trying it (or all of them) first. The page draws the kinds."""

    kind = StringField(_("What it is"), default="PERSON")
    words = TextAreaField(
        _("Words or patterns"),
        id="rule-words",
        description=_("One on each line. # stands for a digit, * for the rest of a word: 5호건설*, KK-####"),
    )
    note = StringField(_("Why"), description=_("For the others who review. Stays inside."))
    sample = TextAreaField(_("Sample to try it on"), description=_("Nothing of it is kept."))


def lines(said: str) -> list[str]:
    """The words of a rule, as typed."""
    return said.replace("\r\n", "\n").split("\n")
