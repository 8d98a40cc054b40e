"""Consent that executes: what a witness allowed, asked in code before anything leaves."""

from __future__ import annotations

from dataclasses import dataclass

from intake.errors import N_, Invalid
from intake.models.testimony import Consent
from intake.work import Work

LEVELS = ("N3", "N2", "N1", "N0")
"""Identity levels from least to most identifying: totals only, anonymised, pseudonym with detail, named."""


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


def check_consent(work: Work, consent: Consent, *, audience: str, purpose: str, identity: str) -> None:
    """`Invalid` unless the witness allowed this purpose, for this audience, this identifiable, by today.

    What the matrix does not say is a no; a permission for a more identifying level covers the less identifying ones.
    """
    if identity not in LEVELS:
        raise Invalid(fields={"identity": [N_("Choose how identifiable the witness may be.")]})
    allowed = [p for p in consent.permissions if p.audience == audience and p.purpose == purpose]
    if not allowed:
        raise Invalid(
            N_("The witness did not agree to this."),
            fields={"audience": [N_("The witness did not agree to this purpose for this audience.")]},
        )
    if max(LEVELS.index(p.identity) for p in allowed) < LEVELS.index(identity):
        raise Invalid(
            N_("The witness did not agree to this."),
            fields={"identity": [N_("The witness did not agree to be this identifiable.")]},
        )
    if consent.embargo_until and consent.embargo_until > work.today.isoformat():
        raise Invalid(
            N_("The witness asked for an embargo that has not ended."),
            fields={"audience": [N_("The embargo has not ended.")]},
        )
