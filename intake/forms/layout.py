"""How questions are put together: an answer with its reason for none, rows of a repeated group, a whole section.

Names of fields are stable: a row keeps its number when another is taken out, and a section knows which names are its
own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _
from wtforms import FieldList, Form, FormField, ValidationError

from intake.errors import N_
from intake.forms.choices import Term
from intake.forms.words import Words
from intake.models.testimony import Answer

BOTH = N_("Give an answer, or say why there is none, not both.")


class PlainForm(Form):
    """A form whose fields are ours."""

    def __getitem__(self, name: str) -> Any:
        return super().__getitem__(name)

    def __iter__(self) -> Iterator[Any]:
        return super().__iter__()


class Part(FormField):  # type: ignore[type-arg]
    """A form inside a form, told the same words."""

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:  # noqa: ARG002
        meta = {"words": self.meta.words, "filing": self.meta.filing}
        self.object_data = data
        self.form = self.form_class(formdata=formdata, prefix=self.name + self.separator, meta=meta)

    @property
    def blank(self) -> bool:
        return all(field.blank for field in self.form)


class _AnswerForm(PlainForm):
    absence = Term(_("No answer because"), scheme="answer-gap", empty=_("or why not"))

    def validate_absence(self, field: Any) -> None:
        if not field.blank and not self["value"].blank:
            raise ValidationError(BOTH)


class AnswerField(Part):
    """A value, or which of the different non-answers it was. `data` is an `Answer`; both parts go by its question."""

    def __init__(self, label: Any = None, *, value: Any, why: Any = "", **kwargs: Any) -> None:
        form = type("AnswerForm", (_AnswerForm,), {"value": value})
        super().__init__(form, label, **kwargs)
        self.why = why

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        super().process(formdata, data, extra_filters)
        for part in self.form:
            part.label.text = self.label.text

    @property
    def data(self) -> Answer:  # type: ignore[override]
        return Answer(value=str(self.form["value"].data or ""), gap=str(self.form["absence"].data or ""))

    @property
    def typed(self) -> str:
        gap = self.form["absence"]
        return str(self.form["value"].typed if gap.blank else gap.chosen)


class RowForm(PlainForm):
    """One row of a repeated group; an empty row is no row."""

    @property
    def blank(self) -> bool:
        return all(field.blank for field in self)

    def validate(self, extra_validators: Any = None) -> bool:
        return self.blank or super().validate(extra_validators)


class Rows(FieldList):  # type: ignore[type-arg]
    """A repeated group. Its rows keep their numbers, so that names do not move when one is taken out."""

    def __init__(self, row: type[RowForm], label: Any = None, *, most: int = 50, **kwargs: Any) -> None:
        super().__init__(Part(row), label, max_entries=most, **kwargs)

    def _compact_indices(self) -> None:
        """A row keeps its number: what is stored under its name must be found again."""

    @property
    def blank(self) -> bool:
        return all(entry.blank for entry in self.entries)

    def filled(self) -> list[tuple[str, Any]]:
        """Name and form of every row in which something stands."""
        return [(entry.name, entry.form) for entry in self.entries if not entry.blank]


class SectionForm(PlainForm):
    """One section of a testimony. `PREFIX` stands before the names of its fields; a section that is one repeated group
    goes by the group's name alone and has no prefix."""

    PREFIX: ClassVar[str] = ""

    @classmethod
    def of(cls, answers: Mapping[str, Sequence[str]], words: Words | None, *, filing: bool = False) -> Any:
        """The form holding these answers, whatever they are."""
        return cls(
            formdata=_Answers({name: list(values) for name, values in answers.items() if owns(cls, name)}),
            prefix=cls.PREFIX,
            meta={"words": words, "filing": filing},
        )


@cache
def _names(form: type[SectionForm]) -> re.Pattern[str]:
    blank = form(formdata=None, prefix=form.PREFIX, meta={"words": None, "filing": False})
    return re.compile("|".join(_patterns(blank)))


def _patterns(fields: Iterable[Any]) -> Iterator[str]:
    for field in fields:
        if isinstance(field, FieldList):
            row = field.append_entry()
            for pattern in _patterns(row.form):
                yield pattern.replace(re.escape(f"{row.name}-"), re.escape(f"{field.name}-") + "[0-9]{1,4}-", 1)
        elif isinstance(field, FormField):
            yield from _patterns(field.form)
        else:
            yield re.escape(field.name)


def owns(form: type[SectionForm], name: str) -> bool:
    """Whether a field of this name belongs to the section."""
    return _names(form).fullmatch(name) is not None


class _Answers(dict[str, list[str]]):
    """Answers as WTForms reads them: there even when empty."""

    def __bool__(self) -> bool:
        return True

    def getlist(self, name: str) -> list[str]:
        return self.get(name, [])


def errors(form: Iterable[Any]) -> Iterator[tuple[str, list[str]]]:
    """Every field with an error, by its name, with its message ids."""
    for field in form:
        if isinstance(field, FieldList):
            yield from errors(field.entries)
        elif isinstance(field, FormField):
            yield from errors(field.form)
        elif field.errors:
            yield field.name, list(field.errors)


def _leaves(form: Iterable[Any]) -> Iterator[Any]:
    for field in form:
        if isinstance(field, FieldList):
            yield from _leaves(field.entries)
        elif isinstance(field, FormField):
            yield from _leaves(field.form)
        else:
            yield field


def mark(form: Any, messages: Mapping[str, Sequence[str]]) -> Any:
    """The form with these message ids at its fields, beside those it has."""
    for field in _leaves(form):
        if field.name in messages:
            field.errors = [*field.errors, *(m for m in messages[field.name] if m not in field.errors)]
    return form


def labels(form: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """The name and the question of every field, in the order of the page; of a row, with what it is and its number."""
    for field in form:
        if isinstance(field, FieldList):
            for n, entry in enumerate(field.entries, 1):
                yield from ((name, f"{field.label.text} {n} · {label}") for name, label in labels(entry.form))
        elif isinstance(field, AnswerField):
            yield from ((part.name, str(field.label.text)) for part in field.form)
        else:
            yield field.name, str(field.label.text)


def translate(form: Any, said: Callable[[str], str]) -> Any:
    """The form with its messages in the reader's language."""
    for field in _leaves(form):
        field.errors = [said(message) for message in field.errors]
    return form
