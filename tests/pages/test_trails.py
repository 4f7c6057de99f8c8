"""A page that lies below another says so, and the way up keeps the year, the language and the version."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from indicators.store import Store
from tests.pages.opening import opened, sent

CELL = {"nam": "2018", "huyen": "171", "nganh": "che"}


@pytest.fixture(autouse=True)
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return Store.open(demo_store)


def trail(page: str, query: dict[str, str]) -> list[tuple[str, str]]:
    """Return the steps of a page's trail: what each says and where it leads."""
    found = re.search(r'<nav class="trail" aria-label="[^"]+"><ol>(.*?)</ol></nav>', sent(opened(page, query)))
    steps = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', found[1]) if found else []
    return [(html.unescape(said), html.unescape(address)) for address, said in steps]


@pytest.mark.parametrize("page", ["overview", "method", "completeness", "history"])
def test_a_page_at_the_top_has_none(page: str) -> None:
    assert trail(page, {"nam": "2018"}) == []


@pytest.mark.parametrize(
    ("page", "query", "steps"),
    [
        ("indicator", {"chi_tieu": "dn_ap_dung_he_thong"}, ["Hệ thống quản lý, mô hình, công cụ"]),
        ("source", {"chi_tieu": "nang_suat_lao_dong_dn"}, ["Năng suất lao động bình quân của DN tham gia"]),
        ("history", {"tu": "5", "den": "8"}, ["← Mọi phiên bản"]),
        ("district", {"huyen": "171"}, ["Toàn tỉnh"]),
        ("sector", {"nganh": "che"}, ["Mọi ngành"]),
        ("district", CELL, ["Toàn tỉnh", "Huyện Đại Từ"]),
        ("sector", CELL, ["Mọi ngành", "Chè"]),
    ],
)
def test_the_way_up_keeps_what_is_shown(full: Store, page: str, query: dict[str, str], steps: list[str]) -> None:
    found = trail(page, {"nam": "2018", **query})

    assert [said for said, _ in found] == steps
    assert all(f"nam=2018&lang=vi&v={full.version}" in address for _, address in found)


def test_a_sector_of_a_district_is_named_whole_and_leads_to_the_whole_district() -> None:
    said = sent(opened("district", CELL))

    assert re.search(r"<h1[^>]*>Ngành Chè ở Huyện Đại Từ</h1>", said)
    assert "nganh" not in trail("district", CELL)[1][1]
    assert "huyen=171" in trail("district", CELL)[1][1]


def test_in_english_it_is_told_in_english() -> None:
    assert trail("district", {"nam": "2018", "huyen": "171", "lang": "en"})[0][0] == "Whole province"
