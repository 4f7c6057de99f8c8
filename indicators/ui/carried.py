"""What a reader takes along of one exhibit: its figures as a workbook, its chart to be saved as a picture."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from indicators import labels, snapshot, workbook
from indicators.errors import IndicatorsError
from indicators.exhibits.exhibit import Exhibit
from indicators.ui.elements.sheet import CHART_PATH, WORKBOOK_PATH
from indicators.ui.exports import asked_exhibit, file_name

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=300"}


async def figures_xlsx(request: Request) -> Response:
    """Answer with the figures of one exhibit as a workbook."""
    return await _answer(request, _workbook)


async def chart_page(request: Request) -> Response:
    """Answer with a page of one chart, from which it is saved as PNG or SVG."""
    return await _answer(request, _chart)


def routes() -> list[BaseRoute]:
    """Return the routes that dashboard.py adds beside Streamlit's own."""
    return [
        Route(f"/{WORKBOOK_PATH}", figures_xlsx, methods=["GET"]),
        Route(f"/{CHART_PATH}", chart_page, methods=["GET"]),
    ]


def _workbook(exhibit: Exhibit, name: str) -> Response:
    given = {"Content-Disposition": f'attachment; filename="{file_name(exhibit, name)}.xlsx"'}
    return Response(workbook.figures(exhibit), media_type=WORKBOOK, headers={**HEADERS, **given})


def _chart(exhibit: Exhibit, name: str) -> Response:
    if not snapshot.is_chart(exhibit):
        raise KeyError(name)
    return HTMLResponse(snapshot.picture(exhibit, name=file_name(exhibit, name)), headers=HEADERS)


async def _answer(request: Request, made: Callable[[Exhibit, str], Response]) -> Response:
    name = request.query_params.get("exhibit", "")
    words = labels.text("en" if request.query_params.get("lang") == "en" else "vi")
    params = dict(request.query_params)
    try:
        return await run_in_threadpool(lambda: made(asked_exhibit(name, params), name))
    except KeyError:
        return PlainTextResponse(words("page.unknown_exhibit", name=name[:60]), status_code=404)
    except IndicatorsError as error:
        return PlainTextResponse(words(f"error.{error.key}", **error.figures), status_code=404)
