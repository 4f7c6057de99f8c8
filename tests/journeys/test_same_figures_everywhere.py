"""For every indicator: the page's sentence, the command line's figures and the chart's data are the same numbers."""

from __future__ import annotations

import contextlib
import io
import json
import math
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from indicators import catalogue, exhibits, figures, labels
from indicators.assessment import end_of
from indicators.cli import main
from indicators.exhibits import verdicts
from indicators.selection import Selection
from indicators.store import Store

YEARS = (2018, 2020)
LANGUAGES = ("vi", "en")
WRITTEN = re.compile(r"−?\d[\d.,]*\d|−?\d")
FRACTIONS = ("achievement", "distance", "elapsed")
MONTHS = 12
Row = dict[str, Any]


@cache
def answer(store: Path, *words: str) -> Any:
    """Return the JSON of one command, run in this process."""
    said = io.StringIO()
    with mock.patch.dict(os.environ, {"INDICATORS_STORE": str(store)}), contextlib.redirect_stdout(said):
        assert main([*words, "--json"]) == 0
    return json.loads(said.getvalue())


def assessed(store: Path, year: int) -> dict[str, Row]:
    return {row["indicator"]: row for row in answer(store, "assess", "--as-of", str(year))}


def of_province(store: Path, indicator: str) -> list[Row]:
    rows = answer(store, "values", "--indicator", indicator)
    return [row for row in rows if row["district"] is None and row["sector"] is None]


def numbers(found: object) -> Iterator[float]:
    """Yield every number of a JSON document."""
    if isinstance(found, dict):
        yield from (number for each in found.values() for number in numbers(each))
    elif isinstance(found, list):
        yield from (number for each in found for number in numbers(each))
    elif isinstance(found, int | float) and not isinstance(found, bool):
        yield float(found)


def figures_told(row: Row, values: list[Row]) -> list[float]:
    """Return what the command line says of a verdict, and what anyone can count from it: years and percentages."""
    told = list(numbers({name: value for name, value in row.items() if name != "methods"}))
    told += [row[name] * 100 for name in FRACTIONS if row[name] is not None]
    told += [row[name] * MONTHS for name in ("years_left", "age_years") if row[name] is not None]
    if row["achieved_in"] is not None and row["target"] is not None:
        told.append(abs(row["target"]["year"] - row["achieved_in"]))
    actual = {value["year"] for value in values if value["measure"] == "actual" and value["year"] <= row["as_of"]}
    return [*told, *actual, *range(1, len(actual) + 1)] if row["kind"] in ("flow", "growth") else [*told, *actual]


def decimals_of(written: str, language: str) -> int:
    return len(written.partition("," if language == "vi" else ".")[2])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("year", YEARS)
def test_every_number_of_the_sentence_is_one_the_command_line_gives(demo_store: Path, year: int, language: str) -> None:
    reading, known, text = Store.open(demo_store).at(), catalogue.load(), labels.text(language)
    rows = assessed(demo_store, year)
    read = 0
    for indicator in verdicts.definitions(reading):
        selection = Selection(as_of=year, language=language, indicator=indicator)
        sentence = exhibits.indicator.verdict(reading, known, selection, text).headline
        told = figures_told(rows[indicator], of_province(demo_store, indicator))
        for written in WRITTEN.findall(sentence):
            decimals = decimals_of(written, language)
            shown = {text.number(figure, decimals) for figure in told}
            # A year is a name and has no thousands mark.
            shown |= {str(int(figure)) for figure in told if float(figure).is_integer()}
            assert written in shown, (indicator, written, sentence)
            read += 1

    assert read > len(rows)


@pytest.mark.parametrize("year", YEARS)
def test_the_page_and_the_command_line_give_the_same_verdict(demo_store: Path, year: int) -> None:
    reading, known, text = Store.open(demo_store).at(), catalogue.load(), labels.text("vi")
    for indicator, row in assessed(demo_store, year).items():
        selection = Selection(as_of=year, indicator=indicator)
        card = exhibits.indicator.verdict(reading, known, selection, text)
        court = exhibits.indicator.court(reading, known, selection, text)
        by_figure = dict(zip(card.frame["figure"], card.figures.iloc[:, 1], strict=False))

        assert card.drawing.status == row["status"]  # type: ignore[union-attr]
        assert court.figures.iloc[:, 1].tolist() == [method["value"] for method in row["methods"].values()]
        numbers_of_card = card.figures.iloc[:, 1].tolist()
        for name in ("achievement", "distance", "elapsed", "ratio", "pace", "gap", "needed_next", "reached_at_pace"):
            assert row[name] in numbers_of_card, (indicator, name, by_figure)


@pytest.mark.parametrize("year", YEARS)
def test_the_chart_draws_the_values_of_the_command_line(demo_store: Path, year: int) -> None:
    reading, known, text = Store.open(demo_store).at(), catalogue.load(), labels.text("vi")
    kinds = {indicator: row["kind"] for indicator, row in assessed(demo_store, year).items()}
    drawn = 0
    for indicator in verdicts.definitions(reading):
        exhibit = exhibits.indicator.trajectory(reading, known, Selection(as_of=year, indicator=indicator), text)
        rows = [row for row in of_province(demo_store, indicator) if row["measure"] == "actual"]
        expected = values_that_count(rows, year)
        if kinds[indicator] == "flow":
            expected = by_whole_year(expected)
        if exhibit.is_empty:
            assert expected == {}
            continue
        traces = [trace for trace in figures.draw(exhibit, theme="light").data if trace.name == "actual"]
        points = {at: y for trace in traces for at, y in zip(trace.x, trace.y, strict=True) if y is not None}
        assert points == expected, indicator
        drawn += len(points)

    assert drawn > 0


def values_that_count(rows: list[Row], year: int) -> dict[float, float]:
    """Return the official whole values up to a year by the end of their period; what was reported comes first."""
    found: dict[float, float] = {}
    for row in sorted(rows, key=lambda row: row["how"] == "reported"):
        at = end_of(row["year"], row["period"])
        if row["value"] is not None and row["quality"] == "official" and row["complete"] and at <= year:
            found[at] = row["value"]
    return found


def by_whole_year(values: dict[float, float]) -> dict[float, float]:
    """Return the amounts of halves, quarters or months as those of their year; the demonstration set has halves."""
    years = {math.ceil(at) for at in values}
    halves = {year: [values.get(at) for at in (year - 0.5, float(year))] for year in years}
    return {float(year): sum(half for half in both if half is not None) for year, both in halves.items()}
