"""The way in: a file read as typed, recognised, checked, rehearsed, and published whole or not at all."""

from indicators.exhibits.flips import Flip
from indicators.intake.answer import NONE, About, Answer, Answers, Choice
from indicators.intake.approval import approve, looked_at, propose, refuse
from indicators.intake.book import RawBook, RawSheet
from indicators.intake.check import check
from indicators.intake.errorfile import error_file
from indicators.intake.finding import Finding, Fix, Said, Severity, sentence
from indicators.intake.letter import letter
from indicators.intake.lookup import nearest_indicators
from indicators.intake.mending import answered, position_of
from indicators.intake.publication import ConsequencesChanged, FileRefused, Published, Told, publish
from indicators.intake.reading import plain_name, read
from indicators.intake.recognised import Column, Recognised, Role
from indicators.intake.rehearsal import Changes, Rehearsal, rehearse
from indicators.intake.remembering import Memory, remembered, shape_of
from indicators.intake.report import Report, SheetSummary
from indicators.intake.totals import Effect, Effects, MovedTotal, effects, moved_totals

__all__ = [
    "NONE",
    "About",
    "Answer",
    "Answers",
    "Changes",
    "Choice",
    "Column",
    "ConsequencesChanged",
    "Effect",
    "Effects",
    "FileRefused",
    "Finding",
    "Fix",
    "Flip",
    "Memory",
    "MovedTotal",
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
    "approve",
    "check",
    "effects",
    "error_file",
    "letter",
    "looked_at",
    "moved_totals",
    "nearest_indicators",
    "plain_name",
    "position_of",
    "propose",
    "publish",
    "read",
    "refuse",
    "rehearse",
    "remembered",
    "sentence",
    "shape_of",
]
