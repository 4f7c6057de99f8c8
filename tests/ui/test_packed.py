"""Files that never change, sent compressed."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from indicators.ui import packed
from indicators.ui.packed import Packing
from tests.ui.asking import ask

FOREVER = "public, immutable, max-age=31536000"
SCRIPT = b"const answer = 42;\n" * 400


class Files:
    """What is packed: one file, told with these headers; `asked` counts how often it was asked for."""

    def __init__(self, *, body: bytes = SCRIPT, status: int = 200, **headers: str) -> None:
        told = {"content_type": "text/javascript; charset=utf-8", "cache_control": FOREVER, "etag": "x", **headers}
        self.headers = {name.replace("_", "-"): value for name, value in told.items()}
        self.body = body
        self.status = status
        self.asked = 0
        self.app = Packing(Starlette(routes=[Route("/{path:path}", self.answer, methods=["GET", "POST"])]))

    async def answer(self, request: Request) -> Response:
        """Answer with the file."""
        self.asked += 1
        return Response(self.body, self.status, self.headers)


@pytest.mark.parametrize(
    "files",
    [
        Files(cache_control="no-cache"),
        Files(status=404),
        Files(content_type="font/woff2"),
        Files(content_encoding="br"),
        Files(body=b"short"),
    ],
    ids=["may change", "not there", "compressed by its kind", "compressed already", "small"],
)
def test_what_is_not_worth_it_goes_through_untouched(files: Files) -> None:
    for _ in range(2):
        answer = ask(files.app, "/static/js/file.js")
        assert answer.body == files.body
        assert answer.headers.get("content-encoding") in (None, "br")
    assert files.asked == 2


def test_what_is_sent_to_the_server_is_never_kept() -> None:
    files = Files()

    assert ask(files.app, "/static/js/file.js", method="POST").body == SCRIPT


def test_a_file_is_compressed_once_and_is_the_same_file() -> None:
    files = Files()

    answers = [ask(files.app, "/static/js/file.js") for _ in range(3)]

    assert files.asked == 1
    for answer in answers:
        assert gzip.decompress(answer.body) == SCRIPT
        assert len(answer.body) < len(SCRIPT) / 10
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["content-length"] == str(len(answer.body))
        assert answer.headers["cache-control"] == FOREVER
        assert answer.headers["vary"] == "Accept-Encoding"
        assert "etag" not in answer.headers


def test_two_files_are_two_files() -> None:
    files = Files()

    ask(files.app, "/static/js/one.js")
    ask(files.app, "/static/js/other.js")

    assert files.asked == 2


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_BYTES", 10)
    files = Files()

    for _ in range(2):
        assert gzip.decompress(ask(files.app, "/static/js/file.js").body) == SCRIPT
    assert files.asked == 2
