"""The addresses of the stage: what they refuse in words, what they lead to, and that a document is made once."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from starlette.applications import Starlette

from indicators.selection import Selection
from indicators.store import Store
from indicators.ui.staged import FIGURES_PATH, KIOSK_PATH, STAGE_PATH, kiosk_address, routes, stage_address
from tests.snapshot.test_pool import unpacked
from tests.ui.asking import Answer, ask

SERVED = Starlette(routes=routes())
PATHS = (STAGE_PATH, KIOSK_PATH, FIGURES_PATH)


@pytest.fixture(autouse=True)
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return demo_store


def get(path: str, **query: str) -> Answer:
    return ask(SERVED, f"/{path}", query)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"huyen": "999"}, "huyen=999"), ({"nganh": "x y"}, "nganh=x y"), ({"v": "99"}, "v=99"),
        ({"nam": "20"}, "nam=20"), ({"chi_tieu": "<b>"}, "chi_tieu=<b>"), ({"nhom": "khong_co"}, "nhom=khong_co"),
    ],
)  # fmt: skip
def test_a_code_that_means_nothing_is_said_and_nothing_shown(path: str, query: dict[str, str], code: str) -> None:
    answer = get(path, **query)

    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert code in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("value", ["", "0", "2", "3601", "99999", "-5", "1.5", "1e2", "abc", "２０"])
def test_seconds_that_no_slide_can_stand_are_said(value: str) -> None:
    answer = get(KIOSK_PATH, seconds=value)

    assert answer.status == 404
    assert "từ 3 đến 3600" in answer.text
    assert "from 3 to 3600" in get(KIOSK_PATH, seconds=value, lang="en").text


@pytest.mark.parametrize("names", ["", "trang_1", "overview,", "overview,xx", "place", "Overview", "<script>"])
def test_slides_that_there_are_not_are_said_with_those_that_there_are(names: str) -> None:
    answer = get(KIOSK_PATH, pages=names)

    assert answer.status == 404
    assert "overview, attention, place, indicators, districts, sectors, method" in answer.text


@pytest.mark.parametrize("path", PATHS)
def test_without_a_store_the_answer_says_how_to_make_one(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

    assert "init --demo" in get(path).text


@pytest.mark.parametrize("path", PATHS)
def test_nothing_but_reading_is_served(path: str) -> None:
    assert ask(SERVED, f"/{path}", {}, method="POST").status == 405


@pytest.mark.parametrize("pages", ["overview", "indicators,method", "mo_hinh_diem,districts", "place,sectors"])
def test_slides_by_name_are_served(pages: str) -> None:
    assert get(KIOSK_PATH, pages=pages, huyen="171", seconds="20").status == 200


def test_an_address_without_its_version_leads_to_the_one_that_is_held_at_it(full: Path) -> None:
    answer = get(STAGE_PATH, huyen="171", chi_tieu="mo_hinh_diem", lang="en", tu="1", huyen_2="164")
    path, _, query = answer.headers["location"].partition("?")
    led = dict(parse_qsl(query))

    assert answer.status == 307
    assert answer.headers["cache-control"] == "no-store"
    assert path == STAGE_PATH
    assert led.pop("v") == str(Store.open(full).version)
    assert led.pop("nam")
    assert led == {"huyen": "171", "chi_tieu": "mo_hinh_diem", "lang": "en"}
    assert get(STAGE_PATH, **dict(parse_qsl(query))).status == 200


def test_a_talk_is_compressed_where_it_may_be_and_whole_where_not() -> None:
    packed = get(STAGE_PATH, v="12", nam="2020")
    plain = ask(SERVED, f"/{STAGE_PATH}", {"v": "12", "nam": "2020"}, headers={"accept-encoding": "identity"})

    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["content-type"].startswith("text/html")
    assert packed.headers["x-content-type-options"] == "nosniff"
    assert len(packed.body) < 2_000_000


def test_every_place_and_indicator_opens_the_same_document() -> None:
    one = get(STAGE_PATH, v="12", nam="2020", huyen="171")
    other = get(STAGE_PATH, v="12", nam="2020", nganh="che", chi_tieu="mo_hinh_diem")

    assert one.body == other.body


def test_an_older_version_is_a_document_of_its_own() -> None:
    older = json.loads(gzip.decompress(get(FIGURES_PATH, v="7", nam="2020").body))
    newer = json.loads(gzip.decompress(get(FIGURES_PATH, nam="2020").body))

    assert unpacked(older)["about"]["version"] == 7
    assert unpacked(newer)["about"]["version"] == 12
    assert unpacked(newer)["about"]["program"] == unpacked(older)["about"]["program"]


def test_the_menus_addresses_hold_a_talk_at_its_version_and_let_a_kiosk_follow() -> None:
    shown = Selection(as_of=2020, version=7, district="171", other_district="164", compared_from=1, compared_to=2)

    assert stage_address(shown) == "stage?nam=2020&lang=vi&v=7&huyen=171"
    assert kiosk_address(shown) == "kiosk?nam=2020&lang=vi&huyen=171"
