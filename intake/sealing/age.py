"""Files for somebody outside the house, locked to their own age key (age-encryption.org/v1, X25519).

Nobody here can open such a file again. The recipient makes the key with any age program and tells us its public half.
"""

from __future__ import annotations

import pyrage

from intake.errors import N_, Invalid

_WRONG = N_("This is not an age key. It begins with age1 and comes from the recipient.")


def lock_to(recipient: str, data: bytes) -> bytes:
    """The bytes so that only the holder of this age key reads them. `Invalid`, at the field, for another key."""
    try:
        key = pyrage.x25519.Recipient.from_str(recipient.strip())
    except (pyrage.RecipientError, ValueError):
        raise Invalid(fields={"encrypted_to": [_WRONG]}) from None
    return bytes(pyrage.encrypt(data, [key]))
