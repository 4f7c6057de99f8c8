"""A document as a workbook: figures that can be sorted and added up, charts that follow them, definitions, sources."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

import pandas as pd
import xlsxwriter

from indicators.exhibits import Chapter, Document, Exhibit, Progress, VerdictCard, silent
from indicators.exhibits.course import lines_of
from indicators.exhibits.phrases import ratio_digits
from indicators.palette import STATUSES, SYMBOL_BY_STATUS
from indicators.workbook import charts
from indicators.workbook.sheets import Pen, Sheet

FRACTIONS = ("achievement", "distance", "elapsed")
QUOTIENTS = ("ratio", "pace")
MOMENT = "reached_at_pace"
LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
Rows = Iterable[Sequence[object]]


@dataclass(eq=False)
class Book:
    """One workbook being made: its sheets so far, and the exhibits that were written, for the sheet of sources."""

    told: Document
    book: xlsxwriter.Workbook
    pen: Pen
    sheets: list[tuple[str, str]] = field(default_factory=list)
    written: list[Exhibit] = field(default_factory=list)

    def sheet(self, name: str, title: str, about: str = "") -> Sheet:
        """Return a new sheet with its title."""
        taken = {used.lower() for used, _ in self.sheets}
        short = FORBIDDEN.sub(" ", name)[:LONGEST_NAME].strip()
        while short.lower() in taken:
            short = f"{short[: LONGEST_NAME - 2]} {len(taken)}"
        page = Sheet(self.book.add_worksheet(short), self.pen)
        self.sheets.append((short, title))
        page.line(title, "title")
        if about:
            page.line(about, "sentence")
        return page

    def headed(self, sheet: Sheet, exhibit: Exhibit) -> None:
        """Write what every exhibit says of itself: the mark, version and year, unit, source, notes."""
        text = self.told.text
        self.written.append(exhibit)
        if exhibit.is_demonstration:
            sheet.line(text("page.figure_demonstration"), "mark")
        sheet.line(text("page.version_and_year", version=exhibit.version, year=exhibit.as_of), "quiet")
        if exhibit.unit:
            sheet.line(text("document.unit", unit=exhibit.unit), "quiet")
        sheet.line(exhibit.source_note, "quiet")
        sheet.row += 1

    def close(self, sheet: Sheet) -> None:
        """Finish a sheet."""
        mark = self.told.text("page.figure_demonstration") if self.told.is_demonstration else ""
        said = self.told.text("page.version_and_year", version=self.told.version, year=self.told.as_of)
        sheet.done(". ".join(part for part in (mark, said) if part))


def book(told: Document, *, progress: Progress = silent) -> bytes:
    """Return a document as .xlsx."""
    content = io.BytesIO()
    made = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    ours = Book(told, made, Pen(made))
    cover = ours.sheet(
        told.text("document.sheet_cover"), told.text("document.title", place=told.place, year=told.as_of)
    )
    steps: list[Callable[[], None]] = [partial(_overview, ours), partial(_groups, ours)]
    steps += [
        partial(_ranking, ours, exhibit, name, chapters)
        for exhibit, name, chapters in (
            ("districts", "document.sheet_districts", "by_district"),
            ("sectors", "document.sheet_sectors", "by_sector"),
        )
    ]
    steps += [partial(_chapter, ours, number, one) for number, one in enumerate(told.chapters, start=1)]
    steps += [partial(_records, ours), partial(_definitions, ours), partial(_method, ours), partial(_sources, ours)]
    for done, step in enumerate(steps, start=1):
        step()
        progress(done, len(steps))
    _cover(ours, cover)
    made.close()
    return content.getvalue()


def rows_of(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    """Return the rows of a frame as plain values."""
    return list(frame.itertuples(index=False, name=None))


def _cover(ours: Book, sheet: Sheet) -> None:
    told, text = ours.told, ours.told.text
    sheet.line(text.name(told.catalogue.programme), "sentence")
    if told.is_demonstration:
        sheet.line(told.final_verdict.notes[0], "mark")
    sheet.line(text("page.version_and_year", version=told.version, year=told.as_of), "quiet")
    sheet.line(text("page.foot_documents", documents="; ".join(told.catalogue.programme.documents)), "quiet")
    sheet.row += 1
    sheet.line(told.final_verdict.headline, "sentence")
    sheet.row += 1
    for name, title in ours.sheets[1:]:
        sheet.page.write_url(sheet.row, 0, f"internal:'{name}'!A1", ours.pen["link"], title)
        sheet.row += 1
    sheet.widths[0] = 110
    ours.close(sheet)
    sheet.page.activate()


def _overview(ours: Book) -> None:
    told, text = ours.told, ours.told.text
    exhibit, listed = told.final_verdict, told.standing
    sheet = ours.sheet(text("document.sheet_overview"), exhibit.title, exhibit.headline)
    ours.headed(sheet, exhibit)
    decimals = {one.name: one.verdict.decimals for one in told.chapters}
    area = sheet.table(
        list(listed.figures.columns), rows_of(listed.figures),
        decimals=[decimals.get(str(name), 2) for name in listed.figures.iloc[:, 0]], has_filter=True,
    )  # fmt: skip
    ours.written.append(listed)
    ratio = list(listed.figures.columns).index(text("exhibit.column_ratio"))
    _ratios(sheet, area.head, ratio, listed.figures.iloc[:, ratio].tolist())
    spread = sheet.table(list(exhibit.figures.columns), rows_of(exhibit.figures))
    charts.spread(ours.book, sheet, spread, list(exhibit.frame["status"]), title=exhibit.title)
    ours.close(sheet)


def _ratios(sheet: Sheet, head: int, column: int, values: Sequence[float | None]) -> None:
    """Write S with its two decimals, whatever its indicator has."""
    for number, value in enumerate(values, start=1):
        if value is not None and not pd.isna(value):
            sheet.page.write_number(head + number, column, float(value), sheet.pen.number(ratio_digits(value)))


def _groups(ours: Book) -> None:
    exhibit = ours.told.groups
    sheet = ours.sheet(ours.told.text("document.sheet_groups"), exhibit.title, exhibit.headline)
    ours.headed(sheet, exhibit)
    _counts(ours, sheet, exhibit, row="group", name="label")
    ours.close(sheet)


def _counts(ours: Book, sheet: Sheet, exhibit: Exhibit, *, row: str, name: str) -> None:
    """Write counts with a row a place and a column a status, and their chart."""
    frame = exhibit.frame
    labels = dict(zip(frame["status"], frame["status_label"], strict=True))
    statuses = [status for status in STATUSES if status in labels]
    counts = dict(zip(zip(frame[row], frame["status"], strict=True), frame["count"], strict=True))
    names = dict(zip(frame[row], frame[name], strict=True))
    rows = [[names[key], *(counts.get((key, status)) for status in statuses)] for key in names]
    first = str(exhibit.figures.columns[0])
    area = sheet.table([first, *(f"{SYMBOL_BY_STATUS[status]} {labels[status]}" for status in statuses)], rows)
    charts.stacked(ours.book, sheet, area, statuses, title=exhibit.title)
    sheet.row = max(sheet.row, area.head + 20)


def _ranking(ours: Book, ranked: str, name: str, places: str) -> None:
    told, text = ours.told, ours.told.text
    exhibit: Exhibit = getattr(told, ranked)
    sheet = ours.sheet(text(name), exhibit.title, exhibit.headline)
    ours.headed(sheet, exhibit)
    if not exhibit.is_empty:
        _counts(ours, sheet, exhibit, row="row", name="row_label")
    listed: list[Sequence[object]] = []
    decimals: list[int] = []
    for one in told.chapters:
        part: Exhibit = getattr(one, places)
        rows = part.frame[["label", "value", "target", "status_label"]].itertuples(index=False, name=None)
        listed += [(one.name, part.unit, *row) for row in rows]
        decimals += [part.decimals] * len(part.frame)
        if not part.is_empty:
            ours.written.append(part)
    axis = "exhibit.column_district" if ranked == "districts" else "exhibit.column_sector"
    columns = ("indicator", "unit", "", "value", "target", "status")
    headers = [text(f"exhibit.column_{column}") if column else text(axis) for column in columns]
    sheet.table(headers, listed, decimals=decimals, has_filter=True)
    ours.close(sheet)


def _chapter(ours: Book, number: int, one: Chapter) -> None:
    text = ours.told.text
    card, course = one.verdict, one.trajectory
    status = card.drawing.status_label if isinstance(card.drawing, VerdictCard) else ""
    sheet = ours.sheet(f"{number:02d} {one.name}", one.name, card.headline)
    sheet.line(f"{text('exhibit.column_status')}: {status}", "sentence")
    ours.headed(sheet, card)
    ours.written.append(course)
    lines = lines_of(course, text)
    points = [(line.name, at, value) for line in lines for at, value in zip(line.at, line.values, strict=True)]
    headers = [text(f"exhibit.column_{name}") for name in ("series", "at", "value")]
    # A moment is a whole year or the fraction that has passed of one.
    shown = [(name, int(at) if at.is_integer() else at, value) for name, at, value in points]
    area = sheet.table(headers, shown, decimals=course.decimals, has_filter=True)
    if lines:
        charts.course(ours.book, sheet, area, lines, title=one.name, unit=course.unit)
    sheet.row = max(sheet.row, area.head + 20)
    figures = rows_of(card.figures)
    labels = {text(f"exhibit.figure_{name}"): name for name in (*FRACTIONS, *QUOTIENTS, MOMENT)}
    kinds = [labels.get(str(row[0]), "") for row in figures]
    sheet.table(
        list(card.figures.columns),
        figures,
        decimals=[2 if kind in QUOTIENTS else card.decimals for kind in kinds],
        percents=frozenset(at for at, kind in enumerate(kinds) if kind in FRACTIONS),
        moments=frozenset(at for at, kind in enumerate(kinds) if kind == MOMENT),
    )
    places = (one.by_district, one.gap_by_district, one.districts_since_start, one.by_sector)
    for exhibit in (one.targets, *places):
        if not exhibit.is_empty:
            sheet.line(exhibit.title, "sentence")
            sheet.table(list(exhibit.figures.columns), rows_of(exhibit.figures), decimals=exhibit.decimals)
    for note in card.notes:
        sheet.line(note, "quiet")
    ours.close(sheet)


def _records(ours: Book) -> None:
    text = ours.told.text
    sheet = ours.sheet(text("document.sheet_records"), text("document.records_title"))
    ours.headed(sheet, ours.told.final_verdict)
    rows: list[Sequence[object]] = []
    decimals: list[int] = []
    headers: list[str] = []
    for one in ours.told.chapters:
        exhibit = one.records
        headers = list(exhibit.figures.columns)
        rows += [(one.name, exhibit.unit, *row) for row in rows_of(exhibit.figures)]
        decimals += [exhibit.decimals] * len(exhibit.figures)
    sheet.table(
        [text("exhibit.column_indicator"), text("exhibit.column_unit"), *headers], rows, decimals=decimals,
        has_filter=True,
    )  # fmt: skip
    ours.close(sheet)


def _definitions(ours: Book) -> None:
    text = ours.told.text
    sheet = ours.sheet(text("document.sheet_definitions"), text("exhibit.definition_title"))
    ours.headed(sheet, ours.told.final_verdict)
    found = [{str(name): value for name, value in rows_of(one.definition.frame)} for one in ours.told.chapters]
    columns = list(dict.fromkeys(name for fields in found for name in fields))
    sheet.table(
        [str(name) for name in columns], [[each.get(name) for name in columns] for each in found], has_filter=True
    )
    ours.close(sheet)


def _method(ours: Book) -> None:
    told = ours.told
    sheet = ours.sheet(told.text("document.sheet_method"), told.statuses.title, told.statuses.headline)
    for exhibit in (told.statuses, told.methods):
        sheet.line(exhibit.title, "sentence")
        sheet.table(list(exhibit.figures.columns), rows_of(exhibit.figures))
        ours.written.append(exhibit)
    ours.close(sheet)


def _sources(ours: Book) -> None:
    text = ours.told.text
    sheet = ours.sheet(text("document.sheet_sources"), text("document.sources"))
    ours.headed(sheet, ours.told.final_verdict)
    mark = text("page.figure_demonstration")
    rows = [
        (each.title, each.source_note, each.as_of, each.version, mark if each.is_demonstration else "")
        for each in dict.fromkeys(ours.written)
    ]
    headers = [
        text("document.column_table"), text("exhibit.column_source"), text("exhibit.column_year"),
        text("document.column_version"), text("exhibit.column_note"),
    ]  # fmt: skip
    sheet.table(headers, rows, has_filter=True)
    ours.close(sheet)
