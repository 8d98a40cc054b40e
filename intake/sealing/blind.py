"""The blind index: recognise a value seen before without storing it.

Used for ids that come from outside (a workplace's own case number), so that bringing the same thing in twice
is noticed. Without the key nothing can be looked up or guessed; with it, equal values are visible as equal,
so it is never used for names or anything somebody said.
"""

from __future__ import annotations

import hmac

from intake.sealing.context import encode
from intake.sealing.keys import Secret
from intake.sealing.labels import Label


def blind_index(key: Secret, purpose: str, value: str) -> bytes:
    """32 bytes (HMAC-SHA256), the same whenever key, purpose and value are; the value is taken as it is."""
    return hmac.digest(key.derive(Label.BLIND_INDEX, purpose).reveal(), encode(value), "sha256")
