"""More layouts of nasty workbooks: tables beside each other, two labels a row, columns of comparisons, remarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

from tests.intake.corpus.sheets import DISTRICTS, FIRMS, IDS, MONEY, SECTORS, YEARS, Sheet, figure


def beside(name: str) -> Sheet:
    """Two tables of the same indicator beside each other, of other years."""
    sheet = Sheet([["Biểu số 3. " + name], ["Huyện", *YEARS, None, "Huyện", 2016, 2017]])
    for row, (place, code) in enumerate(DISTRICTS.items()):
        values = [figure(row * 4 + at, name) for at in range(4)]
        sheet.rows.append([place, *values[:2], None, place, *values[2:]])
        for year, value in zip((*YEARS, 2016, 2017), values, strict=True):
            sheet.truth["actual", IDS[name], year, code, None] = value
    return sheet


def beside_another(_: str) -> Sheet:
    """Two tables beside each other, each under the title of its own indicator."""
    sheet = Sheet([[FIRMS, None, None, None, MONEY], ["Huyện", *YEARS, None, "Huyện", *YEARS]])
    for row, (place, code) in enumerate(DISTRICTS.items()):
        values = [figure(row * 2 + at, name) for name in (FIRMS, MONEY) for at in range(2)]
        sheet.rows.append([place, *values[:2], None, place, *values[2:]])
        for (name, year), value in zip(product((FIRMS, MONEY), YEARS), values, strict=True):
            sheet.truth["actual", IDS[name], year, code, None] = value
    return sheet


def both_labels(name: str) -> Sheet:
    """A district merged over the rows of its sectors."""
    sheet = Sheet([[name], ["Huyện", "Ngành", *YEARS]])
    for row, ((place, code), (sector, id)) in enumerate(product(DISTRICTS.items(), SECTORS.items())):
        values = [figure(row * 2 + at, name) for at in range(2)]
        sheet.rows.append([None if row % len(SECTORS) else place, sector, *values])
        for year, value in zip(YEARS, values, strict=True):
            sheet.truth["actual", IDS[name], year, code, id] = value
    first = 3
    sheet.merged = [f"A{first + 3 * at}:A{first + 3 * at + 2}" for at in range(len(DISTRICTS))]
    return sheet


def with_quotients(name: str) -> Sheet:
    """Plan, result and their quotient under each year, and a comparison of the years at the end."""
    heads = ["KH", "TH", "TH/KH (%)"]
    sheet = Sheet([[name], ["Huyện", "Năm 2014", None, None, "Năm 2015", None, None], [None, *heads * 2]], head=2)
    sheet.merged = ["A2:A3", "B2:D2", "E2:G2"]
    for row, (place, code) in enumerate(DISTRICTS.items()):
        cells: list[object] = [place]
        for at, year in enumerate(YEARS):
            plan, result = figure(row * 4 + at * 2, name), figure(row * 4 + at * 2 + 1, name)
            cells += [plan, result, round(result / plan * 100, 1)]
            sheet.truth["target", IDS[name], year, code, None] = plan
            sheet.truth["actual", IDS[name], year, code, None] = result
        sheet.rows.append(cells)
    return sheet


def with_remarks_on_years(name: str) -> Sheet:
    """Years with marks of remarks, and columns that compare them."""
    sheet = Sheet([["Biểu số 3. " + name], ["Huyện", "2014¹", "Năm 2015 (*)", "So sánh 2015/2014 (%)", "Tăng giảm"]])
    for row, (place, code) in enumerate(DISTRICTS.items()):
        first, second = figure(row * 2, name), figure(row * 2 + 1, name)
        sheet.rows.append([place, first, second, round(second / first * 100, 1), second - first])
        sheet.truth["actual", IDS[name], 2014, code, None] = first
        sheet.truth["actual", IDS[name], 2015, code, None] = second
    return sheet


MORE_LAYOUTS: Mapping[str, Callable[[str], Sheet]] = {
    "beside": beside,
    "beside another": beside_another,
    "both labels": both_labels,
    "quotients": with_quotients,
    "remarks on years": with_remarks_on_years,
}
