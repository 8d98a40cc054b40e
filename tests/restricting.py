"""A restricted compartment for tests: Dain makes it for Bora and Jiho, Hana files into it; Mina and Sora stay out."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from people import House
from sayings import SAID, WHO, file_one

from intake import sessions
from intake.actions import account, compartment, restricted
from intake.actions.testimony import Receipt
from intake.models.account import Account, Role
from intake.models.testimony import Leg, Setting, Tagging
from intake.sealing.keyring import Keyring

NAME, NOTE, LABEL = "백두 사람들", "그 사람의 일", "봄 묶음"
INSIDE = {"dain": Role.COORDINATOR, "bora": Role.REVIEWER, "jiho": Role.REVIEWER}
OUTSIDE = {"sora": Role.COORDINATOR, "mina": Role.REVIEWER}

SECRET = replace(
    SAID,
    narrative=(
        "저는 블라디보스또크의 은하건설에서 일했습니다. 관광으로 나왔다고 적혀 있었습니다.\n"
        "려권은 부지배인 송골매가 걷어갔습니다."
    ),
    setting=Setting(date="2021-11-30", language="ko"),
    legs=(Leg(country="RU", workplace="은하건설", sector="construction", entry="2019-04"),),
    mechanisms=(Tagging(concept="short-term-visitor-visa", quote="관광으로 나왔다고 적혀 있었습니다"),),
    focus_areas=("overseas-north-koreans",),
)
WHO_SECRETLY = replace(WHO, name="송혜림", name_latin="Song Hye Rim", aliases=(), phone="010-5550-0199")


def more_people(house: House) -> None:
    """A second coordinator and a third reviewer, admitted like anybody."""
    for name, role in (("jiho", Role.REVIEWER), ("sora", Role.COORDINATOR)):
        house.activate(name, account.invite(house.gate("anna"), role), role)
    gate = house["bora"].stepped_up()
    for listed in compartment.list_(gate):
        if listed.state == "activated":
            compartment.admit(gate, listed.id, listed.fingerprint)


def fingerprint(house: House, name: str) -> str:
    """The digits of somebody's keys, as everybody who admits people sees them."""
    return next(p.fingerprint for p in compartment.list_(house.gate("bora")) if p.name == name)


def restrict(house: House, name: str = NAME) -> UUID:
    """The compartment, with a label for Hana."""
    if "sora" not in house.people:
        more_people(house)
    gate = house["dain"].stepped_up()
    people = {one.name: one for one in restricted.choose(gate)}
    chosen = {people[who].id: people[who].fingerprint for who in ("bora", "jiho")}
    made = restricted.create(gate, name, chosen, NOTE)
    restricted.assign(house.gate("bora"), made, house["hana"].id, LABEL)
    return made


def file_secretly(house: House, into: UUID, **changes: object) -> Receipt:
    """Hana files into it."""
    return file_one(
        house.gate("hana"),
        replace(SECRET, **changes),  # type: ignore[arg-type]
        WHO_SECRETLY,
        into=into,
    )


def ring(house: House, name: str) -> Keyring:
    """Everything a person's password opens: all their grants, identities too."""
    person = house[name]
    with house.instance.database.reading() as session:
        found = session.get(Account, person.id)
        assert found is not None
        keys = sessions.unlock_person(house.instance, found, person.password)
        assert keys is not None
        held = sessions.keyring_of(house.instance, session, found, keys)
        more = sessions.open_grants(house.instance, session, found, keys, identities=True)
    return held.with_seeds(more)
