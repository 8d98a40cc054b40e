"""Who somebody is, and the whole policy: which role may do which verb. What is not here, nobody may.

Need-to-know is enforced by keys first: a role without the key opens nothing, whatever this table says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from intake.models.account import Role
from intake.models.compartment import CASEWORK, IDENTITIES, REGISTRY
from intake.sealing.keyring import Keyring

INTERVIEWER, REVIEWER, COORDINATOR, ADMINISTRATOR = Role
EVERYONE = frozenset(Role)
STAFF = frozenset({INTERVIEWER, REVIEWER, COORDINATOR})
MEMBERS = frozenset({REVIEWER, COORDINATOR})
PUBLIC = EVERYONE | {None}

COMPARTMENTS: dict[Role, tuple[str, ...]] = {
    INTERVIEWER: (REGISTRY,),
    REVIEWER: (REGISTRY, CASEWORK, IDENTITIES),
    COORDINATOR: (REGISTRY, CASEWORK),
    ADMINISTRATOR: (),
}
"""The built-in compartments a person of each role is admitted to."""


@dataclass(frozen=True)
class Actor:
    """Somebody at the gate. Nobody is `NOBODY`: no id, no role, an empty key ring."""

    id: UUID | None = None
    name: str = ""
    role: Role | None = None
    language: str = ""
    admitted: bool = False
    personal: UUID | None = None
    keyring: Keyring = field(default_factory=lambda: Keyring({}))
    session_id: UUID | None = None
    step_up_until: datetime | None = None


NOBODY = Actor()

POLICY: dict[str, frozenset[Role | None]] = {
    "account.activate": PUBLIC,
    "account.change_password": EVERYONE,
    "account.close": frozenset({ADMINISTRATOR}),
    "account.end_session": EVERYONE,
    "account.invite": frozenset({ADMINISTRATOR}),
    "account.list": frozenset({ADMINISTRATOR}),
    "account.read": EVERYONE,
    "account.set_language": EVERYONE,
    "account.sign_in": PUBLIC,
    "account.sign_out": EVERYONE,
    "account.step_up": EVERYONE,
    "case.assign": frozenset({COORDINATOR}),
    "case.choose": frozenset({COORDINATOR}),
    "case.edit": frozenset({COORDINATOR}),
    "case.group": frozenset({COORDINATOR}),
    "case.list": frozenset({COORDINATOR}),
    "case.read": frozenset({COORDINATOR}),
    "case.relieve": frozenset({COORDINATOR}),
    "case.start": frozenset({COORDINATOR}),
    "case.ungroup": frozenset({COORDINATOR}),
    "compartment.admit": MEMBERS,
    "compartment.list": MEMBERS,
    "compartment.remove": frozenset({REVIEWER}),
    "draft.attach": frozenset({INTERVIEWER}),
    "draft.detach": frozenset({INTERVIEWER}),
    "draft.discard": frozenset({INTERVIEWER}),
    "draft.hint": frozenset({INTERVIEWER}),
    "draft.list": frozenset({INTERVIEWER}),
    "draft.read": frozenset({INTERVIEWER}),
    "draft.save": frozenset({INTERVIEWER}),
    "draft.start": frozenset({INTERVIEWER}),
    "export.check": frozenset({COORDINATOR}),
    "export.list": MEMBERS,
    "export.take": frozenset({COORDINATOR}),
    "figure.compare": frozenset({COORDINATOR}),
    "figure.map": frozenset({COORDINATOR}),
    "figure.tabulate": frozenset({COORDINATOR}),
    "figure.timeline": frozenset({COORDINATOR}),
    "instance.found": PUBLIC,
    "journal.list": frozenset({ADMINISTRATOR}),
    "journal.verify": frozenset({ADMINISTRATOR}),
    "query.discard": frozenset({COORDINATOR}),
    "query.list": frozenset({COORDINATOR}),
    "query.read": frozenset({COORDINATOR}),
    "query.renew": frozenset({COORDINATOR}),
    "query.save": frozenset({COORDINATOR}),
    "redaction.allow": frozenset({REVIEWER}),
    "redaction.check": frozenset({REVIEWER}),
    "redaction.decide": frozenset({REVIEWER}),
    "redaction.read": frozenset({REVIEWER}),
    "redaction.remark": frozenset({REVIEWER}),
    "redaction.renew": frozenset({REVIEWER}),
    "redaction.reopen": frozenset({REVIEWER}),
    "redaction.restore": frozenset({REVIEWER}),
    "redaction.send": frozenset({REVIEWER}),
    "redaction.set_aside": frozenset({REVIEWER}),
    "redaction.settle": frozenset({REVIEWER}),
    "redaction.start": frozenset({REVIEWER}),
    "redaction.take": frozenset({REVIEWER}),
    "redaction.turn_down": frozenset({REVIEWER}),
    "redaction.undo": frozenset({REVIEWER}),
    "release.collect": MEMBERS,
    "release.compare": MEMBERS,
    "release.download": MEMBERS,
    "release.hand_out": MEMBERS,
    "release.list": MEMBERS,
    "release.read": MEMBERS,
    "release.recall": frozenset({REVIEWER}),
    "release.tell": MEMBERS,
    "restricted.admit": MEMBERS,
    "restricted.assign": MEMBERS,
    "restricted.choose": frozenset({COORDINATOR}),
    "restricted.create": frozenset({COORDINATOR}),
    "restricted.dismiss": MEMBERS,
    "restricted.list": MEMBERS,
    "restricted.read": MEMBERS,
    "restricted.relieve": MEMBERS,
    "review.agree": frozenset({REVIEWER}),
    "review.approve": frozenset({REVIEWER}),
    "review.guess": frozenset({REVIEWER}),
    "review.object": frozenset({REVIEWER}),
    "review.preview": frozenset({REVIEWER}),
    "review.read": frozenset({REVIEWER}),
    "review.return": frozenset({REVIEWER}),
    "rule.add": frozenset({REVIEWER}),
    "rule.list": frozenset({REVIEWER}),
    "rule.switch": frozenset({REVIEWER}),
    "rule.try": frozenset({REVIEWER}),
    "search.arrange": frozenset({COORDINATOR}),
    "search.build": frozenset({COORDINATOR}),
    "search.judge": frozenset({COORDINATOR}),
    "search.refine": frozenset({COORDINATOR}),
    "search.run": frozenset({COORDINATOR}),
    "testimony.amend": frozenset({INTERVIEWER}),
    "testimony.ask": frozenset({REVIEWER}),
    "testimony.fetch": MEMBERS,
    "testimony.file": frozenset({INTERVIEWER}),
    "testimony.identify": frozenset({REVIEWER}),
    "testimony.list": frozenset({REVIEWER}),
    "testimony.read": MEMBERS,
    "testimony.receipt": frozenset({INTERVIEWER}),
    "testimony.transcribe": frozenset({INTERVIEWER}),
    "testimony.withdraw": frozenset({REVIEWER}),
    "vocabulary.list": EVERYONE,
    "vocabulary.load": frozenset({ADMINISTRATOR}),
    "workplace.add": frozenset({COORDINATOR}),
    "workplace.edit": frozenset({COORDINATOR}),
    "workplace.import": frozenset({COORDINATOR}),
    "workplace.list": frozenset({COORDINATOR}),
    "workplace.merge": frozenset({COORDINATOR}),
    "workplace.names": STAFF,
    "workplace.part": frozenset({COORDINATOR}),
    "workplace.propose": frozenset({COORDINATOR}),
    "workplace.read": frozenset({COORDINATOR}),
    "workplace.try_import": frozenset({COORDINATOR}),
}


def may(actor: Actor, verb: str) -> bool:
    """Whether the policy lets this person do this verb at all."""
    return actor.role in POLICY.get(verb, frozenset())
