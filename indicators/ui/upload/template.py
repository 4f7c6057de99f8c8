"""The template as a file at an address of its own, so that anyone may have it without signing in."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators import catalogue, workbook
from indicators.catalogue import without_marks
from indicators.errors import IndicatorsError
from indicators.labels import Text
from indicators.store import Store, default_folder
from indicators.ui import answers
from indicators.workbook import Template

TEMPLATE_PATH = "exports/template.xlsx"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def template_xlsx(request: Request) -> Response:
    """Answer with the template: for one district (`huyen`) or all, with what is known (`biet=1`) or empty."""
    params = dict(request.query_params)
    district = params.get("huyen") or None
    try:
        made = await run_in_threadpool(_made, answers.words_of(params), district, params.get("biet") == "1")
    except IndicatorsError as error:
        return answers.refused(error, params)
    return answers.file(made.content, _file_name(district, made), media_type=XLSX)


def routes() -> list[BaseRoute]:
    """Return the route that dashboard.py adds beside Streamlit's own."""
    return [Route(f"/{TEMPLATE_PATH}", template_xlsx, methods=["GET"])]


def _made(words: Text, district: str | None, is_filled: bool) -> Template:
    reading = Store.open(default_folder()).at()
    return workbook.template(reading, catalogue.load(), words, district=district, is_filled=is_filled)


def _file_name(district: str | None, made: Template) -> str:
    known = catalogue.load()
    place = known.province.name_vi if district is None else known.district(district).name_vi
    return f"bieu-mau-{without_marks(place).replace(' ', '-')}-v{made.version}.xlsx"
