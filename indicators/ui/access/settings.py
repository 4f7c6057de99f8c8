"""What the office has set about access, read from Streamlit's secrets file again whenever it changes."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
import threading
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from indicators.accounts import Accounts, Clock, now, tidy_name
from indicators.errors import BrokenAccounts, BrokenSettings

Reading = Literal["open", "restricted"]
KNOWN = frozenset({"reading", "approval", "staff", "proxy"})
# An editor that empties a file and then fills it leaves, for a moment, a file that allows everything.
MOMENT = dt.timedelta(seconds=1)
# What Streamlit itself wants of a provider; a table below [auth] is a provider of that name.
OF_PROVIDER, ALSO_OF_PROVIDER = "server_metadata_url", ("client_id", "client_secret")
# Whoever guesses it writes themselves a cookie that names anybody.
SHORTEST_SECRET = 32

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Settings:
    """Who may read, who may publish and by which ways; `fault` says why no account can be used, where none can."""

    reading: Reading = "open"
    approval: bool = False
    accounts: Accounts = field(default_factory=Accounts, repr=False)
    fault: BrokenAccounts | None = None
    name_by_address: Mapping[str, str] = field(default_factory=dict, repr=False)
    providers: tuple[str, ...] = ()
    proxies: frozenset[str] = frozenset()

    @property
    def has_accounts(self) -> bool:
        """Whether the office has accounts of its own, be they all in order or not."""
        return bool(self.accounts.by_name) or self.fault is not None

    @property
    def is_first_try(self) -> bool:
        """Whether nobody is named yet: only then does the one-time token let somebody in."""
        return not self.has_accounts and not self.providers


class SettingsFiles:
    """The secrets files as Streamlit names them, a later one going before an earlier one."""

    def __init__(self, paths: Callable[[], Sequence[Path]], *, clock: Clock = now) -> None:
        self._paths, self._clock = paths, clock
        self._lock = threading.Lock()
        self._stamp: Stamp | None = None
        self._read: Settings | BrokenSettings = Settings()

    def settings(self) -> Settings:
        """Return what is set; raises BrokenSettings, also where a file that was there is gone."""
        with self._lock:
            found = self._now()
        if isinstance(found, BrokenSettings):
            raise found
        return found

    def _now(self) -> Settings | BrokenSettings:
        paths = self._paths()
        try:
            stamp, newest = _stamp(paths)
        except OSError as error:
            return BrokenSettings(file=Path(error.filename).name, why=error.strerror)
        if stamp == self._stamp:
            return self._read
        gone = {name for name, _, _ in self._stamp or ()} - {name for name, _, _ in stamp}
        if gone:
            # Its absence opens the figures to everybody: that is for a restart to decide, not for an accident.
            return BrokenSettings(file=Path(min(gone)).name, why=os.strerror(errno.ENOENT))
        age = self._clock() - dt.datetime.fromtimestamp(newest / 1e9, dt.UTC)
        if self._stamp is not None and dt.timedelta() <= age < MOMENT:
            return self._read
        try:
            self._read = settings_of(_tables(paths))
        except BrokenSettings as error:
            self._read = error
        self._stamp = stamp
        return self._read


def settings_of(tables: Mapping[str, object], *, file: str = "secrets.toml") -> Settings:
    """Return the settings that the tables of a secrets file make; raises BrokenSettings."""
    access = _table(tables, "access", file)
    unknown = sorted(set(access) - KNOWN)
    if unknown:
        raise BrokenSettings(file=file, why=f"[access] {', '.join(map(_shown, unknown))}")
    reading, approval = access.get("reading", "open"), access.get("approval", False)
    if reading not in ("open", "restricted"):
        raise BrokenSettings(file=file, why="[access] reading")
    if not isinstance(approval, bool):
        raise BrokenSettings(file=file, why="[access] approval")
    accounts, fault = _accounts(_table(tables, "accounts", file))
    auth = _table(tables, "auth", file)
    return Settings(
        reading="restricted" if reading == "restricted" else "open",
        approval=approval,
        accounts=accounts,
        fault=fault,
        name_by_address=_staff(access.get("staff", []), file),
        providers=_providers(auth, file),
        proxies=_proxies(access.get("proxy", []), file),
    )


def _why(error: OSError | UnicodeDecodeError | tomllib.TOMLDecodeError) -> str:
    # Everybody reads it: what is wrong and in which line, without the folder or a word of the file.
    return str(error.strerror) if isinstance(error, OSError) else str(error)


def _shown(key: str) -> str:
    # A line of [accounts] that stands in the wrong table would show a name here.
    return key if re.fullmatch("[a-z_]{1,20}", key) else "…"


def _stamp(paths: Sequence[Path]) -> tuple[Stamp, int]:
    found, newest = [], 0
    for path in paths:
        try:
            known = path.stat()
        except FileNotFoundError:
            continue
        found.append((str(path), known.st_mtime_ns, known.st_size))
        newest = max(newest, known.st_mtime_ns)
    return tuple(found), newest


def _tables(paths: Sequence[Path]) -> dict[str, object]:
    tables: dict[str, object] = {}
    for path in paths:
        try:
            # Notepad may begin a file with a byte order mark.
            tables.update(tomllib.loads(path.read_text("utf-8-sig")))
        except FileNotFoundError:
            continue
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise BrokenSettings(file=path.name, why=_why(error)) from error
    return tables


def _table(tables: Mapping[str, object], name: str, file: str) -> Mapping[str, object]:
    found = tables.get(name, {})
    if not isinstance(found, Mapping):
        raise BrokenSettings(file=file, why=f"[{name}]")
    return found


def _accounts(hashes: Mapping[str, object]) -> tuple[Accounts, BrokenAccounts | None]:
    try:
        return Accounts.of(hashes), None
    except BrokenAccounts as error:
        return Accounts(), error


def _staff(listed: object, file: str) -> dict[str, str]:
    """Return names by e-mail address: a table gives each a name, of a list each address is its own name."""
    pairs = listed.items() if isinstance(listed, Mapping) else [(each, each) for each in _texts(listed, "staff", file)]
    found = {}
    for address, name in pairs:
        tidy = tidy_name(name) if isinstance(name, str) else ""
        if "@" not in address or not tidy:
            raise BrokenSettings(file=file, why="[access] staff")
        found[address.strip().casefold()] = tidy
    return found


def _proxies(listed: object, file: str) -> frozenset[str]:
    return frozenset(_texts([listed] if isinstance(listed, str) else listed, "proxy", file))


def _texts(listed: object, key: str, file: str) -> list[str]:
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise BrokenSettings(file=file, why=f"[access] {key}")
    return listed


def _providers(auth: Mapping[str, object], file: str) -> tuple[str, ...]:
    tables = {name: table for name, table in auth.items() if isinstance(table, Mapping) and OF_PROVIDER in table}
    if OF_PROVIDER in auth:
        tables = {"default": auth, **tables}
    if not tables:
        return ()
    if len(str(auth.get("cookie_secret", ""))) < SHORTEST_SECRET:
        raise BrokenSettings(file=file, why=f"[auth] cookie_secret < {SHORTEST_SECRET}")
    if not str(auth.get("redirect_uri", "")).endswith("/oauth2callback"):
        raise BrokenSettings(file=file, why="[auth] redirect_uri … /oauth2callback")
    for name, table in tables.items():
        missing = [key for key in ALSO_OF_PROVIDER if not table.get(key)]
        if missing or "_" in name:
            raise BrokenSettings(file=file, why=f"[auth.{name}] {', '.join(missing) or '_'}")
    return tuple(tables)
