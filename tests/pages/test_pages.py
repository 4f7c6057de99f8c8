"""What a reader sees on each page: with a full store, an empty one, none, and at an address that makes no sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import catalogue, exhibits, labels
from indicators.selection import Selection
from indicators.store import Store
from tests.conftest import CommandLine
from tests.pages.opening import CHECKOUT, PAGES, address, links, markup, opened, words

MENU = ("Tổng quan", "Chỉ tiêu", "Ngành", "Huyện", "Cách đánh giá")
COMMAND = "python -m indicators init --demo"


@pytest.fixture
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return demo_store


@pytest.fixture
def empty(empty_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store without a record."""
    monkeypatch.setenv("INDICATORS_STORE", str(empty_store))
    return empty_store


@pytest.fixture
def missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where no store is."""
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))
    return tmp_path / "nowhere"


@pytest.mark.parametrize("page", PAGES)
def test_without_a_store_a_page_says_which_command_makes_one(missing: Path, page: str) -> None:
    test = opened(page)

    assert not test.exception
    assert COMMAND in words(test)
    assert str(missing) in words(test)
    assert not missing.exists()


def test_without_a_store_the_sentence_is_in_the_language_asked_for(missing: Path) -> None:
    assert "Nothing to show yet" in words(opened("overview", {"lang": "en"}))


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_store_says_what_to_publish(empty: Path, page: str) -> None:
    test = opened(page)

    assert not test.exception
    assert "Kho số liệu còn trống" in words(test)
    assert "python -m indicators publish" in words(test)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_full_store_fills_a_page(full: Path, page: str, language: str) -> None:
    test = opened(page, {"lang": language})

    assert not test.exception
    assert markup(test).count("<h1") == 1
    assert "Số liệu minh họa" in words(test)
    assert address(test)["lang"] == language


JUNK = {
    "nam": "hai nghìn", "lang": "fr", "v": "-1", "huyen": "<script>alert(1)</script>", "nganh": "999", "nhom": "';--",
    "chi_tieu": "../../etc/passwd", "huyen_2": "171; drop", "nganh_2": "\u202e",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_an_address_that_makes_no_sense_is_said_and_shown_as_the_default(full: Path, page: str) -> None:
    test = opened(page, JUNK)

    assert not test.exception
    assert "Địa chỉ có mã không dùng được" in words(test)
    assert "nganh=999" in words(test)
    assert "<script" not in markup(test)
    assert address(test)["nam"] == "2020"
    assert "huyen_2" not in address(test)


def test_the_address_is_completed_with_year_language_and_version(full: Path) -> None:
    latest = Store.open(full).version

    assert address(opened("overview")) == {"nam": "2020", "lang": "vi", "v": str(latest)}


def test_the_overview_begins_with_the_final_verdict_of_the_store(full: Path) -> None:
    store = Store.open(full)
    selection = Selection(as_of=2020, version=store.version)
    said = exhibits.overview.final_verdict(store.at(), catalogue.load(), selection, labels.text("vi")).headline

    test = opened("overview")

    first_heading = markup(test).split("<h1")[1].split("</h1>")[0].split(">", 1)[1]
    assert first_heading.replace("\u00a0", " ") == said


def test_every_link_of_the_menu_keeps_what_is_shown(full: Path) -> None:
    test = opened("district", {"nam": "2018", "huyen": "171", "nhom": "tieu_chuan"})

    queries = [address for label, address in links(test).items() if label in MENU]
    assert len(queries) == len(MENU)
    for query in queries:
        for part in ("nam=2018", "huyen=171", "nhom=tieu_chuan", "lang=vi", "v="):
            assert part in query


def test_a_row_of_what_needs_attention_leads_to_its_indicator(full: Path) -> None:
    test = opened("overview", {"nam": "2018"})

    led = [address for address in links(test).values() if address.startswith("indicator?") and "chi_tieu=" in address]
    assert led != []
    assert all("nam=2018" in query for query in led)


class TestFilters:
    def test_choosing_a_district_writes_its_code_into_the_address(self, full: Path) -> None:
        test = opened("overview")

        test.selectbox(key="filter_district").select("Đại Từ").run()

        assert address(test)["huyen"] == "171"
        assert "Đại Từ" in words(test)

    def test_choosing_everywhere_takes_it_out_again(self, full: Path) -> None:
        test = opened("overview", {"huyen": "171"})

        test.selectbox(key="filter_district").select("Toàn tỉnh").run()

        assert "huyen" not in address(test)

    def test_the_year_stands_on_the_overview(self, full: Path) -> None:
        test = opened("overview")

        test.get("button_group")[0].set_value("2018").run()

        assert address(test)["nam"] == "2018"
        assert "2018" in markup(test).split("<h1")[1].split("</h1>")[0]

    def test_a_filter_chosen_on_one_page_holds_on_the_next(self, full: Path) -> None:
        test = opened("overview", {"nam": "2018", "nganh": "che"})

        test.switch_page("../../pages/indicator.py").run()

        assert test.selectbox(key="filter_as_of").value == "2018"
        assert test.selectbox(key="filter_sector").value == "che"

    def test_picking_a_district_shows_it(self, full: Path) -> None:
        test = opened("district")

        test.get("button_group")[0].set_value("170").run()

        assert address(test)["huyen"] == "170"
        assert "Huyện Võ Nhai" in words(test)

    def test_a_district_has_the_name_it_had_that_year(self, full: Path) -> None:
        assert "Huyện Phổ Yên" in words(opened("district", {"nam": "2014", "huyen": "172"}))
        assert "Thị xã Phổ Yên" in words(opened("district", {"nam": "2016", "huyen": "172"}))

    def test_a_second_place_is_asked_for_until_it_is_chosen(self, full: Path) -> None:
        asked = "Chọn thêm một huyện"

        assert asked in words(opened("district", {"huyen": "171"}))
        assert asked not in words(opened("district", {"huyen": "171", "huyen_2": "164"}))

    def test_the_place_shown_is_not_offered_beside_itself(self, full: Path) -> None:
        test = opened("district", {"huyen": "171"})

        assert "Đại Từ" not in test.selectbox(key="filter_other_district").options


class TestVersions:
    def test_an_older_version_is_said_to_be_one(self, full: Path) -> None:
        test = opened("overview", {"v": "3"})

        assert not test.exception
        assert "phiên bản 3" in words(test)
        assert "Xem phiên bản mới nhất" in words(test)
        assert address(test)["v"] == "3"

    def test_an_indicator_that_the_version_lacks_is_said(self, full: Path) -> None:
        test = opened("indicator", {"v": "0"})

        assert not test.exception
        assert "Kho số liệu còn trống" in words(test)

    def test_whoever_follows_the_latest_sees_a_publication_at_once(self, empty: Path) -> None:
        publish = CommandLine(empty)
        files = sorted((CHECKOUT / "data" / "demo").glob("0[123]-*"))
        for file in files[:2]:
            assert publish("publish", file, "--by", "Chi cục", "--reason", "Thử").exit_code == 0
        following, staying = opened("overview"), opened("overview", {"v": "1"})
        assert address(following)["v"] == "2"

        assert publish("publish", files[2], "--by", "Chi cục", "--reason", "Thử").exit_code == 0
        following.run()
        staying.run()

        assert address(following)["v"] == "3"
        assert "Xem phiên bản mới nhất" not in words(following)
        assert address(staying)["v"] == "1"
        assert "Xem phiên bản mới nhất" in words(staying)


def test_an_indicator_that_no_place_reports_says_so(full: Path) -> None:
    test = opened("indicator", {"chi_tieu": "diem_pci"})

    assert not test.exception
    assert markup(test).count('class="empty"') >= 2


def test_charts_speak_their_headline(full: Path) -> None:
    test = opened("district", {"huyen": "171"})

    charts = test.get("plotly_chart")
    assert len(charts) >= 1
    assert all(chart.proto.alt for chart in charts)
