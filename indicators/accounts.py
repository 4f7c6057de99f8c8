"""Who may publish: staff accounts by their hashes, a one-time token for a first try, attempts limited and logged."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import secrets
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Self

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY

from indicators.errors import BrokenAccounts, StoreForbidden

LEAST_LETTERS, MOST_LETTERS = 10, 200
LONGEST_NAME = 80
LOG_FILE = "attempts.log"
MOST_LOG_BYTES = 10 * 1024 * 1024
TOKEN_LIFETIME = dt.timedelta(hours=1)
# One person mistypes; an office behind one address mistypes more often.
FREE_BY_ACCOUNT, FREE_BY_ADDRESS = 3, 20
LONGEST_WAIT = dt.timedelta(minutes=15)
FORGOTTEN_AFTER = dt.timedelta(hours=1)
MOST_REMEMBERED = 10_000
# Each verification takes 64 MiB; a crowd of strangers must not take the server's memory.
MOST_AT_ONCE = 2

Clock = Callable[[], dt.datetime]
_HASHER = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
_TURNS = threading.BoundedSemaphore(MOST_AT_ONCE)


def now() -> dt.datetime:
    """Return this moment."""
    return dt.datetime.now(dt.UTC)


def tidy_name(name: str) -> str:
    """Return a name as accounts are found by: composed, single spaces; empty where it can't be one."""
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    return tidy if tidy.isprintable() and len(tidy) <= LONGEST_NAME else ""


def is_strong(password: str) -> bool:
    """Whether a password is long enough, and short enough to be one."""
    return LEAST_LETTERS <= len(unicodedata.normalize("NFC", password)) <= MOST_LETTERS


def hashed(password: str) -> str:
    """Return the argon2id hash of a password, with its salt and parameters."""
    with _TURNS:
        return _HASHER.hash(_bytes(password))


def settings_line(name: str, password: str) -> str:
    """Return the line of `.streamlit/secrets.toml`, below [accounts], that makes an account."""
    return f"{json.dumps(name, ensure_ascii=False)} = {json.dumps(hashed(password))}"


@dataclass(frozen=True)
class Accounts:
    """The named accounts of an office."""

    by_name: Mapping[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, hashes: Mapping[str, object]) -> Self:
        """Return the accounts of the secrets file; raises BrokenAccounts for a name or a hash that is none."""
        found: dict[str, str] = {}
        for name, hash in hashes.items():
            tidy = tidy_name(name)
            if not tidy or tidy in found or not isinstance(hash, str) or not _is_hash(hash):
                raise BrokenAccounts(name=name[:LONGEST_NAME])
            found[tidy] = hash
        return cls(found)

    def verify(self, name: str, password: str) -> bool:
        """Whether the password is that account's; an unknown name takes as long as a wrong password."""
        known = self.by_name.get(tidy_name(name))
        typed = _bytes(password[: MOST_LETTERS + 1])
        with _TURNS:
            try:
                is_right = _HASHER.verify(known or _nobodys_hash(), typed)
            except VerifyMismatchError:
                return False
            except VerificationError as error:
                raise BrokenAccounts(name=name[:LONGEST_NAME]) from error
        return is_right and known is not None


def _bytes(password: str) -> bytes:
    # The same letters come composed from one keyboard and decomposed from another.
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def _is_hash(text: str) -> bool:
    if not text.startswith("$argon2id$"):
        return False
    try:
        _HASHER.check_needs_rehash(text)
    except InvalidHashError:
        return False
    return True


@cache
def _nobodys_hash() -> str:
    return _HASHER.hash(secrets.token_bytes(16))


class OneTimeToken:
    """A token that lets its holder in once, for a first try; only its digest is kept."""

    def __init__(self, text: str, *, expires: dt.datetime) -> None:
        self._digest = _digest(text)
        self._lock = threading.Lock()
        self._is_used = False
        self.expires = expires

    @classmethod
    def made(cls, *, at: dt.datetime, lifetime: dt.timedelta = TOKEN_LIFETIME) -> tuple[Self, str]:
        """Return a new token and the text to print, which nobody can be told again."""
        text = secrets.token_urlsafe(18)
        return cls(text, expires=at + lifetime), text

    def take(self, text: str, *, at: dt.datetime) -> bool:
        """Whether the text is the token's, in time and for the first time; it is then used up."""
        is_right = secrets.compare_digest(self._digest, _digest(text.strip()))
        with self._lock:
            if not is_right or self._is_used or at >= self.expires:
                return False
            self._is_used = True
            return True


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


@dataclass
class _Tries:
    failures: int = 0
    last: dt.datetime = dt.datetime.min.replace(tzinfo=dt.UTC)
    until: dt.datetime = dt.datetime.min.replace(tzinfo=dt.UTC)


class Attempts:
    """How often somebody tried in vain: after a few the next try must wait, each time twice as long."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tries: OrderedDict[tuple[str, str], _Tries] = OrderedDict()

    def begin(self, name: str, address: str, *, at: dt.datetime) -> dt.timedelta:
        """Count a try and return zero, or return how long to wait and count nothing.

        It counts as failed until `succeeded`, so that many at once gain nothing.
        """
        limits = (((name, address), FREE_BY_ACCOUNT), (("", address), FREE_BY_ADDRESS))
        with self._lock:
            found = [(self._of(key, at), free) for key, free in limits]
            wait = max(tries.until - at for tries, _ in found)
            if wait > dt.timedelta():
                return wait
            for tries, free in found:
                tries.failures += 1
                tries.last = at
                over = tries.failures - free
                seconds = 2.0 ** min(over, 20) if over >= 0 else 0.0
                tries.until = at + min(dt.timedelta(seconds=seconds), LONGEST_WAIT)
        return dt.timedelta()

    def succeeded(self, name: str, address: str) -> None:
        """Forget the failures of that account from that address, and the one counted for the address."""
        with self._lock:
            self._tries.pop((name, address), None)
            shared = self._tries.get(("", address))
            if shared is not None:
                shared.failures -= 1
                shared.until = shared.last

    def _of(self, key: tuple[str, str], at: dt.datetime) -> _Tries:
        tries = self._tries.get(key)
        if tries is None or at - max(tries.last, tries.until) > FORGOTTEN_AFTER:
            tries = _Tries()
        self._tries[key] = tries
        self._tries.move_to_end(key)
        while len(self._tries) > MOST_REMEMBERED:
            self._tries.popitem(last=False)
        return tries


@dataclass(frozen=True)
class AttemptLog:
    """The log of attempts in the store's folder: one JSON document a line, never a password."""

    path: Path

    @classmethod
    def of_store(cls, folder: Path) -> Self:
        """Return the log of the store in that folder."""
        return cls(folder / LOG_FILE)

    def write(self, *, at: dt.datetime, name: str | None, address: str, outcome: str) -> None:
        """Add one line; raises StoreForbidden, because nobody comes in unlogged."""
        line = json.dumps({"at": at.isoformat(), "name": name, "address": address[:100], "outcome": outcome})
        try:
            if self.path.exists() and self.path.stat().st_size > MOST_LOG_BYTES:
                os.replace(self.path, self.path.with_suffix(".log.1"))
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(descriptor, f"{line}\n".encode())
            finally:
                os.close(descriptor)
        except OSError as error:
            raise StoreForbidden(folder=str(self.path.parent)) from error


@dataclass(frozen=True)
class SignedIn:
    """Somebody let in; `name` is what their publications carry, None for a token, which names nobody."""

    name: str | None


@dataclass(frozen=True)
class Refused:
    """Somebody not let in; `wait_seconds` is 0 where they may try again at once."""

    wait_seconds: int = 0


class Entrance:
    """The one place where somebody is let in: by an account, or by the token of a first try."""

    def __init__(
        self,
        accounts: Accounts,
        log: AttemptLog,
        *,
        token: OneTimeToken | None = None,
        attempts: Attempts | None = None,
        clock: Clock = now,
    ) -> None:
        self._accounts, self._log, self._token, self._clock = accounts, log, token, clock
        # Given where the accounts are read anew: the failures so far must count on.
        self._attempts = Attempts() if attempts is None else attempts

    def sign_in(self, name: str, password: str, *, address: str) -> SignedIn | Refused:
        """Let somebody in by account and password; raises StoreForbidden, BrokenAccounts."""
        tidy = tidy_name(name)
        # What is typed for a name may be a password: only names that exist are written down.
        known = tidy if tidy in self._accounts.by_name else None
        return self._let_in(known, tidy, address, lambda: self._accounts.verify(tidy, password))

    def sign_in_by_token(self, text: str, *, address: str) -> SignedIn | Refused:
        """Let somebody in by the token that the server printed when it started; raises StoreForbidden."""
        token = self._token
        return self._let_in(
            None, " token", address, lambda: token is not None and token.take(text, at=self._clock()), by="token"
        )

    def _let_in(
        self, name: str | None, tried: str, address: str, is_right: Callable[[], bool], *, by: str = "account"
    ) -> SignedIn | Refused:
        at = self._clock()
        wait = self._attempts.begin(tried, address, at=at)
        if wait > dt.timedelta():
            self._log.write(at=at, name=name, address=address, outcome=f"{by}_must_wait")
            return Refused(wait_seconds=-(-int(wait / dt.timedelta(milliseconds=1)) // 1000))
        if not is_right():
            self._log.write(at=at, name=name, address=address, outcome=f"{by}_wrong")
            return Refused()
        self._log.write(at=at, name=name, address=address, outcome=f"{by}_signed_in")
        self._attempts.succeeded(tried, address)
        return SignedIn(name)
