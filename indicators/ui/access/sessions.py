"""Who is signed in at this server: kept in its memory, known to the browser by a random number and nothing else."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Literal

from indicators.accounts import Clock, now

LONGEST = dt.timedelta(hours=12)
LONGEST_IDLE = dt.timedelta(hours=2)
BYTES = 32
LONGEST_COOKIE = 100
MOST_SESSIONS = 10_000

Way = Literal["account", "token", "oidc"]


@dataclass(frozen=True)
class Staff:
    """Somebody who may publish: the name that publications carry, and the way they came in."""

    name: str
    way: Way


@dataclass(frozen=True)
class Session:
    """One sign-in; `proof` is the hash of the password it was made with, so that a new password ends it."""

    staff: Staff
    proof: str
    begun: dt.datetime
    seen: dt.datetime

    def is_over(self, at: dt.datetime) -> bool:
        """Whether it has lasted, or lain idle, too long."""
        return at - self.begun >= LONGEST or at - self.seen >= LONGEST_IDLE


class Sessions:
    """The sessions of this server by the digest of their cookie; a restart ends them all."""

    def __init__(self, *, clock: Clock = now) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._by_digest: OrderedDict[bytes, Session] = OrderedDict()

    def begin(self, staff: Staff, *, proof: str = "") -> str:
        """Return the cookie of a new session; only its digest is kept."""
        cookie, at = secrets.token_urlsafe(BYTES), self._clock()
        with self._lock:
            self._by_digest[_digest(cookie)] = Session(staff, proof, begun=at, seen=at)
            while len(self._by_digest) > MOST_SESSIONS:
                self._by_digest.popitem(last=False)
        return cookie

    def find(self, cookie: str | None) -> Session | None:
        """Return the session of a cookie, which counts as seen now, or None."""
        if not cookie or len(cookie) > LONGEST_COOKIE:
            return None
        digest, at = _digest(cookie), self._clock()
        with self._lock:
            found = self._by_digest.get(digest)
            if found is None:
                return None
            if found.is_over(at):
                del self._by_digest[digest]
                return None
            self._by_digest[digest] = replace(found, seen=at)
            self._by_digest.move_to_end(digest)
        return found

    def end(self, cookie: str | None) -> None:
        """Forget the session of a cookie."""
        if cookie:
            with self._lock:
                self._by_digest.pop(_digest(cookie), None)


def _digest(cookie: str) -> bytes:
    return hashlib.sha256(cookie.encode("utf-8", "surrogatepass")).digest()
