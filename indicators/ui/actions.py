"""What a signed-in member of staff does to the store from a page; the right to do it is asked for here."""

from __future__ import annotations

from indicators.errors import NotSignedIn
from indicators.store import Store
from indicators.ui import access

LONGEST_REASON = 500


def restore(store: Store, version: int, *, by: str, reason: str) -> int:
    """Make a new version that equals a former one and return its number; the present one where it is equal already.

    `by` is the name of whoever is signed in. Raises NotSignedIn, UnknownVersion, StoreMoved and StoreForbidden.
    """
    if access.require_staff().name != by:
        raise NotSignedIn
    return store.restore(version, by=by, reason=reason.strip()[:LONGEST_REASON])
