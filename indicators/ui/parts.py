"""The parts of an exhibit that a page fetches when a reader comes to them: long drawings, and tables of figures."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators.errors import IndicatorsError
from indicators.ui import answers
from indicators.ui.elements.later import PART_PATH
from indicators.ui.exports import asked

# The address holds the version: what was fetched stays true. It is kept no longer, because a newer programme may draw
# the same figures otherwise.
KEPT_SECONDS = 3600


async def part(request: Request) -> Response:
    """Answer with the markup of one part of one exhibit."""
    params = dict(request.query_params)
    try:
        packed = await run_in_threadpool(_packed, params.get("exhibit", ""), params)
    except KeyError:
        return answers.unknown_exhibit(params)
    except IndicatorsError as error:
        return answers.refused(error, params)
    return answers.compressed(request, packed, {"Cache-Control": answers.kept(KEPT_SECONDS, params)})


def routes() -> list[BaseRoute]:
    """Return the route that dashboard.py adds beside Streamlit's own."""
    return [Route(f"/{PART_PATH}", part, methods=["GET"])]


def _packed(name: str, params: dict[str, str]) -> bytes:
    # Imported when first asked: before Streamlit runs, a cache would be made for no runtime.
    from indicators.ui import cached

    folder, selection, _ = asked(params)
    return cached.part(folder, name, params.get("part", ""), selection)
