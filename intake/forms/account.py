"""What people type about themselves: signing in, activating, confirming, changing the password."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import Form, HiddenField, PasswordField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]


class SignInForm(Form):
    name = StringField(_("Name"))
    password = PasswordField(_("Password"))
    code = StringField(_("Code"), description=_("Six digits from your authenticator app."))
    next = HiddenField()


class ActivateForm(Form):
    name = StringField(
        _("Name to sign in with"), description=_("Letters, digits, points or hyphens. It need not be your real name.")
    )
    password = PasswordField(
        _("Password"),
        description=_("At least 15 characters. A sentence only you would say is better than signs and digits."),
    )
    again = PasswordField(_("Password once more"))
    secret = HiddenField()
    code = StringField(_("Code"), description=_("Six digits that your authenticator app now shows."))
    language = RadioField(
        _("Language of the pages"), choices=[SelectChoice("ko", "한국어"), SelectChoice("en", "English")], default="ko"
    )


class StepUpForm(Form):
    password = PasswordField(_("Password"))
    code = StringField(_("New code"), description=_("The next six digits; a code works only once."))
    next = HiddenField()


class PasswordForm(Form):
    password = PasswordField(_("Present password"))
    new_password = PasswordField(_("New password"), description=_("At least 15 characters."))
    again = PasswordField(_("New password once more"))
    code = StringField(_("Code"), description=_("Six digits from your authenticator app."))


class LanguageForm(Form):
    language = RadioField(
        _("Language of the pages"), choices=[SelectChoice("ko", "한국어"), SelectChoice("en", "English")]
    )


class InviteForm(Form):
    role = SelectField(
        _("Role"),
        choices=[
            SelectChoice("interviewer", _("Interviewer: takes testimony and files it")),
            SelectChoice("reviewer", _("Reviewer: redacts, approves, releases")),
            SelectChoice("coordinator", _("Coordinator: queries and groups into cases")),
            SelectChoice("administrator", _("Administrator: runs the instance, reads nothing")),
        ],
    )
