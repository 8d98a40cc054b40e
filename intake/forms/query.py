"""What a coordinator types to keep a question."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, Form, HiddenField, StringField, TextAreaField


class QueryForm(Form):
    q = HiddenField()
    name = StringField(_("Name"), description=_("How you will find it again."))
    note = TextAreaField(_("Note"), description=_("What it is for."))
    private = BooleanField(_("Only for me; nobody else can open it"))
