"""The words of a command: what may be said, and what is wrong with what was said, in the reader's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from indicators.errors import WrongUsage
from indicators.intake import Said
from indicators.labels import LANGUAGES, Text
from indicators.selection import EARLIEST_YEAR, LATEST_YEAR

EXPORT_KINDS = ("deck", "workbook", "report", "snapshot")
Options = argparse._ArgumentGroup

# How argparse words what is wrong, and the label that says the same in both languages.
COMPLAINTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "usage_missing"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "usage_unrecognized"),
    (re.compile(r"argument (?P<name>.+): invalid int value: '(?P<value>.*)'"), "usage_not_whole"),
    (
        re.compile(r"argument (?P<name>.+): invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.+)\)"),
        "usage_choice",
    ),
    (re.compile(r"argument (?P<name>.+): expected one argument"), "usage_no_value"),
    (re.compile(r"argument (?P<name>.+): not allowed with argument (?P<other>.+)"), "usage_together"),
    (re.compile(r"one of the arguments (?P<names>.+) is required"), "usage_one_of"),
    (re.compile(r"argument (?P<name>.+): ignored explicit argument '(?P<value>.*)'"), "usage_takes_no_value"),
)


METAVARS = {
    "--by": "NAME",
    "--reason": "TEXT",
    "--sheet": "NAME",
    "--district": "CODE",
    "--sender": "NAME",
    "--answers": "JSON",
    "--document": "TEXT",
}


class Parser(argparse.ArgumentParser):
    """An argument parser that raises WrongUsage instead of leaving, and abbreviates nothing."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage with the complaint in both languages."""
        for pattern, label in COMPLAINTS:
            if found := pattern.fullmatch(message):
                figures = {name: words.replace("'", "") for name, words in found.groupdict().items()}
                raise WrongUsage(why=Said.of(f"error.{label}", **figures))
        raise WrongUsage(why=message)


def parse(words: Sequence[str], text: Text) -> argparse.Namespace:
    """Return what a command asks for; `--json` and `--lang` may stand before or after it. Raises WrongUsage."""
    asked = _parser(text).parse_args(words)
    asked.json = getattr(asked, "json", False)
    asked.lang = getattr(asked, "lang", LANGUAGES[0])
    for name in ("by", "reason"):
        if hasattr(asked, name) and not getattr(asked, name).strip():
            raise WrongUsage(why=Said.of("error.usage_blank", name=f"--{name}"))
    year = getattr(asked, "as_of", None)
    if year is not None and not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise WrongUsage(why=Said.of("error.usage_year", first=EARLIEST_YEAR, last=LATEST_YEAR))
    return asked


def language_asked(words: Sequence[str]) -> str:
    """Return the language that words ask for, also where they can't be parsed."""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if asked in LANGUAGES and word.startswith("--lang"):
            return asked
    return LANGUAGES[0]


def _parser(text: Text) -> Parser:
    def parser(make: Callable[..., Parser], *name: str, about: str) -> tuple[Parser, Options]:
        named = {"help": text(f"cli.{about}")} if name else {"prog": "python -m indicators"}
        made = make(
            *name,
            description=text(f"cli.{about}"),
            **named,
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: _Formatter(prog, usage_word=text("cli.usage")),
        )
        options = made.add_argument_group(text("cli.options"))
        options.add_argument("-h", "--help", action="help", help=text("cli.help"))
        options.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=text("cli.json"))
        options.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=text("cli.lang"))
        return made, options

    top, _ = parser(Parser, about="about")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, title=text("cli.commands"))

    def command(name: str) -> Options:
        return parser(commands.add_parser, name, about=name)[1]

    def add(options: Options, names: Iterable[str]) -> None:
        for name in names:
            _add(options, name, text)

    kinds = command("init").add_mutually_exclusive_group(required=True)
    kinds.add_argument("--demo", action="store_true", help=text("cli.init_demo"))
    kinds.add_argument("--empty", action="store_true", help=text("cli.init_empty"))
    template = command("template")
    template.add_argument("--out", metavar="FILE", required=True, help=text("cli.template_out"))
    template.add_argument("--known", action="store_true", help=text("cli.template_known"))
    add(template, ("--district",))
    check = command("check")
    add(check, ("FILE", "--indicator", "--sheet", "--sender", "--answers"))
    check.add_argument("--errors-to", metavar="OUT", help=text("cli.check_errors_to"))
    add(
        command("publish"),
        ("FILE", "--by", "--reason", "--indicator", "--sheet", "--sender", "--answers", "--document"),
    )
    add(command("assess"), ("--as-of", "--version", "--district", "--sector"))
    values = command("values")
    values.add_argument("--indicator", metavar="ID", required=True, help=text("cli.values_indicator"))
    add(values, ("--district", "--sector", "--version"))
    command("history")
    add(command("diff"), ("A", "B"))
    add(command("restore"), ("VERSION", "--by", "--reason"))
    vacuum = command("vacuum")
    vacuum.add_argument("--yes", action="store_true", help=text("cli.vacuum_option_yes"))
    for name, default in (("by", "cli.vacuum_by"), ("reason", "cli.vacuum_reason")):
        vacuum.add_argument(
            f"--{name}", metavar=METAVARS[f"--{name}"], default=text(default), help=text(f"cli.option_{name}")
        )
    export = command("export")
    export.add_argument("kind", metavar="KIND", choices=EXPORT_KINDS, help=text("cli.export_kind"))
    export.add_argument("--out", metavar="FILE", required=True, help=text("cli.export_out"))
    export.add_argument("--template", metavar="PPTX", help=text("cli.export_template"))
    add(export, ("--as-of", "--version", "--district", "--sector"))
    command("account").add_argument("name", metavar="NAME", help=text("cli.account_name"))
    return top


def _add(options: Options, name: str, text: Text) -> None:
    about = text(f"cli.option_{name.removeprefix('--').replace('-', '_').lower()}")
    if name == "FILE":
        options.add_argument("file", metavar=name, help=about)
    elif name in ("VERSION", "A", "B"):
        options.add_argument(name.lower(), metavar=name, type=int, help=about)
    elif name in ("--as-of", "--version"):
        options.add_argument(name, metavar="YEAR" if name == "--as-of" else "N", type=int, help=about)
    else:
        metavar = METAVARS.get(name, "ID")
        options.add_argument(name, metavar=metavar, required=name in ("--by", "--reason"), help=about)


class _Formatter(argparse.HelpFormatter):
    """Help whose own word for "usage" is the reader's."""

    def __init__(self, prog: str, *, usage_word: str) -> None:
        super().__init__(prog)
        self._usage_word = usage_word

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        super().add_usage(usage, actions, groups, f"{self._usage_word}: " if prefix is None else prefix)
