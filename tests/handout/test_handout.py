"""A hand-out at its address: unguessable, whole at any moment, replaced, withdrawn, and nothing else is reachable."""

from __future__ import annotations

import gzip
import os
import re
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette

from indicators import handout
from indicators.errors import StoreForbidden, UnknownHandout
from indicators.handout.shelf import LENGTH, LETTERS
from indicators.handout.window import MOST_HELD
from indicators.ui import handed
from tests.ui.asking import Answer, ask

SERVED = handed.Handed(Starlette())


@dataclass(frozen=True)
class File:
    """A file to hand out."""

    content: bytes
    title: str = "Năng suất và chất lượng"
    version: int = 12
    as_of: int = 2020
    language: str = "vi"
    is_demonstration: bool = True


FIRST, SECOND = File(b"<!doctype html>" + b"one " * 5000), File(b"<!doctype html>" + b"two " * 9000, version=13)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store's folder, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path))
    monkeypatch.setattr(SERVED, "window", handout.Window())
    (tmp_path / "secret.txt").write_text("nobody's business")
    return tmp_path


def get(path: str, **headers: str) -> Answer:
    return ask(SERVED, path, headers={name.replace("_", "-"): value for name, value in headers.items()})


class TestNothingElse:
    @pytest.mark.parametrize(
        "code",
        ["", "aaaaaaaa", "..", "../secret.txt", "%2e%2e%2fsecret.txt", "BCDFGHJK", "bcdfghj", "bcdfghjkm", "bcdfghj\n",
         "handout.json", "bcdfghjk/handout.json", "bcdfghj\u0130", "."],
    )  # fmt: skip
    def test_a_code_that_is_none_is_not_found(self, store: Path, code: str) -> None:
        handout.publish(store, FIRST, by="Hoa")

        assert get(f"/h/{code}").status == 404

    def test_the_answer_says_so_in_the_readers_words(self, store: Path) -> None:
        answer = get("/h/bcdfghjk")

        assert answer.headers["content-type"].startswith("text/plain")
        assert "thu hồi" in answer.text
        assert "withdrawn" in get("/h/bcdfghjk", accept_language="en-GB,en").text
        assert answer.headers["cache-control"] == "no-store"

    def test_neither_the_note_nor_the_file_beside_it_is_served(self, store: Path) -> None:
        put = handout.publish(store, FIRST, by="Hoa")

        for path in (f"/h/{put.code}/handout.json", f"/h/{put.code}/{put.file}", "/h/", "/h"):
            assert get(path).status == 404

    def test_nothing_but_reading_is_served(self, store: Path) -> None:
        put = handout.publish(store, FIRST, by="Hoa")

        for method in ("POST", "PUT", "DELETE"):
            assert ask(SERVED, f"/h/{put.code}", method=method).status == 405

    def test_a_folder_that_is_no_code_is_passed_over(self, store: Path) -> None:
        (store / "handout" / "notes of mine").mkdir(parents=True)

        assert handout.handouts(store) == []
        with pytest.raises(UnknownHandout):
            handout.find(store, "notes of mine")


class TestServed:
    def test_what_was_published_comes_back_compressed_with_headers_of_its_own(self, store: Path) -> None:
        put = handout.publish(store, FIRST, by="Hoa")
        answer = get(f"/h/{put.code}")

        assert answer.status == 200
        assert answer.headers["content-encoding"] == "gzip"
        assert gzip.decompress(answer.body) == FIRST.content
        assert "max-age" in answer.headers["cache-control"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-type"].startswith("text/html")

    def test_a_client_that_takes_nothing_compressed_gets_it_plain(self, store: Path) -> None:
        put = handout.publish(store, FIRST, by="Hoa")
        answer = get(f"/h/{put.code}", accept_encoding="identity")

        assert "content-encoding" not in answer.headers
        assert answer.body == FIRST.content

    def test_who_has_it_already_is_told_so(self, store: Path) -> None:
        put = handout.publish(store, FIRST, by="Hoa")
        etag = get(f"/h/{put.code}").headers["etag"]
        answer = get(f"/h/{put.code}", if_none_match=etag)

        assert (answer.status, answer.body) == (304, b"")
        handout.publish(store, SECOND, by="Hoa", replacing=put.code)
        assert get(f"/h/{put.code}", if_none_match=etag).status == 200

    def test_a_replaced_one_keeps_its_address_and_leaves_nothing_behind(self, store: Path) -> None:
        put = handout.publish(store, FIRST, by="Hoa")
        again = handout.publish(store, SECOND, by="Minh", replacing=put.code)

        assert again.code == put.code
        assert gzip.decompress(get(f"/h/{put.code}").body) == SECOND.content
        assert len(list((store / "handout" / put.code).glob("*.html.gz"))) == 1
        assert [(each.version, each.by) for each in handout.handouts(store)] == [(13, "Minh")]

    def test_a_withdrawn_one_is_gone_but_known(self, store: Path) -> None:
        put = handout.publish(store, FIRST, by="Hoa")
        assert get(f"/h/{put.code}").status == 200
        handout.withdraw(store, put.code, by="Minh")

        assert get(f"/h/{put.code}").status == 404
        [known] = handout.handouts(store)
        assert (known.is_withdrawn, known.withdrawn_by, known.by) == (True, "Minh", "Hoa")
        assert list((store / "handout" / put.code).glob("*.html.gz")) == []

    def test_a_code_that_nobody_has_is_neither_replaced_nor_withdrawn(self, store: Path) -> None:
        with pytest.raises(UnknownHandout):
            handout.publish(store, FIRST, by="Hoa", replacing="bcdfghjk")
        with pytest.raises(UnknownHandout):
            handout.withdraw(store, "../../etc", by="Hoa")
        assert not (store / "handout").exists()

    def test_memory_holds_no_more_than_a_few(self, store: Path) -> None:
        codes = [handout.publish(store, FIRST, by="Hoa").code for _ in range(MOST_HELD + 3)]
        for code in codes:
            assert get(f"/h/{code}").status == 200

        assert len(SERVED.window._held) == MOST_HELD

    def test_whoever_asks_while_it_is_replaced_gets_one_of_the_two_whole(self, store: Path) -> None:
        put = handout.publish(store, FIRST, by="Hoa")
        done = threading.Event()

        def replace() -> None:
            for turn in range(40):
                handout.publish(store, (SECOND, FIRST)[turn % 2], by="Hoa", replacing=put.code)
            done.set()

        thread = threading.Thread(target=replace)
        thread.start()
        seen = 0
        window = handout.Window()
        while not done.is_set():
            try:
                served = window.look(store, put.code)
            except UnknownHandout:
                continue
            assert gzip.decompress(served.packed) in (FIRST.content, SECOND.content)
            seen += 1
        thread.join()

        assert seen


class TestCode:
    def test_no_letter_looks_like_another_and_no_word_can_come_of_them(self) -> None:
        assert not set(LETTERS) & set("aeiou01l")
        assert len(set(LETTERS)) == len(LETTERS) == 28
        assert LENGTH == 8

    def test_no_two_are_alike(self, store: Path) -> None:
        codes = {handout.publish(store, FIRST, by="Hoa").code for _ in range(30)}

        assert len(codes) == 30
        assert all(re.fullmatch(f"[{LETTERS}]{{8}}", code) for code in codes)

    def test_the_square_is_drawn_for_screen_and_poster(self) -> None:
        address = "http://127.0.0.1:8501/h/bcdfghjk"

        assert b"<svg" in handout.qr_svg(address)
        assert handout.qr_png(address).startswith(b"\x89PNG")
        assert handout.qr_svg(address) != handout.qr_svg(f"{address}m")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(store: Path) -> None:
    store.chmod(0o500)
    with pytest.raises(StoreForbidden):
        handout.publish(store, FIRST, by="Hoa")
