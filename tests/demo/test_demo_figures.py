"""The demonstration set tells the stories it promises, with figures that could be true."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import cases
import pytest
import reference
from definitions import INDICATORS
from record import Record
from reference import REFERENCE_INDICATORS
from spreading import WEIGHT_BY_DISTRICT, WEIGHT_BY_SECTOR

from indicators import catalogue
from indicators.assessment import Reason, Status, assess
from indicators.catalogue import Kind
from tests.demo.province import DEFINITIONS, GOALS, INVENTED, RECORDS, REFERENCE, REPORTED, series_of, values_of

KNOWN = catalogue.load()
README = (Path(cases.__file__).parent / "README.md").read_text("utf-8")
PROMISES = re.findall(r"^\| `([A-Z_0-9]+)` \| `(\w+)` \| (\w+) \| (\w+) \|$", README, re.MULTILINE)
KINDS_WITHOUT_SIZE = {Kind.GROWTH, Kind.YES_NO}


def statuses(as_of: int) -> dict[str, Status]:
    return {id: assess(series_of(id), as_of=as_of, first_year=2014).status for id in DEFINITIONS}


AS_OF_2018, AS_OF_2020 = statuses(2018), statuses(2020)


def test_the_table_of_cases_is_that_of_the_script() -> None:
    constants = {
        name: value
        for name, value in vars(cases).items()
        if name.isupper() and isinstance(value, str) and len(value) > 3
    }

    assert {case: indicator for case, indicator, _, _ in PROMISES} == constants


@pytest.mark.parametrize(("case", "indicator", "in_2018", "in_2020"), PROMISES)
def test_a_case_comes_out_as_promised(case: str, indicator: str, in_2018: str, in_2020: str) -> None:
    assert (AS_OF_2018[indicator], AS_OF_2020[indicator]) == (in_2018, in_2020)


def test_every_status_is_seen_in_2018_or_2020() -> None:
    assert set(AS_OF_2018.values()) >= {Status.SLOW, Status.ON_TRACK, Status.AT_RISK, Status.REVERSING, Status.ACHIEVED}
    counts = Counter(AS_OF_2020.values())

    assert set(counts) >= {
        Status.ACHIEVED,
        Status.ACHIEVED_THEN_LOST,
        Status.MISSED,
        Status.SLOW,
        Status.AT_RISK,
        Status.ON_TRACK,
    }
    assert counts[Status.ACHIEVED] >= 5
    assert counts[Status.NOT_ASSESSED] * 3 <= len(DEFINITIONS)
    assert len(DEFINITIONS) >= 20


def test_what_is_not_assessed_is_not_assessed_for_the_reason_it_should_be() -> None:
    reasons = {id: assess(series_of(id), as_of=2020, first_year=2014).reason for id in DEFINITIONS}
    expected = {row.id: Reason.NO_TARGET for row in REFERENCE_INDICATORS}

    assert {id: reason for id, reason in reasons.items() if reason} == {
        **expected,
        cases.WITHOUT_TARGET: Reason.NO_TARGET,
        cases.WITHOUT_DATA: Reason.NO_DATA,
    }


def test_no_target_is_set_against_a_real_figure() -> None:
    assert {goal.indicator for goal in GOALS} & {row.id for row in REFERENCE_INDICATORS} == set()


def test_the_revised_target_keeps_both_decisions() -> None:
    revised = series_of(cases.TARGET_REVISED_IN_2017)
    goals = [target for target in revised.targets if target.year == 2020]

    assert [(target.value, target.document_date.year) for target in goals if target.document_date] == [
        (240, 2014),
        (180, 2017),
    ]
    before = assess(revised, as_of=2016, first_year=2014).target
    after = assess(revised, as_of=2018, first_year=2014).target
    assert before is not None
    assert after is not None
    assert (before.value, after.value) == (240, 180)


def test_the_range_and_the_band_have_two_ends() -> None:
    for indicator in (cases.RANGE_TARGET, cases.BAND, cases.RATIO_WITH_PARTS):
        ends = [(target.operator, target.value_to) for target in series_of(indicator).targets]
        assert ends
        assert [end for end in ends if end[0] != "range" or end[1] is None] == []


def test_one_district_never_reports_and_one_stops() -> None:
    assert [record for record in REPORTED if record.district == cases.NEVER_REPORTS] == []
    assert [goal for goal in GOALS if goal.district == cases.NEVER_REPORTS]
    stopped = [r.year for r in REPORTED if (r.indicator, r.district) == (cases.A_DISTRICT_STOPS, cases.STOPS_REPORTING)]
    assert max(stopped) == cases.STOPS_IN - 1

    incomplete = [each for each in series_of(cases.A_DISTRICT_STOPS).observations if not each.complete]
    assert [(each.year, each.coverage) for each in incomplete] == [(2020, "54/57")]


def test_every_other_total_built_is_complete() -> None:
    gaps = {(id, each.year) for id in DEFINITIONS for each in series_of(id).observations if not each.complete}

    assert gaps == {(cases.A_DISTRICT_STOPS, cases.STOPS_IN)}


def test_all_districts_and_sectors_and_years_take_part() -> None:
    assert set(WEIGHT_BY_DISTRICT) == {district.code for district in KNOWN.districts}
    assert set(WEIGHT_BY_SECTOR) == {sector.id for sector in KNOWN.sectors}
    assert {r.district for r in REPORTED} - {None} == set(WEIGHT_BY_DISTRICT) - {cases.NEVER_REPORTS}
    assert {r.sector for r in REPORTED} - {None} == set(WEIGHT_BY_SECTOR)
    assert {r.year for r in REPORTED if r.measure == "actual"} == set(range(2014, 2021))
    assert {r.period for r in REPORTED} == {"Y", "H1", "H2"}


def test_districts_and_sectors_have_targets_of_their_own() -> None:
    by_district, by_sector = Counter[str](), Counter[str]()
    for indicator, district in {(goal.indicator, goal.district) for goal in GOALS if goal.district}:
        by_district[indicator] += district is not None
    for indicator, sector in {
        (goal.indicator, goal.sector) for goal in GOALS if goal.sector and goal.measure == "target"
    }:
        by_sector[indicator] += sector is not None

    assert sum(count == 9 for count in by_district.values()) >= 8
    assert sum(count >= 7 for count in by_sector.values()) >= 6


def test_preliminary_figures_and_estimates_decide_nothing() -> None:
    qualities = {(r.indicator, r.year): r.quality for r in REPORTED if r.quality != "official"}

    assert qualities == {
        (cases.PRELIMINARY, 2020): "preliminary",
        (cases.ON_TRACK, 2020): "preliminary",
        (cases.ESTIMATE, 2020): "estimate",
    }
    for indicator, _ in qualities:
        latest = assess(series_of(indicator), as_of=2020, first_year=2014).latest
        assert latest is not None
        assert latest.year == 2019


def test_the_total_reported_and_the_total_built_differ_where_a_district_is_not_heard() -> None:
    indicator = cases.REPORTED_AND_BUILT_DIFFER
    reported = {record.year: record.value for record in values_of(indicator)}
    built = Counter[int]()
    for record in REPORTED:
        if record.indicator == indicator and record.district:
            built[record.year] += int(record.value or 0)

    assert reported.keys() == built.keys()
    assert all((reported[year] or 0) > built[year] > 0 for year in reported)


def test_the_borders_break_where_they_did() -> None:
    by_code = {
        code: {record.year: record.value or 0 for record in values_of(cases.BOUNDARY_BREAKS, district=code)}
        for code in ("164", "165", "168", "169", "173")
    }
    shares = {
        code: {year: value / sum(b[year] for b in by_code.values()) for year, value in values.items()}
        for code, values in by_code.items()
    }

    assert shares["165"][2015] > shares["165"][2014] * 1.2
    assert shares["164"][2015] < shares["164"][2014]
    assert by_code["164"][2017] > by_code["164"][2016] * 1.3
    assert all(by_code[code][2017] < by_code[code][2016] for code in ("168", "169", "173"))


def test_no_figure_lies_outside_its_natural_limits() -> None:
    for record in RECORDS:
        definition = DEFINITIONS[record.indicator]
        for value in (record.value, record.value_to):
            if value is not None:
                assert definition.min is None or value >= definition.min, record
                assert definition.max is None or value <= definition.max, record


def test_counts_are_whole_and_ratios_are_their_parts() -> None:
    for record in INVENTED:
        definition = DEFINITIONS[record.indicator]
        if definition.unit in {"DN", "lượt DN", "lượt người", "người", "tiêu chuẩn", "mô hình", "giấy chứng nhận"}:
            assert record.value == int(record.value or 0), record
        if record.numerator is not None and record.denominator is not None:
            assert 0 <= record.numerator <= record.denominator, record
            assert record.value == pytest.approx(100 * record.numerator / record.denominator, abs=0.0501)


def test_no_key_stands_twice() -> None:
    keys = Counter(
        (
            r.measure,
            r.indicator,
            r.year,
            r.period,
            r.district,
            r.sector,
            r.document_date if r.measure == "target" else None,
        )
        for r in RECORDS
    )

    assert [key for key, count in keys.items() if count > 1] == []


def every_series() -> list[tuple[str, list[float]]]:
    places: dict[tuple[str, str | None, str | None, str], list[Record]] = {}
    for record in sorted(RECORDS, key=lambda record: (record.year, record.period)):
        if record.measure == "actual":
            key = (record.indicator, record.district, record.sector, record.period)
            places.setdefault(key, []).append(record)
    return [(key[0], [record.value or 0 for record in found]) for key, found in places.items()]


def test_no_running_total_falls_and_no_figure_is_ten_times_its_neighbours() -> None:
    for indicator, values in every_series():
        kind = DEFINITIONS[indicator].kind
        if kind is Kind.CUMULATIVE:
            assert all(before <= after for before, after in pairwise(values)), indicator
        if kind not in KINDS_WITHOUT_SIZE:
            # The first year has one neighbour on one side only; a running total may start slowly.
            jumps = [(a, b) for a, b in pairwise(values) if min(a, b) > 0 and max(a, b) >= 10 * min(a, b)]
            assert jumps == [], indicator


def test_no_series_of_the_province_is_a_straight_line() -> None:
    for row in INDICATORS:
        values = [each.value for each in series_of(row.id).observations if each.value is not None]
        if len(values) > 3:
            assert len({round(after - before, 6) for before, after in pairwise(values)}) > 2, row.id


def rows_of(shared: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((shared / "domain" / "data" / name).read_text("utf-8").splitlines()))


def published(indicator: str) -> dict[int, float | None]:
    return {record.year: record.value for record in REFERENCE if record.indicator == indicator}


def test_the_pci_is_what_was_published(shared: Path) -> None:
    rows = [
        row for row in rows_of(shared, "thai_nguyen_pci.csv") if 2013 <= int(row["year"]) <= 2020 and row["pci_score"]
    ]

    assert published("diem_pci") == {int(row["year"]): float(row["pci_score"]) for row in rows}
    assert published("hang_pci") == {int(row["year"]): int(row["rank_of_63"]) for row in rows}
    assert 2018 not in published("diem_pci")


def test_the_growth_of_the_province_is_what_was_published(shared: Path) -> None:
    rows = [row for row in rows_of(shared, "thai_nguyen_macro.csv") if row["indicator"] == "Tốc độ tăng trưởng GRDP"]

    assert published("tang_truong_grdp") == {int(row["year"]): float(row["value"]) for row in rows}
    assert {r.year: r.note for r in REFERENCE if r.indicator == "tang_truong_grdp"} == {
        int(row["year"]): row["source"] for row in rows
    }


def test_the_tfp_share_is_that_of_the_single_years_published(shared: Path) -> None:
    rows = rows_of(shared, "national_tfp_productivity.csv")
    of_the_country = [row for row in rows if row["indicator"] == "Đóng góp TFP vào tăng trưởng GDP"]
    single_years = {int(row["year"]): float(row["value"]) for row in of_the_country if row["year"].isdigit()}

    assert published("ty_trong_tfp_ca_nuoc") == single_years


@pytest.mark.parametrize(
    ("indicator", "table"),
    [("chi_so_san_xuat_cong_nghiep", reference.IIP_TABLE), ("ty_le_lao_dong_qua_dao_tao", reference.TRAINED_TABLE)],
)
def test_the_series_of_the_statistics_office_are_its_own(shared: Path, indicator: str, table: str) -> None:
    rows = [row for row in rows_of(shared, "thai_nguyen_gso_px.csv") if row["table"] == table]

    assert published(indicator) == {int(row["year"].removeprefix("Prel. ")): float(row["value"]) for row in rows}
    preliminary = {r.year for r in REFERENCE if r.indicator == indicator and r.quality == "preliminary"}
    assert preliminary == {int(row["year"].removeprefix("Prel. ")) for row in rows if row["preliminary"] == "1"}


def test_every_real_figure_names_where_it_was_published() -> None:
    assert [record for record in REFERENCE if not record.document or "http" not in (record.note or "")] == []
    assert [record for record in REFERENCE if "…" in (record.note or "")] == []
