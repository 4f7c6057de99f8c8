"""The way in: a file read as typed, recognised, checked, rehearsed, and published whole or not at all."""

from indicators.exhibits.flips import Flip
from indicators.intake.answer import NONE, About, Answer, Answers, Choice
from indicators.intake.book import RawBook, RawSheet
from indicators.intake.check import check
from indicators.intake.errorfile import error_file
from indicators.intake.finding import Finding, Fix, Said, Severity, sentence
from indicators.intake.letter import letter
from indicators.intake.lookup import nearest_indicators
from indicators.intake.mending import answered
from indicators.intake.publication import ConsequencesChanged, FileRefused, Published, Told, publish
from indicators.intake.reading import read
from indicators.intake.recognised import Column, Recognised, Role
from indicators.intake.rehearsal import Changes, Rehearsal, rehearse
from indicators.intake.remembering import Memory, remembered, shape_of
from indicators.intake.report import Report, SheetSummary

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
    "Memory",
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
    "Told",
    "answered",
    "check",
    "error_file",
    "letter",
    "nearest_indicators",
    "publish",
    "read",
    "rehearse",
    "remembered",
    "sentence",
    "shape_of",
]
