"""The demonstration records as series of the province, built by the rules of the house and not by its queries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from definitions import INDICATORS
from demonstration import actuals
from goals import goals_of_districts, goals_of_province, goals_of_sectors
from record import Record
from reference import REFERENCE_INDICATORS, reference_records

from indicators.assessment import Baseline, Observation, Series, Target
from indicators.catalogue import Definition, Direction, Kind, OverPlace

REPORTED = tuple(actuals())
GOALS = (*goals_of_province(REPORTED), *goals_of_districts(), *goals_of_sectors(REPORTED))
INVENTED = (*REPORTED, *GOALS)
REFERENCE = tuple(reference_records())
RECORDS = (*INVENTED, *REFERENCE)

DEFINITIONS = {
    row.id: Definition(
        id=row.id,
        name_vi=row.name_vi,
        name_en=row.name_en,
        unit=row.unit,
        group=row.group,
        kind=Kind(row.kind),
        direction=Direction(row.direction),
        over_place=OverPlace(row.over_place),
        min=row.min,
        max=row.max,
    )
    for row in (*INDICATORS, *REFERENCE_INDICATORS)
}


def values_of(indicator: str, **place: str | None) -> list[Record]:
    """Return the reported figures of one place, oldest first."""
    return sorted(_of(indicator, "actual", **place), key=lambda record: (record.year, record.period))


def series_of(indicator: str) -> Series:
    """Return everything the province's verdict rests on."""
    definition = DEFINITIONS[indicator]
    return Series(
        definition=definition,
        observations=tuple(_observations(definition)),
        targets=tuple(
            Target(goal.year, goal.operator or "", goal.value or 0, goal.value_to, goal.document, goal.document_date)
            for goal in _of(indicator, "target")
        ),
        baselines=tuple(Baseline(start.year, start.value or 0) for start in _of(indicator, "baseline")),
    )


def _of(indicator: str, measure: str, *, district: str | None = None, sector: str | None = None) -> list[Record]:
    return [
        record
        for record in RECORDS
        if (record.indicator, record.measure, record.district, record.sector) == (indicator, measure, district, sector)
    ]


def _observations(definition: Definition) -> Iterator[Observation]:
    rows = [record for record in RECORDS if (record.indicator, record.measure) == (definition.id, "actual")]
    for year, period in sorted({(record.year, record.period) for record in rows}):
        at_hand = [record for record in rows if (record.year, record.period) == (year, period)]
        whole = [record for record in at_hand if record.district is None and record.sector is None]
        if whole:
            yield Observation(year, period, whole[0].value, whole[0].quality)
        elif definition.over_place is not OverPlace.NONE:
            ever = {(record.district, record.sector) for record in rows if record.year <= year}
            yield _built(definition, at_hand, expected=len(ever))


def _built(definition: Definition, parts: Sequence[Record], *, expected: int) -> Observation:
    if definition.over_place is OverPlace.RATIO:
        value = 100 * sum(part.numerator or 0 for part in parts) / sum(part.denominator or 0 for part in parts)
    else:
        value = sum(part.value or 0 for part in parts)
    official = all(part.quality == "official" for part in parts)
    return Observation(
        parts[0].year,
        parts[0].period,
        value,
        quality="official" if official else "preliminary",
        how="built",
        complete=len(parts) == expected,
        have=len(parts),
        expected=expected,
    )
