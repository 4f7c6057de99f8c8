"""One indicator at every district or every sector: where each stands now, and over the years."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from indicators.assessment import Observation, Target
from indicators.assessment.observed import moment
from indicators.catalogue import OverPlace
from indicators.exhibits.phrases import percent, sentence
from indicators.exhibits.pointed import lines_of_value
from indicators.exhibits.request import Request
from indicators.exhibits.sentences import last_known, verdict_sentence
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words

DISTRICT = "district"
SECTOR = "sector"
ADDED = (OverPlace.SUM, OverPlace.COUNT)


@dataclass(frozen=True)
class Places:
    """An indicator at every place along one axis, within the other one where the selection narrows to it.

    Along the districts the selected sector narrows, along the sectors the selected district; `whole` is what the
    places are parts of.
    """

    request: Request
    axis: str
    indicator: str

    @cached_property
    def within(self) -> str | None:
        """The code of the other axis that narrows: a sector along the districts, a district along the sectors."""
        selection = self.request.selection
        return selection.sector if self.axis == DISTRICT else selection.district

    @cached_property
    def parts(self) -> tuple[Assessed, ...]:
        """The indicator at each place."""
        level = "cell" if self.within else self.axis
        if self.axis == DISTRICT:
            return self.request.assess_at(level, sector=self.within, indicator=self.indicator)
        return self.request.assess_at(level, district=self.within, indicator=self.indicator)

    @cached_property
    def whole(self) -> Assessed | None:
        """The indicator at the place that the others are parts of."""
        if self.axis == DISTRICT:
            level = SECTOR if self.within else "province"
            found = self.request.assess_at(level, sector=self.within, indicator=self.indicator)
        else:
            level = DISTRICT if self.within else "province"
            found = self.request.assess_at(level, district=self.within, indicator=self.indicator)
        return next(iter(found), None)

    @property
    def whole_name(self) -> str:
        """The name of the place that the others are parts of."""
        if self.axis == DISTRICT:
            return self.request.place(None, self.within)
        return self.request.place(self.within, None)

    def key(self, one: Assessed) -> str:
        """Return the code of a part along the axis."""
        return str(one.district if self.axis == DISTRICT else one.sector)

    def label(self, one: Assessed) -> str:
        """Return the short name of a part along the axis."""
        catalogue, text = self.request.catalogue, self.request.text
        if self.axis == DISTRICT:
            return text.name(catalogue.district(self.key(one)))
        return text.name(catalogue.sector(self.key(one)))

    def shown(self, one: Assessed) -> Observation | None:
        """Return the value a place is shown with: the one judged, else the last one known."""
        latest = one.verdict.latest
        if latest is not None and latest.value is not None:
            return latest
        return last_known(one.series, self.request.as_of)

    @property
    def with_values(self) -> list[Assessed]:
        """The places that have a value."""
        return [one for one in self.parts if self.shown(one) is not None]

    @property
    def with_targets(self) -> list[Assessed]:
        """The places that have a target of their own."""
        return [one for one in self.parts if one.verdict.target is not None]

    @property
    def adds_up(self) -> bool:
        """Whether the places' values can be added to the whole's."""
        return any(one.definition.over_place in ADDED for one in self.parts)

    def share(self, one: Assessed) -> float | None:
        """Return what part of the whole's value of the same period a place brings, where values add up."""
        return None if self.whole is None else share_of(self.shown(one), self.whole)

    def hover(self, one: Assessed, words: Words) -> str:
        """Return what is said of a place: its verdict, its part of the whole where values add up, its last value."""
        said = [f"{self.label(one)}: {verdict_sentence(one.series, one.verdict, words)}"]
        share = self.share(one)
        if share is not None:
            part = percent(share, words.text)
            said.append(self.request.text("exhibit.share_of_whole", share=part, whole=self.whole_name))
        shown = self.shown(one)
        if shown is not None:
            said += lines_of_value(self.request, one, shown, words)
        return "\n".join(said)


def share_of(shown: Observation | None, whole: Assessed) -> float | None:
    """Return what part of a whole's value of the same period a value is; None where values don't add up."""
    if shown is None or shown.value is None or whole.definition.over_place not in ADDED:
        return None
    same = [each for each in whole.series.observations if (each.year, each.period) == (shown.year, shown.period)]
    total = next((each.value for each in same if each.value and each.complete), None)
    return None if total is None else shown.value / total


def place_notes(places: Places, words: Words) -> Iterator[str]:
    """Yield what must be said of parts and whole: no target of their own, targets that don't add up, no sum."""
    text = places.request.text
    definition = words.definition
    if not places.adds_up and places.with_values:
        key = "exhibit.no_sum_ratio" if definition.over_place == OverPlace.RATIO else "exhibit.no_sum"
        yield text(key, kind=text(f"exhibit.kind_{definition.kind}"))
    whole = places.whole
    if whole is None or whole.verdict.target is None:
        return
    if not places.with_targets:
        if places.with_values:
            target = words.target_in(whole.verdict.target)
            yield text("exhibit.target_of_whole_only", whole=places.whole_name, target=target)
        return
    if definition.over_place == OverPlace.SUM:
        yield from _targets_differ(places, whole.verdict.target, words)


def _targets_differ(places: Places, target: Target, words: Words) -> Iterator[str]:
    """Yield, where the places' targets of the same year do not add up to the whole's, both figures as they are."""
    targets = (one.verdict.target for one in places.parts)
    own = [each for each in targets if each is not None and each.year == target.year]
    total = sum(each.value for each in own)
    if own and not math.isclose(total, target.value, rel_tol=1e-9):
        yield places.request.text(
            "exhibit.targets_differ",
            year=target.year,
            count=len(own),
            total=words.value(total),
            whole=places.whole_name,
            target=words.value(target.value),
            difference=words.difference(abs(total - target.value)),
        )


def places_headline(places: Places, words: Words, counts: str) -> str:
    """Return how the places stand: the spread of their verdicts, or without targets who brings the most."""
    text, known = places.request.text, places.with_values
    if not known:
        return text("exhibit.places_none")
    if any(one.verdict.status != "not_assessed" for one in places.parts):
        return sentence(text("exhibit.places_spread", count=len(places.parts), counts=counts))
    most = max(known, key=lambda one: _value(places.shown(one)))
    least = min(known, key=lambda one: _value(places.shown(one)))
    clauses = [_stands("exhibit.places_most", places, most, words)]
    if len(known) > 1:
        clauses.append(_stands("exhibit.places_least", places, least, words))
    missing = len(places.parts) - len(known)
    if missing:
        clauses.append(text("exhibit.places_without_one" if missing == 1 else "exhibit.places_without", count=missing))
    return sentence(*clauses)


def ordered(places: Places) -> list[Assessed]:
    """Return the places by value, the best by the indicator's direction first, those without a value last."""
    direction = -1 if places.parts and places.parts[0].definition.direction == "down" else 1
    known = sorted(places.with_values, key=lambda one: -direction * _value(places.shown(one)))
    return [*known, *(one for one in places.parts if places.shown(one) is None)]


def points(places: Places, one: Assessed) -> Sequence[Observation]:
    """Return a place's values up to the year asked about, one a moment, official and complete ones first."""
    found: dict[float, Observation] = {}
    for each in sorted(one.series.observations, key=lambda each: (each.quality == "official", each.complete)):
        if each.value is not None and moment(each) <= places.request.as_of:
            found[moment(each)] = each
    return [found[at] for at in sorted(found)]


def _stands(key: str, places: Places, one: Assessed, words: Words) -> str:
    shown = places.shown(one)
    return places.request.text(key, place=places.label(one), value="" if shown is None else words.value_in(shown))


def _value(shown: Observation | None) -> float:
    return 0.0 if shown is None or shown.value is None else shown.value
