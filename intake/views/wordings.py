"""Kinds of things and rules of the scanner in words a reviewer reads."""

from __future__ import annotations

from intake.actions.inspection import RULES
from intake.errors import N_

KIND_WORDS = {
    "PERSON": N_("Name"),
    "FAMILY": N_("Name of a relative"),
    "BROKER": N_("Broker or helper"),
    "PHONE": N_("Telephone"),
    "MESSENGER": N_("Messenger or mail"),
    "ID_NUMBER": N_("Number of a document"),
    "BIRTH_DATE": N_("Birth"),
    "EXACT_DATE": N_("Exact date"),
    "ADDRESS": N_("Address"),
    "SMALL_PLACE": N_("Small place"),
    "WORKPLACE": N_("Workplace"),
    "UNIT": N_("Unit or sending body"),
    "OTHER_IDENTIFIER": N_("Other detail that singles out"),
    "FILE": N_("File"),
    "TRACE": N_("Trace of redacting"),
}
_RULE_WORDS: tuple[tuple[str, str], ...] = (
    ("record.witness", N_("the witness, from the identity record")),
    ("record.alias", N_("another name of the witness")),
    ("record.family", N_("a relative, from the identity record")),
    ("record.staff", N_("interviewer or interpreter")),
    ("record.contact", N_("from the identity record")),
    ("record.birth", N_("birth, from the identity record")),
    ("record.firm", N_("from the record of work")),
    ("record.dispatch", N_("date from the record of work")),
    ("record.interview", N_("date of the interview")),
    ("record.place", N_("from the record of places")),
    ("again", N_("named elsewhere in the text")),
    ("same", N_("the same words")),
    ("name.given", N_("the given name alone")),
    ("name.spelling", N_("another spelling of the name")),
    ("name.surname", N_("surname with a title")),
    ("name.romanised", N_("the name in Latin letters")),
    ("name.cyrillic", N_("the name in Cyrillic letters")),
    ("name.hanja", N_("the name in Chinese characters")),
    ("name.initials", N_("initials of the name")),
    ("name.masked", N_("a half hidden name")),
    ("name", N_("a name by the words around it")),
    ("surname", N_("a name by the words around it")),
    ("title", N_("a name by its title")),
    ("phone", N_("by its form")),
    ("number", N_("by its form")),
    ("handle", N_("by its form")),
    ("date", N_("a date")),
    ("birth", N_("a birth")),
    ("firm", N_("a firm by its words")),
    ("place", N_("a place by its words")),
    ("trait", N_("a detail that few share")),
    ("analyser", N_("a proper noun, as the analyser sees it")),
    ("mask", N_("a mask that shows a length")),
    ("brackets", N_("empty brackets")),
    ("gap", N_("a gap where something was")),
    ("particle", N_("a particle left alone")),
    ("partial", N_("left in some places")),
)


def rule_words(rule: str) -> str:
    """A message id that says a rule in words."""
    if rule in RULES:
        return RULES[rule]
    if rule.startswith("rule."):
        return N_("a rule of your own")
    tail = rule.partition("record.")[2]
    for prefix, words in _RULE_WORDS:
        if rule.startswith(prefix) or (tail and f"record.{tail}".startswith(prefix)):
            return words
    return N_("another shape of it")
