"""What a reader must know beside a verdict, in a fixed order."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from indicators.assessment.evidence import Evidence
from indicators.assessment.model import Observation
from indicators.assessment.observed import KINDS_BY_YEAR, amount, moment
from indicators.assessment.vocabulary import Flag
from indicators.catalogue.definition import Kind


def flags_of(evidence: Evidence, ruled: Set[Flag]) -> tuple[str, ...]:
    """Return the flags of a verdict: those its ruler found and those that lie in the values themselves."""
    judged = evidence.judged
    without_actual, without_plan = lacking_years(evidence)
    holds = {
        Flag.BOUNDARY_BREAK: crosses_break(evidence),
        Flag.BUILT_TOTAL: any(each.how != "reported" for each in _rests_on(evidence)),
        Flag.INCOMPLETE_TOTAL: _is_newer(evidence, evidence.observed.incomplete),
        Flag.SUMMED_PERIODS: bool(evidence.observed.summed_years),
        Flag.PARTIAL_YEAR: bool(evidence.observed.partial_years),
        Flag.YEARS_WITHOUT_ACTUAL: bool(without_actual),
        Flag.YEARS_WITHOUT_PLAN: bool(without_plan),
        Flag.IMPOSSIBLE_RATE: bool(evidence.observed.impossible_rates),
        Flag.CUMULATIVE_FALLS: evidence.kind is Kind.CUMULATIVE
        and any(amount(late) < amount(early) for early, late in pairwise(judged)),
        Flag.PRELIMINARY_LATER: bool(judged) and _is_newer(evidence, evidence.observed.provisional),
        Flag.OLD_VALUE: bool(judged) and evidence.as_of > evidence.at,
        Flag.BASELINE_FROM_ZERO: evidence.baseline is not None and evidence.baseline not in evidence.series.baselines,
        Flag.REVISED_TARGET: bool(evidence.former_targets),
    }
    return tuple(flag.value for flag in Flag if holds.get(flag, False) or flag in ruled)


def crosses_break(evidence: Evidence) -> bool:
    """Whether borders changed after the baseline, or after the first value since the start where none is declared."""
    if not evidence.judged:
        return False
    declared = evidence.baseline in evidence.series.baselines
    since_start = [moment(each) for each in evidence.judged if moment(each) > evidence.start]
    begin = evidence.start if declared or not since_start else since_start[0]
    return any(begin < first_year <= evidence.at for first_year in evidence.series.boundary_breaks)


def lacking_years(evidence: Evidence) -> tuple[set[int], set[int]]:
    """Return the years that a flow or a growth rate leaves out: those without an actual value, those without a plan.

    A growth rate has one target for all its years, so only a year missing between two others is left out.
    """
    if evidence.kind not in KINDS_BY_YEAR or not evidence.judged or not evidence.targets:
        return set(), set()
    actual = {each.year for each in evidence.judged if evidence.start < each.year <= evidence.due}
    if evidence.kind is Kind.GROWTH:
        return (set(range(min(actual), max(actual))) - actual if actual else set()), set()
    planned = {target.year for target in evidence.targets if evidence.start < target.year <= evidence.at}
    return planned - actual, actual - planned


def _rests_on(evidence: Evidence) -> tuple[Observation, ...]:
    """Return the values a verdict is made from: the last one, or every year of a flow or a growth rate."""
    return evidence.judged if evidence.kind in KINDS_BY_YEAR else evidence.judged[-1:]


def _is_newer(evidence: Evidence, aside: tuple[Observation, ...]) -> bool:
    return any(not evidence.judged or moment(each) > evidence.at for each in aside)
