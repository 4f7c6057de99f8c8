"""Exhibits as charts of the presentation's own, with their data behind them: right click, edit data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from pptx.chart.axis import ValueAxis, _BaseAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.dml.line import LineFormat
from pptx.enum.chart import XL_CHART_TYPE as CHART
from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE_DASH_STYLE as DASH
from pptx.enum.dml import MSO_THEME_COLOR as THEME
from pptx.util import Pt

from indicators.deck.pointlabels import format_of, label, number_format
from indicators.deck.sheet import BODY_SIZE, COLOURS, LIGHTER, Sheet, filled, placed
from indicators.deck.stationery import Box
from indicators.exhibits import Dumbbell, Exhibit
from indicators.exhibits.course import numbers
from indicators.exhibits.phrases import ratio_digits
from indicators.labels import Text
from indicators.palette import STATUSES

THIN, THICK = 1.5, 3.0
GRID = -0.12


@dataclass(frozen=True)
class Column:
    """One series of a chart by category: its name, its values, and the status that each is coloured by."""

    name: str
    values: tuple[float | None, ...]
    statuses: tuple[str, ...] = ()
    hollow: tuple[bool, ...] = ()


def marked(status: str, label: str) -> str:
    """Return a status with its symbol, as in every legend."""
    return f"{COLOURS.mark(status).symbol} {label}"


def spread(sheet: Sheet, box: Box, exhibit: Exhibit) -> Chart:
    """Draw one bar a status with its count, for a distribution of a single row; the best on top."""
    frame = exhibit.frame
    order = sorted(range(len(frame)), key=lambda at: STATUSES.index(frame["status"].iloc[at]))
    rows = frame.iloc[order]
    names = [marked(*pair) for pair in zip(rows["status"], rows["status_label"], strict=True)]
    column = Column(str(exhibit.figures.columns[-1]), numbers(rows["count"]), tuple(rows["status"]))
    chart = _bars(sheet, box, names, [column], kind=CHART.BAR_CLUSTERED, gap=45)
    _labelled(chart.plots[0].series[0], column.values, ["0"] * len(names), bold=True)
    return chart


def stacked(sheet: Sheet, box: Box, exhibit: Exhibit, *, row: str, name: str) -> Chart:
    """Draw a bar of counts a row, a segment a status; a status that a row lacks stays blank."""
    frame = exhibit.frame
    keys = list(dict.fromkeys(frame[row]))
    counts = dict(zip(zip(frame[row], frame["status"], strict=True), frame["count"], strict=True))
    names = dict(zip(frame[row], frame[name], strict=True))
    labels = dict(zip(frame["status"], frame["status_label"], strict=True))
    statuses = [status for status in STATUSES if status in labels]
    columns = [
        Column(marked(status, labels[status]), numbers(counts.get((key, status)) for key in keys))
        for status in statuses
    ]
    titles = [str(names[key]) for key in keys]
    chart = _bars(sheet, box, titles, columns, kind=CHART.BAR_STACKED, gap=35, legend=True)
    for series, status in zip(chart.plots[0].series, statuses, strict=True):
        filled(series.format.fill, COLOURS.mark(status).fill)
        font = series.data_labels.font
        font.color.rgb = RGBColor.from_string(COLOURS.mark(status).on_fill[1:])
        font.size, font.bold = Pt(BODY_SIZE), True
        series.data_labels.show_value = True
    return chart


def bars(sheet: Sheet, box: Box, exhibit: Exhibit, text: Text) -> Chart:
    """Draw a bar a place in the colour of its verdict, its target as a pale bar under it, the first row on top."""
    frame = exhibit.frame
    places = zip(frame["label"], frame["status"], strict=True)
    names = [f"{place} {COLOURS.mark(status).symbol}" for place, status in places]
    values, targets = numbers(frame["value"]), numbers(frame["target"])
    value_name = str(exhibit.figures.columns[1])
    columns = [Column(value_name, values, tuple(frame["status"]), tuple(map(bool, frame["hollow"])))]
    if any(target is not None for target in targets):
        columns.append(Column(text("exhibit.column_target"), targets))
    chart = _bars(sheet, box, names, columns, kind=CHART.BAR_CLUSTERED, gap=40, legend=len(columns) > 1)
    pairs = zip(values, targets, strict=True)
    forms = [number_format(value, exhibit.decimals, edges=[target]) for value, target in pairs]
    _labelled(chart.plots[0].series[0], values, forms)
    if len(columns) > 1:
        target = chart.plots[0].series[1]
        target.format.fill.background()
        _line(target.format.line, THIN, theme=THEME.TEXT_1, brightness=LIGHTER)
        chart.plots[0].overlap = 0
    return chart


def compared(sheet: Sheet, box: Box, exhibit: Exhibit, drawing: Dumbbell, rows: pd.DataFrame) -> Chart:
    """Draw two places side by side on the scale of S, some rows of the exhibit a slide."""
    columns = [Column(drawing.left_label, numbers(rows["left"])), Column(drawing.right_label, numbers(rows["right"]))]
    chart = _bars(sheet, box, list(rows["row_label"]), columns, kind=CHART.BAR_CLUSTERED, gap=40, legend=True)
    looks = zip(chart.plots[0].series, columns, (COLOURS.accent, COLOURS.path), strict=True)
    for series, column, colour in looks:
        filled(series.format.fill, colour)
        # S never looks to be in another class than it is, as everywhere.
        _labelled(series, column.values, [format_of(ratio_digits(value)) for value in column.values])
    return chart


def _bars(
    sheet: Sheet,
    box: Box,
    names: Sequence[str],
    columns: Sequence[Column],
    *,
    kind: CHART,
    gap: int,
    legend: bool = False,
) -> Chart:
    data = CategoryChartData(number_format="General")
    data.categories = list(names)
    for column in columns:
        data.add_series(column.name, column.values)
    chart = sheet.slide.shapes.add_chart(kind, *placed(box), data).chart
    lettered(chart)
    with_legend(chart, is_wanted=legend)
    plot = chart.plots[0]
    plot.gap_width = gap
    plot.vary_by_categories = False
    chart.category_axis.reverse_order = True
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _quiet(chart.category_axis)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    if kind is not CHART.BAR_STACKED:
        highest = max([value for column in columns for value in column.values if value is not None], default=1.0)
        lowest = min([value for column in columns for value in column.values if value is not None], default=0.0)
        # Room for the figure at the end of the longest bar.
        chart.value_axis.maximum_scale = max(highest, 0.0) * 1.18 or 1.0
        chart.value_axis.minimum_scale = min(lowest * 1.18, 0.0)
        _coloured(plot.series[0], columns[0])
    return chart


def _coloured(series: Any, column: Column) -> None:  # noqa: ANN401
    for position, status in enumerate(column.statuses):
        if column.values[position] is None:
            continue
        point, mark = series.points[position], COLOURS.mark(status)
        is_hollow = bool(column.hollow) and column.hollow[position]
        filled(point.format.fill, mark.tint if is_hollow else mark.fill)
        if is_hollow:
            _line(point.format.line, THIN, colour=mark.fill)


def lettered(chart: Chart) -> None:
    """Give a chart's letters one size, and the theme's own typeface."""
    chart.font.size = Pt(BODY_SIZE)
    chart.font.color.theme_color = THEME.TEXT_1
    chart.has_title = False


def with_legend(chart: Chart, *, is_wanted: bool = True) -> None:
    """Put the legend below, beside nothing it could cover."""
    chart.has_legend = is_wanted
    if is_wanted:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(BODY_SIZE)


def ruled(axis: ValueAxis, form: str) -> None:
    """Draw a value axis as thin lines across."""
    axis.has_major_gridlines = True
    _line(axis.major_gridlines.format.line, 0.75, theme=THEME.BACKGROUND_1, brightness=GRID)
    axis.format.line.fill.background()
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False


def _quiet(axis: _BaseAxis) -> None:
    axis.has_major_gridlines = False
    _line(axis.format.line, 0.75, theme=THEME.BACKGROUND_1, brightness=-0.35)


def _labelled(series: Any, values: Sequence[float | None], forms: Sequence[str], *, bold: bool = False) -> None:  # noqa: ANN401
    formats = {at: form for at, (value, form) in enumerate(zip(values, forms, strict=True)) if value is not None}
    label(series, formats, position="outEnd", size=BODY_SIZE, bold=bold)


def _line(
    line: LineFormat, width: float, *, colour: str | None = None, theme: THEME | None = None, brightness: float = 0.0,
    dash: DASH | None = None,
) -> None:  # fmt: skip
    line.width = Pt(width)
    if colour is not None:
        line.color.rgb = RGBColor.from_string(colour[1:])
    elif theme is not None:
        line.color.theme_color = theme
        line.color.brightness = brightness
    if dash is not None:
        line.dash_style = dash


drawn_line = _line
