"""`export`: the exhibits of a selection as slides, a workbook or a report, the same figures as on the screen."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from indicators import catalogue, intake
from indicators.cli.giving import snapshot_given, written
from indicators.cli.outcome import Outcome
from indicators.cli.terminal import progress
from indicators.deck import deck
from indicators.errors import UnreadableFile, WrongUsage
from indicators.exhibits import Document, Progress, document_of
from indicators.exhibits.verdicts import default_as_of
from indicators.labels import Text
from indicators.report import report
from indicators.selection import Selection
from indicators.store import Store, default_folder
from indicators.workbook import book

WITHOUT_TEMPLATE: Mapping[str, Callable[..., bytes]] = {"workbook": book, "report": report}


def export(asked: Namespace, text: Text) -> Outcome:
    """Write a document and say where it stands; the offline file always holds every place.

    Raises UnknownDistrict, UnknownSector, UnknownVersion, UnusableTemplate, UnreadableFile and UnwritableFile.
    """
    if asked.kind == "snapshot":
        return snapshot_given(asked, text)
    if asked.template is not None and asked.kind != "deck":
        raise WrongUsage(why=intake.Said.of("error.usage_template"))
    known = catalogue.load()
    reading = Store.open(default_folder()).at(asked.version)
    year = default_as_of(known) if asked.as_of is None else asked.as_of
    selection = Selection(
        as_of=year, language=text.language, version=reading.version, district=asked.district, sector=asked.sector
    )
    told = document_of(reading, known, selection, text)
    written(Path(asked.out), _made(asked, told, progress(text)))
    document: dict[str, object] = {
        "file": asked.out,
        "kind": asked.kind,
        "version": told.version,
        "as_of": told.as_of,
        "district": asked.district,
        "sector": asked.sector,
        "indicators": len(told.chapters),
    }
    lines = (text("cli.exported", file=asked.out, indicators=len(told.chapters), year=year, version=told.version),)
    return Outcome(document, lines)


def _made(asked: Namespace, told: Document, progress: Progress) -> bytes:
    if asked.kind == "deck":
        template = None if asked.template is None else _template(Path(asked.template))
        return deck(told, template=template, template_name=Path(asked.template or "").name, progress=progress)
    return WITHOUT_TEMPLATE[asked.kind](told, progress=progress)


def _template(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(file=path.name, why=intake.Said.of("finding.why_absent")) from error
    except OSError as error:
        raise UnreadableFile(file=path.name, why=intake.Said.of("finding.why_forbidden")) from error
