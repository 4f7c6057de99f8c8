"""How our own addresses answer: what was compressed once, a file to keep, and an error as a sentence."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from indicators import labels
from indicators.errors import IndicatorsError
from indicators.labels import Text
from indicators.ui import access

# The longest of a stranger's words that an answer says again.
LONGEST_SAID = 60
NOT_KEPT = "no-store"
NOT_SNIFFED = {"X-Content-Type-Options": "nosniff"}


def words_of(params: Mapping[str, str]) -> Text:
    """Return the words of the language an address asks for; anything but English is Vietnamese."""
    return labels.text("en" if params.get("lang") == "en" else "vi")


def kept(seconds: int, params: Mapping[str, str]) -> str:
    """Return for how long a browser keeps an answer: of a named version, and only where anybody may read it."""
    is_pinned = params.get("v", "").isdecimal() and access.settings().reading != "restricted"
    return f"private, max-age={seconds}" if is_pinned else NOT_KEPT


def compressed(
    request: Request, packed: bytes, headers: Mapping[str, str], *, media_type: str = "text/html"
) -> Response:
    """Return what was compressed by gzip as it is, and unpacked for whoever does not take it so."""
    told = {**headers, "Vary": ", ".join(filter(None, ("Accept-Encoding", headers.get("Vary"))))}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(packed), media_type=media_type, headers=told)
    return Response(packed, media_type=media_type, headers={**told, "Content-Encoding": "gzip"})


def file(content: bytes, name: str, *, media_type: str, keeps: str = NOT_KEPT) -> Response:
    """Return a file that the browser saves under a name."""
    told = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": keeps, **NOT_SNIFFED}
    return Response(content, media_type=media_type, headers=told)


def refused(
    error: IndicatorsError, params: Mapping[str, str], headers: Mapping[str, str] | None = None
) -> PlainTextResponse:
    """Return 404 with what a named error says."""
    said = words_of(params)(f"error.{error.key}", **error.figures)
    return PlainTextResponse(said, status_code=404, headers={"Cache-Control": NOT_KEPT, **(headers or {})})


def not_signed_in(params: Mapping[str, str]) -> PlainTextResponse:
    """Return 401 for a stranger where only the staff read."""
    said = words_of(params)("error.not_signed_in")
    return PlainTextResponse(said, status_code=401, headers={"Cache-Control": NOT_KEPT})


def unknown_exhibit(params: Mapping[str, str]) -> PlainTextResponse:
    """Return 404 for an exhibit that there is not."""
    said = words_of(params)("page.unknown_exhibit", name=params.get("exhibit", "")[:LONGEST_SAID])
    return PlainTextResponse(said, status_code=404, headers={"Cache-Control": NOT_KEPT})
