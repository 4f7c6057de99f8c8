"""Who may publish: the named account that is signed in, and how the office wants publications approved."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.errors import REFUSED, IndicatorsError


class NotSignedIn(IndicatorsError):
    """An action of staff was asked for by somebody who is not signed in."""

    key = "not_signed_in"
    exit_code = REFUSED


@dataclass(frozen=True)
class Staff:
    """Somebody who may publish, by the name of the account."""

    name: str


@dataclass(frozen=True)
class Settings:
    """What the office decided; `approval`: a publication waits for another account."""

    approval: bool = False


def staff() -> Staff | None:
    """Return who is signed in, None where nobody is."""
    return None


def require_staff() -> Staff:
    """Return who is signed in; raises NotSignedIn."""
    found = staff()
    if found is None:
        raise NotSignedIn
    return found


def settings() -> Settings:
    """Return what the office decided."""
    return Settings()
