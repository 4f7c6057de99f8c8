"""What an exhibit rests on: the note on its sources and the mark of demonstration data, both read from the records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import pandas as pd

from indicators.catalogue import DEMONSTRATION_MARK
from indicators.exhibits.verdicts import Assessed, Row
from indicators.labels import Text

MOST_NAMED = 2
LONGEST_NAME = 90
LONGEST_NAME_ALONE = 300


@dataclass(frozen=True)
class Evidence:
    """The sources behind an exhibit in words, and whether demonstration data are among its records."""

    source_note: str
    is_demonstration: bool = False


def evidence_of(assessed: Iterable[Assessed], text: Text, *, more: Sequence[pd.DataFrame] = ()) -> Evidence:
    """Return what the records of these indicators, and `more` rows of the same queries, say of their source."""
    assessed = tuple(assessed)
    rows = [row for one in assessed for part in (one.value_rows, one.target_rows) for row in part.each]
    documents, notes, files = (_distinct(rows, more, column) for column in ("document", "note", "file"))
    definitions = [one.definition for one in assessed]
    sources = [definition.source for definition in definitions]
    marked = [*documents, *notes, *sources, *(definition.document for definition in definitions)]
    parts = (
        _part("exhibit.source_by", sources, text),
        _part("exhibit.source_documents", documents, text),
        _part("exhibit.source_files", [PurePath(file).name for file in files], text),
    )
    return Evidence(
        source_note=" ".join(part for part in parts if part) or text("exhibit.source_none"),
        is_demonstration=any(DEMONSTRATION_MARK in said for said in marked),
    )


def listed(names: Iterable[str], text: Text, *, most: int = MOST_NAMED, key: str = "exhibit.and_more") -> str:
    """Return distinct names in their order, the first ones named and the rest counted."""
    whole = [name for name in dict.fromkeys(name.strip() for name in names) if name]
    distinct = [_shortened(name, LONGEST_NAME if len(whole) > 1 else LONGEST_NAME_ALONE) for name in whole]
    if len(distinct) <= most + 1:
        return ", ".join(distinct)
    return text(key, named=", ".join(distinct[:most]), count=text.number(len(distinct) - most))


def _part(key: str, names: Iterable[str], text: Text) -> str:
    named = listed(names, text)
    return text(key, named=named).replace("….", "…") if named else ""


def _distinct(rows: Sequence[Row], more: Iterable[pd.DataFrame], column: str) -> list[str]:
    found = dict.fromkeys(getattr(row, column) for row in rows)
    found |= dict.fromkeys(cell for table in more if len(table) for cell in table[column].tolist())
    # A total that was built carries the documents of its parts, joined.
    return list(dict.fromkeys(name for cell in found if isinstance(cell, str) for name in cell.split("; ")))


def _shortened(name: str, longest: int) -> str:
    if len(name) <= longest:
        return name
    return f"{name[:longest].rsplit(' ', 1)[0].rstrip(' ,;:.')}…"
