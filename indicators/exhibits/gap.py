"""Which districts make up the whole's distance from its path, where it can be added up; else why it can't."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators.catalogue.definition import Direction, Kind
from indicators.exhibits.contributions import Contributions, Standing, contributions, undivided
from indicators.exhibits.evidence import evidence_of, listed
from indicators.exhibits.exhibit import Contributions as Drawn
from indicators.exhibits.exhibit import Exhibit
from indicators.exhibits.frames import CONTRIBUTIONS, framed
from indicators.exhibits.phrases import observed, sentence
from indicators.exhibits.place_charts import figure_notes, within
from indicators.exhibits.places import DISTRICT, Places
from indicators.exhibits.pointed import lines_of_value
from indicators.exhibits.request import Request
from indicators.exhibits.sums import of_a_sum
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words

MOST_NAMED = 2
MINUS = "\u2212"


def gap_by_district(request: Request) -> Exhibit:
    """Return a bar a district with its part, one for what no district explains, one for the whole."""
    text, one = request.text, request.chosen()
    title = text("exhibit.gap_title")
    if one is None or request.selection.indicator is None:
        return request.without_indicator("gap_by_district", title=title, drawing=Drawn(), columns=CONTRIBUTIONS)
    places, words = Places(request, DISTRICT, request.selection.indicator), of_a_sum(request.words(one.definition))
    why = undivided(places)
    found = None if why else contributions(places)
    empty = text(f"exhibit.gap_undivided_{why or 'without_figures'}")
    told = None if found is None else _Told(places, words, found)
    return request.exhibit(
        "gap_by_district",
        title=text("exhibit.titled", title=title, narrowed=", ".join([words.name, *within(places)])),
        headline=empty if told is None else told.headline(),
        frame=framed(CONTRIBUTIONS, () if told is None else told.rows()),
        drawing=Drawn(),
        evidence=evidence_of([*places.parts, *([places.whole] if told and places.whole else [])], text),
        figures=framed(CONTRIBUTIONS, ()) if told is None else told.figures(),
        empty_sentence=empty,
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=() if told is None else [*told.notes(), *figure_notes(request, places)],
    )


class _Told:
    """What is said of a distance that could be divided."""

    def __init__(self, places: Places, words: Words, found: Contributions) -> None:
        self.places, self.words, self.text, self.found = places, words, words.text, found
        is_plan = words.definition.kind is Kind.FLOW
        self.ruler = self.text("exhibit.gap_ruler_plan" if is_plan else "exhibit.gap_ruler_path")
        sign = -1 if words.definition.direction is Direction.DOWN else 1
        self.parts = sorted(found.parts, key=lambda part: (sign * part.distance, places.key(part.one)))
        self.sign = sign

    @property
    def period(self) -> str:
        """The period of the whole's figure."""
        whole = self.places.whole
        return "" if whole is None or whole.verdict.latest is None else observed(whole.verdict.latest, self.text)

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Yield the bars: the places furthest behind first, then the remainder and the whole."""
        for part in self.parts:
            key, name = self.places.key(part.one), self.places.label(part.one)
            yield self._row(key, name, part.distance, "part", part.standing, part.one)
        yield self._row("rest", self.text("exhibit.gap_rest"), self.found.rest, "rest", self.found.beside)
        name, whole = self.places.whole_name, self.places.whole
        yield self._row("whole", name[:1].upper() + name[1:], self.found.distance, "whole", self.found.whole, whole)

    def figures(self) -> pd.DataFrame:
        """Return the same as numbers: what each reached, what was asked, the difference."""
        text = self.text
        headers = (
            text("exhibit.column_district"), text("exhibit.column_actual"), text("exhibit.column_asked"),
            text("exhibit.column_distance"),
        )  # fmt: skip
        standings = [*(part.standing for part in self.parts), self.found.beside, self.found.whole]
        rows = ((row[1], each.reached, each.asked, row[2]) for row, each in zip(self.rows(), standings, strict=True))
        return framed(headers, rows)

    def headline(self) -> str:
        """Return how far the whole is from its path, who is furthest below and above, and what nobody explains."""
        whole = self.found.distance
        key = "exhibit.gap_level" if not whole else "exhibit.gap_below" if whole < 0 else "exhibit.gap_above"
        figures = {"whole": self.places.whole_name, "period": self.period, "ruler": self.ruler}
        said = [self.text(key, gap=self.words.average(abs(whole)), **figures)]
        lowest, highest = (extreme(part.distance for part in self.parts) for extreme in (min, max))
        if lowest < 0:
            said.append(self.text("exhibit.gap_most_below", places=self._named(lowest)))
        if highest > 0:
            said.append(self.text("exhibit.gap_most_above", places=self._named(highest)))
        if self.found.rest:
            said.append(self.text("exhibit.gap_rest_is", value=self._number(self.found.rest)))
        return sentence(*said)

    def notes(self) -> Iterator[str]:
        """Yield how the bars are computed, what the remainder holds, and who has no bar."""
        text, found = self.text, self.found
        yield text("exhibit.gap_formula", whole=self.places.whole_name, ruler=self.ruler)
        if found.rest:
            reached, asked = self.words.average(found.beside.reached), self.words.average(found.beside.asked)
            yield text("exhibit.gap_rest_of", reached=reached, asked=asked, ruler=self.ruler)
        if found.without_target:
            names = ", ".join(self.places.label(one) for one in found.without_target)
            yield text("exhibit.gap_without_target", places=names)
        if found.without_figure:
            names = ", ".join(self.places.label(one) for one in found.without_figure)
            yield text("exhibit.gap_without_figure", places=names, period=self.period)

    def _row(
        self, key: str, name: str, value: float, role: str, standing: Standing, one: Assessed | None = None
    ) -> tuple[object, ...]:
        """Return a bar; where it is one place's the hover tells the figure it ends with and that one's source."""
        said = [
            self.text("exhibit.gap_hover", place=name, value=self._signed(value)),
            self.text(
                "exhibit.gap_reached", reached=self.words.average(standing.reached), ruler=self.ruler,
                asked=self.words.average(standing.asked),
            ),
        ]  # fmt: skip
        if one is not None and standing.latest is not None:
            said += lines_of_value(self.places.request, one, standing.latest, self.words)
        return key, name, value, self._number(value), role, self.sign * value < 0, "\n".join(said)

    def _named(self, distance: float) -> str:
        """Return the places at one distance, with it."""
        names = (self.places.label(part.one) for part in self.parts if part.distance == distance)
        said = listed(names, self.text, most=MOST_NAMED, key="exhibit.and_more_places")
        return f"{said} ({self._number(distance)})"

    def _number(self, value: float) -> str:
        return f"{_sign(value)}{self.words.average_number(abs(value))}"

    def _signed(self, value: float) -> str:
        return f"{_sign(value)}{self.words.average(abs(value))}"


def _sign(value: float) -> str:
    return MINUS if value < 0 else "+" if value > 0 else ""
