"""The address of a hand-out: /h/<code>, answered from memory without a session; nothing else is reachable by it.

It stands before everything else the server does, so that a hall that asks at once costs the dashboard as little as can
be, and so that anyone with the address reads, also where the dashboard is for staff only.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.types import ASGIApp, Receive, Scope, Send

from indicators import handout, labels
from indicators.errors import UnknownHandout
from indicators.store import default_folder

PREFIX = "h"
METHODS = ("GET", "HEAD")
# A replaced or withdrawn hand-out is gone within a minute; meanwhile a full hall asks for it once each.
SERVED = (
    (b"content-type", b"text/html; charset=utf-8"),
    (b"cache-control", b"public, max-age=60"),
    (b"vary", b"accept-encoding"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-robots-tag", b"noindex"),
)
TOLD = ((b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store"))


def address(origin: str, code: str) -> str:
    """Return the address of a hand-out on a server: https://chi-tieu.example/h/bcdfghjk."""
    return f"{origin}/{PREFIX}/{code}"


class Handed:
    """Middleware that answers for hand-outs and lets everything else through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.window = handout.Window()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the file at a code, with 304 where the reader has it, with 404 in words where there is none."""
        if scope["type"] != "http" or not scope["path"].startswith(f"/{PREFIX}/"):
            await self.app(scope, receive, send)
            return
        asked = dict(scope["headers"])
        if scope["method"] not in METHODS:
            await _send(send, 405, ((b"allow", b"GET, HEAD"),), b"")
            return
        try:
            served = self.window.look(default_folder(), scope["path"].removeprefix(f"/{PREFIX}/"))
        except UnknownHandout as error:
            await _send(send, 404, TOLD, _sentence(asked, error).encode("utf-8"))
            return
        etag = served.etag.encode()
        if etag in asked.get(b"if-none-match", b""):
            await _send(send, 304, (*SERVED[1:], (b"etag", etag)), b"", with_length=False)
            return
        is_packed = b"gzip" in asked.get(b"accept-encoding", b"")
        packing = ((b"content-encoding", b"gzip"),) if is_packed else ()
        body = served.packed if is_packed else served.plain
        await _send(send, 200, (*SERVED, (b"etag", etag), *packing), body, is_head=scope["method"] == "HEAD")


async def _send(
    send: Send,
    status: int,
    headers: tuple[tuple[bytes, bytes], ...],
    body: bytes,
    *,
    with_length: bool = True,
    is_head: bool = False,
) -> None:
    length = ((b"content-length", str(len(body)).encode()),) if with_length else ()
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *length]})
    await send({"type": "http.response.body", "body": b"" if is_head else body})


def _sentence(asked: Mapping[bytes, bytes], error: UnknownHandout) -> str:
    is_english = asked.get(b"accept-language", b"").startswith(b"en")
    return labels.text("en" if is_english else "vi")(f"error.{error.key}", **error.figures)
