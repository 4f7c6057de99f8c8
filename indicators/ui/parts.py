"""The parts of an exhibit that a page fetches when a reader comes to them: long drawings, and tables of figures."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from indicators import labels
from indicators.errors import IndicatorsError
from indicators.ui import access
from indicators.ui.elements.later import PART_PATH
from indicators.ui.exports import asked

# The address holds the version: what was fetched stays true. It is kept no longer, because a newer programme may draw
# the same figures otherwise.
KEPT = "private, max-age=3600"
NOT_KEPT = "no-store"


async def part(request: Request) -> Response:
    """Answer with the markup of one part of one exhibit."""
    params = dict(request.query_params)
    words = labels.text("en" if params.get("lang") == "en" else "vi")
    name = params.get("exhibit", "")
    try:
        packed = await run_in_threadpool(_packed, name, params)
    except KeyError:
        return PlainTextResponse(words("page.unknown_exhibit", name=name[:60]), status_code=404)
    except IndicatorsError as error:
        return PlainTextResponse(words(f"error.{error.key}", **error.figures), status_code=404)
    told = headers(params)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(packed), media_type="text/html", headers=told)
    return Response(packed, media_type="text/html", headers={**told, "Content-Encoding": "gzip"})


def headers(params: Mapping[str, str]) -> dict[str, str]:
    """Return what a browser is told of an answer: one of a named version is kept, where anybody may read it."""
    is_pinned = params.get("v", "").isdecimal() and access.settings().reading != "restricted"
    return {"Cache-Control": KEPT if is_pinned else NOT_KEPT, "Vary": "Accept-Encoding"}


def routes() -> list[BaseRoute]:
    """Return the route that dashboard.py adds beside Streamlit's own."""
    return [Route(f"/{PART_PATH}", part, methods=["GET"])]


def _packed(name: str, params: dict[str, str]) -> bytes:
    # Imported when first asked: before Streamlit runs, a cache would be made for no runtime.
    from indicators.ui import cached

    folder, selection, _ = asked(params)
    return cached.part(folder, name, params.get("part", ""), selection)
