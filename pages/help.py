"""The guide for leaders: how a verdict, a chart and the map are read, what can be taken along, how it is presented."""

from indicators.ui import page

page.guide.show(page.reader(), "help")
