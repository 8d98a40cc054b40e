"""The kinds of questions a form can ask. Each keeps what was typed and gives what it means.

All of them: `typed` is the raw text, shown again whatever it is; `data` is the meaning, for content. Errors are message
ids (translated where they are shown). `needed` fields may be empty in a draft, but not when it is filed
(`meta.filing`). What a choice is called comes from `meta.words`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from flask_babel import format_date
from flask_babel import lazy_gettext as _
from wtforms import Field, ValidationError
from wtforms.validators import StopValidation
from wtforms.widgets import (
    CheckboxInput,
    HiddenInput,
    TextArea,
    TextInput,
)

from intake.errors import N_, Invalid
from intake.forms.words import Words
from intake.language import dates

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
