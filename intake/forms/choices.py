"""Questions answered by choosing: a few answers, terms of the vocabulary, places, cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from markupsafe import Markup, escape
from wtforms import ValidationError
from wtforms.widgets import ListWidget, RadioInput, Select, html_params

from intake.errors import N_
from intake.forms.fields import Typed
from intake.forms.words import option

NO_CHOICE = N_("Choose one of the answers offered.")


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


class ReadersChoice(CaseChoice):
    """Who is to read it: one of the restricted compartments that the person was given a label for, or nothing."""

    def pairs(self) -> Sequence[tuple[str, Any]]:
        return self.words.readers


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
