"""Raw answers of a draft become a testimony and a witness here, or every field that stands in the way is named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any
from uuid import UUID

from intake.errors import N_, Invalid
from intake.forms.choices import NO_CHOICE
from intake.forms.consent import CELLS
from intake.forms.layout import errors
from intake.forms.sections import SECTIONS, Answers
from intake.forms.words import Words
from intake.language.normalise import nfc, problem
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.testimony import TestimonyContent, WitnessContent

Parse = Callable[[Answers], tuple[TestimonyContent, WitnessContent]]
Forms = Mapping[str, Any]
CASE, READERS = "setting-case", "setting-readers"


def parser(
    vocabulary: Vocabulary, gazetteer: Gazetteer, cases: Collection[UUID] = (), readers: Collection[UUID] = ()
) -> Parse:
    """The function that reads a draft's answers by this vocabulary. `cases` are those its author may choose, `readers`
    the restricted compartments they may file into.

    It raises `Invalid` whose `fields` maps a form field's name to message ids.
    """
    words = Words(vocabulary, gazetteer)

    def parse(answers: Answers) -> tuple[TestimonyContent, WitnessContent]:
        return _parse(answers, words, frozenset(cases), frozenset(readers))

    return parse


def restricted_to(answers: Answers) -> UUID | None:
    """The restricted compartment that a draft's author chose to file into; None for everybody in casework."""
    chosen = "".join(answers.get(READERS, ())).strip()
    try:
        return UUID(chosen) if chosen else None
    except ValueError:
        raise Invalid(fields={READERS: [NO_CHOICE]}) from None


def _parse(
    answers: Answers, words: Words, cases: frozenset[UUID], readers: frozenset[UUID]
) -> tuple[TestimonyContent, WitnessContent]:
    composed = {name: tuple(nfc(value) for value in values) for name, values in answers.items()}
    fields = dict(_unstorable(composed))
    if fields:
        raise Invalid(fields=fields)
    forms = {section.key: section.checked(composed, words, filing=True) for section in SECTIONS}
    for form in forms.values():
        fields.update(errors(form))
    for name, message in _contradictions(forms, cases, readers):
        fields.setdefault(name, []).append(message)
    if fields:
        raise Invalid(fields=fields)
    return _content(forms), forms["witness"].content()


def problems(answers: Answers, parse: Parse) -> dict[str, list[str]]:
    """What stands in the way of filing these answers, by field; empty when nothing does."""
    try:
        parse(answers)
    except Invalid as invalid:
        return invalid.fields
    return {}


def _unstorable(answers: Answers) -> Iterator[tuple[str, list[str]]]:
    for name, values in answers.items():
        found = [said for said in map(problem, values) if said]
        if found:
            yield name, found


def _contradictions(forms: Forms, cases: frozenset[UUID], readers: frozenset[UUID]) -> Iterator[tuple[str, str]]:
    """What no section can see alone."""
    setting, consent, witness = forms["setting"], forms["consent"], forms["witness"]
    nameless = witness["name"].blank and witness["name_latin"].blank
    for name in CELLS:
        if nameless and consent[name].data == "N0":
            yield consent[name].name, N_("This is allowed by name, but no name is written under “The person”.")
    until, held = consent["withdrawal_until"].data, setting["date"].data
    if until and held and not setting["date"].errors and until < held:
        yield consent["withdrawal_until"].name, N_("This is before the interview.")
    case = setting["case"]
    if case.data and not case.errors and UUID(case.data) not in cases:
        yield case.name, NO_CHOICE
    chosen = setting["readers"]
    if chosen.data and not chosen.errors and UUID(chosen.data) not in readers:
        yield chosen.name, N_("You can no longer file for these readers. Choose again who will be able to read this.")


def _content(forms: Forms) -> TestimonyContent:
    setting, witness, narrative, themes = (forms[key] for key in ("setting", "witness", "narrative", "themes"))
    held = setting.content()
    case = setting["case"].data
    return TestimonyContent(
        language=held.language,
        narrative=narrative["text"].data,
        witness_code=witness.content().code,
        setting=held,
        consent=forms["consent"].content(),
        sex=witness["sex"].data,
        birth_band=witness.band(),
        origin=witness["origin"].data,
        occupation=witness["occupation"].data,
        legs=forms["dispatch"].content(),
        mechanisms=narrative.content(),
        mechanisms_denied=themes["denied"].data,
        places=forms["places"].content(),
        focus_areas=themes["focus"].data,
        indicators=themes["indicators"].data,
        people=forms["people"].content(),
        events=forms["events"].content(),
        reliability=forms["reliability"].content(),
        private_note=forms["reliability"]["private_note"].data,
        case_id=UUID(case) if case else None,
    )
