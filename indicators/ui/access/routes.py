"""Signing in and out: two forms that our own pages send, answered with a cookie and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from indicators import labels
from indicators.accounts import LONGEST_NAME, Refused, tidy_name
from indicators.errors import BrokenAccounts, BrokenSettings, StoreForbidden
from indicators.ui.access import DOOR, addresses, asking
from indicators.ui.access.door import LetIn
from indicators.ui.access.sessions import LONGEST

SIGN_IN, SIGN_OUT = "access/sign-in", "access/sign-out"
# The fields of the forms; none is the name of a form's own property, which a sanitizer would take away.
NAME, PASSWORD, TOKEN, SCREEN, QUERY = "ten", "mat_khau", "ma", "ve", "hoi"
MOST_BYTES, MOST_FIELDS = 8 * 1024, 10
FORM = "application/x-www-form-urlencoded"
PROVIDERS_SIGN_OUT = "auth/logout"
WRONG, WRONG_TOKEN, NO_NAME, UNLOGGED, UNSET = "sai", "ma", "ten", "nhat_ky", "cai_dat"

Fields = Mapping[str, str]


class TooMuch(Exception):
    """A form that is larger than any of ours."""


def routes() -> list[BaseRoute]:
    """Return the routes that dashboard.py adds beside Streamlit's own."""
    return [
        Route(f"/{SIGN_IN}", sign_in, methods=["POST"]),
        Route(f"/{SIGN_OUT}", sign_out, methods=["POST"]),
    ]


async def sign_in(request: Request) -> Response:
    """Let somebody in and send them back to the page they came from, or say on the sign-in page why not."""
    fields = await _form(request)
    if isinstance(fields, Response):
        return fields
    screen, query = fields.get(SCREEN, ""), addresses.carried(fields.get(QUERY, ""))
    try:
        outcome = await run_in_threadpool(_outcome, request, fields, query.get("lang", "vi"))
    except (BrokenSettings, BrokenAccounts):
        outcome = UNSET
    except StoreForbidden:
        outcome = UNLOGGED
    if isinstance(outcome, LetIn):
        answer = _redirect(addresses.back(screen, query))
        DOOR.sign_out(request.cookies.get(asking.COOKIE))
        answer.set_cookie(
            asking.COOKIE,
            outcome.cookie,
            max_age=int(LONGEST.total_seconds()),
            path="/",
            secure=asking.is_secure(request),
            httponly=True,
            samesite="strict",
        )
        return answer
    if isinstance(outcome, Refused):
        code = WRONG_TOKEN if TOKEN in fields else WRONG
        return _redirect(addresses.refused(screen, query, code=code, wait=outcome.wait_seconds))
    return _redirect(addresses.refused(screen, query, code=outcome))


async def sign_out(request: Request) -> Response:
    """End the session here, and at the provider where it was made there."""
    fields = await _form(request)
    if isinstance(fields, Response):
        return fields
    try:
        claims = asking.claims_of(request, DOOR.settings())
    except BrokenSettings:
        claims = {}
    DOOR.sign_out(request.cookies.get(asking.COOKIE), claims)
    back = addresses.back(fields.get(SCREEN, ""), addresses.carried(fields.get(QUERY, "")))
    answer = _redirect(f"{addresses.ROOT}{PROVIDERS_SIGN_OUT}" if claims else back)
    answer.delete_cookie(asking.COOKIE, path="/", httponly=True, samesite="strict")
    return answer


def _outcome(request: Request, fields: Fields, language: str) -> LetIn | Refused | str:
    address = asking.address_of(request, DOOR.settings().proxies)
    name = fields.get(NAME, "")
    if TOKEN not in fields:
        return DOOR.sign_in(name, fields.get(PASSWORD, ""), address=address)
    written = labels.text(language)("access.token_name", name=tidy_name(name))
    if not tidy_name(name) or len(written) > LONGEST_NAME:
        # Asked before the token is taken: it serves once.
        return NO_NAME
    return DOOR.sign_in_by_token(fields[TOKEN], written, address=address)


async def _form(request: Request) -> Fields | Response:
    if not asking.is_from_our_page(request):
        return _words("access.other_site", 403)
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != FORM:
        return _words("access.no_form", 415)
    try:
        body = await _body(request)
        # Bytes that are no text raise a ValueError too.
        found = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except (TooMuch, ValueError):
        return _words("access.no_form", 413)
    return {name: values[0] for name, values in found.items()}


async def _body(request: Request) -> bytes:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise TooMuch
    return body


def _redirect(address: str) -> RedirectResponse:
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})


def _words(key: str, status: int) -> Response:
    return PlainTextResponse(labels.text("vi")(key), status_code=status, headers={"Cache-Control": "no-store"})
