"""The guide for the office: from the template to published figures, corrected, taken back, approved, handed out."""

from indicators.ui import page

page.guide.show(page.reader(), "help_office")
