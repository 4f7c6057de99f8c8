"""The template as a file at an address of its own, so that anyone may have it without signing in."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from indicators import catalogue, labels, workbook
from indicators.catalogue import without_marks
from indicators.errors import IndicatorsError
from indicators.store import Store, default_folder
from indicators.workbook import Template

TEMPLATE_PATH = "exports/template.xlsx"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def template_xlsx(request: Request) -> Response:
    """Answer with the template: for one district (`huyen`) or all, with what is known (`biet=1`) or empty."""
    language = "en" if request.query_params.get("lang") == "en" else "vi"
    district = request.query_params.get("huyen") or None
    is_filled = request.query_params.get("biet") == "1"
    try:
        made = await run_in_threadpool(_made, language, district, is_filled)
    except IndicatorsError as error:
        return PlainTextResponse(labels.text(language)(f"error.{error.key}", **error.figures), status_code=404)
    headers = {
        "Content-Disposition": f'attachment; filename="{_file_name(district, made)}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(made.content, media_type=XLSX, headers=headers)


def routes() -> list[BaseRoute]:
    """Return the route that dashboard.py adds beside Streamlit's own."""
    return [Route(f"/{TEMPLATE_PATH}", template_xlsx, methods=["GET"])]


def _made(language: str, district: str | None, is_filled: bool) -> Template:
    reading = Store.open(default_folder()).at()
    return workbook.template(reading, catalogue.load(), labels.text(language), district=district, is_filled=is_filled)


def _file_name(district: str | None, made: Template) -> str:
    known = catalogue.load()
    place = known.province.name_vi if district is None else known.district(district).name_vi
    return f"bieu-mau-{without_marks(place).replace(' ', '-')}-v{made.version}.xlsx"
