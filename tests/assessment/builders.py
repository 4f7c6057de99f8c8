"""Series in as few words as a test's sentence has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from indicators import assessment
from indicators.assessment import Baseline, Observation, Series, Target, Verdict
from indicators.catalogue.definition import Definition, Direction, Kind

FIRST_YEAR = 2014


def definition(kind: str, direction: str = "up", **fields: object) -> Definition:
    """An indicator of that kind; `fields` are any others of its definition."""
    named = {"id": "chi-tieu", "name_vi": "Chỉ tiêu", "unit": "DN"} | fields
    return Definition(kind=Kind(kind), direction=Direction(direction), **named)  # type: ignore[arg-type]


def target(year: int, value: float, operator: str = "", *, to: float | None = None, dated: str | None = None) -> Target:
    """A target; blank is the operator of the direction, `dated` the day of its document."""
    return Target(year, operator, value, to, document_date=dt.date.fromisoformat(dated) if dated else None)


def yearly(values: Mapping[int, float | None], **fields: object) -> tuple[Observation, ...]:
    """One official value a year."""
    return tuple(Observation(year, "Y", value, **fields) for year, value in values.items())  # type: ignore[arg-type]


def quarters(year: int, *values: float) -> tuple[Observation, ...]:
    """The first quarters of a year."""
    return tuple(Observation(year, f"Q{number}", value) for number, value in enumerate(values, 1))


def series(
    kind: str,
    direction: str = "up",
    *,
    actual: Mapping[int, float | None] | Iterable[Observation] = (),
    targets: Mapping[int, float] | Iterable[Target] = (),
    baseline: tuple[int, float] | None = None,
    breaks: tuple[int, ...] = (),
    **fields: object,
) -> Series:
    """A series; yearly values and targets may be given as plain mappings from the year."""
    return Series(
        definition=definition(kind, direction, **fields),
        observations=yearly(actual) if isinstance(actual, Mapping) else tuple(actual),
        targets=tuple(target(*each) for each in targets.items()) if isinstance(targets, Mapping) else tuple(targets),
        baselines=(Baseline(*baseline),) if baseline else (),
        boundary_breaks=breaks,
    )


def judge(subject: Series, as_of: int = 2020) -> Verdict:
    """The verdict as of a year, in a programme that began in 2014."""
    return assessment.assess(subject, as_of=as_of, first_year=FIRST_YEAR)
