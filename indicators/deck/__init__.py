"""Slides made of exhibits: charts that can be edited, shapes that can be recoloured, notes for the speaker."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial

from indicators.catalogue import Schematic, schematic
from indicators.deck import slides
from indicators.deck.stationery import Stationery, stationery
from indicators.exhibits import Chapter, Document, Progress, silent

__all__ = ["MEDIA_TYPE", "deck"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def deck(
    told: Document, *, template: bytes | None = None, template_name: str = "", progress: Progress = silent
) -> bytes:
    """Return a document as .pptx, on our own paper or on a province's template; raises UnusableTemplate."""
    paper = stationery(template, name=template_name)
    drawing = schematic() if told.has_districts else None
    steps: list[Callable[[], None]] = [
        partial(slides.cover, paper, told),
        partial(slides.overview, paper, told),
        partial(slides.listed, paper, told.needs_attention if told.is_of_province else told.standing, told),
        partial(slides.groups, paper, told),
    ]
    if not told.is_of_province:
        steps.append(partial(slides.comparison, paper, told.against_province, told))
    for chapter in told.chapters:
        steps.append(partial(slides.chapter, paper, chapter, told))
        steps.append(partial(_places, paper, chapter, told, drawing))
    steps += [
        partial(slides.ranking, paper, told.districts, told, drawing),
        partial(slides.ranking, paper, told.sectors, told, None),
        partial(slides.method, paper, told),
        partial(slides.sources, paper, told),
    ]
    if told.scan is not None:
        steps.append(partial(slides.scan, paper, told.scan, told))
    for done, step in enumerate(steps, start=1):
        step()
        progress(done, len(steps))
    content = io.BytesIO()
    paper.slides.save(content)
    return content.getvalue()


def _places(paper: Stationery, chapter: Chapter, told: Document, drawing: Schematic | None) -> None:
    if told.has_districts and not chapter.by_district.is_empty:
        slides.places(paper, chapter.by_district, told, drawing)
    if told.has_sectors and not chapter.by_sector.is_empty:
        slides.places(paper, chapter.by_sector, told, None)
