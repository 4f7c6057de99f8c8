"""Rows with two labels, a district's and a sector's, and rows with none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from indicators.catalogue import Catalogue
from indicators.intake.book import Position, RawSheet, is_blank
from indicators.intake.wide import Axis, Is, Line, lines_of

BOTH = frozenset({Axis.DISTRICT, Axis.SECTOR})


@dataclass(frozen=True)
class SecondLabels:
    """The other column of labels, and what its places are."""

    column: int
    axis: Axis


def second_labels(
    sheet: RawSheet,
    candidates: Sequence[list[Position]],
    labels: list[Position],
    axis: Axis,
    axis_for: Callable[[list[Position]], Axis | None],
) -> SecondLabels | None:
    """Return the column that names districts beside one of sectors, or the reverse; None where there is none."""
    if axis not in BOTH:
        return None
    for cells in candidates:
        if cells is labels or all(is_blank(sheet.typed(*cell)) for cell in cells):
            continue
        other = axis_for(cells)
        if other in BOTH and other is not axis:
            return SecondLabels(cells[0][1], other)
    return None


def of_both(
    sheet: RawSheet, lines: Sequence[Line], labels: list[Position], second: SecondLabels, catalogue: Catalogue
) -> Iterator[Line]:
    """Yield the lines with both their labels.

    A blank cell of the outer column, the left one, means the label above it; a blank one of the inner column means all
    that the outer label holds.
    """
    others = [(row, second.column) for row, _ in labels]
    own = {line.position: line for line in lines}
    other = {line.position: line for line in lines_of(sheet, others, second.axis, catalogue, by_row=True)}
    outer, inner = (other, own) if second.column < labels[0][1] else (own, other)
    above: Line | None = None
    for row, _ in labels:
        above = outer.get(row, above)
        if row in inner:
            yield inner[row] if above is None else _together(above, inner[row])
        elif row in outer:
            yield outer[row]


def _together(outer: Line, inner: Line) -> Line:
    """Return the line of both labels: one that is not known makes the whole unknown."""
    for label in (outer, inner):
        if label.meaning not in (Is.OURS, Is.TOTAL):
            return replace(label, position=inner.position)
    return replace(
        inner,
        meaning=Is.OURS if Is.OURS in (outer.meaning, inner.meaning) else Is.TOTAL,
        district=outer.district or inner.district,
        sector=outer.sector or inner.sector,
    )
