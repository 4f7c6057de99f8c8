"""What stands before every address: where reading is restricted, nothing but the way in is answered to a stranger.

A route that somebody adds later is closed by itself. The pages' figures come over the websocket, where main asks.
"""

from __future__ import annotations

import streamlit as st
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.ui import access, answers, assets
from indicators.ui.access.routes import SIGN_IN, SIGN_OUT
from indicators.ui.screens import SCREENS

# Script and style, Streamlit's own and ours, its health, its websocket, its components, and the provider's way back.
# What was handed out never comes here: `Handed` stands before.
FOR_ALL = ("static/", f"{assets.FOLDER}/", "_stcore/", "component/", "auth/", "oauth2callback")
ALONE = frozenset({"favicon.png", "manifest.json", "index.html", SIGN_IN, SIGN_OUT})
PAGES = frozenset(screen.url_path for screen in SCREENS)
# Files wait in memory until a page takes them: only the staff have a page that does.
UPLOADS = "_stcore/upload_file"


class Guard:
    """Middleware that refuses strangers what they may not have, before anything is worked out for them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or _is_allowed(HTTPConnection(scope), scope["method"]):
            await self.app(scope, receive, send)
            return
        await answers.not_signed_in(HTTPConnection(scope).query_params)(scope, receive, send)


def _is_allowed(request: HTTPConnection, method: str) -> bool:
    base = st.get_option("server.baseUrlPath").strip("/")
    path = request.url.path.strip("/").removeprefix(base).strip("/")
    if path.startswith(UPLOADS):
        return method == "OPTIONS" or access.staff_of(request) is not None
    if path in PAGES or path in ALONE or path.startswith(FOR_ALL):
        return True
    return access.may_read_request(request)
