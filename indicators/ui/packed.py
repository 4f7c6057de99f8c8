"""Streamlit's own files, sent compressed: each is compressed once, when it is first asked for, and then kept."""

from __future__ import annotations

import gzip
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What Streamlit marks so has its content's hash in its name: it never changes, so what was compressed stays true.
KEEPS = b"immutable"
TYPES = (b"text/javascript", b"application/javascript", b"text/css", b"image/svg+xml", b"application/json")
SMALLEST_BYTES = 1024
MOST_BYTES = 32 * 1024 * 1024
# The best there is: it is paid once, by one thread, and saves a tenth of every first visit.
LEVEL = 9

Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True)
class Packed:
    """A file as it is sent."""

    headers: Headers
    body: bytes


class Packing:
    """Middleware that compresses files that never change, and lets everything else through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._packed: dict[str, Packed] = {}
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _may_be_packed(scope["headers"]):
            await self.app(scope, receive, send)
            return
        found = self._packed.get(scope["path"])
        if found is None:
            await self.app(scope, receive, _Keeping(send, scope["path"], self._keep).send)
            return
        await _answer(found, send)

    async def _keep(self, path: str, headers: Headers, body: bytes, send: Send) -> None:
        packed = await run_in_threadpool(pack, headers, body)
        if path not in self._packed and self._bytes + len(packed.body) <= MOST_BYTES:
            self._packed[path] = packed
            self._bytes += len(packed.body)
        await _answer(packed, send)


class _Keeping:
    """Holds an answer back until its body is whole where it is worth keeping, and else lets it through."""

    def __init__(self, send: Send, path: str, keep: Callable[[str, Headers, bytes, Send], Awaitable[None]]) -> None:
        self._send = send
        self._path = path
        self._keep = keep
        self._start: Message | None = None
        self._body = bytearray()

    async def send(self, message: Message) -> None:
        """Take one message of the answer."""
        if message["type"] == "http.response.start" and _is_worth_keeping(message):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._keep(self._path, tuple(self._start["headers"]), bytes(self._body), self._send)


def pack(headers: Headers, body: bytes) -> Packed:
    """Return an answer compressed; its tag names the bytes as they were and so is left out."""
    smaller = gzip.compress(body, LEVEL, mtime=0)
    kept = tuple(pair for pair in headers if pair[0] not in (b"content-length", b"etag", b"accept-ranges"))
    told = (
        (b"content-encoding", b"gzip"),
        (b"vary", b"Accept-Encoding"),
        (b"content-length", str(len(smaller)).encode()),
    )
    return Packed((*kept, *told), smaller)


async def _answer(packed: Packed, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": list(packed.headers)})
    await send({"type": "http.response.body", "body": packed.body})


def _may_be_packed(asked: Iterable[tuple[bytes, bytes]]) -> bool:
    headers = dict(asked)
    return b"gzip" in headers.get(b"accept-encoding", b"") and b"range" not in headers


def _is_worth_keeping(start: Message) -> bool:
    headers = dict(start["headers"])
    return (
        start["status"] == 200
        and KEEPS in headers.get(b"cache-control", b"")
        and b"content-encoding" not in headers
        and headers.get(b"content-type", b"").startswith(TYPES)
        and int(headers.get(b"content-length", b"0")) >= SMALLEST_BYTES
    )
