"""The programme at a glance: how many targets are met, in which groups, since when, what needs attention."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessment import STATUS_ORDER, Verdict
from indicators.catalogue import Catalogue
from indicators.exhibits.evidence import evidence_of
from indicators.exhibits.exhibit import Distribution, Exhibit, Heatmap, Tiles
from indicators.exhibits.frames import DISTRIBUTION, HEATMAP, TILES, download, framed
from indicators.exhibits.freshness import freshness
from indicators.exhibits.notes import notes_on
from indicators.exhibits.phrases import ratio, sentence
from indicators.exhibits.pointed import lines_of_value
from indicators.exhibits.request import Request, counted, status_label, verdict_label, worst_first
from indicators.exhibits.sentences import verdict_sentence
from indicators.exhibits.standing import ATTENTION, needs_attention
from indicators.exhibits.tally import tally
from indicators.exhibits.verdicts import Assessed, reassess
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading

__all__ = ["final_verdict", "freshness", "groups", "needs_attention", "ratio_over_years"]


def final_verdict(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return how the verdicts are spread, in one row: the final result where the programme is over."""
    request = Request(reading, catalogue, selection, text)
    assessed = request.assess()
    frame = framed(
        DISTRIBUTION,
        (
            ("programme", request.selected_place, status, status_label(status, text), count)
            for status, count in counted(assessed).items()
        ),
    )
    title = "exhibit.final_verdict_title_over" if request.is_over else "exhibit.final_verdict_title"
    return request.exhibit(
        "final_verdict",
        title=request.titled(text(title, year=request.as_of)),
        headline=_final_headline(request, assessed),
        frame=frame,
        drawing=Distribution(),
        evidence=evidence_of(assessed, text),
        figures=download(frame, {"status_label": text("exhibit.column_status"), "count": text("exhibit.column_count")}),
        empty_sentence=text("exhibit.empty_store"),
        notes=notes_on(request, assessed),
    )


def groups(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return how the verdicts of each group are spread, in the order of the catalogue's groups."""
    request = Request(reading, catalogue, selection, text)
    assessed = request.assess()
    frame = framed(
        TILES,
        (
            (group, request.group_name(group), status, status_label(status, text), count)
            for group, members in _by_group(request, assessed).items()
            for status, count in counted(members).items()
        ),
    )
    return request.exhibit(
        "groups",
        title=request.titled(text("exhibit.groups_title")),
        headline=_groups_headline(request, assessed),
        frame=frame,
        drawing=Tiles(),
        evidence=evidence_of(assessed, text),
        figures=download(
            frame,
            {
                "label": text("exhibit.column_group"),
                "status_label": text("exhibit.column_status"),
                "count": text("exhibit.column_count"),
            },
        ),
        empty_sentence=text("exhibit.empty_store"),
        notes=notes_on(request, assessed),
    )


def ratio_over_years(reading: Reading, catalogue: Catalogue, selection: Selection, text: Text) -> Exhibit:
    """Return each indicator's verdict and S at the end of each year, by group, the worst of each group first."""
    request = Request(reading, catalogue, selection, text)
    assessed = request.assess()
    years = range(catalogue.programme.first_year, min(request.as_of, _last_year(catalogue, assessed)) + 1)
    rows = [one for members in _by_group(request, assessed).values() for one in worst_first(members)]
    verdicts = {one.definition.id: {year: reassess(one, catalogue, as_of=year) for year in years} for one in rows}
    frame = framed(
        HEATMAP,
        (
            (
                one.definition.id, text.name(one.definition), year, str(verdict.status),
                status_label(verdict.status, text), verdict.ratio, _cell_hover(request, one, year, verdict),
                "" if verdict.ratio is None else ratio(verdict.ratio, text),
            )
            for one in rows
            for year, verdict in verdicts[one.definition.id].items()
        ),
    )  # fmt: skip
    return request.exhibit(
        "ratio_over_years",
        title=request.titled(text("exhibit.ratio_over_years_title")),
        headline=_years_headline(request, list(verdicts.values())),
        frame=frame,
        drawing=Heatmap(),
        evidence=evidence_of(assessed, text),
        figures=download(
            frame,
            {
                "row_label": text("exhibit.column_indicator"),
                "year": text("exhibit.column_year"),
                "status_label": text("exhibit.column_status"),
                "ratio": text("exhibit.column_ratio"),
            },
        ),
        empty_sentence=text("exhibit.empty_store") if not rows else text("exhibit.empty_before_programme"),
        notes=(text("exhibit.ratio_note"), text("exhibit.ratio_blank_note"), *notes_on(request, assessed)),
    )


def _by_group(request: Request, assessed: Sequence[Assessed]) -> dict[str, list[Assessed]]:
    found: dict[str, list[Assessed]] = {}
    for one in sorted(assessed, key=lambda one: request.group_order(request.group_of(one.definition))):
        found.setdefault(request.group_of(one.definition), []).append(one)
    return found


def _last_year(catalogue: Catalogue, assessed: Sequence[Assessed]) -> int:
    observed = [observation.year for one in assessed for observation in one.series.observations]
    return max([catalogue.programme.last_year, *observed])


def _cell_hover(request: Request, one: Assessed, year: int, verdict: Verdict) -> str:
    label = verdict_label(verdict, request.text)
    stands = label if verdict.ratio is None else f"{label}, S = {ratio(verdict.ratio, request.text)}"
    words = request.words(one.definition)
    said = [f"{words.name}, {year}: {stands}", verdict_sentence(one.series, verdict, words)]
    rests_on = [] if verdict.latest is None else lines_of_value(request, one, verdict.latest, words)
    return "\n".join([*said, *rests_on])


def _final_headline(request: Request, assessed: Sequence[Assessed]) -> str:
    if not assessed:
        return request.text("exhibit.nothing_to_assess")
    key = "exhibit.final_verdict_headline_over" if request.is_over else "exhibit.final_verdict_headline"
    headline = request.text(key, year=request.as_of, counts=tally(assessed, request.text))
    return headline if request.level == "province" else f"{request.selected_place} – {headline}"


def _groups_headline(request: Request, assessed: Sequence[Assessed]) -> str:
    members = _by_group(request, assessed)
    counts = {
        key: {group: sum(one.verdict.status in wanted for one in found) for group, found in members.items()}
        for key, wanted in {"exhibit.groups_best": ("achieved",), "exhibit.groups_worst": ATTENTION}.items()
    }
    clauses = []
    for key, count in counts.items():
        group = max(count, key=lambda group: count[group] / len(members[group]), default=None)
        if group is not None and count[group]:
            name, total = request.group_name(group), len(members[group])
            clauses.append(request.text(key, group=name, count=count[group], total=total))
    return sentence(*clauses) or request.text("exhibit.nothing_to_assess")


def _years_headline(request: Request, histories: Sequence[dict[int, Verdict]]) -> str:
    text = request.text
    years = sorted({year for history in histories for year in history})
    if len(years) < 2:
        return text("exhibit.years_headline_none")
    before, now = years[-2], years[-1]
    order = [status for status in STATUS_ORDER if status != "not_assessed"]
    pairs = [(history[before].status, history[now].status) for history in histories]
    moved = [order.index(now) - order.index(then) for then, now in pairs if then in order and now in order]
    return text(
        "exhibit.years_headline", before=before, year=now, total=len(moved),
        better=sum(step > 0 for step in moved), worse=sum(step < 0 for step in moved), same=moved.count(0),
    )  # fmt: skip
