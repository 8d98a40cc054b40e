"""How each kind of vector is opened: from the inputs in its file to what it holds.

Everything is hexadecimal in the files. An opener gets the data and the inputs, and returns what was inside.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intake.sealing import blind, boxes, objects, padding, passphrase, seals, stream, tokens
from intake.sealing.context import RecordContext, WrapContext
from intake.sealing.keys import SealingKey, Secret, SigningKey, VerifyKey, fingerprint_text
from intake.sealing.labels import Label

Inputs = dict[str, Any]


def secret(inputs: Inputs, name: str) -> Secret:
    return Secret(bytes.fromhex(inputs[name]))


def optional_secret(inputs: Inputs, name: str) -> Secret | None:
    return secret(inputs, name) if inputs.get(name) else None


def record_context(inputs: Inputs) -> RecordContext:
    return RecordContext(
        instance=UUID(inputs["instance"]),
        kind=inputs["kind"],
        record=UUID(inputs["record"]),
        version=inputs["version"],
        compartment=UUID(inputs["compartment"]),
        schema=inputs["schema"],
        previous=bytes.fromhex(inputs["previous"]),
    )


def wrap_context(inputs: Inputs) -> WrapContext:
    return WrapContext(
        record=record_context(inputs),
        epoch=inputs["epoch"],
        fingerprint=bytes.fromhex(inputs["fingerprint"]),
    )


def box(data: bytes, inputs: Inputs) -> bytes:
    return boxes.unlock(secret(inputs, "key"), Label(inputs["label"]), bytes.fromhex(inputs["context"]), data)


def seal(data: bytes, inputs: Inputs) -> bytes:
    key = SealingKey(secret(inputs, "seed"))
    return seals.unseal(key, Label(inputs["label"]), bytes.fromhex(inputs["context"]), data)


def directory(inputs: Inputs) -> Callable[[UUID], VerifyKey]:
    return {UUID(inputs["author"]): VerifyKey(bytes.fromhex(inputs["author_key"]))}.__getitem__


def sealed_object(data: bytes, inputs: Inputs) -> bytes:
    _author, content = objects.open_object(
        data,
        context=record_context(inputs),
        data_key=secret(inputs, "data_key"),
        shred_key=optional_secret(inputs, "shred_key"),
        verify=directory(inputs),
    )
    return content


def wrap(data: bytes, inputs: Inputs) -> bytes:
    key = objects.unwrap_data_key(
        data,
        sealing_key=SealingKey(secret(inputs, "seed")),
        dek=secret(inputs, "dek"),
        wrap_context=wrap_context(inputs),
    )
    return key.reveal()


def seed(data: bytes, inputs: Inputs) -> bytes:
    unlocked = passphrase.unlock_seed(
        data,
        inputs["password"],
        person=UUID(inputs["person"]),
        pepper=secret(inputs, "pepper"),
        device=optional_secret(inputs, "device"),
    )
    return unlocked.reveal()


def attachment(data: bytes, inputs: Inputs) -> bytes:
    return b"".join(stream.unlock_stream(secret(inputs, "key"), UUID(inputs["attachment"]), [data]))


def signature(data: bytes, inputs: Inputs) -> bytes:
    """Holds the message; signing is deterministic, so it is also seen to be made the same way."""
    message = bytes.fromhex(inputs["message"])
    VerifyKey(bytes.fromhex(inputs["key"])).verify(Label(inputs["label"]), message, data)
    return message


def padded(data: bytes, _inputs: Inputs) -> bytes:
    return padding.unpad(data)


def token(data: bytes, _inputs: Inputs) -> bytes:
    return tokens.token_secret(data.decode("latin-1")).reveal()


OPENERS: dict[str, Callable[[bytes, Inputs], bytes]] = {
    "attachment": attachment,
    "box": box,
    "object": sealed_object,
    "padding": padded,
    "seal": seal,
    "seed": seed,
    "signature": signature,
    "token": token,
    "wrap": wrap,
}


def derivations(inputs: Inputs) -> dict[str, str]:
    """Everything that must come out the same for ever though nothing opens it: derived keys and fingerprints."""
    key = secret(inputs, "key")
    derived = {str(label): key.derive(label).reveal().hex() for label in Label}
    return derived | {
        "with parts": key.derive(Label.SESSION_WRAP, None, 0, -1, "인", b"\0", UUID(int=1)).reveal().hex(),
        "record context": record_context(inputs).encode().hex(),
        "wrap context": wrap_context(inputs).encode().hex(),
        "fingerprint of a public key": SealingKey(key).public.fingerprint.hex(),
        "public key": SealingKey(key).public.raw.hex(),
        "verify key": SigningKey(key).public.raw.hex(),
        "spoken fingerprint": fingerprint_text(SealingKey(key).public.raw),
        "blind index": blind.blind_index(key, "case number", "2019-0042").hex(),
    }
