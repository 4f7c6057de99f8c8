"""The lines between the verdicts, read once from a versioned file."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path

from indicators.assessment.vocabulary import MethodClass

FILE = Path(__file__).with_name("thresholds.toml")


@dataclass(frozen=True)
class Cuts:
    """Where a method's classes begin; a method without a `poor` line has no step below it."""

    good: float
    slow: float
    poor: float | None = None

    def __post_init__(self) -> None:
        if not self.good > self.slow > (self.slow - 1 if self.poor is None else self.poor):
            raise ValueError(self)

    def class_of(self, value: float) -> MethodClass:
        """Return the class a value falls into; a value exactly on a line belongs to the better one."""
        if value >= self.good:
            return MethodClass.GOOD
        if value >= self.slow:
            return MethodClass.SLOW
        return MethodClass.POOR if self.poor is None or value >= self.poor else MethodClass.BACKWARDS


@dataclass(frozen=True)
class Trend:
    """From how many points a projection is made, and which quantiles of their slopes are its interval."""

    points_at_most: int
    points_at_least: int
    quantile_low: float
    quantile_high: float


@dataclass(frozen=True)
class Thresholds:
    """One version of the lines, and the date from which it holds."""

    version: str
    effective: dt.date
    decimals: int
    ratio: Cuts
    cagr: Cuts
    un_2022: Cuts
    un_2023: Cuts
    projection: Cuts
    trend: Trend

    @classmethod
    def read(cls, file: Path = FILE) -> Thresholds:
        """Return the thresholds a file holds; KeyError, TypeError or ValueError where it is not whole."""
        found = tomllib.loads(file.read_text("utf-8"))
        return cls(
            version=found["version"],
            effective=found["effective"],
            decimals=found["decimals"],
            ratio=Cuts(**found["ratio"]),
            cagr=Cuts(**found["cagr"]),
            un_2022=Cuts(**found["un_2022"]),
            un_2023=Cuts(**found["un_2023"]),
            projection=Cuts(**found["projection"]),
            trend=Trend(**found["trend"]),
        )

    def rounded(self, value: float) -> float:
        """Return a value as it is compared."""
        return round(value, self.decimals) + 0.0


THRESHOLDS = Thresholds.read()
