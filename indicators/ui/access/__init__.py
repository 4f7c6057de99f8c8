"""Who may: the one door for pages and routes. What is asked here is asked anew every time, at the action itself."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.requests import HTTPConnection

from indicators import labels
from indicators.errors import BrokenSettings, IndicatorsError, NotSignedIn
from indicators.labels import LANGUAGES
from indicators.store import default_folder
from indicators.ui.access import asking
from indicators.ui.access.addresses import TOKEN
from indicators.ui.access.door import Door
from indicators.ui.access.sessions import Staff
from indicators.ui.access.settings import Settings
from indicators.ui.screens import BY_NAME

__all__ = [
    "DOOR",
    "Settings",
    "Staff",
    "announce",
    "may_read",
    "may_read_request",
    "refused_address",
    "require_staff",
    "settings",
    "staff",
    "staff_of",
]


def _files() -> Sequence[Path]:
    return [Path(name) for name in st.get_option("secrets.files")]


DOOR = Door(files=_files, folder=default_folder)


def settings() -> Settings:
    """Return what the office has set about access, as it is now; raises BrokenSettings."""
    return DOOR.settings()


def staff() -> Staff | None:
    """Return who is signed in on this page, None where nobody is or their account is gone."""
    cookie = st.context.cookies.get(asking.COOKIE)
    # A page that is opened without a browser has no cookies, but something that stands for them.
    found = DOOR.staff_of_cookie(cookie if isinstance(cookie, str) else None)
    if found is not None or not _is_signed_in_elsewhere():
        return found
    return DOOR.staff_of_claims(st.user.to_dict(), address=st.context.ip_address or "localhost")


def require_staff() -> Staff:
    """Return who is signed in on this page; raises NotSignedIn. To be called where something is done."""
    found = staff()
    if found is None:
        raise NotSignedIn
    return found


def staff_of(request: HTTPConnection) -> Staff | None:
    """Return who sends a request to a route, None where nobody is signed in."""
    found = DOOR.staff_of_cookie(request.cookies.get(asking.COOKIE))
    if found is not None:
        return found
    try:
        known = settings()
    except BrokenSettings:
        return None
    claims = asking.claims_of(request, known)
    return DOOR.staff_of_claims(claims, address=asking.address_of(request, known.proxies)) if claims else None


def may_read() -> bool:
    """Whether this page may show figures to whoever reads it."""
    return DOOR.may_read(staff)


def may_read_request(request: HTTPConnection) -> bool:
    """Whether a route may answer a request with figures."""
    return DOOR.may_read(lambda: staff_of(request))


def refused_address() -> str:
    """Return the e-mail address of somebody signed in at a provider who is not of the staff; empty for anybody else."""
    return str(st.user.get("email") or "?") if _is_signed_in_elsewhere() and staff() is None else ""


def _is_signed_in_elsewhere() -> bool:
    """Whether a provider says who reads this page; without one Streamlit need not read the settings again to say no."""
    try:
        return bool(settings().providers) and bool(st.user.get("is_logged_in"))
    except BrokenSettings:
        return False


def announce() -> None:
    """Print, as the server starts, what keeps everybody out, or the one-time token where no staff is named yet.

    The pages don't say which account is broken: everybody reads them.
    """
    try:
        fault: IndicatorsError | None = settings().fault
    except BrokenSettings as error:
        fault = error
    if fault is not None:
        for language in LANGUAGES:
            _print(labels.text(language)(f"error.{fault.key}", **fault.figures))
    token = DOOR.new_token()
    if token is None:
        return
    path = "/".join(
        part for part in (st.get_option("server.baseUrlPath").strip("/"), BY_NAME["sign_in"].url_path) if part
    )
    host, port = st.get_option("browser.serverAddress"), st.get_option("server.port")
    address = f"http://{host}:{port}/{path}?{urlencode({TOKEN: token})}"
    for language in LANGUAGES:
        _print(labels.text(language)("access.printed", address=address))


def _print(sentence: str) -> None:
    # A window of Windows may know no Vietnamese letters; that must not stop the server.
    encoding = sys.stdout.encoding or "utf-8"
    print(sentence.encode(encoding, "replace").decode(encoding), flush=True)
