"""What a reader takes along of one exhibit: its figures as a workbook, its chart to be saved as a picture."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from indicators import snapshot, workbook
from indicators.errors import IndicatorsError
from indicators.exhibits.exhibit import Exhibit
from indicators.ui import answers
from indicators.ui.elements.sheet import CHART_PATH, WORKBOOK_PATH
from indicators.ui.exports import asked_exhibit, file_name

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT_SECONDS = 300


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


def _workbook(exhibit: Exhibit, name: str, keeps: str) -> Response:
    content = workbook.figures(exhibit)
    return answers.file(content, f"{file_name(exhibit, name)}.xlsx", media_type=WORKBOOK, keeps=keeps)


def _chart(exhibit: Exhibit, name: str, keeps: str) -> Response:
    if not snapshot.is_chart(exhibit):
        raise KeyError(name)
    told = {"Cache-Control": keeps, **answers.NOT_SNIFFED}
    return HTMLResponse(snapshot.picture(exhibit, name=file_name(exhibit, name)), headers=told)


async def _answer(request: Request, made: Callable[[Exhibit, str, str], Response]) -> Response:
    params = dict(request.query_params)
    name = params.get("exhibit", "")
    try:
        return await run_in_threadpool(
            lambda: made(asked_exhibit(name, params), name, answers.kept(KEPT_SECONDS, params))
        )
    except KeyError:
        return answers.unknown_exhibit(params)
    except IndicatorsError as error:
        return answers.refused(error, params)
