"""What is there and what is not: who reported what, which figures are needed first, and a request to send."""

from indicators.ui import page

reader = page.reader()

page.filters.bar(reader, "as_of", "district", "group")
page.heading(reader.words("page.completeness"), sentence=reader.words("page.completeness_sentence"))
page.show(reader, "completeness.reported", ("completeness.blocking", "completeness.request_text"))
