"""Proof that a file is what two people released: made with the release, checked anywhere, with no instance and no
database.

The checks, in this order: the proof is whole; the manifest is exactly a manifest; the organisation key in it vouches
for both people, link by link; they are two; the redactor signed this manifest for release and the approver for
approval; the file is one of the manifest's. Whether the organisation key is the right one only a person can say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from intake.directory import certified
from intake.errors import N_, Damaged, Invalid
from intake.models.account import Account
from intake.models.redaction import Release, ReleaseContent
from intake.rendering import manifest
from intake.rendering.document import canonical
from intake.sealing.keys import VerifyKey, fingerprint_text
from intake.sealing.labels import Label
from intake.work import Work

FORMAT = "intake-proof/1"
_LONGEST_CHAIN = 64
_LARGEST = 4_000_000
_LINK = frozenset(("kem", "sign", "personal", "certificate", "signer"))


@dataclass(frozen=True)
class Verified:
    """What a verified file is. `fingerprint`: of the organisation key, to compare with one had from elsewhere."""

    number: str
    extension: str
    audience: str
    purpose: str
    identity: str
    instance: str
    organisation_key: str
    fingerprint: str


# -- in the house


def verify_signatures(work: Work, release: Release, content: ReleaseContent) -> None:
    """`Damaged` unless two different certified people signed this very manifest, and it lists exactly these files."""
    if release.redactor_id == release.approver_id:
        raise Damaged
    redactor = work.directory.verify_key(release.redactor_id)
    redactor.verify(Label.RELEASE_SIGNATURE, content.manifest, content.redactor_signature)
    approver = work.directory.verify_key(release.approver_id)
    approver.verify(Label.APPROVAL_SIGNATURE, content.manifest, content.approver_signature)
    told = manifest.parse(content.manifest)
    if len(told["files"]) != len(content.files) or not all(manifest.matches(f.data, told) for f in content.files):
        raise Damaged


def proof(work: Work, release: Release, content: ReleaseContent) -> bytes:
    """The manifest with both signatures and the certificates up to the organisation key. It names nobody."""
    verify_signatures(work, release, content)
    people: dict[str, dict[str, Any]] = {}
    for account_id in (release.redactor_id, release.approver_id):
        _add_chain(work, account_id, people)
    return canonical(
        {
            "format": FORMAT,
            "manifest": content.manifest.decode(),
            "redactor": {"person": str(release.redactor_id), "signature": content.redactor_signature.hex()},
            "approver": {"person": str(release.approver_id), "signature": content.approver_signature.hex()},
            "people": people,
        }
    )


def _add_chain(work: Work, account_id: UUID | None, people: dict[str, dict[str, Any]]) -> None:
    while account_id is not None and str(account_id) not in people:
        account = work.row(Account, account_id)
        if account.certificate is None:
            raise Damaged
        people[str(account_id)] = {
            "kem": account.kem_public.hex(),
            "sign": account.sign_public.hex(),
            "personal": account.personal_public.hex(),
            "certificate": account.certificate.hex(),
            "signer": None if account.signer_id is None else str(account.signer_id),
        }
        account_id = account.signer_id


# -- anywhere


def verify(data: bytes, proof_: bytes, *, organisation_key: bytes | None = None) -> Verified:
    """Check a released file against its proof. `Invalid`, with the first thing that is wrong.

    `organisation_key`: the one had from elsewhere, if any; otherwise compare the fingerprint by hand.
    """
    told = _parse(proof_)
    listed = manifest.parse(told["manifest"].encode())
    try:
        root = VerifyKey(bytes.fromhex(listed["organisation_key"]))
        if organisation_key is not None and organisation_key != root.raw:
            raise Invalid(N_("Another organisation signed this."))
        _check_people(told, UUID(listed["instance"]), root)
    except (Damaged, ValueError, KeyError):
        raise Invalid(N_("The signatures of this release are not in order.")) from None
    if not manifest.matches(data, listed):
        raise Invalid(N_("This file is not one of the release: at least one byte differs."))
    return Verified(
        number=listed["number"],
        extension=_extension(data, listed),
        audience=listed["audience"],
        purpose=listed["purpose"],
        identity=listed["identity"],
        instance=listed["instance"],
        organisation_key=listed["organisation_key"],
        fingerprint=fingerprint_text(root.raw),
    )


def _parse(proof_: bytes) -> dict[str, Any]:
    wrong = Invalid(N_("This is not the proof of a release."))
    if len(proof_) > _LARGEST:
        raise wrong
    try:
        told = json.loads(proof_)
    except (ValueError, RecursionError):
        raise wrong from None
    if not isinstance(told, dict) or told.get("format") != FORMAT or not isinstance(told.get("manifest"), str):
        raise wrong
    signed = [told.get(who) for who in ("redactor", "approver")]
    if not all(isinstance(one, dict) and one.keys() == {"person", "signature"} for one in signed):
        raise wrong
    people = told.get("people")
    if not isinstance(people, dict) or not all(isinstance(p, dict) and p.keys() == _LINK for p in people.values()):
        raise wrong
    return told


def _check_people(told: Mapping[str, Any], instance_id: UUID, root: VerifyKey) -> None:
    redactor, approver = told["redactor"], told["approver"]
    keys = [_vouched(told["people"], who["person"], instance_id, root, _LONGEST_CHAIN) for who in (redactor, approver)]
    if redactor["person"] == approver["person"] or keys[0] == keys[1]:
        raise Invalid(N_("One person alone signed this release. It takes two."))
    signed = told["manifest"].encode()
    keys[0].verify(Label.RELEASE_SIGNATURE, signed, bytes.fromhex(redactor["signature"]))
    keys[1].verify(Label.APPROVAL_SIGNATURE, signed, bytes.fromhex(approver["signature"]))


def _vouched(
    people: Mapping[str, Mapping[str, Any]], person: str, instance_id: UUID, root: VerifyKey, steps: int
) -> VerifyKey:
    link = people[person]
    if steps == 0:
        raise Damaged
    signer = root if link["signer"] is None else _vouched(people, link["signer"], instance_id, root, steps - 1)
    account = Account(
        id=UUID(person),
        kem_public=bytes.fromhex(link["kem"]),
        sign_public=bytes.fromhex(link["sign"]),
        personal_public=bytes.fromhex(link["personal"]),
    )
    signer.verify(Label.DIRECTORY_SIGNATURE, certified(account, instance_id), bytes.fromhex(link["certificate"]))
    return VerifyKey(account.sign_public)


def _extension(data: bytes, listed: Mapping[str, Any]) -> str:
    for file in listed["files"]:
        if manifest.matches(data, {**listed, "files": [file]}):
            return str(file["extension"])
    raise Damaged
