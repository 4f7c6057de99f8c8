"""What is handed out through the address: the bytes of the last few hand-outs, held ready in memory."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from indicators.errors import UnknownHandout
from indicators.handout.shelf import find, is_code, note_file, packed_file

# Of 2 to 3 MB each; a conference has one.
MOST_HELD = 3


@dataclass(frozen=True)
class Served:
    """One file as it is sent: compressed, with the mark by which a browser knows that it has it already."""

    etag: str
    packed: bytes

    @cached_property
    def plain(self) -> bytes:
        """The same for the rare client that takes nothing compressed."""
        return gzip.decompress(self.packed)


class Window:
    """The hand-outs of one store, each read once and again only when its note has changed on disk."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[Path, str], tuple[tuple[int, int], Served]] = OrderedDict()
        self._lock = Lock()

    def look(self, store: Path, code: str) -> Served:
        """Return what stands at a code now; raises UnknownHandout where nothing does, or nothing any more."""
        if not is_code(code):
            raise UnknownHandout(code=code[:16])
        try:
            noted = note_file(store, code).stat()
        except OSError as error:
            raise UnknownHandout(code=code) from error
        stamp = (noted.st_mtime_ns, noted.st_ino)
        with self._lock:
            held = self._held.get((store, code))
            if held is not None and held[0] == stamp:
                self._held.move_to_end((store, code))
                return held[1]
        served = _read(store, code)
        with self._lock:
            self._held[store, code] = (stamp, served)
            while len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
        return served


def _read(store: Path, code: str) -> Served:
    handout = find(store, code)
    if handout.is_withdrawn:
        raise UnknownHandout(code=code)
    try:
        packed = packed_file(store, handout).read_bytes()
    except FileNotFoundError as error:
        # Replaced between the note and the file: the next look finds the new one.
        raise UnknownHandout(code=code) from error
    return Served(etag=f'"{handout.file.partition(".")[0]}"', packed=packed)
