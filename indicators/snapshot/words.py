"""The words of the page itself, beside those of its exhibits: each by the name its scripts know it by."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.labels import Text

KEY_BY_WORD: Mapping[str, str] = {
    "overview": "page.overview",
    "indicator": "page.indicator",
    "district": "page.district",
    "sector": "page.sector",
    "method": "page.method",
    "method_sentence": "page.method_sentence",
    "as_of": "page.filter_as_of",
    "whole_province": "page.whole_province",
    "all_sectors": "page.all_sectors",
    "kicker": "page.kicker",
    "version_and_year": "page.version_and_year",
    "demonstration": "page.figure_demonstration",
    "place_sector": "exhibit.place_sector",
    "place_cell": "exhibit.place_cell",
    "needs_attention": "exhibit.needs_attention_title",
    "groups": "exhibit.groups_title",
    "years": "exhibit.ratio_over_years_title",
    "years_note": "exhibit.ratio_note",
    "trajectory": "exhibit.trajectory_title",
    "court": "method.court_title",
    "by_district": "exhibit.by_district_title",
    "by_sector": "exhibit.by_sector_title",
    "districts_over_years": "exhibit.districts_over_years_title",
    "gap_by_district": "exhibit.gap_title",
    "districts_since_start": "exhibit.since_start_title",
    "sectors_over_years": "exhibit.sectors_over_years_title",
    "standing": "exhibit.standing_title",
    "district_ranking": "exhibit.ranking_district_title",
    "sector_ranking": "exhibit.ranking_sector_title",
    "definition": "exhibit.definition_title",
    "history": "method.history_title",
    "statuses": "method.statuses_title",
    "worked_examples": "method.worked_examples_title",
    "methods": "method.methods_title",
    "edge_rules": "method.edge_rules_title",
    "figures": "page.figures",
    "unit": "document.unit",
    "menu": "page.menu",
    "frozen": "snapshot.frozen",
    "choose_district": "snapshot.choose_district",
    "choose_sector": "snapshot.choose_sector",
    "all_rows": "page.all_rows",
    "present": "snapshot.present",
    "to_dark": "snapshot.to_dark",
    "to_light": "snapshot.to_light",
    "print": "snapshot.print",
    "notes": "snapshot.notes",
    "jump": "snapshot.jump",
    "jump_or_year": "snapshot.jump_or_year",
    "jump_none": "snapshot.jump_none",
    "jump_one_year": "snapshot.jump_one_year",
    "keys": "snapshot.keys",
    "next": "snapshot.next",
    "back": "snapshot.back",
    "leave": "snapshot.leave",
    "zoom": "snapshot.zoom",
    "blank": "snapshot.blank",
    "theme": "snapshot.theme",
    "full": "snapshot.full",
    "hint": "snapshot.hint",
    "blanked": "snapshot.blanked",
    "resting": "snapshot.resting",
    "away": "snapshot.away",
    "closed": "snapshot.closed",
    "timer": "snapshot.timer",
    "following": "snapshot.following",
    "no_window": "snapshot.no_window",
    "end": "snapshot.end",
    "as_picture": "snapshot.as_picture",
    "as_drawing": "snapshot.as_drawing",
    "scan": "document.scan",
    "scan_headline": "document.scan_headline",
    "scan_alternative": "document.scan_alternative",
    "scan_holds": "document.scan_holds",
}

# Names of columns as a table's head, by the exhibit they stand in.
HEADERS_BY_EXHIBIT: Mapping[str, Mapping[str, str]] = {
    "court": {
        "method": "method.column_method", "figure": "method.column_figure", "label": "method.column_label",
        "class": "method.column_class", "agrees": "method.column_agrees", "reason": "method.column_reason",
    },
    "statuses": {
        "order": "method.column_order", "status": "method.column_status", "rule": "method.column_rule",
        "lines": "method.column_lines",
    },
    "worked_examples": {
        "kind": "method.column_kind", "indicator": "method.column_indicator", "worked": "method.column_worked",
        "status": "method.column_status",
    },
    "methods": {
        "method": "method.column_method", "how": "method.column_how", "labels": "method.column_labels",
        "not_applicable": "method.column_not_applicable", "source": "method.column_source",
    },
    "edge_rules": {"case": "method.column_case", "rule": "method.column_rule"},
    "definition": {"field": "exhibit.column_field", "value": "exhibit.column_meaning"},
}  # fmt: skip


def words(text: Text) -> dict[str, str]:
    """Return each word as it is written, its figures still in braces."""
    return {word: text.written(key) for word, key in KEY_BY_WORD.items()}


def headers(text: Text) -> dict[str, dict[str, str]]:
    """Return the heads of tables."""
    return {
        exhibit: {column: text(key) for column, key in columns.items()}
        for exhibit, columns in HEADERS_BY_EXHIBIT.items()
    }
