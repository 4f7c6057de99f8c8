"""The figures of an exhibit as a file, at an address of its own, so that a page holds a link and no widget."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators import labels
from indicators.errors import IndicatorsError
from indicators.exhibits.exhibit import Exhibit
from indicators.selection import Selection, Unknown
from indicators.ui import access, answers, received_route, scanned
from indicators.ui.documents import KINDS, Kind, told
from indicators.ui.elements.sheet import EXPORT_PATH
from indicators.ui.underway import Underway, Wanted

# Documents take seconds of a processor: one is made after the other, so that the pages keep most of them.
MAKER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="document")
UNDERWAY = Underway()
BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet takes a cell that begins like this for a formula.
BEGINNINGS_OF_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def figures_csv(request: Request) -> Response:
    """Answer with the figures of one exhibit as CSV that Excel opens with its letters whole."""
    params = dict(request.query_params)
    name = params.get("exhibit", "")
    if not access.may_read_request(request):
        return answers.not_signed_in(params)
    try:
        exhibit = await run_in_threadpool(asked_exhibit, name, params)
    except KeyError:
        return answers.unknown_exhibit(params)
    except IndicatorsError as error:
        return answers.refused(error, params)
    return answers.file(csv(exhibit), f"{file_name(exhibit, name)}.csv", media_type="text/csv; charset=utf-8")


async def document(kind: Kind, request: Request) -> Response:
    """Answer with the slides, workbook or report of a selection, made once for all who ask for the same."""
    params = dict(request.query_params)
    try:
        selection, content = await asyncio.get_running_loop().run_in_executor(MAKER, _document, kind, request)
    except IndicatorsError as error:
        return answers.refused(error, params)
    return answers.file(content, kind.file(selection), media_type=kind.media_type)


def csv(exhibit: Exhibit) -> bytes:
    """Return the figures as CSV with a byte order mark, their title, source and notes below them.

    Vietnamese files have semicolons and decimal commas, because a Vietnamese Excel puts anything else in one column.
    """
    words = labels.text(exhibit.language)
    separator, decimal = (";", ",") if exhibit.language == "vi" else (",", ".")
    shown = words("page.version_and_year", version=exhibit.version, year=exhibit.as_of)
    below = [exhibit.title, exhibit.headline, shown, exhibit.source_note, *exhibit.notes]
    buffer = io.StringIO()
    buffer.write(BYTE_ORDER_MARK)
    exhibit.figures.map(_safe).to_csv(buffer, index=False, sep=separator, decimal=decimal, lineterminator="\r\n")
    buffer.write("\r\n")
    pd.DataFrame([_safe(sentence) for sentence in below if sentence]).to_csv(
        buffer, index=False, header=False, sep=separator, lineterminator="\r\n"
    )
    return buffer.getvalue().encode("utf-8")


def file_name(exhibit: Exhibit, name: str) -> str:
    """Return what a file of an exhibit is called, without its ending."""
    return f"{name.replace('.', '-').replace('_', '-')}-{exhibit.as_of}-v{exhibit.version}"


def routes() -> list[BaseRoute]:
    """Return the routes that dashboard.py adds beside Streamlit's own."""
    return [
        Route(f"/{EXPORT_PATH}", figures_csv, methods=["GET"]),
        *(Route(f"/{kind.path}", partial(document, kind), methods=["GET"]) for kind in KINDS.values()),
        *received_route.routes(),
    ]


def asked_exhibit(name: str, params: dict[str, str]) -> Exhibit:
    """Return the exhibit that an address asks for; raises KeyError for a name outside the set, and IndicatorsError."""
    # Imported when first asked: before Streamlit runs, a cache would be made for no runtime.
    from indicators.ui import cached

    folder, selection, _ = asked(params)
    return cached.exhibit(folder, name, selection)


def wanted(kind: Kind, params: Mapping[str, str]) -> Wanted:
    """Return the document that an address asks for; raises IndicatorsError."""
    folder, selection, _ = asked(params)
    return folder, kind.name, told(selection)


def _document(kind: Kind, request: Request) -> tuple[Selection, bytes]:
    from indicators.ui import cached

    one = wanted(kind, request.query_params)
    folder, _, selection = one
    scan = scanned.scan(request, folder, selection) if kind.has_scan else None
    with UNDERWAY.making(one) as progress:
        return selection, cached.document(*one, progress, scan)


def asked(params: Mapping[str, str]) -> tuple[str, Selection, tuple[Unknown, ...]]:
    """Return the store's folder, what an address asks for with its version settled, and the codes it does not know."""
    from indicators.ui.reader import read_address

    reader = read_address(params, theme="light")
    return reader.folder, reader.selection, reader.unknown


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(BEGINNINGS_OF_A_FORMULA):
        return f"'{cell}"
    return cell
