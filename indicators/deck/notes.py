"""What a speaker reads under a slide: the figures behind it, the questions that may come, and what answers them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from indicators.exhibits import Chapter, Exhibit, VerdictCard
from indicators.exhibits.frames import named_rows
from indicators.labels import Text

# What would have to be true from now on, as the verdict itself says it.
AHEAD = ("gap", "needed_next", "pace", "reached_at_pace", "projection")
NOT_THERE = "–"


def of_exhibit(exhibit: Exhibit, text: Text) -> str:
    """Return what stands behind any slide: the sentence, the notes, the source."""
    return _joined([exhibit.title, exhibit.headline, "", *_listed(exhibit.notes), "", *_source(exhibit, text)])


def of_chapter(chapter: Chapter, text: Text) -> str:
    """Return the figures behind an indicator's verdict, and likely questions with their answers."""
    card, court = chapter.verdict, chapter.court
    said = [chapter.name, card.headline, "", text("document.notes_figures")]
    said += _listed(f"{row.label}: {row.value}" + (f" ({row.note})" if row.note else "") for row in _rows(card))
    said += ["", text("document.notes_questions"), "", text("document.question_why", status=_status(card))]
    said.append(card.drawing.rule if isinstance(card.drawing, VerdictCard) else card.headline)
    said += ["", text("document.question_methods"), court.headline, *_listed(_methods(court))]
    ahead = [f"{row.label}: {row.value}" for row in _rows(card) if row.figure in AHEAD and row.value != NOT_THERE]
    if ahead:
        said += ["", text("document.question_ahead"), *_listed(ahead)]
    for question, places in (
        ("document.question_districts", chapter.by_district),
        ("document.question_gap", chapter.gap_by_district),
        ("document.question_since_start", chapter.districts_since_start),
        ("document.question_sectors", chapter.by_sector),
    ):
        if not places.is_empty:
            said += ["", text(question), places.headline]
    said += ["", text("document.question_beware"), *_listed(card.notes)] if card.notes else []
    return _joined([*said, "", *_source(card, text)])


def of_places(exhibit: Exhibit, text: Text) -> str:
    """Return what stands behind each bar: the sentence of its verdict, as the screen says it."""
    rows = [str(said).replace("\n", "; ") for said in exhibit.frame["hover"]]
    return _joined(
        [exhibit.title, exhibit.headline, "", text("document.notes_places"), *_listed(rows), "",
         *_listed(exhibit.notes), "", *_source(exhibit, text)]
    )  # fmt: skip


def _status(card: Exhibit) -> str:
    return card.drawing.status_label if isinstance(card.drawing, VerdictCard) else ""


def _rows(card: Exhibit) -> list[Any]:
    return named_rows(card.frame)


def _methods(court: Exhibit) -> Iterable[str]:
    for row in named_rows(court.frame):
        said = row.reason if row.reason else f"{row.figure} ({row.label})"
        yield f"{row.method}: {said}"


def _source(exhibit: Exhibit, text: Text) -> list[str]:
    return [exhibit.source_note, text("page.version_and_year", version=exhibit.version, year=exhibit.as_of)]


def _listed(lines: Iterable[str]) -> list[str]:
    return [f"• {line}" for line in lines if line]


def _joined(lines: Iterable[str]) -> str:
    found: list[str] = []
    for line in lines:
        if line or (found and found[-1]):
            found.append(line)
    return "\n".join(found).strip()
