"""The addresses of the stage: a talk in the browser, and a screen that turns by itself; neither has a session."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from indicators import snapshot
from indicators.errors import IndicatorsError, UnknownCodes, UnknownSlides, WrongSeconds
from indicators.selection import Selection
from indicators.ui import answers, scanned
from indicators.ui.documents import told
from indicators.ui.exports import MAKER, asked

STAGE_PATH = "stage"
KIOSK_PATH = "kiosk"
FIGURES_PATH = f"{KIOSK_PATH}/figures"
SECONDS = "seconds"
SLIDES = "pages"
LEAST_SECONDS, MOST_SECONDS = 3, 3600
LONGEST_VALUE_SHOWN = 60
MOST_NAMES_SHOWN = 5
# What a pinned address shows changes with the program, and with the hand-out it ends on: gone within a minute, too.
KEPT_SECONDS = 60
HEADERS = {
    **answers.NOT_SNIFFED,
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Cache-Control": answers.NOT_KEPT,
}
JSON = "application/json"

Params = Mapping[str, str]


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
    return f"{STAGE_PATH}?{urlencode(told(selection).to_query())}"


def kiosk_address(selection: Selection) -> str:
    """Return the address of a screen that shows the same and follows what is published later."""
    return f"{KIOSK_PATH}?{urlencode(replace(told(selection), version=None).to_query())}"


def _stage(request: Request) -> Response:
    from indicators.ui import cached

    params = dict(request.query_params)
    folder, selection = _known(params)
    if params.get("v") != str(selection.version):
        return RedirectResponse(stage_address(selection), headers=HEADERS)
    one = _of_document(selection)
    made = cached.talk(folder, one, scanned.scan(request, folder, one))
    return answers.compressed(request, made, {**HEADERS, "Cache-Control": answers.kept(KEPT_SECONDS, params)})


def _kiosk(request: Request) -> Response:
    from indicators.ui import cached

    params = dict(request.query_params)
    folder, selection = _known(params)
    _check_turning(params, selection, cached.definitions(folder, selection.version or 0))
    made = cached.kiosk(folder, _of_document(selection))
    return answers.compressed(request, made, HEADERS)


def _figures(request: Request) -> Response:
    from indicators.ui import cached

    folder, selection = _known(dict(request.query_params))
    packed = cached.figures_of_slides(folder, _of_document(selection))
    return answers.compressed(request, packed, HEADERS, media_type=JSON)


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


def _of_document(selection: Selection) -> Selection:
    """Return what is worked out once; at which place and indicator it opens the browser reads from the address."""
    return Selection(
        as_of=selection.as_of, language=selection.language, version=selection.version, group=selection.group
    )


async def _answer(request: Request, made: Callable[[Request], Response]) -> Response:
    try:
        return await asyncio.get_running_loop().run_in_executor(MAKER, made, request)
    except IndicatorsError as error:
        return answers.refused(error, request.query_params, HEADERS)
