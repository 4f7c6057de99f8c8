"""An indicator's years as the lines a chart is made of, for every rendering that draws charts of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.exhibits.exhibit import Exhibit
from indicators.labels import Text

# Drawn in this order, so that what was reached lies on top.
SERIES = ("path", "needed", "preliminary", "incomplete", "baseline", "target_revised", "target", "actual")
PLANS = frozenset({"actual", "path", "target"})
FEWEST_PLANS = 3


@dataclass(frozen=True)
class Line:
    """One series: what the frame calls it, its name in words, when and how much."""

    key: str
    name: str
    at: tuple[float, ...]
    values: tuple[float | None, ...]


def lines_of(exhibit: Exhibit, text: Text) -> list[Line]:
    """Return the series of a trajectory as they are drawn; the upper ends of ranges are a series of their own."""
    frame, found = exhibit.frame, []
    for key in SERIES:
        part = frame[frame["series"] == key]
        if not len(part):
            continue
        name = text("page.figure_path") if key == "path" else text(f"exhibit.series_{key}")
        found.append(Line(key, capital(name), moments(part["at"]), numbers(part["value"])))
        ends = part[part["value_to"].map(lambda end: end is not None and not pd.isna(end))]
        if len(ends):
            upper = text("document.up_to", name=name)
            found.append(Line(key, capital(upper), moments(ends["at"]), numbers(ends["value_to"])))
    return found if is_yearly_plan(found) else [*_forecast(exhibit, found, text), *found]


def _forecast(exhibit: Exhibit, lines: Sequence[Line], text: Text) -> Iterator[Line]:
    """Return the edges of what the last years lead to: from its upper end to the last value and on to its lower end."""
    part = exhibit.frame[exhibit.frame["series"] == "forecast"]
    reached = [pair for line in lines if line.key == "actual" for pair in zip(line.at, line.values, strict=True)]
    known = sorted((at, value) for at, value in reached if value is not None)
    for due, low, high in zip(moments(part["at"]), numbers(part["value"]), numbers(part["value_to"]), strict=True):
        if known:
            start, last = known[-1]
            yield Line("forecast", capital(text("exhibit.series_forecast")), (due, start, due), (high, last, low))


def before_first_year_of(year: float) -> float:
    """Return where a break is drawn: between the year-end before and the first one with new borders."""
    return year - 0.5 if float(year).is_integer() else year


def moments(values: pd.Series) -> tuple[float, ...]:
    """Return moments as numbers: years, 2016.5 the middle of one."""
    return tuple(float(value) for value in values)


def numbers(values: Iterable[object]) -> tuple[float | None, ...]:
    """Return values as numbers, None where there is none."""
    return tuple(None if value is None or pd.isna(value) else float(value) for value in values)  # type: ignore[call-overload, arg-type]


def is_yearly_plan(lines: Sequence[Line]) -> bool:
    """Whether each year has a plan of its own, so that amounts are drawn as columns against their plans."""
    by_key = {line.key: line for line in lines}
    if set(by_key) - PLANS or len(lines) != len(by_key) or not {"actual", "target"} <= set(by_key):
        return False
    target = by_key["target"]
    same = "path" not in by_key or (by_key["path"].at, by_key["path"].values) == (target.at, target.values)
    return same and len(target.at) >= FEWEST_PLANS and all(at.is_integer() for line in lines for at in line.at)


def capital(text: str) -> str:
    """Return a name as a legend writes it, with a capital."""
    return text[:1].upper() + text[1:]
