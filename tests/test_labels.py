"""Every sentence stands in both languages with the same figures; what is used exists, and what exists is used."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from indicators import errors
from indicators.assessment import LABELS, Cause, Flag, MethodClass, MethodName, Missing, Reason, Rule, Status
from indicators.catalogue import FAULTS, Definition, Direction, Kind, OverPlace
from indicators.exhibits import boundaries, card, court, history, method, records, tables, verdict_history
from indicators.exhibits.reporting import State
from indicators.intake import Role, Severity
from indicators.labels import FOLDER, LANGUAGES, placeholders, sentences
from indicators.ui import guide, hints
from indicators.ui.builders import BUILDERS
from indicators.ui.upload import tables as tables_of_upload

CHECKOUT = Path(__file__).parents[1]
FILES = tuple(sorted(file.stem for file in (FOLDER / "vi").glob("*.toml")))
KEY = re.compile(rf"({'|'.join(FILES)})\.[a-z0-9_]+")
AXES = ("district", "sector")
QUALITIES = ("official", "preliminary", "estimate")
MEASURES = ("actual", "target", "baseline")
CHANGES = ("new", "changed", "removed")
FIGURES = (
    "achievement",
    "distance",
    "elapsed",
    "expected",
    "ratio",
    "gap",
    "pace",
    "needed_next",
    "reached_at_pace",
    "projection",
    "agree",
)

METHOD_TABLES = ("statuses", "worked_examples", "methods", "edge_rules")

# Keys that are put together while the program runs: the words before the changing part, and all it can become.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "status.": tuple(Status),
    "status.reason_": tuple(Reason),
    "status.reported_": tuple(State),
    "sentence.reason_": tuple(Reason),
    "sentence.rule_": tuple(Rule),
    "sentence.flag_": tuple(Flag),
    "sentence.missing_": tuple(Missing),
    "exhibit.kind_": tuple(Kind),
    "exhibit.direction_": tuple(Direction),
    "exhibit.over_place_": tuple(OverPlace),
    "exhibit.quality_": QUALITIES,
    "exhibit.how_": ("reported", "built"),
    "exhibit.since_start_": ("rose", "fell", "moved"),
    "exhibit.gap_undivided_": ("ratio", "none", "count", "band", "without_targets", "without_figures"),
    "exhibit.measure_": MEASURES[1:],
    "exhibit.record_": (*MEASURES, "definition"),
    "exhibit.change_": CHANGES,
    "exhibit.changes_": CHANGES,
    "exhibit.flips_": ("better", "worse", "other"),
    "exhibit.series_": (
        "actual", "preliminary", "incomplete", "baseline", "target", "target_revised", "needed", "forecast",
    ),
    "exhibit.by_": tuple(f"{axis}_title" for axis in AXES),
    "exhibit.": tuple(f"{axis}s_over_years_title" for axis in AXES),
    "exhibit.column_": (
        "state", "blocked",
        *AXES, *records.RECORDS, *tables.TARGETS, *verdict_history.COLUMNS, *boundaries.COLUMNS, *history.CHANGES,
        "year", "numerator", "denominator", "have", "expected", "difference", "file", "sheet", "cell", "operator",
        "value_to", "series", "value_before", "value_after", "value_to_before", "value_to_after",
    ),
    "exhibit.borders_": FAULTS,
    "exhibit.figure_": (
        "latest", "target", "baseline", *FIGURES, *(f"{name}_note" for name in FIGURES), "projection_low",
        "projection_middle", "projection_high",
    ),
    "exhibit.field_": (
        "id", "name", "group", "unit", "kind", "direction", "over_place", "limits", "frequency", "responsible",
        "source", "document", "aliases",
    ),
    "method.": tuple(f"{key}_{part}" for key in METHOD_TABLES for part in ("title", "headline")),
    "method.column_": (
        *court.COLUMNS, *method.STATUSES, *method.EXAMPLES, *method.METHODS, *method.EDGE_RULES,
    ),
    "method.name_": tuple(MethodName),
    "method.label_": tuple(f"{name}_{label}" for name, labels in LABELS.items() for label in labels.values()),
    "method.class_": tuple(MethodClass),
    "method.cause_": tuple(Cause),
    "method.rule_": tuple(Status),
    "method.case_": method.EDGE_CASES,
    "method.edge_": method.EDGE_CASES,
    "method.how_": tuple(MethodName),
    "method.not_applicable_": tuple(MethodName),
    "method.source_": tuple(MethodName),
    "cli.severity_": tuple(Severity),
    "cli.how_": ("reported", "built"),
    "cli.measure_": MEASURES,
    "cli.quality_": QUALITIES,
    "finding.kind_": tuple(Kind),
    "finding.way_": ("up", "down"),
    "finding.unknown_": ("district", "sector", "indicator", "kind", "direction", "over_place"),
    "finding.definition_": ("repeated", "contradicted"),
    "finding.record_": ("repeated", "contradicted"),
    "upload.role_": tuple(Role),
    "upload.places_": ("district", "sector", "province", "indicator"),
    "upload.kind_": tables_of_upload.KINDS,
    "upload.severity_": tuple(Severity),
    "upload.measure_": MEASURES[1:],
    "upload.see_": ("approval", "history"),
    "upload.field_": tuple(field.name for field in dataclasses.fields(Definition)),
    "upload.said_": (
        "indicator", "unit", "labels", "column", "number_style_decimal_comma", "number_style_decimal_point",
        "measure_actual", "measure_target", "read_yes", "read_no",
    ),
    "help.": tuple(
        f"{name}_{part}"
        for chapters in guide.CHAPTERS.values()
        for name in chapters
        for part in ("title", "steps", "picture")
    ) + tuple(f"{name}_sentence" for name in guide.CHAPTERS),
    "help.hint_": tuple(name for page in hints.HINTS.values() for name in page),
    "page.figure_": ("preliminary", "incomplete", "baseline"),
}  # fmt: skip

# Files whose keys are put together from a word that a room writes out: a finding's code, a command, a screen.
SPELT_OUT_BY: Mapping[str, tuple[str, ...]] = {
    "finding": ("intake", "cli"),
    "error": ("errors.py", "cli", "intake", "ui"),
    "cli": ("cli", "intake"),
    "page": ("ui",),
}


@cache
def sources() -> tuple[tuple[Path, ast.Module], ...]:
    found = [*(CHECKOUT / "indicators").rglob("*.py"), *(CHECKOUT / "pages").glob("*.py"), CHECKOUT / "dashboard.py"]
    return tuple((path, ast.parse(path.read_text("utf-8"), str(path))) for path in sorted(found))


def constants(tree: ast.Module) -> Iterator[str]:
    """Yield the texts written whole; the pieces of a formatted text are none."""
    pieces = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
            yield node.value


def written_keys() -> set[str]:
    return {value for _, tree in sources() for value in constants(tree) if KEY.fullmatch(value)}


def family_keys() -> set[str]:
    return {f"{prefix}{member}" for prefix, members in FAMILIES.items() for member in members}


def spelt_out_keys() -> set[str]:
    found = set()
    for file, rooms in SPELT_OUT_BY.items():
        room_paths = [CHECKOUT / "indicators" / room for room in rooms]
        words = {
            value.removeprefix("--").replace("-", "_").lower()
            for path, tree in sources()
            if any(path == room or room in path.parents for room in room_paths)
            for value in constants(tree)
        }
        suffixes = (key.split(".")[1] for key in sentences("vi") if key.startswith(f"{file}."))
        found |= {f"{file}.{suffix}" for suffix in suffixes if _last_words(suffix) & words}
    return found


def _last_words(suffix: str) -> set[str]:
    """Return a name and its tails: option_as_of, as_of, of."""
    parts = suffix.split("_")
    return {"_".join(parts[start:]) for start in range(len(parts))} if parts[0] in PREFIXES else {suffix}


PREFIXES = ("option", "column", "layout", "filter")


def test_both_languages_hold_the_same_keys() -> None:
    vietnamese, english = (set(sentences(language)) for language in LANGUAGES)

    assert vietnamese ^ english == set()


@pytest.mark.parametrize("key", sorted(sentences("vi")))
def test_both_languages_want_the_same_figures(key: str) -> None:
    assert placeholders(sentences("vi")[key]) == placeholders(sentences("en")[key])


def test_no_sentence_is_empty_or_has_double_spaces() -> None:
    wrong = [
        (language, key)
        for language in LANGUAGES
        for key, sentence in sentences(language).items()
        if not sentence.strip() or "  " in sentence
    ]

    assert wrong == []


def test_every_key_written_in_the_source_exists() -> None:
    assert written_keys() - set(sentences("vi")) - set(BUILDERS) == set()


def test_every_key_of_a_family_exists() -> None:
    assert family_keys() - set(sentences("vi")) == set()


def test_every_error_has_its_sentence() -> None:
    keys = {f"error.{error.key}" for error in vars(errors).values() if hasattr(error, "key")}

    assert keys - set(sentences("vi")) == set()


def test_every_key_that_exists_is_used() -> None:
    assert set(sentences("vi")) - written_keys() - family_keys() - spelt_out_keys() == set()


def test_every_family_in_the_source_is_declared_here() -> None:
    undeclared = set()
    for path, tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.JoinedStr) or not isinstance(node.values[0], ast.Constant):
                continue
            prefix = str(node.values[0].value)
            file, dot, rest = prefix.partition(".")
            is_spelt_out = file in SPELT_OUT_BY and (not rest or rest.rstrip("_") in PREFIXES)
            if dot and file in FILES and prefix not in FAMILIES and not is_spelt_out:
                undeclared.add(f"{path.name}: {ast.unparse(node)}")

    assert undeclared == set()


def test_a_sentence_is_given_every_figure_it_wants() -> None:
    """Calls such as text("exhibit.titled", title=…, narrowed=…) with their figures written out."""
    lacking = []
    for path, tree in sources():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            key, given = node.args[0].value, {keyword.arg for keyword in node.keywords}
            if called in {"text", "words", "reader"} and KEY.fullmatch(str(key)) and None not in given:
                missing = placeholders(sentences("vi").get(str(key), "")) - given
                lacking += [f"{path.name}:{node.lineno}: {key} wants {sorted(missing)}"] if missing else []

    assert lacking == []


def test_the_names_of_figures_are_those_of_the_card() -> None:
    assert set(FIGURES) == set(card.NUMBERS)
