"""The exhibit: one question answered once, drawn the same on screen, slide, sheet and page."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from indicators.catalogue import Ground


@dataclass(frozen=True)
class Origin:
    """Where a link leads: to the cell of a received file that a figure rests on, by the upload that brought it."""

    upload: int
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True)
class Parts:
    """Where a link leads: to the records of one year that a total was built from."""

    indicator: str
    year: int
    district: str | None = None
    sector: str | None = None


@dataclass(frozen=True)
class Subject:
    """Where a link leads: to the page of an indicator."""

    indicator: str


Link = Origin | Parts | Subject


@dataclass(frozen=True)
class Distribution:
    """A bar of counts a row, a segment a status; a single row is the whole programme.

    Frame: row, row_label, status, status_label, count.
    """


@dataclass(frozen=True)
class Tiles:
    """One tile a group: its name and how its verdicts are spread. Frame: group, label, status, status_label, count."""


@dataclass(frozen=True)
class Heatmap:
    """Indicators down, years across, coloured by status.

    Frame: row, row_label, year, status, status_label, ratio, hover, written.
    `written` is S as it is shown, empty where there is none.
    """


@dataclass(frozen=True)
class Completeness:
    """What was reported: indicators down, districts or years across, a state in each cell.

    Frame: row, row_label, column, column_label, state, state_label, hover, former.
    `former` is what a revised figure was before, as it is written.
    """


@dataclass(frozen=True)
class Message:
    """A text ready to be copied and sent, line by line. Frame: line."""


@dataclass(frozen=True)
class Trajectory:
    """Actual against the path to the target, over years.

    Frame: series (actual, path, target, target_revised, preliminary, incomplete, baseline, needed, forecast), at
    (fraction of a year's end, 2016.5 = mid 2016), period, value, value_to, quality, source, hover.
    `breaks` are years with new borders.
    """

    status: str | None = None
    breaks: tuple[float, ...] = ()


@dataclass(frozen=True)
class Bars:
    """A bar a place, against its target as a tick.

    Frame: key, label, value, target, status, status_label, hollow, hover.
    Order of the frame is the order of the bars, first on top.
    """


@dataclass(frozen=True)
class Map:
    """The districts as areas on the ground, coloured by status.

    Frame: key, label, value, written, status, status_label, hollow, hover.
    `written` is the value as it is shown, without its unit. `caption` says what the ground is, `chosen` is the code of
    the district that the reader looks at.
    """

    ground: Ground | None = None
    caption: str = ""
    chosen: str | None = None


@dataclass(frozen=True)
class SmallMultiples:
    """One small line a place, all on one scale. Frame: key, label, at, value, target_path, status, hollow, hover."""

    breaks_by_key: tuple[tuple[str, tuple[float, ...]], ...] = ()


@dataclass(frozen=True)
class Slope:
    """A line a place from its value in the first year to that in the last one; none where borders changed in between.

    Frame: key, label, before, after, before_hollow, after_hollow, before_hover, after_hover, breaks, told, status.
    `breaks` names the years with new borders in between, `told` are the places that the headline speaks of.
    """

    first: int = 0
    last: int = 0


@dataclass(frozen=True)
class Contributions:
    """A bar a place with its part in a distance, then the remainder and the whole: all bars but the last add up to it.

    Frame: key, label, value, written, role (part, rest, whole), is_short, hover.
    `written` is the value with its sign, `is_short` tells whether it lies on the worse side of the path.
    """


@dataclass(frozen=True)
class Dumbbell:
    """Two places side by side, a row an indicator, on the scale of the ratio S.

    Frame: row, row_label, left, right, left_status, right_status, left_hover, right_hover.
    """

    left_label: str = ""
    right_label: str = ""


@dataclass(frozen=True)
class VerdictCard:
    """One verdict with the figures it rests on. Frame: figure, label, value (already written), note.

    `status` and `status_label` are the verdict, `rule` the rule that fired in words with its numbers. `links` say for
    a figure of the frame where it comes from.
    """

    status: str = "not_assessed"
    status_label: str = ""
    rule: str = ""
    links: tuple[tuple[str, Link], ...] = ()


@dataclass(frozen=True)
class VerdictList:
    """Verdicts one below the other, the worst first.

    Frame: key, label, status, status_label, ratio, value, target, sentence, written.
    `key` is what a click leads to (an indicator's id); value and target are already written with their unit, `written`
    is S as it is shown.
    """


@dataclass(frozen=True)
class Table:
    """A plain table; columns of the frame are shown under `headers`, numbers already formatted are text.

    `links` say for a column of the frame where each of its cells leads, row by row; None leads nowhere. `statuses` say
    for a column which status each of its cells names.
    """

    headers: tuple[str, ...] = ()
    links: tuple[tuple[str, tuple[Link | None, ...]], ...] = ()
    statuses: tuple[tuple[str, tuple[str, ...]], ...] = ()


Drawing = (
    Distribution
    | Tiles
    | Heatmap
    | Completeness
    | Message
    | Trajectory
    | Bars
    | Map
    | SmallMultiples
    | Slope
    | Contributions
    | Dumbbell
    | VerdictCard
    | VerdictList
    | Table
)


@dataclass(frozen=True, eq=False)
class Exhibit:
    """One question, its answer as a small table, how to draw it, and the words that go with it.

    `headline` is the sentence that says what it shows: the title on a slide and the alt text of the chart.
    `figures` are the same data for download: numbers as numbers, headers as a reader knows them.
    """

    key: str
    title: str
    headline: str
    frame: pd.DataFrame
    drawing: Drawing
    unit: str
    source_note: str
    as_of: int
    version: int
    language: str
    decimals: int = 0
    is_demonstration: bool = False
    empty_sentence: str = ""
    notes: tuple[str, ...] = ()
    figures: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw, so that `empty_sentence` stands instead."""
        return self.frame.empty
