"""The one HTML file that Streamlit serves for every page, given our language, our name and the place of its server."""

from __future__ import annotations

from html import escape
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from indicators import catalogue, labels
from indicators.ui import assets
from indicators.ui.screens import SCREENS

PAGE_PATHS = frozenset(screen.url_path for screen in SCREENS)
# Opened at /district, Streamlit would first look for its server under /district/ and leave two errors in the console.
BASE = "<script>window.__streamlit={BACKEND_BASE_URL:new URL('.',location.href).href}</script>"


class Shell:
    """Middleware that rewrites the HTML of our own pages and lets everything else through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        last = str(scope.get("path", "")).rsplit("/", 1)[-1]
        if scope["type"] != "http" or scope["method"] != "GET" or last not in PAGE_PATHS:
            await self.app(scope, receive, send)
            return
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        language = "en" if query.get("lang") == ["en"] else "vi"
        # The rewritten body must not be compressed already.
        plain = [pair for pair in scope["headers"] if pair[0] not in (b"accept-encoding", b"if-none-match")]
        await self.app({**scope, "headers": plain}, receive, Rewriting(send, language).send)


class Rewriting:
    """Holds an answer back until its body is whole, then sends it on with the shell rewritten."""

    def __init__(self, send: Send, language: str) -> None:
        self._send = send
        self._language = language
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        """Take one message of the answer."""
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
            return
        if self._start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            body = rewritten(self._body.decode("utf-8"), self._language).encode("utf-8")
            headers = [pair for pair in self._start["headers"] if pair[0] not in (b"content-length", b"etag")]
            await self._send({**self._start, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
            await self._send({"type": "http.response.body", "body": body})


def rewritten(html: str, language: str) -> str:
    """Return Streamlit's HTML with the language of the page, its title, and where its server is."""
    words = labels.text(language)
    province = words.name(catalogue.load().province)
    title = escape(words("page.browser_title", page=words("page.overview"), province=province))
    html = html.replace('<html lang="en">', f'<html lang="{language}">', 1)
    html = html.replace("<title>Streamlit</title>", f"<title>{title}</title>", 1)
    html = html.replace("<head>", f'<head>{BASE}<script src="{assets.address("js")}" defer></script>', 1)
    # In the body, after whatever Streamlit writes into the head: of two rules of the same weight the later one counts.
    return html.replace("<body>", f'<body><link rel="stylesheet" href="{assets.address("css")}">', 1)


def _is_html(message: Message) -> bool:
    return any(name == b"content-type" and value.startswith(b"text/html") for name, value in message["headers"])
