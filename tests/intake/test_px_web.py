"""The statistics office's own exports: our row is taken, the other provinces are reported, years keep their mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.desk import Desk, told, values
from tests.intake.px_web import OURS


@pytest.mark.parametrize("name", OURS)
def test_our_row_is_taken_from_a_table_by_province(name: str, desk: Desk, shared: Path) -> None:
    row, others, figures, ends_preliminary = OURS[name]
    content = (shared / "real" / "px-web" / name).read_bytes()

    report = desk.check(content, name=name, indicator="iip")

    assert told(report) == [("outside_places", "A4")]
    assert report.findings[0].figures["count"] == others
    assert report.publishable
    assert [value for *_, value, _ in values(report)] == figures
    assert [cell for *_, cell in values(report)] == [
        f"{'BCDEFGHIJKLMNOPQRSTUVW'[at]}{row}" for at in range(len(figures))
    ]
    qualities = report.incoming["quality"].to_pylist()
    assert qualities == ["official"] * (len(figures) - 1) + ["preliminary" if ends_preliminary else "official"]


def test_without_an_indicator_the_file_asks_for_one(desk: Desk, shared: Path) -> None:
    name = "index-of-industrial-production-by-province.csv"
    report = desk.check((shared / "real" / "px-web" / name).read_bytes(), name=name)

    assert [code for code, _ in told(report) if code != "outside_places"] == ["indicator_not_named"]
    assert not report.publishable
