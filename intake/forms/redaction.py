"""What reviewers type: a consent's cell, spans, reasons. Raw input becomes a span here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    Form,
    HiddenField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)

from intake.actions.decisions import SOMEBODY_NEW, SpanGiven, new_id
from intake.errors import N_, Invalid
from intake.language.normalise import nfc
from intake.models.redaction import Decision, Method, TurnedDown

Answers = Mapping[str, tuple[str, ...]]
MOST_AT_ONCE = 2_000

METHODS = [
    (Method.PSEUDONYM.value, _("pseudonym")),
    (Method.GENERALISE.value, _("generalise")),
    (Method.MASK.value, _("mask")),
    (Method.DELETE.value, _("delete")),
    (Method.KEEP.value, _("keep")),
]


class StartForm(Form):
    cell = RadioField(_("What it will be released for"))


class SpanForm(Form):
    """One span, to be shown again as it was typed; the page draws the choices."""

    start = IntegerField(_("From character"))
    end = IntegerField(_("To character"))
    quote = TextAreaField(_("Words"))
    kind = StringField(_("What it is"))
    method = StringField(_("What happens to it"), default=Method.PSEUDONYM.value)
    replacement = StringField(_("What stands there instead"))
    reason = StringField(_("Reason"))
    note = StringField(_("Note"), description=_("Stays inside. Needed for what is kept."))
    group = StringField(_("Who or what it is"))
    everywhere = BooleanField(_("Everywhere in the text"))
    rule = BooleanField(_("In every other text too: remember it as a rule"))
    version = HiddenField()


class FieldsForm(Form):
    fields = SelectMultipleField(_("Facts that go along"))
    version = HiddenField()


class TextForm(Form):
    """A question, a remark, a guess, an objection."""

    text = TextAreaField(_("Words"))


def one(answers: Answers, name: str) -> str:
    values = answers.get(name)
    return values[-1].strip() if values else ""


def version(answers: Answers) -> int | None:
    """The version the page was made from; None when it does not say."""
    said = one(answers, "version")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 12 else None


def steps(answers: Answers) -> int:
    """How many steps to take back; one unless the page says another number."""
    said = one(answers, "steps")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def as_given(old: Decision | None) -> dict[str, object]:
    """What the span form shows: a decision to be changed, or nothing chosen yet."""
    if old is None:
        return {"kind": "PERSON", "method": Method.PSEUDONYM.value, "reason": "R3-3P"}
    said = {name: getattr(old, name) for name in ("start", "end", "quote", "kind", "replacement", "reason", "note")}
    return {**said, "method": old.method.value, "group": old.group}


def cell(said: str) -> tuple[str, str, str]:
    """Audience, purpose and identity of a start form's choice."""
    parts = said.split("|")
    if len(parts) != 3:
        raise Invalid(fields={"cell": [N_("Choose what it will be released for.")]})
    return parts[0], parts[1], parts[2]


def _number(said: str, field: str) -> int:
    if said.isascii() and said.isdigit() and len(said) < 9:
        return int(said)
    raise Invalid(fields={field: [N_("This is not a place in the text.")]})


def _method(said: str) -> Method:
    try:
        return Method(said)
    except ValueError:
        raise Invalid(fields={"method": [N_("Choose what happens to it.")]}) from None


def place(answers: Answers) -> tuple[int, int]:
    """Start and end as numbers. `Invalid` for anything else."""
    return _number(one(answers, "start"), "start"), _number(one(answers, "end"), "end")


def placed(answers: Answers) -> bool:
    """Whether a span says where it stands; otherwise its words have to be looked for."""
    return bool(one(answers, "start") or one(answers, "end"))


def _place(answers: Answers, narrative: str) -> tuple[int, int]:
    """Where a typed span stands. Without numbers the words themselves are looked for."""
    quote = nfc((answers.get("quote") or ("",))[-1]).replace("\r\n", "\n").strip()
    if placed(answers):
        return place(answers)
    at = narrative.find(quote) if quote else -1
    if at < 0:
        raise Invalid(fields={"quote": [N_("These words do not stand in the text.")]})
    return at, at + len(quote)


def span(answers: Answers, narrative: str) -> SpanGiven:
    """One span as marked by hand. `Invalid` names the field."""
    start, end = _place(answers, narrative)
    return _given(answers, start, end, one(answers, "kind"), "", bool(one(answers, "everywhere")))


def spans(answers: Answers) -> list[SpanGiven]:
    """Suggestions accepted together: `at` is `start:end:kind:rule`, once per place; all belong to one group."""
    group = one(answers, "group") or f"g{new_id()}"
    together: Answers = {**answers, "group": (group,)}
    return [_given(together, start, end, kind, rule, False) for start, end, kind, rule in _places(answers)]


def regrouped(decisions: Sequence[Decision], into: str) -> list[SpanGiven]:
    """The same decisions about somebody else: `into` is a group, or `new`."""
    group = f"g{new_id()}" if into == SOMEBODY_NEW else into
    if not group or not decisions:
        raise Invalid(fields={"group": [N_("Choose who it is.")]})
    kept = ("start", "end", "kind", "method", "replacement", "reason", "note", "rule")
    return [SpanGiven(**{name: getattr(one, name) for name in kept}, group=group) for one in decisions]


def _given(answers: Answers, start: int, end: int, kind: str, rule: str, everywhere: bool) -> SpanGiven:
    method = _method(one(answers, "method"))
    typed = one(answers, "replacement") or one(answers, "rung")
    return SpanGiven(
        start=start,
        end=end,
        kind=kind,
        method=method,
        replacement="" if method in (Method.DELETE, Method.KEEP) else typed,
        reason=one(answers, "reason"),
        note=one(answers, "note"),
        group=one(answers, "group"),
        rule=rule,
        everywhere=everywhere,
    )


def _places(answers: Answers) -> list[tuple[int, int, str, str]]:
    places = []
    for said in answers.get("at", ())[:MOST_AT_ONCE]:
        start, end, kind, rule = [*said.split(":", 3), "", "", ""][:4]
        places.append((_number(start, "at"), _number(end, "at"), kind, rule[:80]))
    if not places:
        raise Invalid(fields={"at": [N_("Choose at least one place.")]})
    return places


def refusals(answers: Answers) -> list[TurnedDown]:
    """Suggestions turned down together; their words are read where they stand."""
    return [
        TurnedDown(
            kind=kind,
            quote="",
            start=start,
            end=end,
            reason=one(answers, "note"),
            always=one(answers, "deed") == "never",
        )
        for start, end, kind, _rule in _places(answers)
    ]
