"""What a publication would change, in tables: definitions, targets, figures overwritten, totals of the province."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from html import escape

import pandas as pd
import streamlit as st

from indicators.catalogue import Definition
from indicators.exhibits.phrases import short_period
from indicators.exhibits.words import SIGN_BY_OPERATOR, words_for
from indicators.intake import Effect
from indicators.labels import Text
from indicators.ui.elements.markup import tag
from indicators.ui.elements.table import table
from indicators.ui.reader import Reader
from indicators.ui.upload import look
from indicators.ui.upload.work import Foreseen

GOALS = ("target", "baseline")
MOST_ROWS = 150


def show(reader: Reader, foreseen: Foreseen) -> None:
    """Place each table that has a row."""
    words = reader.words
    definitions = foreseen.effects.of("definition")
    goals = foreseen.effects.of(*GOALS)
    overwritten = foreseen.effects.of("actual", but="new")
    if definitions:
        shown = _definitions(reader, foreseen, definitions.first(MOST_ROWS))
        _table("definitions", words("upload.definitions"), shown, len(definitions), words)
    if goals:
        _table("goals", words("upload.goals"), _goals(reader, foreseen, goals.first(MOST_ROWS)), len(goals), words)
    if foreseen.totals:
        shown = _totals(reader, foreseen)
        _table("totals", words("upload.totals"), shown[:MOST_ROWS], len(shown), words)
    if overwritten:
        shown = _values(reader, foreseen, overwritten.first(MOST_ROWS))
        _table("overwritten", words("upload.overwritten"), shown, len(overwritten), words)


def names_of(reader: Reader, foreseen: Foreseen) -> Callable[[str], str]:
    """Return what gives an indicator's name by its id, one that this very file defines among them."""
    known = foreseen.definitions
    return lambda id: reader.words.name(known[id]) if id in known else id


def place_of(reader: Reader, district: str | None, sector: str | None) -> str:
    """Return a place by its names."""
    parts = [
        *([reader.words.name(reader.catalogue.district(district))] if district else []),
        *([reader.words.name(reader.catalogue.sector(sector))] if sector else []),
    ]
    return ", ".join(parts) or reader.words("page.whole_province")


def _table(name: str, title: str, rows: Sequence[dict[str, str]], count: int, words: Text) -> None:
    frame = pd.DataFrame(rows)
    with st.container(key=f"card-changes-{name}"):
        look.part(title)
        st.html(table(frame, list(frame.columns), words, label=title))
        if count > len(rows):
            st.html(tag("p", escape(words("upload.more_changes", count=words.number(count - len(rows)))), of="hint"))


def _definitions(reader: Reader, foreseen: Foreseen, effects: Sequence[Effect]) -> list[dict[str, str]]:
    words = reader.words
    rows = []
    for effect in effects:
        if effect.definition is None:
            continue
        new, old = Definition.from_json(effect.definition), foreseen.definitions_before.get(effect.indicator)
        what = words("upload.definition_new") if old is None else "\n".join(_differences(old, new, words))
        rows.append(
            {
                words("upload.column_indicator"): words.name(new),
                words("upload.column_what"): what if old else f"{what}: {_facts(reader, new)}",
                words("upload.column_document"): _document(new.document or effect.document, effect, words),
            }
        )
    return rows


def _facts(reader: Reader, definition: Definition) -> str:
    words = reader.words
    parts = (
        words_for(definition, reader.catalogue, words).unit or definition.unit,
        words(f"exhibit.kind_{definition.kind}"),
        words(f"exhibit.direction_{definition.direction}"),
    )
    return ", ".join(part for part in parts if part)


def _differences(old: Definition, new: Definition, words: Text) -> list[str]:
    found = []
    for field in fields(Definition):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            name = words(f"upload.field_{field.name}")
            found.append(f"{name}: {_shown(before, words)} → {_shown(after, words)}")
    return found


def _shown(value: object, words: Text) -> str:
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, float):
        return words.figure(value)
    return str(value) if value not in (None, "") else words("upload.grid_blank")


def _goals(reader: Reader, foreseen: Foreseen, effects: Sequence[Effect]) -> list[dict[str, str]]:
    words = reader.words
    return [
        {
            **_what(reader, foreseen, effect),
            words("upload.column_kind_of"): words(f"upload.measure_{effect.measure}"),
            words("upload.column_before"): _value(reader, foreseen, effect.indicator, effect.before),
            words("upload.column_after"): _after(reader, foreseen, effect),
            words("upload.column_document"): _document(effect.document, effect, words),
        }
        for effect in effects
    ]


def _values(reader: Reader, foreseen: Foreseen, effects: Sequence[Effect]) -> list[dict[str, str]]:
    words = reader.words
    return [
        {
            **_what(reader, foreseen, effect),
            words("upload.column_before"): _value(reader, foreseen, effect.indicator, effect.before),
            words("upload.column_after"): _after(reader, foreseen, effect),
        }
        for effect in effects
    ]


def _totals(reader: Reader, foreseen: Foreseen) -> list[dict[str, str]]:
    words, names = reader.words, names_of(reader, foreseen)
    return [
        {
            words("upload.column_indicator"): names(moved.indicator),
            words("upload.column_period"): short_period(moved.year, moved.period, words),
            words("upload.column_before"): _value(reader, foreseen, moved.indicator, moved.before),
            words("upload.column_after"): _value(reader, foreseen, moved.indicator, moved.after),
        }
        for moved in foreseen.totals
    ]


def _what(reader: Reader, foreseen: Foreseen, effect: Effect) -> dict[str, str]:
    words = reader.words
    period = "" if effect.year is None else short_period(effect.year, effect.period or "Y", words)
    return {
        words("upload.column_indicator"): names_of(reader, foreseen)(effect.indicator),
        words("upload.column_place"): place_of(reader, effect.district, effect.sector),
        words("upload.column_period"): period,
    }


def _after(reader: Reader, foreseen: Foreseen, effect: Effect) -> str:
    if effect.change == "removed":
        return reader.words("upload.withdrawn")
    value = _value(reader, foreseen, effect.indicator, effect.value)
    if effect.operator == "range" and effect.value_to is not None:
        return f"{value} – {_value(reader, foreseen, effect.indicator, effect.value_to)}"
    return f"{SIGN_BY_OPERATOR.get(effect.operator or '', '')} {value}".strip()


def _value(reader: Reader, foreseen: Foreseen, indicator: str, value: float | None) -> str:
    definition = foreseen.definitions.get(indicator)
    if value is None:
        return "–"
    return (
        reader.words.figure(value)
        if definition is None
        else words_for(definition, reader.catalogue, reader.words).value(value)
    )


def _document(document: str | None, effect: Effect, words: Text) -> str:
    if effect.document_date is None:
        return document or ""
    day = words.date(effect.document_date)
    return f"{document} ({day})" if document else day
