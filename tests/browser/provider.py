"""A sign-in service for tests: OpenID Connect on 127.0.0.1, where two people have an account and sign in by a click."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.browser.server import free_port

PEOPLE = {"lan": "lan@thainguyen.gov.vn", "khach": "khach@noikhac.vn"}
CLIENT = "bang-theo-doi"


class Provider:
    """What OpenID Connect wants of a service: its description, a page to sign in, a token for a code, its key."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._key = RSAKey.generate_key(2048, parameters={"kid": "k1", "use": "sig", "alg": "RS256"})
        self._nonce_by_code: dict[str, str] = {}

    def app(self) -> Starlette:
        """Return the service as an application."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.describe),
                Route("/authorize", self.authorize),
                Route("/chosen/{who}", self.chosen),
                Route("/token", self.token, methods=["POST"]),
                Route("/jwks", self.keys),
            ]
        )

    async def describe(self, request: Request) -> Response:
        """Say where everything is."""
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "jwks"}
        return JSONResponse(
            {
                "issuer": self.url,
                **{name: f"{self.url}/{path}" for name, path in places.items()},
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    async def authorize(self, request: Request) -> Response:
        """Ask who it is."""
        links = "".join(f'<p><a id="{who}" href="/chosen/{who}?{request.url.query}">{who}</a></p>' for who in PEOPLE)
        return HTMLResponse(f'<link rel="icon" href="data:,">{links}')

    async def chosen(self, request: Request) -> Response:
        """Send somebody back with a code."""
        who, asked = request.path_params["who"], request.query_params
        code = f"{who}-{len(self._nonce_by_code)}"
        self._nonce_by_code[code] = asked["nonce"]
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")

    async def token(self, request: Request) -> Response:
        """Give for a code, once, a signed statement of who it is."""
        code = str((await request.form())["code"])
        nonce, email, at = self._nonce_by_code.pop(code), PEOPLE[code.split("-")[0]], int(time.time())
        claims = {
            "iss": self.url, "sub": email, "aud": CLIENT, "iat": at, "exp": at + 600, "nonce": nonce,
            "email": email, "email_verified": True, "name": "Tên Tự Đặt",
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "k1"}, claims, self._key)
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "expires_in": 600, "id_token": signed})

    async def keys(self, request: Request) -> Response:
        """Give the public key."""
        return JSONResponse({"keys": [self._key.as_dict(private=False)]})


@contextmanager
def providing() -> Iterator[Provider]:
    """Run the service until the block ends."""
    port = free_port()
    provider = Provider(f"http://127.0.0.1:{port}")
    server = uvicorn.Server(uvicorn.Config(provider.app(), host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield provider
    server.should_exit = True
    thread.join(10)


def settings(provider: Provider) -> str:
    """Return the [auth] table of a dashboard that signs its staff in there."""
    return (
        f'[auth]\nredirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"\ncookie_secret = "{"c" * 40}"\n'
        f'client_id = "{CLIENT}"\nclient_secret = "s"\n'
        f'server_metadata_url = "{provider.url}/.well-known/openid-configuration"\n'
    )
