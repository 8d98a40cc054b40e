"""Consent that executes: what a witness allowed, asked in code before anything leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake.errors import N_, Invalid
from intake.models.testimony import Consent, Permission
from intake.work import Work

LEVELS = ("N3", "N2", "N1", "N0")
"""Identity levels from least to most identifying: totals only, anonymised, pseudonym with detail, named."""
IN_WORDS = ("N2", "N1", "N0")
"""Levels at which a text may leave at all; totals only is no text."""


@dataclass(frozen=True)
class Ceiling:
    """The most a consent allows, shown on every page of a testimony: per audience the most identifying level."""

    by_audience: tuple[tuple[str, str], ...]
    embargo_until: str
    restrictions: str

    @classmethod
    def of(cls, consent: Consent) -> Ceiling:
        most: dict[str, str] = {}
        for permission in consent.permissions:
            held = most.get(permission.audience, LEVELS[0])
            most[permission.audience] = max(held, permission.identity, key=LEVELS.index)
        return cls(tuple(sorted(most.items())), consent.embargo_until, consent.restrictions)


@dataclass(frozen=True)
class Offer:
    """One cell of the matrix that a release could rest on, with the levels it covers, or why it cannot."""

    audience: str
    purpose: str
    levels: tuple[str, ...]
    refusal: str = ""


def offers(consent: Consent, today: date) -> tuple[Offer, ...]:
    """Every audience and purpose the witness was asked about and agreed to, the widest level last; with the reason
    where nothing may leave all the same."""
    cells: dict[tuple[str, str], str] = {}
    for permission in consent.permissions:
        at = (permission.audience, permission.purpose)
        cells[at] = max(cells.get(at, LEVELS[0]), permission.identity, key=LEVELS.index)
    return tuple(_offer(consent, today, *at, most) for at, most in sorted(cells.items()))


def _offer(consent: Consent, today: date, audience: str, purpose: str, most: str) -> Offer:
    levels = tuple(level for level in IN_WORDS if LEVELS.index(level) <= LEVELS.index(most))
    if not levels:
        return Offer(audience, purpose, (), N_("Only totals were agreed to: no text of it may leave."))
    if embargoed(consent, today):
        return Offer(audience, purpose, levels, N_("The embargo has not ended."))
    return Offer(audience, purpose, levels)


def embargoed(consent: Consent, today: date) -> bool:
    """Whether the witness asked that nothing leaves before a day that has not come. An unreadable day counts as one."""
    if not consent.embargo_until:
        return False
    try:
        return date.fromisoformat(consent.embargo_until) > today
    except ValueError:
        return True


def check_consent(work: Work, consent: Consent, *, audience: str, purpose: str, identity: str) -> Permission:
    """The permission that allows this purpose, for this audience, this identifiable, today; `Invalid` without one.

    What the matrix does not say is a no; a permission for a more identifying level covers the less identifying ones.
    """
    if identity not in IN_WORDS:
        raise Invalid(fields={"identity": [N_("Choose how identifiable the witness may be.")]})
    allowed = [p for p in consent.permissions if p.audience == audience and p.purpose == purpose]
    if not allowed:
        raise Invalid(
            N_("The witness did not agree to this."),
            fields={"purpose": [N_("The witness did not agree to this purpose for this audience.")]},
        )
    most = max(allowed, key=lambda p: LEVELS.index(p.identity))
    if LEVELS.index(most.identity) < LEVELS.index(identity):
        raise Invalid(
            N_("The witness did not agree to this."),
            fields={"identity": [N_("The witness did not agree to be this identifiable.")]},
        )
    if embargoed(consent, work.today):
        raise Invalid(
            N_("The witness asked for an embargo that has not ended."),
            fields={"purpose": [N_("The embargo has not ended.")]},
        )
    return most
