"""Who is signed in on this page, and what only staff may do."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.errors import IndicatorsError


class NotSignedIn(IndicatorsError):
    """Only a signed-in member of staff may do this."""

    key = "not_signed_in"


@dataclass(frozen=True)
class Staff:
    """A member of staff, by the name that every publication carries."""

    name: str


def staff() -> Staff | None:
    """Return who is signed in; nobody is, until accounts are asked for on the pages."""
    return None


def require_staff() -> Staff:
    """Return who is signed in; raises NotSignedIn."""
    found = staff()
    if found is None:
        raise NotSignedIn
    return found
