"""Where a page asks how far a document is that its reader waits for; whoever may not read is refused before."""

from __future__ import annotations

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from indicators.errors import IndicatorsError
from indicators.ui import answers
from indicators.ui.documents import KINDS, Kind
from indicators.ui.exports import UNDERWAY, wanted


async def progress(kind: Kind, request: Request) -> Response:
    """Answer with how many parts of a document are made, of how many."""
    params = dict(request.query_params)
    try:
        one = await run_in_threadpool(wanted, kind, params)
    except IndicatorsError as error:
        return answers.refused(error, params)
    done, of = UNDERWAY.far(one)
    return JSONResponse({"done": done, "of": of}, headers={"Cache-Control": answers.NOT_KEPT})


def routes() -> list[BaseRoute]:
    """Return the routes that dashboard.py adds beside Streamlit's own."""
    return [Route(f"/{kind.progress_path}", partial(progress, kind), methods=["GET"]) for kind in KINDS.values()]
