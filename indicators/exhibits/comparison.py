"""Two places side by side on the ratio S, indicator by indicator, where both are judged."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Dumbbell, Exhibit
from indicators.exhibits.frames import DUMBBELL, download, framed
from indicators.exhibits.notes import notes_on
from indicators.exhibits.phrases import ratio
from indicators.exhibits.pointed import lines_of_value
from indicators.exhibits.request import Request, status_label, verdict_label
from indicators.exhibits.seriesrows import Place
from indicators.exhibits.verdicts import Assessed

Pair = tuple[Assessed, Assessed]


def compare(request: Request, key: str, left: Place, right: Place) -> Exhibit:
    """Return each indicator judged at both places, the largest lag of the left place first."""
    text = request.text
    left_name, right_name = request.place(*left), request.place(*right)
    assessed = _at(request, left), _at(request, right)
    pairs = _pairs(*assessed)
    headers = {
        "row_label": text("exhibit.column_indicator"),
        "left": text("exhibit.column_ratio_of", place=left_name),
        "left_label": text("exhibit.column_status_of", place=left_name),
        "right": text("exhibit.column_ratio_of", place=right_name),
        "right_label": text("exhibit.column_status_of", place=right_name),
    }
    return request.exhibit(
        key,
        title=text("exhibit.comparison_title", left=left_name, right=right_name),
        headline=_headline(request, pairs, left_name, right_name),
        frame=framed(DUMBBELL, (_row(request, pair, left_name, right_name) for pair in pairs)),
        drawing=Dumbbell(left_label=left_name, right_label=right_name),
        evidence=evidence_of([one for pair in pairs for one in pair], text),
        figures=download(framed(tuple(headers), (_numbers(request, pair) for pair in pairs)), headers),
        empty_sentence=text("exhibit.empty_comparison", left=left_name, right=right_name),
        decimals=2,
        notes=(text("exhibit.ratio_note"), *notes_on(request, [one for pair in pairs for one in pair])),
    )


def _at(request: Request, place: Place) -> tuple[Assessed, ...]:
    district, sector = place
    level = "cell" if district and sector else "district" if district else "sector" if sector else "province"
    return request.assess_at(level, district=district, sector=sector)


def _pairs(left: Sequence[Assessed], right: Sequence[Assessed]) -> list[Pair]:
    by_id = {one.definition.id: one for one in right}
    found = [(one, by_id[one.definition.id]) for one in left if one.definition.id in by_id]
    judged = [pair for pair in found if all(one.verdict.ratio is not None for one in pair)]
    return sorted(judged, key=lambda pair: (_lead(pair), pair[0].definition.id))


def _lead(pair: Pair) -> float:
    return (pair[0].verdict.ratio or 0.0) - (pair[1].verdict.ratio or 0.0)


def _row(request: Request, pair: Pair, left_name: str, right_name: str) -> tuple[object, ...]:
    left, right = pair
    return (
        left.definition.id, request.text.name(left.definition), left.verdict.ratio, right.verdict.ratio,
        str(left.verdict.status), str(right.verdict.status), _hover(request, left, left_name),
        _hover(request, right, right_name),
    )  # fmt: skip


def _hover(request: Request, one: Assessed, place: str) -> str:
    text, latest = request.text, one.verdict.latest
    said = text(
        "exhibit.comparison_hover", place=place, name=text.name(one.definition),
        ratio=ratio(one.verdict.ratio or 0.0, text), status=verdict_label(one.verdict, text),
    )  # fmt: skip
    rests_on = [] if latest is None else lines_of_value(request, one, latest, request.words(one.definition))
    return "\n".join([said, *rests_on])


def _numbers(request: Request, pair: Pair) -> tuple[object, ...]:
    left, right = pair
    return (
        request.text.name(left.definition), left.verdict.ratio, status_label(left.verdict.status, request.text),
        right.verdict.ratio, status_label(right.verdict.status, request.text),
    )  # fmt: skip


def _headline(request: Request, pairs: Sequence[Pair], left: str, right: str) -> str:
    if not pairs:
        return request.text("exhibit.comparison_none", left=left, right=right)
    leads = [_lead(pair) for pair in pairs]
    return request.text(
        "exhibit.comparison_headline_one" if len(pairs) == 1 else "exhibit.comparison_headline",
        left=left,
        right=right,
        total=len(pairs),
        ahead=sum(lead > 0 for lead in leads),
        behind=sum(lead < 0 for lead in leads),
        level=leads.count(0),
    )
