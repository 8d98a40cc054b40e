"""What can go wrong, in words a user may read.

Every error the application raises on purpose is one of these. An error carries a message id (English, translated at
the door) and values that name *things of the application* (a field, a limit, a number), never what a person said.
"""

from __future__ import annotations

from typing import ClassVar


def N_(message: str) -> str:
    """Mark a message id for extraction; the translation happens where the reader's language is known."""
    return message


class IntakeError(Exception):
    """Base of all expected failures. `status` is the HTTP status the door answers with."""

    status: ClassVar[int] = 500
    words: ClassVar[str] = N_("Something went wrong. Nothing was changed.")

    def __init__(self, message: str | None = None, **values: str | int) -> None:
        super().__init__(message or self.words)
        self.message = message or self.words
        self.values = values

    def __str__(self) -> str:
        return self.message % self.values if self.values else self.message


class Invalid(IntakeError):
    """What was given cannot be accepted. `fields` maps a field's path (`dispatch.from`) to message ids."""

    status = 422
    words = N_("Some answers need attention.")

    def __init__(
        self, message: str | None = None, *, fields: dict[str, list[str]] | None = None, **values: str | int
    ) -> None:
        super().__init__(message, **values)
        self.fields = fields or {}


class Unauthenticated(IntakeError):
    """Nobody is signed in, or the sign-in did not succeed (one answer for every reason)."""

    status = 401
    words = N_("Please sign in.")


class Refused(IntakeError):
    """The signed-in person may not do this."""

    status = 403
    words = N_("You may not do this.")


class StepUpNeeded(Refused):
    """The deed needs the password and second factor once more."""

    words = N_("Please confirm it is you: enter your password and a new code.")


class NotFound(IntakeError):
    """It does not exist, or the person may not know whether it exists: one answer for both."""

    status = 404
    words = N_("There is nothing here.")


class Conflict(IntakeError):
    """Somebody changed it in the meantime, or its state does not allow this now."""

    status = 409
    words = N_("This was changed in the meantime.")


class Busy(IntakeError):
    """Too much at once, or too often; trying again later will do. `seconds` says when."""

    status = 429
    words = N_("Too many attempts. Please wait and try again.")

    def __init__(self, message: str | None = None, *, seconds: int = 5, status: int = 429) -> None:
        super().__init__(message)
        self.seconds = seconds
        self.status = status  # type: ignore[misc]


class Damaged(IntakeError):
    """A key does not fit or a sealed thing was altered; never says which (one answer, no oracle)."""

    status = 500
    words = N_("This could not be opened.")


class Misconfigured(IntakeError):
    """The application must not start like this. Shown to the operator at start-up only."""

    status = 500
    words = N_("The configuration is wrong.")
