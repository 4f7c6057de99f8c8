"""What a terminal is told while something is being made; a file or another program is told nothing."""

from __future__ import annotations

import sys

from indicators.exhibits import Progress, silent
from indicators.labels import Text


def progress(text: Text) -> Progress:
    """Return what tells a reader at a terminal how far it is, on one line that is wiped at the end."""
    if not sys.stderr.isatty():
        return silent

    def told(done: int, of: int) -> None:
        line = text("cli.progress", done=text.number(done, 0), of=text.number(of, 0))
        print(f"\r{line if done < of else ' ' * len(line)}\r", end="", file=sys.stderr, flush=True)

    return told
