"""The method court: what five methods say of the same figures, and why they differ or can't be applied."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.assessment import CLASS_BY_STATUS, THRESHOLDS, Method, MethodName, Verdict
from indicators.assessment.thresholds import Cuts
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Direction, Kind
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Exhibit, Table
from indicators.exhibits.frames import download, framed
from indicators.exhibits.phrases import quotient
from indicators.exhibits.request import Request, status_label
from indicators.exhibits.sums import of_a_sum
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

COLUMNS = ("method", "figure", "label", "class", "agrees", "reason")
FIGURES = ("method", "figure", "label", "class", "reason")
NOTHING = "–"
CUTS: Mapping[str, Cuts] = {
    MethodName.TIME_ELAPSED: THRESHOLDS.ratio,
    MethodName.CAGR: THRESHOLDS.cagr,
    MethodName.UN_2022: THRESHOLDS.un_2022,
    MethodName.UN_2023: THRESHOLDS.un_2023,
    MethodName.PROJECTION: THRESHOLDS.projection,
}
BY_GROWTH = (MethodName.CAGR, MethodName.UN_2022, MethodName.UN_2023)
WHY_BY_KIND: Mapping[Kind, str] = {
    Kind.YES_NO: "method.why_yes_no",
    Kind.GROWTH: "method.why_growth",
    Kind.FLOW: "method.why_flow",
}
# Why growth in per cent is undefined, of figures that have a straight line all the same.
ARITHMETIC = ("baseline_zero", "target_zero", "value_zero", "sign_change")


def court(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return the five methods with their figure, label and class, or the reason why one can't be applied."""
    request = Request(reading, catalogue, selection, text)
    one = request.chosen()
    if one is None:
        return request.without_indicator("court", title=text("method.court_title"), drawing=Table(), columns=COLUMNS)
    words = request.words(one.definition)
    headers = {name: text(f"method.column_{name}") for name in COLUMNS}
    methods = one.verdict.methods.items()
    return request.exhibit(
        "court",
        title=request.titled(text("method.court_title_of", name=words.name)),
        headline=f"{agreement(one.verdict, text)} {difference(one, text)}".strip(),
        frame=framed(COLUMNS, (_row(one, name, method, words) for name, method in methods)),
        drawing=Table(headers=tuple(headers.values())),
        evidence=evidence_of([one], text),
        figures=download(
            framed(FIGURES, (_figures(name, method, text) for name, method in methods)),
            {name: headers[name] for name in FIGURES},
        ),
        empty_sentence=text("exhibit.empty_indicator"),
        unit=words.unit,
        decimals=one.definition.decimals,
        notes=(text("method.court_note"),),
    )


def agreement(verdict: Verdict, text: Text) -> str:
    """Return how many of the methods that apply come to our own class: 3/4 phương pháp đồng ý…."""
    if verdict.agree is None or verdict.applicable is None:
        return text("method.no_agreement", status=status_label(verdict.status, text))
    if not verdict.applicable:
        return text("method.none_applies", total=len(verdict.methods))
    key = "method.agreement_one" if verdict.applicable == 1 else "method.agreement"
    return text(
        key, agree=verdict.agree, applicable=verdict.applicable, status=status_label(verdict.status, text),
        class_=text(f"method.class_{CLASS_BY_STATUS[verdict.status]}"),
    )  # fmt: skip


def difference(one: Assessed, text: Text) -> str:
    """Return why the methods differ, or do not apply, for an indicator of this kind with these figures."""
    verdict = one.verdict
    if verdict.reason is not None:
        return text("method.why_not_assessed", reason=text(f"sentence.missing_{verdict.reason}"))
    if one.definition.kind in WHY_BY_KIND:
        return text(WHY_BY_KIND[one.definition.kind])
    if one.definition.direction is Direction.BAND:
        return text("method.why_band")
    hidden = {verdict.methods[name].reason for name in BY_GROWTH if name in verdict.methods} - {None}
    why = next((reason for reason in ARITHMETIC if reason in hidden), None)
    if why is not None:
        return text("method.why_hidden", reason=text(f"sentence.missing_{why}"))
    if hidden or not verdict.applicable:
        return text("method.why_limited")
    return text("method.why_same" if verdict.agree == verdict.applicable else "method.why_different")


def method_name(name: str, text: Text) -> str:
    """Return what a method is called."""
    return text(f"method.name_{name}")


def method_label(name: str, label: str, text: Text) -> str:
    """Return a method's own label in words."""
    return text(f"method.label_{name}_{label}")


def _row(one: Assessed, name: str, method: Method, words: Words) -> tuple[str, ...]:
    text = words.text
    if method.class_ is None or method.label is None:
        why = text(f"sentence.missing_{method.reason}")
        return (method_name(name, text), NOTHING, NOTHING, NOTHING, "", f"{why[:1].upper()}{why[1:]}.")
    ours = CLASS_BY_STATUS.get(one.verdict.status)
    agrees = "" if ours is None else text("method.agrees" if method.class_ == ours else "method.differs")
    return (
        method_name(name, text), _written(one, name, method, words), method_label(name, method.label, text),
        text(f"method.class_{method.class_}"), agrees, "",
    )  # fmt: skip


def _written(one: Assessed, name: str, method: Method, words: Words) -> str:
    value = method.value or 0.0
    if name == MethodName.PROJECTION:
        bound = one.verdict.bound
        return of_a_sum(words).average(value, edges=() if bound is None else (bound,))
    cuts = CUTS[name]
    return quotient(value, (cuts.good, cuts.slow, *(() if cuts.poor is None else (cuts.poor,))), words.text)


def _figures(name: str, method: Method, text: Text) -> tuple[object, ...]:
    return (
        method_name(name, text),
        method.value,
        None if method.label is None else method_label(name, method.label, text),
        None if method.class_ is None else text(f"method.class_{method.class_}"),
        None if method.reason is None else text(f"sentence.missing_{method.reason}"),
    )
