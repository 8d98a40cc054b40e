"""The interviewer's own judgement, which never leaves the case team; and the files."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from intake.forms.choices import Radios
from intake.forms.fields import Long, Tick
from intake.forms.layout import SectionForm

DEGREES = (("low", _("low")), ("middling", _("middling")), ("high", _("high")))
_PARTS = ("detail", "consistency", "corroboration")


class ReliabilityForm(SectionForm):
    PREFIX = "reliability-"

    detail = Radios(_("Detail of the account"), choices=DEGREES)
    consistency = Radios(_("Does it hold together?"), choices=DEGREES)
    corroboration = Radios(_("Supported by other sources"), choices=DEGREES)
    assessment = Long(_("Assessment"))
    private_note = Long(_("Private note to the case team"), description=_("Never part of anything that is released."))
    finished = Tick(_("This section is finished"))

    def content(self) -> str:
        """`detail: high` and so on, one per line, and the assessment under them."""
        lines = [f"{part}: {self[part].data}" for part in _PARTS if self[part].data]
        return "\n".join([*lines, self["assessment"].data]).strip()


class AttachmentsForm(SectionForm):
    """The files themselves are sealed with the draft; only whether there are more to come is an answer."""

    PREFIX = "attachments-"

    finished = Tick(_("This section is finished"))
