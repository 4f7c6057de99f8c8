"""A received file comes back as it came, under its own name, and is never anything that a browser runs."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.applications import Starlette

from indicators.store import Publication, Store
from indicators.ui.exports import routes
from indicators.ui.received_route import address, file_name, plain
from tests.store.rows import actual, rows
from tests.ui.asking import Answer, ask

SERVED = Starlette(routes=routes())
CONTENT = b"chi_tieu;nam;gia_tri\nfirms;2015;1\n"
HOSTILE = b"<html><script>alert(1)</script></html>"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Version 1 came with a file, 2 without one; a third file was kept and never published."""
    made = Store.create(tmp_path / "store", by="test")
    publish(made, "Báo cáo Đại Từ – quý 1.csv", CONTENT, year=2015)
    made.publish(rows(actual("firms", 2016, 1.0)), Publication(by="Lan", reason="thử"), rehearsed=1)
    made.keep_received("bi-mat.csv", b"never published")
    monkeypatch.setenv("INDICATORS_STORE", str(made.folder))
    return made


def publish(store: Store, name: str, content: bytes, *, year: int) -> int:
    sha256 = store.keep_received(name, content)
    publication = Publication(by="Lan", reason="thử", file=name, sha256=sha256)
    return store.publish(rows(actual("firms", year, 1.0)), publication, rehearsed=store.version)


def get(version: object, **query: str) -> Answer:
    return ask(SERVED, f"/received/{version}", query)


def told_name(answer: Answer) -> str:
    """Return the file name as a browser reads it: RFC 6266 puts the one with all its letters first."""
    found = re.fullmatch(
        r"attachment; filename=\"[A-Za-z0-9._ ()-]+\"; filename\*=UTF-8''([A-Za-z0-9%._~-]+)",
        answer.headers["content-disposition"],
    )
    assert found, answer.headers["content-disposition"]
    return unquote(found[1])


@pytest.mark.parametrize("version", ["0", "2", "9", "-1", "1.0", "một", "1x", "", "..", "%2e%2e", "9" * 30, "\u0661"])
def test_a_version_without_a_file_is_said_in_words(store: Store, version: str) -> None:
    answer = get(version)

    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert "Content-Disposition" not in answer.headers


def test_the_sentence_is_in_the_language_asked_for(store: Store) -> None:
    assert "không mang theo tệp" in get("2").text
    assert "came with no file" in get("2", lang="en").text


def test_what_no_commit_names_is_not_reachable_by_its_hash(store: Store) -> None:
    (path,) = [path for path in (store.folder / "received").iterdir() if path.read_bytes() == b"never published"]

    for asked in (path.name, path.stem, f"../received/{path.name}"):
        assert get(asked).status == 404


def test_nothing_but_reading_is_served(store: Store) -> None:
    assert ask(SERVED, "/received/1", method="POST").status == 405


def test_without_a_store_the_answer_says_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

    assert get("1").status == 404
    assert "init --demo" in get("1").text


def test_a_file_that_is_gone_is_said(store: Store) -> None:
    for path in (store.folder / "received").iterdir():
        path.unlink()

    assert get("1").status == 404


def test_the_file_comes_back_as_it_came(store: Store) -> None:
    answer = get("1")

    assert (answer.status, answer.body) == (200, CONTENT)
    assert answer.headers["content-type"] == "text/csv"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert told_name(answer) == "Báo cáo Đại Từ – quý 1.csv"
    assert 'filename="Bao cao Dai Tu _ quy 1.csv"' in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("trang.html", "trang.html"),
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\Hoa\\báo cáo.csv", "báo cáo.csv"),
        ('a"; filename="b.exe.csv', 'a"; filename="b.exe.csv'),
        ("a\r\nSet-Cookie: x=1.csv", "aSet-Cookie: x=1.csv"),
        ("\u202egpj.exe.csv", "gpj.exe.csv"),
        ("..", "received"),
        ("x" * 300 + ".xlsx", "x" * 145 + ".xlsx"),
    ],
)
def test_no_name_and_no_content_is_shown_by_the_browser(store: Store, name: str, kept: str) -> None:
    answer = get(publish(store, name, HOSTILE, year=2019))

    assert answer.body == HOSTILE
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert "html" not in answer.headers["content-type"]
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert set(answer.headers) & {"set-cookie"} == set()
    assert file_name(name) == told_name(answer) == kept


def test_a_plain_name_has_letters_that_every_program_reads() -> None:
    assert plain("Đơn vị: Tỷ lệ (%) 2015.xlsx") == "Don vi_ Ty le (_) 2015.xlsx"
    assert plain("表.xls") == "_.xls"


def test_an_address_that_names_the_hash_may_be_kept_for_ever(store: Store) -> None:
    commit = store.history()[1]
    version, _, hashed = address(commit).removeprefix("received/").partition("?h=")

    answer = get(version, h=hashed)

    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert answer.headers["etag"] == f'"{commit.sha256}"'
    assert get(version).headers["cache-control"] == get(version, h="other").headers["cache-control"]
    assert "immutable" not in get(version).headers["cache-control"]


def test_a_version_without_a_file_has_no_address(store: Store) -> None:
    assert address(store.history()[0]) == ""
