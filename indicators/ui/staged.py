"""The addresses of the stage: a talk in the browser, and a screen that turns by itself; neither has a session."""

from __future__ import annotations

import asyncio
import gzip
import re
from collections.abc import Callable, Collection
from dataclasses import replace
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from indicators import labels, snapshot
from indicators.errors import IndicatorsError, UnknownCodes, UnknownSlides, WrongSeconds
from indicators.selection import Selection
from indicators.ui.exports import MAKER, asked

STAGE_PATH = "stage"
KIOSK_PATH = "kiosk"
FIGURES_PATH = f"{KIOSK_PATH}/figures"
SECONDS = "seconds"
SLIDES = "pages"
LEAST_SECONDS, MOST_SECONDS = 3, 3600
LONGEST_VALUE_SHOWN = 60
MOST_NAMES_SHOWN = 5
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Vary": "Accept-Encoding",
}
# What a pinned address shows never changes but with the program.
KEPT = {**HEADERS, "Cache-Control": "private, max-age=300"}
FRESH = {**HEADERS, "Cache-Control": "no-store"}

Params = dict[str, str]


async def stage(request: Request) -> Response:
    """Answer with the document of a talk; an address without its version leads to the one that has it."""
    return await _answer(request, _stage)


async def kiosk(request: Request) -> Response:
    """Answer with the document that turns by itself."""
    return await _answer(request, _kiosk)


async def figures(request: Request) -> Response:
    """Answer with the figures alone, for a kiosk that is open already."""
    return await _answer(request, _figures)


def routes() -> list[BaseRoute]:
    """Return the routes that dashboard.py adds beside Streamlit's own."""
    return [
        Route(f"/{STAGE_PATH}", stage, methods=["GET"]),
        Route(f"/{KIOSK_PATH}", kiosk, methods=["GET"]),
        Route(f"/{FIGURES_PATH}", figures, methods=["GET"]),
    ]


def stage_address(selection: Selection) -> str:
    """Return the address of a talk about what is shown, held at its version."""
    return f"{STAGE_PATH}?{urlencode(_told(selection).to_query())}"


def kiosk_address(selection: Selection) -> str:
    """Return the address of a screen that shows the same and follows what is published later."""
    return f"{KIOSK_PATH}?{urlencode(replace(_told(selection), version=None).to_query())}"


def _stage(params: Params, is_packed: bool) -> Response:
    from indicators.ui import cached

    folder, selection = _known(params)
    if params.get("v") != str(selection.version):
        return RedirectResponse(stage_address(selection), headers=FRESH)
    made = cached.stage(folder, _of_document(selection), is_kiosk=False)
    return _sent(made, KEPT, is_packed=is_packed)


def _kiosk(params: Params, is_packed: bool) -> Response:
    from indicators.ui import cached

    folder, selection = _known(params)
    _check_turning(params, selection, cached.definitions(folder, selection.version or 0))
    made = cached.stage(folder, _of_document(selection), is_kiosk=True)
    return _sent(made, FRESH, is_packed=is_packed)


def _figures(params: Params, is_packed: bool) -> Response:
    from indicators.ui import cached

    folder, selection = _known(params)
    packed = gzip.compress(cached.slides(folder, _of_document(selection)).packed, 6, mtime=0)
    return _sent(packed, FRESH, is_packed=is_packed, media_type="application/json")


def _known(params: Params) -> tuple[str, Selection]:
    """Return what an address asks for; raises UnknownCodes: on a stage nobody can choose anything else."""
    folder, selection, unknown = asked(params)
    if unknown:
        raise UnknownCodes(codes=", ".join(f"{each.key}={each.value}" for each in unknown))
    return folder, selection


def _check_turning(params: Params, selection: Selection, indicators: Collection[str]) -> None:
    """Raise WrongSeconds or UnknownSlides where an address asks for what a kiosk can't do."""
    value = params.get(SECONDS)
    if value is not None and not (re.fullmatch("[0-9]{1,4}", value) and LEAST_SECONDS <= int(value) <= MOST_SECONDS):
        raise WrongSeconds(value=value[:LONGEST_VALUE_SHOWN], least=LEAST_SECONDS, most=MOST_SECONDS)
    if SLIDES in params:
        has_place = selection.district is not None or selection.sector is not None
        known = [page for page in snapshot.PAGES if page != "place" or has_place]
        unknown = [name for name in params[SLIDES].split(",") if name not in known and name not in indicators]
        if unknown:
            shown = ", ".join(f"“{name[:LONGEST_VALUE_SHOWN]}”" for name in unknown[:MOST_NAMES_SHOWN])
            raise UnknownSlides(slides=shown, known=", ".join(snapshot.PAGES))


def _told(selection: Selection) -> Selection:
    """Return what of a selection a stage depends on."""
    return replace(selection.without_comparison(), other_district=None, other_sector=None)


def _of_document(selection: Selection) -> Selection:
    """Return what is worked out once; at which place and indicator it opens the browser reads from the address."""
    return Selection(
        as_of=selection.as_of, language=selection.language, version=selection.version, group=selection.group
    )


def _sent(packed: bytes, headers: dict[str, str], *, is_packed: bool, media_type: str = "text/html") -> Response:
    if is_packed:
        return Response(packed, media_type=media_type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(gzip.decompress(packed), media_type=media_type, headers=headers)


async def _answer(request: Request, made: Callable[[Params, bool], Response]) -> Response:
    params = dict(request.query_params)
    is_packed = "gzip" in request.headers.get("accept-encoding", "")
    try:
        return await asyncio.get_running_loop().run_in_executor(MAKER, made, params, is_packed)
    except IndicatorsError as error:
        words = labels.text("en" if params.get("lang") == "en" else "vi")
        return PlainTextResponse(words(f"error.{error.key}", **error.figures), status_code=404, headers=FRESH)
