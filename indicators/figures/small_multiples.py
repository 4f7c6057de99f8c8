"""One small line a place, all on one scale, each named where it stands."""

from __future__ import annotations

import math

import pandas as pd

from indicators.exhibits.exhibit import SmallMultiples
from indicators.figures.canvas import SMALL, Canvas, hover, lines, number, word, wrapped
from indicators.figures.sketch import Sketch, scatter
from indicators.figures.trajectory import before_first_year_of, with_gaps

COLUMNS = 3
LINE_PX = 96
VALUE_PX = 26
NAME_PX = 16
GAP = 0.035
TITLE_CHARACTERS = 15
# A scale begins at zero unless all its values stand far above it, as an index of 58 to 67 does.
SMALLEST_SHARE_WITHOUT_ZERO = 0.45


def draw(frame: pd.DataFrame, drawing: SmallMultiples, on: Canvas) -> Sketch:
    """Return a grid of lines, three a row, with the path behind each and the last value beside its name."""
    keys = list(dict.fromkeys(frame["key"].map(word)))
    breaks = dict(drawing.breaks_by_key)
    figure = Sketch()
    rows = math.ceil(len(keys) / COLUMNS)
    # Room for the longest name above every line, so that no name stands on the line above it.
    title_px = VALUE_PX + NAME_PX * max(lines(_name(label)) for label in frame["label"])
    for place, key in enumerate(keys):
        part = frame[frame["key"].map(word) == key].sort_values("at")
        axis = "" if place == 0 else str(place + 1)
        _cell(figure, part, axis, on)
        for first_year in breaks.get(key, ()):
            figure.shape(
                type="line", xref=f"x{axis}", yref=f"y{axis} domain", x0=before_first_year_of(first_year),
                x1=before_first_year_of(first_year), y0=0, y1=1, layer="below",
                line={"color": on.colours.boundary, "width": 1.2, "dash": "dot"},
            )  # fmt: skip
        _axes(figure, frame, axis, place, rows=rows, title_px=title_px, last_row=place >= len(keys) - COLUMNS)
    figure.update(height=rows * (LINE_PX + title_px) + 30, margin={"t": 4, "b": 26, "l": 4, "r": 4})
    return figure


def _cell(figure: Sketch, part: pd.DataFrame, axis: str, on: Canvas) -> None:
    last = part[part["value"].map(number).notna()].tail(1)
    mark = on.mark(last["status"].iloc[0] if len(last) else None)
    at = [float(value) for value in part["at"]]
    on_axis = {"xaxis": f"x{axis}", "yaxis": f"y{axis}", "showlegend": False}
    figure.add(
        scatter(
            x=at,
            y=[number(value) for value in part["target_path"]],
            mode="lines",
            hoverinfo="skip",
            name="path",
            line={"color": on.colours.path, "width": 1.2},
            **on_axis,
        )  # fmt: skip
    )
    values = [number(value) for value in part["value"]]
    years, ys, said = with_gaps(at, values, [hover(text) for text in part["hover"]])
    hollow = {year: bool(number(flag)) for year, flag in zip(at, part["hollow"], strict=True)}
    last_at = float(last["at"].iloc[0]) if len(last) else None
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
    value = number(last["value"].iloc[0]) if len(last) else None
    edge = number(part["target_path"].iloc[-1])
    stands = on.words("page.figure_no_data") if value is None else f"{mark.symbol} {on.figure(value, edges=[edge])}"
    ink = on.colours.quiet if value is None else mark.ink
    figure.annotate(
        text=f"<b>{_name(part['label'].iloc[0])}</b><br><span style='color:{ink}'>{stands}</span>",
        xref=f"x{axis} domain", yref=f"y{axis} domain", x=0, y=1, yshift=6, xanchor="left", yanchor="bottom",
        align="left", font={"size": SMALL, "color": on.colours.text},
    )  # fmt: skip


def _name(label: object) -> str:
    return wrapped(word(label), TITLE_CHARACTERS)


def _axes(
    figure: Sketch, frame: pd.DataFrame, axis: str, place: int, *, rows: int, title_px: int, last_row: bool
) -> None:
    row, column = divmod(place, COLUMNS)
    width = (1 - GAP * (COLUMNS - 1)) / COLUMNS
    left, top, height = column * (width + GAP), 1 - row / rows, 1 / rows
    title = height * title_px / (LINE_PX + title_px)
    years = [float(year) for year in frame["at"]]
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
                "range": _scale(frame),
            },
        }
    )  # fmt: skip


def _scale(frame: pd.DataFrame) -> list[float]:
    values = [found for name in ("value", "target_path") for found in frame[name].map(number) if pd.notna(found)]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if 0 <= low < SMALLEST_SHARE_WITHOUT_ZERO * high:
        low = 0.0
    room = 0.08 * ((high - low) or abs(high) or 1.0)
    return [low if low == 0 else low - room, high + room]
