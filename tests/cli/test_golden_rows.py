"""The golden rows of the design, from a definitions file and a records file to `assess --json`."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Clerk

DEFINITIONS = """ma;ten;don_vi;loai_chi_tieu;chieu
sixty;Luỹ kế 0 đến 200, 60 năm 2019;DN;cumulative;up
first_year;Luỹ kế 0 đến 200, 20 năm 2015;DN;cumulative;up
nothing_done;Luỹ kế 0 đến 200, 2 năm 2019;DN;cumulative;up
from_five;Luỹ kế 5 đến 200, 60 năm 2019;DN;cumulative;up
share;Tỷ lệ 20 đến 35, 27 năm 2017;%;ratio;up
defects;Lỗi 10 đến 4, 8 năm 2017;%;ratio;down
to_zero;Lỗi 10 đến 0, 5 năm 2017;%;ratio;down
lost;Đạt 200 năm 2017, còn 190 năm 2018;DN;stock;up
kept;Giữ 95 đến 105, 97;%;index;band
over;120 trên 200 năm 2020;DN;cumulative;up
"""
RECORDS = """chi_tieu;nam;loai_so_lieu;gia_tri;gia_tri_den;toan_tu
sixty;2014;goc;0;;
sixty;2020;muc_tieu;200;;
sixty;2019;;60;;
first_year;2014;goc;0;;
first_year;2020;muc_tieu;200;;
first_year;2015;;20;;
nothing_done;2014;goc;0;;
nothing_done;2020;muc_tieu;200;;
nothing_done;2019;;2;;
from_five;2014;goc;5;;
from_five;2020;muc_tieu;200;;
from_five;2019;;60;;
share;2014;goc;20;;
share;2020;muc_tieu;35;;
share;2017;;27;;
defects;2014;goc;10;;
defects;2020;muc_tieu;4;;
defects;2017;;8;;
to_zero;2014;goc;10;;
to_zero;2020;muc_tieu;0;;
to_zero;2017;;5;;
lost;2014;goc;0;;
lost;2020;muc_tieu;200;;
lost;2017;;200;;
lost;2018;;190;;
kept;2020;muc_tieu;95;105;range
kept;2020;;97;;
over;2014;goc;0;;
over;2020;muc_tieu;200;;
over;2020;;120;;
"""
GOLDEN = {
    "sixty": (2019, "at_risk", 0.36),
    "first_year": (2015, "slow", 0.60),
    "nothing_done": (2019, "at_risk", 0.012),
    "from_five": (2019, "at_risk", 0.3384615),
    "share": (2017, "slow", 0.9333333),
    "defects": (2017, "slow", 0.6666667),
    "to_zero": (2017, "on_track", 1.0),
    "lost": (2018, "achieved_then_lost", None),
    "kept": (2020, "achieved", None),
    "over": (2020, "missed", None),
}
FIELDS = {
    "indicator", "kind", "status", "reason", "baseline", "target", "latest", "achieved_in", "achievement", "distance",
    "elapsed", "ratio", "pace", "methods", "agreement", "flags", "district", "sector",
}  # fmt: skip


def test_the_golden_rows_come_out_exactly(clerk: Clerk) -> None:
    clerk("init", "--empty")
    clerk.publish(DEFINITIONS, name="dinh-nghia.csv")
    clerk.publish(RECORDS, name="so-lieu.csv")

    by_year = {
        year: {row["indicator"]: row for row in clerk("assess", "--as-of", str(year), "--json").json}
        for year in sorted({year for year, *_ in GOLDEN.values()})
    }

    for indicator, (year, status, ratio) in GOLDEN.items():
        row = by_year[year][indicator]
        assert set(row) >= FIELDS
        assert (indicator, row["status"]) == (indicator, status)
        if ratio is not None:
            assert row["ratio"] == pytest.approx(ratio, abs=1e-6)
        assert set(row["methods"]) == {"time_elapsed", "cagr", "un_2022", "un_2023", "projection"}
        assert all(set(method) == {"value", "label", "class", "reason"} for method in row["methods"].values())
    assert by_year[2019]["sixty"]["target"]["operator"] == ">="
    assert by_year[2020]["kept"]["distance"] is None
    assert by_year[2020]["kept"]["target"]["value_to"] == 105.0
