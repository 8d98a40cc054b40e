"""Named people, made through the same actions as anybody: invited, activated, admitted, signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from intake import sessions
from intake.access import NOBODY
from intake.actions import account, compartment, instance, vocabulary
from intake.instance import Instance
from intake.models.account import Role
from intake.sealing import otp
from intake.work import Gate

CHEAP = "argon2_memory_mib = 19\nargon2_passes = 2\n"
"""The lowest cost that settings allow: the tests sign in thousands of times."""

ROLES = {
    "bora": Role.REVIEWER,  # the founding member
    "anna": Role.ADMINISTRATOR,
    "hana": Role.INTERVIEWER,
    "iseul": Role.INTERVIEWER,
    "mina": Role.REVIEWER,
    "dain": Role.COORDINATOR,
}


class Clock:
    """A clock that stands still until told to move. Starts at a fixed moment unless given another."""

    def __init__(self, start: datetime | None = None) -> None:
        self.now = start or datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **amount: float) -> None:
        self.now += timedelta(**amount)


@dataclass
class Person:
    """Somebody who does not exist, with what they know and hold."""

    name: str
    role: Role
    id: UUID
    password: str
    totp_secret: bytes
    house: House

    def code(self) -> str:
        """A fresh code: time moves on to the next step, so that no code is used twice."""
        self.house.clock.forward(seconds=31)
        return otp.code_at(self.totp_secret, self.house.clock().timestamp())

    def sign_in(self) -> Gate:
        """At the gate, freshly signed in."""
        return self.session().gate

    def session(self) -> SignedInPerson:
        signed = account.sign_in(Gate(self.house.instance, NOBODY), self.name, self.password, self.code())
        return SignedInPerson(self, signed.token, Gate(self.house.instance, signed.actor))

    def stepped_up(self) -> Gate:
        """At the gate with identities open."""
        return self.session().step_up()


@dataclass
class SignedInPerson:
    """A session: its cookie and its gate."""

    person: Person
    token: str
    gate: Gate

    def step_up(self) -> Gate:
        """The same session with identities open."""
        self.token = account.step_up(self.gate, self.token, self.person.password, self.person.code())
        actor = sessions.resume(self.person.house.instance, self.token)
        assert actor is not None
        self.gate = Gate(self.person.house.instance, actor)
        return self.gate


@dataclass
class House:
    """A whole instance with its people."""

    instance: Instance
    clock: Clock
    people: dict[str, Person]

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    def gate(self, name: str) -> Gate:
        return self.people[name].sign_in()

    def activate(self, name: str, token: str, role: Role) -> Person:
        """Turn a link into a person."""
        secret = otp.new_secret()
        password = f"우리 집 앞마당 살구나무 {name}"
        self.clock.forward(seconds=31)
        account_id = account.activate(
            Gate(self.instance, NOBODY),
            token,
            name=name,
            password=password,
            totp_secret=secret,
            code=otp.code_at(secret, self.clock().timestamp()),
            language="ko",
        )
        person = Person(name, role, account_id, password, secret, self)
        self.people[name] = person
        return person


def build(folder: Path, *, database: str = "", extra: str = CHEAP, clock: Clock | None = None) -> House:
    """A founded instance with everybody of `ROLES`, all admitted, and the vocabulary loaded."""
    made, root_seed = instance.create(
        folder, base_url="http://127.0.0.1:8000", database=database, language="ko", extra=extra
    )
    clock = clock or Clock()
    made = Instance(**{**made.__dict__, "clock": clock})
    house = House(made, clock, {})
    links = instance.found(Gate(made, NOBODY), root_seed)
    founder = house.activate("bora", links.member, Role.REVIEWER)
    administrator = house.activate("anna", links.administrator, Role.ADMINISTRATOR)
    gate = administrator.sign_in()
    vocabulary.load(gate)
    tokens = {n: account.invite(gate, r) for n, r in ROLES.items() if n not in house.people}
    for name, token in tokens.items():
        house.activate(name, token, ROLES[name])
    gate = founder.stepped_up()
    for listed in compartment.list_(gate):
        if listed.state == "activated":
            compartment.admit(gate, listed.id, listed.fingerprint)
    return house
