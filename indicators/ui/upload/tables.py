"""One table of a sheet: what is believed of it in one line, and the controls that correct it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from indicators.catalogue.alphabet import alphabetical
from indicators.exhibits.words import words_for
from indicators.intake import About, Answer, Column, RawSheet, Recognised, position_of
from indicators.labels import Text
from indicators.ui import session
from indicators.ui.elements.markup import tag
from indicators.ui.reader import Reader
from indicators.ui.upload import state, work
from indicators.ui.upload.draft import Draft
from indicators.ui.upload.work import Checked

# What a column may be said to hold, beside its year; each as the head of a table writes it.
KINDS = ("actual", "target", "preliminary", "estimate")
NOT_READ = "not_read"
YEARS_AROUND = 3


def show(reader: Reader, known: Checked, draft: Draft, table: Recognised, number: int, *, is_pointed_at: bool) -> None:
    """Place the belief and the controls of one table, and of the one that is pointed at those of its column."""
    words = reader.words
    st.html(tag("p", escape(belief(reader, known, table)), of="belief"))
    key = f"{session.UPLOAD_TABLE}_{number}"
    with st.container(key=f"table-controls-{number}", horizontal=True, gap="small", vertical_alignment="bottom"):
        if table.layout == "wide" or (table.layout == "records" and table.indicator is not None):
            _indicator(reader, known, table, key)
        if table.layout == "wide":
            _unit(reader, known, table, key)
            if table.label_column is not None:
                _labels(known, table, key, words)
        st.button(
            words("upload.do_not_read"), key=f"{key}_read", type="tertiary",
            icon=":material/visibility_off:", on_click=state.answer,
            args=(Answer(About.READ, table.sheet, table.cell, "no", _typed(known, table.sheet, table.cell)),),
        )  # fmt: skip
    if table.layout == "wide" and table.columns and is_pointed_at:
        _column(known, draft, table, key, words)


def pointed_at(known: Checked, draft: Draft, found: Sequence[Recognised]) -> Recognised | None:
    """Return the table that the chosen cell belongs to: the last one that begins above it, else the first."""
    heads = [(at[0], table) for table in found if table.cell and (at := position_of(_sheet(known, table), table.cell))]
    cell = position_of(known.sheet(draft.look.sheet), draft.look.cell) if draft.look.cell else None
    above = [table for row, table in heads if cell is not None and row <= cell[0]]
    return above[-1] if above else heads[0][1] if heads else None


def belief(reader: Reader, known: Checked, table: Recognised) -> str:
    """Return in one line what a table is taken for."""
    words = reader.words
    rows = words.number(table.rows)
    if table.layout == "definitions":
        defined = next((one.rows for one in known.report.sheets if one.name == table.sheet), 0)
        return words("upload.belief_definitions", rows=words.number(defined))
    if table.layout == "records":
        return words("upload.belief_records", rows=rows)
    what = words(f"upload.places_{table.places}") if table.places else words("upload.places_unknown")
    definition = known.definitions.get(table.indicator or "")
    subject = (
        words.name(definition)
        if definition
        else words("upload.many_indicators" if table.places == "indicator" else "upload.no_indicator")
    )
    years = sorted({column.year for column in table.columns})
    span = "" if not years else str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    unit = table.unit or (words_for(definition, reader.catalogue, words).unit if definition else "")
    return words(
        "upload.belief_wide", what=what, columns=len(table.columns), years=span, indicator=subject,
        unit=unit or words("upload.no_unit"), rows=rows,
    )  # fmt: skip


def _indicator(reader: Reader, known: Checked, table: Recognised, key: str) -> None:
    if table.places == "indicator":
        return
    names = {id: reader.words.name(one) for id, one in known.definitions.items()}
    options = sorted(names, key=lambda id: alphabetical(names[id]))
    _select(
        reader.words("upload.indicator"), options, table.indicator, f"{key}_indicator", About.INDICATOR, known, table,
        names=names, placeholder=reader.words("upload.choose_indicator"),
    )  # fmt: skip


def _unit(reader: Reader, known: Checked, table: Recognised, key: str) -> None:
    # What is answered is Vietnamese, as files and definitions are; a reader of English sees the English name.
    names = {unit.name_vi: reader.words.name(unit) for unit in reader.catalogue.units}
    options = [*names, *([table.unit] if table.unit and table.unit not in names else [])]
    _select(
        reader.words("upload.unit"), options, table.unit, f"{key}_unit", About.UNIT, known, table, names=names,
        placeholder=reader.words("upload.choose_unit"), is_open=True,
    )  # fmt: skip


def _labels(known: Checked, table: Recognised, key: str, words: Text) -> None:
    sheet = _sheet(known, table)
    first = min((column.column for column in table.columns), default=sheet.width)
    names = {letter_of(sheet, at): _titled(sheet, table, at) for at in range(max(first, (table.label_column or 0) + 1))}
    if len(names) < 2 or sheet.column_names is not None:
        return
    held = letter_of(sheet, table.label_column or 0)
    _select(words("upload.place_column"), list(names), held, f"{key}_labels", About.LABELS, known, table, names=names)


def _select(
    label: str,
    options: Sequence[str],
    held: str | None,
    key: str,
    about: About,
    known: Checked,
    table: Recognised,
    *,
    names: dict[str, str] | None = None,
    placeholder: str | None = None,
    is_open: bool = False,
) -> None:
    st.session_state[key] = held if held in options else None
    st.selectbox(
        label, options, index=None, key=key, placeholder=placeholder, accept_new_options=is_open,
        format_func=lambda option: (names or {}).get(option, option),
        on_change=state.answer_from, args=(key, about, table.sheet, table.cell, _typed(known, table.sheet, table.cell)),
    )  # fmt: skip


def _column(known: Checked, draft: Draft, table: Recognised, key: str, words: Text) -> None:
    """Place what the chosen column holds: its year and whether plan or result; any column of the grid may be chosen."""
    sheet = _sheet(known, table)
    at = _chosen_column(sheet, draft, table)
    column = next((one for one in table.columns if one.column == at), None)
    cell = column.cell if column else _head_cell(sheet, table, at)
    if cell is None:
        return
    year_key, kind_key = f"{key}_year_{at}", f"{key}_kind_{at}"
    years = _years(table)
    st.session_state[year_key] = str(column.year) if column else NOT_READ
    st.session_state[kind_key] = kind_of(column)
    written = partial(_column_written, known, table, cell, year_key, kind_key)
    with st.container(key=f"table-column-{key}", horizontal=True, gap="small", vertical_alignment="bottom"):
        st.html(tag("p", escape(words("upload.column", name=_titled(sheet, table, at))), of="column-name"))
        st.selectbox(
            words("upload.column_year"), [*years, NOT_READ], key=year_key, on_change=written,
            format_func=lambda year: words("upload.column_not_read") if year == NOT_READ else str(year),
        )  # fmt: skip
        if column is not None:
            st.selectbox(
                words("upload.column_kind"), KINDS, key=kind_key, on_change=written,
                format_func=lambda kind: words(f"upload.kind_{kind}"),
            )  # fmt: skip
        st.html(tag("p", escape(words("upload.column_hint")), of="hint"))


def _column_written(known: Checked, table: Recognised, cell: str, year_key: str, kind_key: str) -> None:
    year, kind = str(st.session_state.get(year_key)), str(st.session_state.get(kind_key))
    held = next((column.period for column in table.columns if column.cell == cell), "Y")
    value = "" if year == NOT_READ else heading_for(year, kind, held)
    state.answer_column(table, cell, value, _typed(known, table.sheet, cell) or "")


def heading_for(year: str, kind: str, period: str = "Y") -> str:
    """Return what the head of a column says that holds such figures, as the way in reads it."""
    when = year if period == "Y" else f"{period} {year}"
    return {"target": f"KH {when}", "preliminary": f"Sơ bộ {when}", "estimate": f"Ước {when}"}.get(kind, f"TH {when}")


def kind_of(column: Column | None) -> str:
    """Return what kind of figures a column is taken to hold."""
    if column is None or (column.measure == "actual" and column.quality not in KINDS):
        return "actual"
    return "target" if column.measure == "target" else column.quality


def _chosen_column(sheet: RawSheet, draft: Draft, table: Recognised) -> int:
    at = position_of(sheet, draft.look.cell) if draft.look.cell else None
    first = table.columns[0].column
    if at is None or at[1] >= sheet.width or at[1] == table.label_column:
        return first
    return at[1]


def _head_cell(sheet: RawSheet, table: Recognised, column: int) -> str | None:
    head = position_of(sheet, table.columns[0].cell)
    return None if head is None else sheet.address(head[0], column)


def _years(table: Recognised) -> list[str]:
    years = [column.year for column in table.columns]
    return [str(year) for year in range(min(years) - YEARS_AROUND, max(years) + YEARS_AROUND + 1)]


def _titled(sheet: RawSheet, table: Recognised, column: int) -> str:
    head = position_of(sheet, table.columns[0].cell) if table.columns else None
    title = " ".join(sheet.text(head[0], column).split()) if head else ""
    letter = letter_of(sheet, column)
    return f"{letter} · {title}" if title else letter


def letter_of(sheet: RawSheet, column: int) -> str:
    """Return the letter of a column, or in a Parquet file its name."""
    name = sheet.address(0, column)
    return name if sheet.column_names is not None else name[:-1]


def _sheet(known: Checked, table: Recognised) -> RawSheet:
    return known.book.sheets[known.position(table.sheet)]


def _typed(known: Checked, sheet: str | None, cell: str | None) -> str | None:
    return None if cell is None else work.typed_at(known.typed, sheet, cell)
