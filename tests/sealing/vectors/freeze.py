"""Writes the frozen vectors that do not exist yet; never touches one that does.

    PYTHONPATH=tests python -m sealing.vectors.freeze

What is in these files was sealed once and must open for ever. A new format or suite gets a new name here, and the
old files stay: if a change makes one of them fail, the change is wrong, not the file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from sealing.vectors import opening

from intake.sealing import boxes, objects, padding, passphrase, seals, stream
from intake.sealing.keys import SealingKey, Secret, SigningKey
from intake.sealing.labels import Label

HERE = Path(__file__).parent
TEXT = "할머니는 2003년 겨울에 강을 건넜다고 했다.".encode()
Vector = dict[str, Any]


def key(number: int) -> str:
    return bytes(range(number, number + 32)).hex()


def secret(text: str) -> Secret:
    return Secret(bytes.fromhex(text))


RECORD = {
    "instance": str(UUID(int=101)),
    "kind": "testimony",
    "record": str(UUID(int=102)),
    "version": 3,
    "compartment": str(UUID(int=103)),
    "schema": 2,
    "previous": "5a" * 32,
}
OTHER_RECORD = {
    "instance": str(UUID(int=999)),
    "kind": "case",
    "record": str(UUID(int=999)),
    "version": 4,
    "compartment": str(UUID(int=999)),
    "schema": 3,
    "previous": "",
}


def flips(data: bytes, places: dict[str, int]) -> list[Vector]:
    return [
        {"why": f"a bit of the {name}", "flip": place % len(data) * 8 + place % 8} for name, place in places.items()
    ]


def cuts(data: bytes, *lengths: int) -> list[Vector]:
    short = [{"why": f"cut to {length} bytes", "cut": length} for length in lengths if length < len(data)]
    return [*short, {"why": "a byte short", "cut": len(data) - 1}, {"why": "a byte more", "append": "00"}]


def inputs(**changed: Any) -> list[Vector]:
    return [{"why": f"another {name}", "inputs": {name: value}} for name, value in changed.items()]


HEADER = {"magic": 0, "magic's second letter": 1, "format": 2, "suite": 3}
BOX = {**HEADER, "salt": 4, "commitment": 36, "ciphertext": 68, "tag": -1}


def box(plaintext: bytes, label: Label = Label.SESSION_BOX) -> Vector:
    given = {"key": key(0), "label": str(label), "context": b"context".hex()}
    data = boxes.lock(secret(given["key"]), label, b"context", plaintext)
    refused = [
        *flips(data, BOX),
        *cuts(data, 0, 4, 36, 68, 83),
        *inputs(key=key(1), label=str(Label.STEP_UP_BOX), context=""),
    ]
    return {"kind": "box", "inputs": given, "data": data, "opens": plaintext, "refused": refused}


def seal(plaintext: bytes) -> Vector:
    given = {"seed": key(32), "label": str(Label.GRANT_SEAL), "context": b"context".hex()}
    public = SealingKey(secret(given["seed"])).public
    data = seals.seal(public, Label.GRANT_SEAL, b"context", plaintext)
    refused = [
        *flips(data, {**HEADER, "lattice part": 4, "curve part": 1092, "ciphertext": 1124, "tag": -1}),
        *cuts(data, 0, 4, 1092, 1124, 1139),
        *inputs(seed=key(33), label=str(Label.MESSAGE_SEAL), context=""),
    ]
    return {"kind": "seal", "inputs": given, "data": data, "opens": plaintext, "refused": refused}


def sealed_object(content: bytes, shred_key: str) -> Vector:
    author, signer = UUID(int=7), SigningKey(secret(key(64)))
    given = {
        **RECORD,
        "data_key": key(0),
        "shred_key": shred_key,
        "author": str(author),
        "author_key": signer.public.raw.hex(),
    }
    data = objects.seal_object(
        content,
        author=author,
        signer=signer,
        context=opening.record_context(RECORD),
        data_key=secret(key(0)),
        shred_key=opening.optional_secret(given, "shred_key"),
    )
    other_key = SigningKey(secret(key(65))).public.raw.hex()
    refused = [
        *flips(data, BOX),
        *cuts(data, 0, 4, 84),
        *inputs(**OTHER_RECORD),
        *inputs(data_key=key(1), shred_key=key(2), author=str(UUID(int=8)), author_key=other_key),
    ]
    return {"kind": "object", "inputs": given, "data": data, "opens": content, "refused": refused}


def wrap(*, adopted: bool) -> Vector:
    compartment = SealingKey(secret(key(32))).public
    given = {
        **RECORD,
        "epoch": 1,
        "fingerprint": compartment.fingerprint.hex(),
        "seed": key(32),
        "dek": key(96),
    }
    context, data_key = opening.wrap_context(given), secret(key(0))
    if adopted:
        data = objects.rewrap_data_key(data_key, secret(given["dek"]), context)
    else:
        data = objects.wrap_data_key(data_key, compartment, context)
    other = SealingKey(secret(key(33))).public.fingerprint.hex()
    refused = [
        *flips(data, {**HEADER, "body": 40, "tag": -1}),
        *cuts(data, 0, 4, 100),
        *inputs(**OTHER_RECORD),
        *inputs(epoch=2, fingerprint=other),
        *(inputs(dek=key(97)) if adopted else inputs(seed=key(33))),
    ]
    return {"kind": "wrap", "inputs": given, "data": data, "opens": data_key.reveal(), "refused": refused}


def seed(password: str, device: str) -> Vector:
    given = {"password": password, "person": str(UUID(int=7)), "pepper": key(128), "device": device}
    data = passphrase.lock_seed(
        secret(key(64)),
        password,
        person=UUID(int=7),
        pepper=secret(key(128)),
        cost=passphrase.Cost(19 * 1024, 2, 1),
        device=opening.optional_secret(given, "device"),
    )
    # 19 MiB, 2 passes, 1 lane: the first four leave the limits, the last two stay within them.
    costs = {
        "memory below the floor": (6, 6),
        "memory above the ceiling": (4, 4),
        "no pass": (11, 1),
        "no lane": (15, 0),
        "another number of passes": (11, 0),
        "another number of lanes": (15, 1),
    }
    refused = [
        *({"why": why, "flip": place * 8 + bit} for why, (place, bit) in costs.items()),
        *flips(data, {**HEADER, "salt": 16, "box": 48, "tag": -1}),
        *cuts(data, 0, 4, 48, 130),
        *inputs(password=password + " ", person=str(UUID(int=8)), pepper=key(129), device=key(161)),
    ]
    return {"kind": "seed", "inputs": given, "data": data, "opens": secret(key(64)).reveal(), "refused": refused}


def attachment(content: bytes) -> Vector:
    given = {"key": key(0), "attachment": str(UUID(int=5))}
    data = b"".join(stream.lock_stream(secret(key(0)), UUID(int=5), [content]))
    refused = [
        *flips(data, {**HEADER, "first box's header": 4, "salt": 8, "commitment": 40, "data": 80, "tag": -1}),
        *cuts(data, 0, 4, 88),
        *inputs(key=key(1), attachment=str(UUID(int=6))),
    ]
    return {"kind": "attachment", "inputs": given, "data": data, "opens": content, "refused": refused}


def signature(message: bytes) -> Vector:
    signer = SigningKey(secret(key(64)))
    given = {
        "key": signer.public.raw.hex(),
        "label": str(Label.GRANT_SIGNATURE),
        "message": message.hex(),
    }
    data = signer.sign(Label.GRANT_SIGNATURE, message)
    other = SigningKey(secret(key(65))).public.raw.hex()
    refused = [
        *flips(data, {"first half": 0, "second half": 40}),
        *cuts(data, 0, 32),
        *inputs(key=other, label=str(Label.EPOCH_SIGNATURE), message="00"),
    ]
    return {"kind": "signature", "inputs": given, "data": data, "opens": message, "refused": refused}


def padded(content: bytes) -> Vector:
    data = padding.pad(content)
    refused = [*flips(data, {"length": 7, "last zero": -1}), *cuts(data, 0, 8, 256)]
    return {"kind": "padding", "inputs": {}, "data": data, "opens": content, "refused": refused}


def token() -> Vector:
    data = b"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
    refused = [*cuts(data, 0, 42), {"why": "padding", "append": "3d"}, {"why": "a line end", "append": "0a"}]
    return {"kind": "token", "inputs": {}, "data": data, "opens": bytes(range(32)), "refused": refused}


def derivations() -> Vector:
    given = {**RECORD, "epoch": 1, "fingerprint": "f0" * 32, "key": key(0)}
    return {"kind": "derivations", "inputs": given, "gives": opening.derivations(given)}


VECTORS = {
    "attachment-1": lambda: attachment(TEXT),
    "attachment-empty-1": lambda: attachment(b""),
    "box-1": lambda: box(TEXT),
    "box-empty-1": lambda: box(b""),
    "derivations-1": derivations,
    "object-1": lambda: sealed_object(TEXT, ""),
    "object-shreddable-1": lambda: sealed_object(TEXT, key(32)),
    "padding-1": lambda: padded(TEXT * 20),
    "seal-1": lambda: seal(TEXT),
    "seed-1": lambda: seed("우리 동네 강아지는 밤마다 짖는다", ""),
    "seed-with-device-1": lambda: seed("correct horse battery staple", key(160)),
    "signature-1": lambda: signature(TEXT),
    "token-1": token,
    "wrap-adopted-1": lambda: wrap(adopted=True),
    "wrap-sealed-1": lambda: wrap(adopted=False),
}


def freeze() -> None:
    for name, make in VECTORS.items():
        path = HERE / f"{name}.json"
        if path.exists():
            continue
        text = json.dumps(make(), ensure_ascii=False, indent=1, default=bytes.hex)
        with path.open("x", encoding="utf-8") as file:
            file.write(text + "\n")
        print("wrote", path.name)


if __name__ == "__main__":
    freeze()
