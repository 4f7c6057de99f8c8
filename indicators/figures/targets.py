"""The targets of a trajectory as diamonds, ranges as bars; names and amounts stand clear of all else."""

from __future__ import annotations

import math

from indicators.figures.canvas import BODY, SMALL, Canvas, Row, hover, number
from indicators.figures.clearing import Clearing
from indicators.figures.parts import TARGETS, Parts, points_of
from indicators.figures.sketch import Sketch, scatter

# How far from its mark a name is tried, on either side.
STEPS_PX = (12, 30, 48, 66)
# A plan for every year is read off the axis; up to so many targets on the way are written.
MOST_MILESTONES = 3
MILESTONE_STEPS_PX = (8, -8, 22, -22)


def mark_targets(figure: Sketch, parts: Parts, clearing: Clearing, on: Canvas) -> None:
    """Draw the targets as diamonds, ranges as bars, and name the last one of each series clear of all else."""
    for series in TARGETS:
        part = parts.get(series)
        if part is None:
            continue
        rows = [row for row in part if number(row["value"]) is not None]
        if not rows:
            continue
        for row in rows:
            if number(row["value_to"]) is not None:
                figure.shape(
                    type="line", x0=row["at"], x1=row["at"], y0=row["value"], y1=row["value_to"], opacity=0.35,
                    line={"color": on.colours.target, "width": 10},
                )  # fmt: skip
        in_force = series == "target"
        figure.add(
            scatter(
                name=series,
                x=[float(row["at"]) for row in rows],
                y=[number(row["value"]) for row in rows],
                mode="markers",
                marker={
                    "symbol": "diamond" if in_force else "diamond-open",
                    "size": 12,
                    "color": on.colours.target,
                    "line": {"color": on.colours.raised if in_force else on.colours.target, "width": 1.5},
                },
                customdata=[hover(row["hover"]) for row in rows],
                hovertemplate="%{customdata}<extra></extra>",
                cliponaxis=False,
                showlegend=False,
            )  # fmt: skip
        )
        _name(figure, rows[-1], clearing, in_force=in_force, below=_is_below(rows[-1], parts), on=on)
        if in_force and len(rows) <= MOST_MILESTONES + 1:
            for row in rows[:-1]:
                _milestone(figure, row, clearing, on)


def _milestone(figure: Sketch, row: Row, clearing: Clearing, on: Canvas) -> None:
    """Write the amount of a target on the way where there is room for it; pointing at it tells it anyway."""
    value = number(row["value"])
    if value is None or number(row["value_to"]) is not None:
        return
    text, at = on.figure(value), float(row["at"])
    shift = clearing.free((at, value), len(text), MILESTONE_STEPS_PX)
    if shift is not None:
        figure.annotate(
            name="milestone", text=text, x=at, y=value, yshift=shift, yanchor="bottom" if shift > 0 else "top",
            font={"size": SMALL, "color": on.colours.quiet},
        )  # fmt: skip


def _is_below(row: Row, parts: Parts) -> bool:
    actual = points_of(parts.get("actual"))
    return bool(actual) and actual[-1][1] > (number(row["value"]) or 0.0)


def _name(figure: Sketch, row: Row, clearing: Clearing, *, in_force: bool, below: bool, on: Canvas) -> None:
    low, high = number(row["value"]), number(row["value_to"])
    written = on.figure(low) if high is None else f"{on.figure(low)}–{on.figure(high)}"
    year = math.floor(float(row["at"]))
    key = "page.figure_target_named" if in_force else "page.figure_target_former"
    text = on.words(key, year=year, value=written)
    beside = low if below or high is None else high
    sign = -1 if below else 1
    shifts = [sign * step * side for step in STEPS_PX for side in (1, -1)]
    letters = len(text.replace("<b>", "").replace("</b>", ""))
    shift = clearing.place((float(row["at"]), beside or 0.0), letters, 1, shifts, reaching=1.0)
    figure.annotate(
        name="target" if in_force else "target_revised", text=text, x=row["at"], y=beside, yshift=shift,
        yanchor="bottom" if shift > 0 else "top", xanchor="right",
        font={"size": BODY if in_force else SMALL, "color": on.colours.text if in_force else on.colours.quiet},
    )  # fmt: skip
