"""The programme at a glance, on a small store whose verdicts are known."""

from __future__ import annotations

from indicators.assessment import STATUS_ORDER
from indicators.store import Reading
from tests.exhibits.every_builder import build
from tests.exhibits.small_store import DEFINITIONS, SILENT


def test_a_programme_that_is_over_begins_with_its_final_verdict(small: Reading) -> None:
    exhibit = build("overview.final_verdict", small)

    assert exhibit.headline == ("Kết quả cuối kỳ (đến hết 2020): 4 chỉ tiêu đạt, 2 đạt rồi lại mất, 8 chưa đánh giá.")
    assert build("overview.final_verdict", small, language="en").headline == (
        "Final result (end of 2020): 4 indicators met, 2 met, then lost, 8 not assessed."
    )


def test_a_programme_under_way_tells_its_progress(small: Reading) -> None:
    headline = build("overview.final_verdict", small, as_of=2018).headline

    assert headline.startswith("Tiến độ (đến hết 2018): 3 chỉ tiêu đạt, 3 đúng tiến độ, 1 chậm")


def test_every_indicator_is_counted_once_in_the_order_of_the_statuses(small: Reading) -> None:
    frame = build("overview.final_verdict", small, as_of=2018).frame
    order = [str(status) for status in STATUS_ORDER]

    assert sum(frame["count"]) == len(DEFINITIONS)
    assert [order.index(status) for status in frame["status"]] == sorted(order.index(each) for each in frame["status"])


def test_tiles_and_distribution_count_the_same(small: Reading) -> None:
    whole = build("overview.final_verdict", small).frame
    groups = build("overview.groups", small).frame

    assert groups.groupby("status")["count"].sum().to_dict() == whole.groupby("status")["count"].sum().to_dict()


def test_groups_stand_in_the_order_of_the_catalogue_and_a_strange_one_last(small: Reading) -> None:
    groups = list(dict.fromkeys(build("overview.groups", small).frame["group"]))

    assert groups == [
        "tieu_chuan", "he_thong", "dao_tao", "chat_luong", "nang_suat", "canh_tranh", "Nhóm chưa có trong danh mục",
    ]  # fmt: skip


def test_the_heatmap_has_every_year_up_to_the_one_asked_about(small: Reading) -> None:
    frame = build("overview.ratio_over_years", small, as_of=2017).frame

    assert sorted(set(frame["year"])) == [2014, 2015, 2016, 2017]
    assert len(frame) == 4 * len(DEFINITIONS)


def test_the_heatmap_agrees_with_the_verdicts_of_each_year(small: Reading) -> None:
    heatmap = build("overview.ratio_over_years", small).frame
    for year in (2016, 2018, 2020):
        spread = build("overview.final_verdict", small, as_of=year).frame
        of_year = heatmap[heatmap["year"] == year]["status"].value_counts().to_dict()

        assert of_year == dict(zip(spread["status"], spread["count"], strict=True))


def test_what_is_furthest_behind_stands_first(small: Reading) -> None:
    frame = build("overview.needs_attention", small, as_of=2018).frame

    assert list(frame["key"]) == ["hang_pci", "dn_mat", "ty_le_loi", "nang_suat"]
    assert list(frame["status"]) == ["achieved_then_lost", "achieved_then_lost", "reversing", "slow"]
    assert frame["sentence"].iloc[2].startswith("Đi ngược: 13,0")


def test_what_is_on_track_needs_no_attention(small: Reading) -> None:
    exhibit = build("overview.needs_attention", small, as_of=2018, group="he_thong")

    assert exhibit.is_empty
    assert exhibit.headline.startswith("Trong 2 chỉ tiêu đánh giá được, không chỉ tiêu nào")
    assert "Không có chỉ tiêu nào cần chú ý" in exhibit.empty_sentence


def test_freshness_names_what_never_came(small: Reading) -> None:
    exhibit = build("overview.freshness", small)

    assert exhibit.headline == (
        "5/14 chỉ tiêu đã có số liệu đến năm 2020; 1 chỉ tiêu chưa có số liệu; chưa từng báo cáo: Võ Nhai."
    )
    assert exhibit.frame["indicator"].iloc[0] == "Không có số liệu"
    assert SILENT == "170"
    assert exhibit.notes[-1] == "Huyện chưa từng báo cáo số liệu nào: Võ Nhai."


def test_freshness_of_a_district_is_its_own(small: Reading) -> None:
    frame = build("overview.freshness", small, district="173").frame
    period_by_name = dict(zip(frame["indicator"], frame["period"], strict=True))

    assert period_by_name["DN được hỗ trợ"] == "2019"
    assert period_by_name["DN giữ chứng nhận"] == "chưa có"


def test_a_group_narrows_every_exhibit(small: Reading) -> None:
    assert sum(build("overview.final_verdict", small, group="chat_luong").frame["count"]) == 3
    assert set(build("overview.ratio_over_years", small, group="chat_luong").frame["row"]) == {
        "dn_mat", "ty_le_loi", "giai_thuong",
    }  # fmt: skip


def test_a_district_narrows_and_is_named(small: Reading) -> None:
    exhibit = build("overview.final_verdict", small, district="171")

    assert exhibit.headline == "Đại Từ – Kết quả cuối kỳ (đến hết 2020): 1 chỉ tiêu đạt, 13 chưa đánh giá."
    assert set(exhibit.frame["row_label"]) == {"Đại Từ"}
