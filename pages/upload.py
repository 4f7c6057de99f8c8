"""The way in for a clerk: a file chosen, recognised, checked, its consequences seen, published."""

from indicators.ui import page

page.upload.show(page.reader())
