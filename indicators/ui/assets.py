"""Our own files for the browser: named by what is in them, so that it keeps them for as long as they are the same."""

from __future__ import annotations

import gzip
import hashlib
import json
import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from indicators import snapshot
from indicators.ui import style
from indicators.ui.screens import SCREENS

# A leaf, served where Streamlit has its own icon for the browser's tab.
ICON = Path(__file__).with_name("leaf.png")
# One file for the browser: what pages do, how documents are waited for, what is heard of them, how one finds a way,
# what is said at a first visit, what paper wants.
SCRIPTS = ("pages.js", "underway.js", "spoken.js", "search.js", "hints.js", "print.js")

# What the guides show, one picture a chapter and language.
PICTURES = Path(__file__).with_name("guide") / "pictures"

FOLDER = "assets"
KEPT = "public, max-age=31536000, immutable"
TYPES = {"css": "text/css", "js": "text/javascript", "png": "image/png"}
# Where the head of every PNG file says how wide and how high it is, as two numbers of four bytes.
SIZE_AT, SIZE = 16, ">II"


@dataclass(frozen=True)
class Picture:
    """A picture: where it is, seen from any page, and its size in points."""

    address: str
    width: int
    height: int


@cache
def files() -> dict[str, bytes]:
    """Return the content of each file by its name."""
    pages = json.dumps([screen.url_path for screen in SCREENS])
    light = json.dumps(style.light_by_dark())
    scripts = (path.read_text("utf-8") for path in (snapshot.QUOTED, *map(Path(__file__).with_name, SCRIPTS)))
    # Each ends as a statement of its own, whatever the next begins with.
    contents = {"css": style.sheet(), "js": ";\n".join([f"const PAGES = {pages}, LIGHT_BY_DARK = {light}", *scripts])}
    packed = {kind: content.encode("utf-8") for kind, content in contents.items()}
    named = {_named("page", content, kind): content for kind, content in packed.items()}
    return named | {_named(path.stem, path.read_bytes(), "png"): path.read_bytes() for path in PICTURES.glob("*.png")}


@cache
def address(kind: str) -> str:
    """Return where the file of a kind is, seen from any page."""
    return next(f"./{FOLDER}/{name}" for name in files() if name.endswith(f".{kind}"))


@cache
def picture(name: str) -> Picture | None:
    """Return the picture of that name, None where there is none."""
    path = PICTURES / f"{name}.png"
    if not path.exists():
        return None
    content = path.read_bytes()
    width, height = struct.unpack_from(SIZE, content, SIZE_AT)
    return Picture(f"./{FOLDER}/{_named(name, content, 'png')}", width, height)


async def file(request: Request) -> Response:
    """Answer with one of the files."""
    name = request.path_params["name"]
    content = files().get(name)
    if content is None:
        return Response(status_code=404)
    headers = {"Cache-Control": KEPT, "Vary": "Accept-Encoding"}
    if not name.endswith(".png") and "gzip" in request.headers.get("accept-encoding", ""):
        content, headers["Content-Encoding"] = _packed(name), "gzip"
    return Response(content, media_type=TYPES[name.rpartition(".")[2]], headers=headers)


async def icon(request: Request) -> Response:
    """Answer with the leaf for the browser's tab, which a page shows to whoever may not read its figures, too."""
    return FileResponse(ICON, media_type="image/png", headers={"Cache-Control": "max-age=86400"})


def routes() -> list[BaseRoute]:
    """Return the routes that dashboard.py adds before Streamlit's own."""
    return [
        Route(f"/{FOLDER}/{{name}}", file, methods=["GET"]),
        Route("/favicon.png", icon, methods=["GET"]),
    ]


def _named(name: str, content: bytes, kind: str) -> str:
    return f"{name}-{hashlib.sha256(content).hexdigest()[:16]}.{kind}"


@cache
def _packed(name: str) -> bytes:
    return gzip.compress(files()[name], 9, mtime=0)
