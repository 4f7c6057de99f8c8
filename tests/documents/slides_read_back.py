"""The figures of slides read back, and what the exhibits say they must be."""

from __future__ import annotations

import io
from collections.abc import Iterator

import openpyxl
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.presentation import Presentation as Slides

from indicators.exhibits import Document, Exhibit, Trajectory
from indicators.palette import STATUSES, SYMBOL_BY_STATUS

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
Points = list[tuple[object, float]]


def opened(content: bytes) -> Slides:
    return Presentation(io.BytesIO(content))


def charts(slides: Slides) -> list[Chart]:
    return [shape.chart for slide in slides.slides for shape in slide.shapes if shape.has_chart]


def cached(element: object, name: str) -> list[str | None]:
    """Return the points of one part of a series, blanks included."""
    part = element.find(f"{CHART}{name}")  # type: ignore[attr-defined]
    holder = part.find(f".//{CHART}ptCount").getparent()
    found = {int(point.get("idx")): point.find(f"{CHART}v").text for point in holder.iter(f"{CHART}pt")}
    return [found.get(at) for at in range(int(holder.find(f"{CHART}ptCount").get("val")))]


def series_of(chart: Chart) -> dict[str, Points]:
    """Return what a chart draws: by the series' name, category or moment and value, blanks left out."""
    found: dict[str, Points] = {}
    for ser in chart._chartSpace.iter(f"{CHART}ser"):
        (name,) = cached(ser, "tx")
        is_xy = ser.find(f"{CHART}xVal") is not None
        at = cached(ser, "xVal" if is_xy else "cat")
        values = cached(ser, "yVal" if is_xy else "val")
        pairs = zip(at, values, strict=True)
        found[str(name)] = [(float(a or 0) if is_xy else a, float(v)) for a, v in pairs if v is not None]
    return found


def behind(chart: Chart) -> dict[str, Points]:
    """Return the same from the workbook that "edit data" opens, by the cells the chart names."""
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))

    def cells(formula: str) -> list[object]:
        area = book["Sheet1"][formula.split("!")[1].replace("$", "")]
        rows = area if isinstance(area, tuple) else ((area,),)
        return [cell.value for row in rows for cell in row]

    found: dict[str, Points] = {}
    for ser in chart._chartSpace.iter(f"{CHART}ser"):
        is_xy = ser.find(f"{CHART}xVal") is not None
        parts = ("tx", "xVal" if is_xy else "cat", "yVal" if is_xy else "val")
        name, at, values = (cells(ser.find(f"{CHART}{part}").find(f".//{CHART}f").text) for part in parts)
        found[str(name[0])] = [(a, float(v)) for a, v in zip(at, values, strict=True) if v is not None]  # type: ignore[arg-type]
    return found


def of_trajectory(exhibit: Exhibit) -> list[Points]:
    """Return each series of a trajectory's frame that is a line or points, upper ends of ranges apart."""
    wanted = []
    told = exhibit.frame[(exhibit.frame["series"] == "actual") & exhibit.frame["value"].notna()]
    reached = [(float(at), float(value)) for at, value in zip(told["at"], told["value"], strict=True)]
    for series, part in exhibit.frame.groupby("series"):
        if series == "forecast":
            # An area on the screen: here its edges, from its upper end to the last value and on to its lower end.
            ((due, low, high),) = part[["at", "value", "value_to"]].itertuples(index=False)
            wanted.append([(float(due), float(high)), max(reached), (float(due), float(low))])
            continue
        for column in ("value", "value_to"):
            points = [
                (float(at), float(value))
                for at, value in zip(part["at"], part[column], strict=True)
                if value is not None
            ]
            if points:
                wanted.append(points)
    assert isinstance(exhibit.drawing, Trajectory)
    heights = [value for points in wanted for _, value in points]
    wanted += [[(year - 0.5, min(heights)), (year - 0.5, max(heights))] for year in exhibit.drawing.breaks if heights]
    return sorted(wanted, key=str)


def of_bars(exhibit: Exhibit) -> list[Points]:
    frame = exhibit.frame
    names = [
        f"{label} {SYMBOL_BY_STATUS[status]}" for label, status in zip(frame["label"], frame["status"], strict=True)
    ]
    return [
        [(name, float(value)) for name, value in zip(names, frame[column], strict=True) if value is not None]
        for column in ("value", "target")
        if frame[column].notna().any()
    ]


def of_counts(exhibit: Exhibit, label: str) -> list[Points]:
    frame = exhibit.frame
    order = list(dict.fromkeys(frame[label]))
    found = []
    for status in STATUSES:
        part = frame[frame["status"] == status].set_index(label)["count"]
        if len(part):
            found.append([(name, float(part[name])) for name in order if name in part.index])
    return found


def expected(told: Document) -> Iterator[tuple[str, Exhibit]]:
    """Yield the exhibits that have a chart, in the order of the slides."""
    yield "spread", told.final_verdict
    yield "groups", told.groups
    if not told.is_of_province:
        yield from (("compared", told.against_province) for _ in range(-(-len(told.against_province.frame) // 8)))
    for one in told.chapters:
        if not one.trajectory.is_empty:
            yield "trajectory", one.trajectory
        if told.has_districts and not one.by_district.is_empty:
            yield "bars", one.by_district
        if told.has_sectors and not one.by_sector.is_empty:
            yield "bars", one.by_sector
    yield "ranking", told.districts
    yield "ranking", told.sectors
