"""Actual against the path to the target in one chart: lines for a level, columns against plans for a yearly amount."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE as CHART
from pptx.enum.chart import XL_MARKER_STYLE as MARKER
from pptx.enum.dml import MSO_LINE_DASH_STYLE as DASH
from pptx.enum.dml import MSO_THEME_COLOR as THEME
from pptx.oxml import parse_xml

from indicators.deck.charts import drawn_line, lettered, ruled, with_legend
from indicators.deck.pointlabels import CHART_SPACE, DRAWING, format_of, label, number_format
from indicators.deck.scale import round_scale
from indicators.deck.sheet import BODY_SIZE, COLOURS, LIGHTER, Sheet, filled, placed
from indicators.deck.stationery import Box
from indicators.exhibits import Exhibit, Trajectory
from indicators.exhibits.course import Line, before_first_year_of, capital, is_yearly_plan, lines_of
from indicators.labels import Text

NAMED_SIZE = 18.0
HOLLOW = COLOURS.path
MOST_YEARS_NAMED = 9


@dataclass(frozen=True)
class Look:
    """How a series is drawn: the width of its line in points (0: none), dashes, its marker and the marker's size."""

    width: float
    dash: DASH | None
    marker: MARKER
    size: int
    is_solid: bool


LOOKS: Mapping[str, Look] = {
    "actual": Look(3.0, None, MARKER.CIRCLE, 8, True),
    "path": Look(1.75, None, MARKER.NONE, 5, True),
    "forecast": Look(1.25, DASH.ROUND_DOT, MARKER.NONE, 5, True),
    "needed": Look(2.0, DASH.DASH, MARKER.NONE, 5, True),
    "preliminary": Look(1.5, DASH.ROUND_DOT, MARKER.CIRCLE, 10, False),
    "incomplete": Look(0, None, MARKER.CIRCLE, 10, False),
    "break": Look(1.25, DASH.ROUND_DOT, MARKER.NONE, 5, True),
    "baseline": Look(0, None, MARKER.SQUARE, 9, False),
    "target": Look(0, None, MARKER.DIAMOND, 12, True),
    "target_revised": Look(0, None, MARKER.DIAMOND, 11, False),
}


def trajectory(sheet: Sheet, box: Box, exhibit: Exhibit, drawing: Trajectory, text: Text) -> Chart:
    """Draw one indicator over the years; columns where each year has a plan of its own."""
    lines = lines_of(exhibit, text)
    if is_yearly_plan(lines):
        return _columns(sheet, box, exhibit, drawing, lines)
    return _lines(sheet, box, exhibit, drawing, [*lines, *_breaks(drawing, lines, text)])


def _breaks(drawing: Trajectory, lines: Sequence[Line], text: Text) -> Iterator[Line]:
    """Yield an upright line where new borders begin, as high as the chart's figures."""
    heights = [value for line in lines for value in line.values if value is not None]
    for year in drawing.breaks if heights else ():
        at, name = before_first_year_of(year), text("page.figure_break", year=math.floor(year))
        yield Line("break", capital(name), (at, at), (min(heights), max(heights)))


def _lines(sheet: Sheet, box: Box, exhibit: Exhibit, drawing: Trajectory, lines: Sequence[Line]) -> Chart:
    # LibreOffice loses a series that is shorter than a later one.
    lines = sorted(lines, key=lambda line: -len(line.at))
    values = [value for line in lines for value in line.values]
    data = XyChartData(number_format="General")
    for line in lines:
        series = data.add_series(line.name)
        for at, value in zip(line.at, line.values, strict=True):
            series.add_data_point(at, value)
    chart = sheet.slide.shapes.add_chart(CHART.XY_SCATTER_LINES, *placed(box), data).chart
    lettered(chart)
    with_legend(chart)
    is_over = _is_over(lines)
    for series, line in zip(chart.plots[0].series, lines, strict=True):
        _dressed(series, line, drawing)
        if line.key in ("actual", "target") and line is [each for each in lines if each.key == line.key][-1]:
            last = _last(line)
            if last is not None:
                form = number_format(line.values[last], exhibit.decimals, edges=_last_targets(lines, line))
                position = "t" if is_over is (line.key == "actual") else "b"
                label(series, {last: form}, position=position, size=NAMED_SIZE, bold=True)
    years = [at for line in lines for at in line.at]
    axis = chart.category_axis
    axis.minimum_scale, axis.maximum_scale = math.floor(min(years)) - 1, math.ceil(max(years)) + 1
    axis.major_unit = max(1, math.ceil((max(years) - min(years) + 1) / MOST_YEARS_NAMED))
    axis.has_major_gridlines = False
    # The axis is a year longer on both sides, so that figures have room; these years are not written.
    outside = f'[<{min(years) - 0.5:.1f}]"";[>{max(years) + 0.5:.1f}]"";0'
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = outside, False
    drawn_line(axis.format.line, 0.75, theme=THEME.BACKGROUND_1, brightness=-0.35)
    _scaled(chart, values)
    return chart


def _columns(sheet: Sheet, box: Box, exhibit: Exhibit, drawing: Trajectory, lines: Sequence[Line]) -> Chart:
    """Draw the actual amounts as columns, then move the plans out of the columns into a line of their own."""
    drawn = [line for line in lines if line.key == "actual"] + [line for line in lines if line.key == "target"]
    years = sorted({at for line in drawn for at in line.at})
    data = CategoryChartData(number_format="General")
    data.categories = [str(int(year)) for year in years]
    for line in drawn:
        found = dict(zip(line.at, line.values, strict=True))
        data.add_series(line.name, [found.get(year) for year in years])
    chart = sheet.slide.shapes.add_chart(CHART.COLUMN_CLUSTERED, *placed(box), data).chart
    lettered(chart)
    with_legend(chart)
    actual = chart.plots[0].series[0]
    chart.plots[0].gap_width = 70
    filled(actual.format.fill, COLOURS.actual)
    by_year = {line.key: dict(zip(line.at, line.values, strict=True)) for line in drawn}
    forms = {
        at: number_format(by_year["actual"][year], exhibit.decimals, edges=[by_year["target"].get(year)])
        for at, year in enumerate(years)
        if by_year["actual"].get(year) is not None
    }
    label(actual, forms, position="inEnd", size=BODY_SIZE, bold=True)
    labels = actual.data_labels.font
    labels.color.theme_color = THEME.BACKGROUND_1
    _moved_to_a_line(chart)
    drawn_line(chart.category_axis.format.line, 0.75, theme=THEME.BACKGROUND_1, brightness=-0.35)
    _scaled(chart, [0.0, *(value for line in drawn for value in line.values)])
    return chart


def _moved_to_a_line(chart: Chart) -> None:
    """Make a line chart of the second series, on the axes of the columns: the library makes no combined charts."""
    columns = chart._chartSpace.find(f".//{{{CHART_SPACE}}}barChart")
    plan = columns.findall(f"{{{CHART_SPACE}}}ser")[1]
    columns.remove(plan)
    odd = plan.find(f"{{{CHART_SPACE}}}invertIfNegative")
    if odd is not None:
        plan.remove(odd)
    colour = COLOURS.target[1:]
    look = parse_xml(
        f'<c:spPr xmlns:c="{CHART_SPACE}" xmlns:a="{DRAWING}"><a:ln w="22225"><a:solidFill>'
        f'<a:srgbClr val="{COLOURS.path[1:]}"/></a:solidFill></a:ln></c:spPr>'
    )
    marker = parse_xml(
        f'<c:marker xmlns:c="{CHART_SPACE}" xmlns:a="{DRAWING}"><c:symbol val="diamond"/><c:size val="12"/><c:spPr>'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln w="12700"><a:solidFill><a:schemeClr val="bg1"/>'
        f"</a:solidFill></a:ln></c:spPr></c:marker>"
    )
    plan.find(f"{{{CHART_SPACE}}}tx").addnext(look)
    look.addnext(marker)
    plan.append(parse_xml(f'<c:smooth xmlns:c="{CHART_SPACE}" val="0"/>'))
    line = parse_xml(
        f'<c:lineChart xmlns:c="{CHART_SPACE}"><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'<c:marker val="1"/></c:lineChart>'
    )
    line.insert(2, plan)
    for axis in columns.findall(f"{{{CHART_SPACE}}}axId"):
        line.append(parse_xml(f'<c:axId xmlns:c="{CHART_SPACE}" val="{axis.get("val")}"/>'))
    columns.addnext(line)


def _scaled(chart: Chart, values: Sequence[float | None]) -> None:
    heights = [value for value in values if value is not None] or [0.0, 1.0]
    low, high, step = round_scale(min(heights), max(heights))
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, high, step
    digits = max(0, -math.floor(math.log10(step) + 1e-9)) if not float(step).is_integer() else 0
    ruled(axis, format_of(digits))


def _last_targets(lines: Sequence[Line], line: Line) -> list[float | None]:
    """Return what the last figure must not be rounded onto."""
    return [each.values[-1] for each in lines if each.key == "target" and each is not line]


def _is_over(lines: Sequence[Line]) -> bool:
    """Whether the last figure lies above the last target, so that each is named on its own side."""
    last = {line.key: [value for value in line.values if value is not None][-1:] for line in lines}
    return last.get("actual", []) > last.get("target", [])


def _dressed(series: Any, line: Line, drawing: Trajectory) -> None:  # noqa: ANN401
    look = LOOKS[line.key]
    series.smooth = False
    colour = {"path": COLOURS.path, "needed": COLOURS.needed, "break": COLOURS.boundary}.get(line.key)
    theme = None if colour else THEME.TEXT_1
    if look.width:
        drawn_line(series.format.line, look.width, colour=colour, theme=theme, dash=look.dash)
    else:
        series.format.line.fill.background()
    series.marker.style, series.marker.size = look.marker, look.size
    if look.marker is MARKER.NONE:
        return
    if look.is_solid:
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.theme_color = THEME.TEXT_1
        drawn_line(series.marker.format.line, 1.0, theme=THEME.BACKGROUND_1)
    else:
        # LibreOffice draws a marker's fill only, so a hollow one would be lost on white.
        filled(series.marker.format.fill, HOLLOW)
        drawn_line(series.marker.format.line, 1.5, theme=THEME.TEXT_1, brightness=LIGHTER)
    last = _last(line)
    if line.key == "actual" and last is not None:
        point = series.points[last].marker
        point.style, point.size = MARKER.CIRCLE, 14
        filled(point.format.fill, COLOURS.mark(drawing.status).fill)
        drawn_line(point.format.line, 1.5, theme=THEME.BACKGROUND_1)


def _last(line: Line) -> int | None:
    return max((at for at, value in enumerate(line.values) if value is not None), default=None)
