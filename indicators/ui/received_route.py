"""A file as it was received, by the version that it came with: always to be kept, never to be shown by the browser."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from indicators.errors import IndicatorsError
from indicators.store import Commit, Store, default_folder
from indicators.ui import access, answers

RECEIVED_PATH = "received"
TYPE_BY_ENDING = {
    ".csv": "text/csv",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".parquet": "application/vnd.apache.parquet",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ANY_BYTES = "application/octet-stream"
LONGEST_NAME = 150
VERSION = re.compile(r"[0-9]{1,9}")
NOT_PLAIN = re.compile(r"[^A-Za-z0-9._ ()-]+")
# Its name is the hash of what stands in it: under the address that names the hash it never changes.
HASH_KEY = "h"
FOR_EVER = "private, max-age=31536000, immutable"
ASK_EACH_TIME = "private, no-cache"


def routes() -> list[BaseRoute]:
    """Return the route of received files, which dashboard.py adds beside Streamlit's own."""
    return [Route(f"/{RECEIVED_PATH}/{{version}}", received_file, methods=["GET"])]


def address(commit: Commit) -> str:
    """Return where the file of a commit is fetched, empty for a commit without one."""
    return f"{RECEIVED_PATH}/{commit.version}?{HASH_KEY}={commit.sha256}" if commit.sha256 and commit.file else ""


async def received_file(request: Request) -> Response:
    """Answer with the file that a version brought, under the name it came with; 404 in words where there is none."""
    params = dict(request.query_params)
    asked = request.path_params["version"]
    try:
        found = await run_in_threadpool(_found, asked)
    except IndicatorsError as error:
        return answers.refused(error, params)
    if found is None:
        said = answers.words_of(params)("page.received_none", version=asked[:LONGEST_NAME])
        return PlainTextResponse(said, status_code=404)
    commit, path = found
    headers = headers_of(commit, is_kept=_is_kept(commit, params))
    if headers["ETag"] in re.split(r"\s*,\s*", request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers={name: headers[name] for name in ("ETag", "Cache-Control")})
    return FileResponse(path, headers=headers)


def headers_of(commit: Commit, *, is_kept: bool) -> dict[str, str]:
    """Return what goes before the bytes: nothing in them is ever run or shown, whatever the file holds."""
    name = file_name(commit.file or "")
    return {
        "Content-Type": TYPE_BY_ENDING.get(PurePosixPath(name).suffix.lower(), ANY_BYTES),
        "Content-Disposition": f"attachment; filename=\"{plain(name)}\"; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": FOR_EVER if is_kept else ASK_EACH_TIME,
        "ETag": f'"{commit.sha256}"',
    }


def file_name(told: str) -> str:
    """Return the name a file came with, without a path and without letters that no name may hold."""
    last = re.split(r"[\\/]", told)[-1]
    kept = "".join(letter for letter in unicodedata.normalize("NFC", last) if unicodedata.category(letter)[0] != "C")
    stem, ending = PurePosixPath(kept).stem, PurePosixPath(kept).suffix
    return f"{stem[: LONGEST_NAME - len(ending)]}{ending}".strip(" .") or RECEIVED_PATH


def plain(name: str) -> str:
    """Return a name in letters that every program reads: Báo cáo Đại Từ.xlsx is Bao cao Dai Tu.xlsx."""
    marked = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return NOT_PLAIN.sub("_", bare)


def _is_kept(commit: Commit, params: Mapping[str, str]) -> bool:
    return params.get(HASH_KEY) == commit.sha256 and access.settings().reading != "restricted"


def _found(asked: str) -> tuple[Commit, Path] | None:
    # What no commit names is not reachable: an address has a version's number and nothing else.
    if not VERSION.fullmatch(asked):
        return None
    store = Store.open(default_folder())
    commit = next((each for each in store.history() if each.version == int(asked)), None)
    if commit is None or commit.sha256 is None or commit.file is None:
        return None
    return commit, store.received(commit.sha256)
