"""The verdict on one series: why it can't be given, or what its kind's ruler says, with all that stands beside it."""

from __future__ import annotations

from indicators.assessment.band import band_path, rule_band
from indicators.assessment.evidence import Evidence, gather
from indicators.assessment.figure import known, lacking, share_of
from indicators.assessment.flags import flags_of
from indicators.assessment.growth import rule_growth
from indicators.assessment.line import line_path, rule_line
from indicators.assessment.methods import agreement, all_lacking
from indicators.assessment.model import Reason, Series, Status, Verdict
from indicators.assessment.observed import KINDS_BY_YEAR, amount
from indicators.assessment.path import Path
from indicators.assessment.plan import rule_plan
from indicators.assessment.projection import Projection
from indicators.assessment.reasons import reason_for
from indicators.assessment.ruling import Ruling, figures_lacking
from indicators.assessment.targets import compared_edge, edges, nearest_edge
from indicators.assessment.thresholds import THRESHOLDS, Thresholds
from indicators.assessment.vocabulary import Missing, Rule
from indicators.assessment.yes_no import rule_yes_no
from indicators.catalogue.definition import Direction, Kind


def assess(series: Series, *, as_of: int, first_year: int, thresholds: Thresholds | None = None) -> Verdict:
    """Return how a series stands at the end of a year, by what is known and in force then.

    `first_year` is the programme's first: a cumulative without a baseline starts from 0 at the end of the year before,
    and the years of a flow or a growth rate count from it. Without `thresholds` those of the versioned file hold.
    """
    evidence = gather(series, as_of=as_of, first_year=first_year, thresholds=thresholds or THRESHOLDS)
    reason = reason_for(evidence)
    return _verdict(evidence, _unassessed(evidence, reason) if reason else _ruled(evidence), reason)


def _ruled(evidence: Evidence) -> Ruling:
    """Let the ruler of the kind judge; a level is measured by its direction."""
    if evidence.kind is Kind.FLOW:
        return rule_plan(evidence)
    if evidence.kind is Kind.GROWTH:
        return rule_growth(evidence)
    if evidence.kind is Kind.YES_NO:
        return rule_yes_no(evidence)
    first = evidence.baseline.value if evidence.baseline else None
    if evidence.direction is Direction.BAND or first is None:
        return rule_band(evidence, first)
    return rule_line(evidence, first)


def _unassessed(evidence: Evidence, reason: Reason) -> Ruling:
    """Return what can be said where there is no verdict: a level's value against its target, and nothing else."""
    missing = Missing(reason.value)
    figures = figures_lacking(missing)
    if evidence.targets and evidence.judged and evidence.kind not in KINDS_BY_YEAR:
        value = amount(evidence.latest)
        goal = compared_edge(value, *edges(evidence.target, evidence.direction))
        figures = figures_lacking(missing, attained=known(value), bound=goal, achievement=share_of(value, goal))
    return Ruling(
        status=Status.NOT_ASSESSED,
        rule=Rule(reason.value),
        figures=figures,
        projection=Projection(reason=missing),
        methods=all_lacking(missing),
    )


def _verdict(evidence: Evidence, ruling: Ruling, reason: Reason | None) -> Verdict:
    figures, projection = ruling.figures, ruling.projection
    age = known(evidence.as_of - evidence.at) if evidence.judged else lacking(Missing.NO_DATA)
    agreed = agreement(ruling.status, ruling.methods)
    missing = figures.missing()
    for name, why in (("age_years", age.reason), ("projection", projection.reason)):
        if why:
            missing[name] = why.value
    if agreed is None:
        missing["agree"] = missing["applicable"] = Missing.NO_CLASS.value
    return Verdict(
        status=ruling.status,
        as_of=evidence.as_of,
        reason=reason,
        rule=ruling.rule.value,
        thresholds=evidence.thresholds.version,
        baseline=evidence.baseline,
        target=evidence.target if evidence.targets else None,
        path=_path(evidence),
        latest=evidence.latest if evidence.judged else None,
        achieved_in=ruling.achieved_in,
        achievement=figures.achievement.value,
        distance=figures.distance.value,
        elapsed=figures.elapsed.value,
        expected=figures.expected.value,
        ratio=figures.ratio.value,
        pace=figures.pace.value,
        age_years=age.value,
        gap=figures.gap.value,
        needed_next=figures.needed_next.value,
        reached_at_pace=figures.reached_at_pace.value,
        projection=projection.bounds,
        methods=ruling.methods,
        agree=agreed[0] if agreed else None,
        applicable=agreed[1] if agreed else None,
        flags=flags_of(evidence, ruling.flags),
        missing=missing,
        attained=figures.attained.value,
        bound=figures.bound.value,
        years_left=figures.years_left.value,
        pace_needed=figures.pace_needed.value,
        pace_so_far=figures.pace_so_far.value,
    )


def _path(evidence: Evidence) -> Path:
    """Return what a chart draws as the way to the target, also where nothing is judged yet."""
    if not evidence.targets or evidence.kind is Kind.YES_NO:
        return ()
    first = evidence.baseline.value if evidence.baseline else None
    if evidence.kind in KINDS_BY_YEAR:
        if evidence.direction is Direction.BAND:
            return ()
        return tuple((float(t.year), nearest_edge(t.value, *edges(t, evidence.direction))) for t in evidence.targets)
    if evidence.direction is Direction.BAND:
        return band_path(evidence, first)
    return () if first is None else line_path(evidence, first)
