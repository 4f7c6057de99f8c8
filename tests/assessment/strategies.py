"""Series of every kind for the properties: told as an office would report them, or with anything in them."""

from __future__ import annotations

import dataclasses
import datetime as dt

from hypothesis import strategies as st

from indicators.assessment import Baseline, Observation, Series, Target
from indicators.catalogue.definition import Direction, Kind
from tests.assessment.builders import definition

Case = tuple[Series, int]
Numbers = st.SearchStrategy[float]

LEVELS = (Kind.CUMULATIVE, Kind.STOCK, Kind.RATIO, Kind.INDEX)
PERIODS = ("Y", "Y", "Y", "H1", "H2", "Q1", "Q2", "Q3", "Q4", "M06", "M12")
OPERATORS = {
    Direction.UP: ("", ">=", ">", "=", "range"),
    Direction.DOWN: ("", "<=", "<", "=", "range"),
    Direction.BAND: ("range",),
}

whole = st.integers(-100, 200)
any_number = st.floats(allow_nan=False, allow_infinity=False)
as_of_years = st.integers(2013, 2022)
document_dates = st.none() | st.dates(dt.date(2013, 1, 1), dt.date(2021, 1, 1))


@st.composite
def targets(draw: st.DrawFn, year: int, direction: Direction, numbers: Numbers, dated: dt.date | None) -> Target:
    """A target of that year with an operator that goes with the direction."""
    operator = draw(st.sampled_from(OPERATORS[direction]))
    low, high = sorted((draw(numbers), draw(numbers)))
    return Target(year, operator, low, high if operator == "range" else None, document_date=dated)


@st.composite
def told(draw: st.DrawFn, kinds: tuple[Kind, ...], directions: tuple[Direction, ...], numbers: Numbers) -> Case:
    """A value a year from the start on, a target ahead with milestones or yearly plans, mostly a baseline."""
    kind, direction = draw(st.sampled_from(kinds)), draw(st.sampled_from(directions))
    values = draw(st.lists(numbers, min_size=1, max_size=8))
    due = draw(st.integers(2016, 2021))
    milestones = range(2014, due) if kind is Kind.FLOW else draw(st.sets(st.integers(2014, due - 1), max_size=2))
    begun = draw(st.integers(2013, 2014))
    return (
        Series(
            definition=definition(kind, direction),
            observations=tuple(Observation(year, "Y", value) for year, value in enumerate(values, begun)),
            targets=tuple(draw(targets(year, direction, numbers, None)) for year in [*milestones, due]),
            baselines=tuple(draw(st.lists(st.builds(Baseline, st.just(begun), numbers), max_size=1))),
            boundary_breaks=draw(st.sampled_from(((), (2015, 2017)))),
        ),
        begun + len(values) - 1 + draw(st.sampled_from((0, 0, 0, 1, 2))),
    )


@st.composite
def anything(draw: st.DrawFn, kinds: tuple[Kind, ...], directions: tuple[Direction, ...], numbers: Numbers) -> Case:
    """Values, targets and baselines of any year, period, quality and date."""
    direction = draw(st.sampled_from(directions))
    observation = st.builds(
        Observation,
        year=st.integers(2012, 2022),
        period=st.sampled_from(PERIODS),
        value=st.none() | numbers,
        quality=st.sampled_from(("official", "official", "official", "preliminary")),
        how=st.sampled_from(("reported", "reported", "built")),
        complete=st.sampled_from((True, True, True, False)),
    )
    signed = draw(st.sets(st.tuples(st.integers(2013, 2022), document_dates), max_size=4))
    begun = draw(st.sets(st.integers(2012, 2017), max_size=2))
    observations = st.lists(observation, max_size=9, unique_by=lambda each: (each.year, each.period, each.how))
    subject = Series(
        definition=definition(draw(st.sampled_from(kinds)), direction),
        observations=tuple(draw(observations)),
        targets=tuple(draw(targets(year, direction, numbers, dated)) for year, dated in signed),
        baselines=tuple(Baseline(year, draw(numbers)) for year in begun),
        boundary_breaks=draw(st.sampled_from(((), (2015, 2017)))),
    )
    return subject, draw(as_of_years)


def cases(
    kinds: tuple[Kind, ...] = tuple(Kind),
    directions: tuple[Direction, ...] = tuple(Direction),
    numbers: Numbers = whole,
) -> st.SearchStrategy[Case]:
    """A series and the year as of which it is judged."""
    return st.one_of(
        told(kinds, directions, numbers), told(kinds, directions, numbers), anything(kinds, directions, numbers)
    )


def scaled(series: Series, factor: float) -> Series:
    """The same series in another unit."""

    def by(value: float | None) -> float | None:
        return None if value is None else value * factor

    return dataclasses.replace(
        series,
        definition=dataclasses.replace(series.definition, min=by(series.definition.min), max=by(series.definition.max)),
        observations=tuple(dataclasses.replace(each, value=by(each.value)) for each in series.observations),
        targets=tuple(
            dataclasses.replace(each, value=each.value * factor, value_to=by(each.value_to)) for each in series.targets
        ),
        baselines=tuple(dataclasses.replace(each, value=each.value * factor) for each in series.baselines),
    )


def mirrored(series: Series) -> Series:
    """The same series with every value's sign turned, and what was better upwards now better downwards."""
    turned = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP, Direction.BAND: Direction.BAND}
    operators = {">=": "<=", "<=": ">=", ">": "<", "<": ">"}
    found = scaled(series, -1)
    return dataclasses.replace(
        found,
        definition=dataclasses.replace(found.definition, direction=turned[found.definition.direction]),
        targets=tuple(
            dataclasses.replace(
                each,
                operator=operators.get(each.operator, each.operator),
                value=each.value if each.value_to is None else each.value_to,
                value_to=None if each.value_to is None else each.value,
            )
            for each in found.targets
        ),
    )
