"""What waits for a second pair of eyes: the files, what they would change now, approved or sent back."""

from indicators.ui import page

page.approval.show(page.reader())
