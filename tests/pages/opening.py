"""A page opened without a browser, and the words a reader would see on it."""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from indicators.ui import parts
from tests.ui.asking import ask

CHECKOUT = Path(__file__).parents[2]
MAIN = CHECKOUT / "indicators" / "ui" / "main.py"
PAGES = ("overview", "indicator", "sector", "district", "method")
SECONDS = 60


def opened(page: str, query: Mapping[str, str] | None = None) -> AppTest:
    """Return a page as a new session opens it at that address."""
    test = AppTest.from_file(str(MAIN), default_timeout=SECONDS)
    _ask(test, query)
    test.run()
    if page != "overview":
        test.switch_page(f"../../pages/{page}.py")
        _ask(test, query)
        test.run()
    return test


def _ask(test: AppTest, query: Mapping[str, str] | None) -> None:
    test.query_params.clear()
    for name, value in (query or {}).items():
        test.query_params[name] = value


def sent(test: AppTest) -> str:
    """Return the markup of every element that is HTML."""
    return "\n".join(str(element.value) for element in test.get("html"))


def markup(test: AppTest) -> str:
    """Return the markup of every element that is HTML, with the parts in it that a browser fetches."""
    return re.sub(r'data-part="([^"]+)"[^>]*>', fetched, sent(test))


def fetched(place: re.Match[str]) -> str:
    """Return the place of a part with what its address answers; raises AssertionError where it answers nothing."""
    address = urlsplit(html.unescape(place[1]))
    answer = ask(Starlette(routes=parts.routes()), f"/{address.path}", dict(parse_qsl(address.query)))
    assert answer.status == 200, answer.text
    return place[0] + gzip.decompress(answer.body).decode("utf-8")


def words(test: AppTest) -> str:
    """Return the words a reader sees."""
    return html.unescape(re.sub(r"<[^>]+>", " ", markup(test))).replace("\u00a0", " ")


def links(test: AppTest) -> dict[str, str]:
    """Return the address of each link to a page by its words, as they are written."""
    found = re.findall(r'<a[^>]* href="([^"]+)"[^>]*>(.*?)</a>', markup(test))
    return {html.unescape(label): html.unescape(address) for address, label in found}


def address(test: AppTest) -> dict[str, str]:
    """Return the address after the run."""
    return {name: test.query_params[name] for name in test.query_params}
