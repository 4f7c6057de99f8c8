"""How verdicts are reached: the statuses, worked examples from this store, the five methods, the rules at the edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from indicators.assessment import LABELS, THRESHOLDS, MethodClass, MethodName, Status
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Kind
from indicators.exhibits.card import formula, rule_sentence
from indicators.exhibits.court import CUTS, method_label, method_name
from indicators.exhibits.evidence import Evidence, evidence_of
from indicators.exhibits.exhibit import Exhibit, Subject, Table
from indicators.exhibits.frames import download, framed
from indicators.exhibits.phrases import sentence
from indicators.exhibits.request import Request, status_label
from indicators.exhibits.verdict_history import marked
from indicators.exhibits.verdicts import Assessed
from indicators.labels import Text
from indicators.palette import SYMBOL_BY_STATUS
from indicators.selection import Selection
from indicators.store import Reading

STATUSES = ("order", "status", "rule", "lines")
EXAMPLES = ("kind", "indicator", "worked", "status")
METHODS = ("method", "how", "labels", "not_applicable", "source")
EDGE_RULES = ("case", "rule")
# The first one that applies decides.
PRECEDENCE = (
    Status.NOT_ASSESSED, Status.ACHIEVED, Status.ACHIEVED_THEN_LOST, Status.MISSED, Status.JUST_STARTED,
    Status.ON_TRACK, Status.SLOW, Status.AT_RISK, Status.REVERSING,
)  # fmt: skip
EDGE_CASES = (
    "zero_and_blank", "preliminary", "stale", "baseline_missing", "baseline_zero", "target_met_early",
    "target_is_baseline", "target_revised", "period_over", "built_total", "ratio_recomputed", "district_target",
    "targets_differ", "boundary_break", "counted_twice", "rounding", "never_average",
)  # fmt: skip


def statuses(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the nine statuses in the order in which their rules are tried, with the lines between them."""
    request = Request(reading, catalogue, selection, text)
    rows = [
        (
            str(place), f"{SYMBOL_BY_STATUS[status]} {status_label(status, text)}", text(f"method.rule_{status}"),
            _line(status, text),
        )
        for place, status in enumerate(PRECEDENCE, start=1)
    ]  # fmt: skip
    return _table(request, "statuses", STATUSES, rows, evidence=_of_thresholds(text), notes=(_thresholds(text),))


def worked_examples(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return for each kind the first indicator of the store that is assessed, with its own numbers put in."""
    request = Request(reading, catalogue, selection, text)
    assessed = [one for one in request.assess() if one.verdict.status is not Status.NOT_ASSESSED]
    examples = list(_examples(assessed))
    rows = [
        (
            text(f"exhibit.kind_{one.definition.kind}"), text.name(one.definition), _worked(request, one),
            marked(one.verdict, text),
        )
        for one in examples
    ]  # fmt: skip
    links = ("indicator", tuple(Subject(one.definition.id) for one in examples))
    return _table(
        request, "worked_examples", EXAMPLES, rows, evidence=evidence_of(examples, text), links=(links,),
        notes=(_thresholds(text),), empty=text("exhibit.nothing_to_assess"),
    )  # fmt: skip


def methods(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the five methods of the court: how each computes, its labels, when it can't be applied, its source."""
    request = Request(reading, catalogue, selection, text)
    rows = [
        (
            method_name(name, text), text(f"method.how_{name}"), labels_and_lines(name, text),
            text(f"method.not_applicable_{name}"), text(f"method.source_{name}"),
        )
        for name in MethodName
    ]  # fmt: skip
    return _table(request, "methods", METHODS, rows, evidence=_of_thresholds(text), notes=(_thresholds(text),))


def edge_rules(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return what holds where a simple rule would mislead: zero and blank, old data, borders, totals, lights."""
    request = Request(reading, catalogue, selection, text)
    rows = [(text(f"method.case_{name}"), text(f"method.edge_{name}")) for name in EDGE_CASES]
    return _table(request, "edge_rules", EDGE_RULES, rows, evidence=Evidence(text("method.rules_source")))


def labels_and_lines(name: MethodName, text: Text) -> str:
    """Return a method's labels with the lines between them, the best first."""
    cuts, labels = CUTS[name], LABELS[name]
    lines = {MethodClass.GOOD: cuts.good, MethodClass.SLOW: cuts.slow, MethodClass.POOR: cuts.poor}
    said, above = [], cuts.good
    for class_, label in labels.items():
        line = lines.get(class_)
        key = "method.label_below" if line is None else "method.label_from"
        said.append(
            text(key, line=text.number(above if line is None else line, 2), label=method_label(name, label, text))
        )
        above = above if line is None else line
    return "; ".join(said)


def _examples(assessed: list[Assessed]) -> Iterator[Assessed]:
    """Yield of each kind the first one with a ratio S to compute, else the first at all."""
    for kind in Kind:
        of_kind = [one for one in assessed if one.definition.kind is kind]
        yield from sorted(of_kind, key=lambda one: one.verdict.ratio is None)[:1]


def _worked(request: Request, one: Assessed) -> str:
    """Return the rule with the numbers put in, and S with its own where the rule decides without it."""
    words = request.words(one.definition)
    rule, said = rule_sentence(one, words), formula(one, words)
    return rule if one.verdict.ratio is None or said in rule else f"{rule} {said}."


def _line(status: Status, text: Text) -> str:
    """Return the line of the thresholds file that a status is cut by, where it is cut by one."""
    lines = THRESHOLDS.ratio
    good, slow, poor = (text.number(line, 2) for line in (lines.good, lines.slow, lines.poor))
    said: Mapping[Status, str] = {
        Status.ON_TRACK: f"S ≥ {good}",
        Status.SLOW: f"{slow} ≤ S < {good}",
        Status.AT_RISK: f"{poor} ≤ S < {slow}",
        Status.REVERSING: f"S < {poor}",
        Status.JUST_STARTED: "e = 0",
    }
    return said.get(status, "")


def _thresholds(text: Text) -> str:
    date = text.date(THRESHOLDS.effective)
    return sentence(text("sentence.thresholds", version=THRESHOLDS.version, date=date).removesuffix("."))


def _of_thresholds(text: Text) -> Evidence:
    return Evidence(text("method.thresholds_source", version=THRESHOLDS.version, date=text.date(THRESHOLDS.effective)))


def _table(
    request: Request,
    key: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    *,
    evidence: Evidence,
    links: tuple[tuple[str, tuple[Subject, ...]], ...] = (),
    notes: tuple[str, ...] = (),
    empty: str = "",
) -> Exhibit:
    text = request.text
    headers = {name: text(f"method.column_{name}") for name in columns}
    frame = framed(columns, rows)
    return request.exhibit(
        key,
        title=text(f"method.{key}_title"),
        headline=text(f"method.{key}_headline", version=THRESHOLDS.version, date=text.date(THRESHOLDS.effective),
                      count=len(rows), year=request.as_of),
        frame=frame,
        drawing=Table(headers=tuple(headers.values()), links=links),
        evidence=evidence,
        figures=download(frame, headers),
        empty_sentence=empty or text("exhibit.empty_store"),
        notes=notes,
    )  # fmt: skip
