"""Making an instance: its folder and secrets, its tables, its built-in compartments, and the first two links."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select

from intake import schema
from intake.directory import epoch_signed
from intake.errors import N_, Conflict, Invalid
from intake.instance import CHECKPOINT_FILE, FOLDERS, PEPPER_FILE, Instance, open_instance, write_secret
from intake.models.account import Invitation, Role
from intake.models.compartment import BUILT_IN, Compartment, CompartmentEpoch, CompartmentKind
from intake.sealing.boxes import lock
from intake.sealing.context import encode
from intake.sealing.keyring import recipient
from intake.sealing.keys import Secret, SigningKey
from intake.sealing.labels import Label
from intake.sealing.tokens import new_token, token_secret
from intake.settings import CONFIG_FILE, load
from intake.work import Work, action


@dataclass(frozen=True)
class FoundingLinks:
    """One-time tokens: for the first administrator, and for the first member, who receives the keys."""

    administrator: str
    member: str


def create(
    folder: Path, *, base_url: str, database: str = "", language: str = "ko", extra: str = ""
) -> tuple[Instance, Secret]:
    """Make the folder, secrets, configuration and tables of a new instance.

    Returns it with the organisation's signing seed, which exists nowhere else and is needed once, for `found`.
    `Conflict` when the folder already holds an instance.
    """
    if (folder / CONFIG_FILE).exists():
        raise Conflict(N_("There is an instance in this folder already."))
    if '"' in base_url or "\n" in base_url or '"' in database or "\n" in database:
        raise Invalid(fields={"base_url": [N_("This is not an address.")]})
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    for name in FOLDERS:
        (folder / name).mkdir(mode=0o700, exist_ok=True)
    root_seed = Secret.random()
    organisation = base64.b64encode(SigningKey(root_seed).public.raw).decode()
    lines = [
        "# Made by `intake init`. config/example.toml in the project explains every setting.",
        f'instance_id = "{uuid4()}"',
        f'organisation_key = "{organisation}"',
        f'base_url = "{base_url}"',
        f'database = "{database}"',
        f'language = "{language}"',
    ]
    write_secret(folder.joinpath(*PEPPER_FILE), Secret.random())
    write_secret(folder.joinpath(*CHECKPOINT_FILE), Secret.random())
    config = folder / CONFIG_FILE
    with os.fdopen(os.open(config, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n" + extra)
    instance = open_instance(load(folder))
    if not instance.keystore.path.exists():
        instance.keystore.create()
    if instance.database.url.startswith("sqlite:///"):
        path = Path(instance.database.url.removeprefix("sqlite:///"))
        os.close(os.open(path, os.O_CREAT, 0o600))
    schema.upgrade(instance.database)
    return instance, root_seed


@action
def found(work: Work, root_seed: Secret) -> FoundingLinks:
    """Make the built-in compartments, signed by the organisation key, and the links for the first two people.

    Their seeds go into a box that only the member's link opens; after that, seeds travel by grants alone.
    """
    if work.db.scalar(select(Compartment.id).limit(1)) is not None:
        raise Conflict(N_("This instance has been founded already."))
    instance_id = work.instance.settings.instance_id
    root = SigningKey(root_seed)
    seeds: dict[UUID, Secret] = {}
    for name in BUILT_IN:
        compartment = Compartment(id=uuid4(), name=name, kind=CompartmentKind.BUILT_IN, epoch=1)
        seeds[compartment.id] = Secret.random()
        epoch = CompartmentEpoch(compartment_id=compartment.id, epoch=1, public=recipient(seeds[compartment.id]).raw)
        epoch.signature = root.sign(Label.EPOCH_SIGNATURE, epoch_signed(epoch, instance_id))
        work.db.add(compartment)
        work.db.flush()
        work.db.add(epoch)
    links = FoundingLinks(new_token(), new_token())
    until = work.now + timedelta(hours=work.instance.settings.invitation_hours)
    administrator = Invitation(token=invitation_index(links.administrator), role=Role.ADMINISTRATOR, expires_at=until)
    member = Invitation(id=uuid4(), token=invitation_index(links.member), role=Role.REVIEWER, expires_at=until)
    key = token_secret(links.member).derive(Label.FOUNDING_LINK)
    member.founding_box = lock(key, Label.LINK_BOX, encode(instance_id, member.id), _packed(root_seed, seeds))
    work.db.add_all([administrator, member])
    return links


def invitation_index(token: str) -> bytes:
    """Under which an invitation is found by its token, which itself is not stored."""
    return token_secret(token).derive(Label.INVITATION).reveal()


def _packed(root_seed: Secret, seeds: dict[UUID, Secret]) -> bytes:
    text = {c.hex: base64.b64encode(s.reveal()).decode() for c, s in seeds.items()}
    return json.dumps({"root": base64.b64encode(root_seed.reveal()).decode(), "seeds": text}).encode()


def unpacked(data: bytes) -> tuple[Secret, dict[UUID, Secret]]:
    """The organisation's signing seed and the compartments' seeds from a founding box."""
    document = json.loads(data)
    seeds = {UUID(hex=c): Secret(base64.b64decode(s)) for c, s in document["seeds"].items()}
    return Secret(base64.b64decode(document["root"])), seeds
