"""Where the pages are, with a selection that fills each of them."""

from __future__ import annotations

from collections.abc import Mapping

# 171 is Đại Từ, 164 the city of Thái Nguyên, a place whose borders changed twice.
QUERY_BY_PAGE: Mapping[str, Mapping[str, str]] = {
    "overview": {"nam": "2020"},
    "indicator": {"nam": "2020", "chi_tieu": "dn_ap_dung_he_thong"},
    "district": {"nam": "2020", "huyen": "171", "huyen_2": "164"},
    "sector": {"nam": "2020", "nganh": "che", "nganh_2": "thep"},
    "method": {"nam": "2018"},
    "completeness": {"nam": "2018", "huyen": "173"},
    "history": {"nam": "2020", "tu": "5", "den": "8"},
    "history_list": {"nam": "2020"},
    "handout": {"nam": "2020"},
    "help": {"nam": "2020"},
    "help-office": {"nam": "2020"},
    "source": {"nam": "2018", "chi_tieu": "dn_ap_dung_he_thong"},
}

# What a reader is sure to meet there, whatever the figures are.
WORDS_BY_PAGE: Mapping[str, str] = {
    "overview": "đến hết năm 2020",
    "indicator": "Số DN được hỗ trợ áp dụng hệ thống quản lý",
    "district": "Huyện Đại Từ",
    "sector": "Chè",
    "method": "Năm phương pháp đối chiếu",
    "completeness": "Ai đã báo cáo gì",
    "handout": "Đăng nhập bằng tài khoản cán bộ",
    "history": "Phiên bản 8 so với phiên bản 5",
    "history_list": "13 phiên bản",
    "source": "các số thành phần",
    "help": "Trình bày trước hội nghị",
    "help-office": "Duyệt trước khi công bố",
}
# They show no figure of the set; what the guides show stands in pictures, of which they say so.
WITHOUT_FIGURES = frozenset({"history_list", "handout", "help", "help-office"})


def path_of(page: str) -> str:
    """Return the page's path; the overview is what the bare address opens, and the history has two faces."""
    return "" if page == "overview" else page.split("_")[0]
