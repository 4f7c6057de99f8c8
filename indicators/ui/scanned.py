"""The hand-out that slides end on, at the address by which the reader's own browser reaches this server."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.requests import Request

from indicators import handout
from indicators.exhibits import Scan
from indicators.selection import Selection
from indicators.ui import handed
from indicators.ui.access.asking import is_secure

# Whoever asks says what the host is called: only what can be a name, or an address in numbers, comes on a slide.
HOST = re.compile(r"(?:[a-z0-9.-]{1,100}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?", re.IGNORECASE)


def scan(request: Request, folder: str, selection: Selection) -> Scan | None:
    """Return what slides of a selection whose version is settled end on; None where nothing of it is handed out."""
    host = request.headers.get("host", "")
    found = handout.of_version(Path(folder), selection.version or 0, language=selection.language, as_of=selection.as_of)
    if found is None or not HOST.fullmatch(host):
        return None
    scheme = "https" if is_secure(request) else "http"
    return handout.scan(found, handed.address(f"{scheme}://{host}", found.code))
