"""The ruler of something done or not: a date against a date.

Done is the last value at or beyond the target (1, or how many places where it is a count of those done). What was done
once and is reported as not done now is `achieved_then_lost`. There is no share of a way, hence no S and no method.
"""

from __future__ import annotations

from indicators.assessment import methods
from indicators.assessment.evidence import Evidence
from indicators.assessment.figure import known, share_of
from indicators.assessment.model import Status
from indicators.assessment.observed import amount
from indicators.assessment.projection import Projection
from indicators.assessment.ruling import Figures, Ruling
from indicators.assessment.targets import compared_edge, edges, outside_by
from indicators.assessment.vocabulary import Missing, Rule


def rule_yes_no(evidence: Evidence) -> Ruling:
    """Judge something done or not by its last value."""
    status, rule = _decide(evidence)
    value = amount(evidence.latest)
    low, high = edges(evidence.target, evidence.direction)
    return Ruling(
        status=status,
        rule=rule,
        figures=Figures(
            attained=known(value),
            bound=compared_edge(value, low, high),
            achievement=share_of(value, compared_edge(value, low, high)),
            gap=known(outside_by(value, low, high)),
            years_left=known(max(0.0, evidence.due - evidence.at)),
        ),
        projection=Projection(reason=Missing.YES_NO),
        methods=methods.all_lacking(Missing.YES_NO),
        achieved_in=evidence.met_since,
    )


def _decide(evidence: Evidence) -> tuple[Status, Rule]:
    if evidence.is_met_now:
        return Status.ACHIEVED, Rule.DONE
    if any(evidence.times_met):
        return Status.ACHIEVED_THEN_LOST, Rule.DONE_THEN_UNDONE
    if evidence.at >= evidence.due:
        return Status.MISSED, Rule.NOT_DONE_IN_TIME
    return Status.ON_TRACK, Rule.NOT_YET_DONE
