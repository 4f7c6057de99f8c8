"""The rows of a trajectory by their series, and the points of one."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.figures.canvas import Row, number

Parts = dict[str, list[Row]]
# The former ones first, so that those in force lie on top.
TARGETS = ("target_revised", "target")


def points_of(part: Sequence[Row] | None) -> list[tuple[float, float]]:
    """Return when and how much, where there is a value."""
    found = ((float(row["at"]), number(row["value"])) for row in part or ())
    return [(at, value) for at, value in found if value is not None]
