"""How the figures of one indicator are written: values with their unit, targets with their operator, differences."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.assessment import Observation, Target
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition, Direction, Kind
from indicators.exhibits.digits import digits_for, digits_off
from indicators.exhibits.phrases import short_period
from indicators.labels import NARROW_NO_BREAK_SPACE, Text

SIGN_BY_OPERATOR = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}
SIGNS_WRITTEN_CLOSE = ("%", "‰")
RANK = "rank"
ONE = "1"
# English unit names whose first word is no plural of a countable thing.
WITHOUT_SINGULAR = re.compile(r"(thousand|million|billion|done|rank|kg|ha|m²|k?Wh|[%‰])\b|[%‰]")


@dataclass(frozen=True)
class Words:
    """The words for one indicator in one language; `unit` is its unit's name there, empty where there is none.

    `first_year` is the programme's, from which the years of a flow and a growth rate count.
    """

    text: Text
    definition: Definition
    first_year: int
    unit: str = ""
    unit_for_one: str = ""
    is_rank: bool = False

    @property
    def is_share(self) -> bool:
        """Whether values are written with a percent sign, so that their differences are percentage points."""
        return self.unit.startswith("%")

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.text.name(self.definition)

    def number(self, value: float, *, edges: Iterable[float] = ()) -> str:
        """Return a value without its unit, never rounded onto or across an edge that it has not reached."""
        return self.text.number(value, digits_for(value, self.definition.decimals, edges=edges))

    def value(self, value: float, *, edges: Iterable[float] = ()) -> str:
        """Return a value with its unit: 200 DN, 35,0 %, 1 enterprise, hạng 7; for `yes_no` done or not."""
        if self.definition.kind is Kind.YES_NO and value in (0, 1):
            return self.text("sentence.value_done" if value else "sentence.value_not_done")
        return self._with_unit(self.number(value, edges=edges))

    def average(self, value: float, *, edges: Iterable[float] = ()) -> str:
        """Return a computed value with its unit, with one decimal more where it is not whole: 1,3 DN."""
        return self._with_unit(self.average_number(value, edges=edges))

    def average_number(self, value: float, *, edges: Iterable[float] = ()) -> str:
        """Return a computed value without its unit."""
        decimals = self.definition.decimals
        is_exact = digits_for(value, decimals) == decimals and math.isclose(round(value, decimals), value, abs_tol=1e-9)
        return self.text.number(value, decimals if is_exact else digits_for(value, decimals + 1, edges=edges))

    def interval(self, values: Iterable[float], *, edges: Iterable[float] = ()) -> str:
        """Return computed values side by side with as many decimals each: 159,4 – 167,0 – 174,6 DN."""
        values, edges = tuple(values), tuple(edges)
        decimals = self.definition.decimals
        written = [digits_for(value, decimals, edges=edges) for value in values]
        digits = max(
            [min(digits, decimals + 1) for digits in written] + [digits_off(v, decimals, edges) for v in values]
        )
        return self._with_unit(" – ".join(self.text.number(value, digits) for value in values))

    def difference(self, value: float) -> str:
        """Return the distance between two values with its unit: 140 DN, 8,0 điểm phần trăm."""
        written = self.distance(value)
        return f"{written} {self.distance_unit(written)}".strip()

    def distance(self, value: float) -> str:
        """Return the distance between two values without its unit, never rounded to nothing."""
        return self.number(value, edges=(0.0,))

    def distance_unit(self, written: str) -> str:
        """Return the unit of a distance between two values, as it stands after the number written."""
        if self.is_share:
            return self.text("sentence.point_one" if written == ONE else "sentence.points")
        if self.is_rank:
            return self.text("sentence.place_one" if written == ONE else "sentence.places")
        return self._unit_after(written)

    def goal(self, target: Target) -> str:
        """Return the target as it stands in a sentence: mục tiêu 200 DN, the target of at most 4.0%."""
        if self.definition.kind is Kind.YES_NO and target.value == 1:
            return self.text("sentence.goal_done")
        if target.value_to is not None:
            return self.text("sentence.goal_range", range=self.range(target))
        if self.is_rank and self.definition.direction is Direction.DOWN:
            return self.text("sentence.goal_rank", value=self.value(target.value))
        key = {
            ("<=", Direction.DOWN): "sentence.goal_at_most",
            (">", Direction.UP): "sentence.goal_over",
            ("<", Direction.DOWN): "sentence.goal_under",
        }.get((target.operator, self.definition.direction), "sentence.goal")
        return self.text(key, value=self.value(target.value))

    def range(self, target: Target) -> str:
        """Return both ends of a range with the unit: 30–40 %."""
        end = target.value if target.value_to is None else target.value_to
        return self._with_unit(f"{self.number(target.value)}–{self.number(end)}")

    def target(self, target: Target) -> str:
        """Return the target as it stands in a table: ≥ 200 DN."""
        if target.value_to is not None:
            return self.range(target)
        return f"{SIGN_BY_OPERATOR.get(target.operator, '')} {self.value(target.value)}".strip()

    def value_in(self, observation: Observation) -> str:
        """Return an observed value with its period as it stands in a table: 120 DN (2019)."""
        if observation.value is None:
            return ""
        when = short_period(observation.year, observation.period, self.text)
        return self.text("sentence.value_in", value=self.value(observation.value), period=when)

    def target_in(self, target: Target) -> str:
        """Return a target with its year as it stands in a table: ≥ 200 DN (2020)."""
        return self.text("sentence.value_in", value=self.target(target), period=target.year)

    def _with_unit(self, written: str) -> str:
        if self.unit.startswith(SIGNS_WRITTEN_CLOSE):
            gap = NARROW_NO_BREAK_SPACE if self.text.language == "vi" else ""
            return f"{written}{gap}{self.unit}"
        if self.is_rank:
            return f"{self.unit} {written}"
        return f"{written} {self._unit_after(written)}".strip()

    def _unit_after(self, written: str) -> str:
        return self.unit_for_one if written == ONE else self.unit


def words_for(definition: Definition, catalogue: Catalogue, text: Text) -> Words:
    """Return the words for an indicator; a unit that the catalogue does not know is kept as typed."""
    first_year = catalogue.programme.first_year
    known = catalogue.find_unit(definition.unit) if definition.unit else None
    if known is None:
        return Words(text, definition, first_year, definition.unit, definition.unit)
    name = text.name(known)
    one = singular(name) if text.language == "en" else name
    return Words(text, definition, first_year, name, one, is_rank=known.id == RANK)


def singular(unit: str) -> str:
    """Return an English unit as it follows 1: enterprise, person, class, enterprise a year, enterprise turn."""
    if WITHOUT_SINGULAR.match(unit):
        return unit
    words = unit.split(" ")
    place = next((at for at, word in enumerate(words) if word == "people" or word.endswith("s")), None)
    if place is not None:
        words[place] = _without_plural(words[place])
    return " ".join(words)


def _without_plural(word: str) -> str:
    if word == "people":
        return "person"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word.removesuffix("s")
