"""A page opened without a browser, and the words a reader would see on it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

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


def markup(test: AppTest) -> str:
    """Return the markup of every element that is HTML."""
    return "\n".join(str(element.value) for element in test.get("html"))


def words(test: AppTest) -> str:
    """Return the words a reader sees: the text of the HTML and the links."""
    links = " ".join(link.proto.label for link in test.get("page_link"))
    return html.unescape(re.sub(r"<[^>]+>", " ", markup(test))).replace("\u00a0", " ") + " " + links


def address(test: AppTest) -> dict[str, str]:
    """Return the address after the run."""
    return {name: test.query_params[name] for name in test.query_params}
