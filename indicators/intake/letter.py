"""The letter that goes with a file sent back: what to mend, sheet by sheet, the same fault once with all its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indicators.intake.finding import BLOCKING, Finding, Severity
from indicators.intake.report import Report
from indicators.labels import Text

MOST_SENTENCES = 3
MOST_CELLS = 12


def letter(report: Report, words: Text) -> str:
    """Return a message ready to send: what must be mended, then what should be looked at again."""
    blocking = [finding for finding in report.findings if finding.severity in BLOCKING]
    doubtful = [finding for finding in report.findings if finding.severity is Severity.WARNING]
    lines = [words("message.subject", file=report.file), "", words("message.greeting"), ""]
    if blocking:
        errors, questions = report.count(Severity.ERROR), report.count(Severity.QUESTION)
        lines += [words("message.refused", file=report.file, errors=errors, questions=questions), ""]
        lines += _by_sheet(blocking, words)
    else:
        lines += [words("message.accepted", file=report.file), ""]
    if doubtful:
        lines += [words("message.doubtful"), "", *_by_sheet(doubtful, words)]
    return "\n".join([*lines, words("message.closing" if blocking else "message.thanks")])


def _by_sheet(findings: Iterable[Finding], words: Text) -> Iterator[str]:
    sheets: dict[str | None, dict[str, list[Finding]]] = {}
    for finding in findings:
        sheets.setdefault(finding.sheet, {}).setdefault(finding.code, []).append(finding)
    for sheet, codes in sheets.items():
        yield words("message.whole_file") if sheet is None else words("message.of_sheet", name=sheet)
        for alike in codes.values():
            yield from _alike(alike, words)
        yield ""


def _alike(findings: Sequence[Finding], words: Text) -> Iterator[str]:
    """Yield the sentences of one fault: each different one with its cells, the rest by their cells alone."""
    cells: dict[str, list[str]] = {}
    for finding in findings:
        cells.setdefault(finding.sentence(words), []).append(finding.cell or "")
    sentences = list(cells)
    for sentence in sentences[:MOST_SENTENCES]:
        where = _where(cells[sentence], words)
        yield f"- {where}: {sentence}" if where else f"- {sentence}"
    rest = [cell for sentence in sentences[MOST_SENTENCES:] for cell in cells[sentence]]
    if rest:
        yield f"- {words('message.alike', where=_where(rest, words))}"


def _where(cells: Sequence[str], words: Text) -> str:
    named = [cell for cell in cells if cell]
    if not named:
        return ""
    shown = ", ".join(named[:MOST_CELLS])
    more = len(named) - MOST_CELLS
    return words("message.cells_and_more", cells=shown, more=more) if more > 0 else words("message.cells", cells=shown)
