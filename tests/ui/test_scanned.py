"""The hand-out that slides end on: of the very version, while it opens, at the server that was asked, and no other."""

from __future__ import annotations

import datetime as dt
import gzip
import io
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from starlette.applications import Starlette

from indicators import handout
from indicators.handout import Handout
from indicators.ui import exports, staged
from tests.handout.test_handout import FIRST, File
from tests.ui.asking import ask

SERVED = Starlette(routes=[*exports.routes(), *staged.routes()])
SHOWN = {"nam": "2020", "v": "12"}
# One indicator of one district: the smallest deck.
ASKED = {**SHOWN, "huyen": "171", "chi_tieu": "mo_hinh_diem"}


@pytest.fixture
def store(demo_store_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of one's own, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store_copy))
    return demo_store_copy


def put(store: Path, file: File = FIRST, *, day: int = 1) -> Handout:
    return handout.publish(store, file, by="Hoa", now=dt.datetime(2026, 11, day, tzinfo=dt.UTC))


def last_slide(**headers: str) -> str:
    """Return the words of the last slide of a deck, without the breaks between its lines."""
    answer = ask(SERVED, "/exports/deck.pptx", ASKED, headers=headers)
    last = list(Presentation(io.BytesIO(answer.body)).slides)[-1]
    return "".join(shape.text_frame.text for shape in last.shapes if shape.has_text_frame).replace("\n", "")


def talk(**headers: str) -> str:
    return gzip.decompress(ask(SERVED, "/stage", SHOWN, headers=headers).body).decode("utf-8")


def test_without_a_hand_out_nothing_says_that_there_is_one(store: Path) -> None:
    assert "/h/" not in last_slide()
    assert 'id="scan"' not in talk()


@pytest.mark.parametrize("version", [7, 13])
def test_another_version_is_not_led_to(store: Path, version: int) -> None:
    put(store, replace(FIRST, version=version))

    assert "/h/" not in last_slide()
    assert 'id="scan"' not in talk()


def test_what_was_withdrawn_is_led_to_no_more(store: Path) -> None:
    one = put(store)
    assert one.code in last_slide()
    assert one.code in talk()

    handout.withdraw(store, one.code, by="Hoa")

    assert one.code not in last_slide()
    assert one.code not in talk()


@pytest.mark.parametrize("host", ["", "a b", 'x"><script>', "a/b", "x" * 101, "chi-tieu.example:port", "[::1"])
def test_a_host_that_can_be_none_comes_on_no_slide(store: Path, host: str) -> None:
    one = put(store)

    assert one.code not in last_slide(host=host)
    assert one.code not in talk(host=host)


def test_each_who_asks_finds_the_server_that_was_asked(store: Path) -> None:
    one = put(store)

    for host in ("10.0.0.5:8501", "chi-tieu.example", "[fe80::1]:8501"):
        assert f"http://{host}/h/{one.code}" in last_slide(host=host)
        assert f'data-server="http://{host}" data-path="/h/{one.code}"' in talk(host=host)


def test_behind_a_proxy_that_speaks_https_the_address_does_too(store: Path) -> None:
    one = put(store)
    headers = {"host": "chi-tieu.example", "x-forwarded-proto": "https"}

    assert f"https://chi-tieu.example/h/{one.code}" in last_slide(**headers)
    assert 'data-server="https://chi-tieu.example"' in talk(**headers)


def test_of_several_the_one_in_the_language_then_at_the_year_then_the_newest(store: Path) -> None:
    english = put(store, replace(FIRST, language="en"), day=9)
    assert english.code in last_slide()

    other_year = put(store, replace(FIRST, as_of=2018), day=8)
    assert other_year.code in last_slide()

    put(store, day=2)
    newer = put(store, day=3)
    assert newer.code in last_slide()


def test_a_kiosk_a_workbook_and_a_report_are_the_same_with_it_and_without(store: Path) -> None:
    before = [ask(SERVED, path, ASKED).body for path in ("/exports/report.docx", "/exports/workbook.xlsx")]
    one = put(store)

    assert [ask(SERVED, path, ASKED).body for path in ("/exports/report.docx", "/exports/workbook.xlsx")] == before
    assert one.code not in gzip.decompress(ask(SERVED, "/kiosk", SHOWN).body).decode("utf-8")
