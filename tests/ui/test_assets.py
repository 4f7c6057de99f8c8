"""Our own files for the browser: named by their content, kept for good, and nobody else's."""

from __future__ import annotations

import gzip
import hashlib

import pytest
from starlette.applications import Starlette

from indicators import labels
from indicators.ui import assets
from indicators.ui.shell import written
from tests.ui.asking import ask

APP = Starlette(routes=assets.routes())


@pytest.mark.parametrize("name", ["", "page.css", "../pages.js", "page-0000000000000000.css", "style.css"])
def test_no_other_file_is_served(name: str) -> None:
    assert ask(APP, f"/{assets.FOLDER}/{name}").status == 404


@pytest.mark.parametrize("kind", ["css", "js"])
def test_a_file_is_named_by_its_content_and_kept_for_good(kind: str) -> None:
    path = assets.address(kind).removeprefix(".")
    answer = ask(APP, path)
    plain = ask(APP, path, headers={"accept-encoding": "identity"})

    assert "immutable" in answer.headers["cache-control"]
    assert gzip.decompress(answer.body) == plain.body
    assert hashlib.sha256(plain.body).hexdigest()[:16] in path


def test_the_page_asks_for_both_after_what_streamlit_writes_into_its_head() -> None:
    html = written("overview", labels.text("vi"), "")

    assert f'<script src="{assets.address("js")}" defer>' in html
    assert html.index(assets.address("css")) > html.index("</head>")
