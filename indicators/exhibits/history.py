"""Two versions of the store side by side: the records that differ, and the verdicts that do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators import queries
from indicators.assessment import STATUS_ORDER
from indicators.catalogue import Catalogue, Definition
from indicators.exhibits.differences import (
    Difference,
    difference_rows,
    from_to,
    further_changes,
    record_name,
    value_after,
    value_before,
)
from indicators.exhibits.evidence import evidence_of, listed
from indicators.exhibits.exhibit import Exhibit, Subject, Table
from indicators.exhibits.flips import Flip
from indicators.exhibits.flips import flips as flips_between
from indicators.exhibits.frames import download, framed
from indicators.exhibits.request import Request, status_label
from indicators.exhibits.tables import definition_fields
from indicators.exhibits.verdicts import definitions
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

CHANGES = ("indicator", "place", "record", "change", "before", "after", "further", "source")
FLIPS = ("indicator", "place", "before", "after")
MOST_NAMED = 3


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two versions and what differs between them; `request` asks about the latter one."""

    request: Request
    former: Reading
    frame: pd.DataFrame
    definitions: dict[str, Definition]

    @property
    def latter(self) -> Reading:
        """The version that is asked what it changed."""
        return self.request.reading

    @property
    def versions(self) -> dict[str, int]:
        """The numbers of both, as sentences name them."""
        return {"former": self.former.version, "latter": self.latter.version}

    def name(self, indicator: str) -> str:
        """Return an indicator's name in either version, its id where neither defines it."""
        known = self.definitions.get(indicator)
        return indicator if known is None else self.request.text.name(known)

    def words(self, indicator: str) -> Words | None:
        """Return how an indicator's figures are written, None where neither version defines it."""
        known = self.definitions.get(indicator)
        return None if known is None else self.request.words(known)


def changes(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return every record that differs between the two selected versions, as it was and as it is.

    Without a version to compare, the one that is read is laid beside the one before it.
    """
    compared = _compared(reading, catalogue, selection, text)
    rows = difference_rows(compared.frame)
    headers = {name: text(f"exhibit.column_{name}") for name in CHANGES}
    links = (
        ("indicator", tuple(Subject(row.indicator) for row in rows)),
        ("source", tuple(row.link for row in rows)),
    )
    return compared.request.exhibit(
        "changes",
        title=text("exhibit.changes_title", **compared.versions),
        headline=_changes_headline(compared, rows),
        frame=framed(CHANGES, (_change(compared, row) for row in rows)),
        drawing=Table(headers=tuple(headers.values()), links=links),
        evidence=evidence_of([], text, more=[_evidence(compared, rows)]),
        figures=_change_figures(compared, rows),
        empty_sentence=_nothing(compared),
    )


def flips(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the verdicts that differ between the two selected versions in the selected year."""
    compared = _compared(reading, catalogue, selection, text)
    found = flips_between(compared.frame, compared.former, compared.latter, catalogue, as_of=selection.as_of)
    flipped = {flip.indicator for flip in found}
    rows = [row for row in difference_rows(compared.frame) if row.indicator in flipped]
    headers = {
        "indicator": text("exhibit.column_indicator"),
        "place": text("exhibit.column_place"),
        "before": text("exhibit.column_before"),
        "after": text("exhibit.column_after"),
    }
    frame = framed(FLIPS, (_flip(compared, flip) for flip in found))
    year = selection.as_of
    return compared.request.exhibit(
        "flips",
        title=text("exhibit.flips_title", year=year),
        headline=_flips_headline(found, text) if found else text("exhibit.flips_none", year=year),
        frame=frame,
        drawing=Table(
            headers=tuple(headers.values()),
            links=(("indicator", tuple(Subject(flip.indicator) for flip in found)),),
            statuses=(
                ("before", tuple(flip.before for flip in found)),
                ("after", tuple(flip.after for flip in found)),
            ),
        ),
        evidence=evidence_of([], text, more=[_evidence(compared, rows)]),
        figures=download(frame, headers),
        empty_sentence=text("exhibit.flips_none", year=year),
    )


def _compared(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Comparison:
    latter = reading if selection.compared_to is None else reading.at(selection.compared_to)
    before = max(latter.version - 1, 0) if selection.compared_from is None else selection.compared_from
    former = reading.at(before)
    return Comparison(
        request=Request(latter, catalogue, selection, text),
        former=former,
        frame=queries.differences_between_versions(latter, former=former),
        definitions={**definitions(former), **definitions(latter)},
    )


def _change(compared: Comparison, row: Difference) -> tuple[str, ...]:
    request, text = compared.request, compared.request.text
    words = compared.words(row.indicator)
    return (
        compared.name(row.indicator),
        request.place(row.district, row.sector),
        record_name(row, text),
        text(f"exhibit.change_{row.change}"),
        value_before(row, words, text),
        value_after(row, words, text),
        "; ".join((*further_changes(row, text), *_definition_changes(request, row))),
        row.origin,
    )


def _definition_changes(request: Request, row: Difference) -> Iterable[str]:
    was, now = row.was, row.now
    if was is None or now is None:
        return
    before, after = (definition_fields(request, each, request.words(each)) for each in (was, now))
    for name in before:
        if before[name] != after[name]:
            yield from_to(request.text(f"exhibit.field_{name}"), before[name], after[name], request.text)


def _change_figures(compared: Comparison, rows: Sequence[Difference]) -> pd.DataFrame:
    request, text = compared.request, compared.request.text
    columns = (
        "indicator", "place", "measure", "year", "period", "change", "value_before", "value_after", "value_to_before",
        "value_to_after", "further", "upload", "file", "sheet", "cell",
    )  # fmt: skip
    figures = (
        (
            compared.name(row.indicator), request.place(row.district, row.sector),
            text(f"exhibit.record_{row.measure}"), row.year, row.period, text(f"exhibit.change_{row.change}"),
            row.value_before, row.value_after, row.value_to_before, row.value_to_after,
            "; ".join((*further_changes(row, text), *_definition_changes(request, row))),
            row.upload, row.file, row.sheet, row.cell,
        )
        for row in rows
    )  # fmt: skip
    return download(framed(columns, figures), {name: text(f"exhibit.column_{name}") for name in columns})


def _changes_headline(compared: Comparison, rows: Sequence[Difference]) -> str:
    text = compared.request.text
    if not rows:
        return _nothing(compared)
    counted = Counter(row.change for row in rows)
    kinds = [
        text(f"exhibit.changes_{change}", count=text.number(counted[change]))
        for change in ("new", "changed", "removed")
        if counted[change]
    ]
    indicators = list(dict.fromkeys(row.indicator for row in rows))
    key = "exhibit.changes_headline_one" if len(rows) == 1 else "exhibit.changes_headline"
    return text(
        key,
        records=text.number(len(rows)),
        kinds=", ".join(kinds),
        indicators=listed(map(compared.name, indicators), text, most=MOST_NAMED, key="exhibit.and_more_indicators"),
    )


def _nothing(compared: Comparison) -> str:
    is_itself = compared.former.version == compared.latter.version
    key = "exhibit.changes_none_itself" if is_itself else "exhibit.changes_none"
    return compared.request.text(key, **compared.versions)


def _flip(compared: Comparison, flip: Flip) -> tuple[str, ...]:
    request, text = compared.request, compared.request.text
    before, after = (status_label(status, text) for status in (flip.before, flip.after))
    return compared.name(flip.indicator), request.place(flip.district, flip.sector), before, after


def _flips_headline(found: Sequence[Flip], text: Text) -> str:
    order = [str(status) for status in STATUS_ORDER if status != "not_assessed"]
    judged = [flip for flip in found if flip.before in order and flip.after in order]
    better = sum(order.index(flip.after) > order.index(flip.before) for flip in judged)
    counts = {"better": better, "worse": len(judged) - better, "other": len(found) - len(judged)}
    kinds = [text(f"exhibit.flips_{kind}", count=count) for kind, count in counts.items() if count]
    key = "exhibit.flips_headline_one" if len(found) == 1 else "exhibit.flips_headline"
    return text(key, count=text.number(len(found)), kinds=", ".join(kinds))


def _evidence(compared: Comparison, rows: Sequence[Difference]) -> pd.DataFrame:
    touched = (compared.definitions.get(indicator) for indicator in dict.fromkeys(row.indicator for row in rows))
    sources = [(known.document, known.source, None) for known in touched if known is not None]
    records = [
        (document, note, row.file)
        for row in rows
        for document, note in ((row.document_before, row.note_before), (row.document_after, row.note_after))
    ]
    return framed(("document", "note", "file"), [*records, *sources])
