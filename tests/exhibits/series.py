"""Random indicators with random records, as hypothesis strategies: every kind, direction, operator and period."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from indicators.assessment import Baseline, Observation, Series, Target
from indicators.catalogue import Definition, Direction, Kind

UNITS = ("DN", "%", "%/năm", "lượt người", "DN/năm", "hạng", "điểm", "", "đơn vị lạ", "triệu đồng/lao động")
PERIODS = ("Y", "H1", "Q2", "M05", "M12")
OPERATORS = {
    Direction.UP: ("=", ">=", ">", "range"),
    Direction.DOWN: ("=", "<=", "<", "range"),
    Direction.BAND: ("range",),
}

values = st.one_of(
    st.integers(-50, 500).map(float),
    st.decimals(-50, 500, places=2).map(float),
    st.floats(-1e4, 1e6, allow_nan=False).map(lambda value: round(value, 6)),
)


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    return Definition(
        id="chi_tieu",
        name_vi="Chỉ tiêu",
        unit=draw(st.sampled_from(UNITS)),
        kind=draw(st.sampled_from(Kind)),
        direction=draw(st.sampled_from(Direction)),
        decimals=draw(st.integers(0, 2)),
        stale_after_years=draw(st.sampled_from([1.0, 3.0])),
    )


@st.composite
def observations(draw: st.DrawFn, kind: Kind) -> Observation:
    value = st.sampled_from([0.0, 1.0]) if kind is Kind.YES_NO else values
    return Observation(
        year=draw(st.integers(2012, 2021)),
        period=draw(st.sampled_from(PERIODS[:1] * 6 + PERIODS)),
        value=draw(st.none() | value),
        quality=draw(st.sampled_from(["official", "official", "official", "preliminary", "estimate"])),
    )


@st.composite
def targets(draw: st.DrawFn, definition: Definition) -> Target:
    operator = draw(st.sampled_from(OPERATORS[definition.direction]))
    ends = sorted((draw(values), draw(values)))
    value = 1.0 if definition.kind is Kind.YES_NO else ends[0]
    return Target(
        year=draw(st.integers(2015, 2021)),
        operator=operator,
        value=value,
        value_to=ends[1] if operator == "range" and definition.kind is not Kind.YES_NO else None,
        document_date=draw(st.none() | st.dates(dt.date(2014, 1, 1), dt.date(2020, 1, 1))),
    )


@st.composite
def yearly(draw: st.DrawFn, definition: Definition) -> Series:
    """Return a series with every year, so that the kinds of DESIGN 4 are judged and not only found wanting."""
    last = draw(st.integers(2015, 2020))
    value = st.sampled_from([0.0, 1.0]) if definition.kind is Kind.YES_NO else st.integers(0, 120).map(float)
    actual = draw(st.lists(value, min_size=last - 2013, max_size=last - 2013))
    first = draw(targets(definition))
    is_yearly = definition.kind is Kind.FLOW
    return Series(
        definition=definition,
        observations=tuple(Observation(2014 + step, "Y", each) for step, each in enumerate(actual)),
        targets=tuple(
            replace(first, year=year, document_date=None) for year in range(2014 if is_yearly else 2020, 2021)
        ),
        baselines=(Baseline(2013, draw(st.integers(0, 60).map(float))),),
    )


@st.composite
def series(draw: st.DrawFn) -> Series:
    """Return any indicator, half of them with every year."""
    definition = draw(definitions())
    if draw(st.booleans()):
        return draw(yearly(definition))
    return Series(
        definition=definition,
        observations=tuple(
            draw(st.lists(observations(definition.kind), max_size=8, unique_by=lambda each: (each.year, each.period)))
        ),
        targets=tuple(draw(st.lists(targets(definition), max_size=3))),
        baselines=tuple(draw(st.lists(st.builds(Baseline, st.integers(2012, 2016), values), max_size=1))),
    )
