"""How verdicts are reached: the nine of them, worked examples from this store, the five methods, the edge rules."""

from indicators.ui import page

reader = page.reader()

page.heading(reader.words("page.method"), sentence=reader.words("page.method_sentence"))
page.show(reader, "method.statuses", "method.worked_examples", "method.methods", "method.edge_rules")
