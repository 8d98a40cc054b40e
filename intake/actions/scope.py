"""Whose testimonies somebody may search, together: `casework` and the restricted compartments they are in.

Each such set of compartments has one search file of its own, so that nothing in the file one asks is of a compartment
one is not in. What is kept or leaves for everybody is asked of the file of `casework` alone, whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from intake.errors import N_, Damaged, Unauthenticated
from intake.models.compartment import CASEWORK, Compartment, CompartmentKind, Grant
from intake.models.restricted import Restricted, RestrictedContent
from intake.readmodel.file import discard
from intake.sealing.keyring import set_name
from intake.sealing.keys import Secret
from intake.work import Work


@dataclass(frozen=True)
class Scope:
    """A set of compartments, each in its newest epoch. `wide`: `casework`, which everybody who searches is in."""

    compartments: tuple[tuple[UUID, int], ...]
    wide: UUID

    @property
    def ids(self) -> tuple[UUID, ...]:
        return tuple(compartment for compartment, _ in self.compartments)

    @property
    def name(self) -> UUID:
        """What its search file is called: another name for another set, and after every new key."""
        return set_name(self.compartments)

    @property
    def epoch(self) -> int:
        return dict(self.compartments)[self.wide]

    @property
    def narrowed(self) -> bool:
        """Whether there are restricted compartments in it."""
        return len(self.compartments) > 1

    def key(self, work: Work) -> Secret:
        """The key of its search file. `Unauthenticated` when a key was changed since the actor signed in."""
        try:
            return work.actor.keyring.read_model(self.compartments)
        except Damaged:
            raise Unauthenticated(N_("The keys were changed. Please sign in again.")) from None


def scope_of(work: Work, *, shared: bool = False) -> Scope:
    """What the actor may search; `shared`: only what everybody may who is in `casework`."""
    ring = work.actor.keyring.compartments
    query = select(Compartment).where(_SEARCHED, Compartment.id.in_(ring))
    held = [one for one in work.db.scalars(query) if one.kind is not CompartmentKind.RESTRICTED or not shared]
    wide = [one.id for one in held if one.name == CASEWORK]
    if not wide:
        raise Damaged
    return Scope(tuple(sorted((one.id, one.epoch) for one in held)), wide[0])


_SEARCHED = or_(Compartment.name == CASEWORK, Compartment.kind == CompartmentKind.RESTRICTED)


def restricted_names(work: Work) -> dict[UUID, str]:
    """What the restricted compartments are called that the actor is in, by id."""
    return {one.id: work.open(RestrictedContent, one).name for one in work.all(Restricted)}


# -- files of sets that nobody has any more


def sweep(work: Work) -> None:
    """Once the verb has happened, remove every search file of a set of compartments and keys that nobody has."""
    wanted = {f"{name.hex}.db" for name in _sets(work)}
    folder = work.instance.read_model("any").parent

    def remove() -> None:
        for path in folder.glob("*.db"):
            if path.name not in wanted:
                discard(path)
                path.with_name(path.name + ".lock").unlink(missing_ok=True)

    work.after_commit(remove)


def _sets(work: Work) -> Iterable[UUID]:
    """The sets that people have now; that of `casework` alone is always wanted."""
    query = select(Grant.account_id, Compartment.id, Compartment.epoch, Compartment.name).where(
        _SEARCHED, Grant.compartment_id == Compartment.id, Grant.epoch == Compartment.epoch
    )
    held: dict[UUID, set[tuple[UUID, int]]] = {}
    for row in work.db.execute(query):
        held.setdefault(row.account_id, set()).add((row.id, row.epoch))
        if row.name == CASEWORK:
            yield set_name([(row.id, row.epoch)])
    yield from (set_name(one) for one in held.values())
