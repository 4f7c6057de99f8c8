"""The address that says which version of the store is the newest, and nothing else, to every open page."""

from __future__ import annotations

import time
from asyncio import Lock
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from indicators.errors import IndicatorsError
from indicators.store import default_folder

LIVE_PATH = "live"
# However many pages ask, the store is asked this seldom.
KNOWN_FOR_SECONDS = 0.3


class Newest:
    """The number of the newest version as it was last asked for; None where there is no store to read."""

    def __init__(self, ask: Callable[[], int | None]) -> None:
        self._ask = ask
        self._lock = Lock()
        self._known: int | None = None
        self._asked = float("-inf")

    async def version(self) -> int | None:
        """Return the number, at most KNOWN_FOR_SECONDS old, or as old as it takes to make a newer version ready.

        Who asks meanwhile is not kept waiting: two hundred who waited would all run their page at the same moment.
        """
        is_being_asked = self._lock.locked() and self._known is not None
        if not self._is_known() and not is_being_asked:
            async with self._lock:
                if not self._is_known():
                    # Of the moment before asking: what is committed meanwhile must not count as known.
                    began = time.monotonic()
                    self._known = await run_in_threadpool(self._ask)
                    self._asked = began
        return self._known

    def _is_known(self) -> bool:
        return time.monotonic() - self._asked < KNOWN_FOR_SECONDS

    async def answer(self, request: Request) -> Response:
        """Answer with the number as JSON that nobody keeps."""
        return JSONResponse({"version": await self.version()}, headers={"Cache-Control": "no-store"})


def routes() -> list[BaseRoute]:
    """Return the route that dashboard.py adds beside Streamlit's own."""
    return [Route(f"/{LIVE_PATH}", Newest(newest).answer, methods=["GET"])]


def newest() -> int | None:
    """Return the number of the newest version that is ready to be read; None where there is no store to read."""
    # Imported when first asked: before Streamlit runs, a cache would be made for no runtime.
    from indicators.ui import cached

    try:
        return cached.latest(str(default_folder())).version()
    except IndicatorsError:
        return None
