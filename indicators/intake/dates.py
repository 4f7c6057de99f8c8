"""Years, periods and dates as they are typed in headings and cells."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from indicators.catalogue import without_marks

FIRST_YEAR, LAST_YEAR = 1990, 2100
WHOLE_YEAR = "Y"
# Excel counts days from here; below that lie the two days it counts wrongly.
EXCEL_DAY_ZERO = dt.date(1899, 12, 30)
EXCEL_FIRST_SURE_DAY = 61

YEAR = re.compile(r"(?<!\d)(1[89]\d\d|2[01]\d\d)(?!\d)(?:\.0+)?(?![.,]?\d)")
YEAR_CELL = re.compile(r"(?:nam )?(\d{4})(?:\.0+)?")
FOOTNOTE = re.compile(r"\(\s*\*+\s*\)|\*+")
# Marks of remarks behind a year: 2016¹, 2016[1], 2016 (1), 2016 1).
NOTE_OF_YEAR = re.compile(r"(?<=\d{4}) ?(?:[¹²³\u2070-\u2079]+|\[\d{1,2}\]|\(\d{1,2}\)|\b\d\))")
LAST_DAY = re.compile(r"^(?:(?:so |tinh )?(?:den|tai|ngay) )*31 ?[/.\-] ?12 ?[/.\-] ?(?=\d{4}$)")
FILLER = re.compile(r"[\s/.,\-–:()]+")
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
PERIODS = frozenset({"Y", "H1", "H2", *(f"Q{n}" for n in range(1, 5)), *(f"M{n:02}" for n in range(1, 13))})
WORDS_FOR_YEAR = frozenset({"", "y", "nam", "ca nam", "year", "annual", "full year"})
HALF = re.compile(r"(?:h|hk|ban nien )([12])")
FIRST_HALF = re.compile(r"(?:6|sau) thang(?: dau(?: nam)?)?|(?:first half|6 months|first 6 months)|nua dau nam")
SECOND_HALF = re.compile(r"(?:6|sau) thang cuoi(?: nam)?|second half|nua cuoi nam")
QUARTER = re.compile(r"(?:q|quy|quy so|quarter) ?([1-4]|i{1,3}|iv)")
MONTH = re.compile(r"(?:m|t|thang|month) ?(0?[1-9]|1[0-2])")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENGLISH_MONTHS = frozenset({
    *MONTHS, "january", "february", "march", "april", "june", "july", "august", "sept", "september", "october",
    "november", "december",
})  # fmt: skip
QUALITY_WORDS = (
    (re.compile(r"\b(?:prel|preliminary|so bo|sb)\b"), "preliminary"),
    (re.compile(r"\b(?:uoc tinh|uoc|estimated|estimate|est)\b"), "estimate"),
    (re.compile(r"\b(?:chinh thuc|official)\b"), "official"),
)
MEASURE_WORDS = (
    (re.compile(r"\b(?:ke hoach|kh|muc tieu|target|plan)\b"), "target"),
    (re.compile(r"\b(?:thuc hien|th|actual)\b"), "actual"),
    (re.compile(r"\b(?:so goc|gia tri goc|baseline)\b"), "baseline"),
)
DATE_SHAPES = (
    (re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})"), (3, 2, 1)),
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?(?:\.0+)?)?"), (1, 2, 3)),
    (re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})"), (3, 2, 1)),
)


@dataclass(frozen=True)
class Heading:
    """What the head of a column of figures says: year, period, and whether preliminary or a plan.

    `says_measure` is False where nothing in the head tells a plan from a result.
    """

    year: int
    period: str = WHOLE_YEAR
    quality: str = "official"
    measure: str = "actual"
    says_measure: bool = field(default=False, compare=False)


def year_from(text: str) -> int | None:
    """Return the year of a cell: 2014, "2014", "Năm 2014"; None where it is none or outside 1990–2100."""
    found = YEAR_CELL.fullmatch(without_marks(text))
    year = int(found.group(1)) if found else None
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def period_from(text: str) -> str | None:
    """Return the period of a cell: Y, H1, Q2, M03, "Quý II", "6 tháng đầu năm"; blank is the year, None is none."""
    words = FILLER.sub(" ", without_marks(text)).strip()
    if words in WORDS_FOR_YEAR:
        return WHOLE_YEAR
    if half := HALF.fullmatch(words):
        return f"H{half.group(1)}"
    if FIRST_HALF.fullmatch(words):
        return "H1"
    if SECOND_HALF.fullmatch(words):
        return "H2"
    if quarter := QUARTER.fullmatch(words):
        return f"Q{ROMAN.get(quarter.group(1), quarter.group(1))}"
    if month := MONTH.fullmatch(words):
        return f"M{int(month.group(1)):02}"
    if words in ENGLISH_MONTHS:
        return f"M{MONTHS.index(words[:3]) + 1:02}"
    return None


def heading_from(text: str) -> Heading | None:
    """Return what a column's head says, or None where it is no head of figures ("Sơ bộ 2016", "Quý I/2017")."""
    words = LAST_DAY.sub("", NOTE_OF_YEAR.sub(" ", FOOTNOTE.sub(" ", without_marks(text))).strip())
    years = YEAR.findall(words)
    if len(years) != 1 or len(words) > 60:
        return None
    rest = FILLER.sub(" ", YEAR.sub(" ", words)).strip()
    quality, rest = _taken(rest, QUALITY_WORDS, "")
    measure, rest = _taken(rest, MEASURE_WORDS, "")
    # "Quý I năm 2017", "Năm 2017 quý I": without its number the year's own word is left over.
    period = period_from(rest) or period_from(rest.removesuffix("nam")) or period_from(rest.removeprefix("nam "))
    if period is None:
        return None
    # What is preliminary or estimated is a result too.
    says_measure = bool(measure or quality)
    return Heading(int(years[0]), period, quality or "official", measure or "actual", says_measure)


def _taken(words: str, meanings: tuple[tuple[re.Pattern[str], str], ...], otherwise: str) -> tuple[str, str]:
    for pattern, meant in meanings:
        if pattern.search(words):
            return meant, FILLER.sub(" ", pattern.sub(" ", words)).strip()
    return otherwise, words


def date_from(text: str) -> dt.date | None:
    """Return the day of a cell: 08/01/2014, 2014-01-08, Excel's day number; None where it is no day."""
    words = without_marks(text)
    for shape, (year, month, day) in DATE_SHAPES:
        if found := shape.fullmatch(words):
            return _day(int(found.group(year)), int(found.group(month)), int(found.group(day)))
    if re.fullmatch(r"\d{5}", words) and int(words) >= EXCEL_FIRST_SURE_DAY:
        return _in_range(EXCEL_DAY_ZERO + dt.timedelta(days=int(words)))
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return _in_range(dt.date(year, month, day))
    except ValueError:
        return None


def _in_range(day: dt.date) -> dt.date | None:
    return day if FIRST_YEAR - 90 <= day.year <= LAST_YEAR else None
