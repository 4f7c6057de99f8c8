"""Whatever was reported, the query's totals are those made by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import queries
from indicators.catalogue.definition import Kind
from indicators.store import Reading
from tests.queries.totals_by_hand import WHOLE_PROVINCE, Report, totals
from tests.store.rows import actual, definition, rows

DISTRICTS = ("164", "165", "167")
SECTORS = ("tea", "steel", "mining")
KINDS = {"sum": Kind.FLOW, "count": Kind.YES_NO, "ratio": Kind.RATIO}

reports = st.builds(
    Report,
    year=st.sampled_from([2014, 2015, 2016]),
    district=st.sampled_from([None, *DISTRICTS]),
    sector=st.sampled_from([None, *SECTORS]),
    value=st.one_of(st.none(), st.integers(-5, 9)),
    denominator=st.one_of(st.none(), st.integers(0, 9)),
)
many_reports = st.lists(reports, max_size=30, unique_by=lambda report: (report.year, report.district, report.sector))
half_as_often = settings(max_examples=settings().max_examples // 2)


def read_totals(nothing: Reading, given_reports: list[Report], over_place: str) -> list[dict[str, object]]:
    records = [
        actual(
            "x",
            report.year,
            None if over_place == "ratio" else report.value,
            district=report.district,
            sector=report.sector,
            numerator=report.value if over_place == "ratio" else None,
            denominator=report.denominator if over_place == "ratio" else None,
        )
        for report in given_reports
    ]
    incoming = rows(definition("x", KINDS[over_place], unit="%"), *records)
    return queries.values_by_place(nothing.with_incoming(incoming)).to_dict("records")


@half_as_often
@given(given_reports=many_reports, over_place=st.sampled_from(sorted(KINDS)))
def test_the_totals_are_those_made_by_hand(nothing: Reading, given_reports: list[Report], over_place: str) -> None:
    by_hand = totals(given_reports, over_place=over_place)
    read = read_totals(nothing, given_reports, over_place)
    reported = {((row["district"], row["sector"]), row["year"]): row for row in read if row["how"] == "reported"}
    built = {((row["district"], row["sector"]), row["year"]): row for row in read if row["how"] == "built"}
    assert len(reported) + len(built) == len(read)
    assert set(reported) == {((report.district, report.sector), report.year) for report in given_reports}
    for key, row in built.items():
        total = by_hand[key]
        assert row["value"] == pytest.approx(float(total.value), abs=1e-9)
        assert (row["parts"], row["have"], row["expected"]) == (total.parts, total.have, total.expected)
        assert row["complete"] == (total.have == total.expected)
    for key, total in by_hand.items():
        value = reported[key]["value"] if key in reported else None
        differs = value is not None and total.have == total.expected and abs(value - float(total.value)) > 1e-6
        assert (key in built) == (value is None or value != value or differs)
        if differs:
            assert built[key]["difference"] == reported[key]["difference"] == pytest.approx(value - float(total.value))


@half_as_often
@given(amounts=st.lists(st.integers(0, 10**7), min_size=1, max_size=9))
def test_a_province_is_the_sum_of_its_districts_to_the_last_cent(nothing: Reading, amounts: list[int]) -> None:
    records = [actual("x", 2015, cents / 100, district=str(164 + number)) for number, cents in enumerate(amounts)]
    read = queries.values_by_place(nothing.with_incoming(rows(definition("x"), *records)), level="province")
    assert read["value"].to_list() == [sum(amounts) / 100]


@half_as_often
@given(parts=st.lists(st.tuples(st.integers(0, 99), st.integers(1, 99)), min_size=2, max_size=9))
def test_a_percentage_lies_between_its_parts_and_is_weighed(nothing: Reading, parts: list[tuple[int, int]]) -> None:
    given_reports = [Report(2015, str(164 + i), None, part, whole) for i, (part, whole) in enumerate(parts)]
    read = read_totals(nothing, given_reports, "ratio")
    (province,) = [row for row in read if (row["district"], row["sector"]) == WHOLE_PROVINCE]
    shares = [part / whole * 100 for part, whole in parts]
    assert min(shares) - 1e-6 <= province["value"] <= max(shares) + 1e-6
    assert province["value"] == pytest.approx(sum(p for p, _ in parts) / sum(w for _, w in parts) * 100)
