"""One command from its words to its exit code: what goes to standard output, and what to standard error."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence

from indicators.cli.arguments import language_asked, parse
from indicators.cli.commands import run
from indicators.cli.outcome import Document, Outcome, complaint
from indicators.errors import UNUSABLE, IndicatorsError, WrongUsage
from indicators.intake import sentence
from indicators.labels import Text, text


def main(words: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 refused for what the input says, 2 unusable."""
    _write_unicode()
    words = list(words)
    reader = text(language_asked(words))
    is_json = "--json" in words
    try:
        outcome = run(parse(words, reader), reader)
    except IndicatorsError as error:
        _complain(error, reader, is_json=is_json)
        return UNUSABLE if isinstance(error, WrongUsage) else error.exit_code
    except SystemExit:
        # Help was asked for, and given.
        return 0
    except BrokenPipeError:
        return _unread()
    return _tell(outcome, is_json=is_json)


def _tell(outcome: Outcome, *, is_json: bool) -> int:
    try:
        print(_written(outcome.document) if is_json else "\n".join(outcome.lines), flush=True)
    except BrokenPipeError:
        return _unread()
    return outcome.exit_code


def _complain(error: IndicatorsError, reader: Text, *, is_json: bool) -> None:
    if is_json:
        print(_written(complaint(error)), flush=True)
    else:
        print(sentence(f"error.{error.key}", error.figures, reader), file=sys.stderr, flush=True)


def _written(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _unread() -> int:
    # Whoever read the output has gone, as `head` does; Python would complain once more while it leaves.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _write_unicode() -> None:
    # A Windows console's own letters can't write Vietnamese.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
