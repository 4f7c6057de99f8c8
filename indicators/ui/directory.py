"""The directory of a version: every indicator, district and sector by name, with the page it leads to.

A page's search fetches it once, when somebody first wants it, and looks through it in the browser.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from indicators.catalogue import Catalogue
from indicators.catalogue.alphabet import alphabetical
from indicators.catalogue.definition import Definition
from indicators.catalogue.spelling import without_marks
from indicators.errors import IndicatorsError
from indicators.labels import Named, Text
from indicators.selection import KEY_BY_FIELD
from indicators.ui import answers
from indicators.ui.elements.markup import tag
from indicators.ui.exports import asked
from indicators.ui.parts import KEPT_SECONDS
from indicators.ui.screens import BY_NAME

PATH = "exports/directory.json"
# What a result keeps of what is shown: the year, the language and the version, not the place or indicator looked at.
KEPT = ("as_of", "language", "version")

# What it is, its name, the names it is found by without marks, the page, the key and the code of its address.
Entry = tuple[str, str, str, str, str, str]


def entries(known: Catalogue, definitions: Mapping[str, Definition], words: Text) -> list[Entry]:
    """Return what can be found, indicators by name, then districts and sectors as the office lists them."""
    indicators = sorted(definitions.values(), key=lambda each: alphabetical(words.name(each)))
    return [
        *_entries("indicator", ((each.id, each, each.aliases) for each in indicators), words),
        *_entries("district", ((each.code, each, ()) for each in known.districts), words),
        *_entries("sector", ((each.id, each, ()) for each in known.sectors), words),
    ]


def field(words: Text, query: Mapping[str, str]) -> str:
    """Return the field that searches, with what it says; search.js fills it. `query` is the address of what is shown.

    Without scripts it is not shown.
    """
    kept = {KEY_BY_FIELD[name]: query[KEY_BY_FIELD[name]] for name in KEPT if KEY_BY_FIELD[name] in query}
    label, hint, found = (escape(words(f"page.{key}")) for key in ("search", "search_hint", "search_found"))
    button = tag(
        "button", "", of="search-open", type="button", aria_label=words("page.search_open"), aria_expanded="false"
    )
    box = (
        '<input class="search-words" type="search" role="combobox" aria-expanded="false" aria-autocomplete="list" '
        'aria-controls="search-found" autocomplete="off" spellcheck="false" '
        f'aria-label="{label}" placeholder="{hint}">'
    )
    listed = f'<ul class="search-found" id="search-found" role="listbox" aria-label="{found}" hidden></ul>'
    said = tag("p", "", of="search-said", role="status")
    return tag(
        "div", button + box + listed + said, of="search", role="search", data_directory=PATH,
        data_kept=json.dumps(kept), data_none=words("page.search_none"),
        data_count=words.written("page.search_count"), data_failed=words("page.search_failed"),
    )  # fmt: skip


async def directory(request: Request) -> Response:
    """Answer with the directory of a version in a language."""
    params = dict(request.query_params)
    try:
        packed = await run_in_threadpool(_packed, params)
    except IndicatorsError as error:
        return answers.refused(error, params)
    told = {"Cache-Control": answers.kept(KEPT_SECONDS, params)}
    return answers.compressed(request, packed, told, media_type="application/json")


def packed(known: Catalogue, definitions: Mapping[str, Definition], words: Text) -> bytes:
    """Return the directory as JSON, compressed by gzip."""
    written = json.dumps(entries(known, definitions, words), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(written.encode("utf-8"), mtime=0)


def routes() -> list[BaseRoute]:
    """Return the route that dashboard.py adds beside Streamlit's own."""
    return [Route(f"/{PATH}", directory, methods=["GET"])]


def _entries(kind: str, found: Iterable[tuple[str, Named, Iterable[str]]], words: Text) -> Iterator[Entry]:
    said = words(f"page.{kind}")
    for code, named, others in found:
        names = dict.fromkeys(without_marks(name) for name in (named.name_vi, named.name_en, *others) if name)
        yield said, words.name(named), " | ".join(names), BY_NAME[kind].url_path, KEY_BY_FIELD[kind], code


def _packed(params: dict[str, str]) -> bytes:
    # Imported when first asked: before Streamlit runs, a cache would be made for no runtime.
    from indicators.ui import cached

    folder, selection, _ = asked(params)
    return cached.directory(folder, selection.version or 0, selection.language)
