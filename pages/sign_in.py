"""Signing in: by account, by the office's own sign-in service, or for a first try by the token the server printed."""

from indicators.ui import page

reader = page.reader()

page.sign_in.card(reader.words)
