"""The way in: a file read as typed, recognised, checked, rehearsed, and published whole or not at all."""

from indicators.exhibits.flips import Flip
from indicators.intake.answer import NONE, About, Answer, Answers, Choice
from indicators.intake.book import RawBook, RawSheet
from indicators.intake.check import Report, SheetSummary, check
from indicators.intake.errorfile import error_file
from indicators.intake.finding import Finding, Fix, Said, Severity, sentence
from indicators.intake.letter import letter
from indicators.intake.lookup import nearest_indicators
from indicators.intake.publication import ConsequencesChanged, FileRefused, Published, publish
from indicators.intake.reading import read
from indicators.intake.recognised import Column, Recognised, Role
from indicators.intake.rehearsal import Changes, Rehearsal, rehearse

__all__ = [
    "NONE",
    "About",
    "Answer",
    "Answers",
    "Changes",
    "Choice",
    "Column",
    "ConsequencesChanged",
    "FileRefused",
    "Finding",
    "Fix",
    "Flip",
    "Published",
    "RawBook",
    "RawSheet",
    "Recognised",
    "Rehearsal",
    "Report",
    "Role",
    "Said",
    "Severity",
    "SheetSummary",
    "check",
    "error_file",
    "letter",
    "nearest_indicators",
    "publish",
    "read",
    "rehearse",
    "sentence",
]
