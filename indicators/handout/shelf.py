"""Hand-outs on disk: under <store>/handout/<code> one note of what it is, and the file it names, compressed."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Protocol

from indicators.errors import StoreForbidden, UnknownHandout

FOLDER = "handout"
NOTE = "handout.json"
# No letter that looks like another one, and no vowels, so that no word comes of them. Eight of 28 are 4 in 10^11.
LETTERS = "bcdfghjkmnpqrstvwxyz23456789"
LENGTH = 8
CODE = re.compile(f"[{LETTERS}]{{{LENGTH}}}")
DIGITS_OF_HASH = 16


class Offered(Protocol):
    """A file to hand out, with what is said of it."""

    @property
    def content(self) -> bytes:
        """The file."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def version(self) -> int:
        """The version of the store it shows."""

    @property
    def as_of(self) -> int:
        """The year it opens at."""

    @property
    def language(self) -> str:
        """The language it is in."""

    @property
    def is_demonstration(self) -> bool:
        """Whether demonstration data are in it."""


@dataclass(frozen=True)
class Handout:
    """One address: which version in which language it shows, who put it there and when; withdrawn, it shows nothing.

    `file` is the name of what is served, `size` its compressed bytes.
    """

    code: str
    title: str
    version: int
    as_of: int
    language: str
    by: str
    at: dt.datetime
    file: str
    size: int
    is_demonstration: bool = False
    withdrawn_by: str | None = None
    withdrawn_at: dt.datetime | None = None

    @property
    def is_withdrawn(self) -> bool:
        """Whether its address shows nothing any more."""
        return self.withdrawn_at is not None


def publish(
    store: Path, made: Offered, *, by: str, replacing: str | None = None, now: dt.datetime | None = None
) -> Handout:
    """Put a file at a new address, or at the address of a former one; raises UnknownHandout and StoreForbidden.

    Whoever asks meanwhile gets the former file whole or the new one whole.
    """
    if replacing is not None:
        find(store, replacing)
    code = _new_code(store) if replacing is None else replacing
    packed = gzip.compress(made.content, 9, mtime=0)
    file = f"{hashlib.sha256(made.content).hexdigest()[:DIGITS_OF_HASH]}.html.gz"
    put = Handout(
        code=code,
        title=made.title,
        version=made.version,
        as_of=made.as_of,
        language=made.language,
        by=by,
        at=now or dt.datetime.now(dt.UTC),
        file=file,
        size=len(packed),
        is_demonstration=made.is_demonstration,
    )
    with _writing(store):
        folder = _folder(store, code)
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / file, packed)
        _note(store, put)
        _clear(folder, but=file)
    return put


def withdraw(store: Path, code: str, *, by: str, now: dt.datetime | None = None) -> Handout:
    """Take a file from its address; that it was there stays known. Raises UnknownHandout and StoreForbidden."""
    known = find(store, code)
    if known.is_withdrawn:
        return known
    gone = replace(known, withdrawn_by=by, withdrawn_at=now or dt.datetime.now(dt.UTC))
    with _writing(store):
        _note(store, gone)
        _clear(_folder(store, code), but=None)
    return gone


def handouts(store: Path) -> list[Handout]:
    """Return every hand-out, the newest first, withdrawn ones too."""
    folder = store / FOLDER
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    found = [_read(store, name) for name in names if is_code(name)]
    return sorted((each for each in found if each is not None), key=lambda each: each.at, reverse=True)


def of_version(store: Path, version: int, *, language: str, as_of: int) -> Handout | None:
    """Return a hand-out of this version that still opens: rather in the language, then at the year, then the newest."""
    shown = [each for each in handouts(store) if each.version == version and not each.is_withdrawn]
    fitting = sorted(shown, key=lambda each: (each.language == language, each.as_of == as_of, each.at))
    return fitting[-1] if fitting else None


def find(store: Path, code: str) -> Handout:
    """Return the hand-out of a code; raises UnknownHandout."""
    found = _read(store, code) if is_code(code) else None
    if found is None:
        raise UnknownHandout(code=code[: 2 * LENGTH])
    return found


def is_code(code: str) -> bool:
    """Whether a text could be a code at all; nothing else ever becomes part of a path."""
    return CODE.fullmatch(code) is not None


def packed_file(store: Path, handout: Handout) -> Path:
    """Return where the compressed file of a hand-out stands."""
    return _folder(store, handout.code) / handout.file


def note_file(store: Path, code: str) -> Path:
    """Return where what is known of a code stands."""
    return _folder(store, code) / NOTE


def _folder(store: Path, code: str) -> Path:
    return store / FOLDER / code


def _new_code(store: Path) -> str:
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        if not _folder(store, code).exists():
            return code


def _read(store: Path, code: str) -> Handout | None:
    try:
        told = json.loads(note_file(store, code).read_text("utf-8"))
    except FileNotFoundError:
        return None
    moments = {name: told[name] and dt.datetime.fromisoformat(told[name]) for name in ("at", "withdrawn_at")}
    return Handout(**{**told, **moments, "code": code})


def _note(store: Path, handout: Handout) -> None:
    told = json.dumps(asdict(handout), ensure_ascii=False, indent=1, default=lambda moment: moment.isoformat())
    _write(note_file(store, handout.code), told.encode("utf-8"))


def _write(path: Path, content: bytes) -> None:
    arriving = path.with_name(f".arriving-{secrets.token_hex(6)}")
    arriving.write_bytes(content)
    os.replace(arriving, path)


def _clear(folder: Path, *, but: str | None) -> None:
    for path in folder.glob("*.html.gz"):
        if path.name != but:
            path.unlink(missing_ok=True)


@contextmanager
def _writing(store: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreForbidden(folder=str(store)) from error
