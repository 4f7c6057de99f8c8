"""Commands that give a file away: written whole, beside what was there before, and moved into its place."""

from __future__ import annotations

import os
import tempfile
from argparse import Namespace
from pathlib import Path

from indicators import catalogue, intake, snapshot, workbook
from indicators.cli.outcome import Outcome
from indicators.cli.terminal import progress
from indicators.errors import UnwritableFile
from indicators.intake import Report
from indicators.labels import LANGUAGES, Text
from indicators.labels import text as words
from indicators.store import Store, default_folder


def template(asked: Namespace, text: Text) -> Outcome:
    """Write the upload template and say where it stands; raises UnknownDistrict and UnwritableFile."""
    reading = Store.open(default_folder()).at()
    made = workbook.template(reading, catalogue.load(), text, district=asked.district, is_filled=asked.known)
    written(Path(asked.out), made.content)
    document: dict[str, object] = {
        "file": asked.out,
        "version": made.version,
        "district": asked.district,
        "rows": made.rows,
    }
    return Outcome(document, (text("cli.template_written", file=asked.out, rows=made.rows, version=made.version),))


def snapshot_given(asked: Namespace, text: Text) -> Outcome:
    """Write the offline file of a version and say what it weighs; raises UnknownVersion and UnwritableFile."""
    reading = Store.open(default_folder()).at(asked.version)
    made = snapshot.snapshot(reading, catalogue.load(), text, as_of=asked.as_of, progress=progress(text))
    written(Path(asked.out), made.content)
    document: dict[str, object] = {
        "file": asked.out,
        "kind": asked.kind,
        "version": made.version,
        "as_of": made.as_of,
        "bytes": len(made.content),
    }
    size = text.number(len(made.content) / 1e6, 1)
    return Outcome(document, (text("cli.export_written", file=asked.out, size=size, version=made.version),))


def sent_back(report: Report, path: Path, text: Text) -> dict[str, object]:
    """Write the file that goes back to its sender; return its place and the letter in every language.

    Raises UnwritableFile.
    """
    content = intake.error_file(intake.read(report.file, report.content), report.findings, text)
    written(path, content)
    return {
        "errors_to": str(path),
        "letter": {language: intake.letter(report, words(language)) for language in LANGUAGES},
    }


def written(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises UnwritableFile."""
    try:
        descriptor, aside = tempfile.mkstemp(dir=path.parent, prefix=".arriving-", suffix=path.suffix)
        try:
            with os.fdopen(descriptor, "wb") as arriving:
                arriving.write(content)
            # Made for its owner alone; what is given away has the rights of any file made here.
            os.chmod(aside, 0o666 & ~_umask())
            os.replace(aside, path)
        finally:
            Path(aside).unlink(missing_ok=True)
    except OSError as error:
        raise UnwritableFile(file=str(path)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
