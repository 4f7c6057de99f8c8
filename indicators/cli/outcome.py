"""What a command ends with: one document for programs, words for a reader, and an exit code."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.errors import REFUSED, IndicatorsError
from indicators.intake import sentence
from indicators.labels import LANGUAGES, text

DONE = 0

Document = dict[str, object] | list[dict[str, object]]


@dataclass(frozen=True)
class Outcome:
    """The document and the lines of one command; exit code 0 done, 1 refused for what the input says."""

    document: Document
    lines: tuple[str, ...]
    exit_code: int = DONE


def refused_unless(condition: bool) -> int:
    """Return the exit code of something that was done, or refused."""
    return DONE if condition else REFUSED


def in_both(key: str, figures: dict[str, object]) -> dict[str, str]:
    """Return a label's sentence in every language."""
    return {language: sentence(key, figures, text(language)) for language in LANGUAGES}


def complaint(error: IndicatorsError) -> dict[str, object]:
    """Return the document of an error: its code and its sentence in every language."""
    return {"error": {"code": error.key, "message": in_both(f"error.{error.key}", error.figures)}}
