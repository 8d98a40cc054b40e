"""A demonstration instance: invented people of every role, made through the same verbs as anybody."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from intake import sessions
from intake.access import NOBODY, Actor
from intake.actions import account, case, compartment, instance, restricted, search, testimony, vocabulary
from intake.errors import IntakeError
from intake.instance import Instance
from intake.language.places import Gazetteer
from intake.language.vocabulary import Vocabulary
from intake.models.account import Role
from intake.models.testimony import TestimonyContent, WitnessContent
from intake.sealing import otp
from intake.work import Gate

DEMO_FILE = "demo.json"
PEOPLE = (
    ("bora", Role.REVIEWER),
    ("anna", Role.ADMINISTRATOR),
    ("hana", Role.INTERVIEWER),
    ("iseul", Role.INTERVIEWER),
    ("mina", Role.REVIEWER),
    ("dain", Role.COORDINATOR),
)
Told = Callable[[str, IntakeError], None]
Read = Callable[[object, Vocabulary, Gazetteer], tuple[TestimonyContent, WitnessContent]]


@dataclass
class _Past:
    """A clock that runs ahead from an hour ago, so that every code used here is spent before anybody signs in."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def next_code(self, secret: bytes) -> str:
        self.now += timedelta(seconds=31)
        return otp.code_at(secret, self.now.timestamp())


def password_of(name: str) -> str:
    """Passwords of the demonstration, which everybody may know."""
    return f"{name} waters the apricot tree"


def build(folder: Path, *, base_url: str, documents: Mapping[str, object], read: Read, refused: Told) -> Instance:
    """Make the instance, its people and their testimonies, and `demo.json`, which says how to sign in. A document that
    is none is told to `refused` by its name; the others go in."""
    clock = _Past(datetime.now(UTC) - timedelta(hours=1))
    made, root_seed = instance.create(folder, base_url=base_url, language="ko", extra="demo = true\n")
    past = replace(made, clock=clock)
    links = instance.found(Gate(past, NOBODY), root_seed)
    secrets = {name: otp.new_secret() for name, _ in PEOPLE}

    def join(name: str, token: str) -> None:
        account.activate(
            Gate(past, NOBODY),
            token,
            name=name,
            password=password_of(name),
            totp_secret=secrets[name],
            code=clock.next_code(secrets[name]),
            language="ko",
        )

    def sign_in(name: str) -> account.SignedIn:
        return account.sign_in(Gate(past, NOBODY), name, password_of(name), clock.next_code(secrets[name]))

    def stepped_up(name: str) -> Gate:
        signed = sign_in(name)
        password, code = password_of(name), clock.next_code(secrets[name])
        token = account.step_up(Gate(past, signed.actor), signed.token, password, code)
        return Gate(past, sessions.resume(past, token) or NOBODY)

    join("bora", links.member)
    join("anna", links.administrator)
    administrator = Gate(past, sign_in("anna").actor)
    vocabulary.load(administrator)
    for name, role in PEOPLE[2:]:
        join(name, account.invite(administrator, role))
    members = stepped_up("bora")
    for listed in compartment.list_(members):
        if listed.state == "activated":
            compartment.admit(members, listed.id, listed.fingerprint)
    _file(past, [sign_in("hana").actor, sign_in("iseul").actor], documents, read, refused)
    made_for_few = _restrict(stepped_up("dain"))
    coordinator = Gate(past, sign_in("dain").actor)
    _label(coordinator, made_for_few)
    _group(coordinator)
    write_how_to(folder, base_url, secrets)
    return made


def _file(
    past: Instance, interviewers: Sequence[Actor], documents: Mapping[str, object], read: Read, refused: Told
) -> None:
    _, terms, places = vocabulary.list_(Gate(past, interviewers[0]))
    for at, (name, document) in enumerate(documents.items()):
        try:
            said, witness = read(document, terms, places)
            testimony.transcribe(Gate(past, interviewers[at % len(interviewers)]), said, witness)
        except IntakeError as problem:
            refused(name, problem)


def _restrict(coordinator: Gate) -> UUID:
    """A restricted compartment to look at, for its maker and one of the two reviewers."""
    people = {one.name: one for one in restricted.choose(coordinator)}
    name = "시연용 제한 구획 · demonstration"
    return restricted.create(coordinator, name, {people["bora"].id: people["bora"].fingerprint})


def _label(coordinator: Gate, compartment_id: UUID) -> None:
    """One of the interviewers can file into it."""
    (hana,) = [one for one in restricted.read(coordinator, compartment_id).interviewers if one.name == "hana"]
    restricted.assign(coordinator, compartment_id, hana.id, "작은 모임 · small circle")


def _group(coordinator: Gate) -> None:
    """One case to look at: the testimonies about the city that most of them speak of."""
    by_place: dict[str, list[UUID]] = {}
    for row in search.run(coordinator, "", limit=100, facets=()).rows:
        for leg in row.content.legs:
            if leg.place:
                by_place.setdefault(leg.place, []).append(row.id)
    if by_place:
        _, ids = max(by_place.items(), key=lambda item: (len(item[1]), item[0]))
        case.start(coordinator, "시연용 사건 · demonstration case", "", list(dict.fromkeys(ids)))


def write_how_to(folder: Path, base_url: str, secrets: Mapping[str, bytes]) -> None:
    """`demo.json`: the address, and per person role, name, password and the second factor's secret (base32)."""
    people = [
        {
            "role": role.value,
            "name": name,
            "password": password_of(name),
            "totp_secret": base64.b32encode(secrets[name]).decode(),
        }
        for name, role in PEOPLE
    ]
    text = json.dumps({"url": base_url, "people": people}, ensure_ascii=False, indent=2) + "\n"
    target = folder / DEMO_FILE
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
        out.write(text)


def how_to(folder: Path) -> dict[str, object] | None:
    """What `demo.json` of an instance says; None when it is no demonstration."""
    try:
        said: dict[str, object] = json.loads((folder / DEMO_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return said


def code_now(totp_secret: str) -> str:
    """The code a demonstration person's authenticator shows at this moment."""
    return otp.code_at(base64.b32decode(totp_secret), datetime.now(UTC).timestamp())
