"""One small line a place, all on one scale, each named where it stands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.exhibits.course import before_first_year_of
from indicators.exhibits.exhibit import SmallMultiples
from indicators.figures.canvas import SMALL, Canvas, Row, hover, lines, number, rows_of, word, wrapped
from indicators.figures.sketch import Sketch, scatter
from indicators.figures.trajectory import with_gaps

COLUMNS = 3
LINE_PX = 96
VALUE_PX = 26
NAME_PX = 16
GAP = 0.035
TITLE_CHARACTERS = 15
# A scale begins at zero unless all its values stand far above it, as an index of 58 to 67 does.
SMALLEST_SHARE_WITHOUT_ZERO = 0.45


@dataclass(frozen=True)
class _Reach:
    """What all lines share: their years, and the scale of their values."""

    years: list[float]
    scale: list[float]


def draw(frame: pd.DataFrame, drawing: SmallMultiples, on: Canvas) -> Sketch:
    """Return a grid of lines, three a row, with the path behind each and the last value beside its name."""
    parts: dict[str, list[Row]] = {}
    for row in rows_of(frame):
        parts.setdefault(word(row["key"]), []).append(row)
    everything = [row for part in parts.values() for row in part]
    reach = _Reach([float(row["at"]) for row in everything], _scale(everything))
    breaks = dict(drawing.breaks_by_key)
    figure = Sketch()
    rows = math.ceil(len(parts) / COLUMNS)
    # Room for the longest name above every line, so that no name stands on the line above it.
    title_px = VALUE_PX + NAME_PX * max(lines(_name(label)) for label in {word(row["label"]) for row in everything})
    for place, (key, unsorted) in enumerate(parts.items()):
        part = sorted(unsorted, key=lambda row: float(row["at"]))
        axis = "" if place == 0 else str(place + 1)
        _cell(figure, part, axis, on)
        for first_year in breaks.get(key, ()):
            figure.shape(
                type="line", xref=f"x{axis}", yref=f"y{axis} domain", x0=before_first_year_of(first_year),
                x1=before_first_year_of(first_year), y0=0, y1=1, layer="below",
                line={"color": on.colours.boundary, "width": 1.2, "dash": "dot"},
            )  # fmt: skip
        _axes(figure, reach, axis, place, rows=rows, title_px=title_px, last_row=place >= len(parts) - COLUMNS)
    figure.update(height=rows * (LINE_PX + title_px) + 30, margin={"t": 4, "b": 26, "l": 4, "r": 4})
    return figure


def _cell(figure: Sketch, part: Sequence[Row], axis: str, on: Canvas) -> None:
    known = [row for row in part if number(row["value"]) is not None]
    # The verdict's sign stands beside a value that decides it, or beside none.
    deciding = [row for row in known if not number(row["hollow"])]
    last = next(reversed(deciding or known), None)
    mark = on.mark(None if last is None else last["status"])
    at = [float(row["at"]) for row in part]
    on_axis = {"xaxis": f"x{axis}", "yaxis": f"y{axis}", "showlegend": False}
    figure.add(
        scatter(
            x=at,
            y=[number(row["target_path"]) for row in part],
            mode="lines",
            hoverinfo="skip",
            name="path",
            line={"color": on.colours.path, "width": 1.2},
            **on_axis,
        )  # fmt: skip
    )
    values = [number(row["value"]) for row in part]
    years, ys, said = with_gaps(at, values, [hover(row["hover"]) for row in part])
    hollow = {year: bool(number(flag)) for year, flag in zip(at, (row["hollow"] for row in part), strict=True)}
    last_at = None if last is None else float(last["at"])
    figure.add(
        scatter(
            x=years,
            y=ys,
            mode="lines+markers",
            name="actual",
            customdata=said,
            hovertemplate="%{customdata}<extra></extra>",
            line={"color": on.colours.actual, "width": 2},
            marker={
                "opacity": 1,
                "size": [9 if year == last_at else 5 for year in years],
                "color": [
                    on.colours.raised if hollow.get(year) else mark.fill if year == last_at else on.colours.actual
                    for year in years
                ],
                "line": {
                    "width": 1.4,
                    "color": [mark.fill if year == last_at else on.colours.actual for year in years],
                },
            },
            cliponaxis=False,
            **on_axis,
        )  # fmt: skip
    )
    value = None if last is None else number(last["value"])
    edge = None if last is None else number(last["target_path"])
    written = on.words("page.figure_no_data") if value is None else on.figure(value, edges=[edge])
    stands, ink = (f"{mark.symbol} {written}", mark.ink) if deciding else (written, on.colours.quiet)
    figure.annotate(
        text=f"<b>{_name(part[0]['label'])}</b><br><span style='color:{ink}'>{stands}</span>",
        xref=f"x{axis} domain", yref=f"y{axis} domain", x=0, y=1, yshift=6, xanchor="left", yanchor="bottom",
        align="left", font={"size": SMALL, "color": on.colours.text},
    )  # fmt: skip


def _name(label: object) -> str:
    return wrapped(word(label), TITLE_CHARACTERS)


def _axes(figure: Sketch, reach: _Reach, axis: str, place: int, *, rows: int, title_px: int, last_row: bool) -> None:
    row, column = divmod(place, COLUMNS)
    width = (1 - GAP * (COLUMNS - 1)) / COLUMNS
    left, top, height = column * (width + GAP), 1 - row / rows, 1 / rows
    title = height * title_px / (LINE_PX + title_px)
    years = reach.years
    ends = sorted({math.ceil(min(years)), math.floor(max(years))})
    room = 0.15 * ((max(years) - min(years)) or 1.0)
    figure.update(
        {
            f"xaxis{axis}": {
                "domain": [left, left + width], "anchor": f"y{axis}", "showticklabels": last_row, "showline": True,
                "range": [min(years) - room, max(years) + room], "tickmode": "array", "tickvals": ends,
                "ticktext": [str(year) for year in ends],
            },
            f"yaxis{axis}": {
                "domain": [max(0.0, top - height + 0.02), top - title], "anchor": f"x{axis}", "showticklabels": False,
                "range": reach.scale,
            },
        }
    )  # fmt: skip


def _scale(rows: Sequence[Row]) -> list[float]:
    values = [found for row in rows for name in ("value", "target_path") if (found := number(row[name])) is not None]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if 0 <= low < SMALLEST_SHARE_WITHOUT_ZERO * high:
        low = 0.0
    room = 0.08 * ((high - low) or abs(high) or 1.0)
    return [low if low == 0 else low - room, high + room]
