"""The sections of a testimony in their order, how far each one is, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from flask_babel import lazy_gettext as _
from wtforms import FieldList

from intake.forms.consent import ConsentForm
from intake.forms.dispatch import DispatchForm
from intake.forms.fields import Hidden, Tick, When
from intake.forms.layout import AnswerField, SectionForm, errors, owns
from intake.forms.narrative import NarrativeForm, ThemesForm
from intake.forms.people import EventsForm, PeopleForm, PlacesForm
from intake.forms.reliability import AttachmentsForm, ReliabilityForm
from intake.forms.setting import SettingForm
from intake.forms.witness import WitnessForm
from intake.forms.words import Words

Answers = Mapping[str, Sequence[str]]
State = Literal["todo", "doing", "fix", "done"]
PRESET_FOCUS = "overseas-north-koreans"


@dataclass(frozen=True)
class Section:
    """`preset`: names of fields that a new draft comes with, so that they do not count as work begun."""

    key: str
    title: Any
    lead: Any
    form: type[SectionForm]
    preset: frozenset[str] = frozenset()

    @property
    def finished(self) -> str:
        """The name of the tick that says the section is finished."""
        return f"{self.key}-finished"

    def owns(self, name: str) -> bool:
        return owns(self.form, name)

    def checked(self, answers: Answers, words: Words, *, filing: bool = False) -> Any:
        """The section's form with these answers, its errors found."""
        form = self.form.of(answers, words, filing=filing)
        form.validate()
        return form

    def mine(self, answers: Answers) -> dict[str, tuple[str, ...]]:
        """Those of the answers that belong here."""
        return {name: tuple(values) for name, values in answers.items() if self.owns(name)}

    def begun(self, answers: Answers) -> bool:
        """Whether anybody has written anything here."""
        ours = self.mine(answers).items()
        return any(_typed(values) for name, values in ours if name not in {*self.preset, self.finished})

    def state(self, answers: Answers, words: Words) -> State:
        """Not started, being worked on, in need of more, or done: finished as its author says, and without errors."""
        finished = _typed(answers.get(self.finished, ()))
        wrong = any(errors(self.checked(answers, words, filing=finished)))
        if wrong and (finished or self.begun(answers)):
            return "fix"
        if finished:
            return "done"
        return "doing" if self.begun(answers) else "todo"


def _typed(values: Sequence[str]) -> bool:
    return any(value.strip() for value in values)


SECTIONS: tuple[Section, ...] = (
    Section(
        "setting",
        _("Setting of the interview"),
        _("Who talked to whom, when, how and in which language."),
        SettingForm,
        frozenset({"setting-date", "setting-language", "setting-interviewer"}),
    ),
    Section(
        "consent",
        _("Consent and safety"),
        _("What the person agreed to, use by use. What is not answered counts as no."),
        ConsentForm,
    ),
    Section(
        "witness",
        _("The person"),
        _("The identity is sealed apart from the account; very few people can ever open it."),
        WitnessForm,
    ),
    Section(
        "dispatch",
        _("Stays abroad for work"),
        _("Each stay on its own: who sent, on which paper, to what work, on which terms."),
        DispatchForm,
    ),
    Section(
        "narrative", _("Account and practices"), _("What was said, and which practices it tells of."), NarrativeForm
    ),
    Section(
        "themes",
        _("Focus areas and indicators"),
        _("Under which headings the account will be found."),
        ThemesForm,
        frozenset({"themes-focus"}),
    ),
    Section("places", _("Places"), _("Where the person came from, worked, slept and crossed."), PlacesForm),
    Section("people", _("People and bodies"), _("Who else is named, and who would be in danger."), PeopleForm),
    Section("events", _("Events"), _("Single acts: what, when, where, to whom, by whom."), EventsForm),
    Section(
        "attachments",
        _("Attachments"),
        _("Consent form, photographs, sound. Sealed like the account."),
        AttachmentsForm,
    ),
    Section("reliability", _("Assessment"), _("Your own judgement. It stays with the case team."), ReliabilityForm),
)
BY_KEY = {section.key: section for section in SECTIONS}
KEYS = tuple(BY_KEY)


def following(key: str) -> str | None:
    """The section after this one."""
    at = KEYS.index(key) + 1
    return KEYS[at] if at < len(KEYS) else None


def preset(today: date, language: str, interviewer: str) -> dict[str, tuple[str, ...]]:
    """What a new draft comes with."""
    return {
        "setting-date": (today.isoformat(),),
        "setting-language": (language if language in ("ko", "en") else "ko",),
        "setting-interviewer": (interviewer,),
        "themes-focus": (PRESET_FOCUS,),
    }


def same_setting(answers: Answers) -> dict[str, tuple[str, ...]]:
    """The answers of a setting that another testimony may begin with."""
    section = BY_KEY["setting"]
    return {name: values for name, values in section.mine(answers).items() if name != section.finished}


def title(answers: Answers) -> str:
    """How the author recognises a draft: where it was, and how the account begins. Their own words, shown to them."""
    text = " ".join("".join(answers.get("narrative-text", ())).split())
    place = "".join(answers.get("setting-place", ())).strip()
    begins = text[:60] + ("…" if len(text) > 60 else "")
    return " · ".join(part for part in (place, begins) if part)


# -- said back


def told(fields: Any) -> Iterator[tuple[str, str, str]]:
    """Everything that was answered: the field's id, its question, and the answer in words."""
    for field in fields:
        if isinstance(field, FieldList):
            for n, entry in enumerate((e for e in field.entries if not e.blank), 1):
                for id_, label, text in told(entry.form):
                    yield id_, f"{field.label.text} {n} · {label}", text
        elif isinstance(field, Tick):
            if not field.blank and not field.name.endswith("finished"):
                yield field.id, str(field.label.text), str(_("yes"))
        elif not field.blank and not isinstance(field, Hidden) and field.name != "narrative-rejected":
            yield field_id(field), str(field.label.text), _answer(field)


def field_id(field: Any) -> str:
    """The id that a link to a field goes to."""
    return str(field.form["value"].id if isinstance(field, AnswerField) else field.id)


def _answer(field: Any) -> str:
    if isinstance(field, When):
        return f"{field.typed.strip()} ({field.understood})" if field.understood else field.typed.strip()
    return str(getattr(field, "chosen", None) or field.typed).strip()
