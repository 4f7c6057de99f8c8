"""A document as an administrative report in the form of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import partial

from docx.enum.text import WD_BREAK

from indicators.exhibits import Chapter, Document, Exhibit, Progress, Table, VerdictCard, silent
from indicators.exhibits.frames import named_rows
from indicators.palette import STATUSES, SYMBOL_BY_STATUS
from indicators.report.form import foot, head
from indicators.report.page import Report, paper

__all__ = ["MEDIA_TYPE", "report"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ROMAN = ("I", "II", "III", "IV", "V", "VI")
NOT_THERE = "–"


def report(told: Document, *, progress: Progress = silent) -> bytes:
    """Return a document as .docx: the results in sentences and numbered tables, all figures in an appendix."""
    made = paper(told.text.language)
    made.paper.core_properties.title = told.text("document.title", place=told.place, year=told.as_of)
    head(made, told)
    steps: list[Callable[[], None]] = [
        partial(_results, made, told), partial(_attention, made, told), partial(_groups, made, told),
        partial(_places, made, told), partial(_grounds, made, told), partial(foot, made, told),
        partial(_appendix_begun, made, told),
    ]  # fmt: skip
    steps += [partial(_appendix, made, number, one, told) for number, one in enumerate(told.chapters, start=1)]
    for done, step in enumerate(steps, start=1):
        step()
        progress(done, len(steps))
    content = io.BytesIO()
    made.paper.save(content)
    return content.getvalue()


def marked(status: str, label: str) -> str:
    """Return a status with its symbol, so that it is told without colour."""
    return f"{SYMBOL_BY_STATUS[status]} {label}"


def _results(made: Report, told: Document) -> None:
    text, exhibit = told.text, told.final_verdict
    documents = "; ".join(told.catalogue.programme.documents)
    made.paragraph(text("report.opening", documents=documents, place=told.place, year=told.as_of))
    if exhibit.is_demonstration:
        made.paragraph(exhibit.notes[0], bold=True)
    _section(made, told, 0, "report.results")
    made.paragraph(exhibit.headline)
    rows = [
        (marked(status, label), text.number(count))
        for status, label, count in zip(
            exhibit.frame["status"], exhibit.frame["status_label"], exhibit.frame["count"], strict=True
        )
    ]
    _table(made, told, exhibit, list(exhibit.figures.columns), rows, (0.65, 0.35), right=frozenset({1}))


def _attention(made: Report, told: Document) -> None:
    exhibit = told.needs_attention
    _section(made, told, 1, "report.attention")
    made.paragraph(exhibit.empty_sentence if exhibit.is_empty else exhibit.headline)
    for row in named_rows(exhibit.frame):
        item = made.paper.add_paragraph(style="List Bullet")
        item.add_run(f"{row.label} – {marked(row.status, row.status_label)}: ").bold = True
        item.add_run(row.sentence)


def _groups(made: Report, told: Document) -> None:
    """Write each group's indicators with target, result and verdict, then the sentence of each."""
    text = told.text
    _section(made, told, 2, "report.groups")
    if not told.groups.is_empty:
        made.paragraph(told.groups.headline)
    listed = {row.key: row for row in named_rows(told.standing.frame)}
    headers = [
        text("exhibit.column_indicator"), text("exhibit.column_target"), text("document.column_reached"),
        text("exhibit.column_ratio"), text("exhibit.column_status"),
    ]  # fmt: skip
    for number, group in enumerate(dict.fromkeys(one.group for one in told.chapters), start=1):
        made.heading(f"{number}. {group}", 2)
        members = [listed[one.indicator] for one in told.chapters if one.group == group]
        rows = [
            (row.label, row.target, row.value, row.written, marked(row.status, row.status_label)) for row in members
        ]
        _table(made, told, told.standing, headers, rows, (0.34, 0.18, 0.18, 0.09, 0.21), title=group)
        for row in members:
            made.paragraph(text("report.said", name=row.label, sentence=row.sentence))


def _places(made: Report, told: Document) -> None:
    _section(made, told, 3, "report.places")
    for wanted, exhibit in ((told.has_districts, told.districts), (told.has_sectors, told.sectors)):
        if wanted and not exhibit.is_empty:
            made.paragraph(exhibit.headline)
            _counts(made, told, exhibit)
    if not told.is_of_province:
        made.paragraph(told.against_province.empty_sentence if told.against_province.is_empty else
                       told.against_province.headline)  # fmt: skip


def _counts(made: Report, told: Document, exhibit: Exhibit) -> None:
    frame, text = exhibit.frame, told.text
    labels = dict(zip(frame["status"], frame["status_label"], strict=True))
    statuses = [status for status in STATUSES if status in labels]
    counts = dict(zip(zip(frame["row"], frame["status"], strict=True), frame["count"], strict=True))
    names = dict(zip(frame["row"], frame["row_label"], strict=True))
    rows = [
        [str(name), *(text.number(counts[key, status]) if (key, status) in counts else "" for status in statuses)]
        for key, name in names.items()
    ]
    headers = [str(exhibit.figures.columns[0]), *(marked(status, labels[status]) for status in statuses)]
    share = 0.72 / len(statuses)
    shares = (0.28, *(share for _ in statuses))
    _table(made, told, exhibit, headers, rows, shares, right=frozenset(range(1, len(headers))))


def _grounds(made: Report, told: Document) -> None:
    """Write how a verdict is reached and where the figures come from."""
    _section(made, told, 4, "report.grounds")
    exhibit = told.statuses
    made.paragraph(exhibit.headline)
    drawing = exhibit.drawing
    assert isinstance(drawing, Table)
    rows = [tuple(map(str, row)) for row in exhibit.frame.itertuples(index=False, name=None)]
    _table(made, told, exhibit, drawing.headers, rows, (0.08, 0.25, 0.45, 0.22))
    made.paragraph(told.final_verdict.source_note)
    made.paragraph(told.freshness.headline)


def _appendix_begun(made: Report, told: Document) -> None:
    made.paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    made.heading(told.text("report.appendix"), 1)
    made.paragraph(told.text("page.version_and_year", version=told.version, year=told.as_of))


def _appendix(made: Report, number: int, one: Chapter, told: Document) -> None:
    """Write the years of an indicator and the figures its verdict rests on."""
    text, card, course = told.text, one.verdict, one.trajectory
    status = marked(card.drawing.status, card.drawing.status_label) if isinstance(card.drawing, VerdictCard) else ""
    made.heading(f"{number}. {one.name}", 2)
    made.paragraph(f"{status}. {card.headline}")
    columns = list(course.figures.columns)
    if not course.is_empty:
        wanted = ("series", "period", "value", "value_to", "quality")
        rows = [
            [_written(row[columns.index(text(f"exhibit.column_{name}"))], course, told) for name in wanted]
            for row in course.figures.itertuples(index=False, name=None)
        ]
        headers = [text(f"exhibit.column_{name}") for name in wanted]
        _table(made, told, course, headers, rows, (0.32, 0.14, 0.2, 0.14, 0.2), right=frozenset({2, 3}))
    figures = [(row.label, row.value, row.note) for row in named_rows(card.frame) if row.value != NOT_THERE]
    headers = [text("exhibit.column_figure"), text("exhibit.column_value"), text("exhibit.column_note")]
    _table(made, told, card, headers, figures, (0.3, 0.25, 0.45), title=text("report.figures_of", name=one.name))


def _written(cell: object, exhibit: Exhibit, told: Document) -> str:
    if cell is None:
        return ""
    return told.text.figure(cell, exhibit.decimals) if isinstance(cell, float) else str(cell)


def _section(made: Report, told: Document, at: int, key: str) -> None:
    made.heading(f"{ROMAN[at]}. {told.text(key).upper()}", 1)


def _table(
    made: Report, told: Document, exhibit: Exhibit, headers: Sequence[str], rows: Sequence[Sequence[str]],
    shares: Sequence[float], *, right: frozenset[int] = frozenset(), title: str = "",
) -> None:  # fmt: skip
    """Add a numbered table with what every exhibit says of itself under it."""
    text = told.text
    made.tables += 1
    unit = text("report.in_unit", unit=exhibit.unit) if exhibit.unit else ""
    caption = text("report.caption", number=made.tables, title=title or exhibit.title)
    mark = f"{text('page.figure_demonstration')}. " if exhibit.is_demonstration else ""
    said = text("page.version_and_year", version=exhibit.version, year=exhibit.as_of)
    made.table(f"{caption}{unit}", headers, rows, shares, right=right, note=f"{mark}{said}. {exhibit.source_note}")
