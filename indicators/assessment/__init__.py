"""The verdict on a target: pure functions from a series to a status, with every figure and the rule behind it.

`assess` is the way in. What it judges and how stands, a subject a module: which values count (`observed`), which
targets are in force (`targets`), why there is no verdict (`reasons`), the ruler of each kind (`line`, `band`, `plan`,
`growth`, `yes_no`), the five methods (`methods`), what would have to be true (`level`, `projection`). The lines between
verdicts stand in `thresholds.toml`.
"""

from indicators.assessment.change import Cause, causes
from indicators.assessment.judge import assess
from indicators.assessment.methods import CLASS_BY_STATUS, LABELS
from indicators.assessment.model import Baseline, Method, Observation, Reason, Series, Status, Target, Verdict
from indicators.assessment.period import end_of
from indicators.assessment.ruling import STATUS_ORDER
from indicators.assessment.targets import revised_targets, targets_in_force
from indicators.assessment.thresholds import THRESHOLDS, Thresholds
from indicators.assessment.vocabulary import Flag, MethodClass, MethodName, Missing, Rule

__all__ = [
    "CLASS_BY_STATUS",
    "LABELS",
    "STATUS_ORDER",
    "THRESHOLDS",
    "Baseline",
    "Cause",
    "Flag",
    "Method",
    "MethodClass",
    "MethodName",
    "Missing",
    "Observation",
    "Reason",
    "Rule",
    "Series",
    "Status",
    "Target",
    "Thresholds",
    "Verdict",
    "assess",
    "causes",
    "end_of",
    "revised_targets",
    "targets_in_force",
]
