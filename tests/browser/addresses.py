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


def path_of(page: str) -> str:
    """Return the page's path; the overview is what the bare address opens, and the history has two faces."""
    return "" if page == "overview" else page.split("_")[0]
