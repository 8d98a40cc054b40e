"""Every domain-separation label, in one place, so that none is ever used for two purposes.

A label names what a key, a box, a seal or a signature is *for*; the same bytes under another label mean
nothing. A label is never renamed and never reused: what was sealed under it must open for ever. A new
construction gets a new label, or `v2`.
"""

from __future__ import annotations

from enum import StrEnum


class Label(StrEnum):
    """What something is for. The comment on each group says which call takes it."""

    # Secret.derive: from a person's seed.
    PERSON_KEM = "kk/v1/person/kem"
    PERSON_SIGN = "kk/v1/person/sign"
    PERSON_PERSONAL = "kk/v1/person/personal"
    PERSON_TOTP = "kk/v1/person/totp"

    # Secret.derive: from a compartment's seed of one epoch.
    COMPARTMENT_KEM = "kk/v1/compartment/kem"
    COMPARTMENT_DEK = "kk/v1/compartment/dek"
    COMPARTMENT_PREV = "kk/v1/compartment/prev"
    COMPARTMENT_BLIND = "kk/v1/compartment/blind"
    READ_MODEL = "kk/v1/compartment/read-model"

    # encode (keyring.py): what is made of several compartments' READ_MODEL secrets together, and what it is called.
    READ_MODEL_SET = "kk/v1/compartments/read-model"
    READ_MODEL_NAME = "kk/v1/compartments/read-model-name"

    # Secret.derive: from a session cookie's secret.
    SESSION_ID = "kk/v1/session/id"
    SESSION_WRAP = "kk/v1/session/wrap"
    SESSION_CSRF = "kk/v1/session/csrf"
    STEP_UP = "kk/v1/session/step-up"

    # Secret.derive: from the secret in a link.
    FOUNDING_LINK = "kk/v1/link/founding"
    INVITATION = "kk/v1/link/invitation"

    # Secret.derive: from the secret in the server's own key file, which opens nothing that was said.
    SERVER_PEPPER = "kk/v1/server/pepper"
    SERVER_THROTTLE = "kk/v1/server/throttle"
    SERVER_FORM = "kk/v1/server/form"

    # boxes.lock
    DRAFT_BOX = "kk/v1/box/draft"
    MESSAGE_BOX = "kk/v1/box/message"
    PERSONAL_BOX = "kk/v1/box/personal"
    TOTP_BOX = "kk/v1/box/totp"
    PREVIOUS_EPOCH_BOX = "kk/v1/box/previous-epoch"
    SESSION_BOX = "kk/v1/box/session"
    STEP_UP_BOX = "kk/v1/box/step-up"
    LINK_BOX = "kk/v1/box/link"
    SERVER_BOX = "kk/v1/box/server"

    # seals.seal
    GRANT_SEAL = "kk/v1/seal/grant"
    MESSAGE_SEAL = "kk/v1/seal/message"
    ACTIVATION_SEAL = "kk/v1/seal/activation"

    # SigningKey.sign
    GRANT_SIGNATURE = "kk/v1/sign/grant"
    DIRECTORY_SIGNATURE = "kk/v1/sign/directory"
    EPOCH_SIGNATURE = "kk/v1/sign/epoch"
    RELEASE_SIGNATURE = "kk/v1/sign/release"
    CHECKPOINT_SIGNATURE = "kk/v1/sign/checkpoint"
    APPROVAL_SIGNATURE = "kk/v1/sign/approval"

    # Used inside this room only.
    SEED_KEY = "kk/v1/seed/key"
    SEED_BOX = "kk/v1/seed/box"
    DATA_KEY_SEAL = "kk/v1/data-key/seal"
    DATA_KEY_BOX = "kk/v1/data-key/box"
    OBJECT_KEY = "kk/v1/object/key"
    OBJECT_BOX = "kk/v1/object/box"
    OBJECT_SIGNATURE = "kk/v1/object/signature"
    ATTACHMENT_CHUNK = "kk/v1/attachment/chunk"
    KEM_FINGERPRINT = "kk/v1/fingerprint/kem"
    SPOKEN_FINGERPRINT = "kk/v1/fingerprint/spoken"
    BLIND_INDEX = "kk/v1/blind-index"
    SELF_TEST = "kk/v1/self-test"

    # Reserved: device secrets and recovery by custodians come later and must not find their names taken.
    DEVICE = "kk/v1/device"
    CUSTODIAN = "kk/v1/custodian"
