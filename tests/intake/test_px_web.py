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


EXPORT = (
    '"Index by province by Cities, provinces and Year"\r\n\r\n"Cities, provinces";"2015";"2016";"Prel. 2017"\r\n'
    '"WHOLE COUNTRY";1.5;2.5;3.5\r\n"Red River Delta";1.5;..;3.5\r\n"Ha Noi";1.5;2.5;3.5\r\n'
    '"Thai Nguyen";101.5;..;103.5\r\n"Bac Kan";1.5;2.5;3.5\r\n'
)


@pytest.mark.parametrize(
    "content",
    [
        EXPORT.encode(),
        EXPORT.encode("utf-8-sig"),
        EXPORT.encode("utf-16"),
        EXPORT.replace("\r\n", "\n").encode(),
        EXPORT.replace('"', "").encode(),
        *(EXPORT.replace(";", delimiter).encode() for delimiter in ("\t", ",", "|")),
        *(EXPORT.replace("..", sign).encode() for sign in (":", "...", "…")),
        EXPORT.replace('"Thai Nguyen"', '"    Thai Nguyen (*)"').encode(),
        EXPORT.replace("Thai Nguyen", "Thái Nguyên").replace("Prel.", "Sơ bộ").encode(),
    ],
)
def test_an_export_is_read_the_same_whatever_its_delimiters_signs_and_letters(content: bytes, desk: Desk) -> None:
    report = desk.check(content, name="px.csv", indicator="iip")

    assert told(report) == [("missing_values", "C7"), ("outside_places", "A4")]
    assert [(row["year"], row["value"], row["quality"]) for row in report.incoming.to_pylist()] == [
        (2015, 101.5, "official"), (2016, None, "official"), (2017, 103.5, "preliminary"),
    ]  # fmt: skip


def test_columns_of_months_and_quarters_are_read_as_such(desk: Desk) -> None:
    report = desk.check(
        '"T"\n\n"Provinces";"January 2017";"2017 Feb";"2017 Quarter 1";"2017 6 months"\n"Ha Noi";1;2;3;4\n'
        '"Thai Nguyen";5;6;7;8\n',
        indicator="iip",
    )

    assert [(row["year"], row["period"], row["value"]) for row in report.incoming.to_pylist()] == [
        (2017, "M01", 5.0), (2017, "M02", 6.0), (2017, "Q1", 7.0), (2017, "H1", 8.0),
    ]  # fmt: skip


@pytest.mark.parametrize("heads", ['"2015 Total";"2015 Male"', '"Total 2015";"Female 2015"'])
def test_heads_of_two_levels_in_one_are_refused_and_never_mixed(heads: str, desk: Desk) -> None:
    report = desk.check(f'"T"\n\n"Provinces";{heads}\n"Ha Noi";1;2\n"Thai Nguyen";5;6\n', indicator="iip")

    assert not report.publishable
