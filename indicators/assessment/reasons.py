"""Why a series is not assessed; asked in this order, the first that applies is named.

1. `no_target`: no target is in force at the as-of year.
2. `no_data`: no value at all, only totals that lack parts, or for a flow and a growth rate no whole year that counts.
3. `only_preliminary`: there are values, none of them official.
4. `no_baseline`: a stock, a ratio or an index without one (a band needs none).
5. `before_start`: the last value lies before the baseline; for a flow and a growth rate, no year after it has passed.
6. `stale`: the last value is older than the definition allows. Never for something done (`yes_no`) nor for a cumulative
   that has met its target.
"""

from __future__ import annotations

from indicators.assessment.evidence import Evidence
from indicators.assessment.model import Reason
from indicators.assessment.observed import KINDS_BY_YEAR
from indicators.catalogue.definition import Direction, Kind

KINDS_WITH_BASELINE = frozenset({Kind.STOCK, Kind.RATIO, Kind.INDEX})
KINDS_THAT_KEEP = frozenset({Kind.CUMULATIVE, Kind.YES_NO})
# Months are twelfths, which a float does not hold exactly: a year is not exceeded by rounding.
MOMENT_TOLERANCE_YEARS = 1e-6


def reason_for(evidence: Evidence) -> Reason | None:
    """Return why a series can't be assessed, or None where it can."""
    if not evidence.targets:
        return Reason.NO_TARGET
    if not evidence.judged:
        return Reason.ONLY_PRELIMINARY if evidence.observed.provisional else Reason.NO_DATA
    if needs_baseline(evidence) and evidence.baseline is None:
        return Reason.NO_BASELINE
    if is_before_start(evidence):
        return Reason.BEFORE_START
    if evidence.kind in KINDS_BY_YEAR and not counted_years(evidence):
        return Reason.NO_DATA
    return Reason.STALE if is_stale(evidence) else None


def needs_baseline(evidence: Evidence) -> bool:
    """Whether the ruler of this kind and direction starts at a declared baseline."""
    return evidence.kind in KINDS_WITH_BASELINE and evidence.direction is not Direction.BAND


def is_before_start(evidence: Evidence) -> bool:
    """Whether the last value lies before the start; for a flow also, before the first year that has a plan."""
    if evidence.kind is Kind.YES_NO:
        return False
    if evidence.kind not in KINDS_BY_YEAR:
        return evidence.at < evidence.start
    planned = [target.year for target in evidence.targets if target.year > evidence.start]
    is_before_plans = evidence.kind is Kind.FLOW and bool(planned) and evidence.at < planned[0]
    return evidence.at <= evidence.start or is_before_plans


def counted_years(evidence: Evidence) -> tuple[int, ...]:
    """Return the years of a flow or a growth rate that count: after the start, not after the last target's year.

    For a flow these are the years that have both an actual value and a plan: those that X sums.
    """
    planned = {target.year for target in evidence.targets}
    return tuple(
        each.year
        for each in evidence.judged
        if evidence.start < each.year <= evidence.due and (evidence.kind is Kind.GROWTH or each.year in planned)
    )


def is_stale(evidence: Evidence) -> bool:
    """Whether the last value is too old to say anything of the as-of year."""
    if evidence.kind in KINDS_THAT_KEEP and evidence.is_met_now:
        return False
    allowed = evidence.definition.stale_after_years + MOMENT_TOLERANCE_YEARS
    return evidence.as_of - evidence.at > allowed
