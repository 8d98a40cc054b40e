"""What is typed about a release: who receives it, and for what."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import Form, SelectField, StringField, TextAreaField


class HandOutForm(Form):
    recipient = StringField(_("Who receives it"), description=_("The organisation, and the person there."))
    purpose = SelectField(_("For what"))
    extension = SelectField(_("Which file"))
    encrypted_to = StringField(
        _("Encrypted to"),
        description=_("The recipient's age key (age1…). Nobody else can open the file then, not even we."),
    )
    note = TextAreaField(_("Note"), description=_("How it was given; what was agreed."))


class RecallForm(Form):
    reason = TextAreaField(
        _("Why it is recalled"), description=_("Nobody can take it from then on. Those who have it are listed for you.")
    )
