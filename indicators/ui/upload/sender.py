"""Which office a file seems to come from, by the words above its tables and by its name: a guess, shown as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from indicators.catalogue import Catalogue, without_marks
from indicators.intake import RawBook, RawSheet

ROWS_LOOKED_AT = 8
COLUMNS_LOOKED_AT = 12
# A row with so many cells is a head or a line of figures, no title.
MOST_CELLS_OF_A_TITLE = 3
RANKED = re.compile(
    r"\b(?P<rank>huyện|thị xã|thành phố|t\.?p|t\.?x)\b[.:\s]+(?P<name>\w+(?:\s+\w+){0,2})", re.IGNORECASE
)
# At the beginning only: "cơ sở" ends like an office and is none.
OFFICE = re.compile(r"\s*((?:Sở|Chi cục|Cục|Ban Quản lý|Liên minh|Hiệp hội)\s[\w\s]{3,60})", re.IGNORECASE)
SEPARATORS = re.compile(r"[-_.\s]+")


def offices(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the districts as they are officially called in the programme's last year: those who send files."""
    return tuple(one.official_name(catalogue.programme.last_year) for one in catalogue.districts)


def guessed_sender(book: RawBook, catalogue: Catalogue) -> str:
    """Return the one office that a file names above its tables, else in its own name; empty where none or several."""
    titles = [title for sheet in book.sheets if not sheet.is_hidden for title in _titles(sheet)]
    last = catalogue.programme.last_year
    named = {code for title in titles for code in _districts(title, catalogue)}
    if not named:
        departments = {" ".join(found[1].split()) for title in titles if (found := OFFICE.match(title))}
        if len(departments) == 1:
            return next(iter(departments))
        named = set(_in_name(book.file, catalogue))
    return catalogue.district(next(iter(named))).official_name(last) if len(named) == 1 else ""


def _titles(sheet: RawSheet) -> Iterator[str]:
    for row in range(min(ROWS_LOOKED_AT, len(sheet.rows))):
        texts = [sheet.text(row, column) for column in range(min(COLUMNS_LOOKED_AT, len(sheet.rows[row])))]
        filled = [text for text in texts if text.strip()]
        if len(filled) > MOST_CELLS_OF_A_TITLE:
            return
        yield from filled


def _districts(title: str, catalogue: Catalogue) -> Iterator[str]:
    for found in RANKED.finditer(title):
        words = found.group("name").split()
        names = (" ".join([found.group("rank"), *words[:length]]) for length in range(len(words), 0, -1))
        district = next((one for name in names if (one := catalogue.find_district(name)) is not None), None)
        if district is not None:
            yield district.code


def _in_name(file: str, catalogue: Catalogue) -> Iterator[str]:
    stem = f" {SEPARATORS.sub(' ', without_marks(PurePath(file).stem))} "
    # The province and its city have the same name: a bare "thai-nguyen" in a file's name says neither.
    province = without_marks(catalogue.province.name_vi)
    for one in catalogue.districts:
        name = without_marks(one.name_vi)
        if f" {name} " in stem and not province.endswith(name):
            yield one.code
