"""Figures beside the points of a chart, each with the decimals it needs; the library can't set these one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pptx.oxml import parse_xml

from indicators.exhibits.digits import digits_for

CHART_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
# A series' labels stand before whichever of these it has.
FOLLOWING = ("trendline", "errBars", "cat", "val", "xVal", "yVal", "smooth", "shape", "extLst")


def number_format(value: float | None, decimals: int, *, edges: Iterable[float | None] = ()) -> str:
    """Return the format that shows a value as the screen does, never rounded onto its target."""
    known = [edge for edge in edges if edge is not None]
    return format_of(decimals if value is None else digits_for(value, decimals, edges=known))


def format_of(digits: int) -> str:
    """Return the number format with that many decimals."""
    return "#,##0" if not digits else f"#,##0.{'0' * digits}"


def label(series: Any, formats: Mapping[int, str], *, position: str, size: float, bold: bool = False) -> None:  # noqa: ANN401
    """Write the values of some points beside them; position t, b, r, outEnd or ctr as the file format names it."""
    labels = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:numFmt formatCode="{form}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_letters(size, bold)}"
        f'<c:dLblPos val="{position}"/>{_shown(1)}</c:dLbl>'
        for at, form in sorted(formats.items())
    )
    element = parse_xml(
        f'<c:dLbls xmlns:c="{CHART_SPACE}" xmlns:a="{DRAWING}">{labels}{_letters(size, bold)}{_shown(0)}</c:dLbls>'
    )
    ser = series._element
    following = next(child for child in ser if child.tag in {f"{{{CHART_SPACE}}}{name}" for name in FOLLOWING})
    following.addprevious(element)


def _letters(size: float, bold: bool) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size * 100:.0f}" b="{int(bold)}"/></a:pPr>'
        f'<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def _shown(value: int) -> str:
    return "".join(f'<c:{name} val="{value if name == "showVal" else 0}"/>' for name in SHOWN)
