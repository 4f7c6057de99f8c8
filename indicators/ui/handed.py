"""The address of a hand-out: /h/<code>, answered from memory without a session; nothing else is reachable by it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from indicators import handout, labels
from indicators.errors import UnknownHandout
from indicators.store import default_folder

PREFIX = "h"
# A replaced or withdrawn hand-out is gone within a minute; meanwhile a full hall asks for it once each.
HEADERS = {
    "Cache-Control": "public, max-age=60",
    "Vary": "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
WINDOW = handout.Window()


async def handed(request: Request) -> Response:
    """Answer with the file at a code, with 304 where the reader has it, with 404 in words where there is none."""
    try:
        served = WINDOW.look(default_folder(), request.path_params["code"])
    except UnknownHandout as error:
        return PlainTextResponse(_sentence(request, error), status_code=404, headers={"Cache-Control": "no-store"})
    headers = {**HEADERS, "ETag": served.etag}
    if served.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return HTMLResponse(served.packed, headers={**headers, "Content-Encoding": "gzip"})
    return HTMLResponse(served.plain, headers=headers)


def routes() -> list[BaseRoute]:
    """Return the routes that dashboard.py adds beside Streamlit's own."""
    return [Route(f"/{PREFIX}/{{code}}", handed, methods=["GET"])]


def _sentence(request: Request, error: UnknownHandout) -> str:
    asked = request.headers.get("accept-language", "vi")[:2]
    return labels.text("en" if asked == "en" else "vi")(f"error.{error.key}", **error.figures)
