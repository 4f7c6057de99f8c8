"""The HTML of every page: Streamlit's one file in our language and name, with what is read while it starts."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from indicators import catalogue
from indicators.errors import IndicatorsError
from indicators.labels import Text
from indicators.ui import access, answers, assets
from indicators.ui.access import asking
from indicators.ui.elements.markup import tag
from indicators.ui.screens import SCREENS

NAME_BY_PATH = {screen.url_path: screen.name for screen in SCREENS}
# Opened at /district, Streamlit would first look for its server under /district/ and leave two errors in the console.
BASE = "<script>window.__streamlit={BACKEND_BASE_URL:new URL('.',location.href).href}</script>"
# What was read on the way here must not be shown to whoever comes next to the same browser: it is asked for anew.
HEADERS = {"Cache-Control": "no-cache", "Vary": "Cookie"}
# What signs somebody in: they see more than anybody may.
SIGNED = (asking.COOKIE, USER_COOKIE_NAME)


class Shell:
    """Middleware that answers with the HTML of our own pages and lets everything else through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        base = st.get_option("server.baseUrlPath").strip("/")
        name = NAME_BY_PATH.get(request.url.path.strip("/").removeprefix(base).strip("/"))
        if name is None:
            await self.app(scope, receive, send)
            return
        answer = await run_in_threadpool(page, request, name)
        await answer(scope, receive, send)


def page(request: Request, name: str) -> Response:
    """Return the HTML of a page, its first screen in it for whoever is not signed in."""
    # Imported when first asked: before Streamlit runs, a cache would be made for no runtime.
    from indicators.ui import cached

    words = answers.words_of(request.query_params)
    packed = cached.packed(written(name, words, first_screen(request, name)))
    return answers.compressed(request, packed, HEADERS)


def first_screen(request: Request, name: str) -> str:
    """Return what is read while Streamlit starts; nothing where it would be something else than the page shows."""
    from indicators.ui import first
    from indicators.ui.reader import read_address

    if any(cookie.startswith(SIGNED) for cookie in request.cookies) or not access.may_read_request(request):
        return ""
    try:
        return first.screen(read_address(dict(request.query_params), theme="light"), name)
    except IndicatorsError:
        # The page says which, and what to do.
        return ""


def written(name: str, words: Text, first: str) -> str:
    """Return Streamlit's HTML with the language of the page, its title, where its server is, and its first screen."""
    title = words("page.browser_title", page=words(f"page.{name}"), province=words.name(catalogue.load().province))
    html = index().replace('<html lang="en">', f'<html lang="{words.language}">', 1)
    html = html.replace("<title>Streamlit</title>", f"<title>{escape(title)}</title>", 1)
    html = re.sub(
        r"<noscript>.*?</noscript>", tag("noscript", tag("p", escape(words("page.no_script")))), html, flags=re.S
    )
    html = html.replace("<head>", f'<head>{BASE}<script src="{assets.address("js")}" defer></script>', 1)
    # In the body, after whatever Streamlit writes into the head: of two rules of the same weight the later one counts.
    return html.replace("<body>", f'<body><link rel="stylesheet" href="{assets.address("css")}">{first}', 1)


@cache
def index() -> str:
    """Return the HTML file that Streamlit comes with."""
    return Path(str(files("streamlit") / "static" / "index.html")).read_text("utf-8")
