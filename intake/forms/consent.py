"""What the witness agreed to, purpose by purpose, and what keeps them and others safe.

A cell of the matrix that is not answered is a no. A no that was said aloud is different: it contradicts a yes elsewhere
that would go round it, and such a testimony cannot be filed until the two are sorted out with the witness.
"""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from intake.errors import N_
from intake.forms.choices import Choice, Radios, TermRadios
from intake.forms.fields import Day, Long, Text, Tick
from intake.forms.layout import SectionForm
from intake.forms.setting import LANGUAGES
from intake.models.testimony import Consent, Permission

REFUSED = "refused"
ASK_AGAIN = "ask-again"
EXTENT = (
    ("no", _("no")),
    (ASK_AGAIN, _("ask again")),
    ("N3", _("in totals only")),
    ("N2", _("anonymised")),
    ("N1", _("pseudonym, with detail")),
    ("N0", _("by name")),
)
"""From least to most. The last four are the identity levels of the vocabulary."""
CELLS = {
    "archive": ("record-keeping", "A1", _("Keeping the record in the organisation")),
    "analysis": ("internal-analysis", "A1", _("Analysis inside the organisation")),
    "partner": ("sharing-with-organisations", "A2", _("Sharing with a partner organisation named to the witness")),
    "un": ("un-or-court-submission", "A3", _("Submission to the United Nations, in confidence")),
    "government": ("sharing-with-organisations", "A4", _("Record centres of the ROK government")),
    "court": ("un-or-court-submission", "A5", _("Courts and prosecutors")),
    "research": ("academic-research", "A6", _("Researchers under an agreement")),
    "press": ("press", "A7", _("Press and broadcasting")),
    "quotation": ("anonymous-quotation", "A8", _("Anonymous quotation in public")),
    "report": ("public-report", "A8", _("Public report")),
}
"""Field → purpose, audience, question."""
RECONTACT = (
    ("yes", _("yes")),
    ("safe-channel-only", _("only by the way given below")),
    ("no", _("no")),
)
_DUTIES = _("May have a duty to disclose. Explain that before asking.")


def _cell(name: str) -> Radios:
    _purpose, audience, question = CELLS[name]
    note = _DUTIES if audience in ("A4", "A5") else ""
    made: Radios = Radios(question, choices=EXTENT, description=note)
    return made


class ConsentForm(SectionForm):
    PREFIX = "consent-"

    form = TermRadios(
        _("How was consent given?"),
        scheme="consent-form",
        extra=((REFUSED, _("consent was refused")),),
        needed=True,
    )
    explained_in = Choice(_("Explained in which language?"), choices=LANGUAGES)
    archive = _cell("archive")
    analysis = _cell("analysis")
    partner = _cell("partner")
    un = _cell("un")
    government = _cell("government")
    court = _cell("court")
    research = _cell("research")
    press = _cell("press")
    quotation = _cell("quotation")
    report = _cell("report")
    restrictions = Long(
        _("Conditions, in the words that were agreed"),
        description=_("What must never appear, who must never see it."),
    )
    embargo_until = Day(_("Nothing may be published before"), description=_("For example 2027-01-31."))
    withdrawal_until = Day(_("Consent can be withdrawn until"))
    recontact = Radios(_("May we contact the person again?"), choices=RECONTACT)
    safe_channel = Text(
        _("Safe way to get in touch, and safe times"),
        why=_("A call at the wrong time can give a person away. Telephone numbers go with the identity."),
    )
    risk = Long(
        _("Risk to the person, to family in the DPRK, to others in the account"),
        description=_("Threat, how likely, how grave, what is done about it."),
    )
    finished = Tick(_("This section is finished"))

    def matrix(self) -> list[Radios]:
        """The cells, to be drawn as one grid."""
        return [self[name] for name in CELLS]

    def validate_form(self, field: Radios) -> None:
        if field.data == REFUSED and any(self._allowed()):
            raise ValidationError(N_("Consent was refused, but uses are allowed below. One of the two is wrong."))

    def validate_archive(self, field: Radios) -> None:
        if self.meta.filing and field.data == "no" and self["form"].data != REFUSED:
            raise ValidationError(
                N_("The witness does not want the record to be kept, so it cannot be filed. Discard the draft instead.")
            )

    def validate_quotation(self, field: Radios) -> None:
        if field.data == "N0":
            raise ValidationError(N_("A quotation by name is not anonymous. Choose at most a pseudonym."))

    def validate_report(self, field: Radios) -> None:
        if self._level(field) > 0 and self["press"].data == "no":
            raise ValidationError(
                N_("The press reads public reports, but the witness said no to the press. Sort this out first.")
            )

    def validate_embargo_until(self, field: Day) -> None:
        if not field.blank and not any(self._allowed()):
            raise ValidationError(N_("An embargo makes sense only if something may be published."))

    def _allowed(self) -> Iterator[str]:
        return (name for name in CELLS if self._level(self[name]) > 0)

    @staticmethod
    def _level(field: Radios) -> int:
        return {"N3": 1, "N2": 2, "N1": 3, "N0": 4}.get(field.data or "", 0)

    def content(self) -> Consent:
        permissions = tuple(
            Permission(purpose=CELLS[name][0], audience=CELLS[name][1], identity=self[name].data)
            for name in self._allowed()
        )
        again = [" × ".join(CELLS[name][:2]) for name in CELLS if self[name].data == ASK_AGAIN]
        restrictions = [self["restrictions"].data, "ask again: " + ", ".join(again) if again else ""]
        return Consent(
            form=self["form"].data,
            explained_in=self["explained_in"].data,
            permissions=permissions,
            restrictions="\n".join(part for part in restrictions if part),
            embargo_until=self["embargo_until"].data,
            recontact=self["recontact"].data,
            safe_channel=self["safe_channel"].data,
            withdrawal_until=self["withdrawal_until"].data,
            risk=self["risk"].data,
        )
