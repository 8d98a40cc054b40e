"""The kinds of questions a form can ask. Each keeps what was typed and gives what it means.

All of them: `typed` is the raw text, shown again whatever it is; `data` is the meaning, for content. Errors are message
ids (translated where they are shown). `needed` fields may be empty in a draft, but not when it is filed
(`meta.filing`). What a choice is called comes from `meta.words`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import SimpleNamespace
from typing import Any, ClassVar
from uuid import UUID

from flask_babel import format_date
from flask_babel import lazy_gettext as _
from markupsafe import Markup, escape
from wtforms import Field, FieldList, Form, FormField, ValidationError
from wtforms.validators import StopValidation
from wtforms.widgets import (
    CheckboxInput,
    HiddenInput,
    ListWidget,
    RadioInput,
    Select,
    TextArea,
    TextInput,
    html_params,
)

from intake.errors import N_, Invalid
from intake.forms.words import Words, option
from intake.language import dates
from intake.models.testimony import Answer

NEEDED = N_("This is needed before the testimony can be filed.")
TOO_LONG = N_("This is too long.")
NO_CHOICE = N_("Choose one of the answers offered.")
NO_NUMBER = N_("Write a number with the digits 0 to 9.")
OUT_OF_RANGE = N_("This number cannot be right here.")
NO_DAY = N_("Write a day, for example 2026-12-31.")
BOTH = N_("Give an answer, or say why there is none, not both.")


class Typed(Field):
    """Base of all: text as typed, with outer spaces off."""

    def __init__(
        self, label: Any = None, *, needed: bool = False, most: int = 500, why: Any = "", **kwargs: Any
    ) -> None:
        super().__init__(label, **kwargs)
        self.needed, self.most, self.why = needed, most, why
        if needed:
            self.flags.required = True

    @property
    def typed(self) -> str:
        return str(self.raw_data[-1]) if self.raw_data else ""

    @property
    def words(self) -> Words:
        found: Words = self.meta.words
        return found

    @property
    def blank(self) -> bool:
        return not any(str(value).strip() for value in self.raw_data or ())

    def _value(self) -> str:
        return self.typed

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = str(valuelist[-1]).strip() if valuelist else ""

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002 - as WTForms calls it
        if self.needed and self.meta.filing and self.blank:
            raise StopValidation(NEEDED)
        if len(self.typed) > self.most:
            raise StopValidation(TOO_LONG)
        if not self.blank:
            try:
                self.understand()
            except ValidationError as problem:
                raise StopValidation(problem.args[0]) from None

    def understand(self) -> None:
        """Turn `data` from text into meaning; ValidationError with a message id if it has none."""


class Text(Typed):
    widget = TextInput()


class Hidden(Typed):
    widget = HiddenInput()


class Long(Typed):
    widget = TextArea()  # type: ignore[assignment]

    def __init__(self, label: Any = None, *, most: int = 20_000, **kwargs: Any) -> None:
        super().__init__(label, most=most, **kwargs)


class Lines(Long):
    """One thing per line; `data` is the tuple of them."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        lines = (line.strip() for value in valuelist for line in str(value).splitlines())
        self.data = tuple(line for line in lines if line)


class Tick(Typed):
    """Yes when ticked."""

    widget = CheckboxInput()

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = bool(valuelist)

    def _value(self) -> str:
        return "yes"


class Number(Text):
    """Digits 0 to 9 with at most one point; `data` is the number as text. Commas between thousands are taken off."""

    _NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?", re.ASCII)
    _THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", re.ASCII)
    _WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

    def __init__(
        self, label: Any = None, *, least: float = 0, greatest: float = 10**9, whole: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(label, render_kw={"inputmode": "numeric" if whole else "decimal"}, **kwargs)
        self.least, self.greatest, self.whole = least, greatest, whole

    def understand(self) -> None:
        text = self.data.translate(self._WIDE)
        if self._THOUSANDS.fullmatch(text):
            text = text.replace(",", "")
        if not self._NUMBER.fullmatch(text) or (self.whole and "." in text):
            raise ValidationError(NO_NUMBER)
        if not self.least <= float(text) <= self.greatest:
            raise ValidationError(OUT_OF_RANGE)
        whole, _, rest = text.partition(".")
        rest = rest.rstrip("0")
        self.data = (whole.lstrip("0") or "0") + ("." + rest if rest else "")


class When(Text):
    """A date as people say it; `data` is EDTF. `understood` says back which days that can mean."""

    def __init__(self, label: Any = None, **kwargs: Any) -> None:
        super().__init__(label, most=100, **kwargs)

    def understand(self) -> None:
        self.data = self._read().iso()

    def _read(self) -> dates.When:
        try:
            return dates.parse_when(self.typed)
        except Invalid as problem:
            raise ValidationError(problem.message) from None

    @property
    def understood(self) -> str:
        if self.blank or self.errors:
            return ""
        try:
            when = self._read()
        except ValidationError:
            return ""
        if when.precision == "unknown":
            return str(_("not known"))
        days = [format_date(day, "long") for day in dict.fromkeys((when.earliest, when.latest))]
        return " – ".join(days)


class Day(When):
    """A date to the day; `data` is ISO 8601."""

    def understand(self) -> None:
        super().understand()
        if self._read().precision != "day":
            raise ValidationError(NO_DAY)


# -- choices


class _Options(Select):
    """A select whose options are written once for all fields that offer the same."""

    def __call__(self, field: Any, **kwargs: Any) -> Markup:
        kwargs.setdefault("id", field.id)
        attributes = html_params(name=field.name, **kwargs)
        options = field.options
        chosen = f' value="{escape(field.typed)}">'
        if field.empty:
            options = options.replace(option("", ""), option("", field.empty), 1)
        if not field.blank:
            options = options.replace(chosen, chosen.replace(">", " selected>"), 1)
        return Markup(f"<select {attributes}>{options}</select>")  # noqa: S704 - options and attributes are escaped


class Choice(Typed):
    """One of a few answers that are the same everywhere: pairs of value and label."""

    widget = _Options()

    def __init__(
        self, label: Any = None, *, choices: Sequence[tuple[str, Any]] = (), empty: Any = "", **kwargs: Any
    ) -> None:
        super().__init__(label, **kwargs)
        self.choices, self.empty = tuple(choices), empty

    def pairs(self) -> Sequence[tuple[str, Any]]:
        return self.choices

    @property
    def options(self) -> str:
        return "".join(option(value, label) for value, label in (("", ""), *self.pairs()))

    @property
    def chosen(self) -> str:
        """The label of what was chosen, or what was typed instead."""
        return next((str(label).strip() for value, label in self.pairs() if value == self.typed), self.typed)

    def understand(self) -> None:
        if self.data not in {value for value, _ in self.pairs()}:
            raise ValidationError(NO_CHOICE)


class Radios(Choice):
    """The same, all to be seen at once."""

    widget = ListWidget(prefix_label=False)  # type: ignore[assignment]
    option_widget = RadioInput()

    def __iter__(self) -> Iterator[_Option]:
        for n, (value, label) in enumerate(self.pairs()):
            yield _Option(self.name, f"{self.id}-{n}", value, label, value == self.typed)


class _Option:
    """One radio button of a field: called, it draws itself."""

    def __init__(self, name: str, id_: str, value: str, label: Any, chosen: bool) -> None:
        self.label = SimpleNamespace(text=label)
        self._attributes: dict[str, Any] = {"type": "radio", "name": name, "id": id_, "value": value}
        if chosen:
            self._attributes["checked"] = True

    def __call__(self, **kwargs: Any) -> Markup:
        return Markup(f"<input {html_params(**self._attributes, **kwargs)}>")  # noqa: S704 - html_params escapes


class Term(Choice):
    """One term of a scheme of the vocabulary, narrower terms set in below their broader ones."""

    def __init__(self, label: Any = None, *, scheme: str, combobox: bool = False, **kwargs: Any) -> None:
        if combobox:
            kwargs["render_kw"] = {"data-combobox": f"/vocabulary/terms/{scheme}.json", **kwargs.get("render_kw", {})}
        super().__init__(label, **kwargs)
        self.scheme = scheme

    def pairs(self) -> Sequence[tuple[str, Any]]:
        return self.words.terms(self.scheme)

    @property
    def options(self) -> str:
        return self.words.term_options(self.scheme)

    def understand(self) -> None:
        concept = self.words.vocabulary.find(self.data)
        if concept is None or concept.scheme != self.scheme:
            raise ValidationError(NO_CHOICE)


class TermRadios(Radios):
    """One term of a scheme, all to be seen at once. `extra`: answers beside the vocabulary's."""

    def __init__(self, label: Any = None, *, scheme: str, extra: Sequence[tuple[str, Any]] = (), **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.scheme, self.extra = scheme, tuple(extra)

    def pairs(self) -> Sequence[tuple[str, Any]]:
        return (*self.words.terms(self.scheme), *self.extra)


class CaseChoice(Choice):
    """One of the cases the person may choose (`words.cases`). Without any there is nothing to choose."""

    def pairs(self) -> Sequence[tuple[str, Any]]:
        return self.words.cases

    def understand(self) -> None:
        """Which cases somebody may choose is known to the case itself; here only that it is an id at all."""
        try:
            UUID(self.data)
        except ValueError:
            raise ValidationError(NO_CHOICE) from None


class Terms(Typed):
    """Any number of terms of a scheme, as ticks; `data` is the tuple of ids."""

    widget = Select(multiple=True)  # type: ignore[assignment]

    def __init__(self, label: Any = None, *, scheme: str, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.scheme = scheme

    def iter_choices(self) -> Iterator[tuple[str, str, bool, dict[str, Any]]]:
        given = set(self.raw_data or ())
        for value, label in self.words.terms(self.scheme):
            yield value, label, value in given, {}

    def has_groups(self) -> bool:
        return False

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = tuple(dict.fromkeys(value for value in map(str, valuelist) if value))

    def understand(self) -> None:
        vocabulary = self.words.vocabulary
        for term in self.data:
            concept = vocabulary.find(term)
            if concept is None or concept.scheme != self.scheme:
                raise ValidationError(NO_CHOICE)

    @property
    def chosen(self) -> str:
        return ", ".join(label.strip() for _, label, given, _ in self.iter_choices() if given)


class PlaceChoice(Choice):
    """A place of the gazetteer, found by any of its names in four scripts. `coarse`: countries and provinces only."""

    def __init__(self, label: Any = None, *, coarse: bool = False, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.coarse = coarse

    def pairs(self) -> Sequence[tuple[str, Any]]:
        return self.words.places(self.coarse)

    @property
    def options(self) -> str:
        return self.words.place_options(self.coarse)


# -- questions that may have a reason instead of an answer


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
