"""The one door: who comes in, who is still in, who may read; asked anew at every action."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from indicators.accounts import (
    AttemptLog,
    Attempts,
    Clock,
    Entrance,
    OneTimeToken,
    Refused,
    now,
    tidy_name,
)
from indicators.errors import BrokenSettings, StoreForbidden
from indicators.ui.access.sessions import LONGEST, Sessions, Staff
from indicators.ui.access.settings import Settings, SettingsFiles

# Somebody who tries out a password thousands of characters long wants our time, not to come in.
LONGEST_TOKEN = 200
MOST_REMEMBERED = 10_000

Claims = Mapping[str, object]


@dataclass(frozen=True)
class LetIn:
    """Somebody let in, and the cookie that says so from now on."""

    staff: Staff
    cookie: str


class Door:
    """What is asked of it is answered from the settings as they are now, never as they were at sign-in."""

    def __init__(self, *, files: Callable[[], Sequence[Path]], folder: Callable[[], Path], clock: Clock = now) -> None:
        self._files = SettingsFiles(files, clock=clock)
        self._folder, self._clock = folder, clock
        self._attempts, self._sessions = Attempts(), Sessions(clock=clock)
        self._token: OneTimeToken | None = None
        self._lock = threading.Lock()
        self._logged: dict[tuple[str, ...], dt.datetime] = {}
        self._ended: dict[tuple[str, ...], dt.datetime] = {}

    def settings(self) -> Settings:
        """Return what the office has set; raises BrokenSettings."""
        return self._files.settings()

    def new_token(self) -> str | None:
        """Return the text of a new one-time token, None where the office has named its staff or set nonsense."""
        try:
            is_first_try = self.settings().is_first_try
        except BrokenSettings:
            return None
        if not is_first_try:
            return None
        self._token, text = OneTimeToken.made(at=self._clock())
        return text

    def sign_in(self, name: str, password: str, *, address: str) -> LetIn | Refused:
        """Let somebody in by account; raises BrokenSettings, BrokenAccounts, StoreForbidden."""
        settings = self.settings()
        if settings.fault is not None:
            raise settings.fault
        outcome = self._entrance(settings).sign_in(name, password, address=address)
        if isinstance(outcome, Refused) or outcome.name is None:
            return outcome if isinstance(outcome, Refused) else Refused()
        staff = Staff(outcome.name, "account")
        proof = settings.accounts.by_name[outcome.name]
        return LetIn(staff, self._sessions.begin(staff, proof=proof))

    def sign_in_by_token(self, text: str, name: str, *, address: str) -> LetIn | Refused:
        """Let the holder of the printed token in under a name, as it is to be written; raises as `sign_in` does."""
        settings = self.settings()
        outcome = self._entrance(settings).sign_in_by_token(text[:LONGEST_TOKEN], address=address)
        if isinstance(outcome, Refused):
            return outcome
        staff = Staff(name, "token")
        return LetIn(staff, self._sessions.begin(staff))

    def sign_out(self, cookie: str | None, claims: Claims | None = None) -> None:
        """End a session, and what a provider said of somebody, in every window that is still open."""
        self._sessions.end(cookie)
        if claims:
            with self._lock:
                self._ended[_sign_in_of(claims)] = self._clock()
                self._forget(self._ended)

    def staff_of_cookie(self, cookie: str | None) -> Staff | None:
        """Return who a session cookie stands for, if that account is still there with that password."""
        session = self._sessions.find(cookie)
        if session is None:
            return None
        try:
            settings = self.settings()
        except BrokenSettings:
            return None
        if session.staff.way == "token":
            return session.staff if settings.is_first_try else None
        is_same = settings.accounts.by_name.get(session.staff.name) == session.proof
        return session.staff if is_same and settings.fault is None else None

    def staff_of_claims(self, claims: Claims, *, address: str) -> Staff | None:
        """Return who a provider's claims stand for, if the office lists their verified address; both are logged."""
        try:
            settings = self.settings()
        except BrokenSettings:
            return None
        name = self._named(claims, settings)
        if not self._is_logged(claims, address, "oidc_signed_in" if name else "oidc_refused"):
            return None
        return Staff(name, "oidc") if name else None

    def may_read(self, staff: Callable[[], Staff | None]) -> bool:
        """Whether the figures are for everybody, or for somebody of the staff who asks."""
        try:
            reading = self.settings().reading
        except BrokenSettings:
            return False
        return reading == "open" or staff() is not None

    def _entrance(self, settings: Settings) -> Entrance:
        token = self._token if settings.is_first_try else None
        log = AttemptLog.of_store(self._folder())
        return Entrance(settings.accounts, log, token=token, attempts=self._attempts, clock=self._clock)

    def _named(self, claims: Claims, settings: Settings) -> str | None:
        begun = claims.get("iat")
        if not settings.providers or not claims.get("is_logged_in") or not isinstance(begun, int | float):
            return None
        age = self._clock().timestamp() - begun
        if age >= LONGEST.total_seconds() or _sign_in_of(claims) in self._ended:
            return None
        # Providers that don't say whether an address is verified give out only their own.
        if claims.get("email_verified", True) is not True:
            return None
        return settings.name_by_address.get(str(claims.get("email", "")).strip().casefold())

    def _is_logged(self, claims: Claims, address: str, outcome: str) -> bool:
        key = (*_sign_in_of(claims), outcome)
        with self._lock:
            if key in self._logged:
                return True
            name = tidy_name(str(claims.get("email", ""))) or None
            try:
                AttemptLog.of_store(self._folder()).write(at=self._clock(), name=name, address=address, outcome=outcome)
            except StoreForbidden:
                return False
            self._logged[key] = self._clock()
            self._forget(self._logged)
        return True

    def _forget(self, remembered: dict[tuple[str, ...], dt.datetime]) -> None:
        over = self._clock() - LONGEST
        for key in [key for key, at in remembered.items() if at < over]:
            del remembered[key]


def _sign_in_of(claims: Claims) -> tuple[str, ...]:
    return (f"{claims.get('iss', '')} {claims.get('sub', '')}", str(claims.get("iat", "")))
