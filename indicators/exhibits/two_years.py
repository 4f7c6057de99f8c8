"""One indicator at every district in two years: the first and the last of the programme that any of them reported.

A district whose borders changed in between is shown and never compared: its two figures are of two different areas.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from indicators.assessment import Observation, end_of
from indicators.assessment.observed import KINDS_BY_YEAR, OFFICIAL, moment, observe
from indicators.assessment.period import YEAR
from indicators.catalogue.definition import Direction
from indicators.exhibits.origins import baseline_row
from indicators.exhibits.places import Places
from indicators.exhibits.pointed import lines_of_value
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words


@dataclass(frozen=True)
class End:
    """What a district had at the end of one year; `is_firm` is False for what decides no verdict."""

    value: float
    hover: str
    is_firm: bool = True


@dataclass(frozen=True)
class Course:
    """A district with its two ends and the years of new borders between them."""

    one: Assessed
    name: str
    before: End | None
    after: End | None
    breaks: tuple[int, ...] = ()

    @property
    def change(self) -> float | None:
        """How much its value changed; None where an end is missing or the borders changed in between."""
        if self.before is None or self.after is None or self.breaks:
            return None
        return self.after.value - self.before.value

    @property
    def last_value(self) -> float:
        """The value it is ordered by: that of the last year, else of the first."""
        end = self.after or self.before
        return 0.0 if end is None else end.value

    @property
    def is_compared(self) -> bool:
        """Whether the headline may speak of its change: both ends are official and complete."""
        return self.change is not None and self.ends[0].is_firm and self.ends[1].is_firm

    @property
    def ends(self) -> tuple[End, End]:
        """Both ends of one that has them."""
        assert self.before is not None
        assert self.after is not None
        return self.before, self.after


@dataclass(frozen=True)
class Courses:
    """Every district between the first and the last year that any of them has a figure for."""

    places: Places
    words: Words

    @cached_property
    def _ends(self) -> dict[str, dict[int, End]]:
        return {self.places.key(one): dict(self._ends_of(one)) for one in self.places.parts}

    @cached_property
    def _years(self) -> list[int]:
        return sorted({year for ends in self._ends.values() for year in ends})

    @property
    def first(self) -> int:
        """The first year, or the year asked about where nobody reported any."""
        return min(self._years, default=self.places.request.as_of)

    @property
    def last(self) -> int:
        """The last year, or the year asked about where nobody reported any."""
        return max(self._years, default=self.places.request.as_of)

    @cached_property
    def each(self) -> tuple[Course, ...]:
        """The districts, each between the two years; none where there are not two."""
        first, last = self.first, self.last
        if first == last:
            return ()
        return tuple(
            Course(
                one=one,
                name=self.places.label(one),
                before=self._ends[self.places.key(one)].get(first),
                after=self._ends[self.places.key(one)].get(last),
                breaks=tuple(year for year in one.series.boundary_breaks if first < year <= last),
            )
            for one in self.places.parts
        )

    @cached_property
    def compared(self) -> list[Course]:
        """The districts whose change the headline may speak of."""
        return [course for course in self.each if course.is_compared]

    @cached_property
    def changed_most(self) -> list[Course]:
        """The districts that changed by more than all others; none where nothing changed."""
        most = max((abs(course.change or 0.0) for course in self.compared), default=0.0)
        return [course for course in self.compared if most and abs(course.change or 0.0) == most]

    @cached_property
    def overtaker(self) -> Course | None:
        """The district that overtook the most others, of several the one now furthest ahead; None where none did."""
        overtook = [course for course in self.compared if self.overtaken_by(course)]
        return max(overtook, key=lambda course: (len(self.overtaken_by(course)), self._ahead(course)), default=None)

    @property
    def told(self) -> list[Course]:
        """The districts that the headline speaks of first."""
        return [*self.changed_most, *filter(None, [self.overtaker])]

    def overtaken_by(self, course: Course) -> list[Course]:
        """Return the districts that were ahead of one in the first year and are behind it in the last."""
        before, after = course.ends
        return [
            other
            for other in self.compared
            if self._sign * (other.ends[0].value - before.value) > 0
            and self._sign * (after.value - other.ends[1].value) > 0
        ]

    @property
    def _sign(self) -> int:
        return -1 if self.words.definition.direction is Direction.DOWN else 1

    def _ahead(self, course: Course) -> float:
        return self._sign * course.last_value

    def _ends_of(self, one: Assessed) -> Iterator[tuple[int, End]]:
        """Yield what a district had at the end of each year, its official figure last so that it counts."""
        request = self.places.request
        first, kind = request.catalogue.programme.first_year, self.words.definition.kind
        baselines = [each for each in one.series.baselines if end_of(each.year, each.period) == each.year]
        for baseline in baselines:
            if first <= baseline.year <= request.as_of:
                row = baseline_row(one, baseline)
                value = self.words.value(baseline.value)
                said = self.words.text("exhibit.baseline_hover", period=baseline.year, value=value)
                lines = [f"{self.places.label(one)}, {said}", row.origin if row else ""]
                yield baseline.year, End(baseline.value, "\n".join(filter(None, lines)))
        observed = observe(one.series.observations, kind=kind, as_of=request.as_of)
        for each in (*observed.incomplete, *observed.provisional, *observed.judged):
            is_whole = kind not in KINDS_BY_YEAR or each.period == YEAR
            if is_whole and moment(each) == each.year >= first:
                yield each.year, self._end(one, each)

    def _end(self, one: Assessed, each: Observation) -> End:
        name = self.places.label(one)
        said = "\n".join(lines_of_value(self.places.request, one, each, self.words, place=name))
        return End(each.value or 0.0, said, is_firm=each.complete and each.quality == OFFICIAL)
