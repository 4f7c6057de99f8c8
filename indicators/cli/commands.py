"""What each command does: the store asked or changed, and the outcome for programs and for readers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from indicators import catalogue, exhibits, intake, queries
from indicators.catalogue import Catalogue
from indicators.cli import giving, words
from indicators.cli.account import account
from indicators.cli.clearing import vacuum
from indicators.cli.documents import assessed_row, check_document, commit_row, difference_rows, value_rows
from indicators.cli.exporting import export
from indicators.cli.making import make_store
from indicators.cli.outcome import Outcome, refused_unless
from indicators.cli.terminal import progress
from indicators.errors import UnknownIndicator, UnreadableFile
from indicators.exhibits.verdicts import assess_places, default_as_of, definitions, reassess
from indicators.intake import NONE, Answers, RawBook, Rehearsal, Report, Said, Told
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Store, default_folder, no_longer_kept


def run(asked: Namespace, text: Text) -> Outcome:
    """Return the outcome of one command; raises the named errors of indicators/errors.py."""
    return COMMANDS[asked.command](asked, text)


def _init(asked: Namespace, text: Text) -> Outcome:
    folder = default_folder()
    version = make_store(folder, catalogue.load(), with_demonstration=asked.demo, progress=progress(text))
    return Outcome({"version": version}, (text("cli.made", folder=folder, version=version),))


def _check(asked: Namespace, text: Text) -> Outcome:
    store = Store.open(default_folder())
    report, rehearsal = _rehearsed(asked, store, catalogue.load())
    lines = words.report(report, rehearsal, text)
    document = check_document(report, rehearsal, report.version)
    if asked.errors_to is not None:
        document |= giving.sent_back(report, Path(asked.errors_to), text)
        lines = (*lines, text("cli.errors_written", file=asked.errors_to), "", intake.letter(report, text))
    return Outcome(document, lines, refused_unless(report.publishable))


def _publish(asked: Namespace, text: Text) -> Outcome:
    known = catalogue.load()
    store = Store.open(default_folder())
    report, rehearsal = _rehearsed(asked, store, known)
    if not report.publishable:
        return Outcome(
            check_document(report, rehearsal, report.version),
            (*words.report(report, rehearsal, text), text("cli.not_published", version=report.version)),
            refused_unless(False),
        )
    told = Told(document=asked.document, sender=asked.sender)
    by, reason = asked.by.strip(), asked.reason.strip()
    done = intake.publish(store, report, rehearsal, catalogue=known, by=by, reason=reason, told=told)
    key = "cli.nothing_published" if done.rehearsal.changes.is_nothing else "cli.published"
    return Outcome(
        check_document(report, done.rehearsal, done.version),
        (*words.report(report, done.rehearsal, text), text(key, version=done.version)),
    )


def _rehearsed(asked: Namespace, store: Store, known: Catalogue) -> tuple[Report, Rehearsal]:
    book = intake.read(Path(asked.file).name, _content(Path(asked.file)))
    reading = store.at()
    report = intake.check(
        book,
        reading=reading,
        catalogue=known,
        indicator=asked.indicator,
        sheet=asked.sheet,
        answers=_answers(asked, store, book),
    )
    return report, intake.rehearse(report, reading, known)


def _answers(asked: Namespace, store: Store, book: RawBook) -> Answers:
    """Return what is said beside a file: the answers handed in, else those this sender was given last time."""
    if asked.answers is not None:
        try:
            return Answers.from_json(_content(Path(asked.answers)).decode())
        except ValueError as error:
            raise UnreadableFile(file=asked.answers, why=Said.of("finding.why_no_answers")) from error
    memory = intake.remembered(store.history(), book, sender=asked.sender) if asked.sender else None
    return NONE if memory is None else memory.answers


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(file=path.name, why=Said.of("finding.why_absent")) from error
    except IsADirectoryError as error:
        raise UnreadableFile(file=path.name, why=Said.of("finding.why_folder")) from error
    except OSError as error:
        raise UnreadableFile(file=path.name, why=Said.of("finding.why_forbidden")) from error


def _assess(asked: Namespace, text: Text) -> Outcome:
    known = catalogue.load()
    reading = Store.open(default_folder()).at(asked.version)
    level = _level(asked, known) or "province"
    year = default_as_of(known) if asked.as_of is None else asked.as_of
    assessed = assess_places(reading, known, as_of=year, level=level, district=asked.district, sector=asked.sector)
    lines = words.verdicts(assessed, known, text, as_of=year, version=reading.version)
    return Outcome([assessed_row(one, reassess(one, known, as_of=year - 1)) for one in assessed], lines)


def _values(asked: Namespace, text: Text) -> Outcome:
    known = catalogue.load()
    reading = Store.open(default_folder()).at(asked.version)
    defined = definitions(reading)
    if asked.indicator not in defined:
        raise UnknownIndicator(indicator=asked.indicator, nearest=intake.nearest_indicators(asked.indicator, defined))
    values, targets = (
        query(
            reading,
            indicator=asked.indicator,
            level=_level(asked, known),
            district=asked.district,
            sector=asked.sector,
        )
        for query in (queries.values_by_place, queries.targets_by_place)
    )
    rows = value_rows(values, targets)
    return Outcome(rows, words.values(rows, defined[asked.indicator], known, text))


def _level(asked: Namespace, known: Catalogue) -> str | None:
    """Return the level of the place named, None where none is; raises UnknownDistrict, UnknownSector."""
    if asked.district is not None:
        known.district(asked.district)
    if asked.sector is not None:
        known.sector(asked.sector)
    if asked.district is not None and asked.sector is not None:
        return "cell"
    return "district" if asked.district is not None else "sector" if asked.sector is not None else None


def _history(asked: Namespace, text: Text) -> Outcome:
    commits = Store.open(default_folder()).history()
    gone = no_longer_kept(commits)
    rows = [{**commit_row(commit), "is_kept": commit.version not in gone} for commit in commits]
    return Outcome(rows, words.history(commits, text))


def _diff(asked: Namespace, text: Text) -> Outcome:
    store, known = Store.open(default_folder()), catalogue.load()
    former, latter = store.at(asked.a), store.at(asked.b)
    selection = Selection(default_as_of(known), text.language, compared_from=asked.a, compared_to=asked.b)
    lines = words.differences(exhibits.history.changes(latter, known, selection, text))
    return Outcome(difference_rows(queries.differences_between_versions(latter, former=former)), lines)


def _restore(asked: Namespace, text: Text) -> Outcome:
    store = Store.open(default_folder())
    before = store.version
    version = store.restore(asked.version, by=asked.by.strip(), reason=asked.reason.strip())
    key = "cli.restored" if version != before else "cli.nothing_restored"
    return Outcome({"version": version}, (text(key, version=version, former=asked.version),))


COMMANDS: Mapping[str, Callable[[Namespace, Text], Outcome]] = {
    "init": _init,
    "template": giving.template,
    "check": _check,
    "publish": _publish,
    "assess": _assess,
    "values": _values,
    "history": _history,
    "diff": _diff,
    "restore": _restore,
    "vacuum": vacuum,
    "export": export,
    "account": account,
}
