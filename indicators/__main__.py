"""`python -m indicators`: the command line."""

from __future__ import annotations

import os
import sys
from types import TracebackType

from indicators.cli import main

# Neither done, refused nor wrong usage: whoever calls must not take a bug for an answer.
BUG = 70
INTERRUPTED = 130


def _told_apart(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(BUG)


if __name__ == "__main__":
    sys.excepthook = _told_apart
    sys.exit(main(sys.argv[1:]))
