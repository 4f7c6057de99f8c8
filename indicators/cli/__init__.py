"""The command line: the same code as the screens, one command a line, one JSON document where asked."""

from indicators.cli.entry import main

__all__ = ["main"]
