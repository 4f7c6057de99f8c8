"""Sheets that are there to be read by people: those of the template, and the list put into a file sent back."""

from __future__ import annotations

from indicators.intake.book import RawSheet
from indicators.intake.letters import tidy
from indicators.labels import LANGUAGES, text


def is_guide(sheet: RawSheet) -> bool:
    """Whether the sheet's first cell says that nothing on it is data."""
    if not sheet.rows or not sheet.rows[0]:
        return False
    return tidy(sheet.text(0, 0)) in {text(language)("template.not_data") for language in LANGUAGES}
