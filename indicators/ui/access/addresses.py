"""What the address of the sign-in page carries, and the address to go back to: never one of another site."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from indicators.selection import KEY_BY_FIELD
from indicators.ui import received
from indicators.ui.screens import BY_NAME

# The page to go back to, the one-time token, what was refused, how many seconds to wait.
BACK, TOKEN, REFUSED, WAIT = "ve", "ma", "loi", "cho"
KEYS = (BACK, TOKEN, REFUSED, WAIT)
LONGEST_QUERY = 2000
# What a page may be opened with; anything else is not carried over.
CARRIED = frozenset({*KEY_BY_FIELD.values(), *received.KEY_BY_FIELD.values()})
# As seen from /access/sign-in, wherever on a computer the dashboard is served.
ROOT = "../"


def carried(query: str) -> dict[str, str]:
    """Return of a query the codes that belong to our pages."""
    return {key: value for key, value in parse_qsl(query[:LONGEST_QUERY]) if key in CARRIED}


def back(screen: str, query: Mapping[str, str]) -> str:
    """Return the address of one of our pages, of the overview where the name is none of them."""
    known = BY_NAME.get(screen)
    path = "" if known is None or screen == "sign_in" else known.url_path
    return f"{ROOT}{path}" + (f"?{urlencode(query)}" if query else "")


def refused(screen: str, query: Mapping[str, str], *, code: str, wait: int = 0) -> str:
    """Return the address of the sign-in page that says why somebody was not let in."""
    said = {BACK: screen if screen in BY_NAME else "", REFUSED: code, WAIT: str(wait) if wait else ""}
    asked = {**query, **{key: value for key, value in said.items() if value}}
    return f"{ROOT}{BY_NAME['sign_in'].url_path}?{urlencode(asked)}"
