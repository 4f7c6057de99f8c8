"""Native charts on a sheet, each reading the cells of its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from indicators.exhibits.course import Line, is_yearly_plan
from indicators.palette import palette
from indicators.workbook.sheets import Area, Sheet

COLOURS = palette("light")
WIDTH, HEIGHT = 760, 360
FONT = {"name": "Arial", "size": 10}
LOOKS: Mapping[str, Any] = {
    "actual": {"line": {"color": COLOURS.actual, "width": 2.75}, "marker": ("circle", 8, COLOURS.actual)},
    "path": {"line": {"color": COLOURS.path, "width": 1.5}, "marker": None},
    "forecast": {"line": {"color": COLOURS.actual, "width": 1.25, "dash_type": "round_dot"}, "marker": None},
    "needed": {"line": {"color": COLOURS.needed, "width": 1.75, "dash_type": "dash"}, "marker": None},
    "preliminary": {"line": {"color": COLOURS.path, "dash_type": "round_dot"}, "marker": ("circle", 9, COLOURS.path)},
    "incomplete": {"line": {"none": True}, "marker": ("circle", 9, COLOURS.path)},
    "baseline": {"line": {"none": True}, "marker": ("square", 9, COLOURS.path)},
    "target": {"line": {"none": True}, "marker": ("diamond", 11, COLOURS.target)},
    "target_revised": {"line": {"none": True}, "marker": ("diamond", 10, COLOURS.path)},
}


def course(
    book: xlsxwriter.Workbook, sheet: Sheet, area: Area, lines: Sequence[Line], *, title: str, unit: str
) -> None:
    """Place the chart of an indicator's years to the right of its table: when in column 1, how much in column 2."""
    starts = {id(line): sum(len(before.at) for before in lines[:at]) for at, line in enumerate(lines)}
    if is_yearly_plan(lines):
        chart = book.add_chart({"type": "column"})
        plans = book.add_chart({"type": "line"})
        for line in lines:
            if line.key == "actual":
                chart.add_series(_series(line, area, starts[id(line)]) | {"fill": {"color": COLOURS.actual}, "gap": 70})
            elif line.key == "target":
                plans.add_series(_series(line, area, starts[id(line)]) | _look(line, is_joined=True))
        chart.combine(plans)
    else:
        chart = book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
        # LibreOffice loses a series that is shorter than a later one.
        for line in sorted(lines, key=lambda line: -len(line.at)):
            chart.add_series(_series(line, area, starts[id(line)]) | _look(line))
        years = [at for line in lines for at in line.at]
        chart.set_x_axis(
            {"min": int(min(years)) - 1, "max": int(max(years)) + 1, "major_unit": 1, "num_format": "0",
             "num_font": FONT, "major_gridlines": {"visible": False}}
        )  # fmt: skip
    chart.set_y_axis({"name": unit, "name_font": FONT | {"bold": False}, "num_font": FONT,
                      "major_gridlines": {"visible": True, "line": {"color": COLOURS.grid}}})  # fmt: skip
    _placed(chart, sheet, area, title)


def spread(book: xlsxwriter.Workbook, sheet: Sheet, area: Area, statuses: Sequence[str], *, title: str) -> None:
    """Place the chart of how verdicts are spread, a bar a status in its colour."""
    chart = book.add_chart({"type": "bar"})
    points = [{"fill": {"color": COLOURS.mark(status).fill}} for status in statuses]
    chart.add_series({"name": title, "categories": area.column(0), "values": area.column(1), "points": points,
                      "data_labels": {"value": True, "font": FONT}, "gap": 45})  # fmt: skip
    chart.set_y_axis({"reverse": True, "num_font": FONT})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    _placed(chart, sheet, area, title)


def stacked(book: xlsxwriter.Workbook, sheet: Sheet, area: Area, statuses: Sequence[str], *, title: str) -> None:
    """Place the chart of counts a row: names in column 0, a status in each column after it."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for column, status in enumerate(statuses, start=1):
        mark = COLOURS.mark(status)
        chart.add_series({
            "name": [area.sheet, area.head, area.left + column], "categories": area.column(0),
            "values": area.column(column), "fill": {"color": mark.fill}, "gap": 35,
            "data_labels": {"value": True, "font": FONT | {"color": mark.on_fill}},
        })  # fmt: skip
    chart.set_y_axis({"reverse": True, "num_font": FONT})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    _placed(chart, sheet, area, title)


def _series(line: Line, area: Area, start: int) -> dict[str, Any]:
    end = start + len(line.at) - 1
    return {
        "name": [area.sheet, area.head + 1 + start, area.left],
        "categories": area.column(1, start, end),
        "values": area.column(2, start, end),
    }


def _look(line: Line, *, is_joined: bool = False) -> dict[str, Any]:
    look = LOOKS[line.key]
    marker = look["marker"]
    drawn: dict[str, Any] = {"type": "none"}
    if isinstance(marker, tuple):
        kind, size, colour = marker
        drawn = {"type": kind, "size": size, "fill": {"color": colour}, "border": {"color": "#FFFFFF"}}
    line_look = {"color": COLOURS.path, "width": 1.5} if is_joined else look["line"]
    return {"line": line_look, "marker": drawn}


def _placed(chart: Any, sheet: Sheet, area: Area, title: str) -> None:  # noqa: ANN401
    chart.set_title({"name": title, "name_font": FONT | {"size": 11, "bold": True}, "overlay": False})
    if chart.legend.get("position") != "none":
        chart.set_legend({"position": "bottom", "font": FONT})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    sheet.page.insert_chart(area.head, area.right + 2, chart)
