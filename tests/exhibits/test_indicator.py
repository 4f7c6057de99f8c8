"""One indicator: its line with true gaps, its targets old and new, its places with and without targets of their own."""

from __future__ import annotations

import pytest

from indicators.exhibits.verdicts import assess_places
from indicators.store import Reading
from tests.exhibits.every_builder import CATALOGUE, build


def series(reading: Reading, name: str, **selection: object) -> dict[float, float | None]:
    """Return the points of one series of the trajectory."""
    frame = build("indicator.trajectory", reading, **selection).frame  # type: ignore[arg-type]
    part = frame[frame["series"] == name]
    return dict(zip(part["at"].tolist(), part["value"].tolist(), strict=True))


def test_a_year_that_was_not_reported_is_a_gap_and_no_zero(small: Reading) -> None:
    line = series(small, "actual", indicator="hang_pci")

    assert line == {2014: 8, 2015: 7, 2016: None, 2017: 15, 2018: None, 2019: 12}
    notes = build("indicator.trajectory", small, indicator="hang_pci").notes
    assert notes[-1] == "Không có số liệu chính thức, để trống: 2016, 2018."


def test_nothing_after_the_year_asked_about_is_drawn(small: Reading) -> None:
    assert set(series(small, "actual", indicator="hang_pci", as_of=2015)) == {2014, 2015}


def test_preliminary_values_stand_apart(small: Reading) -> None:
    assert series(small, "preliminary", indicator="so_bo") == {2018: 500, 2019: 600}
    assert series(small, "actual", indicator="so_bo") == {}


def test_a_total_that_lacks_a_part_stands_apart_and_says_its_coverage(small: Reading) -> None:
    exhibit = build("indicator.trajectory", small, indicator="dn_ho_tro")

    assert list(series(small, "incomplete", indicator="dn_ho_tro")) == [2020]
    assert "Năm 2020: cộng từ 7/8 huyện, chưa đủ nên không dùng để đánh giá." in exhibit.notes


def test_a_revised_target_keeps_its_former_value(small: Reading) -> None:
    assert series(small, "target", indicator="dn_ho_tro") == {2020: 200}
    assert series(small, "target_revised", indicator="dn_ho_tro") == {2020: 250}
    assert series(small, "target", indicator="dn_ho_tro", as_of=2016) == {2020: 250}
    assert series(small, "target_revised", indicator="dn_ho_tro", as_of=2016) == {}


def test_the_way_still_needed_leads_from_the_last_value_to_the_target(small: Reading) -> None:
    assert series(small, "needed", indicator="dn_ho_tro", as_of=2018) == {2018: 170, 2020: 200}
    assert series(small, "needed", indicator="dn_dat_som", as_of=2018) == {}


@pytest.mark.parametrize(("indicator", "as_of"), [("dn_dat_som", 2020), ("giai_thuong", 2017), ("nang_suat", 2017)])
def test_what_is_over_or_no_level_has_no_forecast(small: Reading, indicator: str, as_of: int) -> None:
    assert series(small, "forecast", indicator=indicator, as_of=as_of) == {}


def test_the_forecast_is_the_verdicts_own_from_low_to_high(small: Reading) -> None:
    frame = build("indicator.trajectory", small, indicator="ty_le_loi", as_of=2018).frame
    (row,) = frame[frame["series"] == "forecast"].itertuples()
    (one,) = assess_places(small, CATALOGUE, as_of=2018, indicator="ty_le_loi")

    low, middle, high = one.verdict.projection or (0, 0, 0)
    assert (row.at, row.value, row.value_to) == (2020, low, high)
    assert low < middle < high
    assert row.hover.startswith("Ngoại suy đến hết năm 2020: ")


def test_a_band_and_a_range_keep_both_ends(small: Reading) -> None:
    frame = build("indicator.trajectory", small, indicator="chi_so_gia").frame

    assert frame[frame["series"] == "target"][["value", "value_to"]].to_numpy().tolist() == [[95, 105]]


def test_a_reported_value_names_its_cell_and_differs_from_its_parts_in_words(small: Reading) -> None:
    exhibit = build("indicator.trajectory", small, indicator="dn_ho_tro", as_of=2018)
    row = exhibit.frame[(exhibit.frame["series"] == "actual") & (exhibit.frame["at"] == 2018)].iloc[0]

    assert row["source"].startswith("bao-cao.xlsx › Biểu 1 › E")
    assert any("số báo cáo 170 DN, tính từ các đơn vị 180 DN, chênh 10 DN" in note for note in exhibit.notes)


def test_new_borders_are_drawn_and_told_with_their_document(small: Reading) -> None:
    exhibit = build("indicator.trajectory", small, indicator="dn_ho_tro", district="173")

    assert exhibit.drawing.breaks == (2017.0,)  # type: ignore[union-attr]
    assert any("Nghị quyết 422/NQ-UBTVQH14" in note and "Đồng Liên" in note for note in exhibit.notes)
    assert build("indicator.trajectory", small, indicator="dn_ho_tro").drawing.breaks == ()  # type: ignore[union-attr]


def test_each_district_has_its_own_target_and_light(small: Reading) -> None:
    frame = build("indicator.by_district", small, indicator="dn_ho_tro", as_of=2018).frame.set_index("key")

    assert frame.loc["171", "target"] == 20
    assert frame.loc["171", "status"] == "achieved"
    assert frame.loc["164", "status"] == "at_risk"
    assert frame.loc["170", "value"] is None


def test_targets_that_do_not_add_up_are_a_fact_that_is_told(small: Reading) -> None:
    notes = build("indicator.by_district", small, indicator="dn_ho_tro").notes

    assert "Tổng mục tiêu năm 2020 của 9 nơi là 170 DN, mục tiêu của toàn tỉnh là 200 DN: chênh 30 DN." in notes


def test_without_targets_of_their_own_places_show_what_they_bring_and_no_light(small: Reading) -> None:
    exhibit = build("indicator.by_sector", small, indicator="dn_ho_tro", district="171", as_of=2019)
    row = exhibit.frame.set_index("key").loc["che"]

    assert (row["value"], row["target"], row["status"]) == (2, None, "not_assessed")
    assert "bằng 5,6" in row["hover"]
    assert any(note.startswith("Chỉ Đại Từ có mục tiêu (≥ 20 DN (2020))") for note in exhibit.notes)


def test_a_ratio_is_refused_as_a_sum_in_words(small: Reading) -> None:
    notes = build("indicator.by_district", small, indicator="ty_le_cong_bo", as_of=2018).notes

    assert any("tính lại từ tổng tử số và tổng mẫu số" in note for note in notes)


def test_small_lines_leave_years_blank_and_carry_their_breaks(small: Reading) -> None:
    exhibit = build("indicator.districts_over_years", small, indicator="dn_ho_tro")
    line = exhibit.frame[exhibit.frame["key"] == "173"].set_index("at")

    assert line.loc[2020.0, "value"] is None
    assert line.loc[2019.0, "value"] == 48
    assert dict(exhibit.drawing.breaks_by_key)["164"] == (2015.0, 2017.0)  # type: ignore[union-attr]


def test_records_lead_to_file_sheet_and_cell_and_download_as_numbers(small: Reading) -> None:
    exhibit = build("indicator.records", small, indicator="ty_le_cong_bo", language="en")
    reported = exhibit.figures[exhibit.figures["Origin"] == "reported"]

    assert set(reported["File"]) == {"bao-cao.xlsx"}
    assert all(str(cell).startswith("E") for cell in reported["Cell"])
    assert reported["Numerator"].tolist()[:2] == [30, 24]
    assert "built from parts" in set(exhibit.frame["how"])


def test_targets_tell_which_decision_is_in_force(small: Reading) -> None:
    frame = build("indicator.targets", small, indicator="dn_ho_tro").frame
    whole = frame[frame["place"] == "toàn tỉnh"]

    assert whole[["document", "in_force"]].to_numpy().tolist() == [
        ["Quyết định 37/QĐ-UBND", ""],
        ["Quyết định 99/QĐ-UBND", "đang có hiệu lực"],
    ]


@pytest.mark.parametrize(
    ("indicator", "as_of", "rule"),
    [
        ("dn_ho_tro", 2018, "S = (170 − 0) ÷ (142,9 − 0) = 1,19; từ 0,95 trở lên là đúng tiến độ."),
        ("giai_thuong", 2015, "5 DN đạt mức 4 DN tính đến nay."),
        ("dn_mat", 2018, "Đã đạt năm 2017, nay 190 DN không còn đạt mục tiêu 200 DN."),
        ("khong_so_lieu", 2018, "Không có số liệu chính thức và đủ đơn vị nào đến cuối năm 2018."),
        ("cong_thong_tin", 2018, "Đã hoàn thành năm 2016."),
        ("nang_suat", 2016, "S = 1 + (6,3 − 7,0) ÷ |7,0| = 0,90; từ 0,60 đến dưới 0,95 là chậm."),
    ],
)
def test_the_rule_that_fired_is_told_with_its_numbers(small: Reading, indicator: str, as_of: int, rule: str) -> None:
    exhibit = build("indicator.verdict", small, indicator=indicator, as_of=as_of)

    assert exhibit.drawing.rule == rule  # type: ignore[union-attr]


def test_a_figure_that_is_not_there_says_why(small: Reading) -> None:
    frame = build("indicator.verdict", small, indicator="chi_so_gia").frame.set_index("figure")

    assert frame.loc["distance", "value"] == "–"
    assert frame.loc["distance", "note"] == "chưa có số liệu gốc"
