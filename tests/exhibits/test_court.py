"""The five methods on the page: figure, label, class, agreement, and why one can't be applied."""

from __future__ import annotations

import pytest

from indicators import labels
from indicators.assessment import THRESHOLDS, MethodName
from indicators.exhibits.method import labels_and_lines
from indicators.exhibits.phrases import ratio
from indicators.store import Reading
from tests.exhibits.every_builder import build

HIDDEN = ["Tốc độ tăng bình quân (CAGR)", "Liên hợp quốc 2022", "Liên hợp quốc 2023"]


def test_methods_of_growth_are_hidden_with_their_reason_where_the_baseline_is_zero(small: Reading) -> None:
    exhibit = build("indicator.court", small, indicator="dn_ho_tro", as_of=2018)
    hidden = exhibit.frame[exhibit.frame["class"] == "–"]

    assert hidden["method"].tolist() == HIDDEN
    assert set(hidden["reason"]) == {"Mức gốc bằng 0."}
    assert "để trống vì mức gốc bằng 0" in exhibit.headline


def test_a_method_that_is_applied_needs_no_reason_and_one_that_is_not_has_no_figure(demo: Reading) -> None:
    for indicator in ("ty_le_mau_khong_dat", "giay_chung_nhan_con_hieu_luc", "dn_giai_thuong_chat_luong"):
        figures = build("indicator.court", demo, indicator=indicator, as_of=2018).figures
        for _, value, label, class_, reason in figures.itertuples(index=False):
            assert (value is None) == (label is None) == (class_ is None) == (reason is not None)


def test_the_headline_counts_those_that_agree_among_those_that_apply(small: Reading) -> None:
    exhibit = build("indicator.court", small, indicator="ty_le_loi", as_of=2016)
    applied = [agrees for agrees in exhibit.frame["agrees"] if agrees]

    assert exhibit.headline.startswith(f"{applied.count('đồng ý')}/{len(applied)} phương pháp đồng ý")


@pytest.mark.parametrize(
    ("indicator", "why"),
    [
        ("giai_thuong", "Kế hoạch giao theo từng năm"),
        ("nang_suat", "lấy tốc độ tăng của tốc độ tăng không có nghĩa"),
        ("cong_thong_tin", "Việc có hoặc không chỉ so ngày với ngày"),
        ("chi_so_gia", "Mục tiêu là một khoảng"),
        ("khong_muc_tieu", "Chưa đánh giá được (chưa có mục tiêu)"),
    ],
)
def test_each_kind_says_why_its_methods_are_few(small: Reading, indicator: str, why: str) -> None:
    assert why in build("indicator.court", small, indicator=indicator, as_of=2017).headline


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.9496, "0,9496"),
        (0.997, "0,997"),
        (0.95, "0,95"),
        (0.9999999, "0,9999999"),
        (0.599996, "0,599996"),
        (-0.0004, "−0,0004"),
        (0.0, "0,00"),
        (1.0, "1,00"),
        (1.004, "1,004"),
        (0.949999999, "0,949999999"),
        (0.9500000001, "0,95"),
        (0.1234, "0,12"),
    ],
)
def test_the_ratio_never_looks_to_be_in_another_class(value: float, written: str) -> None:
    shown = ratio(value, labels.text("vi"))
    read = float(shown.replace(",", ".").replace("−", "-"))

    assert shown == written
    assert THRESHOLDS.ratio.class_of(read) == THRESHOLDS.ratio.class_of(THRESHOLDS.rounded(value))


@pytest.mark.parametrize("name", ["overview.ratio_over_years", "overview.needs_attention"])
def test_the_ratio_is_written_in_the_frame(small: Reading, name: str) -> None:
    frame = build(name, small, as_of=2018).frame
    words = labels.text("vi")

    assert any(frame["written"])
    for value, written in zip(frame["ratio"], frame["written"], strict=True):
        assert written == ("" if value is None else ratio(value, words))


def test_the_lines_of_a_method_are_those_of_the_thresholds_file() -> None:
    assert labels_and_lines(MethodName.UN_2023, labels.text("en")) == (
        "from 0.95: level 3; from 0.10: level 2; below 0.10: level 1"
    )
