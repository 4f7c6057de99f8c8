"""`account`: the line of the secrets file that makes a staff account; the password is asked for, never an argument."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace

from indicators import accounts
from indicators.cli.outcome import Outcome
from indicators.errors import WrongUsage
from indicators.intake import Said
from indicators.labels import Text


def account(asked: Namespace, text: Text) -> Outcome:
    """Return the line for `.streamlit/secrets.toml`; raises WrongUsage for a name or a password that won't do."""
    name = accounts.tidy_name(asked.name)
    if not name:
        raise WrongUsage(why=Said.of("error.usage_account_name", most=accounts.LONGEST_NAME))
    password = _password(text)
    if not accounts.is_strong(password):
        figures = {"least": accounts.LEAST_LETTERS, "most": accounts.MOST_LETTERS}
        raise WrongUsage(why=Said.of("error.usage_password", **figures))
    line = accounts.settings_line(name, password)
    return Outcome({"name": name, "line": line}, (text("cli.account_made"), "", "[accounts]", line))


def _password(text: Text) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first, again = (getpass.getpass(text(key)) for key in ("cli.account_password", "cli.account_again"))
    if first != again:
        raise WrongUsage(why=Said.of("error.usage_password_differs"))
    return first
