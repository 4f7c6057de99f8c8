"""The history page: every version, what one changed against another, and the way back for signed-in staff only."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators.store import Store
from indicators.ui import access, actions
from tests.conftest import CommandLine
from tests.pages.opening import address, links, markup, opened, words

HEAD = "chi_tieu;nam;huyen;gia_tri\n"
INDICATOR = "dn_ap_dung_he_thong"


@pytest.fixture
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The demonstration store, to look at."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return Store.open(demo_store)


@pytest.fixture(scope="module")
def thirteen(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration store with a thirteenth version that meets the target of Đại Từ."""
    folder = tmp_path_factory.mktemp("history")
    store = Path(shutil.copytree(demo_store, folder / "store"))
    file = folder / "Báo cáo <b>Đại Từ.csv"
    file.write_text(HEAD + f"{INDICATOR};2020;171;1234\n", "utf-8")
    by = ("--by", "Nguyễn Thị Hoa", "--reason", "Báo cáo [của](http://x) <i>huyện</i>")
    assert CommandLine(store)("publish", file, *by).exit_code == 0
    return store


@pytest.fixture
def own(thirteen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """That store, of this test's own."""
    store = Path(shutil.copytree(thirteen, tmp_path / "store"))
    monkeypatch.setenv("INDICATORS_STORE", str(store))
    return Store.open(store)


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is signed in."""
    monkeypatch.setattr(access, "staff", lambda: access.Staff("Trần Văn Bình", "account"))


class TestRestoring:
    def test_nobody_signed_in_sees_no_way_to_restore(self, own: Store) -> None:
        test = opened("history", {"den": "12"})

        assert not test.exception
        assert [button.label for button in test.button] == []
        assert "Lý do khôi phục" not in str([field.label for field in test.text_input])

    def test_the_action_itself_refuses_whoever_is_not_signed_in(self, own: Store) -> None:
        with pytest.raises(access.NotSignedIn):
            actions.restore(own, 12, by="Trần Văn Bình", reason="không ai cho phép")
        assert own.version == 13

    @pytest.mark.usefixtures("signed_in")
    def test_nobody_restores_in_anothers_name(self, own: Store) -> None:
        with pytest.raises(access.NotSignedIn):
            actions.restore(own, 12, by="Nguyễn Thị Hoa", reason="ký thay")
        assert own.version == 13

    @pytest.mark.usefixtures("signed_in")
    def test_the_latest_version_has_nothing_to_go_back_to(self, own: Store) -> None:
        assert [button.label for button in opened("history", {"den": "13"}).button] == []

    @pytest.mark.usefixtures("signed_in")
    def test_without_a_reason_nothing_happens(self, own: Store) -> None:
        test = opened("history", {"den": "12"})

        test.text_input(key="restore_reason").input("   ")
        test.button[0].click().run()

        assert "Hãy ghi lý do khôi phục" in words(test)
        assert own.version == 13

    @pytest.mark.usefixtures("signed_in")
    def test_with_a_reason_the_new_version_is_shown(self, own: Store) -> None:
        test = opened("history", {"den": "12"})

        test.text_input(key="restore_reason").input("Công bố nhầm")
        test.button[0].click().run()

        assert not test.exception
        commit = own.history()[0]
        assert (commit.version, commit.by, commit.reason) == (14, "Trần Văn Bình", "Công bố nhầm")
        assert commit.restored_from == 12
        assert "Đã khôi phục phiên bản 12: nay là phiên bản 14" in words(test)
        assert "Phiên bản 14 so với phiên bản 13" in words(test)
        assert (address(test)["den"], address(test)["v"]) == ("14", "14")
        assert "Đã khôi phục" not in words(test.run())

    @pytest.mark.usefixtures("signed_in")
    def test_restoring_what_stands_is_said_and_makes_no_version(self, own: Store) -> None:
        own.restore(12, by="Lan", reason="trước")
        test = opened("history", {"den": "12"})

        test.text_input(key="restore_reason").input("lần nữa")
        test.button[0].click().run()

        assert own.version == 14
        assert "giống hệt phiên bản 12" in words(test)

    @pytest.mark.usefixtures("signed_in")
    def test_what_it_would_change_can_be_seen_first(self, own: Store) -> None:
        query = links(opened("history", {"den": "12"}))["Xem trước khôi phục sẽ đổi những số nào"]

        assert "tu=13" in query
        assert "den=12" in query


class TestList:
    def test_every_version_is_there_the_newest_first(self, full: Store) -> None:
        test = opened("history")

        shown = [label for label in links(test) if label.startswith("Phiên bản ")]
        assert not test.exception
        assert shown == [f"Phiên bản {number}" for number in range(12, -1, -1)]
        for part in ("Bộ số liệu minh họa", "09-ty-le-theo-huyen.csv", "192 mới", "Cài đặt"):
            assert part in words(test)

    def test_a_file_leads_to_itself_as_received(self, full: Store) -> None:
        commit = full.history()[0]

        assert f'href="received/12?h={commit.sha256}"' in markup(opened("history"))

    def test_what_people_wrote_is_never_markup(self, own: Store) -> None:
        test = opened("history")

        assert "Báo cáo [của](http://x) <i>huyện</i>" in words(test)
        assert "<i>" not in markup(test)
        assert "<b>" not in markup(test)
        assert all("http" not in label for label in links(test))

    def test_it_is_narrowed_by_person_words_and_indicator(self, own: Store) -> None:
        def shown(**query: str) -> list[str]:
            return [label for label in links(opened("history", query)) if label.startswith("Phiên bản ")]

        assert shown(nguoi="Nguyễn Thị Hoa") == ["Phiên bản 13"]
        assert shown(tim="TY LE theo huyen") == ["Phiên bản 9"]
        assert shown(chi_tieu=INDICATOR)[0] == "Phiên bản 13"
        assert len(shown(chi_tieu=INDICATOR)) < 13
        assert shown(nguoi="Nguyễn Thị Hoa", tim="minh hoa") == []

    def test_a_person_chosen_stands_in_the_address(self, own: Store) -> None:
        test = opened("history", {"trang_so": "1"})

        test.selectbox(key="filter_person").select("Nguyễn Thị Hoa").run()

        assert address(test)["nguoi"] == "Nguyễn Thị Hoa"
        assert "trang_so" not in address(test)

    def test_nothing_found_says_what_to_do(self, full: Store) -> None:
        test = opened("history", {"nguoi": "Không Ai", "lang": "vi"})

        assert not test.exception
        assert "Hãy bỏ bớt bộ lọc" in words(test)

    def test_a_store_without_records_shows_its_versions_too(
        self, empty_store: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("INDICATORS_STORE", str(empty_store))
        test = opened("history")

        assert not test.exception
        assert "Phiên bản 0" in links(test)


class TestComparison:
    @pytest.mark.parametrize("query", [{"den": "99"}, {"tu": "-1", "den": "x"}, {"tu": "12.0"}])
    def test_a_version_that_is_not_there_is_said(self, full: Store, query: dict[str, str]) -> None:
        test = opened("history", query)

        assert not test.exception
        assert "Địa chỉ có mã không dùng được" in words(test)
        assert all(f"{key}={value}" in words(test) for key, value in query.items())

    def test_a_version_is_laid_beside_the_one_before_it(self, own: Store) -> None:
        test = opened("history", {"den": "13", "nam": "2020"})

        assert not test.exception
        assert "Phiên bản 13 so với phiên bản 12" in words(test)
        assert "1.234 DN" in words(test)
        assert "1 kết luận đổi: 1 tốt lên" in words(test)
        assert "Nguyễn Thị Hoa" in words(test)

    def test_any_two_versions_are_compared_either_way_round(self, own: Store) -> None:
        there, back = (opened("history", {"tu": one, "den": other}) for one, other in (("12", "13"), ("13", "12")))

        assert "(1 mới)" in words(there)
        assert "(1 rút)" in words(back)
        assert "1 kết luận đổi: 1 xấu đi" in words(back)

    def test_a_version_and_itself_are_said_to_be_one(self, full: Store) -> None:
        assert "Đang so phiên bản 7 với chính nó" in words(opened("history", {"tu": "7", "den": "7"}))

    def test_choosing_another_version_writes_it_into_the_address(self, full: Store) -> None:
        test = opened("history", {"den": "8"})

        test.selectbox(key="filter_compared_from").set_value("3").run()

        assert (address(test)["tu"], address(test)["den"]) == ("3", "8")
        assert "Phiên bản 8 so với phiên bản 3" in words(test)

    def test_the_overview_is_shown_as_of_that_version(self, full: Store) -> None:
        query = links(opened("history", {"den": "8", "tu": "5"}))["Xem trang tổng quan ở phiên bản này →"]

        assert "v=8" in query
        assert "den=" not in query
        assert "tu=" not in query

    def test_other_pages_forget_what_was_compared(self, full: Store) -> None:
        assert "den=" not in links(opened("history", {"den": "8"}))["Huyện"]


def test_the_foot_of_every_page_leads_to_the_history(full: Store) -> None:
    assert "Lịch sử số liệu" in links(opened("overview"))


class TestVersionsWithoutFigures:
    @pytest.fixture
    def vacuumed(self, own: Store) -> Store:
        """The demonstration store of which only the latest version is kept."""
        (own.folder / "settings.toml").write_text("[versions]\nkept_days = 0\n", "utf-8")
        own.vacuum(by="Quản trị", reason="hết chỗ trên đĩa")
        return own

    def test_the_list_tells_of_them_all_and_which_have_none(self, vacuumed: Store) -> None:
        test = opened("history")

        assert not test.exception
        gone = len(vacuumed.no_longer_kept())
        said = words(test)
        assert f"{gone} phiên bản cũ không còn giữ số liệu" in said
        assert said.count("không còn giữ số liệu") == gone + 1
        assert "hết chỗ trên đĩa" in said
        assert len([label for label in links(test) if label.startswith("Phiên bản ")]) == 15

    @pytest.mark.parametrize("page", ["overview", "indicator", "history"])
    def test_a_link_to_one_says_so_and_leads_to_the_history(self, vacuumed: Store, page: str) -> None:
        gone = max(vacuumed.no_longer_kept())
        test = opened(page, {"v": str(gone)})

        assert not test.exception
        assert f"Phiên bản {gone} vẫn có trong lịch sử, nhưng số liệu của nó không còn được giữ." in words(test)
        assert 'href="history?lang=vi"' in markup(test)
        assert 'href="history?lang=en"' in markup(opened(page, {"v": str(gone), "lang": "en"}))

    def test_a_comparison_with_one_says_so(self, vacuumed: Store) -> None:
        gone = max(vacuumed.no_longer_kept())
        test = opened("history", {"tu": str(gone), "den": str(vacuumed.version)})

        assert not test.exception
        assert f"Phiên bản {gone} vẫn có trong lịch sử" in words(test)
