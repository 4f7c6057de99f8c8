"""Every version of the store with who made it and why; one of them laid beside another, and the way back to it."""

from indicators.ui import page

reader = page.reader()
compared = page.history.compared(reader)

if compared is None:
    page.history.versions_list(reader)
else:
    page.history.comparison_heading(compared)
    page.show(compared, "history.flips", "history.changes")
    page.history.restore_form(compared)
