"""Who sends a request: its address, its session cookie, what a provider said, and whether our own page sent it."""

from __future__ import annotations

import json
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from indicators.ui.access.door import Claims
from indicators.ui.access.settings import Settings

COOKIE = "indicators_session"
OUR_OWN = frozenset({"same-origin", "none"})
ON_THIS_COMPUTER = frozenset({"127.0.0.1", "::1"})
# Everybody behind a proxy that the settings don't name counts as one: what it forwards could be made up.
UNNAMED_PROXY = "unnamed proxy"


def address_of(request: HTTPConnection, proxies: Collection[str]) -> str:
    """Return the address that a request comes from; what a proxy forwards is believed where the settings name it.

    The server has already put the forwarded address in the place of this computer's own, named or not.
    """
    host = request.client.host if request.client else "unknown"
    forwarded = [each.strip() for line in request.headers.getlist("x-forwarded-for") for each in line.split(",")]
    if not forwarded:
        return host
    if host in proxies:
        return UNNAMED_PROXY if forwarded[-1] in proxies or not forwarded[-1] else forwarded[-1]
    return host if ON_THIS_COMPUTER & set(proxies) else UNNAMED_PROXY


def is_from_our_page(request: HTTPConnection) -> bool:
    """Whether a form was sent by a page of this very server and not by another site in the reader's name."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in OUR_OWN
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == request.headers.get("host")


def is_secure(request: HTTPConnection) -> bool:
    """Whether the browser speaks https; believed from anybody, because it only makes a cookie stricter."""
    return request.url.scheme == "https" or request.headers.get("x-forwarded-proto", "").strip() == "https"


def claims_of(request: HTTPConnection, settings: Settings) -> Claims:
    """Return what a provider said of the sender, from the cookie that Streamlit signed; empty where it says nothing."""
    if not settings.providers:
        return {}
    secret = get_cookie_secret()

    def signed(name: str) -> bytes | None:
        value = request.cookies.get(name)
        return decode_signed_value(secret, name, value) if value else None

    payload = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    if payload is None:
        return {}
    try:
        claims = json.loads(payload)
    except ValueError:
        return {}
    is_ours = isinstance(claims, dict) and claims.get("origin") == get_origin_from_redirect_uri()
    return claims if is_ours else {}
