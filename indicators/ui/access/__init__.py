"""Who may: stands in until the way in of the staff is merged; here nobody is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.errors import NotSignedIn


@dataclass(frozen=True)
class Staff:
    """Somebody who may publish: the name that publications carry, and the way they came in."""

    name: str
    way: str


def staff() -> Staff | None:
    """Return who is signed in on this page, None where nobody is."""
    return None


def require_staff() -> Staff:
    """Return who is signed in on this page; raises NotSignedIn. To be called where something is done."""
    found = staff()
    if found is None:
        raise NotSignedIn
    return found
