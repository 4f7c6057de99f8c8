"""The files that were received, kept as they came and named by their hash."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from indicators.errors import UnknownReceived

# The ending lets an office PC open the file; a strange one is left out.
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")
_HASH = re.compile(r"[0-9a-f]{64}")


def keep(folder: Path, *, name: str, content: bytes) -> str:
    """Write the content where no power cut can take it away and return its hash; what is there already stays."""
    sha256 = hashlib.sha256(content).hexdigest()
    if _kept(folder, sha256):
        return sha256
    folder.mkdir(parents=True, exist_ok=True)
    ending = Path(name).suffix.lower()
    path = folder / f"{sha256}{ending if _ENDING.fullmatch(ending) else ''}"
    with tempfile.NamedTemporaryFile(dir=folder, prefix="arriving-", delete=False) as arriving:
        arriving.write(content)
        arriving.flush()
        os.fsync(arriving.fileno())
    os.replace(arriving.name, path)
    _sync_names(folder)
    return sha256


def find(folder: Path, sha256: str) -> Path:
    """Return where the file of that hash stands; raises UnknownReceived where none was kept."""
    path = _kept(folder, sha256)
    if path is None:
        raise UnknownReceived(sha256=sha256)
    return path


def _kept(folder: Path, sha256: str) -> Path | None:
    return next(iter(folder.glob(f"{sha256}*")), None) if _HASH.fullmatch(sha256) else None


def _sync_names(folder: Path) -> None:
    # A name in a folder is written apart from the file it names. Windows does both at once and opens no folder.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
