"""Hand-outs: make the file of what is shown, put it at a short address with a square for phones, take it back."""

from indicators.ui import page

reader = page.reader()

page.heading(reader.words("page.handout"), sentence=reader.words("page.handout_sentence"))
page.filters.bar(reader, "as_of")
page.handing.maker(reader)
page.handing.shelf(reader)
