"""Rows with two labels, a district's and a sector's, and rows with none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from indicators.catalogue import Catalogue
from indicators.intake.book import Position, RawSheet, is_blank
from indicators.intake.letters import tidy
from indicators.intake.wide import Axis, Is, Line, whom

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
    """Yield the lines with both their labels; a blank one of the second column means the one above it."""
    by_row = {line.position: line for line in lines}
    above: Line | None = None
    for row, _ in labels:
        cell = row, second.column
        if label := tidy(sheet.text(*cell)):
            above = Line(row, label, cell, *whom(label, second.axis, catalogue))
        own = by_row.get(row)
        if own is None:
            # The district's own row, all its sectors together.
            if label and above is not None:
                yield above
        elif above is None or own.meaning not in (Is.OURS, Is.TOTAL):
            yield own
        elif above.meaning in (Is.OURS, Is.TOTAL):
            district, sector = own.district or above.district, own.sector or above.sector
            is_ours = Is.OURS in (own.meaning, above.meaning)
            yield replace(own, meaning=Is.OURS if is_ours else Is.TOTAL, district=district, sector=sector)
        else:
            yield replace(above, position=row)
