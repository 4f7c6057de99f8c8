"""Exhibits as plain HTML: text a screen reader reads and a phone wraps, coloured by the style sheet's variables.

Pure functions from an exhibit to markup; every word of the data is escaped.
"""
