"""What a single word for the widest audience allows, spelled out as cells of the consent matrix.

The exchange format names one audience; the application asks purpose by purpose. Each word is read narrowly: the purpose
that goes with that audience, anonymised unless the word itself says "named". Nothing is ever read into it for record
centres of a government or for courts and prosecutors (they may have duties to disclose and need a word of their own).
What is said publicly may be said to everybody who reads it, so the public words include the narrower audiences.
"""

from __future__ import annotations

from intake.models.testimony import Permission

_INTERNAL = (("record-keeping", "A1"), ("internal-analysis", "A1"))
_WIDER = {
    "partners": (("sharing-with-organisations", "A2"),),
    "un_mechanisms": (("un-or-court-submission", "A3"),),
    "researchers": (("academic-research", "A6"),),
    "media": (("press", "A7"), ("anonymous-quotation", "A7")),
    "public": (("public-report", "A8"), ("anonymous-quotation", "A8")),
}


def spelled_out(audience: str) -> tuple[Permission, ...]:
    """The matrix for `consent.audience` of the exchange format (one of its seven words)."""
    inside = [Permission(purpose=p, audience=a, identity="N1") for p, a in _INTERNAL]
    if audience == "internal":
        return tuple(inside)
    identity = "N0" if audience == "public_named" else "N2"
    words = list(_WIDER) if audience.startswith("public_") else [audience]
    wider = [
        Permission(purpose=p, audience=a, identity="N2" if p == "anonymous-quotation" else identity)
        for word in words
        for p, a in _WIDER[word]
    ]
    return (*inside, *wider)
